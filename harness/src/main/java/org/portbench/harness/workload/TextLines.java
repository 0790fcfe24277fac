package org.portbench.harness.workload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The lines of a text file, one at a time; what is not text, or has no line ends, is refused. */
final class TextLines {
  private static final int LONGEST_LINE = 4_096;

  /**
   * @param ended whether a line end follows; only a file's last line may lack one
   */
  record Line(Place place, String text, boolean ended) {}

  private final InputStream bytes;
  private final String file;
  private final byte[] line = new byte[LONGEST_LINE];
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private int number;

  TextLines(InputStream bytes, String file) {
    this.bytes = new BufferedInputStream(bytes, 1 << 16);
    this.file = file;
  }

  Optional<Line> next() {
    Place place = new Place(file, number + 1);
    int length = 0;
    int next = read(place);
    if (next < 0) {
      return Optional.empty();
    }
    number++;
    for (; next >= 0 && next != '\n'; next = read(place)) {
      if (length == LONGEST_LINE) {
        throw place.error("not a text file: a line longer than " + LONGEST_LINE + " bytes");
      }
      line[length++] = (byte) next;
    }
    return Optional.of(new Line(place, text(place, length), next >= 0));
  }

  private String text(Place place, int length) {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    for (int i = 0; i < end; i++) {
      if (Character.isISOControl(line[i]) && line[i] != '\t') {
        throw notText(place, String.format(Locale.ROOT, "byte 0x%02x", line[i]));
      }
    }
    try {
      return decoder.decode(ByteBuffer.wrap(line, 0, end)).toString();
    } catch (CharacterCodingException e) {
      throw notText(place, "bytes that are not UTF-8");
    }
  }

  private static WorkloadException notText(Place place, String why) {
    return place.error("not a text file: " + why);
  }

  private int read(Place place) {
    try {
      return bytes.read();
    } catch (IOException e) {
      throw place.error("cannot be read: " + Quoted.printable(String.valueOf(e.getMessage())));
    }
  }
}
