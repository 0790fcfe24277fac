package org.portbench.harness.workload;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over all that shapes a workload or a cell, shown as its first 16 hex digits. */
public final class ContentDigest {
  private final MessageDigest sha256;

  public ContentDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Parts are told apart by their lengths: "ab", "c" is not "a", "bc". */
  public ContentDigest add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  ContentDigest add(byte[] part) {
    sha256.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
    sha256.update(part);
    return this;
  }

  InputStream covering(InputStream bytes) {
    return new DigestInputStream(bytes, sha256);
  }

  public String hex() {
    return HexFormat.of().formatHex(sha256.digest(), 0, 8);
  }
}
