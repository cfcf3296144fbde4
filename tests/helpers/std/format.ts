/**
 * Prints values for assertion messages, alike on every runtime.
 *
 * @module
 */

const MAX_LENGTH = 8_000;
const MAX_BYTES = 64;
const MAX_ITEMS = 100;

function formatBytes(value: Uint8Array, name: string): string {
  const hex = Array.from(
    value.subarray(0, MAX_BYTES),
    (byte) => byte.toString(16).padStart(2, "0"),
  ).join(" ");
  const rest = value.length > MAX_BYTES ? ` ... ${value.length - MAX_BYTES} more` : "";
  return `${name}(${value.length}) <${hex}${rest}>`;
}

function formatKey(key: string | symbol): string {
  if (typeof key === "symbol") return `[${String(key)}]`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

function wrap(open: string, items: readonly string[], close: string, indent: string): string {
  if (items.length === 0) return open + close;
  const flat = `${open} ${items.join(", ")} ${close}`;
  if (flat.length <= 80 && !flat.includes("\n")) return flat;
  const inner = `${indent}  `;
  return `${open}\n${inner}${items.join(`,\n${inner}`)},\n${indent}${close}`;
}

function formatInner(value: unknown, indent: string, path: readonly object[]): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "bigint":
      return `${value}n`;
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "symbol":
      return String(value);
    case "function":
      return `[Function ${value.name || "(anonymous)"}]`;
    case "object":
      break;
    default:
      return String(value);
  }
  if (value === null) return "null";
  if (path.includes(value)) return "[Circular]";
  const name = value.constructor?.name ?? "[Object: null prototype]";
  if (value instanceof Uint8Array) return formatBytes(value, name);
  if (value instanceof ArrayBuffer) return formatBytes(new Uint8Array(value), name);
  if (value instanceof Date) return `Date(${Number.isNaN(+value) ? "NaN" : value.toISOString()})`;
  if (value instanceof RegExp || value instanceof URL) return String(value);
  if (path.length > 12) return `[${name}]`;
  const deeper = [...path, value];
  const inner = `${indent}  `;
  const item = (entry: unknown): string => formatInner(entry, inner, deeper);
  const cut = (items: string[], size: number): string[] =>
    size > MAX_ITEMS ? [...items, `... ${size - MAX_ITEMS} more`] : items;
  if (value instanceof Set) {
    return wrap(
      `Set(${value.size}) {`,
      cut([...value].slice(0, MAX_ITEMS).map(item), value.size),
      "}",
      indent,
    );
  }
  if (value instanceof Map) {
    const entries = [...value].slice(0, MAX_ITEMS).map(([k, v]) => `${item(k)} => ${item(v)}`);
    return wrap(`Map(${value.size}) {`, cut(entries, value.size), "}", indent);
  }
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && Symbol.iterator in value)) {
    const all = Array.from(value as Iterable<unknown>);
    const prefix = Array.isArray(value) ? "" : `${name}(${all.length}) `;
    return wrap(`${prefix}[`, cut(all.slice(0, MAX_ITEMS).map(item), all.length), "]", indent);
  }
  const keys = Reflect.ownKeys(value).filter((key) =>
    Object.prototype.propertyIsEnumerable.call(value, key)
  );
  const fields = keys.slice(0, MAX_ITEMS).map((key) =>
    `${formatKey(key)}: ${item(Reflect.get(value, key))}`
  );
  if (value instanceof Error) {
    return wrap(`${value.name}(${JSON.stringify(value.message)}) {`, fields, "}", indent);
  }
  const prefix = name === "Object" ? "" : `${name} `;
  return wrap(`${prefix}{`, cut(fields, keys.length), "}", indent);
}

/** Prints a value for a message: nested, bytes as hexadecimal, long content shortened. */
export function format(value: unknown): string {
  const text = formatInner(value, "", []);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)} ...` : text;
}

/** Two values as lines, those that differ marked with - (actual) and + (expected). */
export function formatDifference(actual: unknown, expected: unknown): string {
  const left = format(actual).split("\n");
  const right = format(expected).split("\n");
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head++;
  let tail = 0;
  while (
    tail < left.length - head && tail < right.length - head &&
    left[left.length - 1 - tail] === right[right.length - 1 - tail]
  ) tail++;
  const context = 3;
  const lines = [
    "    [actual -] / [expected +]",
    ...left.slice(Math.max(0, head - context), head).map((line) => `    ${line}`),
    ...left.slice(head, left.length - tail).map((line) => `-   ${line}`),
    ...right.slice(head, right.length - tail).map((line) => `+   ${line}`),
    ...left.slice(left.length - tail, left.length - tail + context).map((line) => `    ${line}`),
  ];
  return lines.join("\n");
}
