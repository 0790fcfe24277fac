package org.portbench.results.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.portbench.results.store.StoreException.Kind.CONTENT;
import static org.portbench.results.store.StoreException.Kind.WRITING;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

/**
 * The cells finished so far, so that a run that is killed keeps them. The first line says which run
 * it is and what was asked, each further line holds one cell with its histogram. A line counts once
 * its line break is written; what stands behind the last one was being written when the end came.
 * Not written by way of a channel, which an interrupted thread would close.
 */
final class Journal implements AutoCloseable {
  private static final String ASKED = "asked";

  private final Path path;
  private final RandomAccessFile file;

  private Journal(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  static Journal begin(Path path, RunResult heading, Asked asked) {
    ObjectNode first = RunJson.heading(heading);
    first.set(ASKED, asked.json());
    new WholeFile(path).write(Json.line(first));
    return reopen(path);
  }

  /** To be written on, behind its last whole line. */
  static Journal reopen(Path path) {
    int kept = wholeLines(new WholeFile(path).read()).stream().mapToInt(l -> l.length + 1).sum();
    try {
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      file.setLength(kept);
      file.seek(kept);
      return new Journal(path, file);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  void append(TrialResult cell) {
    ObjectNode line = Json.object();
    line.set("cell", CellJson.of(cell));
    line.put("latencies", EncodedHistogram.of(cell.latencies()).base64());
    try {
      append(line);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** All of the line or none of it, so that a full disk does not spoil the lines after it. */
  private void append(ObjectNode line) throws IOException {
    long start = file.getFilePointer();
    try {
      file.write(Json.line(line).getBytes(UTF_8));
    } catch (IOException e) {
      file.setLength(start);
      throw e;
    }
  }

  private static StoreException unwritable(Path path, IOException e) {
    return new StoreException(WRITING, path + ": cannot be written: " + Trouble.of(e));
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new StoreException(WRITING, path + ": cannot be closed: " + Trouble.of(e));
    }
  }

  void remove() {
    close();
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new StoreException(WRITING, path + ": cannot be removed: " + Trouble.of(e));
    }
  }

  /** The run as far as it went; its cells by id, since they finish in any order. */
  static RunResult read(Path path) {
    return read(path, wholeLines(new WholeFile(path).read()));
  }

  /** The same, with what was asked. */
  static Unfinished unfinished(Path path) {
    List<byte[]> lines = wholeLines(new WholeFile(path).read());
    RunResult run = read(path, lines);
    Fields heading = Json.parse(lines.getFirst(), path.toString(), 1);
    return new Unfinished(Asked.read(heading.object(ASKED)), run);
  }

  private static RunResult read(Path path, List<byte[]> lines) {
    if (lines.isEmpty()) {
      throw new StoreException(
          CONTENT, path + ": holds no whole line: the run was killed before its first cell");
    }
    Fields heading = Json.parse(lines.getFirst(), path.toString(), 1);
    RunJson.checkSchema(heading);
    List<TrialResult> cells = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      cells.add(cell(lines.get(i), path, i + 1));
    }
    cells.sort(Comparator.comparing(TrialResult::id));
    return RunJson.readHeading(heading, false, cells, List.of());
  }

  private static TrialResult cell(byte[] line, Path path, int lineNumber) {
    Fields outer = Json.parse(line, path.toString(), lineNumber);
    Fields fields = new Fields(path + ":" + lineNumber, "", outer.node());
    EncodedHistogram latencies = new EncodedHistogram(fields.text("latencies"));
    return CellJson.read(fields.object("cell"), latencies.decoded(fields.file()));
  }

  private static List<byte[]> wholeLines(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(Arrays.copyOfRange(bytes, start, i));
        start = i + 1;
      }
    }
    return lines;
  }
}
