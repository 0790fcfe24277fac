package org.portbench.harness.linux.sys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

@OnLinux
final class SystemCallTest {

  @Test
  void aResultIsTheKernels() {
    assertEquals(ProcessHandle.current().pid(), SystemCall.GETPID.call());
  }

  @Test
  void anErrorIsMinusItsErrno() {
    assertEquals(-Errno.EBADF, SystemCall.READ.once(-1, 0, 0, 0, 0, 0));
    assertEquals(-Errno.EINVAL, SystemCall.PIPE2.once(0, -1, 0, 0, 0, 0));
  }

  @Test
  void anErrorSaysWhatWasTriedAndWhy() {
    SystemCallException e =
        assertThrows(SystemCallException.class, () -> SystemCall.FSYNC.call(-1));

    assertEquals("fsync: EBADF (bad descriptor)", e.getMessage());
    assertEquals(Errno.EBADF, e.errno());
  }

  @Test
  void eachThreadHasAnErrnoOfItsOwn() throws InterruptedException, ExecutionException {
    FutureTask<Boolean> other =
        new FutureTask<>(() -> {
          for (int i = 0; i < 20_000; i++) {
            if (SystemCall.CLOSE.once(-1, 0, 0, 0, 0, 0) != -Errno.EBADF) {
              return false;
            }
          }
          return true;
        });
    Thread thread = new Thread(other);
    thread.start();
    for (int i = 0; i < 20_000; i++) {
      assertEquals(-Errno.EINVAL, SystemCall.PIPE2.once(0, -1, 0, 0, 0, 0));
    }
    thread.join();
    assertTrue(other.get());
  }

  @Test
  void aBadAddressIsAnErrorOfTheCallAndNotTheEndOfTheProcess() {
    try (Pipe pipe = Pipe.open()) {
      assertEquals(-Errno.EFAULT, SystemCall.WRITE.once(pipe.write().number(), 8, 8, 0, 0, 0));
    }
  }

  @Test
  void aThreadMovesToTheCpuThatItIsGiven() throws InterruptedException {
    Affinity before = Affinity.ofThisThread();
    int last = before.cpus().getLast();
    Thread thread =
        new Thread(() -> {
          new Affinity(List.of(last)).applyToThisThread();
          assertEquals(List.of(last), Affinity.ofThisThread().cpus());
        });
    FutureTask<Boolean> failed = new FutureTask<>(() -> true);
    thread.setUncaughtExceptionHandler((_, _) -> failed.run());
    thread.start();
    thread.join();

    assertTrue(!failed.isDone(), "the mask is not the one that was set");
    assertEquals(before, Affinity.ofThisThread());
  }

  @Test
  void workIsChargedToTheThreadThatDoesIt() throws InterruptedException {
    Usage before = Usage.ofThisThread();
    Thread worker = new Thread(() -> burn(20_000_000));
    worker.start();
    worker.join();
    Usage used = Usage.ofThisThread().since(before);

    assertTrue(used.processCpuNs() >= used.cpuNs() + 20_000_000, used.toString());
  }

  private static void burn(long ns) {
    long start = Usage.threadCpuNs();
    while (Usage.threadCpuNs() - start < ns) {
      Thread.onSpinWait();
    }
  }
}
