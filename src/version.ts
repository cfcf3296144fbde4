/**
 * The version of the library, as brokers are told it (KIP-511).
 *
 * @module
 */

/** The version of this package; a test holds it equal to the one in deno.json. */
export const VERSION: string = "0.1.0";
