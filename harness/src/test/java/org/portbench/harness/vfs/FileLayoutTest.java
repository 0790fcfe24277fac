package org.portbench.harness.vfs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileLayoutTest {
  /** Larger than what a double indirect block leads to. */
  private static final long BYTES = 4096L * (12 + 1024 + 1024 * 1024 + 3000);

  private final FileLayout layout = new FileLayout(List.of(4096L, BYTES));

  /** Blocks of metadata, counted from the file's inode. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "11, 0",
    "12, 0 1",
    "1035, 0 1",
    "1036, 0 2 3",
    "2059, 0 2 3",
    "2060, 0 2 4",
    "1049611, 0 2 1026",
    "1049612, 0 1027 1028 2052",
    "1050636, 0 1027 1028 2053",
  })
  void theInodeThenIndirectBlocksLeadToABlock(long block, String expected) {
    long offset = block * 4096 + 17;
    List<String> blocks = new ArrayList<>();
    for (int level = 0; level < layout.depth(1, offset); level++) {
      long address = layout.block(1, offset, level);
      blocks.add(Long.toString((address - layout.inode(1)) / 4096));
    }
    assertEquals(expected, String.join(" ", blocks));
  }
}
