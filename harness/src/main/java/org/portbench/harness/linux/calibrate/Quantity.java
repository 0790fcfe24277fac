package org.portbench.harness.linux.calibrate;

/** What is measured, in the order in which it is shown. */
public enum Quantity {
  CYCLE("clock cycle", Unit.PS, "a chain of dependent additions and exclusive ors"),
  FOREIGN_CALL("call out of the JVM", Unit.NS, "labs(3) of the C library; part of each call below"),
  SYSTEM_CALL("system call", Unit.NS, "getpid, by way of the C library's syscall"),
  ATOMIC("atomic operation", Unit.NS, "a word in the first-level cache"),
  LINE_PRIVATE("line, own cache", Unit.NS, "pointers chased through half of the private cache"),
  LINE_SHARED(
      "line, shared cache", Unit.NS, "pointers chased through a sixteenth of the shared cache"),
  LINE_MEMORY("line, memory", Unit.NS, "pointers chased through 128 MiB; page walks included"),

  COPY_PRIVATE("copy, own cache", Unit.PS_PER_BYTE, "16 KiB to 16 KiB"),
  COPY_SHARED("copy, shared cache", Unit.PS_PER_BYTE, "1/8 of the shared cache to as much"),
  COPY_MEMORY("copy, memory", Unit.PS_PER_BYTE, "128 MiB to 128 MiB, a part each time"),
  TOUCH_PRIVATE("look at, own cache", Unit.PS_PER_BYTE, "each word compared; 16 KiB"),
  TOUCH_SHARED("look at, shared cache", Unit.PS_PER_BYTE, "1/8 of the shared cache"),
  TOUCH_MEMORY("look at, memory", Unit.PS_PER_BYTE, "128 MiB, a part each time"),
  ZERO("zero", Unit.PS_PER_BYTE, "16 KiB in the own cache"),

  FUTEX_WAKE("futex wake, nobody there", Unit.NS, "FUTEX_WAKE on a shared word"),
  FUTEX_WAIT("futex wait, refused", Unit.NS, "FUTEX_WAIT on a shared word that has changed"),
  HOP_ONE_CPU(
      "hop on one CPU", Unit.NS, "CPU time of two processes that wake each other in turn, one way"),
  HOP_TWO_CPUS_WORK("hop between CPUs, work", Unit.NS, "the same on two CPUs, CPU time of both"),
  HOP_TWO_CPUS(
      "hop between CPUs, time", Unit.NS, "the same on two CPUs, time that passes, the median hop"),
  IDLE_WAKE(
      "idle wake-up", Unit.NS, "from before the wake to the sleeper's first step, after 200 us"),

  SOCKET_SEND("send, packet of 32 bytes", Unit.NS, "sendmsg on a SEQPACKET socket, nobody waits"),
  SOCKET_RECEIVE("receive, packet of 32 bytes", Unit.NS, "recvmsg of one that is there"),
  SOCKET_HOP(
      "socket hop on one CPU", Unit.NS, "CPU time of both, one way; a check, no price follows"),
  DESCRIPTOR_SEND("send with a descriptor", Unit.NS, "the same with SCM_RIGHTS"),
  DESCRIPTOR_RECEIVE("receive with a descriptor", Unit.NS, "the same, which installs it"),
  DESCRIPTOR_CLOSE("close it", Unit.NS, "close of the received descriptor"),
  PIPE_WRITE("write to a pipe, 32 bytes", Unit.NS, "room is there"),
  PIPE_READ("read from a pipe, 32 bytes", Unit.NS, "they are there"),
  PIPE_64K("write and read 64 KiB", Unit.NS, "sixteen pages into a pipe and out of it"),

  MAP("map", Unit.NS, "mmap of 64 pages of an object that has them"),
  UNMAP("unmap, untouched", Unit.NS, "munmap of 64 pages nobody has touched"),
  UNMAP_TOUCHED("unmap, touched", Unit.NS, "munmap of 64 pages all of which were read"),
  SOFT_FAULT("soft fault", Unit.NS, "first read of a page of a new shared mapping"),
  SOFT_FAULT_RUN("soft fault, page of a run", Unit.NS, "64 pages read; Linux maps 16 around each"),
  SOFT_FAULT_WRITE("soft fault to write", Unit.NS, "64 pages written in a new shared mapping"),
  ZERO_FAULT("zero-fill fault", Unit.NS, "64 pages of anonymous memory written"),
  COW_FAULT("copy-on-write fault", Unit.NS, "64 pages of a private mapping written"),
  PROTECT("protect one page", Unit.NS, "mprotect of a touched page, and back: half of it"),
  PROTECT_RUN("protect 64 pages", Unit.NS, "the same of 64 touched pages"),
  WITHDRAW("withdraw a page", Unit.NS, "madvise(DONTNEED) of a touched page"),
  WITHDRAW_SHARED("withdraw, space on two CPUs", Unit.NS, "the same while a thread runs there"),

  PIN_FEW(
      "pin a page", Unit.NS, "one page registered with io_uring and taken back, the ring closed"),
  PIN_MANY("pin 257 pages", Unit.NS, "the same with 257 pages"),
  SPLICE_FEW("splice a page", Unit.NS, "from an object by a pipe to /dev/null, nobody maps"),
  SPLICE_MANY("splice 16 pages", Unit.NS, "the same with sixteen"),

  READ_4K("device read, 4 KiB", Unit.NS, "pread of an O_DIRECT file, time that passes"),
  READ_64K("device read, 64 KiB", Unit.NS, "the same"),
  READ_1M("device read, 1 MiB", Unit.NS, "the same"),
  READ_1M_WORK("device read, 1 MiB, work", Unit.NS, "the same, CPU time"),
  WRITE_4K("device write, 4 KiB", Unit.NS, "pwrite to an O_DIRECT file, time that passes"),
  WRITE_64K("device write, 64 KiB", Unit.NS, "the same"),
  WRITE_1M("device write, 1 MiB", Unit.NS, "the same"),
  WRITE_4K_WORK("device write, 4 KiB, work", Unit.NS, "the same, CPU time"),
  WRITE_1M_WORK("device write, 1 MiB, work", Unit.NS, "the same, CPU time");

  /** In what a quantity is shown. */
  public enum Unit {
    PS("ps"),
    NS("ns"),
    PS_PER_BYTE("ps/B");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  private final String title;
  private final Unit unit;
  private final String how;

  Quantity(String title, Unit unit, String how) {
    this.title = title;
    this.unit = unit;
    this.how = how;
  }

  public String title() {
    return title;
  }

  public Unit unit() {
    return unit;
  }

  /** What is done to measure it. */
  public String how() {
    return how;
  }
}
