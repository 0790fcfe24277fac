package org.portbench.harness.duet;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.results.gate.LaunchException;

/**
 * A build of portbench that can be launched.
 *
 * @param shown as its user names it
 * @param classPath its jar, or several folders and jars
 * @param since when the first of them was made
 */
public record Build(String shown, List<Path> classPath, FileTime since) {
  private static final String MAIN_CLASS = "org/portbench/harness/cli/Main.class";
  private static final Pattern SPACE = Pattern.compile(" ");

  public Build {
    classPath = List.copyOf(classPath);
  }

  /** The one that runs now. */
  public static Build thisOne() {
    try {
      Path code = Path.of(Build.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      List<Path> classPath =
          Files.isRegularFile(code)
              ? List.of(code)
              : Arrays.stream(
                      System.getProperty(
                              "surefire.test.class.path", System.getProperty("java.class.path"))
                          .split(File.pathSeparator, -1))
                  .map(Path::of)
                  .toList();
      return new Build("this build", classPath, made(classPath.getFirst()));
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A jar with the jars that it needs beside it, as the build makes it. */
  static Build ofJar(String shown, Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.getEntry(MAIN_CLASS) == null) {
        throw new ExperimentException(
            jar + ": is no portbench; harness/target/portbench.jar of a built checkout is one");
      }
      for (String library : libraries(file)) {
        if (!Files.exists(jar.resolveSibling(library))) {
          throw new ExperimentException(
              jar + ": needs " + library + " beside it; name it where it was built");
        }
      }
      return new Build(shown, List.of(jar), made(jar));
    } catch (IOException e) {
      throw new ExperimentException(jar + ": is no jar that can be read: " + e.getMessage());
    }
  }

  private static List<String> libraries(JarFile file) throws IOException {
    return Optional.ofNullable(file.getManifest())
        .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH))
        .map(needed -> List.of(SPACE.split(needed, -1)))
        .orElse(List.of());
  }

  /** The whole path, with something before it. */
  String classPathAfter(Path first) {
    StringBuilder path = new StringBuilder(first.toString());
    classPath.forEach(entry -> path.append(File.pathSeparator).append(entry.toAbsolutePath()));
    return path.toString();
  }

  /** Who builds while somebody measures would measure two things as one. */
  void mustBeTheSame() {
    try {
      if (!made(classPath.getFirst()).equals(since)) {
        throw new LaunchException(shown + " was built anew while it was measured", false);
      }
    } catch (IOException e) {
      throw new LaunchException(shown + " has gone while it was measured", false);
    }
  }

  private static FileTime made(Path path) throws IOException {
    return Files.getLastModifiedTime(path);
  }
}
