package org.portbench.results.gate;

import java.util.List;

/**
 * When a head counts as slower than its base.
 *
 * @param margin so much slower does not matter: 0.03 is 3 %
 * @param blocks clean ones wanted in each stage
 * @param mostBlocks measured for them; no more than {@code blocks} to replace none
 * @param fewestClean with fewer of them, nothing is concluded
 * @param mostSpread larger by smaller launch of a side, in a clean block
 * @param suspicion the first stage's p-value is below, for there to be a second
 * @param proof the second stage's p-value is below, for an alarm
 */
public record Rule(
    double margin,
    int blocks,
    int mostBlocks,
    int fewestClean,
    double mostSpread,
    double suspicion,
    double proof) {

  /**
   * Of twelve blocks that may not be replaced, so many are unclean on a machine that others share
   * that one verdict in eight is inconclusive; replacing up to six leaves one in a thousand, and
   * alarms falsely no more often, since which block is replaced does not depend on which side was
   * the faster.
   */
  public static final Rule TIMES = new Rule(0.03, 12, 18, 8, 1.10, 0.05, 0.01);

  public static final Rule TAILS = TIMES.withMargin(0.05);

  public Rule {
    boolean counts = fewestClean <= blocks && blocks <= mostBlocks && blocks <= SignedRanks.MOST;
    boolean shares = margin >= 0 && mostSpread >= 1 && suspicion < 1 && proof < 1;
    if (!counts || !shares) {
      throw new IllegalArgumentException("no rule has such numbers");
    }
    if (Math.scalb(1.0, -fewestClean) >= Math.min(suspicion, proof)) {
      throw new IllegalArgumentException(fewestClean + " blocks prove nothing at " + proof);
    }
  }

  public Rule withMargin(double other) {
    return new Rule(other, blocks, mostBlocks, fewestClean, mostSpread, suspicion, proof);
  }

  public Rule withBlocks(int wanted, int most) {
    return new Rule(margin, wanted, most, fewestClean, mostSpread, suspicion, proof);
  }

  /** What a slowdown must exceed, as a logarithm. */
  double threshold() {
    return StrictMath.log1p(margin);
  }

  public List<Block> clean(List<Block> measured) {
    return measured.stream().filter(block -> block.clean(mostSpread)).toList();
  }

  /** By the spread within sides only: a slow head is replaced no more often than a fast one. */
  boolean wantsMore(List<Block> measured) {
    return measured.size() < mostBlocks && clean(measured).size() < blocks;
  }
}
