import type * as t from '@babel/types';
import { answersOf } from '../answers.ts';
import { immediateCall } from '../api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isUnused, isWithin, mayLeave, memberName, parentOf, siblings, stringValue, unwrap, usesArguments, walk, wordsOfCall, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import { CLOSING, type Insertions } from '../insertions.ts';
import { functionText, habitsOf, rangeOf, startOfBody, startWithComments } from '../layout.ts';
import { ownMethod, usesAsMember, usesOfBinding, usesOfMethod } from '../objects.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { sharingOf } from './sharing.ts';
import { phasesAt } from './state.ts';
import { callsThroughTable, constantOf } from '../tables.ts';
import { SYNC_METHODS, TIMERS, type Registration, type Turns } from '../turns.ts';
import { isOpenToPages, surelyFunction, usesOfFunction } from '../uses.ts';
import { IDLE_LIMIT } from '../platform.ts';

const MESSAGES = /^(runtime|extension)\.on(Message|MessageExternal|Request|RequestExternal)$/;
/** What the browser allows only while it handles the user's gesture. */
const GESTURES = /^(permissions\.request|(action|browserAction|pageAction)\.openPopup|sidePanel\.open|sidebarAction\.(open|close|toggle))$/;


/** The names of promises that listeners wait for. */
const PROMISES = /(Loaded|Restored|startUpDone|^loaded)$/;

/** How a function that is given to a call is run. */
type Use = 'listener' | 'now' | 'later' | 'unknown';

export interface Entry {
  readonly turns: Turns;
  readonly script: Script;
  readonly fn: FunctionNode;
  /** message: the answer is given by `sendResponse`, and `true` keeps the way for it open. later: what calls the function has gone on already. */
  readonly mode: 'await' | 'message' | 'later';
  /** The statements among which to wait; none for all of the function. */
  readonly list: readonly t.Statement[];
  /** The name by which a function is registered that others call as well: a listener around it waits. */
  readonly argument?: t.Identifier;
  readonly touches: Node[];
}

/**
 * Makes every listener that touches some variables wait for a promise first.
 * @param promise its name, or how a place names it
 * @param home the function whose locals the variables are, or undefined at top level
 * @param isFree whether a use need not wait: one of the start-up, which may find what it always found
 * @returns whether any listener has to
 * @throws Refusal where that cannot be done without another change of behaviour
 */
export function gate(accesses: readonly Pick<Access, 'node'>[], promise: PromiseName, home: FunctionNode | undefined, turns: Turns, into: Insertions, isFree: (touch: Node) => boolean = () => false, atStart: AtStart = refuseAtStart): boolean {
  return gateEntries(entriesOf(accesses, home, turns, isFree, atStart), promise, into);
}

/** The name of a promise, or how a place names it. */
type PromiseName = string | ((script: Script, place: Node) => string);

/** Makes listeners wait for a promise before they touch some variables. @returns whether there are any */
export function gateEntries(entries: readonly Entry[], promise: PromiseName, into: Insertions): boolean {
  let gates = false;
  for (const entry of entries) {
    const { script, fn, list } = entry;
    const name = typeof promise === 'string' ? promise : promise(script, list[0] ?? fn.body);
    const isWaiting = (touch: Node): boolean => isBehindHere(touch, (expression) => [script.textOf(expression), `${script.textOf(expression)}.catch(console.error)`].includes(name), script);
    const touches = entry.touches.filter((touch) => !isWaiting(touch));
    if (entry.touches.length > 0 && touches.length === 0) continue;
    gates = true;
    if (entry.argument !== undefined) gateRegistration(entry, entry.argument, name, into);
    else for (const wait of waitsOf(entry, touches, isWaiting)) wait.write(name, into);
  }
  return gates;
}

/**
 * Refuses where a listener would wait for two promises of restored state, and another, which shares what it changes, for one of them: of two events that
 * arrive together the second would come first.
 */
export function assertSameWaits(entries: readonly Entry[], promise: string, turns: Turns): void {
  const scripts = [...new Set(entries.flatMap(({ script }) => script.realms.find(({ kind }) => kind === 'background')?.scripts ?? []))];
  const gates = scripts.flatMap((script) => restoreGates(script)).filter(({ name }) => name !== promise);
  const waitsFor = (fn: FunctionNode): string => [...new Set(gates.filter(({ node }) => isWithin(node, fn)).map(({ name }) => name))].sort().join();
  for (const { fn } of entries) {
    const waits = waitsFor(fn);
    if (waits === '') continue;
    const others = [
      ...gates.filter(({ node }) => !entries.some((entry) => isWithin(node, entry.fn))).map(({ behind }) => behind),
      ...entries.filter((entry) => waitsFor(entry.fn) !== waits).flatMap((entry) => [entry.fn.body, ...entry.touches]),
    ];
    if (sharingOf(turns).shared([fn.body], () => false, others).length > 0) throw new Refusal('a listener would wait for two promises, and one that uses the same for one of them');
  }
}

/** The places of a script that wait for restored state, and what they have wait. */
function restoreGates(script: Script): { readonly name: string; readonly node: Node; readonly behind: Node }[] {
  if (script.program === undefined || !script.file.text.includes('Restored')) return [];
  const gates: { readonly name: string; readonly node: Node; readonly behind: Node }[] = [];
  walk(script.program, (node) => {
    const [promise, behind] = node.type === 'AwaitExpression' ? [unwrap(node.argument), functionOf(node)?.body] : isCall(node) && isMember(node.callee) && memberName(node.callee) === 'then' ? [unwrap(node.callee.object), node.arguments[0] ? unwrap(node.arguments[0]) : undefined] : [];
    const name = promise?.type === 'Identifier' ? promise.name : isMember(promise) ? memberName(promise) : undefined;
    if (behind !== undefined && functionOf(node) !== undefined && name?.endsWith('Restored')) gates.push({ name, node, behind: isFunction(behind) ? behind.body : behind });
    return true;
  });
  return gates;
}

/**
 * Makes the listener of a registration wait for a promise before it does anything that others could notice, or asks for what others make.
 * @throws Refusal as {@link gate} does
 */
export function gateListener({ functions: [fn] }: Registration, promise: string, turns: Turns, into: Insertions): void {
  const script = turns.scriptOf(fn!);
  const touches: Node[] = [];
  for (const part of [...fn!.params, fn!.body]) {
    walk(part, (node) => {
      if (node.type === 'ThisExpression' || node.type === 'Super' || (node.type === 'Identifier' && isFromOutside(script, node, fn!))) touches.push(node);
      return true;
    });
  }
  if (touches.length === 0) return;
  if (turns.callersOf(fn!).length > 0) throw new Refusal('it is also called as a function');
  const mode = modeOf(turns.registrations.filter(({ functions }) => functions.includes(fn!)));
  // One place to wait, not one in each branch.
  const first = fn!.body.type === 'BlockStatement' && mode === 'await' ? fn!.body.body.find((statement) => touches.some((touch) => isWithin(touch, statement))) : undefined;
  if (first?.type === 'IfStatement' && first.alternate != null) touches.push(first.test);
  if (first?.type === 'SwitchStatement') touches.push(first.discriminant);
  for (const wait of functionWaits({ turns, script, fn: fn!, mode, list: [], touches }, fn!, mode, touches)) wait.write(promise, into);
}

/** Names of the language, which are the same at any time. */
const LANGUAGE = /^(undefined|NaN|Infinity|arguments|Object|Array|String|Number|Boolean|JSON|Math|RegExp|Error|parseInt|parseFloat|isNaN|isFinite|encodeURI|encodeURIComponent|decodeURI|decodeURIComponent)$/;

/** Whether a name means something that is not made in a function, and that may change. */
function isFromOutside(script: Script, name: t.Identifier, fn: FunctionNode): boolean {
  const binding = script.binding(name);
  if (binding !== undefined) return !isWithin(binding.scope.node, fn) && !(binding.kind === 'const' && binding.declarations.every(({ init }) => init != null && /^(String|Numeric|Boolean|RegExp)Literal$/.test(init.type)));
  const parent = parentOf(name);
  const isKey = /^(Object|Class)(Property|Method)$/.test(parent?.type ?? '') && (parent as t.ObjectProperty).key === name && !(parent as t.ObjectProperty).computed;
  const isName = isKey || (isMember(parent) && parent.property === name && !parent.computed);
  return !isName && !/^(Labeled|Break|Continue)Statement$|^TS/.test(parent?.type ?? '') && !LANGUAGE.test(name.name);
}

/** What to do with a place of the start-up that uses some variables, in a callback perhaps. @param outermost the place, or the callback, that stands among the statements of the start-up */
type AtStart = (touch: Node, outermost: Node) => void;

function refuseAtStart(): never {
  throw new Refusal('it is used while the background starts');
}

/** The scripts whose listeners would wait. @throws Refusal as {@link gate} does */
export function scriptsToGate(accesses: readonly Pick<Access, 'node'>[], home: FunctionNode | undefined, turns: Turns, isFree: (touch: Node) => boolean): ReadonlySet<Script> {
  return new Set(entriesOf(accesses, home, turns, isFree, () => {}).map(({ script }) => script));
}

// ---- which listeners

/**
 * The listeners that touch some variables, and where in them.
 * @param isRevealed whether those outside of `home` can wait, too
 * @throws Refusal where a place that touches them is not known to be reached by listeners, or by what `atStart` takes
 */
export function entriesOf(accesses: readonly Pick<Access, 'node'>[], home: FunctionNode | undefined, turns: Turns, isFree: (touch: Node) => boolean, atStart: AtStart, isRevealed = false): Entry[] {
  const entries = new Map<Node, Entry>();
  for (const { node } of accesses) {
    for (const { touch, ...place } of placesOf(node, [], { home, turns, isFree, atStart, isRevealed, left: 500 })) {
      const key = place.argument ?? place.list[0] ?? place.fn;
      const entry = entries.get(key) ?? { ...place, turns, touches: [] };
      entries.set(key, entry);
      if (!entry.touches.includes(touch)) entry.touches.push(touch);
    }
  }
  return [...entries.values()];
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

/** The listeners through which a place is reached; where these are not known or may not wait, the asynchronous code that the place is in. */
function placesOf(touch: Node, path: readonly Node[], search: Search): readonly Waiting[] {
  if (path.includes(touch) || search.isFree(touch)) return [];
  if (search.left-- < 0) throw new Refusal('it is used in too many ways');
  try {
    return listenersOf(touch, [...path, touch], search);
  } catch (error) {
    const later = error instanceof Refusal ? placeAfterWait(touch, search) : undefined;
    if (later === undefined) throw error;
    return [later];
  }
}

function listenersOf(touch: Node, path: readonly Node[], search: Search): readonly Waiting[] {
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
    const registrations = turns.registrations.filter(({ functions }) => functions.includes(fn!));
    const use = useOf(script, fn);
    if (registrations.length > 0 || use === 'listener' || isNamedListener(script, fn, turns)) {
      const mode = modeOf(registrations);
      const calls = callsOfListener(script, fn, turns);
      if (calls.length > 0 && placeAfterWait(touch, search) !== undefined) throw new Refusal('a listener that uses it is also called as a function');
      const named = mode === 'await' && calls.length > 0 ? registeredNames(script, fn, search) : [];
      if (named.length > 0) return [...named.map((argument) => ({ touch, script: turns.scriptOf(argument), fn: fn!, mode, list: [], argument })), ...usesOfHelper(script, fn, turns).flatMap((use) => placesOf(use, path, search))];
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
    return usesOfHelper(script, fn, turns).flatMap((use) => placesOf(use, path, search));
  }
}

/** The places that call a listener as a function, or hand it to what does: `tabs.forEach(onTab)`. */
function callsOfListener(script: Script, fn: FunctionNode, turns: Turns): readonly Node[] {
  const uses = usesOfMethod(fn, turns) ?? usesOfFunction(script, fn)?.map(({ node }) => node) ?? [];
  const calls: readonly Node[] = turns.callersOf(fn);
  return [...calls, ...uses.filter((use) => {
    const call = parentOf(wrapped(use));
    return isCall(call) && call.arguments.includes(wrapped(use) as t.Expression) && !isListenerArgument(turns.scriptOf(use), use) && !turns.registrations.some((one) => one.call === call) && !calls.includes(call);
  })];
}

/** The name that a function is declared with, as a function or a constant. */
function lastingName(script: Script, fn: FunctionNode): Binding | undefined {
  if (fn.type !== 'FunctionDeclaration') return constantOf(script, fn);
  return fn.id ? script.binding(fn.id) : undefined;
}

/** The names by which a function is registered as a listener; none where it is registered in other ways too, or removed again. */
function registeredNames(script: Script, fn: FunctionNode, { home, turns }: Search): readonly t.Identifier[] {
  const binding = lastingName(script, fn);
  if (binding === undefined) return [];
  const names = namesOf(script, binding).filter((node): node is t.Identifier => node.type === 'Identifier' && isListenerArgument(turns.scriptOf(node), node));
  const isPlain = (node: Node): boolean => turns.registrations.some(({ call }) => call.arguments[0] === node) && (home === undefined || isWithin(node, home));
  return !binding.references.some(({ writes }) => writes) && names.every(isPlain) && turns.registrations.filter(({ functions }) => functions.includes(fn)).length === names.length ? names : [];
}

function startsIn(node: Node, turns: Turns): boolean {
  const phases = phasesAt(node, turns);
  return phases.has('start') || phases.has('start-up');
}

/** Whether a call is the last thing that its turn does, and nobody looks at what it gives: the function may then wait. */
function isLast(call: Node, turns: Turns, seen: readonly Node[] = []): boolean {
  const script = turns.scriptOf(call);
  let inner: Node = wrapped(call);
  for (const up of ancestors(inner)) {
    if (isFunction(up)) {
      const isValue = inner === up.body && inner.type !== 'BlockStatement';
      if (seen.includes(up) || up.generator) return false;
      const own = immediateCall(up);
      if (own !== undefined) return !isValue && isLast(own.node, turns, [...seen, up]);
      const use = useOf(script, up);
      if (use === 'listener' || use === 'later') return !isValue || isIgnored(script, up);
      const callers = turns.callersOf(up);
      return isNamed(up) && (callers.length > 0 || isNamedListener(script, up, turns)) && !isValue && callers.every((caller) => isLast(caller, turns, [...seen, up]));
    }
    const list = siblings(inner);
    const isIdle = (later: t.Statement): boolean => later.type === 'FunctionDeclaration' || later.type === 'EmptyStatement' || (later.type === 'ReturnStatement' && !later.argument) || (functionOf(inner) === undefined && isApart(script, later, turns));
    if (list !== undefined && !list.slice(list.indexOf(inner as t.Statement) + 1).every(isIdle)) return false;
    if (up.type === 'Program') return true;
    if (!(up.type === 'ExpressionStatement' || up.type === 'BlockStatement' || (up.type === 'IfStatement' && inner !== up.test))) return false;
    inner = up;
  }
  return false;
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

function isInLoop(node: Node): boolean {
  for (const up of ancestors(node)) {
    if (isFunction(up)) return false;
    if (/^(For|ForIn|ForOf|While|DoWhile|Labeled)Statement$/.test(up.type)) return true;
  }
  return false;
}

/** Whether a statement always waits before the next one runs. */
function waitsFirst(statement: Node): boolean {
  const waits = (expression: Node | null | undefined): boolean => {
    const inner = expression && unwrap(expression);
    switch (inner?.type) {
      case 'AwaitExpression':
        return true;
      case 'UnaryExpression':
        return waits(inner.argument);
      case 'MemberExpression':
        return waits(inner.object);
      case 'CallExpression':
        return waits(inner.callee) || inner.arguments.some(waits);
      case 'BinaryExpression':
        return waits(inner.left) || waits(inner.right);
      case 'LogicalExpression':
        return waits(inner.left);
      case 'AssignmentExpression':
        return waits(inner.right);
      default:
        return false;
    }
  };
  switch (statement.type) {
    case 'ExpressionStatement':
      return waits(statement.expression);
    case 'VariableDeclaration':
      return statement.declarations.some(({ init }) => waits(init));
    case 'IfStatement':
      return waits(statement.test);
    default:
      return false;
  }
}

/** Whether a function can be called by a name. */
function isNamed(fn: FunctionNode): boolean {
  return fn.type === 'FunctionDeclaration' || parentOf(wrapped(fn))?.type === 'VariableDeclarator';
}

/** How the function expression that stands in a call is used there. */
function useOf(script: Script, fn: FunctionNode): Use {
  const outer = wrapped(fn);
  const call = parentOf(outer);
  if (immediateCall(fn) !== undefined) return fn.generator ? 'unknown' : 'now';
  if (!(isCall(call) || call?.type === 'NewExpression') || call.callee === outer) return 'unknown';
  const callee = unwrap(call.callee as Node);
  const name = isMember(callee) ? (memberName(callee) ?? '') : callee.type === 'Identifier' ? callee.name : '';
  if (name === 'addListener' && isMember(callee)) return script.api(callee) !== undefined || isPortEvent(script, callee.object) ? 'listener' : 'unknown';
  if (name === 'addEventListener') return 'listener';
  if (call.type !== 'NewExpression' && isLater(script, call)) return 'later';
  if (call.type === 'NewExpression') return name === 'Promise' ? 'now' : 'unknown';
  if (!isMember(callee)) return 'unknown';
  return SYNC_METHODS.has(name) ? 'now' : 'unknown';
}

/** Whether a call runs the functions that it is given in a later turn. */
export function isLater(script: Script, call: AnyCall): boolean {
  const callee = unwrap(call.callee as Node);
  if (script.api(callee) !== undefined) return true;
  if (callee.type === 'Identifier') return (TIMERS.has(callee.name) || callee.name === 'queueMicrotask') && script.binding(callee) === undefined;
  return isMember(callee) && (/^(then|catch|finally)$/.test(memberName(callee) ?? '') || isGlobalTimer(script, callee));
}

/** Milliseconds from which on each run of an interval may wait for storage, and write it. */
const SHOWS_FRAMES = 250;

function isShortInterval(script: Script, fn: FunctionNode, turns: Turns): boolean {
  const call = parentOf(wrapped(fn));
  if (!isCall(call) || useOf(script, fn) !== 'later' || !/(^|\.)setInterval$/.test(script.textOf(call.callee))) return false;
  const period = evaluate(script, call.arguments[1], turns)?.value;
  return typeof period === 'number' && period >= SHOWS_FRAMES && period < IDLE_LIMIT;
}

/** `window.setTimeout`. */
function isGlobalTimer(script: Script, callee: AnyMember): boolean {
  const object = unwrap(callee.object);
  return TIMERS.has(memberName(callee) ?? '') && object.type === 'Identifier' && /^(window|self|globalThis)$/.test(object.name) && script.binding(object) === undefined;
}

/** `port.onMessage`; the events of the extension's own objects may care for what their listeners return. */
function isPortEvent(script: Script, event: Node): boolean {
  const inner = unwrap(event);
  if (!isMember(inner) || !/^on(Message|Disconnect)$/.test(memberName(inner) ?? '')) return false;
  const port = unwrap(inner.object);
  const binding = port.type === 'Identifier' ? script.binding(port) : undefined;
  return binding?.kind === 'param' || binding?.kind === 'const' || binding?.kind === 'let' || binding?.kind === 'var';
}

/** The places that call a function or hand it on. */
function usesOfHelper(script: Script, fn: FunctionNode, turns: Turns): Node[] {
  const methods = usesOfMethod(fn, turns);
  if (methods !== undefined) return usesOfOwnMethod(fn, methods, turns);
  const calls = callsThroughTable(script, fn);
  if (calls !== undefined) return calls.map(({ node }) => node);
  const binding = lastingName(script, fn);
  if (binding === undefined || fn.generator) throw new Refusal('a function that uses it is not called by its name');
  if (isOpenToPages(script, binding)) throw new Refusal('a page calls a function that uses it');
  const uses = namesOf(script, binding).flatMap((use) => usesAsMember(use, turns) ?? [use]);
  if (uses.length === 0) throw new Refusal('a function that uses it has no caller that is seen');
  for (const use of uses) {
    const parent = parentOf(wrapped(use));
    const called = (isCall(parent) || parent?.type === 'NewExpression') && parent.callee === wrapped(use);
    const given = isCall(parent) && parent.arguments.includes(wrapped(use) as t.Expression);
    // attach(target, onAttach.bind(null, id))
    const bound = isMember(parent) && memberName(parent) === 'bind' ? parentOf(wrapped(parent)) : undefined;
    const holder = isCall(bound) && bound.callee === parent ? parentOf(wrapped(bound)) : undefined;
    const givenBound = isCall(holder) && holder.arguments.includes(wrapped(bound!) as t.Expression) && !isListenerArgument(script, bound!);
    if (!called && !given && !givenBound) throw new Refusal('a function that uses it is kept as a value');
  }
  return uses.filter((use) => !isListenerArgument(turns.scriptOf(use), use));
}

/** The places that name a function of the top level, in every script; or a local one. */
function namesOf(script: Script, binding: Binding): Node[] {
  if (script.isModule) return usesOfBinding(script, binding).map(({ node }) => node);
  const elsewhere = binding.scope.parent === undefined ? neighbours(script).flatMap((other) => other.freeNames.get(binding.name) ?? []) : [];
  return [...binding.references, ...elsewhere].map(({ node }) => node);
}

/** The places that name a method of an object that lives once. */
function usesOfOwnMethod(fn: FunctionNode, uses: readonly Node[], turns: Turns): Node[] {
  if (fn.type === 'ClassMethod' || fn.type === 'ObjectMethod' ? fn.generator : false) throw new Refusal('a function that uses it is not called by its name');
  if (uses.length === 0) throw new Refusal('a function that uses it has no caller that is seen');
  for (const use of uses) {
    const parent = parentOf(wrapped(use));
    const given = isCall(parent) && parent.arguments.includes(wrapped(use) as t.Expression);
    const called = isCall(parent) && parent.callee === wrapped(use);
    if (!given && !called && !isCalledByItself(fn, use)) throw new Refusal('a function that uses it is kept as a value');
  }
  return uses.filter((use) => !isListenerArgument(turns.scriptOf(use), use));
}

/** Whether a use of a method runs it without a call around it: an accessor, `new`, `.call(this)`. */
function isCalledByItself(fn: FunctionNode, use: Node): boolean {
  if ((fn.type === 'ClassMethod' || fn.type === 'ObjectMethod') && fn.kind !== 'method') return true;
  return isCall(use) && isMember(use.callee) && memberName(use.callee) !== 'bind';
}

/** The other classic scripts of the background, which see the same top-level names. */
export function neighbours(script: Script): Script[] {
  if (script.isModule) return [];
  return script.realms.filter(({ kind }) => kind === 'background').flatMap(({ scripts }) => scripts.filter((other) => other !== script && other.program !== undefined && !other.isModule));
}

/** Whether a function is given to an `addListener` by its name. */
function isNamedListener(script: Script, fn: FunctionNode, turns: Turns): boolean {
  const methods = usesOfMethod(fn, turns);
  if (methods !== undefined) return methods.some((use) => isListenerArgument(turns.scriptOf(use), use));
  const declarator = parentOf(wrapped(fn));
  const id = fn.type === 'FunctionDeclaration' ? fn.id : declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? declarator.id : undefined;
  const binding = id ? script.binding(id) : undefined;
  if (binding === undefined) return false;
  try {
    return namesOf(script, binding).some((node) => isListenerArgument(turns.scriptOf(node), node));
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function isListenerArgument(script: Script, node: Node): boolean {
  const parent = parentOf(wrapped(node));
  if (isCall(parent) && isMember(parent.callee) && memberName(parent.callee) === 'addListener' && script.api(parent.callee) === undefined && !isPortEvent(script, parent.callee.object)) return false;
  return isCall(parent) && parent.callee !== wrapped(node) && isMember(parent.callee) && /^(add|remove|has)(Event)?Listener$/.test(memberName(parent.callee) ?? '');
}

function modeOf(registrations: readonly Registration[]): Entry['mode'] {
  const answered = registrations.find((one) => answersOf(one.event) === 'value' && !(one.event.startsWith('webRequest.') && (isObserving(one) || takesPromise(one) || takesCallback(one))));
  if (answered !== undefined) throw new Refusal(`\`${answered.event}\` needs its answer at once`);
  // Who throws answers, too.
  const throwing = registrations.find(({ event, functions }) => answersOf(event) === 'callback' && functions.some(({ body }) => mayLeave(body, /^ThrowStatement$/)));
  if (throwing !== undefined) throw new Refusal(`a listener of \`${throwing.event}\` throws`);
  const events = registrations.flatMap(({ event }) => event.split('|'));
  const computed = events.find((event) => /^(runtime|extension|downloads)\[/.test(event));
  if (computed !== undefined) throw new Refusal('a listener that uses it may be one of messages');
  const messages = events.filter((event) => MESSAGES.test(event));
  if (messages.length > 0 && messages.length < events.length) throw new Refusal('one listener serves messages and other events');
  return messages.length > 0 ? 'message' : 'await';
}

/** Whether a listener of a request only looks at it: nothing that it is registered with asks for more. */
function isObserving({ script, call }: Registration): boolean {
  const extras = call.arguments[2] && unwrap(call.arguments[2]);
  return extras === undefined || (extras.type === 'ArrayExpression' && !/blocking/i.test(script.textOf(extras)) && extras.elements.every((element) => element?.type === 'StringLiteral'));
}

/** Whether a blocking listener of requests may answer by a promise: it may in Firefox, where it is not given a callback for its answer. */
function takesPromise({ script, event, call }: Registration): boolean {
  const extras = call.arguments[2] && unwrap(call.arguments[2]);
  return !script.extension.hasWorker && /^webRequest\.on(BeforeRequest|BeforeSendHeaders|HeadersReceived|AuthRequired)$/.test(event) && extras?.type === 'ArrayExpression' && !extras.elements.some((element) => element === null || stringValue(element) === 'asyncBlocking' || stringValue(element) === undefined);
}

/** Whether a listener is given a callback for the credentials that a request needs: what it returns is not looked at then. */
function takesCallback({ event, call }: Registration): boolean {
  const extras = call.arguments[2] && unwrap(call.arguments[2]);
  return event === 'webRequest.onAuthRequired' && extras?.type === 'ArrayExpression' && extras.elements.some((element) => element !== null && stringValue(element) === 'asyncBlocking');
}

// ---- where in a listener

/** Has a listener wait that calls a function, where the function itself was registered. */
function gateRegistration(entry: Entry, argument: t.Identifier, promise: string, into: Insertions): void {
  const { script, fn } = entry;
  assertNoGesture(entry, fn, fn.body.start!);
  assertPortsAttached(entry, fn, fn.body.start!);
  const answers = entry.turns.registrations.some((one) => one.functions.includes(fn) && (one.event === 'proxy.onRequest' || (answersOf(one.event) === 'value' && !isObserving(one))));
  into.replace(script, argument, listenerAround(script, fn, argument.name, promise, script.indentAt(argument.start!), answers));
}

/** The text of a listener that waits for a promise, then calls another with what it is given. @param answers whether it gives back the answer */
export function listenerAround(script: Script, fn: FunctionNode, callee: string, promise: string, indent: string, answers = false): string {
  const { semicolon, indent: step } = script.style;
  const needed = [callee, promise].map((text) => /^[\w$]*/.exec(text)![0]);
  const names = fn.params.map((param) => (param.type === 'Identifier' ? param.name : ''));
  const given = names.every((name) => name !== '' && !needed.includes(name)) && !usesArguments(fn) ? names : ['...args'];
  return `async ${functionText(script, given, `${indent}${step}await ${promise}${semicolon}\n${indent}${step}${answers ? 'return ' : ''}${callee}(${given.join(', ')})${semicolon}`, indent)}`;
}

/** A place of a listener at which it waits. */
interface Wait {
  readonly fn: FunctionNode;
  /** rest: what follows runs behind it. continued: only what follows in its list does. alone: nothing else does. */
  readonly how: 'rest' | 'continued' | 'alone';
  /** The statements among which it waits, and the first of them that does; none in a function that is one expression. */
  readonly list: readonly t.Statement[];
  readonly first: t.Statement | undefined;
  write(promise: string, into: Insertions): void;
}

/** Where a listener waits, so that nothing that it does before, or without waiting, shares with what waits a variable that one of both changes: other events may come in between. */
function waitsOf(entry: Entry, given: readonly Node[], isWaiting: (node: Node) => boolean): readonly Wait[] {
  const { fn, mode, list } = entry;
  for (let touches = given; ;) {
    const waits = [...(list.length === 0 ? functionWaits(entry, fn, mode, touches) : listWaits(entry, fn, mode, list, touches))];
    const shared = [...new Set(waits.map((wait) => wait.fn))].flatMap((one) => sharedWith(entry, waits.filter((wait) => wait.fn === one))).filter((node) => !touches.includes(node) && !isWaiting(node));
    if (shared.length === 0) return waits;
    touches = [...touches, ...shared];
  }
}

/** The places of a function that do not always come behind where it waits, and use what is changed there, or change what is used there. */
function sharedWith({ turns, list }: Entry, waits: readonly Wait[]): readonly Node[] {
  const delayed = waits.filter(({ how }) => how !== 'alone');
  const always = delayed.flatMap(({ list: statements, first }) => statements.slice(statements.indexOf(first!)));
  const { fn } = waits[0]!;
  const whole = list.length > 0 && list.every((statement) => functionOf(statement) === fn) ? list : [fn.body];
  const turn = waits.length === 1 ? sameTurn(waits[0]!, whole) : whole;
  return delayed.length === 0 ? [] : sharingOf(turns).shared(turn, (node) => always.some((one) => one === node), delayed.flatMap(statementsBehind));
}

/** What runs in the same turn as a place that waits: what follows the last `await` before it, or all. */
function sameTurn({ fn, first }: Wait, whole: readonly Node[]): readonly Node[] {
  let inner: Node = first ?? fn.body;
  for (const up of ancestors(inner)) {
    const list = siblings(inner);
    const wait = fn.async && list !== undefined ? list.slice(0, list.indexOf(inner as t.Statement)).findLastIndex(waitsFirst) : -1;
    if (wait !== -1) return list!.slice(wait + 1);
    if (up === fn) break;
    inner = up;
  }
  return whole;
}

/** The statements that may run behind a place that waits. */
function statementsBehind({ fn, how, list, first }: Wait): readonly t.Statement[] {
  const behind = list.slice(list.indexOf(first!));
  let inner: Node = first!;
  for (const up of ancestors(inner)) {
    if (up === fn || how === 'continued' || endsFunction(behind.at(-1)!)) break;
    const around = siblings(inner);
    if (around !== undefined && around !== list) behind.push(...around.slice(around.indexOf(inner as t.Statement) + 1));
    inner = up;
  }
  return behind;
}

function* functionWaits(entry: Entry, fn: FunctionNode, mode: Entry['mode'], touches: readonly Node[]): Generator<Wait> {
  if (touches.some((touch) => fn.params.some((param) => isWithin(touch, param)))) throw new Refusal('a default of a parameter uses it');
  const { body } = fn;
  if (body.type === 'BlockStatement') return yield* listWaits(entry, fn, mode, body.body, touches);
  // A callback in the expression may be where it is needed.
  const callback = callbackWaits(entry, body, touches);
  if (callback !== undefined) return yield* callback;
  const isAnswer = mode === 'message' && !fn.async;
  yield { fn, how: 'alone', list: [], first: undefined, write: (promise, into) => (isAnswer ? gateAnswer(entry, fn as t.ArrowFunctionExpression, touches, promise, into) : gateExpression(entry, fn, mode, promise, into)) };
}

function gateExpression(entry: Entry, fn: FunctionNode, mode: Entry['mode'], promise: string, into: Insertions): void {
  assertMayWait(entry, fn, fn.body.start!);
  const { script } = entry;
  if (!fn.async) makeAsync(script, fn, into);
  const { start } = into.open(script, fn as t.ArrowFunctionExpression, mode === 'message' || !isIgnored(script, fn));
  into.add(script, start, `await ${promise}${script.style.semicolon}\n${script.indentAt(fn.start!)}${script.style.indent}`, 0);
}

/** Has a message listener of one expression wait where it answers: `(message, sender, reply) => message === 'count' && reply(count)`. */
function gateAnswer(entry: Entry, fn: t.ArrowFunctionExpression, touches: readonly Node[], promise: string, into: Insertions): void {
  assertNotCalled(entry, fn);
  const { script, turns } = entry;
  const { style } = script;
  const body = unwrap(fn.body);
  const isAsked = body.type === 'LogicalExpression' && body.operator === '&&' && !touches.some((touch) => isWithin(touch, body.left)) && sharingOf(turns).shared([body.left], () => false, [body.right]).length === 0;
  const [test, answer] = isAsked ? [body.left, body.right] : [undefined, fn.body];
  const [, , reply] = fn.params;
  const replyBinding = reply?.type === 'Identifier' ? script.binding(reply) : undefined;
  const isNative = turns.registrations.some(({ functions, call }) => functions.includes(fn) && /^browser\b/.test(script.textOf(call)));
  const promised = isNative && isPromise(script, unwrap(answer), turns);
  const answers = replyBinding !== undefined && isAnswering(script, fn, answer);
  const isSilent = replyBinding === undefined || replyBinding.references.length === 0;
  if (fn.returnType != null || (reply !== undefined && replyBinding === undefined)) throw new Refusal('a message listener that is one expression uses it');
  if (!promised && !answers && !(isSilent && givesNothing(script, unwrap(answer), turns))) throw new Refusal(isSilent ? 'a message listener that is one expression may give back an answer' : 'a message listener answers on some of its ways only');
  const [from, to] = test === undefined ? [] : [rangeOf(script, test)[1], rangeOf(script, answer)[0]];
  if (from !== undefined && /\/[/*]/.test(script.file.text.slice(from, to))) throw new Refusal('a comment stands where braces are needed');
  const outer = script.indentAt(fn.start!);
  const [one, two, three] = [1, 2, 3].map((level) => outer + style.indent.repeat(level)) as [string, string, string];
  const opened = into.bare(script, fn, answer, promised);
  const [level, inner] = test === undefined ? [one, two] : [two, three];
  const waiting = `${promised ? 'return ' : ''}${promise}.then(() => {\n${inner}`;
  if (from === undefined) into.add(script, opened.start, `{\n${one}${waiting}`, -1);
  else {
    into.add(script, startOfBody(script, fn), `{\n${one}if (`, -1);
    into.remove(script, from, to!);
    into.add(script, opened.start, `) {\n${two}${waiting}`, -1);
    into.indent(script, opened.start, opened.end, test!);
  }
  into.indent(script, opened.start, opened.end, fn);
  into.indent(script, opened.start, opened.end, answer);
  const parts = unwrap(answer).type === 'SequenceExpression' && !promised ? (unwrap(answer) as t.SequenceExpression).expressions : [];
  for (const [index, part] of parts.slice(1).entries()) {
    const [end, start] = [rangeOf(script, parts[index]!)[1], rangeOf(script, part)[0]];
    if (script.file.text.slice(end, start).trim() !== ',') throw new Refusal('a comment stands where braces are needed');
    into.remove(script, end, start);
    into.add(script, start, `${style.semicolon}\n${outer}`, -1);
  }
  into.add(script, opened.end, style.semicolon, 2);
  const open = answers && !promised ? `\n${level}return true${style.semicolon}` : '';
  into.add(script, opened.end, `\n${level}})${style.semicolon}${open}${test === undefined ? '' : `\n${one}}`}\n${outer}}`, CLOSING);
}

/** Whether an expression always calls a message listener's `sendResponse`. */
function isAnswering(script: Script, fn: FunctionNode, expression: Node): boolean {
  const inner = unwrap(expression);
  switch (inner.type) {
    case 'SequenceExpression':
      return inner.expressions.some((one) => isAnswering(script, fn, one));
    case 'ConditionalExpression':
      return isAnswering(script, fn, inner.consequent) && isAnswering(script, fn, inner.alternate);
    default:
      return isCall(inner) && isAnswer(script, fn, inner);
  }
}

/** Whether an expression's value is surely neither `true` nor a promise, by which a listener promises an answer. */
function givesNothing(script: Script, node: Node, turns: Turns): boolean {
  if (node.type === 'UpdateExpression') return true;
  if (node.type === 'AssignmentExpression') return /^[-+*]=$/.test(node.operator) || (node.operator === '=' && /^(NumericLiteral|StringLiteral|NullLiteral|ArrayExpression|ObjectExpression)$/.test(unwrap(node.right).type));
  if (!isCall(node)) return false;
  const callee = unwrap(node.callee as Node);
  if (isMember(callee) && /^(push|unshift|add|log)$/.test(memberName(callee) ?? '') && turns.targetsOf(node).length === 0) return true;
  const fn = surelyFunction(script, callee, turns);
  if (fn === undefined || fn.async || fn.generator || fn.body.type !== 'BlockStatement') return false;
  let gives = false;
  walk(fn.body, (one) => {
    if (one.type === 'ReturnStatement' && one.argument) gives = true;
    return !gives && !isFunction(one);
  });
  return !gives;
}

/** Whether nobody asks for what a function gives back. */
export function isIgnored(script: Script, fn: FunctionNode): boolean {
  const call = parentOf(wrapped(fn));
  if (!isCall(call) || call.callee === wrapped(fn)) return false;
  const callee = unwrap(call.callee as Node);
  const name = isMember(callee) ? (memberName(callee) ?? '') : callee.type === 'Identifier' ? callee.name : '';
  const path = script.api(callee)?.names.join('.');
  // A listener of requests that looks on is given no third argument.
  if (path !== undefined) return !/\.addListener$/.test(path) || (/^webRequest\./.test(path) ? call.arguments.length < 3 : !/^proxy\.onRequest\./.test(path) && answersOf(path.replace(/\.addListener$/, '')) !== 'value' && !MESSAGES.test(path.replace(/\.addListener$/, '')));
  if (!isMember(callee)) return TIMERS.has(name) || name === 'queueMicrotask';
  if (/^(addListener|addEventListener|forEach)$/.test(name) || isGlobalTimer(script, callee)) return true;
  if (!/^(then|catch|finally)$/.test(name)) return false;
  // promise.then(() => count++).catch(console.error);
  let last: Node = call;
  for (let member = parentOf(wrapped(last)); isMember(member) && /^(catch|finally)$/.test(memberName(member) ?? '') && isCall(parentOf(wrapped(member))); member = parentOf(wrapped(last))) last = parentOf(wrapped(member))!;
  const parent = parentOf(wrapped(last));
  return isUnused(parent?.type === 'AwaitExpression' ? parent : last);
}

function* listWaits(entry: Entry, fn: FunctionNode, mode: Entry['mode'], list: readonly t.Statement[], touches: readonly Node[]): Generator<Wait> {
  const touching = list.filter((statement) => touches.some((touch) => isWithin(touch, statement)));
  const [first] = touching;
  if (first === undefined) return;
  // Nothing but the branches of one statement, or of several that each end the listener, has to wait.
  const separate = touching.length === 1 || (mode === 'message' && touching.every((one, index) => index === touching.length - 1 || isExclusive(one, touching[index + 1]!)) && isQuietBetween(list, touching));
  if (separate && touching.every((one) => canDescend(one, touches, mode))) {
    for (const one of touching) yield* branchWaits(entry, fn, mode, one, touches.filter((touch) => isWithin(touch, one)));
    return;
  }
  const callback = touching.length === 1 ? callbackWaits(entry, first, touches) : undefined;
  if (callback !== undefined) return yield* callback;
  if (mode === 'message' && !fn.async) return yield { fn, how: 'continued', list, first, write: (promise, into) => wrap(entry, fn, list, first, promise, into) };
  if (canPostpone(entry, fn, list, touching)) return yield { fn, how: 'alone', list, first, write: (promise, into) => postpone(entry, touching, promise, into) };
  const place = outOfLoops(first, fn);
  yield { fn, how: 'rest', list: siblings(place) ?? [place], first: place, write: (promise, into) => awaitBefore(entry, fn, place, promise, into) };
}

/** A statement, or the outermost loop around it. */
function outOfLoops(statement: t.Statement, fn: FunctionNode): t.Statement {
  let place = statement;
  for (const up of ancestors(statement)) {
    if (up === fn) break;
    if (/^(For|ForIn|ForOf|While|DoWhile|Labeled)Statement$/.test(up.type) && siblings(up) !== undefined) place = up as t.Statement;
  }
  return place;
}

/** Whether only one of two statements can do something for one message. */
function isExclusive(one: Node, next: Node): boolean {
  if (one.type !== 'IfStatement' || next.type !== 'IfStatement') return false;
  if (endsFunction(one.consequent) && one.alternate == null) return true;
  const [a, b] = [one, next].map(({ test }) => comparison(unwrap(test)));
  return one.alternate == null && a !== undefined && b !== undefined && a.subject === b.subject && a.value !== b.value;
}

function endsFunction(statement: Node): boolean {
  if (statement.type === 'ReturnStatement' || statement.type === 'ThrowStatement') return true;
  return statement.type === 'BlockStatement' && statement.body.length > 0 && endsFunction(statement.body.at(-1)!);
}

/** `request.type === 'get'`. */
function comparison(test: Node): { readonly subject: string; readonly value: string } | undefined {
  if (test.type !== 'BinaryExpression' || !/^={2,3}$/.test(test.operator)) return undefined;
  const value = stringValue(test.right);
  const path = value === undefined ? undefined : pathOf(test.left);
  return path === undefined ? undefined : { subject: path, value: value! };
}

function pathOf(node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  if (!isMember(inner)) return undefined;
  const [object, name] = [pathOf(inner.object), memberName(inner)];
  return object === undefined || name === undefined ? undefined : `${object}.${name}`;
}

/** Whether what stands after the first of some statements, beside them, does nothing that their delay could overtake. */
function isQuietBetween(list: readonly t.Statement[], touching: readonly t.Statement[]): boolean {
  return list.slice(list.indexOf(touching[0]!)).every((statement) => touching.includes(statement) || statement.type === 'ReturnStatement' || (statement.type === 'IfStatement' && touching.every((one) => isExclusive(one, statement) || isExclusive(statement, one))));
}

function isBranching(statement: Node): statement is t.IfStatement | t.SwitchStatement | t.BlockStatement {
  return statement.type === 'IfStatement' || statement.type === 'SwitchStatement' || statement.type === 'BlockStatement';
}

function canDescend(statement: Node, touches: readonly Node[], mode: Entry['mode']): boolean {
  if (!isBranching(statement)) return false;
  const within = (node: Node): boolean => touches.some((touch) => isWithin(touch, node));
  if (statement.type === 'BlockStatement') return true;
  if (statement.type === 'SwitchStatement') return !within(statement.discriminant) && !statement.cases.some(({ test }) => test && within(test)) && (mode !== 'message' || statement.cases.every((one, index) => !within(one) || index === statement.cases.length - 1 || leavesSwitch(one)));
  if (within(statement.test)) return false;
  return [statement.consequent, statement.alternate].every((branch) => !branch || !within(branch) || branch.type === 'BlockStatement' || (branch.type === 'IfStatement' ? canDescend(branch, touches, mode) : mode === 'message' && (branch.type === 'ExpressionStatement' || branch.type === 'ReturnStatement')));
}

function leavesSwitch({ consequent }: t.SwitchCase): boolean {
  const last = consequent.at(-1);
  if (last?.type === 'BlockStatement') return last.body.length > 0 && /^(Break|Return|Throw)Statement$/.test(last.body.at(-1)!.type);
  return last !== undefined && /^(Break|Return|Throw)Statement$/.test(last.type);
}

function* branchWaits(entry: Entry, fn: FunctionNode, mode: Entry['mode'], statement: Node, touches: readonly Node[]): Generator<Wait> {
  const inList = (statements: readonly t.Statement[]): Generator<Wait> => listWaits(entry, fn, mode, statements, touches);
  switch (statement.type) {
    case 'BlockStatement':
      return yield* inList(statement.body);
    case 'SwitchStatement':
      for (const one of statement.cases) yield* inList(one.consequent);
      return;
    case 'IfStatement':
      for (const branch of [statement.consequent, statement.alternate]) {
        if (!branch || !touches.some((touch) => isWithin(touch, branch))) continue;
        yield* isBranching(branch) ? branchWaits(entry, fn, mode, branch, touches) : inList([branch]);
      }
      return;
    default:
  }
}

/** The waits in the callback of an asynchronous call, where all touches are in one. */
function callbackWaits(entry: Entry, node: Node, touches: readonly Node[]): Generator<Wait> | readonly Wait[] | undefined {
  const [touch] = touches;
  let callback: FunctionNode | undefined;
  for (const up of ancestors(touch!)) {
    if (up === node || !isWithin(up, node)) break;
    if (isFunction(up) && useOf(entry.script, up) === 'later') callback = up;
  }
  if (callback === undefined || !touches.every((one) => isWithin(one, callback!)) || touches.some((one) => callback!.params.some((param) => isWithin(one, param)))) return undefined;
  // `runtime.lastError` is gone after a wait.
  if (/\blastError\b/.test(entry.script.textOf(callback)) || callback.generator) return undefined;
  // What waits for another promise of the start-up waits for both at once: between the two, other events could come.
  const list = isContinuation(callback) && callback.body.type === 'BlockStatement' ? callback.body.body : [];
  const [first] = list;
  if (first === undefined) return functionWaits(entry, callback, 'await', touches);
  return [{ fn: callback, how: 'rest', list, first, write: (promise, into) => awaitBefore(entry, callback, first, promise, into) }];
}

// ---- waiting

/** Refuses to delay a listener that other code calls and does not wait for; a callback inside it may wait. */
function assertNotCalled({ fn: listener, turns, mode }: Entry, fn: FunctionNode): void {
  if (fn !== listener || mode === 'later') return;
  const isEnd = (place: Node): boolean => {
    const call = parentOf(wrapped(place));
    return isCall(call) && call.callee !== wrapped(place) ? isLater(turns.scriptOf(call), call) || isLast(call, turns) : isLast(place, turns);
  };
  if (callsOfListener(turns.scriptOf(fn), fn, turns).some((place) => mode === 'message' || !isEnd(place))) throw new Refusal('a listener that uses it is also called as a function');
}

function assertMayWait(entry: Entry, fn: FunctionNode, from: number): void {
  assertNotCalled(entry, fn);
  if (fn.generator || (fn.type === 'ObjectMethod' && fn.kind !== 'method') || (fn.type === 'ClassMethod' && fn.kind !== 'method')) throw new Refusal('a listener that uses it cannot be asynchronous');
  assertNoGesture(entry, fn, from);
}

function assertNoGesture({ script, turns }: Entry, fn: FunctionNode, from: number): void {
  const gesture = gestureAfter(script, fn, from, turns);
  if (gesture !== undefined) throw new Refusal(`\`${gesture}\` needs the user's gesture, which a wait would lose`);
}

/** What needs the user's gesture and may come after a place of a function. */
function gestureAfter(script: Script, fn: FunctionNode, from: number, turns: Turns): string | undefined {
  const events = new Set(turns.turnsAt(fn.body).map(({ origin }) => origin));
  for (const one of script.realms.find(({ kind }) => kind === 'background')?.scripts ?? [script]) {
    for (const { path, call, node } of one.apiReferences) {
      if (call === undefined || !GESTURES.test(path)) continue;
      if (isWithin(node, fn) ? node.start! >= from : turns.turnsAt(node).some(({ origin }) => events.has(origin))) return path;
    }
  }
  return undefined;
}

/** Whether assignments may wait where what follows them cannot: nothing else in the function uses what they set. */
function canPostpone({ script, turns, mode, touches }: Entry, fn: FunctionNode, list: readonly t.Statement[], touching: readonly t.Statement[]): boolean {
  const [first, last] = [touching[0]!, touching.at(-1)!];
  if (mode !== 'await' || gestureAfter(script, fn, first.start!, turns) === undefined) return false;
  const isAlone = touches.every((touch) => touching.some((statement) => isWithin(touch, statement)));
  const isRun = list.indexOf(last) - list.indexOf(first) === touching.length - 1;
  return isAlone && isRun && habitsOf(script).modern && touching.every((statement) => isPlainAssignment(script, fn, statement, touches));
}

function postpone({ script }: Entry, touching: readonly t.Statement[], promise: string, into: Insertions): void {
  const [first, last] = [touching[0]!, touching.at(-1)!];
  const indent = script.indentAt(first.start!);
  into.expand(script, parentOf(first));
  into.add(script, first.start!, `${promise}.then(() => {\n${indent}${script.style.indent}`, 1);
  into.indent(script, first.start!, last.end!, first);
  into.add(script, last.end!, `\n${indent}})${script.style.semicolon}`, CLOSING);
}

/** Whether a statement assigns what is the same later on: made of literals, constants, and what the function was given. */
function isPlainAssignment(script: Script, fn: FunctionNode, statement: Node, touches: readonly Node[]): boolean {
  const assignment = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=' || !touches.includes(assignment.left)) return false;
  const changed = new Set<Binding>();
  walk(fn.body, (node) => {
    const target = node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && node.operator === 'delete') ? node.argument : undefined;
    let root = target && unwrap(target);
    while (isMember(root)) root = unwrap(root.object);
    const binding = root?.type === 'Identifier' ? script.binding(root) : undefined;
    if (binding !== undefined && node !== assignment) changed.add(binding);
  });
  let isPlain = true;
  walk(assignment.right, (node) => {
    if (!/^(Object(Expression|Property)|ArrayExpression|Identifier|(Optional)?MemberExpression|(String|Numeric|Boolean|Null)Literal|Template(Literal|Element)|(Unary|Binary|Logical|Conditional)Expression|TS.*)$/.test(node.type) || touches.includes(node)) isPlain = false;
    const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
    if (binding !== undefined && (changed.has(binding) || (functionOf(binding.declarations[0]!.id) !== fn && binding.kind !== 'param' && binding.kind !== 'const'))) isPlain = false;
    return isPlain && !node.type.startsWith('TS');
  });
  return isPlain;
}

function awaitBefore(entry: Entry, fn: FunctionNode, statement: t.Statement, promise: string, into: Insertions): void {
  const { script } = entry;
  let place: Node = statement;
  const waits = gatesBeside(script, place);
  const earlier = waits.findLast(({ end }) => end! <= place.start!);
  if (earlier !== undefined) place = siblings(earlier)![siblings(earlier)!.indexOf(earlier) + 1]!;
  assertMayWait(entry, fn, place.start!);
  assertPortsAttached(entry, fn, place.start!);
  const { style } = script;
  const indent = script.indentAt(place.start!);
  if (!fn.async) makeAsync(script, fn, into);
  if (siblings(place) === undefined) return into.add(script, place.start!, `await ${promise}${style.semicolon}\n${into.brace(script, place).inner}`, 1);
  const from = startWithComments(script, place);
  const alone = into.expand(script, parentOf(place)) || /(^|\n)[ \t]*$/.test(script.file.text.slice(0, from));
  const end = alone ? `${style.semicolon}\n` : '; ';
  // Comments before it may stand further left than it does.
  const [own, comment] = alone ? [indent, script.indentAt(from)] : ['', ''];
  // One place to wait: between two, other events could come.
  const later = waits.filter((one) => one.start! > place.start! && into.removeLine(script, one)) as t.ExpressionStatement[];
  const lines = [`await ${promise}`, ...later.map(({ expression }) => script.textOf(expression))];
  into.add(script, from, (own.startsWith(comment) ? own.slice(comment.length) : '') + lines.join(end + own) + end + comment, 1);
}

/** Whether a callback continues a promise of the start-up: `stateRestored.then(() => …)`. */
function isContinuation(callback: FunctionNode): boolean {
  const call = parentOf(wrapped(callback));
  const promise = isCall(call) && isMember(call.callee) && memberName(call.callee) === 'then' ? unwrap(call.callee.object) : undefined;
  return isPromiseOfStart(promise);
}

function isPromiseOfStart(node: Node | undefined): boolean {
  const name = node?.type === 'Identifier' ? node.name : isMember(node) ? memberName(node) : undefined;
  return name !== undefined && PROMISES.test(name);
}

/** Statements of the same list that wait for a promise of the start-up. */
function gatesBeside(script: Script, statement: Node): t.Statement[] {
  return (siblings(statement) ?? []).filter((one) => {
    const awaited = one.type === 'ExpressionStatement' && one.expression.type === 'AwaitExpression' ? one.expression.argument : undefined;
    return isPromiseOfStart(awaited) && (awaited?.type !== 'Identifier' || script.binding(awaited)?.scope.parent === undefined);
  });
}

/** Messages that come before a port has its listeners are lost. */
function assertPortsAttached({ script, turns }: Entry, fn: FunctionNode, from: number): void {
  if (!turns.registrations.some(({ event, functions }) => /\.onConnect(External)?$/.test(event) && functions.includes(fn))) return;
  const [port] = fn.params;
  const binding = port?.type === 'Identifier' ? script.binding(port) : undefined;
  if (port !== undefined && (binding === undefined || binding.references.some(({ node }) => node.start! >= from))) throw new Refusal('the listeners of a port must be attached at once');
}

function makeAsync(script: Script, fn: FunctionNode, into: Insertions): void {
  into.add(script, asyncOffset(script, fn), 'async ');
  if (fn.returnType == null) return;
  const type = fn.returnType.type === 'TSTypeAnnotation' ? fn.returnType.typeAnnotation : undefined;
  if (type === undefined) throw new Refusal('a listener declares what it returns');
  into.add(script, type.start!, 'Promise<');
  into.add(script, type.end!, '>');
}

function asyncOffset(script: Script, fn: FunctionNode): number {
  if (fn.type === 'ObjectMethod' || fn.type === 'ClassMethod' || fn.type === 'ClassPrivateMethod') {
    if ('computed' in fn && fn.computed) throw new Refusal('a listener that uses it cannot be asynchronous');
    return fn.key.start!;
  }
  if (fn.type === 'FunctionDeclaration' && script.textOf(fn).startsWith('function') === false) throw new Refusal('a listener that uses it cannot be asynchronous');
  return fn.start!;
}

/** `return` values of message listeners that say no more than whether an answer will come. */
function isPlainReturn(script: Script, fn: FunctionNode, { argument }: t.ReturnStatement): boolean {
  const inner = argument && unwrap(argument);
  if (!inner || inner.type === 'BooleanLiteral' || inner.type === 'NullLiteral' || (inner.type === 'Identifier' && inner.name === 'undefined')) return true;
  if (inner.type === 'UnaryExpression' && inner.operator === '!' && inner.argument.type === 'NumericLiteral') return true;
  return isCall(inner) && isAnswer(script, fn, inner);
}

function isAnswer(script: Script, fn: FunctionNode, call: AnyCall): boolean {
  const callee = unwrap(call.callee as Node);
  const [, , reply] = fn.params;
  return callee.type === 'Identifier' && reply?.type === 'Identifier' && script.binding(callee) === script.binding(reply);
}

/** Puts the statements of a list, from the first that touches on, into a continuation of the promise. */
function wrap(entry: Entry, fn: FunctionNode, list: readonly t.Statement[], first: t.Statement, promise: string, into: Insertions): void {
  assertNotCalled(entry, fn);
  const { script } = entry;
  const { style } = script;
  let rest = list.slice(list.indexOf(first));
  const last = rest.at(-1)!;
  const after = last.type === 'BreakStatement' && last.label == null && isEndOfCase(last) ? last : last.type === 'ReturnStatement' && rest.length > 1 && isPlainReturn(script, fn, last) && !isCall(last.argument) ? last : undefined;
  if (after !== undefined) rest = rest.slice(0, -1);
  const end = rest.at(-1)!.end!;
  const within = (node: Node): boolean => rest.some((statement) => isWithin(node, statement));
  const [, , reply] = fn.params;
  const replyBinding = reply?.type === 'Identifier' ? script.binding(reply) : undefined;
  if (reply !== undefined && replyBinding === undefined) throw new Refusal('the listener takes `sendResponse` in a way that is not followed');
  const answering = replyBinding?.references.some(({ node }) => within(node)) === true;
  const promised = answersByPromise(entry, fn, rest);
  assertMovable(script, fn, rest, promised);
  const keepsOpen = after?.type === 'ReturnStatement' && after.argument != null && isTrueLiteral(after.argument);
  if (answering && promised) throw new Refusal('a message listener answers in two ways');
  if (answering && !keepsOpen) {
    if (!rest.some((statement) => alwaysAnswers(script, fn, statement))) throw new Refusal('a message listener answers on some of its ways only');
  }
  if (promised && rest.length === 1 && first.type === 'ReturnStatement' && habitsOf(script).modern) {
    const [start, stop] = rangeOf(script, first.argument!);
    into.add(script, start, `${promise}.then(() => `, 1);
    into.add(script, stop, ')', CLOSING);
    return;
  }
  const indent = script.indentAt(first.start!);
  const own = siblings(first) === undefined;
  // Only the head of the function is needed: its body stays where it is.
  const head = functionText(script, [], ' ', indent).replace(/\{[^]*$/, '{');
  if (!habitsOf(script).modern && rest.some((statement) => wordsOfCall(statement).size > 0)) throw new Refusal('a message listener uses `this` or `arguments`');
  into.expand(script, parentOf(first));
  const level = own ? into.brace(script, first).inner : indent;
  const from = own ? first.start! : startWithComments(script, first);
  const opens = answering && !keepsOpen && !promised;
  if (opens) {
    assertNothingAfter(fn, after ?? last);
    if (fn.returnType != null && !/boolean|true|any|unknown/.test(script.textOf(fn.returnType))) throw new Refusal('the type of a message listener does not let it return `true`');
  }
  // A `break` behind the new `return` would be dead.
  if (opens && after !== undefined) into.replace(script, after, `return true${style.semicolon}`);
  const keepOpen = opens && after === undefined ? `\n${level}return true${style.semicolon}` : '';
  into.add(script, from, `${promised ? 'return ' : ''}${promise}.then(${head}\n${level}${style.indent}`, 1);
  into.indent(script, from, end, fn);
  into.add(script, end, `\n${level}})${style.semicolon}${keepOpen}`, CLOSING);
}

/** Refuses to move statements into a function where they jump, wait, return a value, or declare what others use. */
function assertMovable(script: Script, fn: FunctionNode, rest: readonly t.Statement[], mayReturn: boolean): void {
  const within = (node: Node): boolean => rest.some((statement) => isWithin(node, statement));
  for (const statement of rest) {
    walk(statement, (node) => {
      if (isFunction(node)) return false;
      if (node.type === 'ReturnStatement' && !mayReturn && !isPlainReturn(script, fn, node)) throw new Refusal('a message listener that uses it returns a value');
      if ((node.type === 'BreakStatement' || node.type === 'ContinueStatement') && leaves(node, rest)) throw new Refusal('a message listener jumps out of the statements that use it');
      if (node.type === 'AwaitExpression' || node.type === 'YieldExpression') throw new Refusal('a message listener waits already');
      return true;
    });
    walk(statement, (node) => {
      if (node.type === 'Identifier') {
        const binding = script.binding(node);
        if (binding !== undefined && binding.declarations.some(({ id }) => id === node) && functionOf(node) === fn && binding.references.some((reference) => !within(reference.node))) throw new Refusal('a message listener declares a name among the statements that use it, and uses it elsewhere');
      }
      return true;
    });
  }
}

/** Whether statements answer a message on all of their ways by the promise that they return. */
function answersByPromise({ turns, mode, script }: Entry, fn: FunctionNode, rest: readonly t.Statement[]): boolean {
  const isNative = turns.registrations.some(({ functions, call }) => functions.includes(fn) && /^browser\b/.test(script.textOf(call)));
  if (mode !== 'message' || !isNative || !rest.some(alwaysReturns)) return false;
  let [promised, other] = [0, 0];
  for (const statement of rest) {
    walk(statement, (node) => {
      if (isFunction(node)) return false;
      if (node.type !== 'ReturnStatement') return true;
      if (node.argument && isPromise(script, unwrap(node.argument), turns)) promised += 1;
      else other += 1;
      return false;
    });
  }
  return promised > 0 && other === 0;
}

function isPromise(script: Script, node: Node, turns: Turns): boolean {
  if (node.type === 'NewExpression') return node.callee.type === 'Identifier' && node.callee.name === 'Promise';
  if (!isCall(node)) return false;
  const callee = unwrap(node.callee as Node);
  const path = script.api(callee)?.names.join('.');
  if (path !== undefined) return /^browser\b/.test(script.textOf(callee)) && !/^(runtime|extension)\.get(URL|Manifest|Views)$|^i18n\.(getMessage|getUILanguage)$/.test(path);
  if (isMember(callee) && (/^(then|catch|finally)$/.test(memberName(callee) ?? '') || (unwrap(callee.object).type === 'Identifier' && (unwrap(callee.object) as t.Identifier).name === 'Promise'))) return true;
  return (surelyFunction(script, callee, turns) ?? (isMember(callee) ? ownMethod(callee, turns) : undefined))?.async === true;
}

function alwaysReturns(statement: Node): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
      return true;
    case 'BlockStatement':
      return statement.body.some(alwaysReturns);
    case 'IfStatement':
      return statement.alternate != null && alwaysReturns(statement.consequent) && alwaysReturns(statement.alternate);
    default:
      return false;
  }
}

/** Refuses a new `return` where the listener goes on after the statement: there only what concerns other messages may stand. */
function assertNothingAfter(fn: FunctionNode, statement: Node): void {
  let inner = statement;
  for (const up of ancestors(statement)) {
    if (up === fn) return;
    if (/^(For|ForIn|ForOf|While|DoWhile|Try)Statement$/.test(up.type)) throw new Refusal('a message listener answers in a loop or a `try`');
    const list = siblings(inner);
    const isIdle = (later: t.Statement): boolean => /^(Return|Break|Empty)Statement$|^FunctionDeclaration$/.test(later.type) || isExclusive(inner, later) || (inner.type === 'IfStatement' && isWithin(statement, inner.consequent) && endsFunction(inner.consequent));
    if (list !== undefined && inner !== statement && up.type !== 'SwitchCase' && !list.slice(list.indexOf(inner as t.Statement) + 1).every(isIdle)) throw new Refusal('a message listener goes on after the statements that answer');
    inner = up;
  }
}

/** Whether a `break` ends a case, perhaps in the braces of that case. */
function isEndOfCase(last: t.BreakStatement): boolean {
  const parent = parentOf(last);
  if (parent?.type === 'SwitchCase') return true;
  const outer = parent?.type === 'BlockStatement' ? parentOf(parent) : undefined;
  return outer?.type === 'SwitchCase' && outer.consequent.at(-1) === parent;
}

function isTrueLiteral(node: Node): boolean {
  const inner = unwrap(node);
  return (inner.type === 'BooleanLiteral' && inner.value) || (inner.type === 'UnaryExpression' && inner.operator === '!' && inner.argument.type === 'NumericLiteral' && inner.argument.value === 0);
}

/** Whether a jump leads out of some statements. */
function leaves(jump: t.BreakStatement | t.ContinueStatement, rest: readonly t.Statement[]): boolean {
  if (jump.label) return true;
  for (const up of ancestors(jump)) {
    if (/^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(up.type) || (jump.type === 'BreakStatement' && up.type === 'SwitchStatement')) return !rest.some((statement) => isWithin(up, statement));
  }
  return true;
}

/** Whether every way through a statement answers, or says by `return true` that it will. */
function alwaysAnswers(script: Script, fn: FunctionNode, statement: Node): boolean {
  switch (statement.type) {
    case 'ExpressionStatement': {
      const inner = unwrap(statement.expression);
      return isCall(inner) && isAnswer(script, fn, inner);
    }
    case 'ReturnStatement': {
      const inner = statement.argument && unwrap(statement.argument);
      return inner != null && (isTrueLiteral(inner) || (isCall(inner) && isAnswer(script, fn, inner)));
    }
    case 'BlockStatement':
      return statement.body.some((one) => alwaysAnswers(script, fn, one));
    case 'IfStatement':
      return statement.alternate != null && alwaysAnswers(script, fn, statement.consequent) && alwaysAnswers(script, fn, statement.alternate);
    case 'TryStatement':
      return (statement.finalizer != null && alwaysAnswers(script, fn, statement.finalizer)) || (alwaysAnswers(script, fn, statement.block) && (statement.handler == null || alwaysAnswers(script, fn, statement.handler.body)));
    default:
      return false;
  }
}

// ---- gates that are there

/**
 * Whether code always runs after a promise is settled: it awaits the promise first, continues it, or is called only from such code.
 * @param isLate whether a place is known to come after it
 */
export function isBehind(node: Node, isPromise: (expression: Node, script: Script) => boolean, turns: Turns, isLate: (place: Node) => boolean = () => false, around: readonly FunctionNode[] = []): boolean {
  const script = turns.scriptOf(node);
  if (isLate(node) || isBehindHere(node, isPromise, script)) return true;
  // Who calls the function, or hands it on, must be behind the promise as well.
  const fn = [...ancestors(node)].find((up): up is FunctionNode => isFunction(up) && (isNamed(up) || usesOfMethod(up, turns) !== undefined));
  if (fn === undefined || around.length > 8 || isNamedListener(script, fn, turns)) return false;
  // Functions that call each other come from whoever calls them first.
  if (around.includes(fn)) return true;
  try {
    const uses = usesOfHelper(script, fn, turns);
    // What start-up calls may come first, but not what a listener does that it adds.
    const added = [...ancestors(node)].some((up) => isFunction(up) && isWithin(up, fn) && useOf(script, up) === 'listener');
    return uses.length > 0 && uses.every((use) => (!added && !phasesAt(use, turns).has('event')) || isBehind(use, isPromise, turns, isLate, [...around, fn]));
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Whether code awaits a promise before it runs, or continues it. */
function isBehindHere(node: Node, isPromise: (expression: Node, script: Script) => boolean, script: Script): boolean {
  const settles = (expression: Node): boolean => {
    const inner = unwrap(expression);
    if (isPromise(inner, script)) return true;
    // Promise.all([ready, other])
    if (isCall(inner) && isMember(inner.callee) && /^(all|allSettled)$/.test(memberName(inner.callee) ?? '')) {
      const list = inner.arguments[0] && unwrap(inner.arguments[0]);
      return list?.type === 'ArrayExpression' && list.elements.some((element) => element !== null && element.type !== 'SpreadElement' && settles(element));
    }
    if (isCall(inner) && isMember(inner.callee) && /^(then|catch|finally)$/.test(memberName(inner.callee) ?? '')) return settles(inner.callee.object);
    return false;
  };
  let inner: Node = node;
  for (const up of ancestors(node)) {
    if (isFunction(up)) {
      const call = parentOf(wrapped(up));
      if (isCall(call) && isMember(call.callee) && /^(then|finally)$/.test(memberName(call.callee) ?? '') && settles(call.callee.object)) return true;
    }
    const list = siblings(inner);
    if (list !== undefined) {
      for (const earlier of list.slice(0, list.indexOf(inner as t.Statement))) {
        let found = false;
        const expressions = earlier.type === 'ExpressionStatement' ? [earlier.expression] : earlier.type === 'VariableDeclaration' ? earlier.declarations.map(({ init }) => init) : [];
        for (const expression of expressions) {
          const value = expression && unwrap(expression);
          if (value?.type === 'AwaitExpression' && settles(value.argument)) found = true;
        }
        if (found) return true;
      }
    }
    inner = up;
  }
  return false;
}
