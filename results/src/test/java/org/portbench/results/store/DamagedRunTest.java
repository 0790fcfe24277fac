package org.portbench.results.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.results.SampleCell;
import org.portbench.results.SampleRun;

class DamagedRunTest {
  private static final long SEED = 20030716;

  @TempDir Path temp;
  private Path run;
  private Path json;
  private Path log;

  @BeforeEach
  void writeARun() {
    run = temp.resolve("run");
    json = run.resolve("run.json");
    log = run.resolve("latency.hlog");
    ResultStoreTest.keepAndFinish(
        run,
        SampleRun.of(
            SampleCell.of("copy").counter("messages", 3).build(), SampleCell.of("direct").build()));
  }

  @Test
  void aRunCutAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(json);
    for (int length = 0; length < whole.length - 2; length += 7) {
      Files.write(json, Arrays.copyOf(whole, length));
      assertTrue(problem().startsWith(json.toString()), "cut at " + length);
    }
  }

  @Test
  void aHistogramLogCutAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(log);
    for (int length = 0; length < whole.length; length += 3) {
      Files.write(log, Arrays.copyOf(whole, length));
      assertTrue(problem().startsWith(log.toString()), "cut at " + length);
    }
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    Files.writeString(json, "");
    assertEquals(json + ": is empty", problem());
    Files.writeString(json, " \n\n");
    assertEquals(json + ": is empty", problem());
  }

  @Test
  void truncationIsNamedWithItsLine() throws IOException {
    Files.writeString(json, "{\n  \"schemaVersion\": 1,\n  \"complete\":");
    assertEquals(json + ":3: ends in the middle: the file is truncated", problem());
  }

  @Test
  void whatIsNotJsonIsNamedWithItsLine() throws IOException {
    Files.writeString(json, "{\n  \"schemaVersion\": one\n}");
    assertEquals(
        json + ":2: is not valid JSON: the file is damaged, or something else than a run",
        problem());
    Files.writeString(json, "[1, 2]");
    assertEquals(json + ": holds no JSON object", problem());
    Files.writeString(json, Files.readString(log));
    assertTrue(problem().startsWith(json + ":1: is not valid JSON"));
  }

  @Test
  void randomBytesAreRefused() throws IOException {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      Files.write(json, bytes);
      assertFalse(problem().isEmpty(), "seed " + SEED + ", round " + round);
    }
  }

  /** Whatever changes by itself in a file, reading it ends in a run or in one line. */
  @Test
  void oneChangedByteNeverEndsInAnythingElse() throws IOException {
    Random random = new Random(SEED);
    for (Path file : new Path[] {json, log}) {
      byte[] whole = Files.readAllBytes(file);
      for (int round = 0; round < 200; round++) {
        byte[] changed = whole.clone();
        changed[random.nextInt(whole.length)] = (byte) random.nextInt(256);
        Files.write(file, changed);
        try {
          ResultStore.open(run);
        } catch (StoreException e) {
          assertEquals(1, e.getMessage().lines().count(), "seed " + SEED + ", round " + round);
        }
      }
      Files.write(file, whole);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schemaVersion\": 1 | \"schemaVersion\": 2 |"
            + " schemaVersion is 2; this program reads 1",
        "\"schemaVersion\": 1, | | schemaVersion is missing",
        "\"experiment\": \"dillon-2003\" | \"experiment\": 3 |"
            + " experiment: a text is needed, found 3",
        "\"complete\": true | \"complete\": \"yes\" |"
            + " complete: true or false is needed, found \"yes\"",
        "\"notes\": [] | \"notes\": {} | notes: a list is needed, found object",
        "\"notes\": [] | \"notes\": [1] | notes[0]: a text is needed, found 1",
        "\"syncs\": 7 | \"syncs\": 7.5 | cells[0].syncs: an integer is needed, found 7.5",
        "\"syncs\": 7 | \"syncs\": -7 | cells[0].syncs: zero or more is needed, found -7",
        "\"syncs\": 7 | \"syncs\": 99999999999999999999 |"
            + " cells[0].syncs: an integer is needed, found 99999999999999999999",
        "\"status\": \"passed\" | \"status\": \"fine\" |"
            + " cells[0].status: one of passed, failed, skipped is needed, found \"fine\"",
        "\"messages\": 3 | \"messages\": null |"
            + " cells[0].counters.messages: an integer is needed, found null",
        "\"max\": | \"maximum\": | cells[0].latencyNs.max is missing",
        "\"strategy\": \"copy\" | \"strategy\": \"mach-3\" |"
            + " cells[0].id: does not fit the names beside it",
      })
  void whatIsWrongIsNamedWithItsPlace(String right, String wrong, String problem)
      throws IOException {
    String text = Files.readString(json);
    assertTrue(text.contains(right));
    int at = text.indexOf(right);
    Files.writeString(
        json,
        text.substring(0, at) + (wrong == null ? "" : wrong) + text.substring(at + right.length()));
    assertEquals(json + ": " + problem, problem());
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() throws IOException {
    replaceInJson("\"seed\": 42,", "\"seed\": 42, \"seed\": 43,");
    assertTrue(problem().contains("is not valid JSON"));
  }

  @Test
  void aCellThatStandsTwiceIsRefused() throws IOException {
    String text = Files.readString(json);
    Files.writeString(json, text.replace("\"direct\"", "\"copy\"").replace("/direct/", "/copy/"));
    assertEquals(
        run + ": the cell pc-2003/user-2/randread-4k/copy/n1000/s1 stands here twice", problem());
  }

  @Test
  void aMissingHistogramLogIsNamed() throws IOException {
    Files.delete(log);
    assertEquals(log + ": cannot be read: no such file", problem());
  }

  @Test
  void aCellWithoutHistogramIsNamed() throws IOException {
    String text = Files.readString(log);
    Files.writeString(
        log,
        text.lines().filter(l -> !l.contains("/direct/")).toList().stream()
            .reduce("", (a, b) -> a + b + "\n"));
    assertEquals(
        log
            + ": has no line for the cell pc-2003/user-2/randread-4k/direct/n1000/s1:"
            + " the file is truncated or belongs to another run",
        problem());
  }

  @Test
  void aHistogramOfAnotherRunIsNoticed() throws IOException {
    replaceInJson("\"count\": 1000", "\"count\": 999");
    assertEquals(
        json
            + ": cells[0].latencyNs.count is 999, but the cell's histogram holds 1000:"
            + " the files do not belong together",
        problem());
  }

  @Test
  void aDamagedHistogramIsNamedWithItsLine() throws IOException {
    String text = Files.readString(log);
    Files.writeString(log, text.replaceFirst("HISTF", "HIS!F"));
    assertEquals(
        log + ":6: the histogram cannot be decoded: the file is truncated or damaged", problem());
  }

  @Test
  void aDirectoryInPlaceOfTheFileIsNamed() throws IOException {
    Files.delete(json);
    Files.createDirectory(json);
    assertTrue(problem().startsWith(json + ": cannot be read: "));
  }

  private void replaceInJson(String right, String wrong) throws IOException {
    String text = new String(Files.readAllBytes(json), UTF_8);
    int at = text.indexOf(right);
    Files.writeString(json, text.substring(0, at) + wrong + text.substring(at + right.length()));
  }

  private String problem() {
    StoreException e = assertThrows(StoreException.class, () -> ResultStore.open(run));
    assertEquals(StoreException.Kind.CONTENT, e.kind());
    assertEquals(1, e.getMessage().lines().count());
    return e.getMessage();
  }
}
