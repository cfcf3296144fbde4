import { assertEquals, assertThrows } from "@std/assert";
import {
  formatProperties,
  listenerAddress,
  type NodePorts,
  nodeProperties,
} from "../../scripts/kafka/properties.ts";

function nodes(count: number): NodePorts[] {
  return Array.from({ length: count }, (_, index) => ({
    nodeId: index + 1,
    port: 100 + index,
    controllerPort: 200 + index,
    extra: { SASL: 300 + index },
  }));
}

function propertiesOf(nodeId: number, count: number): ReturnType<typeof nodeProperties> {
  return nodeProperties({
    nodeId,
    nodes: nodes(count),
    listeners: [],
    logFolder: "data",
    properties: {},
  });
}

Deno.test("nodeProperties() makes every broker of three a controller, and one of two", () => {
  assertEquals(propertiesOf(3, 3)["process.roles"], "broker,controller");
  assertEquals(
    propertiesOf(3, 3)["controller.quorum.voters"],
    "1@127.0.0.1:200,2@127.0.0.1:201,3@127.0.0.1:202",
  );
  assertEquals(propertiesOf(1, 2)["process.roles"], "broker,controller");
  assertEquals(propertiesOf(2, 2)["process.roles"], "broker");
  assertEquals(propertiesOf(2, 2)["controller.quorum.voters"], "1@127.0.0.1:200");
  assertEquals(propertiesOf(2, 2)["listeners"], "PLAINTEXT://127.0.0.1:101");
});

Deno.test("nodeProperties() fits replication to the size of the cluster", () => {
  for (const [count, copies, inSync] of [[1, 1, 1], [2, 2, 1], [3, 3, 2], [5, 3, 2]]) {
    const properties = propertiesOf(1, count);
    assertEquals(properties["default.replication.factor"], copies);
    assertEquals(properties["offsets.topic.replication.factor"], copies);
    assertEquals(properties["min.insync.replicas"], inSync);
  }
});

Deno.test("nodeProperties() adds listeners and lets given properties win", () => {
  const [first] = nodes(1);
  const listener = { name: "SASL", protocol: "SASL_PLAINTEXT", host: "localhost" };
  const properties = nodeProperties({
    nodeId: 1,
    nodes: [first],
    listeners: [listener],
    logFolder: "data",
    properties: { "num.partitions": 9 },
  });
  assertEquals(properties["num.partitions"], 9);
  assertEquals(
    properties["listeners"],
    "PLAINTEXT://127.0.0.1:100,SASL://127.0.0.1:300,CONTROLLER://127.0.0.1:200",
  );
  assertEquals(
    properties["advertised.listeners"],
    "PLAINTEXT://127.0.0.1:100,SASL://localhost:300",
  );
  assertEquals(listenerAddress(first, listener), "localhost:300");
});

Deno.test("nodeProperties() refuses a node without ports", () => {
  assertThrows(() => propertiesOf(4, 3), RangeError, "node 4");
});

Deno.test("formatProperties() escapes as Java's property files want it", () => {
  assertEquals(formatProperties({ a: 1, b: "x\\y\nz", c: true }), "a=1\nb=x\\\\y\\\nz\nc=true\n");
});
