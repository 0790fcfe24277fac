package org.portbench.harness.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.GivenText;
import org.portbench.harness.experiment.MatrixText;
import org.portbench.harness.run.StackKnob;
import org.portbench.results.validation.TargetKind;
import org.portbench.results.validation.TargetUnit;

class TargetTextTest {
  private static final String GOOD =
      """
      description = "two figures"
      source = "Somebody 1999, Table 1"
      machines = ["pc-2003"]
      layers = [1]
      [[run]]
      id = "a"
      strategies = ["copy"]
      workloads = ["null-request"]
      endpoint = ["sink"]
      [[run]]
      id = "b"
      strategies = ["copy"]
      workloads = ["seqread-64k"]
      sizes = ["4k", "8k"]
      [[target]]
      id = "t"
      kind = "composition"
      quantity = "cpuNsPerOperation(a)"
      unit = "us"
      expected = 4.9
      compares = "This."
      unmet = "That."
      [[target]]
      id = "s"
      kind = "sign"
      source = "Else 2000"
      quantity = "cpuNsPerOperation(b, 4k) < cpuNsPerOperation(b, 8k)"
      compares = "These."
      """;

  @Test
  void aTable_isReadAsItStands() {
    TargetTable table = read(GOOD);
    assertEquals("x", table.name());
    assertEquals(List.of("a", "b"), table.runs().stream().map(Run::id).toList());
    assertEquals(List.of("1"), table.runs().getFirst().matrix().stack(StackKnob.LAYERS));
    Target first = table.targets().getFirst();
    assertEquals(TargetKind.COMPOSITION, first.kind());
    assertEquals(TargetUnit.TIME, first.unit());
    assertEquals(4900, first.expected());
    assertEquals("Somebody 1999, Table 1", first.source());
    assertEquals("Somebody 1999", first.work());
    assertEquals("This.", first.explanation(true));
    assertEquals("This. That.", first.explanation(false));
    Target second = table.targets().getLast();
    assertEquals("Else 2000", second.source());
    assertEquals(TargetUnit.SIGN, second.unit());
    assertEquals(-1, second.expected());
    assertEquals("These.", second.explanation(false));
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[[run]] | [[run | x.toml:5: no valid TOML",
        "description = 'two figures' | seed = 1"
            + " | x.toml:1: unknown key seed; known are description, source, run, target,",
        "description = 'two figures' | # | x.toml:1: has no description; add description = ...",
        "id = 'a' | id = '1a' | x.toml:6: id '1a': letters, digits, dots, hyphens; a letter first",
        "id = 'b' | id = 'a' | x.toml:10: a second run a; give it another id",
        "id = 's' | id = 't' | x.toml:23: a second target t; give it another id",
        "layers = [1] | layers = [65]"
            + " | x.toml:4: layers: '65': must be a whole number from 0 to 64",
        "machines = ['pc-2003'] | #"
            + " | x.toml:5: no machines are named; add machines = ['server-2024']",
        "endpoint = ['sink'] | endpont = ['sink']"
            + " | x.toml:9: unknown key endpont; did you mean endpoint?",
        "kind = 'composition' | kind = 'guess' | x.toml:17: kind: 'guess': must be one of"
            + " composition, prediction, sign, unpredictable",
        "kind = 'composition' | # | x.toml:15: has no kind; add kind = ...",
        "unit = 'us' | unit = 'days' | x.toml:19: unit 'days': must be one of ns, us, ms, B, KiB,"
            + " MB/s, 1/s, count, ratio",
        "unit = 'us' | unit = 'ratio'" + " | x.toml:18: quantity is time, which has no unit ratio",
        "unit = 'us' | unit = 3 | x.toml:19: unit must be a text in quotes",
        "expected = 4.9 | expected = 0 | x.toml:20: expected must be a number above 0",
        "expected = 4.9 | expected = nan | x.toml:20: expected must be a number above 0",
        "expected = 4.9 | expected = 'x' | x.toml:20: expected must be a number above 0",
        "expected = 4.9 | # | x.toml:15: has no expected; add expected = ...",
        "compares = 'This.' | # | x.toml:15: has no compares; add compares = ...",
        "unmet = 'That.' | recalled = 1 | x.toml:22: recalled must be true or false",
        "unmet = 'That.' | unmt = 'That.' | x.toml:22: unknown key unmt; did you mean unit?",
        "source = 'Somebody 1999, Table 1' | #" + " | x.toml:15: has no source; add source = ...",
        "quantity = 'cpuNsPerOperation(a)' | quantity = 'cpuNsPerOperation(z)'"
            + " | x.toml:18: quantity: unknown run 'z'; did you mean a?",
        "source = 'Else 2000' | expected = 1"
            + " | x.toml:26: a sign has no expected; leave it out",
        "(b, 4k) < | (b, 4k) + | x.toml:27: quantity: a sign compares two formulas by < or >",
        "< cpuNsPerOperation(b, 8k) | < 3"
            + " | x.toml:27: quantity: time is not compared with a plain number"
      })
  void aMistake_isNamedWithItsLine(String right, String wrong, String problem) {
    String text = GOOD.replaceFirst(Pattern.quote(quoted(right)), quoted(wrong));
    String said = assertThrows(ExperimentException.class, () -> read(text)).getMessage();
    String begins = plain(said).substring(0, Math.min(said.length(), problem.length()));
    assertEquals(plain(problem), begins, said);
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "strategies = ['copy'] | strategies = ['copi']"
            + " | x.toml:7: unknown strategy 'copi'; did you mean copy?",
        "strategies = ['copy'] | strategies = ['copy', 'direct']"
            + " | x.toml:5: a run is one cell, or one for each of its sizes; a makes 2",
        "machines = ['pc-2003'] | machines = ['pc-2030']"
            + " | x.toml:3: machine pc-2030: unknown; did you mean pc-2003?",
        "endpoint = ['sink'] | sizes = ['4k']"
            + " | x.toml:8: null-request asks for no data and takes no size",
        "endpoint = ['sink'] | active_cpus = [2]"
            + " | x.toml:5: pc-2003 has one CPU; its active-cpus is 1"
      })
  void aRunThatCannotBe_isNamedWithItsLine(String right, String wrong, String problem) {
    String text = GOOD.replaceFirst(Pattern.quote(quoted(right)), quoted(wrong));
    TargetTable table = read(text);
    String said =
        assertThrows(
                ExperimentException.class,
                () -> PlannedTable.of(table, List.of("copy", "direct"), Map.of()))
            .getMessage();
    assertEquals(problem, said);
  }

  private static TargetTable read(String text) {
    return new TargetText(new GivenText("x", new MatrixText("x.toml", ""), text)).read();
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }

  private static String plain(String text) {
    return text.replace('"', '\'');
  }
}
