package org.portbench.results.store;

import static org.portbench.results.store.StoreException.Kind.CONTENT;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.MachineNumber;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

/** A run as it stands in the result file. */
final class RunJson {

  private RunJson() {}

  static ObjectNode of(RunResult run) {
    ObjectNode json = heading(run);
    run.study().ifPresent(study -> json.set("estimateStudy", StudyJson.of(study)));
    ArrayNode claims = json.putArray("claims");
    run.claims().stream().map(ClaimJson::of).forEach(claims::add);
    ArrayNode cells = json.putArray("cells");
    run.cells().stream().map(CellJson::of).forEach(cells::add);
    return json;
  }

  /** All but what is found out by running. */
  static ObjectNode heading(RunResult run) {
    ObjectNode json = Json.object();
    json.put("schemaVersion", RunResult.SCHEMA_VERSION);
    json.put("complete", run.complete());
    json.put("experiment", run.experiment());
    json.put("seed", run.seed());
    ObjectNode environment = json.putObject("environment");
    run.environment().forEach(environment::put);
    ArrayNode machines = json.putArray("machines");
    run.machines().stream().map(RunJson::number).forEach(machines::add);
    run.notes().forEach(json.putArray("notes")::add);
    return json;
  }

  static RunResult read(Fields json, Function<Fields, TrialResult> cell) {
    List<ClaimVerdict> claims = json.objects("claims").stream().map(ClaimJson::read).toList();
    List<TrialResult> cells = json.objects("cells").stream().map(cell).toList();
    RunResult run = readHeading(json, json.flag("complete"), cells, claims);
    return json.has("estimateStudy")
        ? run.withStudy(StudyJson.read(json.object("estimateStudy")))
        : run;
  }

  static RunResult readHeading(
      Fields json, boolean complete, List<TrialResult> cells, List<ClaimVerdict> claims) {
    return new RunResult(
        json.text("experiment"),
        json.integer("seed"),
        complete,
        json.textMap("environment"),
        cells,
        json.objects("machines").stream().map(RunJson::readNumber).toList(),
        json.texts("notes"),
        claims);
  }

  static void checkSchema(Fields json) {
    long version = json.integer("schemaVersion");
    if (version != RunResult.SCHEMA_VERSION) {
      throw new StoreException(
          CONTENT,
          json.file()
              + ": schemaVersion is "
              + version
              + "; this program reads "
              + RunResult.SCHEMA_VERSION);
    }
  }

  private static ObjectNode number(MachineNumber number) {
    return Json.object()
        .put("machine", number.machine())
        .put("key", number.key())
        .put("value", number.value())
        .put("status", number.status())
        .put("source", number.source());
  }

  private static MachineNumber readNumber(Fields json) {
    return new MachineNumber(
        json.text("machine"),
        json.text("key"),
        json.text("value"),
        json.text("status"),
        json.text("source"));
  }
}
