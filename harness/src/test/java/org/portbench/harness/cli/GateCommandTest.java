package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GateCommandTest {
  @TempDir Path home;
  private TinySuite suite;

  @BeforeEach
  void keepABaseline() throws IOException {
    suite = TinySuite.in(home);
    assertEquals(0, suite.gate("update").code());
  }

  @Test
  void theBaselineOfThisRepository_isWhatTheModelSays() {
    Told told = Told.of(Path.of(".."), "gate", "check");
    assertEquals(0, told.code(), told.out() + told.err());
  }

  @Test
  void whatIsTheSame_passes() {
    Told told = suite.gate("check");
    assertEquals(0, told.code(), told.err());
    assertTrue(told.out().startsWith("2 cells, all the same: "), told.out());
  }

  @Test
  void anotherUpdate_elsewhere_changesNoByte() throws IOException {
    String before = Files.readString(suite.baseline());
    Locale here = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(0, suite.gate("update").code());
    } finally {
      Locale.setDefault(here);
    }
    assertEquals(before, Files.readString(suite.baseline()));
  }

  @Test
  void oneUnitOfAPrice_isCaught_named_andExplained() throws IOException {
    suite.machine("system_call_ns", "670", "671");
    Told told = suite.gate("check");
    assertEquals(1, told.code(), told.err());
    for (String expected :
        new String[] {
          "machine mine cpu.system_call_ns",
          "  totalsPs.trap ",
          " worse\n",
          "One I/O of mine/user2-touch-nothing/randread-4k/copy/n20/s1\n  client ",
          "    - SYSTEM_CALL x 1 = 670000 ps\n    + SYSTEM_CALL x 1 = 671000 ps\n",
          "portbench gate update writes " + suite.baseline() + " anew."
        }) {
      assertTrue(told.out().contains(expected), () -> expected + " in\n" + told.out());
    }
    assertEquals(0, suite.gate("update").code());
    assertEquals(0, suite.gate("check").code());
  }

  @Test
  void aPriceThatNothingIsChargedFor_isNamed_andPasses() throws IOException {
    suite.machine("ipi_send_ns", "200", "201");
    Told told = suite.gate("check");
    assertEquals(0, told.code(), told.err());
    assertTrue(told.out().contains("machine mine cpu.ipi_send_ns"), told.out());
    assertTrue(told.out().contains("2 cells, all the same"), told.out());
  }

  @Test
  void otherCells_areNoPass() throws IOException {
    suite.strategies("copy");
    Told missing = suite.gate("check");
    assertEquals(4, missing.code());
    assertTrue(
        missing
            .err()
            .contains(
                suite.baseline()
                    + ": the cell mine/user2-touch-nothing/randread-4k/direct/n20/s1 has no"
                    + " counterpart in the suite tiny"),
        missing.err());
    suite.strategies("copy", "direct", "fd");
    Told extra = suite.gate("check");
    assertEquals(4, extra.code());
    assertTrue(extra.err().contains("/fd/n20/s1 has no counterpart in "), extra.err());
  }

  @Test
  void aRenamedCell_isNoPass() throws IOException {
    damage("/copy/n20", "/copied/n20");
    Told told = suite.gate("check");
    assertEquals(4, told.code());
    assertTrue(told.err().contains("/copy/n20/s1 has no counterpart in "), told.err());
    assertTrue(told.err().contains("/copied/n20/s1 has no counterpart in "), told.err());
  }

  @Test
  void withoutABaseline_oneLineSaysHowToMakeOne() throws IOException {
    Files.delete(suite.baseline());
    refused("cannot be read: no such file");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"schemaVersion\": 1', '\"schemaVersion\": 2', schemaVersion is 2; needed is 1",
    "'\"operations\": 20', '\"operations\": NaN', is not valid JSON",
    "'\"operations\": 20', '\"operations\": \"NaN\"', 'an integer is needed, found \"NaN\"'",
    "'\"operations\": 20', '\"operations\": 20.5', 'an integer is needed, found 20.5'",
    "'\"operations\": 20', '\"operations\": -20', 'zero or more is needed, found -20'",
    "'\"operations\": 20', '\"operations\": 0', metrics.operations: a cell that measured nothing",
    "'\"latencyNs\": \"', '\"latencyNs\": \"0:0 ', pairs of nanoseconds:count are needed",
    "'\"cells\":', '\"others\":', cells is missing",
    "'\"suite\":', '\"cells\": {}, \"suite\":', is not valid JSON",
  })
  void aDamagedBaseline_isOneLine(String from, String to, String expected) throws IOException {
    damage(from, to);
    refused(expected);
  }

  @Test
  void aBaselineThatIsCutOrZero_isOneLine() throws IOException {
    byte[] whole = Files.readAllBytes(suite.baseline());
    Files.write(suite.baseline(), new byte[0]);
    refused("is empty");
    Files.write(suite.baseline(), new byte[whole.length]);
    refused("is not valid JSON");
    Files.writeString(suite.baseline(), "[]");
    refused("holds no JSON object");
    for (int length = 1; length < whole.length - 2; length += 97) {
      Files.write(suite.baseline(), Arrays.copyOf(whole, length));
      refused(suite.baseline().toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\"operations\": 20', '\"operations\": 99999999999999999999', an integer is needed",
    "'\"operations\": 20', '\"operations\": 1e400', an integer is needed",
    "'\"operations\": 20', '\"operations\": null', an integer is needed",
    "'\"latencyNs\": \"', '\"latencyNs\": \"5:-1 ', pairs of nanoseconds:count are needed",
    "'\"latencyNs\": \"', '\"latencyNs\": \"5:9999999999999999999 ', pairs of nanoseconds",
    "'\"metrics\": {', '\"metrics\": [', is not valid JSON",
    "'\"oneIo\": {', '\"oneIo\": \"x\", \"y\": {', an object is needed",
  })
  void aBaselineWithNumbersThatAreNone_isOneLine(String from, String to, String expected)
      throws IOException {
    damage(from, to);
    refused(expected);
  }

  @Test
  void aFailedCell_isNoPass_andLeavesTheBaselineAlone() throws IOException {
    Path honest = plugin("honest.jar", "return copy.send(crossing, message, held);");
    assertEquals(0, gate("update", honest).code());
    String before = Files.readString(suite.baseline());
    assertEquals(0, gate("check", honest).code());

    Path broken = plugin("broken.jar", "throw new IllegalStateException(\"cannot send\");");
    Told check = gate("check", broken);
    assertEquals(5, check.code(), check.err());
    assertTrue(check.err().contains("/mine/n20/s1 failed: IllegalStateException"), check.err());
    assertFalse(check.err().contains("counterpart"), check.err());
    Told update = gate("update", broken);
    assertEquals(5, update.code(), update.err());
    assertTrue(update.err().contains("/mine/n20/s1 failed: IllegalStateException"), update.err());
    assertEquals(before, Files.readString(suite.baseline()));
  }

  private Told gate(String command, Path plugin) {
    return Told.of(
        home, "gate", command, "--suite", suite.file().toString(), "--plugin", plugin.toString());
  }

  /** Of a strategy that does so when it sends. */
  private Path plugin(String jar, String send) throws IOException {
    return PluginJar.make(home, jar, Map.of("Mine", PluginJar.strategy("Mine", "mine", send)));
  }

  @Test
  void gateAlone_isNoCommand() {
    Told told = Told.of(home, "gate");
    assertEquals(2, told.code());
    assertTrue(told.oneLine().startsWith("portbench: Missing required subcommand"), told.err());
  }

  private void damage(String from, String to) throws IOException {
    String text = Files.readString(suite.baseline());
    assertTrue(text.contains(from), from);
    Files.writeString(suite.baseline(), text.replace(from, to));
  }

  private void refused(String expected) {
    Told told = suite.gate("check");
    assertEquals(4, told.code(), told.err());
    assertTrue(told.oneLine().startsWith("portbench: " + suite.baseline()), told.err());
    assertTrue(told.oneLine().contains(expected), told.err());
    assertTrue(told.oneLine().endsWith("or write it with portbench gate update"), told.err());
    assertFalse(told.err().contains("Exception"), told.err());
  }
}
