import { assertEquals, assertGreater } from "@std/assert";
import { repositoryLines, splitLines } from "../../src/cli/lines.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

async function lines(...chunks: string[]): Promise<string[]> {
  async function* source() {
    for (const chunk of chunks) yield await Promise.resolve(encoder.encode(chunk));
  }
  const found: string[] = [];
  for await (const line of splitLines(source())) found.push(decoder.decode(line));
  return found;
}

Deno.test("splitLines() joins lines that span chunks", async () => {
  assertEquals(await lines("ab", "c\nd", "\n", "e\nf"), ["abc", "d", "e", "f"]);
});

Deno.test("splitLines() keeps empty lines and takes away carriage returns", async () => {
  assertEquals(await lines("a\r\n\r\nb\r", "\n"), ["a", "", "b"]);
});

Deno.test("splitLines() gives nothing when there is nothing", async () => {
  assertEquals(await lines(), []);
  assertEquals(await lines(""), []);
});

Deno.test("splitLines() splits no character, as it works on bytes", async () => {
  const bytes = encoder.encode("grün\n");
  async function* source() {
    for (const byte of bytes) yield await Promise.resolve(Uint8Array.of(byte));
  }
  for await (const line of splitLines(source())) assertEquals(decoder.decode(line), "grün");
});

Deno.test("repositoryLines() gives the same lines each time, none of them empty", async () => {
  const first = await repositoryLines();
  assertGreater(first.length, 100);
  assertEquals(first.every((line) => line.length > 0), true);
  assertEquals((await repositoryLines()).length, first.length);
});
