package org.portbench.harness.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.harness.duet.TimedCell.Kind;
import org.portbench.harness.probe.Probe;
import org.portbench.results.gate.Doubt;
import org.portbench.results.gate.Iterations;
import org.portbench.results.gate.LaunchException;

/** Real JVMs, of this build; how long anything takes is nobody's business here. */
class FreshJvmsTest {
  @TempDir Path folder;
  private Path probe;

  @ParameterizedTest
  @CsvSource({"io.copy.4k, 60", "tail.copy.4k, 5", "queue.32, 60", "start.help, 5"})
  void eachKindOfCell_isMeasured(String name, int iterations) {
    TimedCell cell = TimedCells.of(List.of("copy")).matching("^" + name + "$").all().getFirst();
    Iterations seen = jvms().measured(Build.thisOne(), cell);
    assertEquals(iterations, seen.eachNs().size());
    assertTrue(seen.fastestNs() <= seen.medianNs());
  }

  @Test
  void aDelay_canBePutIntoReads() {
    for (Injected injected : Injected.all()) {
      if (List.of("delay-20", "tail").contains(injected.name())) {
        assertTrue(jvms().measured(Build.thisOne(), injected.head()).fastestNs() > 0);
      }
    }
  }

  @Test
  void whatFails_isOneLine() {
    TimedCell none = new TimedCell("io.copi.4k", Kind.READS, List.of("io", "copi", "4096"));
    LaunchException failed =
        assertThrows(LaunchException.class, () -> jvms().measured(Build.thisOne(), none));
    assertEquals(
        new Doubt.Failed(
            "this build cannot be measured by io.copi.4k:"
                + " java.lang.IllegalArgumentException: unknown strategy copi"),
        failed.doubt());
  }

  @Test
  void aBuildWithoutWhatIsMeasured_isToldFromOneThatFails() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Build old = new Build("old", List.of(empty), Files.getLastModifiedTime(empty));
    TimedCell queue = TimedCells.of(List.of()).matching("queue.32").all().getFirst();
    LaunchException failed = assertThrows(LaunchException.class, () -> jvms().measured(old, queue));
    assertEquals(
        new Doubt.Lacking(
            "old cannot be measured by queue.32: it lacks"
                + " org/portbench/hardware/sim/EventQueue"),
        failed.doubt());
  }

  @Test
  void aBuildThatChangesMeanwhile_isNotMeasured() throws IOException {
    Path file = Files.createFile(folder.resolve("a.jar"));
    Build build = new Build("a.jar", List.of(file), FileTime.fromMillis(1));
    TimedCell queue = TimedCells.of(List.of()).matching("queue.32").all().getFirst();
    assertEquals(
        "a.jar was built anew while it was measured",
        assertThrows(LaunchException.class, () -> jvms().measured(build, queue)).getMessage());
  }

  /** The probe goes before other builds on their class path: all of it has to. */
  @Test
  void allClassesOfTheProbe_goWithIt() throws Exception {
    jvms();
    Path source = Path.of(Probe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String inPackage = Probe.class.getPackageName().replace('.', '/');
    assertEquals(classes(source.resolve(inPackage)), classes(probe.resolve(inPackage)));
  }

  private static List<String> classes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("package-info"))
          .sorted()
          .toList();
    }
  }

  private FreshJvms jvms() {
    try {
      probe = Files.createTempDirectory(folder, "probe");
      return new FreshJvms(probe, Effort.FIRST_COMPILER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
