import { nodeConnector } from "../../src/transport/node.ts";
import { testConformance } from "./conformance.ts";
import { listenOnSocket } from "./peers.ts";

testConformance({
  name: "The node:net transport",
  connector: (resources) => nodeConnector(resources),
  listen: () => listenOnSocket(),
  sockets: true,
  abandonsAttempts: true,
});
