import { assert, assertEquals } from "@std/assert";
import { apiVersions } from "../../src/protocol/messages/api_versions.ts";
import { metadata } from "../../src/protocol/messages/metadata.ts";
import type { EmbeddedKafkaOptions } from "../../src/testing/mod.ts";
import { batchOf } from "./raw_client.ts";
import { withCluster } from "./with_cluster.ts";

const SOFTWARE = { clientSoftwareName: "raw", clientSoftwareVersion: "1.0" };

async function ranges(options: EmbeddedKafkaOptions): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  await withCluster(options, async ({ client }) => {
    const { apiKeys } = await client.send(apiVersions, {}, 0);
    for (const { apiKey, minVersion, maxVersion } of apiKeys) {
      found.set(apiKey, `${minVersion}-${maxVersion}`);
    }
  });
  return found;
}

Deno.test("EmbeddedKafka advertises Produce from 0, and every other API as it serves it", async () => {
  const found = await ranges({});
  assertEquals(found.get(0), "0-13");
  assertEquals(found.get(1), "4-18");
  assertEquals(found.get(3), "0-13");
  assertEquals(found.get(22), "0-5");
  assertEquals(found.has(11), false);
});

Deno.test("EmbeddedKafka speaks the versions of an old release when asVersion names it", async () => {
  const found = await ranges({ asVersion: "2.1" });
  assertEquals(found.get(0), "0-7");
  assertEquals(found.get(1), "4-10");
  assertEquals(found.get(18), "0-2");
  assertEquals(found.has(60), false);
});

Deno.test("EmbeddedKafka speaks the lowest versions only when asVersion is lowest", async () => {
  const found = await ranges({ asVersion: "lowest" });
  assertEquals([found.get(0), found.get(1), found.get(2), found.get(3)], [
    "0-3",
    "4-4",
    "1-1",
    "0-0",
  ]);
});

Deno.test("EmbeddedKafka limits and takes away single APIs when versions says so", async () => {
  const found = await ranges({
    versions: { Fetch: { max: 4 }, Produce: { min: 5 }, CreateTopics: false },
  });
  assertEquals([found.get(0), found.get(1), found.has(19)], ["5-13", "4-4", false]);
});

Deno.test("ApiVersions answers version 0 with its own range when the version is not served", async () => {
  await withCluster({ asVersion: "2.1" }, async ({ client }) => {
    const id = await client.post(apiVersions, SOFTWARE, 4);
    const response = await client.receive(apiVersions, 0, id);
    assertEquals(response.errorCode, 35);
    assertEquals(response.apiKeys.map(({ apiKey, maxVersion }) => [apiKey, maxVersion]), [[18, 2]]);
    assertEquals((await client.send(apiVersions, {}, 2)).errorCode, 0);
  });
});

Deno.test("ApiVersions refuses the name of a client that KIP-511 does not allow", async () => {
  await withCluster({}, async ({ client }) => {
    const request = { clientSoftwareName: "a b", clientSoftwareVersion: "1" };
    assertEquals((await client.send(apiVersions, request)).errorCode, 42);
    assertEquals((await client.send(apiVersions, SOFTWARE)).errorCode, 0);
  });
});

Deno.test("ApiVersions tells the finalised features from version 3 on", async () => {
  await withCluster({}, async ({ client }) => {
    const { finalizedFeatures } = await client.send(apiVersions, SOFTWARE);
    assert(
      finalizedFeatures.some(({ name, maxVersionLevel }) =>
        name === "transaction.version" && maxVersionLevel === 2
      ),
    );
  });
});

Deno.test("EmbeddedKafka closes the connection when a version is not served", async () => {
  await withCluster({ versions: { Metadata: { max: 5 } } }, async ({ client, cluster }) => {
    await client.post(metadata, { topics: null }, 6);
    assert(await client.ended());
    assertEquals(cluster.clientFaults().length, 1);
  });
});

Deno.test("EmbeddedKafka closes the connection when a request cannot be decoded", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, connect, cluster }) => {
    await client.transport.write([new Uint8Array([0, 0, 0, 9, 0, 3, 0, 9, 0, 0, 0, 1, 0x7f])]);
    assert(await client.ended());
    const other = await connect();
    await other.transport.write([new Uint8Array([0x7f, 0xff, 0xff, 0xff])]);
    assert(await other.ended());
    assertEquals(cluster.clientFaults().length, 2);
    const good = await connect();
    assertEquals((await good.produce("t", 0, batchOf(["x"]))).errorCode, 0);
  });
});
