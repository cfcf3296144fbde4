/**
 * Which broker to ask when any will do. Pure functions.
 *
 * @module
 */

/** What is known of a broker that could be asked. */
export interface BrokerLoad {
  /** The node id. */
  readonly nodeId: number;
  /** Whether there is a connection already. */
  readonly connected: boolean;
  /** How many requests wait for it. */
  readonly inFlight: number;
  /** Until when it is muted, or not to be connected to. */
  readonly busyUntil: number;
  /** Whether it was slow, lost or refused of late. */
  readonly suspect: boolean;
}

/**
 * Puts brokers into the order in which to ask them: trusted before suspect,
 * free before busy, connected before not, idle before loaded, and by lot among equals.
 *
 * @param brokers The brokers.
 * @param now The moment, on the clock of `busyUntil`.
 * @param random A number from 0 up to, not including, 1.
 * @returns Their node ids, best first.
 */
export function rankBrokers(
  brokers: readonly BrokerLoad[],
  now: number,
  random: () => number,
): number[] {
  const ranked = brokers.map((broker) => ({ broker, lot: random() }));
  ranked.sort((a, b) =>
    Number(a.broker.suspect) - Number(b.broker.suspect) ||
    Number(a.broker.busyUntil > now) - Number(b.broker.busyUntil > now) ||
    Number(b.broker.connected) - Number(a.broker.connected) ||
    a.broker.inFlight - b.broker.inFlight ||
    a.lot - b.lot
  );
  return ranked.map(({ broker }) => broker.nodeId);
}
