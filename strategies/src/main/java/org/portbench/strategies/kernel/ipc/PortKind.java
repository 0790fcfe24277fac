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
      boolean combinedReceive)
      implements PortKind {}
}
