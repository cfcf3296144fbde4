/**
 * The error of damaged zstd data.
 *
 * @module
 */

import type { ProtocolError } from "../../errors.ts";
import { corruptCompressedData } from "../compression.ts";

/**
 * Makes the error of damaged data.
 *
 * @param why What is wrong.
 * @param offset Where in the compressed bytes.
 * @returns The error.
 */
export function damaged(why: string, offset: number): ProtocolError {
  return corruptCompressedData("zstd", why, { offset });
}
