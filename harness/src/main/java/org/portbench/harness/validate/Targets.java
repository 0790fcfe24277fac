package org.portbench.harness.validate;

import java.util.List;
import org.portbench.hardware.cost.Nearest;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.GivenText;
import org.portbench.harness.experiment.Name;

/** Where targets come from: the built-in tables, and files of the user's own. */
public final class Targets {
  private static final List<String> NAMES =
      List.of(
          "dean-armand-1992",
          "mach-rpc-1991",
          "fbufs-1993",
          "getuid-msg-2003",
          "lmbench-2002",
          "bounce-buffers-2002",
          "sf-buf-2004",
          "dragonfly-pipes-2009",
          "copy-on-write-2006",
          "modern-ipc",
          "iommu-2025",
          "crossovers");
  private static final String ENDING = ".toml";

  private Targets() {}

  /** Of the built-in tables. */
  public static List<String> names() {
    return NAMES;
  }

  /** A built-in table, or one in a file. */
  public static TargetTable find(String nameOrPath) {
    Name name = Name.typed(nameOrPath);
    if (name.isFile(ENDING)) {
      return new TargetText(GivenText.inFile(name, "it needs [[run]] and [[target]]")).read();
    }
    if (!NAMES.contains(nameOrPath)) {
      throw new ExperimentException(
          "unknown targets '%s'; %s (some of your own are in a *.toml file)"
              .formatted(nameOrPath, Nearest.hint(nameOrPath, NAMES)));
    }
    return new TargetText(GivenText.builtIn("targets/" + nameOrPath + ENDING)).read();
  }
}
