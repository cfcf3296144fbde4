/**
 * What a person sees: colours and a progress bar on a terminal, neither in a
 * pipe.
 *
 * @module
 */

import process from "node:process";

/** Wraps text in an ANSI style. */
export type Style = (text: string) => string;

/** The styles in use; each gives its text back unchanged where colours do not belong. */
export interface Styles {
  /** Less important. */
  readonly dim: Style;
  /** Important. */
  readonly bold: Style;
  /** Good. */
  readonly green: Style;
  /** Bad. */
  readonly red: Style;
  /** A name or a key. */
  readonly cyan: Style;
}

/** The styles for a terminal, or plain ones. */
export function styles(coloured: boolean): Styles {
  const style = (open: number, close: number): Style => (text) =>
    coloured ? `\x1b[${open}m${text}\x1b[${close}m` : text;
  return {
    dim: style(2, 22),
    bold: style(1, 22),
    green: style(32, 39),
    red: style(31, 39),
    cyan: style(36, 39),
  };
}

/** Whether standard error is a terminal. */
export function isErrorTerminal(): boolean {
  return process.stderr.isTTY === true;
}

/** Whether standard output is a terminal. */
export function isOutputTerminal(): boolean {
  return process.stdout.isTTY === true;
}

/** Whether standard input is a terminal. */
export function isInputTerminal(): boolean {
  return process.stdin.isTTY === true;
}

/** How often a progress bar is drawn, in ms. */
const FRAME_MS = 80;

/** A progress bar on standard error; nothing at all where that is not a terminal. */
export class ProgressBar {
  readonly #label: string;
  readonly #total: number;
  readonly #active: boolean;
  readonly #started: number = performance.now();
  #drawn = -Infinity;

  /**
   * @param label What is in progress.
   * @param total How much makes it complete.
   */
  constructor(label: string, total: number) {
    this.#label = label;
    this.#total = total;
    this.#active = isErrorTerminal();
  }

  /** Shows how much is done; draws a few times a second at most. */
  update(done: number): void {
    if (!this.#active) return;
    const now = performance.now();
    if (now - this.#drawn < FRAME_MS && done < this.#total) return;
    this.#drawn = now;
    const width = 30;
    const share = this.#total === 0 ? 1 : Math.min(1, done / this.#total);
    const filled = Math.round(share * width);
    const perSecond = done / Math.max(0.001, (now - this.#started) / 1000);
    process.stderr.write(
      `\r${this.#label.padEnd(10)} ${"\u2588".repeat(filled)}${"\u2591".repeat(width - filled)} ` +
        `${(share * 100).toFixed(0).padStart(3)} %  ${
          Math.round(perSecond).toLocaleString("en")
        }/s\x1b[K`,
    );
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#active) process.stderr.write("\r\x1b[K");
  }
}

/** Writes to standard output, waiting while the other side of a pipe is slow. */
export function print(data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(data, (error) => error ? reject(error) : resolve());
  });
}

/**
 * Calls back on Ctrl-C and on being asked to end, instead of ending at once.
 *
 * @param callback What to call, each time.
 * @returns What goes back to ending at once. It must be called: a listener keeps the process alive on Deno.
 */
export function onInterrupt(callback: () => void): () => void {
  process.on("SIGINT", callback);
  process.on("SIGTERM", callback);
  return () => {
    process.off("SIGINT", callback);
    process.off("SIGTERM", callback);
  };
}
