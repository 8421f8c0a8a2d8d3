/**
 * Small numbers of people are not shown, because who knows somebody in them might learn more about that person. The rule: 1 to 4 is "fewer
 * than 5", and where the sum of the numbers is known, enough others are left out for each of 1 to 4 to stay possible.
 */
const SMALLEST = 5;

export const FEW = "fewer than 5";
export const WITHHELD = "not shown";

/** A number of people as it may be shown. */
export type Shown = number | typeof FEW | typeof WITHHELD;

const isFew = (count: number) => count > 0 && count < SMALLEST;

interface Hidden {
  sum: number;
  few: number;
  withheld: number;
  /** The smallest number of 5 or more that is still shown: what is withheld is known to be no greater. */
  next: number;
}

/**
 * Whether each hidden small number could be any of 1 to 4, for somebody who knows the sum of all that is hidden, that each of `few` is 1 to 4,
 * and each of `withheld` from 5 to `next`. It asks for nothing that this person does not know, so the answer tells them nothing more.
 */
function staysUnknown({ sum, few, withheld, next }: Hidden): boolean {
  const [fewest, most] = [1, SMALLEST - 1];
  const others = few - 1;
  const leastOthers = others * fewest + withheld * SMALLEST;
  const mostOthers = others * most + (withheld === 0 ? 0 : withheld * next);
  return leastOthers + most <= sum && mostOthers + fewest >= sum;
}

/** One number that is part of no table. */
export function discloseOne(count: number): Shown {
  return isFew(count) ? FEW : count;
}

/** The parts of a whole that is known, each as it may be shown. Where no choice keeps the small ones unknown, none is shown. */
export function disclose(parts: readonly number[]): Shown[] {
  const small = parts.filter(isFew);
  if (small.length === 0) return [...parts];
  const large = parts.filter((part) => part >= SMALLEST).toSorted((a, b) => a - b);
  let sum = small.reduce((total, part) => total + part, 0);
  for (let withheld = 0; withheld <= large.length; withheld++) {
    if (withheld > 0) sum += large[withheld - 1]!;
    const next = large[withheld] ?? Infinity;
    if (staysUnknown({ sum, few: small.length, withheld, next })) return leaveOut(parts, withheld, large);
  }
  return parts.map(() => WITHHELD);
}

/** Leaves out the small parts, and so many of the smallest others. */
function leaveOut(parts: readonly number[], withheld: number, large: readonly number[]): Shown[] {
  const last = large[withheld - 1] ?? 0;
  let ties = large.slice(0, withheld).filter((part) => part === last).length;
  return parts.map((part) => {
    if (part === 0) return 0;
    if (isFew(part)) return FEW;
    if (part < last || (part === last && ties-- > 0)) return WITHHELD;
    return part;
  });
}

/** Whether all parts were left out, so that not even how many there are should be told. */
export function isWithheld(parts: readonly Shown[]): boolean {
  return parts.length > 0 && parts.every((part) => part === WITHHELD);
}
