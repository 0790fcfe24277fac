package org.portbench.results.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Locale;
import org.portbench.results.gate.DuetObserver.Phase;
import org.portbench.results.gate.DuetReport;
import org.portbench.results.gate.Iterations;
import org.portbench.results.gate.Side;
import org.portbench.results.gate.replay.Characteristics;
import org.portbench.results.store.StoreException.Kind;

/**
 * A wall-clock comparison in a directory of its own: {@code observations.jsonl}, a line for each
 * launch as soon as it has ended, and {@code duet.json} with the verdicts.
 */
public final class DuetStore implements AutoCloseable {
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private final RunDirectory directory;
  private final FileOutputStream observations;

  private DuetStore(RunDirectory directory, FileOutputStream observations) {
    this.directory = directory;
    this.observations = observations;
  }

  /** Makes the directory and refuses one that holds a run. */
  public static DuetStore create(Path path) {
    RunDirectory directory = new RunDirectory(path);
    directory.make();
    try {
      return new DuetStore(directory, new FileOutputStream(directory.observations().toFile()));
    } catch (IOException e) {
      throw new StoreException(
          Kind.PATH, directory.observations() + ": cannot be written: " + Trouble.of(e));
    }
  }

  public synchronized void keep(String cell, Phase phase, Side side, Iterations seen) {
    ObjectNode json = Json.object();
    json.put("cell", cell);
    json.put("phase", phase.name().toLowerCase(Locale.ROOT));
    json.put("side", side.name().toLowerCase(Locale.ROOT));
    json.put("fastestNs", rounded(seen.fastestNs()));
    json.put("medianNs", rounded(seen.medianNs()));
    ArrayNode each = json.putArray("iterationsNs");
    seen.eachNs().forEach(ns -> each.add(rounded(ns)));
    try {
      observations.write(Json.line(json).getBytes(UTF_8));
    } catch (IOException e) {
      throw new StoreException(
          Kind.WRITING, directory.observations() + ": cannot be written: " + Trouble.of(e));
    }
  }

  public void keep(DuetReport report) {
    new WholeFile(directory.duet()).write(Json.pretty(DuetJson.of(report)));
  }

  /** Beside the launches that they come from. */
  public void keep(Characteristics characteristics) {
    new CharacteristicsFile(directory.characteristics()).write(characteristics);
  }

  static BigDecimal rounded(double value) {
    BigDecimal digits = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
    return digits.scale() < 0 ? digits.setScale(0) : digits;
  }

  @Override
  public synchronized void close() {
    try {
      observations.close();
    } catch (IOException e) {
      throw new StoreException(
          Kind.WRITING, directory.observations() + ": cannot be written: " + Trouble.of(e));
    }
  }
}
