package org.portbench.harness.workload;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.hardware.sim.RandomStream;

/**
 * Damages the shipped files at random. What comes of one is a workload within its own bounds or one
 * line with file and line number, nothing else. {@code -Dportbench.seed=N} tries others.
 */
class DamagedInputTest {
  private static final long SEED = Long.getLong("portbench.seed", 20_030_716L);
  private static final int ROUNDS = 300;
  private static final int OPERATIONS_LOOKED_AT = 200;
  private static final String[] WORDS = {
    "0",
    "-1",
    "4k",
    "99999999999999999999",
    "2147483648",
    "include",
    "[",
    "]",
    "=",
    "%",
    ":",
    "/",
    "${X}",
    "$ncpus",
    "(",
    ")",
    "zipf:1.2",
    "stonewall",
    "numjobs=4096",
    "loops=3",
    "read",
    "wait",
    "open",
    "trim",
    "\0",
    "\u2028",
    " ",
    "\n",
    "nrfiles=65536",
    "time_based",
    "filesize=1t",
    "bs=1",
  };

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mixed.fio",
        "journal.iolog",
        "mailboxes.iolog",
        "sqlite-wal.iolog",
        "untar.iolog"
      })
  void aDamagedFileIsAWorkloadOrOneLine(String name) throws IOException {
    byte[] sound = Files.readAllBytes(WorkloadFiles.SHIPPED.resolve(name));
    RandomStream chance = new RandomStream(SEED, name);
    int rounds = sound.length > 100_000 ? ROUNDS / 5 : ROUNDS * (name.endsWith(".fio") ? 3 : 1);
    for (int round = 0; round < rounds; round++) {
      byte[] damaged = damaged(sound, chance);
      Path file = new WorkloadFiles(folder).write("damaged-" + name, damaged);
      String which = name + ", seed " + SEED + ", round " + round;
      try {
        checkSound(Workloads.find(file.toString(), options(chance)), which);
      } catch (WorkloadException e) {
        checkMessage(e.getMessage(), file, which);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        throw new AssertionError(which, e);
      }
    }
  }

  private static WorkloadOptions options(RandomStream chance) {
    ReplayMode[] modes = ReplayMode.values();
    return WorkloadOptions.DEFAULT.withReplay(modes[(int) chance.below(modes.length)]);
  }

  private static void checkMessage(String message, Path file, String which) {
    assertTrue(message.startsWith(file + ":"), which + ": " + message);
    assertTrue(message.substring(file.toString().length()).matches(":[0-9]+: .+"), which + message);
    assertTrue(message.lines().count() == 1, which + ": " + message);
  }

  private static void checkSound(Workload workload, String which) {
    assertTrue(!workload.clients().isEmpty() && !workload.files().isEmpty(), which);
    for (ClientPlan client :
        workload.clients().subList(0, Math.min(4, workload.clients().size()))) {
      OperationSource source = client.source().apply(SEED);
      Operation operation = new Operation();
      for (int i = 0; i < OPERATIONS_LOOKED_AT && source.next(operation); i++) {
        long end = operation.offset() + operation.length();
        assertTrue(
            operation.kind().movesData() == operation.length() > 0, which + ": " + operation);
        assertTrue(operation.offset() >= 0, which + ": " + operation);
        assertTrue(
            end <= workload.files().get(operation.file()).sizeBytes(), which + ": " + operation);
      }
    }
  }

  private static byte[] damaged(byte[] sound, RandomStream chance) {
    byte[] damaged = sound;
    for (long times = 1 + chance.below(3); times > 0; times--) {
      int at = (int) chance.below(damaged.length + 1);
      damaged =
          switch ((int) chance.below(5)) {
            case 0 -> splice(damaged, at, damaged.length, new byte[0]);
            case 1 -> splice(damaged, at, at, word(chance));
            case 2 -> splice(damaged, at, end(damaged, at, chance), word(chance));
            case 3 -> splice(damaged, at, end(damaged, at, chance), new byte[0]);
            default -> splice(damaged, at, at, new byte[] {(byte) chance.nextLong()});
          };
    }
    return damaged;
  }

  private static int end(byte[] bytes, int at, RandomStream chance) {
    return (int) Math.min(bytes.length, at + chance.below(20));
  }

  private static byte[] word(RandomStream chance) {
    return WORDS[(int) chance.below(WORDS.length)].getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] replacement) {
    byte[] spliced = new byte[bytes.length - (to - from) + replacement.length];
    System.arraycopy(bytes, 0, spliced, 0, from);
    System.arraycopy(replacement, 0, spliced, from, replacement.length);
    System.arraycopy(bytes, to, spliced, from + replacement.length, bytes.length - to);
    return spliced;
  }
}
