package org.portbench.harness.linux.way;

import java.lang.foreign.MemorySegment;
import org.portbench.harness.linux.device.Device;
import org.portbench.harness.linux.sys.Descriptor;

/** What a domain has that is no driver. */
public final class NoDevice implements Device {
  private static IllegalStateException none() {
    return new IllegalStateException("this domain has no device");
  }

  @Override
  public void write(MemorySegment data, long offset, long stamp) {
    throw none();
  }

  @Override
  public void writeFrom(Descriptor object, int length, long offset, long stamp) {
    throw none();
  }

  @Override
  public void read(MemorySegment into, long offset, long stamp) {
    throw none();
  }
}
