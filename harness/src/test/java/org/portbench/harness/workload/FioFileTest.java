package org.portbench.harness.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layout of job files: sections, comments, includes, variables. */
class FioFileTest {
  @TempDir Path folder;
  private WorkloadFiles files;

  @BeforeEach
  void inTheFolder() {
    files = new WorkloadFiles(folder);
  }

  @Test
  void aGlobalSectionHoldsForTheJobsBelowItOnly() {
    Workload job =
        files.job(
            """
            [first]
            size=64k
            [global]
            bs=8k
            size=128k
            [second]
            [global]
            bs=16k
            [third]
            size=256k
            """);
    assertEquals(
        List.of(16, 16, 16),
        job.clients().stream().map(c -> WorkloadFiles.operations(c, 1).size()).toList());
    assertEquals(
        List.of(4_096, 8_192, 16_384),
        job.clients().stream()
            .map(c -> WorkloadFiles.operations(c, 1).getFirst().length())
            .toList());
  }

  @Test
  void commentsBlanksAndLineEndsDoNotMatter() {
    Workload plain = files.job("[a]\nrw=read\nsize=64k\n");
    Workload decorated =
        files.job("; one\r\n\r\n  # two\r\n  [a]\r\n\t rw = read ; three\r\nsize=64k # four");
    assertEquals(WorkloadFiles.operations(plain), WorkloadFiles.operations(decorated));
  }

  @Test
  void anIncludeStandsForItsLines() throws IOException {
    Files.createDirectory(folder.resolve("parts"));
    files.write("parts/outer.inc", "bs=8k\ninclude inner.inc\n");
    files.write("parts/inner.inc", "ioengine=libaio\nsize=64k\n");
    Workload job = files.job("[global]\ninclude parts/outer.inc\n[a]\n[b]\nbs=4k\n");

    assertEquals(
        List.of(8, 16),
        job.clients().stream().map(c -> WorkloadFiles.operations(c, 1).size()).toList());
    assertEquals(
        List.of("inner.inc:1: ioengine=libaio is ignored: it tells fio how to run on a host"),
        job.notes());
  }

  @Test
  void theDigestCoversIncludedFilesAndUsedVariables() {
    files.write("part.inc", "bs=8k\n");
    String text = "[a]\ninclude part.inc\nsize=${SIZE}\n";
    WorkloadOptions small = environment("SIZE", "64k");
    String digest = files.job(text, small).digest();

    assertEquals(digest, files.job(text, small).digest());
    assertNotEquals(digest, files.job(text, environment("SIZE", "65536")).digest());
    assertEquals(
        digest,
        files.job(text, small.withEnvironment(Map.of("SIZE", "64k", "OTHER", "1"))).digest());
    files.write("part.inc", "bs=16k\n");
    assertNotEquals(digest, files.job(text, small).digest());
  }

  @Test
  void variablesExpandInValues() {
    WorkloadOptions options =
        WorkloadOptions.DEFAULT.withEnvironment(Map.of("SIZE", "64", "RW", "write"));
    Workload job = files.job("[a]\nrw=rand${RW}\nsize=${SIZE}${UNSET}k\n", options);
    List<Asked> operations = WorkloadFiles.operations(job);
    assertEquals(16, WorkloadFiles.count(operations, Operation.Kind.WRITE));
    assertTrue(job.notes().contains("${UNSET} is not set: empty"), job.notes().toString());
  }

  @Test
  void keywordsHaveTheGivenNumbersAndCountInTheDigest() {
    String text = "[a]\nbs=$pagesize\nsize=$ncpus*1m\nnumjobs=$ncpus\n";
    WorkloadOptions two = WorkloadOptions.DEFAULT.withKeywords(new JobKeywords(8_192, 100, 2));
    Workload job = files.job(text, two);
    assertEquals(2, job.clients().size());
    assertEquals(256, WorkloadFiles.operations(job.clients().getFirst(), 1).size());
    assertNotEquals(files.job(text).digest(), job.digest());
    assertEquals(800, files.job("[a]\nbs=8\nsize=8*$mb_memory\n", two).footprintBytes());
  }

  @Test
  void optionsForTheHostAreIgnoredAndListedOnce() {
    Workload job =
        files.job(
            """
            [global]
            direct=1
            thread
            [a]
            filename=/dev/sda:/dev/sdb
            cpus_allowed=0-3
            size=64k
            [b]
            size=64k
            """);
    assertEquals(
        List.of(
            "test.fio:2: direct=1 is ignored: it tells fio how to run on a host",
            "test.fio:3: thread is ignored: it tells fio how to run on a host",
            "test.fio:5: filename=/dev/sda:/dev/sdb is ignored: it tells fio how to run on a host",
            "test.fio:6: cpus_allowed=0-3 is ignored: it tells fio how to run on a host"),
        job.notes());
    assertEquals(List.of("a.0.0", "b.0.0"), job.files().stream().map(FileSpec::name).toList());
  }

  private static WorkloadOptions environment(String name, String value) {
    return WorkloadOptions.DEFAULT.withEnvironment(Map.of(name, value));
  }
}
