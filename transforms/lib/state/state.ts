import type * as t from '@babel/types';
import { callOf, type Script } from '../script.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isUnused, isWithin, mayLeave, memberName, parentOf, siblings, statementOf, stringValue, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { accessOf, variablesOf, type Access, type Variable } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import { mayBringStored } from './from-storage.ts';
import { changesByOtherNames, heldShape, putIn } from '../values/held.ts';
import { returnsOf } from '../values/returns.ts';
import type { Realm } from '../realms.ts';
import { usesOfMethod } from '../objects.ts';
import { isHandle, join, shapeOf, type Shape } from '../shapes.ts';
import { turnsOf, type Turn, type Turns } from '../turns.ts';
import { usesOfFunction } from '../uses.ts';
import { IDLE_LIMIT } from '../platform.ts';

/** When code runs in the life of a background: in its first turn, later while it starts, or because of an event. */
export type Phase = 'start' | 'start-up' | 'event';

/** Why a variable survives an unload, or does not. */
export type Verdict =
  | { readonly kind: 'constant' | 'scratch' | 'unread' | 'memo' }
  /** Filled asynchronously while the background starts, from what each start finds again. */
  | { readonly kind: 're-derived'; readonly fill: Access | undefined; readonly reads: readonly Access[] }
  /** Changed by an event and read by a later one. `fill` is where the start-up reads it from storage again. */
  | { readonly kind: 'state'; readonly shape: Shape; readonly change: Access; readonly read: Access; readonly fill: Access | undefined }
  /** The same, of a value that storage cannot keep. */
  | { readonly kind: 'handle'; readonly shape: Shape; readonly change: Access; readonly read: Access }
  /** Different at each start, and read by later events. */
  | { readonly kind: 'start-value'; readonly read: Access };

export interface Classified {
  readonly variable: Variable;
  readonly verdict: Verdict;
}

const classified = new WeakMap<object, readonly Classified[]>();

/** Classifies what a background keeps in memory. */
export function classify(realm: Realm): readonly Classified[] {
  const turns = turnsOf(realm);
  let known = classified.get(turns.key);
  if (known === undefined) {
    known = variablesOf(realm, turns).map((variable) => ({ variable, verdict: judge(variable, turns) }));
    classified.set(turns.key, known);
  }
  return known;
}

/** The phases in which a place may run. */
export function phasesAt(node: Node, turns: Turns): ReadonlySet<Phase> {
  return new Set(turns.turnsAt(node).map(phaseOf));
}

/** The phase of a turn. */
export function phaseOf({ origin, delay }: Turn): Phase {
  if (origin !== 'start') return 'event';
  if (delay === undefined) return 'start';
  // What a timer or a socket of the start-up does, it does again and again.
  return delay === 'timer' || delay === 'event' ? 'event' : 'start-up';
}

/** Why a variable survives an unload, or does not. */
export function judge(variable: Variable, turns: Turns): Verdict {
  const { accesses } = variable;
  const changes = accesses.filter(({ kind }) => kind === 'write' || kind === 'update' || kind === 'mutate');
  const inPhase = (list: readonly Access[], phase: Phase): Access[] => list.filter(({ node }) => phasesAt(node, turns).has(phase));
  const reads = inPhase(accesses.filter(({ reads: used }) => used), 'event');
  const direct = inPhase(changes, 'event').filter((change) => !change.initial && !isMaking(change, variable));
  const eventChanges = direct.length > 0 || !changes.every(beginsWithObject) ? direct : inPhase(reads.flatMap(({ script, node }) => changesByOtherNames(script, node, turns)), 'event');
  if (eventChanges.length === 0) {
    if (reads.length === 0) return { kind: changes.length > 1 ? 'unread' : 'constant' };
    const fill = inPhase(changes, 'start-up').find(({ initial }) => !initial);
    if (fill !== undefined) return { kind: 're-derived', fill, reads };
    // Whoever asks a generator for its next value changes it.
    if (changes.some(({ script, value }) => shapeOf(script, value) === 'generator')) return { kind: 'handle', shape: 'generator', change: reads[0]!, read: reads[0]! };
    const differs = changes.length === 1 && changes[0]!.value !== undefined && differsAtEachStart(changes[0]!.value, turns);
    if (differs && reads.length > 0) return { kind: 'start-value', read: reads[0]! };
    return { kind: 'constant' };
  }
  if (reads.length === 0) return { kind: 'unread' };
  const lasting = reads.filter((read) => !isWrittenBefore(read.node, variable, turns, 3));
  if (lasting.length === 0) return { kind: 'scratch' };
  // A cache is made again; what others put into it is not.
  const isCache = isMemo(eventChanges, turns);
  const added = isCache && eventChanges.some(({ value }) => value !== undefined && isContainer(value)) ? inPhase(reads.flatMap(({ script, node }) => changesByOtherNames(script, node, turns)), 'event') : [];
  if (isCache && added.length === 0) return { kind: 'memo' };
  const initial = changes.find((change) => change.initial);
  if (isLock(initial, eventChanges, turns) || isCountOfWork(initial, eventChanges, turns) || isRecentMoment(initial, accesses, turns)) return { kind: 'scratch' };
  if (eventChanges.every((change) => comesFromStorage(change, turns))) {
    const fill = inPhase(changes, 'start-up').find(({ initial }) => !initial) ?? eventChanges.find(({ node }) => phasesAt(node, turns).has('start-up'));
    if (fill !== undefined || !isToldOfChangesOnly(changes, eventChanges, turns)) return { kind: 're-derived', fill, reads: lasting };
  }
  const shape = changes.map((change) => shapeGiven(change, turns)).reduce(join, 'nothing');
  if (isUnderWay(shape, accesses) || (shape === 'promise' && isForgottenAtEnd(changes))) return { kind: 'scratch' };
  const read = telling(lasting, turns);
  const change = telling(isCache ? added : eventChanges, turns);
  if (isHandle(shape)) return changes.every((one) => (one.initial ? isOfStorageLibrary(one) || isCanvasContext(one) : one.kind === 'mutate')) ? { kind: 'constant' } : { kind: 'handle', shape, change, read };
  return { kind: 'state', shape, change, read, fill: inPhase(changes, 'start-up').find((one) => !one.initial && one.kind !== 'update' && isRestored(one, turns)) };
}

/** Whether a variable begins with an object of a library by which storage is read and written: `new Storage()` of `@plasmohq/storage`, `new Dexie('notes')`. */
function isOfStorageLibrary({ script, value }: Access): boolean {
  const made = value && unwrap(value);
  const callee = made?.type === 'NewExpression' || isCall(made) ? unwrap(made.callee as Node) : undefined;
  const binding = callee?.type === 'Identifier' ? script.binding(callee) : undefined;
  const declaration = binding?.kind === 'import' ? parentOf(binding.declarations[0]!.node) : undefined;
  return declaration?.type === 'ImportDeclaration' && /^[^.]*(storage|dexie|forage|idb|pouchdb)/i.test(declaration.source.value);
}

/** Whether a variable begins with what draws on a canvas, which each start gets again. */
function isCanvasContext({ value }: Access): boolean {
  const made = value && unwrap(value);
  return isCall(made) && isMember(made.callee) && memberName(made.callee) === 'getContext';
}

/** Whether a variable is given an object of data where it is declared. */
function beginsWithObject({ initial, value }: Access): boolean {
  return initial && value !== undefined && isContainer(value);
}

function isContainer(value: Node): boolean {
  const made = unwrap(value);
  return made.type === 'ObjectExpression' || made.type === 'ArrayExpression' || (made.type === 'NewExpression' && made.callee.type === 'Identifier' && /^(Map|Set|Array|Object)$/.test(made.callee.name));
}

function shapeGiven(change: Access, turns: Turns): Shape {
  const { script, kind, value } = change;
  if (value !== undefined) return heldShape(script, value, turns);
  return kind === 'mutate' ? putIn(change).map((node) => heldShape(script, node, turns)).reduce(join, 'nothing') : 'json';
}

/** A request that is only kept to be stopped: an unload ends it, and leaves nothing to stop. */
function isUnderWay(shape: Shape, accesses: readonly Access[]): boolean {
  return (shape === 'request' || shape === 'controller') && accesses.every(({ node, kind, value }) => {
    const up = parentOf(wrapped(node));
    if (kind === 'write') return value !== undefined;
    if (isMember(up) && up.object === wrapped(node)) return /^(abort|signal|on\w+)$/.test(memberName(up) ?? '');
    return kind === 'read' && /^(IfStatement|LogicalExpression|UnaryExpression|BinaryExpression|ConditionalExpression)$/.test(up?.type ?? '') && isTest(node);
  });
}

/** A promise of work that forgets it at its end, `saving = save().then(() => { saving = null; })`: an unload ends the work and the promise, and the next event begins anew. */
function isForgottenAtEnd(changes: readonly Access[]): boolean {
  const isForgetting = ({ value }: Access): boolean => value !== undefined && isNothing(value);
  const ends = changes.filter((change) => !change.initial && isForgetting(change));
  return changes.every((change) => change.kind === 'write' && (isForgetting(change) || (change.initial && change.value === undefined) || ends.some(({ node }) => change.value !== undefined && isWithin(node, change.value))));
}

function isNothing(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === 'NullLiteral' || (inner.type === 'Identifier' && inner.name === 'undefined') || (inner.type === 'UnaryExpression' && inner.operator === 'void');
}

/** Whether it only matters whether there is something: `if (request)`, `request && request.abort()`. */
function isTest(node: Node): boolean {
  let inner = wrapped(node);
  for (let up = parentOf(inner); up !== undefined; inner = wrapped(up), up = parentOf(inner)) {
    if (up.type === 'BinaryExpression') return /^[!=]==?$/.test(up.operator);
    if (up.type === 'UnaryExpression' || ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && up.test === inner)) return true;
    if (up.type !== 'LogicalExpression') return false;
    if (up.left === inner && up.operator === '&&' && isUnused(up)) return true;
  }
  return false;
}

/** Whether an access is what a constructor does to a field of the object that it makes. */
function isMaking({ node }: Access, { holder }: Variable): boolean {
  const fn = isMember(node) && unwrap(node.object).type === 'ThisExpression' ? functionOf(node) : undefined;
  return fn !== undefined && holder !== undefined && (fn === holder.node || (fn.type === 'ClassMethod' && fn.kind === 'constructor' && parentOf(parentOf(fn)!) === holder.node));
}

/** Of several accesses, the one whose event says the most: an extension event before a timer or an unknown caller. */
function telling(accesses: readonly Access[], turns: Turns): Access {
  const rank = ({ node }: Access): number => Math.min(...turns.turnsAt(node).filter((turn) => phaseOf(turn) === 'event').map(rankOf));
  return accesses.reduce((best, access) => (rank(access) < rank(best) ? access : best));
}

/** How little a turn says of what causes it: 0 for an extension event. */
export function rankOf({ origin }: Turn): number {
  return ['start', 'dom', 'unknown'].indexOf(origin) + 1;
}

/** What gave a change its value in the functions around it: the start of a local variable, or the call that runs a callback. */
export function answersFor({ script, node, value }: Access): readonly Node[] {
  const answers: Node[] = [];
  if (value !== undefined) {
    mentions(value, (id) => {
      for (const { init } of script.binding(id)?.declarations ?? []) if (init && functionOf(init) === functionOf(node)) answers.push(init);
      return false;
    });
    if (unwrap(value).type === 'AwaitExpression') answers.push(value);
  }
  for (const up of ancestors(node)) {
    const call = isFunction(up) ? parentOf(wrapped(up)) : undefined;
    if (isCall(call) && call.arguments.includes(wrapped(up) as t.Expression)) answers.push(call);
  }
  return answers;
}

/** Whether the start-up makes a change with what storage answered. */
function isRestored(change: Access, turns: Turns): boolean {
  const { node, value } = change;
  const isFixed = value !== undefined && (/Literal$/.test(unwrap(value).type) || shapeOf(turns.scriptOf(node), value) === 'nothing');
  // if (stored.enabled === false) enabled = false;
  const made = isFixed ? [...ancestors(node)].find(({ type }) => type === 'IfStatement') : undefined;
  if (isFixed && (made?.type !== 'IfStatement' || functionOf(made) !== functionOf(node))) return false;
  const isAfterRead = turns.turnsAt(node).some((turn) => {
    if (phaseOf(turn) !== 'start-up' || turn.cause === undefined) return false;
    const script = turns.scriptOf(turn.cause);
    return isStorageRead(script, keptPromise(script, turn.cause) ?? turn.cause, turns) || answersFor(change).some((answer) => isStorageRead(change.script, answer, turns));
  });
  return isAfterRead && mayBringStored(made?.type === 'IfStatement' ? { ...change, value: made.test } : change, turns);
}

/** Whether a read always finds what the same turn wrote: an assignment stands before it in its function, or before every call of that function. */
function isWrittenBefore(node: Node, variable: Variable, turns: Turns, depth: number): boolean {
  const writes = variable.accesses.filter(({ kind, initial, node: written }) => kind === 'write' && !initial && !isWrittenIfEmpty(written));
  const fn = functionOf(node);
  if (fn === undefined) return false;
  for (const write of writes) {
    if (functionOf(write.node) !== fn || write.node.end! > node.start!) continue;
    const statement = statementOf(write.node);
    const list = siblings(statement);
    // Unconditional: the assignment is a statement of a list that the read stands in, further down.
    if (list !== undefined && statement.type === 'ExpressionStatement' && list.some((later) => later !== statement && later.start! > statement.start! && isWithin(node, later))) return true;
    if ([...ancestors(node)].some((loop) => isSetByLoop(write.node, node, loop))) return true;
  }
  const parent = parentOf(wrapped(fn));
  // A callback written in place: what came before it in the function around it came before it in time.
  if (parent !== undefined && (isCall(parent) || parent.type === 'NewExpression') && functionOf(fn) !== undefined && turns.turnsAt(fn).every(({ origin }) => turns.turnsAt(node).some((inner) => inner.origin === origin))) {
    if (isWrittenBefore(fn, variable, turns, depth)) return true;
  }
  if (depth === 0) return false;
  const callers = turns.callersOf(fn);
  const inEvent = callers.filter((call) => phasesAt(call, turns).has('event'));
  return inEvent.length > 0 && fn.type === 'FunctionDeclaration' && [...inEvent, ...givenAway(fn, turns)].every((place) => isWrittenBefore(place, variable, turns, depth - 1));
}

/** `x ??= value` may leave what an earlier turn wrote. */
function isWrittenIfEmpty(node: Node): boolean {
  const assignment = parentOf(wrapped(node));
  return assignment?.type === 'AssignmentExpression' && /^(\?\?|\|\||&&)=$/.test(assignment.operator);
}

/** Whether a loop assigns before it comes to a read: `for (key in object)`, `for (i = 0; ...)`. */
function isSetByLoop(write: Node, read: Node, loop: Node): boolean {
  if (loop.type === 'ForInStatement' || loop.type === 'ForOfStatement') return isWithin(write, loop.left) && isWithin(read, loop.body);
  return loop.type === 'ForStatement' && loop.init != null && isWithin(write, loop.init);
}

/** Where a function is given to others, as a listener perhaps, that call it then. */
function givenAway(fn: FunctionNode, turns: Turns): readonly Node[] {
  const isCalled = (node: Node): boolean => {
    const call = parentOf(wrapped(node));
    return isCall(call) && call.callee === wrapped(node);
  };
  return (usesOfFunction(turns.scriptOf(fn), fn) ?? []).flatMap(({ node }) => (isCalled(node) ? [] : [node]));
}

/** A cache that fills itself: assigned only where it was found empty, what it would be given again. */
function isMemo(changes: readonly Access[], turns: Turns): boolean {
  if (changes.some(({ kind }) => kind !== 'write')) return false;
  // What failed is forgotten.
  const fills = changes.filter(({ node, value }) => value === undefined || !isNothing(value) || !isInCatch(node));
  return fills.length > 0 && fills.every((change) => {
    const { node, script } = change;
    const assignment = parentOf(wrapped(node));
    if (assignment?.type !== 'AssignmentExpression') return false;
    const text = script.textOf(node);
    const right = unwrap(assignment.right);
    const isOr = right.type === 'LogicalExpression' && right.operator !== '&&' && script.textOf(right.left) === text;
    const value = isOr ? right.right : right;
    if (differsAtEachStart(value, turns) || isOfEvent(script, value, turns)) return false;
    if (isOr || assignment.operator === '??=' || assignment.operator === '||=') return true;
    // if (cache) return cache; cache = load();
    if (isGivenFirst(change) && !mentions(value, (id) => script.binding(id)?.declarations.some((given) => isFunction(given.node) && isWithin(value, given.node)) === true && isOfEvent(script, id, turns))) return true;
    for (const up of ancestors(assignment)) {
      if (isFunction(up) && !isCallback(up)) return false;
      if (up.type === 'IfStatement' && isWithin(assignment, up.consequent) && testsEmpty(script, up.test, text)) return true;
    }
    return false;
  });
}

/** Whether what a variable holds is given back before it is assigned: `if (cache) return cache;`. */
function isGivenFirst({ script, node }: Access): boolean {
  const text = script.textOf(node);
  const list = siblings(statementOf(node));
  return list?.slice(0, list.indexOf(statementOf(node) as t.Statement)).some((one) => {
    const given = one.type !== 'IfStatement' || script.textOf(unwrap(one.test)) !== text ? undefined : one.consequent.type === 'BlockStatement' ? one.consequent.body[0] : one.consequent;
    return given?.type === 'ReturnStatement' && given.argument != null && script.textOf(unwrap(given.argument)) === text;
  }) === true;
}

function isInCatch(node: Node): boolean {
  for (const up of ancestors(node)) {
    if (isFunction(up)) return false;
    if (up.type === 'CatchClause') return true;
  }
  return false;
}

/** Whether a value is, or is a part of, what an event brings, here or to a function that calls this one: another event brings another one. */
function isOfEvent(script: Script, value: Node, turns: Turns, depth = 3): boolean {
  let root = unwrap(value);
  // message.url, message.url.trim()
  while (isMember(root) || (isCall(root) && isMember(unwrap(root.callee as Node)))) root = unwrap(isMember(root) ? root.object : (root.callee as Node));
  const binding = root.type === 'Identifier' ? script.binding(root) : undefined;
  const declaration = binding?.kind === 'param' ? binding.declarations[0]! : undefined;
  const fn = declaration?.node;
  if (!isFunction(fn)) return false;
  if (turns.registrations.some(({ functions }) => functions.includes(fn))) return true;
  const index = fn.params.findIndex((param) => param === declaration!.id);
  return depth > 0 && index !== -1 && turns.callersOf(fn).some((call) => call.arguments[index] !== undefined && isOfEvent(turns.scriptOf(call), call.arguments[index], turns, depth - 1));
}

/** A mark of work that is going on: set before it, always taken back after it. An unload ends the work and the mark; one that came back would never be taken away. */
function isLock(initial: Access | undefined, changes: readonly Access[], turns: Turns): boolean {
  const markOf = ({ kind, value }: Access): boolean | undefined => (kind === 'write' && value?.type === 'BooleanLiteral' ? value.value : undefined);
  const free = initial?.value === undefined ? false : markOf(initial);
  if (free === undefined || changes.some((change) => markOf(change) === undefined)) return false;
  // A statement of its own: in a branch it may be left out.
  const releases = new Set<Node | undefined>(changes.filter((change) => markOf(change) === free).map(({ node }) => parentOf(wrapped(parentOf(wrapped(node))!))).filter((one) => one?.type === 'ExpressionStatement'));
  const takes = changes.filter((change) => markOf(change) !== free);
  if (takes.length === 1 && changes.length > 1 && isTestedFirst(takes[0]!) && changes.every((change) => change === takes[0] || (markOf(change) === free && comesAfter(change.node, takes[0]!.node, turns)))) return true;
  return takes.length > 0 && takes.every(({ node }) => {
    const statement = statementOf(node);
    const list = siblings(statement);
    const later = list?.slice(list.indexOf(statement as t.Statement) + 1) ?? [];
    const end = later.findIndex((one) => releases.has(one) || (one.type === 'TryStatement' && one.finalizer?.body.some((last) => releases.has(last))));
    return end !== -1 && !later.slice(0, end).some((one) => mayLeave(one, /^(Return|Throw|Break|Continue)Statement$/));
  });
}

/** A count of work that is going on: one more before it, always one less after it. */
function isCountOfWork(initial: Access | undefined, changes: readonly Access[], turns: Turns): boolean {
  const begins = changes.filter((change) => stepOf(change) === 1);
  const ends = changes.filter((change) => stepOf(change) === -1);
  if (!isZero(initial?.value) || begins.length + ends.length !== changes.length) return false;
  const isDone = ({ node }: Access): boolean => {
    const statement = statementOf(node);
    const list = siblings(statement);
    const block = parentOf(statement);
    if (list === undefined || block === undefined || statement.type !== 'ExpressionStatement') return false;
    const up = parentOf(block);
    return (isFunction(up) || (up?.type === 'TryStatement' && up.finalizer === block)) && !list.slice(0, list.indexOf(statement)).some((one) => mayLeave(one));
  };
  return ends.length > 0 && ends.every(isDone) && begins.every((begin) => ends.some((end) => comesAfter(end.node, begin.node, turns))) && ends.every((end) => begins.some((begin) => comesAfter(end.node, begin.node, turns)));
}

/** The moment of the last event, only asked whether it is less than the idle limit ago: after an unload it is not, and neither is 0. */
function isRecentMoment(initial: Access | undefined, accesses: readonly Access[], turns: Turns): boolean {
  const isRecent = ({ script, node }: Access): boolean => {
    const difference = parentOf(wrapped(node));
    if (difference?.type !== 'BinaryExpression' || difference.operator !== '-' || difference.right !== wrapped(node) || !isNow(script, difference.left)) return false;
    const comparison = parentOf(wrapped(difference));
    if (comparison?.type !== 'BinaryExpression' || !/^[<>]=?$/.test(comparison.operator)) return false;
    const limit = mostOf(script, comparison.left === wrapped(difference) ? comparison.right : comparison.left, turns);
    return limit !== undefined && limit < IDLE_LIMIT;
  };
  return isZero(initial?.value) && accesses.every((access) => access.initial || (access.kind === 'write' ? access.value !== undefined && !access.reads && isNow(access.script, access.value) : access.kind === 'read' && isRecent(access)));
}

/** `Date.now()`, or a constant that was given it in the same function. */
function isNow(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') {
    const binding = script.binding(inner);
    const [declaration, another] = binding?.declarations ?? [];
    return another === undefined && declaration?.keys?.length === 0 && declaration.init !== undefined && functionOf(declaration.id) === functionOf(inner) && !binding!.references.some(({ writes }) => writes) && isNow(script, declaration.init);
  }
  return /^(Date\.now\(\)|\+ ?new Date\(?\)?|new Date\(?\)?\.(getTime|valueOf)\(\))$/.test(script.textOf(inner));
}

/** The greatest number that an expression may be: a constant, or a parameter that each caller gives one. */
function mostOf(script: Script, node: Node, turns: Turns): number | undefined {
  const inner = unwrap(node);
  const value = evaluate(script, inner, turns)?.value;
  if (typeof value === 'number') return value;
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const declaration = binding?.kind === 'param' && !binding.references.some(({ writes }) => writes) ? binding.declarations[0]! : undefined;
  const fn = declaration?.node;
  const index = isFunction(fn) ? fn.params.indexOf(declaration!.id as t.Identifier) : -1;
  const uses = index === -1 ? undefined : usesOfFunction(script, fn as FunctionNode);
  if (uses === undefined || uses.length === 0) return undefined;
  const given = uses.map((use) => {
    const call = parentOf(wrapped(use.node));
    const argument = isCall(call) && call.callee === wrapped(use.node) && !call.arguments.some(({ type }) => type === 'SpreadElement') ? call.arguments[index] : undefined;
    const known = argument && evaluate(use.script, argument, turns)?.value;
    return typeof known === 'number' ? known : Infinity;
  });
  return Math.max(...given);
}

function isZero(value: Node | undefined): boolean {
  const inner = value && unwrap(value);
  return inner?.type === 'NumericLiteral' && inner.value === 0;
}

/** What a change adds to a count. */
function stepOf({ node }: Access): number | undefined {
  const change = parentOf(wrapped(node));
  if (change?.type === 'UpdateExpression') return change.operator === '++' ? 1 : -1;
  if (change?.type !== 'AssignmentExpression' || change.right.type !== 'NumericLiteral') return undefined;
  return change.operator === '+=' ? change.right.value : change.operator === '-=' ? -change.right.value : undefined;
}

/** Whether work begins only where it is not going on: `if (busy) return; busy = true;`. */
export function isTestedFirst({ script, node }: Access): boolean {
  const tests = (test: Node): boolean => {
    const inner = unwrap(test);
    return script.textOf(inner) === script.textOf(node) || (inner.type === 'LogicalExpression' && inner.operator === '||' && (tests(inner.left) || tests(inner.right)));
  };
  const statement = statementOf(node);
  const list = siblings(statement);
  return list?.slice(0, list.indexOf(statement as t.Statement)).some((one) => one.type === 'IfStatement' && tests(one.test) && mayLeave(one.consequent, /^ReturnStatement$/)) === true;
}

/** Whether all that leads to a place goes on from another one: a callback in its function, or a function that only such callbacks call. */
function comesAfter(place: Node, first: Node, turns: Turns, seen = new Set<Node>()): boolean {
  const home = functionOf(first);
  for (let fn = functionOf(place), inner = place; fn !== undefined; inner = fn, fn = functionOf(fn)) {
    if (fn === home) return inner.start! > first.end!;
    if (seen.has(fn)) return true;
    seen.add(fn);
    const script = turns.scriptOf(fn);
    const uses = usesOfMethod(fn, turns) ?? usesOfFunction(script, fn)?.map(({ node }) => node);
    if (uses === undefined || uses.length === 0) return false;
    if (uses.length === 1 && uses[0] === wrapped(fn)) continue;
    return uses.every((use) => comesAfter(use, first, turns, seen));
  }
  return false;
}

/** Whether a function is given to a call where it stands. */
function isCallback(fn: Node): boolean {
  const parent = parentOf(wrapped(fn));
  return (isCall(parent) || parent?.type === 'NewExpression') && parent.callee !== wrapped(fn);
}

function testsEmpty(script: Script, test: Node, text: string): boolean {
  const inner = unwrap(test);
  if (inner.type === 'LogicalExpression' && inner.operator === '||') return testsEmpty(script, inner.left, text) && testsEmpty(script, inner.right, text);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') return script.textOf(unwrap(inner.argument)) === text;
  if (inner.type === 'BinaryExpression' && /^={2,3}$/.test(inner.operator)) {
    const other = unwrap(inner.right);
    const empty = other.type === 'NullLiteral' || (other.type === 'Identifier' && other.name === 'undefined') || stringValue(other) === '';
    return empty && (script.textOf(inner.left) === text || script.textOf(inner.left) === `typeof ${text}`);
  }
  return false;
}

/** Whether a change only repeats what storage holds: with what it answered or what `storage.onChanged` brings, or by dropping what was kept of it. */
export function comesFromStorage(change: Access, turns: Turns): boolean {
  const { script, value, node, kind } = change;
  if (kind === 'write' && value !== undefined && isAnswerOfStorage(script, value, turns)) return true;
  if (kind === 'update' || !followsStorage(node, turns)) return false;
  if (value !== undefined && isEmpty(value)) return true;
  if (value !== undefined && unwrap(value).type === 'Identifier' && !mayBringStored(change, turns)) return false;
  return isDecidedByStorage(node, turns) || (value !== undefined && isMadeOfStored(script, value, turns));
}

/** Whether what storage answered decides that a place is come to, or is part of its statement: `enable()` in `if (changes.enabled.newValue) enable()`. */
function isDecidedByStorage(node: Node, turns: Turns, seen: ReadonlySet<Node> = new Set()): boolean {
  const script = turns.scriptOf(node);
  const used: Node[] = [statementOf(node)];
  for (const up of ancestors(node)) {
    if (up.type === 'IfStatement' || up.type === 'ConditionalExpression') used.push(up.test);
    else if (up.type === 'SwitchStatement') used.push(up.discriminant);
    else if (up.type === 'ForOfStatement' || up.type === 'ForInStatement') used.push(up.right);
  }
  const isUsed = used.some((part) => mentions(part, (id) => script.binding(id)?.declarations.some((declaration) =>
    (declaration.init && isStorageRead(script, declaration.init, turns)) || followsStorage(declaration.id, turns)) === true));
  const fn = isUsed ? undefined : functionOf(node);
  if (fn === undefined || seen.has(fn)) return isUsed;
  const callers = turns.callersOf(fn).filter((call) => phasesAt(call, turns).has('event'));
  return callers.length > 0 && givenAway(fn, turns).length === 0 && callers.every((call) => isDecidedByStorage(call, turns, new Set([...seen, fn])));
}

/** Whether a variable begins with a plain value, and only changes of storage tell it of another: no start reads what they left there. */
function isToldOfChangesOnly(changes: readonly Access[], eventChanges: readonly Access[], turns: Turns): boolean {
  return changes.every((change) => eventChanges.includes(change) || (change.initial && (change.value === undefined || /Literal$/.test(unwrap(change.value).type)))) &&
    eventChanges.every(({ node }) => turns.turnsAt(node).every(({ origin }) => /^storage\.(\w+\.)?onChanged$/.test(origin)));
}

/** Whether a value is made of a variable that an earlier statement of the same function gave what came from storage: `options = changes.options.newValue; timer.minutes = options.work`. */
function isMadeOfStored(script: Script, value: Node, turns: Turns): boolean {
  return mentions(value, (id) => script.binding(id)?.references.some(({ node }) => {
    if (node.end! > value.start! || functionOf(node) !== functionOf(value)) return false;
    const earlier = accessOf(script, node as t.Identifier);
    return (earlier.kind === 'write' || earlier.kind === 'mutate') && comesFromStorage(earlier, turns);
  }) === true);
}

/** Whether a value is what storage answers in its place: `await storage.local.get(DEFAULTS)`, `{ ...DEFAULTS, ...(await storage.local.get()) }`. */
function isAnswerOfStorage(script: Script, value: Node, turns: Turns): boolean {
  let [reads, computes] = [false, false];
  walk(value, (one) => {
    if (one.type === 'AwaitExpression' && isStorageRead(script, one, turns)) reads = true;
    if (one.type === 'BinaryExpression' || one.type === 'ConditionalExpression') computes = true;
    return !isFunction(one);
  });
  return reads && !computes;
}

/** Whether the events that run a place come to it through a read or a change of storage. */
function followsStorage(node: Node, turns: Turns): boolean {
  const events = turns.turnsAt(node).filter((turn) => phaseOf(turn) === 'event');
  return events.length > 0 && events.every(({ origin, cause }) =>
    /^storage\.(\w+\.)?onChanged$/.test(origin) || (cause !== undefined && isStorageRead(turns.scriptOf(cause), cause, turns)));
}

function isEmpty(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'ArrayExpression') return inner.elements.length === 0;
  if (inner.type === 'ObjectExpression') return inner.properties.length === 0;
  return inner.type === 'NullLiteral' || (inner.type === 'Identifier' && inner.name === 'undefined') || (inner.type === 'NewExpression' && inner.arguments.length === 0);
}

function mentions(node: Node, test: (id: t.Identifier) => boolean): boolean {
  let found = false;
  walk(node, (one) => {
    if (one.type === 'Identifier' && test(one)) found = true;
    return !found;
  });
  return found;
}

/** Whether a node is, awaits or continues a read of storage, or a call of a function that makes a promise of one. */
function isStorageRead(script: Script, node: Node, turns: Turns): boolean {
  let found = false;
  const inner = isCall(node) ? node : undefined;
  const callee = inner && unwrap(inner.callee as Node);
  const subject = callee && isMember(callee) && /^(then|catch|finally)$/.test(memberName(callee) ?? '') ? callee.object : inner ? callee! : node;
  walk(subject, (one) => {
    if (found || isFunction(one)) return false;
    if (isMember(one) && callOf(one)) {
      const names = script.api(one)?.names;
      if (names?.[0] === 'storage' && names.at(-1) === 'get') found = true;
    }
    if (isPromiseOfRead(script, one) || (isCall(one) && turns.targetsOf(one).some((fn) => isPromisedRead(fn, turns)))) found = true;
    return !found;
  });
  return found;
}

/** Whether a function only makes a promise of a read of storage: `return new Promise((resolve) => chrome.storage.local.get(keys, resolve))`. */
export function isPromisedRead({ body }: FunctionNode, turns: Turns): boolean {
  const last = body.type === 'BlockStatement' ? body.body.at(-1) : undefined;
  const given = body.type !== 'BlockStatement' ? body : last?.type === 'ReturnStatement' ? last.argument : undefined;
  return given !== undefined && given !== null && isPromiseOfRead(turns.scriptOf(body), unwrap(given));
}

/** `new Promise((resolve) => chrome.storage.local.get(keys, resolve))`. */
function isPromiseOfRead(script: Script, made: Node): boolean {
  if (made.type !== 'NewExpression' || made.callee.type !== 'Identifier' || made.callee.name !== 'Promise') return false;
  return script.apiReferences.some(({ path, call, node }) => call !== undefined && /^storage\.\w+\.get$/.test(path) && isWithin(node, made));
}

/** What the variable is given whose promise a call continues: `storage.local.get()` of `const loading = storage.local.get()` for `loading.then(…)`. */
function keptPromise(script: Script, call: Node): Node | undefined {
  const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
  const node = callee && isMember(callee) && memberName(callee) === 'then' ? unwrap(callee.object) : undefined;
  if (node?.type !== 'Identifier') return undefined;
  const { declarations = [], references = [] } = script.binding(node) ?? {};
  const [declaration] = declarations;
  if (declarations.length !== 1 || declaration?.keys?.length !== 0 || references.some(({ writes }) => writes)) return undefined;
  return declaration.init && declaration.init.end! <= node.start! ? declaration.init : undefined;
}

/** Whether each start makes another value: `Date.now()`, a random number or name, also by a function. */
export function differsAtEachStart(node: Node, turns: Turns): boolean {
  const inner = unwrap(node);
  if (inner.type === 'BinaryExpression') return inner.operator === '+' && [inner.left, inner.right].some((side) => differsAtEachStart(side, turns));
  if (inner.type === 'TemplateLiteral') return inner.expressions.some((part) => differsAtEachStart(part as Node, turns));
  if (inner.type === 'NewExpression') return inner.arguments.length === 0 && unwrap(inner.callee).type === 'Identifier' && (unwrap(inner.callee) as { name?: string }).name === 'Date';
  if (!isCall(inner)) return false;
  const callee = unwrap(inner.callee as Node);
  const name = isMember(callee) ? memberName(callee) : undefined;
  if (name === 'now' || name === 'random' || name === 'randomUUID') return true;
  if (turns.targetsOf(inner).some((fn) => !fn.async && returnsOf(fn).some(isDrawnByLot))) return true;
  return /^(getTime|valueOf|floor|round|toString|slice|substr|substring|toISOString)$/.test(name ?? '') && [...(isMember(callee) ? [callee.object] : []), ...inner.arguments].some((part) => differsAtEachStart(part, turns));
}

/** Whether a text or number is drawn by lot: `'x-x'.replace(/x/g, () => Math.random())`. A function that draws later is none. */
function isDrawnByLot(value: Node): boolean {
  let found = false;
  walk(value, (one) => {
    if (isFunction(one) && !(isCall(parentOf(one)) && (parentOf(one) as t.CallExpression).arguments.includes(one as t.Expression))) return false;
    found ||= isMember(one) && /^(random|randomUUID)$/.test(memberName(one) ?? '');
    return !found;
  });
  return found;
}

/** The longest delay, in milliseconds, of the timers whose ids a variable holds; undefined where one is not known. */
export function longestDelay(variable: Variable, turns: Turns): number | undefined {
  let longest = 0;
  for (const access of variable.accesses) {
    for (const given of access.value !== undefined ? [access.value] : putIn(access)) {
      const call = unwrap(given);
      if (shapeOf(access.script, call) !== 'timer' && heldShape(access.script, call, turns) === 'timer') return undefined;
      if (!isCall(call)) continue;
      const delay = call.arguments[1] === undefined ? { value: 0 } : evaluate(access.script, call.arguments[1], turns);
      if (typeof delay?.value !== 'number') return undefined;
      longest = Math.max(longest, delay.value);
    }
  }
  return longest;
}
