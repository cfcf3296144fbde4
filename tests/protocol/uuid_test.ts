import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { randomUuid, uuidFromBytes, uuidToBytes, ZERO_UUID } from "../../src/protocol/uuid.ts";

Deno.test("uuidFromBytes() gives ZERO_UUID for sixteen zero bytes", () => {
  assertEquals(uuidFromBytes(new Uint8Array(16)), ZERO_UUID);
});

Deno.test("uuidFromBytes() tells every byte apart", () => {
  const seen = new Set<string>([ZERO_UUID]);
  for (let index = 0; index < 16; index++) {
    const bytes = new Uint8Array(20);
    bytes[index + 2] = 1;
    const uuid = uuidFromBytes(bytes, 2);
    assertEquals(uuidToBytes(uuid), bytes.slice(2, 18));
    seen.add(uuid);
  }
  assertEquals(seen.size, 17);
});

Deno.test("uuidToBytes() throws for what is not a UUID", () => {
  const wrong = [
    "",
    "AAAAAAAAAAAAAAAAAAAAA",
    "AAAAAAAAAAAAAAAAAAAAAAA",
    "AAAAAAAAAAAAAAAAAAAAA=",
    "ÄAAAAAAAAAAAAAAAAAAAAA",
  ];
  // The last character carries two bits; with more of them there would be several texts for one UUID.
  wrong.push("AAAAAAAAAAAAAAAAAAAAAB");
  for (const text of wrong) assertThrows(() => uuidToBytes(text), TypeError, "22 characters");
});

Deno.test("randomUuid() gives different version 4 UUIDs that do not start with a dash", () => {
  const uuids = Array.from({ length: 500 }, randomUuid);
  assertEquals(new Set(uuids).size, 500);
  for (const uuid of uuids) {
    const bytes = uuidToBytes(uuid);
    assertMatch(uuid, /^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/);
    assertEquals([bytes[6] >> 4, bytes[8] >> 6], [4, 2]);
  }
});
