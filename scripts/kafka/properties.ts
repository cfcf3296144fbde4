/**
 * The configuration of the brokers of a test cluster.
 *
 * @module
 */

/** A value of a broker property. */
export type PropertyValue = string | number | boolean;

/** A listener besides the plain one and the controllers' one. */
export interface ListenerOptions {
  /** Its name, e.g. "SASL". */
  readonly name: string;
  /** Its security protocol, e.g. "SASL_PLAINTEXT". */
  readonly protocol: string;
  /** The host it advertises.
   *
   * @default {"127.0.0.1"}
   */
  readonly host?: string;
}

/** The ports of one node. */
export interface NodePorts {
  readonly nodeId: number;
  readonly port: number;
  readonly controllerPort: number;
  /** The ports of the further listeners, by name. */
  readonly extra: Readonly<Record<string, number>>;
}

/** What the configuration of a node is made from. */
export interface NodeConfig {
  readonly nodeId: number;
  readonly nodes: readonly NodePorts[];
  readonly listeners: readonly ListenerOptions[];
  readonly logFolder: string;
  /** Take precedence over everything else. */
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

const HOST = "127.0.0.1";

/** The address that a listener of a node is reached at. */
export function listenerAddress(node: NodePorts, listener?: ListenerOptions): string {
  return listener === undefined
    ? `${HOST}:${node.port}`
    : `${listener.host ?? HOST}:${node.extra[listener.name]}`;
}

/** All properties of one broker, which is a controller as well but for the second of two. */
export function nodeProperties(config: NodeConfig): Record<string, PropertyValue> {
  const { nodeId, nodes, listeners } = config;
  const self = nodes.find((node) => node.nodeId === nodeId);
  if (self === undefined) throw new RangeError(`Cannot configure node ${nodeId}: it has no ports`);
  // Two voters would lose their quorum with either of them.
  const voters = nodes.length >= 3 ? nodes : nodes.slice(0, 1);
  const isVoter = voters.includes(self);
  const copies = Math.min(3, nodes.length);
  const inSync = copies >= 3 ? 2 : 1;
  const advertised = [
    `PLAINTEXT://${listenerAddress(self)}`,
    ...listeners.map((listener) => `${listener.name}://${listenerAddress(self, listener)}`),
  ];
  const bound = [
    ...advertised.map((text) => text.replace(/\/\/.*:/, `//${HOST}:`)),
    ...(isVoter ? [`CONTROLLER://${HOST}:${self.controllerPort}`] : []),
  ];
  const protocols = [
    "PLAINTEXT:PLAINTEXT",
    "CONTROLLER:PLAINTEXT",
    ...listeners.map(({ name, protocol }) => `${name}:${protocol}`),
  ];
  return {
    "process.roles": isVoter ? "broker,controller" : "broker",
    "node.id": nodeId,
    "controller.quorum.voters": voters.map((node) =>
      `${node.nodeId}@${HOST}:${node.controllerPort}`
    )
      .join(","),
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "PLAINTEXT",
    "listeners": bound.join(","),
    "advertised.listeners": advertised.join(","),
    "listener.security.protocol.map": protocols.join(","),
    "log.dirs": config.logFolder,
    "num.partitions": 3,
    "default.replication.factor": copies,
    "min.insync.replicas": inSync,
    "offsets.topic.replication.factor": copies,
    "offsets.topic.num.partitions": 6,
    "transaction.state.log.replication.factor": copies,
    "transaction.state.log.min.isr": inSync,
    "transaction.state.log.num.partitions": 6,
    "share.coordinator.state.topic.replication.factor": copies,
    "share.coordinator.state.topic.min.isr": inSync,
    "share.coordinator.state.topic.num.partitions": 3,
    "group.initial.rebalance.delay.ms": 0,
    // A killed broker is fenced soon, so that its partitions get new leaders within a test's time.
    "broker.heartbeat.interval.ms": 500,
    "broker.session.timeout.ms": 3_000,
    "num.network.threads": 2,
    "num.io.threads": 4,
    "background.threads": 2,
    // The default takes a quarter of our small heap.
    "log.cleaner.dedupe.buffer.size": 2_097_152,
    ...config.properties,
  };
}

/** Properties in the syntax of Java's property files. */
export function formatProperties(properties: Readonly<Record<string, PropertyValue>>): string {
  return Object.entries(properties).map(([key, value]) =>
    `${key}=${String(value).replaceAll("\\", "\\\\").replaceAll("\n", "\\\n")}\n`
  ).join("");
}
