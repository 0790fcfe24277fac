package org.portbench.harness.experiment;

import org.portbench.harness.run.StackSpec;
import org.portbench.harness.vfs.Touch;

/** Where the layers of a stack are. */
public enum Placement {
  /** In the kernel, beside the driver. */
  KERNEL,
  /** Each in a task of its own. */
  USER;

  StackSpec stack(int layers, Touch touch) {
    return switch (this) {
      case KERNEL -> new StackSpec(0, layers, touch);
      case USER -> new StackSpec(layers, 0, touch);
    };
  }
}
