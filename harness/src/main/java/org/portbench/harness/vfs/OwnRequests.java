package org.portbench.harness.vfs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.portbench.hardware.sim.Zone;
import org.portbench.harness.measure.Expectation;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * What the file system asks of the device for itself. It crosses what lies below by the same
 * strategy as everything else; what a read brings may arrive in the memory it was meant for, or
 * elsewhere.
 */
final class OwnRequests {
  private final int at;
  private final OwnMemory memory;
  private final Map<Path, Zone<Errand>> errands = new HashMap<>();
  private long nextId = 1;

  OwnRequests(int at, OwnMemory memory) {
    this.at = at;
    this.memory = memory;
  }

  /** Bytes that have been read, until they are given back. */
  interface Arrived {
    Payload bytes();

    void giveBack();
  }

  /** A request of the file system's own, used again once it is over. */
  final class Errand implements Arrived {
    private final Optional<Arrived> itself = Optional.of(this);
    private final Request request;
    private Payload held = Payload.NOTHING;
    private Consumer<? super Errand> then = _ -> {};

    private Errand(Path path) {
      this.request = new Request(path, at, _ -> then.accept(this));
    }

    private Errand begin(Operation operation, int length, Payload itsBytes) {
      request.begin(nextId++, operation, length);
      held = itsBytes;
      return this;
    }

    private void send(
        long address, Optional<Expectation> expectation, Consumer<? super Errand> whenDone) {
      then = whenDone;
      request.at(address).expecting(expectation).hold(at, held);
      request.path().descend(request, at);
    }

    Optional<Arrived> itself() {
      return itself;
    }

    @Override
    public Payload bytes() {
      Payload answer = request.reply(at);
      return answer.length() == 0 ? held : answer;
    }

    /** The errand is over, too. */
    @Override
    public void giveBack() {
      Payload bytes = bytes();
      if (bytes != held) {
        request.path().release(request, at, bytes);
      }
      memory.giveBack(held);
      over();
    }

    /** What was written stays its owner's. */
    void over() {
      held = Payload.NOTHING;
      zone(request.path()).giveBack(this);
    }
  }

  /**
   * @param then has to give back what has been read, now or later
   */
  void read(
      Path path,
      long address,
      int length,
      Optional<Expectation> expectation,
      Consumer<? super Errand> then) {
    Payload place = path.movesData() ? memory.take(length) : Payload.NOTHING;
    zone(path).take().begin(Operation.READ, length, place).send(address, expectation, then);
  }

  /**
   * @param then has to say that the errand is over
   */
  void write(
      Path path,
      long address,
      int length,
      Payload bytes,
      Optional<Expectation> expectation,
      Consumer<? super Errand> then) {
    zone(path).take().begin(Operation.WRITE, length, bytes).send(address, expectation, then);
  }

  private Zone<Errand> zone(Path path) {
    Zone<Errand> known = errands.get(path);
    return known == null ? errands.computeIfAbsent(path, this::newZone) : known;
  }

  private Zone<Errand> newZone(Path path) {
    return new Zone<>(() -> new Errand(path));
  }
}
