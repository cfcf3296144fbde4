import { gunzipSync, gzipSync } from "node:zlib";
import { assert, assertEquals } from "@std/assert";
import type { KafkaError } from "../../src/errors.ts";
import type { CompressionCodec } from "../../src/record/compression.ts";
import { numbered, onStage, type Stage } from "./stage.ts";

/** A gzip codec that takes as long as it likes. */
class SlowCodec implements CompressionCodec {
  readonly name = "slow";
  readonly id = 1;
  stage: Stage | undefined;
  delays: number[] = [];
  fails = false;

  async compress(chunks: readonly Uint8Array[]): Promise<Uint8Array> {
    const delay = this.delays.shift() ?? 0;
    if (this.fails) throw new Error("No more bits");
    await new Promise<void>((resolve) => this.stage!.env.clock.setTimer(resolve, delay));
    return gzipSync(chunks[0]);
  }

  decompress(bytes: Uint8Array): Uint8Array {
    return gunzipSync(bytes);
  }
}

for (const compression of ["gzip", "snappy", "lz4", "zstd"] as const) {
  Deno.test(`Producer compresses with ${compression}`, () =>
    onStage(async (stage) => {
      const producer = stage.producer({ compression });
      const values = numbered(200).map((value) => value.repeat(20));
      await stage.env.run(producer.sendBatch(values.map((value) => ({ topic: "t", value }))), {
        realMs: 20,
      });
      const ids = { gzip: 1, snappy: 2, lz4: 3, zstd: 4 };
      const [batch] = stage.kafka.log("t", 0);
      assertEquals([batch.compression, batch.recordCount], [ids[compression], 200]);
      assert(batch.bytes.length < values.join("").length);
      assertEquals(await stage.values("t"), values);
    }));
}

Deno.test("Producer keeps the order while batches are compressed", () => {
  const codec = new SlowCodec();
  return onStage(async (stage) => {
    codec.stage = stage;
    // The first takes longest.
    codec.delays = [50, 5, 40, 1, 30, 2];
    const producer = stage.producer({ compression: { codec: "slow" }, batchBytes: 1 });
    const placed = await stage.run(Promise.all(
      numbered(20).map((value) => producer.send({ topic: "t", value })),
    ));
    assertEquals(placed.map(({ offset }) => offset), numbered(20).map(Number));
    assertEquals(stage.batches("t"), numbered(20).map((n) => `${n}+1 ${n}/0`));
  }, { client: { codecs: [codec] } });
});

Deno.test("Producer fails as not persisted what cannot be compressed, and goes on", () => {
  const codec = new SlowCodec();
  return onStage(async (stage) => {
    codec.stage = stage;
    codec.fails = true;
    const producer = stage.producer({ compression: { codec: "slow" } });
    const error = await stage.failure(producer.send({ topic: "t", value: "a" }));
    assertEquals([error.code, error.fate, error.topic], [
      "COMPRESSION_FAILED",
      "not-persisted",
      "t",
    ]);
    codec.fails = false;
    await stage.run(producer.send({ topic: "t", value: "b" }));
    assertEquals(stage.batches("t"), ["0+1 0/0"]);
  }, { client: { codecs: [codec] } });
});

Deno.test("Producer drops a stream's records that are being compressed", () => {
  const codec = new SlowCodec();
  return onStage(async (stage) => {
    codec.stage = stage;
    const producer = stage.producer({ compression: { codec: "slow" } });
    await stage.run(producer.send({ topic: "t", value: "first" }));
    codec.delays = [100];
    const writer = producer.writable().getWriter();
    writer.closed.catch(() => {});
    await writer.write({ topic: "t", value: "mine" });
    const theirs = producer.send({ topic: "t", value: "theirs" });
    await stage.env.advance(10);
    await stage.run(writer.abort());
    await stage.run(theirs);
    assertEquals(stage.batches("t"), ["0+1 0/0", "1+1 1/0"]);
    await stage.run(producer.flush().catch(() => {}));
  }, { client: { codecs: [codec] } });
});

Deno.test("Producer.abort() settles what is being compressed", () => {
  const codec = new SlowCodec();
  return onStage(async (stage) => {
    codec.stage = stage;
    codec.delays = [100];
    const producer = stage.producer({ compression: { codec: "slow" } });
    const sent = producer.send({ topic: "t", value: "a" }).catch((error: KafkaError) => error);
    await stage.env.advance(10);
    const start = stage.env.clock.monotonic();
    await stage.run(producer.abort());
    assertEquals(stage.env.clock.monotonic(), start);
    assertEquals((await sent as KafkaError).fate, "not-persisted");
    await stage.env.advance(200);
  }, { client: { codecs: [codec] } });
});
