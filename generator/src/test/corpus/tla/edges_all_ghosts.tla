------------------------------------- MODULE edges_all_ghosts --------------------------------------
\* edges.all with its ghosts: history that follows the effects of steps and that properties alone
\* read. They make more states of some, so they are kept out of edges_all.tla.

EXTENDS edges_all

VARIABLES
  pushes,
  mood

pushes_on(value, effect) ==
  IF effect = "push" THEN (IF value + 1 >= 2 THEN 2 ELSE value + 1) ELSE value

RECURSIVE pushes_after(_, _)
pushes_after(value, effects) ==
  IF effects = <<>> THEN value ELSE pushes_after(pushes_on(value, Head(effects)), Tail(effects))

mood_on(value, effect) ==
  IF effect = "push" THEN "angry"
  ELSE IF effect = "rest" THEN (IF value = "angry" THEN "tense" ELSE "calm")
  ELSE IF effect = "reset" THEN "calm"
  ELSE value

RECURSIVE mood_after(_, _)
mood_after(value, effects) ==
  IF effects = <<>> THEN value ELSE mood_after(mood_on(value, Head(effects)), Tail(effects))

GhostTypeOK == pushes \in 0..2 /\ mood \in {"calm", "tense", "angry"}
GhostInit == Init /\ pushes = 0 /\ mood = "calm"
GhostNext ==
  Next /\ pushes' = pushes_after(pushes, last'.effects) /\ mood' = mood_after(mood, last'.effects)
GhostView == <<state, pushes, mood>>
ghostVars == <<vars, pushes, mood>>
GhostSpec == GhostInit /\ [][GhostNext]_ghostVars

----------------------------------------------------------------------------------------------------

\* pushed_little: does not hold
\* Source: S.
pushed_little ==
  pushes # 2

\* angry_after_a_push
\* Source: S.
angry_after_a_push ==
  [][last'.event = "raise" /\ Does("push") /\ ~Does("rest") /\ ~Does("reset") => mood' = "angry"]_vars

\* mood_falls
\* Source: S.
\* Some state must break this: where TLC finds one, it is reached.
never_mood_falls_1_1 ==
  care = "no" /\ lists = <<"push", "rest">> => mood # "tense"

\* mood_falls
\* Source: S.
\* Some state must break this: where TLC finds one, it is reached.
never_mood_falls_1_2 ==
  care = "no" /\ lists = <<>> => mood # "tense"

\* mood_falls
\* Source: S.
\* Some state must break this: where TLC finds one, it is reached.
never_mood_falls_2_1 ==
  care = "yes" /\ lists = <<"push", "rest">> => mood # "tense"

\* mood_falls
\* Source: S.
\* Some state must break this: where TLC finds one, it is reached.
never_mood_falls_2_2 ==
  care = "yes" /\ lists = <<>> => mood # "tense"

====================================================================================================
