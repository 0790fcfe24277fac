package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portbench.harness.vfs.Touch;

final class StackSpecTest {

  @Test
  void aNameTellsTheLayersAndEachKnobThatIsTurned() {
    assertEquals("user2-touch-nothing", StackSpec.PLAIN.name());
    assertEquals("kernel1-touch-data", StackSpec.kernel(1, Touch.DATA).name());
    assertEquals("no-layers-touch-nothing", StackSpec.user(0, Touch.NOTHING).name());
    StackSpec turned =
        StackSpec.user(4, Touch.DATA)
            .with(StackKnob.TOUCH_SHARE, 25)
            .with(StackKnob.IOMMU, "strict")
            .with(StackKnob.WITHOUT, "shadow-skip");
    assertEquals("user4-touch-data-share-25-iommu-strict-without-shadow-skip", turned.name());
  }

  @Test
  void turningAKnobBackLeavesNoTrace() {
    StackSpec back = StackSpec.PLAIN.with(StackKnob.CACHED, 50).with(StackKnob.CACHED, "0");
    assertEquals(StackSpec.PLAIN, back);
  }

  @Test
  void noTwoKnobsHaveANameInCommon() {
    Set<String> keys = new HashSet<>();
    Set<String> cellKeys = new HashSet<>();
    for (StackKnob knob : StackKnob.values()) {
      keys.add(knob.key());
      cellKeys.add(knob.cellKey());
    }
    assertEquals(StackKnob.values().length, keys.size());
    assertEquals(StackKnob.values().length, cellKeys.size());
    assertEquals("touch_share", StackKnob.TOUCH_SHARE.key());
    assertEquals("touchShare", StackKnob.TOUCH_SHARE.cellKey());
  }

  @Test
  void aWordThatIsNoneOfAKnobsIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new StackSpec(Map.of(StackKnob.TOUCH_SHARE, "101")));
  }
}
