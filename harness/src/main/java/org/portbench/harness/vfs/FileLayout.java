package org.portbench.harness.vfs;

import java.util.ArrayList;
import java.util.List;

/**
 * Where files and their metadata lie on the device: for each file a block with its inode, the
 * indirect blocks that its size needs, then its data. Twelve blocks are named by the inode, 1,024
 * by each indirect block, as in UFS.
 */
public final class FileLayout {
  public static final int BLOCK_BYTES = 4096;
  private static final int DIRECT_BLOCKS = 12;
  private static final int POINTERS = BLOCK_BYTES / 4;
  private static final int DOUBLE_ROOT = 1;
  private static final int TRIPLE_ROOT = DOUBLE_ROOT + POINTERS + 1;

  private final List<Placed> files = new ArrayList<>();
  private long end;

  /** Addresses in bytes: the inode's block, then {@code indirects} indirect blocks, then data. */
  private record Placed(long inode, int indirects, long data, long bytes) {}

  public FileLayout(List<Long> sizesBytes) {
    for (long size : sizesBytes) {
      long blocks = Math.ceilDiv(size, (long) BLOCK_BYTES);
      int indirects = indirectBlocks(blocks);
      long data = end + (1L + indirects) * BLOCK_BYTES;
      files.add(new Placed(end, indirects, data, blocks * BLOCK_BYTES));
      end = data + blocks * BLOCK_BYTES;
    }
  }

  /** Bytes of the device that are in use. */
  public long end() {
    return end;
  }

  public long inode(int file) {
    return files.get(file).inode;
  }

  public long address(int file, long offset) {
    return files.get(file).data + offset;
  }

  /** Bytes of a file's blocks. */
  public long bytes(int file) {
    return files.get(file).bytes;
  }

  /** Bytes of all files' blocks. */
  public long dataBytes() {
    return files.stream().mapToLong(Placed::bytes).sum();
  }

  /** How many metadata blocks lead to a byte of a file, the inode among them. */
  public int depth(int file, long offset) {
    long block = offset / BLOCK_BYTES;
    if (block < DIRECT_BLOCKS) {
      return 1;
    }
    long leaf = (block - DIRECT_BLOCKS) / POINTERS;
    if (leaf == 0) {
      return 2;
    }
    return leaf <= POINTERS ? 3 : 4;
  }

  /**
   * One of the metadata blocks that lead to a byte of a file.
   *
   * @param level 0 for the inode, then downwards
   */
  public long block(int file, long offset, int level) {
    long inode = files.get(file).inode;
    if (level == 0) {
      return inode;
    }
    long leaf = (offset / BLOCK_BYTES - DIRECT_BLOCKS) / POINTERS;
    return switch (depth(file, offset)) {
      case 2 -> indirect(inode, 0);
      case 3 -> indirect(inode, level == 1 ? DOUBLE_ROOT : DOUBLE_ROOT + leaf);
      default -> indirect(inode, TRIPLE_ROOT + inTripleTree(leaf - POINTERS - 1, level));
    };
  }

  /** The root of the triple tree, then the blocks that name its leaves, then the leaves. */
  private static long inTripleTree(long leaf, int level) {
    return switch (level) {
      case 1 -> 0;
      case 2 -> 1 + leaf / POINTERS;
      default -> 1 + POINTERS + leaf;
    };
  }

  private static long indirect(long inode, long index) {
    return inode + (1 + index) * BLOCK_BYTES;
  }

  /** The single leaf, then the double root with its leaves, then the triple root with its tree. */
  private static int indirectBlocks(long blocks) {
    if (blocks <= DIRECT_BLOCKS) {
      return 0;
    }
    long leaves = Math.ceilDiv(blocks - DIRECT_BLOCKS, (long) POINTERS);
    if (leaves <= 1) {
      return 1;
    }
    return Math.toIntExact(leaves <= 1 + POINTERS ? DOUBLE_ROOT + leaves : TRIPLE_ROOT + leaves);
  }
}
