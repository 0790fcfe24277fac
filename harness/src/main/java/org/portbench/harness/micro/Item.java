package org.portbench.harness.micro;

import java.util.SequencedMap;

/**
 * A benchmark with all its parameters.
 *
 * @param name for users: its group, what it does, and its parameters
 * @param benchmark class and method
 */
public record Item(String name, String benchmark, SequencedMap<String, String> parameters) {

  /** Whether it is of the whole model, which takes longer to be warm than a part of it. */
  public boolean wholeIo() {
    return parameters.containsKey("sizeBytes");
  }
}
