package org.portbench.results.store;

import static org.portbench.results.store.StoreException.Kind.PATH;
import static org.portbench.results.store.StoreException.Kind.WRITING;

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
 *   cells.jsonl       until the run is finished: what was asked, and the cells so far
 *   run.lock          until the run is finished: who writes here holds it
 * </pre>
 */
record RunDirectory(Path path) {

  private static final String JOURNAL = "cells.jsonl";

  private static final List<String> SIGNS_OF_A_RUN =
      List.of(
          "run.json",
          JOURNAL,
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
    return path.resolve(JOURNAL);
  }

  Path lock() {
    return path.resolve("run.lock");
  }

  /** Makes the directory, unless something is there that a run would write over. */
  void make() {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new StoreException(PATH, path + ": is a file; a run needs a directory");
    }
    mustBeFree();
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new StoreException(PATH, path + ": cannot be created: " + Trouble.of(e));
    }
  }

  void mustBeFree() {
    if (holds(JOURNAL)) {
      throw new StoreException(
          PATH,
          path
              + ": already holds a run ("
              + JOURNAL
              + ") that is not finished; portbench run --resume goes on with it");
    }
    SIGNS_OF_A_RUN.stream()
        .filter(this::holds)
        .findFirst()
        .ifPresent(sign -> {
          throw new StoreException(
              PATH, path + ": already holds a run (" + sign + "); choose another directory");
        });
  }

  private boolean holds(String name) {
    return Files.exists(path.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** What an interrupted run wrote is not so any more once it goes on. */
  void removeRunJson() {
    try {
      Files.deleteIfExists(runJson());
    } catch (IOException e) {
      throw new StoreException(WRITING, runJson() + ": cannot be removed: " + Trouble.of(e));
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
