package org.portbench.harness.linux.way;

import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.transport.Message;

/**
 * Nobody maps what is written: it is spliced from the object to the device, {@code splice} into a
 * pipe and out of it. Linux has no such thing for reads, since a splice from a file into an object
 * copies; the driver maps for a moment: {@code mmap}, {@code pread}, {@code munmap}.
 */
final class VmObject extends ByDescriptor {

  VmObject(Site site) {
    super(site);
  }

  @Override
  void write(Descriptor object, Message m) {
    site.device().writeFrom(object, m.length(), m.offset(), m.stamp());
  }
}
