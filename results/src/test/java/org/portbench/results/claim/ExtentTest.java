package org.portbench.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.results.SampleCell;

/**
 * How the settings that meet a claim are told from those that do not, in as few words as can be.
 */
class ExtentTest {

  /** Workloads as name:KiB, those meant before the bar. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a:4 b:8 |; everywhere",
        "| a:4 b:8; nowhere",
        "a:64 b:256 | c:16 d:4; for requests of 64 KiB and more",
        "a:4 b:16 | c:64; for requests of 16 KiB and less",
        "a:1024 b:1024 | c:64; for requests of 1 MiB",
        "a:4 b:64 c:4 | d:4 e:64; for all but d and e",
        "a:4 | b:4 c:64 d:4; only for a",
        "a:4 | b:4 c:4; only for a",
        "randread-256k:256 seqread-1m:1024 randwrite-1m:1024"
            + " | randwrite-256k:256 seqread-64k:64 randwrite-4k:4;"
            + " for reads of 256 KiB and more and writes of 1 MiB",
        "randread-4k:4 randread-4k@qd32:4 seqread-64k:64 | seqwrite-4k:4 mixed-70-30:4"
            + " seqwrite-64k:64; for reads",
        "seqreader.iolog:4 b:64 c:16 d:4 | e:4 f:64 g:16; in 4 of 7 settings",
        "randread-4k:4 randread-1m:1024 x:64 | randread-64k:64 y:4 z:1024; in 3 of 6 settings",
      })
  void theShortestTrueDescriptionIsTaken(String workloads, String words) {
    String[] sides = workloads.split("[|]", -1);
    assertEquals(words, new Extent(settings(sides[0]), settings(sides[1])).words());
  }

  @Test
  void aWorkloadThatRanWithSeveralSeedsIsNamedOnce() {
    List<Setting> twice =
        Setting.of(List.of(SampleCell.of("copy").build(), SampleCell.of("copy").seed(2).build()));
    assertEquals("only for randread-4k", new Extent(twice, settings("a:4 b:4 c:4")).words());
  }

  private static List<Setting> settings(String workloads) {
    List<Setting> settings = new ArrayList<>();
    for (String workload : workloads.strip().split(" ", -1)) {
      if (!workload.isEmpty()) {
        String[] parts = workload.split(":", -1);
        SampleCell cell =
            SampleCell.of("copy").workload(parts[0]).requestBytes(1024 * Long.parseLong(parts[1]));
        settings.addAll(Setting.of(List.of(cell.build())));
      }
    }
    return settings;
  }
}
