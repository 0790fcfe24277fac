package org.portbench.results.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.portbench.results.Elsewhere;
import org.portbench.results.SampleRun;
import org.portbench.results.TrialResult;

class HistogramLogTest {
  private final List<TrialResult> cells = SampleRun.ofEverything().cells();
  private final String log = HistogramLog.of(cells);

  @Test
  void hdrHistogramsOwnReaderReadsItInAnyLocale() {
    for (List<EncodableHistogram> read : Elsewhere.everywhere(this::readByHdrHistogram)) {
      assertEquals(cells.size(), read.size());
      for (int i = 0; i < cells.size(); i++) {
        assertEquals(cells.get(i).latencies(), read.get(i));
        assertEquals(new CellName(cells.get(i).id()).tag(), read.get(i).getTag());
      }
    }
  }

  @Test
  void itsHeaderNamesTheUnitsAndNoDate() {
    assertEquals(
        List.of(
            "#[Histogram log format version 1.3]",
            "#[BaseTime: 0.000 (seconds since epoch)]",
            "#[StartTime: 0.000 (seconds since epoch), virtual time]",
            "#UNITS: StartTimestamp = seconds since StartTime; Interval_Length = seconds;"
                + " Interval_Max = milliseconds; values in the histogram = nanoseconds",
            "\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\","
                + "\"Interval_Compressed_Histogram\""),
        log.lines().limit(5).toList());
  }

  @Test
  void aLineSaysWhenHowLongAndTheMaximumInMilliseconds() {
    String row = log.lines().skip(5).findFirst().orElseThrow();
    assertEquals(
        "Tag=pc-2003/user-2/randread-4k/vm-object/n1000/s1,0.000,0.010,0.047",
        row.substring(0, row.lastIndexOf(',')));
  }

  private List<EncodableHistogram> readByHdrHistogram() {
    HistogramLogReader reader =
        new HistogramLogReader(new ByteArrayInputStream(log.getBytes(UTF_8)));
    List<EncodableHistogram> all = new ArrayList<>();
    while (reader.hasNext()) {
      all.add(reader.nextIntervalHistogram());
    }
    assertFalse(all.contains(null));
    return all;
  }
}
