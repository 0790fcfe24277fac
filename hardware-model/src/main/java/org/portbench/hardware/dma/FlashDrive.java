package org.portbench.hardware.dma;

import org.portbench.hardware.cost.MachineProfile.Medium.Flash;

/**
 * A flash drive after NVMeVirt (Kim et al., FAST 2023): stripes go round channels that work at the
 * same time, each busy until it has done what it was given. All that a command has on one channel
 * is one piece of work there: one latency, then its bytes. There is no garbage collection and no
 * wear: this is a drive with room.
 */
final class FlashDrive implements StorageMedium {
  private final Flash flash;
  private final int blockBytes;
  private final long[] busyUntilPs;
  private final long[] bytesOf;

  FlashDrive(Flash flash, int blockBytes) {
    this.flash = flash;
    this.blockBytes = blockBytes;
    this.busyUntilPs = new long[flash.channels()];
    this.bytesOf = new long[flash.channels()];
  }

  @Override
  public Service read(long address, long length, long nowPs) {
    return serve(flash.readPs(), address, length, nowPs);
  }

  @Override
  public Service write(long address, long length, long nowPs) {
    return serve(flash.programPs(), address, length, nowPs);
  }

  private Service serve(long latencyPs, long address, long length, long nowPs) {
    long firstStripe = address / flash.stripeBytes();
    long stripes = (address + length - 1) / flash.stripeBytes() - firstStripe + 1;
    spread(address, length);
    long blockPs = latencyPs + blockBytes * flash.channelPsPerByte();
    long firstPs = Long.MAX_VALUE;
    long lastPs = nowPs;
    long longestPs = 0;
    for (int i = 0; i < Math.min(stripes, flash.channels()); i++) {
      int channel = channelOf(firstStripe + i);
      long workPs = latencyPs + Math.multiplyExact(bytesOf[channel], flash.channelPsPerByte());
      long startPs = Math.max(nowPs, busyUntilPs[channel]);
      busyUntilPs[channel] = Math.addExact(startPs, workPs);
      firstPs = Math.min(firstPs, startPs + blockPs);
      lastPs = Math.max(lastPs, busyUntilPs[channel]);
      longestPs = Math.max(longestPs, workPs);
      bytesOf[channel] = 0;
    }
    return new Service(lastPs - nowPs - longestPs, firstPs, lastPs, blockPs);
  }

  private void spread(long address, long length) {
    long end = address + length;
    for (long at = address; at < end; ) {
      long stripe = at / flash.stripeBytes();
      long stop = Math.min(end, (stripe + 1) * flash.stripeBytes());
      bytesOf[channelOf(stripe)] += stop - at;
      at = stop;
    }
  }

  private int channelOf(long stripe) {
    return (int) (stripe % flash.channels());
  }
}
