package org.portbench.harness.vfs;

import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Payload;

/** Memory that a layer has for itself, in its own domain. */
public final class OwnMemory {
  private static final int ATTRIBUTE_AREA_BYTES = 4096;

  private final Kernel kernel;
  private final Domain domain;
  private final Payload attributes;

  public OwnMemory(Kernel kernel, Domain domain) {
    this.kernel = kernel;
    this.domain = domain;
    this.attributes = take(ATTRIBUTE_AREA_BYTES);
  }

  Domain domain() {
    return domain;
  }

  Payload attributes() {
    return attributes;
  }

  /** A buffer of the domain's own, to be given back. */
  Payload take(int length) {
    return kernel.buffer(domain, length);
  }

  void giveBack(Payload buffer) {
    kernel.giveBack(domain, buffer);
  }

  public void close() {
    giveBack(attributes);
  }
}
