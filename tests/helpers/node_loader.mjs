/**
 * Lets Node resolve what the import map of the tests names. Load it with `--import`.
 *
 * @module
 */

import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";

const mapUrl = new URL("./import_map.json", import.meta.url);
const { imports } = JSON.parse(readFileSync(mapUrl, "utf8"));

registerHooks({
  resolve(specifier, context, nextResolve) {
    const target = Object.hasOwn(imports, specifier) ? imports[specifier] : undefined;
    if (target === undefined) return nextResolve(specifier, context);
    return nextResolve(new URL(target, mapUrl).href, context);
  },
});
