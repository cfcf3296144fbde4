/**
 * The APIs that the embedded broker serves.
 *
 * @module
 */

import type { ApiHandler } from "../handler.ts";
import { produceHandler } from "./00_produce.ts";
import { fetchHandler } from "./01_fetch.ts";
import { listOffsetsHandler } from "./02_list_offsets.ts";
import { metadataHandler } from "./03_metadata.ts";
import { apiVersionsHandler } from "./18_api_versions.ts";
import { initProducerIdHandler } from "./22_init_producer_id.ts";

/** Every handler, by API key. */
export const HANDLERS: readonly ApiHandler[] = [
  produceHandler,
  fetchHandler,
  listOffsetsHandler,
  metadataHandler,
  apiVersionsHandler,
  initProducerIdHandler,
];
