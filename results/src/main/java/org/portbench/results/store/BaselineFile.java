package org.portbench.results.store;

import static org.portbench.results.store.StoreException.Kind.WRITING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.portbench.results.exact.Baseline;

/** A baseline in its file, which is kept under version control. */
public record BaselineFile(Path path) {

  public void write(Baseline baseline) {
    Path folder = path.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(WRITING, folder + ": cannot be created: " + Trouble.of(e));
    }
    new WholeFile(path).write(Json.pretty(BaselineJson.of(baseline)));
  }

  public Baseline read() {
    try {
      return BaselineJson.read(Json.parse(new WholeFile(path).read(), path.toString(), 1));
    } catch (StoreException e) {
      throw new StoreException(
          e.kind(),
          e.getMessage()
              + "; restore the file from version control, or write it with portbench gate update");
    }
  }
}
