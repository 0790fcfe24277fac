package org.portbench.results.gate.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Launches of one unchanged program, one after the other, on a machine whose two cores others used
 * as they liked: what noise there is to be told from a slowdown.
 */
public final class NoiseCorpus {
  private static final String RESOURCE = "noise-corpus.csv";
  private static final String COMMENT = "#";

  private NoiseCorpus() {}

  /** The fastest iteration of each launch, in nanoseconds of a modeled read. */
  public static double[] load() {
    try (InputStream text = NoiseCorpus.class.getResourceAsStream(RESOURCE)) {
      return new String(text.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith(COMMENT))
          .mapToDouble(Double::parseDouble)
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
