package org.portbench.results.store;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README says of the wall-clock gate is what was measured, to the last digit. */
class QuotedFiguresTest {
  private static final Path MEASURED = Path.of("gate-characteristics.json");
  private static final Path README = Path.of("..", "README.md");

  @Test
  void theReadme_quotesWhatWasMeasured() throws IOException {
    Fields json = Json.parse(Files.readAllBytes(MEASURED), MEASURED.toString(), 1);
    String readme = Files.readString(README);
    List<String> quoted = new ArrayList<>();
    json.objects("effects").forEach(effect -> quoted.add(row(effect) + "\n"));
    quoted.add("in " + percent(json.object("wholeRuns").object("withAlarm")) + " of runs");
    String day = json.object("environment").text("startedAt").substring(0, "2026-11-23".length());
    quoted.add("measured on " + day);
    assertEquals(
        "", quoted.stream().filter(line -> !readme.contains(line)).collect(joining()), "missing");
  }

  @Test
  void theFile_saysHowItWasMade() throws IOException {
    Fields json = Json.parse(Files.readAllBytes(MEASURED), MEASURED.toString(), 1);
    assertEquals(1, json.count("schemaVersion"));
    Fields environment = json.object("environment");
    for (String name : List.of("commandLine", "startedAt", "cpu", "processors", "jvm", "os")) {
      assertTrue(!environment.text(name).isBlank(), name);
    }
  }

  private static String row(Fields effect) {
    String happened = "–";
    if (effect.has("endToEnd")) {
      Fields alarms = effect.object("endToEnd").object("alarms");
      happened = alarms.count("count") + " of " + alarms.count("of");
    }
    Fields replayed = effect.object("replayed");
    return "| %s | %s | %d | %s | %s |"
        .formatted(
            effect.text("what"),
            happened,
            effect.count("blocks"),
            percent(replayed.object("alarms")),
            percent(replayed.object("inconclusive")));
  }

  private static String percent(Fields proportion) {
    return "%s %% (%s to %s)"
        .formatted(
            percent(proportion, "share"), percent(proportion, "low"), percent(proportion, "high"));
  }

  private static String percent(Fields proportion, String name) {
    return BigDecimal.valueOf(proportion.decimal(name).orElseThrow())
        .movePointRight(2)
        .setScale(1, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
