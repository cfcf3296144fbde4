/**
 * What the tests of the network start from.
 *
 * @module
 */

import type {
  Connection,
  ConnectionEvents,
  ConnectionSettings,
} from "../../src/network/connection.ts";
import { openConnection, type OpenSettings } from "../../src/network/handshake.ts";
import { MemoryNetwork } from "../../src/transport/memory.ts";
import { VirtualEnvironment } from "../helpers/virtual_environment.ts";
import { FakeBroker } from "./fake_broker.ts";

/** An environment, a network and a broker. */
export interface Bench {
  readonly env: VirtualEnvironment;
  readonly network: MemoryNetwork;
  readonly broker: FakeBroker;
  readonly settings: OpenSettings;
  open(
    options?: { readonly events?: ConnectionEvents; readonly signal?: AbortSignal },
  ): Promise<Connection>;
}

/** Settings that tests start from. */
export const SETTINGS: ConnectionSettings = {
  clientId: "test",
  requestTimeoutMs: 30_000,
  maxFrameBytes: 1024 * 1024,
  versions: new Map(),
};

/** Makes an environment, a network and a broker. */
export function bench(overrides: Partial<OpenSettings> = {}): Bench {
  const env = new VirtualEnvironment();
  const network = new MemoryNetwork();
  const broker = new FakeBroker(network, 9092);
  const settings: OpenSettings = {
    ...SETTINGS,
    connector: network.connector(env.resources),
    tls: undefined,
    connectTimeoutMs: 10_000,
    ...overrides,
  };
  return {
    env,
    network,
    broker,
    settings,
    open: (options) =>
      openConnection(
        { address: { host: broker.host, port: broker.port }, nodeId: 1 },
        settings,
        env,
        options,
      ),
  };
}
