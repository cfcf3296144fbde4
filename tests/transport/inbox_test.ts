import { assertEquals, assertRejects } from "@std/assert";
import { Inbox } from "../../src/transport/inbox.ts";
import { pattern } from "./conformance.ts";

/** An inbox whose source only writes down what it is told. */
function inboxWithLog(): { inbox: Inbox; log: string[] } {
  const log: string[] = [];
  const inbox = new Inbox({ pause: () => log.push("pause"), resume: () => log.push("resume") });
  return { inbox, log };
}

Deno.test("Inbox.read() joins what came in several chunks as far as it fits", async () => {
  const { inbox } = inboxWithLog();
  inbox.push(pattern(10, 0).subarray(0, 4));
  inbox.push(pattern(10, 0).subarray(4));
  const into = new Uint8Array(7);
  assertEquals(await inbox.read(into), 7);
  assertEquals(into, pattern(10, 0).slice(0, 7));
  assertEquals(await inbox.read(into), 3);
  assertEquals(into.slice(0, 3), pattern(10, 0).slice(7));
});

Deno.test("Inbox.push() gives a waiting read its part and keeps the rest", async () => {
  const { inbox } = inboxWithLog();
  const into = new Uint8Array(3);
  const reading = inbox.read(into);
  inbox.push(pattern(5, 2));
  assertEquals(await reading, 3);
  assertEquals(into, pattern(5, 2).slice(0, 3));
  assertEquals(await inbox.read(into), 2);
});

Deno.test("Inbox.push() ignores an empty chunk, which is not the end", async () => {
  const { inbox } = inboxWithLog();
  const reading = inbox.read(new Uint8Array(3));
  inbox.push(new Uint8Array(0));
  inbox.push(pattern(1, 0));
  assertEquals(await reading, 1);
});

Deno.test("Inbox pauses its source when much waits, and resumes it when all was read", async () => {
  const { inbox, log } = inboxWithLog();
  const chunk = new Uint8Array(100_000);
  inbox.push(chunk);
  inbox.push(chunk);
  assertEquals(log, []);
  inbox.push(chunk);
  inbox.push(chunk);
  assertEquals(log, ["pause"]);
  await inbox.read(new Uint8Array(399_999));
  assertEquals(log, ["pause"]);
  await inbox.read(new Uint8Array(10));
  assertEquals(log, ["pause", "resume"]);
});

Deno.test("Inbox.end() comes after what waits", async () => {
  const { inbox } = inboxWithLog();
  inbox.push(pattern(2, 0));
  inbox.end();
  assertEquals(await inbox.read(new Uint8Array(8)), 2);
  assertEquals(await inbox.read(new Uint8Array(8)), null);
});

Deno.test("Inbox.fail() comes after what waits", async () => {
  const { inbox } = inboxWithLog();
  inbox.push(pattern(2, 0));
  inbox.fail(new Error("broken"));
  assertEquals(await inbox.read(new Uint8Array(8)), 2);
  await assertRejects(() => inbox.read(new Uint8Array(8)), Error, "broken");
});

Deno.test("Inbox.close() drops what waits", async () => {
  const { inbox } = inboxWithLog();
  inbox.push(pattern(2, 0));
  inbox.end();
  inbox.close(new Error("closed"));
  inbox.push(pattern(2, 0));
  await assertRejects(() => inbox.read(new Uint8Array(8)), Error, "closed");
});
