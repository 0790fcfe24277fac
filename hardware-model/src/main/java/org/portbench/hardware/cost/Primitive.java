package org.portbench.hardware.cost;

/**
 * What kernels do, described once for all machines. The counts come from the source named beside
 * them; "estimate" means that no count was published and ours follows from what the code must do. A
 * profile may state the measured price of one outright.
 *
 * <p>Those marked "counted" were counted in the source named, along the path that a message of the
 * common shape takes, without assertions, statistics and what other configurations compile: a field
 * of a structure read or written is one instruction, an operation one, a test two (compare and
 * branch), a call eight (arguments, jump, frame, return); what is in a register already costs
 * nothing. Eight fields are a line, as the 79 loads and stores of a thread switch are ten. A lock
 * taken and released is one atomic, and so is a reference counted. Kernels for one processor are
 * built without: a lock is no code there (Mach 3.0 kern/lock.h, MACH_SLOCKS; Linux 2.4
 * linux/spinlock.h, asm-i386/atomic.h, CONFIG_SMP), and a reference is one of the instructions.
 * Where interrupts are masked, that is instructions, too. Read were the files of Mach 3.0 of 1991
 * to 1993 as they stand in the University of Utah's Mach 4, DragonFly's of November 2003 as its
 * history has them, and Linux's of 2.4.0 (pipes) and 2.4.17 (sockets).
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
  THREAD_HANDOFF(
      Category.SWITCH,
      133,
      7,
      2,
      0,
      0,
      "counted in Mach 3.0 kern/ipc_sched.c, thread_handoff 50 with 13 fields, two threads locked;"
          + " stack_handoff by Draves et al., SOSP'91, Table 4: 83 instructions, 22 loads, 18"
          + " stores, the change of address spaces among them"),
  SPACE_SWITCH(
      Category.SWITCH,
      0,
      0,
      0,
      0,
      0,
      "by definition: in THREAD_SWITCH and THREAD_HANDOFF (Mach 3.0 mips/pcb.c, switch_context;"
          + " kern/ipc_sched.c on stack_handoff); what the TLB loses is modelled"),
  WAKE_UP(Category.WAKEUP, 120, 5, 2, 0, 0, "estimate: run queue insertion and its lock"),
  BLOCK(Category.WAKEUP, 80, 4, 2, 0, 0, "estimate: wait queue insertion and its lock"),

  MACH_SEND(
      Category.MESSAGING,
      151,
      5,
      4,
      0,
      0,
      "counted in Mach 3.0 ipc/mach_msg.c and ipc_kmsg.c, sections slow_get and slow_copyin without"
          + " rights, items and buffer: entry 16, message taken 27, ipc_kmsg_copyin 66, port"
          + " checked again 42; 37 fields; space, both ports, queue locked"),
  MACH_ENQUEUE(
      Category.MESSAGING,
      126,
      5,
      6,
      0,
      0,
      "counted in Mach 3.0, section slow_send: hand-off given up 25, ipc_mqueue_send 47,"
          + " ipc_mqueue_copyin of the port to receive from 54; 40 fields; two queues twice, two"
          + " ports locked"),
  MACH_DEQUEUE(
      Category.MESSAGING,
      55,
      3,
      3,
      0,
      0,
      "counted in Mach 3.0, section slow_receive: state saved 4, ipc_mqueue_receive 38, reference"
          + " dropped 13; 21 fields; going to sleep is left out, as in every receive"),
  MACH_RECEIVE(
      Category.MESSAGING,
      111,
      3,
      2,
      0,
      0,
      "counted in Mach 3.0, section slow_copyout without rights and items: size and shape 13,"
          + " ipc_kmsg_copyout 68, copied out and buffer kept 30; 23 fields; space and port"
          + " locked"),
  MACH_FAST_SEND(
      Category.MESSAGING,
      105,
      5,
      4,
      0,
      0,
      "counted in Mach 3.0 ipc/mach_msg.c, sections fast_get 43 and fast_copyin with all rights: 69"
          + " of a request, 55 of a reply, an RPC has both; 36 fields; space, two ports, queue"
          + " locked"),
  MACH_RENDEZVOUS(
      Category.MESSAGING,
      47,
      3,
      2,
      0,
      0,
      "counted in Mach 3.0 ipc/mach_msg.c, section fast_send_receive without thread_handoff:"
          + " receiver found 12, own state saved 17, receiver taken out and its state read 18; 24"
          + " fields; queue and port locked"),
  MACH_FAST_RECEIVE(
      Category.MESSAGING,
      68,
      3,
      2,
      0,
      0,
      "counted in Mach 3.0 ipc/mach_msg.c, sections fast_copyout with all rights, 51 of a request,"
          + " 25 of a reply, and fast_put 30; 23 fields; three locks and one"),
  MACH_KERNEL_SERVER(
      Category.MESSAGING,
      264,
      7,
      3,
      0,
      1,
      "counted in Mach 3.0: a message to a kernel object, as MACH_SEND until the receiver is known"
          + " to be the kernel 120, kern/ipc_kobject.c 144 up to the stub, the fourth table asked"
          + " having it; the buffer of a reply taken, and given back as the answer comes later; 55"
          + " fields"),
  MESSAGE_BUFFER(Category.MESSAGING, 0, 0, 0, 0, 1, "by definition: a block taken and given back"),
  RIGHT_COPY_IN(
      Category.MESSAGING,
      23,
      1,
      1,
      0,
      0,
      "counted in Mach 3.0, ipc_kmsg_copyin_header, for each right: entry found 13, port locked and"
          + " alive 3, right and reference 6, replaced 1; 9 fields"),
  RIGHT_COPY_OUT(
      Category.MESSAGING,
      26,
      1,
      1,
      0,
      0,
      "counted in Mach 3.0, ipc_kmsg_copyout_header, for the reply right: port locked and alive 10,"
          + " free entry taken 8, filled and named 8; 10 fields"),
  ITEM_SCAN(
      Category.MESSAGING,
      34,
      0,
      0,
      0,
      0,
      "counted in Mach 3.0 ipc/ipc_kmsg.c, one typed item: 42 when copied in and checked, 26 when"
          + " copied out; its word is still in the cache"),

  LIGHT_SEND(
      Category.MESSAGING,
      101,
      6,
      0,
      0,
      0,
      "counted in DragonFly of 2003: i386/trap.c, sendsys2 until the message is the kernel's 44,"
          + " beyond what every system call does there; kern/lwkt_msgport.c, lwkt_sendmsg and"
          + " lwkt_putport 57; 48 fields; no lock: a critical section of the port's CPU"),
  LIGHT_RECEIVE(
      Category.MESSAGING,
      75,
      4,
      0,
      0,
      0,
      "counted in DragonFly of 2003: lwkt_getport 28, sendsys2 around it 47; 32 fields"),
  LIGHT_KERNEL_CALL(
      Category.MESSAGING,
      76,
      4,
      0,
      0,
      0,
      "counted in DragonFly of 2003: sendsys2 as in LIGHT_SEND 44, and from the handler's return"
          + " until the message is put back 32; 34 fields"),
  HANDLE_LOOKUP(Category.MESSAGING, 30, 2, 1, 0, 0, "estimate: one table lookup and a reference"),
  HANDLE_INSERT(Category.MESSAGING, 40, 2, 1, 0, 0, "estimate: one table slot taken"),

  STREAM_WRITE(
      Category.MESSAGING,
      149,
      4,
      4,
      0,
      0,
      "counted in Linux 2.4: sys_write 62, fs/pipe.c, pipe_write 87, in one chunk; 34 fields; table"
          + " of files locked, file referenced, semaphore of the pipe"),
  STREAM_READ(
      Category.MESSAGING,
      161,
      4,
      5,
      0,
      0,
      "counted in Linux 2.4: sys_read 62, fs/pipe.c, pipe_read 99, in one chunk, nobody waiting to"
          + " write; 35 fields; as STREAM_WRITE and its wait queue"),
  SOCKET_SEND(
      Category.MESSAGING,
      378,
      17,
      11,
      0,
      1,
      "counted in Linux 2.4: sys_write 62, net/socket.c 61, net/unix/af_unix.c, unix_stream_sendmsg"
          + " 163, net/core/sock.c 48, skbuff.c, alloc_skb 44; the buffer's memory taken, and given"
          + " back by SOCKET_RECEIVE; 133 fields"),
  SOCKET_RECEIVE(
      Category.MESSAGING,
      360,
      16,
      8,
      0,
      0,
      "counted in Linux 2.4: sys_read 62, net/socket.c 56, unix_stream_recvmsg 122, kfree_skb with"
          + " the writer's share given back 120; 127 fields"),

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
