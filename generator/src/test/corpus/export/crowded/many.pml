/*
 * Policy c.many of counters, for Spin. Generated; change the tables, not this file.
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
#define v_no 8
#define v_yes 9
#define v_left 10
#define v_right 11
#define v_both 12
#define v_one 13
#define v_two 14
#define v_three 15
#define v_own 16
#define nothing 17
#define anything 18
/* answers */
#define a_ok 1
#define a_EHAND 2
#define forbidden 3
/* events */
#define ev_tick 1
#define ev_clear 2
/* effects */
#define x_wave 1
/* rows */
#define r_T1 1
#define r_T2 2
#define r_T3 3
#define r_T4 4
#define r_T5 5
#define r_T6 6
#define r_T7 7
#define r_C1 8
#define r_C2 9
#define r_C3 10

/* flag mirrored */
byte f_mirrored;

/* the state */
byte s_first;
byte s_second;
byte s_third;
byte s_hand;  /* its own */
byte s_side;

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
byte p_which;
byte c_slip;
byte n_first;
byte n_second;
byte n_third;
byte n_hand;
byte n_side;
byte d_raised;


/* each transition on a line: effects, the event, its row and answer, two states */
#ifdef LABELS
#define show(x) printf(" %d", x)
#define show_line() printf(" T")
#define show_states() \
  show(f_mirrored); \
  show(s_first); \
  show(s_second); \
  show(s_third); \
  show(s_hand); \
  show(s_side); \
  show(n_first); \
  show(n_second); \
  show(n_third); \
  show(n_hand); \
  show(n_side); \
  printf("\n")
#else
#define show(x) skip
#define show_line() skip
#define show_states() skip
#endif

inline do_wave() {
  effects++; show(x_wave)
}

/* before an event: the next state is this one, definitions are worked out */
inline begin() {
  n_first = s_first;
  n_second = s_second;
  n_third = s_third;
  n_hand = s_hand;
  n_side = s_side;
  d_raised = ((s_hand == v_yes && c_slip == v_no));
  step_row = 0
}

/* what must hold of every state: values are of their types, and properties */
inline states() {
  in_range = ((s_first >= 0 && s_first <= 7) && (s_second >= 0 && s_second <= 7) && (s_third >= 0 && s_third <= 2) && (s_hand == v_no || s_hand == v_yes) && (s_side >= v_left && s_side <= v_both) && (f_mirrored == v_no || f_mirrored == v_yes));
  assert(in_range);
  in_range = 0
}

inline commit() {
  s_first = n_first;
  s_second = n_second;
  s_third = n_third;
  s_hand = n_hand;
  s_side = n_side;
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
  p_which = 0;
  c_slip = 0;
  n_first = 0;
  n_second = 0;
  n_third = 0;
  n_hand = 0;
  n_side = 0;
  d_raised = 0;
  skip
}

/* tick(which), by host */
inline on_tick() {
  begin();
  happens = (true);
  /* exactly one of these answers where no check does */
  asked = (happens && row == 0);
  /* T1 of ticking; S */
  if
  :: asked && p_which == v_one && (s_first >= 0 && s_first <= 6) -> row = r_T1; rows++
  :: else
  fi;
  /* T2 of ticking; S */
  if
  :: asked && p_which == v_two && (s_second >= 0 && s_second <= 6) -> row = r_T2; rows++
  :: else
  fi;
  /* T3 of ticking; S */
  if
  :: asked && p_which == v_three && (s_third == 0 || s_third == 1) -> row = r_T3; rows++
  :: else
  fi;
  /* T4 of ticking; S */
  if
  :: asked && p_which == v_own -> row = r_T4; rows++
  :: else
  fi;
  /* T5 of ticking; S */
  if
  :: asked && p_which == v_one && s_first == 7 -> row = r_T5; rows++
  :: else
  fi;
  /* T6 of ticking; S */
  if
  :: asked && p_which == v_two && s_second == 7 -> row = r_T6; rows++
  :: else
  fi;
  /* T7 of ticking; S */
  if
  :: asked && p_which == v_three && s_third == 2 -> row = r_T7; rows++
  :: else
  fi;
  one_row = (!asked || rows == 1);
  assert(one_row);
  if
  :: row == r_T1 ->
    answer = a_ok;
    n_first = (s_first + 1)
  :: row == r_T2 ->
    answer = a_ok;
    n_second = (s_second + 1)
  :: row == r_T3 ->
    answer = a_ok;
    n_third = (s_third + 1)
  :: row == r_T4 ->
    answer = a_ok;
    n_hand = v_yes
  :: row == r_T5 ->
    answer = a_ok;
    n_first = 0
  :: row == r_T6 ->
    answer = a_ok;
    n_second = 0
  :: row == r_T7 ->
    answer = a_ok;
    n_third = 0
  :: else -> row = 0
  fi;
  if
  :: row > 0 ->
    show_line(); show(event); show(p_which); show(v_no); show(row); show(answer); show_states();
    commit();
  :: else
  fi;
  finish()
}

/* clear, by host */
inline on_clear() {
  begin();
  happens = (true);
  /* exactly one of these answers where no check does */
  asked = (happens && row == 0);
  /* C1 of clearing; U */
  if
  :: asked && d_raised -> row = r_C1; rows++
  :: else
  fi;
  /* C2 of clearing; S */
  if
  :: asked && !(d_raised) && s_side == v_left -> row = r_C2; rows++
  :: else
  fi;
  /* C3 of clearing; S */
  if
  :: asked && !(d_raised) && (s_side == v_right || s_side == v_both) -> row = r_C3; rows++
  :: else
  fi;
  one_row = (!asked || rows == 1);
  assert(one_row);
  if
  :: row == r_C1 ->
    answer = a_ok;
    do_wave();
    n_hand = v_no
  :: row == r_C2 ->
    answer = a_ok;
    do_wave();
    n_hand = v_no
  :: row == r_C3 ->
    answer = a_EHAND;
    skip
  :: else -> row = 0
  fi;
  if
  :: row > 0 ->
    show_line(); show(event); show(c_slip); show(row); show(answer); show_states();
    commit();
  :: else
  fi;
  finish()
}

active proctype page() {
  atomic {
    if :: f_mirrored = v_no :: f_mirrored = v_yes fi;
    d_step {
      s_first = 0;
      s_second = 0;
      s_third = 0;
      s_hand = v_no;
      s_side = (f_mirrored == v_yes -> v_right : v_left);
      states()
    }
  }
end:
  do
  :: atomic {
    if
    :: d_step { event = ev_tick; p_which = v_one }
    :: d_step { event = ev_tick; p_which = v_two }
    :: d_step { event = ev_tick; p_which = v_three }
    :: d_step { event = ev_tick; p_which = v_own }
    fi;
    STEP { on_tick() }
  }
  :: atomic {
    if
    :: d_step { event = ev_clear; c_slip = v_no }
    :: d_step { event = ev_clear; c_slip = v_yes }
    fi;
    STEP { on_clear() }
  }
  od
}
