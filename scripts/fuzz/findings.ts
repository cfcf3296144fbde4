/**
 * The findings that are kept as regression vectors, one file of JSON lines per target.
 *
 * @module
 */

import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fromHex, toHex } from "../../tests/helpers/golden.ts";
import { type FuzzCase, TARGET_NAMES, type TargetName } from "./case.ts";

/** The folder of the regression vectors. */
export const FINDINGS_FOLDER: string = fileURLToPath(
  new URL("../../tests/testdata/fuzz", import.meta.url),
);

/** A case that once failed. */
export interface Finding {
  readonly given: FuzzCase;
  /** The property that did not hold. */
  readonly rule: string;
  /** What was seen. */
  readonly message: string;
}

/** A line of a file of findings. */
interface FindingLine {
  readonly target: TargetName;
  readonly kind: string;
  readonly params: FuzzCase["params"];
  readonly hex: string;
  readonly rule: string;
  readonly message: string;
}

/** Writes a finding behind the others of its target, unless it is there; tells where. */
export function storeFinding(finding: Finding, folder: string = FINDINGS_FOLDER): string {
  const { given, rule, message } = finding;
  const path = join(folder, `${given.target}.jsonl`);
  const line: FindingLine = {
    target: given.target,
    kind: given.kind,
    params: given.params,
    hex: toHex(given.bytes),
    rule,
    message: message.slice(0, 300).replace(/[^\n -~]/g, "?"),
  };
  const known = loadFindings(folder).some(({ given: { target, kind, params, bytes } }) =>
    target === line.target && kind === line.kind && toHex(bytes) === line.hex &&
    JSON.stringify(params) === JSON.stringify(line.params)
  );
  if (!known) {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, `${JSON.stringify(line)}\n`);
  }
  return path;
}

/** All findings that are kept. */
export function loadFindings(folder: string = FINDINGS_FOLDER): Finding[] {
  return TARGET_NAMES.flatMap((name) => {
    const path = join(folder, `${name}.jsonl`);
    if (!existsSync(path)) return [];
    return readFileSync(path, "utf8").split("\n").filter((line) => line !== "").map((text) => {
      const { target, kind, params, hex, rule, message }: FindingLine = JSON.parse(text);
      return { given: { target, kind, params, bytes: fromHex(hex) }, rule, message };
    });
  });
}
