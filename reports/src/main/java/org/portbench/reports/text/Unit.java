package org.portbench.reports.text;

import java.util.List;
import java.util.Map;

/** The unit at the end of a key: {@code copy_ps_per_byte} is in ps/B, {@code cores} in none. */
public final class Unit {
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("ps", "ps"),
          Map.entry("ns", "ns"),
          Map.entry("us", "µs"),
          Map.entry("ms", "ms"),
          Map.entry("s", "s"),
          Map.entry("byte", "B"),
          Map.entry("bytes", "B"),
          Map.entry("kib", "KiB"),
          Map.entry("mib", "MiB"),
          Map.entry("gib", "GiB"),
          Map.entry("khz", "kHz"),
          Map.entry("mhz", "MHz"),
          Map.entry("ghz", "GHz"),
          Map.entry("rpm", "rpm"),
          Map.entry("percent", "%"));

  private Unit() {}

  public static String of(String key) {
    List<String> words = List.of(key.substring(key.lastIndexOf('.') + 1).split("_"));
    int last = words.size() - 1;
    if (last >= 2 && words.get(last - 1).equals("per") && SIGNS.containsKey(words.get(last - 2))) {
      String divisor = words.get(last);
      return SIGNS.get(words.get(last - 2)) + "/" + SIGNS.getOrDefault(divisor, divisor);
    }
    return SIGNS.getOrDefault(words.get(last), "");
  }
}
