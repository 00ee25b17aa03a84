import { answersOf } from './answers.ts';
import { immediateCall } from './api.ts';
import { functionOf, isCall, isMember, isUnused, memberName, nameOfCallee, parentOf, unwrap, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from './ast.ts';
import { isGlobalName } from './global-names.ts';
import type { Script } from './script.ts';

/** Methods that run a function they are given before they return. */
export const SYNC_METHODS: ReadonlySet<string> = new Set([
  'forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex', 'reduce', 'reduceRight', 'sort', 'toSorted', 'flatMap',
  'replace', 'replaceAll', 'from', 'each', 'call', 'apply', 'groupBy', 'parse', 'stringify',
]);
/** Functions that run a function they are given in a later task. */
export const TIMERS: ReadonlySet<string> = new Set(['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback']);
/** The events of messages. */
export const MESSAGES = /^(runtime|extension)\.on(Message|MessageExternal|Request|RequestExternal)$/;

/** How a function that is given to a call is run. */
type Use = 'listener' | 'now' | 'later' | 'unknown';

/** How the function expression that stands in a call is used there. */
export function useOf(script: Script, fn: FunctionNode): Use {
  const outer = wrapped(fn);
  const call = parentOf(outer);
  if (immediateCall(fn) !== undefined) return fn.generator ? 'unknown' : 'now';
  if (!(isCall(call) || call?.type === 'NewExpression') || call.callee === outer) return 'unknown';
  const callee = unwrap(call.callee as Node);
  const name = nameOfCallee(callee);
  if (name === 'addListener' && isMember(callee)) return script.api(callee) !== undefined || isPortEvent(script, callee.object) ? 'listener' : 'unknown';
  if (name === 'addEventListener') return 'listener';
  if (call.type !== 'NewExpression' && isLater(script, call)) return 'later';
  if (call.type === 'NewExpression') return name === 'Promise' ? 'now' : 'unknown';
  if (!isMember(callee)) return 'unknown';
  return SYNC_METHODS.has(name) ? 'now' : 'unknown';
}

/** The function whose turn a place runs in: callbacks that run before their call returns are part of the function around them. */
export function turnFunction(script: Script, node: Node): FunctionNode | undefined {
  let fn = functionOf(node);
  while (fn !== undefined && useOf(script, fn) === 'now') fn = functionOf(fn);
  return fn;
}

/** Whether a call runs the functions that it is given in a later turn. */
export function isLater(script: Script, call: AnyCall): boolean {
  const callee = unwrap(call.callee as Node);
  if (script.api(callee) !== undefined) return true;
  if (callee.type === 'Identifier') return (TIMERS.has(callee.name) || callee.name === 'queueMicrotask') && script.binding(callee) === undefined;
  return isMember(callee) && (/^(then|catch|finally)$/.test(memberName(callee) ?? '') || isGlobalTimer(script, callee));
}

/** `window.setTimeout`. */
function isGlobalTimer(script: Script, callee: AnyMember): boolean {
  return TIMERS.has(memberName(callee) ?? '') && isGlobalName(script, callee.object);
}

/** `port.onMessage`; the events of the extension's own objects may care for what their listeners return. */
function isPortEvent(script: Script, event: Node): boolean {
  const inner = unwrap(event);
  if (!isMember(inner) || !/^on(Message|Disconnect)$/.test(memberName(inner) ?? '')) return false;
  const port = unwrap(inner.object);
  const binding = port.type === 'Identifier' ? script.binding(port) : undefined;
  return binding?.kind === 'param' || binding?.kind === 'const' || binding?.kind === 'let' || binding?.kind === 'var';
}

/** Whether a node is given to an event, to be added, removed or asked for as its listener. */
export function isListenerArgument(script: Script, node: Node): boolean {
  const parent = parentOf(wrapped(node));
  if (isCall(parent) && isMember(parent.callee) && memberName(parent.callee) === 'addListener' && script.api(parent.callee) === undefined && !isPortEvent(script, parent.callee.object)) return false;
  return isCall(parent) && parent.callee !== wrapped(node) && isMember(parent.callee) && /^(add|remove|has)(Event)?Listener$/.test(memberName(parent.callee) ?? '');
}

/** Whether nobody asks for what a function gives back. */
export function isResultUnused(script: Script, fn: FunctionNode): boolean {
  const call = parentOf(wrapped(fn));
  if (!isCall(call) || call.callee === wrapped(fn)) return false;
  const callee = unwrap(call.callee as Node);
  const name = nameOfCallee(callee);
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

/** The call that is given an arrow function of which an expression is the body: `onRemoved.addListener((id) => shown.delete(id))`. */
export function callAroundBody(expression: Node): AnyCall | undefined {
  const arrow = parentOf(wrapped(expression));
  if (arrow?.type !== 'ArrowFunctionExpression' || arrow.body !== wrapped(expression)) return undefined;
  const call = parentOf(wrapped(arrow));
  return isCall(call) && call.callee !== wrapped(arrow) ? call : undefined;
}

/** Whether an expression is the body of a callback whose result nobody uses, by the name of who calls it: `forEach((id) => shown.delete(id))`. */
export function isBodyOfUnused(expression: Node): boolean {
  const call = callAroundBody(expression);
  const callee = call && unwrap(call.callee as Node);
  return isMember(callee) && /^(addListener|forEach)$/.test(memberName(callee) ?? '');
}
