package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.OpenFile;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.FileRanges;
import org.portbench.strategies.kernel.ipc.Payload.ObjectRanges;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AllOrNothing;
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
  private final Map<Opened, OpenFile> standing = new LinkedHashMap<>();

  private record Opened(VmObject object, Access mode) {}

  Files(VmSystem vm, Loans loans) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.loans = loans;
  }

  /** Puts the files behind a task's memory into a message, for somebody who may do so much. */
  public FileRanges attach(AddressRanges held, Access mode) {
    VmMap map = held.map();
    for (ByteRange range : held.present().ranges()) {
      map.checkAccess(
          range.address() / vm.pageBytes(), map.pagesOf(range.address(), range.length()), mode);
    }
    List<FileRanges.Part> parts = new ArrayList<>();
    AllOrNothing.run(
        () -> held.present().ranges().forEach(range -> attach(map, range, mode, parts)),
        () -> parts.forEach(part -> close(part.file())));
    return loans.begun(new FileRanges(parts, List.of()));
  }

  private void attach(VmMap map, ByteRange range, Access mode, List<FileRanges.Part> parts) {
    long first = range.address() / vm.pageBytes();
    for (VmMapEntry entry : map.lookup(first, map.pagesOf(range.address(), range.length()))) {
      meter.perform(Primitive.HANDLE_LOOKUP);
      parts.add(part(entry, range, mode));
    }
  }

  /** The same for the kernel's own pages. */
  public FileRanges attach(ObjectRanges held) {
    List<FileRanges.Part> parts = new ArrayList<>();
    AllOrNothing.run(
        () -> {
          for (ObjectRange range : held.ranges()) {
            meter.perform(Primitive.HANDLE_LOOKUP);
            parts.add(part(range.object(), range.offset(), range.length(), range.rights()));
          }
        },
        () -> parts.forEach(part -> close(part.file())));
    return loans.begun(new FileRanges(parts, List.of()));
  }

  private FileRanges.Part part(VmObject object, long offset, int length, Access mode) {
    OpenFile file = opened(object, mode);
    file.retain();
    return new FileRanges.Part(file, offset, length);
  }

  private FileRanges.Part part(VmMapEntry entry, ByteRange range, Access mode) {
    if (entry.needsCopy() || entry.object().shadow()) {
      throw new IllegalStateException("memory that is shared until written is no file");
    }
    long from = Math.max(range.address(), entry.startPage() * vm.pageBytes());
    long end = Math.min(range.address() + range.length(), entry.endPage() * vm.pageBytes());
    long page = from / vm.pageBytes();
    long offset = (long) entry.objectPage(page) * vm.pageBytes() + from % vm.pageBytes();
    return part(entry.object(), offset, Math.toIntExact(end - from), mode);
  }

  private OpenFile opened(VmObject object, Access mode) {
    return standing.computeIfAbsent(
        new Opened(object, mode),
        opened -> {
          vm.systemCall();
          meter.perform(Primitive.HANDLE_INSERT);
          vm.reference(object);
          object.name();
          return new OpenFile(object, mode);
        });
  }

  /** The same files for one more message. */
  public FileRanges pass(FileRanges held) {
    if (!held.descriptors().isEmpty()) {
      meter.perform(Primitive.HANDLE_LOOKUP, held.parts().size());
    }
    held.parts().forEach(part -> part.file().retain());
    return loans.begun(new FileRanges(held.parts(), List.of()));
  }

  /** Takes files out of a message: the receiver gets descriptors. */
  public FileRanges install(Task task, FileRanges inTransit) {
    List<Integer> descriptors = new ArrayList<>();
    AllOrNothing.run(
        () -> {
          for (FileRanges.Part part : inTransit.parts()) {
            meter.perform(Primitive.HANDLE_INSERT);
            descriptors.add(task.insertHandle(part.file().object()));
          }
        },
        () -> descriptors.forEach(task::removeHandle));
    return new FileRanges(inTransit.parts(), descriptors);
  }

  /** A task closes each descriptor by a system call. */
  void giveBack(Domain holder, FileRanges held) {
    for (int i = 0; i < held.parts().size(); i++) {
      if (holder instanceof Domain.InTask(Task task) && !held.descriptors().isEmpty()) {
        vm.systemCall();
        meter.perform(Primitive.HANDLE_LOOKUP);
        task.removeHandle(held.descriptors().get(i));
      }
      close(held.parts().get(i).file());
    }
  }

  private void close(OpenFile file) {
    if (file.drop()) {
      vm.release(file.object());
    }
  }

  /** Descriptors that tasks keep for memory of their own. */
  int open() {
    return standing.size();
  }

  /** Tasks close what they keep open. */
  void drain() {
    standing.values().forEach(this::close);
    standing.clear();
  }
}
