package org.portbench.strategies.kernel.ipc;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.portbench.hardware.cost.Primitive;

/**
 * What a messaging system does for each message, whatever it carries: the kernel charges for it.
 */
public sealed interface PortKind {

  /** Nothing is charged: the floor. */
  record Free() implements PortKind {}

  /** No messages: layers are called, the client enters the kernel by a system call. */
  record Call() implements PortKind {}

  /**
   * Messages.
   *
   * @param queueLimit requests a port holds before senders block; 0 for no limit. Replies never
   *     block
   * @param memory what ports, rights and messages take of the kernel's memory
   */
  record Queue(
      String name, int queueLimit, Costs costs, Format format, Set<Manner> manners, Memory memory)
      implements PortKind {

    /** Manners in the order in which they are declared, so that the text is always the same. */
    public Queue {
      Set<Manner> ordered = EnumSet.noneOf(Manner.class);
      ordered.addAll(manners);
      manners = Collections.unmodifiableSet(ordered);
    }

    /**
     * Work for one message.
     *
     * @param send to another task
     * @param kernelCall a request that the kernel itself serves, inline and unqueued
     * @param buffer what the message lies in until it is received
     * @param queueing into the queue and out of it, where send and receive leave it out
     * @param inlined a shorter way for messages of the common shape
     */
    public record Costs(
        Primitive send,
        Primitive receive,
        Primitive kernelCall,
        Buffer buffer,
        Optional<Queueing> queueing,
        Optional<Inlined> inlined) {

      public Costs(Primitive send, Primitive receive, Primitive kernelCall) {
        this(send, receive, kernelCall, Buffer.OWN, Optional.empty(), Optional.empty());
      }
    }

    /** What a message lies in until it is received. */
    public enum Buffer {
      /** Memory that costs nothing by itself: its sender's, or the queue's. */
      OWN,
      /** A block of the kernel's for each message. */
      ALLOCATED,
      /** The same, but each CPU keeps one at hand. */
      CACHED
    }

    /** Into the queue in the sender's context, and out of it in the receiver's. */
    public record Queueing(Primitive enqueue, Primitive dequeue) {}

    /**
     * Copying in and out of a message that carries nothing but the rights of its header, all in one
     * piece; and what takes the place of queueing if the receiver is handed the CPU with it. Only
     * who sends and receives in one call comes this way.
     */
    public record Inlined(Primitive send, Primitive rendezvous, Primitive receive) {}

    /**
     * How a message looks.
     *
     * @param headerBytes copied into the kernel by a send and out of it by a receive
     * @param itemBytes the same for each item
     */
    public record Format(int headerBytes, int itemBytes, Items items) {}

    /** What the kernel looks at beside the header. */
    public enum Items {
      /** Nothing. */
      OPAQUE,
      /** Descriptors of ranges, one by one; what else the message says is plain bytes. */
      DESCRIPTORS,
      /** Everything, item by item, as soon as one stands for data elsewhere. */
      TYPED
    }

    /** What some systems do and others do not. */
    public enum Manner {
      /** A message fills as many places as its inline bytes fill pages, at least one. */
      LIMIT_IN_PAGES,
      /** Destination and reply port travel as rights between name spaces. */
      PORT_RIGHTS,
      /** One system call sends and then waits for the next message. */
      COMBINED_CALLS,
      /** Requests that the kernel serves are answered by message, not by their call's return. */
      KERNEL_REPLIES,
      /**
       * Except what it answers before the call that asked has returned: that comes back with it. A
       * light message is marked as done by who ran it, io_uring leaves a completion in a ring that
       * both see.
       */
      ANSWERS_AT_ONCE,
      /** Who sends and then waits gives its CPU straight to a receiver that sleeps on it. */
      HANDS_OVER
    }

    /**
     * Bytes by the declared structures of a system.
     *
     * @param rightBytes of a name, handle or descriptor in a task's table
     * @param messageBytes of a message from its send to its receipt, without its data
     */
    public record Memory(int portBytes, int rightBytes, int messageBytes) {}

    /** LWKT's on 64 bits: port and message summed field by field, and a slot of a handle table. */
    private static final Memory LIGHT = new Memory(112, 16, 64);

    /**
     * DragonFly's light port, and its message of 64 bytes, which nobody looks into. What all who
     * use it pay for messages is the same, so that they differ in what the messages name. Whoever
     * sleeps at it is woken through the run queue.
     *
     * @param itemBytes beside these, for each range
     */
    public static Queue light(int itemBytes) {
      return new Queue(
          "light port",
          0,
          new Costs(Primitive.LIGHT_SEND, Primitive.LIGHT_RECEIVE, Primitive.LIGHT_KERNEL_CALL),
          new Format(LIGHT.messageBytes(), itemBytes, Items.OPAQUE),
          Set.of(Manner.KERNEL_REPLIES, Manner.ANSWERS_AT_ONCE),
          LIGHT);
    }

    /** The same with a limited queue. */
    public Queue limitedTo(int requests) {
      return new Queue(name, requests, costs, format, manners, memory);
    }

    @Override
    public Queue withCombinedCalls(boolean combined) {
      Set<Manner> changed = EnumSet.noneOf(Manner.class);
      changed.addAll(manners);
      if (combined) {
        changed.add(Manner.COMBINED_CALLS);
      } else {
        changed.remove(Manner.COMBINED_CALLS);
      }
      return new Queue(name, queueLimit, costs, format, changed, memory);
    }

    @Override
    public Queue withoutShorterWay() {
      Costs longer =
          new Costs(
              costs.send,
              costs.receive,
              costs.kernelCall,
              costs.buffer,
              costs.queueing,
              Optional.empty());
      return new Queue(name, queueLimit, longer, format, manners, memory);
    }

    public boolean does(Manner manner) {
      return manners.contains(manner);
    }

    /** Whether a sleeping receiver may be handed the CPU: only by who goes on to wait. */
    public boolean handsOver() {
      return does(Manner.HANDS_OVER) && does(Manner.COMBINED_CALLS);
    }

    /** The shorter way, where there is one and the calls that lead to it. */
    public Optional<Inlined> inlined() {
      return does(Manner.COMBINED_CALLS) ? costs.inlined() : Optional.empty();
    }
  }

  /** The same with one system call that sends and receives, or with one for each. */
  default PortKind withCombinedCalls(boolean combined) {
    return this;
  }

  /** The same where every message is handled as any other. */
  default PortKind withoutShorterWay() {
    return this;
  }

  /** A port on which requests of this kind wait for their receiver. */
  default Port newPort(String name) {
    return switch (this) {
      case Free _, Call _ -> new Port(name, 0);
      case Queue queue ->
          new Port(name, queue.queueLimit(), queue.does(Queue.Manner.LIMIT_IN_PAGES));
    };
  }
}
