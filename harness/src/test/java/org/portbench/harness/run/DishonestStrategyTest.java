package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.Operation;
import org.portbench.results.Status;
import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.builtin.CopyStrategy;
import org.portbench.strategies.builtin.NullStrategy;
import org.portbench.strategies.builtin.VmObjectStrategy;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;

/** A strategy that gains by losing, spoiling or hiding bytes does not pass. */
final class DishonestStrategyTest {
  private static final int BLOCK = 4096;

  private static final Map<String, Supplier<MessagingStrategy>> MUTANTS =
      new TreeMap<>(
          Map.of(
              "moves a part of the bytes", PartOnly::new,
              "delivers nothing to a task", DeliversNothing::new,
              "gives the driver other bytes", OtherBytes::new,
              "shows a layer nothing", ShowsNothing::new,
              "moves nothing, by another name", Floor::new,
              "forgets to give back", Forgets::new,
              "works where nobody counts", WorksUnseen::new,
              "has layers but no ports", NoPorts::new));

  static Stream<String> mutants() {
    return MUTANTS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void whoCheats_doesNotPass(String what) {
    boolean passes = true;
    for (Operation.Kind kind : List.of(Operation.Kind.READ, Operation.Kind.WRITE)) {
      for (int bytes : List.of(1000, BLOCK)) {
        for (Touch touch : List.of(Touch.NOTHING, Touch.DATA)) {
          passes &= passes(MUTANTS.get(what).get(), kind, bytes, StackSpec.user(1, touch));
        }
      }
    }
    assertFalse(passes);
  }

  /** Where no device lies below, what is taken and handed out is compared all the same. */
  @ParameterizedTest
  @MethodSource("mutants")
  void whoCheatsALayerThatAnswersByItself_doesNotPass(String what) {
    boolean passes = true;
    for (Operation.Kind kind : List.of(Operation.Kind.READ, Operation.Kind.WRITE)) {
      for (int layers : List.of(0, 1)) {
        for (Touch touch : List.of(Touch.NOTHING, Touch.DATA)) {
          StackSpec sink = StackSpec.user(layers, touch).with(StackKnob.ENDPOINT, "sink");
          passes &= passes(MUTANTS.get(what).get(), kind, BLOCK, sink);
        }
      }
    }
    assertFalse(passes);
  }

  /** The neighbours of what is written: the client's own bytes arrive, those around them do not. */
  @ParameterizedTest
  @MethodSource("layers")
  void whoSpoilsTheRestOfABlock_doesNotPass(int layers) {
    StackSpec stack = StackSpec.user(layers, Touch.NOTHING);
    assertEquals(Status.PASSED, run(new CopyStrategy(), Operation.Kind.WRITE, 1000, stack));
    assertEquals(Status.FAILED, run(new SpoilsNeighbours(), Operation.Kind.WRITE, 1000, stack));
  }

  static Stream<Integer> layers() {
    return Stream.of(1, 2);
  }

  private static boolean passes(
      MessagingStrategy strategy, Operation.Kind kind, int bytes, StackSpec stack) {
    try {
      return run(strategy, kind, bytes, stack) == Status.PASSED;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  private static Status run(
      MessagingStrategy strategy, Operation.Kind kind, int bytes, StackSpec stack) {
    Cell cell =
        new Cell(
            MachineProfiles.builtIn("server-2024"),
            stack,
            SmallLoad.oneAtATime(kind, bytes).workload(),
            strategy.name(),
            7,
            50);
    return new Trial(cell, strategy).run().status();
  }

  /** Does as another does, but for what a mutant changes. */
  private abstract static class Mutant implements MessagingStrategy {
    final MessagingStrategy honest;

    Mutant(MessagingStrategy honest) {
      this.honest = honest;
    }

    @Override
    public String name() {
      return "mutant";
    }

    @Override
    public String description() {
      return getClass().getSimpleName();
    }

    @Override
    public PortKind ports() {
      return honest.ports();
    }

    @Override
    public boolean crossesDomains() {
      return honest.crossesDomains();
    }

    @Override
    public Payload send(Crossing crossing, Message message, Payload held) {
      return honest.send(crossing, message, held);
    }

    @Override
    public Payload receive(Crossing crossing, Message message, Payload inTransit) {
      return honest.receive(crossing, message, inTransit);
    }
  }

  private static final class PartOnly extends Mutant {
    PartOnly() {
      super(new VmObjectStrategy());
    }

    @Override
    public Payload send(Crossing crossing, Message message, Payload held) {
      Payload sent = super.send(crossing, message, held);
      if (sent instanceof ObjectRanges ranges && message.length() > 512) {
        ObjectRange whole = ranges.ranges().getFirst();
        return new ObjectRanges(
            List.of(new ObjectRange(whole.object(), whole.offset(), 512, whole.rights())));
      }
      return sent;
    }
  }

  private static class DeliversNothing extends Mutant {
    DeliversNothing() {
      super(new CopyStrategy());
    }

    @Override
    public Payload receive(Crossing crossing, Message message, Payload inTransit) {
      if (crossing.receiver() instanceof Domain.InTask(var task)
          && inTransit instanceof InlineBytes bytes
          && loses(crossing)) {
        crossing.kernel().giveBack(new Domain.InKernel(), bytes);
        return message.destination() instanceof AddressRanges wanted
            ? wanted
            : task.buffers().take(bytes.length());
      }
      return super.receive(crossing, message, inTransit);
    }

    boolean loses(Crossing crossing) {
      return true;
    }
  }

  private static final class SpoilsNeighbours extends DeliversNothing {
    @Override
    boolean loses(Crossing crossing) {
      return crossing.sender().kernel();
    }
  }

  private static final class OtherBytes extends Mutant {
    OtherBytes() {
      super(new CopyStrategy());
    }

    @Override
    public Payload send(Crossing crossing, Message message, Payload held) {
      return message.carriesData() && !message.reply() && crossing.receiver().kernel()
          ? crossing.kernel().landingBuffer(held.length())
          : super.send(crossing, message, held);
    }
  }

  private static final class ShowsNothing extends Mutant {
    ShowsNothing() {
      super(new VmObjectStrategy());
    }

    @Override
    public Payload reach(Crossing crossing, Message message, Payload held) {
      return Payload.NOTHING;
    }
  }

  private static final class Floor extends Mutant {
    Floor() {
      super(new NullStrategy());
    }
  }

  private static final class Forgets extends Mutant {
    Forgets() {
      super(new VmObjectStrategy());
    }

    @Override
    public void release(Crossing crossing, Message message, Payload payload) {
      // Keeps it.
    }
  }

  private static final class NoPorts extends Mutant {
    NoPorts() {
      super(new VmObjectStrategy());
    }

    @Override
    public PortKind ports() {
      return new PortKind.Call();
    }
  }

  private static final class WorksUnseen extends Mutant {
    WorksUnseen() {
      super(new CopyStrategy());
    }

    @Override
    public Payload send(Crossing crossing, Message message, Payload held) {
      Payload[] sent = new Payload[1];
      crossing
          .kernel()
          .vm()
          .machine()
          .meter()
          .setUp(() -> sent[0] = super.send(crossing, message, held));
      return sent[0];
    }
  }
}
