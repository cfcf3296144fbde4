import { assertEquals, assertThrows } from "@std/assert";
import type { CompressionCodec } from "../../src/record/compression.ts";
import { type ProducerOptions, resolveProducerOptions } from "../../src/producer/options.ts";

const CLIENT = { requestTimeoutMs: 30_000, codecs: [] };

Deno.test("resolveProducerOptions() gives the documented defaults", () => {
  assertEquals({ ...resolveProducerOptions({}, CLIENT) }, {
    acks: -1,
    idempotent: true,
    lingerMs: 0,
    batchBytes: 1_000_000,
    bufferBytes: 33_554_432,
    maxPendingSends: 10_000,
    maxBlockMs: 60_000,
    requestTimeoutMs: 30_000,
    deliveryTimeoutMs: 120_000,
    maxInFlight: 5,
    compression: { codec: "none", level: undefined },
    partitioner: undefined,
    closeTimeoutMs: 30_000,
  });
});

Deno.test("resolveProducerOptions() takes undefined as the default and 0 as 0", () => {
  const options = resolveProducerOptions({ lingerMs: undefined, closeTimeoutMs: 0 }, CLIENT);
  assertEquals([options.lingerMs, options.closeTimeoutMs], [0, 0]);
});

Deno.test("resolveProducerOptions() turns idempotence on with acks all, and off otherwise", () => {
  const idempotent = (options: ProducerOptions) =>
    resolveProducerOptions(options, CLIENT).idempotent;
  assertEquals(idempotent({ acks: "all" }), true);
  assertEquals(idempotent({ acks: "all", idempotent: false }), false);
  assertEquals(idempotent({ acks: 1 }), false);
  assertEquals(idempotent({ acks: 0, idempotent: false }), false);
});

Deno.test("resolveProducerOptions() takes the client's request timeout, and all compressions", () => {
  const codec: CompressionCodec = {
    name: "own",
    id: 7,
    compress: ([bytes]) => bytes,
    decompress: (bytes) => bytes,
  };
  const client = { requestTimeoutMs: 5, codecs: [codec] };
  assertEquals(resolveProducerOptions({}, client).requestTimeoutMs, 5);
  for (const name of ["none", "gzip", "snappy", "lz4", "zstd", "own"] as const) {
    const options = { compression: { codec: name, level: 3 } };
    assertEquals(resolveProducerOptions(options, client).compression, { codec: name, level: 3 });
  }
});

Deno.test("resolveProducerOptions() refuses what is wrong, naming option, rule and value", () => {
  const cases: [unknown, typeof TypeError | typeof RangeError, string][] = [
    [{ linger: 5 }, TypeError, `the option "linger" is unknown: did you mean "lingerMs"?`],
    [{ acks: 2 }, TypeError, `"acks" as it must be one of "all", 0, 1: current value is 2`],
    [{ acks: -1 }, TypeError, `current value is -1`],
    [{ acks: 1, idempotent: true }, TypeError, `"idempotent" as it needs acks "all"`],
    [{ idempotent: "yes" }, TypeError, `"idempotent" as it must be a boolean`],
    [{ maxInFlight: 6 }, RangeError, `an integer from 1 to 5: current value is 6`],
    [{ maxInFlight: 0 }, RangeError, `current value is 0`],
    [{ batchBytes: 0 }, RangeError, `"batchBytes"`],
    [{ bufferBytes: 1.5 }, RangeError, `"bufferBytes"`],
    [{ maxBlockMs: -1 }, RangeError, `"maxBlockMs"`],
    [{ lingerMs: Infinity }, RangeError, `"lingerMs"`],
    [{ lingerMs: 200_000 }, RangeError, `must be less than "deliveryTimeoutMs" (120000)`],
    [{ deliveryTimeoutMs: 0 }, RangeError, `"deliveryTimeoutMs"`],
    [{ compression: "zip" }, TypeError, `its codec must be one of "none", "gzip"`],
    [{ compression: { codec: "gzip", level: "9" } }, TypeError, `its level must be an integer`],
    [{ compression: { name: "gzip" } }, TypeError, `the option "name" is unknown`],
    [{ compression: 1 }, TypeError, `must be an object`],
    [{ partitioner: "random" }, TypeError, `"partitioner" as it must be a function`],
    [[], TypeError, "must be an object"],
  ];
  for (const [options, type, message] of cases) {
    assertThrows(() => resolveProducerOptions(options as ProducerOptions, CLIENT), type, message);
  }
});
