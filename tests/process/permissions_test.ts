import { assertEquals, assertStringIncludes } from "@std/assert";
import { EmbeddedKafka } from "../../src/testing/mod.ts";
import { currentRuntime, runScript } from "../helpers/child.ts";

const SCRIPT = new URL(`../children/permitted${import.meta.url.slice(-3)}`, import.meta.url);
const CODECS = "none,gzip";

/** Only Deno has permissions; elsewhere the same script runs without them. */
const WHERE = currentRuntime() === "deno"
  ? "when it has leave for the advertised addresses only"
  : "without permissions to ask for";

Deno.test(`Kafka produces and consumes, compression included, ${WHERE}`, async () => {
  const cluster = new EmbeddedKafka({ brokers: 2, topics: { t: {} } });
  try {
    const { brokers } = await cluster.listen();
    const { code, stdout, stderr } = await runScript(SCRIPT, {
      args: [brokers[0], "t", CODECS],
      permissions: [`--allow-net=${brokers.join(",")}`, "--deny-env", "--deny-read", "--deny-sys"],
    });
    assertEquals([code, stderr], [0, ""]);
    assertStringIncludes(stdout, `read ${CODECS.split(",").sort().join(",")}`);
  } finally {
    await cluster.close();
  }
});
