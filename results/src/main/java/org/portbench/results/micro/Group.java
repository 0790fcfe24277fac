package org.portbench.results.micro;

import java.util.regex.Pattern;

/** What benchmarks are about, and what theirs are held against. */
public enum Group {
  QUEUE(
      "Event queue",
      "The first of so many pending events is taken out and comes back later (hold model)."
          + " portbench-firing calls the event's handler, too, as the model does.",
      "list",
      "ssj-.*",
      "SSJ's best"),
  TLB("TLB", "128 sets of 12 ways; insertAndInvalidate is of 16 pages.", "", "", ""),
  PAGES("Page tables", "Ranges of pages, a range being one operation.", "", "", ""),
  RECORDER("Latencies", "One latency is noted.", "recorder", "HdrHistogram", "HdrHistogram alone"),
  IO(
      "Whole modeled I/O",
      "Random reads on server-2024 by one core of this computer: 32 at a time, two layers in user"
          + " space, every byte checked.",
      "strategy",
      "direct",
      "direct");

  private final String title;
  private final String description;
  private final String competitor;
  private final Pattern baseline;
  private final String baselineName;

  Group(String title, String description, String competitor, String baseline, String baselineName) {
    this.title = title;
    this.description = description;
    this.competitor = competitor;
    this.baseline = Pattern.compile(baseline);
    this.baselineName = baselineName;
  }

  public String title() {
    return title;
  }

  public String description() {
    return description;
  }

  /** The parameter that says who does it; empty where nobody else does. */
  String competitor() {
    return competitor;
  }

  boolean isBaseline(Score score) {
    return !competitor.isEmpty() && baseline.matcher(score.parameters().get(competitor)).matches();
  }

  /** Who is the baseline; empty where there is none. */
  public String baselineName() {
    return baselineName;
  }
}
