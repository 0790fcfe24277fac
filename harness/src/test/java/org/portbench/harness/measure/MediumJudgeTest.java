package org.portbench.harness.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.dma.Command;
import org.portbench.hardware.dma.MediumContent;
import org.portbench.hardware.memory.Content;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;

/** Judging where the file system keeps writes in memory for a while. */
class MediumJudgeTest {
  private static final long ADDRESS = 8192;
  private static final int LENGTH = 4096;
  private static final long ORIGIN = 9;

  private final MediumContent medium = new MediumContent();
  private final PayloadCheck check = new PayloadCheck();
  private final MediumJudge judge = new MediumJudge(medium, check, true);

  private static Content bytes(long origin) {
    Content bytes = new Content(LENGTH);
    bytes.fill(0, LENGTH, origin, 0);
    return bytes;
  }

  private static Expectation write() {
    Expectation write = new Expectation();
    write.write(LENGTH, ORIGIN);
    write.at(ADDRESS);
    return write;
  }

  private static Expectation read() {
    Expectation read = new Expectation();
    read.read(LENGTH);
    read.at(ADDRESS);
    return read;
  }

  private static Command command(Command.Kind kind) {
    return new Command().prepare(kind, ADDRESS, "test").programmed(new Content(LENGTH));
  }

  @Test
  void aWriteThatIsOnlyInMemory_isWhatReadersMustSee_andNotYetOnTheMedium() {
    Expectation write = write();
    judge.cacheOnly(write);
    assertTrue(write.kept(), "it need not pass the device");
    assertFalse(judge.settled());
    Expectation read = read();
    judge.fromCache(read);
    assertTrue(read.bytesIn(Payload.NOTHING).matches(0, LENGTH, ORIGIN, 0));
    assertTrue(read.kept());
  }

  /** What the device has is older: a read that gets it has to be found wrong. */
  @Test
  void aReadFromTheDevice_mustSeeWhatIsOnlyInMemory() {
    judge.cacheOnly(write());
    Expectation read = read();
    judge.completed(command(Command.Kind.READ), Optional.of(read));
    assertTrue(read.bytesIn(Payload.NOTHING).matches(0, LENGTH, ORIGIN, 0));
  }

  @Test
  void writingBack_mustPutThatOnTheMedium() {
    judge.cacheOnly(write());
    medium.copyIn(ADDRESS, LENGTH, bytes(ORIGIN), 0);
    judge.completed(command(Command.Kind.WRITE), Optional.empty());
    assertTrue(judge.settled());
    assertEquals(0, check.mismatches());
  }

  @Test
  void writingBackSomethingElse_isFoundOut() {
    judge.cacheOnly(write());
    medium.copyIn(ADDRESS, LENGTH, bytes(ORIGIN + 1), 0);
    judge.completed(command(Command.Kind.WRITE), Optional.empty());
    assertEquals(1, check.mismatches());
    assertFalse(judge.settled());
  }

  @Test
  void aWriteThatAlsoGoesToTheDevice_hasToPassIt() {
    Expectation write = write();
    judge.cacheToo(write);
    assertFalse(write.kept());
    medium.copyIn(ADDRESS, LENGTH, bytes(ORIGIN), 0);
    judge.completed(command(Command.Kind.WRITE), Optional.of(write));
    assertTrue(write.kept());
    assertTrue(judge.settled());
  }

  @Test
  void aReference_showsWhatIsThereWhenSomebodyLooks_aSnapshotWhatWasThere() {
    Expectation read = read();
    judge.fromCache(read);
    judge.cacheOnly(write());
    assertFalse(read.bytesIn(Payload.NOTHING).matches(0, LENGTH, ORIGIN, 0));
    assertTrue(read.bytesIn(new ObjectRanges(List.of())).matches(0, LENGTH, ORIGIN, 0));
  }
}
