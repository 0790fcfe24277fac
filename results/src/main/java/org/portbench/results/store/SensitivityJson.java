package org.portbench.results.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.portbench.results.Influence;
import org.portbench.results.Influence.Change;
import org.portbench.results.Sensitivity;
import org.portbench.results.Verdict;

/** What estimates do to a verdict, as it stands in the result file. */
final class SensitivityJson {

  private SensitivityJson() {}

  static ObjectNode of(Sensitivity sensitivity) {
    ObjectNode json = Json.object();
    json.put("note", sensitivity.note());
    json.put("figure", sensitivity.figure());
    ObjectNode figures = json.putObject("figuresPerMille");
    sensitivity.figuresPerMille().forEach((machine, figure) -> figures.put(machine, figure));
    ArrayNode influences = json.putArray("influences");
    for (Influence influence : sensitivity.influences()) {
      ObjectNode node =
          influences
              .addObject()
              .put("machine", influence.machine())
              .put("key", influence.key())
              .put("value", influence.value());
      put(node, "half", influence.half());
      put(node, "double", influence.twice());
    }
    return json;
  }

  static Sensitivity read(Fields json) {
    return new Sensitivity(
        json.text("note"),
        json.text("figure"),
        json.integerMap("figuresPerMille"),
        json.objects("influences").stream().map(SensitivityJson::influence).toList());
  }

  private static void put(ObjectNode influence, String name, Optional<Change> change) {
    if (change.isEmpty()) {
      influence.putNull(name);
      return;
    }
    ObjectNode json = influence.putObject(name);
    json.put("value", change.get().value());
    json.put("verdict", change.get().verdict().words());
    change.get().gained().forEach(json.putArray("gained")::add);
    change.get().lost().forEach(json.putArray("lost")::add);
    change
        .get()
        .figurePerMille()
        .ifPresentOrElse(
            figure -> json.put("figurePerMille", figure), () -> json.putNull("figurePerMille"));
  }

  private static Influence influence(Fields json) {
    return new Influence(
        json.text("machine"),
        json.text("key"),
        json.text("value"),
        json.objectOrNull("half").map(SensitivityJson::change),
        json.objectOrNull("double").map(SensitivityJson::change));
  }

  private static Change change(Fields json) {
    return new Change(
        json.text("value"),
        json.word("verdict", Verdict.values(), Verdict::words),
        json.texts("gained"),
        json.texts("lost"),
        json.integerOrNull("figurePerMille"));
  }
}
