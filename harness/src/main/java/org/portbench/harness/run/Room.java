package org.portbench.harness.run;

import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.vfs.CachedShare;
import org.portbench.harness.vfs.FileLayout;
import org.portbench.harness.workload.FileSpec;

/** Whether a workload's files fit the device, and what is to be cached of them the memory. */
record Room(Cell cell, MachineProfile machine) {

  FileLayout layout(CachedShare cached) {
    FileLayout layout =
        new FileLayout(cell.workload().files().stream().map(FileSpec::sizeBytes).toList());
    long capacity = machine.device().capacityBytes();
    if (layout.end() > capacity) {
      throw new TrialException(
          "the workload's files need %d bytes, the device of %s has %d"
              .formatted(layout.end(), machine.name(), capacity));
    }
    long cachedBytes = layout.dataBytes() / 100 * cached.percent();
    long memory = machine.memory().totalBytes();
    if (cachedBytes > memory) {
      throw new TrialException(
          "%d %% of the workload's files are %d bytes, the memory of %s has %d"
              .formatted(cached.percent(), cachedBytes, machine.name(), memory));
    }
    return layout;
  }
}
