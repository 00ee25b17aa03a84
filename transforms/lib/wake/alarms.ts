import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isNewPromise, isWithin, mayLeave, memberName, parentOf, siblings, unwrap, usesArguments, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { CONNECTING, CONNECTION } from '../state/lasting-calls.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';
import { variablesOf } from '../variables/variables.ts';
import { callbackOf } from './alarm-callbacks.ts';
import { planOf, registration, removal, type Whole } from './alarm-edits.ts';
import { assertOwn } from './alarm-listeners.ts';
import { nameOf } from './alarm-names.ts';
import type { AlarmPlan, FirstRun, Timer } from './alarm-plan.ts';
import { alsoStarted, anchorOf, assertKnown, creationOf, ONCE, type Creation } from './alarm-starts.ts';
import { assertFilled } from './early-alarms.ts';
import { faultOfEvent } from './installing.ts';
import { assertOnce } from './once.ts';
import type { Settings } from './settings.ts';
import { handleOf } from './timer-handles.ts';

/** Timers take longer delays for none at all. Milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * Plans the alarm that does what a timer does: it survives an unload, and wakes the background.
 * @param timers every timer of the background whose delay is long enough
 * @throws Refusal where an alarm would do something else
 */
export function planAlarm(timer: Timer, timers: readonly Timer[], taken: ReadonlySet<string>, settings: Settings, turns: Turns): AlarmPlan {
  const { script, kind } = timer;
  assertOwn(script, turns);
  if (isAwaited(script, timer.call)) throw new Refusal('a promise waits for it');
  const { handle, start } = handleOf(script, timer.call, turns);
  const starts = handle?.starts ?? [start, ...alsoStarted(timer, timers, turns)];
  const own = starts.map(({ call }) => timers.find((one) => one.call === call) ?? fail('another timer uses the same id'));
  if (own.some((one) => one.kind !== kind)) throw new Refusal('a timeout and an interval use the same id');
  if (own.some(({ delay }) => delay !== undefined && delay > LONGEST)) throw new Refusal('a delay of more than 24.8 days counts as none');
  if (handle !== undefined) assertKnown(handle, own, turns);
  const creations = starts.map((one, index) => creationOf(one, own[index]!, handle, starts, settings, turns));
  const [first] = creations.filter(({ when }) => when !== 'event');
  if (creations.filter(({ when }) => when !== 'event').length > 1) throw new Refusal('the start-up starts it at several places');
  const anchor = anchorOf(first ?? creations[0]!, turns);
  const callback = callbackOf(own, anchor, turns);
  assertFilled(own, turns);
  const unique = creations.some(({ name }) => name === 'unique');
  if (handle !== undefined && unique && creations.length + handle.clears.length > 1) throw new Refusal('it may be started again while it runs, and only the last one can be cleared');
  const whole: Whole = { timers: own, creations, handle, anchor, callback, unique, name: nameOf(script, own[0]!, callback, handle, taken) };
  const firstRun = kind === 'setInterval' && first?.when === 'start' && starts.length === 1 ? firstRunOf(script, timer.call, turns) : undefined;
  if (firstRun?.statement === undefined) return { ...planOf(whole, turns), firstRun };
  const { statement, call } = firstRun;
  const isInstalled = first!.how === 'install' || (first!.how === 'ensure' && isForgetful(script));
  const plan = planOf({ ...whole, runs: isInstalled ? script.textOf(call) : undefined }, turns);
  return { ...plan, firstRun, edits: [...plan.edits, isInstalled ? removal(script, statement) : registration(script, statement, script.textOf(call.callee))] };
}

/** Whether alarms go with the browser, and with an extension that is disabled or updated: where there is none, the start-up is the first one. Chrome keeps them. */
function isForgetful(script: Script): boolean {
  return !script.extension.hasWorker;
}

/** How the start-up runs what an interval repeats: `refresh(); setInterval(refresh, 60000)`. */
function firstRunOf(script: Script, timer: AnyCall, turns: Turns): FirstRun | undefined {
  const fn = repeatedBy(timer, turns);
  const [call, another] = fn === undefined ? [] : turns.callersOf(fn).filter((caller) => !isWithin(caller, timer) && [...phasesAt(caller, turns)].some((phase) => phase !== 'event'));
  if (fn === undefined || call === undefined) return undefined;
  const statement = parentOf(wrapped(call));
  const phases = phasesAt(call, turns);
  const isPlain = unwrap(call.callee as Node).type === 'Identifier' && statement?.type === 'ExpressionStatement' && siblings(statement) !== undefined && fn.params.length === 0;
  if (!isPlain || another !== undefined || turns.scriptOf(call) !== script || phases.size !== 1 || !phases.has('start')) return { call, statement: undefined };
  const reason = orRefusal(() => assertRunByEvents(call, fn, turns));
  return { call, statement: reason instanceof Refusal ? undefined : statement };
}

/** Refuses a first run that cannot be left to the events of an installation and a browser start. */
function assertRunByEvents(call: AnyCall, fn: FunctionNode, turns: Turns): void {
  const script = turns.scriptOf(call);
  const fault = faultOfEvent(script.extension);
  if (fault !== undefined) throw new Refusal(fault);
  if (usesArguments(fn)) throw new Refusal('its function asks for its arguments');
  if (turns.registrations.some(({ event, functions }) => ONCE.test(event) && functions.includes(fn))) throw new Refusal('its function is a listener of the same event');
  assertOnce(call, turns);
  assertRepeatable(script, fn, turns);
}

/** The function that a timer's callback is, or all that it calls. */
function repeatedBy(timer: AnyCall, turns: Turns): FunctionNode | undefined {
  const callback = unwrap(timer.arguments[0]!);
  if (!isFunction(callback)) return turns.functionsOf(callback)[0];
  const { body } = callback;
  const only = body.type !== 'BlockStatement' ? body : body.body.length === 1 && body.body[0]!.type === 'ExpressionStatement' ? body.body[0].expression : undefined;
  const call = only && unwrap(only.type === 'AwaitExpression' ? only.argument : only);
  return isCall(call) && call.arguments.length === 0 ? turns.targetsOf(call)[0] : undefined;
}

/**
 * Plans a periodic alarm in place of a timeout at the end of a function that starts the function again: `function poll() { ...; setTimeout(poll, PERIOD); } poll();`.
 * Each start creates the alarm where there is none: neither `onInstalled` nor `onStartup` tells of an extension that is enabled again, and Firefox forgot its
 * alarms. The first run, which the start-up makes, is made there, too; with Chrome among the browsers, once per installation and browser start.
 * @throws Refusal where an alarm would do something else
 */
export function planChain(timer: Timer, taken: ReadonlySet<string>, turns: Turns): AlarmPlan {
  const { script, call } = timer;
  assertOwn(script, turns);
  const again = parentOf(wrapped(call));
  const fn = functionOf(call);
  const callback = unwrap(call.arguments[0]!);
  if (fn === undefined || again?.type !== 'ExpressionStatement' || parentOf(again) !== fn.body || callback.type !== 'Identifier') throw new Refusal('it is not started again by a statement of its function');
  if (fn.generator || fn.params.length > 0 || (fn.async && !isGoingOn(fn, again))) throw new Refusal('its function waits, or takes arguments');
  if ((siblings(again) ?? []).filter(({ end }) => end! <= again.start!).some((one) => mayLeave(one))) throw new Refusal('a condition decides whether it goes on');
  const [first, ...others] = turns.callersOf(fn);
  const uses = script.binding(callback)?.references ?? [];
  if (first === undefined || others.length > 0 || uses.some(({ node }) => node !== callback && node !== unwrap(first.callee as Node)) || turns.scriptOf(first) !== script) throw new Refusal('its function is not called once');
  const statement = parentOf(wrapped(first));
  const phases = phasesAt(first, turns);
  if (statement?.type !== 'ExpressionStatement' || siblings(statement) === undefined || phases.size !== 1 || !phases.has('start')) throw new Refusal('the first turn does not start it in a statement of its own');
  assertRunByEvents(first, fn, turns);
  const known = callbackOf([timer], statement, turns);
  if (known.carried.length > 0) throw new Refusal('it hands arguments to its callback');
  const creation: Creation = { start: { script, call, target: first, key: undefined, guard: undefined }, when: 'start', how: 'ensure', name: 'same' };
  const plan = planOf({ timers: [{ ...timer, kind: 'setInterval' }], creations: [creation], handle: undefined, anchor: statement, callback: known, unique: false, name: nameOf(script, timer, known, undefined, taken), ...(isForgetful(script) ? { runs: known.called } : { listens: callback.name }) }, turns);
  return { ...plan, firstRun: isForgetful(script) ? undefined : { call: first, statement }, edits: [...plan.edits, removal(script, again)] };
}

/** Whether a function that waits comes to a statement at its end, whatever becomes of what it waits for; or the statement comes first. */
function isGoingOn({ body }: FunctionNode, again: Node): boolean {
  const statements = body.type === 'BlockStatement' ? body.body : [];
  const before = statements.slice(0, statements.indexOf(again as t.Statement));
  const isWaiting = (statement: Node): boolean => {
    let waits = false;
    walk(statement, (node) => {
      if ((node.type === 'AwaitExpression' && !isCaught(unwrap(node.argument))) || (node.type === 'ForOfStatement' && node.await)) waits = true;
      return !waits && !isFunction(node);
    });
    return waits;
  };
  return before.every((one) => !isWaiting(one) || (one.type === 'TryStatement' && one.handler != null && !isWaiting(one.handler) && (one.finalizer == null || !isWaiting(one.finalizer)))) && (before.length === 0 || statements.at(-1) === again);
}

/** Whether what becomes of a promise is caught by what cannot fail: `poll().catch(console.error)`. */
function isCaught(promise: Node): boolean {
  const callee = isCall(promise) ? unwrap(promise.callee as Node) : undefined;
  const [handler, another] = isCall(promise) ? promise.arguments.map((argument) => unwrap(argument)) : [];
  if (!isMember(callee) || memberName(callee) !== 'catch' || handler === undefined || another !== undefined) return false;
  if (isFunction(handler)) return handler.body.type === 'BlockStatement' && handler.body.body.length === 0;
  const object = isMember(handler) ? unwrap(handler.object) : undefined;
  return object?.type === 'Identifier' && object.name === 'console';
}

/** Refuses a function that a wake has to run: one that registers listeners, opens connections, changes the page, or fills variables for others. */
function assertRepeatable(script: Script, fn: FunctionNode, turns: Turns): void {
  const reached = new Set<FunctionNode>([fn]);
  for (const one of reached) {
    walk(one.body, (node) => {
      if (node.type === 'Identifier' && (node.name === 'document' || CONNECTION.test(node.name)) && turns.scriptOf(node).binding(node) === undefined) throw new Refusal(`its function uses \`${node.name}\``);
      if (!isCall(node) && node.type !== 'NewExpression') return;
      const path = turns.scriptOf(node).api(unwrap(node.callee as Node))?.names.join('.');
      if (path !== undefined && CONNECTING.test(path)) throw new Refusal(`its function calls \`${path}\``);
      for (const target of [...turns.targetsOf(node), ...node.arguments.flatMap((argument) => turns.functionsOf(argument))]) reached.add(target);
      if (turns.registrations.some(({ call }) => call === node)) throw new Refusal('its function registers listeners');
    });
  }
  const isInside = (node: Node): boolean => [...ancestors(node)].some((up) => isFunction(up) && reached.has(up));
  const realm = script.realms.find(({ kind }) => kind === 'background');
  for (const { name, accesses } of realm === undefined ? [] : variablesOf(realm, turns)) {
    const fills = accesses.some(({ kind, initial, node }) => !initial && kind !== 'read' && kind !== 'escape' && isInside(node));
    if (fills && accesses.some(({ initial, value, kind }) => initial && kind === 'write' && isOtherName(value))) throw new Refusal(`its function fills \`${name}\`, which has another name`);
    if (fills && accesses.some(({ node, reads }) => reads && !isInside(node))) throw new Refusal(`its function fills \`${name}\`, which others use`);
  }
}

/** Whether a variable is given what something else holds, too. */
function isOtherName(value: Node | undefined): boolean {
  const inner = value && unwrap(value);
  return inner === undefined || inner.type === 'Identifier' || isMember(inner);
}

/** Whether a timer settles a promise: `new Promise((resolve) => setTimeout(resolve, delay))`. */
function isAwaited(script: Script, call: AnyCall): boolean {
  for (const up of ancestors(call)) {
    const outer = parentOf(wrapped(up));
    if (!isFunction(up) || !isNewPromise(outer)) continue;
    return up.params.some((param) => param.type === 'Identifier' && script.binding(param)!.references.some(({ node }) => isWithin(node, call)));
  }
  return false;
}

function fail(reason: string): never {
  throw new Refusal(reason);
}
