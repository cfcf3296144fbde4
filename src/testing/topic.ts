/**
 * One topic.
 *
 * @module
 */

import type { RecordValidator } from "./options.ts";
import type { Partition } from "./partition.ts";
import type { ResolvedTopicConfig } from "./topic_config.ts";

/** One topic. */
export interface Topic {
  /** Its name. */
  readonly name: string;
  /** Its id. */
  readonly id: string;
  /** Its partitions by index. */
  readonly partitions: Partition[];
  /** Its configuration. */
  readonly config: ResolvedTopicConfig;
  /** A test's own check of the records. */
  validator: RecordValidator | undefined;
}

const LEGAL_NAME = /^[a-zA-Z0-9._-]+$/;
const MAX_NAME_LENGTH = 249;

/**
 * Says what is wrong with the name of a topic.
 *
 * @param name The name.
 * @returns What is wrong, or `undefined`.
 */
export function topicNameProblem(name: string): string | undefined {
  if (name === "") return "Topic name is invalid: the empty string is not allowed";
  if (name === "." || name === "..") return `Topic name is invalid: "${name}" is not allowed`;
  if (name.length > MAX_NAME_LENGTH) {
    return `Topic name is invalid: it has ${name.length} characters, and may have ${MAX_NAME_LENGTH}`;
  }
  if (!LEGAL_NAME.test(name)) {
    return `Topic name is invalid: "${name}" has characters other than ASCII letters and digits, ".", "_" and "-"`;
  }
  return undefined;
}
