import { assertEquals } from "@std/assert";
import { crc32 } from "../../src/record/crc32.ts";
import { crc32c, crc32cCombine } from "../../src/record/crc32c.ts";
import { checkGolden, fromHex } from "../helpers/golden.ts";

interface Line {
  hex: string;
  crc32c: number;
  crc32: number;
}

Deno.test("crc32c() and crc32() agree with Java on every vector", () => {
  checkGolden<Line>("crc", (line) => {
    const bytes = fromHex(line.hex);
    assertEquals(crc32c(bytes), line.crc32c);
    assertEquals(crc32(bytes), line.crc32);
    const middle = bytes.length >> 1;
    const head = bytes.subarray(0, middle);
    const tail = bytes.subarray(middle);
    assertEquals(crc32c(tail, crc32c(head)), line.crc32c);
    assertEquals(crc32cCombine(crc32c(head), crc32c(tail), tail.length), line.crc32c);
  }, (line) => `${line.hex.length / 2} bytes`);
});
