import { assertEquals } from "@std/assert";
import { type CreditTaker, FetchCredit } from "../../src/consumer/credit.ts";

class Taker implements CreditTaker {
  wakes = 0;
  wake(): void {
    this.wakes++;
  }
}

Deno.test("FetchCredit.reserve() takes what is free, up to the most", () => {
  const credit = new FetchCredit(100);
  const taker = new Taker();
  assertEquals(credit.reserve(taker, 10, 60), 60);
  assertEquals(credit.reserve(taker, 10, 60), 40);
  assertEquals(credit.free, 0);
});

Deno.test("FetchCredit.reserve() takes nothing and gets in line when too little is free", () => {
  const credit = new FetchCredit(100);
  const taker = new Taker();
  credit.reserve(taker, 1, 95);
  assertEquals(credit.reserve(taker, 10, 60), 0);
  assertEquals([credit.free, credit.waiting], [5, 1]);
});

Deno.test("FetchCredit.give() wakes the first in line when there is enough for it", () => {
  const credit = new FetchCredit(100);
  const [first, second] = [new Taker(), new Taker()];
  credit.reserve(new Taker(), 1, 100);
  credit.reserve(first, 50, 100);
  credit.reserve(second, 10, 100);
  credit.give(20);
  assertEquals([first.wakes, second.wakes], [0, 0]);
  credit.give(40);
  assertEquals([first.wakes, second.wakes], [1, 0]);
});

Deno.test("FetchCredit.reserve() lets nobody overtake who waits", () => {
  const credit = new FetchCredit(100);
  const [first, second] = [new Taker(), new Taker()];
  credit.reserve(new Taker(), 1, 100);
  credit.reserve(first, 50, 50);
  credit.give(70);
  assertEquals(credit.reserve(second, 1, 100), 0);
  assertEquals(credit.reserve(first, 50, 50), 50);
  assertEquals(second.wakes, 1, "it is next, and there is enough");
  assertEquals(credit.reserve(second, 1, 100), 20);
});

Deno.test("FetchCredit.leave() lets the next one come first", () => {
  const credit = new FetchCredit(100);
  const [first, second] = [new Taker(), new Taker()];
  credit.reserve(new Taker(), 1, 50);
  credit.reserve(first, 80, 80);
  credit.reserve(second, 10, 20);
  credit.leave(first);
  assertEquals(second.wakes, 1);
  assertEquals(credit.reserve(second, 10, 20), 20);
});

Deno.test("FetchCredit.give() takes a debt for what came beyond what was asked for", () => {
  const credit = new FetchCredit(100);
  const taker = new Taker();
  credit.reserve(taker, 1, 100);
  credit.give(-50);
  assertEquals(credit.free, -50);
  assertEquals(credit.reserve(taker, 1, 10), 0);
  credit.give(50);
  assertEquals(taker.wakes, 0);
  credit.give(1);
  assertEquals(taker.wakes, 1);
});
