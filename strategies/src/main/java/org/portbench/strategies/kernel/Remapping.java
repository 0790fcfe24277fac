package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.KernelRequests.Body;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.Disposition;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AllOrNothing;

/**
 * Showing memory of one task in another, as {@code vm_remap} does without a copy: a message to the
 * kernel for each range, then the entries of the one map are walked and their objects entered into
 * the other. Where we differ: each entry is entered where there is room, not all in a row.
 */
final class Remapping {
  /** Both tasks' addresses, length, mask, flags, whether to copy, what children get; the task. */
  private static final Body REMAP = new Body(8, true);

  /** Whether it worked, where, and what is allowed there: now, and at most. */
  private static final Body REMAPPED = new Body(4, false);

  private final KernelRequests requests;
  private final Rights rights;
  private final References references;

  Remapping(KernelRequests requests, Rights rights, References references) {
    this.requests = requests;
    this.rights = rights;
    this.references = references;
  }

  /**
   * @param name by which {@code into} knows the other task
   */
  AddressRanges remap(Task into, int name, TaskRanges held, Access wanted) {
    for (ByteRange range : held.lent().present().ranges()) {
      if (range.length() > 0) {
        requests.ask(REMAP, REMAPPED);
        rights.copyIn(into, name, Disposition.COPY_SEND);
        held.task().consumedSend();
      }
    }
    List<ObjectRange> left = new ArrayList<>(references.refer(held.lent(), wanted).ranges());
    List<ByteRange> shown = new ArrayList<>();
    AllOrNothing.run(
        () -> {
          while (!left.isEmpty()) {
            shown.add(references.enter(into.map(), left.getFirst(), wanted));
            left.removeFirst();
          }
        },
        () -> {
          References.hide(into.map(), shown);
          references.drop(left);
        });
    return new AddressRanges(into.map(), new IoVec(shown), Tenure.TEMPORARY, wanted, List.of());
  }
}
