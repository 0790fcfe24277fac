package org.portbench.results.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.SampleCell;
import org.portbench.results.exact.Baseline;
import org.portbench.results.exact.ExactCell;

final class BaselineFileTest {
  @TempDir Path folder;

  @Test
  void whatIsWritten_isRead() {
    BaselineFile file = new BaselineFile(folder.resolve("new").resolve("ci.json"));
    Baseline baseline = baseline(cell("copy"), told("direct"));
    file.write(baseline);
    assertEquals(baseline, file.read());
  }

  @Test
  void theOrderOfCells_changesNoByte() throws IOException {
    Path one = folder.resolve("one.json");
    Path other = folder.resolve("other.json");
    new BaselineFile(one).write(baseline(cell("copy"), told("direct")));
    new BaselineFile(other).write(baseline(told("direct"), cell("copy")));
    assertEquals(Files.readString(one), Files.readString(other));
  }

  @Test
  void aFileThatIsCutAnywhere_isRefused() throws IOException {
    Path path = folder.resolve("ci.json");
    BaselineFile file = new BaselineFile(path);
    file.write(baseline(told("direct")));
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length - 1; length += 1 + length / 200) {
      Files.write(path, Arrays.copyOf(whole, length));
      StoreException e = assertThrows(StoreException.class, file::read, "cut at " + length);
      assertEquals(StoreException.Kind.CONTENT, e.kind());
      assertTrue(e.getMessage().startsWith(path.toString()), e.getMessage());
    }
  }

  @Test
  void aBaselineWithoutCells_isRefused() {
    BaselineFile file = new BaselineFile(folder.resolve("ci.json"));
    file.write(baseline());
    StoreException e = assertThrows(StoreException.class, file::read);
    assertTrue(e.getMessage().contains("has no cells; restore the file"), e.getMessage());
  }

  private static Baseline baseline(ExactCell... cells) {
    return new Baseline("ci", new TreeMap<>(Map.of("machine a cpu.x_ns", "1.5")), List.of(cells));
  }

  private static ExactCell cell(String strategy) {
    return ExactCell.of(SampleCell.of(strategy).counter("messages", 3).build());
  }

  private static ExactCell told(String strategy) {
    return cell(strategy)
        .withOneIo(new TreeMap<>(Map.of("device: works", List.of("A x 1 = 5 ps", "B x 2 = 6 ps"))));
  }
}
