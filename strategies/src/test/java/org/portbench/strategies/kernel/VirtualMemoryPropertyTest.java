package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.memory.Content;
import org.portbench.hardware.memory.Pieces;
import org.portbench.hardware.sim.RandomStream;
import org.portbench.strategies.Bench;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;

/**
 * Tasks on several CPUs write, copy, move, receive and give back at random; beside them everybody's
 * memory is kept a second time, as plain content that nobody shares.
 */
class VirtualMemoryPropertyTest {
  private static final int PAGE = TestMachine.PAGE;
  private static final int STEPS = 300;

  @Test
  void everybodySeesHisOwnMemoryAndNothingIsLost() {
    for (long seed = 1; seed <= 60; seed++) {
      try {
        new Run(seed).all();
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("seed " + seed, failure);
      }
    }
  }

  /** Memory of a task, and what it should hold. */
  private record Region(Task task, AddressRanges memory, Content expected) {}

  /** A copy on its way, and what it should hold. */
  private record Sent(MapCopy copy, Content expected) {}

  private static final class Run {
    private final RandomStream chance;
    private final Bench bench;
    private final Kernel kernel;
    private final Holdings before;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Payload> kept = new ArrayList<>();
    private long origin = 10;

    Run(long seed) {
      this.chance = new RandomStream(seed, "virtual memory");
      TestMachine machine = TestMachine.ALL.get(below(TestMachine.ALL.size()));
      this.bench = new Bench(machine, below(2) == 0);
      this.kernel = bench.kernel();
      this.before = kernel.holdings();
      for (int i = 0; i < 3; i++) {
        tasks.add(kernel.createTask("task" + i));
      }
    }

    void all() {
      for (int i = 0; i < STEPS; i++) {
        step();
      }
      regions.forEach(this::check);
      while (!regions.isEmpty()) {
        remove();
      }
      sent.forEach(each -> kernel.giveBack(new Domain.InKernel(), each.copy));
      kept.forEach(list -> kernel.giveBack(new Domain.InKernel(), list));
      assertEquals(before, kernel.holdings());
    }

    private void step() {
      int what = regions.isEmpty() ? 0 : below(20);
      switch (what) {
        case 0, 1 -> allocate();
        case 2, 3, 4, 5, 6 -> write();
        case 7, 8, 9 -> check(any(regions));
        case 10, 11, 12 -> copy();
        case 13, 14 -> move();
        case 15, 16 -> receive();
        case 17 -> discard();
        case 18 -> keepForDevice();
        default -> remove();
      }
    }

    private void allocate() {
      Task task = any(tasks);
      int firstByte = below(PAGE);
      int length = 1 + below(5 * PAGE);
      int pages = kernel.vm().pagesOf(firstByte, length);
      long page = task.map().enter(kernel.vm().createObject(pages), 0, pages, true);
      regions.add(region(task, page * PAGE + firstByte, length, new Content(length)));
    }

    /** Temporary, so that it can be moved and is unmapped when it is given back. */
    private static Region region(Task task, long address, int length, Content expected) {
      AddressRanges memory =
          new AddressRanges(task.map(), IoVec.of(address, length), Tenure.TEMPORARY);
      return new Region(task, memory, expected);
    }

    private void write() {
      Region region = any(regions);
      int from = below(region.memory.length());
      int length = 1 + below(region.memory.length() - from);
      long bytes = origin++;
      on(region.task, () -> writeFrames(region, from, length, bytes));
      region.expected.fill(from, length, bytes, 0);
    }

    private void writeFrames(Region region, int from, int length, long bytes) {
      Pieces pieces = kernel.data().pieces(region.memory, from, length, Access.WRITE);
      int at = 0;
      for (int i = 0; i < pieces.count(); i++) {
        pieces.frame(i).fill(pieces.offset(i), pieces.length(i), bytes, at);
        at += pieces.length(i);
      }
    }

    private void check(Region region) {
      on(
          region.task,
          () -> assertTrue(kernel.data().consume(region.memory, region.expected), "content"));
    }

    /** Part of a region, which splits its entry. */
    private void copy() {
      Region region = any(regions);
      int from = below(region.memory.length());
      int length = 1 + below(region.memory.length() - from);
      long address = region.memory.ranges().ranges().getFirst().address() + from;
      AddressRanges part =
          new AddressRanges(region.task.map(), IoVec.of(address, length), Tenure.STANDING);
      Content expected = new Content(length);
      expected.copyFrom(region.expected, from, 0, length);
      on(
          region.task,
          () -> sent.add(new Sent((MapCopy) kernel.mapIn(part, OutOfLine.VIRTUAL), expected)));
    }

    private void move() {
      Region region = any(regions);
      regions.remove(region);
      on(
          region.task,
          () -> {
            sent.add(
                new Sent(
                    (MapCopy) kernel.mapIn(region.memory, OutOfLine.VIRTUAL), region.expected));
            long page = region.memory.ranges().ranges().getFirst().address() / PAGE;
            assertThrows(AddressFault.class, () -> region.task.map().lookup(page));
          });
    }

    private void receive() {
      if (sent.isEmpty()) {
        return;
      }
      Sent message = sent.remove(below(sent.size()));
      Task task = any(tasks);
      on(
          task,
          () ->
              regions.add(
                  new Region(
                      task,
                      kernel.mapOut(message.copy, task, OutOfLine.VIRTUAL),
                      message.expected)));
    }

    private void discard() {
      if (!sent.isEmpty()) {
        kernel.giveBack(new Domain.InKernel(), sent.remove(below(sent.size())).copy);
      }
    }

    private void keepForDevice() {
      Region region = any(regions);
      Access device = below(2) == 0 ? Access.READ : Access.WRITE;
      on(region.task, () -> kept.add(kernel.listPages(region.memory, device, 8)));
      if (kept.size() > 3) {
        kernel.giveBack(new Domain.InKernel(), kept.removeFirst());
      }
    }

    private void remove() {
      Region region = any(regions);
      regions.remove(region);
      on(region.task, () -> kernel.giveBack(new Domain.InTask(region.task), region.memory));
    }

    private void on(Task task, Runnable work) {
      bench.run(task, below(4), work);
    }

    private <T> T any(List<T> list) {
      return list.get(below(list.size()));
    }

    private int below(int bound) {
      return (int) chance.below(bound);
    }
  }
}
