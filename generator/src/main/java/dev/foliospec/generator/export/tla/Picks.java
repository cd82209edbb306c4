package dev.foliospec.generator.export.tla;

import dev.foliospec.generator.rows.Origin;
import dev.foliospec.generator.rows.Pick;
import dev.foliospec.generator.rows.Reply;
import dev.foliospec.generator.rows.Shown;
import dev.foliospec.generator.rows.Way;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What reads the values that a way leaves open. */
final class Picks {
  private Picks() {}

  /** How often each pick is read. */
  static Map<Pick, Integer> uses(Way way) {
    Map<Pick, Integer> uses = new LinkedHashMap<>();
    way.picks().forEach(pick -> uses.put(pick, 0));
    way.picks().forEach(pick -> pick.options().forEach(each -> uses(each, uses)));
    way.writes().forEach(write -> uses(write.value(), uses));
    for (Reply reply : way.replies()) {
      for (List<Shown> options : reply.outputs()) {
        for (Shown shown : options) {
          if (shown instanceof Shown.One one) {
            uses(one.value(), uses);
          }
        }
      }
    }
    return uses;
  }

  static void uses(Origin origin, Map<Pick, Integer> uses) {
    if (origin instanceof Origin.Picked picked) {
      uses.merge(picked.pick(), 1, Integer::sum);
    } else if (origin instanceof Origin.Shifted shifted) {
      uses(shifted.from(), uses);
    } else if (origin instanceof Origin.Mapped mapped) {
      uses(mapped.from(), uses);
    } else if (origin instanceof Origin.Either either) {
      uses(either.yes(), uses);
      uses(either.no(), uses);
    }
  }
}
