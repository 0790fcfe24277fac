package org.portbench.results.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.util.Optional;
import org.portbench.results.agreement.Agreement;
import org.portbench.results.agreement.ComparedCell;
import org.portbench.results.agreement.Crossing;
import org.portbench.results.agreement.Measured;
import org.portbench.results.agreement.Ranks;
import org.portbench.results.agreement.Spot;

/** An agreement as it stands in a file: percents and tau with two decimals, else integers. */
final class AgreementJson {

  private AgreementJson() {}

  static ObjectNode of(Agreement agreement) {
    ObjectNode json = Json.object();
    json.put("schemaVersion", Agreement.SCHEMA_VERSION);
    json.put("tier", "linux");
    json.put("machine", agreement.machine());
    json.put("cells", agreement.cells().size());
    json.put("compared", agreement.compared());
    decimal(json, "medianErrorPercent", agreement.medianErrorPercent());
    decimal(json, "medianCpuErrorPercent", agreement.medianCpuErrorPercent());
    Ranks ranks = agreement.ranks();
    decimal(json, "kendallTau", ranks.tau());
    put(json.putObject("pairs"), ranks);
    ArrayNode crossovers = json.putArray("crossovers");
    agreement.crossings().stream().map(AgreementJson::crossing).forEach(crossovers::add);
    ArrayNode groups = json.putArray("groups");
    agreement
        .bySpot()
        .forEach((spot, cells) -> {
          ObjectNode group = groups.addObject();
          put(group, spot);
          decimal(
              group,
              "medianErrorPercent",
              Agreement.medianError(cells, ComparedCell::errorPercent));
          Ranks own = agreement.ranksBySpot().get(spot);
          decimal(group, "kendallTau", own.tau());
          put(group.putObject("pairs"), own);
          ArrayNode all = group.putArray("cells");
          cells.stream().map(AgreementJson::cell).forEach(all::add);
        });
    agreement.notes().forEach(json.putArray("notes")::add);
    return json;
  }

  private static void put(ObjectNode json, Ranks ranks) {
    json.put("concordant", ranks.concordant());
    json.put("discordant", ranks.discordant());
    json.put("tiedInModel", ranks.tiedInModel());
    json.put("undecided", ranks.undecided());
  }

  private static void put(ObjectNode json, Spot spot) {
    json.put("device", spot.device());
    json.put("layers", spot.layers());
    json.put("placement", spot.placement());
    json.put("operation", spot.operation());
    json.put("queueDepth", spot.depth());
  }

  private static ObjectNode crossing(Crossing crossing) {
    ObjectNode json = Json.object();
    put(json, crossing.spot());
    json.put("cheaperAbove", crossing.cheaperAbove());
    json.put("cheaperBelow", crossing.cheaperBelow());
    number(json, "predictedBytes", crossing.predictedBytes());
    number(json, "measuredBytes", crossing.measuredBytes());
    json.put("decided", crossing.decided());
    json.put("met", crossing.met());
    return json;
  }

  private static ObjectNode cell(ComparedCell cell) {
    ObjectNode json = Json.object();
    json.put("strategy", cell.strategy());
    json.put("sizeBytes", cell.sizeBytes());
    number(json, "predictedNs", cell.predictedNs());
    number(json, "measuredNs", cell.measured().map(Measured::ns));
    number(json, "measuredLeastNs", cell.measured().map(Measured::leastNs));
    number(json, "measuredMostNs", cell.measured().map(Measured::mostNs));
    decimal(json, "errorPercent", cell.errorPercent());
    number(json, "predictedCpuNs", cell.predictedCpuNs());
    number(json, "measuredCpuNs", cell.measured().map(Measured::cpuNs));
    decimal(json, "cpuErrorPercent", cell.cpuErrorPercent());
    json.put("reason", cell.why());
    return json;
  }

  private static void number(ObjectNode json, String key, Optional<Long> value) {
    value.ifPresentOrElse(number -> json.put(key, number), () -> json.putNull(key));
  }

  /** Jackson would leave out zeroes at the end. */
  private static void decimal(ObjectNode json, String key, Optional<BigDecimal> value) {
    value.ifPresentOrElse(
        number -> json.putRawValue(key, new RawValue(number.toPlainString())),
        () -> json.putNull(key));
  }
}
