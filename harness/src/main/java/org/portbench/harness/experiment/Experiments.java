package org.portbench.harness.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portbench.hardware.cost.Nearest;

/** Where experiments come from: the built-in ones, files of the user's own, and a bare matrix. */
public final class Experiments {
  /** What is run where the user names nothing. */
  public static final String DEFAULT = "dillon-2003";

  private static final List<String> NAMES =
      List.of(
          DEFAULT,
          "quick",
          "crossover",
          "layers",
          "touch",
          "cpus",
          "iommu",
          "queue-depth",
          "cached",
          "eras",
          "address-space",
          "mechanisms");
  private static final String ENDING = ".toml";
  private static final int LARGEST_BYTES = 1 << 20;

  private Experiments() {}

  public static List<String> names() {
    return NAMES;
  }

  /** A built-in experiment, or one in a file. */
  public static Experiment find(String nameOrPath) {
    Name name = Name.typed(nameOrPath);
    return name.isFile(ENDING) ? inFile(name) : builtIn(nameOrPath);
  }

  /** All strategies, on the machine of today, asked for small random reads. */
  public static Experiment bare() {
    Matrix matrix =
        new Matrix(
            List.of(Name.typed("server-2024")),
            List.of(),
            List.of(Name.typed("randread-4k")),
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty(),
            Matrix.UNSAID.operations());
    return new Experiment("custom", "what the command line says", 1, List.of(matrix));
  }

  private static Experiment builtIn(String name) {
    if (!NAMES.contains(name)) {
      throw new ExperimentException(
          "unknown experiment '%s'; %s (one of your own is a *.toml file)"
              .formatted(name, Nearest.hint(name, NAMES)));
    }
    String file = "experiments/" + name + ENDING;
    try (InputStream bytes = Experiments.class.getResourceAsStream("/" + file)) {
      return new ExperimentText(name, file, "", text(bytes.readAllBytes())).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Experiment inFile(Name name) {
    Path path = name.path();
    String file = name.text();
    if (!Files.exists(path)) {
      throw new ExperimentException(file + ": no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw new ExperimentException(file + ": not a regular file; name a *.toml file");
    }
    String folder = path.getParent() == null ? "" : path.getParent().toString();
    return new ExperimentText(baseName(path), file, folder, text(path, file)).read();
  }

  private static String baseName(Path path) {
    String base = path.getFileName().toString();
    String stem = base.endsWith(ENDING) ? base.substring(0, base.length() - ENDING.length()) : base;
    String plain = stem.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
    return plain.isEmpty() ? "unnamed" : plain;
  }

  private static String text(Path path, String file) {
    try (InputStream bytes = Files.newInputStream(path)) {
      byte[] read = bytes.readNBytes(LARGEST_BYTES + 1);
      if (read.length > LARGEST_BYTES) {
        throw new ExperimentException(file + ":1: longer than " + LARGEST_BYTES + " bytes");
      }
      String text = text(read);
      if (text.isBlank()) {
        throw new ExperimentException(file + ":1: the file is empty; it needs a description");
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
