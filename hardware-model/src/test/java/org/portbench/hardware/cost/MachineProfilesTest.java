package org.portbench.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portbench.hardware.cost.MachineProfile.Number;

class MachineProfilesTest {

  static List<String> builtIn() {
    return MachineProfiles.names();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void everyNumberOfABuiltInMachine_hasASource(String name) {
    MachineProfile machine = MachineProfiles.builtIn(name);

    assertEquals(name, machine.name());
    assertFalse(machine.numbers().isEmpty());
    for (Number number : machine.numbers()) {
      assertTrue(number.source().length() > 10, number.toString());
    }
  }

  @Test
  void theFilesOfMachines_areTheBuiltInOnes() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/machines"))) {
      List<String> found =
          files.map(file -> file.getFileName().toString().replace(".toml", "")).sorted().toList();

      assertEquals(found, MachineProfiles.names().stream().sorted().toList());
    }
  }

  @Test
  void builtInMachines_areNamedOldestFirst() {
    List<Integer> years =
        MachineProfiles.names().stream().map(name -> MachineProfiles.builtIn(name).year()).toList();

    assertEquals(years.stream().sorted().toList(), years);
  }

  @Test
  void aFileOfOnesOwn_isReadAsABuiltInOneIs(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("own.toml"), SampleProfile.text());

    assertEquals(SampleProfile.read(), MachineProfiles.read(file));
  }

  @Test
  void eachKey_reachesItsOwnField() {
    MachineProfile machine = SampleProfile.read();

    assertEquals(
        new MachineProfile.Processor(
            2, 500, 840, 3_000, 4_000, 670_000, 6_000, 7_000, 8_000, 9_000),
        machine.cpu());
    assertEquals(
        new MachineProfile.Memory(
            4096, 32, 64 << 20, 256 << 10, 512 << 10, 11, 12, 13, 14, 15, 16, 17, 18, true, 19_000),
        machine.memory());
    assertEquals(
        new MachineProfile.Mmu(4, 3, true, false, 20_000, 21_000, 22_000, 23_000, 24_000, 25),
        machine.mmu());
    assertEquals(
        new MachineProfile.Iommu(MachineProfile.IommuMode.STRICT, 26_000, 27_000, 28_000, 29),
        machine.iommu());
    assertEquals(new MachineProfile.Interrupts(30_000, 4, 31_000_000), machine.interrupts());
    assertEquals(
        new MachineProfile.Device(
            512,
            128 << 20,
            16,
            32,
            33,
            64 << 10,
            34_000,
            35_000,
            36,
            37_000_000,
            new MachineProfile.Medium.Disk(1_500_000, 39_000_000, 40_000_000, 41, 42_000_000, 43)),
        machine.device());
    assertEquals(Map.of(Primitive.SOFT_FAULT, 44_000L), machine.measuredPs());
    assertEquals(1999, machine.year());
    assertEquals("For tests", machine.description());
  }

  @Test
  void aFlashDrive_takesThePlaceOfADisk() {
    String flash =
        """
        [device.flash]
        channels = { value = 8, status = "verified", source = "s" }
        stripe_bytes = { value = 4096, status = "verified", source = "s" }
        read_us = { value = 50, status = "verified", source = "s" }
        program_us = { value = 10, status = "verified", source = "s" }
        channel_ps_per_byte = { value = 833, status = "verified", source = "s" }
        [measured]
        """;
    String text = SampleProfile.text();
    String other = text.substring(0, text.indexOf("[device.disk]")) + flash;

    assertEquals(
        new MachineProfile.Medium.Flash(8, 4096, 50_000_000, 10_000_000, 833),
        SampleProfile.parse(other).device().medium());
  }

  @Test
  void aMachineWithoutIommu_statesItsModeAlone() {
    String text = SampleProfile.withValue("mode", "\"off\"");
    String alone = text.replaceAll("(map_page|unmap_page|invalidate)_ns .*|lazy_batch.*", "");

    assertEquals(
        new MachineProfile.Iommu(MachineProfile.IommuMode.OFF, 0, 0, 0, 1),
        SampleProfile.parse(alone).iommu());
  }

  @Test
  void decimals_areExactToThePicosecond() {
    assertEquals(840, lineAt("0.84"));
    assertEquals(1, lineAt("0.001"));
    assertEquals(7_720, lineAt("7.72"));
    assertEquals(100, lineAt("0.1"));
    assertEquals(299_999_999_999L, lineAt("299999999.999"));
    assertEquals(1_000_000, lineAt("1e3"));
    assertEquals(1_000_000, lineAt("1_000.000"));
  }

  private static long lineAt(String ns) {
    return SampleProfile.parse(SampleProfile.withValue("line_ns", ns)).cpu().linePs();
  }

  @Test
  void numbers_areStatedInTheOrderOfTheFile() {
    List<Number> numbers = SampleProfile.read().numbers();

    assertEquals(new Number("cpu.cores", "2", "verified", "s"), numbers.getFirst());
    assertEquals(new Number("cpu.line_ns", "0.84", "estimate", "s"), numbers.get(2));
    assertEquals(
        new Number("measured.soft_fault_ns", "44", "derived", "from s"), numbers.getLast());
    assertEquals(60, numbers.size());
  }

  @Test
  void theDigest_changesWithAnyNumber() {
    MachineProfile machine = SampleProfile.read();
    Set<String> digests = new HashSet<>(Set.of(machine.digest()));

    for (Number number : machine.numbers()) {
      MachineProfile changed = MachineProfiles.with(machine, changed(number));
      assertTrue(digests.add(changed.digest()), number.key());
    }
  }

  private static Number changed(Number number) {
    String value =
        switch (number.value()) {
          case "true" -> "false";
          case "false" -> "true";
          case "strict" -> "lazy";
          case "0.84" -> "0.841";
          case "1.5" -> "1.501";
          case "512", "4096", "32", "4" -> Integer.toString(2 * Integer.parseInt(number.value()));
          default -> Integer.toString(1 + Integer.parseInt(number.value()));
        };
    return new Number(number.key(), value, number.status(), number.source());
  }

  @Test
  void theDigest_staysWithCommentsSourcesAndOrder() {
    String digest = SampleProfile.read().digest();

    assertEquals(16, digest.length());
    assertEquals(digest, SampleProfile.parse("# why\n" + SampleProfile.text()).digest());
    assertEquals(
        digest, SampleProfile.parse(SampleProfile.text().replace("\"s\"", "\"t\"")).digest());
    assertEquals(digest, SampleProfile.parse(SampleProfile.withValue("line_ns", "0.840")).digest());
    String moved =
        "[measured]\nsoft_fault_ns = { value = 44, status = \"derived\", source = \"s\" }\n"
            + SampleProfile.text().replaceAll("(?s)\\[measured].*", "");
    assertEquals(digest, SampleProfile.parse(moved).digest());
  }

  @Test
  void theDigest_isTheSameEverywhere() {
    assertEquals("339970a69d3fcc43", SampleProfile.read().digest());
  }

  @Test
  void changedNumbers_areTheOnlyDifference() {
    MachineProfile machine = MachineProfiles.builtIn("pc-2003");

    MachineProfile same = MachineProfiles.with(machine);
    MachineProfile changed =
        MachineProfiles.with(
            machine,
            new Number("mmu.tagged", "true", "estimate", "what if"),
            new Number("measured.page_hold_ns", "12.5", "estimate", "what if"));

    assertEquals(machine, same);
    assertTrue(changed.mmu().tagged());
    assertEquals(12_500, changed.measuredPs().get(Primitive.PAGE_HOLD));
    assertEquals(machine.cpu(), changed.cpu());
    assertEquals(machine.numbers().size() + 1, changed.numbers().size());
  }

  @Test
  void aChangeThatCannotBe_isRefusedWithTheMachinesName() {
    MachineProfile machine = SampleProfile.read();
    Number change = new Number("mmu.tlb_sets", "3", "estimate", "what if");

    var failure = assertThrows(ProfileException.class, () -> MachineProfiles.with(machine, change));

    assertEquals("sample: mmu.tlb_sets is 3; it must be a power of two", failure.getMessage());
  }

  @Test
  void aProfile_isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    MachineProfile here = MachineProfiles.builtIn("pc-2003");
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "de-DE", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals(here, MachineProfiles.builtIn("pc-2003"), tag);
        assertEquals(
            "sample.toml:11: cpu.system_call_ns is -0.5; it must be from 1 to 1000000000",
            assertThrows(
                    ProfileException.class,
                    () -> SampleProfile.parse(SampleProfile.withValue("system_call_ns", "-0.5")))
                .getMessage(),
            tag);
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
