/**
 * The words and signs of the Foliospec language.
 *
 * Every character belongs to exactly one token: the texts of all tokens, in order, are the input.
 * Space, line ends and comments go to channels of their own, and what no other rule takes is JUNK
 * or OPEN_STRING, so the lexer never fails.
 *
 * Whether a word is a keyword depends on where it stands, which is not decided here. Whoever reads
 * the tokens (`dev.foliospec.syntax.LineStarts`) looks at the first token of each line:
 *
 *   - a keyword of the first two groups stays one only there; elsewhere it becomes a WORD, or its
 *     INNER_ kind;
 *   - a `|` or `||` there becomes a ROW, and the NEWLINE that ends that line an EOL, unless the line
 *     goes on with a type.
 */
lexer grammar FoliospecLexer;

channels { SPACES, COMMENTS, DOCUMENTATION }

tokens { ROW, EOL, INNER_POLICY, INNER_VAR, INNER_SOURCE, INNER_EXCEPT, INNER_AFTER, INNER_WHEN }

// The first words of units and declarations.

VOCABULARY_UNIT : 'vocabulary' ;
ABSTRACT        : 'abstract' ;
POLICY          : 'policy' ;
POLICIES        : 'policies' ;
SCENARIOS       : 'scenarios' ;
SYSTEM          : 'system' ;
SOURCE          : 'source' ;
ACTOR           : 'actor' ;
TYPE            : 'type' ;
SET             : 'set' ;
MAP             : 'map' ;
VAR             : 'var' ;
HIDDEN_VAR      : 'hidden' ;
GHOST           : 'ghost' ;
FLAG            : 'flag' ;
TRAIT           : 'trait' ;
CHANCE          : 'chance' ;
INIT            : 'init' ;
EVENT           : 'event' ;
EFFECT          : 'effect' ;
ERROR           : 'error' ;
DEFINE          : 'define' ;
OBSERVER        : 'observer' ;
STEP            : 'step' ;
TABLE           : 'table' ;
OVERRIDE        : 'override' ;
DELETE          : 'delete' ;
LACKS           : 'lacks' ;
COMMON          : 'common' ;
RANGE_EVENT     : 'range' ;
WHOLE_EVENT     : 'whole' ;
REFUSE          : 'refuse' ;
GLOBAL          : 'global' ;
PROPERTY        : 'property' ;
SCENARIO        : 'scenario' ;
CARD            : 'row' ;

// The first words of clauses.

FOR       : 'for' ;
EXCEPT    : 'except' ;
ALWAYS    : 'always' ;
NEVER     : 'never' ;
AFTER     : 'after' ;
REACHABLE : 'reachable' ;
FROM      : 'from' ;
WITH      : 'with' ;
WHEN      : 'when' ;
ANSWER    : 'answer' ;
SETS      : 'sets' ;
DOES      : 'does' ;
WHY       : 'why' ;

// Words that are never names.

AND     : 'and' ;
OR      : 'or' ;
NOT     : 'not' ;
IMPLIES : 'implies' ;
IN      : 'in' ;

// Words that mean something in one place and are names in all others: see the rule `name`.

ANSWERS   : 'answers' ;
ANY       : 'any' ;
BECAUSE   : 'because' ;
BEFORE    : 'before' ;
BY        : 'by' ;
CAN       : 'can' ;
CHECKS    : 'checks' ;
EFFECTS   : 'effects' ;
ELSE      : 'else' ;
ENSURES   : 'ensures' ;
ENTIRELY  : 'entirely' ;
EVERY     : 'every' ;
EXTENDS   : 'extends' ;
IF        : 'if' ;
INCLUDE   : 'include' ;
MATCHES   : 'matches' ;
NUMBER_OF : 'number' ;
OF        : 'of' ;
ON        : 'on' ;
ONLY      : 'only' ;
ORDER     : 'order' ;
PAGES     : 'pages' ;
REACH     : 'reach' ;
REFINES   : 'refines' ;
REPLACES  : 'replaces' ;
SEES      : 'sees' ;
SILENT    : 'silent' ;
SOME      : 'some' ;
SPLITS    : 'splits' ;
STATE     : 'state' ;
STATUS    : 'status' ;
SYMMETRIC : 'symmetric' ;
UNCHANGED : 'unchanged' ;
WHERE     : 'where' ;

// Names, numbers, texts. A name has at least one letter.

WORD   : [0-9_]* [A-Za-z] [A-Za-z0-9_]* ;
NUMBER : [0-9]+ ;
CITED  : [A-Za-z0-9_]+ '#' [A-Za-z0-9_.-]+ ;
STRING : '"' ~["\r\n]* '"' ;

// Signs.

DIVIDER   : '||' ;
BAR       : '|' ;
BORDER    : '-' '-'+ ;
ARROW     : '->' ;
RANGE     : '..' ;
NOT_EQUAL : '!=' ;
AT_MOST   : '<=' ;
AT_LEAST  : '>=' ;
EQUAL     : '=' ;
LESS_THAN : '<' ;
MORE_THAN : '>' ;
BANG      : '!' ;
COMMA     : ',' ;
SEMICOLON : ';' ;
COLON     : ':' ;
DOT       : '.' ;
PRIME     : '\'' ;
PLUS      : '+' ;
MINUS     : '-' ;
STAR      : '*' ;
SLASH     : '/' ;
LEFT_PARENTHESIS  : '(' ;
RIGHT_PARENTHESIS : ')' ;
LEFT_BRACKET      : '[' ;
RIGHT_BRACKET     : ']' ;
LEFT_BRACE        : '{' ;
RIGHT_BRACE       : '}' ;

// What the parser does not see.

NEWLINE         : '\n'                          -> channel(SPACES) ;
SPACE           : [ \t\r\f]+                    -> channel(SPACES) ;
NO_BREAK_SPACE  : [\u00A0\u2007\u202F\u3000]+   -> channel(SPACES) ;
BYTE_ORDER_MARK : '\uFEFF'                      -> channel(SPACES) ;
DOC             : '##' (~[#\r\n] ~[\r\n]*)?     -> channel(DOCUMENTATION) ;
COMMENT         : '#' ~[\r\n]*                  -> channel(COMMENTS) ;

// Slips. A string that is never closed ends at the next `|`, so that it spoils one cell only.

DOUBLE_EQUALS : '==' ;
OPEN_STRING   : '"' ~["|\r\n]* ;
JUNK          : [0-9_]+ | ~[ \t\r\n\f\u00A0\u2007\u202F\u3000\uFEFFA-Za-z0-9_|"#'!=<>,;:.+*/(){}[\]-]+ ;
