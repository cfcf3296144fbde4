/**
 * What the test runner tells a worker, and what a worker reports.
 *
 * @module
 */

/** The work of one worker process. */
export interface WorkerJob {
  /** Where to append the events, one JSON value a line. */
  readonly events: string;
  /** The files to run, and how many tests at the start of each to leave out. */
  readonly files: readonly { readonly path: string; readonly skip: number }[];
  /** Only tests whose name holds the text or matches the /expression/. */
  readonly filter?: string;
  /** How long a test may take when it says nothing itself. */
  readonly timeoutMs: number;
}

/** One thing that happened in a worker. */
export type WorkerEvent =
  | { readonly type: "file"; readonly file: string }
  | { readonly type: "load-error"; readonly file: string; readonly error: string }
  | {
    readonly type: "start";
    readonly file: string;
    readonly index: number;
    readonly name: string;
    readonly timeoutMs: number;
  }
  | {
    readonly type: "end";
    readonly file: string;
    readonly index: number;
    readonly name: string;
    readonly ok: boolean;
    readonly ms: number;
    readonly errors: readonly string[];
  }
  | { readonly type: "print"; readonly file: string; readonly text: string }
  | { readonly type: "uncaught"; readonly file: string; readonly error: string }
  | { readonly type: "file-end"; readonly file: string; readonly left: readonly string[] }
  | { readonly type: "done" }
  | { readonly type: "lingers" };
