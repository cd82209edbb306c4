package dev.foliospec.generator.export;

import java.util.Optional;

/** A form in which a policy is shown. */
public enum Form {
  /** Aligned tables, as in a policy file. */
  TEXT("text"),
  /** A card for each row. */
  CARDS("cards"),
  /** Tables in Markdown. */
  MARKDOWN("markdown"),
  /** Tables in reStructuredText. */
  RST("rst"),
  /** Tables of at most 76 columns, cards where they are wider. */
  MAIL("mail"),
  /** Comma-separated values. */
  CSV("csv"),
  /** One JSON document. */
  JSON("json");

  private final String word;

  Form(String word) {
    this.word = word;
  }

  /** Its name on the command line. */
  public String word() {
    return word;
  }

  /** The form of a name. */
  public static Optional<Form> of(String word) {
    for (Form form : values()) {
      if (form.word.equals(word)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }
}
