package org.portbench.reports.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EndLabelsTest {

  @Test
  void placesWithRoomStay() {
    assertArrayEquals(
        new double[] {10, 40, 90}, EndLabels.spread(new double[] {10, 40, 90}, 0, 100));
  }

  @Test
  void placesOnEachOtherMoveApartEvenly() {
    assertArrayEquals(new double[] {43, 57}, EndLabels.spread(new double[] {50, 50}, 0, 100), 0.01);
  }

  @Test
  void noTwoLabelsOverlapAndNoneLeavesThePlot() {
    long seed = 20030716;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 500; round++) {
      double[] wanted = random.doubles(1 + random.nextInt(11), 0, 160).sorted().toArray();
      double[] placed = EndLabels.spread(wanted, -6, 166);
      for (int i = 0; i < placed.length; i++) {
        boolean inside = placed[i] >= -6.001 && placed[i] <= 166.001;
        boolean apart = i == 0 || placed[i] - placed[i - 1] >= 13.999;
        assertTrue(
            inside && apart, "seed " + seed + " round " + round + ": " + Arrays.toString(placed));
      }
    }
  }
}
