package org.portbench.harness.vfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Stage;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.Task;

/**
 * The VFS layers between client and driver, first those in tasks of their own, then those in the
 * kernel. The last is the file system, or a sink that answers by itself; where there are none at
 * all, it is in the kernel.
 */
public final class LayerStack {
  private final List<Layer> layers = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private final Runnable closing;
  private final Consumer<Path> syncing;

  /**
   * How many layers are where.
   *
   * @param refusing how many, from the last up, take no data without an address
   * @param endsInSink whether the last answers by itself
   */
  public record Shape(int userLayers, int kernelLayers, int refusing, boolean endsInSink) {

    int layers() {
      return userLayers + kernelLayers;
    }

    private boolean refuses(int layer) {
      return layer >= layers() - refusing && layer < layers();
    }

    private Addressing addressing(int layer, Optional<Addressing> above) {
      boolean also = layer > userLayers && refuses(layer - 1);
      return new Addressing(layer + 1, refuses(layer), above.filter(_ -> also));
    }
  }

  private record Layer(String name, Stage stage, Domain domain, OwnMemory memory) {}

  public LayerStack(
      Kernel kernel, Shape shape, Touching touching, FileLayout layout, FileSystem.Cache cache) {
    int count = Math.max(1, shape.layers());
    for (int i = 0; i < shape.userLayers; i++) {
      tasks.add(kernel.createTask("layer" + (i + 1)));
    }
    Optional<Addressing> above = Optional.empty();
    for (int i = 0; i < count - 1; i++) {
      Addressing addressing = shape.addressing(i, above);
      above = Optional.of(addressing);
      Domain domain = domainOf(i);
      OwnMemory memory = new OwnMemory(kernel, domain);
      Stage stage = new PassThroughLayer(i + 1, touching, addressing, memory);
      layers.add(new Layer("layer" + (i + 1), stage, domain, memory));
    }
    boolean alone = shape.layers() == 0;
    Domain domain = domainOf(count - 1);
    OwnMemory memory = new OwnMemory(kernel, domain);
    Addressing addressing = shape.addressing(count - 1, above);
    if (shape.endsInSink) {
      Sink sink = new Sink(kernel, count, touching, addressing, memory);
      closing = sink::close;
      syncing = _ -> {};
      layers.add(new Layer("sink", sink, domain, memory));
      return;
    }
    Touching looks = alone ? Touching.always(Touch.NOTHING) : touching;
    FileSystem fileSystem = new FileSystem(kernel, count, layout, looks, addressing, memory, cache);
    closing = fileSystem::close;
    syncing = fileSystem::sync;
    layers.add(new Layer("file system", fileSystem, domain, memory));
  }

  private Domain domainOf(int layer) {
    return layer < tasks.size() ? new Domain.InTask(tasks.get(layer)) : new Domain.InKernel();
  }

  public int count() {
    return layers.size();
  }

  public int userLayers() {
    return tasks.size();
  }

  public Task task(int layer) {
    return tasks.get(layer);
  }

  public String name(int layer) {
    return layers.get(layer).name;
  }

  public Stage stage(int layer) {
    return layers.get(layer).stage;
  }

  public Domain domain(int layer) {
    return layers.get(layer).domain;
  }

  /** Writes all that is only in the file system's memory, by way of one client's path. */
  public void sync(Path path) {
    path.station(count()).thread().post(() -> syncing.accept(path));
  }

  /** Lets go of what the layers keep between requests. */
  public void close() {
    closing.run();
    layers.forEach(layer -> layer.memory.close());
  }
}
