import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { AbortedError, AuthenticationError, ConnectionError } from "../../src/errors.ts";
import { openConnection } from "../../src/network/handshake.ts";
import { apiVersionsServer } from "../../src/protocol/messages/api_versions.ts";
import { metadata } from "../../src/protocol/messages/metadata.ts";
import { fetch } from "../../src/protocol/messages/fetch.ts";
import { produce } from "../../src/protocol/messages/produce.ts";
import { memoryPair } from "../../src/transport/memory.ts";
import { VERSION } from "../../src/version.ts";
import { gate, responseFrame } from "./fake_broker.ts";
import { bench } from "./harness.ts";

Deno.test("openConnection() tells the broker its name and version, in the newest version of the question (KIP-511)", async () => {
  const { env, broker, open } = bench();
  const connection = await env.run(open());
  const [call] = broker.of("ApiVersions");
  assertEquals(call.version, 4);
  assertEquals(call.request.clientSoftwareName, "kafka-web");
  assertEquals(call.request.clientSoftwareVersion, VERSION);
  assertEquals(connection.broker, "broker:9092 (id 1)");
  connection.close();
});

for (const highest of [0, 1, 2, 3]) {
  Deno.test(`openConnection() falls back to version ${highest} of ApiVersions when the refusal lists it`, async () => {
    const { env, broker, open } = bench();
    broker.ranges = { ApiVersions: [0, highest], Metadata: [0, 8] };
    broker.on("ApiVersions", (call) => {
      if (call.version <= highest) return broker.versions();
      const refusal = {
        errorCode: 35,
        apiKeys: [{ apiKey: 18, minVersion: 0, maxVersion: highest }],
      };
      return responseFrame(apiVersionsServer, refusal, 0, call.correlationId);
    });
    const connection = await env.run(open());
    assertEquals(broker.of("ApiVersions").map((call) => call.version), [4, highest]);
    assertEquals(connection.version(metadata), 8);
    connection.close();
  });
}

Deno.test("openConnection() falls back to version 0 when the refusal lists nothing", async () => {
  const { env, broker, open } = bench();
  broker.on("ApiVersions", (call) => {
    if (call.version === 0) return broker.versions();
    return responseFrame(apiVersionsServer, { errorCode: 35 }, 0, call.correlationId);
  });
  const connection = await env.run(open());
  assertEquals(broker.of("ApiVersions").map((call) => call.version), [4, 0]);
  connection.close();
});

Deno.test("openConnection() gives up when ApiVersions is refused in every version", async () => {
  const { env, broker, open } = bench();
  broker.on(
    "ApiVersions",
    (call) => responseFrame(apiVersionsServer, { errorCode: 35 }, 0, call.correlationId),
  );
  await assertRejects(() => env.run(open()), ConnectionError, "UNSUPPORTED_VERSION");
  assertEquals(broker.of("ApiVersions").length, 2);
  assertEquals(env.resources.list(), []);
});

Deno.test("Connection.version() keeps to the broker's range, the codecs and the pins, per API", async () => {
  const { env, broker, open } = bench({
    versions: new Map([["Fetch", { min: 4, max: 12 }], ["Produce", { min: 20, max: 30 }]]),
  });
  broker.ranges = { Metadata: [0, 99], Fetch: [0, 99], Produce: [0, 99] };
  const connection = await env.run(open());
  assertEquals(connection.version(metadata), metadata.maxVersion);
  assertEquals(connection.version(fetch), 12);
  assertEquals(connection.version(produce), undefined);
  connection.close();
});

Deno.test("openConnection() keeps the levels of finalised features (KIP-584)", async () => {
  const { env, broker, open } = bench();
  broker.on("ApiVersions", () => ({
    ...broker.versions(),
    finalizedFeaturesEpoch: 3n,
    finalizedFeatures: [{ name: "group.version", maxVersionLevel: 1, minVersionLevel: 1 }],
  }));
  const connection = await env.run(open());
  assertEquals(connection.features.get("group.version"), 1);
  connection.close();
});

Deno.test("openConnection() holds one deadline over the whole handshake, also with a host that accepts and is silent", async () => {
  const { env, broker, open } = bench();
  broker.mute = true;
  const started = env.clock.monotonic();
  const error = await assertRejects(() => env.run(open()), ConnectionError);
  assertEquals(env.clock.monotonic() - started, 10_000);
  assertEquals(
    error.message,
    'Cannot connect to "broker:9092" as ApiVersions was not answered within 10000 ms',
  );
  assertEquals(error.retriable, true);
  assertEquals(env.resources.list(), []);
});

Deno.test("openConnection() holds its deadline against a connector that ignores its signal, and closes what comes late", async () => {
  const { env, broker, settings } = bench();
  const late = gate();
  const [near, far] = memoryPair();
  const slow = openConnection({ address: broker }, {
    ...settings,
    connector: async () => {
      await late.promise;
      return near;
    },
  }, env);
  await assertRejects(() => env.run(slow), ConnectionError, "was not established within 10000 ms");
  late.open();
  await env.settle();
  assertEquals((await env.attempt(near.closed)).state, "fulfilled");
  far.close();
});

Deno.test("openConnection() passes a refused connection on", async () => {
  const { env, broker, open } = bench();
  broker.refuse();
  const error = await assertRejects(() => env.run(open()), ConnectionError);
  assertStringIncludes(
    error.message,
    'Cannot connect to "broker:9092" as the connection was refused',
  );
  assertEquals(env.resources.list(), []);
});

Deno.test("openConnection() says that the broker hung up during the handshake", async () => {
  const { env, broker, open } = bench();
  broker.on("ApiVersions", (call) => {
    call.transport.close();
  });
  const error = await assertRejects(() => env.run(open()), ConnectionError);
  assertStringIncludes(error.message, 'Cannot connect to "broker:9092" as ');
  assertEquals(error.retriable, true);
});

Deno.test("openConnection() says that a port is not Kafka's; to repeat that helps only with a broker of the cluster", async () => {
  const { env, broker, settings } = bench();
  broker.on("ApiVersions", () => new TextEncoder().encode("HTTP/1.1 400 Bad Request\r\n\r\n"));
  for (const nodeId of [undefined, 1]) {
    const error = await assertRejects(
      () => env.run(openConnection({ address: broker, nodeId }, settings, env)),
      ConnectionError,
    );
    assertEquals(
      error.message,
      'Cannot connect to "broker:9092" as it answered with HTTP: this is not the port of a Kafka listener',
    );
    assertEquals(error.code, "PROTOCOL_MISMATCH");
    assertEquals(error.retriable, nodeId === 1);
  }
});

Deno.test("openConnection() stops when its signal fires", async () => {
  const { env, broker, open } = bench();
  broker.mute = true;
  const controller = new AbortController();
  const opening = assertRejects(() => open({ signal: controller.signal }), AbortedError);
  await env.advance(1);
  controller.abort(new Error("enough"));
  const error = await opening;
  assertEquals((error.cause as Error).message, "enough");
  await env.settle();
  assertEquals(env.resources.list(), []);
});

Deno.test("openConnection() authenticates between the versions and the first request", async () => {
  const seen: string[] = [];
  const { env, broker, open } = bench({
    authenticate: (connection) => {
      seen.push(`versions known: ${connection.version(metadata) !== undefined}`);
      return Promise.resolve();
    },
  });
  (await env.run(open())).close();
  assertEquals(seen, ["versions known: true"]);
  assertEquals(broker.calls.length, 1);
});

Deno.test("openConnection() passes an AuthenticationError on", async () => {
  const { env, open } = bench({
    authenticate: () => Promise.reject(new AuthenticationError("Cannot log in as nobody knows us")),
  });
  const error = await assertRejects(() => env.run(open()), AuthenticationError);
  assert(!error.retriable);
  await env.settle();
  assertEquals(env.resources.list(), []);
});

Deno.test("openConnection() gives TLS the name that the address stands for", async () => {
  const { env, broker, settings } = bench();
  const seen: unknown[] = [];
  const connector: typeof settings.connector = (address, options) => {
    seen.push(options?.tls);
    return settings.connector(address, { signal: options?.signal });
  };
  for (const tls of [{ ca: "x" }, { ca: "x", serverName: "given" }, undefined]) {
    const connection = await env.run(openConnection(
      { address: broker, serverName: "kafka.example" },
      { ...settings, connector, tls },
      env,
    ));
    connection.close();
  }
  assertEquals(seen, [
    { ca: "x", serverName: "kafka.example" },
    { ca: "x", serverName: "given" },
    undefined,
  ]);
});

Deno.test("openConnection() wraps what a connector of somebody else throws", async () => {
  const { env, broker, settings } = bench();
  const error = await assertRejects(
    () =>
      env.run(openConnection({ address: broker }, {
        ...settings,
        connector: () => Promise.reject(new Error("tunnel is down")),
      }, env)),
    ConnectionError,
    'Cannot connect to "broker:9092" as of "tunnel is down"',
  );
  assertInstanceOf(error.cause, Error);
});
