/**
 * The errors of those who use a transport wrongly, the same for every adapter.
 *
 * @module
 */

/**
 * Makes the error of a second read while one is pending.
 *
 * @returns The error.
 */
export function concurrentRead(): TypeError {
  return new TypeError("Cannot read from a transport as another read is pending");
}

/**
 * Makes the error of a second write while one is pending.
 *
 * @returns The error.
 */
export function concurrentWrite(): TypeError {
  return new TypeError("Cannot write to a transport as another write is pending");
}

/**
 * Makes the error of a read into nothing.
 *
 * @returns The error.
 */
export function emptyRead(): RangeError {
  return new RangeError(
    "Cannot read from a transport as the buffer is empty: it must hold at least 1 byte",
  );
}

/**
 * Makes the error of a write after `closeWrite()`.
 *
 * @returns The error.
 */
export function writeAfterEnd(): TypeError {
  return new TypeError("Cannot write to a transport as its half of the connection was ended");
}
