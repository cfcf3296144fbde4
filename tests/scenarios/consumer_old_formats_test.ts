import { assertEquals } from "@std/assert";
import { gzipSync } from "node:zlib";
import { crc32 } from "../../src/record/crc32.ts";
import { join } from "../consumer/batches.ts";
import { take, texts, withWorld } from "./consumer_world.ts";

/** A message of format v0 or v1, as brokers before 0.11 stored it. */
function message(
  magic: 0 | 1,
  offset: number,
  value: Uint8Array,
  options: { readonly attributes?: number; readonly timestamp?: number } = {},
): Uint8Array {
  const headerBytes = magic === 0 ? 6 : 14;
  const bytes = new Uint8Array(12 + headerBytes + 8 + value.length);
  const view = new DataView(bytes.buffer);
  view.setBigInt64(0, BigInt(offset));
  view.setInt32(8, bytes.length - 12);
  bytes[16] = magic;
  bytes[17] = options.attributes ?? 0;
  if (magic === 1) view.setBigInt64(18, BigInt(options.timestamp ?? 0));
  let at = 12 + headerBytes;
  view.setInt32(at, -1);
  view.setInt32(at += 4, value.length);
  bytes.set(value, at + 4);
  view.setUint32(12, crc32(bytes.subarray(16)));
  return bytes;
}

const encode = (text: string) => new TextEncoder().encode(text);

Deno.test("Consumer reads messages of formats v0 and v1, compressed ones with relative offsets too", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    // Offsets 0 to 4 in the log, which the answer then holds in the old formats.
    await world.fill("orders", 0, ["x"], ["x"], ["x", "x", "x"]);
    const inner = join(
      message(1, 0, encode("c"), { timestamp: 30 }),
      message(1, 1, encode("d"), { timestamp: 40 }),
      message(1, 2, encode("e"), { timestamp: 50 }),
    );
    const old = join(
      message(0, 0, encode("a")),
      message(1, 1, encode("b"), { timestamp: 20 }),
      message(1, 4, new Uint8Array(gzipSync(inner)), { attributes: 1, timestamp: 50 }),
    );
    world.kafka.intercept("Fetch", () => ({
      change: (response) => {
        response.responses[0].partitions[0].records = old;
      },
    }));
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const iterator = consumer.values();
    const messages = await world.env.run(take(iterator, 5), { realMs: 50 });
    assertEquals(texts(messages), ["a", "b", "c", "d", "e"]);
    assertEquals(messages.map((each) => each.offset), [0, 1, 2, 3, 4]);
    assertEquals(messages.map((each) => each.timestamp), [-1, 20, 30, 40, 50]);
    assertEquals(consumer.position("orders", 0), 5);
    await world.fill("orders", 0, ["f"]);
    assertEquals(texts(await world.run(take(iterator, 1))), ["f"]);
  });
});
