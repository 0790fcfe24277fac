package org.portbench.reports.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A subset of Roboto that travels with the program, so that a picture is the same on every machine.
 */
record Typeface(Font regular, Font bold) {

  /** Empty on a system without any font, where Java cannot use ours either. */
  static Optional<Typeface> load() {
    try {
      return Optional.of(
          new Typeface(font(false).deriveFont(Font.PLAIN), font(true).deriveFont(Font.BOLD)));
    } catch (IOException | FontFormatException | LinkageError | InternalError e) {
      return Optional.empty();
    }
  }

  static byte[] file(boolean bold) {
    try (InputStream file = open(bold)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Font font(boolean bold) throws IOException, FontFormatException {
    try (InputStream file = open(bold)) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    }
  }

  private static InputStream open(boolean bold) {
    return Typeface.class.getResourceAsStream(bold ? "Roboto-Bold.ttf" : "Roboto-Regular.ttf");
  }
}
