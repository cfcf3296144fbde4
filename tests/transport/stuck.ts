/** A real address that neither answers nor refuses, as a suspended machine with a full queue does. */

import { connect, type Socket } from "node:net";
import type { Address } from "../../src/transport/transport.ts";
import { startScript } from "../helpers/child.ts";

/** What {@linkcode startStuckListener} gives. */
export interface StuckListener {
  /** Where a connection attempt hangs. */
  readonly address: Address;
  /** Ends it. */
  close(): Promise<void>;
}

/** How many attempts are made at once to fill the queue. */
const ROUND = 64;

/** Starts a process that listens and never accepts, and fills its queue (1 to 512, by runtime). */
export async function startStuckListener(): Promise<StuckListener> {
  const child = startScript(
    new URL(`./fixtures/stuck_listener${import.meta.url.slice(-3)}`, import.meta.url),
  );
  const port = Number(/port (\d+)/.exec(await child.printed("\n"))?.[1]);
  const sockets: Socket[] = [];
  const attempt = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      sockets.push(socket);
      socket.on("error", () => {});
      socket.on("connect", () => resolve(true));
      setTimeout(() => resolve(false), 400).unref();
    });
  for (let full = false; !full && sockets.length < 2_000;) {
    const connected = await Promise.all(Array.from({ length: ROUND }, attempt));
    full = connected.every((one) => !one);
  }
  return {
    address: { host: "127.0.0.1", port },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      child.process.kill("SIGKILL");
      await child.result;
    },
  };
}
