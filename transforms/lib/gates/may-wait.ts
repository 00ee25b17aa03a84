import { immediateCall } from '../api.ts';
import { doesNothing, functionOf, isCall, isFunction, isMember, isWithin, parentOf, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { isResultUnused, isLater, useOf } from '../callbacks.ts';
import { endBehind } from '../control-flow.ts';
import { callsOfListener, isNamed, isNamedListener, registrationsOf } from './callers.ts';
import type { Entry } from './entries.ts';
import { isObserving } from './modes.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { once } from '../source.ts';
import type { Turns } from '../turns.ts';
import { NEEDS_GESTURE } from '../user-gestures.ts';

/** Whether a call is the last thing that its turn does, and nobody looks at what it gives: the function may then wait. */
function isLast(call: Node, turns: Turns, seen: readonly Node[] = []): boolean {
  const script = turns.scriptOf(call);
  const isAtTop = functionOf(call) === undefined;
  const end = endBehind(call, (later) => doesNothing(later) || (isAtTop && isApart(script, later, turns)));
  if (end === 'followed' || end === 'used') return false;
  if (end.fn === undefined) return true;
  const { fn, isValue } = end;
  if (seen.includes(fn) || fn.generator) return false;
  const own = immediateCall(fn);
  if (own !== undefined) return !isValue && isLast(own.node, turns, [...seen, fn]);
  const use = useOf(script, fn);
  if (use === 'listener' || use === 'later') return !isValue || isResultUnused(script, fn);
  const callers = turns.callersOf(fn);
  return isNamed(fn) && (callers.length > 0 || isNamedListener(fn, turns)) && !isValue && callers.every((caller) => isLast(caller, turns, [...seen, fn]));
}

/** Whether a statement of the start-up runs none of the extension's own functions, and uses nothing that they may change. */
function isApart(script: Script, statement: Node, turns: Turns): boolean {
  let apart = true;
  walk(statement, (node) => {
    if (isFunction(node)) return false;
    if (isCall(node) && turns.targetsOf(node).length > 0) apart = false;
    if (node.type === 'Identifier' && script.binding(node)?.references.some(({ writes }) => writes)) apart = false;
    if (isMember(node) && script.api(node) === undefined) apart = false;
    return apart;
  });
  return apart;
}

/** Refuses to delay a listener that other code calls and does not wait for; a callback inside it may wait. */
export function assertNotCalled({ fn: listener, turns, mode }: Entry, fn: FunctionNode): void {
  if (fn !== listener || mode === 'later') return;
  const isEnd = (place: Node): boolean => {
    const call = parentOf(wrapped(place));
    return isCall(call) && call.callee !== wrapped(place) ? isLater(turns.scriptOf(call), call) || isLast(call, turns) : isLast(place, turns);
  };
  if (callsOfListener(fn, turns).some((place) => mode === 'message' || !isEnd(place))) throw new Refusal('a listener that uses it is also called as a function');
}

/** Refuses a function that cannot become asynchronous, or that loses by it what it does from a place on. */
export function assertMayWait(entry: Entry, fn: FunctionNode, from: number): void {
  assertNotCalled(entry, fn);
  if (fn.generator || (fn.type === 'ObjectMethod' && fn.kind !== 'method') || (fn.type === 'ClassMethod' && fn.kind !== 'method')) throw new Refusal('a listener that uses it cannot be asynchronous');
  assertNoGesture(entry, fn, from);
  assertErrorKnown(entry, fn, from);
  assertFiltersSet(entry, fn, from);
}

/** Refuses a wait before `runtime.lastError` is asked for, as the listener of a closed port does: only its own turn knows it. */
function assertErrorKnown({ turns }: Entry, fn: FunctionNode, from: number): void {
  // Listeners of the extension's own events get no error.
  if (registrationsOf(fn, turns).length > 0) return;
  const comesFrom = (node: Node, seen: readonly Node[]): boolean => {
    const own = functionOf(node);
    if (own === undefined || seen.includes(own)) return false;
    if (own === fn) return node.start! >= from;
    return useOf(turns.scriptOf(own), own) === 'now' ? comesFrom(own, seen) : turns.callersOf(own).some((caller) => comesFrom(caller, [...seen, own]));
  };
  const { scripts } = turns.scriptOf(fn).realms.find(({ kind }) => kind === 'background') ?? { scripts: [turns.scriptOf(fn)] };
  // A variable that it was given to is still there.
  const asks = scripts.flatMap((script) => script.apiReferences.filter(({ path, node }) => /^(runtime|extension)\.lastError$/.test(path) && /\blastError$/.test(script.textOf(node))));
  if (asks.some(({ node }) => comesFrom(node, []))) throw new Refusal('a function that uses it asks for `runtime.lastError`, which a wait would lose');
}

/** Refuses a wait before what needs the user's gesture. */
export function assertNoGesture({ script, turns }: Entry, fn: FunctionNode, from: number): void {
  const gesture = gestureAfter(script, fn, from, turns);
  if (gesture !== undefined) throw new Refusal(`\`${gesture}\` needs the user's gesture, which a wait would lose`);
}

/** The calls of a script that need the user's gesture. */
const gesturesIn = once((script: Script) => script.apiReferences.filter(({ path, call }) => call !== undefined && NEEDS_GESTURE.test(path)));

/** What needs the user's gesture and may come after a place of a function. */
export function gestureAfter(script: Script, fn: FunctionNode, from: number, turns: Turns): string | undefined {
  const events = new Set(turns.turnsAt(fn.body).map(({ origin }) => origin));
  for (const one of script.realms.find(({ kind }) => kind === 'background')?.scripts ?? [script]) {
    for (const { path, node } of gesturesIn(one)) {
      if (isWithin(node, fn) ? node.start! >= from : turns.turnsAt(node).some(({ origin }) => events.has(origin))) return path;
    }
  }
  return undefined;
}

/**
 * Refuses to have a message listener wait before what needs the user's gesture, which Chrome hands on with a message, and Firefox does not.
 * @param isBehind whether code would wait
 */
export function assertNoGestureBehind({ script, turns }: Entry, isBehind: (node: Node) => boolean): void {
  if (!script.extension.hasWorker) return;
  const comesFrom = (node: Node, seen: readonly Node[]): boolean => {
    const fn = functionOf(node);
    return isBehind(node) || (fn !== undefined && !seen.includes(fn) && turns.callersOf(fn).some((caller) => comesFrom(caller, [...seen, fn])));
  };
  for (const one of script.realms.find(({ kind }) => kind === 'background')?.scripts ?? [script]) {
    for (const { path, node } of gesturesIn(one)) {
      if (comesFrom(node, [])) throw new Refusal(`\`${path}\` needs the user's gesture, which a wait would lose`);
    }
  }
}

/** Messages that come before a port has its listeners are lost. */
export function assertPortsAttached({ script, turns }: Entry, fn: FunctionNode, from: number): void {
  if (!turns.registrations.some(({ event, functions }) => /\.onConnect(External)?$/.test(event) && functions.includes(fn))) return;
  const [port] = fn.params;
  const binding = port?.type === 'Identifier' ? script.binding(port) : undefined;
  if (port !== undefined && (binding === undefined || binding.references.some(({ node }) => node.start! >= from))) throw new Refusal('the listeners of a port must be attached at once');
}

/** What comes before the filter of a response has its handlers is lost, unless the request waits for the listener. */
function assertFiltersSet({ script, turns }: Entry, fn: FunctionNode, from: number): void {
  const observed = new Set(turns.turnsAt(fn.body).map(({ origin }) => origin));
  if (!turns.registrations.some((one) => observed.has(one.event) && one.event.startsWith('webRequest.') && isObserving(one))) return;
  for (const one of script.realms.find(({ kind }) => kind === 'background')?.scripts ?? [script]) {
    for (const { call } of one.calls('webRequest.filterResponseData')) {
      if (!isWithin(call, fn) && !turns.turnsAt(call).some(({ origin }) => observed.has(origin))) continue;
      const declarator = parentOf(wrapped(call));
      const filter = declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? one.binding(declarator.id) : undefined;
      if (!isWithin(call, fn) || call.start! >= from || filter === undefined || filter.references.some(({ node }) => node.start! >= from)) throw new Refusal('the handlers of a response\'s filter must be set at once: the request does not wait for the listener');
    }
  }
}

/** Refuses to have a listener wait before all that it does. */
export function assertMayWaitWhole(entry: Entry): void {
  const { fn } = entry;
  assertNoGesture(entry, fn, fn.body.start!);
  assertErrorKnown(entry, fn, fn.body.start!);
  assertFiltersSet(entry, fn, fn.body.start!);
  assertPortsAttached(entry, fn, fn.body.start!);
}
