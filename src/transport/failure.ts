/**
 * What goes wrong with a socket, in one wording for all runtimes: they agree
 * neither on the class nor on the code of such errors.
 *
 * @module
 */

import { AbortedError, AuthenticationError, ConnectionError, type KafkaError } from "../errors.ts";
import type { Address } from "./transport.ts";

/** What one of the runtimes' errors means to us. */
interface Meaning {
  readonly code: string;
  /** How the sentence goes on after "as". */
  readonly because: string;
  readonly retriable?: boolean;
}

const REFUSED: Meaning = { code: "CONNECTION_REFUSED", because: "the connection was refused" };
const RESET: Meaning = { code: "CONNECTION_RESET", because: "it was reset by the other side" };
const TIMED_OUT: Meaning = {
  code: "CONNECTION_TIMED_OUT",
  because: "the other side did not answer",
};
const NOT_FOUND: Meaning = { code: "HOST_NOT_FOUND", because: "the name could not be resolved" };
const UNREACHABLE: Meaning = { code: "HOST_UNREACHABLE", because: "no route leads to it" };
const DENIED: Meaning = {
  code: "PERMISSION_DENIED",
  because: "the permission to use the network is missing",
  retriable: false,
};

/** By the code of Node and Bun, and by the class name of Deno where it gives no code. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ["ECONNREFUSED", REFUSED],
  ["ConnectionRefused", REFUSED],
  ["ECONNRESET", RESET],
  ["ECONNABORTED", RESET],
  ["EPIPE", RESET],
  ["ConnectionReset", RESET],
  ["ConnectionAborted", RESET],
  ["BrokenPipe", RESET],
  ["UnexpectedEof", RESET],
  ["ETIMEDOUT", TIMED_OUT],
  ["TimedOut", TIMED_OUT],
  ["ENOTFOUND", NOT_FOUND],
  ["EAI_AGAIN", NOT_FOUND],
  ["EAI_NONAME", NOT_FOUND],
  ["DNS_ENOTFOUND", NOT_FOUND],
  ["EHOSTUNREACH", UNREACHABLE],
  ["ENETUNREACH", UNREACHABLE],
  ["EADDRNOTAVAIL", UNREACHABLE],
  ["AddrNotAvailable", UNREACHABLE],
  ["HostUnreachable", UNREACHABLE],
  ["NetworkUnreachable", UNREACHABLE],
  ["EACCES", DENIED],
  ["EPERM", DENIED],
  ["PermissionDenied", DENIED],
  ["NotCapable", DENIED],
  ["ERR_ACCESS_DENIED", DENIED],
]);

/** What a failed TLS handshake means, by the codes of OpenSSL and BoringSSL as the runtimes spell them. */
const TLS_MEANINGS: readonly { readonly pattern: RegExp; readonly meaning: Meaning }[] = [
  {
    pattern:
      /UNABLE_TO_GET_ISSUER_CERT|SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF|CERT_UNTRUSTED|UnknownIssuer/,
    meaning: {
      code: "TLS_UNKNOWN_AUTHORITY",
      because: "its certificate was issued by an authority that is not trusted",
    },
  },
  {
    pattern: /ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH|NotValidForName/,
    meaning: { code: "TLS_HOST_MISMATCH", because: "its certificate is for another host" },
  },
  {
    pattern: /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CertExpired|CertNotYetValid/,
    meaning: {
      code: "TLS_CERTIFICATE_EXPIRED",
      because: "its certificate is not valid at this time",
    },
  },
  {
    pattern:
      /ALERT_CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|ALERT_UNKNOWN_CA|ALERT_CERTIFICATE_UNKNOWN|CertificateRequired/i,
    meaning: {
      code: "TLS_CLIENT_CERTIFICATE_REFUSED",
      because: "the other side refused our certificate, or wants one",
    },
  },
  {
    pattern: /alert.handshake.failure|HandshakeFailure/i,
    meaning: {
      code: "TLS_HANDSHAKE_REFUSED",
      because:
        "the other side refused the handshake: it may want a certificate of ours, or another version",
    },
  },
];

/**
 * Writes an address as people do.
 *
 * @param address The address.
 * @returns `host:port`, with brackets around an IPv6 address.
 */
export function formatAddress(address: Address): string {
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  return `${host}:${address.port}`;
}

/**
 * Makes the error of a connection that could not be opened.
 *
 * @param address Where to.
 * @param cause What the runtime said.
 * @returns The error, to be thrown by the caller.
 */
export function connectFailure(address: Address, cause: unknown): KafkaError {
  const peer = formatAddress(address);
  const tls = tlsMeaning(cause);
  if (tls !== undefined) {
    return new AuthenticationError(`Cannot connect to "${peer}" as ${tls.because}`, {
      cause,
      code: tls.code,
      broker: peer,
    });
  }
  const meaning = meaningOf(cause);
  const because = meaning === DENIED
    ? `the permission to use the network is missing for it (with Deno: --allow-net=${peer})`
    : meaning?.because ?? `of ${describe(cause)}`;
  return new ConnectionError(`Cannot connect to "${peer}" as ${because}`, {
    cause,
    code: meaning?.code ?? "CONNECTION_FAILED",
    retriable: meaning?.retriable ?? true,
    broker: peer,
  });
}

/**
 * Makes the error of an attempt to connect that was given up. A signal of
 * `AbortSignal.timeout` makes it a ConnectionError, as any other failure to
 * connect is.
 *
 * @param address Where to.
 * @param signal What was aborted.
 * @returns The error, to be thrown by the caller.
 */
export function connectAborted(address: Address, signal: AbortSignal): KafkaError {
  const peer = formatAddress(address);
  const reason: unknown = signal.reason;
  if (reason instanceof DOMException && reason.name === "TimeoutError") {
    return new ConnectionError(`Cannot connect to "${peer}" as it took too long`, {
      cause: reason,
      code: TIMED_OUT.code,
      broker: peer,
    });
  }
  return new AbortedError(`Cannot connect to "${peer}" as the signal was aborted`, {
    cause: reason,
    broker: peer,
  });
}

/**
 * Makes the error of a connection that broke.
 *
 * @param peer The other end.
 * @param cause What the runtime said.
 * @returns The error.
 */
export function connectionLost(peer: string, cause: unknown): KafkaError {
  const tls = tlsMeaning(cause);
  if (tls !== undefined) {
    return new AuthenticationError(`Lost the connection to "${peer}" as ${tls.because}`, {
      cause,
      code: tls.code,
      broker: peer,
    });
  }
  const meaning = meaningOf(cause);
  return new ConnectionError(
    `Lost the connection to "${peer}" as ${meaning?.because ?? `of ${describe(cause)}`}`,
    { cause, code: meaning?.code ?? "CONNECTION_LOST", broker: peer },
  );
}

/**
 * Makes the error for whoever uses a connection that was closed without a cause.
 *
 * @param peer The other end.
 * @returns The error.
 */
export function connectionClosed(peer: string): ConnectionError {
  return new ConnectionError(`Cannot use the connection to "${peer}" as it was closed`, {
    code: "CONNECTION_CLOSED",
    broker: peer,
  });
}

function tlsMeaning(cause: unknown): Meaning | undefined {
  const code = stringAt(cause, "code");
  const text = `${code ?? ""} ${cause instanceof Error ? cause.message : ""}`;
  // The codes of sockets are many and frequent, those of TLS few.
  if (code !== undefined && MEANINGS.has(code)) return undefined;
  return TLS_MEANINGS.find((entry) => entry.pattern.test(text))?.meaning;
}

function meaningOf(cause: unknown): Meaning | undefined {
  const code = stringAt(cause, "code") ?? "";
  const name = stringAt(cause, "name") ?? "";
  const known = MEANINGS.get(code) ?? MEANINGS.get(name);
  if (known !== undefined) return known;
  // Node gives one error for all addresses of a name.
  if (cause instanceof AggregateError && cause.errors.length > 0) return meaningOf(cause.errors[0]);
  // Deno has neither a class nor a code for a name that does not resolve.
  const message = cause instanceof Error ? cause.message : "";
  return /lookup address information|resolve host/i.test(message) ? NOT_FOUND : undefined;
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.message === "" ? cause.name : `"${cause.message}"`;
}

function stringAt(value: unknown, key: "code" | "name"): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const found = (value as Record<string, unknown>)[key];
  return typeof found === "string" ? found : undefined;
}
