package org.portbench.harness.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A jar such as somebody else would make: a class in a package of theirs, and a service line. */
final class PluginJar {
  static final String SERVICE = "META-INF/services/org.portbench.strategies.MessagingStrategy";

  private PluginJar() {}

  /** A strategy that does what {@code copy} does, but for what the text says otherwise. */
  static String strategy(String type, String name, String send) {
    return """
    package com.example.plugin;

    import org.portbench.strategies.Crossing;
    import org.portbench.strategies.MessagingStrategy;
    import org.portbench.strategies.builtin.CopyStrategy;
    import org.portbench.strategies.kernel.ipc.Message;
    import org.portbench.strategies.kernel.ipc.Payload;
    import org.portbench.strategies.kernel.ipc.PortKind;

    public final class TYPE implements MessagingStrategy {
      private final MessagingStrategy copy = new CopyStrategy();

      @Override
      public String name() {
        return "NAME";
      }

      @Override
      public String description() {
        return "a plug-in of a test";
      }

      @Override
      public PortKind ports() {
        return copy.ports();
      }

      @Override
      public Payload send(Crossing crossing, Message message, Payload held) {
        SEND
      }

      @Override
      public Payload receive(Crossing crossing, Message message, Payload inTransit) {
        return copy.receive(crossing, message, inTransit);
      }
    }
    """
        .replace("TYPE", type)
        .replace("NAME", name)
        .replace("SEND", send);
  }

  /**
   * @param sources by the simple names of their classes
   */
  static Path make(Path folder, String jarName, Map<String, String> sources) throws IOException {
    Path classes = compile(folder.resolve(jarName + "-classes"), sources);
    Path jar = folder.resolve(jarName);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      StringBuilder lines = new StringBuilder("# strategies\n");
      sources.keySet().stream()
          .sorted()
          .forEach(type -> lines.append("com.example.plugin.").append(type).append('\n'));
      add(out, SERVICE, lines.toString().getBytes(StandardCharsets.UTF_8));
      for (Path type : files(classes)) {
        add(out, classes.relativize(type).toString(), Files.readAllBytes(type));
      }
    }
    return jar;
  }

  /** A jar with one entry, of text. */
  static Path ofText(Path jar, String entry, String text) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      add(out, entry, text.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static Path compile(Path folder, Map<String, String> sources) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey() + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
      List<String> options = List.of("-d", classes.toString(), "-cp", path, "-proc:none");
      if (!javac.getTask(null, manager, null, options, null, units).call()) {
        throw new AssertionError("the plug-in does not compile");
      }
    }
    return classes;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
