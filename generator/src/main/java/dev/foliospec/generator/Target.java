package dev.foliospec.generator;

import java.util.Optional;

/** What can be generated; each target has a folder of its own, named as on the command line. */
public enum Target {
  /** Types, machines and monitors in Java. */
  JAVA("java"),
  /** JUnit tests for these, and the files of points and traces that they read. */
  JAVA_TESTS("java-tests"),
  /** Test vectors in JSON Lines. */
  VECTORS("vectors"),
  /** Graphviz graphs. */
  DOT("dot"),
  /** Mermaid state diagrams. */
  MERMAID("mermaid"),
  /** Labelled transition systems in the Aldebaran format. */
  AUT("aut"),
  /** Models for Spin. */
  PROMELA("promela"),
  /** TLA+ modules, with configurations for TLC. */
  TLA("tla");

  private final String word;

  Target(String word) {
    this.word = word;
  }

  /** Its name on the command line, and of its folder. */
  public String word() {
    return word;
  }

  /** Whether it is made of systems too, and not of single policies alone. */
  public boolean ofSystems() {
    return this != JAVA && this != JAVA_TESTS;
  }

  /** The target of a name. */
  public static Optional<Target> of(String word) {
    for (Target target : values()) {
      if (target.word.equals(word)) {
        return Optional.of(target);
      }
    }
    return Optional.empty();
  }
}
