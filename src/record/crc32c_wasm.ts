/**
 * CRC-32C in WebAssembly with 128-bit vectors. The module is assembled here,
 * so that no binary has to be trusted or loaded.
 *
 * A block is cut into 16 streams of equal length, one for each byte of a
 * vector. Sixteen bytes of every stream are loaded and transposed, so that a
 * vector holds one byte of each. A step of the checksum,
 * `crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff]`, is linear, so the table is
 * the sum of one over the low and one over the high half of its index: 16
 * entries each, which a byte shuffle looks up for all streams at once. The four
 * bytes of the 16 checksums live in four vectors. In the end the streams'
 * checksums are joined, as {@linkcode crc32cCombine} does.
 *
 * @module
 */

/** The streams of a block. */
const STREAMS = 16;
/** Where the tables for the shuffles lie in the memory: low half, then high half, four each. */
const TABLES_AT = 0;
/** Where the checksums of the streams are left. */
const RESULT_AT = 128;
/** Where the bytes are copied to. */
const DATA_AT = 256;
const PAGES = 1;
/** How long the streams of a block may be, in bytes: blocks of 16 KiB, 4 KiB and 1 KiB. */
const STREAM_BYTES: readonly number[] = [1024, 256, 64];

const I32 = 0x7f;
const V128 = 0x7b;

// The locals of the function. The first two are its parameters.
const POINTER = 0;
const LENGTH = 1;
const END = 2;
const ADDRESS = 3;
const LOW_TABLES = 4;
const HIGH_TABLES = 8;
const STATE = 12;
const INDEX = 16;
const LOW = 17;
const HIGH = 18;
const LOW_MASK = 19;
const EVEN_MASK = 20;
const ROWS = 21;
const OTHER_ROWS = 37;
const VECTOR_LOCALS = 53 - LOW_TABLES;

function leb(value: number): number[] {
  const bytes: number[] = [];
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  bytes.push(value);
  return bytes;
}

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const tee = (local: number): number[] => [0x22, local];
const add = [0x6a];
const xor = [0xfd, 0x51];
const and = [0xfd, 0x4e];
const load = (offset: number): number[] => [0xfd, 0x00, 0, ...leb(offset)];
const store = (offset: number): number[] => [0xfd, 0x0b, 0, ...leb(offset)];
const i32 = (value: number): number[] => [0x41, value];

/** Every even byte of two vectors as one, or every odd one. A shuffle would do too, but not every engine is quick with those. */
function deinterleave(first: number, second: number, odd: boolean): number[] {
  const half = odd ? [...i32(8), 0xfd, 0x8d, 0x01] : [...get(EVEN_MASK), ...and];
  return [...get(first), ...half, ...get(second), ...half, 0xfd, 0x66];
}

/** The body of `(pointer, length)`: sixteen streams of that length, one behind the other. */
function body(swizzle: readonly number[]): number[] {
  const code: number[] = [];
  const put = (...parts: readonly (readonly number[])[]) => {
    for (const part of parts) code.push(...part);
  };
  for (let k = 0; k < 8; k++) put(i32(0), load(TABLES_AT + 16 * k), set(LOW_TABLES + k));
  put([0xfd, 0x0c, ...new Array<number>(16).fill(0x0f)], set(LOW_MASK));
  put([0xfd, 0x0c, ...new Array<number[]>(8).fill([0xff, 0]).flat()], set(EVEN_MASK));
  put(get(POINTER), get(LENGTH), add, set(END));
  put([0x03, 0x40]);
  put(get(POINTER), tee(ADDRESS), load(0), set(ROWS));
  for (let row = 1; row < STREAMS; row++) {
    put(get(ADDRESS), get(LENGTH), add, tee(ADDRESS), load(0), set(ROWS + row));
  }
  // Each round rotates the eight bits of (row, column) by one: after four they have changed places.
  for (let round = 0; round < 4; round++) {
    const [from, to] = round % 2 === 0 ? [ROWS, OTHER_ROWS] : [OTHER_ROWS, ROWS];
    for (let pair = 0; pair < 8; pair++) {
      const first = from + 2 * pair;
      put(deinterleave(first, first + 1, false), set(to + pair));
      put(deinterleave(first, first + 1, true), set(to + pair + 8));
    }
  }
  for (let row = 0; row < STREAMS; row++) {
    put(get(STATE), get(ROWS + row), xor, tee(INDEX), get(LOW_MASK), and, set(LOW));
    put(get(INDEX), i32(4), [0xfd, 0x6d], set(HIGH));
    for (let k = 0; k < 4; k++) {
      put(get(LOW_TABLES + k), get(LOW), swizzle, get(HIGH_TABLES + k), get(HIGH), swizzle, xor);
      if (k < 3) put(get(STATE + k + 1), xor);
      put(set(STATE + k));
    }
  }
  put(get(POINTER), i32(16), add, tee(POINTER), get(END), [0x49], [0x0d, 0]);
  put([0x0b]);
  for (let k = 0; k < 4; k++) put(i32(0), get(STATE + k), store(RESULT_AT + 16 * k));
  put([0x0b]);
  return code;
}

/** Assembles the module: one function, `f`, and its memory, `m`. */
function assemble(swizzle: readonly number[]): Uint8Array<ArrayBuffer> {
  const section = (
    id: number,
    content: readonly number[],
  ) => [id, ...leb(content.length), ...content];
  const locals = [2, 2, I32, VECTOR_LOCALS, V128];
  const code = [...locals, ...body(swizzle)];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 2, I32, I32, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, PAGES]),
    ...section(7, [2, 1, 0x66, 0, 0, 1, 0x6d, 2, 0]),
    ...section(10, [1, ...leb(code.length), ...code]),
  ]);
}

/** A lookup that leaves an index over 15 undefined saves an instruction; not every runtime has it. */
const SWIZZLES: readonly (readonly number[])[] = [[0xfd, 0x80, 0x02], [0xfd, 0x0e]];

interface Exports {
  readonly f: (pointer: number, length: number) => void;
  readonly m: WebAssembly.Memory;
}

function instantiate(): Exports | undefined {
  for (const swizzle of SWIZZLES) {
    try {
      const instance = new WebAssembly.Instance(new WebAssembly.Module(assemble(swizzle)));
      return instance.exports as unknown as Exports;
    } catch {
      // No vectors, no WebAssembly, or a policy against it.
    }
  }
  return undefined;
}

/** What advances a checksum over the bytes it is given; what remains is less than a block. */
export interface WasmCrc32c {
  /**
   * Advances the register over whole blocks.
   *
   * @param register The register: the inverted checksum.
   * @param bytes The bytes.
   * @param start Where to start.
   * @returns The register after the blocks, of which there are {@linkcode WasmCrc32c.consumed} bytes.
   */
  update(register: number, bytes: Uint8Array, start: number): number;
  /** How many bytes the last update took. */
  consumed: number;
}

/**
 * Makes the checksum on vectors.
 *
 * @param table The 256 entries of the byte-wise table.
 * @param power Gives x^(8 n) modulo the polynomial.
 * @param multiply Multiplies modulo the polynomial.
 * @returns The checksum, or `undefined` where the runtime lacks what it needs.
 */
export function wasmCrc32c(
  table: Int32Array,
  power: (bytes: number) => number,
  multiply: (a: number, b: number) => number,
): WasmCrc32c | undefined {
  const exports = instantiate();
  if (exports === undefined) return undefined;
  const { f } = exports;
  const memory = new Uint8Array(exports.m.buffer);
  const words = new Int32Array(exports.m.buffer);
  for (let k = 0; k < 4; k++) {
    for (let nibble = 0; nibble < 16; nibble++) {
      memory[TABLES_AT + 16 * k + nibble] = table[nibble] >>> (8 * k);
      memory[TABLES_AT + 64 + 16 * k + nibble] = table[nibble << 4] >>> (8 * k);
    }
  }
  const joins = STREAM_BYTES.map((length) => joinTable(power(length), multiply));

  return {
    consumed: 0,
    update(register: number, bytes: Uint8Array, start: number): number {
      let position = start;
      for (let level = 0; level < STREAM_BYTES.length; level++) {
        const length = STREAM_BYTES[level];
        const block = STREAMS * length;
        const join = joins[level];
        while (bytes.length - position >= block) {
          memory.set(
            position === 0 && bytes.length === block
              ? bytes
              : bytes.subarray(position, position + block),
            DATA_AT,
          );
          // A register at the start is the same as its bytes added to the first four.
          words[DATA_AT >> 2] ^= register;
          f(DATA_AT, length);
          register = 0;
          for (let i = RESULT_AT; i < RESULT_AT + STREAMS; i++) {
            register = join[register & 0xff] ^ join[256 + ((register >>> 8) & 0xff)] ^
              join[512 + ((register >>> 16) & 0xff)] ^ join[768 + (register >>> 24)] ^
              (memory[i] | (memory[i + 16] << 8) | (memory[i + 32] << 16) | (memory[i + 48] << 24));
          }
          position += block;
        }
      }
      this.consumed = position - start;
      return register;
    },
  };
}

/** What a factor makes of each value of each byte of a register. */
function joinTable(factor: number, multiply: (a: number, b: number) => number): Int32Array {
  const table = new Int32Array(1024);
  for (let i = 0; i < 4; i++) {
    for (let bit = 0; bit < 8; bit++) {
      const product = multiply(factor, 1 << (8 * i + bit));
      for (let b = 0; b < 1 << bit; b++) {
        table[256 * i + (1 << bit) + b] = table[256 * i + b] ^ product;
      }
    }
  }
  return table;
}

/** The smallest block: fewer bytes than this are left to the caller. */
export const VECTOR_BLOCK_BYTES: number = STREAMS * STREAM_BYTES[STREAM_BYTES.length - 1];
