package org.portbench.harness.cli;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives class files of before Java 6 the form of Java 8, their code unchanged: the JVM takes no
 * older ones into its cache, so that each start would read and verify them again.
 */
final class RenewedLibraries {
  private static final ClassFile FILES = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS);

  /** Stack maps are made anew only for code that is written anew, if only as it was. */
  private static final ClassTransform RENEWAL =
      ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
          .andThen((file, element) ->
              file.with(
                  element instanceof ClassFileVersion
                      ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
                      : element));

  private RenewedLibraries() {}

  /** Takes the folder of the jars, which are changed where they are. */
  public static void main(String[] args) throws IOException {
    for (Path jar : ending(Path.of(args[0]), ".jar")) {
      try (FileSystem inside = FileSystems.newFileSystem(jar)) {
        for (Path file : ending(inside.getPath("/"), ".class")) {
          renew(file);
        }
      }
    }
  }

  private static void renew(Path file) throws IOException {
    ClassModel model = FILES.parse(Files.readAllBytes(file));
    if (model.majorVersion() < ClassFile.JAVA_6_VERSION) {
      Files.write(file, FILES.transformClass(model, RENEWAL));
    }
  }

  private static List<Path> ending(Path folder, String ending) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
