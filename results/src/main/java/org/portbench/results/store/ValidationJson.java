package org.portbench.results.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.util.Optional;
import org.portbench.results.validation.Errors;
import org.portbench.results.validation.TargetKind;
import org.portbench.results.validation.TargetResult;
import org.portbench.results.validation.Validation;

/** Targets and their errors as they stand in a file: percents with two decimals, else integers. */
final class ValidationJson {

  private ValidationJson() {}

  static ObjectNode of(Validation validation) {
    ObjectNode json = Json.object();
    json.put("schemaVersion", Validation.SCHEMA_VERSION);
    json.put("counted", validation.counted());
    json.put("met", validation.met());
    errors(json, validation.errors());
    for (TargetKind kind : TargetKind.values()) {
      if (kind != TargetKind.UNPREDICTABLE) {
        Errors errors = validation.errors(kind);
        ObjectNode apart = json.putObject(kind.word());
        apart.put("counted", errors.count());
        apart.put("met", errors.met());
        if (kind.scored()) {
          errors(apart, errors);
        }
      }
    }
    ArrayNode targets = json.putArray("targets");
    validation.targets().stream().map(ValidationJson::target).forEach(targets::add);
    return json;
  }

  private static void errors(ObjectNode json, Errors errors) {
    percent(json, "medianErrorPercent", errors.median());
    percent(json, "worstErrorPercent", errors.worst());
  }

  private static ObjectNode target(TargetResult target) {
    ObjectNode json = Json.object();
    json.put("id", target.id());
    json.put("table", target.table());
    target.machines().forEach(json.putArray("machines")::add);
    json.put("source", target.source());
    json.put("kind", target.kind().word());
    json.put("recalled", target.recalled());
    json.put("counted", target.counted());
    json.put("quantity", target.quantity());
    json.put("unit", target.unit().sign());
    json.put("expected", target.expected());
    target
        .predicted()
        .ifPresentOrElse(value -> json.put("predicted", value), () -> json.putNull("predicted"));
    percent(json, "errorPercent", target.errorPercent());
    percent(json, "tolerancePercent", target.tolerance().percent());
    json.put("met", target.met());
    json.put("explanation", target.explanation());
    EvidenceJson.put(json, target.evidence());
    return json;
  }

  /** Jackson would leave out zeroes at the end. */
  private static void percent(ObjectNode json, String key, Optional<BigDecimal> value) {
    value.ifPresentOrElse(
        percent -> json.putRawValue(key, new RawValue(percent.toPlainString())),
        () -> json.putNull(key));
  }
}
