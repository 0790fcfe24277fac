package org.portbench.harness.gate.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * What has nothing to do with the model changes nothing: language, time zone, number of threads.
 */
record IrrelevanceCheck(SmallSuite suite) implements Check {
  private static final List<String> LOCALES =
      List.of("ar-EG-u-nu-arab", "tr-TR", "de-DE", "th-TH-u-ca-buddhist-nu-thai");
  private static final List<String> ZONES = List.of("Asia/Kathmandu", "Pacific/Apia");
  private static final List<String> JOBS = List.of("1", "2", "7");

  @Override
  public Report run() {
    List<String> failures = new ArrayList<>();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : LOCALES) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        passes("locale " + tag, failures);
      }
      Locale.setDefault(locale);
      for (String id : ZONES) {
        TimeZone.setDefault(TimeZone.getTimeZone(id));
        passes("time zone " + id, failures);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    for (String jobs : JOBS) {
      passes(jobs + " at a time", failures, "--jobs", jobs);
    }
    int tried = LOCALES.size() + ZONES.size() + JOBS.size();
    return new Report(
        "%d locales, time zones and numbers of threads change nothing".formatted(tried), failures);
  }

  private void passes(String what, List<String> failures, String... more) {
    Portbench.Answer answer = suite.gate("check", more);
    if (answer.exitCode() != 0) {
      failures.add(what + ": exit code " + answer.exitCode() + ": " + answer.err().strip());
    }
  }
}
