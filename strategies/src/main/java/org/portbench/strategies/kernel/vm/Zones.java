package org.portbench.strategies.kernel.vm;

import org.portbench.hardware.sim.Zone;

/** What a kernel makes and drops with each message, to be used again. */
final class Zones {
  final Zone<VmObject> objects = new Zone<>(VmObject::new);
  final Zone<VmMapEntry> entries = new Zone<>(VmMapEntry::new);
  final Zone<VmMapCopy> copies = new Zone<>(VmMapCopy::new);
}
