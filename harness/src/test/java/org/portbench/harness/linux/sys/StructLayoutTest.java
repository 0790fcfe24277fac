package org.portbench.harness.linux.sys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;
import org.junit.jupiter.api.Test;

/** The kernel's structures, as the 64-bit ABI lays them out. */
final class StructLayoutTest {

  @Test
  void aMessageHeaderHas56Bytes() {
    assertEquals(56, Packet.MSGHDR.byteSize());
    assertEquals(16, offset(Packet.MSGHDR, "iov"));
    assertEquals(24, offset(Packet.MSGHDR, "iovlen"));
    assertEquals(32, offset(Packet.MSGHDR, "control"));
    assertEquals(40, offset(Packet.MSGHDR, "controllen"));
    assertEquals(48, offset(Packet.MSGHDR, "flags"));
  }

  @Test
  void aControlHeaderEndsWhereItsDataBegins() {
    assertEquals(16, Packet.CMSGHDR.byteSize());
    assertEquals(8, offset(Packet.CMSGHDR, "level"));
    assertEquals(12, offset(Packet.CMSGHDR, "type"));
  }

  @Test
  void aVectorAndAPolledDescriptorAreOneAndTwoWords() {
    assertEquals(16, Packet.IOVEC.byteSize());
    assertEquals(8, Poll.POLLFD.byteSize());
    assertEquals(6, offset(Poll.POLLFD, "revents"));
  }

  private static long offset(StructLayout layout, String member) {
    return layout.byteOffset(PathElement.groupElement(member));
  }
}
