package org.portbench.harness.experiment;

import static org.portbench.results.store.StoreException.Kind.CONTENT;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portbench.harness.run.CellContent;
import org.portbench.harness.workload.ContentDigest;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;
import org.portbench.results.store.Asked;
import org.portbench.results.store.ResultStore;
import org.portbench.results.store.StoreException;
import org.portbench.results.store.Unfinished;
import org.portbench.strategies.Strategies;

/**
 * Where a run is kept.
 *
 * @param arguments of the command line that asks for it
 * @param unfinished what an earlier process has kept there, if one has
 */
public record RunPlace(Path directory, List<String> arguments, Optional<Unfinished> unfinished) {

  /** The cells that are kept there already, by id; refuses those that the plan would not have. */
  Map<String, TrialResult> kept(Plan plan, Strategies strategies) {
    if (unfinished.isEmpty()) {
      return Map.of();
    }
    Map<String, String> contents = contents(plan, strategies);
    Map<String, TrialResult> kept = new LinkedHashMap<>();
    for (TrialResult cell : unfinished.get().run().cells()) {
      if (!cell.contentDigest().equals(contents.get(cell.id()))) {
        throw other(
            contents.containsKey(cell.id())
                ? "other numbers are behind the names of the cell " + cell.id()
                : "there is no cell " + cell.id());
      }
      kept.put(cell.id(), cell);
    }
    if (!unfinished.get().asked().cells().equals(digest(contents))) {
      throw other("cells that it had not come to are others, or rest on other numbers");
    }
    return kept;
  }

  ResultStore store(RunResult heading, Plan plan, Strategies strategies) {
    return unfinished
        .map(known -> ResultStore.resume(directory, known))
        .orElseGet(() ->
            ResultStore.create(
                directory, heading, new Asked(arguments, digest(contents(plan, strategies)))));
  }

  private StoreException other(String what) {
    return new StoreException(
        CONTENT,
        directory + ": cannot be resumed by this portbench with its present input: " + what);
  }

  /** What is behind the name of each cell. */
  private static Map<String, String> contents(Plan plan, Strategies strategies) {
    return plan.cells().stream()
        .collect(
            Collectors.toMap(
                cell -> cell.identity().id(),
                cell -> CellContent.digest(cell, strategies.create(cell.strategy())),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  private static String digest(Map<String, String> contents) {
    ContentDigest digest = new ContentDigest();
    contents.forEach((id, content) -> digest.add(id).add(content));
    return digest.hex();
  }
}
