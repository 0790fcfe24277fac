package org.portbench.harness.linux.run;

import java.nio.file.Path;
import java.util.List;
import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.transport.Transport;

/**
 * What only an experiment on a real kernel can be asked for.
 *
 * @param deviceDirectory where the file behind the device is made
 */
public record LinuxLists(
    List<Transport> transports, List<DeviceKind> devices, int repetitions, Path deviceDirectory) {

  public LinuxLists {
    transports = List.copyOf(transports);
    devices = List.copyOf(devices);
  }
}
