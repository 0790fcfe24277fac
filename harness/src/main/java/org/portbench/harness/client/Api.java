package org.portbench.harness.client;

import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload;

/** What a client's library gives its callers. */
public enum Api {
  /** The strategy's own: memory of its choice, and data where it puts it. */
  NATIVE {
    @Override
    Payload buffer(Path path, int length) {
      return path.buffer(0, length);
    }

    @Override
    Payload delivered(Request request) {
      return arrived(request);
    }
  },

  /**
   * Read and write of POSIX: any memory of the caller's, where data must end and which is its own
   * again when the call returns. What arrived elsewhere the library brings there, and gives back
   * where it was. Memory made for this reply alone takes the buffer's place if both are whole
   * pages, as {@code vm_remap} can do it: that is cheaper for more than a few pages, which are
   * copied like everything else. No strategy takes a buffer away that it was given to write from.
   */
  POSIX {
    @Override
    Payload buffer(Path path, int length) {
      return path.kernel().buffer(path.station(0).domain(), length);
    }

    @Override
    Payload delivered(Request request) {
      Payload arrived = arrived(request);
      if (arrived != request.held(0) && request.held(0) instanceof AddressRanges buffer) {
        bring(request, arrived, buffer);
        request.path().release(request, 0, arrived);
        request.answer(0, Payload.NOTHING);
      }
      return request.held(0);
    }
  };

  /** Estimate: XNU copies what is not longer itself, instead of sharing it. */
  private static final int LONGEST_COPY_BYTES = 16 << 10;

  /** Memory for the data of a call. */
  abstract Payload buffer(Path path, int length);

  /** Where the caller finds what it read. */
  abstract Payload delivered(Request request);

  private static Payload arrived(Request request) {
    Payload answer = request.reply(0);
    return answer.length() == 0 ? request.held(0) : answer;
  }

  private static void bring(Request request, Payload arrived, AddressRanges buffer) {
    Path path = request.path();
    Kernel kernel = path.kernel();
    path.step(0, "brings the data to its caller's buffer");
    boolean remapped =
        arrived.length() > LONGEST_COPY_BYTES
            && arrived instanceof AddressRanges own
            && kernel.remap(buffer, own);
    if (!remapped) {
      Payload seen = path.reach(request, 0, arrived);
      kernel.data().copy(seen, 0, buffer, 0, buffer.length());
      if (seen != arrived) {
        path.release(request, 0, seen);
      }
    }
  }
}
