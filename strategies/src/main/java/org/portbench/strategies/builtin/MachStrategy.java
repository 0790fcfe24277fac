package org.portbench.strategies.builtin;

import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.builtin.MachParameters.Device;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.PageList;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * Messages to ports that pass memory out of line: every Mach, by its parameters. The device is a
 * kernel object whose requests are served inline; a read fills pages of the kernel's, which are
 * taken out of its hands and handed up to the client.
 */
abstract class MachStrategy implements MessagingStrategy {
  private final MachParameters parameters;
  private final PortKind ports;

  MachStrategy(MachParameters parameters) {
    this.parameters = parameters;
    this.ports = parameters.ports();
  }

  @Override
  public PortKind ports() {
    return ports;
  }

  @Override
  public void open(Kernel kernel) {
    kernel.vm().shadowSkip(parameters.shadowSkip());
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    if (!message.carriesData()) {
      return Payload.NOTHING;
    }
    Kernel kernel = crossing.kernel();
    // What goes to the driver its sender keeps: a file system its metadata.
    boolean listed = crossing.receiver().kernel() && parameters.device() != Device.MAPPED_IN;
    return switch (held) {
      case AddressRanges memory when listed ->
          kernel.listPages(memory, message.deviceAccess(), parameters.listPages());
      case AddressRanges memory when crossing.receiver().kernel() ->
          kernel.mapInKept(memory, parameters.outOfLine());
      case AddressRanges memory -> kernel.mapIn(memory, parameters.outOfLine());
      case ObjectRanges inMemory -> kernel.mapIn(inMemory, parameters.outOfLine());
      case PageList filled -> kernel.detach(filled, parameters.outOfLine());
      default -> throw new IllegalStateException(name() + " has no pages to send in " + held);
    };
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    Kernel kernel = crossing.kernel();
    return switch (crossing.receiver()) {
      case Domain.InKernel _ when message.asksForData() ->
          shown() ? kernel.freshMappedPages(message.length()) : kernel.freshPages(message.length());
      case Domain.InKernel _ when inTransit instanceof PageList pages ->
          shown() ? kernel.mapIntoKernel(pages) : pages;
      case Domain.InTask(var task) when inTransit instanceof MapCopy copy ->
          kernel.mapOut(copy, task, parameters.outOfLine());
      case Domain.InTask(var task) when inTransit instanceof AddressRanges inHoldingMap ->
          kernel.mapOut(inHoldingMap, task);
      case Domain.InKernel _, Domain.InTask _ -> inTransit;
    };
  }

  /** Whether the driver sees the pages at addresses of the kernel's. */
  private boolean shown() {
    return switch (parameters.device()) {
      case MAPPED_IN, LISTED_AND_MAPPED -> true;
      case LISTED -> false;
    };
  }
}
