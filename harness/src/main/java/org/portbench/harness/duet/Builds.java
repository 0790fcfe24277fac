package org.portbench.harness.duet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portbench.harness.experiment.ExperimentException;

/** Finds or makes the builds that are named, and removes at the end what it made. */
public final class Builds implements AutoCloseable {
  private static final int SHORT_COMMIT = 10;

  private final Path repository;
  private final Consumer<String> log;
  private final List<Checkout> checkouts = new ArrayList<>();

  /**
   * @param log is told what takes long
   */
  public Builds(Path repository, Consumer<String> log) {
    this.repository = repository;
    this.log = log;
  }

  /**
   * @param named a jar, or what git knows as a commit
   */
  public Build named(String named) {
    Path path = Path.of(named);
    if (Files.isRegularFile(path)) {
      return Build.ofJar(named, path.toAbsolutePath());
    }
    if (!named.isEmpty() && Files.isDirectory(path)) {
      throw new ExperimentException(named + ": is a directory; name a jar or a git ref");
    }
    if (named.endsWith(".jar")) {
      throw new ExperimentException(named + ": no such file");
    }
    Optional<String> commit = Checkout.commit(repository, named);
    if (commit.isEmpty()) {
      throw new ExperimentException(
          "'" + named + "' is no file, and no git ref of " + repository.toAbsolutePath());
    }
    String shown = named + " (" + commit.get().substring(0, SHORT_COMMIT) + ")";
    log.accept("building " + shown + " in a folder of its own");
    return checkout().built(shown, commit.get());
  }

  private synchronized Checkout checkout() {
    Checkout checkout = new Checkout(repository);
    checkouts.add(checkout);
    return checkout;
  }

  @Override
  public synchronized void close() {
    checkouts.forEach(Checkout::close);
  }
}
