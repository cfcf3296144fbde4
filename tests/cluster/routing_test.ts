import { assertEquals } from "@std/assert";
import { type BrokerLoad, rankBrokers } from "../../src/cluster/routing.ts";

function broker(nodeId: number, load: Partial<BrokerLoad> = {}): BrokerLoad {
  return { nodeId, connected: false, inFlight: 0, busyUntil: -Infinity, suspect: false, ...load };
}

function rank(...brokers: BrokerLoad[]): number[] {
  let lot = 0;
  return rankBrokers(brokers, 100, () => lot += 0.1);
}

Deno.test("rankBrokers() prefers trusted, then free, then connected, then idle brokers", () => {
  assertEquals(
    rank(
      broker(1, { suspect: true, connected: true }),
      broker(2, { busyUntil: 101, connected: true }),
      broker(3),
      broker(4, { connected: true, inFlight: 3 }),
      broker(5, { connected: true, inFlight: 1 }),
    ),
    [5, 4, 3, 2, 1],
  );
});

Deno.test("rankBrokers() takes a broker whose wait is over for free", () => {
  assertEquals(rank(broker(1, { busyUntil: 100, connected: true }), broker(2)), [1, 2]);
});

Deno.test("rankBrokers() decides among equals by lot", () => {
  const lots = [0.9, 0.1, 0.5];
  assertEquals(rankBrokers([broker(1), broker(2), broker(3)], 0, () => lots.shift() as number), [
    2,
    3,
    1,
  ]);
});
