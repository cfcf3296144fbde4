import { assertEquals, assertInstanceOf, assertStrictEquals } from "@std/assert";
import { AbortedError, AuthenticationError, ConnectionError } from "../../src/errors.ts";
import {
  connectAborted,
  connectFailure,
  connectionClosed,
  connectionLost,
  formatAddress,
} from "../../src/transport/failure.ts";

const ADDRESS = { host: "broker", port: 9092 };

function withCode(code: string): Error {
  return Object.assign(new Error("as the runtime says"), { code });
}

/** What Deno throws: a class name, and not always a code. */
function withName(name: string, message = "as Deno says"): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

Deno.test("formatAddress() puts brackets around an IPv6 address", () => {
  assertEquals(formatAddress(ADDRESS), "broker:9092");
  assertEquals(formatAddress({ host: "::1", port: 1 }), "[::1]:1");
});

Deno.test("connectFailure() tells the runtimes' errors apart", () => {
  const cases: [Error, string, boolean][] = [
    [withCode("ECONNREFUSED"), "CONNECTION_REFUSED", true],
    [withName("ConnectionRefused"), "CONNECTION_REFUSED", true],
    [withCode("ETIMEDOUT"), "CONNECTION_TIMED_OUT", true],
    [withName("TimedOut"), "CONNECTION_TIMED_OUT", true],
    [withCode("ENOTFOUND"), "HOST_NOT_FOUND", true],
    [withCode("EAI_AGAIN"), "HOST_NOT_FOUND", true],
    [withName("Error", "failed to lookup address information: unknown"), "HOST_NOT_FOUND", true],
    [withCode("EHOSTUNREACH"), "HOST_UNREACHABLE", true],
    [withCode("ENETUNREACH"), "HOST_UNREACHABLE", true],
    [withCode("ECONNRESET"), "CONNECTION_RESET", true],
    [withName("NotCapable"), "PERMISSION_DENIED", false],
    [withName("PermissionDenied"), "PERMISSION_DENIED", false],
    [withCode("EWHATEVER"), "CONNECTION_FAILED", true],
  ];
  for (const [cause, code, retriable] of cases) {
    const error = connectFailure(ADDRESS, cause);
    assertInstanceOf(error, ConnectionError);
    assertEquals([error.code, error.retriable, error.broker], [code, retriable, "broker:9092"]);
    assertStrictEquals(error.cause, cause);
  }
});

Deno.test("connectFailure() says what failed and why", () => {
  assertEquals(
    connectFailure(ADDRESS, withCode("ECONNREFUSED")).message,
    `Cannot connect to "broker:9092" as the connection was refused`,
  );
  assertEquals(
    connectFailure(ADDRESS, withName("NotCapable")).message,
    `Cannot connect to "broker:9092" as the permission to use the network is missing for it ` +
      `(with Deno: --allow-net=broker:9092)`,
  );
  assertEquals(
    connectFailure(ADDRESS, withCode("EWHATEVER")).message,
    `Cannot connect to "broker:9092" as of "as the runtime says"`,
  );
  assertEquals(connectFailure(ADDRESS, "odd").message, `Cannot connect to "broker:9092" as of odd`);
});

Deno.test("connectFailure() takes the first reason when all addresses of a name failed", () => {
  const cause = new AggregateError([withCode("ECONNREFUSED"), withCode("ENETUNREACH")]);
  assertEquals(connectFailure(ADDRESS, cause).code, "CONNECTION_REFUSED");
});

Deno.test("connectFailure() gives an AuthenticationError for what TLS refuses", () => {
  const cases: [string, string][] = [
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "TLS_UNKNOWN_AUTHORITY"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "TLS_UNKNOWN_AUTHORITY"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "TLS_HOST_MISMATCH"],
    ["CERT_HAS_EXPIRED", "TLS_CERTIFICATE_EXPIRED"],
    ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "TLS_CLIENT_CERTIFICATE_REFUSED"],
    ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "TLS_HANDSHAKE_REFUSED"],
  ];
  for (const [code, expected] of cases) {
    for (
      const error of [
        connectFailure(ADDRESS, withCode(code)),
        connectionLost("a:1", withCode(code)),
      ]
    ) {
      assertInstanceOf(error, AuthenticationError);
      assertEquals([error.code, error.retriable], [expected, false]);
    }
  }
});

Deno.test("connectAborted() keeps the signal's reason", () => {
  const reason = new Error("enough");
  const error = connectAborted(ADDRESS, AbortSignal.abort(reason));
  assertInstanceOf(error, AbortedError);
  assertEquals(error.message, `Cannot connect to "broker:9092" as the signal was aborted`);
  assertStrictEquals(error.cause, reason);
});

Deno.test("connectAborted() gives a ConnectionError when the signal timed out", () => {
  const reason = new DOMException("timed out", "TimeoutError");
  const error = connectAborted(ADDRESS, AbortSignal.abort(reason));
  assertInstanceOf(error, ConnectionError);
  assertEquals([error.code, error.retriable], ["CONNECTION_TIMED_OUT", true]);
  assertEquals(error.message, `Cannot connect to "broker:9092" as it took too long`);
});

Deno.test("connectionLost() tells a reset from other ends", () => {
  for (const cause of [withCode("EPIPE"), withCode("ECONNRESET"), withName("BrokenPipe")]) {
    const error = connectionLost("broker:9092", cause);
    assertEquals([error.code, error.retriable], ["CONNECTION_RESET", true]);
    assertEquals(
      error.message,
      `Lost the connection to "broker:9092" as it was reset by the other side`,
    );
  }
  assertEquals(connectionLost("broker:9092", withCode("EWHATEVER")).code, "CONNECTION_LOST");
});

Deno.test("connectionClosed() is retriable, as the broker may be connected to again", () => {
  const error = connectionClosed("broker:9092");
  assertEquals([error.code, error.retriable], ["CONNECTION_CLOSED", true]);
});
