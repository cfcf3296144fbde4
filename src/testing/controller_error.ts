/**
 * What the controller refuses.
 *
 * @module
 */

/** What the controller refuses, with Kafka's code for it. */
export class ControllerError extends RangeError {
  /** Kafka's error code. */
  readonly errorCode: number;

  /**
   * @param errorCode Kafka's error code.
   * @param message What is refused, and why.
   */
  constructor(errorCode: number, message: string) {
    super(message);
    this.errorCode = errorCode;
  }
}
