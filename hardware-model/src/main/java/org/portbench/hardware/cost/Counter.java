package org.portbench.hardware.cost;

/** What is counted beside time; what is named in bytes of memory is the most there was at once. */
public enum Counter {
  BYTES_COPIED,
  BYTES_TOUCHED,
  PTE_WRITES,
  TLB_SHOOTDOWNS,
  TLB_MISSES,
  SOFT_FAULTS,
  ZERO_FILL_FAULTS,
  COW_FAULTS,
  PROTECTION_FAULTS,
  SYSTEM_CALLS,
  CONTEXT_SWITCHES,
  THREAD_HANDOFFS,
  WAKE_UPS,
  MAP_ENTRIES,
  PAGES_ALLOCATED,
  PAGES_PINNED,
  MESSAGES,
  ITEMS_INTERPRETED,
  RIGHTS_TRANSFERRED,
  SENDERS_BLOCKED,
  IOMMU_MAPPINGS,
  DMA_DESCRIPTORS,
  DMA_BYTES,
  INTERRUPTS,
  METADATA_READS,
  PROTOCOL_VIOLATIONS,
  /** Memory of one port. */
  PORT_BYTES,
  /** Memory of rights, in name tables and on their way, at most. */
  RIGHT_BYTES,
  /** Memory of messages that were sent and not yet received, at most. */
  MESSAGE_BYTES
}
