package org.portbench.results.store;

import static org.portbench.results.gate.replay.Characteristics.CELLS_OF_RUN;
import static org.portbench.results.gate.replay.Characteristics.CONFIDENCE;
import static org.portbench.results.gate.replay.Characteristics.REPLAYS;
import static org.portbench.results.gate.replay.Characteristics.SEED;
import static org.portbench.results.store.DuetStore.rounded;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.portbench.results.gate.Interval;
import org.portbench.results.gate.Proportion;
import org.portbench.results.gate.replay.Characteristics;
import org.portbench.results.gate.replay.Effect;
import org.portbench.results.gate.replay.Tally;

/** How often the wall-clock gate alarms, in a file that others quote. */
public record CharacteristicsFile(Path path) {
  private static final int SCHEMA_VERSION = 1;

  public void write(Characteristics characteristics) {
    new WholeFile(path).write(Json.pretty(json(characteristics)));
  }

  private static ObjectNode json(Characteristics characteristics) {
    ObjectNode json = Json.object();
    json.put("schemaVersion", SCHEMA_VERSION);
    ObjectNode environment = json.putObject("environment");
    characteristics.environment().forEach(environment::put);
    json.put("confidence", rounded(CONFIDENCE));
    json.put("endToEnd", "whole duets as they happened: fresh JVMs, blocks of their own");
    json.put(
        "replayed", "duets whose blocks are drawn, with replacement, from all that were measured");
    ArrayNode effects = json.putArray("effects");
    characteristics.effects().forEach(effect -> effects.add(effect(effect)));
    characteristics
        .wholeRuns()
        .forEach(runs -> {
          ObjectNode whole = json.putObject("wholeRuns");
          whole.put(
              "what", "replayed, nothing is slower, " + CELLS_OF_RUN + " cells and a control");
          whole.set("withAlarm", proportion(runs.withAlarm()));
          whole.put("controlsFired", runs.controlsFired());
          whole.put("controlsUndecided", runs.controlsUndecided());
        });
    return json;
  }

  private static ObjectNode effect(Effect effect) {
    ObjectNode json = Json.object();
    json.put("name", effect.name());
    json.put("what", effect.what());
    json.set("rule", DuetJson.rule(effect.rule()));
    json.put("blocks", effect.measured().size());
    json.put("cleanBlocks", effect.clean().size());
    if (!effect.clean().isEmpty()) {
      json.put("medianRatio", rounded(effect.ratio()));
    }
    if (effect.endToEnd().trials() > 0) {
      json.set("endToEnd", tally(effect.endToEnd()));
    }
    json.set("replayed", tally(effect.replayed(REPLAYS, SEED)));
    return json;
  }

  private static ObjectNode tally(Tally tally) {
    ObjectNode json = Json.object();
    json.put("runs", tally.trials());
    json.put("decided", tally.trials() - tally.inconclusive());
    json.put("improvements", tally.improvements());
    json.set("alarms", proportion(tally.alarms()));
    if (tally.trials() > tally.inconclusive()) {
      json.set("alarmsOfDecided", proportion(tally.alarmsOfDecided()));
    }
    json.set("inconclusive", proportion(tally.undecided()));
    return json;
  }

  private static ObjectNode proportion(Proportion proportion) {
    Interval interval = proportion.interval(CONFIDENCE);
    ObjectNode json = Json.object();
    json.put("count", proportion.count());
    json.put("of", proportion.trials());
    json.put("share", rounded(proportion.share()));
    json.put("low", rounded(interval.low()));
    json.put("high", rounded(interval.high()));
    return json;
  }
}
