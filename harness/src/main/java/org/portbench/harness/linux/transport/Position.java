package org.portbench.harness.linux.transport;

/**
 * Where a domain stands in its stack: the client first, the driver last.
 *
 * @param domains all of them; a single one is client and driver
 */
public record Position(int index, int domains) {

  public boolean isClient() {
    return index == 0;
  }

  public boolean isDriver() {
    return index == domains - 1;
  }
}
