package org.portbench.results.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.validation.SampleTargets;
import org.portbench.results.validation.Validation;

class ValidationStoreTest {
  @TempDir Path directory;

  @Test
  void percentsHaveTwoDecimals_allElseIsWhole_andWhatIsNotThereIsNull() throws IOException {
    Validation some = SampleTargets.some();
    Validation two = new Validation(List.of(some.targets().get(0), some.targets().get(3)));
    Path place = directory.resolve("v");
    ValidationStore.create(place).keep(two);
    assertEquals(
        """
        {
          "schemaVersion": 1,
          "counted": 2,
          "met": 1,
          "medianErrorPercent": null,
          "worstErrorPercent": 15.00,
          "composition": {
            "counted": 1,
            "met": 1,
            "medianErrorPercent": 15.00,
            "worstErrorPercent": 15.00
          },
          "prediction": {
            "counted": 1,
            "met": 0,
            "medianErrorPercent": null,
            "worstErrorPercent": null
          },
          "sign": {
            "counted": 0,
            "met": 0
          },
          "targets": [
            {
              "id": "part",
              "table": "sample",
              "machines": [
                "pc-2003"
              ],
              "source": "Somebody 1999, Table 1",
              "kind": "composition",
              "recalled": false,
              "counted": true,
              "quantity": "cpuNsPerOperation(a)",
              "unit": "ns",
              "expected": 1000,
              "predicted": 1150,
              "errorPercent": 15.00,
              "tolerancePercent": 15.00,
              "met": true,
              "explanation": "One against the other.",
              "evidence": [
                {
                  "cell": "cell",
                  "metric": "cpuNsPerOperation",
                  "value": 7
                }
              ]
            },
            {
              "id": "none",
              "table": "sample",
              "machines": [
                "pc-2003"
              ],
              "source": "Somebody 1999, Table 1",
              "kind": "prediction",
              "recalled": false,
              "counted": true,
              "quantity": "cpuNsPerOperation(a)",
              "unit": "B",
              "expected": 8192,
              "predicted": null,
              "errorPercent": null,
              "tolerancePercent": 100.00,
              "met": false,
              "explanation": "One against the other.",
              "evidence": [
                {
                  "cell": "cell",
                  "metric": "cpuNsPerOperation",
                  "value": 7
                }
              ]
            }
          ]
        }
        """,
        Files.readString(place.resolve("validate.json")));
  }

  @Test
  void aDirectoryThatHoldsAValidation_isRefused() {
    Path place = directory.resolve("v");
    ValidationStore.create(place).keep(SampleTargets.some());
    String said =
        assertThrows(StoreException.class, () -> ValidationStore.create(place)).getMessage();
    assertTrue(
        said.endsWith("already holds a run (validate.json); choose another directory"), said);
  }
}
