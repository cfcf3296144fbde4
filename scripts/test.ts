/**
 * Runs the tests on Deno, Bun and Node, which come from npm where they are not at hand, and ends
 * with one line for all of them together.
 *
 * @module
 */

import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseTestArgs, type TestOptions, USAGE } from "./test/args.ts";
import { type FileGroup, findTestFiles, groupFiles, isIntegration } from "./test/discover.ts";
import { killWorkers, runGroup } from "./test/process.ts";
import { closingLine, type Counts, Reporter } from "./test/report.ts";
import { findRuntime, ROOT, type Runtime } from "./test/runtimes.ts";

const TIMEOUT_MS = 30_000;
const INTEGRATION_TIMEOUT_MS = 180_000;
const PROGRESS_MS = 30_000;

/** Prints a line on standard output. */
function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The files that the options ask for. */
function selectFiles(options: TestOptions): string[] {
  const tests = join(ROOT, "tests");
  if (options.paths.length > 0) {
    return [...new Set(options.paths.flatMap((path) => findTestFiles(resolve(path))))];
  }
  if (options.golden) return findTestFiles(join(tests, "golden"));
  if (options.integration) return findTestFiles(join(tests, "integration"));
  return findTestFiles(tests).filter((path) => !isIntegration(ROOT, path));
}

/** One group of files on one runtime. */
interface Piece {
  readonly group: FileGroup;
  readonly run: () => Promise<void>;
}

/** Runs pieces a few at a time, then one by one those that must be alone. */
async function runPieces(pieces: readonly Piece[], jobs: number): Promise<void> {
  const queue = pieces.filter(({ group }) => !group.alone);
  const lane = async (): Promise<void> => {
    for (let piece = queue.shift(); piece !== undefined; piece = queue.shift()) await piece.run();
  };
  await Promise.all(Array.from({ length: jobs }, lane));
  for (const piece of pieces) if (piece.group.alone) await piece.run();
}

/** Runs files on runtimes, prints failures as they come and returns the counts of each runtime. */
export async function runTests(
  runtimes: readonly Runtime[],
  filesOf: (runtime: Runtime) => readonly string[],
  options: TestOptions,
  env: Readonly<Record<string, string>> = {},
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "kafka-web-test-"));
  const started = Date.now();
  const reporters = new Map<Runtime, Reporter>();
  const pieces = runtimes.flatMap((runtime) => {
    const reporter = new Reporter(runtime.label, {
      root: ROOT,
      print,
      verbose: options.verbose,
      showPrints: options.golden || options.verbose,
    });
    reporters.set(runtime, reporter);
    const groups = groupFiles(filesOf(runtime), { groupSize: options.golden ? 1 : undefined });
    return groups.map((group): Piece => ({
      group,
      run: () =>
        runGroup({
          runtime,
          files: group.files,
          filter: options.filter,
          timeoutMs: options.timeoutMs ??
            (options.integration ? INTEGRATION_TIMEOUT_MS : TIMEOUT_MS),
          env,
          folder,
          report: (event) => reporter.report(event),
        }),
    }));
  });
  const progress = setInterval(() => {
    for (const reporter of reporters.values()) {
      const line = reporter.progress();
      if (line !== undefined) print(line);
    }
  }, PROGRESS_MS);
  try {
    await runPieces(
      pieces,
      options.jobs ?? (options.integration ? 1 : Math.min(4, availableParallelism())),
    );
  } finally {
    clearInterval(progress);
    rmSync(folder, { recursive: true, force: true });
  }
  const failures = [...reporters.values()].flatMap((reporter) => reporter.failures);
  if (failures.length > 0) {
    print("\nFailed:");
    for (const title of failures) print(`  ${title}`);
  }
  print(`\n${Math.round((Date.now() - started) / 100) / 10} s`);
  let passed = 0;
  let failed = 0;
  for (const [runtime, { counts }] of reporters) {
    print(`${runtime.label} ${runtime.version}: ${closingLine(counts)}`);
    passed += counts.passed;
    failed += counts.failed;
  }
  return { passed, failed };
}

/** Runs the tests with a real Kafka beside them when they need one. */
async function runWithKafka(
  runtimes: readonly Runtime[],
  files: readonly string[],
  options: TestOptions,
): Promise<Counts> {
  if (!files.some((path) => isIntegration(ROOT, path))) {
    return await runTests(runtimes, () => files, options);
  }
  const { startKafka } = await import("./kafka.ts");
  const { SHARED_CLUSTER } = await import("./kafka/shared.ts");
  const kafka = await startKafka({ ...SHARED_CLUSTER, log: print });
  try {
    const env = { KAFKA_WEB_BROKERS: kafka.bootstrap };
    return await runTests(runtimes, () => files, { ...options, integration: true }, env);
  } finally {
    await kafka.stop();
  }
}

async function main(): Promise<number> {
  const options = parseTestArgs(process.argv.slice(2));
  if (options.help) {
    print(USAGE);
    return 0;
  }
  const files = selectFiles(options);
  const runtimes = await Promise.all(options.runtimes.map(findRuntime));
  for (const { label, version, note } of runtimes) {
    print(`${label} ${version}${note === undefined ? "" : ` (${note})`}`);
  }
  const counts = await runWithKafka(runtimes, files, options);
  if (counts.passed + counts.failed === 0) {
    print("No test ran");
    print(closingLine({ passed: 0, failed: 1 }));
    return 1;
  }
  print(closingLine(counts));
  return counts.failed === 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      killWorkers();
      process.exit(signal === "SIGINT" ? 130 : 143);
    });
  }
  process.exitCode = await main().catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    print(closingLine({ passed: 0, failed: 1 }));
    return 1;
  });
}
