import { assertEquals } from "@std/assert";
import { murmur2, partitionForKey } from "../../src/producer/murmur2.ts";
import { checkGolden, fromHex } from "../helpers/golden.ts";

interface Line {
  key: string;
  murmur2: number;
  toPositive: number;
  partition: Record<string, number>;
}

Deno.test("partitionForKey() chooses the partition that Java chooses", () => {
  checkGolden<Line>("partitioner", (line) => {
    const key = fromHex(line.key);
    assertEquals(murmur2(key), line.murmur2);
    assertEquals(murmur2(key) & 0x7fffffff, line.toPositive);
    for (const [count, partition] of Object.entries(line.partition)) {
      assertEquals(partitionForKey(key, Number(count)), partition);
    }
  }, (line) => `key ${line.key}`);
});
