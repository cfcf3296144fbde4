/**
 * The one judge of producing: it is told what was sent and how each send
 * ended, and what the log holds, and says what is wrong.
 *
 * Records are numbered from 0 in the order of the calls of `send`.
 */

import type { Fate } from "../../src/errors.ts";

/** How one send ended. */
export type Settled =
  | { readonly kind: "acked"; readonly partition: number; readonly offset: number | undefined }
  | { readonly kind: "failed"; readonly fate: Fate | undefined };

/** A record as the log holds it. */
export interface LoggedRecord {
  readonly partition: number;
  readonly offset: number;
  /** The number that it was given when it was sent. */
  readonly sequence: number;
}

/** What is wrong; all zero is right. */
export interface Verdict {
  /** Acknowledged, yet not in the log. */
  readonly missing: number;
  /** In the log more than once. */
  readonly duplicates: number;
  /** Behind a record of the same partition that was sent later. */
  readonly outOfOrder: number;
  /** Neither acknowledged nor failed. */
  readonly unsettled: number;
  /** Acknowledged with a partition or an offset that holds something else. */
  readonly misplaced: number;
  /** Failed as not persisted, yet in the log; or as persisted, yet not in the log; or failed without a fate. */
  readonly lies: number;
  /** In the log, though never sent. */
  readonly strangers: number;
}

/** Collects how sends end. */
export class SendHistory {
  readonly #settled: (Settled | undefined)[] = [];

  /** How many records were sent. */
  get sent(): number {
    return this.#settled.length;
  }

  /** How many were acknowledged. */
  get acked(): number {
    return this.#settled.filter((entry) => entry?.kind === "acked").length;
  }

  /** How many failed. */
  get failed(): number {
    return this.#settled.filter((entry) => entry?.kind === "failed").length;
  }

  /** Numbers a new record. */
  next(): number {
    return this.#settled.push(undefined) - 1;
  }

  /** Notes an acknowledgement. */
  ack(sequence: number, partition: number, offset: number | undefined): void {
    this.#settle(sequence, { kind: "acked", partition, offset });
  }

  /** Notes a failure. */
  fail(sequence: number, error: unknown): void {
    this.#settle(sequence, { kind: "failed", fate: (error as { fate?: Fate }).fate });
  }

  #settle(sequence: number, how: Settled): void {
    if (this.#settled[sequence] !== undefined) throw new Error(`Record ${sequence} settled twice`);
    this.#settled[sequence] = how;
  }

  /** Holds the sends against the log. */
  judge(log: Iterable<LoggedRecord>): Verdict {
    const verdict = {
      missing: 0,
      duplicates: 0,
      outOfOrder: 0,
      unsettled: 0,
      misplaced: 0,
      lies: 0,
      strangers: 0,
    };
    const places = new Map<number, LoggedRecord>();
    const highest = new Map<number, number>();
    const byOffset = [...log].sort((a, b) => a.partition - b.partition || a.offset - b.offset);
    for (const record of byOffset) {
      if (!(record.sequence >= 0 && record.sequence < this.#settled.length)) {
        verdict.strangers++;
        continue;
      }
      if (places.has(record.sequence)) {
        verdict.duplicates++;
        continue;
      }
      places.set(record.sequence, record);
      const before = highest.get(record.partition) ?? -1;
      if (record.sequence < before) verdict.outOfOrder++;
      highest.set(record.partition, Math.max(before, record.sequence));
    }
    this.#settled.forEach((how, sequence) => {
      const place = places.get(sequence);
      if (how === undefined) verdict.unsettled++;
      else if (how.kind === "acked") {
        if (place === undefined) verdict.missing++;
        else if (
          place.partition !== how.partition ||
          (how.offset !== undefined && how.offset !== place.offset)
        ) {
          verdict.misplaced++;
        }
      } else if (
        how.fate === undefined || (how.fate === "not-persisted" && place !== undefined) ||
        (how.fate === "persisted" && place === undefined)
      ) verdict.lies++;
    });
    return verdict;
  }
}

/** What a faultless run looks like. */
export const FAULTLESS: Verdict = {
  missing: 0,
  duplicates: 0,
  outOfOrder: 0,
  unsettled: 0,
  misplaced: 0,
  lies: 0,
  strangers: 0,
};
