package org.portbench.harness.vfs;

import java.util.ArrayList;
import java.util.List;
import org.portbench.harness.path.Stage;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.Task;

/**
 * The VFS layers between client and driver, first those in tasks of their own, then those in the
 * kernel. The last is the file system; where there are none at all, it is in the kernel.
 */
public final class LayerStack {
  private final List<Layer> layers = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private final FileSystem fileSystem;

  /**
   * How many layers are where.
   *
   * @param refusing how many, from the last up, take no data without an address
   */
  public record Shape(int userLayers, int kernelLayers, int refusing) {

    int layers() {
      return userLayers + kernelLayers;
    }

    private Addressing addressing(int layer) {
      return new Addressing(layer + 1, layer >= layers() - refusing && layer < layers());
    }
  }

  private record Layer(String name, Stage stage, Domain domain, OwnMemory memory) {}

  public LayerStack(Kernel kernel, Shape shape, Touching touching, FileLayout layout) {
    int count = Math.max(1, shape.layers());
    for (int i = 0; i < shape.userLayers; i++) {
      tasks.add(kernel.createTask("layer" + (i + 1)));
    }
    for (int i = 0; i < count - 1; i++) {
      Domain domain = domainOf(i);
      OwnMemory memory = new OwnMemory(kernel, domain);
      Stage stage = new PassThroughLayer(i + 1, touching, shape.addressing(i), memory);
      layers.add(new Layer("layer" + (i + 1), stage, domain, memory));
    }
    boolean alone = shape.layers() == 0;
    Domain domain = domainOf(count - 1);
    OwnMemory memory = new OwnMemory(kernel, domain);
    fileSystem =
        new FileSystem(
            kernel,
            count,
            layout,
            alone ? Touching.always(Touch.NOTHING) : touching,
            shape.addressing(count - 1),
            memory);
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

  /** Lets go of what the layers keep between requests. */
  public void close() {
    fileSystem.close();
    layers.forEach(layer -> layer.memory.close());
  }
}
