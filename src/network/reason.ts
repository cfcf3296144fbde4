/**
 * The short reason within an error's message.
 *
 * @module
 */

/**
 * Takes the reason out of a message such as `Cannot connect to "a:9092" as the connection was refused`.
 *
 * @param error The error.
 * @returns What comes after the first " as " of one of our own messages, else the whole message.
 */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error);
  if (!/^(Cannot|Lost) /.test(message)) return message;
  const at = message.indexOf(" as ");
  return at < 0 ? message : message.slice(at + 4);
}
