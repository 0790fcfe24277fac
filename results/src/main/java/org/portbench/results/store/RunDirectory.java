package org.portbench.results.store;

import static org.portbench.results.store.StoreException.Kind.PATH;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the files of a run lie.
 *
 * <pre>
 *   run.json          the whole run but for the histograms
 *   results.csv       one row per cell and metric
 *   latency.hlog      the histograms, one tag per cell
 *   latency/ID.hgrm   the percentile curve of a cell
 *   validate.json     where published figures were validated, what became of them
 *   micro.json        where portbench itself was measured, the scores
 *   duet.json         where two builds were compared by the wall clock, the verdicts
 *   observations.jsonl of these, what each launch saw
 *   cells.jsonl       while the run goes on: the cells finished so far
 * </pre>
 */
record RunDirectory(Path path) {

  private static final List<String> SIGNS_OF_A_RUN =
      List.of(
          "run.json",
          "cells.jsonl",
          "results.csv",
          "latency.hlog",
          "latency",
          "report.html",
          "report.md",
          "validate.json",
          "validate.html",
          "validate.md",
          "micro.json",
          "micro.log",
          "duet.json",
          "observations.jsonl",
          "charts");

  Path runJson() {
    return path.resolve("run.json");
  }

  Path csv() {
    return path.resolve("results.csv");
  }

  Path histogramLog() {
    return path.resolve("latency.hlog");
  }

  Path percentiles() {
    return path.resolve("latency");
  }

  Path validation() {
    return path.resolve("validate.json");
  }

  Path micro() {
    return path.resolve("micro.json");
  }

  Path duet() {
    return path.resolve("duet.json");
  }

  Path characteristics() {
    return path.resolve("characteristics.json");
  }

  Path observations() {
    return path.resolve("observations.jsonl");
  }

  Path journal() {
    return path.resolve("cells.jsonl");
  }

  /** Makes the directory, unless something is there that a run would write over. */
  void make() {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new StoreException(PATH, path + ": is a file; a run needs a directory");
    }
    for (String sign : SIGNS_OF_A_RUN) {
      if (Files.exists(path.resolve(sign), LinkOption.NOFOLLOW_LINKS)) {
        throw new StoreException(
            PATH, path + ": already holds a run (" + sign + "); choose another directory");
      }
    }
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new StoreException(PATH, path + ": cannot be created: " + Trouble.of(e));
    }
  }

  void mustExist() {
    if (!Files.exists(path)) {
      throw new StoreException(PATH, path + ": no such directory");
    }
    if (!Files.isDirectory(path)) {
      throw new StoreException(
          PATH, path + ": is not a directory; a run is a directory that holds run.json");
    }
  }
}
