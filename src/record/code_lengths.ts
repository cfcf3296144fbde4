/**
 * The lengths of Huffman codes, none longer than a limit.
 *
 * @module
 */

/**
 * Finds the lengths of a complete code.
 *
 * @param histogram How often each symbol occurs; two of them or more do.
 * @param count How many symbols there are.
 * @param maxBits The longest code; 2^maxBits is at least the number of symbols that occur.
 * @returns The length of each symbol's code, 0 for those that do not occur.
 */
export function codeLengths(histogram: Uint32Array, count: number, maxBits: number): Uint8Array {
  const symbols: number[] = [];
  for (let symbol = 0; symbol < count; symbol++) if (histogram[symbol] > 0) symbols.push(symbol);
  symbols.sort((a, b) => histogram[a] - histogram[b] || a - b);
  const depths = treeDepths(symbols.map((symbol) => histogram[symbol]));
  limitDepths(depths, maxBits);
  const lengths = new Uint8Array(count);
  for (let i = 0; i < symbols.length; i++) lengths[symbols[i]] = depths[i];
  return lengths;
}

/** The depths of the leaves of the best tree, for counts in ascending order. */
function treeDepths(counts: readonly number[]): Uint8Array {
  const leaves = counts.length;
  const weights = new Float64Array(2 * leaves - 1);
  weights.set(counts);
  const parents = new Uint16Array(2 * leaves - 1);
  let leaf = 0;
  let inner = leaves;
  for (let node = leaves; node < 2 * leaves - 1; node++) {
    for (let child = 0; child < 2; child++) {
      const takeLeaf = leaf < leaves && (inner >= node || weights[leaf] <= weights[inner]);
      const taken = takeLeaf ? leaf++ : inner++;
      weights[node] += weights[taken];
      parents[taken] = node;
    }
  }
  const depths = new Uint8Array(2 * leaves - 1);
  for (let node = 2 * leaves - 3; node >= 0; node--) depths[node] = depths[parents[node]] + 1;
  return depths.subarray(0, leaves);
}

/** Shortens what is too deep and lengthens others for it, rare ones first, until the code is complete again. */
function limitDepths(depths: Uint8Array, maxBits: number): void {
  const full = 1 << maxBits;
  let used = 0;
  for (let i = 0; i < depths.length; i++) {
    depths[i] = Math.min(depths[i], maxBits);
    used += full >> depths[i];
  }
  for (let i = 0; used > full; i = (i + 1) % depths.length) {
    if (depths[i] === maxBits) continue;
    depths[i]++;
    used -= full >> depths[i];
  }
  for (let i = depths.length - 1; used < full; i = i === 0 ? depths.length - 1 : i - 1) {
    if (full >> depths[i] > full - used) continue;
    used += full >> depths[i];
    depths[i]--;
  }
}
