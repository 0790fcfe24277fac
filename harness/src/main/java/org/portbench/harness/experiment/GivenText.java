package org.portbench.harness.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A TOML file that describes cells, as it was found.
 *
 * @param name the file's own, without its ending
 */
public record GivenText(String name, MatrixText tables, String text) {
  private static final String ENDING = ".toml";
  private static final int LARGEST_BYTES = 1 << 20;

  /** One that portbench brings. */
  public static GivenText builtIn(String resource) {
    try (InputStream bytes = GivenText.class.getResourceAsStream("/" + resource)) {
      String name = baseName(Path.of(resource));
      return new GivenText(name, new MatrixText(resource, ""), text(bytes.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param needs what to say of an empty one
   */
  public static GivenText inFile(Name name, String needs) {
    Path path = name.path();
    String file = name.text();
    if (!Files.exists(path)) {
      throw new ExperimentException(file + ": no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw new ExperimentException(file + ": not a regular file; name a *.toml file");
    }
    String folder = path.getParent() == null ? "" : path.getParent().toString();
    return new GivenText(baseName(path), new MatrixText(file, folder), text(path, file, needs));
  }

  private static String baseName(Path path) {
    String base = path.getFileName().toString();
    String stem = base.endsWith(ENDING) ? base.substring(0, base.length() - ENDING.length()) : base;
    String plain = stem.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
    return plain.isEmpty() ? "unnamed" : plain;
  }

  private static String text(Path path, String file, String needs) {
    try (InputStream bytes = Files.newInputStream(path)) {
      byte[] read = bytes.readNBytes(LARGEST_BYTES + 1);
      if (read.length > LARGEST_BYTES) {
        throw new ExperimentException(file + ":1: longer than " + LARGEST_BYTES + " bytes");
      }
      String text = text(read);
      if (text.isBlank()) {
        throw new ExperimentException(file + ":1: the file is empty; " + needs);
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new ExperimentException(file + ":1: not text in UTF-8");
    } catch (IOException e) {
      throw new ExperimentException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
