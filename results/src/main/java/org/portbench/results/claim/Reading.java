package org.portbench.results.claim;

import java.util.List;
import org.portbench.results.Evidence;

/** What the cells of a setting say when asked for a number. */
sealed interface Reading {

  record Value(long value, List<Evidence> evidence) implements Reading {}

  record Missing(String why) implements Reading {}
}
