import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isWithin, parentOf, siblings, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import { isListenerArgument, useOf } from '../callbacks.ts';
import { callsOfListener, isNamed, isNamedListener, lastingName, namesOf, registrationsOf, usesOfHelper } from './callers.ts';
import { evaluate } from '../constants.ts';
import { isInLoop, waitsFirst } from '../control-flow.ts';
import { modeOf, type Mode } from './modes.ts';
import { IDLE_LIMIT } from '../platform.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { once } from '../source.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';

/** A listener, or a part of it, that waits before it touches some variables. */
export interface Entry {
  readonly turns: Turns;
  readonly script: Script;
  readonly fn: FunctionNode;
  readonly mode: Mode;
  /** The statements among which to wait; none for all of the function. */
  readonly list: readonly t.Statement[];
  /** The name by which a function is registered that others call as well: a listener around it waits. */
  readonly argument?: t.Identifier;
  readonly touches: Node[];
}

/** What to do with a place of the start-up that uses some variables, in a callback perhaps. @param outermost the place, or the callback, that stands among the statements of the start-up */
export type AtStart = (touch: Node, outermost: Node) => void;

/** Refuses what the start-up uses. */
export function refuseAtStart(): never {
  throw new Refusal('it is used while the background starts');
}

/** The scripts whose listeners would wait. @throws Refusal as {@link gate} does */
export function scriptsToGate(accesses: readonly Pick<Access, 'node'>[], home: FunctionNode | undefined, turns: Turns, isFree: (touch: Node) => boolean): ReadonlySet<Script> {
  return new Set(entriesOf(accesses, home, turns, isFree, () => {}).map(({ script }) => script));
}

/**
 * The listeners that touch some variables, and where in them.
 * @param isRevealed whether those outside of `home` can wait, too
 * @throws Refusal where a place that touches them is not known to be reached by listeners, or by what `atStart` takes
 */
export function entriesOf(accesses: readonly Pick<Access, 'node'>[], home: FunctionNode | undefined, turns: Turns, isFree: (touch: Node) => boolean, atStart: AtStart, isRevealed = false): Entry[] {
  return entryFinder(home, turns, isFree, atStart, isRevealed)(accesses);
}

/** Finds the listeners that touch some variables. @param known the listeners that touch others, which stay in front @throws Refusal as {@link entriesOf} does */
export type EntriesAt = (accesses: readonly Pick<Access, 'node'>[], known?: readonly Entry[]) => Entry[];

/** Finds listeners as {@link entriesOf} does, for several questions: each place is followed once. */
export function entryFinder(home: FunctionNode | undefined, turns: Turns, isFree: (touch: Node) => boolean, atStart: AtStart, isRevealed = false): EntriesAt {
  const placesAt = once((node: Node) => orRefusal(() => placesOf(node, new Set(), { home, turns, isFree, atStart, isRevealed, left: 500 })));
  /** Whether a listener touches nothing but in its own code: asked again, it is found as it is. */
  const isSettled = once((entry: Entry) => entry.touches.every((touch) => {
    const places = placesAt(touch);
    const [place, another] = places instanceof Refusal ? [] : places;
    return place !== undefined && another === undefined && place.touch === touch && place.fn === entry.fn && place.mode === entry.mode && place.argument === entry.argument && place.list[0] === entry.list[0] && place.list.length === entry.list.length;
  }));
  return (accesses, known = []) => {
    const isKept = known.every(isSettled);
    const nodes = accesses.map(({ node }) => node);
    const entries = new Map(isKept ? known.map((entry) => [keyOf(entry), entry]) : []);
    const touches = new Map<Node, Set<Node>>();
    for (const node of isKept ? nodes : [...known.flatMap((entry) => entry.touches), ...nodes]) {
      const places = placesAt(node);
      if (places instanceof Refusal) throw places;
      for (const place of places) {
        const key = keyOf(place);
        let own = touches.get(key);
        if (own === undefined && entries.get(key)?.touches.includes(place.touch)) continue;
        if (own === undefined) touches.set(key, (own = new Set(entries.get(key)?.touches)));
        own.add(place.touch);
        if (entries.has(key)) continue;
        const { touch, ...rest } = place;
        entries.set(key, { ...rest, turns, touches: [touch] });
      }
    }
    return [...entries].map(([key, entry]) => {
      const own = touches.get(key);
      return own === undefined || own.size === entry.touches.length ? entry : { ...entry, touches: [...own] };
    });
  };
}

/** Two listeners that have the same are one. */
export function keyOf({ argument, list, fn }: Pick<Entry, 'argument' | 'list' | 'fn'>): Node {
  return argument ?? list[0] ?? fn;
}

/** A place that can wait, and what in it has to. */
type Waiting = Pick<Entry, 'script' | 'fn' | 'mode' | 'list' | 'argument'> & { readonly touch: Node };

interface Search {
  readonly home: FunctionNode | undefined;
  readonly turns: Turns;
  readonly isFree: (touch: Node) => boolean;
  readonly atStart: AtStart;
  /** Whether code outside of the function whose locals the variables are can wait, too. */
  readonly isRevealed: boolean;
  /** How many steps are left before it is given up. */
  left: number;
}

/**
 * The listeners through which a place is reached; where these are not known or may not wait, the asynchronous code that the place is in.
 * @param path the places that led to it: what leads back to one of them adds nothing
 */
function placesOf(touch: Node, path: Set<Node>, search: Search): readonly Waiting[] {
  if (path.has(touch) || search.isFree(touch)) return [];
  if (search.left-- < 0) throw new Refusal('it is used in too many ways');
  path.add(touch);
  try {
    return listenersOf(touch, path, search);
  } catch (error) {
    const later = error instanceof Refusal ? placeAfterWait(touch, search) : undefined;
    if (later === undefined) throw error;
    return [later];
  } finally {
    path.delete(touch);
  }
}

function listenersOf(touch: Node, path: Set<Node>, search: Search): readonly Waiting[] {
  const { home, turns } = search;
  const script = turns.scriptOf(touch);
  let place = touch;
  for (let fn = functionOf(place); ; fn = functionOf(place)) {
    if (fn === undefined || fn === home) {
      // Each start sets it again, and it is due while the background is idle.
      if (isFunction(place) && isShortInterval(script, place, turns)) return [{ touch, script, fn: place, mode: 'await', list: [] }];
      search.atStart(touch, place);
      return [];
    }
    if (home !== undefined && !isWithin(fn, home) && !search.isRevealed) throw new Refusal('it is used outside of the function that makes it');
    const registrations = registrationsOf(fn, turns);
    const use = useOf(script, fn);
    if (registrations.length > 0 || use === 'listener' || isNamedListener(fn, turns)) {
      const mode = modeOf(registrations);
      const calls = callsOfListener(fn, turns);
      if (calls.length > 0 && placeAfterWait(touch, search) !== undefined) throw new Refusal('a listener that uses it is also called as a function');
      const named = mode === 'await' && calls.length > 0 ? registeredNames(script, fn, search) : [];
      if (named.length > 0) return [...named.map((argument) => ({ touch, script: turns.scriptOf(argument), fn: fn!, mode, list: [], argument })), ...usesOfHelper(fn, turns).flatMap((use) => placesOf(use, path, search))];
      // What the start-up does with it is for `atStart` to say.
      for (const call of calls) if (startsIn(call, turns)) placesOf(call, path, search);
      return [{ touch, script, fn, mode, list: [] }];
    }
    // Whoever runs it, a function that is made behind the gate runs behind it.
    if (use === 'now' || use === 'later' || (!isNamed(fn) && functionOf(fn) !== undefined && functionOf(fn) !== home)) {
      place = fn;
      continue;
    }
    // A helper: who calls it or hands it on touches the variables too.
    return usesOfHelper(fn, turns).flatMap((use) => placesOf(use, path, search));
  }
}

/** The names by which a function is registered as a listener; none where it is registered in other ways too, or removed again. */
function registeredNames(script: Script, fn: FunctionNode, { home, turns }: Search): readonly t.Identifier[] {
  const binding = lastingName(script, fn);
  if (binding === undefined) return [];
  const names = namesOf(script, binding).filter((node): node is t.Identifier => node.type === 'Identifier' && isListenerArgument(turns.scriptOf(node), node));
  const isPlain = (node: Node): boolean => turns.registrations.some(({ call }) => call.arguments[0] === node) && (home === undefined || isWithin(node, home));
  return !binding.references.some(({ writes }) => writes) && names.every(isPlain) && registrationsOf(fn, turns).length === names.length ? names : [];
}

function startsIn(node: Node, turns: Turns): boolean {
  const phases = phasesAt(node, turns);
  return phases.has('start') || phases.has('start-up');
}

/** Code that runs in a later turn than what called it, so that it may wait once more: a callback of the browser, or what comes after an `await`. */
function placeAfterWait(touch: Node, { home, turns }: Search): Waiting | undefined {
  if (turns.turnsAt(touch).some(({ origin }) => origin === 'start')) return undefined;
  const script = turns.scriptOf(touch);
  let inner = touch;
  for (const up of ancestors(touch)) {
    if (up === home) return undefined;
    const list = siblings(inner);
    const fn = functionOf(inner);
    if (list !== undefined && fn?.async && !fn.generator && !isInLoop(inner)) {
      const index = list.indexOf(inner as t.Statement);
      const wait = list.slice(0, index).findLastIndex(waitsFirst);
      if (wait !== -1) return { touch, script, fn, mode: 'later', list: list.slice(wait + 1) };
    }
    if (isFunction(up)) {
      const use = useOf(script, up);
      if (use === 'later') return up.generator || /\blastError\b/.test(script.textOf(up)) || up.params.some((param) => isWithin(touch, param)) ? undefined : { touch, script, fn: up, mode: 'later', list: [] };
      if (use !== 'now') return undefined;
    }
    inner = up;
  }
  return undefined;
}

/** Milliseconds from which on each run of an interval may wait for storage, and write it. */
const SHOWS_FRAMES = 250;

function isShortInterval(script: Script, fn: FunctionNode, turns: Turns): boolean {
  const call = parentOf(wrapped(fn));
  if (!isCall(call) || useOf(script, fn) !== 'later' || !/(^|\.)setInterval$/.test(script.textOf(call.callee))) return false;
  const period = evaluate(script, call.arguments[1], turns)?.value;
  return typeof period === 'number' && period >= SHOWS_FRAMES && period < IDLE_LIMIT;
}
