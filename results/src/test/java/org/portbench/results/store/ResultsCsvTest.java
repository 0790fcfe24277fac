package org.portbench.results.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.results.Measurement;
import org.portbench.results.SampleCell;
import org.portbench.results.TrialResult;

class ResultsCsvTest {

  @Test
  void aCellHasOneRowPerMetric() {
    TrialResult cell = SampleCell.of("copy").cpuNs(77).counter("messages", 4).build();
    List<String> rows = ResultsCsv.of(List.of(cell)).lines().toList();
    assertEquals("cell,tier,machine,stack,workload,strategy,status,metric,unit,value", rows.get(0));
    assertEquals(1 + Measurement.of(cell).size(), rows.size());
    String prefix =
        "pc-2003/user-2/randread-4k/copy/n1000/s1,model,pc-2003,user-2,randread-4k,copy,passed,";
    assertTrue(rows.stream().skip(1).allMatch(row -> row.startsWith(prefix)));
    assertTrue(rows.contains(prefix + "cpuNsPerOperation,ns,77"));
    assertTrue(rows.contains(prefix + "counters.messages,1,4"));
    assertTrue(rows.contains(prefix + "latencyNs.p99_9,ns,"));
  }

  @Test
  void textsThatNeedItAreQuoted() {
    TrialResult cell = SampleCell.of("copy").workload("a,b \"c\"\nd\r").build();
    String csv = ResultsCsv.of(List.of(cell));
    assertTrue(csv.contains(",\"a,b \"\"c\"\"\nd\r\",copy,passed,operations,1,1000\n"));
    assertTrue(csv.contains("\n\"pc-2003/user-2/a,b \"\"c\"\"\nd\r/copy/n1000/s1\",model,"));
  }

  @Test
  void aCellThatDidNotPassHasNoValues() {
    TrialResult failed = SampleCell.of("copy").failed("mismatch").build();
    List<String> rows = ResultsCsv.of(List.of(failed)).lines().skip(1).toList();
    assertEquals(Measurement.of(failed).size(), rows.size());
    assertTrue(rows.stream().allMatch(row -> row.contains(",failed,") && row.endsWith(",")));
  }
}
