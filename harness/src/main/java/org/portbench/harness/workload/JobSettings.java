package org.portbench.harness.workload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is set for one job: the [global] sections above it, then its own; the last one counts. */
final class JobSettings {
  private static final int DEFAULT_KB_BASE = 1_024;

  private final JobSection section;
  private final Map<String, Setting> settings = new HashMap<>();
  private final int kbBase;
  private String engine = "psync";

  JobSettings(JobSection section, List<Setting> globals) {
    this.section = section;
    globals.forEach(this::put);
    section.settings().forEach(this::put);
    this.kbBase = kbBase();
  }

  private void put(Setting setting) {
    if (setting.name().equals("ioengine")) {
      engine = setting.value().orElse("");
    } else if (JobOptions.shapes(setting.name())) {
      settings.put(JobOptions.lookupName(setting), setting);
    }
  }

  private int kbBase() {
    Optional<OptionValue> base = value("kb_base", DEFAULT_KB_BASE);
    return base.map(value ->
            switch (value.text()) {
              case "1000" -> 1_000;
              case "1024" -> 1_024;
              default -> throw value.error("must be 1000 or 1024");
            })
        .orElse(DEFAULT_KB_BASE);
  }

  /** fio's default is psync, wherever it runs but on Windows. */
  String engine() {
    return engine;
  }

  String name() {
    return section.name();
  }

  Place place() {
    return section.place();
  }

  Optional<OptionValue> value(String option) {
    return value(option, kbBase);
  }

  private Optional<OptionValue> value(String option, int base) {
    return Optional.ofNullable(settings.get(option))
        .map(setting -> new OptionValue(setting, setting.value().orElse(""), base));
  }

  /** A bare name is true. */
  boolean flag(String option) {
    return value(option)
        .map(value -> value.setting().value().isEmpty() || value.flag())
        .orElse(false);
  }

  int integer(String option, int otherwise, int least, int most) {
    return value(option).map(value -> value.integer(least, most)).orElse(otherwise);
  }

  long number(String option, long otherwise, long least, long most) {
    return value(option).map(value -> value.number(least, most)).orElse(otherwise);
  }

  long timePs(String option, long bareUnitUs) {
    return value(option).map(value -> value.timePs(bareUnitUs)).orElse(0L);
  }
}
