package org.portbench.harness.probe;

import java.util.List;

/** What is measured, by its name and parameters. */
final class Asked {
  private Asked() {}

  static Iterations of(List<String> args) {
    return switch (args.getFirst()) {
      case "queue" -> new Events(Integer.parseInt(args.get(1)));
      case "io" -> new Reads(Reads.strategy(args.get(1)), Long.parseLong(args.get(2)));
      case "tail" -> new SlowestReads(Reads.strategy(args.get(1)), Long.parseLong(args.get(2)));
      case "delayed-io", "delayed-tail" -> Injection.of(args, 3).into(args);
      default -> throw new IllegalArgumentException("nothing is measured as " + args);
    };
  }
}
