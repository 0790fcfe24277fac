package org.portbench.harness.linux.calibrate;

/** A calibration came to nothing; the message says why. */
public final class CalibrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CalibrationException(String why) {
    super(why);
  }
}
