import { bunConnector } from "../../src/transport/bun.ts";
import { denoConnector } from "../../src/transport/deno.ts";
import { currentRuntime } from "../helpers/child.ts";
import { testConformance } from "./conformance.ts";
import { listenOnSocket } from "./peers.ts";

if (currentRuntime() === "deno") {
  testConformance({
    name: "The Deno transport",
    connector: (resources) => denoConnector(resources),
    listen: () => listenOnSocket(),
    sockets: true,
    abandonsAttempts: true,
  });
}

if (currentRuntime() === "bun") {
  testConformance({
    name: "The Bun transport",
    connector: (resources) => bunConnector(resources),
    listen: () => listenOnSocket(),
    sockets: true,
    abandonsAttempts: false,
  });
}
