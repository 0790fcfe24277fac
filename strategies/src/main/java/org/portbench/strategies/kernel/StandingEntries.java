package org.portbench.strategies.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.KernelRequests.Body;
import org.portbench.strategies.kernel.ipc.MemoryEntry;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortRight;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.VmMapEntry;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/** The memory entries that tasks had made for their memory, and keep. */
final class StandingEntries {
  /** The range, what is to be allowed, and in which other entry it lies: none, but a right. */
  private static final Body MAKE = new Body(4, true);

  /** Whether it worked, how long the entry is, and the right to it. */
  private static final Body MADE = new Body(3, true);

  private final VmSystem vm;
  private final Meter meter;
  private final Rights rights;
  private final References references;
  private final KernelRequests requests;
  private final Map<Region, Made> standing = new LinkedHashMap<>();

  private record Region(Task maker, VmObject object, int firstPage, int pages, Access rights) {}

  /** An entry, and its maker's name for it. */
  record Made(MemoryEntry entry, int name) {}

  StandingEntries(VmSystem vm, Rights rights, References references) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.rights = rights;
    this.references = references;
    this.requests = new KernelRequests(vm);
  }

  /** Of all that an entry of the owner's map shows. */
  Made of(Task owner, VmMapEntry shown, Access needed) {
    VmObject object = references.own(owner.map(), shown);
    int pages = Math.toIntExact(shown.endPage() - shown.startPage());
    return standing.computeIfAbsent(
        new Region(owner, object, shown.objectPage(shown.startPage()), pages, needed), this::make);
  }

  private Made make(Region region) {
    requests.ask(MAKE, MADE);
    meter.perform(Primitive.MAP_LOOKUP);
    meter.perform(Primitive.OBJECT_CREATE);
    Port port = new Port("memory entry of " + region.maker, 0);
    port.makeSend();
    vm.reference(region.object);
    int name =
        AllOrNothing.of(
            () -> rights.copyOut(region.maker, port.right(PortRight.Kind.SEND)),
            () -> vm.release(region.object));
    region.object.name();
    long pageBytes = vm.pageBytes();
    long firstByte = region.firstPage * pageBytes;
    long bytes = region.pages * pageBytes;
    return new Made(new MemoryEntry(port, region.object, firstByte, bytes, region.rights), name);
  }

  void end(MemoryEntry entry) {
    List<Region> regions =
        standing.keySet().stream().filter(r -> standing.get(r).entry == entry).toList();
    regions.forEach(region -> close(region, standing.remove(region)));
  }

  private void close(Region region, Made made) {
    made.entry.port().destroy();
    region.maker.ports().remove(made.name);
    vm.release(region.object);
  }

  void drain() {
    standing.forEach(this::close);
    standing.clear();
  }
}
