package org.portbench.harness.duet;

import java.util.ArrayList;
import java.util.List;

/** How long each launch lasts, and by which compiler the build is made fast. */
public enum Effort {
  /**
   * The first compiler alone: a JVM is warm within a tenth of a second, and its code does not
   * depend on what it happened to see until then.
   */
  FIRST_COMPILER(20, 60, List.of("-XX:TieredStopAtLevel=1")),

  /** As users run it, warm only after seconds. */
  ALL_COMPILERS(1000, 60, List.of());

  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Djava.awt.headless=true");

  private final int warmUp;
  private final int measured;
  private final List<String> compilers;

  Effort(int warmUp, int measured, List<String> compilers) {
    this.warmUp = warmUp;
    this.measured = measured;
    this.compilers = compilers;
  }

  public List<String> jvmOptions() {
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(compilers);
    return options;
  }

  /** How many iterations warm up, and how many are measured, where each is so many times longer. */
  List<String> iterations(int longer) {
    return List.of(
        Integer.toString(Math.max(1, warmUp / longer)),
        Integer.toString(Math.max(1, measured / longer)));
  }
}
