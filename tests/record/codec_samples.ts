/** Numbers from 0 up to 1 that are the same in every run. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const WORDS =
  'kafka record batch offset partition topic leader epoch broker {"id": "name": null, 2024-01-01'
    .split(" ");

function fill(size: number, next: (index: number, bytes: Uint8Array) => number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++) bytes[i] = next(i, bytes);
  return bytes;
}

function text(size: number, random: () => number): Uint8Array {
  let content = "";
  while (content.length < size) {
    content += WORDS[Math.floor(random() * WORDS.length)] +
      (random() < 0.3 ? Math.floor(random() * 1000) : " ");
  }
  return new TextEncoder().encode(content.slice(0, size));
}

/** Copies of earlier parts, far and near, between random bytes. */
function patchwork(size: number, random: () => number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size;) {
    const length = Math.min(size - at, Math.floor(random() * (random() < 0.1 ? 3000 : 60)));
    const isCopy = at > 10 && random() < 0.6;
    const distance = isCopy
      ? 1 + Math.floor(random() * Math.min(at, random() < 0.5 ? 10 : 200_000))
      : 0;
    for (const end = at + length; at < end; at++) {
      bytes[at] = isCopy ? bytes[at - distance] : random() * 256;
    }
  }
  return bytes;
}

/** Content of every kind that matters to a codec, by name. */
export function codecSamples(): [name: string, bytes: Uint8Array][] {
  const random = seededRandom(7);
  const samples: [string, Uint8Array][] = [];
  for (
    const size of [
      0,
      1,
      2,
      3,
      4,
      5,
      7,
      8,
      11,
      12,
      13,
      15,
      16,
      17,
      31,
      47,
      48,
      63,
      64,
      100,
      255,
      256,
      257,
      300,
    ]
  ) {
    samples.push([`${size} equal bytes`, new Uint8Array(size).fill(65)]);
    samples.push([`${size} bytes of text`, text(size, random)]);
  }
  for (const size of [1000, 32_768, 65_537, 131_073, 300_000]) {
    samples.push([`${size} equal bytes`, new Uint8Array(size)]);
    samples.push([`${size} bytes of text`, text(size, random)]);
    samples.push([`${size} random bytes`, fill(size, () => random() * 256)]);
    samples.push([`${size} bytes of patchwork`, patchwork(size, random)]);
    samples.push([`${size} skewed bytes`, fill(size, () => Math.floor(random() ** 6 * 256))]);
    samples.push([`${size} bytes of two values`, fill(size, () => random() < 0.05 ? 1 : 0)]);
    samples.push([`${size} bytes with a period of 7`, fill(size, (i) => i % 7)]);
  }
  samples.push(["1.2 MB of patchwork", patchwork(1_200_000, random)]);
  samples.push(["1.1 MB of text", text(1_100_000, random)]);
  samples.push(["random, then the same again", twice(fill(140_000, () => random() * 256))]);
  samples.push(["fibonacci counts", fibonacci()]);
  return samples;
}

function twice(bytes: Uint8Array): Uint8Array {
  const joined = new Uint8Array(2 * bytes.length);
  joined.set(bytes);
  joined.set(bytes, bytes.length);
  return joined;
}

/** Symbols whose counts make the deepest Huffman trees, in an order without matches to speak of. */
function fibonacci(): Uint8Array {
  const counts = [1, 1];
  while (counts.length < 24) counts.push(counts[counts.length - 1] + counts[counts.length - 2]);
  const bytes = counts.flatMap((count, symbol) => new Array<number>(count).fill(symbol * 10));
  const random = seededRandom(3);
  for (let i = bytes.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [bytes[i], bytes[j]] = [bytes[j], bytes[i]];
  }
  return new Uint8Array(bytes);
}
