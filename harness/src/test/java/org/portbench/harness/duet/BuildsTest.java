package org.portbench.harness.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.harness.experiment.ExperimentException;

class BuildsTest {
  @TempDir Path folder;
  private Path repository;

  @BeforeEach
  void makeARepository() throws Exception {
    repository = Files.createDirectory(folder.resolve("repository"));
    git("init", "--quiet");
    Files.writeString(repository.resolve("pom.xml"), "<project>");
    git("add", "pom.xml");
    git(
        "-c",
        "user.name=me",
        "-c",
        "user.email=me@example.com",
        "-c",
        "commit.gpgsign=false",
        "commit",
        "--quiet",
        "--message",
        "a project that does not build");
  }

  private String git(String... args) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(args));
    Process git =
        new ProcessBuilder(command)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(0, git.waitFor(), said);
    return said;
  }

  @Test
  void aCommitThatDoesNotBuild_isOneLine_andNothingStays() throws Exception {
    String before = git("worktree", "list");
    List<String> log = new java.util.ArrayList<>();
    try (Builds builds = new Builds(repository, log::add)) {
      String message =
          assertThrows(ExperimentException.class, () -> builds.named("HEAD")).getMessage();
      assertTrue(message.startsWith("HEAD ("), message);
      assertTrue(message.contains(") does not build: "), message);
    }
    assertEquals(1, log.size());
    assertEquals(before, git("worktree", "list"));
  }

  @Test
  void whatIsNeitherAJarNorACommit_isOneLine() throws Exception {
    refused("'no-such-branch' is no file, and no git ref of " + repository, "no-such-branch");
    refused("'--help' is no file, and no git ref of " + repository, "--help");
    refused("'' is no file, and no git ref of " + repository, "");
    String missing = folder.resolve("missing.jar").toString();
    refused(missing + ": no such file", missing);
    refused(folder + ": is a directory; name a jar or a git ref", folder.toString());
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    refused(text + ": is no jar that can be read", text.toString());
  }

  @Test
  void whereThereIsNoRepository_aRefIsNone() {
    String message =
        assertThrows(ExperimentException.class, () -> new Builds(folder, _ -> {}).named("HEAD"))
            .getMessage();
    assertEquals("'HEAD' is no file, and no git ref of " + folder, message);
  }

  private void refused(String expected, String named) {
    try (Builds builds = new Builds(repository, _ -> {})) {
      String message =
          assertThrows(ExperimentException.class, () -> builds.named(named)).getMessage();
      assertTrue(message.startsWith(expected), message);
    }
  }
}
