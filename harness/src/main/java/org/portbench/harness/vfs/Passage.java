package org.portbench.harness.vfs;

import org.portbench.harness.path.Request;
import org.portbench.harness.vfs.RangeLocks.Span;
import org.portbench.strategies.kernel.ipc.Message.Operation;

/**
 * A request's way through the file system, step by step: what may have to wait is given the next
 * step. It belongs to a request and is used again with it.
 */
final class Passage {
  private final FileSystem files;
  private final Request request;
  private final int at;
  private final Span span;
  private final PartialBlocks partial;
  private final Runnable follow = this::follow;
  private final Runnable pass = this::pass;
  private final Runnable complete = this::complete;
  private final Runnable flushBelow = this::flushBelow;
  private final Runnable saveInode = this::saveInode;
  private final Runnable descend = this::descend;
  private int depth;
  private int level;
  private boolean aligned;
  private boolean locked;

  Passage(FileSystem files, Request request) {
    this.files = files;
    this.request = request;
    this.at = files.at();
    Runnable transfer = this::transfer;
    this.span = new Span(() -> request.path().station(at).thread().post(transfer));
    this.partial = files.partialBlocks(request, span, complete);
  }

  void begin() {
    level = 0;
    locked = false;
    switch (request.message().operation()) {
      case READ, WRITE -> {
        if (request.message().length() == 0) {
          complete();
        } else {
          depth = files.layout().depth(request.file(), request.fileOffset());
          follow();
        }
      }
      case FLUSH -> flush();
    }
  }

  // ---- reads and writes ------------------------------------------------------------------------

  /** Looks at the metadata blocks that lead to the bytes, one after the other. */
  private void follow() {
    boolean inMemory = true;
    while (inMemory && level < depth) {
      long block = files.layout().block(request.file(), request.fileOffset(), level++);
      inMemory = files.metadata().look(request, block, follow);
    }
    if (inMemory) {
      locate();
    }
  }

  /** Metadata has said where the bytes are; whoever modifies the same blocks goes first. */
  private void locate() {
    long address = files.layout().address(request.file(), request.fileOffset());
    int length = request.message().length();
    request.at(address);
    if (request.expectation().isPresent()) {
      request.expectation().get().at(address);
    }
    boolean write = request.message().operation() == Operation.WRITE;
    if (write) {
      files.metadata().changed(files.layout().inode(request.file()));
    }
    span.around(address, length, files.blockBytes());
    aligned = span.from() == address && span.bytes() == length;
    if (write && !(aligned && files.cache().none())) {
      span.alone();
    }
    locked = true;
    if (files.locks().acquire(span)) {
      transfer();
    }
  }

  private void transfer() {
    FileCache cache = files.cache();
    if (cache.none() || request.message().length() == 0) {
      pass();
    } else if (request.message().operation() == Operation.WRITE) {
      cache.write(request, complete, pass);
    } else {
      cache.read(request, complete, pass);
    }
  }

  private void pass() {
    if (aligned) {
      descend();
    } else if (request.message().operation() == Operation.WRITE) {
      partial.write();
    } else {
      partial.read();
    }
  }

  private void descend() {
    request.path().descend(request, at);
  }

  /** The reply has come from below, or none is needed. */
  void complete() {
    boolean wasLocked = locked;
    locked = false;
    files.answer(request);
    if (wasLocked) {
      files.locks().release(span);
    }
  }

  // ---- syncs -----------------------------------------------------------------------------------

  /** Makes dirty pages safe, then the inode, unless only data is asked for, then the device's. */
  private void flush() {
    if (files.cache().none()) {
      flushBelow();
    } else {
      files.cache().sync(request, flushBelow);
    }
  }

  private void flushBelow() {
    if (request.dataOnly()) {
      descend();
    } else {
      if (files.metadata().look(request, files.layout().inode(request.file()), saveInode)) {
        saveInode();
      }
    }
  }

  private void saveInode() {
    files.metadata().makeSafe(request, files.layout().inode(request.file()), descend);
  }
}
