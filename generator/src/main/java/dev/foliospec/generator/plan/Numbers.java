package dev.foliospec.generator.plan;

/** A long list of numbers, held without a box each. */
public final class Numbers {
  private final int[] numbers;

  /** The numbers of an array, which its maker does not change any more. */
  Numbers(int[] numbers) {
    this.numbers = numbers;
  }

  /** How many there are. */
  public int size() {
    return numbers.length;
  }

  /** The number at a position from 0. */
  public int at(int position) {
    return numbers[position];
  }

  /** All of them, in an array of the caller's own. */
  public int[] toArray() {
    return numbers.clone();
  }
}
