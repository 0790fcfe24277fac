package org.portbench.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileErrorsTest {
  private static final String FORM = "{ value = ..., status = \"...\", source = \"...\" }";

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void whatIsWrong_isSaidInOneLine(String text, String message) {
    var failure = assertThrows(ProfileException.class, () -> SampleProfile.parse(text));

    assertEquals(message, failure.getMessage());
  }

  static Stream<Arguments> whatIsWrong_isSaidInOneLine() {
    return Stream.of(
            structure(), header(), statements(), numbers(), otherValues(), valuesBesideOthers())
        .flatMap(cases -> cases);
  }

  private static Stream<Arguments> structure() {
    return Stream.of(
        wrong(" \n", "sample.toml:1: the file is empty; a profile begins with [machine]"),
        wrong(
            SampleProfile.with("cores", "cores = { value = 2"),
            "sample.toml:7: Unexpected 'instruction_ps', expected }, a comma, or a newline"),
        wrong(
            SampleProfile.with("line_ns", "cores = 3"),
            "sample.toml:8: cores previously defined at line 6, column 1"),
        wrong(
            SampleProfile.with("[cpu]", "[cpus]"),
            "sample.toml:5: unknown section [cpus]; did you mean cpu?"),
        wrong(
            SampleProfile.with("[measured]", "[prices]"),
            "sample.toml:71: unknown section [prices]; known are machine, cpu, memory, mmu, iommu,"
                + " interrupts, device, measured"),
        wrong("[machine]\nname = \"sample\"\n", "sample.toml:1: there is no section [cpu]; add it"),
        wrong("cpu = 5\n", "sample.toml:1: cpu is no section; begin it with [cpu]"),
        wrong(
            SampleProfile.with("[device.disk]", "[device.tape]"),
            "sample.toml:64: unknown section [device.tape]; known are device.disk, device.flash"));
  }

  private static Stream<Arguments> header() {
    return Stream.of(
        wrong(
            SampleProfile.with("name", "name = \"a b\""),
            "sample.toml:2: the name of machine is \"a b\"; it must be of a to z, 0 to 9,"
                + " hyphens and dots, at most 60"),
        wrong(
            SampleProfile.with("year", "year = 19"),
            "sample.toml:4: the year of machine is 19; it must be from 1950 to 2100"),
        wrong(
            SampleProfile.with("year", "yaer = 1999"),
            "sample.toml:4: unknown key yaer in machine; did you mean year?"),
        wrong(
            SampleProfile.with("description", ""),
            "sample.toml:1: machine has no description; add description = ..."));
  }

  private static Stream<Arguments> statements() {
    return Stream.of(
        wrong(
            SampleProfile.with("system_call_ns", "system_call_ns = 670"),
            "sample.toml:11: cpu.system_call_ns has no source; write system_call_ns ="
                + " { value = 670, status = \"...\", source = \"...\" }"),
        wrong(
            SampleProfile.with("system_call_ns", "system_call_ns = { value = 1, source = \"s\" }"),
            "sample.toml:11: cpu.system_call_ns has no status; add status = ..."),
        wrong(
            SampleProfile.with(
                "system_call_ns", "system_call_ns = { value = 1, status = \"verified\" }"),
            "sample.toml:11: cpu.system_call_ns has no source; add source = ..."),
        wrong(
            SampleProfile.with(
                "system_call_ns",
                "system_call_ns = { value = 1, status = \"verified\", sorce = \"s\" }"),
            "sample.toml:11: unknown key sorce in cpu.system_call_ns; did you mean source?"),
        wrong(
            SampleProfile.with(
                "system_call_ns",
                "system_call_ns = { value = 1, status = \"guess\", source = \"s\" }"),
            "sample.toml:11: the status of cpu.system_call_ns is \"guess\"; it must be one of"
                + " verified, secondary, recalled, derived, estimate"),
        wrong(
            SampleProfile.with(
                "system_call_ns",
                "system_call_ns = { value = 1, status = \"verified\", source = \" \" }"),
            "sample.toml:11: the source of cpu.system_call_ns is \" \"; it must be a text in"
                + " quotes, not empty"),
        wrong(
            SampleProfile.with(
                "system_call_ns",
                "sytem_call_ns = { value = 1, status =" + " \"verified\", source = \"s\" }"),
            "sample.toml:11: unknown key sytem_call_ns in [cpu]; did you mean system_call_ns?"),
        wrong(
            SampleProfile.with("system_call_ns", ""),
            "sample.toml:5: [cpu] has no system_call_ns; add system_call_ns = " + FORM),
        wrong(
            SampleProfile.with(
                "soft_fault_ns",
                "soft_fualt_ns = { value = 1, status =" + " \"verified\", source = \"s\" }"),
            "sample.toml:72: unknown key soft_fualt_ns in [measured]; did you mean"
                + " soft_fault_ns?"));
  }

  private static Stream<Arguments> numbers() {
    return Stream.of(
        value("cores", "0", 6, "cpu.cores is 0; it must be from 1 to 1024"),
        value("cores", "1025", 6, "cpu.cores is 1025; it must be from 1 to 1024"),
        value("cores", "1.5", 6, "cpu.cores is 1.5; it must be a whole number"),
        value("cores", "\"2\"", 6, "cpu.cores is \"2\"; it must be a number"),
        value("cores", "true", 6, "cpu.cores is true; it must be a number"),
        value(
            "system_call_ns", "0", 11, "cpu.system_call_ns is 0; it must be from 1 to 1000000000"),
        value("atomic_ns", "-1", 9, "cpu.atomic_ns is -1; it must be from 0 to 1000000000"),
        value(
            "atomic_ns",
            "1e300",
            9,
            "cpu.atomic_ns is 1" + "0".repeat(300) + "; it must be from 0 to 1000000000"),
        value(
            "line_ns",
            "0.8405",
            8,
            "cpu.line_ns is 0.8405; it must be a whole number of picoseconds"),
        value(
            "instruction_ps",
            "0.5",
            7,
            "cpu.instruction_ps is 0.5; it must be from 1 to 1000000000"),
        value("page_bytes", "5000", 17, "memory.page_bytes is 5000; it must be a power of two"),
        value("tlb_sets", "3", 33, "mmu.tlb_sets is 3; it must be a power of two"),
        value(
            "atomic_ns",
            "nan",
            9,
            "the value of cpu.atomic_ns is NaN; it must be a number, true, false or a text"),
        value(
            "atomic_ns",
            "[1]",
            9,
            "the value of cpu.atomic_ns is a list; it must be a number, true, false or a text"));
  }

  private static Stream<Arguments> otherValues() {
    return Stream.of(
        value("tagged", "1", 35, "mmu.tagged is 1; it must be true or false"),
        value(
            "mode", "\"lasy\"", 44, "iommu.mode is \"lasy\"; it must be one of off, lazy, strict"),
        value("mode", "2", 44, "iommu.mode is 2; it must be one of off, lazy, strict"));
  }

  private static Stream<Arguments> valuesBesideOthers() {
    return Stream.of(
        value(
            "queue_depth",
            "33",
            56,
            "device.queue_depth is 33; it must be at most ring_entries, 32"),
        value(
            "max_transfer_kib",
            "0.5",
            59,
            "device.max_transfer_kib is 0.5; it must be from 1 to 1048576"),
        value(
            "track_seek_us",
            "39.1",
            65,
            "device.disk.track_seek_us is 39.1; it must be at most full_seek_us"),
        wrong(
            SampleProfile.withValue("block_bytes", "4096")
                .replace("max_transfer_kib = { value = 64", "max_transfer_kib = { value = 6"),
            "sample.toml:59: device.max_transfer_kib is 6; it must be a multiple of block_bytes,"
                + " 4096"),
        wrong(
            SampleProfile.text().replaceAll("(?s)\\[device.disk].*\\[measured]", "[measured]"),
            "sample.toml:53: [device]: there must be one of [device.disk] and [device.flash]"),
        wrong(
            SampleProfile.text()
                + "[device.flash]\nchannels = { value = 1, status = \"verified\", source = \"s\" }",
            "sample.toml:53: [device]: there must be one of [device.disk] and [device.flash]"),
        wrong(
            SampleProfile.withValue("capacity_mib", "67108864")
                .replace("media_ps_per_byte = { value = 41", "media_ps_per_byte = { value = 1e6"),
            "sample.toml:55: device.capacity_mib is 67108864; it must be what passes the heads"
                + " in 26 days at most"),
        wrong(
            SampleProfile.with("map_page_ns", ""),
            "sample.toml:43: [iommu] has no map_page_ns; add map_page_ns = " + FORM));
  }

  private static Arguments wrong(String text, String message) {
    return Arguments.of(text, message);
  }

  private static Arguments value(String key, String value, int line, String message) {
    return wrong(SampleProfile.withValue(key, value), "sample.toml:" + line + ": " + message);
  }

  @Test
  void anUnknownMachine_isNamedBesideTheKnownOnes() {
    assertEquals(
        "machine pc-203: unknown; did you mean pc-2003?",
        assertThrows(ProfileException.class, () -> MachineProfiles.builtIn("pc-203")).getMessage());
    assertEquals(
        "machine vax: unknown; known are " + String.join(", ", MachineProfiles.names()),
        assertThrows(ProfileException.class, () -> MachineProfiles.builtIn("vax")).getMessage());
  }

  @Test
  void aFileThatIsNoText_isRefusedByItsName(@TempDir Path folder) throws IOException {
    Path binary = folder.resolve("binary.toml");
    Files.write(binary, new byte[] {'[', (byte) 0xC3, (byte) 0x28});
    Path large = folder.resolve("large.toml");
    Files.write(large, new byte[(1 << 20) + 1]);

    assertEquals(binary + ": cannot be read: it is not text in UTF-8", readingFails(binary));
    assertEquals(large + ":1: no profile: longer than 1048576 bytes", readingFails(large));
    assertEquals(folder + ": cannot be read: Is a directory", readingFails(folder));
    Path absent = folder.resolve("absent.toml");
    assertEquals(absent + ": cannot be read: there is no such file", readingFails(absent));
  }

  private static String readingFails(Path file) {
    return assertThrows(ProfileException.class, () -> MachineProfiles.read(file)).getMessage();
  }

  @Test
  void aMessage_staysOneLineWhateverItQuotes() {
    String key = "\"a\\nb\\u0007" + "c".repeat(1000) + "\"";
    String text = SampleProfile.with("atomic_ns", key + " = 1");

    var failure = assertThrows(ProfileException.class, () -> SampleProfile.parse(text));

    assertEquals(1, failure.getMessage().lines().count());
    assertEquals("sample.toml:9: cpu.a b ccc", failure.getMessage().substring(0, 26));
    assertEquals(403, failure.getMessage().length());
  }
}
