/**
 * One broker: its addresses, its connections, and what it does at the moment.
 *
 * @module
 */

import { type Deferred, deferred } from "../internal/deferred.ts";
import type { Address } from "../transport/transport.ts";
import type { FetchSessions } from "./fetch_sessions.ts";
import type { ListenerKind } from "./handler.ts";
import type { ServerConnection } from "./server_connection.ts";
import type { BrokerState } from "./views.ts";

/** Something that accepts connections. */
export interface Listener {
  /** Where it listens. */
  readonly address: Address;
  /** Stops accepting. Twice is fine. */
  close(): Promise<void>;
}

const TRANSITIONS: Readonly<Record<BrokerState, readonly BrokerState[]>> = {
  running: ["paused", "stopped"],
  paused: ["running", "stopped"],
  stopped: ["running"],
};

/** How a broker is set up. */
export interface BrokerSetup {
  /** Its id. */
  readonly id: number;
  /** Its rack. */
  readonly rack: string | null;
  /** Its address in memory. */
  readonly address: Address;
  /** Its fetch sessions. */
  readonly sessions: FetchSessions;
}

/** One broker. */
export class Broker {
  /** Its id. */
  readonly id: number;
  /** Its rack. */
  readonly rack: string | null;
  /** Its fetch sessions. */
  readonly sessions: FetchSessions;
  /** Its open connections. */
  readonly connections = new Set<ServerConnection>();
  /** Its address in memory. */
  memoryAddress: Address;
  /** What accepts connections in memory. */
  memoryListener: Listener | undefined;
  /** The address of its socket that it advertises. */
  socketAddress: Address | undefined;
  /** What accepts connections over a socket. */
  socketListener: Listener | undefined;
  /** Where its socket really listens, to listen there again after a stop. */
  socketBind: Address | undefined;
  /** Whether new connections are refused though it runs. */
  refusing = false;
  /** Whether the others know that it is not there. */
  fenced = false;
  #state: BrokerState = "running";
  #gate: Deferred<void> | undefined;

  /** @param setup How it is set up. */
  constructor(setup: BrokerSetup) {
    this.id = setup.id;
    this.rack = setup.rack;
    this.memoryAddress = setup.address;
    this.sessions = setup.sessions;
  }

  /** What it does. */
  get state(): BrokerState {
    return this.#state;
  }

  /** Resolves when it is resumed or stopped; `undefined` unless it is paused. */
  get resumed(): Promise<void> | undefined {
    return this.#gate?.promise;
  }

  /**
   * The address that clients of a kind are told.
   *
   * @param kind How they come.
   */
  advertised(kind: ListenerKind): Address {
    return kind === "socket" ? this.socketAddress ?? this.memoryAddress : this.memoryAddress;
  }

  /**
   * Changes what it does.
   *
   * @param to The new state.
   * @throws {RangeError} When it cannot get there from where it is.
   */
  transition(to: BrokerState): void {
    if (!TRANSITIONS[this.#state].includes(to)) {
      throw new RangeError(`Cannot make broker ${this.id} ${to} as it is ${this.#state}`);
    }
    this.#state = to;
    if (to === "paused") {
      this.#gate = deferred<void>();
    } else {
      this.#gate?.resolve();
      this.#gate = undefined;
    }
  }
}
