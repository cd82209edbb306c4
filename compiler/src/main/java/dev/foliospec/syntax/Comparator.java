package dev.foliospec.syntax;

/** How two things are compared. */
public enum Comparator {
  /** {@code =}. */
  EQUAL("="),
  /** {@code !=}. */
  DIFFERENT("!="),
  /** {@code <}. */
  LESS("<"),
  /** {@code <=}. */
  AT_MOST("<="),
  /** {@code >}. */
  MORE(">"),
  /** {@code >=}. */
  AT_LEAST(">=");

  private final String sign;

  Comparator(String sign) {
    this.sign = sign;
  }

  /** As it is written. */
  public String sign() {
    return sign;
  }
}
