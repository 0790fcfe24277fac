package org.portbench.strategies.kernel.ipc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapCopy;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmPage;

/**
 * The data of a request as somebody holds it, or as it travels. The kernel can reach, wire and give
 * back each kind, so every driver takes any of them.
 */
public sealed interface Payload
    permits Payload.Nothing,
        Payload.InlineBytes,
        Payload.AddressRanges,
        Payload.ByReference,
        Payload.MapCopy,
        Payload.PageList,
        Payload.PathBuffers,
        TaskRanges {

  Payload NOTHING = new Nothing();

  int length();

  /** How many items of a message stand for ranges of data, or for references to data. */
  int rangeCount();

  /** Data that is where it was: the payload refers to the objects it lies in. */
  sealed interface ByReference extends Payload
      permits ObjectRanges, FileRanges, RegisteredRange, EntryRanges {
    int references();

    VmObject referredTo(int reference);
  }

  /** No data in this direction, or none at all. */
  record Nothing() implements Payload {
    @Override
    public int length() {
      return 0;
    }

    @Override
    public int rangeCount() {
      return 0;
    }
  }

  /** Bytes in a buffer of the kernel, from its first on. */
  record InlineBytes(KernelBuffer buffer) implements Payload {
    @Override
    public int length() {
      return buffer.length();
    }

    @Override
    public int rangeCount() {
      return 1;
    }
  }

  /** Addresses in a task's map. */
  final class AddressRanges implements Payload {
    private final IoVec ranges;
    private final List<VmObject> lent = new ArrayList<>(0);
    private VmMap map;
    private Tenure tenure;
    private Access rights;
    private List<VmPage> kept;
    private boolean gone;
    private Life life = Life.ONCE;

    /** What becomes of the ranges when the payload is given back. */
    public enum Tenure {
      /** The task's own memory: it stays. */
      STANDING,
      /** A buffer of the task's pool: it goes back there. */
      POOLED,
      /** Made for this payload alone: it leaves the map. */
      TEMPORARY,
      /** Somebody else's memory, named by its addresses there: nothing is given back. */
      BORROWED,
      /** Buffers of a path, at the same addresses for all who see them: a reference goes. */
      SHARED
    }

    public AddressRanges(VmMap map, IoVec ranges, Tenure tenure) {
      this(map, ranges, tenure, Access.WRITE, List.of());
    }

    /**
     * @param rights what the holder may do with the bytes; write includes read
     * @param kept pages that stay in place for as long as the ranges are in the map
     */
    public AddressRanges(VmMap map, IoVec ranges, Tenure tenure, Access rights, List<VmPage> kept) {
      this.map = map;
      this.ranges = ranges;
      this.tenure = tenure;
      this.rights = rights;
      this.kept = kept;
    }

    /** None yet. */
    public AddressRanges() {
      this.ranges = new IoVec();
    }

    /** Begins a use of several, for memory whose ranges are still to be added. */
    public AddressRanges begin(VmMap newMap, Tenure newTenure, Access newRights) {
      life = Life.USED;
      map = newMap;
      tenure = newTenure;
      rights = newRights;
      kept = List.of();
      gone = false;
      ranges.clear();
      return this;
    }

    /** Ends it; tells whether it is to be used again. */
    public boolean end() {
      boolean again = life.again(this);
      if (again) {
        life = Life.ENDED;
      }
      return again;
    }

    public VmMap map() {
      return map;
    }

    public IoVec ranges() {
      return ranges;
    }

    /** The ranges for whoever means to use them: those that have left the map are a fault. */
    public IoVec present() {
      if (gone) {
        throw new AddressFault("the range has left " + map.space());
      }
      return ranges;
    }

    public Tenure tenure() {
      return tenure;
    }

    public Access rights() {
      return rights;
    }

    public List<VmPage> kept() {
      return kept;
    }

    /** The objects behind borrowed addresses, as they were when these were named. */
    public List<VmObject> lent() {
      return lent;
    }

    /** Whether the ranges have left the map already: moved on, or given back. */
    public boolean gone() {
      return gone;
    }

    public void leave() {
      gone = true;
    }

    /** The same ranges are in use again. */
    public void comeBack() {
      gone = false;
    }

    @Override
    public int length() {
      return ranges.length();
    }

    @Override
    public int rangeCount() {
      return ranges.count();
    }
  }

  /** Ranges of objects, by reference. */
  final class ObjectRanges implements ByReference {
    private static final int UNNAMED = 0;

    private ObjectRange[] ranges = new ObjectRange[1];
    private int[] handles = new int[1];
    private int count;
    private int length;
    private Life life = Life.ONCE;

    /** None yet. */
    public ObjectRanges() {}

    public ObjectRanges(List<ObjectRange> ranges) {
      ranges.forEach(this::add);
    }

    /** Begins a use of several. */
    public ObjectRanges begin() {
      life = Life.USED;
      return this;
    }

    /** Ends it; tells whether it is to be used again. */
    public boolean end() {
      boolean again = life.again(this);
      if (again) {
        Arrays.fill(ranges, 0, count, null);
        count = 0;
        length = 0;
        life = Life.ENDED;
      }
      return again;
    }

    public void add(ObjectRange range) {
      if (count == ranges.length) {
        ranges = Arrays.copyOf(ranges, 2 * count);
        handles = Arrays.copyOf(handles, 2 * count);
      }
      handles[count] = UNNAMED;
      ranges[count++] = range;
      length += range.length();
    }

    public ObjectRange range(int i) {
      return ranges[i];
    }

    /** Whether a range of them may only be read. */
    public boolean onlyRead() {
      for (int i = 0; i < count; i++) {
        if (ranges[i].rights() == Access.READ) {
          return true;
        }
      }
      return false;
    }

    /** All of them, for those that are not in a hurry. */
    public List<ObjectRange> ranges() {
      return List.of(Arrays.copyOf(ranges, count));
    }

    /** The holder's name for a range's object. */
    public int handle(int i) {
      return handles[i];
    }

    @Override
    public int references() {
      return count;
    }

    @Override
    public VmObject referredTo(int i) {
      return ranges[i].object();
    }

    /** Whether the holder has a name for a range's object; in the kernel and in transit none. */
    public boolean named(int i) {
      return handles[i] != UNNAMED;
    }

    public void name(int i, int handle) {
      handles[i] = handle;
    }

    public void unname(int i) {
      handles[i] = UNNAMED;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public int rangeCount() {
      return count;
    }
  }

  /** Map entries detached from any map: a copy for each range that was sent. */
  final class MapCopy implements Payload {
    private final List<VmMapCopy> copies = new ArrayList<>();
    private boolean ended = true;

    /** Used for the first time or again; it has no copies yet. */
    public MapCopy begin() {
      ended = false;
      return this;
    }

    public List<VmMapCopy> copies() {
      return copies;
    }

    /** Its copies are where they should be, or gone. */
    public void end() {
      if (ended) {
        throw new IllegalStateException("a detached copy has ended already");
      }
      ended = true;
      copies.clear();
    }

    @Override
    public int length() {
      int length = 0;
      for (int i = 0; i < copies.size(); i++) {
        length += copies.get(i).length();
      }
      return length;
    }

    @Override
    public int rangeCount() {
      return copies.size();
    }
  }

  /** Pages in the kernel's hands, kept in place while listed. */
  final class PageList implements Payload {
    public static final int UNMAPPED = -1;

    private final List<VmObject> objects = new ArrayList<>();
    private VmPage[] pages = new VmPage[8];
    private int[] offsets = new int[8];
    private int[] lengths = new int[8];
    private int count;
    private int length;
    private int mapping;
    private int rangeCount;
    private boolean ended = true;

    /**
     * Used for the first time or again: empty, and shown nowhere.
     *
     * @param ranges how many ranges its pages are going to be listed from
     */
    public PageList begin(int ranges) {
      rangeCount = ranges;
      mapping = UNMAPPED;
      ended = false;
      return this;
    }

    /** Lists some bytes of one more page. */
    public void add(VmPage page, int offset, int bytes) {
      if (count == pages.length) {
        pages = Arrays.copyOf(pages, 2 * count);
        offsets = Arrays.copyOf(offsets, 2 * count);
        lengths = Arrays.copyOf(lengths, 2 * count);
      }
      pages[count] = page;
      offsets[count] = offset;
      lengths[count] = bytes;
      count++;
      length += bytes;
    }

    /** Whose pages they are; the list has a reference to each. */
    public List<VmObject> objects() {
      return objects;
    }

    /** How many pages are listed. */
    public int count() {
      return count;
    }

    /** The pages, so many of them as {@link #count} says. */
    public VmPage[] pages() {
      return pages;
    }

    public int offset(int i) {
      return offsets[i];
    }

    public int length(int i) {
      return lengths[i];
    }

    /** First page of the kernel mapping that shows them, or {@link #UNMAPPED}. */
    public int mapping() {
      return mapping;
    }

    public void mappedAt(int firstPage) {
      mapping = firstPage;
    }

    /** Nothing is listed any more. */
    public void end() {
      if (ended) {
        throw new IllegalStateException("a page list was given back twice");
      }
      ended = true;
      Arrays.fill(pages, 0, count, null);
      objects.clear();
      count = 0;
      length = 0;
    }

    @Override
    public int length() {
      return length;
    }

    /** How many ranges they were listed from. */
    @Override
    public int rangeCount() {
      return rangeCount;
    }
  }

  /** Ranges of memory that are named by open files. */
  final class FileRanges implements ByReference {
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

  /** Ranges of objects that were attached before, by number. */
  record RegisteredRange(List<RegisteredRange.Part> parts) implements ByReference {

    /** Bytes of one object. */
    public record Part(Registration registration, long offset, int length, Access rights) {
      /** The same bytes by their object. */
      public ObjectRange named() {
        return new ObjectRange(registration.object(), offset, length, rights);
      }
    }

    /** The same bytes by their objects, for a look; it has no references of its own. */
    public ObjectRanges named() {
      return new ObjectRanges(parts.stream().map(RegisteredRange.Part::named).toList());
    }

    @Override
    public int references() {
      return parts.size();
    }

    @Override
    public VmObject referredTo(int i) {
      return parts.get(i).registration.object();
    }

    @Override
    public int length() {
      return parts.stream().mapToInt(RegisteredRange.Part::length).sum();
    }

    @Override
    public int rangeCount() {
      return parts.size();
    }
  }

  /** Buffers of a path, on their way or in the kernel's hands, each with a reference. */
  record PathBuffers(List<PathBuffers.Part> parts) implements Payload {

    /** Bytes of one buffer. */
    public record Part(PathBuffer buffer, int offset, int length) {}

    /** The same bytes by their objects, for a look; it has no references of its own. */
    public ObjectRanges named() {
      return new ObjectRanges(
          parts.stream()
              .map(p -> new ObjectRange(p.buffer.object(), p.offset, p.length, Access.WRITE))
              .toList());
    }

    @Override
    public int length() {
      return parts.stream().mapToInt(PathBuffers.Part::length).sum();
    }

    @Override
    public int rangeCount() {
      return parts.size();
    }
  }
}
