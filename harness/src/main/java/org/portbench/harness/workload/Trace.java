package org.portbench.harness.workload;

import java.util.Arrays;

/** Recorded operations in the order of the recording, 25 bytes each. */
final class Trace {
  private static final Operation.Kind[] KINDS = Operation.Kind.values();
  private static final int FIRST_CAPACITY = 1 << 10;

  private byte[] kinds = new byte[FIRST_CAPACITY];
  private int[] files = new int[FIRST_CAPACITY];
  private long[] offsets = new long[FIRST_CAPACITY];
  private int[] lengths = new int[FIRST_CAPACITY];
  private long[] timesUs = new long[FIRST_CAPACITY];
  private int size;

  void add(Operation.Kind kind, int file, long offset, int length, long timeUs) {
    if (size == kinds.length) {
      grow();
    }
    kinds[size] = (byte) kind.ordinal();
    files[size] = file;
    offsets[size] = offset;
    lengths[size] = length;
    timesUs[size] = timeUs;
    size++;
  }

  private void grow() {
    int capacity = 2 * size;
    kinds = Arrays.copyOf(kinds, capacity);
    files = Arrays.copyOf(files, capacity);
    offsets = Arrays.copyOf(offsets, capacity);
    lengths = Arrays.copyOf(lengths, capacity);
    timesUs = Arrays.copyOf(timesUs, capacity);
  }

  int size() {
    return size;
  }

  int count(Operation.Kind kind) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += kinds[i] == kind.ordinal() ? 1 : 0;
    }
    return count;
  }

  OperationSource replay(ReplayMode mode) {
    long psPerUs =
        switch (mode) {
          case ASAP -> 0;
          case TIMED -> Limits.PS_PER_US;
        };
    return new OperationSource() {
      private int at;

      @Override
      public boolean next(Operation operation) {
        if (at == size) {
          return false;
        }
        long notBeforePs = timesUs[at] * psPerUs;
        operation.recorded(KINDS[kinds[at]], files[at], offsets[at], lengths[at], notBeforePs);
        at++;
        return true;
      }
    };
  }
}
