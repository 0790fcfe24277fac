package org.portbench.harness.linux.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Number;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.Primitive;
import org.portbench.harness.linux.calibrate.MeasuredProfile;
import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.run.LinuxCell;
import org.portbench.harness.linux.run.Placement;
import org.portbench.harness.linux.transport.Transport;

/**
 * What of Linux stands for a primitive of the model that Linux has not: the messages of a strategy
 * are the packets, or the ring, that all strategies have here, and a mapping is what mmap and
 * munmap take. Each is a sum of prices that the profile states; none is fitted to anything.
 *
 * @param waits whether waiting within a pipe's turns is in its price: it takes time and no work
 */
record StandIns(MachineProfile machine, LinuxCell cell, boolean waits) {
  /** Linux maps so many pages around one that is read. */
  private static final int AROUND = 16;

  private static final String SOURCE = "stands in for what Linux has";

  /** The machine as a cell's strategy meets it. */
  MachineProfile priced() {
    Sheet sheet = new Sheet(new Prices(machine));
    sheet.put(Primitive.SOFT_FAULT, softFault(sheet));
    switch (cell.way()) {
      case COPY, COPY_SOCKET -> copied(sheet);
      case MACH_3, MACH_3_PROTECTED, MACH_3_WRITTEN -> mapped(sheet);
      case VM_OBJECT -> referred(sheet);
      case REGISTERED -> light(sheet);
      case FD -> {
        sockets(sheet);
        heldThroughAddresses(sheet);
        looked(sheet);
      }
      case DIRECT, NULL -> {}
    }
    return MachineProfiles.with(machine, sheet.changes.toArray(Number[]::new));
  }

  /** In words, for whoever reads a comparison. */
  static List<String> notes() {
    return List.of(
        "A stack of L layers here has L + 1 processes behind the client: the last drives the"
            + " device. In the model it is the last layer of L + 1.",
        "Latency is the median here; in the model the mean, which at queue depth 1 is each"
            + " operation's. What the client does with its own data is in neither.",
        "Messages: every strategy has the same packets, or rings, here. The model's ports of"
            + " vm-object, registered and mach-3 are priced as these; so D1, whether Mach's own"
            + " messages are heavy, is not decided by this machine.",
        "copy: the request's packet goes beside the data, which a pipe carries; in the model a"
            + " write to the pipe is the price of making its buffer (object_create), a read that of"
            + " letting go of it (object_reference). For each further filling of the pipe both"
            + " sides sleep once and are woken (block).",
        "mach-3: a virtual copy here is a descriptor passed, mmap, munmap and close. In the model"
            + " mmap is the price of finding room (map_find_space), munmap and close that of"
            + " removing the entry. Data that is read comes in pages of a new object, each of which"
            + " is faulted in and zeroed (page_allocate). The one word that a sink looks at is not"
            + " in it: a fault that is in fd's mapping (map_entry_insert) and missing here. Nothing"
            + " is taken from the sender, who in the model keeps what it wrote.",
        "vm-object: a reference dropped is close, a system call. Reads, and fd always, have the"
            + " driver map the data for a moment: the model's last layer refuses what has no"
            + " address, and each page held for a device is faulted in first (page_hold).",
        "A soft fault maps sixteen pages around one that is read: its price is shared by as many"
            + " as a request has.",
        "Writes go to sinks and files, reads to files alone: the model's sink hands out all of a"
            + " read's data, the one here a word of it. copy has one copy more before a file in the"
            + " model, into the driver's own buffers.");
  }

  private void sockets(Sheet sheet) {
    if (cell.transport() == Transport.RING) {
      sheet.put(Primitive.SOCKET_SEND, sheet.of(Primitive.LIGHT_SEND));
      sheet.put(Primitive.SOCKET_RECEIVE, sheet.of(Primitive.LIGHT_RECEIVE));
    }
  }

  private void light(Sheet sheet) {
    sheet.put(Primitive.LIGHT_SEND, send(sheet));
    sheet.put(Primitive.LIGHT_RECEIVE, receive(sheet));
  }

  private void referred(Sheet sheet) {
    light(sheet);
    // Taking a reference has a price of its own already: HANDLE_INSERT.
    sheet.put(Primitive.OBJECT_REFERENCE, sheet.of(Primitive.SYSTEM_CALL) / 2);
    if (reads()) {
      heldThroughAddresses(sheet);
    }
  }

  private boolean reads() {
    return ModelSide.reads(cell);
  }

  /** A page that is held through a new mapping is entered into it first. */
  private void heldThroughAddresses(Sheet sheet) {
    long fault =
        reads()
            ? sheet.of(Primitive.KERNEL_FAULT)
            : Math.max(0, softFault(sheet) - sheet.of(Primitive.SYSTEM_CALL) / pagesAround());
    sheet.put(
        Primitive.PAGE_HOLD, sheet.of(Primitive.PAGE_HOLD) + fault + machine.mmu().pteWritePs());
  }

  /** The driver looks at one word of what it maps: a whole fault, and pages to be unmapped. */
  private void looked(Sheet sheet) {
    if (cell.device() == DeviceKind.SINK_HEADER) {
      long fault = sheet.of(Primitive.KERNEL_FAULT) + sheet.of(Primitive.SYSTEM_CALL);
      long unmapped = pagesAround() * machine.mmu().pteWritePs();
      sheet.put(
          Primitive.MAP_ENTRY_INSERT, sheet.of(Primitive.MAP_ENTRY_INSERT) + fault + unmapped);
    }
  }

  /** The first page of those that are mapped at once takes a whole fault, the others a share. */
  private long softFault(Sheet sheet) {
    long whole = sheet.of(Primitive.KERNEL_FAULT) + sheet.of(Primitive.SYSTEM_CALL);
    long share = Math.max(0, sheet.of(Primitive.SOFT_FAULT) - whole / AROUND);
    return whole / pagesAround() + share;
  }

  private int pagesAround() {
    return Math.clamp(cell.bytes() / machine.memory().pageBytes(), 1, AROUND);
  }

  private void copied(Sheet sheet) {
    long call = sheet.of(Primitive.SYSTEM_CALL);
    sheet.put(Primitive.OBJECT_CREATE, call + sheet.of(Primitive.STREAM_WRITE));
    sheet.put(Primitive.OBJECT_REFERENCE, call + sheet.of(Primitive.STREAM_READ));
    sheet.put(Primitive.STREAM_WRITE, send(sheet));
    sheet.put(Primitive.STREAM_READ, receive(sheet));
    sheet.put(Primitive.BLOCK, sheet.of(Primitive.BLOCK) + turns(sheet));
  }

  /** For each further filling of a pipe its reader sleeps once, too, and both are woken. */
  private long turns(Sheet sheet) {
    MachineProfile.Processor cpu = machine.cpu();
    long work = sheet.of(Primitive.THREAD_SWITCH) + sheet.of(Primitive.WAKE_UP);
    if (cell.placement() == Placement.ONE_CPU) {
      return work;
    }
    long idle = waits ? 2 * (cpu.idleExitPs() + cpu.ipiLatencyPs()) : 0;
    return work + 2 * cpu.ipiSendPs() + idle;
  }

  private void mapped(Sheet sheet) {
    long call = sheet.of(Primitive.SYSTEM_CALL);
    long map =
        call
            + sheet.of(Primitive.MAP_FIND_SPACE)
            + sheet.of(Primitive.MAP_ENTRY_INSERT)
            + sheet.of(Primitive.OBJECT_REFERENCE);
    long unmap = call + sheet.of(Primitive.MAP_ENTRY_REMOVE);
    long pass = sheet.of(Primitive.HANDLE_LOOKUP) + sheet.of(Primitive.HANDLE_INSERT);
    long close = call + sheet.of(Primitive.HANDLE_LOOKUP) / 2;
    sheet.put(Primitive.MAP_FIND_SPACE, pass + map);
    sheet.put(Primitive.MAP_ENTRY_INSERT, 0);
    sheet.put(Primitive.MAP_ENTRY_REMOVE, unmap + close);
    sheet.put(Primitive.OBJECT_REFERENCE, 0);
    for (Primitive sending : List.of(Primitive.MACH_SEND, Primitive.MACH_FAST_SEND)) {
      sheet.put(sending, send(sheet));
    }
    // Mach sends and waits in one call; here that is two.
    for (Primitive receiving : List.of(Primitive.MACH_RECEIVE, Primitive.MACH_FAST_RECEIVE)) {
      sheet.put(receiving, call + receive(sheet));
    }
    for (Primitive none :
        List.of(
            Primitive.MACH_ENQUEUE,
            Primitive.MACH_DEQUEUE,
            Primitive.MACH_RENDEZVOUS,
            Primitive.MACH_KERNEL_SERVER,
            Primitive.MESSAGE_BUFFER,
            Primitive.RIGHT_COPY_IN,
            Primitive.RIGHT_COPY_OUT,
            Primitive.ITEM_SCAN)) {
      sheet.put(none, 0);
    }
    sheet.put(
        Primitive.THREAD_HANDOFF, sheet.of(Primitive.WAKE_UP) + sheet.of(Primitive.THREAD_SWITCH));
    long zero = machine.memory().zeroPsPerByte() * machine.memory().pageBytes();
    sheet.put(
        Primitive.PAGE_ALLOCATE,
        sheet.of(Primitive.PAGE_ALLOCATE) + sheet.of(Primitive.KERNEL_FAULT) + zero);
    if (!reads()) {
      heldThroughAddresses(sheet);
    }
  }

  private long send(Sheet sheet) {
    return sheet.of(
        cell.transport() == Transport.SOCKET ? Primitive.SOCKET_SEND : Primitive.LIGHT_SEND);
  }

  private long receive(Sheet sheet) {
    return sheet.of(
        cell.transport() == Transport.SOCKET ? Primitive.SOCKET_RECEIVE : Primitive.LIGHT_RECEIVE);
  }

  /** The machine's prices, and what is to be put in their place. */
  private record Sheet(Prices prices, List<Number> changes) {
    private static final int NS_DIGITS = 3;

    Sheet(Prices prices) {
      this(prices, new ArrayList<>());
    }

    long of(Primitive primitive) {
      return prices.of(primitive);
    }

    void put(Primitive primitive, long ps) {
      String ns = BigDecimal.valueOf(ps, NS_DIGITS).stripTrailingZeros().toPlainString();
      changes.add(new Number(MeasuredProfile.key(primitive), ns, "derived", SOURCE));
    }
  }
}
