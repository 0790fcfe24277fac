package org.portbench.harness.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FioErrorsTest {
  @TempDir Path folder;

  /** Each line stands as the third line of a job that is otherwise sound. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "bs=0              | bs=0: '0' must be from 1 to 67108864",
        "bs=-4k            | bs=-4k: '-4k' must be from 1 to 67108864",
        "bs=65m            | bs=65m: '65m' must be from 1 to 67108864",
        "bs=4x             | bs=4x: '4x' is not a number; write a number such as",
        "bs=               | bs=: write one size",
        "bs                | bs: write one size",
        "bs=,              | bs=,: write one size",
        "bs=1k,2k,4k,8k    | bs=1k,2k,4k,8k: write one size",
        "bs=4k,nonsense    | bs=4k,nonsense: 'nonsense' is not a number",
        "bssplit=4k/60     | bssplit=4k/60: the percentages add up to 60, not to 100",
        "bssplit=4k/60:8k/60 | bssplit=4k/60:8k/60: the percentages add up to 120, not to 100",
        "bssplit=4k/100:8k/ | bssplit=4k/100:8k/: the percentages add up to 100, not to 100",
        "bssplit=4k/0:8k/100 | bssplit=4k/0:8k/100: '0' must be from 1 to 100",
        "bssplit=4k/1/2    | bssplit=4k/1/2: write size/percentage",
        "bssplit=:         | bssplit=:: the value is missing",
        "bssplit=          | bssplit=: write one size",
        "rw=trim           | rw=trim: trims are not supported; write read, write, rw",
        "rw=randread:8     | rw=randread:8: write read, write, rw",
        "rw=               | rw=: write read, write, rw",
        "readwrite=nothing | readwrite=nothing: write read, write, rw",
        "rwmixread=101     | rwmixread=101: '101' must be from 0 to 100",
        "rwmixwrite=-1     | rwmixwrite=-1: '-1' must be from 0 to 100",
        "size=0            | size=0: '0' must be from 1 to 1099511627776",
        "size=2t           | size=2t: '2t' must be from 1 to 1099511627776",
        "size=99999999999999999999 | size=99999999999999999999: too large, or not to be computed",
        "size=0%           | size=0%: '0' must be from 1 to 100",
        "size=150%         | size=150%: '150' must be from 1 to 100",
        "size=4k/0         | size=4k/0: too large, or not to be computed",
        "size=(4k          | size=(4k: ')' is missing",
        "size=${UNSET}     | size=: the value is missing",
        "size=$nothing     | size=$nothing: '$nothing' is not a number",
        "filesize=0        | filesize=0: '0' must be from 1",
        "filesize=1m-x     | filesize=1m-x: 'x' is not a number",
        "io_size=0         | io_size=0: '0' must be from 1",
        "offset=-1         | offset=-1: '-1' must be from 0",
        "number_ios=0      | number_ios=0: '0' must be from 1",
        "iodepth=0         | iodepth=0: '0' must be from 1 to 65536",
        "iodepth=65537     | iodepth=65537: '65537' must be from 1 to 65536",
        "numjobs=0         | numjobs=0: '0' must be from 1 to 4096",
        "numjobs=1m        | numjobs=1m: '1m' must be from 1 to 4096",
        "nrfiles=0         | nrfiles=0: '0' must be from 1 to 65536",
        "rate_iops=0       | rate_iops=0: '0' must be from 1 to 1000000000",
        "rate_process=often | rate_process=often: write linear or poisson",
        "thinktime=-1      | thinktime=-1: '-1' must be from 0 to 30 days",
        "thinktime=1y      | thinktime=1y: 'y' is not a unit of time",
        "startdelay=31d    | startdelay=31d: '31d' must be from 0 to 30 days",
        "startdelay=1-x    | startdelay=1-x: 'x' is not a time",
        "runtime=          | runtime=: the value is missing; write a time such as",
        "time_based        | time_based: needs a runtime above 0",
        "time_based=maybe  | time_based=maybe: write 1 or 0",
        "randseed=-1       | randseed=-1: '-1' must be from 0",
        "random_distribution=zipf      | random_distribution=zipf: 'zipf' is not supported; write",
        "random_distribution=zipf:0    | random_distribution=zipf:0: '0' must be from 0.001",
        "random_distribution=zipf:x    | random_distribution=zipf:x: 'x' is not a number",
        "random_distribution=zipf:1:2  | random_distribution=zipf:1:2: '2' must be from 0.0 to 1.0",
        "random_distribution=pareto:1  | random_distribution=pareto:1: '1' must be from 0.001",
        "random_distribution=normal:1  | random_distribution=normal:1: 'normal:1' is not supported",
        "norandommap=2     | norandommap=2: write 1 or 0",
        "fsync=-1          | fsync=-1: '-1' must be from 0",
        "fdatasync=many    | fdatasync=many: 'many' is not a number",
        "loops=0           | loops=0: '0' must be from 1",
        "stonewall=yes     | stonewall=yes: write 1 or 0",
        "kb_base=1023      | kb_base=1023: must be 1000 or 1024",
        "verify=crc32c     | option 'verify' is not supported; supported are blocksize, bs,",
        "bsrange=1k-4k     | option 'bsrange' is not supported; supported are blocksize, bs,",
        "RW=read           | option 'RW' is not supported; supported are blocksize, bs,",
        "=4k               | option '' is not supported; supported are blocksize, bs,",
        "[                 | '[' is not a section; write [name]",
        "[]                | '[]' is not a section; write [name]",
        "[ ]               | '[ ]' is not a section; write [name]",
        "[job              | '[job' is not a section; write [name]",
        "include           | include needs the name of a file",
      })
  void aBadLineIsNamedWithItsFileAndNumber(String line, String message) {
    String error = error("[a]\nsize=1m\n" + line + "\n");
    assertTrue(error.startsWith("test.fio:3: " + message), error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size=2k | 2048 bytes in each file, too few for one request of 4096",
        "size=1m;nrfiles=1000 | 1048 bytes in each file, too few for one request of 4096",
        "filesize=1m;offset=1m | 0 bytes in each file, too few for one request of 4096",
        "filesize=1m;offset=2m | 0 bytes in each file, too few for one request of 4096",
        "rw=rw;bs=4k,2m;size=1m | 1048576 bytes in each file, too few for one request of 2097152",
      })
  void aRegionShorterThanARequestIsRefused(String settings, String message) {
    assertEquals(
        "test.fio:1: [a] has " + message + "; make size larger, or bs, offset or nrfiles smaller",
        error("[a]\n" + settings.replace(';', '\n') + "\n"));
  }

  @Test
  void tooMuchInAllIsRefused() {
    assertEquals(
        "test.fio:1: the files are longer than 1 TiB in all",
        error("[a]\nsize=1g\nnumjobs=2000\n"));
    assertEquals(
        "test.fio:1: more than 65536 files in all",
        error("[a]\nsize=1m\nbs=1\nnrfiles=10k\nnumjobs=100\n"));
    assertEquals(
        "test.fio:4: more than 4096 clients in all",
        error("[a]\nsize=1m\nnumjobs=4096\n[b]\nsize=1m\n"));
    assertTrue(
        error("[a]\nrw=randread\nbssplit=512/50:4k/50\nsize=1t\n")
            .startsWith("test.fio:1: [a] has too many blocks for a random map"));
  }

  @Test
  void aMixNeedsARateForEachDirection() {
    assertEquals(
        "test.fio:4: rate_iops=100,: one direction has no rate; an open loop needs a rate for each",
        error("[a]\nrw=rw\nsize=1m\nrate_iops=100,\n"));
  }

  @Test
  void aFileWithoutAJobIsRefused() {
    String none = "has no job; a job is a section such as [reader] with rw=, bs= and size= lines";
    assertEquals("test.fio:1: " + none, error(""));
    assertEquals("test.fio:1: " + none, error("; nothing\n"));
    assertEquals("test.fio:1: " + none, error("[global]\nbs=4k\n"));
  }

  @Test
  void aSettingBeforeTheFirstSectionIsRefused() {
    assertEquals("test.fio:2: 'bs=4k' stands before the first [section]", error("\nbs=4k\n[a]\n"));
  }

  @Test
  void anErrorInAnIncludedFileIsNamedThere() {
    WorkloadFiles files = new WorkloadFiles(folder);
    files.write("part.inc", "# fine\nbs=none\n");
    assertTrue(
        error("[a]\ninclude part.inc\n").startsWith("part.inc:2: bs=none: 'none' is not a number"));
    files.write("part.inc", "[b]\n");
    assertEquals(
        "part.inc:1: an included file has no sections of its own: '[b]'",
        error("[a]\ninclude part.inc\n"));
  }

  @Test
  void includesThatLeadNowhereOrInCirclesAreRefused() {
    WorkloadFiles files = new WorkloadFiles(folder);
    assertTrue(error("[a]\ninclude gone.inc\n").endsWith("gone.inc': no such file"));
    assertTrue(error("[a]\ninclude gone.inc\n").startsWith("test.fio:2: include '"));
    assertTrue(error("[a]\ninclude .\n").contains("is a directory"));
    files.write("round.inc", "include about.inc\n");
    files.write("about.inc", "bs=4k\ninclude round.inc\n");
    String error = error("[a]\ninclude round.inc\n");
    assertTrue(error.startsWith("about.inc:2: include '"), error);
    assertTrue(error.endsWith("the includes form a loop"), error);
    files.write("empty.inc", "");
    assertTrue(
        error("[a]\n" + "include empty.inc\n".repeat(257))
            .equals("test.fio:258: more than 256 includes in all"));
  }

  @Test
  void whatIsNotTextIsRefused() {
    assertEquals("test.fio:2: not a text file: byte 0x00", error("[a]\nbs=4k\0\n"));
    byte[] latin = {'[', 'a', ']', '\n', (byte) 0xE9, '\n'};
    assertEquals(
        "test.fio:2: not a text file: bytes that are not UTF-8",
        new WorkloadFiles(folder).error("test.fio", latin));
    assertEquals(
        "test.fio:1: not a text file: a line longer than 4096 bytes",
        error(";".repeat(4_097) + "\n[a]\n"));
    assertEquals("test.fio:1: longer than 1048576 bytes", error("[a]\n" + "\n".repeat(1 << 20)));
  }

  private String error(String text) {
    return new WorkloadFiles(folder).error("test.fio", text);
  }
}
