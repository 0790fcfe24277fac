package org.portbench.harness.path;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.portbench.harness.measure.Expectation;
import org.portbench.strategies.kernel.ipc.Envelope;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * One request on its way down a path and back: what each station holds of it meanwhile. A file
 * system makes requests of its own on behalf of the client's. Who made it uses it again once it is
 * done, with all that belongs to it.
 */
public final class Request {
  private final Path path;
  private final int origin;
  private final Consumer<Request> whenDone;
  private final Message message = new Message();
  private final Message[] replyMessages;
  private final Outgoing outgoing;
  private final Payload[] held;
  private final Payload[] replies;
  private final int[] names;
  private final boolean[] inCall;
  private final Object[] states;
  private long deviceAddress;
  private Optional<Expectation> expectation = Optional.empty();
  private int file;
  private long fileOffset;
  private boolean dataOnly;

  /**
   * @param origin station that asks; the reply ends there
   * @param whenDone what the origin does with the reply
   */
  public Request(Path path, int origin, Consumer<Request> whenDone) {
    this.path = path;
    this.origin = origin;
    this.whenDone = whenDone;
    int stations = path.stations();
    this.replyMessages = new Message[stations];
    Arrays.setAll(replyMessages, _ -> new Message());
    this.outgoing = new Outgoing(new Envelope(message, Payload.NOTHING, this));
    this.held = new Payload[stations];
    this.replies = new Payload[stations];
    this.names = new int[stations];
    this.inCall = new boolean[stations];
    this.states = new Object[stations];
  }

  /** A new request: nothing is left of the one before. */
  public Request begin(long id, Operation operation, int length) {
    message.ask(id, operation, length);
    Arrays.fill(held, Payload.NOTHING);
    Arrays.fill(replies, Payload.NOTHING);
    Arrays.fill(names, 0);
    Arrays.fill(inCall, false);
    deviceAddress = 0;
    expectation = Optional.empty();
    file = 0;
    fileOffset = 0;
    dataOnly = false;
    return this;
  }

  /** What is asked of a file: of which, and where in it. */
  public Request of(int newFile, long newOffset) {
    file = newFile;
    fileOffset = newOffset;
    return this;
  }

  /** A sync that leaves metadata out. */
  public Request dataOnly(boolean only) {
    dataOnly = only;
    return this;
  }

  /** Where on the device it is, once the file system knows. */
  public Request at(long newDeviceAddress) {
    deviceAddress = newDeviceAddress;
    return this;
  }

  public Request expecting(Optional<Expectation> newExpectation) {
    expectation = newExpectation;
    return this;
  }

  public Path path() {
    return path;
  }

  public int origin() {
    return origin;
  }

  public Message message() {
    return message;
  }

  public int file() {
    return file;
  }

  public long fileOffset() {
    return fileOffset;
  }

  public boolean dataOnly() {
    return dataOnly;
  }

  public long deviceAddress() {
    return deviceAddress;
  }

  public Optional<Expectation> expectation() {
    return expectation;
  }

  /** What a station holds of the request: its data, or the place for it. */
  public Payload held(int station) {
    return held[station];
  }

  public void hold(int station, Payload payload) {
    held[station] = payload;
  }

  /** What a station got with the reply. */
  public Payload reply(int station) {
    return replies[station];
  }

  public void answer(int station, Payload payload) {
    replies[station] = payload;
  }

  /** What a station keeps about its part of the work; made at first, then used again with this. */
  @SuppressWarnings("unchecked") // a station has one kind of state
  public <T> T state(int station, Function<Request, T> make) {
    if (states[station] == null) {
      states[station] = make.apply(this);
    }
    return (T) states[station];
  }

  /** The message by which a station is answered. */
  Message replyMessage(int station) {
    return replyMessages[station];
  }

  Outgoing outgoing() {
    return outgoing;
  }

  int name(int station) {
    return names[station];
  }

  void name(int station, int name) {
    names[station] = name;
  }

  /** Whether a station's call into the kernel, with which the request went down, goes on. */
  boolean inCall(int station) {
    return inCall[station];
  }

  void inCall(int station, boolean goesOn) {
    inCall[station] = goesOn;
  }

  void done() {
    whenDone.accept(this);
  }
}
