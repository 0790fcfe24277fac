package org.portbench.harness.workload;

import java.util.Optional;

/** One {@code name=value} line of a job file, or a bare {@code name}. */
record Setting(Place place, String name, Optional<String> value) {

  String text() {
    return value.map(text -> name + "=" + text).orElse(name);
  }
}
