package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Counter;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.Operation;
import org.portbench.strategies.Strategies;

/**
 * A read that the kernel's end of the stack answers by itself, asked for by a light message, with
 * {@link PrimeMachine}'s prices: the call that brought the request brings the answer.
 */
class AnswerAtOnceTest {
  private static final StackSpec SINK =
      StackSpec.user(0, Touch.NOTHING).with(StackKnob.ENDPOINT, "sink");

  private static final List<String> READ =
      List.of(
          "IDLE IDLE_EXIT 1 503",
          "SWITCH THREAD_SWITCH 1 6007",
          "at 6510 client asks",
          "at 6510 client sends the request",
          "MAP MAP_LOOKUP 1 9001",
          "MAP OBJECT_REFERENCE 1 10007",
          "TRAP SYSTEM_CALL 1 1009",
          "MESSAGING LIGHT_KERNEL_CALL 1 2003",
          "COPY HEADER_BYTES 64 128",
          // 6510 + 9001 + 10007 + 1009 + 2003 + 128 = 28658. Both in its cache: 4096 at 2 ps.
          "at 28658 sink hands out its own data",
          "MAP PAGE_LOOKUP 1 11003",
          "COPY COPY_BYTES 4096 8192",
          // Neither a reply to send nor a call to wait for it; 16 bytes come back.
          "at 47853 sink replies",
          "COPY HEADER_BYTES 16 32",
          "MAP OBJECT_REFERENCE 1 10007",
          "TOUCH TOUCH_BYTES 4096 4096");

  @Test
  void oneTrapAndOneMessage() {
    Rig rig =
        new Rig(
            Recording.cell("vm-object", SINK, Operation.Kind.READ),
            new Strategies(getClass().getClassLoader()).create("vm-object"));
    Recording recorded = Recording.ofSecondOperation(rig);
    assertEquals(String.join("\n", READ), recorded.text());
    // 47853 + 32 + 10007 + 4096.
    assertEquals(61_988, recorded.sinceStartPs());
    assertEquals(1, recorded.counters().get(Counter.SYSTEM_CALLS));
    assertEquals(1, recorded.counters().get(Counter.MESSAGES));
    assertEquals("", rig.close());
  }
}
