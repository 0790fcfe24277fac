package org.portbench.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CrossoverTest {

  @Test
  void linesCrossWhereTheirStraightConnectionsDo() {
    List<Crossover> found =
        Crossover.between(
            "copy", costs(4096, 100, 16_384, 400), "mach-3", costs(4096, 200, 16_384, 300));
    assertEquals(List.of(new Crossover("copy", "mach-3", 10_240, 250)), found);
  }

  @Test
  void theCheaperOneBelowComesFirstWhicheverIsAskedFirst() {
    List<Crossover> found =
        Crossover.between(
            "mach-3", costs(4096, 200, 16_384, 300), "copy", costs(4096, 100, 16_384, 400));
    assertEquals(List.of(new Crossover("copy", "mach-3", 10_240, 250)), found);
  }

  @Test
  void aCrossingAtAMeasuredSizeIsFoundOnce() {
    List<Crossover> found =
        Crossover.between(
            "a", costs(1024, 10, 2048, 20, 4096, 40), "b", costs(1024, 15, 2048, 20, 4096, 30));
    assertEquals(List.of(new Crossover("a", "b", 2048, 20)), found);
  }

  @Test
  void linesThatRunTogetherForAWhileCrossWhereTheyFirstMeet() {
    List<Crossover> found =
        Crossover.between(
            "a",
            costs(1024, 10, 2048, 20, 4096, 40, 8192, 90),
            "b",
            costs(1024, 15, 2048, 20, 4096, 40, 8192, 80));
    assertEquals(List.of(new Crossover("a", "b", 2048, 20)), found);
  }

  @Test
  void linesThatOnlyTouchDoNotCross() {
    assertEquals(
        List.of(),
        Crossover.between(
            "a", costs(1024, 10, 2048, 20, 4096, 30), "b", costs(1024, 15, 2048, 20, 4096, 40)));
    assertEquals(
        List.of(),
        Crossover.between("a", costs(1024, 10, 2048, 20), "b", costs(1024, 10, 2048, 30)));
  }

  @Test
  void linesMayCrossTwice() {
    List<Crossover> found =
        Crossover.between(
            "a", costs(1000, 10, 2000, 30, 3000, 10), "b", costs(1000, 20, 2000, 20, 3000, 20));
    assertEquals(
        List.of(new Crossover("a", "b", 1500, 20), new Crossover("b", "a", 2500, 20)), found);
  }

  @Test
  void onlySizesThatBothHaveCount() {
    List<Crossover> found =
        Crossover.between(
            "a", costs(1000, 10, 2000, 999, 3000, 30), "b", costs(1000, 20, 3000, 20));
    assertEquals(List.of(new Crossover("a", "b", 2000, 20)), found);
    assertEquals(List.of(), Crossover.between("a", costs(1, 1), "b", costs(2, 2)));
  }

  private static NavigableMap<Long, Long> costs(long... sizesAndCosts) {
    NavigableMap<Long, Long> costs = new TreeMap<>();
    for (int i = 0; i < sizesAndCosts.length; i += 2) {
      costs.put(sizesAndCosts[i], sizesAndCosts[i + 1]);
    }
    return costs;
  }
}
