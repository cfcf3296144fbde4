/**
 * Lets concurrent callers share one run of an asynchronous function.
 *
 * @module
 */

/** Runs a function at most once at a time; callers that come while it runs get the same promise. */
export class SingleFlight<T> {
  #current: Promise<T> | undefined;

  /** Whether it runs at the moment. */
  get running(): boolean {
    return this.#current !== undefined;
  }

  /**
   * Joins the run that is under way, or starts one.
   *
   * @param start What to run; ignored when a run is under way.
   */
  run(start: () => Promise<T>): Promise<T> {
    if (this.#current !== undefined) return this.#current;
    const run = start().finally(() => {
      if (this.#current === run) this.#current = undefined;
    });
    this.#current = run;
    return run;
  }
}
