package dev.foliospec.generator.plan;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * One name space of the generated Java: from the names of a spec to names that are free.
 *
 * <p>Java's words, names that Java gives a meaning and leading digits take a leading {@code _}; so
 * does a name that is taken already, until it is free.
 */
public final class Names {
  private static final Set<String> WORDS = Set.of(
      "_",
      "abstract",
      "assert",
      "boolean",
      "break",
      "byte",
      "case",
      "catch",
      "char",
      "class",
      "const",
      "continue",
      "default",
      "do",
      "double",
      "else",
      "enum",
      "extends",
      "false",
      "final",
      "finally",
      "float",
      "for",
      "goto",
      "if",
      "implements",
      "import",
      "instanceof",
      "int",
      "interface",
      "long",
      "native",
      "new",
      "null",
      "package",
      "private",
      "protected",
      "public",
      "return",
      "short",
      "static",
      "strictfp",
      "super",
      "switch",
      "synchronized",
      "this",
      "throw",
      "throws",
      "transient",
      "true",
      "try",
      "void",
      "volatile",
      "while",
      // words in some places only, and methods that every object has
      "exports",
      "module",
      "non",
      "open",
      "opens",
      "permits",
      "provides",
      "record",
      "requires",
      "sealed",
      "to",
      "transitive",
      "uses",
      "var",
      "when",
      "with",
      "yield",
      "clone",
      "finalize",
      "getClass",
      "hashCode",
      "notify",
      "notifyAll",
      "toString",
      "wait",
      "equals");

  private static final Set<String> SOFT = Set.of(
      "exports",
      "module",
      "non",
      "open",
      "opens",
      "provides",
      "requires",
      "to",
      "transitive",
      "uses",
      "when",
      "with");

  private final Set<String> taken = new HashSet<>();

  /** A name space in which some names are taken from the start. */
  public Names(String... reserved) {
    taken.addAll(Set.of(reserved));
  }

  /** The name itself, or with as many leading {@code _} as make it free; from now on it is taken. */
  public String claim(String wanted) {
    String name = legal(wanted);
    while (!taken.add(name)) {
      name = "_" + name;
    }
    return name;
  }

  private static String legal(String wanted) {
    boolean clashes = WORDS.contains(wanted) && !SOFT.contains(wanted);
    return wanted.isEmpty() || clashes || Character.isDigit(wanted.charAt(0))
        ? "_" + wanted
        : wanted;
  }

  /** {@code guest_read} as {@code GuestRead}; capitals stay. */
  public static String pascal(String name) {
    StringBuilder made = new StringBuilder();
    for (String part : parts(name)) {
      made.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
    }
    return made.toString();
  }

  /** {@code guest_read} as {@code guestRead}, {@code EAGAIN} as {@code eagain}. */
  public static String camel(String name) {
    StringBuilder made = new StringBuilder();
    for (String part : parts(name)) {
      if (made.length() == 0) {
        made.append(part.substring(0, 1).toLowerCase(Locale.ROOT)).append(part.substring(1));
      } else {
        made.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
      }
    }
    return made.toString();
  }

  /** A row's id as a method's name: {@code B26} as {@code b26}, {@code HITr} as {@code hitr}. */
  public static String lower(String id) {
    return plain(id).toLowerCase(Locale.ROOT);
  }

  /** {@code guest_read} as {@code GUEST_READ}. */
  public static String constant(String name) {
    return plain(name).toUpperCase(Locale.ROOT);
  }

  /** The part of a package that a dotted name or one of its parts stands for. */
  public static String packagePart(String name) {
    return legal(plain(name).toLowerCase(Locale.ROOT));
  }

  private static String plain(String name) {
    String made = name.replaceAll("[^A-Za-z0-9_]+", "_");
    return made.length() > 1 && made.endsWith("_") && !name.endsWith("_")
        ? made.substring(0, made.length() - 1)
        : made;
  }

  private static String[] parts(String name) {
    String[] all = plain(name).split("_+");
    return all.length > 0 && all[0].isEmpty()
        ? java.util.Arrays.copyOfRange(all, 1, all.length)
        : all;
  }
}
