package org.portbench.harness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A command line that a shell takes apart again as it was. */
record ShellWords(String program, List<String> args) {

  String text() {
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(args);
    return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
