/*
 * Policy x.hostile of hostile, for Spin. Generated; change the tables, not this file.
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
#define v_class 1
#define v_end 2
#define v_node 3
#define v_edge 4
#define v_no 5
#define v_yes 6
#define v_null_ 7
#define v_end2 8
#define nothing 9
#define anything 10
/* answers */
#define a_ok 1
#define a_default 2
#define forbidden 3
/* events */
#define ev_subgraph 1
#define ev_note 2
/* effects */
#define x_style 1
/* rows */
#define r_1 1
#define r_end 2
#define r__b 3
#define r_E3 4


/* the state */
byte s_state;  /* <img src=x onerror=alert(1)> | `code` *bold* _em_ [link](http://x) /u202a */
byte s_graph[2];

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
byte p_strict;
byte o_click;
byte n_state;
byte n_graph[2];


/* each transition on a line: effects, the event, its row and answer, two states */
#ifdef LABELS
#define show(x) printf(" %d", x)
#define show_line() printf(" T")
#define show_states() \
  show(v_no); \
  show(s_state); \
  show(s_graph[v_node - v_node]); \
  show(s_graph[v_edge - v_node]); \
  show(n_state); \
  show(n_graph[v_node - v_node]); \
  show(n_graph[v_edge - v_node]); \
  printf("\n")
#else
#define show(x) skip
#define show_line() skip
#define show_states() skip
#endif

inline do_style() {
  effects++; show(x_style)
}

/* before an event: the next state is this one, definitions are worked out */
inline begin() {
  n_state = s_state;
  n_graph[v_node - v_node] = s_graph[v_node - v_node];
  n_graph[v_edge - v_node] = s_graph[v_edge - v_node];
  step_row = 0
}

/* what must hold of every state: values are of their types, and properties */
inline states() {
  in_range = ((s_state == v_class || s_state == v_end) && (s_graph[v_node - v_node] == v_no || s_graph[v_node - v_node] == v_yes) && (s_graph[v_edge - v_node] == v_no || s_graph[v_edge - v_node] == v_yes));
  assert(in_range);
  in_range = 0
}

inline commit() {
  s_state = n_state;
  s_graph[v_node - v_node] = n_graph[v_node - v_node];
  s_graph[v_edge - v_node] = n_graph[v_edge - v_node];
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
  p_strict = 0;
  o_click = 0;
  n_state = 0;
  n_graph[0] = 0;
  n_graph[1] = 0;
  skip
}

/* subgraph(strict), by host */
inline on_subgraph() {
  begin();
  o_click = nothing;
  happens = (true);
  /* exactly one of these answers where no check does */
  asked = (happens && row == 0);
  /* 1 of t; S */
  if
  :: asked && (p_strict == v_class || p_strict == v_end) -> row = r_1; rows++
  :: else
  fi;
  /* end of t; S */
  if
  :: asked && (p_strict == v_null_ || p_strict == v_end2) && s_state == v_class -> row = r_end; rows++
  :: else
  fi;
  /* _b of t; S */
  if
  :: asked && (p_strict == v_null_ || p_strict == v_end2) && s_state == v_end -> row = r__b; rows++
  :: else
  fi;
  one_row = (!asked || rows == 1);
  assert(one_row);
  if
  :: row == r_1 ->
    answer = a_ok;
    o_click = p_strict;
    do_style();
    n_state = v_end
  :: row == r_end ->
    answer = a_default;
    o_click = v_end2;
    skip
  :: row == r__b ->
    answer = a_ok;
    o_click = v_end;
    skip
  :: else -> row = 0
  fi;
  if
  :: row > 0 ->
    show_line(); show(event); show(p_strict); show(row); show(answer); show(o_click); show_states();
    commit();
  :: else
  fi;
  finish()
}

/* note, by host */
inline on_note() {
  begin();
  happens = (true);
  /* exactly one of these answers where no check does */
  asked = (happens && row == 0);
  /* E3 of n; S#a.b-c, T */
  if
  :: asked -> row = r_E3; rows++
  :: else
  fi;
  one_row = (!asked || rows == 1);
  assert(one_row);
  if
  :: row == r_E3 ->
    answer = a_ok;
    n_graph[v_node - v_node] = v_yes
  :: else -> row = 0
  fi;
  if
  :: row > 0 ->
    show_line(); show(event); show(row); show(answer); show_states();
    commit();
  :: else
  fi;
  finish()
}

active proctype page() {
  atomic {
    d_step {
      s_state = v_class;
      s_graph[v_node - v_node] = v_no;
      s_graph[v_edge - v_node] = v_no;
      states()
    }
  }
end:
  do
  :: atomic {
    if
    :: d_step { event = ev_subgraph; p_strict = v_class }
    :: d_step { event = ev_subgraph; p_strict = v_end }
    :: d_step { event = ev_subgraph; p_strict = v_null_ }
    :: d_step { event = ev_subgraph; p_strict = v_end2 }
    fi;
    STEP { on_subgraph() }
  }
  :: atomic {
    if
    :: d_step { event = ev_note }
    fi;
    STEP { on_note() }
  }
  od
}
