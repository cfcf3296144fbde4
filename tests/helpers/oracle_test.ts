import { assertEquals, assertThrows } from "@std/assert";
import { FAULTLESS, type LoggedRecord, SendHistory, type Verdict } from "./oracle.ts";
import { KafkaError } from "../../src/errors.ts";

/** Three records in partition 0 and one in partition 1, all acknowledged. */
function history(): SendHistory {
  const sends = new SendHistory();
  for (const [partition, offset] of [[0, 0], [0, 1], [1, 0], [0, 2]]) {
    sends.ack(sends.next(), partition, offset);
  }
  return sends;
}

const LOG: readonly LoggedRecord[] = [
  { partition: 0, offset: 0, sequence: 0 },
  { partition: 0, offset: 1, sequence: 1 },
  { partition: 1, offset: 0, sequence: 2 },
  { partition: 0, offset: 2, sequence: 3 },
];

const only = (defect: Partial<Verdict>): Verdict => ({ ...FAULTLESS, ...defect });

Deno.test("SendHistory.judge() finds nothing when every record is where its acknowledgement says", () => {
  assertEquals(history().judge(LOG), FAULTLESS);
});

Deno.test("SendHistory.judge() counts acknowledged records that the log lacks", () => {
  assertEquals(history().judge(LOG.slice(0, 3)), only({ missing: 1 }));
});

Deno.test("SendHistory.judge() counts records that are stored twice", () => {
  assertEquals(
    history().judge([...LOG, { partition: 0, offset: 3, sequence: 1 }]),
    only({ duplicates: 1 }),
  );
});

Deno.test("SendHistory.judge() counts records behind a later one", () => {
  const swapped = LOG.map((record) => ({ ...record, sequence: [1, 0, 2, 3][record.sequence] }));
  assertEquals(history().judge(swapped), only({ outOfOrder: 1, misplaced: 2 }));
});

Deno.test("SendHistory.judge() counts sends that never settled", () => {
  const sends = history();
  sends.next();
  assertEquals(sends.judge(LOG), only({ unsettled: 1 }));
});

Deno.test("SendHistory.judge() counts acknowledgements with another place than the log's", () => {
  const sends = new SendHistory();
  sends.ack(sends.next(), 0, 7);
  assertEquals(sends.judge([{ partition: 0, offset: 0, sequence: 0 }]), only({ misplaced: 1 }));
});

Deno.test("SendHistory.judge() takes an acknowledgement without an offset as it is", () => {
  const sends = new SendHistory();
  sends.ack(sends.next(), 0, undefined);
  assertEquals(sends.judge([{ partition: 0, offset: 0, sequence: 0 }]), FAULTLESS);
});

Deno.test("SendHistory.judge() counts failures whose fate is not true, or missing", () => {
  const sends = new SendHistory();
  sends.fail(sends.next(), new KafkaError("x", { fate: "not-persisted" }));
  sends.fail(sends.next(), new KafkaError("x", { fate: "persisted" }));
  sends.fail(sends.next(), new KafkaError("x"));
  sends.fail(sends.next(), new KafkaError("x", { fate: "possibly-persisted" }));
  assertEquals(sends.judge([{ partition: 0, offset: 0, sequence: 0 }]), only({ lies: 3 }));
});

Deno.test("SendHistory.judge() counts records that nobody sent", () => {
  assertEquals(
    new SendHistory().judge([{ partition: 0, offset: 0, sequence: 0 }]),
    only({ strangers: 1 }),
  );
});

Deno.test("SendHistory.ack() refuses a second settlement", () => {
  const sends = history();
  assertThrows(() => sends.ack(0, 0, 0), Error, "settled twice");
});
