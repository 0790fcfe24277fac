package org.portbench.harness.cli;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.classfile.ClassFile;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old class files are younger afterwards and do what they did; the others stay as they are. */
class RenewedLibrariesTest {
  private static final String OLD = "library/Old.class";
  private static final String RECENT = "library/Recent.class";

  @TempDir Path folder;

  @Test
  void renewsOldClassFilesAlone() throws Exception {
    byte[] recent = larger("library.Recent", ClassFile.JAVA_17_VERSION);
    Path jar = folder.resolve("library.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry(OLD));
      out.write(larger("library.Old", ClassFile.JAVA_5_VERSION));
      out.putNextEntry(new ZipEntry(RECENT));
      out.write(recent);
    }

    RenewedLibraries.main(new String[] {folder.toString()});

    try (JarFile renewed = new JarFile(jar.toFile())) {
      byte[] old = renewed.getInputStream(renewed.getEntry(OLD)).readAllBytes();
      assertEquals(ClassFile.JAVA_8_VERSION, ClassFile.of().parse(old).majorVersion());
      assertArrayEquals(recent, renewed.getInputStream(renewed.getEntry(RECENT)).readAllBytes());
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      var method = loader.loadClass("library.Old").getMethod("larger", int.class, int.class);
      assertEquals(7, method.invoke(null, 3, 7));
      assertEquals(9, method.invoke(null, 9, 7));
    }
  }

  /** A class whose one method branches, so that a JVM wants a stack map from Java 7 on. */
  private static byte[] larger(String name, int version) {
    return ClassFile.of()
        .build(
            ClassDesc.of(name),
            file ->
                file.withVersion(version, 0)
                    .withFlags(ClassFile.ACC_PUBLIC)
                    .withSuperclass(CD_Object)
                    .withMethodBody(
                        "larger",
                        MethodTypeDesc.of(CD_int, CD_int, CD_int),
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                        code ->
                            code.iload(0)
                                .iload(1)
                                .ifThen(Opcode.IF_ICMPGT, then -> then.iload(0).ireturn())
                                .iload(1)
                                .ireturn()));
  }
}
