package org.portbench.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * A value of a parameter at which two strategies cost the same. Between measured values both costs
 * are taken as straight, because they are made of prices per byte, per page and per message.
 *
 * @param below the cheaper one at smaller values
 * @param above the cheaper one at larger values
 * @param at the parameter's value: bytes of a size, a number of layers
 */
public record Crossover(String below, String above, double at, double costNs) {

  /** All crossings of two curves of cost, over the values that both have. */
  public static List<Crossover> between(
      String first,
      NavigableMap<Long, Long> firstNs,
      String second,
      NavigableMap<Long, Long> secondNs) {
    List<Long> values = firstNs.keySet().stream().filter(secondNs::containsKey).toList();
    List<Crossover> found = new ArrayList<>();
    int apart = -1;
    for (int i = 0; i < values.size(); i++) {
      long differenceNs = firstNs.get(values.get(i)) - secondNs.get(values.get(i));
      if (differenceNs == 0) {
        continue;
      }
      if (apart >= 0) {
        long from = values.get(apart);
        long beforeNs = firstNs.get(from) - secondNs.get(from);
        if (Long.signum(beforeNs) != Long.signum(differenceNs)) {
          boolean met = i > apart + 1;
          long to = values.get(met ? apart + 1 : i);
          double share = met ? 1 : (double) beforeNs / (beforeNs - differenceNs);
          found.add(
              new Crossover(
                  differenceNs > 0 ? first : second,
                  differenceNs > 0 ? second : first,
                  from + share * (to - from),
                  firstNs.get(from) + share * (firstNs.get(to) - firstNs.get(from))));
        }
      }
      apart = i;
    }
    return found;
  }
}
