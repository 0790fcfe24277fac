package org.portbench.reports.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.portbench.reports.text.Quantities;

/**
 * What cells may differ in besides their strategy: a knob of the stack, the workload's size or
 * depth, or the machine. A cell's parameters leave out what has its default.
 */
public enum Parameter {
  LAYERS("layers", "2", "layers", "VFS layers", Kind.STEPS),
  TOUCH_SHARE("touchShare", "100", "touch share", "requests that layers touch, in %", Kind.STEPS),
  CACHED("cached", "0", "cached share", "file in the cache, in %", Kind.STEPS),
  ACTIVE_CPUS(
      "activeCpus",
      "1",
      "active CPUs",
      "CPUs on which the client’s address space is loaded",
      Kind.PROPORTIONS),
  QUEUE_DEPTH("queueDepth", "1", "queue depth", "requests outstanding at a time", Kind.PROPORTIONS),
  SEGMENTS("segments", "1", "segments", "ranges in the client’s iovec", Kind.PROPORTIONS),
  REFUSING("refusing", "0", "refusing", "layers that refuse unmapped data", Kind.STEPS),
  IOMMU("iommu", "", "IOMMU", List.of("off", "lazy", "strict")),
  TOUCH("touch", "nothing", "touch", List.of("nothing", "metadata", "data")),
  PLACEMENT("placement", "user", "placement", List.of("kernel", "user and kernel", "user")),
  API("api", "native", "interface", List.of("native", "posix")),
  TRANSFER("transfer", "dma", "transfer", List.of("dma", "pio")),
  SENDER("sender", "rewrites", "sender", List.of("rewrites", "keeps")),
  RECEIVER("receiver", "releases", "receiver", List.of("releases", "holds")),
  FRAMES("frames", "contiguous", "frames", List.of("contiguous", "scattered")),
  ALIGNMENT("alignment", "page", "alignment", List.of("page", "odd")),
  LAYER_CPU("layerCpu", "own", "layers’ CPU", List.of("client", "own")),
  ENDPOINT("endpoint", "device", "endpoint", List.of("device", "sink")),
  WITHOUT("without", Parameter.NOTHING, "mechanism", List.of(Parameter.NOTHING)),
  MACHINE("machine", "", "machine", List.of()),
  SIZE("sizeBytes", "", "size", "size of one operation", Kind.PROPORTIONS);

  /** The value of {@link #WITHOUT} with which every mechanism is at work. */
  public static final String NOTHING = "nothing";

  /** How its values are laid out along an axis. */
  public enum Kind {
    /** Numbers of which equal ratios matter. */
    PROPORTIONS,
    /** Numbers of which equal differences matter. */
    STEPS,
    WORDS
  }

  /** Knobs that say nothing where this one is zero: no layer is placed, no request touched. */
  private static final Map<Parameter, Set<String>> SAY_NOTHING_AT_ZERO =
      Map.of(
          LAYERS, Set.of("placement", "touch", "touchShare", "layerCpu"),
          TOUCH_SHARE, Set.of("touch"));

  private final String key;
  private final String absent;
  private final String word;
  private final String axis;
  private final Kind kind;
  private final List<String> words;

  Parameter(String key, String absent, String word, String axis, Kind kind) {
    this.key = key;
    this.absent = absent;
    this.word = word;
    this.axis = axis;
    this.kind = kind;
    this.words = List.of();
  }

  Parameter(String key, String absent, String word, List<String> words) {
    this.key = key;
    this.absent = absent;
    this.word = word;
    this.axis = word;
    this.kind = Kind.WORDS;
    this.words = words;
  }

  /** In a sentence or a heading. */
  public String word() {
    return word;
  }

  /** What is written along an axis. */
  public String axis() {
    return axis;
  }

  public Kind kind() {
    return kind;
  }

  public boolean isNumber() {
    return kind != Kind.WORDS;
  }

  /** The words that it may be, in the order in which they are shown. */
  List<String> words() {
    return words;
  }

  String key() {
    return key;
  }

  /** Fewer do not make a sweep: two numbers are shown well enough by two comparisons. */
  int valuesNeeded() {
    return isNumber() || this == MACHINE ? 3 : 2;
  }

  /** Its value in a cell with these parameters; empty where the cell has none. */
  String in(Map<String, String> parameters) {
    return parameters.getOrDefault(key, absent);
  }

  /** What its value means: where layers touch nothing, they touch no share of the requests. */
  String meantIn(Map<String, String> parameters) {
    boolean untouched = this == TOUCH_SHARE && TOUCH.in(parameters).equals(NOTHING);
    return untouched ? "0" : in(parameters);
  }

  /** The other knobs that make no difference at this value. */
  Set<String> sayNothingAt(String value) {
    return value.equals("0") ? SAY_NOTHING_AT_ZERO.getOrDefault(this, Set.of()) : Set.of();
  }

  static boolean isDefault(String key, String value) {
    for (Parameter parameter : values()) {
      if (parameter.key.equals(key)) {
        return value.equals(parameter.absent);
      }
    }
    return false;
  }

  /** A number as it stands at an axis. */
  public String tick(long value) {
    return this == SIZE ? Quantities.bytes((double) value) : Long.toString(value);
  }

  /** A value as it stands in a sentence. */
  public String label(String value) {
    return switch (this) {
      case SIZE -> Quantities.bytes(Double.parseDouble(value));
      case LAYERS -> counted(value, "layer");
      case ACTIVE_CPUS -> counted(value, "CPU");
      case SEGMENTS -> counted(value, "range");
      case REFUSING -> value + " refusing";
      case QUEUE_DEPTH -> "depth " + value;
      case TOUCH_SHARE -> value + " % touched";
      case CACHED -> value + " % cached";
      case WITHOUT -> value.equals(NOTHING) ? "with everything" : "without " + value;
      case TOUCH -> "touch " + value;
      case IOMMU -> "IOMMU " + value;
      case LAYER_CPU -> "on the " + (value.equals("own") ? "layers’ own CPUs" : value + "’s CPU");
      case ALIGNMENT, ENDPOINT -> word + " " + value;
      case PLACEMENT -> value.equals("user") ? "in user space" : "in " + value;
      case TRANSFER -> value.toUpperCase(Locale.ROOT);
      case API, SENDER, RECEIVER, FRAMES -> word + " " + value;
      case MACHINE -> value;
    };
  }

  /** A place between measured values, which only a size may have. */
  public String boundary(double at) {
    return this == SIZE ? Quantities.bytes(at) : label(Long.toString((long) at));
  }

  private static String counted(String value, String one) {
    return value + " " + one + (value.equals("1") ? "" : "s");
  }
}
