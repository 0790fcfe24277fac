package org.portbench.harness.run;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portbench.harness.client.Api;
import org.portbench.harness.driver.TransferMode;
import org.portbench.harness.vfs.Touch;

/**
 * What lies between client and device, and how it is used: where each knob stands. The last layer
 * is the file system; without any, it is in the kernel beside the driver.
 */
public record StackSpec(Map<StackKnob, String> words) {

  /** Two layers in user space that touch nothing: no knob is turned. */
  public static final StackSpec PLAIN = new StackSpec(Map.of());

  public StackSpec {
    EnumMap<StackKnob, String> all = new EnumMap<>(StackKnob.class);
    for (StackKnob knob : StackKnob.values()) {
      String word = words.getOrDefault(knob, knob.initial());
      all.put(
          knob,
          knob.accept(word)
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      knob.option() + " is '" + word + "'; must be " + knob.rule())));
    }
    words = Collections.unmodifiableMap(all);
  }

  /** Layers in tasks of their own. */
  public static StackSpec user(int layers, Touch touch) {
    return PLAIN.with(StackKnob.LAYERS, layers).with(StackKnob.TOUCH, touch.word());
  }

  /** Layers in the kernel. */
  public static StackSpec kernel(int layers, Touch touch) {
    return user(layers, touch).inKernel();
  }

  public StackSpec with(StackKnob knob, String word) {
    Map<StackKnob, String> turned = new EnumMap<>(words);
    turned.put(knob, word);
    return new StackSpec(turned);
  }

  public StackSpec with(StackKnob knob, int number) {
    return with(knob, Integer.toString(number));
  }

  /** The same layers, all in the kernel: what an in-kernel stack is. */
  public StackSpec inKernel() {
    return with(StackKnob.PLACEMENT, "kernel");
  }

  /** A knob that is a number. */
  public int number(StackKnob knob) {
    return Integer.parseInt(words.get(knob));
  }

  public boolean is(StackKnob knob, String word) {
    return words.get(knob).equals(word);
  }

  public int layers() {
    return number(StackKnob.LAYERS);
  }

  public int userLayers() {
    return is(StackKnob.PLACEMENT, "user") ? layers() : 0;
  }

  public int kernelLayers() {
    return layers() - userLayers();
  }

  public Touch touch() {
    return Touch.valueOf(words.get(StackKnob.TOUCH).toUpperCase(Locale.ROOT));
  }

  public Api api() {
    return is(StackKnob.API, "native") ? Api.NATIVE : Api.POSIX;
  }

  public TransferMode transfer() {
    return is(StackKnob.TRANSFER, "dma") ? TransferMode.DMA : TransferMode.PIO;
  }

  public Mechanism without() {
    return Mechanism.of(words.get(StackKnob.WITHOUT));
  }

  /** A short name, part of a cell's identity: the layers, and each knob that is turned. */
  public String name() {
    StringBuilder name = new StringBuilder();
    name.append(layers() == 0 ? "no-layers" : words.get(StackKnob.PLACEMENT) + layers());
    name.append("-touch-").append(touch().word());
    words.forEach((knob, word) -> {
      switch (knob) {
        case LAYERS, PLACEMENT, TOUCH -> {}
        default -> name.append(knob.told(word));
      }
    });
    return name.toString();
  }

  /** Where each knob stands, by the name that it has among a cell's parameters. */
  public SortedMap<String, String> parameters() {
    SortedMap<String, String> parameters = new TreeMap<>();
    words.forEach((knob, word) -> parameters.put(knob.cellKey(), word));
    if (layers() == 0) {
      parameters.put(StackKnob.PLACEMENT.cellKey(), "kernel");
    }
    return parameters;
  }
}
