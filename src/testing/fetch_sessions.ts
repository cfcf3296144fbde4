/**
 * Incremental fetch sessions (KIP-227), as a broker keeps them.
 *
 * @module
 */

/** One partition that a fetch asks for. */
export interface FetchItem {
  /** The topic's name; empty when its id is not known. */
  readonly topic: string;
  /** The topic's id; the zero UUID in versions that have none. */
  readonly topicId: string;
  /** The partition. */
  readonly partition: number;
  /** The offset to begin with. */
  readonly fetchOffset: bigint;
  /** The leader epoch that the client knows, or -1. */
  readonly currentLeaderEpoch: number;
  /** The epoch of the last record that the client has, or -1. */
  readonly lastFetchedEpoch: number;
  /** At most so many bytes. */
  readonly maxBytes: number;
}

/** What a session remembers about one partition. */
export interface SessionPartition {
  /** What was asked last. */
  item: FetchItem;
  /** The high watermark that the client was told, or -1. */
  highWatermark: bigint;
  /** The log start offset that the client was told, or -1. */
  logStartOffset: bigint;
}

/** One session. */
export interface FetchSession {
  /** Its id. */
  readonly id: number;
  /** The epoch that the next request must have. */
  epoch: number;
  /** Whether it names topics by id. */
  readonly usesTopicIds: boolean;
  /** Its partitions, in the order in which they are read; those that gave data go to the end. */
  readonly partitions: Map<string, SessionPartition>;
  /** When it was used last, by the monotonic clock. */
  lastUsed: number;
}

/** A session may be pushed out by another when it was not used for so long. */
const EVICTABLE_AFTER_MS = 120_000;

/**
 * The key of a partition in a session.
 *
 * @param item The partition.
 */
export function sessionKey(item: {
  readonly topic: string;
  readonly topicId: string;
  readonly partition: number;
}, usesTopicIds: boolean): string {
  return `${usesTopicIds ? item.topicId : item.topic}/${item.partition}`;
}

/** The sessions of one broker. */
export class FetchSessions {
  readonly #limit: number;
  readonly #random: () => number;
  /** Least recently used first. */
  readonly #sessions = new Map<number, FetchSession>();

  /**
   * @param limit How many are kept.
   * @param random Where ids come from.
   */
  constructor(limit: number, random: () => number) {
    this.#limit = limit;
    this.#random = random;
  }

  /** How many there are. */
  get size(): number {
    return this.#sessions.size;
  }

  /**
   * Opens a session when there is room for one.
   *
   * @param usesTopicIds Whether it names topics by id.
   * @param now The monotonic clock.
   * @returns The session, or `undefined`: the client then fetches without one.
   */
  open(usesTopicIds: boolean, now: number): FetchSession | undefined {
    if (this.#sessions.size >= this.#limit) {
      const oldest = this.#sessions.values().next().value;
      if (oldest === undefined || now - oldest.lastUsed < EVICTABLE_AFTER_MS) return undefined;
      this.#sessions.delete(oldest.id);
    }
    let id = 0;
    while (id === 0 || this.#sessions.has(id)) id = 1 + Math.floor(this.#random() * 0x7ffffffe);
    const session = { id, epoch: 1, usesTopicIds, partitions: new Map(), lastUsed: now };
    this.#sessions.set(id, session);
    return session;
  }

  /**
   * Finds a session.
   *
   * @param id Its id.
   */
  get(id: number): FetchSession | undefined {
    return this.#sessions.get(id);
  }

  /**
   * Says that a session was used: the next request has the next epoch.
   *
   * @param session The session.
   * @param now The monotonic clock.
   */
  touch(session: FetchSession, now: number): void {
    session.epoch = session.epoch === 0x7fffffff ? 1 : session.epoch + 1;
    session.lastUsed = now;
    this.#sessions.delete(session.id);
    this.#sessions.set(session.id, session);
  }

  /**
   * Ends a session.
   *
   * @param id Its id.
   */
  close(id: number): void {
    this.#sessions.delete(id);
  }

  /**
   * Ends every session.
   *
   * @returns How many there were.
   */
  clear(): number {
    const count = this.#sessions.size;
    this.#sessions.clear();
    return count;
  }
}
