import { assertEquals, assertStrictEquals } from "@std/assert";
import { encodeRequestFrame, encodeResponseFrame } from "../../src/protocol/framing.ts";
import { decodeRequestHeader } from "../../src/protocol/header.ts";
import { fetchServer } from "../../src/protocol/messages/fetch.ts";
import { produce, produceServer } from "../../src/protocol/messages/produce.ts";
import { Reader } from "../../src/protocol/reader.ts";

function join(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(pieces.flatMap((piece) => [...piece]));
}

Deno.test("encodeRequestFrame() counts records by reference in the size and does not join them", () => {
  const batch = [new Uint8Array(61).fill(1), new Uint8Array(4000).fill(2)];
  const frame = encodeRequestFrame(
    produce,
    { acks: -1, topicData: [{ name: "orders", partitionData: [{ index: 1, records: batch }] }] },
    9,
    42,
    "me",
  );
  assertStrictEquals(frame[1], batch[1]);
  const reader = new Reader(join(frame));
  assertEquals(reader.int32(), reader.remaining);
  const header = decodeRequestHeader(reader, 2);
  assertEquals(header, { apiKey: 0, apiVersion: 9, correlationId: 42, clientId: "me" });
  const request = produceServer.decodeRequest(reader, 9);
  assertEquals(request.topicData[0].partitionData[0].records, join(batch));
  assertEquals(reader.remaining, 0);
});

Deno.test("encodeResponseFrame() starts with the size in the first piece", () => {
  const records = new Uint8Array(5000);
  const responses = [{ topic: "orders", partitions: [{ records }, { records: null }] }];
  const frame = encodeResponseFrame(fetchServer, { responses }, 11, 3);
  const size = new DataView(frame[0].buffer, frame[0].byteOffset).getInt32(0);
  assertEquals(size, frame.reduce((sum, piece) => sum + piece.length, 0) - 4);
});
