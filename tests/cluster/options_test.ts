import { assertEquals, assertThrows } from "@std/assert";
import { type ClientOptions, resolveClientOptions } from "../../src/cluster/options.ts";

Deno.test("resolveClientOptions() fills in the defaults that are documented", () => {
  const resolved = resolveClientOptions({ brokers: "a" });
  assertEquals(resolved.brokers, [{ host: "a", port: 9092 }]);
  assertEquals(resolved.clientId, "kafka-web");
  assertEquals(resolved.connectTimeoutMs, 10_000);
  assertEquals(resolved.requestTimeoutMs, 30_000);
  assertEquals(resolved.retryBackoffMs, 100);
  assertEquals(resolved.retryBackoffMaxMs, 1_000);
  assertEquals(resolved.metadataMaxAgeMs, 300_000);
  assertEquals(resolved.connectionIdleMs, 540_000);
  assertEquals(resolved.maxFrameBytes, 104_857_600);
  assertEquals(resolved.unknownTopicToleranceMs, 5_000);
  assertEquals(resolved.autoCreateTopics, false);
  assertEquals(resolved.bootstrapLookup, "first");
  assertEquals(resolved.tls, undefined);
});

Deno.test("resolveClientOptions() reads brokers from a string with commas and from a list, without duplicates", () => {
  const expected = [{ host: "a", port: 1 }, { host: "::1", port: 9092 }];
  assertEquals(resolveClientOptions({ brokers: "a:1, [::1],a:1" }).brokers, expected);
  assertEquals(resolveClientOptions({ brokers: ["a:1", "::1", "a:1"] }).brokers, expected);
});

Deno.test("resolveClientOptions() reads pins of versions", () => {
  const { versions } = resolveClientOptions({
    brokers: "a",
    versions: { Fetch: 11, Produce: { max: 8 }, Metadata: { min: 4 } },
  });
  assertEquals(versions.get("Fetch"), { min: 11, max: 11 });
  assertEquals(versions.get("Produce"), { min: 0, max: 8 });
  assertEquals(versions.get("Metadata"), { min: 4, max: 32_767 });
});

Deno.test("resolveClientOptions() takes true for tls as the runtime's own authorities", () => {
  assertEquals(resolveClientOptions({ brokers: "a", tls: true }).tls, {});
  assertEquals(resolveClientOptions({ brokers: "a", tls: false }).tls, undefined);
  assertEquals(resolveClientOptions({ brokers: "a", tls: { ca: "x" } }).tls, { ca: "x" });
});

const WRONG: readonly (readonly [string, unknown, "TypeError" | "RangeError", string])[] = [
  ["no brokers", {}, "TypeError", '"brokers" is required'],
  ["an empty list of brokers", { brokers: [] }, "TypeError", '"brokers"'],
  ["a broker that is no string", { brokers: [9092] }, "TypeError", "9092"],
  ["brokers of another type", { brokers: 9092 }, "TypeError", "9092"],
  ["an unknown option", { brokers: "a", clientID: "x" }, "TypeError", 'did you mean "clientId"'],
  ["an empty clientId", { brokers: "a", clientId: "" }, "TypeError", '"clientId"'],
  ["a negative time", { brokers: "a", requestTimeoutMs: -1 }, "RangeError", "-1"],
  ["a time that is no number", { brokers: "a", requestTimeoutMs: "1" }, "TypeError", '"1"'],
  [
    "a frame limit past what a size can say",
    { brokers: "a", maxFrameBytes: 2 ** 31 },
    "RangeError",
    '"maxFrameBytes"',
  ],
  [
    "a longest backoff below the first",
    { brokers: "a", retryBackoffMs: 500, retryBackoffMaxMs: 400 },
    "RangeError",
    '"retryBackoffMaxMs" must be at least "retryBackoffMs" (500): current value is 400',
  ],
  [
    "an unknown TLS option",
    { brokers: "a", tls: { certificate: "x" } },
    "TypeError",
    "certificate",
  ],
  [
    "a pin that is upside down",
    { brokers: "a", versions: { Fetch: { min: 5, max: 4 } } },
    "RangeError",
    "versions.Fetch",
  ],
  ["a pin that is no number", { brokers: "a", versions: { Fetch: "4" } }, "TypeError", "Fetch"],
  ["a connector that is no function", { brokers: "a", connector: {} }, "TypeError", '"connector"'],
  ["an unknown lookup", { brokers: "a", bootstrapLookup: "any" }, "TypeError", '"bootstrapLookup"'],
];

for (const [what, options, name, message] of WRONG) {
  Deno.test(`resolveClientOptions() refuses ${what}`, () => {
    const error = assertThrows(
      () => resolveClientOptions(options as ClientOptions),
      Error,
      message,
    );
    assertEquals(error.name, name);
  });
}
