/**
 * Ends processes and removes a folder when this process ends, however it ends.
 *
 * @module
 */

import { type ChildProcess, spawn } from "node:child_process";

// The pipe to this process closes with it, even when it is killed. The numbers of the processes
// come over the pipe; the one argument is the folder.
const SCRIPT = `
trap '' INT TERM HUP
pids=
while read -r op pid; do
  case $op in
    add) pids="$pids $pid" ;;
    del)
      left=
      for p in $pids; do [ "$p" = "$pid" ] || left="$left $p"; done
      pids=$left ;;
  esac
done
for p in $pids; do kill -9 "$p" 2>/dev/null; done
for i in 1 2 3 4 5; do rm -rf "$1" && break; sleep 0.2; done
`;

/** Looks after the processes and the folder of one cluster. */
export class Watchdog {
  readonly #child: ChildProcess;

  constructor(folder: string) {
    this.#child = spawn("sh", ["-c", SCRIPT, "sh", folder], {
      stdio: ["pipe", "ignore", "ignore"],
      // In a group of its own it does not get the signals of the terminal.
      detached: true,
    });
    this.#child.on("error", () => {});
    this.#child.stdin?.on("error", () => {});
    this.#child.unref();
    (this.#child.stdin as { unref?: () => void } | null)?.unref?.();
  }

  /** Takes charge of a process. */
  add(pid: number): void {
    this.#child.stdin?.write(`add ${pid}\n`);
  }

  /** Forgets a process that has ended. */
  delete(pid: number): void {
    this.#child.stdin?.write(`del ${pid}\n`);
  }

  /** Ends what is left and removes the folder now; resolves when that is done. */
  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => this.#child.once("exit", () => resolve()));
    this.#child.ref();
    this.#child.stdin?.end();
    await ended;
  }
}
