package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.memory.Frame;
import org.portbench.strategies.Bench;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.FileRanges;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.PathBuffer;
import org.portbench.strategies.kernel.ipc.PathBuffers;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;

/** Pages live while anybody refers to them, and not a moment longer. */
class LifetimeOfPagesTest {
  private static final int PAGE = TestMachine.PAGE;
  private static final long SENT = 7;

  private final Domain inKernel = new Domain.InKernel();

  /** One machine with a task whose three pages somebody refers to. */
  private static final class Scene {
    final Bench bench = new Bench(TestMachine.NEW);
    final Kernel kernel = bench.kernel();
    final Task task = kernel.createTask("task");
    final Task other = kernel.createTask("other");
    final Holdings before = kernel.holdings();
    final AddressRanges memory = bench.memory(task, 0, 3 * PAGE);

    Scene() {
      run(() -> bench.fill(memory, SENT));
    }

    void run(Runnable work) {
      bench.run(task, 0, work);
    }

    void ownerUnmaps() {
      memory.map().removeBytes(memory.ranges().ranges().getFirst().address(), 3 * PAGE);
    }

    Frame frame(Wiring wiring, int page) {
      return wiring.pieces().frame(page);
    }
  }

  /**
   * The owner's map, a message with a reference, another's mapping of it, an open file in a
   * message, a registration, a transfer: six who refer to the pages, and who let go in each of the
   * 6! = 720 orders. The last frees them, whoever it is.
   */
  @Test
  void theLastToLetGoFreesThePagesInWhateverOrderTheyGo() {
    orders(6).forEach(LifetimeOfPagesTest::letGo);
  }

  private static void letGo(List<Integer> order) {
    Scene scene = new Scene();
    Kernel kernel = scene.kernel;
    Domain inKernel = new Domain.InKernel();
    scene.run(() -> {
      ObjectRanges reference = kernel.refer(scene.memory, Access.READ);
      AddressRanges mapped =
          (AddressRanges) kernel.reach(new Domain.InTask(scene.other), reference);
      FileRanges file = kernel.files().attach(scene.memory, Access.READ);
      RegisteredRange registered =
          kernel
              .registrations()
              .found(
                  new Domain.InTask(scene.other),
                  kernel.registrations().name(scene.memory, Access.READ));
      Wiring transfer = kernel.wire(reference, Access.READ);
      List<Runnable> holders =
          List.of(
              scene::ownerUnmaps,
              () -> kernel.giveBack(inKernel, reference),
              () -> kernel.giveBack(new Domain.InTask(scene.other), mapped),
              () -> {
                kernel.giveBack(inKernel, file);
                kernel.files().drain();
              },
              () -> {
                kernel.registrations().detach(registered);
                kernel.giveBack(inKernel, registered);
              },
              () -> kernel.unwire(transfer));
      Frame frame = scene.frame(transfer, 0);
      for (int holder : order) {
        assertTrue(frame.allocated() && frame.matches(0, PAGE, SENT, 0), "" + order);
        holders.get(holder).run();
      }
      assertFalse(frame.allocated(), "freed at last, after " + order);
    });
    assertEquals(scene.before, kernel.holdings(), "" + order);
  }

  private static List<List<Integer>> orders(int count) {
    if (count == 0) {
      return List.of(List.of());
    }
    List<List<Integer>> orders = new ArrayList<>();
    for (List<Integer> shorter : orders(count - 1)) {
      IntStream.rangeClosed(0, shorter.size())
          .forEach(at -> {
            List<Integer> order = new ArrayList<>(shorter);
            order.add(at, count - 1);
            orders.add(order);
          });
    }
    return orders;
  }

  /** The device goes on with the old pages; nobody gets their frames meanwhile. */
  @Test
  void aFrameThatADeviceHasIsNotUsedAgainBeforeItIsLetGo() {
    Scene scene = new Scene();
    scene.run(() -> {
      ObjectRanges reference = scene.kernel.refer(scene.memory, Access.WRITE);
      Wiring transfer = scene.kernel.wire(reference, Access.WRITE);
      scene.kernel.giveBack(inKernel, reference);
      scene.ownerUnmaps();
      AddressRanges next = scene.bench.memory(scene.other, 0, 8 * PAGE);
      scene.bench.fill(next, 9);
      scene.frame(transfer, 0).fill(0, PAGE, 11, 0);
      assertTrue(scene.bench.holds(next, 9), "the device writes to no page of another's");
      scene.kernel.unwire(transfer);
    });
    scene.bench.run(scene.other, 1, () -> {});
    assertEquals(8, scene.kernel.holdings().frames());
  }

  /** The driver's pool, a path's buffers: not freed, but another's at once if nobody kept them. */
  @Test
  void aBufferThatADeviceHasIsNotGivenToAnotherBeforeItIsLetGo() {
    Scene scene = new Scene();
    Kernel kernel = scene.kernel;
    scene.run(() -> {
      InlineBytes landing = kernel.landingBuffer(PAGE);
      Wiring filling = kernel.wire(landing, Access.WRITE);
      kernel.giveBack(inKernel, landing);
      InlineBytes next = kernel.landingBuffer(PAGE);
      assertNotSame(landing.buffer(), next.buffer());
      kernel.unwire(filling);
      assertSame(landing.buffer(), kernel.landingBuffer(PAGE).buffer());
      PathBuffers ofPath = kernel.pathBuffers().reserve(scene.task, PAGE);
      PathBuffer sent = ofPath.buffer(0);
      Wiring sending = kernel.wire(ofPath, Access.READ);
      kernel.giveBack(inKernel, ofPath);
      PathBuffers other = kernel.pathBuffers().reserve(scene.task, PAGE);
      assertNotSame(sent, other.buffer(0));
      kernel.unwire(sending);
      PathBuffers again = kernel.pathBuffers().reserve(scene.task, PAGE);
      assertSame(sent, again.buffer(0));
    });
  }

  @Test
  void whatTheOwnerUnmapsDuringTheTransferIsFinishedAndRefusedToTheNext() {
    Scene scene = new Scene();
    scene.run(() -> {
      AddressRanges lent = scene.kernel.lend(scene.memory, Access.READ);
      Wiring transfer = scene.kernel.wire(lent, Access.READ);
      scene.ownerUnmaps();
      assertTrue(scene.frame(transfer, 2).matches(0, PAGE, SENT, 2L * PAGE));
      assertThrows(AddressFault.class, () -> scene.kernel.wire(lent, Access.READ));
      scene.kernel.unwire(transfer);
      scene.kernel.giveBack(inKernel, lent);
    });
    assertEquals(scene.before, scene.kernel.holdings());
  }

  /**
   * Three pages, cut to one during a transfer of all. The device keeps three frames; two of them
   * belong to no object any more and go when it lets go.
   */
  @Test
  void aTruncatedObjectLosesItsPagesAndTheDeviceKeepsThemAsOrphans() {
    Scene scene = new Scene();
    scene.run(() -> {
      ObjectRanges reference = scene.kernel.refer(scene.memory, Access.READ);
      ObjectRange all = reference.ranges().getFirst();
      Wiring transfer = scene.kernel.wire(reference, Access.READ);
      scene.kernel.truncate(all, 1);
      assertEquals(1, all.object().resident());
      assertTrue(scene.frame(transfer, 2).matches(0, PAGE, SENT, 2L * PAGE));
      assertEquals(3, scene.kernel.holdings().frames());
      assertThrows(AddressFault.class, () -> scene.kernel.wire(reference, Access.READ));
      scene.kernel.unwire(transfer);
      assertEquals(1, scene.kernel.holdings().frames());
      scene.kernel.giveBack(inKernel, reference);
    });
  }

  /** Two translations were there beyond the new end; they go in one round. */
  @Test
  void whoMappedWhatIsLostLaterFindsOutWhenHeTouchesIt() {
    Scene scene = new Scene();
    scene.run(() -> {
      ObjectRanges reference = scene.kernel.refer(scene.memory, Access.READ);
      Payload mapped = scene.kernel.reach(new Domain.InTask(scene.other), reference);
      assertTrue(scene.bench.holds(mapped, SENT));
      scene.kernel.truncate(reference.ranges().getFirst(), 1);
      assertThrows(AddressFault.class, () -> scene.bench.holds(mapped, SENT));
      assertThrows(AddressFault.class, () -> scene.bench.holds(scene.memory, SENT));
      assertTrue(
          scene.kernel.data().pieces(mapped, 0, PAGE, Access.READ).count() == 1,
          "what is left can be read");
      scene.kernel.giveBack(new Domain.InTask(scene.other), mapped);
      scene.kernel.giveBack(inKernel, reference);
    });
  }

  @Test
  void aCopyThatWasMadeBeforeKeepsWhatItHas() {
    Scene scene = new Scene();
    scene.run(() -> {
      Payload copy = scene.kernel.mapIn(scene.memory, OutOfLine.VIRTUAL);
      ObjectRanges reference = scene.kernel.refer(scene.memory, Access.WRITE);
      scene.kernel.truncate(reference.ranges().getFirst(), 1);
      Payload seen = scene.kernel.reach(inKernel, copy);
      assertTrue(scene.bench.holds(seen, SENT));
      scene.kernel.giveBack(inKernel, seen);
      scene.kernel.giveBack(inKernel, copy);
      scene.kernel.giveBack(inKernel, reference);
    });
  }
}
