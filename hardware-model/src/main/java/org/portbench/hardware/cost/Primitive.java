package org.portbench.hardware.cost;

/**
 * What kernels do, described once for all machines. The counts come from the source named beside
 * them; "estimate" means that no count was published and ours follows from what the code must do. A
 * profile may state the measured price of one outright.
 */
public enum Primitive {
  SYSTEM_CALL(Category.TRAP, 0, 0, 0, 1, 0, "by definition: one entry and exit"),
  FUNCTION_CALL(
      Category.MESSAGING,
      20,
      1,
      0,
      0,
      0,
      "estimate: indirect call and argument block of a VFS operation"),

  THREAD_SWITCH(
      Category.SWITCH,
      250,
      10,
      2,
      0,
      0,
      "Draves et al., SOSP'91, Table 4: 250 instructions, 52 loads, 27 stores"),
  SPACE_SWITCH(Category.SWITCH, 30, 2, 0, 0, 0, "estimate: load of the page-table base"),
  WAKE_UP(Category.WAKEUP, 120, 5, 2, 0, 0, "estimate: run queue insertion and its lock"),
  BLOCK(Category.WAKEUP, 80, 4, 2, 0, 0, "estimate: wait queue insertion and its lock"),

  MACH_SEND(
      Category.MESSAGING,
      280,
      12,
      4,
      0,
      1,
      "estimate: send path of Mach 3.0 ipc/mach_msg.c, kmsg allocated"),
  MACH_RECEIVE(
      Category.MESSAGING, 240, 10, 4, 0, 0, "estimate: receive path of Mach 3.0 ipc/mach_msg.c"),
  MACH_KERNEL_SERVER(
      Category.MESSAGING,
      180,
      8,
      2,
      0,
      1,
      "estimate: message to a kernel object, served inline without a queue"),
  RIGHT_COPY_IN(
      Category.MESSAGING,
      60,
      3,
      2,
      0,
      0,
      "estimate: ipc_right_copyin, space lock and entry lookup"),
  RIGHT_COPY_OUT(
      Category.MESSAGING, 90, 4, 2, 0, 0, "estimate: ipc_right_copyout with reverse lookup"),
  ITEM_SCAN(
      Category.MESSAGING,
      25,
      1,
      0,
      0,
      0,
      "estimate: one typed item decoded and checked (ipc_kmsg_copyin_body)"),

  LIGHT_SEND(
      Category.MESSAGING,
      60,
      3,
      1,
      0,
      0,
      "estimate: LWKT putport, DragonFly kern/lwkt_msgport.c, with its 64-byte header copied in"),
  LIGHT_RECEIVE(Category.MESSAGING, 50, 3, 1, 0, 0, "estimate: LWKT getport, as LIGHT_SEND"),
  HANDLE_LOOKUP(Category.MESSAGING, 30, 2, 1, 0, 0, "estimate: one table lookup and a reference"),
  HANDLE_INSERT(Category.MESSAGING, 40, 2, 1, 0, 0, "estimate: one table slot taken"),

  STREAM_WRITE(
      Category.MESSAGING, 200, 8, 3, 0, 0, "estimate: UNIX pipe or socket write without its copy"),
  STREAM_READ(
      Category.MESSAGING, 180, 8, 3, 0, 0, "estimate: UNIX pipe or socket read without its copy"),

  MAP_LOOKUP(Category.MAP, 40, 3, 1, 0, 0, "estimate: map locked, entry found"),
  MAP_FIND_SPACE(Category.MAP, 60, 4, 0, 0, 0, "estimate: first free range"),
  MAP_ENTRY_INSERT(Category.MAP, 60, 3, 0, 0, 1, "estimate: entry allocated, filled and linked"),
  MAP_ENTRY_REMOVE(Category.MAP, 50, 3, 0, 0, 0, "estimate: entry unlinked and freed"),
  PAGE_LIST_CONTINUE(
      Category.MAP,
      150,
      8,
      3,
      0,
      2,
      "estimate: continuation of Mach 3.0 vm_map_copyin_page_list: its arguments and a further"
          + " list allocated, map locked and looked up again"),
  OBJECT_CREATE(Category.MAP, 80, 4, 0, 0, 1, "estimate: VM object allocated and set up"),
  OBJECT_REFERENCE(Category.MAP, 6, 1, 1, 0, 0, "estimate: reference taken or dropped"),
  OBJECT_COLLAPSE(Category.MAP, 100, 5, 2, 0, 0, "estimate: shadow merged with its backing object"),
  OBJECT_PAGE_MOVE(
      Category.MAP, 25, 2, 0, 0, 0, "estimate: page renamed from one object to another"),
  PAGE_LOOKUP(Category.MAP, 15, 1, 0, 0, 0, "estimate: page found in its object's index"),
  PAGE_ALLOCATE(Category.MAP, 50, 3, 1, 0, 0, "estimate: page taken from a free list"),
  PAGE_FREE(Category.MAP, 40, 2, 1, 0, 0, "estimate: page put on a free list"),

  SOFT_FAULT(
      Category.FAULT,
      500,
      16,
      6,
      1,
      0,
      "estimate: trap, map and object lookup, entry made; profiles state it measured"),
  PROTECTION_FAULT(
      Category.FAULT,
      450,
      14,
      6,
      1,
      0,
      "estimate: as SOFT_FAULT on a present page; profiles state it measured"),
  KERNEL_FAULT(
      Category.FAULT,
      400,
      14,
      6,
      0,
      0,
      "estimate: as SOFT_FAULT, called by the kernel on a task's behalf: no trap, no state saved"),

  PAGE_HOLD(Category.PIN, 15, 1, 1, 0, 0, "estimate: hold count of one page raised"),
  PAGE_UNHOLD(Category.PIN, 12, 1, 1, 0, 0, "estimate: hold count of one page lowered"),

  LAYER_WORK(
      Category.METADATA, 150, 6, 1, 0, 0, "estimate: one vnode operation of a pass-through layer"),
  BLOCK_LOOKUP(Category.METADATA, 60, 2, 0, 0, 0, "estimate: one level of a block map walked"),
  SCATTER_GATHER_ENTRY(Category.DRIVER, 15, 1, 0, 0, 0, "estimate: one range appended or merged"),
  DRIVER_SUBMIT(Category.DRIVER, 250, 8, 2, 0, 0, "estimate: command set up and put in the ring"),
  DRIVER_COMPLETE(
      Category.DRIVER, 200, 8, 2, 0, 0, "estimate: command taken from the ring and matched");

  private final Category category;
  private final Work work;
  private final String source;

  Primitive(
      Category category,
      int instructions,
      int lines,
      int atomics,
      int traps,
      int allocations,
      String source) {
    this.category = category;
    this.work = new Work(instructions, lines, atomics, traps, allocations);
    this.source = source;
  }

  public Category category() {
    return category;
  }

  public Work work() {
    return work;
  }

  public String source() {
    return source;
  }
}
