/**
 * How fast each transport of this runtime is: writing, reading, and small
 * messages there and back. The other side is a process of its own, so that it
 * takes nothing from the side that is measured.
 *
 * Run it with `bench/transport_bench.ts` on Deno (`-A`), Bun or Node.
 *
 * @module
 */

import { spawn } from "node:child_process";
import { createServer, type Socket } from "node:net";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { bunConnector } from "../src/transport/bun.ts";
import { denoConnector } from "../src/transport/deno.ts";
import { memoryPair } from "../src/transport/memory.ts";
import { nodeConnector } from "../src/transport/node.ts";
import { detectRuntime } from "../src/transport/runtime.ts";
import type { Connector, Transport } from "../src/transport/transport.ts";

const MODES = { sink: 1, source: 2, echo: 3 } as const;
const BYTES = 512 * 1024 * 1024;
const ROUNDS = 20_000;

/** The other side: its first byte tells what it does. */
function serve(): void {
  const server = createServer((socket: Socket) => {
    socket.setNoDelay(true);
    socket.on("error", () => {});
    socket.once("data", (first: Uint8Array) => {
      if (first[0] === MODES.echo) echo(socket, first.subarray(1));
      else if (first[0] === MODES.source) pump(socket);
      else sink(socket, first.length - 1);
    });
  });
  server.listen(0, "127.0.0.1", () => {
    console.log(`port ${(server.address() as { port: number }).port}`);
  });
}

function echo(socket: Socket, already: Uint8Array): void {
  if (already.length > 0) socket.write(already);
  socket.on("data", (chunk: Uint8Array) => socket.write(chunk));
}

function pump(socket: Socket): void {
  const chunk = new Uint8Array(256 * 1024);
  let left = BYTES;
  const more = () => {
    while (left > 0) {
      left -= chunk.length;
      if (!socket.write(chunk)) {
        socket.once("drain", more);
        return;
      }
    }
  };
  more();
}

function sink(socket: Socket, already: number): void {
  let received = already;
  socket.on("data", (chunk: Uint8Array) => {
    received += chunk.length;
    if (received >= BYTES) socket.write(new Uint8Array(1));
  });
}

async function begin(transport: Transport, mode: number): Promise<number> {
  await transport.write([Uint8Array.of(mode)]);
  return performance.now();
}

async function measureWrite(transport: Transport, body: number): Promise<string> {
  const header = new Uint8Array(100);
  const bytes = new Uint8Array(body);
  const started = await begin(transport, MODES.sink);
  for (let sent = 0; sent < BYTES; sent += header.length + body) {
    await transport.write([header, bytes]);
  }
  await transport.read(new Uint8Array(1));
  return rate(started);
}

async function measureRead(transport: Transport, size: number): Promise<string> {
  const into = new Uint8Array(size);
  const started = await begin(transport, MODES.source);
  for (let received = 0; received < BYTES;) received += await transport.read(into) ?? BYTES;
  return rate(started);
}

async function measureEcho(transport: Transport): Promise<string> {
  const bytes = new Uint8Array(100);
  await begin(transport, MODES.echo);
  const started = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    await transport.write([bytes.subarray(0, 20), bytes.subarray(20)]);
    for (let received = 0; received < 100;) received += await transport.read(bytes) ?? 100;
  }
  return `${((performance.now() - started) * 1_000 / ROUNDS).toFixed(1)} us`;
}

function rate(started: number): string {
  return `${(BYTES / 1e6 / ((performance.now() - started) / 1_000)).toFixed(0)} MB/s`;
}

async function measure(name: string, open: () => Promise<Transport>): Promise<void> {
  const results: string[] = [];
  const run = async (label: string, body: (transport: Transport) => Promise<string>) => {
    const transport = await open();
    const cpu = process.cpuUsage();
    const result = await body(transport);
    const used = process.cpuUsage(cpu);
    results.push(`${label} ${result} (cpu ${Math.round((used.user + used.system) / 1_000)} ms)`);
    transport.close();
    await transport.closed;
  };
  await run("write 1 MB", (transport) => measureWrite(transport, 1_000_000));
  await run("write 16 kB", (transport) => measureWrite(transport, 16_000));
  await run("read 64 KiB", (transport) => measureRead(transport, 64 * 1024));
  await run("read 1 MiB", (transport) => measureRead(transport, 1024 * 1024));
  await run("echo 100 B", measureEcho);
  console.log([`${detectRuntime()} ${name}`, ...results].join("\n  "));
}

/** The other end of a memory pair, doing what the server does. */
function memoryPeer(): Promise<Transport> {
  const [near, far] = memoryPair();
  const buffer = new Uint8Array(256 * 1024);
  const work = async () => {
    await far.read(buffer.subarray(0, 1));
    const mode = buffer[0];
    if (mode === MODES.source) {
      for (let left = BYTES; left > 0; left -= buffer.length) await far.write([buffer]);
    }
    for (let received = 1;;) {
      const length = await far.read(buffer);
      if (length === null) return;
      received += length;
      if (mode === MODES.echo) await far.write([buffer.subarray(0, length)]);
      else if (mode === MODES.sink && received >= BYTES) await far.write([buffer.subarray(0, 1)]);
    }
  };
  work().catch(() => {}).finally(() => far.close());
  return Promise.resolve(near);
}

async function main(): Promise<void> {
  const deno = detectRuntime() === "deno" ? ["run", "-A", "--quiet", "--no-lock"] : [];
  const child = spawn(process.execPath, [...deno, fileURLToPath(import.meta.url), "serve"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<number>((resolve) => {
    child.stdout.on("data", (text: Uint8Array) => {
      resolve(Number(/\d+/.exec(new TextDecoder().decode(text))?.[0]));
    });
  });
  const connectors: [string, Connector][] = [["node:net", nodeConnector()]];
  if (detectRuntime() === "deno") connectors.push(["native", denoConnector()]);
  if (detectRuntime() === "bun") connectors.push(["native", bunConnector()]);
  for (const [name, connector] of connectors) {
    await measure(name, () => connector({ host: "127.0.0.1", port }));
  }
  await measure("memory", memoryPeer);
  child.kill();
  process.exit(0);
}

if (process.argv[2] === "serve") serve();
else await main();
