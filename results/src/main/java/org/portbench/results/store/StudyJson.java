package org.portbench.results.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.portbench.results.EstimateStudy;
import org.portbench.results.EstimateStudy.Skipped;

/** How claims were tested against other estimates, as it stands in the result file. */
final class StudyJson {

  private StudyJson() {}

  static ObjectNode of(EstimateStudy study) {
    ObjectNode json = Json.object();
    json.put("form", study.form());
    json.put("tried", study.tried());
    json.put("of", study.of());
    ArrayNode skipped = json.putArray("skipped");
    for (Skipped estimate : study.skipped()) {
      skipped
          .addObject()
          .put("machine", estimate.machine())
          .put("key", estimate.key())
          .put("value", estimate.value())
          .put("reason", estimate.reason());
    }
    return json;
  }

  static EstimateStudy read(Fields json) {
    return new EstimateStudy(
        json.text("form"),
        json.count("tried"),
        json.count("of"),
        json.objects("skipped").stream()
            .map(skipped ->
                new Skipped(
                    skipped.text("machine"),
                    skipped.text("key"),
                    skipped.text("value"),
                    skipped.text("reason")))
            .toList());
  }
}
