/**
 * Joins small chunks for runtimes without a vectored write: a request is a
 * small header and a body for each batch, and a system call for each of them
 * costs more than copying it.
 *
 * @module
 */

/** From this size on a chunk is written by itself. */
const LARGE_BYTES = 32 * 1024;

/** The most that is joined at a time. */
const JOINED_BYTES = 64 * 1024;

/** Joins chunks for one writer: what `pieces` gave is reused as soon as the next piece is asked for. */
export class Gather {
  #joined: Uint8Array = new Uint8Array(0);

  /**
   * Gives the bytes of all chunks, in order, in as few pieces as is sensible.
   *
   * @param chunks The chunks.
   * @returns The pieces. Each must be written, or copied, before the next one is asked for.
   */
  *pieces(chunks: readonly Uint8Array[]): Generator<Uint8Array, void, void> {
    const only = chunks.length === 1 ? chunks[0] : undefined;
    if (only !== undefined) {
      if (only.length > 0) yield only;
      return;
    }
    let filled = 0;
    let remaining = 0;
    for (const chunk of chunks) remaining += chunk.length;
    for (const chunk of chunks) {
      if (filled > 0 && (chunk.length >= LARGE_BYTES || filled + chunk.length > JOINED_BYTES)) {
        yield this.#joined.subarray(0, filled);
        filled = 0;
      }
      if (chunk.length >= LARGE_BYTES) {
        yield chunk;
      } else if (chunk.length > 0) {
        if (filled === 0) this.#makeRoom(Math.min(remaining, JOINED_BYTES));
        this.#joined.set(chunk, filled);
        filled += chunk.length;
      }
      remaining -= chunk.length;
    }
    if (filled > 0) yield this.#joined.subarray(0, filled);
  }

  /**
   * Joins chunks into one when all of them are small together, for runtimes
   * whose vectored write costs more than a copy of so few bytes.
   *
   * @param chunks The chunks.
   * @returns The chunks, or one for all of them, which is reused by the next call.
   */
  join(chunks: readonly Uint8Array[]): readonly Uint8Array[] {
    if (chunks.length === 1) return chunks;
    let total = 0;
    for (const chunk of chunks) total += chunk.length;
    if (total > LARGE_BYTES) return chunks;
    this.#makeRoom(total);
    let filled = 0;
    for (const chunk of chunks) {
      this.#joined.set(chunk, filled);
      filled += chunk.length;
    }
    return [this.#joined.subarray(0, total)];
  }

  #makeRoom(bytes: number): void {
    if (this.#joined.length >= bytes) return;
    // By powers of two, so that requests that grow slowly do not allocate each time.
    let capacity = 1024;
    while (capacity < bytes) capacity *= 2;
    this.#joined = new Uint8Array(capacity);
  }
}
