package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.portbench.reports.compare.Bottleneck;
import org.portbench.reports.compare.Comparison;
import org.portbench.reports.compare.Contribution;
import org.portbench.reports.compare.Parameter;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.compare.Sweep;
import org.portbench.reports.text.Quantities;

/** What a sweep shows, in sentences made of its numbers. */
record SweepWords(Sweep sweep) {
  /** Dillon's “almost as efficient”, as the claims take it. */
  private static final double ALMOST = 1.10;

  String all() {
    List<String> sentences =
        sweep.parameter() == Parameter.WITHOUT
            ? contributions()
            : List.of(cheapest(), proposal(), change(), bottleneck());
    return sentences.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
  }

  /** Where which strategy is the cheapest. */
  private String cheapest() {
    List<Sweep.Stretch> stretches = sweep.cheapest();
    if (stretches.isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (String strategy : stretches.stream().map(Sweep.Stretch::what).distinct().toList()) {
      List<Sweep.Stretch> own =
          stretches.stream().filter(stretch -> stretch.what().equals(strategy)).toList();
      parts.add(strategy + (parts.isEmpty() ? " is the cheapest " : " ") + where(own));
    }
    return String.join(", ", parts) + ".";
  }

  /** Where the proposal of 2003 is almost as efficient as the in-kernel stack. */
  private String proposal() {
    Optional<Sweep.Step> closest =
        sweep.steps().stream()
            .filter(step -> ratio(step.comparison()).isPresent())
            .min(Comparator.comparingDouble(step -> ratio(step.comparison()).getAsDouble()));
    if (closest.isEmpty()) {
      return "";
    }
    List<Sweep.Stretch> almost =
        sweep.where(comparison -> {
          OptionalDouble ratio = ratio(comparison);
          return ratio.isPresent() && ratio.getAsDouble() <= ALMOST;
        });
    String nowhere =
        " is nowhere within 10 % of direct; it comes closest "
            + phrase(new Sweep.Stretch("", List.of(closest.get())))
            + " ("
            + Quantities.ratio(ratio(closest.get().comparison()).getAsDouble())
            + ").";
    return Strategies.PROPOSAL
        + (almost.isEmpty() ? nowhere : " is within 10 % of direct " + where(almost) + ".");
  }

  private static OptionalDouble ratio(Comparison comparison) {
    return comparison
        .passed(Strategies.PROPOSAL)
        .map(comparison::cpuRatioToDirect)
        .orElseGet(OptionalDouble::empty);
  }

  /** Between the ends of a knob of words: to whom it makes least and most difference. */
  private String change() {
    boolean isKnob = !sweep.parameter().isNumber() && sweep.parameter() != Parameter.MACHINE;
    List<String> byChange =
        sweep.strategies().stream()
            .filter(strategy -> isKnob && !strategy.equals(Strategies.FLOOR))
            .filter(strategy -> sweep.cpuNs(strategy).size() == sweep.steps().size())
            .sorted(Comparator.comparingDouble(this::change))
            .toList();
    return byChange.size() < 2
        ? ""
        : "From "
            + sweep.first().value()
            + " to "
            + sweep.last().value()
            + " CPU time changes by "
            + Quantities.signedPercent(change(byChange.getFirst()))
            + " ("
            + byChange.getFirst()
            + ") to "
            + Quantities.signedPercent(change(byChange.getLast()))
            + " ("
            + byChange.getLast()
            + ").";
  }

  private double change(String strategy) {
    NavigableMap<Long, Long> cpuNs = sweep.cpuNs(strategy);
    double before = Math.max(1, cpuNs.firstEntry().getValue());
    return cpuNs.lastEntry().getValue() / before - 1;
  }

  /** Where throughput says nothing about the strategies. */
  private String bottleneck() {
    List<Sweep.Stretch> device =
        sweep.parameter() == Parameter.QUEUE_DEPTH
            ? sweep.where(comparison -> Bottleneck.of(comparison).isDevice())
            : List.of();
    return device.isEmpty()
        ? ""
        : "The device is the bottleneck "
            + where(device)
            + ": there CPU time tells strategies apart, and throughput does not.";
  }

  /** For each mechanism the strategy to which it matters most. */
  private List<String> contributions() {
    List<String> sentences = new ArrayList<>();
    List<String> idle = new ArrayList<>();
    for (Contribution contribution : Contribution.of(sweep)) {
      contribution.parts().stream()
          .max(Comparator.comparingDouble(part -> Math.abs(part.share())))
          .ifPresentOrElse(
              part -> sentences.add(most(contribution.name(), part)),
              () -> idle.add(contribution.name()));
    }
    if (!idle.isEmpty()) {
      sentences.add("No difference: without " + String.join(", ", idle) + ".");
    }
    return sentences;
  }

  private static String most(String mechanism, Contribution.Part part) {
    return "Without "
        + mechanism
        + " "
        + part.strategy()
        + " changes most: "
        + Quantities.time(Math.abs(part.ns()))
        + (part.ns() > 0 ? " less, " : " more, ")
        + Quantities.percent(Math.abs(part.share()))
        + " of its CPU time.";
  }

  private String where(List<Sweep.Stretch> stretches) {
    if (sweep.parameter().isNumber()) {
      return stretches.stream().map(this::phrase).collect(Collectors.joining(" and "));
    }
    List<Sweep.Step> steps = stretches.stream().flatMap(s -> s.steps().stream()).toList();
    return phrase(new Sweep.Stretch("", steps));
  }

  private String phrase(Sweep.Stretch stretch) {
    List<Sweep.Step> steps = stretch.steps();
    String first = sweep.parameter().label(steps.getFirst().value());
    String last = sweep.parameter().label(steps.getLast().value());
    if (steps.size() == sweep.steps().size()) {
      return "throughout";
    }
    if (!sweep.parameter().isNumber()) {
      return words(steps);
    }
    if (steps.size() == 1) {
      return "at " + first;
    }
    if (steps.getFirst().equals(sweep.first())) {
      return "up to " + last;
    }
    return steps.getLast().equals(sweep.last())
        ? "from " + first + " on"
        : "from " + first + " to " + last;
  }

  /** Where there are many, those that are missing are named instead. */
  private String words(List<Sweep.Step> steps) {
    List<Sweep.Step> others = sweep.steps().stream().filter(step -> !steps.contains(step)).toList();
    boolean nearlyAll = sweep.steps().size() > 3 && others.size() < steps.size() - 1;
    String with =
        sweep.parameter() == Parameter.MACHINE ? "on " : "with " + sweep.parameter().word() + " ";
    return with
        + (nearlyAll ? "all but " : "")
        + Words.listed(nearlyAll ? others : steps, Sweep.Step::value);
  }
}
