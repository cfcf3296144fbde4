import { assertEquals } from "@std/assert";
import { CLIENT_APIS, SERVER_APIS } from "../../src/protocol/apis.ts";
import { initProducerId } from "../../src/protocol/messages/init_producer_id.ts";

Deno.test("CLIENT_APIS has the 77 APIs that a broker serves, each key once", () => {
  assertEquals(CLIENT_APIS.length, 77);
  assertEquals(new Set(CLIENT_APIS.map(({ key }) => key)).size, 77);
});

Deno.test("SERVER_APIS has the other half of every API, with the same facts", () => {
  const facts = (api: (typeof CLIENT_APIS)[number] | (typeof SERVER_APIS)[number]): unknown[] => [
    api.key,
    api.name,
    api.minVersion,
    api.maxVersion,
    api.latestVersion,
    api.flexibleFrom,
  ];
  assertEquals(SERVER_APIS.map(facts), CLIENT_APIS.map(facts));
});

Deno.test("ApiInfo.maxVersion leaves out a version that Kafka calls unstable", () => {
  assertEquals([initProducerId.maxVersion, initProducerId.latestVersion], [5, 6]);
  const unstable = CLIENT_APIS.filter(({ maxVersion, latestVersion }) =>
    maxVersion < latestVersion
  );
  assertEquals(unstable.map(({ name }) => name), ["InitProducerId"]);
});
