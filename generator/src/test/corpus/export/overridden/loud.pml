/*
 * Policy p.loud of door, for Spin. Generated; change the tables, not this file.
 *
 * One process takes one step for each transition. Spin stores one state more than the
 * policy reaches: the one before flags and undecided traits are chosen.
 *
 *   spin -a FILE && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000
 *
 * spin -DP_name asks for a property, -DALL for all that must hold, -DEXEMPT for those that
 * exceptions let the policy break, -DREACHABLE asks to reach what should be reachable: an
 * assertion `unreached_...` that is violated shows how. With -DLABELS, and -DPRINTF for cc,
 * each transition is printed.
 * Where Spin says `d_step sequence too long`, -DSTEP=atomic says the same more slowly.
 */
#ifndef STEP
#define STEP d_step
#endif

/* values */
#define v_no 3
#define v_yes 4
#define v_left 5
#define v_right 6
#define v_wrong 7
#define nothing 8
#define anything 9
/* answers */
#define a_ok 1
#define a_EKEY 2
#define a_EJAM 3
#define forbidden 4
/* events */
#define ev_push 1
#define ev_pull 2
#define ev_kick 3
#define ev_rust 4
/* effects */
#define x_ring 1
#define x_click 2
#define x_creak 3
/* rows */
#define r_B1 1
#define r_B2 2
#define r_P1 3
#define r_A1 4
#define r_A2 5
#define r_P4 6
#define r_L1 7
#define r_A3 8
#define r_K1 9
#define r_K1b 10
#define r_K2 11
#define r_R1 12

/* flag alarm */
byte f_alarm;
/* trait rings, undecided: 0 is yes, 1 is no */
byte k_rings;
#define t_rings (k_rings == 0 -> v_yes : v_no)

/* the state */
byte s_locked;  /* whether the bolt is out */
byte s_open;
byte s_tries;
byte s_worn;

/* what is used while an event is worked out, and is 0 between events */
byte happens;
byte asked;
byte one_row;
byte step_row;
byte in_range;
short event;
short row;
short rows;
short answer;
short effects;
int pick;
byte p_key;
byte o_sees;
byte c_jam;
byte n_locked;
byte n_open;
byte n_tries;
byte n_worn;
byte d_ready;


/* each transition on a line: effects, the event, its row and answer, two states */
#ifdef LABELS
#define show(x) printf(" %d", x)
#define show_line() printf(" T")
#define show_states() \
  show(f_alarm); \
  show(v_left); \
  show(k_rings); \
  show(s_locked); \
  show(s_open); \
  show(s_tries); \
  show(s_worn); \
  show(n_locked); \
  show(n_open); \
  show(n_tries); \
  show(n_worn); \
  printf("\n")
#else
#define show(x) skip
#define show_line() skip
#define show_states() skip
#endif

inline do_ring() {
  effects++; show(x_ring)
}
inline do_click() {
  effects++; show(x_click)
}
inline do_creak() {
  effects++; show(x_creak)
}

/* before an event: the next state is this one, definitions are worked out */
inline begin() {
  n_locked = s_locked;
  n_open = s_open;
  n_tries = s_tries;
  n_worn = s_worn;
  d_ready = ((s_locked == v_no && s_open == v_no));
  step_row = 0
}

/* what must hold of every state: values are of their types, and properties */
inline states() {
  in_range = ((s_locked == v_no || s_locked == v_yes) && (s_open == v_no || s_open == v_yes) && (s_tries >= 0 && s_tries <= 2) && (s_worn == v_no || s_worn == v_yes) && (f_alarm == v_no || f_alarm == v_yes) && k_rings < 2);
  assert(in_range);
  in_range = 0
}

inline commit() {
  s_locked = n_locked;
  s_open = n_open;
  s_tries = n_tries;
  s_worn = n_worn;
  states()
}

inline finish() {
  happens = 0;
  asked = 0;
  one_row = 0;
  step_row = 0;
  in_range = 0;
  event = 0;
  row = 0;
  rows = 0;
  answer = 0;
  effects = 0;
  pick = 0;
  p_key = 0;
  o_sees = 0;
  c_jam = 0;
  n_locked = 0;
  n_open = 0;
  n_tries = 0;
  n_worn = 0;
  d_ready = 0;
  skip
}

/* push(key), by host */
inline on_push() {
  begin();
  o_sees = nothing;
  happens = (true);
  /* checks blocked */
  asked = (happens && row == 0);
  /* B1 of blocked; S */
  if
  :: asked && c_jam == v_yes -> asked = 0; row = r_B1
  :: else
  fi;
  /* B2 of blocked; S */
  if
  :: asked && c_jam == v_no && s_tries == 2 -> asked = 0; row = r_B2
  :: else
  fi;
  /* exactly one of these answers where no check does */
  asked = (happens && row == 0);
  /* P1 of pushing; S */
  if
  :: asked && s_open == v_no && c_jam == v_no && p_key == v_right && (s_tries == 0 || s_tries == 1) && !((p_key == v_right && s_tries == 1 && f_alarm == v_yes)) -> row = r_P1; rows++
  :: else
  fi;
  /* A1 of pushing; T */
  if
  :: asked && s_open == v_no && c_jam == v_no && p_key == v_right && s_tries == 1 && f_alarm == v_yes -> row = r_A1; rows++
  :: else
  fi;
  /* A2 of pushing; T */
  if
  :: asked && s_open == v_no && c_jam == v_no && p_key == v_wrong && (s_tries == 0 || s_tries == 1) -> row = r_A2; rows++
  :: else
  fi;
  /* P4 of pushing_open; S */
  if
  :: asked && s_open == v_yes && c_jam == v_no && (s_tries == 0 || s_tries == 1) -> row = r_P4; rows++
  :: else
  fi;
  one_row = (!asked || rows == 1);
  assert(one_row);
  if
  :: row == r_B1 ->
    answer = a_EJAM;
    skip
  :: row == r_B2 ->
    answer = a_EKEY;
    skip
  :: row == r_P1 ->
    if
    :: s_locked == v_yes -> /* with T1 */
      answer = a_ok;
      o_sees = p_key;
      do_click();
      n_locked = v_no;
      n_open = v_yes;
      n_tries = 0
    :: s_locked == v_no -> /* with T2 */
      answer = a_ok;
      o_sees = p_key;
      n_open = v_yes;
      n_tries = 0
    :: else -> assert(step_row)
    fi
  :: row == r_A1 ->
    if
    :: s_locked == v_yes -> /* with T1 */
      answer = a_ok;
      o_sees = p_key;
      do_click();
      do_ring();
      n_locked = v_no;
      n_open = v_yes;
      n_tries = 0
    :: s_locked == v_no -> /* with T2 */
      answer = a_ok;
      o_sees = p_key;
      do_ring();
      n_open = v_yes;
      n_tries = 0
    :: else -> assert(step_row)
    fi
  :: row == r_A2 ->
    answer = a_EKEY;
    do_ring();
    n_tries = (s_tries + 1)
  :: row == r_P4 ->
    answer = a_ok;
    skip
  :: else -> row = 0
  fi;
  if
  :: row > 0 ->
    show_line(); show(event); show(p_key); show(c_jam); show(row); show(answer); show(o_sees); show_states();
    commit();
  :: else
  fi;
  finish()
}

/* pull, by host */
inline on_pull() {
  begin();
  happens = (s_open == v_yes);
  /* checks blocked */
  asked = (happens && row == 0);
  /* B1 of blocked; S */
  if
  :: asked && c_jam == v_yes -> asked = 0; row = r_B1
  :: else
  fi;
  /* exactly one of these answers where no check does */
  asked = (happens && row == 0);
  /* L1 of pulling; S */
  if
  :: asked && c_jam == v_no && !((f_alarm == v_yes && t_rings == v_yes && s_locked == v_no)) -> row = r_L1; rows++
  :: else
  fi;
  /* A3 of pulling; T */
  if
  :: asked && c_jam == v_no && f_alarm == v_yes && t_rings == v_yes && s_locked == v_no -> row = r_A3; rows++
  :: else
  fi;
  one_row = (!asked || rows == 1);
  assert(one_row);
  if
  :: row == r_B1 ->
    answer = a_EJAM;
    skip
  :: row == r_L1 ->
    answer = a_ok;
    do_click();
    do_creak();
    n_open = v_no
  :: row == r_A3 ->
    answer = a_ok;
    do_ring();
    do_click();
    do_creak();
    n_open = v_no
  :: else -> row = 0
  fi;
  if
  :: row > 0 ->
    show_line(); show(event); show(c_jam); show(row); show(answer); show_states();
    commit();
  :: else
  fi;
  finish()
}

/* kick, by guest */
inline on_kick() {
  begin();
  happens = (true);
  /* exactly one of these answers where no check does */
  asked = (happens && row == 0);
  /* K1 of kicking; T */
  if
  :: asked && d_ready -> row = r_K1; rows++
  :: else
  fi;
  /* K2 of kicking; T */
  if
  :: asked && !(d_ready) -> row = r_K2; rows++
  :: else
  fi;
  one_row = (!asked || rows == 1);
  assert(one_row);
  if
  :: row == r_K1 && pick < 1 ->
    answer = a_ok;
    if
    :: pick > 0 -> row = 0
    :: else ->
      n_open = v_yes;
      n_worn = v_yes
    fi
  :: row == r_K1 && pick >= 1 && pick < 2 ->
    row = r_K1b;
    pick = pick - 1;
    answer = a_EKEY;
    if
    :: pick > 0 -> row = 0
    :: else ->
      n_worn = v_yes
    fi
  :: row == r_K2 ->
    answer = a_EKEY;
    if
    :: pick > 0 -> row = 0
    :: else ->
      skip
    fi
  :: else -> row = 0
  fi;
  if
  :: row > 0 ->
    show_line(); show(event); show(v_no); show(row); show(answer); show_states();
    commit();
  :: else
  fi;
  finish()
}

/* rust, by guest */
inline on_rust() {
  begin();
  happens = (true);
  /* exactly one of these answers where no check does */
  asked = (happens && row == 0);
  /* R1 of rusting; T */
  if
  :: asked -> row = r_R1; rows++
  :: else
  fi;
  one_row = (!asked || rows == 1);
  assert(one_row);
  if
  :: row == r_R1 ->
    answer = a_ok;
    n_worn = v_yes
  :: else -> row = 0
  fi;
  if
  :: row > 0 ->
    show_line(); show(event); show(v_no); show(row); show(answer); show_states();
    commit();
  :: else
  fi;
  finish()
}

active proctype page() {
  atomic {
    if :: f_alarm = v_no :: f_alarm = v_yes fi;
    if :: k_rings = 0 :: k_rings = 1 fi;
    d_step {
      s_locked = (f_alarm == v_yes -> v_no : v_yes);
      s_open = v_no;
      s_tries = 0;
      s_worn = v_no;
      states()
    }
  }
end:
  do
  :: atomic {
    if
    :: d_step { event = ev_push; p_key = v_right; c_jam = v_no }
    :: d_step { event = ev_push; p_key = v_right; c_jam = v_yes }
    :: d_step { event = ev_push; p_key = v_wrong; c_jam = v_no }
    :: d_step { event = ev_push; p_key = v_wrong; c_jam = v_yes }
    fi;
    STEP { on_push() }
  }
  :: atomic {
    if
    :: d_step { event = ev_pull; c_jam = v_no }
    :: d_step { event = ev_pull; c_jam = v_yes }
    fi;
    STEP { on_pull() }
  }
  :: atomic {
    if
    :: d_step { event = ev_kick; pick = 0 }
    :: d_step { event = ev_kick; pick = 1 }
    fi;
    STEP { on_kick() }
  }
  :: atomic {
    if
    :: d_step { event = ev_rust }
    fi;
    STEP { on_rust() }
  }
  od
}
