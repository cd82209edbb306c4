package dev.foliospec.generator.export;

import java.util.Optional;

/** A form in which a policy is shown. */
public enum Form {
  /** Aligned tables, as in a policy file; cards where a table is wider than 78 columns. */
  TEXT("text"),
  /** A card for each row, in the language of policy files. */
  CARDS("cards"),
  /** Tables in Markdown. */
  MARKDOWN("markdown"),
  /** Tables in reStructuredText. */
  RST("rst"),
  /** Plain text of at most 72 columns; cards where a table is wider. */
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
