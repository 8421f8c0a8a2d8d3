/** A set of the whole numbers 0 to size - 1, one bit each. Operations that end in `InPlace` change their first set. */
export type Bitset = Uint32Array;

export function emptySet(size: number): Bitset {
  return new Uint32Array((size + 31) >>> 5);
}

export function fullSet(size: number): Bitset {
  const set = emptySet(size).fill(0xffffffff);
  if (size & 31) set[set.length - 1] = 2 ** (size & 31) - 1;
  return set;
}

export function add(set: Bitset, index: number): void {
  set[index >>> 5]! |= 1 << (index & 31);
}

export function has(set: Bitset, index: number): boolean {
  return (set[index >>> 5]! & (1 << (index & 31))) !== 0;
}

export function remove(set: Bitset, index: number): void {
  set[index >>> 5]! &= ~(1 << (index & 31));
}

export function intersectInPlace(set: Bitset, other: Bitset): Bitset {
  for (let word = 0; word < set.length; word++) set[word]! &= other[word]!;
  return set;
}

export function uniteInPlace(set: Bitset, other: Bitset): Bitset {
  for (let word = 0; word < set.length; word++) set[word]! |= other[word]!;
  return set;
}

function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function count(set: Bitset): number {
  let total = 0;
  for (let word = 0; word < set.length; word++) total += bitsOf(set[word]!);
  return total;
}

/** How many numbers two sets share. */
export function countShared(set: Bitset, other: Bitset): number {
  let total = 0;
  for (let word = 0; word < set.length; word++) total += bitsOf(set[word]! & other[word]!);
  return total;
}

/** The numbers of a set that are at least `from`, in rising order. */
export function* members(set: Bitset, from = 0): Generator<number> {
  for (let word = from >>> 5; word < set.length; word++) {
    let bits = set[word]!;
    if (word === from >>> 5) bits &= -1 << (from & 31);
    while (bits !== 0) {
      yield (word << 5) + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
    }
  }
}
