/**
 * What `sendBatch` waits for.
 *
 * @module
 */

import type { KafkaError } from "../errors.ts";
import { deferred } from "../internal/deferred.ts";
import { type DeliveryTarget, FailureList } from "./delivery.ts";
import type { RecordMetadata } from "./record.ts";

/** Collects what becomes of the records of one `sendBatch`. */
export class BatchSend implements DeliveryTarget {
  readonly #settled = deferred<RecordMetadata[]>();
  readonly #results: RecordMetadata[];
  readonly #failures = new FailureList();
  #remaining: number;

  /** @param records How many records there are. */
  constructor(records: number) {
    this.#results = new Array(records);
    this.#remaining = records;
  }

  /** Where the records are, or the error that names all that failed. */
  get promise(): Promise<RecordMetadata[]> {
    return this.#settled.promise;
  }

  delivered(
    slot: number,
    topic: string,
    partition: number,
    offset: number | undefined,
    timestamp: number,
  ): void {
    this.#results[slot] = { topic, partition, offset, timestamp };
    this.#countDown();
  }

  failed(slot: number, topic: string, partition: number | undefined, error: KafkaError): void {
    this.#failures.add(topic, partition, error, slot);
    this.#countDown();
  }

  #countDown(): void {
    if (--this.#remaining > 0) return;
    const error = this.#failures.error("send all records");
    if (error === undefined) this.#settled.resolve(this.#results);
    else this.#settled.reject(error);
  }
}
