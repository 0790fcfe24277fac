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
  private final int channels;
  private final int stripeShift;
  private final Service service = new Service();

  FlashDrive(Flash flash, int blockBytes) {
    this.flash = flash;
    this.blockBytes = blockBytes;
    this.busyUntilPs = new long[flash.channels()];
    this.channels = flash.channels();
    this.stripeShift = Integer.numberOfTrailingZeros(flash.stripeBytes());
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
    long firstStripe = address >> stripeShift;
    long lastStripe = (address + length - 1) >> stripeShift;
    int stripes = (int) (lastStripe - firstStripe) + 1;
    int rounds = stripes / channels;
    int over = stripes % channels;
    int last = (over == 0 ? channels : over) - 1;
    long blockPs = latencyPs + blockBytes * flash.channelPsPerByte();
    long firstPs = Long.MAX_VALUE;
    long lastPs = nowPs;
    long longestPs = 0;
    int channel = (int) (firstStripe % channels);
    for (int i = 0; i < Math.min(stripes, channels); i++) {
      long bytes = (i < over ? rounds + 1L : rounds) << stripeShift;
      if (i == 0) {
        bytes -= address - (firstStripe << stripeShift);
      }
      if (i == last) {
        bytes -= ((lastStripe + 1) << stripeShift) - address - length;
      }
      long workPs = latencyPs + Math.multiplyExact(bytes, flash.channelPsPerByte());
      long startPs = Math.max(nowPs, busyUntilPs[channel]);
      busyUntilPs[channel] = Math.addExact(startPs, workPs);
      firstPs = Math.min(firstPs, startPs + blockPs);
      lastPs = Math.max(lastPs, busyUntilPs[channel]);
      longestPs = Math.max(longestPs, workPs);
      channel = channel + 1 == channels ? 0 : channel + 1;
    }
    return service.says(lastPs - nowPs - longestPs, firstPs, lastPs, blockPs);
  }
}
