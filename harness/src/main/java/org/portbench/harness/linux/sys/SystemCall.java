package org.portbench.harness.linux.sys;

import java.util.Locale;

/** The system calls that portbench makes, with their numbers. Memory is given by its address. */
public enum SystemCall {
  READ(0, 63),
  WRITE(1, 64),
  CLOSE(3, 57),
  MMAP(9, 222),
  MPROTECT(10, 226),
  MUNMAP(11, 215),
  RT_SIGACTION(13, 134),
  PREAD64(17, 67),
  PWRITE64(18, 68),
  SCHED_YIELD(24, 124),
  MINCORE(27, 232),
  MADVISE(28, 233),
  GETPID(39, 172),
  SENDFILE(40, 71),
  SOCKET(41, 198),
  CONNECT(42, 203),
  SENDTO(44, 206),
  SENDMSG(46, 211),
  RECVMSG(47, 212),
  SHUTDOWN(48, 210),
  BIND(49, 200),
  LISTEN(50, 201),
  SOCKETPAIR(53, 199),
  SETSOCKOPT(54, 208),
  GETSOCKOPT(55, 209),
  FCNTL(72, 25),
  FSYNC(74, 82),
  FTRUNCATE(77, 46),
  GETRUSAGE(98, 165),
  MLOCK(149, 228),
  GETTID(186, 178),
  FUTEX(202, 98),
  SCHED_SETAFFINITY(203, 122),
  SCHED_GETAFFINITY(204, 123),
  CLOCK_GETTIME(228, 113),
  TGKILL(234, 131),
  OPENAT(257, 56),
  UNLINKAT(263, 35),
  PPOLL(271, 73),
  SPLICE(275, 76),
  VMSPLICE(278, 75),
  FALLOCATE(285, 47),
  ACCEPT4(288, 242),
  PIPE2(293, 59),
  PRLIMIT64(302, 261),
  MEMFD_CREATE(319, 279),
  STATX(332, 291),
  IO_URING_SETUP(425, 425),
  IO_URING_ENTER(426, 426),
  IO_URING_REGISTER(427, 427);

  private final long number;

  SystemCall(int x86, int arm) {
    number = Architecture.here().filter(a -> a == Architecture.AARCH64).isPresent() ? arm : x86;
  }

  /** Its name in the manual. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Once, whatever comes of it: what the call returns, or minus its errno. */
  public long once(long a, long b, long c, long d, long e, long f) {
    Architecture.known();
    return Native.syscall(number, a, b, c, d, e, f);
  }

  /** Again after every interruption by a signal: what the call returns, or minus its errno. */
  public long attempt(long a, long b, long c, long d, long e, long f) {
    while (true) {
      long result = once(a, b, c, d, e, f);
      if (result != -Errno.EINTR) {
        return result;
      }
    }
  }

  /**
   * What the call returns, whatever signals come meanwhile.
   *
   * @throws SystemCallException where the kernel refuses
   */
  public long call(long a, long b, long c, long d, long e, long f) {
    return checked(attempt(a, b, c, d, e, f));
  }

  public long call(long a, long b, long c, long d) {
    return call(a, b, c, d, 0, 0);
  }

  public long call(long a, long b, long c) {
    return call(a, b, c, 0, 0, 0);
  }

  public long call(long a, long b) {
    return call(a, b, 0, 0, 0, 0);
  }

  public long call(long a) {
    return call(a, 0, 0, 0, 0, 0);
  }

  public long call() {
    return call(0, 0, 0, 0, 0, 0);
  }

  /** The result of an attempt, if it is not an errno. */
  public long checked(long result) {
    if (result < 0) {
      throw new SystemCallException(this, (int) -result);
    }
    return result;
  }
}
