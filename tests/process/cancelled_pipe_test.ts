import { assertEquals } from "@std/assert";
import { EmbeddedKafka } from "../../src/testing/mod.ts";
import { runScript } from "../helpers/child.ts";

const SCRIPT = new URL("../children/cancelled_pipe.ts", import.meta.url);

Deno.test("A process does not end before an aborted pipe from a consumer has ended", async () => {
  const cluster = new EmbeddedKafka({ topics: ["t"] });
  try {
    const { brokers } = await cluster.listen();
    await cluster.append("t", 0, [{ value: "a" }]);
    const result = await runScript(SCRIPT, { args: [brokers.join(","), "t"] });
    const { code, stdout, stderr } = result;
    assertEquals({ code, stdout, stderr }, { code: 0, stdout: "AbortError\nclosed\n", stderr: "" });
  } finally {
    await cluster.close();
  }
});
