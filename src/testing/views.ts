/**
 * What a test sees of an embedded cluster's state. Everything is a copy made
 * when it was asked for, except the stored bytes.
 *
 * @module
 */

/**
 * What a broker does at the moment.
 *
 * - `"running"`: it answers.
 * - `"paused"`: it accepts connections and bytes and does nothing with them, like a suspended process.
 * - `"stopped"`: it refuses connections.
 */
export type BrokerState = "running" | "paused" | "stopped";

/** One broker. */
export interface BrokerView {
  /** Its id. */
  readonly id: number;
  /** The host that it advertises. */
  readonly host: string;
  /** The port that it advertises. */
  readonly port: number;
  /** Its rack. */
  readonly rack: string | null;
  /** What it does. */
  readonly state: BrokerState;
}

/** One partition, as its leader and the controller know it. */
export interface PartitionView {
  /** The topic. */
  readonly topic: string;
  /** The index. */
  readonly partition: number;
  /** The leader's id, or -1. */
  readonly leader: number;
  /** The leader's epoch. */
  readonly leaderEpoch: number;
  /** The replicas, the preferred leader first. */
  readonly replicas: readonly number[];
  /** The replicas that are in sync. */
  readonly isr: readonly number[];
  /** The first offset that can be read. */
  readonly startOffset: number;
  /** Where consumers may read to. */
  readonly highWatermark: number;
  /** Where read-committed consumers may read to. */
  readonly lastStableOffset: number;
  /** The offset that the next record gets. */
  readonly endOffset: number;
}

/** One topic. */
export interface TopicView {
  /** Its name. */
  readonly name: string;
  /** Its id, as base64url. */
  readonly topicId: string;
  /** Its partitions by index. */
  readonly partitions: readonly PartitionView[];
  /** Its configuration, where it differs from the defaults. */
  readonly config: Readonly<Record<string, string>>;
}

/** One batch in a log. */
export interface StoredBatchView {
  /** The whole batch; not a copy. */
  readonly bytes: Uint8Array;
  /** The offset of its first record. */
  readonly baseOffset: number;
  /** The offset of its last record. */
  readonly lastOffset: number;
  /** How many records it has. */
  readonly recordCount: number;
  /** The epoch of the leader that appended it. */
  readonly leaderEpoch: number;
  /** The producer's id, or -1. */
  readonly producerId: number;
  /** The producer's epoch, or -1. */
  readonly producerEpoch: number;
  /** The sequence of the first record, or -1. */
  readonly baseSequence: number;
  /** Whether it belongs to a transaction. */
  readonly transactional: boolean;
  /** Whether it is a transaction's marker. */
  readonly control: boolean;
  /** The compression's id: 0 none, 1 gzip, 2 snappy, 3 lz4, 4 zstd. */
  readonly compression: number;
}

/** One record in a log. */
export interface StoredRecord {
  /** Its offset. */
  readonly offset: number;
  /** Its timestamp in ms. */
  readonly timestamp: number;
  /** Its key; not a copy. */
  readonly key: Uint8Array | null;
  /** Its value; not a copy. */
  readonly value: Uint8Array | null;
  /** Its headers. */
  readonly headers: readonly (readonly [string, Uint8Array | null])[];
  /** The producer's id, or -1. */
  readonly producerId: number;
  /** Whether it belongs to a transaction. */
  readonly transactional: boolean;
}

/** One open connection. */
export interface ConnectionView {
  /** Its number: 1 for the cluster's first, and so on. */
  readonly id: number;
  /** The broker that it leads to. */
  readonly broker: number;
  /** What its client calls itself, once it has sent something. */
  readonly clientId: string | null;
  /** How many requests came over it. */
  readonly requests: number;
}

/** What a partition knows about a producer. */
export interface ProducerStateView {
  /** The producer's id. */
  readonly producerId: number;
  /** The newest epoch. */
  readonly producerEpoch: number;
  /** The last sequence that was stored, or -1. */
  readonly lastSequence: number;
  /** The batches that a duplicate would be recognised from, oldest first: at most five. */
  readonly batches: readonly {
    readonly firstSequence: number;
    readonly lastSequence: number;
    readonly offset: number;
  }[];
  /** The first offset of its open transaction, or `undefined`. */
  readonly transactionStart: number | undefined;
}
