package org.portbench.harness.workload;

/** A line of a file that the user gave. */
record Place(String file, int line) {

  WorkloadException error(String what) {
    return new WorkloadException(Quoted.printable(file) + ":" + line + ": " + what);
  }

  /** A note for the reader of a result; without directories, which say only where it ran. */
  String note(String what) {
    String baseName = file.substring(file.lastIndexOf('/') + 1);
    return Quoted.printable(baseName) + ":" + line + ": " + what;
  }
}
