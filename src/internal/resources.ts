/**
 * A register of what is open, so that tests can show on every runtime that
 * nothing is left behind.
 *
 * @module
 */

/** What is registered. */
export type ResourceKind = "connection" | "listener" | "timer" | "loop";

/** Names everything that is open at the moment. */
export class ResourceRegistry {
  readonly #open = new Set<{ readonly kind: ResourceKind; readonly label: string }>();

  /**
   * Registers something as open.
   *
   * @param kind What it is.
   * @param label Which one it is, for the test's message.
   * @returns What to call when it is gone; calling it twice is fine.
   */
  track(kind: ResourceKind, label: string): () => void {
    const entry = { kind, label };
    this.#open.add(entry);
    return () => {
      this.#open.delete(entry);
    };
  }

  /** How much is open. */
  get size(): number {
    return this.#open.size;
  }

  /**
   * What is open, as `kind label`, in the order of opening.
   *
   * @returns One line for each.
   */
  list(): string[] {
    return [...this.#open].map((entry) => `${entry.kind} ${entry.label}`);
  }
}
