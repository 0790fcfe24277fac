package org.portbench.harness.linux.device;

import java.lang.foreign.MemorySegment;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Splice;

/**
 * A file opened with O_DIRECT. From memory, {@code pwrite} and {@code pread} look up and hold each
 * page of the driver's own; from an object, {@code splice} hands the device the object's pages, by
 * way of a pipe.
 */
public final class FileDevice implements Device {
  private static final long PIPE_BYTES = 1 << 20;

  private final Descriptor file;
  private final Splice splice = new Splice(PIPE_BYTES);

  public FileDevice(Descriptor file) {
    this.file = file;
  }

  public Descriptor file() {
    return file;
  }

  @Override
  public void write(MemorySegment data, long offset, long stamp) {
    file.writeFully(data, offset);
  }

  @Override
  public void writeFrom(Descriptor object, int length, long offset, long stamp) {
    splice.transfer(object, 0, file, offset, length);
  }

  @Override
  public void read(MemorySegment into, long offset, long stamp) {
    if (file.readFully(into, offset) < into.byteSize()) {
      throw new IllegalStateException("the device's file ends before " + offset);
    }
  }

  @Override
  public void close() {
    splice.close();
    file.close();
  }
}
