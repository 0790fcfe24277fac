package org.portbench.strategies.kernel;

import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.FileRanges;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.PageList;
import org.portbench.strategies.kernel.ipc.PathBuffers;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.Nothing;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * What is held already when a device gets it: the transfer becomes one more holder, so that it
 * outlives the message that asked for it. That is bookkeeping of the model's; a driver that takes
 * over what the message held, as Mach's does with a page list, pays nothing for it.
 */
final class Transfers {
  private final VmSystem vm;
  private final Copies copies;
  private final Registrations registrations;
  private final PathBufferPool pathBuffers;

  Transfers(VmSystem vm, Copies copies, Registrations registrations, PathBufferPool pathBuffers) {
    this.vm = vm;
    this.copies = copies;
    this.registrations = registrations;
    this.pathBuffers = pathBuffers;
  }

  void begun(Payload payload, Wiring wiring) {
    switch (payload) {
      case PageList list -> {
        vm.keepAll(list.pieces().frames(), 0, list.count());
        wiring.keeps = true;
      }
      case InlineBytes bytes -> {
        copies.share(bytes);
        wiring.buffers.add(bytes.buffer());
      }
      case RegisteredRange ranges -> {
        for (int i = 0; i < ranges.rangeCount(); i++) {
          ranges.registration(i).keep();
          wiring.registrations.add(ranges.registration(i));
        }
      }
      case PathBuffers buffers -> {
        for (int i = 0; i < buffers.rangeCount(); i++) {
          buffers.buffer(i).retain();
          wiring.pathBuffers.add(buffers.buffer(i));
        }
      }
      case AddressRanges _,
          EntryRanges _,
          FileRanges _,
          MapCopy _,
          Nothing _,
          ObjectRanges _,
          TaskRanges _ -> {}
    }
  }

  void ended(Wiring wiring) {
    if (wiring.keeps) {
      vm.letGoAll(wiring.pieces().frames(), wiring.pieces().count());
    }
    for (int i = 0; i < wiring.buffers.size(); i++) {
      copies.drop(wiring.buffers.get(i));
    }
    for (int i = 0; i < wiring.registrations.size(); i++) {
      registrations.unuse(wiring.registrations.get(i));
    }
    for (int i = 0; i < wiring.pathBuffers.size(); i++) {
      pathBuffers.drop(wiring.pathBuffers.get(i));
    }
    for (int i = 0; i < wiring.lent.size(); i++) {
      wiring.lent.get(i).returned();
    }
  }
}
