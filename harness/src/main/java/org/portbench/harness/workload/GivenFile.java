package org.portbench.harness.workload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A regular file that the user named; messages show the name as it was written. */
record GivenFile(Path path, String shown) {

  static GivenFile of(String shown) {
    try {
      return new GivenFile(Path.of(shown), shown);
    } catch (InvalidPathException e) {
      throw new WorkloadException(Quoted.of(shown) + ": not a path");
    }
  }

  /** A file that this one names at a place, relative to itself. */
  GivenFile sibling(Place place, String name) {
    try {
      Path resolved = path.resolveSibling(name);
      return new GivenFile(resolved, resolved.toString());
    } catch (InvalidPathException e) {
      throw place.error(Quoted.of(name) + ": not a path");
    }
  }

  String baseName() {
    return path.getFileName().toString();
  }

  /** Why this cannot be read, if it cannot. */
  Optional<String> problem() {
    if (!Files.exists(path)) {
      return Optional.of("no such file");
    }
    if (Files.isDirectory(path)) {
      return Optional.of("is a directory; name a file in it");
    }
    if (!Files.isRegularFile(path)) {
      return Optional.of("not a regular file");
    }
    return Files.isReadable(path) ? Optional.empty() : Optional.of("may not be read");
  }

  InputStream open() {
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw error("cannot be read: " + e.getMessage());
    }
  }

  byte[] bytes(int most) {
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw firstLine().error("longer than " + most + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw error("cannot be read: " + e.getMessage());
    }
  }

  /** Where to point to when the file as a whole is wrong. */
  Place firstLine() {
    return new Place(shown, 1);
  }

  WorkloadException error(String what) {
    return new WorkloadException(Quoted.printable(shown) + ": " + Quoted.printable(what));
  }
}
