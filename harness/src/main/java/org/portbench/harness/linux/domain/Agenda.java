package org.portbench.harness.linux.domain;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.sys.Memfd;

/**
 * The requests of a repetition, in memory that harness and client share: what is to be asked for,
 * and how long each took.
 */
public final class Agenda implements AutoCloseable {
  private static final long HEADER_BYTES = 64;
  private static final long ENTRY_BYTES = 32;

  private final Mapping mapping;
  private final MemorySegment memory;

  private Agenda(Mapping mapping) {
    this.mapping = mapping;
    this.memory = mapping.memory();
  }

  /**
   * Room for requests that the caller writes next.
   *
   * @param warmUp what comes before the requests that are measured
   */
  public static Agenda write(Memfd memfd, WarmUp warmUp, int measured) {
    Agenda agenda = new Agenda(memfd.map());
    agenda.memory.set(JAVA_INT, 0, warmUp.requests());
    agenda.memory.set(JAVA_INT, 4, measured);
    agenda.memory.set(JAVA_LONG, 8, warmUp.leastNs());
    return agenda;
  }

  public static long bytes(int requests) {
    return HEADER_BYTES + ENTRY_BYTES * requests;
  }

  static Agenda read(Descriptor memory, long bytes) {
    return new Agenda(Mapping.shared(memory, 0, bytes));
  }

  public int warmUp() {
    return memory.get(JAVA_INT, 0);
  }

  /** How long the warm-up goes on at least, with the same requests again. */
  long warmUpNs() {
    return memory.get(JAVA_LONG, 8);
  }

  public int measured() {
    return memory.get(JAVA_INT, 4);
  }

  public int requests() {
    return warmUp() + measured();
  }

  public void set(int index, boolean write, int length, long offset, long stamp) {
    long at = at(index);
    memory.set(JAVA_INT, at, write ? 1 : 0);
    memory.set(JAVA_INT, at + 4, length);
    memory.set(JAVA_LONG, at + 8, offset);
    memory.set(JAVA_LONG, at + 16, stamp);
  }

  public boolean isWrite(int index) {
    return memory.get(JAVA_INT, at(index)) == 1;
  }

  public int length(int index) {
    return memory.get(JAVA_INT, at(index) + 4);
  }

  public long offset(int index) {
    return memory.get(JAVA_LONG, at(index) + 8);
  }

  public long stamp(int index) {
    return memory.get(JAVA_LONG, at(index) + 16);
  }

  void tookNs(int index, long ns) {
    memory.set(JAVA_LONG, at(index) + 24, ns);
  }

  public long tookNs(int index) {
    return memory.get(JAVA_LONG, at(index) + 24);
  }

  private static long at(int index) {
    return HEADER_BYTES + ENTRY_BYTES * index;
  }

  @Override
  public void close() {
    mapping.close();
  }
}
