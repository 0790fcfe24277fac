package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.portbench.hardware.Machine;
import org.portbench.hardware.memory.Content;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.FileRanges;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.NameTally;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.PageList;
import org.portbench.strategies.kernel.ipc.PathBuffers;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.Nothing;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.PageFaults;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * The kernel that all strategies share: the ways in which it turns data that a task holds into data
 * that another can hold. Each does the work and charges for it.
 */
public final class Kernel {
  private final VmSystem vm;
  private final DataAccess data;
  private final Copies copies;
  private final Mappings mappings;
  private final PageLists lists;
  private final References references;
  private final Wirer wirer;
  private final Lending lending;
  private final Files files;
  private final Registrations registrations;
  private final PathBufferPool pathBuffers;
  private final Loans loans;
  private final Transfers transfers;
  private final TaskPorts taskPorts;
  private final MemoryEntries memoryEntries;
  private final Withdrawal withdrawal;
  private final Rights rights;
  private final Reaching reaching;
  private final MessageMemory messageMemory;
  private final List<Task> tasks = new ArrayList<>();
  private final NameTally namesOfTasks = new NameTally();

  public Kernel(Machine machine) {
    this.vm = new VmSystem(machine);
    PageFaults faults = new PageFaults(vm);
    this.pathBuffers = new PathBufferPool(vm);
    this.loans = new Loans(machine.meter(), pathBuffers);
    this.data = new DataAccess(vm, faults, loans);
    this.copies = new Copies(vm, data);
    this.mappings = new Mappings(vm, data);
    this.lists = new PageLists(vm, faults);
    this.references = new References(vm, faults);
    this.wirer = new Wirer(vm, faults);
    this.lending = new Lending(vm, faults, references, lists);
    this.files = new Files(vm, loans);
    this.registrations = new Registrations(vm, loans);
    this.rights = new Rights(machine.meter());
    this.taskPorts = new TaskPorts(vm, rights, references, lending, loans);
    this.memoryEntries = new MemoryEntries(vm, rights, references, loans);
    this.transfers = new Transfers(vm, copies, registrations, pathBuffers);
    this.reaching =
        new Reaching(vm, lists, references, lending, registrations, taskPorts, memoryEntries);
    this.withdrawal = new Withdrawal(vm, tasks);
    this.messageMemory = new MessageMemory(this);
  }

  public VmSystem vm() {
    return vm;
  }

  public DataAccess data() {
    return data;
  }

  public Rights rights() {
    return rights;
  }

  /**
   * Whether a payload holds just these bytes, for a judge: it costs nothing and changes nothing.
   */
  public boolean holds(Payload payload, Content bytes, int length) {
    return new Inspection(vm, bytes).matches(payload, length);
  }

  MessageMemory messageMemory() {
    return messageMemory;
  }

  /** Names that tasks have for ports, objects and files. */
  int names() {
    return namesOfTasks.count() + files.open() + registrations.slots();
  }

  public Task createTask(String name) {
    VmMap map = vm.createMap(name);
    Task task = new Task(name, map, new BufferPool(vm, map), namesOfTasks);
    tasks.add(task);
    return task;
  }

  /** A buffer for a domain's own data, of its standing ones. */
  public Payload buffer(Domain domain, int length) {
    return switch (domain) {
      case Domain.InTask(var task) -> task.buffers().take(length);
      case Domain.InKernel _ -> copies.landingBuffer(length);
    };
  }

  /** Copies a task's bytes into the kernel: into the driver's pool, or into pages of their own. */
  public InlineBytes copyIn(Payload held, boolean forDriver) {
    return copies.copyIn(held, forDriver);
  }

  /** Copies the kernel's bytes out to where the task wants them, or to a buffer of its pool. */
  public AddressRanges copyOut(InlineBytes bytes, Task task, Payload wanted) {
    return copies.copyOut(bytes, task, wanted);
  }

  /** Copies the kernel's own pages out in the same way, each reached for that. */
  public AddressRanges copyOut(ObjectRanges held, Task task, Payload wanted) {
    AddressRanges target = copies.target(held.length(), task, wanted);
    copy(new Domain.InKernel(), held, target);
    giveBack(new Domain.InKernel(), held);
    return target;
  }

  /** Copies bytes from one payload into another, both made addressable for who does it. */
  public void copy(Domain domain, Payload source, Payload target) {
    reached(
        domain,
        source,
        from -> reached(domain, target, to -> data.copy(from, 0, to, 0, source.length())));
  }

  /** The kernel copies what it can address to addresses in a map, whoever's that is. */
  public void copyAcross(Payload source, Payload place) {
    if (!(place instanceof AddressRanges wanted)) {
      throw new IllegalStateException("no address was named for " + source);
    }
    Domain here = new Domain.InKernel();
    AddressRanges lent = lend(wanted, Access.WRITE);
    try {
      copy(here, source, lent);
    } finally {
      giveBack(here, lent);
    }
  }

  /** Uses a payload as somebody can address it, and lets go of what that took. */
  public void reached(Domain domain, Payload held, Consumer<Payload> use) {
    Payload reached = reach(domain, held);
    try {
      use.accept(reached);
    } finally {
      if (reached != held) {
        giveBack(domain, reached);
      }
    }
  }

  /**
   * Shows at one place of a task what was made for it at another, if both are whole pages; who has
   * the other still has it.
   */
  public boolean remap(AddressRanges place, AddressRanges held) {
    boolean possible = held.tenure() == Tenure.TEMPORARY && mappings.interchangeable(place, held);
    if (possible) {
      mappings.remap(place, held);
    }
    return possible;
  }

  /** A buffer of the driver's pool, for a device to fill. */
  public InlineBytes landingBuffer(int length) {
    return copies.landingBuffer(length);
  }

  /** One more holder of bytes that are in the kernel already. */
  public InlineBytes share(InlineBytes bytes) {
    return copies.share(bytes);
  }

  /**
   * Takes a copy of a task's memory out of its map: shared until written, or moved if it was only
   * lent, or its bytes if it is short.
   */
  public Payload mapIn(AddressRanges held, OutOfLine how) {
    return mappings.mapIn(held, how, held.tenure() == Tenure.TEMPORARY);
  }

  /** The same of memory that stays its holder's, whatever becomes of it. */
  public Payload mapInKept(AddressRanges held, OutOfLine how) {
    return mappings.mapIn(held, how, false);
  }

  /** The same of the kernel's own pages, which are never moved. */
  public Payload mapIn(ObjectRanges held, OutOfLine how) {
    if (held.length() > how.kernelBufferBytes()) {
      return mappings.ofSnapshots(held, how);
    }
    List<Payload> copied = new ArrayList<>(1);
    reached(new Domain.InKernel(), held, seen -> copied.add(mappings.buffered(seen)));
    return copied.getFirst();
  }

  /** Enters a copy in transit into a task's map. */
  public AddressRanges mapOut(MapCopy inTransit, Task task, OutOfLine how) {
    return mappings.mapOut(inTransit, task, how);
  }

  /** The same from the kernel's holding map. */
  public AddressRanges mapOut(AddressRanges inHoldingMap, Task task) {
    return mappings.mapOn(inHoldingMap, task);
  }

  /**
   * Lists the pages behind a task's memory for a driver and keeps them in place.
   *
   * @param listPages that one list holds; for more it is continued
   */
  public PageList listPages(AddressRanges held, Access deviceAccess, int listPages) {
    return lists.list(held, deviceAccess, listPages);
  }

  /** A task's memory by its addresses there, for somebody else. */
  public AddressRanges lend(AddressRanges held, Access rights) {
    return loans.begunByAddress(lending.lend(held, rights));
  }

  /** Fresh pages for a device to fill; only what it will not overwrite is zeroed. */
  public PageList freshPages(int length) {
    return lists.fresh(length);
  }

  /** The same, shown at addresses of the kernel's own. */
  public PageList freshMappedPages(int length) {
    return lists.showNew(lists.fresh(length));
  }

  /** Shows listed pages at addresses of the kernel's own; takes the list over, unless it fails. */
  public PageList mapIntoKernel(PageList list) {
    return lists.mapIntoKernel(list);
  }

  /**
   * Takes fresh pages out of the kernel's hands, or copies their bytes if they are few, to be
   * handed up; the list is still to be given back.
   */
  public Payload detach(PageList list, OutOfLine how) {
    return list.length() <= how.kernelBufferBytes()
        ? mappings.buffered(list)
        : mappings.ofObject(lists.steal(list), list.length(), how);
  }

  /** Names the objects behind a task's addresses. */
  public ObjectRanges refer(AddressRanges held, Access rights) {
    return loans.begun(references.refer(held, rights));
  }

  /** References that are in the kernel already, for one more message. */
  public ObjectRanges refer(ObjectRanges held) {
    return loans.begun(references.refer(held));
  }

  /** Takes references out of a task by its handles. */
  public ObjectRanges fromHandles(Task task, ObjectRanges held) {
    return loans.begun(references.fromHandles(task, held));
  }

  /** Gives references that travelled to a task, which gets handles for them. */
  public ObjectRanges toHandles(Task task, ObjectRanges inTransit) {
    return references.toHandles(task, inTransit);
  }

  /** Takes references back from everybody who got them, with what was mapped through them. */
  public void revoke(ObjectRanges given) {
    withdrawal.revoke(given, this::giveBack);
  }

  /** From now on nobody writes to what the references name. */
  public void seal(ObjectRanges given) {
    withdrawal.seal(given);
  }

  /** Ends the object that a reference names after so many pages. */
  public void truncate(ObjectRange given, int pages) {
    withdrawal.truncate(given, pages);
  }

  public void breakSeal(ObjectRanges given) {
    withdrawal.breakSeal(given);
  }

  /** Memory as files, passed on by descriptors. */
  public Files files() {
    return files;
  }

  /** Memory that was attached once and goes by numbers. */
  public Registrations registrations() {
    return registrations;
  }

  /** Buffers that all domains of a path see at the same addresses. */
  public PathBufferPool pathBuffers() {
    return pathBuffers;
  }

  /** Whole address spaces, passed on by the rights to their tasks. */
  public TaskPorts taskPorts() {
    return taskPorts;
  }

  /** Parts of objects, passed on by rights to ports that stand for them. */
  public MemoryEntries memoryEntries() {
    return memoryEntries;
  }

  /**
   * Makes data addressable for whoever must touch it: a task maps what it only refers to, the
   * kernel too unless all memory is in its direct map.
   */
  public Payload reach(Domain domain, Payload held) {
    Payload reached = reaching.reach(domain, held);
    return reached == held ? held : loans.begun(reached);
  }

  /** Makes data addressable in one piece for a layer that takes nothing without an address. */
  public Payload address(Domain domain, Payload held, Access deviceAccess) {
    return reaching.address(domain, held, deviceAccess);
  }

  /** Finds the frames of a payload and keeps them in place for a device. */
  public Wiring wire(Payload payload, Access deviceAccess) {
    Wiring wiring = wirer.wire(payload, deviceAccess);
    transfers.begun(payload, wiring);
    loans.wired(payload, wiring);
    return wiring;
  }

  public void unwire(Wiring wiring) {
    transfers.ended(wiring);
    wirer.unwire(wiring);
  }

  /** Gives back whatever a payload stands for: memory, references, names, mappings. */
  public void giveBack(Domain holder, Payload payload) {
    loans.ended(payload);
    switch (payload) {
      case AddressRanges held -> giveBackAddresses(holder, held);
      case ObjectRanges ranges -> references.giveBack(holder, ranges);
      case InlineBytes bytes -> copies.drop(bytes.buffer());
      case Nothing _ -> {}
      case MapCopy copy -> mappings.discard(copy);
      case PageList list -> lists.giveBack(list);
      case FileRanges opened -> files.giveBack(holder, opened);
      case RegisteredRange registered -> registrations.giveBack(registered);
      case PathBuffers shared -> pathBuffers.giveBack(shared);
      case TaskRanges named -> taskPorts.giveBack(named);
      case EntryRanges named -> memoryEntries.giveBack(holder, named);
    }
  }

  /** A task takes its own mappings down by a system call. */
  private void giveBackAddresses(Domain holder, AddressRanges held) {
    switch (held.tenure()) {
      case STANDING -> {}
      case BORROWED -> {
        loans.endedByAddress(held);
        lending.ended(held);
      }
      case SHARED -> pathBuffers.giveBack(held);
      case POOLED -> taskOf(held.map()).buffers().put(held);
      case TEMPORARY -> {
        if (!held.gone()) {
          unmap(holder, held);
        }
        mappings.ended(held);
      }
    }
  }

  private void unmap(Domain holder, AddressRanges held) {
    if (!holder.kernel()) {
      vm.systemCall();
    }
    IoVec ranges = held.ranges();
    for (int i = 0; i < ranges.count(); i++) {
      held.map().removeBytes(ranges.address(i), ranges.length(i));
    }
    for (int i = 0; i < held.kept().size(); i++) {
      vm.unholdAll(held.kept().get(i), held.kept().get(i).length);
    }
    held.leave();
  }

  private Task taskOf(VmMap map) {
    for (int i = 0; i < tasks.size(); i++) {
      if (tasks.get(i).map() == map) {
        return tasks.get(i);
      }
    }
    throw new IllegalStateException(map.space() + " is no task's");
  }

  /** Empties the standing pools, so that what is left is what was lost. */
  public void drain() {
    tasks.forEach(task -> task.buffers().drain());
    copies.drain();
    files.drain();
    registrations.drain();
    pathBuffers.drain();
    taskPorts.drain();
    memoryEntries.drain();
  }

  /** What is in use now. */
  public Holdings holdings() {
    return new Holdings(
        vm.machine().memory().framesInUse(),
        vm.liveObjects(),
        vm.liveEntries(),
        vm.holds(),
        lists.mappedPages(),
        vm.machine().iommu().mappedPages(),
        tasks.stream().mapToInt(Task::handleCount).sum(),
        tasks.stream().mapToInt(task -> task.ports().size()).sum(),
        messageMemory.messages());
  }
}
