import { assertEquals, assertThrows } from "@std/assert";
import {
  buildMessage,
  minStructSize,
  parseRange,
  parseRaw,
} from "../../scripts/protocol/schema.ts";
import { snakeCase } from "../../scripts/protocol/emit.ts";
import { emitAll } from "../../scripts/protocol/modules.ts";

const THING = `{
  // A comment line, as Kafka's schemas have them.
  "apiKey": 500, "type": "TYPE", "listeners": ["broker"], "name": "ThingNAME",
  "validVersions": "1-3", "flexibleVersions": "2+",
  "fields": [
    { "name": "Id", "type": "int32", "versions": "0+", "default": "-1" },
    { "name": "Old", "type": "string", "versions": "0-1", "ignorable": true },
    { "name": "Parts", "type": "[]Part", "versions": "3+", "fields": [
      { "name": "Index", "type": "int64", "versions": "0+" }
    ] }
  ]
}`;

function emitThing(): Map<string, string> {
  const schemas = ["Request", "Response"].map((name): [string, string] => [
    `Thing${name}`,
    THING.replace("TYPE", name.toLowerCase()).replace("NAME", name),
  ]);
  return emitAll(new Map(schemas));
}

Deno.test("parseRange() reads the forms of the schemas", () => {
  assertEquals(parseRange("0+"), { low: 0, high: Infinity });
  assertEquals(parseRange("2-5"), { low: 2, high: 5 });
  assertEquals(parseRange("4"), { low: 4, high: 4 });
  assertEquals(parseRange("none"), { low: 1, high: 0 });
  assertThrows(() => parseRange("some"), Error, "Cannot read the versions");
});

Deno.test("snakeCase() names the modules", () => {
  assertEquals(snakeCase("AddOffsetsToTxn"), "add_offsets_to_txn");
  assertEquals(snakeCase("KRaftVersionRecord"), "kraft_version_record");
});

Deno.test("minStructSize() is the least size over the versions, and never zero", () => {
  const message = buildMessage(parseRaw(THING.replace("TYPE", "request")));
  assertEquals(minStructSize(message.root, message, { low: 1, high: 3 }), 5);
  assertEquals(minStructSize(message.root, message, { low: 1, high: 1 }), 6);
  const empty = buildMessage(parseRaw('{ "name": "X", "type": "data", "validVersions": "0" }'));
  assertEquals(minStructSize(empty.root, empty, { low: 0, high: 0 }), 1);
});

Deno.test("emitAll() folds conditions that always hold and keeps the others", () => {
  const code = emitThing().get("src/protocol/messages/thing.ts") ?? "";
  assertEquals(code.includes("id: r.int32(),"), true);
  assertEquals(code.includes('old: v <= 1 ? r.string(false) : ""'), true);
  assertEquals(
    code.includes("parts: v >= 3 ? r.array(true, 9, readThingRequestPart, v) : []"),
    true,
  );
  assertEquals(code.includes("if (v <= 1) w.string"), true);
});

Deno.test("emitAll() gives the same output every time", () => {
  assertEquals(emitThing(), emitThing());
});

Deno.test("emitAll() refuses a request without its response", () => {
  const schemas = new Map([[
    "ThingRequest",
    THING.replace("TYPE", "request").replace("NAME", "Request"),
  ]]);
  assertThrows(() => emitAll(schemas), Error, "Cannot find the response of Thing");
});
