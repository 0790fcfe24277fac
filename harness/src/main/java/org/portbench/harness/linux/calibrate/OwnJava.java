package org.portbench.harness.linux.calibrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Another process of this program: the same Java and the same classes. It has the serial collector,
 * and runs on the CPUs of the thread that starts it.
 */
record OwnJava(Class<?> main) {

  Process start(String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto"));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx256m"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    line.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(line).redirectError(Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
