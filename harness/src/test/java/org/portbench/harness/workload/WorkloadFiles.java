package org.portbench.harness.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Workload files that a test writes, and what comes of them. */
record WorkloadFiles(Path folder) {
  static final Path SHIPPED = Path.of("workloads");
  private static final int MOST_OPERATIONS = 200_000;

  Path write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Workload job(String text) {
    return job(text, WorkloadOptions.DEFAULT);
  }

  Workload job(String text, WorkloadOptions options) {
    return Workloads.find(write("test.fio", text).toString(), options);
  }

  Workload trace(String text) {
    return trace(text, WorkloadOptions.DEFAULT);
  }

  Workload trace(String text, WorkloadOptions options) {
    return Workloads.find(write("test.iolog", text).toString(), options);
  }

  /** The message without the folder's name, after a check that it is one line. */
  String error(String name, byte[] content) {
    Path path = write(name, content);
    WorkloadException error =
        assertThrows(
            WorkloadException.class,
            () -> Workloads.find(path.toString(), WorkloadOptions.DEFAULT));
    assertTrue(error.getMessage().lines().count() == 1, error.getMessage());
    return error.getMessage().replace(folder + "/", "");
  }

  String error(String name, String content) {
    return error(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static List<Asked> operations(ClientPlan client, long seed) {
    List<Asked> operations = new ArrayList<>();
    OperationSource source = client.source().apply(seed);
    for (Optional<Asked> next = Asked.next(source); next.isPresent(); next = Asked.next(source)) {
      operations.add(next.get());
      assertTrue(operations.size() <= MOST_OPERATIONS, "the source does not end");
    }
    assertEquals(Optional.empty(), Asked.next(source), "an ended source stays ended");
    return operations;
  }

  static List<Asked> operations(Workload workload) {
    return workload.clients().stream().flatMap(c -> operations(c, 1).stream()).toList();
  }

  static List<Asked> first(int count, ClientPlan client, long seed) {
    OperationSource source = client.source().apply(seed);
    List<Asked> operations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      operations.add(Asked.next(source).orElseThrow());
    }
    return operations;
  }

  static long count(List<Asked> operations, Operation.Kind kind) {
    return operations.stream().filter(operation -> operation.kind() == kind).count();
  }

  static long bytes(List<Asked> operations) {
    return operations.stream().mapToLong(Asked::length).sum();
  }
}
