package org.portbench.harness.vfs;

import java.util.Optional;
import java.util.function.Consumer;
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
  private long nextId = 1;

  OwnRequests(int at, OwnMemory memory) {
    this.at = at;
    this.memory = memory;
  }

  /** Bytes that have been read, to be given back. */
  final class Arrived {
    private final Request request;
    private final Payload meantFor;
    private final Payload bytes;

    private Arrived(Request request, Payload meantFor) {
      this.request = request;
      this.meantFor = meantFor;
      Payload answer = request.reply(at);
      this.bytes = answer.length() == 0 ? meantFor : answer;
    }

    Payload bytes() {
      return bytes;
    }

    void giveBack() {
      if (bytes != meantFor) {
        request.path().release(request, at, bytes);
      }
      memory.giveBack(meantFor);
    }
  }

  void read(
      Path path,
      long address,
      int length,
      Optional<Expectation> expectation,
      Consumer<Arrived> then) {
    Payload place = path.movesData() ? memory.take(length) : Payload.NOTHING;
    send(
        path,
        Operation.READ,
        address,
        length,
        place,
        expectation,
        answered -> then.accept(new Arrived(answered, place)));
  }

  void write(
      Path path,
      long address,
      int length,
      Payload bytes,
      Optional<Expectation> expectation,
      Runnable then) {
    send(path, Operation.WRITE, address, length, bytes, expectation, answered -> then.run());
  }

  private void send(
      Path path,
      Operation operation,
      long address,
      int length,
      Payload held,
      Optional<Expectation> expectation,
      Consumer<Request> whenDone) {
    Request request = new Request(path, at, whenDone).begin(nextId++, operation, length);
    request.at(address).expecting(expectation).hold(at, held);
    path.descend(request, at);
  }
}
