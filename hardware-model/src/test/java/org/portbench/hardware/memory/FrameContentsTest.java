package org.portbench.hardware.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.hardware.sim.RandomStream;

/** What tiny frames hold, against an array with one entry for each byte. */
class FrameContentsTest {
  private static final int PAGE = 16;
  private static final int FRAMES = 12;
  private static final int OPERATIONS = 20_000;

  private final FrameContents contents = new FrameContents(PAGE);

  /** Of each byte, origin and position in one number; 0 for a zero. */
  private final long[][] oracle = new long[FRAMES][PAGE];

  FrameContentsTest() {
    contents.grow(FRAMES);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 20030716})
  void everyOperation_doesWhatItDoesByteByByte(long seed) {
    RandomStream random = new RandomStream(seed, "frames");
    int several = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      several += step(random);
      String where = "seed " + seed + ", operation " + i;
      for (int frame = 0; frame < FRAMES; frame++) {
        check(frame, where);
      }
      checkSomePart(random, where);
    }
    assertTrue(several > 100, "runs that were copied had frames of several origins: " + several);
  }

  /** Returns how many frames of several origins it has copied in a run. */
  private int step(RandomStream random) {
    int length = random.below(3) == 0 ? PAGE : (int) random.below(PAGE + 1);
    int from = (int) random.below(PAGE - length + 1);
    int sourceFrom = (int) random.below(PAGE - length + 1);
    int frame = (int) random.below(FRAMES);
    int other = (frame + 1 + (int) random.below(FRAMES - 1)) % FRAMES;
    // Few origins, zero among them, and near bases, so that neighbours often continue one another.
    long origin = random.below(3);
    long base = 1000 + from + random.below(2);
    switch ((int) random.below(6)) {
      case 0 -> {
        contents.fill(frame, from, length, origin, base);
        fillOracle(frame, from, length, origin, base);
      }
      case 1 -> fillSome(random, origin, base);
      case 2 -> {
        return copyRun(random);
      }
      case 3 -> {
        Content part = new Content(PAGE);
        contents.copyTo(other, part, sourceFrom, from, length);
        contents.copyFrom(frame, part, from, from, length);
        System.arraycopy(oracle[other], sourceFrom, oracle[frame], from, length);
      }
      default -> {
        contents.copy(other, sourceFrom, frame, from, length);
        System.arraycopy(oracle[other], sourceFrom, oracle[frame], from, length);
      }
    }
    return 0;
  }

  private void fillSome(RandomStream random, long origin, long base) {
    int[] frames = new int[8];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = (int) random.below(FRAMES);
    }
    int first = (int) random.below(frames.length);
    int end = first + (int) random.below(frames.length - first + 1);
    contents.fill(frames, first, end, origin, base);
    for (int i = first; i < end; i++) {
      fillOracle(frames[i], 0, PAGE, origin, base + (i - first) * (long) PAGE);
    }
  }

  private int copyRun(RandomStream random) {
    int frames = (int) random.below(FRAMES / 2 + 1);
    int low = (int) random.below(FRAMES - 2 * frames + 1);
    int high = low + frames + (int) random.below(FRAMES - 2 * frames - low + 1);
    boolean up = random.below(2) == 0;
    int source = up ? low : high;
    int target = up ? high : low;
    contents.copyRun(source, target, frames);
    int several = 0;
    for (int i = 0; i < frames; i++) {
      oracle[target + i] = oracle[source + i].clone();
      several += endOfRun(oracle[source + i], 0) < PAGE ? 1 : 0;
    }
    return several;
  }

  private void fillOracle(int frame, int from, int length, long origin, long base) {
    for (int i = 0; i < length; i++) {
      oracle[frame][from + i] = origin == Content.ZERO ? 0 : (origin << 32) + base + i;
    }
  }

  /** All bytes, by runs that one origin and position tell. */
  private void check(int frame, String where) {
    long[] bytes = oracle[frame];
    int end;
    for (int at = 0; at < PAGE; at = end) {
      end = endOfRun(bytes, at);
      boolean same =
          contents.matches(frame, at, end - at, bytes[at] >>> 32, bytes[at] & 0xFFFF_FFFFL);
      assertEquals(true, same, where + ", frame " + frame + ": bytes " + at + " to " + end);
    }
  }

  private static int endOfRun(long[] bytes, int from) {
    int at = from + 1;
    while (at < PAGE && bytes[at] == (bytes[from] == 0 ? 0 : bytes[at - 1] + 1)) {
      at++;
    }
    return at;
  }

  /** Parts of two frames: of one as a content, and as an origin that it may or may not have. */
  private void checkSomePart(RandomStream random, String where) {
    int a = (int) random.below(FRAMES);
    int b = (int) random.below(FRAMES);
    int length = (int) random.below(PAGE + 1);
    int from = (int) random.below(PAGE - length + 1);
    int otherFrom = random.below(2) == 0 ? from : (int) random.below(PAGE - length + 1);
    Content content = new Content(PAGE);
    contents.copyTo(b, content, 0, 0, PAGE);
    boolean same = true;
    boolean straight = true;
    long first = oracle[b][otherFrom % PAGE];
    for (int i = 0; i < length; i++) {
      same &= oracle[a][from + i] == oracle[b][otherFrom + i];
      straight &= oracle[a][from + i] == (first == 0 ? 0 : first + i);
    }
    assertEquals(same, contents.matches(a, from, content, otherFrom, length), where);
    assertEquals(
        straight,
        contents.matches(a, from, length, first >>> 32, first & 0xFFFF_FFFFL),
        where + ", frame " + a);
  }

  @Test
  void whatIsOutsideTheFrame_isNeitherReadNorWritten() {
    contents.fill(0, 0, PAGE, 7, 0);
    Class<IndexOutOfBoundsException> outside = IndexOutOfBoundsException.class;
    assertThrows(outside, () -> contents.matches(0, 1, PAGE, 7, 1));
    assertThrows(outside, () -> contents.fill(0, 1, PAGE, 7, 1));
    assertThrows(outside, () -> contents.copy(0, 1, 1, 0, PAGE));
    assertThrows(outside, () -> contents.copyTo(0, new Content(2 * PAGE), 1, 0, PAGE));
  }
}
