package org.portbench.harness.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portbench.harness.console.Ink;

/** The help of each command, plain and coloured, as the build wrote it beside the classes. */
final class WrittenHelp {
  /** What is not a command's. */
  static final String WHOLE = "portbench";

  private WrittenHelp() {}

  /** Writes the help to the folder of classes that is named. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  static void write(Path classes) throws IOException {
    List<String> commands = new ArrayList<>(Commands.names());
    commands.add(WHOLE);
    for (String command : commands) {
      for (boolean coloured : new boolean[] {false, true}) {
        Path file = classes.resolve(resource(command, new Ink(coloured)));
        Files.createDirectories(file.getParent());
        Files.write(file, made(command, coloured));
      }
    }
  }

  /** Nothing where it is not written, as in a program that is run from its classes. */
  static Optional<List<String>> of(String command, Ink ink) {
    try (InputStream text = WrittenHelp.class.getResourceAsStream("/" + resource(command, ink))) {
      return text == null
          ? Optional.empty()
          : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] made(String command, boolean coloured) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
    List<String> args = command.equals(WHOLE) ? List.of("--help") : List.of(command, "--help");
    Main.parsed(args, new Surroundings(out, out, Map.of(), coloured, Path.of("")));
    return text.toByteArray();
  }

  private static String resource(String command, Ink ink) {
    return "help/" + command + (ink.coloured() ? ".ansi" : ".txt");
  }
}
