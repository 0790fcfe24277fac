package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.harness.linux.sys.OnLinux;

final class ValidateOnLinuxTest {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "--quick, --quick",
    "--profile=server-2024, --profile",
    "--transport=ring, --transport",
    "--device-dir=., --device-dir"
  })
  void whatOnlyThisMachineCanBeAskedNeedsItsTier(String said, String option) {
    Told told = Told.of(home, "validate", said);

    assertEquals(2, told.code());
    assertEquals("portbench: " + option + " needs --tier linux", told.oneLine());
  }

  @Test
  void thereAreTwoTiers() {
    Told told = Told.of(home, "validate", "--tier", "moon");

    assertEquals(2, told.code());
    assertEquals("portbench: --tier: 'moon': must be one of model, linux", told.oneLine());
  }

  @Test
  @OnLinux
  void publishedFiguresAreOfTheModelAlone() {
    Told told = Told.of(home, "validate", "--tier", "linux", "--targets", "dean-armand-1992");

    assertEquals(2, told.code());
    assertEquals("portbench: --targets does not go with --tier linux", told.oneLine());
  }

  @Test
  @OnLinux
  void whatIsMissingIsSaidBeforeAnythingIsMeasured() {
    Path out = home.resolve("out");
    Told told =
        Told.of(
            home,
            "validate",
            "--tier",
            "linux",
            "--profile",
            home.resolve("gone.toml").toString(),
            "--out",
            out.toString());

    assertEquals(2, told.code());
    assertFalse(Files.exists(out));
  }
}
