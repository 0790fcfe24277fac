package org.portbench.harness.linux.sys;

import java.util.Map;

/** What the kernel says where it refuses, by number and by name. */
public final class Errno {
  public static final int EPERM = 1;
  public static final int EINTR = 4;
  public static final int EBADF = 9;
  public static final int EAGAIN = 11;
  public static final int ENOMEM = 12;
  public static final int EFAULT = 14;
  public static final int EINVAL = 22;
  public static final int EPIPE = 32;
  public static final int ENOSYS = 38;
  public static final int EMSGSIZE = 90;
  public static final int EOPNOTSUPP = 95;
  public static final int ECONNRESET = 104;
  public static final int ETIMEDOUT = 110;
  public static final int ECONNREFUSED = 111;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(EPERM, "EPERM (not permitted)"),
          Map.entry(2, "ENOENT (no such file or directory)"),
          Map.entry(3, "ESRCH (no such process)"),
          Map.entry(EINTR, "EINTR (interrupted)"),
          Map.entry(5, "EIO (input/output error)"),
          Map.entry(7, "E2BIG (argument too long)"),
          Map.entry(EBADF, "EBADF (bad descriptor)"),
          Map.entry(EAGAIN, "EAGAIN (would have to wait)"),
          Map.entry(ENOMEM, "ENOMEM (out of memory, or over a limit)"),
          Map.entry(13, "EACCES (permission denied)"),
          Map.entry(EFAULT, "EFAULT (bad address)"),
          Map.entry(16, "EBUSY (busy)"),
          Map.entry(17, "EEXIST (exists)"),
          Map.entry(20, "ENOTDIR (not a directory)"),
          Map.entry(21, "EISDIR (is a directory)"),
          Map.entry(EINVAL, "EINVAL (invalid argument)"),
          Map.entry(23, "ENFILE (too many open files in the system)"),
          Map.entry(24, "EMFILE (too many open files)"),
          Map.entry(25, "ENOTTY (not a terminal)"),
          Map.entry(26, "ETXTBSY (sealed or in use)"),
          Map.entry(27, "EFBIG (file too large)"),
          Map.entry(28, "ENOSPC (no space left)"),
          Map.entry(29, "ESPIPE (cannot seek)"),
          Map.entry(30, "EROFS (read-only file system)"),
          Map.entry(EPIPE, "EPIPE (nobody reads)"),
          Map.entry(ENOSYS, "ENOSYS (no such system call)"),
          Map.entry(75, "EOVERFLOW (value too large)"),
          Map.entry(88, "ENOTSOCK (not a socket)"),
          Map.entry(EMSGSIZE, "EMSGSIZE (message too long)"),
          Map.entry(EOPNOTSUPP, "EOPNOTSUPP (not supported)"),
          Map.entry(98, "EADDRINUSE (address in use)"),
          Map.entry(ECONNRESET, "ECONNRESET (peer is gone)"),
          Map.entry(105, "ENOBUFS (no buffer space)"),
          Map.entry(107, "ENOTCONN (not connected)"),
          Map.entry(109, "ETOOMANYREFS (too many descriptors under way)"),
          Map.entry(ETIMEDOUT, "ETIMEDOUT (timed out)"),
          Map.entry(ECONNREFUSED, "ECONNREFUSED (nobody listens)"));

  private Errno() {}

  /** As the manual pages write it, and in words. */
  public static String name(int errno) {
    return NAMES.getOrDefault(errno, "errno " + errno);
  }
}
