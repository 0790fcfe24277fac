package org.portbench.results.store;

import static org.portbench.results.store.StoreException.Kind.CONTENT;
import static org.portbench.results.store.StoreException.Kind.PATH;
import static org.portbench.results.store.StoreException.Kind.WRITING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

/**
 * A run in its directory. A cell is kept the moment it is finished, whatever happens afterwards;
 * once the run is finished its files are written whole, {@code run.json} last: where that stands,
 * the others do.
 */
public final class ResultStore implements AutoCloseable {

  private final RunDirectory directory;
  private final RunLock lock;
  private final Journal journal;
  private final Set<String> kept;

  private ResultStore(RunDirectory directory, RunLock lock, Journal journal, Set<String> kept) {
    this.directory = directory;
    this.lock = lock;
    this.journal = journal;
    this.kept = new HashSet<>(kept);
  }

  /**
   * Makes the directory and refuses one that holds a run.
   *
   * @param heading the run before its first cell, so that even a killed run can be named
   */
  public static ResultStore create(Path path, RunResult heading, Asked asked) {
    RunDirectory directory = new RunDirectory(path);
    directory.make();
    RunLock lock = RunLock.take(directory.lock());
    try {
      directory.mustBeFree();
      return new ResultStore(
          directory, lock, Journal.begin(directory.journal(), heading, asked), Set.of());
    } catch (StoreException e) {
      lock.close();
      throw e;
    }
  }

  /** What is kept of a run that is not finished; nothing where it is. */
  public static Optional<Unfinished> unfinished(Path path) {
    RunDirectory directory = new RunDirectory(path);
    directory.mustExist();
    if (Files.exists(directory.journal())) {
      Unfinished unfinished = Journal.unfinished(directory.journal());
      checkNamesDiffer(unfinished.run().cells(), directory.journal(), CONTENT);
      return Optional.of(unfinished);
    }
    if (open(path).complete()) {
      return Optional.empty();
    }
    throw new StoreException(
        CONTENT,
        directory.journal() + ": is missing, and with it what the interrupted run is resumed from");
  }

  /**
   * Goes on with a run that is not finished.
   *
   * @param known what {@link #unfinished} said of it
   */
  public static ResultStore resume(Path path, Unfinished known) {
    RunDirectory directory = new RunDirectory(path);
    RunLock lock = RunLock.take(directory.lock());
    try {
      if (!unfinished(path).equals(Optional.of(known))) {
        throw new StoreException(PATH, path + ": another process has gone on with this run");
      }
      directory.removeRunJson();
      return new ResultStore(
          directory,
          lock,
          Journal.reopen(directory.journal()),
          known.run().cells().stream().map(TrialResult::id).collect(Collectors.toSet()));
    } catch (StoreException e) {
      lock.close();
      throw e;
    }
  }

  /** Keeps a finished cell; any thread may call it. */
  public synchronized void keep(TrialResult cell) {
    if (!kept.add(cell.id())) {
      throw twice(cell, directory.journal(), WRITING);
    }
    journal.append(cell);
  }

  /** Writes the files of the run, and lets go of what it would be resumed from. */
  public synchronized void finish(RunResult run) {
    interrupt(run);
    journal.remove();
    lock.remove();
  }

  /** Writes the files of the run as far as it went; it can be resumed. */
  public synchronized void interrupt(RunResult run) {
    checkNamesDiffer(run.cells(), directory.runJson(), WRITING);
    new WholeFile(directory.csv()).write(ResultsCsv.of(run.cells()));
    new WholeFile(directory.histogramLog()).write(HistogramLog.of(run.cells()));
    writePercentiles(run.cells());
    new WholeFile(directory.runJson()).write(Json.pretty(RunJson.of(run)));
  }

  /** Lets go of the directory; what was kept stays. */
  @Override
  public synchronized void close() {
    journal.close();
    lock.close();
  }

  /** Reads a run, or as much as was kept of one that was killed. */
  public static RunResult open(Path path) {
    RunDirectory directory = new RunDirectory(path);
    directory.mustExist();
    RunResult run;
    if (Files.exists(directory.runJson())) {
      run = finished(directory);
    } else if (Files.exists(directory.journal())) {
      run = Journal.read(directory.journal());
    } else {
      throw noRun(path);
    }
    checkNamesDiffer(run.cells(), path, CONTENT);
    return run;
  }

  private static StoreException noRun(Path path) {
    return new StoreException(
        CONTENT, path + ": is no run: it holds neither run.json nor cells.jsonl");
  }

  private static RunResult finished(RunDirectory directory) {
    String file = directory.runJson().toString();
    Fields json = Json.parse(new WholeFile(directory.runJson()).read(), file, 1);
    RunJson.checkSchema(json);
    Map<String, Histogram> byTag = HistogramLog.read(directory.histogramLog());
    return RunJson.read(json, cell -> CellJson.read(cell, histogram(byTag, cell, directory)));
  }

  private static Histogram histogram(
      Map<String, Histogram> byTag, Fields cell, RunDirectory directory) {
    Histogram histogram = byTag.get(new CellName(CellJson.id(cell)).tag());
    if (histogram == null) {
      throw new StoreException(
          CONTENT,
          directory.histogramLog()
              + ": has no line for the cell "
              + CellJson.id(cell)
              + ": the file is truncated or belongs to another run");
    }
    return histogram;
  }

  private void writePercentiles(List<TrialResult> cells) {
    Path folder = directory.percentiles();
    try {
      Files.createDirectories(folder);
      for (TrialResult cell : cells) {
        Path file = folder.resolve(new CellName(cell.id()).fileName() + ".hgrm");
        new PercentileCurve(cell.latencies()).write(file);
      }
    } catch (IOException e) {
      throw new StoreException(WRITING, folder + ": cannot be written: " + Trouble.of(e));
    }
  }

  private static void checkNamesDiffer(
      List<TrialResult> cells, Path place, StoreException.Kind kind) {
    Set<String> seen = new HashSet<>();
    for (TrialResult cell : cells) {
      if (!seen.add(cell.id())) {
        throw twice(cell, place, kind);
      }
    }
  }

  private static StoreException twice(TrialResult cell, Path place, StoreException.Kind kind) {
    return new StoreException(kind, place + ": the cell " + cell.id() + " stands here twice");
  }
}
