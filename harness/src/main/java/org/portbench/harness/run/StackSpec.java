package org.portbench.harness.run;

import org.portbench.harness.vfs.Touch;

/**
 * What lies between client and driver: layers in tasks of their own, then layers in the kernel. The
 * last layer is the file system; without any, it is in the kernel beside the driver.
 */
public record StackSpec(int userLayers, int kernelLayers, Touch touch) {

  public int layers() {
    return userLayers + kernelLayers;
  }

  /** The same layers, all in the kernel: what an in-kernel stack is. */
  public StackSpec inKernel() {
    return new StackSpec(0, layers(), touch);
  }

  /** A short name, part of a cell's identity. */
  public String name() {
    StringBuilder name = new StringBuilder();
    if (layers() == 0) {
      name.append("no-layers");
    }
    if (userLayers > 0) {
      name.append("user").append(userLayers);
    }
    if (kernelLayers > 0) {
      name.append(userLayers > 0 ? "-" : "").append("kernel").append(kernelLayers);
    }
    return name.append("-touch-").append(touch.word()).toString();
  }
}
