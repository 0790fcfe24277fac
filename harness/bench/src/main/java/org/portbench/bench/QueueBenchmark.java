package org.portbench.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** Our event queue beside those of others; {@code firing}, it calls handlers, too. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueBenchmark {
  @Param("portbench")
  public String list;

  @Param("32")
  public int pending;

  private Hold hold;

  @Setup
  public void setUp() {
    hold =
        switch (list) {
          case "portbench" -> Hold.ofPortbench(pending);
          case "portbench-firing" -> Hold.ofPortbenchFiring(pending);
          case "java-priority-queue" -> Hold.ofJava(pending);
          case "ssj-binary-tree" -> Hold.ofSsj(new BinaryTree(), pending);
          case "ssj-doubly-linked" -> Hold.ofSsj(new DoublyLinked(), pending);
          case "ssj-henriksen" -> Hold.ofSsj(new Henriksen(), pending);
          case "ssj-red-black-tree" -> Hold.ofSsj(new RedblackTree(), pending);
          case "ssj-splay-tree" -> Hold.ofSsj(new SplayTree(), pending);
          default -> throw new IllegalArgumentException(list);
        };
  }

  @Benchmark
  public void hold() {
    hold.once();
  }
}
