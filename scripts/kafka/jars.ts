/**
 * Brings Kafka's jars from Maven Central, once per version, into the user's cache folder.
 *
 * @module
 */

import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";

/** The version that is used when none is asked for. */
export const DEFAULT_VERSION = "4.3.1";

const SLF4J_VERSION = "1.7.36";

/** How a command ended and what it wrote. */
export interface ToolResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. Its input is given at once, or later through `feed`. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: {
    readonly input?: string | Uint8Array;
    readonly signal?: AbortSignal;
    readonly timeoutMs?: number;
    readonly cwd?: string;
  } = {},
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "pipe", cwd: options.cwd });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => stdout += text);
    child.stderr.setEncoding("utf8").on("data", (text: string) => stderr += text);
    const kill = (): void => {
      child.kill("SIGKILL");
    };
    options.signal?.addEventListener("abort", kill, { once: true });
    if (options.signal?.aborted) kill();
    const timer = options.timeoutMs === undefined ? undefined : setTimeout(kill, options.timeoutMs);
    const settle = (): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", kill);
    };
    child.on("error", (error) => {
      settle();
      reject(new Error(`Cannot run ${command}: is it installed?`, { cause: error }));
    });
    child.on("close", (status) => {
      settle();
      resolve({ status: status ?? 1, stdout, stderr });
    });
    // A tool that ends without reading its input is no error of ours.
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
  });
}

/** The Java that runs Kafka: that of JAVA_HOME, else the one on the path. */
export function javaCommand(): string {
  const home = process.env.JAVA_HOME;
  return home ? join(home, "bin", "java") : "java";
}

function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME ||
    (process.platform === "win32" && process.env.LOCALAPPDATA) ||
    join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache");
  return join(base, "kafka-web");
}

/** The project file that names what Kafka needs at run time. */
export function pom(version: string): string {
  const dependency = (group: string, artifact: string, at: string): string =>
    `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId>` +
    `<version>${at}</version></dependency>`;
  return [
    `<project xmlns="http://maven.apache.org/POM/4.0.0">`,
    `  <modelVersion>4.0.0</modelVersion>`,
    `  <groupId>kafka-web</groupId><artifactId>kafka-jars</artifactId><version>1</version>`,
    `  <packaging>pom</packaging>`,
    `  <dependencies>`,
    dependency("org.apache.kafka", "kafka_2.13", version),
    dependency("org.apache.kafka", "kafka-tools", version),
    dependency("org.slf4j", "slf4j-simple", SLF4J_VERSION),
    `  </dependencies>`,
    `</project>`,
    ``,
  ].join("\n");
}

/** The folder with the jars of a version, fetched by Maven when it is not there yet. */
export async function jarFolder(version: string, log: (line: string) => void): Promise<string> {
  const folder = join(cacheFolder(), `kafka-${version}`);
  if (existsSync(folder)) return folder;
  log(`Fetching the jars of Kafka ${version}`);
  mkdirSync(dirname(folder), { recursive: true });
  // Several processes may fetch at once: each fills a folder of its own, the first rename wins.
  const own = mkdtempSync(`${folder}-`);
  try {
    writeFileSync(join(own, "pom.xml"), pom(version));
    const jars = join(own, "lib");
    const result = await runCommand("mvn", [
      "-B",
      "-q",
      "-f",
      join(own, "pom.xml"),
      "dependency:copy-dependencies",
      "-DincludeScope=runtime",
      `-DoutputDirectory=${jars}`,
    ], { timeoutMs: 600_000 });
    if (result.status !== 0) {
      throw new Error(
        `Cannot fetch the jars of Kafka ${version}: Maven ended with status ${result.status}\n` +
          result.stdout + result.stderr,
      );
    }
    try {
      renameSync(jars, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
    }
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  return folder;
}

/** The class path of a version. */
export async function classPath(version: string, log: (line: string) => void): Promise<string> {
  const folder = await jarFolder(version, log);
  // Two bindings of slf4j would make every tool print a warning.
  const jars = readdirSync(folder).filter((name) =>
    name.endsWith(".jar") && !/^slf4j-(reload4j|log4j12)/.test(name)
  );
  return jars.sort().map((name) => join(folder, name)).join(delimiter);
}
