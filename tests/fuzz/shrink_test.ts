import { assertEquals } from "@std/assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countAllocated } from "../../scripts/fuzz/allocations.ts";
import { parseFuzzArgs } from "../../scripts/fuzz/args.ts";
import type { FuzzCase } from "../../scripts/fuzz/case.ts";
import { loadFindings, storeFinding } from "../../scripts/fuzz/findings.ts";
import { Random } from "../../scripts/fuzz/random.ts";
import { shrink } from "../../scripts/fuzz/shrink.ts";

function caseOf(bytes: Uint8Array): FuzzCase {
  return { target: "messages", kind: "decode", params: { name: "FetchRequest" }, bytes };
}

Deno.test("shrink() leaves what a failure needs and makes it small", async () => {
  const bytes = new Random("shrink").bytes(5_000);
  bytes[1_000] = 200;
  bytes[4_000] = 250;
  const fails = ({ bytes }: FuzzCase): boolean => {
    const first = bytes.findIndex((byte) => byte >= 200);
    return first >= 0 && bytes.lastIndexOf(250) > first;
  };
  const small = await shrink(caseOf(bytes), fails);
  assertEquals([...small.bytes], [200, 250]);
});

Deno.test("shrink() stops at its limit of probes", async () => {
  let probes = 0;
  const small = await shrink(caseOf(new Uint8Array(1_000)), () => {
    probes++;
    return false;
  }, { maxProbes: 3 });
  assertEquals(probes, 3);
  assertEquals(small.bytes.length, 1_000);
});

Deno.test("storeFinding() stores a finding once, and loadFindings() gives it back", () => {
  const folder = mkdtempSync(join(tmpdir(), "kafka-web-findings-"));
  try {
    const finding = { given: caseOf(Uint8Array.of(1, 0xff)), rule: "accepted", message: "why" };
    storeFinding(finding, folder);
    storeFinding(finding, folder);
    assertEquals(loadFindings(folder), [finding]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

Deno.test("countAllocated() counts new arrays, and puts the constructor back", async () => {
  const before = Uint8Array;
  const [array, bytes] = await countAllocated(() => [new Uint8Array(70), new Uint8Array([1])][0]);
  assertEquals([bytes, array instanceof Uint8Array, Uint8Array === before], [70, true, true]);
});

Deno.test("parseFuzzArgs() takes seconds, seed, targets and runtimes", () => {
  const options = parseFuzzArgs(
    ["--seconds", "5", "--seed=x", "--target", "codecs", "--runtime", "bun,node"],
    7,
  );
  assertEquals([options.seconds, options.seed, options.targets, options.runtimes], [
    5,
    "x",
    ["codecs"],
    ["bun", "node"],
  ]);
  assertEquals(parseFuzzArgs([], 7).seed, "7");
});
