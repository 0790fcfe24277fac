package org.portbench.strategies.kernel;

import java.util.ArrayList;
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

  /** Those of each object. */
  private final Map<VmObject, List<Made>> standing = new LinkedHashMap<>();

  private record Region(Task maker, VmObject object, int firstPage, int pages, Access rights) {}

  /** An entry, of what it was made, and its maker's name for it. */
  record Made(Region region, MemoryEntry entry, int name) {
    boolean of(Task maker, int firstPage, int pages, Access rights) {
      return region.maker == maker
          && region.firstPage == firstPage
          && region.pages == pages
          && region.rights == rights;
    }
  }

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
    int firstPage = shown.objectPage(shown.startPage());
    List<Made> known = standing.getOrDefault(object, List.of());
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).of(owner, firstPage, shown.pages(), needed)) {
        return known.get(i);
      }
    }
    Made made = make(new Region(owner, object, firstPage, shown.pages(), needed));
    standing.computeIfAbsent(object, o -> new ArrayList<>()).add(made);
    return made;
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
    MemoryEntry entry = new MemoryEntry(port, region.object, firstByte, bytes, region.rights);
    return new Made(region, entry, name);
  }

  void end(MemoryEntry entry) {
    List<Made> known = standing.getOrDefault(entry.object(), List.of());
    List<Made> ending = known.stream().filter(made -> made.entry == entry).toList();
    for (Made made : ending) {
      known.remove(made);
      close(made);
    }
  }

  private void close(Made made) {
    made.entry.port().destroy();
    made.region.maker.ports().remove(made.name);
    vm.release(made.region.object);
  }

  void drain() {
    standing.values().forEach(known -> known.forEach(this::close));
    standing.clear();
  }
}
