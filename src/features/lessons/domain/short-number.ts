/**
 * Writes a row of choices in as few digits as it can. Each choice narrows an interval in proportion to
 * how likely it was, and the shortest decimal fraction inside what remains names the whole row
 * (arithmetic coding, exact on whole numbers). Zeros after its last digit change nothing.
 */
export class ShortNumberWriter {
  /** The interval from `#low` to `#low + #width`, both in parts of `#whole`. */
  #low = 0n;
  #width = 1n;
  #whole = 1n;

  /** `chosen` is an index into `weights`: whole numbers, the chosen one above 0. */
  put(weights: readonly number[], chosen: number): void {
    const total = sumOf(weights);
    this.#low = this.#low * total + this.#width * sumOf(weights.slice(0, chosen));
    this.#width *= BigInt(weights[chosen] ?? 0);
    this.#whole *= total;
  }

  digits(): string {
    let length = 0;
    while (!this.#holds(this.#firstOf(length), length)) length += 1;
    return length === 0 ? '' : this.#firstOf(length).toString().padStart(length, '0');
  }

  /** The first fraction of so many digits that is not below the interval. */
  #firstOf(length: number): bigint {
    return (this.#low * 10n ** BigInt(length) + this.#whole - 1n) / this.#whole;
  }

  #holds(number: bigint, length: number): boolean {
    return number * this.#whole < (this.#low + this.#width) * 10n ** BigInt(length);
  }
}

/** Reads the choices back, asked with the same weights in the same order. Any digits give some row. */
export class ShortNumberReader {
  /** The fraction that is left to read: `#number` parts of `#whole`. */
  #number: bigint;
  #whole: bigint;

  constructor(digits: string) {
    this.#number = BigInt(`0${digits}`);
    this.#whole = 10n ** BigInt(digits.length);
  }

  take(weights: readonly number[]): number {
    this.#number *= sumOf(weights);
    for (const [chosen, weight] of weights.entries()) {
      const share = BigInt(weight) * this.#whole;
      if (this.#number < share) {
        this.#whole = share;
        return chosen;
      }
      this.#number -= share;
    }
    throw new RangeError('a choice needs a weight above 0');
  }
}

function sumOf(weights: readonly number[]): bigint {
  return BigInt(weights.reduce((total, weight) => total + weight, 0));
}
