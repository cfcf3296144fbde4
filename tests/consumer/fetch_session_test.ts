import { assertEquals } from "@std/assert";
import {
  FetchSession,
  type FetchTarget,
  nextSessionEpoch,
} from "../../src/consumer/fetch_session.ts";
import { ErrorCodes } from "../../src/protocol/error_codes.ts";

function target(partition: number, changes: Partial<FetchTarget> = {}): FetchTarget {
  return {
    topic: "orders",
    topicId: "id-of-orders",
    partition,
    offset: 0,
    leaderEpoch: 5,
    lastFetchedEpoch: 4,
    maxBytes: 1000,
    ...changes,
  };
}

/** The partitions that a request names. */
function named(request: ReturnType<FetchSession["request"]>): number[] {
  return request.topics.flatMap((topic) => (topic.partitions ?? []).map((p) => p.partition ?? -1))
    .sort();
}

/** The partitions that a request forgets. */
function forgotten(request: ReturnType<FetchSession["request"]>): number[] {
  return request.forgottenTopicsData.flatMap((topic) => [...topic.partitions ?? []]);
}

Deno.test("FetchSession.request() states everything and asks for a session at first", () => {
  const session = new FetchSession();
  const request = session.request([target(0), target(1)], 17);
  assertEquals([request.sessionId, request.sessionEpoch], [0, 0]);
  assertEquals(named(request), [0, 1]);
  assertEquals(request.topics[0].topicId, "id-of-orders");
  assertEquals(request.topics[0].topic, undefined);
});

Deno.test("FetchSession.request() names only what changed, and forgets what is gone", () => {
  const session = new FetchSession();
  session.request([target(0), target(1), target(2)], 17);
  assertEquals(session.accept(ErrorCodes.NONE, 77), true);
  const request = session.request([target(0), target(1, { offset: 9 }), target(3)], 17);
  assertEquals([request.sessionId, request.sessionEpoch], [77, 1]);
  assertEquals(named(request), [1, 3]);
  assertEquals(forgotten(request), [2]);
});

Deno.test("FetchSession.request() names a partition again when anything of it changed", () => {
  for (
    const change of [{ offset: 1 }, { leaderEpoch: 6 }, { lastFetchedEpoch: 5 }, { maxBytes: 1 }]
  ) {
    const session = new FetchSession();
    session.request([target(0)], 17);
    session.accept(ErrorCodes.NONE, 77);
    assertEquals(named(session.request([target(0)], 17)), []);
    session.accept(ErrorCodes.NONE, 77);
    assertEquals(named(session.request([target(0, change)], 17)), [0]);
  }
});

Deno.test("FetchSession.request() forgets a topic whose id changed, and names the new one", () => {
  const session = new FetchSession();
  session.request([target(0)], 17);
  session.accept(ErrorCodes.NONE, 77);
  const request = session.request([target(0, { topicId: "another" })], 17);
  assertEquals(request.topics[0].topicId, "another");
  assertEquals(request.forgottenTopicsData, [{ topicId: "id-of-orders", partitions: [0] }]);
});

Deno.test("FetchSession.request() names topics by name before version 13", () => {
  const session = new FetchSession();
  session.request([target(0), target(1)], 12);
  session.accept(ErrorCodes.NONE, 77);
  const request = session.request([target(0, { offset: 3 })], 12);
  assertEquals(request.topics[0].topic, "orders");
  assertEquals(request.topics[0].topicId, undefined);
  assertEquals(request.forgottenTopicsData, [{ topic: "orders", partitions: [1] }]);
});

Deno.test("FetchSession.request() starts over when topics change between names and ids", () => {
  for (const [before, after] of [[12, 13], [13, 12]]) {
    const session = new FetchSession();
    session.request([target(0)], before);
    session.accept(ErrorCodes.NONE, 77);
    const request = session.request([target(0)], after);
    assertEquals([request.sessionId, request.sessionEpoch], [77, 0]);
    assertEquals(named(request), [0]);
  }
});

Deno.test("FetchSession.request() leaves sessions out before version 7, and epochs before 12", () => {
  const session = new FetchSession();
  const request = session.request([target(0)], 6);
  assertEquals([request.sessionId, request.sessionEpoch], [0, -1]);
  assertEquals(request.topics[0].partitions?.[0].lastFetchedEpoch, -1);
  session.accept(ErrorCodes.NONE, 0);
  assertEquals(named(session.request([target(0)], 6)), [0]);
});

Deno.test("FetchSession.request() lets each partition come first in turn when it states everything", () => {
  const session = new FetchSession();
  const first = new Set<number | undefined>();
  for (let i = 0; i < 3; i++) {
    const request = session.request([target(0), target(1), target(2)], 6);
    first.add(request.topics[0].partitions?.[0].partition);
  }
  assertEquals([...first].sort(), [0, 1, 2]);
});

Deno.test("FetchSession.accept() states everything again when the broker gives no session", () => {
  const session = new FetchSession();
  session.request([target(0)], 17);
  assertEquals(session.accept(ErrorCodes.NONE, 0), true);
  const request = session.request([target(0)], 17);
  assertEquals([request.sessionId, request.sessionEpoch], [0, 0]);
  assertEquals(named(request), [0]);
});

Deno.test("FetchSession.accept() gives up the id when the broker does not know it", () => {
  const session = new FetchSession();
  session.request([target(0)], 17);
  session.accept(ErrorCodes.NONE, 77);
  session.request([target(0)], 17);
  assertEquals(session.accept(ErrorCodes.FETCH_SESSION_ID_NOT_FOUND, 0), false);
  const request = session.request([target(0)], 17);
  assertEquals([request.sessionId, request.sessionEpoch], [0, 0]);
});

Deno.test("FetchSession.accept() closes the old session with the next request after another error", () => {
  const session = new FetchSession();
  session.request([target(0)], 17);
  session.accept(ErrorCodes.NONE, 77);
  session.request([target(0)], 17);
  assertEquals(session.accept(ErrorCodes.INVALID_FETCH_SESSION_EPOCH, 0), false);
  const request = session.request([target(0)], 17);
  assertEquals([request.sessionId, request.sessionEpoch], [77, 0]);
  assertEquals(named(request), [0]);
});

Deno.test("FetchSession.accept() refuses the answer of another session", () => {
  const session = new FetchSession();
  session.request([target(0)], 17);
  session.accept(ErrorCodes.NONE, 77);
  session.request([target(0)], 17);
  assertEquals(session.accept(ErrorCodes.NONE, 78), false);
  assertEquals(session.epoch, 0);
});

Deno.test("nextSessionEpoch() passes 0 over when it wraps", () => {
  assertEquals([0, 1, 2 ** 31 - 2, 2 ** 31 - 1].map(nextSessionEpoch), [1, 2, 2 ** 31 - 1, 1]);
});

Deno.test("FetchSession.reset() states everything again, and ends the old session", () => {
  const session = new FetchSession();
  session.request([target(0)], 17);
  session.accept(ErrorCodes.NONE, 77);
  session.reset();
  const request = session.request([target(0)], 17);
  assertEquals([request.sessionId, request.sessionEpoch], [77, 0]);
  assertEquals(named(request), [0]);
});

Deno.test("FetchSession.final() ends the session, if there is one", () => {
  const session = new FetchSession();
  assertEquals(session.final(), undefined);
  session.request([target(0)], 17);
  session.accept(ErrorCodes.NONE, 77);
  assertEquals(session.final()?.sessionId, 77);
  assertEquals(session.final(), undefined);
});
