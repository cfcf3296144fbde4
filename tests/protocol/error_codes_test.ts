import { assertEquals } from "@std/assert";
import { ERROR_CODES, errorCode, ErrorCodes } from "../../src/protocol/error_codes.ts";

Deno.test("errorCode() knows number, name and whether Kafka retries", () => {
  assertEquals(errorCode(0), { code: 0, name: "NONE", retriable: false });
  assertEquals(errorCode(-1), { code: -1, name: "UNKNOWN_SERVER_ERROR", retriable: false });
  assertEquals(errorCode(3), { code: 3, name: "UNKNOWN_TOPIC_OR_PARTITION", retriable: true });
  assertEquals(errorCode(ErrorCodes.NOT_LEADER_OR_FOLLOWER), {
    code: 6,
    name: "NOT_LEADER_OR_FOLLOWER",
    retriable: true,
  });
  assertEquals(errorCode(47), { code: 47, name: "INVALID_PRODUCER_EPOCH", retriable: false });
  assertEquals(errorCode(113).name, "STALE_MEMBER_EPOCH");
});

Deno.test("errorCode() names a code that Kafka 4.3 does not have", () => {
  for (const code of [-2, 9999]) {
    assertEquals(errorCode(code), { code, name: `UNKNOWN_${code}`, retriable: false });
  }
});

Deno.test("ERROR_CODES lists every code once, by ascending number", () => {
  assertEquals(ERROR_CODES.map(({ code }) => code), ERROR_CODES.map((_, index) => index - 1));
  assertEquals(Object.keys(ErrorCodes).length, ERROR_CODES.length);
});
