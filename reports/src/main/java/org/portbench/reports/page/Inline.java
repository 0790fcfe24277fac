package org.portbench.reports.page;

import java.util.List;

/** A run of text within a line. */
public sealed interface Inline {

  record Text(String text) implements Inline {}

  record Strong(String text) implements Inline {}

  record Code(String text) implements Inline {}

  /** Said more quietly than what stands before it. */
  record Aside(String text) implements Inline {}

  /** A strategy's name; where there are colours, with the one it has in the charts. */
  record Strategy(String name, int swatch) implements Inline {}

  /** A judgement in a word or two. */
  record Badge(Tone tone, String text) implements Inline {}

  static List<Inline> text(String text) {
    return List.of(new Text(text));
  }
}
