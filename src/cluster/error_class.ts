/**
 * What each error code means for the client, in one table.
 *
 * @module
 */

import type { ApiInfo } from "../protocol/api.ts";
import { errorCode } from "../protocol/error_codes.ts";
import { BrokerError } from "../errors.ts";

/** What an error code means for the client. */
export interface ErrorClass {
  /** The same request may succeed later, perhaps at another broker. */
  readonly retriable: boolean;
  /** The metadata is stale. */
  readonly refreshMetadata: boolean;
  /** The coordinator is another one, or not there. */
  readonly refreshCoordinator: boolean;
  /** This member or producer was replaced or expelled. */
  readonly fences: boolean;
  /** No retry can mend it. */
  readonly fatal: boolean;
  /** It is a success after all. */
  readonly success: boolean;
}

/**
 * Classifies an error code.
 *
 * @param _apiKey The key of the API that answered with it.
 * @param code The code; codes unknown to us are fatal.
 * @returns What it means.
 */
export function classify(_apiKey: number, code: number): ErrorClass {
  const { retriable } = errorCode(code);
  return {
    retriable,
    refreshMetadata: retriable,
    refreshCoordinator: false,
    fences: false,
    fatal: code !== 0 && !retriable,
    success: code === 0,
  };
}

/** What an answer with an error code was about. */
export interface BrokerErrorContext {
  /** What failed, to follow "Cannot", such as `send to "orders"`. @default {the API's name} */
  readonly action?: string;
  /** The topic. */
  readonly topic?: string;
  /** The partition. */
  readonly partition?: number;
  /** The broker that answered. */
  readonly broker?: string;
  /** The broker's own words. */
  readonly message?: string | null;
}

/**
 * Makes the error for an error code.
 *
 * @param api The API that answered.
 * @param code The code.
 * @param context What it was about.
 * @returns The error, to be thrown by the caller.
 */
export function brokerError(
  api: ApiInfo,
  code: number,
  context: BrokerErrorContext = {},
): BrokerError {
  return new BrokerError(`Cannot ${context.action ?? api.name}`, {
    errorCode: code,
    code: errorCode(code).name,
  });
}
