---------------------------------- MODULE v8_sw_protected_ghosts -----------------------------------
\* v8.sw_protected with its ghosts: history that follows the effects of steps and that properties
\* alone read. They make more states of some, so they are kept out of v8_sw_protected.tla.

EXTENDS v8_sw_protected

VARIABLE
  zeroings  \* times the folio was zeroed

zeroings_on(value, effect) ==
  IF effect = "clear_highpage" THEN (IF value + 1 >= 2 THEN 2 ELSE value + 1)
  ELSE IF effect = "filemap_grab_folio" THEN 0
  ELSE value

RECURSIVE zeroings_after(_, _)
zeroings_after(value, effects) ==
  IF effects = <<>> THEN value ELSE zeroings_after(zeroings_on(value, Head(effects)), Tail(effects))

GhostTypeOK == zeroings \in 0..2
GhostInit == Init /\ zeroings = 0
GhostNext == Next /\ zeroings' = zeroings_after(zeroings, last'.effects)
GhostView == <<state, zeroings>>
ghostVars == <<vars, zeroings>>
GhostSpec == GhostInit /\ [][GhostNext]_ghostVars

----------------------------------------------------------------------------------------------------

\* zeroed_once: a folio is zeroed once in its life
\* Source: facts#I4.
zeroed_once ==
  zeroings < 2

====================================================================================================
