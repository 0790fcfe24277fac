package org.portbench.harness.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portbench.hardware.sim.RandomStream;

/**
 * The files of a job and the part of each in which it works, from {@code size}, {@code filesize},
 * {@code offset} and {@code nrfiles}. A percentage counts of the file; where nothing says how long
 * that is, a job without a size has {@value #DEFAULT_SIZE_TEXT}.
 */
final class JobLayout {
  private static final long DEFAULT_SIZE_BYTES = 64L << 20;
  private static final String DEFAULT_SIZE_TEXT = "64 MiB";

  /** One file's length, and the part of it that is used. */
  record Extent(long fileBytes, long startByte, long lengthBytes) {}

  private final JobSettings settings;
  private final int files;
  private final int alignment;
  private final int leastRoom;
  private final Optional<OptionValue> size;
  private final Optional<OptionValue> fileSize;
  private final Optional<OptionValue> offset;

  JobLayout(JobSettings settings, int alignment, int leastRoom) {
    this.settings = settings;
    this.alignment = alignment;
    this.leastRoom = leastRoom;
    this.files = settings.integer("nrfiles", 1, 1, Limits.FILES);
    this.size = settings.value("size");
    this.fileSize = settings.value("filesize");
    this.offset = settings.value("offset");
  }

  Optional<String> assumption() {
    boolean unknown = fileSize.isEmpty() && (size.isEmpty() || size.get().percentage());
    return unknown
        ? Optional.of(
            settings
                .place()
                .note("[" + settings.name() + "] has no size: it takes " + DEFAULT_SIZE_TEXT))
        : Optional.empty();
  }

  List<Extent> extents(RandomStream chance) {
    List<Extent> extents = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      extents.add(fileSize.isPresent() ? withinFile(chance) : madeForSize());
    }
    return extents;
  }

  private Extent withinFile(RandomStream chance) {
    long fileBytes = drawFileBytes(fileSize.orElseThrow(), chance);
    long start = offset.map(value -> startByte(value, fileBytes)).orElse(0L);
    long used =
        size.filter(OptionValue::percentage)
            .map(value -> share(fileBytes, value.percent()))
            .orElse(fileBytes);
    return checked(new Extent(fileBytes, start, Math.min(used, fileBytes - start)));
  }

  private static long drawFileBytes(OptionValue range, RandomStream chance) {
    List<OptionValue> ends = range.ends();
    long one = ends.getFirst().number(1, Limits.FOOTPRINT_BYTES);
    long other = ends.getLast().number(1, Limits.FOOTPRINT_BYTES);
    long low = Math.min(one, other);
    return low + chance.below(Math.max(one, other) - low + 1);
  }

  /** The file is as long as the offset and the size together; a percentage takes its own part. */
  private Extent madeForSize() {
    long whole = sizeBytes() / files;
    if (offset.isEmpty()) {
      return checked(new Extent(whole, 0, usedOf(whole)));
    }
    OptionValue given = offset.get();
    long start = startByte(given, whole);
    return checked(
        given.percentage()
            ? new Extent(whole, start, Math.min(usedOf(whole), whole - start))
            : new Extent(start + whole, start, usedOf(whole)));
  }

  private long sizeBytes() {
    return size.filter(value -> !value.percentage())
        .map(value -> value.number(1, Limits.FOOTPRINT_BYTES))
        .orElse(DEFAULT_SIZE_BYTES);
  }

  private long usedOf(long whole) {
    return size.filter(OptionValue::percentage)
        .map(value -> share(whole, value.percent()))
        .orElse(whole);
  }

  private long startByte(OptionValue given, long fileBytes) {
    return given.percentage()
        ? Math.ceilDiv(share(fileBytes, given.percent()), alignment) * alignment
        : given.number(0, Limits.FOOTPRINT_BYTES);
  }

  private static long share(long bytes, int percent) {
    return bytes / 100 * percent + bytes % 100 * percent / 100;
  }

  private Extent checked(Extent extent) {
    if (extent.lengthBytes() < leastRoom) {
      throw settings
          .place()
          .error(
              "["
                  + settings.name()
                  + "] has "
                  + Math.max(0, extent.lengthBytes())
                  + " bytes in each file, too few for one request of "
                  + leastRoom
                  + "; make size larger, or bs, offset or nrfiles smaller");
    }
    return extent;
  }

  /** Bytes after which a job is done where {@code io_size} does not say otherwise. */
  long defaultBytes(List<Extent> extents) {
    long all = extents.stream().mapToLong(Extent::lengthBytes).sum();
    return sizeSaysHowMuch() ? sizeBytes() : all;
  }

  /** With a file size of its own, a size is not where a job works but how much it does. */
  boolean sizeSaysHowMuch() {
    return fileSize.isPresent() && size.isPresent() && !size.get().percentage();
  }
}
