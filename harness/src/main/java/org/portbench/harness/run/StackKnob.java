package org.portbench.harness.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be asked of a stack. A knob that nobody turns stands at its first word and is not part
 * of a stack's name.
 */
public enum StackKnob {
  LAYERS("layers", "N", "2", 0, 64, "", "VFS layers between client and driver, 0 to 64."),
  PLACEMENT(
      "placement",
      "WHERE",
      "",
      "Where layers are: user (each in a task of its own) or kernel.",
      "user",
      "kernel"),
  TOUCH(
      "touch",
      "WHAT",
      "",
      "What layers look at: nothing, metadata or data.",
      "nothing",
      "metadata",
      "data"),
  TOUCH_SHARE(
      "touch-share",
      "PERCENT",
      "100",
      0,
      100,
      "-share-",
      "Requests that layers look at so, 0 to 100 percent; the others they pass on."),
  LAYER_CPU(
      "layer-cpu",
      "WHERE",
      "-on-client-cpu",
      "Where layers run: own (each on a CPU of its own, as far as there are) or client (on the"
          + " client's).",
      "own",
      "client"),
  REFUSING(
      "refusing",
      "N",
      "0",
      0,
      64,
      "-refusing-",
      "Layers, from the last up, that accept no data without an address: it is mapped for them,"
          + " in the kernel once for all of them, until the reply has passed; nobody looks at it."),
  SEGMENTS(
      "segments",
      "N",
      "1",
      1,
      256,
      "-seg-",
      "Ranges of the client's memory that a request names, 1 to 256, each in pages of its own and"
          + " of whole blocks of 512 bytes; fewer where there are fewer blocks."),
  ALIGNMENT(
      "alignment",
      "HOW",
      "-odd",
      "Where each range of the client's memory begins: page (with a page) or odd (512 bytes into"
          + " one).",
      "page",
      "odd"),
  SENDER(
      "sender",
      "WHAT",
      "-keeps",
      "What a client sends: it rewrites its buffer each time, or keeps what it wrote the first time"
          + " and sends it again, unless it read into that buffer since.",
      "rewrites",
      "keeps"),
  RECEIVER(
      "receiver",
      "WHAT",
      "-holds",
      "What layers and driver do with data that they received: each releases it with its reply, or"
          + " holds it until the next has arrived. Wiring for the device ends with the transfer.",
      "releases",
      "holds"),
  FRAMES(
      "frames",
      "HOW",
      "-scattered",
      "Which pages memory hands out: contiguous (one after the other, where they are free) or"
          + " scattered (never two neighbours one after the other).",
      "contiguous",
      "scattered"),
  CACHED(
      "cached",
      "PERCENT",
      "0",
      0,
      100,
      "-cached-",
      "Share of the file that is in the file system's cache, 0 to 100 percent."),
  API(
      "api",
      "WHICH",
      "-posix",
      "What the client is given: native (data where the strategy puts it) or posix (data in the"
          + " buffer that it named).",
      "native",
      "posix"),
  TRANSFER(
      "transfer",
      "HOW",
      "-pio",
      "How data gets to and from the device: dma, or pio (programmed I/O, by the CPU).",
      "dma",
      "pio"),
  IOMMU(
      "iommu",
      "MODE",
      "-iommu-",
      "machine (as its profile says), off, lazy or strict.",
      "machine",
      "off",
      "lazy",
      "strict"),
  ACTIVE_CPUS(
      "active-cpus",
      "N",
      "1",
      1,
      128,
      "-active-",
      "CPUs on which the client's address space is in use, 1 to 128; a machine with fewer than that"
          + " takes is given more."),
  ENDPOINT(
      "endpoint",
      "WHICH",
      "-sink",
      "Where requests end: at the device, or in the last layer, a sink.",
      "device",
      "sink"),
  WITHOUT(
      "without",
      "MECHANISM",
      "-without-",
      "Switches one mechanism off, to show what it contributes: " + Mechanism.words() + ".",
      Mechanism.wordsArray());

  private final String option;
  private final String parameter;
  private final String suffix;
  private final String description;
  private final String initial;
  private final int least;
  private final int most;
  private final List<String> words;

  /** A number. */
  StackKnob(
      String option,
      String parameter,
      String initial,
      int least,
      int most,
      String suffix,
      String description) {
    this(option, parameter, suffix, description, initial, least, most, List.of());
  }

  /** One of some words, the first where nobody says. */
  StackKnob(String option, String parameter, String suffix, String description, String... words) {
    this(option, parameter, suffix, description, words[0], 0, 0, List.of(words));
  }

  StackKnob(
      String option,
      String parameter,
      String suffix,
      String description,
      String initial,
      int least,
      int most,
      List<String> words) {
    this.option = option;
    this.parameter = parameter;
    this.suffix = suffix;
    this.description = description;
    this.initial = initial;
    this.least = least;
    this.most = most;
    this.words = words;
  }

  /** The name by which users ask for it on a command line, without dashes. */
  public String option() {
    return option;
  }

  /** What stands for a value in a help text. */
  public String parameter() {
    return parameter;
  }

  public String description() {
    return description;
  }

  /** The list's name in an experiment's file. */
  public String key() {
    return this == PLACEMENT ? "placements" : option.replace('-', '_');
  }

  /** Its name among a cell's parameters. */
  public String cellKey() {
    StringBuilder camel = new StringBuilder();
    for (String part : option.split("-", -1)) {
      String first = part.substring(0, 1);
      camel.append(camel.isEmpty() ? first : first.toUpperCase(Locale.ROOT));
      camel.append(part.substring(1));
    }
    return camel.toString();
  }

  /** Where it stands if nobody turns it. */
  public String initial() {
    return initial;
  }

  /** The word as it is kept, if it is one of this knob's. */
  public Optional<String> accept(String word) {
    if (!words.isEmpty()) {
      return Optional.of(word.toLowerCase(Locale.ROOT)).filter(words::contains);
    }
    return word.matches("[0-9]{1,9}")
        ? Optional.of(Integer.parseInt(word))
            .filter(n -> n >= least && n <= most)
            .map(n -> Integer.toString(n))
        : Optional.empty();
  }

  /** What may be asked of it, in words. */
  public String rule() {
    return words.isEmpty()
        ? "a whole number from " + least + " to " + most
        : "one of " + String.join(", ", words);
  }

  /** How a stack's name tells where it stands; nothing at its first word. */
  String told(String word) {
    if (word.equals(initial)) {
      return "";
    }
    return suffix.endsWith("-") ? suffix + word : suffix;
  }
}
