import type * as t from '@babel/types';
import { ancestors, isCall, isFunction, isMember, isNewPromise, isUnused, isWithin, mayLeave, memberName, parentOf, siblings, stringValue, unwrap, walk, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { lineOf, orRefusal, Refusal } from '../refusal.ts';
import { initOfConstant, type Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { onceWithin } from '../source.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import type { Turns } from '../turns.ts';

/** What may be answered late, or by somebody who does not answer. */
const SLOW = /sendMessage|sendNativeMessage|permissions\.request|launchWebAuthFlow|getAuthToken|executeScript|^desktopCapture|^tabCapture|^debugger\.|^downloads\.download$|^webNavigation\.on|addListener$/;
const MAX_DEPTH = 8;

/** Why a promise may never settle, where nobody but the network, or code out of sight, has to do it: it may be waited for, if not for ever. */
export class Doubt extends Refusal {}

/**
 * Refuses a promise that may never settle, or not soon: only the browser's own answers and the extension's own files are waited for.
 * @throws Refusal
 */
export function assertSettles(expression: Node, turns: Turns, depth = MAX_DEPTH): void {
  const script = turns.scriptOf(expression);
  const inner = unwrap(expression);
  const also = (node: Node): void => assertSettles(node, turns, depth);
  switch (inner.type) {
    case 'AwaitExpression':
      return also(inner.argument);
    case 'ConditionalExpression':
      also(inner.consequent);
      return also(inner.alternate);
    case 'LogicalExpression':
      also(inner.left);
      return also(inner.right);
    case 'AssignmentExpression':
      return also(inner.right);
    case 'Identifier': {
      const binding = script.binding(inner);
      const [declaration] = binding?.declarations ?? [];
      if (inner.name === 'undefined') return;
      if (binding === undefined || !/^(const|let|var)$/.test(binding.kind) || binding.declarations.length > 1 || binding.references.some(({ writes }) => writes) || !declaration?.init || depth === 0) throw unsure(inner, turns);
      return declaration.keys?.length === 0 ? assertSettles(declaration.init, turns, depth - 1) : undefined;
    }
    case 'NewExpression': {
      const executor = inner.arguments[0] && unwrap(inner.arguments[0]);
      if (unwrap(inner.callee).type !== 'Identifier' || (unwrap(inner.callee) as t.Identifier).name !== 'Promise') return;
      if (!isFunction(executor) || executor.params.length === 0) throw unsure(inner, turns);
      // A way that settles nothing keeps all waiting at each wake; what only may throw does so seldom.
      const isSure = isResolved(executor, turns);
      if (!isSure && !isResolved(executor, turns, { mayThrow: true })) throw unsure(inner, turns);
      if (executor.async) assertFunctionSettles(executor, turns, depth - 1);
      if (!isSure) throw doubtful(inner, turns);
      return;
    }
    case 'CallExpression':
    case 'OptionalCallExpression':
      return assertCallSettles(script, inner, turns, depth);
    case 'MemberExpression':
    case 'OptionalMemberExpression':
    case 'YieldExpression':
      throw unsure(inner, turns);
    default:
  }
}

function assertCallSettles(script: Script, call: t.CallExpression | t.OptionalCallExpression, turns: Turns, depth: number): void {
  const callee = unwrap(call.callee as Node);
  const path = script.api(callee)?.names.join('.');
  if (path !== undefined && path !== '') {
    if (SLOW.test(path)) throw new Refusal(`it waits for \`${path}\``);
    return;
  }
  const name = isMember(callee) ? memberName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
  if (isMember(callee) && (name === 'then' || name === 'catch' || name === 'finally')) {
    assertSettles(callee.object, turns, depth);
    for (const argument of call.arguments) for (const fn of turns.functionsOf(argument)) assertFunctionSettles(fn, turns, depth - 1);
    return;
  }
  if (isMember(callee) && unwrap(callee.object).type === 'Identifier' && (unwrap(callee.object) as t.Identifier).name === 'Promise') {
    const list = call.arguments[0] && unwrap(call.arguments[0]);
    if (name === 'resolve' || name === 'reject') return list && isCall(list) ? assertSettles(list, turns, depth) : undefined;
    const kept = list === undefined ? undefined : keptList(script, list);
    for (const promise of kept?.pushed ?? []) {
      if (promise.type === 'SpreadElement') throw doubtful(call, turns);
      assertSettles(promise, turns, depth);
    }
    const given = kept === undefined ? list : unwrap(kept.init);
    if (given?.type === 'ArrayExpression') {
      for (const element of given.elements) {
        if (element?.type === 'SpreadElement') throw doubtful(call, turns);
        if (element) assertSettles(element, turns, depth);
      }
      return;
    }
    if (given && isCall(given) && isMember(given.callee) && memberName(given.callee) === 'map') {
      const functions = given.arguments[0] ? turns.functionsOf(given.arguments[0]) : [];
      if (functions.length === 0) throw doubtful(call, turns);
      for (const fn of functions) assertFunctionSettles(fn, turns, depth - 1);
      return;
    }
    throw doubtful(call, turns);
  }
  if (callee.type === 'Identifier' && name === 'fetch' && script.binding(callee) === undefined) {
    if (!isOwnFile(script, call.arguments[0])) throw new Doubt('it waits for the network');
    return;
  }
  // A response that is there has its body soon.
  if (isMember(callee) && call.arguments.length === 0 && /^(json|text|blob|arrayBuffer)$/.test(name ?? '')) return;
  const own = isFunction(callee) ? callee : undefined;
  const targets = own !== undefined ? [own] : turns.targetsOf(call);
  if (targets.length > 0) {
    for (const target of targets) assertFunctionSettles(target, turns, own !== undefined ? depth : depth - 1);
    return;
  }
  // Array and string methods, and functions of the language, give no promise.
  if (isMember(callee) && (SYNC_METHODS.has(name ?? '') || /^(Object|Array|JSON|Math|Number|String|Boolean|Date|console)$/.test(script.textOf(callee.object)) || /^(join|split|slice|concat|includes|trim|keys|values|entries|toLowerCase|toUpperCase|push|has|get)$/.test(name ?? ''))) return;
  throw doubtful(call, turns);
}

/** What a list of promises is begun with, and what is put into it, where a name of it has no other use: `const loads = []; … loads.push(load(key)); … Promise.all(loads)`. */
export function keptList(script: Script, use: Node): { readonly init: Node; readonly pushed: readonly Node[] } | undefined {
  const binding = use.type === 'Identifier' ? script.binding(use) : undefined;
  const init = initOfConstant(binding);
  if (binding === undefined || init === undefined) return undefined;
  const others = binding.references.filter(({ node, writes }) => node !== use && !writes).map(({ node }) => pushedTo(node));
  return others.includes(undefined) ? undefined : { init, pushed: others.flatMap((call) => call!.arguments) };
}

/** The call that puts something into a list: `loads.push(load(key))`. */
function pushedTo(list: Node): AnyCall | undefined {
  const member = parentOf(wrapped(list));
  const call = isMember(member) && member.object === wrapped(list) && memberName(member) === 'push' ? parentOf(wrapped(member)) : undefined;
  return isCall(call) && call.callee === wrapped(member!) && isUnused(call) ? call : undefined;
}

/**
 * Refuses a new promise that may never settle, or may settle before a callback has run.
 * @param call what the executor gives the callback to: a call, or a chain of continuations
 */
export function assertSettledBy(made: t.NewExpression, call: AnyCall, callback: Node, turns: Turns): void {
  const executor = made.arguments[0] && unwrap(made.arguments[0]);
  if (!isFunction(executor) || !isResolved(executor, turns, { by: call })) throw unsure(made, turns);
  const settlers = executor.params.flatMap((param) => bindingsOf(turns.scriptOf(executor), param));
  const before = callsOfChain(call).flatMap((one) => one.arguments).filter((argument) => argument.end! <= callback.start!);
  if (settlers.some(({ references }) => references.some(({ node }) => before.some((argument) => isWithin(node, argument))))) throw unsure(made, turns);
}

/** Whether a promise may be rejected: nothing catches that, or what does throws again. */
export function mayFail(script: Script, promise: Node): boolean {
  const inner = unwrap(promise);
  if (inner.type === 'NewExpression') {
    const executor = inner.arguments[0] && unwrap(inner.arguments[0]);
    const [, reject] = isFunction(executor) ? executor.params : [];
    return !isFunction(executor) || executor.async || mayLeave(executor.body, /^ThrowStatement$/) || (reject !== undefined && (reject.type !== 'Identifier' || script.binding(reject)!.references.some(({ node }) => node !== reject)));
  }
  return !isCaught(inner);
}

/** Whether a promise's failure is caught, and not thrown again. */
export function isCaught(promise: Node): boolean {
  const callee = isCall(promise) ? unwrap(promise.callee as Node) : undefined;
  if (!isCall(promise) || !isMember(callee) || memberName(callee) !== 'catch') return false;
  const handler = promise.arguments[0] && unwrap(promise.arguments[0]);
  return handler !== undefined && !(isFunction(handler) && mayLeave(handler.body, /^ThrowStatement$/));
}

/** Why a promise is not waited for: what it waits for is not known to end. */
export function unsure(node: Node, turns: Turns): Refusal {
  const script = turns.scriptOf(node);
  const shown = isCall(node) || node.type === 'NewExpression' ? node.callee : isFunction(node) && 'id' in node && node.id ? node.id : node;
  const text = script.textOf(shown);
  const words = isFunction(shown) || /\n/.test(text) || text.length > 50 ? 'something' : `\`${node.type === 'NewExpression' ? 'new ' : ''}${text}\``;
  return new Refusal(`it waits for ${words} (${lineOf(script, node)}), which is not known to end`);
}

function doubtful(node: Node, turns: Turns): Doubt {
  return new Doubt(unsure(node, turns).message);
}

/** Events by which a request to the network, a database or a file ends. */
const ENDS = /^on(load|loadend|error|abort|timeout|success|complete|blocked|upgradeneeded|readystatechange)$/;

/**
 * Refuses a start-up that may wait for an event, a port or the user, or that goes on for ever: its end says nothing of what it fills, and the events
 * that it waits for would wait for it.
 * @throws Refusal
 */
export function assertAsksNobody(code: Node, turns: Turns, seen = new Set<Node>()): void {
  if (seen.has(code)) return;
  seen.add(code);
  const script = turns.scriptOf(code);
  const isMade = (node: Node): boolean => [...ancestors(node)].some(isNewPromise);
  walk(code, (node) => {
    if (/^(While|DoWhile|For|ForOf)Statement$/.test(node.type) && loopsForEver(node)) throw new Refusal('it waits again and again');
    if (node.type === 'NewExpression' && isFunction(node.arguments[0])) assertSettlersKept(node.arguments[0], turns);
    // A promise that was begun before.
    const [made, ...others] = node.type === 'Identifier' ? (script.binding(node)?.declarations ?? []) : [];
    if (made?.init && others.length === 0 && /^(Call|New)Expression$/.test(unwrap(made.init).type)) assertAsksNobody(made.init, turns, seen);
    if (!isCall(node)) return true;
    const callee = unwrap(node.callee as Node);
    const path = script.api(callee)?.names.join('.') ?? '';
    const name = isMember(callee) ? (memberName(callee) ?? '') : '';
    if (/^(addListener|addEventListener|on|once)$/.test(name) ? isMade(node) && !ENDS.test(`on${stringValue(node.arguments[0]) ?? ''}`) : SLOW.test(path)) throw new Refusal(path === '' ? 'it waits for an event' : `it waits for \`${path}\``);
    for (const target of turns.targetsOf(node)) assertAsksNobody(target, turns, seen);
    return true;
  });
}

/** Whether a loop that waits may go on as long as the background lives. */
function loopsForEver(loop: Node): boolean {
  if (loop.type === 'ForOfStatement') return loop.await === true;
  if (loop.type === 'ForStatement' && loop.test) return false;
  let waits = false;
  walk(loop, (node) => {
    if (node.type === 'AwaitExpression') waits = true;
    return !waits && !isFunction(node);
  });
  return waits;
}

/** Refuses a promise whose functions are kept for others to call, an event perhaps. */
function assertSettlersKept(executor: FunctionNode, turns: Turns): void {
  for (const { references } of executor.params.flatMap((param) => bindingsOf(turns.scriptOf(executor), param))) {
    for (const { node } of references) {
      const parent = parentOf(wrapped(node));
      const isHandler = parent?.type === 'AssignmentExpression' && isMember(parent.left) && ENDS.test(memberName(parent.left) ?? '');
      const isKept = (parent?.type === 'AssignmentExpression' && parent.right === wrapped(node) && !isHandler) || /^(ObjectProperty|ArrayExpression|VariableDeclarator)$/.test(parent?.type ?? '') || (isCall(parent) && parent.callee !== wrapped(node) && isMember(parent.callee) && /^(push|unshift|set|add|enqueue)$/.test(memberName(parent.callee) ?? ''));
      if (isKept) throw new Refusal('it waits for what others settle');
    }
  }
}

/** Refuses a function that may give a promise which never settles. */
export function assertFunctionSettles(fn: FunctionNode, turns: Turns, depth = MAX_DEPTH): void {
  const assertion = assertions[depth];
  if (assertion === undefined || fn.generator) throw unsure(fn, turns);
  assertion(fn, turns);
}

/** By the number of calls that are still followed: many ways lead to the same functions. */
const assertions = Array.from({ length: MAX_DEPTH + 1 }, (_, depth) => onceWithin((fn: FunctionNode, turns: Turns) => assertBodySettles(fn, turns, depth)));

function assertBodySettles(fn: FunctionNode, turns: Turns, depth: number): void {
  if (fn.body.type !== 'BlockStatement') {
    if (!isValue(fn.body)) assertSettles(fn.body, turns, depth);
    return;
  }
  walk(fn.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'ForOfStatement' && node.await) throw new Refusal('it waits for more than one answer');
    if (node.type === 'AwaitExpression') {
      assertSettles(node.argument, turns, depth);
      for (let up = parentOf(node); up !== undefined && up !== fn; up = parentOf(up)) if (up.type === 'WhileStatement' || up.type === 'DoWhileStatement' || (up.type === 'ForStatement' && !up.test)) throw new Refusal('it waits again and again');
    }
    if (node.type === 'ReturnStatement' && node.argument && !isValue(node.argument)) assertSettles(node.argument, turns, depth);
    return true;
  });
}

/** What a function may give back without a thought of promises: a variable, a member. */
function isValue(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === 'Identifier' || isMember(inner) || inner.type === 'AssignmentExpression' && isValue(inner.right);
}

/** Whether what `fetch` asks for is a file of the extension. */
function isOwnFile(script: Script, argument: Node | undefined): boolean {
  const inner = argument && unwrap(argument);
  if (inner === undefined) return false;
  if (isCall(inner)) return /^(runtime|extension)\.getURL$/.test(script.api(unwrap(inner.callee as Node))?.names.join('.') ?? '');
  const text = inner.type === 'TemplateLiteral' ? inner.quasis[0]!.value.raw : stringValue(inner);
  if (text !== undefined) return /^[\w./-]+$/.test(text);
  return inner.type === 'Identifier' && isOwnFile(script, initOfConstant(script.binding(inner)));
}

interface Settling {
  /** The call that has to do it. */
  readonly by?: Node;
  /** The functions that settle the promise, as the function knows them; without it, all of its parameters. */
  readonly own?: readonly Binding[];
  /** Whether a callback counts that may throw before it settles the promise. */
  readonly mayThrow?: boolean;
  readonly depth?: number;
}

/**
 * Whether a function makes sure that one of the functions it is given is called, on every way: by a call, by the callback of an extension API,
 * by both ways through a promise, or by a helper that does.
 */
function isResolved(fn: FunctionNode, turns: Turns, { by, own: given, mayThrow = false, depth = MAX_DEPTH }: Settling = {}): boolean {
  const script = turns.scriptOf(fn);
  const own = given ?? fn.params.flatMap((param) => bindingsOf(script, param));
  const isSettler = (node: Node | undefined): boolean => {
    const inner = node && unwrap(node);
    return inner?.type === 'Identifier' && own.includes(script.binding(inner)!);
  };
  const settles = (node: Node): boolean => {
    const inner = unwrap(node);
    return isCall(inner) && isSettler(inner.callee as Node);
  };
  /** Whether a callback settles it before it can throw: nobody hears of that. */
  const surely = (callback: Node | undefined): boolean => {
    const inner = callback && unwrap(callback);
    return isSettler(inner) || (isFunction(inner) && !inner.async && surelyDoes(inner, asks) && (mayThrow || isSafe(script, inner, asks)));
  };
  const asks = (node: Node): boolean => {
    const call = unwrap(node);
    if (!isCall(call)) return false;
    if (settles(call)) return true;
    const callee = unwrap(call.callee as Node);
    const path = script.api(callee)?.names.join('.');
    if (path !== undefined && path !== '') return !SLOW.test(path) && surely(call.arguments.at(-1));
    if (isMember(callee) && /^(then|catch|finally)$/.test(memberName(callee) ?? '')) return settlesBothWays(call);
    if (callee.type === 'Identifier' && callee.name === 'setTimeout' && script.binding(callee) === undefined) return isSoon(script, call.arguments[1], turns) && surely(call.arguments[0]);
    const [target, ...others] = turns.targetsOf(call);
    if (target === undefined || others.length > 0 || target.async || target.generator || depth === 0) return false;
    const helper = turns.scriptOf(target);
    return call.arguments.some((argument, index) => surely(argument) && isResolved(target, turns, { own: bindingsOf(helper, target.params[index]), mayThrow, depth: depth - 1 }));
  };
  /** Whether a chain of continuations settles it, be the promise kept or broken. */
  const settlesBothWays = (chain: AnyCall): boolean => {
    if (orRefusal(() => assertSettles(chain, turns, depth)) instanceof Refusal) return false;
    let [kept, broken] = [false, false];
    for (const call of callsOfChain(chain)) {
      const name = memberName(unwrap(call.callee as Node) as AnyMember);
      const [first, second] = call.arguments;
      const does = (callback: Node | undefined): boolean => {
        const inner = callback && unwrap(callback);
        return isSettler(inner) || (isFunction(inner) && !inner.async && surelyDoes(inner, asks));
      };
      if (name === 'finally') [kept, broken] = [kept || surely(first), broken || surely(first)];
      else if (name === 'catch') [kept, broken] = [kept && (broken || does(first)), broken || surely(first)];
      else [kept, broken] = [(kept || does(first)) && (second === undefined || broken || does(second)), (kept || surely(first)) && (broken || (second !== undefined && surely(second)))];
    }
    return kept && (broken || mayThrow);
  };
  if (by === undefined && isAnswered(fn, turns, surely, mayThrow)) return true;
  if (fn.async && !mayThrow && !isSafe(script, fn, asks)) return false;
  return surelyDoes(fn, by === undefined ? asks : (node) => unwrap(node) === by && asks(node));
}

/** Whether a function settles a promise in each of the events with which what it asks for ends: a request to a database, its transaction, a file that is read. */
function isAnswered(fn: FunctionNode, turns: Turns, surely: (callback: Node) => boolean, mayThrow: boolean): boolean {
  const script = turns.scriptOf(fn);
  const settled = new Map<string, { readonly object: Node; readonly by: Map<string, boolean> }>();
  for (const { object, event, property, handler } of handlersIn(fn)) {
    const text = script.textOf(object);
    const { by } = settled.get(text) ?? settled.set(text, { object, by: new Map() }).get(text)!;
    // What is assigned takes the place of what was.
    by.set(property, surely(handler) || (property === event && by.get(event) === true));
  }
  return [...settled.values()].some(({ object, by }) => {
    const asked = unwrap(object);
    const binding = asked.type === 'Identifier' ? script.binding(asked) : undefined;
    const init = binding?.declarations.length === 1 && binding.references.every(({ node, writes }) => !writes || isWithin(node, binding.declarations[0]!.node)) ? binding.declarations[0]!.init : undefined;
    const isReader = init?.type === 'NewExpression' && script.textOf(init.callee) === 'FileReader';
    // What was asked before may have had its answer.
    const isAskedHere = isReader ? isRead(fn, script.textOf(object), script) : init === undefined ? isAskedByCallers(binding, turns) : isWithin(init, fn) && isRequest(init);
    if (isReader ? !isAskedHere || (fn.async && !mayThrow) : !mayThrow && (fn.async || !isAskedHere)) return false;
    const ends = isReader ? [['loadend'], ['load', 'error']] : [['success', 'error'], ['complete', 'abort'], ...(mayThrow ? [['complete', 'error']] : [])];
    return ends.some((all) => all.every((event) => by.get(event) === true || by.get(`on${event}`) === true));
  });
}

/** Whether a call asks a database of the browser for something, or begins a transaction with it. */
function isRequest(node: Node): boolean {
  const call = unwrap(node);
  const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
  return isMember(callee) && /^(open|deleteDatabase|get|getAll|getKey|getAllKeys|put|add|delete|clear|count|openCursor|openKeyCursor|update|transaction)$/.test(memberName(callee) ?? '');
}

/** Whether a function begins to read a file, whatever comes: a reader that reads nothing has no events. */
function isRead({ body }: FunctionNode, reader: string, script: Script): boolean {
  for (const statement of body.type === 'BlockStatement' ? body.body : []) {
    if (mayLeave(statement)) return false;
    const call = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
    const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
    if (isMember(callee) && /^readAs/.test(memberName(callee) ?? '') && script.textOf(callee.object) === reader) return true;
  }
  return false;
}

/** Whether a parameter is given what its callers ask for just then: `answerOf(store.get(key))`. */
function isAskedByCallers(binding: Binding | undefined, turns: Turns): boolean {
  const [declaration] = binding?.declarations ?? [];
  const fn = declaration?.node;
  if (binding?.kind !== 'param' || !isFunction(fn) || fn.async || binding.references.some(({ writes }) => writes)) return false;
  const index = fn.params.findIndex((param) => param === declaration!.id);
  const callers = turns.callersOf(fn);
  return callers.length > 0 && callers.every(({ arguments: given }) => given[index] !== undefined && isRequest(given[index]));
}

/** What the statements of a function give to events: `request.onsuccess = () => …`, `request.addEventListener('success', () => …)`. */
function* handlersIn({ body }: FunctionNode): Generator<{ readonly object: Node; readonly event: string; readonly property: string; readonly handler: Node }> {
  for (const statement of body.type === 'BlockStatement' ? body.body : []) {
    if (mayLeave(statement)) return;
    const set = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
    if (set?.type === 'AssignmentExpression' && set.operator === '=' && isMember(set.left)) {
      const [, event] = /^on([a-z]+)$/.exec(memberName(set.left) ?? '') ?? [];
      if (event !== undefined) yield { object: set.left.object, event, property: `on${event}`, handler: set.right };
    }
    const callee = isCall(set) ? unwrap(set.callee as Node) : undefined;
    const [event, handler] = isCall(set) && isMember(callee) && memberName(callee) === 'addEventListener' ? [stringValue(set.arguments[0]), set.arguments[1]] : [];
    if (isMember(callee) && event !== undefined && handler) yield { object: callee.object, event, property: event, handler };
  }
}

/** Milliseconds that a listener may wait for a start-up which may never end. */
export const WAITING_TIME = 5000;

/** Whether a timer is due before a listener has waited too long. */
function isSoon(script: Script, delay: Node | undefined, turns: Turns): boolean {
  const time = delay === undefined ? 0 : evaluate(script, delay, turns)?.value;
  return typeof time === 'number' && time < WAITING_TIME;
}

function bindingsOf(script: Script, param: Node | undefined): Binding[] {
  const binding = param?.type === 'Identifier' ? script.binding(param) : undefined;
  return binding === undefined || binding.references.some(({ writes }) => writes) ? [] : [binding];
}

/** The calls of a chain of continuations, the first first. */
export function callsOfChain(chain: AnyCall): readonly AnyCall[] {
  const callee = unwrap(chain.callee as Node);
  if (!isMember(callee) || !/^(then|catch|finally)$/.test(memberName(callee) ?? '')) return [];
  const object = unwrap(callee.object);
  return [...(isCall(object) ? callsOfChain(object) : []), chain];
}

/** Whether nothing in a function is likely to throw before it has settled a promise: that would keep whoever waits for it waiting. */
function isSafe(script: Script, fn: FunctionNode, settles: (call: Node) => boolean): boolean {
  let safe = true;
  let last = 0;
  walk(fn.body, (node) => {
    if (isCall(node) && settles(node)) last = Math.max(last, node.end!);
    return !isFunction(node);
  });
  walk(fn.body, (node) => {
    if (node.start! >= last || isFunction(node) || [...ancestors(node)].some((up) => up.type === 'TryStatement' && isWithin(up, fn) && isWithin(node, up.block) && isMended(up, settles))) return false;
    if (node.type === 'ThrowStatement' || node.type === 'AwaitExpression') safe = false;
    if ((isCall(node) || node.type === 'NewExpression') && !settles(node) && !/^(Object\.(assign|keys)|console\.\w+|Boolean|Number|String|Error|Set|Map|Array\.isArray)$/.test(script.textOf(node.callee)) && script.api(unwrap(node.callee as Node)) === undefined) safe = false;
    return safe;
  });
  return safe;
}

/** Whether every way through a function makes a call of some kind. */
export function surelyDoes(fn: FunctionNode, isIt: (call: Node) => boolean): boolean {
  return fn.body.type === 'BlockStatement' ? anyDoes(fn.body.body, isIt) : computes(fn.body, isIt);
}

/** Whether an expression makes such a call, whatever it comes to. */
function computes(expression: Node, isIt: (call: Node) => boolean): boolean {
  const inner = unwrap(expression);
  if (inner.type === 'ConditionalExpression') return computes(inner.consequent, isIt) && computes(inner.alternate, isIt);
  if (inner.type === 'SequenceExpression') return inner.expressions.some((one) => computes(one, isIt));
  if (inner.type === 'AwaitExpression') return computes(inner.argument, isIt);
  return isIt(inner);
}

function does(statement: Node, isIt: (call: Node) => boolean, ways?: RegExp): boolean {
  switch (statement.type) {
    case 'ExpressionStatement':
      return computes(statement.expression, isIt);
    case 'VariableDeclaration':
      return statement.declarations.some(({ init }) => init != null && computes(init, isIt));
    case 'ReturnStatement':
      return statement.argument != null && computes(statement.argument, isIt);
    case 'BlockStatement':
      return anyDoes(statement.body, isIt, ways);
    case 'IfStatement':
      return statement.alternate != null && does(statement.consequent, isIt, ways) && does(statement.alternate, isIt, ways);
    case 'SwitchStatement': {
      const lists = statement.cases.map((_, index) => statement.cases.slice(index).flatMap(({ consequent }) => consequent));
      return statement.cases.some(({ test }) => test == null) && lists.every((list) => anyDoes(list, isIt, /^(Return|Throw|Break|Continue)Statement$/));
    }
    case 'TryStatement':
      if (statement.finalizer != null && does(statement.finalizer, isIt, ways)) return true;
      // What is thrown in it is caught.
      return isMended(statement, isIt) && anyDoes(statement.block.body, isIt, /^(Return|Break|Continue)Statement$/);
    default:
      return false;
  }
}

/** @param ways what leaves the statements before they have done it */
function anyDoes(list: readonly t.Statement[], isIt: (call: Node) => boolean, ways?: RegExp): boolean {
  for (const statement of list) {
    if (does(statement, isIt, ways)) return true;
    // A way out before: it must have done it too.
    if (statement.type === 'IfStatement' && statement.alternate == null && does(statement.consequent, isIt, ways)) continue;
    if (mayLeave(statement, ways)) return false;
  }
  return false;
}

/** What runs after a statement until something is done, on every way on which nothing is thrown; undefined where it may not be done. */
export function doneLater(statement: Node, isIt: (expression: Node) => boolean): readonly Node[] | undefined {
  const ways = /^(Return|Throw|Break|Continue)Statement$/;
  const passed: Node[] = [];
  for (let inner = statement; ; ) {
    const list = siblings(inner);
    for (const one of list?.slice(list.indexOf(inner as t.Statement) + 1) ?? []) {
      passed.push(one);
      if (does(one, isIt, ways)) return passed;
      if (mayLeave(one, ways)) return undefined;
    }
    const block = parentOf(inner);
    const up = list === undefined || block?.type !== 'BlockStatement' ? undefined : parentOf(block);
    if (up?.type === 'TryStatement' && up.block === block) {
      if (up.finalizer != null && does(up.finalizer, isIt, ways)) return [...passed, up.finalizer];
    } else if (up?.type !== 'IfStatement') return undefined;
    inner = up;
  }
}

/** Whether a statement makes such a call where something in it is thrown. */
function isMended({ handler }: t.TryStatement, isIt: (call: Node) => boolean): boolean {
  return handler != null && does(handler.body, isIt);
}
