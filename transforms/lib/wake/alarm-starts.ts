import type * as t from '@babel/types';
import { ancestors, functionOf, isFunction, isUnused, isWithin, mayLeave, parentOf, siblings, unwrap, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { isInLoop } from '../control-flow.ts';
import { lineOf, orRefusal, Refusal } from '../refusal.ts';
import { phasesAt, type Phase } from '../phases.ts';
import type { Turns } from '../turns.ts';
import type { Timer } from './alarm-plan.ts';
import { isIdOfNew } from './carried-values.ts';
import { faultOfEvent } from './installing.ts';
import { assertOnce, LOOP, onlyUseOf } from './once.ts';
import type { Settings } from './settings.ts';
import { settledAt, type Settled } from './settled-intervals.ts';
import { isClearedBefore, isStartedAfter, type Clear, type Handle, type Start } from './timer-handles.ts';

/** Where an alarm is created, and how often. */
export interface Creation {
  readonly start: Start;
  /** start: in the first turn. late: later in the start-up. event: because of an event. */
  readonly when: 'start' | 'late' | 'event';
  /** ensure: where there is none. install: once per installation and browser start. replace: in any case. settle: where there is none of this period. */
  readonly how: 'ensure' | 'install' | 'replace' | 'settle';
  /** unique: each creation makes another alarm. */
  readonly name: 'same' | 'unique';
  readonly settled?: Settled;
  /** Clears that nothing needs any more. */
  readonly dropped?: readonly Clear[];
}

/** Whether a clear stands among the statements before a start. */
function isJustBefore(clear: Clear, { target }: Start): boolean {
  const [own, cleared] = [target, clear.target].map((node) => (siblings(node) === undefined ? parentOf(wrapped(node))! : node)) as [Node, Node];
  const statements = siblings(own) ?? [];
  const index = statements.indexOf(cleared as t.Statement);
  return index !== -1 && index < statements.indexOf(own as t.Statement);
}

/** How an alarm takes the place of a start of a timer. @throws Refusal where it cannot */
export function creationOf(start: Start, { kind, delay }: Timer, handle: Handle | undefined, starts: readonly Start[], settings: Settings, turns: Turns): Creation {
  const phases = phasesAt(start.call, turns);
  if (phases.size === 0) throw new Refusal('nothing is seen to start it');
  const plain = orRefusal(() => constantCreation(start, kind, handle, starts, turns, phases));
  if (!(plain instanceof Refusal) && (delay !== undefined || plain.how === 'replace')) return plain;
  const isOfEvents = phases.size === 1 && phases.has('event');
  const settled = kind === 'setTimeout' || isOfEvents ? undefined : settledAt(start, handle, settings, turns);
  if (settled === undefined) throw plain instanceof Refusal ? plain : new Refusal(kind === 'setTimeout' ? 'how long it takes is not always the same' : 'nothing tells a start that its period changed');
  return { start, when: phases.has('event') ? 'event' : phases.size === 1 && phases.has('start') ? 'start' : 'late', how: 'settle', name: 'same', settled };
}

/** How a timer is created whose delay is always the same, and that nothing but code decides about. */
function constantCreation(start: Start, kind: Timer['kind'], handle: Handle | undefined, starts: readonly Start[], turns: Turns, phases: ReadonlySet<Phase>): Creation {
  const { call, guard } = start;
  if (!phases.has('event')) {
    assertOnce(call, turns);
    if (guard !== undefined || start.key !== undefined) throw new Refusal('the start-up asks for its id');
    const when = phases.size === 1 && phases.has('start') ? 'start' : 'late';
    const clears = handle?.clears ?? [];
    // What is cleared before the start-up starts it does not run yet.
    const dropped = clears.filter((clear) => [...phasesAt(clear.call, turns)].some((phase) => phase !== 'event'));
    if (dropped.some((clear) => !isJustBefore(clear, start))) throw new Refusal('the start-up clears it');
    const stops = clears.some((clear) => !isStartedAfter(clear, handle!));
    if (kind === 'setInterval' && !stops) return { start, when, how: 'ensure', name: 'same', dropped };
    // Once it rang or was stopped, a wake must not create it again.
    if (when === 'late') throw new Refusal('the start-up starts it too late for `runtime.onStartup`');
    const fault = faultOfEvent(turns.scriptOf(call).extension);
    if (fault !== undefined) throw new Refusal(fault);
    if (siblings(start.target) === undefined && parentOf(start.target)?.type !== 'ExpressionStatement') throw new Refusal('it is not started in a statement of its own');
    return { start, when, how: 'install', name: 'same', dropped };
  }
  if (phases.size > 1) throw new Refusal('the start-up and events start it');
  if (guard !== undefined) {
    assertForgotten(start, handle!, kind, turns);
    return { start, when: 'event', how: 'ensure', name: 'same' };
  }
  if (handle !== undefined && isClearedBefore(start, handle, turns)) return { start, when: 'event', how: 'replace', name: 'same' };
  if (starts.every((one) => isOncePerStart(one.call, turns)) && (kind === 'setTimeout' || starts.some((one) => turns.turnsAt(one.call).some(({ origin }) => origin === 'runtime.onStartup')))) return { start, when: 'event', how: 'replace', name: 'same' };
  if (kind === 'setTimeout' && handle !== undefined && isOfNewTab(start, handle, turns)) return { start, when: 'event', how: 'replace', name: 'same' };
  if (kind === 'setInterval') throw new Refusal('it may be started again while it runs');
  if (isStartedByItself(call, turns)) throw new Refusal(`what it runs starts it again${turns.scriptOf(call).extension.hasWorker ? ', and Chrome may keep its alarm beside that of the next browser start' : ''}`);
  return { start, when: 'event', how: 'replace', name: 'unique' };
}

/** Whether a timer is the first one of a tab or window: the event that tells that it is new comes once, and no other place starts another one beside it. */
function isOfNewTab(start: Start, handle: Handle, turns: Turns): boolean {
  const others = handle.starts.filter((other) => other !== start);
  return start.key !== undefined && isIdOfNew(start.script, start.key, turns) && others.every((other) => isClearedBefore(other, handle, turns)) && isOncePerNew(start.call, others.length === 0, turns);
}

/**
 * Whether a place runs once for each event that tells of a new tab or window.
 * @param mayWait whether other events may come in between
 */
function isOncePerNew(place: Node, mayWait: boolean, turns: Turns): boolean {
  const fn = functionOf(place);
  if (fn === undefined || fn.generator || (fn.async && !mayWait) || isInLoop(place) || orRefusal(() => onlyUseOf(turns.scriptOf(fn), fn, turns)) instanceof Refusal) return false;
  const [registration, ...others] = turns.registrations.filter(({ functions }) => functions.includes(fn));
  const [caller] = turns.callersOf(fn);
  if (registration === undefined) return caller !== undefined && isOncePerNew(caller, mayWait, turns);
  return others.length === 0 && caller === undefined && /^(tabs|windows)\.onCreated$/.test(registration.event) && !(orRefusal(() => assertOnce(registration.call, turns)) instanceof Refusal);
}

/** Whether what a timer runs leads to its start. */
function isStartedByItself(call: AnyCall, turns: Turns): boolean {
  const callback = call.arguments[0] && unwrap(call.arguments[0]);
  const runs = callback === undefined ? [] : isFunction(callback) ? [callback] : turns.functionsOf(callback);
  const leading = new Set<FunctionNode>();
  const add = (place: Node): void => {
    for (let fn = functionOf(place); fn !== undefined; fn = functionOf(fn)) {
      if (leading.has(fn)) return;
      leading.add(fn);
      turns.callersOf(fn).forEach(add);
    }
  };
  add(call);
  return runs.some((fn) => leading.has(fn));
}

/** Refuses an id that is forgotten while its timer runs: nothing can clear that timer any more. */
export function assertKnown({ resets, clears }: Handle, timers: readonly Timer[], turns: Turns): void {
  for (const { script, statement } of resets) {
    const list = siblings(statement)!;
    const isCleared = clears.some(({ target }) => list.slice(0, list.indexOf(statement as t.Statement)).some((earlier) => earlier === target || earlier === parentOf(wrapped(target))));
    if (!isCleared && !timers.some(({ kind, call }) => kind === 'setTimeout' && isWithin(statement, runBy(call, turns) ?? call.callee))) throw new Refusal(`its id is forgotten while it runs, at ${lineOf(script, statement)}`);
  }
}

/** The function that a timer runs, where nothing else does. */
function runBy(call: AnyCall, turns: Turns): FunctionNode | undefined {
  const callback = call.arguments[0] && unwrap(call.arguments[0]);
  if (callback === undefined || isFunction(callback)) return callback;
  const [fn, ...others] = turns.functionsOf(callback);
  return fn !== undefined && others.length === 0 && turns.callersOf(fn).length === 0 && turns.turnsAt(fn.body).every(({ origin, cause }) => cause === call || origin === 'unknown') ? fn : undefined;
}

/** Refuses an id that still looks like that of a running timer when it rang or was cleared. */
function assertForgotten({ call }: Start, { resets, clears, starts }: Handle, kind: Timer['kind'], turns: Turns): void {
  const fn = runBy(call, turns);
  const forgets = (list: readonly Node[]): boolean => resets.some(({ statement }) => list.includes(statement));
  if (starts.length > 1) throw new Refusal('several places start it');
  if (clears.length > 0) throw new Refusal('it may be cleared while its alarm is looked for');
  if (kind === 'setTimeout' && !(fn?.body.type === 'BlockStatement' && !fn.async && forgets(fn.body.body) && !fn.body.body.some((statement) => mayLeave(statement)))) throw new Refusal('its id is not forgotten when it rings');
}

/** Events that come once per start of the browser. */
export const ONCE = /^runtime\.on(Installed|Startup)$/;

/** Whether only the installation and the start of the browser start a timer. Chrome may keep alarms: an interval has to be that of every start. */
function isOncePerStart(call: AnyCall, turns: Turns): boolean {
  const own = turns.registrations.filter(({ functions }) => functions.some((fn) => fn === functionOf(call)));
  return own.length > 0 && turns.turnsAt(call).every(({ origin }) => ONCE.test(origin)) && ![...ancestors(call)].some(({ type }) => LOOP.test(type));
}

/** The other listener that starts the same interval: one for the installation, one for the start of the browser. */
export function alsoStarted({ script, call, kind, delay }: Timer, timers: readonly Timer[], turns: Turns): readonly Start[] {
  const callback = call.arguments[0] && unwrap(call.arguments[0]);
  if (kind !== 'setInterval' || callback?.type !== 'Identifier' || !isOncePerStart(call, turns)) return [];
  return timers.filter((other) => other.call !== call && other.script === script && other.kind === kind && other.delay === delay && isUnused(other.call) && isOncePerStart(other.call, turns) && turns.functionsOf(other.call.arguments[0]!)[0] === turns.functionsOf(callback)[0])
    .filter(({ call: other }, index, all) => ![call, ...all.slice(0, index).map((one) => one.call)].some((one) => functionOf(one) === functionOf(other)))
    .map((other) => ({ script, call: other.call, target: other.call, key: undefined, guard: undefined }));
}

/** The statement after which the listener is registered: in the first turn of every start, and once. */
export function anchorOf({ start: { call, target }, when, settled }: Creation, turns: Turns): Node {
  if (when === 'start') {
    const own = [target, ...ancestors(target)].find((up) => siblings(up) !== undefined);
    if (own === undefined || (own !== target && own.type !== 'ExpressionStatement' && own !== settled?.condition)) throw new Refusal('it is not started in a statement of its own');
    return own;
  }
  let inner: Node = call;
  for (const up of ancestors(call)) {
    const isBody = up.type === 'Program' || (up.type === 'BlockStatement' && isFunction(parentOf(up)));
    if (isBody && isFirstTurn(inner, turns)) return inner;
    inner = up;
  }
  throw new Refusal('no place of the first turn sees what it needs');
}

function isFirstTurn(statement: Node, turns: Turns): boolean {
  const phases = phasesAt(statement, turns);
  if (phases.size !== 1 || !phases.has('start')) return false;
  const fn = functionOf(statement);
  if (fn === undefined) return true;
  try {
    assertOnce(statement, turns);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
