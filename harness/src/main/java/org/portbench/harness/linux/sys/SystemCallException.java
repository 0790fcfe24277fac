package org.portbench.harness.linux.sys;

/** The kernel refused. */
public final class SystemCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int errno;

  SystemCallException(SystemCall call, int errno) {
    this(call.word(), errno);
  }

  /**
   * @param what was tried: a call's name, with what it was to do where that needs saying
   */
  public SystemCallException(String what, int errno) {
    super(what + ": " + Errno.name(errno));
    this.errno = errno;
  }

  public int errno() {
    return errno;
  }
}
