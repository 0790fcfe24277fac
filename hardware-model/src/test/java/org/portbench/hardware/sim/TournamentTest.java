package org.portbench.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TournamentTest {
  private record Player(int leaf, long timePs, long order) {}

  private final Tournament tournament = new Tournament();

  @Test
  void withoutPlayers_theWinnersTimeNeverComes() {
    assertEquals(Tournament.NEVER, tournament.timePs(tournament.winner()));
    assertEquals(3, tournament.play(3, 5, 1));
    assertEquals(5, tournament.timePs(tournament.winner()));
    tournament.leave(3);
    assertEquals(Tournament.NEVER, tournament.timePs(tournament.winner()));
  }

  /** From some time on, there is no room for a leaf beside the time. */
  @ParameterizedTest(name = "seed {0}, from {1} ps")
  @CsvSource({"1, 0", "20030716, 0", "1, 288230376151711734", "20030716, 9223372036854775000"})
  void randomUse_agreesWithAList(long seed, long fromPs) {
    RandomStream random = new RandomStream(seed, "tournament");
    List<Player> players = new ArrayList<>();
    for (int order = 0; order < 20_000; order++) {
      int leaf = (int) random.below(order < 10_000 ? 5 : 200);
      players.removeIf(player -> player.leaf == leaf);
      if (random.below(3) == 0) {
        tournament.leave(leaf);
      } else {
        Player player = new Player(leaf, fromPs + random.below(50), order);
        tournament.play(leaf, player.timePs, order);
        players.add(player);
      }
      String where = "seed " + seed + ", order " + order;
      long earliestPs = players.isEmpty() ? Tournament.NEVER : first(players).timePs;
      assertEquals(earliestPs, tournament.timePs(tournament.winner()), where);
      if (!players.isEmpty()) {
        assertEquals(first(players).leaf, tournament.winner(), where);
      }
    }
  }

  private static Player first(List<Player> players) {
    return players.stream()
        .min(Comparator.comparingLong(Player::timePs).thenComparingLong(Player::order))
        .orElseThrow();
  }
}
