package org.portbench.strategies.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.memory.Content;
import org.portbench.hardware.memory.Frame;
import org.portbench.strategies.Bench;
import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Holdings;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.Task;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * A reply with what a file system has in memory: from some way into its second page to some way
 * into its last, by every strategy, from a task and from the kernel. The pages stay the file
 * system's.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("cases")
class CachedAnswerTest {
  private static final int PAGES = 12;
  private static final int OFFSET = TestMachine.PAGE + 100;
  private static final int LENGTH = 10 * TestMachine.PAGE + 123;
  private static final long FILE = 7;
  private static final long CLIENT = 99;
  private static final long NEWER = 55;

  /** Who hands out references: what is there may be read, and is seen when it changes. */
  private static final Set<String> LIVE = Set.of("fd", "vm-object", "registered", "memory-entry");

  record Case(String strategy, TestMachine machine, boolean inTask) {
    @Override
    public String toString() {
      return strategy
          + (inTask ? " from a task" : " from the kernel")
          + (machine.directMap() ? "" : " without a direct map");
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (MessagingStrategy known : new Strategies(Case.class.getClassLoader()).all()) {
      for (TestMachine machine : List.of(TestMachine.OLD, TestMachine.NEW)) {
        if (!known.name().equals("null")) {
          cases.add(new Case(known.name(), machine, false));
        }
        if (known.crossesDomains()) {
          cases.add(new Case(known.name(), machine, true));
        }
      }
    }
    return cases;
  }

  @Parameter private Case tested;

  private Bench bench;
  private Kernel kernel;
  private MessagingStrategy strategy;
  private Task client;
  private Task server;
  private Domain fileSystem;
  private Holdings atStart;
  private VmObject file;
  private long firstPage;
  private Crossing up;
  private Crossing here;
  private Payload buffer;
  private Payload answer;
  private Message reply;

  @BeforeEach
  void aFileInMemory() {
    bench = new Bench(tested.machine);
    kernel = bench.kernel();
    strategy = new Strategies(getClass().getClassLoader()).create(tested.strategy);
    strategy.open(kernel);
    atStart = kernel.holdings();
    client = kernel.createTask("client");
    server = kernel.createTask("server");
    fileSystem = tested.inTask ? new Domain.InTask(server) : new Domain.InKernel();
    file = kernel.vm().createFile(PAGES);
    for (int i = 0; i < PAGES; i++) {
      Frame frame = kernel.vm().machine().memory().frame(kernel.vm().allocateUnused(file, i));
      frame.fill(0, TestMachine.PAGE, FILE, (long) i * TestMachine.PAGE);
    }
    firstPage = tested.inTask ? server.map().enter(file, 0, PAGES, true) : 0;
    Domain inClient = new Domain.InTask(client);
    up = new Crossing(kernel, fileSystem, inClient);
    here = new Crossing(kernel, inClient, inClient);
    inClient(() -> buffer = strategy.buffer(here, LENGTH));
    reply = new Message(1, Message.Operation.READ, true, LENGTH, buffer);
  }

  private boolean live() {
    boolean copied = tested.strategy.equals("memory-entry") && !tested.inTask;
    return LIVE.contains(tested.strategy) && !copied;
  }

  private void inClient(Runnable work) {
    bench.run(client, 0, work);
  }

  /** The kernel runs on the client's behalf. */
  private void inFileSystem(Runnable work) {
    bench.run(tested.inTask ? server : client, tested.inTask ? 1 : 0, work);
  }

  /** The file system's own view, to hand out or to write to. */
  private Payload pages(Access access) {
    return tested.inTask
        ? new AddressRanges(
            server.map(),
            IoVec.of(firstPage * TestMachine.PAGE + OFFSET, LENGTH),
            Tenure.STANDING,
            access,
            List.of())
        : new ObjectRanges(List.of(new ObjectRange(file, OFFSET, LENGTH, access)));
  }

  private void crossUp() {
    List<Payload> sent = new ArrayList<>();
    inFileSystem(() -> {
      Payload pages = pages(Access.READ);
      Payload held = pages instanceof ObjectRanges ranges ? kernel.refer(ranges) : pages;
      sent.add(strategy.send(up, reply, held));
      strategy.release(new Crossing(kernel, fileSystem, fileSystem), reply, held);
    });
    inClient(() -> {
      Payload received = strategy.receive(up, reply, sent.getFirst());
      answer = received.length() == 0 ? buffer : received;
    });
  }

  private boolean clientSees(long origin, long base) {
    return sees(true, answer, origin, base);
  }

  private boolean fileSystemSees(long origin, long base) {
    return sees(false, pages(Access.READ), origin, base);
  }

  private boolean sees(boolean isClient, Payload held, long origin, long base) {
    Content expected = new Content(LENGTH);
    expected.fill(0, LENGTH, origin, base);
    List<Boolean> same = new ArrayList<>();
    Domain domain = isClient ? new Domain.InTask(client) : fileSystem;
    Runnable look =
        () -> kernel.reached(domain, held, seen -> same.add(kernel.data().consume(seen, expected)));
    if (isClient) {
      inClient(look);
    } else {
      inFileSystem(look);
    }
    return same.getFirst();
  }

  private void write(Domain domain, Payload held, long origin) {
    kernel.reached(domain, held, seen -> kernel.data().produce(seen, origin, 0));
  }

  private void giveAllBack() {
    inClient(() -> {
      if (answer != buffer) {
        strategy.release(here, reply, answer);
      }
      kernel.giveBack(new Domain.InTask(client), buffer);
    });
    if (tested.inTask) {
      inFileSystem(() -> server.map().remove(firstPage, PAGES));
    } else {
      inFileSystem(() -> kernel.vm().releaseFile(file));
    }
    inClient(kernel::drain);
    assertEquals(atStart, kernel.holdings());
  }

  @Test
  void theClientGetsWhatIsInTheFile() {
    crossUp();
    assertEquals(LENGTH, answer.length());
    assertTrue(clientSees(FILE, OFFSET));
    giveAllBack();
  }

  @Test
  void theClientChangesOnlyWhatIsItsOwn() {
    crossUp();
    boolean others = tested.strategy.equals("fbufs") && tested.inTask;
    Domain domain = new Domain.InTask(client);
    if (live() || others) {
      assertThrows(AddressFault.class, () -> inClient(() -> write(domain, answer, CLIENT)));
    } else {
      inClient(() -> write(domain, answer, CLIENT));
      assertTrue(clientSees(CLIENT, 0));
    }
    assertTrue(fileSystemSees(FILE, OFFSET));
    crossUpAgain();
    assertTrue(clientSees(FILE, OFFSET), "the next reader");
    giveAllBack();
  }

  private void crossUpAgain() {
    Payload first = answer;
    if (first != buffer) {
      inClient(() -> strategy.release(here, reply, first));
    }
    crossUp();
  }

  @Test
  void memoryThatTheAnswerCameToIsTheClientsAloneAgain() {
    crossUp();
    if (answer == buffer) {
      inClient(() -> write(new Domain.InTask(client), buffer, CLIENT));
    }
    assertEquals(0, bench.machine().meter().counter(Counter.PROTOCOL_VIOLATIONS));
    giveAllBack();
  }

  @Test
  void theFileSystemsLaterWritesAreSeenByReferenceOnly() {
    crossUp();
    assertTrue(clientSees(FILE, OFFSET));
    inFileSystem(() -> write(fileSystem, pages(Access.WRITE), NEWER));
    assertTrue(fileSystemSees(NEWER, 0));
    if (live()) {
      assertTrue(clientSees(NEWER, 0));
    } else {
      assertTrue(clientSees(FILE, OFFSET));
    }
    crossUpAgain();
    assertTrue(clientSees(NEWER, 0), "the next reader");
    giveAllBack();
  }
}
