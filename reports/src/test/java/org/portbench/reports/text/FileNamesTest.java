package org.portbench.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FileNamesTest {

  @Test
  void plainNamesStayAsTheyAre() {
    assertEquals("server-2024", FileNames.of("server-2024"));
  }

  @Test
  void noNameLeadsOutOfTheDirectory() {
    assertEquals("etc-passwd", FileNames.of("../../etc/passwd"));
    assertEquals("unnamed", FileNames.of(".."));
    assertEquals("unnamed", FileNames.of("/"));
  }
}
