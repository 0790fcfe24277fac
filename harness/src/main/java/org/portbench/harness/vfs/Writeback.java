package org.portbench.harness.vfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portbench.harness.path.DomainThread;
import org.portbench.harness.path.Path;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.Access;

/**
 * Writes dirty pages to the device, in the order of the file, as long as they lie together up to
 * 128 KiB at once. A page on its way is not to be written to; whoever wants that waits.
 */
final class Writeback {
  /** BSD's MAXPHYS of that time. */
  private static final int LONGEST_BYTES = 128 << 10;

  private final int at;
  private final OwnRequests own;
  private final List<UnderWay> underWay = new ArrayList<>();

  private record UnderWay(CachedFile file, CachedFile.Run run, List<Waiter> waiting) {
    boolean overlaps(CachedFile other, int first, int end) {
      return file == other && run.firstPage() < end && first < run.endPage();
    }
  }

  private record Waiter(DomainThread thread, Runnable then) {}

  Writeback(int at, OwnRequests own) {
    this.at = at;
    this.own = own;
  }

  /** Writes what is dirty of these pages, and goes on when none is on its way any more. */
  void makeSafe(Path path, CachedFile file, int first, int end, Runnable then) {
    for (CachedFile.Run run : file.takeDirty(first, end, LONGEST_BYTES)) {
      write(path, file, run);
    }
    settled(path, file, first, end, then);
  }

  /** Goes on when none of these pages is on its way to the device. */
  void settled(Path path, CachedFile file, int first, int end, Runnable then) {
    Optional<UnderWay> busy =
        underWay.stream().filter(write -> write.overlaps(file, first, end)).findFirst();
    if (busy.isEmpty()) {
      then.run();
      return;
    }
    DomainThread thread = path.station(at).thread();
    busy.get().waiting.add(new Waiter(thread, () -> settled(path, file, first, end, then)));
  }

  private void write(Path path, CachedFile file, CachedFile.Run run) {
    path.step(at, "writes dirty pages");
    UnderWay write = new UnderWay(file, run, new ArrayList<>());
    underWay.add(write);
    Payload pages =
        path.movesData() ? file.pages(run.offset(), run.length(), Access.READ) : Payload.NOTHING;
    own.write(
        path,
        file.address() + run.offset(),
        run.length(),
        pages,
        Optional.empty(),
        errand -> {
          errand.over();
          written(write, path.station(at).thread());
        });
  }

  private void written(UnderWay write, DomainThread thread) {
    underWay.remove(write);
    for (Waiter waiter : write.waiting) {
      if (waiter.thread == thread) {
        waiter.then.run();
      } else {
        waiter.thread.post(waiter.then);
      }
    }
  }
}
