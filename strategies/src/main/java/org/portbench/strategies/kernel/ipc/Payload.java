package org.portbench.strategies.kernel.ipc;

import org.portbench.strategies.kernel.vm.VmObject;

/**
 * The data of a request as somebody holds it, or as it travels. The kernel can reach, wire and give
 * back each kind, so every driver takes any of them.
 */
public sealed interface Payload
    permits Payload.Nothing,
        InlineBytes,
        AddressRanges,
        Payload.ByReference,
        MapCopy,
        PageList,
        PathBuffers,
        TaskRanges {

  Payload NOTHING = new Nothing();

  int length();

  /** How many items of a message stand for ranges of data, or for references to data. */
  int rangeCount();

  /** Data that is where it was: the payload refers to the objects it lies in. */
  sealed interface ByReference extends Payload
      permits ObjectRanges, FileRanges, RegisteredRange, EntryRanges {
    int references();

    VmObject referredTo(int reference);
  }

  /** No data in this direction, or none at all. */
  record Nothing() implements Payload {
    @Override
    public int length() {
      return 0;
    }

    @Override
    public int rangeCount() {
      return 0;
    }
  }
}
