package org.portbench.harness.linux.run;

import java.nio.file.Path;
import java.util.List;

/**
 * An experiment on a real kernel, worked out.
 *
 * @param cells in the order in which they are shown, no two of one identity
 * @param repetitions of each cell, taken in turns
 * @param deviceDirectory where the file behind the device is made
 */
public record LinuxPlan(
    String experiment,
    long seed,
    ThisMachine machine,
    List<LinuxCell> cells,
    int repetitions,
    Path deviceDirectory,
    List<String> notes) {

  public LinuxPlan {
    cells = List.copyOf(cells);
    notes = List.copyOf(notes);
  }
}
