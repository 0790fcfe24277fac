package org.portbench.harness.probe;

import java.util.Arrays;
import java.util.List;

/**
 * The main class of a launch. It prints a line for each measured iteration, which is the mean time
 * of a step in nanoseconds, or a percentile of many. It names no class of the build, so that it
 * starts even where one is missing.
 */
public final class Probe {
  /** Ends the JVM of a build that lacks what is measured. */
  public static final int TOO_OLD = 64;

  private static final int FAILED = 1;

  private Probe() {}

  /** Takes how many iterations warm up and how many are measured, then what, and of what kind. */
  public static void main(String[] args) {
    int code = run(Arrays.asList(args));
    System.out.flush();
    System.exit(code);
  }

  private static int run(List<String> args) {
    try {
      int warmUp = Integer.parseInt(args.get(0));
      int measured = Integer.parseInt(args.get(1));
      Asked.of(args.subList(2, args.size())).run(warmUp, measured, System.out::println);
      return 0;
    } catch (LinkageError e) {
      System.err.println("it lacks " + e.getMessage());
      return TOO_OLD;
    } catch (RuntimeException e) {
      System.err.println(e);
      return FAILED;
    }
  }
}
