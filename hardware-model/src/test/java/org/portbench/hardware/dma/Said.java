package org.portbench.hardware.dma;

/** What a medium said, which its next answer does not change. */
record Said(long waitPs, long firstPs, long lastPs, long blockPs) {

  static Said of(Service service) {
    return new Said(service.waitPs(), service.firstPs(), service.lastPs(), service.blockPs());
  }
}
