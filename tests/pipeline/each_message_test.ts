import { assertEquals, assertRejects, assertStrictEquals, assertThrows } from "@std/assert";
import type { Message } from "../../src/consumer/message.ts";
import { eachMessage, type MessageHandler } from "../../src/pipeline/each_message.ts";
import type { ProducerRecord, RecordsChunk } from "../../src/producer/record.ts";

/** Messages that only know their offset: the transform looks at nothing else. */
function messages(count: number): Message[] {
  return Array.from({ length: count }, (_, offset) => ({ offset }) as Message);
}

/** Runs messages through a transform. */
async function through(handler: MessageHandler, input: Message[]): Promise<RecordsChunk[]> {
  const chunks: RecordsChunk[] = [];
  const source = new ReadableStream<Message>({
    start(controller) {
      for (const message of input) controller.enqueue(message);
      controller.close();
    },
  });
  await source.pipeThrough(eachMessage(handler)).pipeTo(
    new WritableStream({ write: (chunk) => void chunks.push(chunk) }),
  );
  return chunks;
}

function record(value: string): ProducerRecord {
  return { topic: "out", value };
}

Deno.test("eachMessage() makes a chunk with its source of one record, several, an iterable or none", async () => {
  const input = messages(6);
  const results: unknown[] = [
    record("a"),
    [record("b"), record("c")],
    new Set([record("d")]),
    undefined,
    null,
    [],
  ];
  const chunks = await through((message) => results[message.offset] as ProducerRecord, input);
  assertEquals(chunks.map((chunk) => chunk.records.map(({ value }) => value)), [
    ["a"],
    ["b", "c"],
    ["d"],
    [],
    [],
    [],
  ]);
  chunks.forEach((chunk, index) => assertStrictEquals(chunk.source, input[index]));
});

Deno.test("eachMessage() waits for an asynchronous handler, and keeps the order", async () => {
  let running = 0;
  let most = 0;
  const chunks = await through(async (message) => {
    most = Math.max(most, ++running);
    for (let i = message.offset; i < 5; i++) await Promise.resolve();
    running--;
    return record(String(message.offset));
  }, messages(5));
  assertEquals(chunks.map((chunk) => chunk.records[0].value), ["0", "1", "2", "3", "4"]);
  assertEquals(most, 1);
});

Deno.test("eachMessage() errors the pipe when the handler throws or rejects", async () => {
  const failure = new Error("no");
  await assertRejects(
    () =>
      through(() => {
        throw failure;
      }, messages(1)),
    Error,
    "no",
  );
  await assertRejects(() => through(() => Promise.reject(failure), messages(1)), Error, "no");
});

Deno.test("eachMessage() errors the pipe when the handler returns something else", async () => {
  await assertRejects(
    () => through(() => "text" as unknown as ProducerRecord, messages(1)),
    TypeError,
    '"text"',
  );
});

Deno.test("eachMessage() throws when the handler is not a function", () => {
  assertThrows(() => eachMessage(undefined as unknown as MessageHandler), TypeError, "undefined");
});

Deno.test("eachMessage() takes no more than it must while nobody reads", async () => {
  let handled = 0;
  const source = new ReadableStream<Message>({
    pull(controller) {
      controller.enqueue({ offset: handled } as Message);
    },
  }, { highWaterMark: 0 });
  const output = source.pipeThrough(eachMessage(() => {
    handled++;
  }));
  await new Promise((resolve) => setTimeout(resolve, 0));
  assertEquals(handled, 0);
  const reader = output.getReader();
  await reader.read();
  assertEquals(handled, 1);
  await reader.cancel();
});
