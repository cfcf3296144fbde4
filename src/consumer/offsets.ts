/**
 * How far the reading of one partition has come.
 *
 * @module
 */

/**
 * The position of one partition: behind the last record that was delivered,
 * and behind whatever delivers nothing after it (control batches, aborted
 * records, gaps that compaction left). What is fetched ahead is not in it.
 *
 * A committer reads it; it takes the leader epoch along, so that a truncated
 * log is noticed after a restart (KIP-320).
 */
export class OffsetTracker {
  #position = -1;
  #leaderEpoch = -1;

  /** Whether the position is known. */
  get known(): boolean {
    return this.#position >= 0;
  }

  /** The offset that is delivered next, or -1 when it is not known yet. */
  get position(): number {
    return this.#position;
  }

  /** The leader epoch of the last batch that was delivered from, or -1. */
  get leaderEpoch(): number {
    return this.#leaderEpoch;
  }

  /**
   * Starts anew.
   *
   * @param position The next offset, or -1 when it has to be looked up.
   * @param leaderEpoch The epoch of the record before it, or -1.
   */
  reset(position: number, leaderEpoch: number): void {
    this.#position = position;
    this.#leaderEpoch = leaderEpoch;
  }

  /**
   * Notes the batch that records are delivered from.
   *
   * @param leaderEpoch Its epoch.
   */
  enter(leaderEpoch: number): void {
    this.#leaderEpoch = leaderEpoch;
  }

  /**
   * Notes a delivery, or a step over what delivers nothing. Never goes back.
   *
   * @param next The offset behind it.
   */
  advance(next: number): void {
    if (next > this.#position) this.#position = next;
  }
}
