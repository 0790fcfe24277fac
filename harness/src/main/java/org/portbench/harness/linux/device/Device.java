package org.portbench.harness.linux.device;

import java.lang.foreign.MemorySegment;
import org.portbench.harness.linux.sys.Descriptor;

/** What the driver drives. */
public interface Device extends AutoCloseable {

  /** Takes data from memory that the driver can address. */
  void write(MemorySegment data, long offset, long stamp);

  /** Takes data from an object that the driver has not mapped. */
  void writeFrom(Descriptor object, int length, long offset, long stamp);

  /** Puts data into memory that the driver can address. */
  void read(MemorySegment into, long offset, long stamp);

  @Override
  default void close() {}
}
