package org.portbench.harness.path;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.portbench.harness.measure.Expectation;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * One request on its way down a path and back: what each station holds of it meanwhile. A file
 * system makes requests of its own on behalf of the client's.
 */
public final class Request {
  private final Path path;
  private final int origin;
  private final Message message;
  private final Payload[] held;
  private final Payload[] replies;
  private final int[] names;
  private final boolean[] inCall;
  private final Consumer<Request> whenDone;
  private long deviceAddress;
  private Optional<Expectation> expectation = Optional.empty();
  private int file;
  private long fileOffset;
  private boolean dataOnly;

  /**
   * @param origin station that asks; the reply ends there
   * @param whenDone what the origin does with the reply
   */
  public Request(
      Path path, int origin, long id, Operation operation, int length, Consumer<Request> whenDone) {
    this.path = path;
    this.origin = origin;
    this.message = new Message(id, operation, false, length, Payload.NOTHING);
    this.whenDone = whenDone;
    int stations = path.stations();
    this.held = new Payload[stations];
    this.replies = new Payload[stations];
    this.names = new int[stations];
    this.inCall = new boolean[stations];
    Arrays.fill(held, Payload.NOTHING);
    Arrays.fill(replies, Payload.NOTHING);
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
