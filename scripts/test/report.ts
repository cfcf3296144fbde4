/**
 * Counts what the workers report and prints it for people.
 *
 * @module
 */

import { relative } from "node:path";
import type { WorkerEvent } from "./events.ts";

/** What a reporter prints besides failures. */
export interface ReportOptions {
  readonly root: string;
  readonly print: (line: string) => void;
  /** One line for every test. */
  readonly verbose: boolean;
  /** What tests print, whether they pass or not. */
  readonly showPrints: boolean;
}

/** The counts of one run. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The one line that ends every test run. */
export function closingLine(counts: Counts): string {
  return `${counts.passed} passed, ${counts.failed} failed`;
}

/** Lines of a stack that belong to the runner, not to the test. */
const OWN_FRAME = /^\s+at .*(deno_shim\.[jt]s|test\/worker\.[jt]s|new Promise \()/;

function indent(text: string): string {
  const lines = text.split("\n").filter((line) => !OWN_FRAME.test(line));
  return lines.map((line) => `    ${line}`).join("\n");
}

/** Follows the events of one runtime. */
export class Reporter {
  readonly #options: ReportOptions;
  readonly #label: string;
  readonly #failures: string[] = [];
  readonly #prints = new Map<string, string[]>();
  /** The test that runs in each file. */
  readonly #running = new Map<string, { readonly name: string; readonly since: number }>();
  #passed = 0;
  #failed = 0;

  constructor(label: string, options: ReportOptions) {
    this.#label = label;
    this.#options = options;
  }

  /** What was counted so far. */
  get counts(): Counts {
    return { passed: this.#passed, failed: this.#failed };
  }

  /** A title for every failure, in the order they came. */
  get failures(): readonly string[] {
    return this.#failures;
  }

  /** One line about what is going on, or undefined when nothing is. */
  progress(now: number = Date.now()): string | undefined {
    if (this.#running.size === 0) return undefined;
    const tests = [...this.#running].map(([file, { name, since }]) =>
      `${relative(this.#options.root, file)}: ${name} (${Math.round((now - since) / 1_000)} s)`
    );
    return `... ${this.#label}: ${this.#passed + this.#failed} so far, in ${tests.join(", ")}`;
  }

  /** Takes one event. */
  report(event: WorkerEvent): void {
    switch (event.type) {
      case "print":
        this.#print(event.file, event.text);
        break;
      case "start":
        this.#prints.delete(event.file);
        this.#running.set(event.file, { name: event.name, since: Date.now() });
        break;
      case "end":
        this.#end(event);
        break;
      case "load-error":
        this.#fail(event.file, "(the file could not be loaded)", [event.error]);
        break;
      case "uncaught":
        this.#fail(event.file, "(uncaught error outside of a test)", [event.error]);
        break;
      case "file-end":
        if (event.left.length > 0) {
          this.#hint(event.file, `left behind: ${event.left.join(", ")}`);
        }
        break;
      case "lingers":
        this.#hint("", "a timer, socket or loop outlived the tests of a group of files");
        break;
    }
  }

  #end(event: WorkerEvent & { readonly type: "end" }): void {
    this.#running.delete(event.file);
    if (!event.ok) {
      this.#fail(event.file, event.name, event.errors);
      return;
    }
    this.#passed++;
    if (this.#options.verbose) {
      const where = relative(this.#options.root, event.file);
      this.#options.print(`${this.#label}: ${where}: ${event.name} (${Math.round(event.ms)} ms)`);
    }
  }

  #fail(file: string, name: string, errors: readonly string[]): void {
    this.#failed++;
    const title = `${this.#label}: ${relative(this.#options.root, file)}: ${name}`;
    this.#failures.push(title);
    this.#options.print(`\nFAILED ${title}`);
    for (const error of errors) this.#options.print(indent(error));
    const prints = this.#prints.get(file) ?? [];
    if (prints.length > 0 && !this.#options.showPrints) {
      this.#options.print("    It printed:");
      for (const text of prints) this.#options.print(indent(text));
    }
  }

  #hint(file: string, text: string): void {
    const where = file === "" ? "" : `${relative(this.#options.root, file)}: `;
    this.#options.print(`hint: ${this.#label}: ${where}${text}`);
  }

  #print(file: string, text: string): void {
    if (this.#options.showPrints) this.#options.print(`${this.#label}: ${text}`);
    const prints = this.#prints.get(file) ?? [];
    if (prints.push(text) > 200) prints.shift();
    this.#prints.set(file, prints);
  }
}
