package org.portbench.harness.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IologTest {
  private static final WorkloadOptions TIMED = WorkloadOptions.DEFAULT.withReplay(ReplayMode.TIMED);
  private static final String VERSION_3 =
      """
      fio version 3 iolog
      0 x add
      0 y add
      0 x open
      5 x write 0 512
      9 y open
      9 y read 7 1
      12 x sync 512 0
      12 x datasync 0 0
      20 x close
      """;
  private static final String VERSION_2 =
      """
      fio version 2 iolog
      x add
      x open
      x read 0 4096
      x wait 250 0
      x read 4096 4096
      x wait 99 0
      x wait 100 7
      x write 8192 1
      x close
      """;

  @TempDir Path folder;
  private WorkloadFiles files;

  @BeforeEach
  void inTheFolder() {
    files = new WorkloadFiles(folder);
  }

  @Test
  void versionThreeIsReplayedInItsOrder() {
    Workload trace = files.trace(VERSION_3);
    assertEquals(
        List.of(
            new Asked(Operation.Kind.WRITE, 0, 0, 512, 0),
            new Asked(Operation.Kind.READ, 1, 7, 1, 0),
            new Asked(Operation.Kind.SYNC, 0, 0, 0, 0),
            new Asked(Operation.Kind.DATA_SYNC, 0, 0, 0, 0)),
        WorkloadFiles.operations(trace));
    assertEquals(List.of(new FileSpec("x", 4_096), new FileSpec("y", 4_096)), trace.files());
    assertEquals(new Pace.ClosedLoop(1, 0, true), trace.clients().getFirst().pace());
    assertEquals("test.iolog", trace.name());
  }

  @Test
  void timesAreMicrosecondsSinceTheStart() {
    Workload trace = files.trace(VERSION_3, TIMED);
    assertEquals(
        List.of(5_000_000L, 9_000_000L, 12_000_000L, 12_000_000L),
        WorkloadFiles.operations(trace).stream().map(Asked::notBeforePs).toList());
    assertEquals("test.iolog@timed", trace.name());
    assertNotEquals(files.trace(VERSION_3).digest(), trace.digest());
  }

  @Test
  void versionTwoWaitsAddUpAndShortOnesAreDiscarded() {
    assertEquals(
        List.of(0L, 250_000_000L, 350_000_000L),
        WorkloadFiles.operations(files.trace(VERSION_2, TIMED)).stream()
            .map(Asked::notBeforePs)
            .toList());
    assertTrue(
        WorkloadFiles.operations(files.trace(VERSION_2)).stream()
            .allMatch(operation -> operation.notBeforePs() == 0));
  }

  @Test
  void aQueueDepthIsTakenAsSoonAsPossibleOnly() {
    WorkloadOptions deep = WorkloadOptions.DEFAULT.withQueueDepth(4);
    Workload trace = files.trace(VERSION_3, deep);
    assertEquals(new Pace.ClosedLoop(4, 0, true), trace.clients().getFirst().pace());
    assertEquals("test.iolog@qd4", trace.name());
    WorkloadException error =
        assertThrows(
            WorkloadException.class,
            () -> files.trace(VERSION_3, deep.withReplay(ReplayMode.TIMED)));
    assertTrue(
        error.getMessage().endsWith(": a timed replay is an open loop and takes no queue depth"));
  }

  @Test
  void filesThatAreNeverUsedAreLeftOut() {
    Workload trace =
        files.trace("fio version 3 iolog\n0 a add\n0 b add\n0 b open\n1 b write 5000 10\n");
    assertEquals(List.of(new FileSpec("b", 8_192)), trace.files());
    assertEquals(
        List.of(
            "test.iolog: 0 reads, 1 writes, 0 syncs, 0 data syncs in 1 files",
            "test.iolog: 1 files are opened but never used: left out",
            "test.iolog: 1 files are open at the end: the trace may be cut"),
        trace.notes());
  }

  @Test
  void aFileMayBeOpenedTwiceAndIsOpenUntilClosedTwice() {
    String twice =
        "fio version 2 iolog\nx add\nx open\nx add\nx open\nx close\nx read 0 1\nx close\n";
    assertEquals(1, WorkloadFiles.operations(files.trace(twice)).size());
    assertEquals(
        "test.iolog:9: 'x' is used but not open",
        files.error("test.iolog", twice + "x read 0 1\n"));
  }

  @Test
  void eachSourceBeginsAnew() {
    ClientPlan client = files.trace(VERSION_3).clients().getFirst();
    assertEquals(WorkloadFiles.operations(client, 1), WorkloadFiles.operations(client, 2));
  }

  /** Each line stands as the fourth line of a trace that is otherwise sound. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "5 x write 0 0       | length 0 must be from 1 to 67108864 bytes",
        "5 x read 0 67108865 | length 67108865 must be from 1 to 67108864 bytes",
        "5 x read 0 2147483648 | length 2147483648 must be from 1 to 67108864 bytes",
        "5 x read 0 -1       | length '-1' is not a whole number from 0",
        "5 x read -1 1       | offset '-1' is not a whole number from 0",
        "5 x read 0x10 1     | offset '0x10' is not a whole number from 0",
        "5 x read 9223372036854775807 1 | offset 9223372036854775807 and length 1 end beyond 1 TiB",
        "5 x read 9223372036854775808 1 | offset '9223372036854775808' is too large",
        "-5 x read 0 1       | time '-5' is not a whole number from 0",
        "t x read 0 1        | time 't' is not a whole number from 0",
        "2592000000001 x read 0 1 | time 2592000000001 is beyond 30 days, in microseconds",
        "3 x read 0 1        | time 3 is before the 4 of the last line",
        "5 x wait 100 0      | version 3 has no wait; its times say when",
        "5 x trim 0 4096     | trims are not supported; remove the line",
        "5 x erase 0 4096    | unknown action 'erase'; with an offset, write read, write, sync",
        "5 x unlink          | unknown action 'unlink'; without an offset, write add, open or"
            + " close",
        "5 z open            | 'z' has not been added",
        "5 z close           | 'z' has not been added",
        "5 z read 0 1        | 'z' is used but not open",
        "5 z sync 0 0        | 'z' is used but not open",
        "5 x                 | 2 fields in '5 x'; write 'time file action'",
        "5 x read 0          | 4 fields in '5 x read 0'; write 'time file action'",
        "5 x read 0 1 2      | 6 fields in '5 x read 0 1 2'; write 'time file action'",
        "\"\"                | 0 fields in ''; write 'time file action'",
      })
  void aBadLineIsNamedWithItsFileAndNumber(String line, String message) {
    String trace = "fio version 3 iolog\n0 x add\n4 x open\n" + line + "\n5 x close\n";
    String error = files.error("test.iolog", trace);
    assertTrue(error.startsWith("test.iolog:4: " + message), error);
  }

  @Test
  void closingTwiceIsAnError() {
    assertEquals(
        "test.iolog:5: 'x' is closed but not open",
        files.error("test.iolog", "fio version 2 iolog\nx add\nx open\nx close\nx close\n"));
  }

  @Test
  void aTraceWithNothingToReplayIsRefused() {
    assertEquals(
        "test.iolog:1: nothing follows the first line",
        files.error("test.iolog", "fio version 3 iolog\n"));
    assertEquals(
        "test.iolog:2: the trace ends without a read, write or sync",
        files.error("test.iolog", "fio version 3 iolog\n0 x add\n"));
  }

  @Test
  void theFirstLineMustNameTheVersion() {
    String wanted = "; the first line must be 'fio version 2 iolog' or 'fio version 3 iolog'";
    assertEquals("test.iolog:1: the file is empty" + wanted, files.error("test.iolog", ""));
    assertEquals(
        "test.iolog:1: 'fio version 4 iolog'" + wanted,
        files.error("test.iolog", "fio version 4 iolog\n"));
    assertEquals(
        "test.iolog:1: 'fio version 3 iolog '" + wanted,
        files.error("test.iolog", "fio version 3 iolog \n"));
    assertEquals(
        "test.iolog:1: version 1 of the format is not supported" + wanted,
        files.error("test.iolog", "0, 4096, 4096\n1, 0, 512\n"));
    assertEquals(
        "test.iolog:1: not a text file: byte 0x07", files.error("test.iolog", "\7elf\0\0\0"));
  }

  @Test
  void aTraceCutAnywhereInALineIsRefused() {
    int end = VERSION_3.length() - 1;
    for (int cut = VERSION_3.indexOf('\n') + 1; cut < end; cut++) {
      if (VERSION_3.charAt(cut - 1) != '\n') {
        String error = files.error("test.iolog", VERSION_3.substring(0, cut));
        assertTrue(error.contains(": the file is cut: its last line, '"), error);
      }
    }
  }

  @Test
  void carriageReturnsDoNotMatter() {
    assertEquals(
        WorkloadFiles.operations(files.trace(VERSION_3)),
        WorkloadFiles.operations(files.trace(VERSION_3.replace("\n", "\r\n"))));
  }
}
