package org.portbench.results.store;

/** A run that cannot be kept or read; the message is one line: which file, and what is wrong. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of trouble it is, for those who answer it with an exit code. */
  public enum Kind {
    /** The path named by the user: absent, not a directory, taken, or not writable. */
    PATH,
    /** What the directory holds: not a run, truncated, damaged, or of another schema. */
    CONTENT,
    /** The disk, in the middle of a run. */
    WRITING
  }

  private final Kind kind;

  public StoreException(Kind kind, String message) {
    super(message.replaceAll("\\p{Cntrl}+", " "));
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
