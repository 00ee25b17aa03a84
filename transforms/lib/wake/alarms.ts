import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isUnused, isWithin, keyName, mayLeave, memberName, parentOf, siblings, stringValue, unwrap, usesArguments, walk, wordsOfCall, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { variablesOf } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import type { Extension } from '../extension.ts';
import { nameOfThis } from './hoisting.ts';
import { faultOfEvent } from './installing.ts';
import { fixedLines, freshName, functionText, habitsOf, namespaceOf, statementEnd } from '../layout.ts';
import { assertOnce, LOOP } from './once.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { minutesOf, settledAt, type Settled } from './settled-intervals.ts';
import type { Settings } from './settings.ts';
import { phasesAt, type Phase } from '../state/state.ts';
import { handleOf, isClearedBefore, isStartedAfter, type Clear, type Handle, type Start } from './timer-handles.ts';
import { SYNC_METHODS, type Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import { Prover } from '../values/prover.ts';

/** A call of `setTimeout` or `setInterval`. */
export interface Timer {
  readonly script: Script;
  readonly call: AnyCall;
  readonly kind: 'setTimeout' | 'setInterval';
  /** Milliseconds; undefined for a number of minutes that only the running background knows. */
  readonly delay: number | undefined;
}

/** An alarm that takes the place of a timer. */
export interface AlarmPlan {
  readonly name: string;
  /** The calls that the alarm replaces. */
  readonly calls: readonly AnyCall[];
  readonly edits: readonly Edit[];
  /** The list of statements that gets a new `onAlarm` listener. */
  readonly list: readonly Node[] | undefined;
  /** The call by which the start-up runs what an interval repeats; `statement` where no wake makes it again. */
  readonly firstRun?: FirstRun | undefined;
  /** Whether what is stored decides about it at each start. */
  readonly isSettled: boolean;
}

interface FirstRun {
  readonly call: AnyCall;
  readonly statement: Node | undefined;
}

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
  const unique = creations.some(({ name }) => name === 'unique');
  if (handle !== undefined && unique && creations.length + handle.clears.length > 1) throw new Refusal('it may be started again while it runs, and only the last one can be cleared');
  const whole: Whole = { timers: own, creations, handle, anchor, callback, unique, name: nameOf(script, own[0]!, callback, handle, taken) };
  const firstRun = kind === 'setInterval' && first?.when === 'start' && starts.length === 1 ? firstRunOf(script, timer.call, turns) : undefined;
  if (firstRun?.statement === undefined) return { ...write(whole, turns), firstRun };
  const { statement, call } = firstRun;
  const isInstalled = first!.how === 'install';
  const plan = write({ ...whole, runs: isInstalled ? script.textOf(call) : undefined }, turns);
  return { ...plan, firstRun, edits: [...plan.edits, isInstalled ? removal(script, statement) : registration(script, statement, script.textOf(call.callee))] };
}

/** How the start-up runs what an interval repeats: `refresh(); setInterval(refresh, 60000)`. */
function firstRunOf(script: Script, timer: AnyCall, turns: Turns): FirstRun | undefined {
  const fn = repeatedBy(timer, turns);
  const [call, another] = fn === undefined ? [] : turns.callersOf(fn).filter((caller) => !isWithin(caller, timer) && [...phasesAt(caller, turns)].some((phase) => phase !== 'event'));
  if (fn === undefined || call === undefined) return undefined;
  const statement = parentOf(wrapped(call));
  const phases = phasesAt(call, turns);
  const isPlain = unwrap(call.callee as Node).type === 'Identifier' && statement?.type === 'ExpressionStatement' && siblings(statement) !== undefined && fn.params.length === 0 && !usesArguments(fn);
  if (!isPlain || another !== undefined || turns.scriptOf(call) !== script || phases.size !== 1 || !phases.has('start') || faultOfEvent(script.extension) !== undefined) return { call, statement: undefined };
  const reason = orRefusal(() => {
    if (turns.registrations.some(({ event, functions }) => ONCE.test(event) && functions.includes(fn))) throw new Refusal('its function is a listener of the same event');
    assertOnce(call, turns);
    assertRepeatable(script, fn, turns);
  });
  return { call, statement: reason instanceof Refusal ? undefined : statement };
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

/** Has a function run once per installation and browser start, in place of a statement that calls it. */
function registration(script: Script, statement: Node, name: string): Edit {
  const { semicolon } = script.style;
  const indent = script.indentAt(statement.start!);
  return replaced(script, statement, ['onInstalled', 'onStartup'].map((event) => `${namespaceOf(script)}.runtime.${event}.addListener(${name})${semicolon}`).join(`\n${indent}`));
}

/**
 * Plans a periodic alarm in place of a timeout at the end of a function that starts the function again: `function poll() { ...; setTimeout(poll, PERIOD); } poll();`.
 * The first run, which the start-up makes, is made once per installation and browser start.
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
  assertOnce(first, turns);
  assertRepeatable(script, fn, turns);
  const known = callbackOf([timer], statement, turns);
  if (known.carried.length > 0) throw new Refusal('it hands arguments to its callback');
  const creation: Creation = { start: { script, call, target: first, key: undefined, guard: undefined }, when: 'start', how: 'install', name: 'same' };
  const plan = write({ timers: [{ ...timer, kind: 'setInterval' }], creations: [creation], handle: undefined, anchor: statement, callback: known, unique: false, name: nameOf(script, timer, known, undefined, taken), runs: known.called }, turns);
  return { ...plan, edits: [...plan.edits, removal(script, again)] };
}

/** Whether a function that waits comes to a statement at its end, whatever becomes of what it waits for; or the statement comes first. */
function isGoingOn({ body }: FunctionNode, again: Node): boolean {
  const statements = body.type === 'BlockStatement' ? body.body : [];
  const before = statements.slice(0, statements.indexOf(again as t.Statement));
  const isWaiting = (statement: Node): boolean => {
    let waits = false;
    walk(statement, (node) => {
      if (node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)) waits = true;
      return !waits && !isFunction(node);
    });
    return waits;
  };
  return before.every((one) => !isWaiting(one) || (one.type === 'TryStatement' && one.handler != null && !isWaiting(one.handler) && (one.finalizer == null || !isWaiting(one.finalizer)))) && (before.length === 0 || statements.at(-1) === again);
}

/** What an unload ends. */
const LOST = /^(document|WebSocket|EventSource|Worker|SharedWorker|Audio|AudioContext|RTCPeerConnection)$/;
const CONNECTING = /^(runtime|tabs)\.connect(Native)?$|^(contentScripts|userScripts)\.register$/;

/** Refuses a function that a wake has to run: one that registers listeners, opens connections, changes the page, or fills variables for others. */
function assertRepeatable(script: Script, fn: FunctionNode, turns: Turns): void {
  const reached = new Set<FunctionNode>([fn]);
  for (const one of reached) {
    walk(one.body, (node) => {
      if (node.type === 'Identifier' && LOST.test(node.name) && turns.scriptOf(node).binding(node) === undefined) throw new Refusal(`its function uses \`${node.name}\``);
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
    if (!isFunction(up) || outer?.type !== 'NewExpression' || outer.callee.type !== 'Identifier' || outer.callee.name !== 'Promise') continue;
    return up.params.some((param) => param.type === 'Identifier' && script.binding(param)!.references.some(({ node }) => isWithin(node, call)));
  }
  return false;
}

function fail(reason: string): never {
  throw new Refusal(reason);
}

// ---- whether alarms can be used here

function assertOwn(script: Script, turns: Turns): void {
  const { extension } = script;
  if (script.realms.some(({ kind }) => kind !== 'background')) throw new Refusal('its file also runs outside of the background');
  if (extension.manifest.strings(['optional_permissions']).includes('alarms')) throw new Refusal('`alarms` is an optional permission');
  for (const one of extension.apiScripts) {
    for (const method of ['getAll', 'clearAll']) if ([...one.calls(`alarms.${method}`)].length > 0) throw new Refusal(`\`alarms.${method}\` would find the new alarm`);
    for (const { call } of one.calls('alarms.onAlarm.addListener')) {
      const inline = call.arguments[0] && unwrap(call.arguments[0]);
      const functions = turns.registrations.find((registration) => registration.call === call)?.functions ?? (isFunction(inline) ? [inline] : []);
      if (functions.length !== 1 || looksAtName(functions[0]!) === undefined) throw new Refusal('a listener of `alarms.onAlarm` may take every alarm for its own');
    }
  }
}

/** How all that a listener of `onAlarm` does depends on the alarm's name: each part stands under a test, or it leaves for other names. */
function looksAtName({ params: [alarm], body }: FunctionNode): 'tests' | 'leaves' | undefined {
  const own = new Set<string>();
  const isAlarm = (node: Node): boolean => alarm?.type === 'Identifier' && unwrap(node).type === 'Identifier' && (unwrap(node) as t.Identifier).name === alarm.name;
  const isName = (node: Node): boolean => {
    const inner = unwrap(node);
    return isMember(inner) ? memberName(inner) === 'name' && isAlarm(inner.object) : inner.type === 'Identifier' && own.has(inner.name);
  };
  const keep = (target: Node): void => {
    for (const member of target.type === 'ObjectPattern' ? target.properties : []) if (member.type === 'ObjectProperty' && keyName(member) === 'name' && member.value.type === 'Identifier') own.add(member.value.name);
  };
  if (alarm !== undefined) keep(alarm);
  const isAsked = (node: Node, methods: RegExp): boolean => {
    const inner = unwrap(node);
    return isCall(inner) && isMember(inner.callee) && methods.test(memberName(inner.callee) ?? '') && isName(inner.callee.object);
  };
  const tests = (test: Node): boolean => {
    const inner = unwrap(test);
    if (inner.type === 'LogicalExpression') return inner.operator === '&&' ? tests(inner.left) || tests(inner.right) : tests(inner.left) && tests(inner.right);
    if (inner.type !== 'BinaryExpression') return isAsked(inner, /^startsWith$/);
    // name === 'x', name.indexOf('x-') === 0
    const sides = [inner.left, inner.right];
    return /^={2,3}$/.test(inner.operator) && (sides.some(isName) || (sides.some((side) => isAsked(side, /^indexOf$/)) && sides.some((side) => side.type === 'NumericLiteral' && side.value === 0)));
  };
  const refuses = (test: Node): boolean => {
    const inner = unwrap(test);
    if (inner.type === 'LogicalExpression' && inner.operator === '||') return refuses(inner.left) || refuses(inner.right);
    if (inner.type === 'UnaryExpression') return inner.operator === '!' && tests(inner.argument);
    return inner.type === 'BinaryExpression' && /^!==?$/.test(inner.operator) && [inner.left, inner.right].some(isName);
  };
  const isIdle = (statement: Node): boolean => {
    if (statement.type === 'BlockStatement') return statement.body.every(isIdle);
    if (statement.type === 'BreakStatement' || statement.type === 'EmptyStatement' || (statement.type === 'ReturnStatement' && statement.argument == null)) return true;
    if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        if (init == null || (!isName(init) && !isAlarm(init))) return false;
        if (isName(init) && id.type === 'Identifier') own.add(id.name);
        else keep(id);
      }
      return true;
    }
    const expression = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
    if (expression?.type === 'AwaitExpression') return ['Identifier', 'MemberExpression'].includes(unwrap(expression.argument).type);
    return isCall(expression) && isMember(expression.callee) && expression.callee.object.type === 'Identifier' && expression.callee.object.name === 'console';
  };
  const guarded = (statement: Node): boolean => {
    if (statement.type === 'IfStatement') return tests(statement.test) && (statement.alternate == null || guarded(statement.alternate));
    if (statement.type === 'BlockStatement') return statement.body.every(guarded);
    if (statement.type === 'TryStatement') return guarded(statement.block);
    if (statement.type === 'SwitchStatement') return isName(statement.discriminant) && statement.cases.every(({ test, consequent }) => test != null || consequent.every(isIdle));
    return isIdle(statement);
  };
  if (body.type !== 'BlockStatement') return body.type === 'LogicalExpression' && body.operator === '&&' && tests(body.left) ? 'tests' : undefined;
  const head = body.body.find((statement) => !isIdle(statement));
  if (head?.type === 'IfStatement' && refuses(head.test) && isReturn(head.consequent) && head.alternate == null) return 'leaves';
  return head !== undefined && body.body.every(guarded) ? 'tests' : undefined;
}

function isReturn(statement: Node | undefined): boolean {
  return statement?.type === 'ReturnStatement' || (statement?.type === 'BlockStatement' && isReturn(statement.body.at(-1)));
}

// ---- when it is created

interface Creation {
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

function creationOf(start: Start, { kind, delay }: Timer, handle: Handle | undefined, starts: readonly Start[], settings: Settings, turns: Turns): Creation {
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
  if (kind === 'setInterval') throw new Refusal('it may be started again while it runs');
  return { start, when: 'event', how: 'replace', name: 'unique' };
}

/** Refuses an id that is forgotten while its timer runs: nothing can clear that timer any more. */
function assertKnown({ resets, clears }: Handle, timers: readonly Timer[], turns: Turns): void {
  for (const { script, statement } of resets) {
    const list = siblings(statement)!;
    const isCleared = clears.some(({ target }) => list.slice(0, list.indexOf(statement as t.Statement)).some((earlier) => earlier === target || earlier === parentOf(wrapped(target))));
    if (!isCleared && !timers.some(({ kind, call }) => kind === 'setTimeout' && isWithin(statement, runBy(call, turns) ?? call.callee))) throw new Refusal(`its id is forgotten while it runs, at line ${script.file.origin(statement.start!).line}`);
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
const ONCE = /^runtime\.on(Installed|Startup)$/;

/** Whether only the installation and the start of the browser start a timer. Chrome may keep alarms: an interval has to be that of every start. */
function isOncePerStart(call: AnyCall, turns: Turns): boolean {
  const own = turns.registrations.filter(({ functions }) => functions.some((fn) => fn === functionOf(call)));
  return own.length > 0 && turns.turnsAt(call).every(({ origin }) => ONCE.test(origin)) && ![...ancestors(call)].some(({ type }) => LOOP.test(type));
}

/** The other listener that starts the same interval: one for the installation, one for the start of the browser. */
function alsoStarted({ script, call, kind, delay }: Timer, timers: readonly Timer[], turns: Turns): readonly Start[] {
  const callback = call.arguments[0] && unwrap(call.arguments[0]);
  if (kind !== 'setInterval' || callback?.type !== 'Identifier' || !isOncePerStart(call, turns)) return [];
  return timers.filter((other) => other.call !== call && other.script === script && other.kind === kind && other.delay === delay && isUnused(other.call) && isOncePerStart(other.call, turns) && turns.functionsOf(other.call.arguments[0]!)[0] === turns.functionsOf(callback)[0])
    .filter(({ call: other }, index, all) => ![call, ...all.slice(0, index).map((one) => one.call)].some((one) => functionOf(one) === functionOf(other)))
    .map((other) => ({ script, call: other.call, target: other.call, key: undefined, guard: undefined }));
}

// ---- where its listener stands

/** The statement after which the listener is registered: in the first turn of every start, and once. */
function anchorOf({ start: { call, target }, when, settled }: Creation, turns: Turns): Node {
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

// ---- what it runs

interface Callback {
  /** The function expression that is moved; undefined for a function that is called by its name. */
  readonly moved: FunctionNode | undefined;
  /** The call of a function by its name. */
  readonly called: string | undefined;
  readonly script: Script;
  readonly async: boolean;
  /** What it needs of the event that started it. */
  readonly carried: readonly Carried[];
  /** Writes the name of an object that lives once for `this`. */
  readonly renamed: readonly Edit[];
}

/** A value that the alarm's name carries. */
interface Carried {
  readonly text: string;
  /** The expressions of this text that the callback uses. */
  readonly uses: readonly Node[];
  /** The variable that gets it back. */
  readonly name: string;
  /** What the name shows as it is, an id or another number; other values stand there as JSON. */
  readonly kind: Carriage;
}

function callbackOf(timers: readonly Timer[], anchor: Node, turns: Turns): Callback {
  const [{ script, call }] = timers as readonly [Timer];
  const [argument] = call.arguments;
  const inner = argument && unwrap(argument);
  if (inner === undefined || stringValue(inner) !== undefined) throw new Refusal('its callback is text');
  const given = call.arguments.slice(2);
  if (timers.length > 1 && timers.some((other) => other.call.arguments.length > 2)) throw new Refusal('it hands arguments to its callback');
  if (isFunction(inner)) {
    if (timers.length > 1) throw new Refusal('several places start it, each with a function of its own');
    if (given.length > 0) throw new Refusal('it hands arguments to its callback');
    const renamed = assertMovable(script, inner, anchor, turns);
    return { moved: inner, called: undefined, script, async: inner.async === true, carried: carriedBy(script, inner, anchor, turns), renamed };
  }
  const bound = boundTo(script, inner, anchor, turns);
  const callee = bound?.callee ?? inner;
  if (bound === undefined && inner.type !== 'Identifier' && !(isMember(inner) && !inner.computed && unwrap(inner.object).type === 'Identifier')) throw new Refusal('its callback is not a function that is known');
  const functions = turns.functionsOf(callee);
  const [fn] = functions;
  if (functions.length !== 1) throw new Refusal('its callback is not a function that is known');
  if ((bound === undefined && wordsOfCall(fn!.body).has('this')) || usesArguments(fn!)) throw new Refusal('its callback uses `this`');
  for (const other of timers) {
    const same = unwrap(other.call.arguments[0]!);
    if (other.script.textOf(same) !== script.textOf(inner) || turns.functionsOf(bound === undefined ? same : callee)[0] !== fn) throw new Refusal('several places start it with different functions');
  }
  const root = (bound === undefined && inner.type !== 'Identifier' ? unwrap((inner as t.MemberExpression).object) : inner) as t.Identifier;
  if (bound === undefined && (!isVisible(script, root, anchor) || script.binding(root)?.kind === 'param')) throw new Refusal('its callback is not known where the background starts');
  if (bound === undefined && script.binding(root)?.references.some(({ writes }) => writes)) throw new Refusal('its callback changes');
  const carried: Carried[] = [];
  const list = given.map((argument) => {
    const text = script.textOf(argument);
    if (/^(Numeric|String|Boolean|Null)Literal$/.test(argument.type)) return text;
    const known = carriage(script, argument, turns);
    if (known === undefined) throw new Refusal(`it hands \`${text}\` to its callback, which is not known to survive in an alarm's name`);
    const name = nameOfId(inner, unwrap(argument), known);
    if (!carried.some((other) => other.text === text)) carried.push({ text, uses: [], name, kind: known });
    return name;
  });
  return { moved: undefined, called: `${bound?.name ?? script.textOf(inner)}(${list.join(', ')})`, script, async: false, carried, renamed: [] };
}

/** `poller.poll.bind(poller)`, of an object that lives once. */
function boundTo(script: Script, node: Node, anchor: Node, turns: Turns): { readonly callee: AnyMember; readonly name: string } | undefined {
  const bind = isCall(node) && node.arguments.length === 1 ? unwrap(node.callee as Node) : undefined;
  const callee = isMember(bind) && memberName(bind) === 'bind' ? unwrap(bind.object) : undefined;
  if (!isMember(callee) || callee.computed) return undefined;
  const [object, owner] = [unwrap(callee.object), unwrap((node as t.CallExpression).arguments[0]!)];
  if (object.type === 'ThisExpression' && owner.type === 'ThisExpression') return { callee, name: `${nameOfOwner(script, object, turns)}.${memberName(callee)!}` };
  const isTop = object.type === 'Identifier' && owner.type === 'Identifier' && object.name === owner.name && script.binding(object)?.kind === 'const' && script.binding(object)!.scope.parent === undefined && isVisible(script, object, anchor);
  return isTop ? { callee, name: script.textOf(callee) } : undefined;
}

function nameOfOwner(script: Script, node: Node, turns: Turns): string {
  return nameOfThis(node, script, script.realms.find(({ kind }) => kind === 'background')!, turns);
}

/** What a variable may be called that gets a value back. */
function nameOfId(beside: Node, node: Node, kind: Carriage): string {
  if (node.type === 'Identifier') return node.name;
  const object = isMember(node) ? unwrap(node.object) : undefined;
  return freshName(beside, object?.type === 'Identifier' ? `${object.name}${capital(memberName(node as t.MemberExpression)!)}` : kind === 'id' ? 'id' : 'value');
}

/** Refuses a function that is another one elsewhere; gives the edits that name what `this` is. */
function assertMovable(script: Script, fn: FunctionNode, anchor: Node, turns: Turns): readonly Edit[] {
  if (fn.generator || usesArguments(fn) || fn.params.length > 0) throw new Refusal('its callback takes arguments');
  if (fn.body.type === 'BlockStatement' && fn.body.directives.length > 0) throw new Refusal('its callback has a directive');
  if (fn.type === 'FunctionExpression' && fn.id && script.binding(fn.id)!.references.length > 0) throw new Refusal('its callback calls itself');
  if (!wordsOfCall(fn.body).has('this') || (fn.type === 'ArrowFunctionExpression' && thisOf(fn) === thisOf(anchor))) return [];
  if (fn.type !== 'ArrowFunctionExpression' || /#\w|\bsuper\b/.test(script.textOf(fn))) throw new Refusal('its callback uses `this`');
  const uses: Node[] = [];
  walk(fn.body, (node) => {
    if (isFunction(node) && node.type !== 'ArrowFunctionExpression') return false;
    if (node.type === 'ThisExpression') uses.push(node);
    return true;
  });
  const name = nameOfOwner(script, uses[0]!, turns);
  if (script.scopes!.scopeOf(uses[0]!).lookup(name) !== script.scopes!.program.bindings.get(name)) throw new Refusal('its callback uses `this`');
  return uses.map((use) => script.replace(use, name));
}

/** The function or program that `this` belongs to. */
function thisOf(node: Node): Node | undefined {
  for (const up of ancestors(node)) if (up.type === 'Program' || up.type === 'ClassProperty' || (isFunction(up) && up.type !== 'ArrowFunctionExpression')) return up;
  return undefined;
}

/** Whether a name means the same beside a statement. */
function isVisible(script: Script, id: t.Identifier, anchor: Node): boolean {
  return script.scopes!.scopeOf(parentOf(anchor)!).lookup(id.name) === script.binding(id);
}

/** What a function uses of the one that it is written in and that a later turn does not have. */
function carriedBy(script: Script, fn: FunctionNode, anchor: Node, turns: Turns): readonly Carried[] {
  const uses: Node[] = [];
  walk(fn.body, (node) => {
    if (node.type !== 'Identifier') return;
    const binding = script.binding(node);
    if (binding === undefined || [...ancestors(binding.scope.node), binding.scope.node].includes(fn) || isVisible(script, node, anchor)) return;
    if (!binding.references.some((reference) => reference.node === node)) return;
    if (binding.references.some(({ writes }) => writes)) throw new Refusal(`its callback uses \`${node.name}\`, which changes`);
    const parent = parentOf(node);
    uses.push(isMember(parent) && parent.object === node && !parent.computed && !isCall(parentOf(parent)) ? parent : isMember(parent) && parent.object === node && (parentOf(parent) as t.CallExpression).callee !== parent ? parent : node);
  });
  const texts = [...new Set(uses.map((use) => script.textOf(use)))];
  const carried = texts.map((text) => {
    const own = uses.filter((use) => script.textOf(use) === text);
    const known = carriage(script, own[0]!, turns);
    const isWhole = own.every((use) => !isMember(parentOf(use)) && !isMemberUnsure(script, use, fn, turns));
    if (known === undefined || (known === 'value' && !isWhole)) throw new Refusal(`its callback uses \`${text}\`, which is not known to survive in an alarm's name`);
    return { text, uses: own, name: nameOfId(script.program!, own[0]!, known), kind: known };
  });
  if (carried.some(({ text }) => texts.some((other) => other.startsWith(`${text}.`)))) throw new Refusal(`its callback uses \`${texts.join('` and `')}\` of the event`);
  return carried;
}

type Carriage = 'id' | 'number' | 'value';

/** How an alarm's name can carry what an expression gives: a number as it is, other plain values as JSON. */
function carriage(script: Script, node: Node, turns: Turns): Carriage | undefined {
  if (isIdOfEvent(script, node, turns)) return 'id';
  if (isId(script, node, turns)) return 'number';
  const inner = unwrap(node);
  const root = isMember(inner) ? unwrap(inner.object) : inner;
  const binding = root.type === 'Identifier' ? script.binding(root) : undefined;
  const value = new Prover(turns).prove(script, inner);
  if (binding === undefined || value === undefined || value.container !== undefined || value.mixed !== undefined || value.bytes || value.event) return undefined;
  if (value.data && script.extension.hasFirefox && isOfMessage(binding, turns)) return undefined;
  return binding.references.every(({ node: use, writes }) => !writes && isRead(use, value.data)) ? 'value' : undefined;
}

/** Whether messages bring what a variable holds. Those of Firefox may bring more than JSON knows. */
function isOfMessage({ declarations: [declaration] }: Binding, turns: Turns): boolean {
  const fn = declaration?.node;
  return !isFunction(fn) || turns.callersOf(fn).length > 0 || turns.registrations.some(({ event, functions }) => /\.onMessage(External)?$/.test(event) && functions.includes(fn));
}

/** Whether a use of a name changes nothing of its value; of data that other names may hold as well, no more than members are read. */
function isRead(use: Node, isData: boolean): boolean {
  const parent = parentOf(wrapped(use));
  if (!isMember(parent) || parent.object !== wrapped(use)) return !isData || parent?.type === 'VariableDeclarator' || (isCall(parent) && TIMED.test(String((unwrap(parent.callee as Node) as t.Identifier).name)));
  const outer = parentOf(wrapped(parent));
  if (outer?.type === 'AssignmentExpression' || outer?.type === 'UpdateExpression' || outer?.type === 'UnaryExpression') return outer.type === 'AssignmentExpression' ? outer.left !== wrapped(parent) : outer.type === 'UnaryExpression' && outer.operator !== 'delete';
  return !isData || !isMember(outer);
}

/** What is handed to timers is carried, too. */
const TIMED = /^set(Timeout|Interval)$/;

/** Whether a member is read of what may not be there, so that only the callback may ask for it. */
function isMemberUnsure(script: Script, use: Node, fn: FunctionNode, turns: Turns): boolean {
  const object = isMember(use) ? unwrap(use.object) : undefined;
  const value = object && new Prover(turns).prove(script, object);
  if (object?.type !== 'Identifier' || (value?.event && !value.undefined && !value.null)) return false;
  const home = functionOf(fn);
  return !script.binding(object)!.references.some(({ node }) => {
    const parent = parentOf(node);
    if (parent?.type !== 'MemberExpression' || parent.object !== node || functionOf(node) !== home || node.end! > fn.start!) return false;
    return [...ancestors(node)].every((up) => isWithin(fn, up) || /^(MemberExpression|BinaryExpression|UnaryExpression|ExpressionStatement|CallExpression|VariableDeclarator|VariableDeclaration)$/.test(up.type) || (up.type === 'IfStatement' && isWithin(node, up.test)));
  });
}

/** Events that hand over the id of a tab or a window, and those that hand over one of these itself; as which of their arguments. */
const ID_EVENTS = /^(tabs\.on(Updated|Removed|Moved|Attached|Detached)|windows\.on(Removed|FocusChanged)) 0$/;
const OBJECT_EVENTS = /^((tabs|windows)\.onCreated|(action|browserAction|pageAction)\.onClicked) 0$|^(contextMenus|menus)\.onClicked 1$|^tabs\.onUpdated 2$/;
const MAX_CALLERS = 4;

/** Whether an expression gives a number: the id of a tab or a window, or any other. */
function isId(script: Script, node: Node, turns: Turns): boolean {
  const value = new Prover(turns).prove(script, unwrap(node));
  if (value?.primitive === 'number' && !value.undefined && !value.null && !value.data && value.container === undefined) return true;
  return isIdOfEvent(script, node, turns, isId);
}

/** Whether an expression gives the id of a tab or a window, whichever way it came here. */
function isIdOfEvent(script: Script, node: Node, turns: Turns, isOne: typeof isId = isIdOfEvent): boolean {
  const inner = unwrap(node);
  return isMember(inner) && memberName(inner) === 'id' ? comesFrom(OBJECT_EVENTS, script, inner.object, turns) : comesFrom(ID_EVENTS, script, inner, turns, isOne);
}

/** Whether a name is a parameter that nothing but some events, and callers that got it from them, give a value. */
function comesFrom(events: RegExp, script: Script, node: Node, turns: Turns, isOne?: (script: Script, node: Node, turns: Turns) => boolean, depth = 0): boolean {
  const name = unwrap(node);
  const binding = name.type === 'Identifier' ? script.binding(name) : undefined;
  const fn = binding?.kind === 'param' ? binding.declarations[0]!.node : undefined;
  if (!isFunction(fn) || binding!.references.some(({ writes }) => writes) || depth > MAX_CALLERS) return false;
  const index = fn.params.findIndex((param) => param === binding!.declarations[0]!.id);
  const registrations = turns.registrations.filter(({ functions }) => functions.includes(fn));
  const callers = turns.callersOf(fn);
  if (index === -1 || registrations.length + callers.length === 0) return false;
  return registrations.every(({ event }) => events.test(`${event} ${index}`)) && callers.every(({ arguments: given }) => {
    const argument = given[index];
    if (argument === undefined) return false;
    const owner = turns.scriptOf(argument);
    return isOne?.(owner, argument, turns) === true || comesFrom(events, owner, argument, turns, isOne, depth + 1);
  });
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

// ---- its name

const MAX_NAMES = 100;

function nameOf(script: Script, { call }: Timer, { moved, called }: Callback, handle: Handle | undefined, taken: ReadonlySet<string>): string {
  const single = moved && singleCall(script, moved, handle);
  const kept = handle?.name.replace(/_/g, '-').replace(/^(the)?-|[-]?(timer|timers|interval|intervals|timeout|timeouts|handle|handles|ids?)$/gi, '');
  const fn = functionOf(call);
  const around = fn?.type === 'FunctionDeclaration' ? fn.id?.name : fn && parentOf(fn)?.type === 'VariableDeclarator' ? script.textOf((parentOf(fn) as t.VariableDeclarator).id) : fn?.type === 'ClassMethod' && fn.kind !== 'constructor' ? script.textOf(fn.key) : undefined;
  const does = around?.replace(/^(start|set|schedule|reset|restart|init)(?=[A-Z])/, '').replace(/(Timer|Timeout|Interval|Alarm)s?$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  const file = /([^/]+)\.\w+$/.exec(script.path)?.[1];
  const base = [called?.replace(/\(.*$/s, '').split('.').at(-1), kept, single, does, file && !/^(background|bg|main|index|worker)$/i.test(file) ? file : undefined].find((name) => name !== undefined && /^[\w$-]{2,}$/.test(name)) ?? 'timer';
  const used = namesUsed(script.extension);
  const isFree = (name: string): boolean => ![...taken].some((other) => `${other}-`.startsWith(`${name}-`) || name.startsWith(`${other}-`))
    && !used.some(({ text, isPrefix }) => `${text}-`.startsWith(`${name}-`) || (isPrefix && name.startsWith(text)));
  for (const stem of [base, 'alarm']) {
    for (let number = 1; number < MAX_NAMES; number++) {
      const name = number === 1 ? stem : `${stem}${number}`;
      if (isFree(name)) return name;
    }
  }
  throw new Refusal('names of other alarms begin like that of the new one');
}

/** What a callback does, where it does one thing: `poll`, `tabs-discard`. */
function singleCall(script: Script, fn: FunctionNode, handle: Handle | undefined): string | undefined {
  const statements = fn.body.type === 'BlockStatement' ? fn.body.body.filter((one) => !handle?.resets.some(({ statement }) => statement === one)) : [];
  const only = fn.body.type !== 'BlockStatement' ? fn.body : statements.length === 1 && statements[0]!.type === 'ExpressionStatement' ? statements[0].expression : undefined;
  let call = only && unwrap(only.type === 'AwaitExpression' ? only.argument : only);
  // What it waits for is what it does.
  for (let callee = calleeOf(call); isMember(callee) && /^(then|catch|finally)$/.test(memberName(callee) ?? ''); callee = calleeOf(call)) call = unwrap(callee.object);
  const callee = calleeOf(call);
  if (callee === undefined) return undefined;
  const api = script.api(callee)?.names;
  if (api !== undefined) return api[0] === 'storage' ? undefined : api.slice(-2).join('-');
  if (isMember(callee)) {
    const object = unwrap(callee.object);
    const owner = isMember(object) ? memberName(object) : object.type === 'Identifier' ? object.name : undefined;
    if (object.type === 'Identifier' && script.binding(object) === undefined && !script.extension.isDeclaredElsewhere(script, object.name)) return undefined;
    if (SYNC_METHODS.has(memberName(callee) ?? '')) return undefined;
    return owner !== undefined && /^[a-z]+$/.test(memberName(callee) ?? '') ? `${owner}-${memberName(callee)!}` : memberName(callee);
  }
  return callee.type === 'Identifier' ? callee.name : undefined;
}

function calleeOf(call: Node | undefined): Node | undefined {
  return isCall(call) ? unwrap(call.callee as Node) : undefined;
}

/** The texts that may be names of alarms, or how they begin: those beside their API, or any text where a name is not written there. */
function namesUsed({ scripts }: Extension): { readonly text: string; readonly isPrefix: boolean }[] {
  const isOpen = scripts.some(({ text }) => /\balarms\s*\.\s*(create|get|clear)\s*\(\s*[^\s'"`{)]/.test(text));
  const pattern = isOpen ? /((?:startsWith|indexOf)\s*\(\s*)?(['"`])([^'"`$\n]{1,60})/g : /(?:\balarms\s*\.\s*\w+\s*\(\s*|\bname\s*[!=]={1,2}\s*|((?:startsWith|indexOf)\s*\(\s*)|\bcase\s+)(['"`])([^'"`$\n]{1,60})/g;
  return scripts.filter(({ text }) => isOpen || /\balarms\b/.test(text)).flatMap(({ text }) => [...text.matchAll(pattern)].map(([, prefix, , name]) => ({ text: name!, isPrefix: prefix !== undefined || name!.endsWith('-') })));
}

// ---- edits

interface Whole {
  readonly timers: readonly Timer[];
  readonly creations: readonly Creation[];
  readonly handle: Handle | undefined;
  readonly anchor: Node;
  readonly callback: Callback;
  readonly unique: boolean;
  readonly name: string;
  /** What is done once, where the alarm is created. */
  readonly runs?: string | undefined;
}

function write(whole: Whole, turns: Turns): AlarmPlan {
  const { timers, creations, handle, anchor, callback, name } = whole;
  const { script } = callback;
  const keyed = handle?.keyed === true || callback.carried.length > 0;
  assertKeys(whole, turns);
  const edits: Edit[] = [];
  for (const [index, creation] of creations.entries()) edits.push(...createEdits(whole, creation, timers[index]!, turns));
  const dropped = creations.flatMap((creation) => creation.settled?.dropped ?? creation.dropped ?? []);
  if (handle !== undefined) edits.push(...handleEdits(handle, (clear) => (dropped.includes(clear) ? undefined : clearText(clear, name, keyed))));
  const inside = edits.filter((edit) => callback.moved !== undefined && edit.file === script.path && edit.start >= callback.moved.start! && edit.end <= callback.moved.end!);
  const listener = listenerEdits(whole, keyed, inside, anchor);
  return { name, calls: timers.map(({ call }) => call), edits: [...edits.filter((edit) => !inside.includes(edit)), ...listener.edits], list: listener.isNew ? siblings(anchor) : undefined, isSettled: creations.some(({ settled }) => settled !== undefined) };
}

/** What the names of alarms are written and read with. */
const GLOBALS = ['crypto', 'JSON', 'Number', 'parseInt', 'parseFloat'];

/** Refuses keys that an alarm's name cannot hold, or that do not tell the alarms apart. */
function assertKeys({ creations, handle, callback, unique }: Whole, turns: Turns): void {
  const { carried, script } = callback;
  const texts = carried.map(({ text }) => text);
  const names = new Set(['alarm', ...carried.map((one) => one.name)]);
  const shadowed = unique ? GLOBALS.find((name) => script.scopes!.bindings.some((binding) => binding.name === name) || script.extension.isDeclaredElsewhere(script, name)) : undefined;
  if (shadowed !== undefined) throw new Refusal(`\`${shadowed}\` is a name of its own here`);
  if (names.size <= carried.length) throw new Refusal('what it needs of the event has one name');
  const ofEvent = `its callback uses \`${texts.join('` and `')}\` of the event`;
  if (handle?.keyed) {
    for (const { script: own, key } of [...creations.map(({ start }) => start), ...handle.clears]) if (key === undefined || !isId(own, key, turns)) throw new Refusal(`\`${key === undefined ? 'its key' : own.textOf(key)}\` is not known to be a number`);
    if (texts.length > 1 || !isPlain(carried) || (texts.length === 1 && creations.some(({ start }) => script.textOf(start.key!) !== texts[0]))) throw new Refusal(ofEvent);
  } else if (texts.length > 0 && !unique) {
    throw new Refusal(ofEvent);
  }
}

/** The expression of an alarm's name. */
function nameText(script: Script, name: string, keys: readonly string[], unique: boolean): string {
  if (keys.length === 0 && !unique) return script.quote(name);
  const parts = [...keys, ...(unique ? ['crypto.randomUUID()'] : [])];
  const between = separatorOf(keys.length);
  if (!habitsOf(script).modern) return `${script.quote(`${name}-`)} + ${parts.join(` + ${script.quote(between)} + `)}`;
  return `\`${name}-${parts.map((part) => `\${${part}}`).join(between)}\``;
}

function isPlain(carried: readonly Carried[]): boolean {
  return carried.every(({ kind }) => kind !== 'value');
}

/** The expression of the name of an alarm that no other has, and that carries values. */
function jsonName(script: Script, name: string, carried: readonly Carried[]): string {
  const { modern, brace } = habitsOf(script);
  const members = carried.map(({ name: key, text }) => (modern && key === text ? key : `${key}: ${text}`)).join(', ');
  const json = `JSON.stringify({${brace}${members}${brace}})`;
  return modern ? `\`${name}-\${crypto.randomUUID()}-\${${json}}\`` : `${script.quote(`${name}-`)} + crypto.randomUUID() + ${script.quote('-')} + ${json}`;
}

/** What stands between the parts of an alarm's name: an id may be -1. */
function separatorOf(ids: number): string {
  return ids > 1 ? ':' : '-';
}

function* createEdits(whole: Whole, { start, how, settled }: Creation, { kind, call, delay }: Timer, turns: Turns): Generator<Edit> {
  const { callback, handle, name, runs, unique } = whole;
  const { script, target, key, guard } = start;
  const habits = habitsOf(script);
  const { indent: level, semicolon } = script.style;
  const namespace = namespaceOf(script);
  const keys = handle?.keyed ? [script.textOf(key!)] : callback.carried.map(({ text }) => text);
  const alarmName = handle?.keyed || isPlain(callback.carried) ? nameText(script, name, keys, unique) : jsonName(script, name, callback.carried);
  const minutes = delay === undefined ? minutesOf(script, call.arguments[1]!, turns)! : minutesText(script, call.arguments[1]!, target, delay);
  const createWith = (value: string): string => `${namespace}.alarms.create(${alarmName}, {${habits.brace}${kind === 'setInterval' ? 'periodInMinutes' : 'delayInMinutes'}: ${value}${habits.brace}})`;
  const create = createWith(minutes);
  const statement = guard?.replaced ?? target;
  const indent = script.indentAt(statement.start!);
  const end = /;$/.test(script.textOf(statement)) ? ';' : statement.type === 'IfStatement' ? semicolon : '';
  if (how === 'replace') {
    yield script.replace(statement, create + end);
    return;
  }
  const ensure = (value: string, to: string): string => {
    const found = /\balarm\b/.test(`${keys.join(' ')} ${value}`) ? 'existing' : 'alarm';
    const test = delay === undefined ? `!${found} || ${found}.periodInMinutes !== ${value}` : `!${found}`;
    const body = functionText(script, [found], `${to}${level}if (${test}) ${createWith(value)}${semicolon}`, to);
    const promises = namespace === 'browser' || (script.extension.isV3 && habits.modern);
    return `${namespace}.alarms.get(${alarmName}${promises ? ').then(' : ', '}${body})`;
  };
  if (how === 'ensure') {
    yield script.replace(statement, ensure(minutes, indent) + end);
    return;
  }
  const declaration = habits.modern ? 'const' : 'var';
  if (settled !== undefined) {
    const { condition, leave } = settled;
    const isBlock = condition === undefined || condition.consequent.type === 'BlockStatement';
    const isAlone = !isBlock || script.file.text.slice(script.file.text.lastIndexOf('\n', statement.start! - 1) + 1, statement.start!).trim() === '';
    const variable = delay === undefined && !/^[\w$]+$/.test(minutes) && isAlone ? freshName(script.program!, `${name.replace(/\W+(\w?)/g, (_all, letter: string) => letter.toUpperCase())}Minutes`) : undefined;
    const text = (to: string): string => `${variable === undefined ? '' : `${declaration} ${variable} = ${minutes}${semicolon}\n${to}`}${ensure(variable ?? minutes, to)}`;
    const clear = clearText({ script, key: undefined }, name, false) + semicolon;
    if (leave !== undefined) {
      const own = script.indentAt(leave.start!);
      yield parentOf(leave)!.type === 'BlockStatement' ? script.insert(leave.start!, `${clear}\n${own}`) : script.replace(leave, `{\n${own}${level}${clear}\n${own}${level}${script.textOf(leave)}\n${own}}`);
    }
    const outer = condition === undefined ? indent : script.indentAt(condition.start!);
    if (isBlock) yield script.replace(statement, text(indent) + end);
    else yield script.replace(condition.consequent, `{\n${outer}${level}${text(outer + level)}${semicolon}\n${outer}}`);
    if (condition !== undefined) yield script.insert(condition.end!, ` else {\n${outer}${level}${clear}\n${outer}}`);
    return;
  }
  const starter = freshName(script.realms.flatMap(({ scripts }) => scripts.flatMap(({ program }) => program ?? [])), `start${name.split(/[^\w$]+/).map(capital).join('')}`);
  const all = statement.type === 'VariableDeclaration' ? statement : parentOf(wrapped(statement))!;
  const body = habits.modern && runs === undefined ? `() => ${create}` : functionText(script, [], [create, ...(runs === undefined ? [] : [runs])].map((line) => `${indent}${level}${line}${semicolon}`).join('\n'), indent);
  yield replaced(script, all, [`${declaration} ${starter} = ${body}`, `${namespace}.runtime.onInstalled.addListener(${starter})`, `${namespace}.runtime.onStartup.addListener(${starter})`].map((line) => line + semicolon).join(`\n${indent}`));
}

/** The end of a statement, or of the comment beside it. */
function endWithComment(script: Script, statement: Node): number {
  const end = statementEnd(script, statement);
  return end + (/^[ \t]*\/\/[^\n\r]*|^[ \t]*\/\*[^\n\r]*?\*\/(?=[ \t]*\r?\n)/.exec(script.file.text.slice(end))?.[0].length ?? 0);
}

/** A delay in minutes as it is written at a place: a number, or what the author calls it. */
function minutesText(script: Script, node: Node, place: Node, milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  const inner = unwrap(node);
  let named = false;
  let visible = true;
  walk(inner, (one) => {
    if (one.type !== 'Identifier') return;
    named = true;
    if (!isMember(parentOf(one)) || (parentOf(one) as t.MemberExpression).object === one) visible &&= script.scopes!.scopeOf(place).lookup(one.name) === script.binding(one);
  });
  if (!visible) named = false;
  if (!named) return Number.isInteger(minutes * 1000) ? String(minutes) : `${milliseconds} / 60000`;
  if (inner.type === 'BinaryExpression' && inner.operator === '*') {
    // minutes * 60 * 1000, minutes * MINUTE
    const factor = evaluate(script, inner.right)?.value;
    const left = unwrap(inner.left);
    if (factor === 60_000 && unwrap(inner.right).type !== 'Identifier') return script.textOf(inner.left);
    if (factor === 1000 && left.type === 'BinaryExpression' && left.operator === '*' && evaluate(script, left.right)?.value === 60) return script.textOf(left.left);
  }
  return `${inner.type === 'Identifier' || isMember(inner) ? script.textOf(inner) : `(${script.textOf(inner)})`} / 60000`;
}

function clearText({ script, key }: Pick<Clear, 'script' | 'key'>, name: string, keyed: boolean): string {
  return `${namespaceOf(script)}.alarms.clear(${nameText(script, name, keyed && key !== undefined ? [script.textOf(key)] : [], false)})`;
}

/** The edits that take the id's place: alarms are cleared by their name. */
function* handleEdits({ clears, resets, declared, starts }: Handle, clear: (one: Clear) => string | undefined): Generator<Edit> {
  for (const one of clears) {
    const { script, target } = one;
    const next = statementAfter(target);
    // What is created again at once takes the place of the old one.
    const text = clear(one);
    if (text === undefined || (next !== undefined && starts.some(({ target: created, key }) => parentOf(wrapped(created)) === next && (key === undefined || script.textOf(key) === script.textOf(one.key!))))) yield removal(script, target.type === 'IfStatement' ? target : parentOf(wrapped(target))!);
    else yield script.replace(target, text + (target.type === 'IfStatement' ? script.style.semicolon : ''));
  }
  for (const { script, statement } of resets) yield removal(script, statement);
  for (const { script, guard } of starts) if (guard?.removed) yield removal(script, guard.removed);
  for (const { script, node } of declared) {
    const list = parentOf(node)!;
    if (starts.some(({ target }) => target === list)) continue;
    if (node.type === 'ObjectProperty') yield withoutItem(script, node, (list as t.ObjectExpression).properties);
    else if (node.type !== 'VariableDeclarator') yield removal(script, node);
    else if ((list as t.VariableDeclaration).declarations.length === 1) yield removal(script, list);
    else yield withoutItem(script, node, (list as t.VariableDeclaration).declarations);
  }
}

/** Takes one item out of a list, with a comma. */
function withoutItem(script: Script, node: Node, items: readonly Node[]): Edit {
  const index = items.indexOf(node);
  const [before, after] = [items[index - 1], items[index + 1]];
  const [from, to] = after !== undefined ? [node.start!, after.start!] : [before?.end ?? node.start!, node.end!];
  return { file: script.path, start: from, end: to, text: '' };
}

function statementAfter(node: Node): Node | undefined {
  const own = [node, ...ancestors(node)].find((up) => siblings(up) !== undefined);
  const list = own && siblings(own);
  return own === node || own === parentOf(wrapped(node)) ? list?.[list.indexOf(own as t.Statement) + 1] : undefined;
}

/** Writes something else for a statement; a `;` that begins the next line stays there. */
function replaced(script: Script, statement: Node, text: string): Edit {
  return { file: script.path, start: statement.start!, end: statementEnd(script, statement), text };
}

/** Removes a statement, with its line where it has one of its own. */
function removal(script: Script, statement: Node): Edit {
  const { text } = script.file;
  const line = text.lastIndexOf('\n', statement.start! - 1) + 1;
  const own = statementEnd(script, statement);
  const rest = /^[ \t]*\r?\n/.exec(text.slice(own));
  if (text.slice(line, statement.start!).trim() === '' && rest !== null) {
    const end = own + rest[0].length;
    // No two blank lines, and none at the beginning, are left.
    const blank = /(^|\n[ \t]*\r?\n)$/.test(text.slice(0, line)) ? (/^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0) : 0;
    return { file: script.path, start: line, end: end + blank, text: '' };
  }
  const blank = /^[ \t]*/.exec(text.slice(own))![0].length;
  return { file: script.path, start: statement.start!, end: own + blank, text: '' };
}

// ---- the listener

function listenerEdits({ callback, creations, name, unique }: Whole, keyed: boolean, inside: readonly Edit[], anchor: Node): { readonly edits: Edit[]; readonly isNew: boolean } {
  const { script, async, moved, called, carried, renamed } = callback;
  const { text } = script.file;
  const { indent: level, semicolon } = script.style;
  const namespace = namespaceOf(script);
  const prefix = keyed || unique;
  const condition = (alarm: string, indent: string): string => {
    const test = !prefix ? `${alarm}.name === ${script.quote(name)}` : habitsOf(script).modern ? `${alarm}.name.startsWith(${script.quote(`${name}-`)})` : `${alarm}.name.indexOf(${script.quote(`${name}-`)}) === 0`;
    const inner = indent + level;
    const own = [...inside, ...renamed, ...carried.flatMap(({ uses, name: to }) => (uses.some(isMember) ? uses.map((use) => script.replace(use, to)) : []))];
    const decode = isPlain(carried) ? decodeText(script, carried, `${alarm}.name.slice(${script.quote(`${name}-`)}.length)`, unique, inner) : decodeJson(script, carried, `JSON.parse(${alarm}.name.slice(${alarm}.name.indexOf(${script.quote('{')})))`, moved ?? script.program!, inner);
    if (called !== undefined) return decode === undefined ? `if (${test}) ${called}${semicolon}` : `if (${test}) {\n${inner}${decode}\n${inner}${called}${semicolon}\n${indent}}`;
    const { body } = moved!;
    if (body.type !== 'BlockStatement') {
      const statement = spliced(script, body.start!, body.end!, body, script.indentAt(body.start!), decode === undefined ? indent : inner, own) + semicolon;
      return decode === undefined ? `if (${test}) ${statement}` : `if (${test}) {\n${inner}${decode}\n${inner}${statement}\n${indent}}`;
    }
    const isFlat = !text.slice(body.start!, body.end!).includes('\n');
    const content = isFlat ? ` ${spliced(script, body.start! + 1, body.end! - 1, body, '', '', own).trim()} ` : spliced(script, body.start! + 1, body.end! - 1, body, script.indentAt(body.end! - 1), indent, own);
    if (content.trim() === '' && isFlat) return `if (${test}) {}`;
    if (decode !== undefined) return `if (${test}) {\n${inner}${decode}${isFlat ? `\n${inner}${content.trim()}\n${indent}` : content}}`;
    return `if (${test}) {${content}}`;
  };
  const joined = siblings(anchor)!.map((statement) => dispatcherOf(script, statement)).find((one) => one !== undefined);
  if (joined !== undefined && (moved === undefined || !mentions(moved, joined.alarm)) && !carried.some((one) => one.name === joined.alarm)) {
    const last = (joined.fn.body as t.BlockStatement).body.at(-1)!;
    const indent = script.indentAt(last.start!);
    return { isNew: false, edits: [script.insert(last.end!, `\n${indent}${condition(joined.alarm, indent)}`), ...(async && !joined.fn.async ? [script.insert(joined.fn.start!, 'async ')] : [])] };
  }
  const indent = script.indentAt(anchor.start!);
  const alarm = moved === undefined ? 'alarm' : freshName(moved, 'alarm', 'firedAlarm');
  const listener = `${async ? 'async ' : ''}${functionText(script, [alarm], `${indent}${level}${condition(alarm, indent + level)}`, indent)}`;
  const gap = anchor.type === 'FunctionDeclaration' || (creations.every(({ when }) => when !== 'start') && text.slice(anchor.start!, anchor.end!).includes('\n')) ? '\n\n' : '\n';
  const end = endWithComment(script, anchor);
  const after = /^[ \t]*[^\s}]/.test(text.slice(end, end + 200)) ? `;\n${indent}` : '';
  return { isNew: true, edits: [script.insert(end, `${gap}${indent}${namespace}.alarms.onAlarm.addListener(${listener})${semicolon}${after.slice(semicolon.length)}`)] };
}

/** Statements that get ids back from an alarm's name. */
function decodeText(script: Script, carried: readonly Carried[], text: string, unique: boolean, indent: string): string | undefined {
  const [first, another] = carried;
  if (first === undefined) return undefined;
  const { modern } = habitsOf(script);
  const { semicolon } = script.style;
  if (another === undefined) return `${modern ? 'const' : 'var'} ${first.name} = ${!unique ? `Number(${text})` : first.kind === 'id' ? `parseInt(${text}, 10)` : `parseFloat(${text})`}${semicolon}`;
  const parts = `${text}.split(${script.quote(separatorOf(carried.length))})`;
  if (modern) return `const [${carried.map(({ name }) => name).join(', ')}] = ${parts}.map(Number)${semicolon}`;
  return carried.map(({ name }, index) => `var ${name} = Number(${parts}[${index}])${semicolon}`).join(`\n${indent}`);
}

function decodeJson(script: Script, carried: readonly Carried[], parsed: string, beside: Node, indent: string): string {
  const { modern, brace } = habitsOf(script);
  const { semicolon } = script.style;
  if (modern) return `const {${brace}${carried.map(({ name }) => name).join(', ')}${brace}} = ${parsed}${semicolon}`;
  const all = freshName(beside, 'carried', 'given');
  return [`var ${all} = ${parsed}${semicolon}`, ...carried.map(({ name }) => `var ${name} = ${all}.${name}${semicolon}`)].join(`\n${indent}`);
}

function mentions(node: Node, name: string): boolean {
  let found = false;
  walk(node, (one) => {
    if (one.type === 'Identifier' && one.name === name) found = true;
    return !found;
  });
  return found;
}

/** A listener of `onAlarm` that only tells alarms apart by their names, one statement for each. */
function dispatcherOf(script: Script, statement: Node): { readonly fn: FunctionNode; readonly alarm: string } | undefined {
  const call = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  if (!isCall(call) || script.api(unwrap(call.callee as Node))?.names.join('.') !== 'alarms.onAlarm.addListener') return undefined;
  const fn = call.arguments[0] && unwrap(call.arguments[0]);
  const [param, ...others] = isFunction(fn) ? fn.params : [];
  if (!isFunction(fn) || param?.type !== 'Identifier' || others.length > 0 || fn.body.type !== 'BlockStatement' || looksAtName(fn) !== 'tests') return undefined;
  const isOnItsLine = ({ start }: Node): boolean => script.file.text.slice(script.file.text.lastIndexOf('\n', start! - 1) + 1, start!).trim() === '';
  return fn.body.body.every((one) => one.type === 'IfStatement' && one.alternate == null && isOnItsLine(one)) ? { fn, alarm: param.name } : undefined;
}

/** A span of a script with edits made in it, and its lines at another indentation. */
function spliced(script: Script, start: number, end: number, root: Node, from: string, to: string, edits: readonly Edit[]): string {
  const { text } = script.file;
  const fixed = fixedLines(root, text, 0);
  const all = [...edits];
  for (let at = text.indexOf('\n', start); at !== -1 && at < end && from !== to; at = text.indexOf('\n', at + 1)) {
    const line = at + 1;
    if (fixed.has(line) || /^[ \t]*\r?\n/.test(text.slice(line, line + 200)) || !text.startsWith(from, line) || edits.some((edit) => edit.start <= line && line < edit.end)) continue;
    all.push({ file: script.path, start: line, end: line + from.length, text: to });
  }
  let result = '';
  let at = start;
  for (const edit of all.sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at, end);
}
