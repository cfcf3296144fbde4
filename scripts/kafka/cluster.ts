/**
 * A real Kafka cluster in KRaft mode, as child processes of this one.
 *
 * @module
 */

import { type ChildProcess, spawn } from "node:child_process";
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { classPath, DEFAULT_VERSION, javaCommand, runCommand } from "./jars.ts";
import { freePorts } from "./ports.ts";
import {
  formatProperties,
  listenerAddress,
  type ListenerOptions,
  type NodePorts,
  nodeProperties,
  type PropertyValue,
} from "./properties.ts";
import { KafkaTools } from "./tools.ts";
import { Watchdog } from "./watchdog.ts";
import { probe } from "./wire.ts";

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 60_000;
const TMPFS_MIN_BYTES = 4 * 1024 ** 3;

/** How to start a cluster. */
export interface KafkaOptions {
  /** The number of brokers, with node ids from 1. All of three or more are controllers too, so
   * that a majority must be up; of one or two it is the first.
   *
   * @default {1}
   */
  readonly brokers?: number;
  /** The version of Kafka, 3.3 or later.
   *
   * @default {"4.3.1"}
   */
  readonly version?: string;
  /** Broker properties that take precedence over ours. */
  readonly properties?: Readonly<Record<string, PropertyValue>>;
  /** Properties of single brokers, e.g. their racks. */
  readonly nodeProperties?: (nodeId: number) => Readonly<Record<string, PropertyValue>>;
  /** Listeners besides the plain one. */
  readonly listeners?: readonly ListenerOptions[];
  /** Arguments for StorageTool format, e.g. SCRAM credentials. */
  readonly formatArgs?: readonly string[];
  /** The heap of each broker.
   *
   * @default {512}
   */
  readonly heapMb?: number;
  /** Further arguments for Java, e.g. a login configuration. */
  readonly javaArgs?: readonly string[];
  /** Takes lines that tell what is going on. */
  readonly log?: (line: string) => void;
}

/** One broker of a cluster. */
export interface KafkaBroker {
  readonly nodeId: number;
  readonly host: string;
  readonly port: number;
  /** The process, while there is one. */
  readonly pid: number | undefined;
}

interface Node extends NodePorts {
  port: number;
  child: ChildProcess | undefined;
  /** Settles when the process has ended. */
  ended: Promise<void>;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A folder in memory when there is room, else among the temporary ones. */
function makeFolder(): string {
  let base = tmpdir();
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    if (bavail * bsize >= TMPFS_MIN_BYTES) base = "/dev/shm";
  } catch {
    // No such file system here.
  }
  return mkdtempSync(join(base, "kafka-web-"));
}

/** A running cluster; `stop()` ends it and removes its files. */
export class KafkaCluster extends KafkaTools {
  readonly #options: KafkaOptions;
  readonly #nodes: readonly Node[];
  readonly #folder: string;
  readonly #watchdog: Watchdog;
  readonly #classPath: string;
  #stopped: Promise<void> | undefined;

  /** Use {@linkcode startKafka}. */
  constructor(
    options: KafkaOptions,
    version: string,
    nodes: readonly NodePorts[],
    path: string,
  ) {
    super("", version);
    this.#options = options;
    this.#nodes = nodes.map((node) => ({ ...node, child: undefined, ended: Promise.resolve() }));
    this.#folder = makeFolder();
    this.#watchdog = new Watchdog(this.#folder);
    this.#classPath = path;
  }

  override get bootstrap(): string {
    return this.#nodes.map((node) => listenerAddress(node)).join(",");
  }

  /** The addresses of a further listener, separated by commas. */
  bootstrapOf(name: string): string {
    const listener = this.#options.listeners?.find((candidate) => candidate.name === name);
    if (listener === undefined) throw new RangeError(`Cannot find a listener named "${name}"`);
    return this.#nodes.map((node) => listenerAddress(node, listener)).join(",");
  }

  /** The brokers, whether they run or not. */
  get brokers(): readonly KafkaBroker[] {
    return this.#nodes.map(({ nodeId, port, child }) => ({
      nodeId,
      host: "127.0.0.1",
      port,
      pid: child?.pid,
    }));
  }

  /** What a broker has logged. */
  logs(nodeId: number): string {
    const path = join(this.#folder, `${nodeId}.log`);
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  }

  /** Formats the storage and starts all brokers. */
  async start(): Promise<void> {
    for (const node of this.#nodes) this.#configure(node);
    await this.#format();
    for (const node of this.#nodes) this.#spawn(node);
    await this.#ready(this.#nodes);
  }

  /** Ends one broker: killed at once, or told to leave with "SIGTERM"; resolves when it is gone. */
  async kill(nodeId: number, signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): Promise<void> {
    const node = this.#node(nodeId);
    if (node.child === undefined) return;
    const timer = setTimeout(() => node.child?.kill("SIGKILL"), STOP_TIMEOUT_MS);
    // Nothing else may keep this process alive meanwhile.
    node.child.ref();
    node.child.kill(signal);
    await node.ended;
    clearTimeout(timer);
  }

  /** Stops one broker in its tracks, with its connections open. */
  pause(nodeId: number): void {
    this.#signal(nodeId, "SIGSTOP");
  }

  /** Lets a paused broker go on. */
  resume(nodeId: number): void {
    this.#signal(nodeId, "SIGCONT");
  }

  /** Sends a signal that does not end the broker: on Deno, a child that was signalled once by its own `kill` takes no second one. */
  #signal(nodeId: number, signal: "SIGSTOP" | "SIGCONT"): void {
    const pid = this.#node(nodeId).child?.pid;
    if (pid !== undefined) process.kill(pid, signal);
  }

  /** Starts one broker again, on its old data, and waits until it answers. */
  async restart(nodeId: number, options: { readonly port?: number } = {}): Promise<void> {
    const node = this.#node(nodeId);
    await this.kill(nodeId, "SIGTERM");
    if (options.port !== undefined) node.port = options.port;
    this.#configure(node);
    this.#spawn(node);
    await this.#ready([node]);
  }

  /** Ends all brokers and removes their files. */
  stop(): Promise<void> {
    this.#stopped ??= (async () => {
      // There is nothing to keep, and combined nodes that leave together lose their quorum.
      for (const { child } of this.#nodes) {
        child?.ref();
        child?.kill("SIGKILL");
      }
      await Promise.all(this.#nodes.map(({ ended }) => ended));
      await this.#watchdog.close();
    })();
    return this.#stopped;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  #node(nodeId: number): Node {
    const node = this.#nodes.find((candidate) => candidate.nodeId === nodeId);
    if (node === undefined) throw new RangeError(`Cannot find a broker with node id ${nodeId}`);
    return node;
  }

  #dataFolder(node: NodePorts): string {
    return join(this.#folder, `data-${node.nodeId}`);
  }

  #propertiesPath(node: NodePorts): string {
    return join(this.#folder, `${node.nodeId}.properties`);
  }

  #configure(node: Node): void {
    const { nodeId } = node;
    const properties = nodeProperties({
      nodeId,
      nodes: this.#nodes,
      listeners: this.#options.listeners ?? [],
      logFolder: this.#dataFolder(node),
      properties: { ...this.#options.properties, ...this.#options.nodeProperties?.(nodeId) },
    });
    writeFileSync(this.#propertiesPath(node), formatProperties(properties));
  }

  /** Formats the first node's storage, and makes the others' from it: a start of Java less each. */
  async #format(): Promise<void> {
    const [first, ...others] = this.#nodes;
    mkdirSync(this.#dataFolder(first), { recursive: true });
    const result = await runCommand(javaCommand(), [
      "-XX:TieredStopAtLevel=1",
      "-XX:+UseSerialGC",
      "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
      "-cp",
      this.#classPath,
      "kafka.tools.StorageTool",
      "format",
      "-t",
      "a2Fma2Etd2ViLWNsdXN0ZQ",
      "-c",
      this.#propertiesPath(first),
      ...this.#options.formatArgs ?? [],
    ], { timeoutMs: START_TIMEOUT_MS });
    if (result.status !== 0) {
      throw new Error(`Cannot format Kafka's storage: ${result.stderr}${result.stdout}`);
    }
    for (const node of others) {
      const folder = this.#dataFolder(node);
      cpSync(this.#dataFolder(first), folder, { recursive: true });
      const path = join(folder, "meta.properties");
      const id = crypto.getRandomValues(new Uint8Array(16));
      id[0] = 0x40;
      const directoryId = btoa(String.fromCharCode(...id)).replaceAll("+", "A")
        .replaceAll("/", "B").replaceAll("=", "");
      const text = readFileSync(path, "utf8")
        .replace(/^node\.id=.*$/m, `node.id=${node.nodeId}`)
        .replace(/^directory\.id=.*$/m, `directory.id=${directoryId}`);
      writeFileSync(path, text);
    }
  }

  #spawn(node: Node): void {
    const log = openSync(join(this.#folder, `${node.nodeId}.log`), "a");
    const child = spawn(javaCommand(), [
      `-Xmx${this.#options.heapMb ?? 512}m`,
      "-XX:+UseSerialGC",
      "-Xshare:auto",
      "-Djava.awt.headless=true",
      "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
      "-Dorg.slf4j.simpleLogger.showDateTime=true",
      ...this.#options.javaArgs ?? [],
      "-cp",
      this.#classPath,
      "kafka.Kafka",
      this.#propertiesPath(node),
    ], { cwd: this.#folder, stdio: ["ignore", log, log], detached: true });
    closeSync(log);
    child.unref();
    node.child = child;
    if (child.pid !== undefined) this.#watchdog.add(child.pid);
    node.ended = new Promise((resolve) => {
      const settle = (): void => {
        if (child.pid !== undefined) this.#watchdog.delete(child.pid);
        node.child = undefined;
        resolve();
      };
      child.on("exit", settle);
      child.on("error", settle);
    });
  }

  /** Waits until the nodes answer and know all brokers that run. */
  async #ready(nodes: readonly Node[]): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    for (const node of nodes) {
      for (;;) {
        if (node.child === undefined) {
          throw new Error(
            `Cannot start broker ${node.nodeId}: it ended\n${this.logs(node.nodeId).slice(-4_000)}`,
          );
        }
        try {
          await probe(listenerAddress(node));
          break;
        } catch (error) {
          if (Date.now() > deadline) {
            throw new Error(
              `Cannot start broker ${node.nodeId}: it does not answer\n${
                this.logs(node.nodeId).slice(-4_000)
              }`,
              { cause: error },
            );
          }
          await sleep(50);
        }
      }
    }
    const running = this.#nodes.filter(({ child }) => child !== undefined);
    const ids = new Set(running.map(({ nodeId }) => nodeId));
    await this.waitFor(
      "all brokers",
      (state) =>
        running.every((node) =>
          state.brokers.some(({ nodeId, port }) => nodeId === node.nodeId && port === node.port)
        ) && ids.size <= state.brokers.length,
      { topics: [] },
    );
  }
}

async function startOnce(options: KafkaOptions): Promise<KafkaCluster> {
  const log = options.log ?? (() => {});
  const version = options.version ?? DEFAULT_VERSION;
  const count = options.brokers ?? 1;
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`Cannot start Kafka: brokers must be a positive integer, not ${count}`);
  }
  const path = await classPath(version, log);
  const listeners = options.listeners ?? [];
  const ports = await freePorts(count * (2 + listeners.length));
  const nodes = Array.from({ length: count }, (_, index): NodePorts => ({
    nodeId: index + 1,
    port: ports.pop() as number,
    controllerPort: ports.pop() as number,
    extra: Object.fromEntries(listeners.map(({ name }) => [name, ports.pop() as number])),
  }));
  const cluster = new KafkaCluster(options, version, nodes, path);
  try {
    await cluster.start();
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  log(`Kafka ${version} is ready at ${cluster.bootstrap}`);
  return cluster;
}

/** Starts a cluster and waits until every broker answers and knows the others. */
export async function startKafka(options: KafkaOptions = {}): Promise<KafkaCluster> {
  if (process.platform === "win32") {
    throw new Error("Cannot start Kafka: these scripts need a POSIX shell");
  }
  try {
    return await startOnce(options);
  } catch (error) {
    // Somebody else may have taken a port between our look and the broker's start.
    if (!String(error).includes("BindException")) throw error;
    return await startOnce(options);
  }
}
