import { answersOf } from '../answers.ts';
import { ancestors, functionOf, isCall, isFunction, isWithin, parentOf, statementOf, walk, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { isBehind } from '../gates/behind.ts';
import { isNamed, registrationsOf } from '../gates/callers.ts';
import { entriesOf, entryFinder, refuseAtStart, scriptsToGate, type EntriesAt, type Entry } from '../gates/entries.ts';
import { gate } from '../gates/gates.ts';
import { inAnyOrder, inOrder, type Ordering } from '../gates/order.ts';
import { isObserving } from '../gates/modes.ts';
import { comesAfter } from './deferred.ts';
import { assertAsksNobody } from './settling.ts';
import { Insertions } from '../insertions.ts';
import { assertDeadInOthers } from '../live-code.ts';
import { freshName } from '../layout.ts';
import { addImport, exportedNames, importedName } from '../modules.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { once, onceWithin } from '../source.ts';
import { keepStart, limitStart, nameStart, StartUp, type Start } from './start-up.ts';
import { phasesAt } from '../phases.ts';
import type { Registration, Turns } from '../turns.ts';
import type { Edit } from '../types.ts';

/** A variable that start-up fills asynchronously: the places that do, and the places that wait. */
export interface Filled {
  readonly variable: Variable;
  readonly fills: readonly Access[];
  readonly waiting: readonly Access[];
  /** Whether a place comes after the fills as it is, and need not wait. */
  readonly isLate?: (place: Node) => boolean;
  /** Whether it says if a listener listens: all that sets it keeps its order. */
  readonly isSwitch?: boolean;
  /** A name for the promise, where that of the variable says little of it. */
  readonly promise?: string;
}

/** What a plan does for the variables of one statement of the start-up. */
export interface Loading {
  readonly edits: readonly Edit[];
  readonly done: readonly Filled[];
  /** Those of which some uses cannot wait, and why. */
  readonly refused: ReadonlyMap<Filled, string>;
}

/** A place that waits for what one variable is filled with, and the listeners that come to it. */
interface Way {
  readonly one: Filled;
  readonly access: Access;
  readonly listeners: ReadonlySet<FunctionNode>;
}

/** The places where start-up fills a variable after its first turn. */
export function fillsOf({ accesses }: Variable, turns: Turns): readonly Access[] {
  return accesses.filter(({ node, kind, initial }) => !initial && /^(write|update|mutate)$/.test(kind) && phasesAt(node, turns).has('start-up') && isMadeByStart(node, turns));
}

/** Whether the start-up runs the functions around a place: a callback that none of them has made is nobody's, whoever calls others like it. */
function isMadeByStart(place: Node, turns: Turns): boolean {
  return [...ancestors(place)].every((up) => !isFunction(up) || turns.turnsAt(up.body).some(({ origin }) => origin === 'start'));
}

/**
 * The statement of the start-up that fills a variable, or the words that say why it has none.
 * @param isLimited whether it may be one that is not known to end, and that listeners wait for some seconds only
 */
export function startOf(variable: Variable, fills: readonly Access[], turns: Turns, isLimited = false): Start | string {
  const start = orRefusal(() => {
    const startUp = new StartUp(homeOf(variable), turns, new Insertions());
    for (const { node } of fills) startUp.follow(node);
    startUp.finish();
    const [first, ...others] = startUp.starts;
    const { doubt } = startUp;
    if (doubt !== undefined && !isLimited) throw doubt;
    if (first === undefined || others.length > 0) throw new Refusal('several statements of the start-up fill it');
    if (doubt === undefined) return first;
    if (first.keeper !== undefined) throw doubt;
    assertAsksNobody(first.statement, turns);
    return { ...first, doubt };
  });
  return start instanceof Refusal ? start.message : start;
}

/** Whether a place comes after the promise of a start-up that has a name. */
export function isAfter(place: Node, { name, script, statement, keeper }: Start, turns: Turns): boolean {
  if (keeper !== undefined) return isBehind(place, (node, from) => keeper.is(node, from), turns);
  if (name === undefined) return false;
  const own = script.scopes!.program.bindings.get(name);
  const isPromise = (node: Node, from: Script): boolean => {
    if (node.type !== 'Identifier') return false;
    const binding = from.binding(node);
    if (binding?.kind === 'import') return own !== undefined && importedName(from, node, script, own) === node.name;
    return node.name === name && (binding === undefined ? from !== script && !script.isModule : isWithin(binding.declarations[0]!.id, statement));
  };
  return isBehind(place, isPromise, turns);
}

/** The function whose local a variable is; properties and fields are nobody's. */
function homeOf({ kind, node }: Variable): FunctionNode | undefined {
  return kind === 'closure' ? functionOf(node) : undefined;
}

/**
 * Gives the promise of a statement of the start-up a name, and has every listener that uses the variables it fills wait for it.
 * What cannot wait is left as it is.
 */
export function planLoading(start: Start, filled: readonly Filled[], turns: Turns): Loading {
  const refused = new Map<Filled, string>();
  const tried: Way[] = [];
  const isFree = freedom(start, filled, turns);
  const stuck = new Map<FunctionNode, string>();
  const refuse = (one: Filled, listeners: ReadonlySet<FunctionNode>, reason: string): void => {
    refused.set(one, refused.get(one) ?? reason);
    for (const listener of listeners) if (!stuck.has(listener)) stuck.set(listener, reason);
  };
  for (const one of filled) {
    const waits = waitsFor(start, [one], turns);
    for (const access of one.waiting) {
      if (isFree(access.node)) continue;
      const listeners = listenersTo(access.node, turns);
      const edits = orRefusal(() => editsOf(start, [{ ...one, waiting: [access] }], waits, turns, 'memory'));
      if (edits instanceof Refusal) refuse(one, listeners, edits.message);
      else if (edits.length > 0) tried.push({ one, access, listeners });
      else if ([...listeners].some(({ body }) => !isFree(body) && !isNaming(body, start))) refuse(one, new Set(), 'a function that the start-up makes uses it, and events call that');
    }
  }
  // A listener waits on all of its ways, or on none.
  let waiting = tried;
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    waiting = waiting.filter(({ one, listeners }) => {
      const reason = [...listeners].map((listener) => stuck.get(listener)).find((words) => words !== undefined);
      if (reason !== undefined) refuse(one, listeners, reason);
      return reason === undefined;
    });
  }
  const withWaiting = (ways: readonly Way[]): readonly Filled[] => filled.map((one) => ({ ...one, waiting: ways.filter((way) => way.one === one).map(({ access }) => access) })).filter((one) => one.waiting.length > 0);
  // So does one that waits only to keep the order of events.
  for (let before = -1; before !== waiting.length && waiting.length < tried.length;) {
    before = waiting.length;
    const able = withWaiting(waiting);
    if (able.length === 0) break;
    const { entriesAt } = waitsFor(start, able, turns);
    const ordered = orRefusal(() => inOrder(entriesAt(able.flatMap((one) => one.waiting)), entriesAt, turns, 'memory'));
    if (ordered instanceof Refusal) break;
    const drawn = new Set(ordered.map(({ fn }) => fn));
    waiting = tried.filter((way) => waiting.includes(way) || [...way.listeners].some((listener) => drawn.has(listener)));
  }
  const able = withWaiting(waiting);
  if (able.length === 0) return { edits: [], done: [], refused };
  const edits = inAnyOrder((ordering) => editsOf(start, able, waitsFor(start, able, turns), turns, ordering), (entry) => reaches(entry, start));
  if (edits instanceof Refusal) return { edits: [], done: [], refused: new Map(filled.map((one) => [one, edits.message])) };
  return { edits, done: able, refused };
}

/** Whether code names the promise of a start-up, and waits for it somewhere. */
function isNaming(body: Node, { name, keeper }: Start): boolean {
  let found = keeper !== undefined;
  walk(body, (node) => {
    if (node.type === 'Identifier' && node.name === name) found = true;
    return !found;
  });
  return found;
}

/** The listeners that come to a place, by themselves or through the functions that they call. */
function listenersTo(place: Node, turns: Turns): ReadonlySet<FunctionNode> {
  const listeners = new Set(turns.registrations.flatMap(({ functions }) => functions));
  const found = new Set<FunctionNode>();
  const seen = new Set<FunctionNode>();
  const visit = (node: Node): void => {
    for (const up of ancestors(node)) {
      if (!isFunction(up)) continue;
      if (seen.has(up)) return;
      seen.add(up);
      for (const call of turns.callersOf(up)) visit(call);
      if (!listeners.has(up)) continue;
      found.add(up);
      return;
    }
  };
  visit(place);
  return found;
}

/** What need not wait: the start-up itself, and the functions that fill, with the listeners that they register then. */
function freedom({ statement }: Start, filled: readonly Filled[], turns: Turns): (touch: Node) => boolean {
  const fills = filled.flatMap((one) => one.fills.map(({ node }) => node));
  // What sets a switch when an event happens waits for its turn, whichever function does it.
  const isSwitched = (touch: Node): boolean => filled.some(({ isSwitch, fills: own }) => isSwitch === true && own.some(({ node }) => node === touch));
  const isOfFill = (touch: Node): boolean => !isSwitched(touch) && fills.some((fill) => functionOf(fill) !== undefined && isBroughtBy(touch, fill, functionOf(fill)!, turns));
  return once((touch) => fills.every((fill) => isBroughtBy(touch, fill, statement, turns)) || !phasesAt(touch, turns).has('event') || isOfFill(touch) || filled.every(({ isLate }) => isLate?.(touch)));
}

/** Whether a place is in a function that a fill brings with it, or in a listener that is registered beside the fill only: then it comes after the fill. */
export function isRegisteredByFill(place: Node, fill: Node, turns: Turns): boolean {
  const fn = functionOf(fill);
  if (fn === undefined || functionOf(place) === fn) return false;
  if (isWithin(place, fn)) return isBroughtBy(place, fill, fn, turns);
  return [...ancestors(place)].some((up) => {
    const registrations = isFunction(up) && turns.callersOf(up).length === 0 ? registrationsOf(up, turns) : [];
    return registrations.length > 0 && registrations.every(({ call }) => isRegisteredAfter(call, fill, turns));
  });
}

/** Whether a place within some code that fills comes after the fill, whoever calls the functions in between by a name. */
function isBroughtBy(place: Node, fill: Node, code: Node, turns: Turns): boolean {
  for (const up of ancestors(place)) {
    if (up === code) return true;
    if (!isFunction(up)) continue;
    const registrations = registrationsOf(up, turns);
    if (registrations.length === 0 ? isNamed(up) : !registrations.every(({ call }) => isRegisteredAfter(call, fill, turns))) return false;
  }
  return false;
}

/** Whether a registration comes after a fill, or so shortly before it that no event comes between. */
function isRegisteredAfter(call: Node, fill: Node, turns: Turns): boolean {
  const fn = functionOf(fill);
  return fn !== undefined && functionOf(call) === fn ? !isBefore(call, fill, fn) : comesAfter(call, fill, turns);
}

/** Whether a function comes to a place, and waits before it fills. */
function isBefore(place: Node, fill: Node, fn: FunctionNode): boolean {
  if (place.start! > fill.start!) return false;
  const end = statementOf(fill).end!;
  let waits = false;
  walk(fn.body, (node) => {
    if (node.type === 'AwaitExpression' && node.end! > place.end! && node.start! < end) waits = true;
    return !waits && !isFunction(node);
  });
  return waits;
}

/** Who waits for some fills. */
interface Waits {
  /** Whether a place need not wait. */
  readonly isFree: (touch: Node) => boolean;
  readonly entriesAt: EntriesAt;
}

function waitsFor(start: Start, filled: readonly Filled[], turns: Turns): Waits {
  const isFree = freedom(start, filled, turns);
  const find = entryFinder(homeOf(filled[0]!.variable), turns, isFree, refuseAtStart);
  const stored = storedBy([start.statement, ...filled.flatMap(({ fills }) => fills.flatMap(({ node }) => functionOf(node) ?? []))], turns);
  const entriesAt: EntriesAt = (accesses, known = []) => {
    // What they store is added to what they touch: they are found anew.
    const entries = stored.size === 0 ? find(accesses, known) : find([...known.flatMap(({ touches }) => touches.map((node) => ({ node }))), ...accesses]);
    // Whoever asks the network may wait for them.
    if (start.doubt !== undefined && entries.some(({ fn }) => registrationsOf(fn, turns).some(isAsked))) throw start.doubt;
    return stored.size === 0 ? entries : entries.map((entry) => ({ ...entry, touches: [...entry.touches, ...writesOf(entry, stored)] }));
  };
  return { isFree, entriesAt };
}

/** Whether the browser waits for what a listener gives back. */
function isAsked(registration: Registration): boolean {
  return /^proxy\./.test(registration.event) || (answersOf(registration.event) === 'value' && !isObserving(registration));
}

const STORES = /^(storage\.\w+)\.(set|remove|clear)$/;

/** The areas of storage that some code of the start-up writes. */
function storedBy(code: readonly Node[], turns: Turns): ReadonlySet<string> {
  const references = code.flatMap((one) => turns.scriptOf(one).apiReferences.filter(({ node }) => isWithin(node, one)));
  return new Set(references.flatMap(({ path }) => STORES.exec(path)?.[1] ?? []));
}

/** What a listener stores, by itself, in callbacks or by functions that it calls, which a start-up that is not done could overwrite. */
function writesOf({ turns, fn, list, argument, touches }: Entry, areas: ReadonlySet<string>): readonly Node[] {
  if (argument !== undefined) return [];
  const stores = (code: FunctionNode, seen: Set<FunctionNode>): boolean => {
    if (seen.has(code)) return false;
    seen.add(code);
    return storesIn(code, turns).some(({ area }) => areas.has(area)) || calledIn(code, turns).some((target) => stores(target, seen));
  };
  const own = (node: Node): boolean => list.length === 0 || list.some((statement) => isWithin(node, statement));
  const direct = storesIn(fn, turns).flatMap(({ area, node }) => (areas.has(area) ? [node] : []));
  const calls = callsIn(fn).filter((call) => turns.targetsOf(call).some((target) => !isWithin(target, fn) && stores(target, new Set([fn]))));
  return [...direct, ...calls].filter((node) => own(node) && !touches.includes(node));
}

/** The calls in a function, those of its inner functions too. */
const callsIn = once((code: FunctionNode): readonly AnyCall[] => {
  const calls: AnyCall[] = [];
  walk(code, (node) => {
    if (isCall(node)) calls.push(node);
    return true;
  });
  return calls;
});

/** The functions that these calls may run. */
const calledIn = onceWithin((code: FunctionNode, turns: Turns): readonly FunctionNode[] => [...new Set(callsIn(code).flatMap((call) => turns.targetsOf(call)))]);

/** What a function writes in storage, with the area. */
const storesIn = onceWithin((code: FunctionNode, turns: Turns): readonly { readonly node: Node; readonly area: string }[] => {
  const { apiReferences } = turns.scriptOf(code);
  return apiReferences.flatMap(({ path, node }) => {
    const area = STORES.exec(path)?.[1];
    return area !== undefined && isWithin(node, code) ? [{ node, area }] : [];
  });
});

/** Whether a listener that shares nothing in memory with those that wait can name the promise of a start-up, too. */
function reaches({ fn, script }: Entry, { script: owner, statement, keeper }: Start): boolean {
  const home = functionOf(statement);
  if (keeper !== undefined || script === owner) return home === undefined || isWithin(fn, home);
  return home === undefined && !script.isModule && !owner.isModule;
}

/** The edits that have listeners wait; none where no listener has to. */
function editsOf(start: Start, filled: readonly Filled[], waits: Waits, turns: Turns, ordering: Ordering): readonly Edit[] {
  const [{ variable }] = filled as readonly [Filled];
  const { script } = start;
  const into = new Insertions();
  const startUp = new StartUp(homeOf(variable), turns, into);
  for (const { fills } of filled) for (const { node } of fills) startUp.follow(node);
  const edits = startUp.finish();
  const waiting = filled.flatMap((one) => one.waiting);
  const isNeeded = start.keeper !== undefined ? gate(waiting, keepStart(start, start.keeper, fieldName(filled), into), waits.entriesAt, turns, into, ordering) : gateByName(start, filled, waiting, waits, turns, into, ordering);
  if (!isNeeded) return [];
  const all = [...edits, ...into.edits];
  // Where the start-up runs as well, listeners wait for what it does there.
  assertDeadInOthers(all, script.extension, (_script, _edit, { scripts }) => scripts.some(({ file }) => file === script.file));
  return all;
}

function gateByName(start: Start, filled: readonly Filled[], waiting: readonly Access[], { isFree, entriesAt }: Waits, turns: Turns, into: Insertions, ordering: Ordering): boolean {
  const { script, statement } = start;
  const home = functionOf(statement);
  if (home !== undefined && entriesOf(waiting, home, turns, isFree, () => {}).some(({ fn }) => !isWithin(fn, home))) throw new Refusal('code outside of the function that starts it would have to wait, too');
  const others = script.isModule ? [...scriptsToGate(waiting, home, turns, isFree)].filter((other) => other !== script) : [];
  const given = start.doubt === undefined ? start : { ...start, name: undefined };
  const promise = given.name ?? promiseName([script, ...others], filled);
  if (start.doubt === undefined) nameStart(start, promise, into, others.length > 0);
  else limitStart(start, promise, freshName(programsOf([script, ...others]), 'loading', 'startUp'), into, others.length > 0);
  for (const other of others) importStart(other, given, promise, into);
  return gate(waiting, promise, entriesAt, turns, into, ordering);
}

function backgroundOf(script: Script): readonly Script[] {
  return script.realms.find(({ kind }) => kind === 'background')?.scripts ?? [script];
}

/** Has another module import the promise of the start-up. */
function importStart(other: Script, { script, statement, name }: Start, promise: string, into: Insertions): void {
  const own = name === undefined ? undefined : script.scopes!.program.bindings.get(name);
  if (own !== undefined && exportedNames(script, own).length > 0) {
    const known = importedName(other, other.program!, script, own);
    if (known === promise) return;
    if (known !== undefined || !exportedNames(script, own).includes(promise)) throw new Refusal('another module knows the promise of the start-up by another name');
  } else if (parentOf(statement)?.type !== 'Program') {
    throw new Refusal('several modules use what it fills');
  }
  if (name !== undefined && freshName(other.program!, name) !== name) throw new Refusal('another module has the name of the promise of the start-up');
  addImport(other, script, promise, into);
}

function promiseName(scripts: readonly [Script, ...Script[]], filled: readonly Filled[]): string {
  const [{ variable: { name } }] = filled as readonly [Filled];
  const given = filled.flatMap(({ promise: own }) => own ?? []);
  return freshName(programsOf(scripts), ...given, filled.length === 1 && /^[A-Za-z]\w*$/.test(name) ? `${name}Loaded` : 'settingsLoaded', 'startUpDone');
}

/** The code that sees the names of some scripts. */
function programsOf(scripts: readonly [Script, ...Script[]]): Node[] {
  const [script] = scripts;
  return (script.isModule ? scripts : backgroundOf(script)).flatMap(({ program }) => program ?? []);
}

/** What a field is called that keeps the promise of a load. */
function fieldName(filled: readonly Filled[]): string {
  const [{ variable: { name } }] = filled as readonly [Filled];
  const field = name.slice(name.lastIndexOf('.') + 1);
  return filled.length === 1 && /^[A-Za-z]\w*$/.test(field) ? `${field}Loaded` : 'loaded';
}
