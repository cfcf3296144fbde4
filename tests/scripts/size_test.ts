import { assert, assertEquals } from "@std/assert";
import { type Bundle, bundle, PROGRAMS } from "../../scripts/size/bundle.ts";

/** The APIs that producing needs, and those that the `Kafka` class brings along for its consumers. */
const NOT_ADMIN: ReadonlySet<string> = new Set([
  "add_offsets_to_txn",
  "add_partitions_to_txn",
  "api_versions",
  "consumer_group_heartbeat",
  "consumer_protocol_assignment",
  "consumer_protocol_subscription",
  "end_txn",
  "fetch",
  "find_coordinator",
  "heartbeat",
  "init_producer_id",
  "join_group",
  "leave_group",
  "list_offsets",
  "metadata",
  "offset_commit",
  "offset_fetch",
  "offset_for_leader_epoch",
  "produce",
  "sasl_authenticate",
  "sasl_handshake",
  "sync_group",
  "txn_offset_commit",
]);
/** The first bundle may have to fetch the bundler. */
const TIMEOUT_MS = 300_000;

let made: Promise<Bundle> | undefined;

/** The bundle of a client that only produces, with the names of its functions. */
function producerBundle(): Promise<Bundle> {
  const program = PROGRAMS.find(({ name }) => name === "producer only");
  if (program === undefined) throw new Error("There is no such program");
  return made ??= bundle(program, { minify: false });
}

Deno.test({
  name: "A client that only produces bundles no admin messages",
  timeout: TIMEOUT_MS,
  fn: async () => {
    const { start, later } = await producerBundle();
    const messages = [...start.sources.keys(), ...later.sources.keys()].flatMap((path) =>
      /^src\/protocol\/messages\/(\w+)\.ts$/.exec(path)?.[1] ?? []
    );
    assert(messages.includes("produce"));
    assertEquals(messages.filter((name) => !NOT_ADMIN.has(name)), []);
  },
});

Deno.test({
  name: "A client that only produces bundles no codecs of servers",
  timeout: TIMEOUT_MS,
  fn: async () => {
    const { start } = await producerBundle();
    assert(/function writeProduceRequest\(/.test(start.text));
    assert(/function readProduceResponse\(/.test(start.text));
    assertEquals(start.text.match(/function (read\w+Request|write\w+Response)\(/g), null);
  },
});

Deno.test({
  name: "A client that only produces loads compression code only when it is needed",
  timeout: TIMEOUT_MS,
  fn: async () => {
    const codec = /^src\/record\/(gzip|snappy|lz4|zstd|deflate|xxhash|native_zlib|output_buffer)/;
    const { start, later } = await producerBundle();
    assertEquals([...start.sources.keys()].filter((path) => codec.test(path)), []);
    const lazy = [...later.sources.keys()];
    for (
      const path of ["gzip.ts", "snappy.ts", "lz4.ts", "zstd/encoder.ts", "deflate/deflate.ts"]
    ) {
      assert(lazy.includes(`src/record/${path}`), path);
    }
  },
});

Deno.test({
  name: "A client that only produces bundles neither the embedded broker nor the command line",
  timeout: TIMEOUT_MS,
  fn: async () => {
    const { start, later } = await producerBundle();
    const paths = [...start.sources.keys(), ...later.sources.keys()];
    assertEquals(paths.filter((path) => /^src\/(testing|cli|admin)\//.test(path)), []);
  },
});

Deno.test({
  name: "A program that speaks one API bundles no other",
  timeout: TIMEOUT_MS,
  fn: async () => {
    const program = PROGRAMS.find(({ name }) => name === "protocol: one API");
    if (program === undefined) throw new Error("There is no such program");
    const { start, later } = await bundle(program);
    const messages = [...start.sources.keys()].filter((path) => path.includes("/messages/"));
    assertEquals(messages, ["src/protocol/messages/metadata.ts"]);
    assertEquals(later.minified, 0);
    assert(start.minified < 30_000, `${start.minified} bytes`);
  },
});
