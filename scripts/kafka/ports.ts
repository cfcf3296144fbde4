/**
 * Free ports for servers that must know theirs before they start.
 *
 * @module
 */

import { createServer } from "node:net";

// Below the range that systems take the local ports of outgoing connections from, so that a port
// stays free while its broker is down.
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** Whether a server could listen there now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      server.close(() => resolve(true));
    });
  });
}

/** Finds that many free ports. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  for (let tries = 0; ports.size < count; tries++) {
    if (tries > 1_000) throw new Error(`Cannot find ${count} free ports`);
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (!ports.has(port) && await isFree(port)) ports.add(port);
  }
  return [...ports];
}
