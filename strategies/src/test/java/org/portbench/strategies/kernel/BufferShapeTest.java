package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BufferShapeTest {

  @Test
  void rangesAreAsEqualAsWholeBlocksAllow() {
    assertEquals(List.of(4096, 4096), lengths(new BufferShape(2, 0), 8192));
    // Eight blocks: 8/3 = 2, then 16/3 = 5, then 8 of them done.
    assertEquals(List.of(1024, 1536, 1536), lengths(new BufferShape(3, 0), 4096));
  }

  @Test
  void whatIsNoWholeBlockIsInTheLastRange() {
    assertEquals(List.of(512, 612), lengths(new BufferShape(2, 0), 1124));
  }

  @Test
  void aShortRequestHasARangeForEachBlock_andAtLeastOne() {
    assertEquals(List.of(512, 512), lengths(new BufferShape(256, 0), 1024));
    assertEquals(List.of(100), lengths(new BufferShape(256, 0), 100));
    assertEquals(List.of(0), lengths(new BufferShape(4, 512), 0));
  }

  private static List<Integer> lengths(BufferShape shape, int length) {
    return IntStream.range(0, shape.count(length))
        .mapToObj(range -> shape.length(length, range))
        .toList();
  }
}
