import { assertEquals } from "@std/assert";
import { KafkaError } from "../../src/errors.ts";
import { BufferPool } from "../../src/record/buffer_pool.ts";
import { ProduceBatch } from "../../src/producer/batch.ts";
import { ByteBudget } from "../../src/producer/budget.ts";
import { Generations } from "../../src/producer/generation.ts";
import type { ProducerIdentity } from "../../src/producer/idempotence.ts";
import { Lane } from "../../src/producer/lane.ts";

const NOW = 1_000;

/** A lane with its batches, named by their first value. */
class Track {
  identity: ProducerIdentity = { producerId: 1n, epoch: 0 };
  readonly bumps: (ProducerIdentity | undefined)[] = [];
  readonly lane: Lane;
  readonly budget = new ByteBudget(1_000_000, () => {});
  readonly #names = new Map<ProduceBatch, string>();
  readonly #resources = { budget: this.budget, pool: new BufferPool({ maxBytes: 0 }) };
  readonly #generation = new Generations(() => {}, () => {}).current;

  constructor(
    options: { idempotent?: boolean; maxInFlight?: number; firstSequence?: number } = {},
  ) {
    const { idempotent = true, maxInFlight = 5, firstSequence = 0 } = options;
    this.lane = new Lane("t", 0, { idempotent, maxInFlight }, (identity) => {
      this.bumps.push(identity);
      if (identity === undefined) return;
      this.identity = { producerId: identity.producerId, epoch: identity.epoch + 1 };
    }, firstSequence);
  }

  /** Queues a batch with so many records. */
  queue(name: string, records = 1, deadline = Infinity): ProduceBatch {
    const batch = new ProduceBatch(this.lane, this.#resources, this.#generation, 0, deadline);
    for (let index = 0; index < records; index++) {
      this.#generation.joined();
      batch.append(0, null, name, undefined, () => {}, () => {});
    }
    batch.seal();
    batch.prepared(undefined);
    this.lane.queue.push(batch);
    this.#names.set(batch, name);
    return batch;
  }

  /** Sends what may be sent, and tells what that was. */
  send(now = NOW): string[] {
    const sent: string[] = [];
    for (;;) {
      const turn = this.lane.turn(now, this.identity);
      if (turn === undefined) return sent;
      let batch: ProduceBatch;
      if (turn === "new") {
        if (this.lane.queue.length === 0) return sent;
        batch = this.lane.begin(this.identity);
      } else {
        batch = turn;
        this.lane.again(batch);
      }
      sent.push(`${this.#names.get(batch)} ${batch.sequence}/${batch.identity?.epoch}`);
    }
  }

  /** Acknowledges a batch; tells which others are proven to be stored. */
  ack(batch: ProduceBatch): (string | undefined)[] {
    const before = this.lane.acknowledged(batch);
    for (const other of before) other.deliver(undefined, -1);
    batch.deliver(0, -1);
    return before.map((other) => this.#names.get(other));
  }

  /** Lets a batch fail for good. */
  drop(batch: ProduceBatch): void {
    this.lane.dropped(batch);
    batch.fail(new KafkaError("no"), () => {});
  }

  /** Five batches on their way, after one that was acknowledged. */
  static steady(): { track: Track; batches: ProduceBatch[] } {
    const track = new Track();
    const first = track.queue("first");
    track.send();
    track.ack(first);
    const batches = ["a", "b", "c", "d", "e"].map((name) => track.queue(name));
    track.send();
    return { track, batches };
  }
}

Deno.test("Lane sends one batch until the first answer, then five", () => {
  const track = new Track();
  const batches = ["a", "b", "c", "d", "e", "f", "g"].map((name) => track.queue(name, 2));
  assertEquals(track.send(), ["a 0/0"]);
  track.ack(batches[0]);
  assertEquals(track.lane.state, "steady");
  assertEquals(track.send(), ["b 2/0", "c 4/0", "d 6/0", "e 8/0", "f 10/0"]);
  track.ack(batches[1]);
  assertEquals(track.send(), ["g 12/0"]);
});

Deno.test("Lane gives sequences past 2^31 - 1", () => {
  const track = new Track({ firstSequence: 2 ** 31 - 3 });
  const a = track.queue("a", 2);
  track.queue("b", 3);
  track.queue("c", 1);
  assertEquals(track.send(), [`a ${2 ** 31 - 3}/0`]);
  track.ack(a);
  assertEquals(track.send(), [`b ${2 ** 31 - 1}/0`, "c 2/0"]);
});

Deno.test("Lane waits for open answers after a failure, then sends from the lowest, one at a time", () => {
  const { track, batches: [a, b, c, d, e] } = Track.steady();
  track.queue("f");
  track.lane.returned(a, true);
  assertEquals(track.lane.state, "settling");
  assertEquals(track.send(), []);
  track.ack(b);
  track.lane.refused(c);
  track.lane.refused(d);
  assertEquals(track.send(), []);
  track.lane.returned(e, false);
  assertEquals(track.lane.state, "probing");
  assertEquals(track.send(), ["a 1/0"]);
  track.ack(a);
  assertEquals(track.lane.state, "steady");
  assertEquals(track.send(), ["c 3/0", "d 4/0", "e 5/0", "f 6/0"]);
  assertEquals(track.bumps, []);
});

Deno.test("Lane sends nothing before retryAt", () => {
  const { track, batches } = Track.steady();
  for (const batch of batches) track.lane.returned(batch, true);
  track.lane.retryAt = NOW + 50;
  assertEquals(track.send(), []);
  assertEquals(track.send(NOW + 50), ["a 1/0"]);
});

Deno.test("Lane starts sequences anew when the first is refused and nothing may be stored", () => {
  const { track, batches } = Track.steady();
  track.queue("f");
  for (const batch of batches) track.lane.refused(batch);
  assertEquals(track.bumps, [{ producerId: 1n, epoch: 0 }]);
  assertEquals(track.send(), ["a 0/1"]);
  track.ack(batches[0]);
  assertEquals(track.send(), ["b 1/1", "c 2/1", "d 3/1", "e 4/1", "f 5/1"]);
});

Deno.test("Lane asks for each batch that may be stored before it starts sequences anew", () => {
  const { track, batches: [a, b, c, d, e] } = Track.steady();
  // All were sent; nobody knows what became of them, until the next leader refuses the first.
  for (const batch of [a, b, c, d, e]) track.lane.returned(batch, true);
  assertEquals(track.send(), ["a 1/0"]);
  track.lane.refused(a);
  assertEquals(track.bumps, []);
  for (const [batch, name] of [[b, "b 2/0"], [c, "c 3/0"], [d, "d 4/0"]] as const) {
    assertEquals(track.send(), [name]);
    track.lane.refused(batch);
  }
  assertEquals(track.send(), ["e 5/0"]);
  track.lane.refused(e);
  assertEquals(track.bumps.length, 1);
  assertEquals(track.send(), ["a 0/1"]);
});

Deno.test("Lane takes those before a stored batch for stored", () => {
  const { track, batches: [a, b, c, d, e] } = Track.steady();
  for (const batch of [a, b, c, d, e]) track.lane.returned(batch, true);
  track.send();
  track.lane.refused(a);
  track.send();
  track.lane.refused(b);
  assertEquals(track.send(), ["c 3/0"]);
  // The leader remembers this one; what it forgot stands before it in the log.
  assertEquals(track.ack(c), ["a", "b"]);
  assertEquals(track.send(), ["d 4/0"]);
  track.lane.refused(d);
  assertEquals(track.send(), ["e 5/0"]);
  track.lane.refused(e);
  assertEquals(track.send(), ["d 0/1"]);
});

Deno.test("Lane gives the sequence of a failed batch to the next one when it was the last", () => {
  const track = new Track();
  const a = track.queue("a", 3);
  track.send();
  track.drop(a);
  track.queue("b", 2);
  assertEquals(track.send(), ["b 0/0"]);
  assertEquals(track.bumps, []);
});

Deno.test("Lane numbers anew what is behind a failed batch", () => {
  const { track, batches: [a, b, c, d, e] } = Track.steady();
  track.ack(a);
  track.drop(b);
  assertEquals(track.lane.state, "settling");
  for (const batch of [c, d, e]) track.lane.refused(batch);
  assertEquals(track.send(), ["c 0/1"]);
  assertEquals(track.bumps.length, 1);
});

Deno.test("Lane asks what is behind a failed batch before it numbers it anew", () => {
  const { track, batches: [a, b, c, d, e] } = Track.steady();
  for (const batch of [a, b, c]) track.ack(batch);
  track.drop(d);
  track.lane.returned(e, true);
  assertEquals(track.bumps, []);
  assertEquals(track.send(), ["e 5/0"]);
  track.lane.refused(e);
  assertEquals(track.send(), ["e 0/1"]);
});

Deno.test("Lane starts sequences anew after a failed batch that may be stored", () => {
  const track = new Track();
  const a = track.queue("a");
  track.send();
  a.ambiguous = true;
  track.drop(a);
  track.queue("b");
  assertEquals(track.send(), ["b 0/1"]);
});

Deno.test("Lane moves to another identity with nothing in flight, at sequence 0", () => {
  const { track, batches } = Track.steady();
  track.identity = { producerId: 1n, epoch: 4 };
  track.queue("f");
  for (const batch of batches.slice(0, 4)) track.ack(batch);
  assertEquals(track.send(), []);
  track.ack(batches[4]);
  assertEquals(track.send(), ["f 0/4"]);
  assertEquals(track.lane.state, "probing");
});

Deno.test("Lane resends under the old identity when there is another one", () => {
  const { track, batches: [a, b, c, d, e] } = Track.steady();
  track.identity = { producerId: 1n, epoch: 4 };
  for (const batch of [b, c, d, e]) track.ack(batch);
  track.lane.returned(a, true);
  assertEquals(track.send(), ["a 1/0"]);
});

Deno.test("Lane does not wait for the answers of a leader that is none any more", () => {
  const { track, batches: [a, b, c, d, e] } = Track.steady();
  track.lane.retryAt = NOW + 500;
  const attempts = [a, b, c, d, e].map(({ attempt }) => attempt);
  track.lane.leaderChanged();
  assertEquals(track.lane.open, 0);
  assertEquals([a, b, c, d, e].map(({ ambiguous }) => ambiguous), new Array(5).fill(true));
  // Late answers are told by their attempt.
  assertEquals([a, b, c, d, e].map(({ attempt }) => attempt), attempts.map((n) => n + 1));
  assertEquals(track.send(), ["a 1/0"]);
  track.ack(a);
  assertEquals(track.send(), ["b 2/0", "c 3/0", "d 4/0", "e 5/0"]);
});

Deno.test("Lane without idempotence waits for the answers of the old leader", () => {
  const track = new Track({ idempotent: false });
  const batches = ["a", "b", "c"].map((name) => track.queue(name));
  assertEquals(track.send(), ["a -1/undefined", "b -1/undefined", "c -1/undefined"]);
  track.queue("d");
  track.lane.leaderChanged();
  assertEquals(track.lane.open, 3);
  assertEquals(track.send(), []);
  track.ack(batches[1]);
  track.lane.returned(batches[0], true);
  assertEquals(track.send(), []);
  track.lane.returned(batches[2], true);
  assertEquals(track.send(), ["a -1/undefined"]);
  track.ack(batches[0]);
  assertEquals(track.send(), ["c -1/undefined", "d -1/undefined"]);
});

Deno.test("Lane.takeOverdue() waits for open answers, then gives up all of the old epoch", () => {
  const track = new Track();
  const a = track.queue("a", 1, 2_000);
  track.send();
  track.ack(a);
  const b = track.queue("b", 1, 2_000);
  const c = track.queue("c", 1, 3_000);
  track.queue("d", 1, 9_000);
  track.send();
  const d = track.lane.unacked[2];
  const f = track.queue("f", 1, 9_000);
  track.lane.returned(d, false);
  assertEquals(track.lane.takeOverdue(2_500), []);
  assertEquals(track.lane.state, "settling");
  track.lane.returned(b, true);
  track.lane.returned(c, true);
  const givenUp = track.lane.takeOverdue(2_500);
  assertEquals(givenUp.map(({ batch, fate }) => [batch, fate]), [
    [b, "possibly-persisted"],
    [c, "possibly-persisted"],
    [d, "possibly-persisted"],
  ]);
  assertEquals(track.bumps.length, 1);
  assertEquals(track.lane.queue, [f]);
  assertEquals(track.send(2_500), ["f 0/1"]);
});

Deno.test("Lane.takeOverdue() knows what was refused each time", () => {
  const track = new Track();
  const a = track.queue("a", 4, 2_000);
  track.send();
  track.lane.returned(a, false);
  const [{ batch, fate }] = track.lane.takeOverdue(2_000);
  assertEquals([batch, fate], [a, "not-persisted"]);
  track.queue("b");
  assertEquals(track.send(), ["b 0/0"]);
  assertEquals(track.bumps, []);
});

Deno.test("Lane.takeOverdue() takes what was never sent though something is open", () => {
  const track = new Track();
  track.queue("a", 1, 9_000);
  const b = track.queue("b", 1, 2_000);
  track.send();
  assertEquals(track.lane.takeOverdue(2_000).map(({ batch, fate }) => [batch, fate]), [
    [b, "not-persisted"],
  ]);
});

Deno.test("Lane.takeSent() gives up what another topic of the same name must not get", () => {
  const { track, batches: [a, b, c, d, e] } = Track.steady();
  const f = track.queue("f");
  track.ack(a);
  track.lane.returned(b, false);
  const givenUp = track.lane.takeSent();
  assertEquals(givenUp.map(({ batch, fate }) => [batch, fate]), [
    [b, "not-persisted"],
    [c, "possibly-persisted"],
    [d, "possibly-persisted"],
    [e, "possibly-persisted"],
  ]);
  assertEquals(track.lane.queue, [f]);
  assertEquals(track.send(), ["f 0/1"]);
});

Deno.test("Lane.reworked() keeps the place of a batch that is taken apart", () => {
  const { track, batches: [a, b, c, d, e] } = Track.steady();
  track.lane.reworked(a, false);
  for (const batch of [b, c, d, e]) track.lane.refused(batch);
  assertEquals(track.send(), []);
  assertEquals(track.lane.unacked[0], a);
  track.lane.replace(a, []);
  assertEquals(track.send(), ["b 2/0"]);
});
