package org.portbench.reports.page;

/** What a statement means to the reader; the sign says it where there is no colour. */
public enum Tone {
  GOOD("✓"),
  LIMITED("◐"),
  BAD("✗"),
  OPEN("?");

  private final String sign;

  Tone(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }
}
