package org.portbench.results.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.portbench.results.Evidence;

/** Numbers that something rests on, as they stand in a file. */
final class EvidenceJson {

  private EvidenceJson() {}

  static void put(ObjectNode json, List<Evidence> numbers) {
    ArrayNode evidence = json.putArray("evidence");
    for (Evidence number : numbers) {
      evidence
          .addObject()
          .put("cell", number.cell())
          .put("metric", number.metric())
          .put("value", number.value());
    }
  }
}
