/**
 * What links a record that is sent to the message it was made from, without
 * the producer knowing the consumer.
 *
 * @module
 */

/** Something that waits to hear that its work is done. */
export interface Acknowledgeable {
  /** Says that it was handled. Doing it twice is fine. */
  ack(): void;
}
