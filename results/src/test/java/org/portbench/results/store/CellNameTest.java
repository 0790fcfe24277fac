package org.portbench.results.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellNameTest {
  private static final long SEED = 20030716;

  @Test
  void anOrdinaryIdIsItsOwnTag() {
    String id = "pc-2003/user-2/randread-4k/vm-object/n1000/s1";
    assertEquals(id, new CellName(id).tag());
    assertEquals(id.replace('/', '+'), new CellName(id).fileName());
  }

  @Test
  void whatATagMayNotHoldIsEscaped() {
    assertEquals("a%2Cb%20c%0Ad%25e%C3%A4", new CellName("a,b c\nd%eä").tag());
  }

  @Test
  void aFileNameHasNoSeparatorsOfAnySystem() {
    assertEquals("a+b%5Cc%3Ad%2A%2B", new CellName("a/b\\c:d*+").fileName());
  }

  @Test
  void aLongIdHasAShortFileName() {
    String longOne = "w".repeat(500);
    String name = new CellName(longOne + "/a").fileName();
    assertTrue(name.length() <= 180);
    assertNotEquals(name, new CellName(longOne + "/b").fileName());
  }

  @Test
  void differentIdsHaveDifferentNames() {
    Random random = new Random(SEED);
    Map<String, String> tags = new HashMap<>();
    Map<String, String> files = new HashMap<>();
    for (int round = 0; round < 20_000; round++) {
      String id = randomId(random);
      CellName name = new CellName(id);
      assertEquals(id, tags.computeIfAbsent(name.tag(), _ -> id), "seed " + SEED);
      assertEquals(id, files.computeIfAbsent(name.fileName(), _ -> id), "seed " + SEED);
      assertTrue(name.tag().matches("[^, \\r\\n]*"), "seed " + SEED);
    }
  }

  private static String randomId(Random random) {
    StringBuilder id = new StringBuilder();
    for (int length = random.nextInt(6); length >= 0; length--) {
      id.append("a/+%2C ,\n0Aä_".charAt(random.nextInt(13)));
    }
    return id.toString();
  }
}
