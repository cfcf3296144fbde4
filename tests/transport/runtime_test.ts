import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { readFileSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { ResourceRegistry } from "../../src/internal/resources.ts";
import { defaultConnector, detectRuntime, systemEnvironment } from "../../src/transport/runtime.ts";
import { currentRuntime, runScript, startScript } from "../helpers/child.ts";
import { startStuckListener } from "./stuck.ts";

const LIFE = new URL("./fixtures/process_life.ts", import.meta.url);
const PERMISSIONS = new URL("./fixtures/permissions.ts", import.meta.url);

/** Runs a test with a server that sends back what it gets. */
async function withEcho(body: (port: number) => Promise<void>): Promise<void> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", (chunk: Uint8Array) => socket.write(chunk));
  });
  const port = await listen(server);
  try {
    await body(port);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as { port: number }).port;
}

Deno.test("detectRuntime() tells this runtime, whatever else is defined globally", () => {
  assertEquals(detectRuntime(), currentRuntime());
});

Deno.test("systemEnvironment().clock runs a timer once, not early, and registers it until then", async () => {
  const { clock, resources } = systemEnvironment();
  const started = clock.monotonic();
  const ranAt = await new Promise<number>((resolve) => {
    clock.setTimer(() => resolve(clock.monotonic()), 30);
    assertEquals(resources.list(), ["timer 30 ms"]);
  });
  // Runtimes round to whole milliseconds.
  assert(ranAt - started >= 29);
  assertEquals(resources.size, 0);
});

Deno.test("systemEnvironment().clock does not run a timer that was cancelled", async () => {
  const { clock, resources } = systemEnvironment();
  let ran = 0;
  const timer = clock.setTimer(() => ran++, 5);
  timer.cancel();
  timer.cancel();
  await new Promise((resolve) => setTimeout(resolve, 20));
  assertEquals([ran, resources.size], [0, 0]);
});

Deno.test("systemEnvironment().clock does not run a timer of more than 24.8 days at once", async () => {
  const { clock, resources } = systemEnvironment();
  let ran = 0;
  const timers = [2 ** 31, 2 ** 40, Infinity].map((delay) => clock.setTimer(() => ran++, delay));
  await new Promise((resolve) => setTimeout(resolve, 20));
  assertEquals([ran, resources.size], [0, 3]);
  for (const timer of timers) timer.cancel();
  assertEquals(resources.size, 0);
});

Deno.test("systemEnvironment().clock tells the wall clock and a clock that never goes back", () => {
  const { clock } = systemEnvironment();
  assert(Math.abs(clock.now() - Date.now()) < 1_000);
  let last = clock.monotonic();
  for (let reading = 0; reading < 1_000; reading++) {
    const now = clock.monotonic();
    assert(now >= last);
    last = now;
  }
});

Deno.test("systemEnvironment().random() gives numbers from 0 to 1", () => {
  const environment = systemEnvironment();
  const numbers = Array.from({ length: 100 }, () => environment.random());
  assert(numbers.every((number) => number >= 0 && number < 1));
  assert(new Set(numbers).size > 90);
});

Deno.test("systemEnvironment() registers in the registry that it is given", () => {
  const resources = new ResourceRegistry();
  assert(systemEnvironment(resources).resources === resources);
});

Deno.test("systemEnvironment().macrotask() lets sockets and timers go on in a busy loop", async () => {
  const environment = systemEnvironment();
  await withEcho(async (port) => {
    const socket = connect(port, "127.0.0.1");
    await new Promise<void>((resolve) => socket.on("connect", () => resolve()));
    let roundTrips = 0;
    socket.on("data", (chunk: Uint8Array) => {
      roundTrips++;
      socket.write(chunk);
    });
    socket.write("x");
    let beats = 0;
    const beat = setInterval(() => beats++, 20);
    const turns = 150;
    for (let turn = 0; turn < turns; turn++) {
      await environment.macrotask();
      for (const busy = performance.now() + 2; performance.now() < busy;);
    }
    clearInterval(beat);
    socket.destroy();
    // A round trip takes two turns where each turn looks at the sockets once. With a plain
    // setImmediate, Deno manages one in more than a hundred.
    assert(roundTrips >= turns / 10, `${roundTrips} round trips in ${turns} turns`);
    assert(beats >= 3, `${beats} beats`);
  });
});

Deno.test("A process ends by itself within a second when nothing is held, whatever is open", async () => {
  await withEcho(async (port) => {
    const child = startScript(LIFE, { args: ["open", String(port)] });
    await child.printed("open");
    const openedAt = performance.now();
    const { code, stdout, stderr, endedAt } = await child.result;
    assertEquals({ code, stdout, stderr }, { code: 0, stdout: "open\n", stderr: "" });
    assert(endedAt - openedAt < 1_000);
  });
});

Deno.test("A process stays alive until the last hold is released, and its sockets and timers with it", async () => {
  await withEcho(async (port) => {
    const child = startScript(LIFE, { args: ["held", String(port), "1500"] });
    await child.printed("held");
    const releasedAt = performance.now();
    const { code, stdout, stderr, endedAt } = await child.result;
    assertEquals({ code, stdout, stderr }, { code: 0, stdout: "held 50\n", stderr: "" });
    assert(endedAt - releasedAt < 1_000);
  });
});

Deno.test("A process does not end while something is held", async () => {
  await withEcho(async (port) => {
    const child = startScript(LIFE, { args: ["forever", String(port)] });
    await child.printed("forever");
    const ended = await Promise.race([
      child.result.then(() => true),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1_500)),
    ]);
    assertEquals(ended, false);
    child.process.kill("SIGKILL");
    await child.result;
  });
});

Deno.test("A process ends within a second of giving up an attempt to connect", async () => {
  const stuck = await startStuckListener();
  try {
    const child = startScript(LIFE, { args: ["abandoned", String(stuck.address.port)] });
    await child.printed("left");
    const abandonedAt = performance.now();
    const { code, stdout, stderr, endedAt } = await child.result;
    assertEquals({ code, stdout, stderr }, { code: 0, stdout: "AbortError\nleft 0\n", stderr: "" });
    assert(endedAt - abandonedAt < 1_000);
  } finally {
    await stuck.close();
  }
});

Deno.test("The permission to connect is enough, and a refusal names the address to allow", async () => {
  const pem = (name: string) =>
    readFileSync(new URL(`../testdata/tls/${name}.pem`, import.meta.url), "utf8");
  await withEcho(async (port) => {
    const tlsServer = createTlsServer({ cert: pem("server"), key: pem("server.key") }, (socket) => {
      socket.on("error", () => {});
      socket.on("data", (chunk: Uint8Array) => socket.write(chunk));
    });
    const tlsPort = await listen(tlsServer);
    // Nothing listens at port 1: where there are no permissions, it is refused.
    const result = await runScript(PERMISSIONS, {
      args: [String(port), String(tlsPort), pem("ca"), "1"],
      permissions: [
        `--allow-net=127.0.0.1:${port},127.0.0.1:${tlsPort}`,
        "--deny-env",
        "--deny-read",
        "--deny-sys",
      ],
    });
    await new Promise<void>((resolve) => tlsServer.close(() => resolve()));
    assertEquals({ code: result.code, stderr: result.stderr }, { code: 0, stderr: "" });
    const lines = result.stdout.trim().split("\n");
    assertEquals([lines[0], lines[1], lines[3]], ["echo 10", "echo 10", "open 0"]);
    const refusal = JSON.parse(lines[2] as string);
    assertEquals(refusal.name, "ConnectionError");
    if (currentRuntime() === "deno") {
      assertEquals([refusal.code, refusal.retriable], ["PERMISSION_DENIED", false]);
      assertStringIncludes(refusal.message, "--allow-net=127.0.0.1:1");
    } else {
      assertEquals([refusal.code, refusal.retriable], ["CONNECTION_REFUSED", true]);
    }
  });
});

Deno.test("defaultConnector() registers its connections and loads its adapter once for many", async () => {
  const resources = new ResourceRegistry();
  const connector = defaultConnector(resources);
  await withEcho(async (port) => {
    const address = { host: "127.0.0.1", port };
    const transports = await Promise.all(Array.from({ length: 5 }, () => connector(address)));
    assertEquals(resources.list(), Array(5).fill(`connection 127.0.0.1:${port}`));
    for (const transport of transports) transport.close();
    await Promise.all(transports.map((transport) => transport.closed));
    assertEquals(resources.size, 0);
  });
});
