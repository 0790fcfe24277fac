package org.portbench.harness.vfs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.portbench.harness.measure.MediumJudge;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.Access;

/**
 * What the file system has in memory of its files. A request all of whose pages are there is
 * answered from them: a read by the pages, which cross up as the strategy does it; a write by
 * copying into them, since the pages stay the file system's own. Anything else goes to the device
 * as if there were no cache, once what the cache has newer is there too, and does not enter it.
 * Dirty pages are written by a sync, when the device is about to be asked for them, and at the end;
 * nobody writes them in the background.
 */
final class FileCache {
  private final Kernel kernel;
  private final int at;
  private final Domain domain;
  private final FileLayout layout;
  private final CachedShare share;
  private final MediumJudge judge;
  private final Writeback writeback;
  private final Map<Integer, CachedFile> files = new LinkedHashMap<>();

  FileCache(
      Kernel kernel,
      int at,
      Domain domain,
      FileLayout layout,
      CachedShare share,
      MediumJudge judge,
      OwnRequests own) {
    this.kernel = kernel;
    this.at = at;
    this.domain = domain;
    this.layout = layout;
    this.share = share;
    this.judge = judge;
    this.writeback = new Writeback(at, own);
  }

  boolean none() {
    return share.none();
  }

  /** Answers a read if it can; otherwise it goes below when that has all that the cache has. */
  void read(Request request, Runnable answered, Runnable below) {
    CachedFile file = file(request);
    long offset = request.fileOffset();
    int length = request.message().length();
    if (!file.holds(offset, length)) {
      safe(request, file, below);
      return;
    }
    request.path().step(at, "has the pages in memory");
    request.path().answersItself(at);
    request.expectation().ifPresent(judge::fromCache);
    if (request.path().movesData()) {
      request.answer(at, file.answer(offset, length));
    }
    answered.run();
  }

  /** Takes a write if it can; otherwise it goes below, and what is in memory of it is changed. */
  void write(Request request, Runnable answered, Runnable below) {
    CachedFile file = file(request);
    long offset = request.fileOffset();
    int length = request.message().length();
    boolean hit = file.holds(offset, length);
    int first = file.firstPage(offset);
    int end = file.endPage(offset, length);
    writeback.settled(
        request.path(),
        file,
        first,
        end,
        () -> {
          if (hit) {
            request.path().step(at, "copies into the pages in memory");
            request.expectation().ifPresent(judge::cacheOnly);
            copyIn(request, file, 0, length);
            file.change(offset, length);
            answered.run();
          } else {
            safe(
                request,
                file,
                () -> {
                  request.expectation().ifPresent(judge::cacheToo);
                  file.partsInMemory(
                      offset, length, (from, part) -> copyIn(request, file, from, part));
                  below.run();
                });
          }
        });
  }

  private void safe(Request request, CachedFile file, Runnable then) {
    int first = file.firstPage(request.fileOffset());
    int end = file.endPage(request.fileOffset(), request.message().length());
    writeback.makeSafe(request.path(), file, first, end, then);
  }

  private void copyIn(Request request, CachedFile file, int from, int length) {
    if (request.path().movesData()) {
      Payload pages = file.pages(request.fileOffset() + from, length, Access.WRITE);
      request
          .path()
          .reached(
              request,
              at,
              request.held(at),
              bytes ->
                  kernel.reached(
                      domain, pages, place -> kernel.data().copy(bytes, from, place, 0, length)));
    }
  }

  /** Writes what is dirty of the request's file. */
  void sync(Request request, Runnable then) {
    CachedFile file = file(request);
    writeback.makeSafe(request.path(), file, 0, file.pageCount(), then);
  }

  /** Writes all that is dirty. */
  void syncAll(Path path) {
    files.values().forEach(file -> writeback.makeSafe(path, file, 0, file.pageCount(), () -> {}));
  }

  private CachedFile file(Request request) {
    CachedFile known = files.get(request.file());
    if (known == null) {
      kernel.vm().machine().meter().setUp(() -> files.put(request.file(), open(request.file())));
      return files.get(request.file());
    }
    return known;
  }

  private CachedFile open(int file) {
    long bytes = layout.bytes(file);
    int pages = CachedFile.pageCount(bytes, kernel.vm().pageBytes());
    return new CachedFile(kernel, domain, layout.address(file, 0), bytes, share.pages(file, pages));
  }

  void close() {
    if (files.values().stream().anyMatch(CachedFile::dirty)) {
      throw new IllegalStateException("dirty pages are left in the file system's cache");
    }
    files.values().forEach(CachedFile::close);
  }
}
