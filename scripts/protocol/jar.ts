/**
 * Reads Kafka's message schemas out of a `kafka-clients` jar.
 *
 * @module
 */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";

/** The version of Kafka whose schemas are in the tree. */
export const KAFKA_VERSION: string = "4.3.1";

const SCHEMA_PATH = /^common\/message\/(\w+)\.json$/;

/**
 * Gets the jar of the pinned version through Maven, unless it is in the cache already.
 *
 * @returns Its path.
 */
export function fetchJar(): string {
  const directory = join(tmpdir(), "kafka-web-jars");
  const jar = join(directory, `kafka-clients-${KAFKA_VERSION}.jar`);
  if (!existsSync(jar)) {
    mkdirSync(directory, { recursive: true });
    execFileSync("mvn", [
      "-q",
      "dependency:copy",
      `-Dartifact=org.apache.kafka:kafka-clients:${KAFKA_VERSION}`,
      `-DoutputDirectory=${directory}`,
    ], { stdio: "inherit" });
  }
  return jar;
}

/**
 * Reads the schemas.
 *
 * @param path The path of the jar.
 * @returns The texts by message name, sorted by it.
 */
export function readSchemas(path: string): Map<string, string> {
  const found: [string, string][] = [];
  for (const [name, content] of zipEntries(readFileSync(path))) {
    const match = SCHEMA_PATH.exec(name);
    if (match !== null) found.push([match[1], new TextDecoder().decode(content())]);
  }
  if (found.length === 0) throw new Error(`Cannot find message schemas in ${path}`);
  return new Map(found.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The entries of a zip archive, by its central directory. */
function* zipEntries(archive: Uint8Array): Generator<[string, () => Uint8Array]> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error("Cannot read the jar: it is not a zip archive");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    yield [name, () => {
      const start = local + 30 + view.getUint16(local + 26, true) +
        view.getUint16(local + 28, true);
      const data = archive.subarray(start, start + size);
      return method === 0 ? data : new Uint8Array(inflateRawSync(data));
    }];
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
