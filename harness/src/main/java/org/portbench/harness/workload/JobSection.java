package org.portbench.harness.workload;

import java.util.List;

/** A section of a job file with the settings of its own, those of included files in their place. */
record JobSection(Place place, String name, List<Setting> settings) {

  boolean global() {
    return name.equals("global");
  }
}
