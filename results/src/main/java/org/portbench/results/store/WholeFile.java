package org.portbench.results.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.portbench.results.store.StoreException.Kind.CONTENT;
import static org.portbench.results.store.StoreException.Kind.WRITING;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is there whole or not at all: written beside its place, then moved into it. Not by
 * way of a channel, which an interrupted thread would close.
 */
public record WholeFile(Path path) {

  public void write(String text) {
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try {
      try (FileOutputStream file = new FileOutputStream(part.toFile())) {
        file.write(text.getBytes(UTF_8));
        file.getFD().sync();
      }
      Files.move(part, path, ATOMIC_MOVE);
    } catch (IOException e) {
      forget(part);
      throw new StoreException(WRITING, path + ": cannot be written: " + Trouble.of(e));
    }
  }

  private static void forget(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The trouble that led here is what matters.
    }
  }

  byte[] read() {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new StoreException(CONTENT, path + ": cannot be read: " + Trouble.of(e));
    }
  }
}
