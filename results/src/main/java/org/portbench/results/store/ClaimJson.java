package org.portbench.results.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.Evidence;
import org.portbench.results.Robustness;
import org.portbench.results.Sensitivity;
import org.portbench.results.Verdict;

/** A verdict as it stands in the result file. */
final class ClaimJson {

  private ClaimJson() {}

  static ObjectNode of(ClaimVerdict claim) {
    ObjectNode json = Json.object();
    json.put("id", claim.id());
    json.put("who", claim.who());
    json.put("statement", claim.statement());
    json.put("headline", claim.headline());
    json.put("verdict", claim.verdict().words());
    json.put("robust", claim.robust().words());
    json.put("metric", claim.metric());
    json.put("threshold", claim.threshold());
    claim.conditions().forEach(json.putArray("conditions")::add);
    json.put("explanation", claim.explanation());
    claim.details().forEach(json.putArray("details")::add);
    json.put("fair", claim.fairness());
    json.set("sensitivity", SensitivityJson.of(claim.sensitivity()));
    EvidenceJson.put(json, claim.evidence());
    return json;
  }

  static ClaimVerdict read(Fields json) {
    return new ClaimVerdict(
        json.text("id"),
        json.text("who"),
        json.text("statement"),
        json.text("headline"),
        json.word("verdict", Verdict.values(), Verdict::words),
        json.word("robust", Robustness.values(), Robustness::words),
        json.has("sensitivity")
            ? SensitivityJson.read(json.object("sensitivity"))
            : Sensitivity.NONE,
        json.text("metric"),
        json.text("threshold"),
        json.texts("conditions"),
        json.text("explanation"),
        json.texts("details"),
        json.has("fair") ? json.text("fair") : "",
        json.objects("evidence").stream()
            .map(e -> new Evidence(e.text("cell"), e.text("metric"), e.integer("value")))
            .toList());
  }
}
