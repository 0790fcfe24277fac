package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BufferShapeTest {

  @Test
  void rangesAreAsEqualAsWholeBlocksAllow() {
    assertEquals(List.of(4096, 4096), new BufferShape(2, 0).lengths(8192));
    // Eight blocks: 8/3 = 2, then 16/3 = 5, then 8 of them done.
    assertEquals(List.of(1024, 1536, 1536), new BufferShape(3, 0).lengths(4096));
  }

  @Test
  void whatIsNoWholeBlockIsInTheLastRange() {
    assertEquals(List.of(512, 612), new BufferShape(2, 0).lengths(1124));
  }

  @Test
  void aShortRequestHasARangeForEachBlock_andAtLeastOne() {
    assertEquals(List.of(512, 512), new BufferShape(256, 0).lengths(1024));
    assertEquals(List.of(100), new BufferShape(256, 0).lengths(100));
    assertEquals(List.of(0), new BufferShape(4, 512).lengths(0));
  }
}
