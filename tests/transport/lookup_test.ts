import { assert, assertEquals } from "@std/assert";
import { lookupAll } from "../../src/transport/lookup.ts";

Deno.test("lookupAll() gives the addresses of a name", async () => {
  const addresses = await lookupAll("localhost");
  assert(addresses.some((address) => address === "127.0.0.1" || address === "::1"));
});

Deno.test("lookupAll() gives an address for itself", async () => {
  assertEquals(await lookupAll("127.0.0.1"), ["127.0.0.1"]);
});
