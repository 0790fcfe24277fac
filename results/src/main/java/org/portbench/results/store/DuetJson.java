package org.portbench.results.store;

import static org.portbench.results.store.DuetStore.rounded;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.DetectableEffect;
import org.portbench.results.gate.Doubt;
import org.portbench.results.gate.DuetReport;
import org.portbench.results.gate.Estimate;
import org.portbench.results.gate.Rule;
import org.portbench.results.gate.Stage;

/** The verdicts of a wall-clock comparison, each with the numbers that it rests on. */
final class DuetJson {
  private static final int SCHEMA_VERSION = 1;

  private DuetJson() {}

  static ObjectNode of(DuetReport report) {
    ObjectNode json = Json.object();
    json.put("schemaVersion", SCHEMA_VERSION);
    json.put("complete", report.complete());
    json.put("base", report.base());
    json.put("head", report.head());
    json.put("seed", report.seed());
    ObjectNode environment = json.putObject("environment");
    report.environment().forEach(environment::put);
    json.put(
        "control",
        report.control().map(c -> c.name().toLowerCase(Locale.ROOT)).orElse("not measured"));
    ArrayNode cells = json.putArray("cells");
    report
        .worstFirst()
        .forEach(
            name -> cells.add(cell(name, report.verdicts().get(name), report.cells().get(name))));
    return json;
  }

  private static ObjectNode cell(String name, CellVerdict verdict, Rule rule) {
    ObjectNode json = Json.object();
    json.put("name", name);
    switch (verdict) {
      case CellVerdict.Pass(var stage) -> {
        json.put("verdict", "pass");
        numbers(json, stage, rule);
      }
      case CellVerdict.ImprovementNoted(var stage) -> {
        json.put("verdict", "improvement");
        numbers(json, stage, rule);
      }
      case CellVerdict.Regression(_, var proof) -> {
        json.put("verdict", "regression");
        numbers(json, proof, rule);
      }
      case CellVerdict.Inconclusive(Doubt.Failed _) -> json.put("verdict", "failed");
      case CellVerdict.Inconclusive(Doubt.Lacking _) -> json.put("verdict", "not comparable");
      case CellVerdict.Inconclusive _ -> json.put("verdict", "inconclusive");
    }
    json.put("words", verdict.words(rule));
    json.set("rule", rule(rule));
    return json;
  }

  private static void numbers(ObjectNode json, Stage stage, Rule rule) {
    Estimate estimate = stage.estimate();
    json.put("ratio", rounded(estimate.ratio()));
    json.put("ratioLow", rounded(estimate.interval().low()));
    json.put("ratioHigh", rounded(estimate.interval().high()));
    json.put("noSlowdownAbove", rounded(estimate.noSlowdownAbove()));
    json.put("detects", rounded(DetectableEffect.of(rule, stage)));
    json.put("slowerByChance", rounded(stage.slower()));
    json.put("blocks", stage.measured().size());
    json.put("cleanBlocks", stage.slowdowns().size());
  }

  static ObjectNode rule(Rule rule) {
    ObjectNode json = Json.object();
    json.put("margin", rounded(rule.margin()));
    json.put("blocks", rule.blocks());
    json.put("mostBlocks", rule.mostBlocks());
    json.put("fewestClean", rule.fewestClean());
    json.put("mostSpread", rounded(rule.mostSpread()));
    json.put("suspicion", rounded(rule.suspicion()));
    json.put("proof", rounded(rule.proof()));
    return json;
  }
}
