package org.portbench.harness.workload;

/**
 * Reads a fio iolog of version 2 or 3 (fio's HOWTO, "Trace file format"). fio logs a line that it
 * does not understand and goes on; here that is an error, because a trace with a hole is another
 * trace. For the same reason a last line without its end is an error: a number in it may be cut.
 */
final class IologReader {
  private static final String VERSION_2 = "fio version 2 iolog";
  private static final String VERSION_3 = "fio version 3 iolog";
  private static final String WANTED =
      "the first line must be '" + VERSION_2 + "' or '" + VERSION_3 + "'";
  private static final long LEAST_WAIT_US = 100;

  private final TextLines lines;
  private final Place firstLine;
  private final boolean stamped;
  private final TracedFiles files = new TracedFiles();
  private final Trace trace = new Trace();
  private long timeUs;

  IologReader(TextLines lines, Place firstLine) {
    this.lines = lines;
    this.firstLine = firstLine;
    this.stamped = stamped();
  }

  /** From version 3 on each line begins with a time. */
  private boolean stamped() {
    TextLines.Line first =
        lines.next().orElseThrow(() -> firstLine.error("the file is empty; " + WANTED));
    return switch (first.text()) {
      case VERSION_2 -> false;
      case VERSION_3 -> true;
      default -> throw firstLine.error(notAVersion(first.text()) + "; " + WANTED);
    };
  }

  private static String notAVersion(String text) {
    boolean versionOne = text.matches("[01]\\s*,\\s*[0-9]+\\s*,\\s*[0-9]+\\s*");
    return versionOne ? "version 1 of the format is not supported" : Quoted.of(text);
  }

  Trace read() {
    IologLine line = new IologLine(stamped);
    var next = lines.next();
    if (next.isEmpty()) {
      throw firstLine.error("nothing follows the first line");
    }
    for (; next.isPresent(); next = lines.next()) {
      line.split(next.get());
      read(line);
    }
    if (trace.size() == 0) {
      throw line.place().error("the trace ends without a read, write or sync");
    }
    return trace;
  }

  TracedFiles files() {
    return files;
  }

  private void read(IologLine line) {
    if (stamped) {
      long before = timeUs;
      advance(line.place(), line.time());
      if (timeUs < before) {
        throw line.place()
            .error("time " + timeUs + " is before the " + before + " of the last line");
      }
    }
    if (line.isOperation()) {
      readOperation(line);
    } else {
      files.note(line.place(), line.file(), line.action());
    }
  }

  private void advance(Place place, long time) {
    if (time > Limits.TIME_US) {
      throw place.error("time " + time + " is beyond 30 days, in microseconds");
    }
    timeUs = time;
  }

  private void readOperation(IologLine line) {
    long offset = line.offset();
    long length = line.length();
    switch (line.action()) {
      case "read" -> transfer(line, Operation.Kind.READ, offset, length);
      case "write" -> transfer(line, Operation.Kind.WRITE, offset, length);
      case "sync" -> add(line, Operation.Kind.SYNC, 0, 0);
      case "datasync" -> add(line, Operation.Kind.DATA_SYNC, 0, 0);
      case "wait" -> hold(line.place(), offset);
      case "trim" -> throw line.place().error("trims are not supported; remove the line");
      default ->
          throw line.place()
              .error(
                  "unknown action "
                      + Quoted.of(line.action())
                      + "; with an offset, write read, write, sync or datasync");
    }
  }

  private void transfer(IologLine line, Operation.Kind kind, long offset, long length) {
    if (length < 1 || length > Limits.REQUEST_BYTES) {
      throw line.place()
          .error("length " + length + " must be from 1 to " + Limits.REQUEST_BYTES + " bytes");
    }
    if (offset > Limits.FOOTPRINT_BYTES - length) {
      throw line.place().error("offset " + offset + " and length " + length + " end beyond 1 TiB");
    }
    add(line, kind, offset, (int) length);
  }

  private void add(IologLine line, Operation.Kind kind, long offset, int length) {
    if (trace.size() == Limits.TRACE_OPERATIONS) {
      throw line.place()
          .error("more than " + Limits.TRACE_OPERATIONS + " operations; end the trace before this");
    }
    int file = files.used(line.place(), line.file(), offset + length);
    trace.add(kind, file, offset, length, timeUs);
  }

  /** A wait below 100 us is discarded, as fio documents. */
  private void hold(Place place, long waitUs) {
    if (stamped) {
      throw place.error("version 3 has no wait; its times say when");
    }
    if (waitUs >= LEAST_WAIT_US) {
      advance(place, Math.min(waitUs, Limits.TIME_US + 1) + timeUs);
    }
  }
}
