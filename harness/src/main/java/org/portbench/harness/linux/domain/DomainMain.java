package org.portbench.harness.linux.domain;

import java.util.List;
import java.util.Optional;
import org.portbench.harness.linux.sys.Poll;
import org.portbench.harness.linux.sys.Signals;
import org.portbench.harness.linux.sys.SystemCallException;
import org.portbench.harness.linux.sys.UnixSocket;

/**
 * Where the process of a domain starts. It does what it is told over its control line, and ends at
 * the line's end, whatever it does then: that is where the harness, or its process, has ended.
 */
public final class DomainMain {
  private static final int ENDED = 0;

  private DomainMain() {}

  /**
   * @param args the name of the socket on which the harness listens
   */
  public static void main(String[] args) {
    Signals.ignoreInterrupts();
    try (ControlLine line = new ControlLine(UnixSocket.connected(args[0]))) {
      Thread watch = new Thread(() -> endWith(line), "watch");
      watch.setDaemon(true);
      watch.start();
      obey(line);
    }
  }

  private static void endWith(ControlLine line) {
    Poll.untilPeerIsGone(line.descriptor());
    Runtime.getRuntime().halt(ENDED);
  }

  private static void obey(ControlLine line) {
    Belongings.count();
    for (Optional<Words> order = line.receive(); order.isPresent(); order = line.receive()) {
      Words words = order.get();
      if (!words.verb().equals(Assignment.VERB)) {
        throw new IllegalArgumentException("what is " + words.verb() + "?");
      }
      work(line, words);
    }
  }

  /** What the kernel refuses before the first request is no failure. */
  private static void work(ControlLine line, Words order) {
    long before = Belongings.count() - order.count("given");
    Open open;
    try {
      open = Open.of(Assignment.of(order), order.number("agendaBytes"), line::given);
    } catch (SystemCallException e) {
      line.send(new Words("refused").with("why", e.getMessage()), List.of());
      return;
    }
    Words end = new Words("closed");
    line.send(new Words("ready"), List.of());
    try (open) {
      if (line.receive().filter(next -> next.verb().equals("go")).isPresent()) {
        end = open.run().words();
      }
    }
    line.send(end.with("left", Belongings.count() - before), List.of());
  }
}
