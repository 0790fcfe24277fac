package org.portbench.results.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.Elsewhere;
import org.portbench.results.RunResult;
import org.portbench.results.SampleCell;
import org.portbench.results.SampleRun;

class ResultStoreTest {
  @TempDir Path temp;

  @Test
  void everyFieldOfARunComesBack() {
    RunResult run = SampleRun.ofEverything();
    keepAndFinish(temp.resolve("a/b/run"), run);
    assertEquals(run, ResultStore.open(temp.resolve("a/b/run")));
  }

  @Test
  void aFinishedRunHasItsFilesAndNothingElse() throws IOException {
    RunResult run = SampleRun.of(SampleCell.of("copy").build(), SampleCell.of("vm-object").build());
    keepAndFinish(temp.resolve("run"), run);
    assertEquals(
        Set.of(
            "run.json",
            "results.csv",
            "latency.hlog",
            "latency/pc-2003+user-2+randread-4k+copy+n1000+s1.hgrm",
            "latency/pc-2003+user-2+randread-4k+vm-object+n1000+s1.hgrm"),
        files(temp.resolve("run")));
  }

  @Test
  void anEmptyRunCanBeKeptToo() {
    keepAndFinish(temp.resolve("run"), SampleRun.of());
    assertEquals(SampleRun.of(), ResultStore.open(temp.resolve("run")));
  }

  @Test
  void theSameRunIsTheSameBytesInAnyLocaleAndTimeZone() throws IOException {
    RunResult run = SampleRun.ofEverything();
    List<Path> runs =
        Elsewhere.everywhere(() -> {
          Path directory = temp.resolve("run" + System.nanoTime());
          keepAndFinish(directory, run);
          return directory;
        });
    for (Path directory : runs) {
      assertEquals(files(runs.getFirst()), files(directory));
      for (String file : files(directory)) {
        assertArrayEquals(
            Files.readAllBytes(runs.getFirst().resolve(file)),
            Files.readAllBytes(directory.resolve(file)),
            file);
      }
    }
  }

  @Test
  void onlyTheEnvironmentDiffersBetweenTwoRunsOfTheSameKind() throws IOException {
    RunResult here = SampleRun.ofEverything();
    RunResult there =
        new RunResult(
            here.experiment(),
            here.seed(),
            here.complete(),
            new TreeMap<>(),
            here.cells(),
            here.machines(),
            here.notes(),
            here.claims(),
            here.study());
    keepAndFinish(temp.resolve("here"), here);
    keepAndFinish(temp.resolve("there"), there);
    String withEnvironment = Files.readString(temp.resolve("here/run.json"));
    String without = Files.readString(temp.resolve("there/run.json"));
    assertEquals(
        without,
        withEnvironment.replaceFirst("(?s)\"environment\": \\{.*?\n  }", "\"environment\": {}"));
  }

  @Test
  void aDirectoryThatHoldsARunIsRefused() throws IOException {
    for (String sign : List.of("run.json", "cells.jsonl", "report.html", "latency.hlog")) {
      Path directory = Files.createDirectory(temp.resolve("holds-" + sign));
      Files.writeString(directory.resolve(sign), "mine");
      StoreException e = refused(directory);
      String hint =
          sign.equals("cells.jsonl")
              ? " that is not finished; portbench run --resume goes on with it"
              : "; choose another directory";
      assertEquals(directory + ": already holds a run (" + sign + ")" + hint, e.getMessage());
      assertEquals(StoreException.Kind.PATH, e.kind());
      assertEquals("mine", Files.readString(directory.resolve(sign)));
    }
  }

  @Test
  void anEmptyDirectoryOrOneWithOtherFilesWillDo() throws IOException {
    Files.writeString(temp.resolve("notes.txt"), "mine");
    keepAndFinish(temp, SampleRun.of());
    assertTrue(Files.exists(temp.resolve("notes.txt")));
  }

  @Test
  void aRunGoingOnHoldsItsDirectory() {
    try (ResultStore first =
        ResultStore.create(temp.resolve("run"), SampleRun.of(), SampleRun.ASKED)) {
      first.keep(SampleCell.of("copy").build());
      assertTrue(refused(temp.resolve("run")).getMessage().contains("cells.jsonl"));
    }
  }

  @Test
  void aFileInTheWayIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "mine");
    assertEquals(file + ": is a file; a run needs a directory", refused(file).getMessage());
    assertEquals(
        file.resolve("below") + ": cannot be created: Not a directory",
        refused(file.resolve("below")).getMessage());
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void whatIsNoRunIsNamed() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "x");
    Path empty = Files.createDirectory(temp.resolve("empty"));
    assertEquals(
        temp.resolve("nowhere") + ": no such directory",
        unreadable(temp.resolve("nowhere"), StoreException.Kind.PATH));
    assertEquals(
        file + ": is not a directory; a run is a directory that holds run.json",
        unreadable(file, StoreException.Kind.PATH));
    assertEquals(
        empty + ": is no run: it holds neither run.json nor cells.jsonl",
        unreadable(empty, StoreException.Kind.CONTENT));
  }

  @Test
  void aCellIsNotKeptTwice() {
    try (ResultStore store =
        ResultStore.create(temp.resolve("run"), SampleRun.of(), SampleRun.ASKED)) {
      store.keep(SampleCell.of("copy").build());
      var twice = SampleCell.of("copy").build();
      StoreException e = assertThrows(StoreException.class, () -> store.keep(twice));
      assertEquals(
          temp.resolve("run/cells.jsonl")
              + ": the cell pc-2003/user-2/randread-4k/copy/n1000/s1 stands here twice",
          e.getMessage());
    }
  }

  @Test
  void anInterruptedThreadKeepsItsCell() {
    try (ResultStore store =
        ResultStore.create(temp.resolve("run"), SampleRun.of(), SampleRun.ASKED)) {
      Thread.currentThread().interrupt();
      store.keep(SampleCell.of("copy").build());
      store.keep(SampleCell.of("direct").build());
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals(2, ResultStore.open(temp.resolve("run")).cells().size());
  }

  @Test
  void messagesAreOneLineEvenForPathsThatAreNot() {
    StoreException e =
        assertThrows(StoreException.class, () -> ResultStore.open(temp.resolve("two\nlines")));
    assertFalse(e.getMessage().contains("\n"));
  }

  private StoreException refused(Path directory) {
    return assertThrows(
        StoreException.class,
        () -> ResultStore.create(directory, SampleRun.of(), SampleRun.ASKED).close());
  }

  private static String unreadable(Path path, StoreException.Kind kind) {
    StoreException e = assertThrows(StoreException.class, () -> ResultStore.open(path));
    assertEquals(kind, e.kind());
    return e.getMessage();
  }

  static void keepAndFinish(Path directory, RunResult run) {
    try (ResultStore store = ResultStore.create(directory, run, SampleRun.ASKED)) {
      run.cells().forEach(store::keep);
      store.finish(run);
    }
  }

  private static Set<String> files(Path directory) throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .collect(Collectors.toSet());
    }
  }

  static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8);
  }
}
