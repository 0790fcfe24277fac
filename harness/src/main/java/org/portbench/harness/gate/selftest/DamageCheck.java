package org.portbench.harness.gate.selftest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A baseline that is damaged ends in its documented exit code, with something said. */
record DamageCheck(SmallSuite suite) implements Check {
  private static final int CHANGED = 1;
  private static final int INCOMPARABLE = 4;
  private static final int CUTS = 8;

  @Override
  public Report run() {
    String whole = SmallSuite.text(suite.baseline());
    List<String> failures = new ArrayList<>();
    Map<String, UnaryOperator<String>> damages = damages();
    damages.forEach((what, damage) -> {
      SmallSuite.write(suite.baseline(), damage.apply(whole));
      expect(INCOMPARABLE, what, failures);
    });
    remove();
    expect(INCOMPARABLE, "no baseline", failures);
    for (String metric : List.of("\"operations\": 5", "\"elapsedPs\": ", ":1 ")) {
      SmallSuite.write(suite.baseline(), whole.replaceFirst(metric, changed(metric)));
      expect(CHANGED, "another number behind " + metric, failures);
    }
    SmallSuite.write(suite.baseline(), whole);
    return new Report(
        "a damaged baseline, %d kinds, ends with exit code 4; a changed number with 1"
            .formatted(damages.size() + 1),
        failures);
  }

  private static String changed(String metric) {
    return switch (metric) {
      case "\"operations\": 5" -> "\"operations\": 6";
      case ":1 " -> ":2 ";
      default -> metric + "1";
    };
  }

  private void expect(int code, String what, List<String> failures) {
    Portbench.Answer answer = suite.gate("check");
    if (answer.exitCode() != code) {
      failures.add(what + ": exit code " + answer.exitCode() + " instead of " + code);
    } else if (code == INCOMPARABLE && !answer.err().contains("portbench: ")) {
      failures.add(what + ": nothing is said of it");
    }
  }

  private static Map<String, UnaryOperator<String>> damages() {
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    all.put("a cell less", DamageCheck::withoutFirstCell);
    all.put("a cell more", text -> text.replaceFirst("\"cells\": \\{", EXTRA));
    all.put("a renamed strategy", text -> text.replace("/mach-3/", "/mach-4/"));
    all.put("another seed", text -> text.replace("/s1\"", "/s2\""));
    all.put("an empty file", _ -> "");
    all.put("an object without anything", _ -> "{}");
    all.put("a list", _ -> "[]");
    all.put("zero bytes", text -> "\0".repeat(text.length()));
    all.put("NaN", text -> text.replaceFirst("\"operations\": 5", "\"operations\": NaN"));
    all.put(
        "NaN in quotes", text -> text.replaceFirst("\"operations\": 5", "\"operations\": \"NaN\""));
    all.put(
        "a negative number", text -> text.replaceFirst("\"operations\": 5", "\"operations\": -5"));
    all.put("a zero", text -> text.replaceFirst("\"operations\": 5", "\"operations\": 0"));
    all.put(
        "a number too long",
        text -> text.replaceFirst("\"operations\": 5", "\"operations\": 99999999999999999999"));
    all.put(
        "another schema version",
        text -> text.replaceFirst("\"schemaVersion\": 1", "\"schemaVersion\": 2"));
    all.put("a colon less", text -> text.replaceFirst(":", " "));
    for (int cut = 1; cut <= CUTS; cut++) {
      int eighths = cut;
      all.put(
          "a file cut after " + cut + "/" + (CUTS + 1),
          text -> text.substring(0, text.length() / (CUTS + 1) * eighths));
    }
    return all;
  }

  private static final String EXTRA =
      "\"cells\": {\n    \"x/y/z/copy/n1/s1\": {\"metrics\": {\"operations\": 1},"
          + " \"latencyNs\": \"5:1\", \"oneIo\": {}},";

  /** From its name to the next one's. */
  private static String withoutFirstCell(String text) {
    int first = text.indexOf('"', text.indexOf("\"cells\":") + "\"cells\":".length());
    int next = text.indexOf("\n    },\n", first) + "\n    },\n".length();
    return text.substring(0, first) + text.substring(next).stripLeading();
  }

  private void remove() {
    try {
      Files.delete(suite.baseline());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
