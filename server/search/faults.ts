/**
 * How many letters were left out, added, mistaken or swapped with their neighbour between two words, in UTF-16 units (the optimal
 * string alignment distance).
 */
export function faultsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwapped ? before[column - 2]! + 1 : Infinity;
      current.push(Math.min(last[column - 1]! + (isSame ? 0 : 1), last[column]! + 1, current[column - 1]! + 1, swapped));
    }
    [before, last] = [last, current];
  }
  return last[b.length]!;
}
