import { assertEquals, assertThrows } from "@std/assert";
import { parseAddress } from "../../src/network/address.ts";

const GOOD: readonly (readonly [string, string, number])[] = [
  ["localhost:9093", "localhost", 9093],
  ["localhost", "localhost", 9092],
  [" broker.example.com:1 ", "broker.example.com", 1],
  ["10.0.0.1:65535", "10.0.0.1", 65535],
  ["[::1]:9094", "::1", 9094],
  ["[2001:db8::1]", "2001:db8::1", 9092],
  ["::1", "::1", 9092],
  ["[fe80::1%eth0]:9092", "fe80::1%eth0", 9092],
  ["::ffff:10.0.0.1", "::ffff:10.0.0.1", 9092],
];

for (const [text, host, port] of GOOD) {
  Deno.test(`parseAddress() reads ${JSON.stringify(text)}`, () => {
    assertEquals(parseAddress(text), { host, port });
  });
}

const BAD = [
  "",
  "  ",
  ":9092",
  "host:",
  "host:0",
  "host:65536",
  "host:9092x",
  "host:-1",
  "[::1",
  "[::1]9092",
  "[localhost]:9092",
  "kafka://host:9092",
  "a b:9092",
  "host/path",
  "a:b:c",
];

for (const text of BAD) {
  Deno.test(`parseAddress() refuses ${JSON.stringify(text)} naming the option and the value`, () => {
    const error = assertThrows(() => parseAddress(text), TypeError);
    assertEquals(error.message.includes('"brokers"'), true, error.message);
    assertEquals(error.message.endsWith(JSON.stringify(text)), true, error.message);
  });
}
