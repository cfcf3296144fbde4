import { MemoryNetwork } from "../../src/transport/memory.ts";
import { testConformance } from "./conformance.ts";
import { listenInMemory } from "./peers.ts";

const network = new MemoryNetwork();

testConformance({
  name: "The memory transport",
  connector: (resources) => network.connector(resources),
  listen: () => Promise.resolve(listenInMemory(network)),
  sockets: false,
  abandonsAttempts: true,
});
