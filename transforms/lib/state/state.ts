import type * as t from '@babel/types';
import { functionOf, isCall, isCallee, isFunction, isMember, isNewPromise, memberName, parentOf, unwrap, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import { variablesOf } from '../variables/variables.ts';
import { isLockByKey } from './keyed-locks.ts';
import { isKeyedMemo } from './keyed-memos.ts';
import { isMemo } from './memos.ts';
import { isKeptInPageStorage } from './page-storage.ts';
import { isOfPosition } from './positions.ts';
import { isAtItsEnd, phaseOf, phasesAt, rankOf, type Phase } from '../phases.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import { initOfConstant } from '../scope.ts';
import { isHandle, join, shapeOf, type Shape } from '../shapes.ts';
import { differsAtEachStart } from './start-values.ts';
import { comesFromStorage, isEmpty, isRestored, isToldOfChangesOnly } from './stored.ts';
import { turnsOf, type Turns } from '../turns.ts';
import { Bounding } from '../values/bounds.ts';
import { heldShape, putIn } from '../values/held.ts';
import { isCountOfWork, isForgottenAtEnd, isLock, isQueue, isUnderWay } from './work-marks.ts';
import { isOfShortWindow } from './windows.ts';
import { returnsOf } from '../values/returns.ts';
import { otherNamesOf } from './other-names.ts';
import { isWrittenBefore } from './written-first.ts';

/** Why a variable survives an unload, or does not. */
export type Verdict =
  | { readonly kind: 'constant' | 'scratch' | 'unread' | 'memo' | 'in-page-storage' }
  /** Filled asynchronously while the background starts, from what each start finds again. */
  | { readonly kind: 're-derived'; readonly fill: Access | undefined; readonly reads: readonly Access[] }
  /** Changed by an event and read by a later one. `fill` is where the start-up reads it from storage again. */
  | { readonly kind: 'state'; readonly shape: Shape; readonly change: Access; readonly read: Access; readonly fill: Access | undefined }
  /** The same, of a value that storage cannot keep. */
  | { readonly kind: 'handle'; readonly shape: Shape; readonly change: Access; readonly read: Access; readonly fill?: Access | undefined }
  /** Different at each start, and read by later events. */
  | { readonly kind: 'start-value'; readonly read: Access };

export interface Classified {
  readonly variable: Variable;
  readonly verdict: Verdict;
}

interface Memory {
  readonly classified: readonly Classified[];
  readonly bounding: Bounding;
  readonly accesses: ReadonlyMap<Node, readonly Access[]>;
}

const known = new WeakMap<object, Memory>();

function memoryOf(realm: Realm): Memory {
  const turns = turnsOf(realm);
  let memory = known.get(turns.key);
  if (memory === undefined) {
    const variables = variablesOf(realm, turns);
    const accesses = new Map(variables.flatMap((variable) => variable.accesses.map(({ node }) => [node, variable.accesses] as const)));
    const bounding = new Bounding(turns, accesses);
    memory = { accesses, bounding, classified: variables.map((variable) => ({ variable, verdict: judge(variable, turns, bounding) })) };
    known.set(turns.key, memory);
  }
  return memory;
}

/** Classifies what a background keeps in memory. */
export function classify(realm: Realm): readonly Classified[] {
  return memoryOf(realm).classified;
}

/** For each place that uses a variable of a background, all accesses of that variable. */
export function accessesOf(realm: Realm): ReadonlyMap<Node, readonly Access[]> {
  return memoryOf(realm).accesses;
}

/** The bounds of what the variables of a background may be. */
export function boundingOf(realm: Realm): Bounding {
  return memoryOf(realm).bounding;
}

/** Why a variable survives an unload, or does not. */
export function judge(variable: Variable, turns: Turns, bounding: Bounding): Verdict {
  const { accesses } = variable;
  const changes = accesses.filter(({ kind }) => kind === 'write' || kind === 'update' || kind === 'mutate');
  if (isPageStorage(changes)) return { kind: 'constant' };
  const inPhase = (list: readonly Access[], phase: Phase): Access[] => list.filter(({ node }) => phasesAt(node, turns).has(phase));
  const byOtherNames = (): Access[] => inPhase(otherNamesOf(variable, turns, bounding).changes, 'event').filter((change) => !isOfPosition(change));
  const direct = inPhase(changes, 'event').filter((change) => !change.initial && !isMaking(change, variable) && !isAtItsEnd(change.node, turns) && !isOfPosition(change));
  const eventChanges = direct.length > 0 || !changes.every((change) => change.kind === 'mutate' || beginsWithObject(change) || beginsWithPromise(change, turns)) ? direct : byOtherNames();
  const reads = inPhase([...accesses.filter(({ reads: used }) => used), ...(direct.length === 0 && eventChanges.length > 0 ? otherNamesOf(variable, turns, bounding).uses : [])], 'event');
  if (eventChanges.length === 0) {
    if (reads.length === 0) return { kind: changes.length > 1 ? 'unread' : 'constant' };
    const fill = inPhase(changes, 'start-up').find(({ initial }) => !initial);
    if (fill !== undefined) return reads.every(({ node }) => isAtItsEnd(node, turns)) ? { kind: 'constant' } : { kind: 're-derived', fill, reads };
    // Whoever asks a generator for its next value changes it.
    if (changes.some(({ script, value }) => shapeOf(script, value) === 'generator') || reads.some((read) => isAskedForNext(read, turns))) return { kind: 'handle', shape: 'generator', change: reads[0]!, read: reads[0]! };
    const differs = changes.length === 1 && changes[0]!.value !== undefined && differsAtEachStart(changes[0]!.value, turns);
    if (differs && reads.length > 0) return { kind: 'start-value', read: reads[0]! };
    return { kind: 'constant' };
  }
  if (reads.length === 0) return { kind: 'unread' };
  const lasting = reads.filter((read) => !isWrittenBefore(read.node, variable, turns, 3));
  if (lasting.length === 0) return { kind: 'scratch' };
  // A cache is made again; what others put into it is not.
  const isCache = isMemo(eventChanges, accesses, turns, bounding);
  // An element or a library's object is changed by what uses it each time.
  const isPartKept = ({ script, value }: Access): boolean => value !== undefined && (isContainer(value) || heldShape(script, value, turns) === 'promise');
  const added = isCache && eventChanges.some(isPartKept) ? byOtherNames() : [];
  if (isCache && added.length === 0) return { kind: 'memo' };
  const beginsEmpty = changes.every((change) => change.initial ? beginsWithObject(change) : change.kind === 'mutate');
  const isCollection = changes.every((change) => (change.initial ? beginsWithObject(change) : change.kind === 'mutate' || (change.value !== undefined && isContainer(change.value) && isEmpty(change.value))));
  if (isCollection && isKeyedMemo(inPhase(accesses.filter(({ initial }) => !initial), 'event'), turns) && byOtherNames().length === 0) return { kind: 'memo' };
  if (isKeptInPageStorage(accesses, eventChanges, turns)) return { kind: 'in-page-storage' };
  const initial = changes.find((change) => change.initial);
  const isLocked = (): boolean => isLockByKey([...new Set([...changes.filter((change) => !change.initial), ...eventChanges])], accesses.filter((access) => !changes.includes(access)), turns, bounding) && (direct.length === 0 || byOtherNames().length === 0);
  if (isLock(initial, eventChanges, turns) || isCountOfWork(initial, eventChanges, turns) || (beginsEmpty && initial?.value !== undefined && isEmpty(initial.value) && isLocked()) || isOfShortWindow(variable, bounding)) return { kind: 'scratch' };
  if (eventChanges.every((change) => comesFromStorage(change, turns))) {
    const fill = inPhase(changes, 'start-up').find(({ initial }) => !initial) ?? eventChanges.find(({ node }) => phasesAt(node, turns).has('start-up'));
    if (fill !== undefined || !isToldOfChangesOnly(changes, eventChanges, turns)) return { kind: 're-derived', fill, reads: lasting };
  }
  const shape = changes.map((change) => shapeGiven(change, turns)).reduce(join, 'nothing');
  // What is put into it has a name of its own.
  if (direct.length === 0 && isHandle(shape) && !changes.some((change) => change.initial && isHandle(shapeGiven(change, turns)))) return { kind: 'constant' };
  // Firefox keeps the background while a filter is open, and one that is closed is of no use.
  if (shape === 'filter' && eventChanges.every((change) => (change.value !== undefined ? [change.value] : putIn(change)).every((given) => unwrap(given).type !== 'ObjectExpression'))) return { kind: 'scratch' };
  if (isUnderWay(shape, accesses) || (shape === 'promise' && (isForgottenAtEnd(changes) || isQueue(changes, accesses, turns)))) return { kind: 'scratch' };
  const read = telling(lasting, turns);
  const change = telling(isCache ? added : eventChanges, turns);
  if (isHandle(shape) && changes.every((one) => (one.initial ? isOfStorageLibrary(one) || isCanvasContext(one) : one.kind === 'mutate'))) return { kind: 'constant' };
  // What an event puts among objects that are under way fills nothing.
  const isOfEvent = (one: Access): boolean => isHandle(shape) && one.kind === 'mutate' && eventChanges.includes(one);
  const fill = inPhase(changes, 'start-up').find((one) => !one.initial && one.kind !== 'update' && !isOfEvent(one) && isRestored(one, turns));
  return { kind: isHandle(shape) ? 'handle' : 'state', shape, change, read, fill };
}

/** `words.next()` of an iterator that the platform made. */
function isAskedForNext({ node }: Access, turns: Turns): boolean {
  const member = parentOf(wrapped(node));
  const call = isMember(member) && member.object === wrapped(node) && memberName(member) === 'next' ? parentOf(wrapped(member)) : undefined;
  return isCall(call) && call.callee === wrapped(member!) && turns.targetsOf(call).length === 0;
}

/** Whether a variable is another name for `localStorage` or `sessionStorage`. */
function isPageStorage(changes: readonly Access[]): boolean {
  const given = changes.filter(({ kind }) => kind !== 'mutate');
  return given.length > 0 && given.every(({ script, value }) => {
    const inner = value && unwrap(value);
    return inner !== undefined && ['localStorage', 'sessionStorage'].some((name) => script.globals(name).includes(inner));
  });
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
  return initial && value !== undefined && isContainer(value) && !isWithMethods(value);
}

/** Whether a variable is declared with the promise of an object of data that each start makes, and not from storage: `Promise.resolve({ count: 0 })`, `load()` of an `async` function. */
function beginsWithPromise({ initial, script, value }: Access, turns: Turns): boolean {
  const made = initial && value !== undefined ? unwrap(value) : undefined;
  const brought = made === undefined ? [] : broughtBy(script, made, turns);
  return brought.length > 0 && brought.every((one) => {
    const binding = one.type === 'Identifier' ? turns.scriptOf(one).binding(one) : undefined;
    const object = initOfConstant(binding) ?? one;
    return isContainer(object) && !isWithMethods(object);
  });
}

/** What a promise brings, where the functions that make it do not ask a storage. */
function broughtBy(script: Script, promise: Node, turns: Turns): readonly Node[] {
  const [first] = isCall(promise) || promise.type === 'NewExpression' ? promise.arguments : [];
  const asks = (fn: FunctionNode): boolean => /storage|indexedDB/i.test(turns.scriptOf(fn).textOf(fn));
  if (isNewPromise(promise)) {
    const executor = first && unwrap(first);
    const resolve = isFunction(executor) && executor.params[0]?.type === 'Identifier' && !asks(executor) ? script.binding(executor.params[0]) : undefined;
    return (resolve?.references ?? []).flatMap(({ node }): readonly Node[] => (isCallee(node) ? (parentOf(wrapped(node)) as AnyCall).arguments : [node]));
  }
  if (!isCall(promise)) return [];
  const targets = turns.targetsOf(promise);
  if (targets.length > 0) return targets.some(asks) ? [] : targets.flatMap((fn) => (fn.async ? returnsOf(fn) : []));
  const callee = unwrap(promise.callee as Node);
  if (!isMember(callee) || first === undefined) return [];
  if (memberName(callee) === 'then') return /storage|indexedDB/i.test(script.textOf(promise)) ? [] : turns.functionsOf(first).flatMap(returnsOf);
  return script.textOf(callee) === 'Promise.resolve' ? [first] : [];
}

/** Whether an object literal has behaviour: its fields are looked at one by one. */
function isWithMethods(value: Node): boolean {
  const made = unwrap(value);
  if (isCall(made)) return made.arguments.some(isWithMethods);
  return made.type === 'ObjectExpression' && made.properties.some((member) => member.type === 'ObjectMethod' || (member.type === 'ObjectProperty' && isFunction(unwrap(member.value))));
}

function isContainer(value: Node): boolean {
  const made = unwrap(value);
  if (made.type === 'ObjectExpression' || made.type === 'ArrayExpression') return true;
  const callee = made.type === 'NewExpression' || isCall(made) ? unwrap(made.callee as Node) : undefined;
  if (callee?.type === 'Identifier') return /^(Map|Set|WeakMap|Array|Object|Proxy)$/.test(callee.name);
  return isMember(callee) && unwrap(callee.object).type === 'Identifier' && /^(Object\.(create|assign|freeze|seal|fromEntries)|Array\.(from|of)|JSON\.parse)$/.test(`${(unwrap(callee.object) as t.Identifier).name}.${memberName(callee)}`);
}

function shapeGiven(change: Access, turns: Turns): Shape {
  const { script, kind, value } = change;
  if (value !== undefined) return heldShape(script, value, turns);
  return kind === 'mutate' ? putIn(change).map((node) => heldShape(script, node, turns)).reduce(join, 'nothing') : 'json';
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
