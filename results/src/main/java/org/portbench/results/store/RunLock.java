package org.portbench.results.store;

import static org.portbench.results.store.StoreException.Kind.PATH;
import static org.portbench.results.store.StoreException.Kind.WRITING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps a second run out of a directory. The system lets go of it with the process that holds it,
 * however that ends; the file which then stays behind stands in nobody's way.
 */
final class RunLock implements AutoCloseable {
  private final Path path;
  private final RandomAccessFile file;

  private RunLock(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  static RunLock take(Path path) {
    try {
      make(path);
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      if (taken(file)) {
        return new RunLock(path, file);
      }
      file.close();
    } catch (IOException e) {
      throw new StoreException(PATH, path.getParent() + ": cannot be written to: " + Trouble.of(e));
    }
    throw new StoreException(
        PATH,
        path.getParent() + ": another process is writing a run here; choose another directory");
  }

  private static void make(Path path) throws IOException {
    try {
      Files.createFile(path);
    } catch (FileAlreadyExistsException e) {
      // Of a run that was killed, or that is still going on.
    }
  }

  /** The lock ends with the file's being closed. */
  private static boolean taken(RandomAccessFile file) throws IOException {
    try {
      FileLock lock = file.getChannel().tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Only where the run is finished: nobody may find a file that is about to vanish. */
  void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new StoreException(WRITING, path + ": cannot be removed: " + Trouble.of(e));
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new StoreException(WRITING, path + ": cannot be closed: " + Trouble.of(e));
    }
  }
}
