package org.portbench.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does many things, so many at a time; the first one that fails ends it. */
public record InParallel(int jobs) {

  public void run(List<Runnable> tasks) {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            jobs, Thread.ofPlatform().daemon().name("cells-", 1).factory());
    try {
      List<Future<?>> pending = new ArrayList<>();
      tasks.forEach(task -> pending.add(workers.submit(task)));
      for (Future<?> task : pending) {
        task.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while cells were running", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }
}
