import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { EMPTY_METADATA, type MetadataSnapshot } from "../../src/cluster/metadata.ts";
import {
  applyLeader,
  applyResponse,
  type Update,
  type UpdateContext,
} from "../../src/cluster/metadata_update.ts";
import { ErrorCodes } from "../../src/protocol/error_codes.ts";
import type { MetadataResponse } from "../../src/protocol/messages/metadata.ts";
import { ZERO_UUID } from "../../src/protocol/uuid.ts";

const ID = "AAAAAAAAAAAAAAAAAAAAAQ";
const OTHER_ID = "AAAAAAAAAAAAAAAAAAAAAg";

interface Part {
  readonly index?: number;
  readonly leader?: number;
  readonly epoch?: number;
  readonly error?: number;
}

interface Topic {
  readonly name?: string | null;
  readonly id?: string;
  readonly error?: number;
  readonly partitions?: readonly Part[];
}

function response(topics: readonly Topic[], clusterId: string | null = "c"): MetadataResponse {
  return {
    throttleTimeMs: 0,
    errorCode: 0,
    clusterAuthorizedOperations: 0,
    clusterId,
    controllerId: 1,
    brokers: [{ nodeId: 1, host: "a", port: 1, rack: null }, {
      nodeId: 2,
      host: "b",
      port: 2,
      rack: "r",
    }],
    topics: topics.map((topic) => ({
      errorCode: topic.error ?? 0,
      name: topic.name === undefined ? "t" : topic.name,
      topicId: topic.id ?? ID,
      isInternal: false,
      topicAuthorizedOperations: 0,
      partitions: (topic.partitions ?? []).map((part, index) => ({
        errorCode: part.error ?? 0,
        partitionIndex: part.index ?? index,
        leaderId: part.leader ?? 1,
        leaderEpoch: part.epoch ?? 5,
        replicaNodes: [1, 2],
        isrNodes: [1],
        offlineReplicas: [2],
      })),
    })),
  };
}

function context(keep: (topic: string) => boolean = () => true): UpdateContext {
  return { now: 77, keep, rewinds: new Map() };
}

function apply(before: MetadataSnapshot, topics: readonly Topic[], ctx = context()): Update {
  return applyResponse(before, response(topics), ctx);
}

function first(topics: readonly Topic[]): MetadataSnapshot {
  return apply(EMPTY_METADATA, topics).snapshot;
}

function leaders(snapshot: MetadataSnapshot, topic = "t"): string[] {
  return (snapshot.topics.get(topic)?.partitions ?? [])
    .map(({ leader, leaderEpoch }) => `${leader}@${leaderEpoch}`);
}

Deno.test("applyResponse() takes everything a response says", () => {
  const { snapshot, changed, recreated } = apply(EMPTY_METADATA, [{
    partitions: [{ leader: 2, epoch: 3, error: 9 }],
  }]);
  assertEquals(snapshot.version, 1);
  assertEquals(snapshot.fetchedAt, 77);
  assertEquals(snapshot.clusterId, "c");
  assertEquals(snapshot.controllerId, 1);
  assertEquals([...snapshot.brokers.values()].map(({ host, rack }) => `${host} ${rack}`), [
    "a null",
    "b r",
  ]);
  assertEquals(snapshot.topics.get("t"), {
    name: "t",
    topicId: ID,
    internal: false,
    error: 0,
    partitions: [{
      topic: "t",
      partition: 0,
      leader: 2,
      leaderEpoch: 3,
      replicas: [1, 2],
      isr: [1],
      offline: [2],
      error: 9,
    }],
  });
  assertEquals([...snapshot.topicNames], [[ID, "t"]]);
  assertEquals(changed, true);
  assertEquals(recreated, []);
});

Deno.test("applyResponse() never goes back to an older leader epoch of the same topic id, partition by partition", () => {
  const before = first([{ partitions: [{ leader: 1, epoch: 5 }, { leader: 1, epoch: 5 }] }]);
  const { snapshot } = apply(before, [{
    partitions: [{ leader: 2, epoch: 4 }, { leader: 2, epoch: 6 }],
  }]);
  assertEquals(leaders(snapshot), ["1@5", "2@6"]);
});

Deno.test("applyResponse() takes news within the same epoch, as when the leader is gone", () => {
  const before = first([{ partitions: [{ leader: 1, epoch: 5 }] }]);
  const { snapshot } = apply(before, [{ partitions: [{ leader: -1, epoch: 5, error: 5 }] }]);
  assertEquals(leaders(snapshot), ["-1@5"]);
});

Deno.test("applyResponse() takes a topic with another id as new, whatever its epochs", () => {
  const before = first([{ partitions: [{ epoch: 50 }, { epoch: 50 }] }]);
  const { snapshot, recreated } = apply(before, [{
    id: OTHER_ID,
    partitions: [{ leader: 2, epoch: 0 }],
  }]);
  assertEquals(leaders(snapshot), ["2@0"]);
  assertEquals(recreated, ["t"]);
  assertEquals([...snapshot.topicNames], [[OTHER_ID, "t"]]);
});

Deno.test("applyResponse() notices a new id also when the topic was unknown in between", () => {
  const gone = apply(first([{ partitions: [{ epoch: 50 }] }]), [{
    error: ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION,
    id: ZERO_UUID,
  }]).snapshot;
  const { recreated } = apply(gone, [{ id: OTHER_ID, partitions: [{ epoch: 0 }] }]);
  assertEquals(recreated, ["t"]);
});

Deno.test("applyResponse() does not take the first id of a topic for a new topic", () => {
  const before = first([{ id: ZERO_UUID, partitions: [{ epoch: 5 }] }]);
  const { recreated } = apply(before, [{ partitions: [{ epoch: 5 }] }]);
  assertEquals(recreated, []);
});

Deno.test("applyResponse() never believes older epochs of a topic with an id, however often they are repeated", () => {
  const ctx = context();
  let snapshot = first([{ partitions: [{ leader: 1, epoch: 50 }] }]);
  for (let times = 0; times < 20; times++) {
    snapshot = apply(snapshot, [{ partitions: [{ leader: 2, epoch: 49 }] }], ctx).snapshot;
  }
  assertEquals(leaders(snapshot), ["1@50"]);
});

Deno.test("applyResponse() believes older epochs of a topic without id when they are repeated five times", () => {
  const ctx = context();
  let snapshot = first([{ id: ZERO_UUID, partitions: [{ leader: 1, epoch: 50 }] }]);
  const seen: string[] = [];
  for (let times = 0; times < 5; times++) {
    snapshot =
      apply(snapshot, [{ id: ZERO_UUID, partitions: [{ leader: 2, epoch: 0 }] }], ctx).snapshot;
    seen.push(...leaders(snapshot));
  }
  assertEquals(seen, ["1@50", "1@50", "1@50", "1@50", "2@0"]);
});

Deno.test("applyResponse() keeps what is known of a topic that is out of sight for a moment", () => {
  const before = first([{ partitions: [{ leader: 1 }] }]);
  const { snapshot } = apply(before, [{
    error: ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION,
    id: ZERO_UUID,
  }]);
  assertEquals(snapshot.topics.get("t")?.error, 3);
  assertEquals(snapshot.topics.get("t")?.topicId, ID);
  assertEquals(leaders(snapshot), ["1@5"]);
});

Deno.test("applyResponse() drops the partitions of a topic that is refused", () => {
  const before = first([{ partitions: [{ leader: 1 }] }]);
  const { snapshot } = apply(before, [{ error: ErrorCodes.TOPIC_AUTHORIZATION_FAILED }]);
  assertEquals(leaders(snapshot), []);
});

Deno.test("applyResponse() keeps partitions that a broker which lags behind does not list yet", () => {
  const before = first([{ partitions: [{}, {}, {}] }]);
  assertEquals(leaders(apply(before, [{ partitions: [{}] }]).snapshot).length, 3);
});

Deno.test("applyResponse() orders partitions by index and stands nonsense", () => {
  const { snapshot } = apply(EMPTY_METADATA, [{
    partitions: [
      { index: 2, leader: 2 },
      { index: 0, leader: 1 },
      { index: -1 },
      { index: 0x7fffffff },
    ],
  }, { name: null }]);
  assertEquals(leaders(snapshot), ["1@5", "-1@-1", "2@5"]);
  assertEquals(snapshot.topics.size, 1);
});

Deno.test("applyResponse() keeps topics that it was not asked for only as long as somebody wants them", () => {
  const before = first([{ name: "a", partitions: [{}] }, { name: "b", partitions: [{}] }]);
  const { snapshot } = apply(
    before,
    [{ name: "c", partitions: [{}] }],
    context((name) => name === "a"),
  );
  assertEquals([...snapshot.topics.keys()], ["a", "c"]);
  assertStrictEquals(snapshot.topics.get("a"), before.topics.get("a"));
});

Deno.test("applyResponse() starts over when another cluster answers", () => {
  const before = first([{ name: "a", partitions: [{ epoch: 9 }] }, { partitions: [{ epoch: 9 }] }]);
  const { snapshot, recreated } = applyResponse(
    before,
    response([{ partitions: [{ epoch: 1 }] }], "another"),
    context(),
  );
  assertEquals([...snapshot.topics.keys()], ["t"]);
  assertEquals(leaders(snapshot), ["1@1"]);
  assertEquals(recreated, []);
});

Deno.test("applyResponse() tells whether anything that routes has changed", () => {
  const before = first([{ partitions: [{ leader: 1, epoch: 5 }] }]);
  const same = { partitions: [{ leader: 1, epoch: 5 }] };
  assertEquals(apply(before, [same]).changed, false);
  assertEquals(apply(before, [{ partitions: [{ leader: 2, epoch: 6 }] }]).changed, true);
  assertEquals(apply(before, [{ partitions: [{ leader: 2, epoch: 4 }] }]).changed, false);
  assertEquals(apply(before, [same, { name: "u" }]).changed, true);
  const moved = response([same]);
  moved.brokers[0].port = 99;
  assertEquals(applyResponse(before, moved, context()).changed, true);
});

Deno.test("applyLeader() takes a newer leader, and its address", () => {
  const before = first([{ partitions: [{ leader: 1, epoch: 5 }, { leader: 1, epoch: 5 }] }]);
  const endpoint = { nodeId: 9, host: "n", port: 9, rack: null };
  const after = applyLeader(before, {
    topic: "t",
    partition: 1,
    leader: 9,
    leaderEpoch: 6,
    endpoint,
  });
  assert(after !== undefined);
  assertEquals(leaders(after), ["1@5", "9@6"]);
  assertEquals(after.brokers.get(9), endpoint);
  assertEquals(after.version, before.version + 1);
  assertEquals(leaders(before), ["1@5", "1@5"], "a snapshot is never changed");
  assertEquals(before.brokers.has(9), false);
});

Deno.test("applyLeader() leaves alone what is not newer, not a leader or not known", () => {
  const before = first([{ partitions: [{ leader: 1, epoch: 5 }] }]);
  const hint = { topic: "t", partition: 0, leader: 2, leaderEpoch: 6 };
  assertEquals(applyLeader(before, { ...hint, leaderEpoch: 5 }), undefined);
  assertEquals(applyLeader(before, { ...hint, leader: -1 }), undefined);
  assertEquals(applyLeader(before, { ...hint, partition: 1 }), undefined);
  assertEquals(applyLeader(before, { ...hint, topic: "u" }), undefined);
});
