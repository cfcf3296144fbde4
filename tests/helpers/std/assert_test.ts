import {
  assert,
  assertAlmostEquals,
  assertArrayIncludes,
  assertEquals,
  assertExists,
  assertFalse,
  assertGreater,
  assertInstanceOf,
  AssertionError,
  assertIsError,
  assertLessOrEqual,
  assertMatch,
  assertNotEquals,
  assertObjectMatch,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
  assertThrows,
  fail,
  unreachable,
} from "@std/assert";

class Custom extends Error {}

/** Pairs that are equal in content. */
const EQUAL: readonly (readonly [unknown, unknown])[] = [
  [1, 1],
  [NaN, NaN],
  [0, -0],
  [10n, 10n],
  [undefined, undefined],
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
  [new Uint8Array([1, 2]), new Uint8Array([1, 2])],
  [new Uint8Array([9, 1, 2]).subarray(1), new Uint8Array([1, 2])],
  [new Map([["a", { b: 1 }]]), new Map([["a", { b: 1 }]])],
  [new Map([[{ k: 1 }, 1]]), new Map([[{ k: 1 }, 1]])],
  [new Set([1, { a: 2 }]), new Set([{ a: 2 }, 1])],
  [new Date(5), new Date(5)],
  [/a/g, /a/g],
  [new URL("http://a/"), new URL("http://a/")],
  [Object.create(null), {}],
  [new BigInt64Array([1n]), new BigInt64Array([1n])],
];

/** Pairs that are not. */
const DIFFERENT: readonly (readonly [unknown, unknown])[] = [
  [1, 2],
  [1, 1n],
  [1, "1"],
  [null, undefined],
  [{ a: undefined }, {}],
  [[1, 2], [1]],
  [[undefined], []],
  [new Uint8Array([1, 2]), new Uint8Array([1, 3])],
  [new Uint8Array([1]), [1]],
  [new Uint8Array([1]), new Int8Array([1])],
  [new Map([["a", 1]]), new Map([["a", 2]])],
  [new Map([["a", undefined]]), new Map([["b", undefined]])],
  [new Set([1]), new Set([2])],
  [new Set([{ a: 1 }, { a: 1 }]), new Set([{ a: 1 }, { a: 2 }])],
  [new Date(5), new Date(6)],
  [/a/g, /a/i],
  [new Custom("a"), new Error("a")],
  [{ [Symbol.for("a")]: 1 }, { [Symbol.for("a")]: 2 }],
];

Deno.test("assertEquals() compares content", () => {
  for (const [a, b] of EQUAL) assertEquals(a, b);
  for (const [a, b] of DIFFERENT) {
    assertThrows(() => assertEquals(a, b), AssertionError, "Values are not equal");
    assertThrows(() => assertEquals(b, a), AssertionError, "Values are not equal");
  }
});

Deno.test("assertNotEquals() is the opposite of assertEquals()", () => {
  for (const [a, b] of DIFFERENT) assertNotEquals(a, b);
  for (const [a, b] of EQUAL) assertThrows(() => assertNotEquals(a, b), AssertionError);
});

Deno.test("assertEquals() ends on circles", () => {
  const circle = (value: number): Record<string, unknown> => {
    const object: Record<string, unknown> = { value };
    object.self = object;
    return object;
  };
  assertEquals(circle(1), circle(1));
  assertThrows(() => assertEquals(circle(1), circle(2)), AssertionError);
});

Deno.test("assertStrictEquals() compares identity", () => {
  const object = {};
  assertStrictEquals(object, object);
  assertStrictEquals(NaN, NaN);
  assertThrows(() => assertStrictEquals({}, {}), AssertionError);
  assertThrows(() => assertStrictEquals(0, -0), AssertionError);
});

Deno.test("assertThrows() gives back the error and checks its class and message", () => {
  const error = assertThrows(
    () => {
      throw new Custom("the message");
    },
    Custom,
    "mess",
  );
  assertStrictEquals(error.constructor, Custom);
  const wrong = (): never => {
    throw new Custom("other");
  };
  assertThrows(() => assertThrows(wrong, TypeError), AssertionError, '"TypeError"');
  assertThrows(() => assertThrows(wrong, Custom, "mess"), AssertionError, '"mess"');
  assertThrows(() => assertThrows(() => {}), AssertionError, "to throw");
});

Deno.test("assertRejects() gives back the error and wants a promise", async () => {
  const error = await assertRejects(() => Promise.reject(new Custom("late")), Custom, "late");
  assertInstanceOf(error, Custom);
  await assertRejects(
    () => assertRejects(() => Promise.resolve(1)),
    AssertionError,
    "to reject",
  );
  await assertRejects(
    () =>
      assertRejects(() => {
        throw new Error("at once");
      }),
    AssertionError,
    "throws when expected to reject",
  );
});

Deno.test("assertObjectMatch() looks at the keys of the expected object only", () => {
  assertObjectMatch({ a: 1, b: { c: [1, 2], d: 3 } }, { b: { c: [1, 2] } });
  assertThrows(() => assertObjectMatch({ a: 1 }, { a: 2 }), AssertionError);
  assertThrows(() => assertObjectMatch({ a: 1 }, { b: undefined }), AssertionError);
});

Deno.test("The other assertions hold or fail with an AssertionError", () => {
  const cases: readonly (readonly [() => void, () => void])[] = [
    [() => assert(1), () => assert(0)],
    [() => assertFalse(""), () => assertFalse("x")],
    [() => assertExists(0), () => assertExists(null)],
    [() => assertInstanceOf([], Array), () => assertInstanceOf({}, Array)],
    [() => assertStringIncludes("abc", "b"), () => assertStringIncludes("abc", "x")],
    [() => assertMatch("abc", /b/), () => assertMatch("abc", /x/)],
    [() => assertGreater(2, 1), () => assertGreater(1, 1)],
    [() => assertLessOrEqual(1, 1), () => assertLessOrEqual(2, 1)],
    [() => assertAlmostEquals(0.1 + 0.2, 0.3), () => assertAlmostEquals(1, 1.1)],
    [() => assertArrayIncludes([{ a: 1 }, 2], [{ a: 1 }]), () => assertArrayIncludes([1], [2])],
    [
      () => assertIsError(new Custom("m"), Custom, /m/),
      () => assertIsError("m"),
    ],
  ];
  for (const [holds, fails] of cases) {
    holds();
    assertThrows(fails, AssertionError);
  }
  assertThrows(() => fail("why"), AssertionError, "why");
  assertThrows(() => unreachable(), AssertionError);
});
