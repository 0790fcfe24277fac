package org.portbench.strategies;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Ledger;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;

/**
 * Makes a kernel refuse one thing, once: the n-th of those primitives that may fail for want of
 * memory, of address space, of a name, or because a page or an address is not there. A primitive is
 * charged before it has any effect, so that what it would have done has not happened. Giving back
 * is never refused.
 */
public final class Refusal implements Ledger {
  private static final Set<String> REFUSABLE =
      EnumSet.of(
              Primitive.MACH_SEND,
              Primitive.MACH_FAST_SEND,
              Primitive.MACH_KERNEL_SERVER,
              Primitive.LIGHT_SEND,
              Primitive.LIGHT_KERNEL_CALL,
              Primitive.STREAM_WRITE,
              Primitive.SOCKET_SEND,
              Primitive.MESSAGE_BUFFER,
              Primitive.RIGHT_COPY_IN,
              Primitive.RIGHT_COPY_OUT,
              Primitive.HANDLE_LOOKUP,
              Primitive.HANDLE_INSERT,
              Primitive.MAP_LOOKUP,
              Primitive.MAP_FIND_SPACE,
              Primitive.MAP_ENTRY_INSERT,
              Primitive.OBJECT_CREATE,
              Primitive.PAGE_LOOKUP,
              Primitive.PAGE_ALLOCATE,
              Primitive.PAGE_HOLD,
              Primitive.SOFT_FAULT,
              Primitive.PROTECTION_FAULT,
              Primitive.KERNEL_FAULT)
          .stream()
          .map(Primitive::name)
          .collect(Collectors.toUnmodifiableSet());

  private final BooleanSupplier givingBack;
  private int left;
  private String refused = "";

  /**
   * @param givingBack while this holds nothing is refused
   * @param n which of them fails
   */
  public Refusal(Meter meter, BooleanSupplier givingBack, int n) {
    this.givingBack = givingBack;
    this.left = n;
    meter.attach(this);
  }

  /** Nothing fails any more; returns what did, if it came to that. */
  public String end() {
    left = 0;
    return refused;
  }

  @Override
  public void charged(Category category, String what, long count, long ps) {
    boolean refusable = left > 0 && REFUSABLE.contains(what) && !givingBack.getAsBoolean();
    if (refusable && --left == 0) {
      refused = what;
      throw new Refused(what);
    }
  }

  @Override
  public void step(String what) {}

  /** The kernel could not do it. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String what) {
      super(what);
    }
  }
}
