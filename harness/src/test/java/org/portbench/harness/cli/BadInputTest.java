package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a user does wrong is one line, exit code 2, and nothing else. */
final class BadInputTest {
  @TempDir Path home;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "rnu | Unmatched argument at index 0: 'rnu'; did you mean run? see portbench --help",
        "list | Missing required subcommand; see portbench list --help",
        "list machine vax | machine vax: unknown; known are next-1990, decstation3100-1991,"
            + " hp386-1992, decstation-1993, pc-2003, smp-2003, server-2024",
        "run --mchine x"
            + " | Unknown option: '--mchine'; did you mean --machine? see portbench run --help",
        "run dillon-2004 | unknown experiment 'dillon-2004'; did you mean dillon-2003?"
            + " (one of your own is a *.toml file)",
        "run gone.toml | gone.toml: no such file",
        "run --machine pc-2030 | machine pc-2030: unknown; did you mean pc-2003?",
        "run --machine pc-2003,,x | --machine: a name is empty",
        "run --strategy copi | unknown strategy 'copi'; did you mean copy?",
        "run --layers 2,x | --layers: 'x': must be a whole number from 0 to 64",
        "run --layers -1 | --layers: '-1': must be a whole number from 0 to 64",
        "run --layers 65 | --layers: '65': must be a whole number from 0 to 64",
        "run --placement kernl | --placement: 'kernl': must be one of user, kernel",
        "run --touch all | --touch: 'all': must be one of nothing, metadata, data",
        "run --size 0 | --size: '0': must be from 1 byte to 64m",
        "run --size 65m | --size: '65m': must be from 1 byte to 64m",
        "run --size 4x | --size: size '4x': not a size; write for example 512, 4k or 1m",
        "run --queue-depth 0 | --queue-depth: '0': must be a whole number from 1 to 65536",
        "run --queue-depth 65537 | --queue-depth: '65537': must be a whole number from 1 to 65536",
        "run --operations 0 | --operations: '0': must be a whole number from 1 to 1000000000",
        "run --seed 1.5 | --seed: '1.5': must be a whole number",
        "run --seed 1 --seed 2"
            + " | option '--seed' (N) should be specified only once; see portbench run --help",
        "run --jobs 0 | --jobs: '0': must be a whole number from 1 to 1024",
        "run --replay soon | --replay: 'soon': must be one of asap, timed",
        "run --plugin gone.jar | --plugin gone.jar: no such file",
        "run --workload poisson-randread-4k --queue-depth 2"
            + " | poisson-randread-4k is an open loop and takes no queue depth",
        "run --workload seqread-1m --size 64m --machine pc-2003 --operations 99999999999"
            + " | --operations: '99999999999': must be a whole number from 1 to 1000000000",
        "explain | Missing required option: '--strategy=NAME'; see portbench explain --help",
        "explain --strategy copy --op flush | --op: 'flush': must be one of read, write",
        "explain --strategy copy --size 0 | --size: '0': must be from 1 byte to 64m",
        "report gone | gone: no such directory",
      })
  void isOneLine(String commandLine, String message) throws IOException {
    Told told = Told.of(home, commandLine.split(" ", -1));
    assertEquals("portbench: " + message, told.oneLine());
    assertEquals(2, told.code());
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @ValueSource(strings = {"randread-5k", "gone.iolog", "gone.fio"})
  void anUnknownWorkloadNamesTheKnownOnes(String name) throws IOException {
    Told told = Told.of(home, "run", "--workload", name);
    assertTrue(told.oneLine().contains("randread-4k, randwrite-4k"), told.err());
    assertEquals(2, told.code());
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource({
    "fio, '', ':1: ', --workload",
    "iolog, '', ':1: ', --workload",
    "iolog, 'fio version 2 iolog\nx', ':2: ', --workload",
    "fio, '[a]\nrw=read\nfoo=1', ':3: ', --workload",
    "toml, '', ':1: ', --machine",
    "toml, '[machine', ':1: ', --machine",
  })
  void aBrokenFileIsNamedWithItsLine(String ending, String text, String place, String option)
      throws IOException {
    Path file = Files.writeString(home.resolve("broken." + ending), text);
    Told told = Told.of(home, "run", option, file.toString());
    assertTrue(told.oneLine().startsWith("portbench: " + file + place), told.err());
    assertEquals(2, told.code());
    Files.delete(file);
    assertNothingIsLeft();
  }

  @Test
  void aFileOfBytesIsNoInput() throws IOException {
    byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', 0, 1, (byte) 0xff, '\n'};
    for (String name : new String[] {"b.fio", "b.iolog", "b.toml"}) {
      Path file = Files.write(home.resolve(name), bytes);
      String option = name.endsWith(".toml") ? "--machine" : "--workload";
      Told told = Told.of(home, "run", option, file.toString());
      assertTrue(told.oneLine().startsWith("portbench: " + file), told.err());
      assertEquals(2, told.code());
      assertEquals(2, Told.of(home, "run", home.resolve("b.toml").toString()).code());
      Files.delete(file);
    }
    assertNothingIsLeft();
  }

  @Test
  void twoWorkloadsOfOneNameAreNotMixedUp() throws IOException {
    Path first = Files.createDirectories(home.resolve("1")).resolve("a.fio");
    Path second = Files.createDirectories(home.resolve("2")).resolve("a.fio");
    Files.writeString(first, "[a]\nrw=read\nsize=64k\n");
    Files.writeString(second, "[a]\nrw=write\nsize=64k\n");
    Told told = Told.of(home, "run", "--workload", first + "," + second);
    assertEquals(
        "portbench: "
            + first
            + " and "
            + second
            + " are two workloads of one name, a.fio; rename one",
        told.oneLine());
    assertEquals(2, told.code());
  }

  @Test
  void moreThanADeviceHoldsIsRefused() throws IOException {
    Path file = Files.writeString(home.resolve("big.fio"), "[a]\nrw=read\nsize=100g\n");
    Told told = Told.of(home, "run", "--machine", "pc-2003", "--workload", file.toString());
    assertTrue(told.oneLine().startsWith("portbench: workload big.fio needs 107"), told.oneLine());
    assertTrue(told.oneLine().contains("the device of pc-2003 has "), told.oneLine());
    assertEquals(2, told.code());
  }

  @Test
  void aRunIsNeverWrittenOver() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    Path taken = Files.createDirectories(home.resolve("taken"));
    Files.writeString(taken.resolve("run.json"), "{}");
    assertEquals(
        "portbench: " + taken + ": already holds a run (run.json); choose another directory",
        Told.of(home, "run", "quick", "--out", taken.toString()).oneLine());
    assertEquals(
        "portbench: " + file + ": is a file; a run needs a directory",
        Told.of(home, "run", "quick", "--out", file.toString()).oneLine());
    assertEquals(2, Told.of(home, "run", "quick", "--out", file + "/run").code());
    assertEquals("{}", Files.readString(taken.resolve("run.json")));
    try (Stream<Path> files = Files.list(taken)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void whatIsNoRunIsUnreadable() throws IOException {
    assertEquals(4, Told.of(home, "report", home.toString()).code());
    Files.writeString(home.resolve("run.json"), "{\"schemaVersion\": 1, ");
    Told told = Told.of(home, "report", home.toString());
    assertTrue(told.oneLine().startsWith("portbench: " + home.resolve("run.json")), told.err());
    assertEquals(4, told.code());
  }

  private void assertNothingIsLeft() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      assertEquals(0, files.count());
    }
  }
}
