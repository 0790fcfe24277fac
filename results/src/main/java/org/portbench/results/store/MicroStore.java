package org.portbench.results.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.portbench.results.micro.Scores;

/** Benchmarks of portbench itself in a directory of their own: {@code micro.json}, by JMH. */
public final class MicroStore {
  private final RunDirectory directory;

  private MicroStore(RunDirectory directory) {
    this.directory = directory;
  }

  /** Makes the directory and refuses one that holds a run. */
  public static MicroStore create(Path path) {
    RunDirectory directory = new RunDirectory(path);
    directory.make();
    return new MicroStore(directory);
  }

  /** Whether a directory holds such benchmarks, finished or not. */
  public static boolean isAt(Path path) {
    return Files.exists(new RunDirectory(path).micro());
  }

  public static MicroStore open(Path path) {
    return new MicroStore(new RunDirectory(path));
  }

  /** The scores so far; none before the first. */
  public Scores scores() {
    Path file = directory.micro();
    if (!Files.exists(file)) {
      return new Scores(List.of());
    }
    byte[] text = new WholeFile(file).read();
    return new Scores(Json.parseList(text, file.toString()).stream().map(ScoreJson::read).toList());
  }
}
