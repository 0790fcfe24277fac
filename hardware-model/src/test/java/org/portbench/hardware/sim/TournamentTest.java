package org.portbench.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TournamentTest {
  private record Player(int leaf, long timePs, long order) {}

  private final Tournament tournament = new Tournament();

  @Test
  void withoutPlayers_theWinnersTimeNeverComes() {
    assertEquals(Tournament.NEVER, tournament.winnerPs());
    int leaf = tournament.enter();
    tournament.play(leaf, 5, 1);
    assertEquals(5, tournament.winnerPs());
    tournament.leaveWinner(leaf);
    assertEquals(Tournament.NEVER, tournament.winnerPs());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20030716})
  void randomUse_agreesWithAList(long seed) {
    RandomStream random = new RandomStream(seed, "tournament");
    List<Player> players = new ArrayList<>();
    for (int order = 0; order < 20_000; order++) {
      boolean growing = (order / 500) % 2 == 0;
      long what = players.isEmpty() ? 0 : random.below(growing ? 5 : 9);
      if (what < 3) {
        players.add(played(tournament.enter(), random.below(50), order));
      } else if (what == 3) {
        Player changed = players.remove((int) random.below(players.size()));
        players.add(played(changed.leaf, random.below(50), order));
      } else if (what == 4) {
        tournament.leave(players.remove((int) random.below(players.size())).leaf);
      } else {
        Player first = first(players);
        assertEquals(first.timePs, tournament.winnerPs(), "seed " + seed);
        assertEquals(first.order, tournament.winnerOrder(), "seed " + seed);
        tournament.leaveWinner(first.leaf);
        players.remove(first);
      }
    }
  }

  private Player played(int leaf, long timePs, long order) {
    tournament.play(leaf, timePs, order);
    return new Player(leaf, timePs, order);
  }

  private static Player first(List<Player> players) {
    return players.stream()
        .min(Comparator.comparingLong(Player::timePs).thenComparingLong(Player::order))
        .orElseThrow();
  }
}
