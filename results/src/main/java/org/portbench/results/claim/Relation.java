package org.portbench.results.claim;

/** What is asked of a number. */
enum Relation {
  AT_LEAST("at least"),
  AT_MOST("at most"),
  /** Nothing: the number is only shown. */
  SHOWN("any");

  private final String words;

  Relation(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /**
   * @param sign of the number less the threshold
   */
  boolean admits(int sign) {
    return switch (this) {
      case AT_LEAST -> sign >= 0;
      case AT_MOST -> sign <= 0;
      case SHOWN -> true;
    };
  }
}
