package org.portbench.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.portbench.harness.micro.Item;
import org.portbench.harness.micro.Menu;
import org.portbench.strategies.Strategies;

class BenchmarksTest {
  private static final Menu MENU = Menu.of(new Strategies(BenchmarksTest.class.getClassLoader()));

  @Test
  void everyBenchmarkIsOnTheMenu_andEveryItemIsABenchmark() {
    Set<String> listed =
        BenchmarkList.defaultList()
            .getAll(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
            .stream()
            .map(BenchmarkListEntry::getUsername)
            .collect(Collectors.toCollection(TreeSet::new));
    assertFalse(listed.isEmpty());
    assertEquals(
        listed,
        MENU.items().stream().map(Item::benchmark).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void anItemNamesAllParametersOfItsBenchmark() throws ReflectiveOperationException {
    for (Item item : MENU.items()) {
      Class<?> type =
          Class.forName(item.benchmark().substring(0, item.benchmark().lastIndexOf('.')));
      Set<String> parameters = new TreeSet<>();
      for (Field field : type.getFields()) {
        if (field.isAnnotationPresent(Param.class)) {
          parameters.add(field.getName());
        }
      }
      assertEquals(parameters, new TreeSet<>(item.parameters().keySet()), item.name());
    }
  }

  @Test
  void everyListOfTheMenuIsOneThatCanBeHeld() {
    for (Item item : MENU.matching(Pattern.compile("queue")).items()) {
      QueueBenchmark benchmark = new QueueBenchmark();
      benchmark.list = item.parameters().get("list");
      benchmark.pending = Integer.parseInt(item.parameters().get("pending"));
      benchmark.setUp();
      for (int i = 0; i < 100; i++) {
        benchmark.hold();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy", "vm-object"})
  void aWarmCellGoesOnAndIsRight(String strategy) {
    IoBenchmark benchmark = new IoBenchmark();
    benchmark.strategy = strategy;
    benchmark.sizeBytes = 4096;
    benchmark.setUp();
    benchmark.read();
    benchmark.check();
  }

  @Test
  void aPatternFindsAStrategy_whichATestMayRun() {
    List<Item> items = MENU.matching(Pattern.compile("io.*copy.4k")).items();
    assertEquals(List.of("io.read.copy.4k"), items.stream().map(Item::name).toList());
    assertTrue(
        Benchmarks.options(items.getFirst(), Benchmarks.Effort.QUICK).getForkCount().hasValue());
  }
}
