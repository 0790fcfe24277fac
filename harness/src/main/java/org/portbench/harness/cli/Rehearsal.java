package org.portbench.harness.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs what users run, while the JVM records which classes and methods that takes. */
final class Rehearsal {
  private static final Pattern WORDS = Pattern.compile(" ");

  private Rehearsal() {}

  /** Takes a folder, which is written to and gone afterwards, and the commands. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    remove(folder);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Map<String, String> environment = Surroundings.ofThisProcess().environment();
    Surroundings unheard = new Surroundings(nowhere, nowhere, environment, false, folder);
    for (String command : List.of(args).subList(1, args.length)) {
      Main.run(List.of(WORDS.split(command)), unheard);
    }
    remove(folder);
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
