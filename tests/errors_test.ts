import { assertEquals, assertInstanceOf, assertStrictEquals } from "@std/assert";
import {
  AbortedError,
  AuthenticationError,
  BrokerError,
  BufferFullError,
  ClosedError,
  ConnectionError,
  CorruptRecordError,
  KafkaError,
  ProtocolError,
  TimeoutError,
} from "../src/errors.ts";

Deno.test("KafkaError carries code, place, fate and cause", () => {
  const cause = new Error("why");
  const error = new KafkaError("Cannot send", {
    code: "X",
    retriable: true,
    topic: "t",
    partition: 3,
    broker: "h:1",
    fate: "not-persisted",
    cause,
  });
  assertEquals(
    [
      error.name,
      error.code,
      error.retriable,
      error.topic,
      error.partition,
      error.broker,
      error.fate,
    ],
    ["KafkaError", "X", true, "t", 3, "h:1", "not-persisted"],
  );
  assertStrictEquals(error.cause, cause);
});

Deno.test("KafkaError has no cause of its own when none is given", () => {
  assertEquals("cause" in new KafkaError("m"), false);
});

Deno.test("Every error class is a KafkaError with a default code that options may override", () => {
  const table: [KafkaError, string, string, boolean][] = [
    [new ConnectionError("m"), "ConnectionError", "CONNECTION_FAILED", true],
    [new TimeoutError("m"), "TimeoutError", "TIMEOUT", true],
    [new ProtocolError("m"), "ProtocolError", "PROTOCOL_ERROR", false],
    [
      new BrokerError("m", { errorCode: 6, code: "NOT_LEADER_OR_FOLLOWER" }),
      "BrokerError",
      "NOT_LEADER_OR_FOLLOWER",
      false,
    ],
    [new AuthenticationError("m"), "AuthenticationError", "AUTHENTICATION_FAILED", false],
    [new ClosedError("m"), "ClosedError", "CLOSED", false],
    [new AbortedError("m"), "AbortError", "ABORTED", false],
    [new BufferFullError("m"), "BufferFullError", "BUFFER_FULL", true],
    [
      new CorruptRecordError("m", { offset: 5, nextOffset: 9 }),
      "CorruptRecordError",
      "CORRUPT_MESSAGE",
      false,
    ],
    [
      new ConnectionError("m", { code: "OTHER", retriable: false }),
      "ConnectionError",
      "OTHER",
      false,
    ],
  ];
  for (const [error, name, code, retriable] of table) {
    assertInstanceOf(error, KafkaError);
    assertEquals([error.name, error.code, error.retriable], [name, code, retriable]);
  }
});
