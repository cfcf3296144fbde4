import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { brokerError, classify, type ErrorClass } from "../../src/cluster/error_class.ts";
import { ERROR_CODES, ErrorCodes } from "../../src/protocol/error_codes.ts";
import { fetch } from "../../src/protocol/messages/fetch.ts";
import { produce } from "../../src/protocol/messages/produce.ts";

const PRODUCE = 0;
const FETCH = 1;
const METADATA = 3;
const OFFSET_COMMIT = 8;
const OFFSET_FETCH = 9;
const LEAVE_GROUP = 13;
const INIT_PRODUCER_ID = 22;
const DELETE_TOPICS = 20;
/** An API without a meaning of its own for any code. */
const OTHER = 999;

/** What one class looks like in short: the names of what is true. */
function traits(meaning: ErrorClass): string {
  return (Object.entries(meaning) as [string, boolean][])
    .filter(([, value]) => value).map(([name]) => name).sort().join(" ");
}

Deno.test("classify() knows all 135 codes of Kafka 4.3.1", () => {
  assertEquals(ERROR_CODES.length, 135);
  for (const { code, name } of ERROR_CODES) {
    const meaning = classify(OTHER, code);
    const { success, fatal, retriable } = meaning;
    assertEquals(success, code === 0, name);
    assert(!(fatal && retriable), `${name} is fatal and retriable`);
    assert(!(meaning.refreshMetadata || meaning.refreshCoordinator) || retriable, name);
    assert(!meaning.fences || !retriable, `${name} fences and is retriable`);
  }
});

Deno.test("classify() agrees with Kafka's own clients on what is retriable by default", () => {
  // Kafka marks REBOOTSTRAP_REQUIRED as final only because its network layer has acted on it before.
  const ours = new Set([ErrorCodes.REBOOTSTRAP_REQUIRED]);
  for (const { code, name, retriable } of ERROR_CODES) {
    if (!ours.has(code)) assertEquals(classify(OTHER, code).retriable, retriable, name);
  }
});

Deno.test("classify() asks for new metadata where Kafka's own clients do", () => {
  const stale = ERROR_CODES.filter(({ code }) => classify(OTHER, code).refreshMetadata)
    .map(({ code }) => code);
  // Kafka's list, without ELECTION_NOT_NEEDED, after which nothing is stale, and with
  // NOT_CONTROLLER and REBOOTSTRAP_REQUIRED, whose remedy is new metadata.
  assertEquals(stale, [3, 5, 6, 9, 13, 41, 56, 72, 74, 80, 83, 100, 103, 129]);
});

const CASES: readonly (readonly [string, number, number, string])[] = [
  ["success", OTHER, ErrorCodes.NONE, "success"],
  ["a moved leader", PRODUCE, ErrorCodes.NOT_LEADER_OR_FOLLOWER, "refreshMetadata retriable"],
  [
    "a moved coordinator",
    OFFSET_COMMIT,
    ErrorCodes.NOT_COORDINATOR,
    "refreshCoordinator retriable",
  ],
  ["a loading coordinator", OFFSET_COMMIT, ErrorCodes.COORDINATOR_LOAD_IN_PROGRESS, "retriable"],
  ["a repeated batch", PRODUCE, ErrorCodes.DUPLICATE_SEQUENCE_NUMBER, "success"],
  ["a repeated batch elsewhere", OTHER, ErrorCodes.DUPLICATE_SEQUENCE_NUMBER, "fatal"],
  ["an old epoch on Produce", PRODUCE, ErrorCodes.INVALID_PRODUCER_EPOCH, ""],
  [
    "an old epoch on InitProducerId",
    INIT_PRODUCER_ID,
    ErrorCodes.INVALID_PRODUCER_EPOCH,
    "fatal fences",
  ],
  [
    "a missing topic on Produce",
    PRODUCE,
    ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION,
    "refreshMetadata retriable",
  ],
  ["a missing topic on Metadata", METADATA, ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION, "retriable"],
  ["a missing topic on OffsetFetch", OFFSET_FETCH, ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION, "fatal"],
  [
    "a missing topic on DeleteTopics",
    DELETE_TOPICS,
    ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION,
    "fatal",
  ],
  [
    "too few replicas after the append",
    PRODUCE,
    ErrorCodes.NOT_ENOUGH_REPLICAS_AFTER_APPEND,
    "retriable",
  ],
  ["a record that is too large", PRODUCE, ErrorCodes.MESSAGE_TOO_LARGE, ""],
  ["an offset out of range", FETCH, ErrorCodes.OFFSET_OUT_OF_RANGE, ""],
  ["a broker that failed on Fetch", FETCH, ErrorCodes.UNKNOWN_SERVER_ERROR, "retriable"],
  ["a broker that failed on Produce", PRODUCE, ErrorCodes.UNKNOWN_SERVER_ERROR, "fatal"],
  [
    "a timed out commit",
    OFFSET_COMMIT,
    ErrorCodes.REQUEST_TIMED_OUT,
    "refreshCoordinator retriable",
  ],
  ["a timed out append", PRODUCE, ErrorCodes.REQUEST_TIMED_OUT, "retriable"],
  ["a timed out deletion", DELETE_TOPICS, ErrorCodes.REQUEST_TIMED_OUT, ""],
  ["an expelled member", OFFSET_COMMIT, ErrorCodes.UNKNOWN_MEMBER_ID, "fences"],
  ["an expelled member that leaves", LEAVE_GROUP, ErrorCodes.UNKNOWN_MEMBER_ID, "success"],
  [
    "a stale member that asks where to start",
    OFFSET_FETCH,
    ErrorCodes.STALE_MEMBER_EPOCH,
    "retriable",
  ],
  ["a replaced static member", OFFSET_COMMIT, ErrorCodes.FENCED_INSTANCE_ID, "fatal fences"],
  ["no permission", FETCH, ErrorCodes.TOPIC_AUTHORIZATION_FAILED, "fatal"],
  ["a code of the future", PRODUCE, 4_711, "fatal"],
  ["a negative code of the future", PRODUCE, -77, "fatal"],
];

for (const [what, api, code, expected] of CASES) {
  Deno.test(`classify() takes ${what} for "${expected}"`, () => {
    assertEquals(traits(classify(api, code)), expected);
  });
}

Deno.test("brokerError() names the action, the broker, the code and its own words", () => {
  const error = brokerError(produce, ErrorCodes.NOT_LEADER_OR_FOLLOWER, {
    action: 'send to "orders"',
    topic: "orders",
    partition: 3,
    broker: "a:1 (id 1)",
    message: "not here",
  });
  assertEquals(
    error.message,
    'Cannot send to "orders" as a:1 (id 1) answered NOT_LEADER_OR_FOLLOWER: not here',
  );
  assertEquals(error.code, "NOT_LEADER_OR_FOLLOWER");
  assertEquals(error.errorCode, 6);
  assertEquals(error.retriable, true);
  assertEquals(error.topic, "orders");
  assertEquals(error.partition, 3);
  assertEquals(error.broker, "a:1 (id 1)");
  assertEquals(error.brokerMessage, "not here");
});

Deno.test("brokerError() says what the API was about when there is no action, also for codes of the future", () => {
  const error = brokerError(fetch, 4_711, { topic: "orders", partition: 0 });
  assertStringIncludes(error.message, 'Cannot go on with Fetch for "orders" partition 0');
  assertEquals(error.code, "UNKNOWN_4711");
  assertEquals(error.retriable, false);
});
