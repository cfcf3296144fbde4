/**
 * The interactive harness: prints what arrives and sends what is typed.
 *
 * @module
 */

import process from "node:process";
import { createInterface, type Interface } from "node:readline";
import { type Consumer, Kafka, type Message, type Producer } from "../../mod.ts";
import { EmbeddedKafka } from "../testing/mod.ts";
import { type Command, readFlags, usage, UsageError } from "./args.ts";
import { splitLines, standardInput } from "./lines.ts";
import { isInputTerminal, isOutputTerminal, onInterrupt, print, styles } from "./terminal.ts";

/** The command line of the harness. */
export const HARNESS: Command = {
  name: "harness",
  about: "print the messages of a topic as they arrive, send every line that is typed",
  flags: {
    topic: { about: "The topic to read and to write", value: "T" },
    brokers: { about: "A real cluster instead of the embedded one", value: "HOST:PORT[,...]" },
    from: {
      about: "Where to start reading: latest or earliest",
      value: "PLACE",
      default: "latest",
    },
    separator: {
      about: "What divides a typed line into key and value",
      value: "TEXT",
      default: "none: lines are values",
    },
  },
};

/** How long the end waits for what was sent to come back. */
const ECHO_MS = 5_000;

/** Prints messages one after the other and knows how far it got. */
interface Screen {
  message(message: Message): Promise<void>;
  note(text: string): void;
  close(): void;
}

/** For a pipe: a line per message, tabs between partition, offset, key and value, the bytes as they are. */
function filterScreen(): Screen {
  const encoder = new TextEncoder();
  const tab = encoder.encode("\t");
  const newline = encoder.encode("\n");
  const none = encoder.encode("null");
  return {
    message: ({ partition, offset, key, value }) => {
      const head = encoder.encode(`${partition}\t${offset}\t`);
      return print(concat([head, key ?? none, tab, value ?? none, newline]));
    },
    note: (text) => void process.stderr.write(`${text}\n`),
    close: () => {},
  };
}

/** For a person: coloured, above the line that is being typed. */
function terminalScreen(prompt: Interface | undefined): Screen {
  const style = styles(true);
  const show = (text: string): Promise<void> => {
    if (prompt === undefined) return print(`${text}\n`);
    const written = print(`\r\x1b[K${text}\n`);
    prompt.prompt(true);
    return written;
  };
  return {
    message: (message) =>
      show(
        `${style.dim(`[${message.partition}@${message.offset}]`)} ` +
          `${style.cyan(message.key === null ? "null" : printable(message.keyText() ?? ""))} ` +
          (message.value === null ? style.dim("null") : printable(message.text() ?? "")),
      ),
    note: (text) => void show(style.dim(text)),
    close: () => prompt?.close(),
  };
}

/** Control characters would move the cursor: they are shown as escapes. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) => {
    if (control === "\t") return control;
    return `\\x${control.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The typed lines, from a terminal with its line editing or from a pipe byte by byte. */
async function* typed(
  prompt: Interface | undefined,
  stop: AbortSignal,
): AsyncGenerator<Uint8Array, void, void> {
  if (prompt === undefined) {
    yield* splitLines(standardInput(stop));
    return;
  }
  const encoder = new TextEncoder();
  const close = () => prompt.close();
  stop.addEventListener("abort", close, { once: true });
  prompt.prompt();
  for await (const line of prompt) {
    yield encoder.encode(line);
    prompt.prompt();
  }
}

/** How far the topic must be read until everything that was sent has been seen. */
class Echo {
  readonly #sent = new Map<number, number>();
  readonly #seen = new Map<number, number>();
  #wake: () => void = () => {};

  sent(partition: number, offset: number | undefined): void {
    if (offset !== undefined) {
      this.#sent.set(partition, Math.max(offset, this.#sent.get(partition) ?? -1));
    }
  }

  seen(partition: number, offset: number): void {
    this.#seen.set(partition, offset);
    this.#wake();
  }

  /** Resolves when all that was sent was seen, or after `limitMs`. */
  async complete(limitMs: number): Promise<void> {
    const until = performance.now() + limitMs;
    const done = () =>
      [...this.#sent].every(([partition, offset]) => (this.#seen.get(partition) ?? -1) >= offset);
    while (!done()) {
      const left = until - performance.now();
      if (left <= 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

async function show(consumer: Consumer, screen: Screen, echo: Echo): Promise<void> {
  for await (const message of consumer) {
    await screen.message(message);
    echo.seen(message.partition, message.offset);
  }
}

/** Sends every line; each send that fails is reported, and none is given up by the others' failing. */
async function send(
  producer: Producer,
  topic: string,
  separator: string | undefined,
  lines: AsyncIterable<Uint8Array>,
  screen: Screen,
  echo: Echo,
): Promise<number> {
  let failed = 0;
  const open = new Set<Promise<void>>();
  for await (const line of lines) {
    const sending = producer.send({ topic, ...divide(line, separator) }).then(
      ({ partition, offset }) => echo.sent(partition, offset),
      (error: Error) => {
        failed++;
        screen.note(`not sent: ${error.message}`);
      },
    ).finally(() => open.delete(sending));
    open.add(sending);
    if (open.size >= 1_000) await Promise.race(open);
  }
  await Promise.all(open);
  return failed;
}

function divide(
  line: Uint8Array,
  separator: string | undefined,
): { key?: string; value: Uint8Array | string } {
  if (separator === undefined) return { value: line };
  const text = new TextDecoder().decode(line);
  const at = text.indexOf(separator);
  return at < 0
    ? { value: line }
    : { key: text.slice(0, at), value: text.slice(at + separator.length) };
}

/** Runs the harness until Ctrl-C or the end of the input. */
export async function harness(args: readonly string[]): Promise<number> {
  const flags = readFlags(HARNESS, args);
  if (flags.help !== undefined) {
    await print(usage(HARNESS));
    return 0;
  }
  const topic = flags.topic;
  if (topic === undefined) {
    throw new UsageError(`Cannot run the harness without --topic\n\n${usage(HARNESS)}`);
  }
  const from = flags.from ?? "latest";
  if (from !== "latest" && from !== "earliest") {
    throw new UsageError(
      `Cannot use --from as it must be "latest" or "earliest": current value is "${from}"`,
    );
  }
  const interactive = isInputTerminal() && isOutputTerminal();
  const cluster = flags.brokers === undefined ? new EmbeddedKafka() : undefined;
  if (cluster !== undefined) await cluster.createTopic(topic, { partitions: 3 });
  const kafka = new Kafka({
    ...(cluster === undefined
      ? { brokers: flags.brokers?.split(",") ?? [] }
      : cluster.clientOptions()),
    clientId: "kafka-web-harness",
    autoCreateTopics: true,
  });
  const stop = new AbortController();
  const prompt = interactive
    ? createInterface({ input: process.stdin, output: process.stdout, prompt: "> " })
    : undefined;
  const interrupt = () => stop.abort();
  prompt?.on("SIGINT", interrupt);
  const restore = onInterrupt(interrupt);
  const screen = isOutputTerminal() ? terminalScreen(prompt) : filterScreen();
  try {
    const producer = kafka.producer();
    const consumer = kafka.consumer({ topics: [topic], from });
    const echo = new Echo();
    await consumer.ready;
    if (interactive) {
      screen.note(`reading ${topic} from ${from}; every line is sent; Ctrl-C or Ctrl-D leaves`);
    }
    const shown = show(consumer, screen, echo);
    const failed = await Promise.race([
      send(producer, topic, flags.separator, typed(prompt, stop.signal), screen, echo),
      shown.then(() => Promise.reject(new Error("Cannot go on as the consumer ended"))),
    ]);
    await producer.close();
    await echo.complete(ECHO_MS);
    await consumer.close();
    await shown;
    return failed === 0 ? 0 : 1;
  } finally {
    restore();
    screen.close();
    await kafka.close();
    await cluster?.close();
  }
}
