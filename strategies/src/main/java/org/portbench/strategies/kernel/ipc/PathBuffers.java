package org.portbench.strategies.kernel.ipc;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.vm.Access;

/** Bytes of a path's buffers, on their way or in the kernel's hands, each with a reference. */
public final class PathBuffers implements Payload {
  private final List<PathBuffer> buffers = new ArrayList<>(1);

  /** Where in its buffer each range is, and how long. */
  private final IoVec places = new IoVec();

  private Life life = Life.ONCE;

  /** Begins a use of several, for buffers that are still to be added. */
  public PathBuffers begin() {
    life = Life.USED;
    return this;
  }

  /** Ends it; tells whether it is to be used again. */
  public boolean end() {
    boolean again = life.again(this);
    if (again) {
      buffers.clear();
      places.clear();
      life = Life.ENDED;
    }
    return again;
  }

  /** Takes over a reference to the buffer. */
  public void add(PathBuffer buffer, int offset, int length) {
    buffers.add(buffer);
    places.add(offset, length);
  }

  /** The same, before those that are there. */
  public void addFirst(PathBuffer buffer, int offset, int length) {
    buffers.addFirst(buffer);
    places.addFirst(offset, length);
  }

  public PathBuffer buffer(int i) {
    return buffers.get(i);
  }

  public int offset(int i) {
    return (int) places.address(i);
  }

  public int length(int i) {
    return places.length(i);
  }

  /** The same bytes by their objects, for a look; it has no references of its own. */
  public ObjectRanges named() {
    ObjectRanges named = new ObjectRanges();
    for (int i = 0; i < buffers.size(); i++) {
      named.add(new ObjectRange(buffer(i).object(), offset(i), length(i), Access.WRITE));
    }
    return named;
  }

  @Override
  public int length() {
    return places.length();
  }

  @Override
  public int rangeCount() {
    return buffers.size();
  }
}
