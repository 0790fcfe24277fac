package org.portbench.harness.linux.run;

import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.device.Look;
import org.portbench.harness.linux.transport.Transport;
import org.portbench.harness.linux.way.WayKind;
import org.portbench.harness.workload.JobKeywords;
import org.portbench.harness.workload.ReplayMode;
import org.portbench.harness.workload.Workload;
import org.portbench.harness.workload.WorkloadOptions;
import org.portbench.harness.workload.Workloads;

/** Cells of a few requests. */
record Small(
    WayKind way,
    Transport transport,
    DeviceKind device,
    int layers,
    Look touch,
    String workload,
    int depth,
    int bytes) {

  static Small of(WayKind way) {
    return new Small(
        way, Transport.SOCKET, DeviceKind.SINK_DATA, 1, Look.NOTHING, "randwrite-4k", 1, 4096);
  }

  Small over(Transport other) {
    return new Small(way, other, device, layers, touch, workload, depth, bytes);
  }

  Small to(DeviceKind other) {
    return new Small(way, transport, other, layers, touch, workload, depth, bytes);
  }

  Small touching(Look other) {
    return new Small(way, transport, device, layers, other, workload, depth, bytes);
  }

  Small through(int other) {
    return new Small(way, transport, device, other, touch, workload, depth, bytes);
  }

  Small asking(String other) {
    return new Small(way, transport, device, layers, touch, other, depth, bytes);
  }

  Small deep(int other) {
    return new Small(way, transport, device, layers, touch, workload, other, bytes);
  }

  Small sized(int other) {
    return new Small(way, transport, device, layers, touch, workload, depth, other);
  }

  LinuxCell cell() {
    WorkloadOptions options =
        new WorkloadOptions(
            ReplayMode.ASAP,
            OptionalInt.of(depth),
            OptionalLong.of(bytes),
            OptionalLong.empty(),
            Map.of(),
            JobKeywords.DEFAULT);
    Workload found = Workloads.find(workload, options);
    return new LinuxCell(
        "here",
        way,
        transport,
        device,
        layers,
        touch,
        Placement.ALTERNATING,
        found,
        depth,
        bytes,
        7,
        20);
  }
}
