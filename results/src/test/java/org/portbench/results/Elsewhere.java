package org.portbench.results;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;

/**
 * Does something in other countries: under default locales and time zones that trip up programs.
 */
public final class Elsewhere {
  private static final List<Locale> LOCALES =
      List.of(
          Locale.ROOT,
          Locale.GERMANY,
          Locale.forLanguageTag("tr-TR"),
          Locale.forLanguageTag("ar-EG-u-nu-arab"),
          Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
  private static final List<String> ZONES =
      List.of("UTC", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns", "Europe/Berlin");

  private Elsewhere() {}

  public static <T> List<T> everywhere(Supplier<T> work) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      return LOCALES.stream()
          .map(there -> {
            Locale.setDefault(there);
            TimeZone.setDefault(TimeZone.getTimeZone(ZONES.get(LOCALES.indexOf(there))));
            return work.get();
          })
          .toList();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
