package org.portbench.strategies.kernel.ipc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.portbench.strategies.kernel.vm.VmObject;

/** Ranges of memory that are named by open files. */
public final class FileRanges implements Payload.ByReference {
  private static final int NONE = 0;

  private final ObjectRanges named = new ObjectRanges();
  private final List<OpenFile> files = new ArrayList<>(1);
  private int[] descriptors = new int[1];
  private Life life = Life.ONCE;

  /** Begins a use of several, for ranges that are still to be added. */
  public FileRanges begin() {
    named.begin();
    files.clear();
    life = Life.USED;
    return this;
  }

  /** Ends it; tells whether it is to be used again. */
  public boolean end() {
    boolean again = life.again(this);
    if (again) {
      named.end();
      life = Life.ENDED;
    }
    return again;
  }

  /** Bytes of a file, as they lie in its object. */
  public void add(OpenFile file, ObjectRange range) {
    if (files.size() == descriptors.length) {
      descriptors = Arrays.copyOf(descriptors, 2 * descriptors.length);
    }
    descriptors[files.size()] = NONE;
    files.add(file);
    named.add(range);
  }

  public OpenFile file(int i) {
    return files.get(i);
  }

  /** The same bytes by their objects, for a look; it has no references of its own. */
  public ObjectRanges named() {
    return named;
  }

  /** The holder's number for a range's file. */
  public int descriptor(int i) {
    return descriptors[i];
  }

  /** Whether the holder has a number for a range's file; in the kernel and in transit none. */
  public boolean installed(int i) {
    return descriptors[i] != NONE;
  }

  public void install(int i, int descriptor) {
    descriptors[i] = descriptor;
  }

  public void uninstall(int i) {
    descriptors[i] = NONE;
  }

  @Override
  public int references() {
    return files.size();
  }

  @Override
  public VmObject referredTo(int i) {
    return files.get(i).object();
  }

  @Override
  public int length() {
    return named.length();
  }

  @Override
  public int rangeCount() {
    return files.size();
  }
}
