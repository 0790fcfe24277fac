package org.portbench.reports.text;

import java.util.Locale;

/** Names of files and anchors made from names that anybody may have chosen. */
public final class FileNames {
  private FileNames() {}

  /** Lower-case letters, digits, dots and single hyphens; never empty, never a path. */
  public static String of(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.]+", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
    return plain.isEmpty() ? "unnamed" : plain;
  }
}
