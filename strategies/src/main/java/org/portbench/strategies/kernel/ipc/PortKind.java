package org.portbench.strategies.kernel.ipc;

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
   * @param send work of a send to another task
   * @param receive work of a receive
   * @param kernelCall work of a request that the kernel itself serves, inline and unqueued
   * @param headerBytes copied into the kernel by a send and out of it by a receive
   * @param itemHeaderBytes the same for each item
   * @param typed the kernel decodes and checks each item
   * @param portRights destination and reply port travel as rights between name spaces
   * @param combinedReceive one system call sends and then waits for the next message
   * @param limitInPages a message fills as many places as its inline bytes fill pages, at least one
   * @param kernelReplies the kernel answers requests that it serves by a message; otherwise they
   *     are answered when their system call returns
   * @param descriptors items are descriptors of ranges alone, decoded one by one; what else the
   *     message says is plain bytes
   * @param memory what ports, rights and messages take of the kernel's memory
   */
  record Queue(
      String name,
      int queueLimit,
      Primitive send,
      Primitive receive,
      Primitive kernelCall,
      int headerBytes,
      int itemHeaderBytes,
      boolean typed,
      boolean portRights,
      boolean combinedReceive,
      boolean limitInPages,
      boolean kernelReplies,
      boolean descriptors,
      Memory memory)
      implements PortKind {

    /**
     * Bytes by the declared structures of a system.
     *
     * @param rightBytes of a name, handle or descriptor in a task's table
     * @param messageBytes of a message from its send to its receipt, without its data
     */
    public record Memory(int portBytes, int rightBytes, int messageBytes) {
      public static final Memory UNKNOWN = new Memory(0, 0, 0);
    }

    /** LWKT's on 64 bits: port and message summed field by field, and a slot of a handle table. */
    private static final Memory LIGHT = new Memory(112, 16, 64);

    /**
     * DragonFly's light port, and its message of 64 bytes, which nobody looks into. What all who
     * use it pay for messages is the same, so that they differ in what the messages name.
     *
     * @param itemBytes beside these, for each range
     */
    public static Queue light(int itemBytes) {
      return new Queue(
          "light port",
          0,
          Primitive.LIGHT_SEND,
          Primitive.LIGHT_RECEIVE,
          Primitive.LIGHT_SEND,
          LIGHT.messageBytes(),
          itemBytes,
          false,
          false,
          false,
          false,
          true,
          false,
          LIGHT);
    }

    /** Ports that count messages; the kernel answers by message if it passes rights by message. */
    public Queue(
        String name,
        int queueLimit,
        Primitive send,
        Primitive receive,
        Primitive kernelCall,
        int headerBytes,
        int itemHeaderBytes,
        boolean typed,
        boolean portRights,
        boolean combinedReceive) {
      this(
          name,
          queueLimit,
          send,
          receive,
          kernelCall,
          headerBytes,
          itemHeaderBytes,
          typed,
          portRights,
          combinedReceive,
          false,
          portRights,
          false,
          Memory.UNKNOWN);
    }

    /** The same, with the sizes of its structures declared. */
    public Queue taking(Memory declared) {
      return new Queue(
          name,
          queueLimit,
          send,
          receive,
          kernelCall,
          headerBytes,
          itemHeaderBytes,
          typed,
          portRights,
          combinedReceive,
          limitInPages,
          kernelReplies,
          descriptors,
          declared);
    }
  }

  /** A port on which requests of this kind wait for their receiver. */
  default Port newPort(String name) {
    return switch (this) {
      case Free _, Call _ -> new Port(name, 0);
      case Queue queue -> new Port(name, queue.queueLimit(), queue.limitInPages());
    };
  }
}
