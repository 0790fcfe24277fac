package org.portbench.strategies.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.sim.Zone;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.FileRanges;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.OpenFile;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapEntry;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * Memory that tasks have as files and pass on by descriptors: memfd and SCM_RIGHTS. A task opens a
 * file for its memory when it first sends it, once for reading and once for writing, and keeps
 * both.
 */
public final class Files {
  private final VmSystem vm;
  private final Meter meter;
  private final Loans loans;
  private final Map<VmObject, OpenFile> toRead = new LinkedHashMap<>();
  private final Map<VmObject, OpenFile> toWrite = new LinkedHashMap<>();
  private final Zone<FileRanges> payloads = new Zone<>(FileRanges::new);
  private final Zone<ObjectRange> ranges = new Zone<>(ObjectRange::new);

  Files(VmSystem vm, Loans loans) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.loans = loans;
  }

  /** Puts the files behind a task's memory into a message, for somebody who may do so much. */
  public FileRanges attach(AddressRanges held, Access mode) {
    VmMap map = held.map();
    IoVec ranges = held.present();
    for (int i = 0; i < ranges.count(); i++) {
      long first = ranges.address(i) / vm.pageBytes();
      map.checkAccess(first, map.pagesOf(ranges.address(i), ranges.length(i)), mode);
    }
    FileRanges files = payloads.take().begin();
    try {
      for (int i = 0; i < ranges.count(); i++) {
        attach(map, ranges.address(i), ranges.length(i), mode, files);
      }
    } catch (RuntimeException refused) {
      closeAll(files);
      throw refused;
    }
    return loans.begun(files);
  }

  private void attach(VmMap map, long address, int length, Access mode, FileRanges files) {
    long page = address / vm.pageBytes();
    long end = page + map.pagesOf(address, length);
    while (page < end) {
      VmMapEntry entry = map.lookup(page);
      meter.perform(Primitive.HANDLE_LOOKUP);
      add(files, entry, address, length, mode);
      page = entry.endPage();
    }
  }

  private void add(FileRanges files, VmMapEntry entry, long address, int length, Access mode) {
    if (entry.needsCopy() || entry.object().shadow()) {
      throw new IllegalStateException("memory that is shared until written is no file");
    }
    long from = Math.max(address, entry.startPage() * vm.pageBytes());
    long end = Math.min(address + length, entry.endPage() * vm.pageBytes());
    long page = from / vm.pageBytes();
    long offset = (long) entry.objectPage(page) * vm.pageBytes() + from % vm.pageBytes();
    add(files, entry.object(), offset, Math.toIntExact(end - from), mode);
  }

  /** The same for the kernel's own pages. */
  public FileRanges attach(ObjectRanges held) {
    FileRanges files = payloads.take().begin();
    try {
      for (int i = 0; i < held.rangeCount(); i++) {
        ObjectRange range = held.range(i);
        meter.perform(Primitive.HANDLE_LOOKUP);
        add(files, range.object(), range.offset(), range.length(), range.rights());
      }
    } catch (RuntimeException refused) {
      closeAll(files);
      throw refused;
    }
    return loans.begun(files);
  }

  private void add(FileRanges files, VmObject object, long offset, int length, Access mode) {
    OpenFile file = opened(object, mode);
    add(files, file, ranges.take().refer(object, offset, length, file.mode()));
  }

  private static void add(FileRanges files, OpenFile file, ObjectRange range) {
    file.retain();
    range.keep();
    files.add(file, range);
  }

  private OpenFile opened(VmObject object, Access mode) {
    OpenFile known = standing(mode).get(object);
    return known == null ? open(object, mode) : known;
  }

  private OpenFile open(VmObject object, Access mode) {
    vm.systemCall();
    meter.perform(Primitive.HANDLE_INSERT);
    vm.reference(object);
    object.name();
    OpenFile file = new OpenFile(object, mode);
    standing(mode).put(object, file);
    return file;
  }

  private Map<VmObject, OpenFile> standing(Access mode) {
    return mode == Access.READ ? toRead : toWrite;
  }

  /** The same files for one more message. */
  public FileRanges pass(FileRanges held) {
    for (int i = 0; i < held.rangeCount(); i++) {
      meter.perform(Primitive.HANDLE_LOOKUP, held.installed(i) ? 1 : 0);
    }
    FileRanges passed = payloads.take().begin();
    for (int i = 0; i < held.rangeCount(); i++) {
      add(passed, held.file(i), held.named().range(i));
    }
    return loans.begun(passed);
  }

  /** Takes files out of a message: the receiver gets descriptors, all or none. */
  public FileRanges install(Task task, FileRanges inTransit) {
    int installed = 0;
    try {
      while (installed < inTransit.rangeCount()) {
        meter.perform(Primitive.HANDLE_INSERT);
        inTransit.install(installed, task.insertHandle(inTransit.referredTo(installed)));
        installed++;
      }
    } catch (RuntimeException refused) {
      while (--installed >= 0) {
        task.removeHandle(inTransit.descriptor(installed));
        inTransit.uninstall(installed);
      }
      throw refused;
    }
    return inTransit;
  }

  /** A task closes each descriptor by a system call. */
  void giveBack(Domain holder, FileRanges held) {
    for (int i = 0; i < held.rangeCount(); i++) {
      if (holder instanceof Domain.InTask(Task task) && held.installed(i)) {
        vm.systemCall();
        meter.perform(Primitive.HANDLE_LOOKUP);
        task.removeHandle(held.descriptor(i));
      }
    }
    closeAll(held);
  }

  private void closeAll(FileRanges held) {
    for (int i = 0; i < held.rangeCount(); i++) {
      close(held.file(i));
      if (held.named().range(i).letGo()) {
        ranges.giveBack(held.named().range(i));
      }
    }
    if (held.end()) {
      payloads.giveBack(held);
    }
  }

  private void close(OpenFile file) {
    if (file.drop()) {
      vm.release(file.object());
    }
  }

  /** Descriptors that tasks keep for memory of their own. */
  int open() {
    return toRead.size() + toWrite.size();
  }

  /** Tasks close what they keep open. */
  void drain() {
    toRead.values().forEach(this::close);
    toRead.clear();
    toWrite.values().forEach(this::close);
    toWrite.clear();
  }
}
