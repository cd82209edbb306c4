package dev.foliospec.generator.plan;

/**
 * A top-level type of the generated Java.
 *
 * @param packageName its package
 * @param simpleName its name there
 */
public record JavaName(String packageName, String simpleName) {
  /** Where its file goes, relative to a source folder. */
  public String path() {
    return packageName.replace('.', '/') + "/" + simpleName + ".java";
  }
}
