package org.portbench.hardware.dma;

import org.portbench.hardware.memory.Bytes;
import org.portbench.hardware.memory.Content;

/**
 * What the medium holds. A byte that was never written is known by its address alone: its origin is
 * {@link #MEDIUM_ORIGIN} and its position within it the address. Written bytes are kept by chunks,
 * so that a disk of any size takes memory only for what was written.
 */
public final class MediumContent {
  /** The origin of bytes that were on the medium from the start; no one else may use it. */
  public static final long MEDIUM_ORIGIN = 1;

  public static final int CHUNK_BYTES = 4096;

  private final ChunkMap chunks = new ChunkMap();

  /** Bytes of the medium become those of {@code source}. */
  public void copyIn(long address, int length, Bytes source, int sourceFrom) {
    for (int done = 0; done < length; ) {
      long at = address + done;
      int part = Math.min(length - done, toChunkEnd(at));
      source.copyTo(writable(at / CHUNK_BYTES), sourceFrom + done, offset(at), part);
      done += part;
    }
  }

  /** Bytes of {@code target} become those of the medium. */
  public void copyOut(long address, int length, Bytes target, int from) {
    for (int done = 0; done < length; ) {
      long at = address + done;
      int part = unwritten(at, length - done);
      if (part > 0) {
        target.fill(from + done, part, MEDIUM_ORIGIN, at);
      } else {
        part = Math.min(length - done, toChunkEnd(at));
        target.copyFrom(chunks.find(at / CHUNK_BYTES), offset(at), from + done, part);
      }
      done += part;
    }
  }

  /** Whether the medium holds the same bytes as {@code content}. */
  public boolean matches(long address, int length, Bytes content, int from) {
    for (int done = 0; done < length; ) {
      long at = address + done;
      int part = unwritten(at, length - done);
      boolean same;
      if (part > 0) {
        same = content.matches(from + done, part, MEDIUM_ORIGIN, at);
      } else {
        part = Math.min(length - done, toChunkEnd(at));
        Content chunk = chunks.find(at / CHUNK_BYTES);
        same = content.matches(from + done, chunk, offset(at), part);
      }
      if (!same) {
        return false;
      }
      done += part;
    }
    return true;
  }

  private int unwritten(long address, int limit) {
    return (int) (freshEnd(address, limit) - address);
  }

  /** Where what was never written ends, from an address on and within so many bytes. */
  long freshEnd(long address, long limit) {
    long first = address / CHUNK_BYTES;
    long chunks = (address + limit - 1) / CHUNK_BYTES + 1 - first;
    long end = (first + this.chunks.unwritten(first, chunks)) * CHUNK_BYTES;
    return Math.clamp(end, address, address + limit);
  }

  /** Whether another medium holds all that was ever written to this one. */
  public boolean writtenOn(MediumContent other) {
    return chunks.all(
        (number, content) -> other.matches(number * CHUNK_BYTES, CHUNK_BYTES, content, 0));
  }

  /** Whether any byte of the chunk was ever written. */
  public boolean written(long chunk) {
    return chunks.find(chunk) != ChunkMap.UNWRITTEN;
  }

  public int writtenChunks() {
    return chunks.size();
  }

  private Content writable(long chunk) {
    Content content = chunks.find(chunk);
    return content == ChunkMap.UNWRITTEN ? untouched(chunk) : content;
  }

  private Content untouched(long chunk) {
    Content content = new Content(CHUNK_BYTES);
    content.fill(0, CHUNK_BYTES, MEDIUM_ORIGIN, chunk * CHUNK_BYTES);
    chunks.put(chunk, content);
    return content;
  }

  private static int offset(long address) {
    return (int) (address % CHUNK_BYTES);
  }

  private static int toChunkEnd(long address) {
    return CHUNK_BYTES - offset(address);
  }
}
