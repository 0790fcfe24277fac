package org.portbench.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * A size at which two strategies cost the same. Between measured sizes both costs are taken as
 * straight in size, because they are made of prices per byte, per page and per message.
 *
 * @param below the cheaper one at smaller sizes
 * @param above the cheaper one at larger sizes
 */
public record Crossover(String below, String above, double sizeBytes, double costNs) {

  /** All crossings of two curves of cost by size, over the sizes that both have. */
  public static List<Crossover> between(
      String first,
      NavigableMap<Long, Long> firstNs,
      String second,
      NavigableMap<Long, Long> secondNs) {
    List<Long> sizes = firstNs.keySet().stream().filter(secondNs::containsKey).toList();
    List<Crossover> found = new ArrayList<>();
    int apart = -1;
    for (int i = 0; i < sizes.size(); i++) {
      long differenceNs = firstNs.get(sizes.get(i)) - secondNs.get(sizes.get(i));
      if (differenceNs == 0) {
        continue;
      }
      if (apart >= 0) {
        long from = sizes.get(apart);
        long beforeNs = firstNs.get(from) - secondNs.get(from);
        if (Long.signum(beforeNs) != Long.signum(differenceNs)) {
          boolean met = i > apart + 1;
          long to = sizes.get(met ? apart + 1 : i);
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
