package org.portbench.results.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.portbench.results.store.StoreException.Kind.CONTENT;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.portbench.results.TrialResult;

/**
 * The latencies of all cells in HdrHistogram's log format 1.3, one line and one tag per cell. All
 * cells start at virtual time zero; the histograms hold nanoseconds, while the column of the
 * maximum holds milliseconds, as the tools that read such logs expect. The lines that name a time
 * are written here and not by HdrHistogram, which would put a date into them.
 */
final class HistogramLog {

  private static final String HEADER =
      """
      #[Histogram log format version 1.3]
      #[BaseTime: 0.000 (seconds since epoch)]
      #[StartTime: 0.000 (seconds since epoch), virtual time]
      #UNITS: StartTimestamp = seconds since StartTime; Interval_Length = seconds; \
      Interval_Max = milliseconds; values in the histogram = nanoseconds
      "StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"
      """;

  private static final double PS_PER_S = 1e12;
  private static final double NS_PER_MS = 1e6;

  private HistogramLog() {}

  static String of(List<TrialResult> cells) {
    StringBuilder log = new StringBuilder(HEADER);
    for (TrialResult cell : cells) {
      log.append(
          String.format(
              Locale.ROOT,
              "Tag=%s,0.000,%.3f,%.3f,%s\n",
              new CellName(cell.id()).tag(),
              cell.elapsedPs() / PS_PER_S,
              cell.latencies().getMaxValue() / NS_PER_MS,
              EncodedHistogram.of(cell.latencies()).base64()));
    }
    return log.toString();
  }

  /** The histograms by tag. */
  static Map<String, Histogram> read(Path file) {
    Map<String, Histogram> byTag = new HashMap<>();
    String text = new String(new WholeFile(file).read(), UTF_8);
    if (!text.endsWith("\n")) {
      throw new StoreException(CONTENT, file + ": ends within a line: the file is truncated");
    }
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.startsWith("#") && !line.startsWith("\"")) {
        row(line, file + ":" + (i + 1), byTag);
      }
    }
    return byTag;
  }

  private static void row(String line, String place, Map<String, Histogram> byTag) {
    String[] columns = line.split(",", -1);
    if (columns.length != 5 || !columns[0].startsWith("Tag=")) {
      throw new StoreException(
          CONTENT, place + ": is no line of a tagged histogram log: the file is damaged");
    }
    String tag = columns[0].substring("Tag=".length());
    if (byTag.put(tag, new EncodedHistogram(columns[4]).decoded(place)) != null) {
      throw new StoreException(CONTENT, place + ": the tag " + tag + " stands here twice");
    }
  }
}
