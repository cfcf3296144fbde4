/**
 * The hooks through which a test watches requests and meddles with them.
 *
 * @module
 */

/** A request as a hook and the request log see it. */
export interface ObservedRequest<Request = unknown> {
  /** The API's name, such as `"Produce"`. */
  readonly api: string;
  /** The API's key. */
  readonly apiKey: number;
  /** The version of the request. */
  readonly apiVersion: number;
  /** The request's correlation id. */
  readonly correlationId: number;
  /** What the client calls itself. */
  readonly clientId: string | null;
  /** The broker that was asked. */
  readonly brokerId: number;
  /** The number of the connection: 1 for the cluster's first, and so on. */
  readonly connectionId: number;
  /** When it came, by the monotonic clock, in ms. */
  readonly receivedAt: number;
  /** What was asked. Records in it are the broker's own bytes, into which it writes their offset. */
  readonly request: Request;
}

/**
 * What is to become of an intercepted request.
 *
 * - nothing: it goes on to the next hook, and then to the broker.
 * - `{ answer }`: that is the response; the broker does not see the request.
 * - `{ change }`: the broker processes it, and `change` may alter its response, which has every field as a client would
 *   see it, or give another.
 * - `{ frame }`: the broker processes it, and `frame` is given the bytes of the answer, size included, and says what is
 *   sent instead: a part, other numbers, the same twice, anything. With `thenClose` the connection closes after it.
 * - `{ delayMs }`: it waits before it is processed; with `answer`, `change` or `frame`, before the answer is sent.
 * - `"drop"`: the connection closes and nothing was processed: a lost request.
 * - `"drop-after"`: it is processed, then the connection closes: a lost acknowledgement.
 * - `"hang"`: it is neither processed nor answered, and neither is what follows on its connection.
 * - `"hang-after"`: it is processed and never answered, and what follows on its connection is neither.
 */
export type InterceptAction<Response = unknown, ResponseInput = Response> =
  | void
  | undefined
  | { readonly answer: ResponseInput; readonly delayMs?: number }
  | {
    /** Alters the response in place, or returns another. */
    readonly change: (response: Response) => ResponseInput | void;
    readonly delayMs?: number;
  }
  | {
    /** Gives the bytes to send instead of the encoded answer. */
    readonly frame: (frame: Uint8Array) => Uint8Array;
    readonly thenClose?: boolean;
    readonly delayMs?: number;
  }
  | { readonly delayMs: number }
  | "drop"
  | "drop-after"
  | "hang"
  | "hang-after";

/** Decides about a request. */
export type InterceptHandler<Request = unknown, Response = unknown, ResponseInput = Response> = (
  request: ObservedRequest<Request>,
) =>
  | InterceptAction<Response, ResponseInput>
  | Promise<InterceptAction<Response, ResponseInput>>;

/** Which requests a hook gets, and how often. */
export interface InterceptOptions<Request = unknown> {
  /** Whether it stays after its first request. @default {false} */
  readonly keep?: boolean;
  /** Stays for so many requests instead of one. @default {1} */
  readonly times?: number;
  /** Only requests to this broker. @default {all} */
  readonly broker?: number;
  /** Only requests for which this is true; others neither reach it nor use it up. */
  readonly when?: (request: ObservedRequest<Request>) => boolean;
}

/** A hook that is in place. */
export interface Intercept<Request = unknown> {
  /** The requests that it got so far. */
  readonly requests: readonly ObservedRequest<Request>[];
  /**
   * Waits until it got so many requests.
   *
   * @param count How many. @default {1}
   * @returns The last of them.
   */
  called(count?: number): Promise<ObservedRequest<Request>>;
  /** Takes it away. Twice is fine. */
  remove(): void;
}

/** Which requests of the log are meant; every field that is given must fit. */
export interface RequestFilter {
  /** Those of this API. */
  readonly api?: string;
  /** Those to this broker. */
  readonly broker?: number;
  /** Those on this connection. */
  readonly connectionId?: number;
  /** Those from clients that call themselves so. */
  readonly clientId?: string;
}
