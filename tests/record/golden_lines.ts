import { readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const FOLDER = process.env.GOLDEN_DIR ??
  fileURLToPath(new URL("../testdata/golden", import.meta.url));

/** Checks every line of a file of golden vectors, prints how many passed, and fails unless all did. */
export async function goldenLines<Line>(
  name: string,
  check: (line: Line, index: number) => void | Promise<void>,
): Promise<void> {
  const text = gunzipSync(readFileSync(`${FOLDER}/${name}.jsonl.gz`)).toString("utf8");
  const lines = text.split("\n").filter((line) => line !== "");
  const failures: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = JSON.parse(lines[i]);
    try {
      await check(line, i);
    } catch (error) {
      const label = [line.case, line.codec, line.variant, line.magic, line.compression]
        .filter((part) => part !== undefined).join(" ");
      failures.push(`line ${i + 1} (${label}): ${String(error).slice(0, 300)}`);
    }
  }
  console.log(`${name}: ${lines.length - failures.length} of ${lines.length} vectors passed`);
  if (lines.length === 0) throw new Error(`${name} holds no vectors`);
  if (failures.length > 0) {
    throw new Error(
      `${failures.length} of ${lines.length} failed:\n${failures.slice(0, 10).join("\n")}`,
    );
  }
}

/** Bytes from their hexadecimal digits. */
export function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}

/** The hexadecimal digits of bytes. */
export function toHex(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return hex;
}
