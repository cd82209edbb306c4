package dev.foliospec.syntax;

import java.util.List;

/**
 * One case of a map: {@code mapped, blockedw: blocked}.
 *
 * @param keys the arguments
 * @param value the result
 */
public record EntrySyntax(List<ItemSyntax> keys, Name value) {
  /** Copies the list. */
  public EntrySyntax {
    keys = List.copyOf(keys);
  }
}
