package org.portbench.results.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A cell's id where not every character may stand: as a tag of a histogram log, which knows no
 * comma, space or line break, and as a file name. Different ids get different names: what may not
 * stand is written as percent signs and hexadecimal digits, as in a web address.
 */
record CellName(String id) {

  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LONGEST_FILE_NAME = 180;
  private static final int DIGEST_BYTES = 8;

  String tag() {
    return escaped(id, "/._-+:");
  }

  /** With a plus sign between the parts of the id. */
  String fileName() {
    String name = escaped(id, "/._-").replace('/', '+');
    if (name.length() <= LONGEST_FILE_NAME) {
      return name;
    }
    byte[] digest = sha256(id);
    return name.substring(0, LONGEST_FILE_NAME - 2 * DIGEST_BYTES)
        + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
  }

  private static String escaped(String text, String alsoPlain) {
    StringBuilder plain = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      if (LETTERS_AND_DIGITS.indexOf(c) >= 0 || alsoPlain.indexOf(c) >= 0) {
        plain.append(c);
      } else {
        plain.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return plain.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
