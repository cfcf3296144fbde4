import { assert, assertEquals } from "@std/assert";
import { crc32c, crc32cByTable, crc32cCombine } from "../../src/record/crc32c.ts";
import { VECTOR_BLOCK_BYTES, wasmCrc32c } from "../../src/record/crc32c_wasm.ts";

/** Bit by bit, as the definition has it. */
function reference(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return ~crc >>> 0;
}

function sample(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 12345 + length;
  for (let i = 0; i < length; i++) bytes[i] = (state = Math.imul(state, 1103515245) + 12345) >>> 16;
  return bytes;
}

Deno.test("crc32c() agrees with the definition at every length and alignment up to 300", () => {
  const bytes = sample(310);
  for (let start = 0; start < 9; start++) {
    for (let length = 0; length <= 300; length++) {
      const part = bytes.subarray(start, start + length);
      assertEquals(crc32c(part), reference(part), `at ${start}, ${length} bytes`);
    }
  }
});

Deno.test("crc32c() agrees with the definition around the sizes where its method changes", () => {
  for (const size of [1023, 1024, 1025, 4095, 4096, 65_535, 65_536, 65_537, 262_145, 1_048_583]) {
    const bytes = sample(size + 3);
    for (const start of [0, 3]) {
      const part = bytes.subarray(start, start + size);
      assertEquals(crc32c(part), reference(part), `at ${start}, ${size} bytes`);
      assertEquals(crc32cByTable(part), reference(part), `at ${start}, ${size} bytes by table`);
    }
  }
});

Deno.test("wasmCrc32c() takes whole blocks only and says how many bytes they are", () => {
  // Without vectors in the runtime this test has nothing to show, so it insists on them: all that we support have them.
  const table = new Int32Array(256);
  for (let b = 0; b < 256; b++) {
    let crc = b;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
    table[b] = crc;
  }
  const vectors = wasmCrc32c(table, (zeros) => power(zeros), multiply);
  assert(vectors);
  const bytes = sample(40_000);
  for (const size of [0, 1023, 1024, 2047, 5000, 21_503, 40_000]) {
    const register = vectors.update(~0, bytes.subarray(0, size), 0);
    assertEquals(vectors.consumed, size - size % VECTOR_BLOCK_BYTES);
    assertEquals(~register >>> 0, reference(bytes.subarray(0, vectors.consumed)));
  }
});

Deno.test("wasmCrc32c() is undefined where WebAssembly is missing or forbidden", () => {
  const { WebAssembly: original } = globalThis;
  const forbidden = {
    Module: class {
      constructor() {
        throw new Error("refused by a policy");
      }
    },
  };
  for (const replacement of [undefined, forbidden]) {
    Object.defineProperty(globalThis, "WebAssembly", {
      value: replacement,
      configurable: true,
      writable: true,
    });
    try {
      assertEquals(wasmCrc32c(new Int32Array(256), power, multiply), undefined);
    } finally {
      Object.defineProperty(globalThis, "WebAssembly", {
        value: original,
        configurable: true,
        writable: true,
      });
    }
  }
});

/** Products of polynomials, by their definition. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 31; bit >= 0; bit--) {
    if ((a >>> bit) & 1) product ^= b;
    b = (b >>> 1) ^ (b & 1 ? 0x82f63b78 : 0);
  }
  return product;
}

function power(zeros: number): number {
  let product = 1 << 31;
  for (let i = 0; i < zeros; i++) product = multiply(1 << 23, product);
  return product;
}

Deno.test("crc32c() continues from a seed", () => {
  const bytes = sample(70_000);
  for (const middle of [0, 1, 63, 5000, 69_999, 70_000]) {
    const first = crc32c(bytes.subarray(0, middle));
    assertEquals(crc32c(bytes.subarray(middle), first), crc32c(bytes));
  }
});

Deno.test("crc32cCombine() gives the checksum of both parts joined", () => {
  const bytes = sample(100_001);
  for (const middle of [0, 1, 2, 40, 61, 99_999, 100_001]) {
    const first = crc32c(bytes.subarray(0, middle));
    const second = crc32c(bytes.subarray(middle));
    assertEquals(crc32cCombine(first, second, bytes.length - middle), crc32c(bytes));
  }
});
