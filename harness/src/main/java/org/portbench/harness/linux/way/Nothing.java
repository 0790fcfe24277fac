package org.portbench.harness.linux.way;

import java.lang.foreign.MemorySegment;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.transport.Message;
import org.portbench.harness.linux.transport.Message.Kind;

/** Messages cross, and nothing else happens: what a hop costs before any data is passed. */
final class Nothing implements Way {
  private final Site site;
  private final Mapping unsent;

  Nothing(Site site) {
    this.site = site;
    this.unsent = Mapping.anonymous(site.bytes());
  }

  @Override
  public MemorySegment buffer(int slot) {
    return unsent.memory();
  }

  @Override
  public void request(Message m) {
    site.neighbours().down().send(m);
  }

  @Override
  public MemorySegment answer(Message m) {
    return unsent.memory().asSlice(0, 0);
  }

  @Override
  public void settle(Message m) {}

  @Override
  public void down(Message m) {
    site.neighbours().down().send(m);
  }

  @Override
  public void up(Message m) {
    site.neighbours().up().send(m);
  }

  @Override
  public void serve(Message m) {
    site.neighbours().up().send(m.as(m.kind() == Kind.WRITE ? Kind.WAS_WRITTEN : Kind.WAS_READ));
  }

  @Override
  public void close() {
    unsent.close();
  }
}
