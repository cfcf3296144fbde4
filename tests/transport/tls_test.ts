import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertStrictEquals,
  assertStringIncludes,
} from "@std/assert";
import { readFileSync } from "node:fs";
import { createServer as createRawServer, type Socket } from "node:net";
import { createServer, type TlsOptions as ServerOptions, type TLSSocket } from "node:tls";
import { AbortedError, AuthenticationError, ConnectionError } from "../../src/errors.ts";
import { ResourceRegistry } from "../../src/internal/resources.ts";
import { defaultConnector } from "../../src/transport/runtime.ts";
import type { Address, TlsOptions, Transport } from "../../src/transport/transport.ts";
import { currentRuntime } from "../helpers/child.ts";
import { failureOf, pattern, readExactly, shortestAbort } from "./conformance.ts";

function pem(name: string): string {
  return readFileSync(new URL(`../testdata/tls/${name}.pem`, import.meta.url), "utf8");
}

/** A TLS server that sends back what it gets. */
async function withServer(
  certificate: string,
  options: ServerOptions,
  body: (address: Address, sockets: Set<TLSSocket>) => Promise<void>,
): Promise<void> {
  const sockets = new Set<TLSSocket>();
  // Also those whose handshake fails, which nobody else sees.
  const raw = new Set<Socket>();
  const server = createServer(
    { cert: pem(certificate), key: pem(`${certificate}.key`), allowHalfOpen: true, ...options },
    (socket) => {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("data", (chunk: Uint8Array) => socket.write(chunk));
      socket.on("end", () => socket.end());
    },
  );
  server.on("tlsClientError", () => {});
  server.on("connection", (socket: Socket) => {
    raw.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  try {
    await body({ host: "127.0.0.1", port }, sockets);
  } finally {
    for (const socket of [...sockets, ...raw]) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

async function withConnection(
  address: Address,
  tls: TlsOptions,
  body: (transport: Transport) => Promise<void>,
): Promise<void> {
  const resources = new ResourceRegistry();
  const transport = await defaultConnector(resources)(address, { tls });
  try {
    assertEquals(resources.size, 1);
    await body(transport);
  } finally {
    transport.close();
    await transport.closed;
  }
  assertEquals(resources.list(), []);
}

async function echoes(transport: Transport, size = 1_000): Promise<void> {
  const sent = pattern(size, 3);
  const received = readExactly(transport, size);
  await transport.write([sent.subarray(0, 100), sent.subarray(100)]);
  assertEquals(await received, sent);
}

Deno.test("The TLS transport connects when the certificate names the address and the authority is trusted", async () => {
  await withServer("server", {}, async (address) => {
    await withConnection(address, { ca: pem("ca") }, async (transport) => {
      assertEquals(transport.peer, `127.0.0.1:${address.port}`);
      await echoes(transport);
    });
    await withConnection(
      { ...address, host: "localhost" },
      { ca: [pem("other_ca"), pem("ca")] },
      echoes,
    );
  });
});

Deno.test("The TLS transport brings 4 MiB there and back, byte for byte", async () => {
  await withServer("server", {}, async (address) => {
    await withConnection(address, { ca: pem("ca") }, async (transport) => {
      const sent = pattern(4 * 1024 * 1024, 8);
      const receiving = readExactly(transport, sent.length);
      for (let at = 0; at < sent.length; at += 70_000) {
        await transport.write([sent.subarray(at, at + 61), sent.subarray(at + 61, at + 70_000)]);
      }
      const received = await receiving;
      assert(received.every((byte, index) => byte === sent[index]));
    });
  });
});

Deno.test("The TLS transport ends both halves cleanly", async () => {
  await withServer("server", {}, async (address) => {
    await withConnection(address, { ca: pem("ca") }, async (transport) => {
      await echoes(transport);
      await transport.closeWrite();
      assertEquals(await transport.read(new Uint8Array(1)), null);
      assertEquals(await transport.closed, undefined);
    });
  });
});

Deno.test("The TLS transport gives the cause of close() to whoever waits", async () => {
  await withServer("server", {}, async (address) => {
    await withConnection(address, { ca: pem("ca") }, async (transport) => {
      const cause = new Error("enough");
      const reading = failureOf(transport.read(new Uint8Array(1)));
      transport.close(cause);
      assertStrictEquals(await reading, cause);
      assertStrictEquals(await transport.closed, cause);
    });
  });
});

Deno.test("The TLS transport verifies and asks for serverName when it is given", async () => {
  const asked: string[] = [];
  const options: ServerOptions = {
    SNICallback: (name, done) => {
      asked.push(name);
      done(null);
    },
  };
  await withServer("server", options, async (address) => {
    await withConnection(address, { ca: pem("ca"), serverName: "broker.test" }, echoes);
  });
  assertEquals(asked, ["broker.test"]);
});

/** Connects, and uses the connection if that succeeds: with TLS 1.3 a refusal comes after the handshake. */
async function refusal(address: Address, tls: TlsOptions): Promise<AuthenticationError> {
  const resources = new ResourceRegistry();
  const attempt = async () => {
    const transport = await defaultConnector(resources)(address, { tls });
    try {
      await transport.read(new Uint8Array(1));
    } finally {
      transport.close();
      await transport.closed;
    }
  };
  const error = await failureOf(attempt());
  assertInstanceOf(error, AuthenticationError);
  assertEquals(error.retriable, false);
  assertStringIncludes(error.message, `127.0.0.1:${address.port}`);
  assertInstanceOf(error.cause, Error);
  assertEquals(resources.list(), []);
  return error;
}

Deno.test("The TLS transport refuses a certificate of an authority that is not trusted", async () => {
  await withServer("server", {}, async (address) => {
    assertEquals((await refusal(address, { ca: pem("other_ca") })).code, "TLS_UNKNOWN_AUTHORITY");
    assertEquals((await refusal(address, {})).code, "TLS_UNKNOWN_AUTHORITY");
  });
});

Deno.test("The TLS transport refuses a certificate of another host", async () => {
  await withServer("elsewhere", {}, async (address) => {
    assertEquals((await refusal(address, { ca: pem("ca") })).code, "TLS_HOST_MISMATCH");
  });
  await withServer("server", {}, async (address) => {
    const tls = { ca: pem("ca"), serverName: "elsewhere.test" };
    assertEquals((await refusal(address, tls)).code, "TLS_HOST_MISMATCH");
  });
});

Deno.test("The TLS transport refuses a certificate that has expired", async () => {
  await withServer("expired", {}, async (address) => {
    const { code } = await refusal(address, { ca: pem("ca") });
    // Deno refuses it, too, but says of any leaf it cannot verify that its authority is unknown.
    assertEquals(
      code,
      currentRuntime() === "deno" ? "TLS_UNKNOWN_AUTHORITY" : "TLS_CERTIFICATE_EXPIRED",
    );
  });
});

const MUTUAL: ServerOptions = { requestCert: true, rejectUnauthorized: true, ca: pem("ca") };

Deno.test("The TLS transport shows its own certificate when it has one, its key encrypted or not", async () => {
  await withServer("server", MUTUAL, async (address) => {
    const tls = { ca: pem("ca"), cert: pem("client") };
    await withConnection(address, { ...tls, key: pem("client.key") }, echoes);
    const encrypted = { ...tls, key: pem("client.encrypted.key"), passphrase: "secret" };
    await withConnection(address, encrypted, echoes);
  });
});

Deno.test("The TLS transport tells that the other side wants a certificate", async () => {
  await withServer("server", { ...MUTUAL, minVersion: "TLSv1.3" }, async (address) => {
    assertEquals(
      (await refusal(address, { ca: pem("ca") })).code,
      "TLS_CLIENT_CERTIFICATE_REFUSED",
    );
  });
});

Deno.test("The TLS transport tells that the other side refused the handshake", async () => {
  await withServer("server", { ...MUTUAL, maxVersion: "TLSv1.2" }, async (address) => {
    const { code } = await refusal(address, { ca: pem("ca") });
    // TLS 1.2 has no alert of its own for a missing certificate; Deno's server sends that of 1.3.
    assertEquals(
      code,
      currentRuntime() === "deno" ? "TLS_CLIENT_CERTIFICATE_REFUSED" : "TLS_HANDSHAKE_REFUSED",
    );
  });
});

Deno.test("The TLS transport does not connect to a server without TLS", async () => {
  const server = createRawServer((socket) => {
    socket.on("error", () => {});
    socket.resume();
    socket.end("this is no handshake");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const error = await failureOf(
    defaultConnector()({ host: "127.0.0.1", port }, { tls: { ca: pem("ca") } }),
  );
  assertInstanceOf(error, ConnectionError);
  assertStringIncludes(error.message, `Cannot connect to "127.0.0.1:${port}"`);
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

Deno.test("The TLS transport gives up a handshake within 50 ms when the signal fires", async () => {
  const sockets: Socket[] = [];
  // It accepts, and never says a word.
  const server = createRawServer((socket) => {
    socket.on("error", () => {});
    sockets.push(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const resources = new ResourceRegistry();
  const connector = defaultConnector(resources);
  const took = await shortestAbort(async (controller) => {
    const tls = { ca: pem("ca") };
    const failing = failureOf(
      connector({ host: "127.0.0.1", port }, { tls, signal: controller.signal }),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const abortedAt = performance.now();
    controller.abort();
    assertInstanceOf(await failing, AbortedError);
    return performance.now() - abortedAt;
  });
  assert(took < 50, `It took ${took} ms`);
  assertEquals(resources.list(), []);
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
