package org.portbench.hardware.dma;

/**
 * Hears of each command when it has completed, in order; the command may be prepared again then.
 */
@FunctionalInterface
public interface CompletionListener {
  void completed(Command command, long nowPs);
}
