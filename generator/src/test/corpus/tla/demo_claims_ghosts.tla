------------------------------------ MODULE demo_claims_ghosts -------------------------------------
\* demo.claims with its ghosts: history that follows the effects of steps and that properties alone
\* read. They make more states of some, so they are kept out of demo_claims.tla.

EXTENDS demo_claims

VARIABLE
  zeroings

zeroings_on(value, effect) ==
  IF effect = "zero" THEN (IF value + 1 >= 1 THEN 1 ELSE value + 1)
  ELSE IF effect = "free" THEN 0
  ELSE value

RECURSIVE zeroings_after(_, _)
zeroings_after(value, effects) ==
  IF effects = <<>> THEN value ELSE zeroings_after(zeroings_on(value, Head(effects)), Tail(effects))

GhostTypeOK == zeroings \in 0..1
GhostInit == Init /\ zeroings = 0
GhostNext == Next /\ zeroings' = zeroings_after(zeroings, last'.effects)
GhostView == <<state, zeroings>>
ghostVars == <<vars, zeroings>>
GhostSpec == GhostInit /\ [][GhostNext]_ghostVars

----------------------------------------------------------------------------------------------------

\* conversion_zeroes
\* Source: S.
conversion_zeroes ==
  [][/\ zero_on_conversion = "yes"
     /\ last'.event = "convert"
     /\ last'.args.to = "private"
     /\ last'.answer = "ok"
     /\ attr # last'.args.to
     => (zeroings' = 1 /\ Does("zero"))]_vars

\* never_free_after_zero
\* Source: S.
never_free_after_zero ==
  ~FALSE

====================================================================================================
