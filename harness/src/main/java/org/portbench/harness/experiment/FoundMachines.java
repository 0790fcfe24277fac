package org.portbench.harness.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.ProfileException;

/** The machines of an experiment: each name means one. */
final class FoundMachines {
  private final Map<String, MachineProfile> byText = new LinkedHashMap<>();

  MachineProfile find(Name name) {
    if (!byText.containsKey(name.text())) {
      MachineProfile found = read(name);
      requireOneOfItsName(name, found);
      byText.put(name.text(), found);
    }
    return byText.get(name.text());
  }

  List<MachineProfile> all() {
    Map<String, MachineProfile> byName = new LinkedHashMap<>();
    byText.values().forEach(machine -> byName.putIfAbsent(machine.name(), machine));
    return List.copyOf(byName.values());
  }

  private static MachineProfile read(Name name) {
    try {
      return name.isFile(".toml")
          ? MachineProfiles.read(name.path())
          : MachineProfiles.builtIn(name.text());
    } catch (ProfileException e) {
      throw name.error(e.getMessage());
    }
  }

  private void requireOneOfItsName(Name name, MachineProfile found) {
    byText.forEach((text, other) -> {
      if (other.name().equals(found.name()) && !other.digest().equals(found.digest())) {
        throw name.error(
            "%s and %s are two machines of one name, %s; rename one"
                .formatted(text, name.text(), found.name()));
      }
    });
  }
}
