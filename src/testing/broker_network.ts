/**
 * Where the brokers listen, in memory and on sockets, and how they come and go.
 *
 * @module
 */

import { MemoryNetwork } from "../transport/memory.ts";
import type { Address, Connector, Transport } from "../transport/transport.ts";
import { formatAddress } from "../transport/failure.ts";
import type { Broker, Listener } from "./broker.ts";
import type { ClusterState } from "./cluster_state.ts";
import type { ListenerKind } from "./handler.ts";
import type {
  ConnectionFilter,
  EmbeddedListener,
  ListenOptions,
  PauseBrokerOptions,
  StartBrokerOptions,
  StopBrokerOptions,
} from "./options.ts";
import { serveTcp } from "./serve_tcp.ts";
import { ServerConnection } from "./server_connection.ts";

const DEFAULT_HOST = "127.0.0.1";

/** Where the brokers of one cluster listen. */
export class BrokerNetwork {
  readonly #cluster: ClusterState;
  readonly #memory = new MemoryNetwork();
  #listening: Required<Pick<ListenOptions, "keepAlive">> & { advertisedHost?: string } | undefined;
  #closed = false;

  /** @param cluster The cluster, whose brokers listen in memory from now on. */
  constructor(cluster: ClusterState) {
    this.#cluster = cluster;
    for (const broker of cluster.brokers.values()) this.#listenInMemory(broker);
  }

  /** Opens connections in memory. */
  connector(): Connector {
    return this.#memory.connector(this.#cluster.environment.resources);
  }

  /**
   * Listens on sockets.
   *
   * @param options Where.
   * @throws {TypeError} When it listens already.
   * @throws {ConnectionError} When it cannot listen there; none of the brokers does then.
   */
  async listen(options: ListenOptions): Promise<EmbeddedListener> {
    if (this.#listening !== undefined) throw new TypeError("Cannot listen twice");
    if (this.#closed) throw new TypeError("Cannot listen as the cluster is closed");
    const { port = 0, host = DEFAULT_HOST, advertisedHost, keepAlive = true } = options;
    this.#listening = { keepAlive, ...(advertisedHost === undefined ? {} : { advertisedHost }) };
    const brokers = [...this.#cluster.brokers.values()];
    try {
      for (const [at, broker] of brokers.entries()) {
        await this.#bind(broker, { host, port: port === 0 ? 0 : port + at });
      }
    } catch (error) {
      this.#listening = undefined;
      await Promise.all(brokers.map((broker) => this.#unbind(broker)));
      throw error;
    }
    const addresses = brokers.map((broker) => formatAddress(broker.advertised("socket")));
    return {
      port: brokers[0].advertised("socket").port,
      brokers: addresses,
      address: addresses.join(","),
    };
  }

  /**
   * Stops a broker.
   *
   * @param broker The broker.
   * @param options Whether the others notice.
   */
  async stop(broker: Broker, options: StopBrokerOptions): Promise<void> {
    broker.transition("stopped");
    // At once: a paused broker goes on after its gate, and must find its connections closed.
    const connections = [...broker.connections];
    for (const connection of connections) connection.close();
    broker.sessions.clear();
    const listeners = [broker.memoryListener, broker.socketListener];
    broker.memoryListener = undefined;
    broker.socketListener = undefined;
    const closing = listeners.map((listener) => listener?.close());
    if (options.moveLeaders !== false) this.#cluster.fence(broker, true);
    await Promise.all([...closing, ...connections.map((connection) => connection.done)]);
  }

  /**
   * Starts a stopped broker.
   *
   * @param broker The broker.
   * @param options Where it listens from now on.
   */
  async start(broker: Broker, options: StartBrokerOptions): Promise<void> {
    broker.transition("running");
    broker.refusing = false;
    const { host, port } = options;
    const bind = broker.socketBind;
    if (bind !== undefined) {
      await this.#bind(broker, { host: host ?? bind.host, port: port ?? bind.port });
    } else if (host !== undefined || port !== undefined) {
      broker.memoryAddress = {
        host: host ?? broker.memoryAddress.host,
        port: port ?? broker.memoryAddress.port,
      };
    }
    this.#listenInMemory(broker);
    this.#cluster.fence(broker, false);
  }

  /**
   * Suspends a broker.
   *
   * @param broker The broker.
   * @param options Whether the others notice.
   */
  pause(broker: Broker, options: PauseBrokerOptions): void {
    broker.transition("paused");
    if (options.moveLeaders === true) this.#cluster.fence(broker, true);
  }

  /**
   * Resumes a suspended broker.
   *
   * @param broker The broker.
   */
  resume(broker: Broker): void {
    broker.transition("running");
    this.#cluster.fence(broker, false);
  }

  /**
   * Refuses new connections, or no longer.
   *
   * @param broker The broker.
   * @param refuse Which of the two.
   */
  async refuse(broker: Broker, refuse: boolean): Promise<void> {
    if (broker.refusing === refuse || broker.state === "stopped") return;
    broker.refusing = refuse;
    if (refuse) {
      await broker.memoryListener?.close();
      broker.memoryListener = undefined;
      // Not awaited: it ends only with the last of the connections, which stay.
      void broker.socketListener?.close();
      broker.socketListener = undefined;
    } else {
      this.#listenInMemory(broker);
      if (broker.socketBind !== undefined) await this.#bind(broker, broker.socketBind);
    }
  }

  /**
   * Gives a broker another address in memory.
   *
   * @param broker The broker.
   * @param address The parts that change.
   */
  async move(broker: Broker, address: Partial<Address>): Promise<void> {
    await broker.memoryListener?.close();
    broker.memoryListener = undefined;
    broker.memoryAddress = { ...broker.memoryAddress, ...address };
    const connections = [...broker.connections].filter((each) => each.listener === "memory");
    for (const connection of connections) connection.close();
    if (broker.state !== "stopped" && !broker.refusing) this.#listenInMemory(broker);
  }

  /**
   * The open connections that fit.
   *
   * @param filter Which.
   */
  connections(filter: ConnectionFilter): ServerConnection[] {
    return this.#cluster.connections().filter((connection) =>
      (filter.broker === undefined || connection.broker.id === filter.broker) &&
      (filter.clientId === undefined || connection.clientId === filter.clientId) &&
      (filter.api === undefined || connection.apis.has(filter.api))
    );
  }

  /** Closes everything. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#cluster.brokers.values()].map(async (broker) => {
      if (broker.state !== "stopped") await this.stop(broker, { moveLeaders: false });
    }));
  }

  #listenInMemory(broker: Broker): void {
    const { resources } = this.#cluster.environment;
    const listener = this.#memory.listen(
      broker.memoryAddress,
      (transport) => this.#accept(broker, transport, "memory"),
      resources,
    );
    broker.memoryListener = {
      address: listener.address,
      close: () => {
        listener.close();
        return Promise.resolve();
      },
    };
  }

  async #bind(broker: Broker, address: Address): Promise<void> {
    const listener: Listener = await serveTcp({
      address,
      onConnection: (transport) => this.#accept(broker, transport, "socket"),
      resources: this.#cluster.environment.resources,
      keepAlive: this.#listening?.keepAlive ?? true,
    });
    broker.socketListener = listener;
    broker.socketBind = listener.address;
    const { host, port } = listener.address;
    broker.socketAddress = { host: this.#listening?.advertisedHost ?? host, port };
  }

  async #unbind(broker: Broker): Promise<void> {
    await broker.socketListener?.close();
    broker.socketListener = undefined;
    broker.socketBind = undefined;
    broker.socketAddress = undefined;
  }

  #accept(broker: Broker, transport: Transport, kind: ListenerKind): void {
    if (broker.state === "stopped") transport.close();
    else new ServerConnection(this.#cluster, broker, transport, kind);
  }
}
