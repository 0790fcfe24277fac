package org.portbench.harness.experiment;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;

/**
 * The strategies that portbench brings and those of somebody else's jars. Each jar is tried before
 * anything is run: a jar that adds no strategy is an error of whoever named it.
 *
 * @param added the names of the strategies that the jars bring
 */
public record Plugins(Strategies strategies, List<String> added) {
  private static final String SERVICE = "META-INF/services/" + MessagingStrategy.class.getName();

  public static Plugins of(List<String> jars) {
    ClassLoader loader = Plugins.class.getClassLoader();
    List<String> ours = names(new Strategies(loader));
    List<String> known = ours;
    for (String jar : jars) {
      requireService(jar);
      // Open as long as the JVM runs: strategies may load classes at any time.
      loader = new URLClassLoader(new URL[] {url(jar)}, loader);
      List<String> now = tried(jar, loader);
      requireNew(jar, known, now);
      known = now;
    }
    List<String> added = known.stream().filter(name -> !ours.contains(name)).toList();
    return new Plugins(new Strategies(loader), added);
  }

  /** Of all strategies. */
  public List<String> names() {
    return names(strategies);
  }

  private static List<String> names(Strategies strategies) {
    return strategies.all().stream().map(MessagingStrategy::name).toList();
  }

  private static void requireService(String jar) {
    Path path = path(jar);
    if (!Files.isRegularFile(path)) {
      throw error(jar, Files.exists(path) ? "not a file" : "no such file");
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry entry = zip.getEntry(SERVICE);
      if (entry == null) {
        throw error(jar, "has no " + SERVICE + ", which names its strategies");
      }
      String lines = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
      if (lines.lines().allMatch(line -> line.replaceAll("#.*", "").isBlank())) {
        throw error(jar, "its " + SERVICE + " names no class");
      }
    } catch (IOException e) {
      throw error(jar, "cannot be read as a jar: " + e.getMessage());
    }
  }

  private static List<String> tried(String jar, ClassLoader loader) {
    try {
      List<String> names = new ArrayList<>();
      for (MessagingStrategy strategy : new Strategies(loader).all()) {
        requireName(jar, strategy);
        names.add(strategy.name());
      }
      return names;
    } catch (ServiceConfigurationError | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw error(jar, "its strategy cannot be loaded: " + shortly(e) + why(e, cause));
    } catch (ExperimentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw error(jar, "its strategy fails when it is made: " + e);
    }
  }

  private static void requireName(String jar, MessagingStrategy strategy) {
    String name = strategy.name();
    if (name == null || !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
      throw error(
          jar,
          strategy.getClass().getName()
              + " is called '"
              + name
              + "'; a name is letters, digits, dots and hyphens");
    }
    if (strategy.description() == null || strategy.ports() == null) {
      throw error(jar, strategy.getClass().getName() + " has no description or no ports");
    }
  }

  private static void requireNew(String jar, List<String> known, List<String> now) {
    Set<String> seen = new HashSet<>();
    for (String name : now) {
      if (!seen.add(name)) {
        throw error(jar, "there is a strategy '" + name + "' already; give this one another name");
      }
    }
    if (now.size() <= known.size()) {
      throw error(jar, "adds no strategy: portbench has its classes already");
    }
  }

  private static String shortly(Throwable e) {
    return e.getMessage().replace(MessagingStrategy.class.getName() + ": ", "");
  }

  @SuppressWarnings("ReferenceEquality") // the same throwable
  private static String why(Throwable e, Throwable cause) {
    return e == cause ? "" : " (" + cause + ")";
  }

  private static URL url(String jar) {
    try {
      URI uri = path(jar).toUri();
      return uri.toURL();
    } catch (MalformedURLException e) {
      throw error(jar, "not a path");
    }
  }

  private static Path path(String jar) {
    try {
      return Path.of(jar);
    } catch (InvalidPathException e) {
      throw error(jar, "not a path");
    }
  }

  private static ExperimentException error(String jar, String what) {
    return new ExperimentException("--plugin " + jar + ": " + what);
  }
}
