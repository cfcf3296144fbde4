import { assertEquals } from "@std/assert";
import { murmur2, partitionForKey } from "../../src/producer/murmur2.ts";
import { fromHex, goldenLines } from "../record/golden_lines.ts";

interface Line {
  key: string;
  murmur2: number;
  toPositive: number;
  partition: Record<string, number>;
}

Deno.test("partitionForKey() chooses the partition that Java chooses", async () => {
  await goldenLines<Line>("partitioner", (line) => {
    const key = fromHex(line.key);
    assertEquals(murmur2(key), line.murmur2);
    assertEquals(murmur2(key) & 0x7fffffff, line.toPositive);
    for (const [count, partition] of Object.entries(line.partition)) {
      assertEquals(partitionForKey(key, Number(count)), partition);
    }
  });
});
