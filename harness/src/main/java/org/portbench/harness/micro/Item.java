package org.portbench.harness.micro;

import java.util.SequencedMap;

/**
 * A benchmark with all its parameters.
 *
 * @param name for users: its group, what it does, and its parameters
 * @param benchmark class and method
 */
public record Item(String name, String benchmark, SequencedMap<String, String> parameters) {}
