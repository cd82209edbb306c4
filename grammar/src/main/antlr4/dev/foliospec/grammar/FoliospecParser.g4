/**
 * The Foliospec language: what may follow what. What it means is said in docs/language.md, in the
 * same order.
 *
 * A word in quotes that starts a construct is a keyword only as the first word of its line; all
 * others are soft and may be names (rule `name`). Rows are taken as they come, so that they never
 * fail here: their cells are read afterwards, each as the head of its column wants.
 */
parser grammar FoliospecParser;

options { tokenVocab = FoliospecLexer; }

// --- 1. Files and units -------------------------------------------------------------------------

file
  : declaration* unit* EOF
  ;

unit
  : vocabularyHead declaration*         # vocabulary
  | policyHead declaration*             # policy
  | policiesHead row* declaration*      # policies
  | systemHead declaration*             # system
  | scenariosHead declaration*          # scenarios
  ;

vocabularyHead
  : 'vocabulary' name
  ;

policyHead
  : ('abstract' INNER_POLICY | 'policy') policyName 'of' vocabulary=name
    ('extends' base=policyName)? ('refines' policyName (',' policyName)*)? grounds
  ;

policiesHead
  : 'policies' 'of' vocabulary=name ('extends' base=policyName)? grounds
  ;

systemHead
  : 'system' policyName 'of' vocabulary=name ('extends' base=policyName)? 'pages' NUMBER grounds
  ;

scenariosHead
  : 'scenarios' 'of' vocabulary=policyName
  ;

declaration
  : sourceDeclaration
  | actorDeclaration
  | typeDeclaration
  | setDeclaration
  | mapDeclaration
  | variableDeclaration
  | ghostDeclaration
  | flagDeclaration
  | traitDeclaration
  | chanceDeclaration
  | initDeclaration
  | eventDeclaration
  | effectDeclaration
  | errorDeclaration
  | definition
  | observerDeclaration
  | table
  | card
  | deletion
  | lack
  | commonDeclaration
  | rangeDeclaration
  | refusal
  | globalDeclaration
  | property
  | scenario
  ;

// --- 2. Vocabulary ------------------------------------------------------------------------------

sourceDeclaration
  : 'source' name STRING
  ;

actorDeclaration
  : 'actor' names
  ;

typeDeclaration
  : 'type' name '=' type 'symmetric'?
  ;

setDeclaration
  : 'set' name 'of' of=name '=' items
  ;

mapDeclaration
  : 'map' name 'of' from=name '->' to=name '=' mapEntry (';' mapEntry)*
  ;

mapEntry
  : items ':' value
  ;

variableDeclaration
  : ('hidden' INNER_VAR | 'var') name ('[' index=name ']')? ':' type ('=' initial=value)?
    ('of' actor=name)?
  ;

ghostDeclaration
  : 'ghost' name ':' type ('=' initial=value)? (',' ghostRule)*
  ;

ghostRule
  : '+' NUMBER 'on' name                # ghostAdds
  | '-' NUMBER 'on' name                # ghostTakes
  | value 'on' name                     # ghostBecomes
  ;

flagDeclaration
  : 'flag' name ':' type                # flag
  | 'flag' name '=' value (',' value)* grounds    # flagFix
  ;

traitDeclaration
  : 'trait' name ':' type               # trait
  | 'trait' name '=' alternative ('/' alternative)* grounds    # traitSetting
  ;

alternative
  : value (',' value)*
  ;

chanceDeclaration
  : 'chance' name ':' type ('=' usual=value)?
  ;

initDeclaration
  : 'init' name ('[' index=value ']')? '=' initCase ('else' initCase)*
  ;

initCase
  : value ('if' expression)?
  ;

eventDeclaration
  : 'event' name ('(' parameter (',' parameter)* ')')? eventPart*
  ;

eventPart
  : 'by' name                           # eventActor
  | 'answers' parameter (',' parameter)*    # eventOutputs
  | 'only' INNER_WHEN expression        # eventBounds
  | 'silent'                            # eventSilent
  ;

parameter
  : name ':' type
  ;

effectDeclaration
  : 'effect' names ('ensures' expression)?
  ;

errorDeclaration
  : 'error' names
  ;

definition
  : 'define' name '=' expression
  ;

observerDeclaration
  : 'observer' name 'sees' observerPart (';' observerPart)*
  ;

observerPart
  : 'answers' 'of' names                # observerAnswers
  | 'effects'                           # observerEffects
  | 'state' (INNER_EXCEPT names)?       # observerState
  ;

// Types and values

type
  : typeItem ('|' typeItem)*            # enumeration
  | value ('<' value)+                  # orderedEnumeration
  ;

typeItem
  : item ('matches' 'any')?
  ;

items
  : item (',' item)*
  ;

item
  : low=value ('..' high=value)?
  ;

// --- 3. Tables ----------------------------------------------------------------------------------

table
  : tableHead row*
  ;

tableHead
  : 'table' name 'checks'? 'on' names tablePart*    # tableHeadline
  | 'step' name tablePart*              # stepHeadline
  | 'override' name 'entirely'? tablePart*    # overrideHeadline
  ;

tablePart
  : 'where' expression                  # tableWhere
  | 'before' name                       # tableBefore
  | ('after' | INNER_AFTER) name        # tableAfter
  | ground                              # tableGround
  ;

row
  : ROW cell ((BAR | DIVIDER) cell)* (EOL | EOF)
  ;

cell
  : ~(BAR | DIVIDER | EOL)*
  ;

card
  : cardHead cardClause*
  ;

cardHead
  : 'row' value ('or' value)? 'of' of=name (('replaces' | 'splits') value (',' value)*)? inlineGround*
  ;

cardClause
  : 'when' anything                     # cardWhen
  | 'answer' anything                   # cardAnswer
  | 'sets' anything                     # cardSets
  | 'does' anything                     # cardDoes
  | 'why' anything                      # cardWhy
  | sourceClause inlineGround*          # cardGround
  ;

// What a clause of a card holds: read afterwards, as cells are.
anything
  : ( WORD | NUMBER | CITED | STRING | OPEN_STRING | JUNK
    | INNER_POLICY | INNER_VAR | INNER_SOURCE | INNER_EXCEPT | INNER_AFTER | INNER_WHEN
    | 'answers' | 'any' | 'because' | 'before' | 'by' | 'can' | 'checks' | 'effects' | 'else'
    | 'ensures' | 'entirely' | 'every' | 'extends' | 'if' | 'include' | 'matches' | 'number' | 'of'
    | 'on' | 'only' | 'order' | 'pages' | 'reach' | 'refines' | 'replaces' | 'sees' | 'silent' | 'some'
    | 'splits' | 'state' | 'status' | 'symmetric' | 'unchanged' | 'where'
    | 'and' | 'or' | 'not' | 'implies' | 'in'
    | '=' | '!=' | '<' | '<=' | '>' | '>=' | '==' | '!' | ',' | ';' | ':' | '.' | '..' | '\''
    | '+' | '-' | '->' | BORDER | '*' | '/' | '(' | ')' | '[' | ']' | '{' | '}'
    )*
  ;

// --- 4. Inheritance -----------------------------------------------------------------------------

deletion
  : 'delete' value (',' value)* grounds
  ;

lack
  : 'lacks' names grounds
  ;

// --- Systems: several pages -----------------------------------------------------------------------

commonDeclaration
  : 'common' names grounds
  ;

rangeDeclaration
  : 'range' event=name how=name ('answers' output=name)? grounds    # rangeEvent
  | 'whole' names grounds               # wholeEvent
  ;

refusal
  : 'refuse' id=value error=name 'on' names INNER_WHEN expression grounds
  ;

globalDeclaration
  : 'global' name 'on' names INNER_WHEN expression grounds
  ;

// --- 7. Properties ------------------------------------------------------------------------------

property
  : propertyHead propertyClause*
  ;

propertyHead
  : 'property' name STRING? inlineGround*
  ;

propertyClause
  : 'for' policyGlobs ('where' expression)?    # propertyPolicies
  | 'except' policyGlobs inlineGround*    # propertyException
  | 'always' expression                 # claimAlways
  | 'never' expression                  # claimNever
  | 'after' trigger ('by' actor=name)? (INNER_WHEN when=expression)? ':' holds=expression    # claimAfter
  | 'reachable' expression              # claimReachable
  | 'from' from=expression 'can' 'reach' reach=expression ('by' names)?    # claimCanReach
  | sourceClause inlineGround*          # propertyGround
  ;

// `any` alone stands for every event.
trigger
  : call (',' call)*
  ;

call
  : name ('(' (argument (',' argument)*)? ')')?
  ;

argument
  : value
  | '-'
  ;

// --- 8. Scenarios -------------------------------------------------------------------------------

scenario
  : scenarioHead scenarioClause* row*
  ;

scenarioHead
  : 'scenario' name STRING? inlineGround*
  ;

scenarioClause
  : 'for' policyGlobs                   # scenarioPolicies
  | 'with' setting (',' setting)*       # scenarioSettings
  | sourceClause inlineGround*          # scenarioGround
  ;

setting
  : name '=' value ('+' value)*
  ;

// --- Expressions: what binds loosest first ------------------------------------------------------

// Only parentheses recurse.

loneExpression
  : expression EOF
  ;

expression
  : disjunction ('implies' disjunction)*
  ;

disjunction
  : conjunction ('or' conjunction)*
  ;

conjunction
  : prefixed ('and' prefixed)*
  ;

prefixed
  : prefix* condition
  ;

prefix
  : 'not'                               # negation
  | 'some' name ':'                     # someIndex
  | 'every' name ':'                    # everyIndex
  ;

condition
  : '(' expression ')'                  # parenthesized
  | term comparator term                # comparison
  | term 'in' '{' items '}'             # membership
  | term 'in' name                      # namedMembership
  | 'effects' 'include' name            # effectsInclude
  | 'effects' 'order' name '<' name     # effectsOrder
  | 'unchanged' names                   # unchanged
  | term                                # bare
  ;

// What C writes is read as what it means, and reported.
comparator
  : '='
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  ;

term
  : value ('[' index=value ']')? PRIME?    # named
  | '(' 'number' name ':' expression ')'    # count
  ;

// --- Grounds: what a declaration or row rests on ------------------------------------------------

grounds
  : ground*
  ;

ground
  : sourceClause
  | inlineGround
  ;

// Opens a line: of a head, or as a clause of its own.
sourceClause
  : 'source' citations
  ;

inlineGround
  : INNER_SOURCE citations              # groundSource
  | 'status' name                       # groundStatus
  | 'because' STRING                    # groundReason
  ;

citations
  : citation (',' citation)*
  ;

citation
  : name
  | CITED
  ;

// --- Names --------------------------------------------------------------------------------------

policyGlobs
  : policyGlob (',' policyGlob)*
  ;

policyGlob
  : globPart ('.' globPart)* ('[' setting (',' setting)* ']')?
  ;

globPart
  : (name | NUMBER | '*')+
  ;

policyName
  : name ('.' name)*
  ;

names
  : name (',' name)*
  ;

value
  : name
  | NUMBER
  ;

name
  : WORD
  | INNER_POLICY | INNER_VAR | INNER_SOURCE | INNER_EXCEPT | INNER_AFTER | INNER_WHEN
  | 'answers' | 'any' | 'because' | 'before' | 'by' | 'can' | 'checks' | 'effects' | 'else'
  | 'ensures' | 'entirely' | 'every' | 'extends' | 'if' | 'include' | 'matches' | 'number' | 'of'
  | 'on' | 'only' | 'order' | 'pages' | 'reach' | 'refines' | 'replaces' | 'sees' | 'silent' | 'some'
  | 'splits' | 'state' | 'status' | 'symmetric' | 'unchanged' | 'where'
  ;
