package org.portbench.harness.linux.way;

import java.util.List;
import java.util.Optional;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.transport.Channel;

/**
 * What a way is made of beside its site.
 *
 * @param above carries copied data to and from the neighbour above, where a way copies
 * @param objects of the client, where a way is given them beforehand
 */
public record Ways(Optional<Channel> above, Optional<Channel> below, List<Descriptor> objects) {

  public Way make(WayKind kind, Site site) {
    return switch (kind) {
      case DIRECT -> throw new IllegalArgumentException("a single process has no position");
      case COPY, COPY_SOCKET -> new Copy(site, above, below);
      case MACH_3 -> new Mach3(site, Mach3.Variant.PLAIN);
      case MACH_3_PROTECTED -> new Mach3(site, Mach3.Variant.PROTECTED);
      case MACH_3_WRITTEN -> new Mach3(site, Mach3.Variant.WRITTEN);
      case FD -> new Fd(site);
      case VM_OBJECT -> new VmObject(site);
      case REGISTERED -> new Registered(site, objects);
      case NULL -> new Nothing(site);
    };
  }
}
