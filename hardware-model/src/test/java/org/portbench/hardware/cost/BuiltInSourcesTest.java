package org.portbench.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portbench.hardware.cost.MachineProfile.Number;

/** What the built-in machines may not have been fitted to. */
class BuiltInSourcesTest {
  /** Wholes that the model predicts; a part priced from one of them would predict itself. */
  private static final List<String> WHOLES =
      List.of("rpc", "remote procedure", "table 5-9", "sosp'91, table 3", "fbuf", "bershad 1992");

  /** Numbers that set prices although nobody looked them up again. */
  private static final List<String> RECALLED_PRICES = List.of("pc-2003 mmu.invalidate_page_ns");

  static List<String> builtIn() {
    return MachineProfiles.names();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void noNumber_comesFromAWholeThatIsPredicted(String name) {
    for (Number number : MachineProfiles.builtIn(name).numbers()) {
      String source = number.source().toLowerCase(Locale.ROOT);
      for (String whole : WHOLES) {
        assertFalse(source.contains(whole), number.toString());
      }
    }
  }

  @Test
  void recalledPrices_areTheOnesWrittenDownHere() {
    List<String> recalled =
        MachineProfiles.names().stream()
            .flatMap(name ->
                MachineProfiles.builtIn(name).numbers().stream()
                    .filter(BuiltInSourcesTest::setsAPrice)
                    .filter(number -> number.status().equals("recalled"))
                    .map(number -> name + " " + number.key()))
            .toList();

    assertEquals(RECALLED_PRICES, recalled);
  }

  /** Times and rates of processor, memory and translation, but those that are nothing. */
  private static boolean setsAPrice(Number number) {
    return number.key().matches("(cpu|memory|mmu|measured)[.].*_(ps|ns|ps_per_byte)")
        && !number.value().equals("0");
  }
}
