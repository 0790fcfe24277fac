package org.portbench.harness.workload;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A recorded fio iolog as a workload of one client, the recorded process. As soon as possible it is
 * a closed loop of depth 1 unless a depth is given, since the recording does not say what could
 * have overlapped; operations of one file keep their order at any depth. Timed, every operation
 * starts at its recorded time.
 */
final class IologWorkload {
  private final GivenFile file;
  private final WorkloadOptions options;
  private final ContentDigest digest = new ContentDigest();

  IologWorkload(GivenFile file, WorkloadOptions options) {
    this.file = file;
    this.options = options;
  }

  Workload read() {
    try (InputStream bytes = digest.covering(file.open())) {
      TextLines lines = new TextLines(bytes, file.shown());
      IologReader reader = new IologReader(lines, file.firstLine());
      return workload(reader.read(), reader.files());
    } catch (IOException e) {
      throw file.error("cannot be read: " + e.getMessage());
    }
  }

  private Workload workload(Trace trace, TracedFiles files) {
    String variant = variant();
    Pace pace =
        switch (options.replay()) {
          case ASAP -> new Pace.ClosedLoop(options.queueDepth().orElse(1), 0, true);
          case TIMED -> new Pace.Timed();
        };
    ClientPlan client =
        new ClientPlan("replay", 0, 0, 0, pace, _ -> trace.replay(options.replay()), true);
    digest.add(variant);
    String name = file.baseName() + variant;
    return new Workload(name, files.specs(), List.of(client), digest.hex(), notes(trace, files));
  }

  private String variant() {
    return switch (options.replay()) {
      case ASAP ->
          options.queueDepth().orElse(1) > 1 ? "@qd" + options.queueDepth().getAsInt() : "";
      case TIMED -> {
        if (options.queueDepth().isPresent()) {
          throw file.error("a timed replay is an open loop and takes no queue depth");
        }
        yield "@timed";
      }
    };
  }

  private List<String> notes(Trace trace, TracedFiles files) {
    List<String> notes = new ArrayList<>();
    String name = Quoted.printable(file.baseName());
    notes.add(
        name
            + ": "
            + trace.count(Operation.Kind.READ)
            + " reads, "
            + trace.count(Operation.Kind.WRITE)
            + " writes, "
            + trace.count(Operation.Kind.SYNC)
            + " syncs, "
            + trace.count(Operation.Kind.DATA_SYNC)
            + " data syncs in "
            + files.specs().size()
            + " files");
    if (files.untouched() > 0) {
      notes.add(name + ": " + files.untouched() + " files are opened but never used: left out");
    }
    if (files.stillOpen() > 0) {
      notes.add(
          name + ": " + files.stillOpen() + " files are open at the end: the trace may be cut");
    }
    return List.copyOf(notes);
  }
}
