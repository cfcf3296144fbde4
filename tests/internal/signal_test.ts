import { assertEquals, assertRejects, assertStrictEquals, assertThrows } from "@std/assert";
import { AbortedError } from "../../src/errors.ts";
import { deferred } from "../../src/internal/deferred.ts";
import { abortable, abortedError, onAbort, throwIfAborted } from "../../src/internal/signal.ts";

/** A signal that counts the listeners on it. */
function countingSignal(): { controller: AbortController; listeners: () => number } {
  const controller = new AbortController();
  const signal = controller.signal;
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners++;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listeners--;
    remove(...args);
  };
  return { controller, listeners: () => listeners };
}

Deno.test("throwIfAborted() does nothing when there is no signal or it has not fired", () => {
  throwIfAborted(undefined, "send");
  throwIfAborted(new AbortController().signal, "send");
});

Deno.test("throwIfAborted() throws an AbortedError with the reason as its cause when the signal has fired", () => {
  const reason = new Error("enough");
  const error = assertThrows(
    () => throwIfAborted(AbortSignal.abort(reason), `send to "orders"`),
    AbortedError,
    `Cannot send to "orders" as the signal was aborted`,
  );
  assertStrictEquals(error.cause, reason);
  assertEquals([error.name, error.code], ["AbortError", "ABORTED"]);
});

Deno.test("abortedError() keeps a reason that is no error", () => {
  assertStrictEquals(abortedError(AbortSignal.abort("why not"), "read").cause, "why not");
});

Deno.test("onAbort() runs the callback once when the signal fires", () => {
  const controller = new AbortController();
  let runs = 0;
  onAbort(controller.signal, () => runs++);
  controller.abort();
  controller.abort();
  assertEquals(runs, 1);
});

Deno.test("onAbort() runs the callback at once when the signal has fired already", () => {
  let runs = 0;
  onAbort(AbortSignal.abort(), () => runs++);
  assertEquals(runs, 1);
});

Deno.test("onAbort() does not run the callback when it was detached", () => {
  const controller = new AbortController();
  let runs = 0;
  const detach = onAbort(controller.signal, () => runs++);
  detach();
  detach();
  controller.abort();
  assertEquals(runs, 0);
});

Deno.test("onAbort() keeps two users of one callback apart", () => {
  const controller = new AbortController();
  let runs = 0;
  const callback = () => {
    runs++;
  };
  const detach = onAbort(controller.signal, callback);
  onAbort(controller.signal, callback);
  detach();
  controller.abort();
  assertEquals(runs, 1);
});

Deno.test("abortable() gives what the promise gives when nothing is aborted", async () => {
  const { controller, listeners } = countingSignal();
  assertEquals(await abortable(Promise.resolve(3), controller.signal, "wait"), 3);
  await assertRejects(
    () => abortable(Promise.reject(new RangeError("bad")), controller.signal, "wait"),
    RangeError,
    "bad",
  );
  assertEquals(listeners(), 0);
});

Deno.test("abortable() rejects in the same turn when the signal fires", async () => {
  const controller = new AbortController();
  const inner = deferred<number>();
  const failure = assertRejects(
    () => abortable(inner.promise, controller.signal, "wait"),
    AbortedError,
    "Cannot wait as the signal was aborted",
  );
  let settled = false;
  void failure.then(() => {
    settled = true;
  });
  controller.abort();
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  assertEquals(settled, true);
  await failure;
});

Deno.test("abortable() rejects when the signal has fired before", async () => {
  await assertRejects(
    () => abortable(new Promise(() => {}), AbortSignal.abort(), "wait"),
    AbortedError,
  );
});

Deno.test("abortable() swallows what becomes of the promise when it was aborted before", async () => {
  const controller = new AbortController();
  const inner = deferred<number>();
  const failure = assertRejects(
    () => abortable(inner.promise, controller.signal, "wait"),
    AbortedError,
  );
  controller.abort();
  await failure;
  inner.reject(new Error("nobody listens"));
  // An unhandled rejection would fail the run.
  await new Promise((resolve) => setTimeout(resolve, 5));
});
