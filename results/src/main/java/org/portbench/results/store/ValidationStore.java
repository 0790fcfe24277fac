package org.portbench.results.store;

import java.nio.file.Path;
import org.portbench.results.agreement.Agreement;
import org.portbench.results.validation.Validation;

/** A validation in a directory of its own: {@code validate.json}. */
public final class ValidationStore {
  private final RunDirectory directory;

  private ValidationStore(RunDirectory directory) {
    this.directory = directory;
  }

  /** Makes the directory and refuses one that holds a run or a validation. */
  public static ValidationStore create(Path path) {
    RunDirectory directory = new RunDirectory(path);
    directory.make();
    return new ValidationStore(directory);
  }

  public void keep(Validation validation) {
    new WholeFile(directory.validation()).write(Json.pretty(ValidationJson.of(validation)));
  }

  /** Held against a machine and not against what was published. */
  public void keep(Agreement agreement) {
    new WholeFile(directory.validation()).write(Json.pretty(AgreementJson.of(agreement)));
  }
}
