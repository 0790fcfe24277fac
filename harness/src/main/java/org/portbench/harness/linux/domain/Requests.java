package org.portbench.harness.linux.domain;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import org.portbench.harness.linux.device.Content;
import org.portbench.harness.linux.device.Look;
import org.portbench.harness.linux.sys.Usage;
import org.portbench.harness.linux.transport.Message;
import org.portbench.harness.linux.transport.Message.Kind;
import org.portbench.harness.linux.way.Site;
import org.portbench.harness.linux.way.Way;

/**
 * The client's life: it asks for what the agenda says, a new request as soon as one of the depth is
 * answered. A request takes from before it is sent until its reply is there and its data at hand;
 * writing the data before, and looking at it after, is the client's own time.
 */
final class Requests {
  private final Site site;
  private final Way way;
  private final Agenda agenda;
  private final Look look;
  private final boolean passesData;
  private final Message message = new Message();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final int[] indexBySlot;
  private final long[] sentNs;
  private long ownNs;

  /**
   * @param look what the client looks at of what it has read
   * @param passesData false where no data ever arrives
   */
  Requests(Site site, Way way, Agenda agenda, Look look, boolean passesData) {
    this.site = site;
    this.way = way;
    this.agenda = agenda;
    this.look = look;
    this.passesData = passesData;
    this.indexBySlot = new int[site.depth()];
    this.sentNs = new long[site.depth()];
    for (int slot = 0; slot < site.depth(); slot++) {
      free.add(slot);
    }
  }

  Findings run() {
    long warmNs = System.nanoTime();
    do {
      ask(0, agenda.warmUp());
    } while (System.nanoTime() - warmNs < agenda.warmUpNs());
    ownNs = 0;
    turn(Kind.MARK);
    Usage start = Usage.ofThisThread();
    long startNs = System.nanoTime();
    ask(agenda.warmUp(), agenda.requests());
    long elapsedNs = System.nanoTime() - startNs;
    Usage used = Usage.ofThisThread().since(start);
    turn(Kind.END);
    return Findings.of(used, elapsedNs, ownNs, site.checks());
  }

  private void ask(int from, int to) {
    for (int i = from; i < to; i++) {
      if (free.isEmpty()) {
        answer();
      }
      ask(i);
    }
    while (free.size() < site.depth()) {
      answer();
    }
  }

  private void ask(int index) {
    int slot = free.remove();
    boolean write = agenda.isWrite(index);
    int length = agenda.length(index);
    long stamp = agenda.stamp(index);
    long beganNs = System.nanoTime();
    if (write && passesData) {
      Content.fill(way.buffer(slot).asSlice(0, length), stamp);
    }
    message.ask(write ? Kind.WRITE : Kind.READ, slot, length, agenda.offset(index), stamp);
    indexBySlot[slot] = index;
    long nowNs = System.nanoTime();
    ownNs += nowNs - beganNs;
    sentNs[slot] = nowNs;
    way.request(message);
  }

  private void answer() {
    site.neighbours().inbox().receive(message);
    int slot = message.slot();
    boolean read = message.kind() == Kind.WAS_READ && passesData;
    MemorySegment data = read ? way.answer(message) : MemorySegment.NULL;
    long nowNs = System.nanoTime();
    agenda.tookNs(indexBySlot[slot], nowNs - sentNs[slot]);
    if (read) {
      site.checks().read(look, data, agenda.stamp(indexBySlot[slot]));
      ownNs += System.nanoTime() - nowNs;
    }
    way.settle(message);
    free.add(slot);
  }

  /** Tells all domains, and waits until the last of them has heard it. */
  private void turn(Kind kind) {
    if (!site.position().isDriver()) {
      site.neighbours().down().send(message.as(kind));
      site.neighbours().inbox().receive(message);
    }
  }
}
