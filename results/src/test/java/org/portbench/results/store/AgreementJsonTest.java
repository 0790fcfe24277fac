package org.portbench.results.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.agreement.Agreement;
import org.portbench.results.agreement.ComparedCell;
import org.portbench.results.agreement.Measured;
import org.portbench.results.agreement.Spot;

final class AgreementJsonTest {
  @TempDir Path directory;

  @Test
  void whatIsMissingIsNull_andItsReasonIsSaid() throws IOException {
    Spot spot = new Spot("file", 0, "one CPU", "write", 1);
    ComparedCell measured =
        new ComparedCell(
            spot,
            "copy",
            4096,
            Optional.of(90L),
            Optional.of(30L),
            Optional.of(new Measured(100, 95, 105, 0)),
            "");
    ComparedCell skipped =
        new ComparedCell(
            spot,
            "registered",
            4096,
            Optional.of(80L),
            Optional.of(20L),
            Optional.empty(),
            "skipped: no io_uring");
    Path place = directory.resolve("v");
    ValidationStore.create(place)
        .keep(new Agreement("mine", List.of("a note"), List.of(measured, skipped)));

    assertEquals(
        """
        {
          "schemaVersion": 1,
          "tier": "linux",
          "machine": "mine",
          "cells": 2,
          "compared": 1,
          "medianErrorPercent": 10.00,
          "medianCpuErrorPercent": null,
          "kendallTau": null,
          "pairs": {
            "concordant": 0,
            "discordant": 0,
            "tiedInModel": 0,
            "undecided": 0
          },
          "crossovers": [],
          "groups": [
            {
              "device": "file",
              "layers": 0,
              "placement": "one CPU",
              "operation": "write",
              "queueDepth": 1,
              "medianErrorPercent": 10.00,
              "kendallTau": null,
              "pairs": {
                "concordant": 0,
                "discordant": 0,
                "tiedInModel": 0,
                "undecided": 0
              },
              "cells": [
                {
                  "strategy": "copy",
                  "sizeBytes": 4096,
                  "predictedNs": 90,
                  "measuredNs": 100,
                  "measuredLeastNs": 95,
                  "measuredMostNs": 105,
                  "errorPercent": -10.00,
                  "predictedCpuNs": 30,
                  "measuredCpuNs": 0,
                  "cpuErrorPercent": null,
                  "reason": ""
                },
                {
                  "strategy": "registered",
                  "sizeBytes": 4096,
                  "predictedNs": 80,
                  "measuredNs": null,
                  "measuredLeastNs": null,
                  "measuredMostNs": null,
                  "errorPercent": null,
                  "predictedCpuNs": 20,
                  "measuredCpuNs": null,
                  "cpuErrorPercent": null,
                  "reason": "skipped: no io_uring"
                }
              ]
            }
          ],
          "notes": [
            "a note"
          ]
        }
        """,
        Files.readString(place.resolve("validate.json")));
  }
}
