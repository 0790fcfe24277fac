package org.portbench.hardware.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.PrimeMachine;
import org.portbench.hardware.sim.EventQueue;

/** Two machines alike: what one does by runs the other does piece by piece. */
final class TwinMemories {
  static final int CORES = 2;

  final Machine byRun;
  final Machine byPiece;
  private final int frames;

  TwinMemories(MachineProfile profile, int frames) {
    this.byRun = new Machine(profile, frames);
    this.byPiece = new Machine(profile, frames);
    this.frames = frames;
  }

  void both(Consumer<Machine> work) {
    work.accept(byRun);
    work.accept(byPiece);
  }

  void checkAlike(String where) {
    for (Category category : Category.values()) {
      assertEquals(
          byPiece.meter.totalPs(category), byRun.meter.totalPs(category), where + ": " + category);
    }
    for (Counter counter : Counter.values()) {
      assertEquals(
          byPiece.meter.counter(counter), byRun.meter.counter(counter), where + ": " + counter);
    }
    assertEquals(byPiece.meter.segmentPs(), byRun.meter.segmentPs(), where + ": segment");
    for (int frame = 0; frame < frames; frame++) {
      String here = where + ", frame " + frame;
      for (int core = 0; core < CORES; core++) {
        assertEquals(byPiece.memory.heat(core, frame), byRun.memory.heat(core, frame), here);
      }
      Content content = byPiece.content(frame);
      int size = content.size();
      assertTrue(byRun.memory.contents().matches(frame, 0, content, 0, size), here);
    }
  }

  /** Neither bus may have more or less taken than the other: a transfer waits as long on both. */
  void checkBus(long laterPs, long bytes, String where) {
    List<Long> waits =
        List.of(byRun, byPiece).stream()
            .map(m -> m.memory.bus().claim(m.events.nowPs() + laterPs, bytes))
            .toList();
    assertEquals(waits.getLast(), waits.getFirst(), where + ": wait for the bus");
  }

  /** A memory, its meter and its clock. */
  static final class Machine {
    final EventQueue events = new EventQueue();
    final Meter meter;
    final PhysicalMemory memory;
    final Pieces source;
    final Pieces target;
    private final int clock = events.newSlot(0, now -> {});

    Machine(MachineProfile profile, int frames) {
      meter = new Meter(new Prices(profile));
      memory = new PhysicalMemory(profile, meter, events);
      source = new Pieces(memory);
      target = new Pieces(memory);
      for (int i = 0; i < frames; i++) {
        memory.take();
      }
    }

    Content content(int frame) {
      Content content = new Content(PrimeMachine.PAGE_BYTES);
      memory.contents().copyTo(frame, content, 0, 0, PrimeMachine.PAGE_BYTES);
      return content;
    }

    void pass(long ps) {
      meter.takeSegment();
      events.schedule(clock, events.nowPs() + ps);
      events.runNext();
    }
  }
}
