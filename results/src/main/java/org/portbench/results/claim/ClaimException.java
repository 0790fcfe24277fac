package org.portbench.results.claim;

/** A file of claims that cannot be used; the message is one line: where, and what is wrong. */
public final class ClaimException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClaimException(String message) {
    super(message.replaceAll("\\p{Cntrl}+", " "));
  }
}
