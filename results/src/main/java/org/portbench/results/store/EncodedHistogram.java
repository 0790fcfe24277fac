package org.portbench.results.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.portbench.results.store.StoreException.Kind.CONTENT;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * A histogram as text: HdrHistogram's compressed V2 encoding in base 64. The bytes depend on the
 * platform's zlib, the histogram read from them does not.
 */
record EncodedHistogram(String base64) {

  private static final int HEADER_BYTES = 8;

  static EncodedHistogram of(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    byte[] bytes = Arrays.copyOf(buffer.array(), length);
    return new EncodedHistogram(Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * @param place for the message, where it cannot be read
   */
  Histogram decoded(String place) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64.getBytes(US_ASCII)));
      if (bytes.remaining() < HEADER_BYTES
          || bytes.getInt(Integer.BYTES) != bytes.remaining() - HEADER_BYTES) {
        throw damaged(place);
      }
      return Histogram.decodeFromCompressedByteBuffer(bytes, 0);
    } catch (DataFormatException | RuntimeException e) {
      throw damaged(place);
    }
  }

  private static StoreException damaged(String place) {
    return new StoreException(
        CONTENT, place + ": the histogram cannot be decoded: the file is truncated or damaged");
  }
}
