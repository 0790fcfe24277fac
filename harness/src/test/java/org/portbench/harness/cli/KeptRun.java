package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.portbench.results.TrialResult;
import org.portbench.results.store.ResultStore;

/** A directory that a run was written to. */
record KeptRun(Path directory) {

  /** Six cells of few operations. */
  static String[] small(Path directory) {
    return new String[] {
      "run",
      "--machine",
      "pc-2003",
      "--strategy",
      "copy,direct,vm-object",
      "--size",
      "4k,64k",
      "--operations",
      "20",
      "--out",
      directory.toString()
    };
  }

  /** All but when, where and how, and the bytes of a histogram's encoding. */
  void assertSameAs(KeptRun other) throws IOException {
    assertEquals(withoutEnvironment(), other.withoutEnvironment());
    assertEquals(file("results.csv"), other.file("results.csv"));
    assertEquals(
        ResultStore.open(directory).cells().stream().map(TrialResult::latencies).toList(),
        ResultStore.open(other.directory).cells().stream().map(TrialResult::latencies).toList());
  }

  private String file(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private String withoutEnvironment() throws IOException {
    String json = file("run.json");
    String rest = json.replaceAll("(?s)\"environment\": \\{[^{}]*\\},", "");
    assertFalse(rest.equals(json), "no environment was found");
    assertFalse(rest.contains(directory.toString()), "a path stands outside of it");
    return rest;
  }
}
