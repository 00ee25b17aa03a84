import { ancestors, functionOf, isCall, isFunction, isMember, isNothing, isUnused, isWithin, memberName, parentOf, stringValue, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { MESSAGES, TIMERS } from '../callbacks.ts';
import { isInLoop } from '../control-flow.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { NEEDS_GESTURE } from '../user-gestures.ts';
import { bindingOfFunction } from '../uses.ts';
import { assertNothingAtOnce, reachedFrom } from './at-once.ts';
import { isJqueryListener } from './jquery.ts';
import { hasOtherListeners, restOfTurn } from './turns.ts';

/** The function that has to be asynchronous for a place of it to wait. @throws Refusal where it cannot, or where what it does later comes too late */
export function waitingFunction(script: Script, place: Node, turns: readonly Turns[]): FunctionNode {
  const fn = functionOf(place);
  if (fn === undefined) throw new Refusal('code at the top level of a page cannot wait for the answer');
  if (fn.generator || (fn.type !== 'FunctionDeclaration' && fn.type !== 'FunctionExpression' && fn.type !== 'ArrowFunctionExpression') || !isWithin(place, fn.body)) throw new Refusal('the function around it cannot wait for the answer');
  if (turns.some((one) => hasOtherListeners(place, one))) throw new Refusal('another listener of the same event would run before the answer has come');
  assertOrderly(place, fn);
  if (!turns.every((one) => mayEndLater(script, fn, one, []))) throw new Refusal('the function around it is called by code that goes on at once');
  let why: string | undefined;
  const from = isInLoop(place) ? fn.start! : place.start!;
  walk(fn.body, (node) => {
    if (why !== undefined) return false;
    if (!fn.async && node.type === 'ReturnStatement' && functionOf(node) === fn && node.argument && !isNothing(node.argument)) why = 'the function around it returns a value';
    return true;
  });
  if (why !== undefined) throw new Refusal(why);
  assertNothingAtOnce(script, fn, from);
  for (const [owner, node] of reachedFrom(script, fn, from)) {
    const path = isMember(node) ? owner.api(node)?.names.join('.') : undefined;
    if (path !== undefined && (NEEDS_GESTURE.test(path) || path.endsWith('.addListener'))) throw new Refusal(`\`${path}\` comes after it, and would come too late`);
    if (isCall(node) && isMember(node.callee) && memberName(node.callee) === 'addEventListener' && /^(load|DOMContentLoaded|message)$/.test(stringValue(node.arguments[0]) ?? '')) throw new Refusal('a listener that is added after it would come too late');
  }
  return fn;
}

/** Refuses where an expression has looked at something before, which may be another when the answer has come. */
function assertOrderly(place: Node, fn: FunctionNode): void {
  let inner = place;
  for (const up of ancestors(place)) {
    if (up === fn || /Statement$/.test(up.type) || up.type === 'VariableDeclaration') return;
    if (isFunction(up)) return;
    const isFixed = (node: Node): boolean => /Literal$/.test(unwrap(node).type);
    if (up.type === 'AssignmentExpression' && up.operator !== '=') throw new Refusal('what it is added to may have changed when the answer has come');
    if (up.type === 'BinaryExpression' && up.right === inner && !isFixed(up.left)) throw new Refusal('what it is compared with, or added to, may have changed when the answer has come');
    if (up.type === 'ConditionalExpression' && up.test !== inner && !isUnused(up)) throw new Refusal('it is one of several values');
    inner = up;
  }
}

/** Whether nothing depends on when a function ends: the browser calls it, or code that does nothing afterwards. */
function mayEndLater(script: Script, fn: FunctionNode, turns: Turns, seen: readonly Node[]): boolean {
  if (seen.includes(fn)) return false;
  if (isListenerPlace(script, fn)) return true;
  const binding = bindingOfFunction(script, fn);
  if (binding === undefined) return false;
  const beside = script.isModule || binding.scope.parent !== undefined ? [] : script.realms.flatMap(({ scripts }) => scripts.filter((one) => one !== script && !one.isModule).flatMap((one) => (one.freeNames.get(binding.name) ?? []).map(({ node }) => ({ script: one, node }))));
  const uses = [...binding.references.map(({ node }) => ({ script, node })), ...beside];
  return uses.length > 0 && uses.every(({ script: owner, node }) => {
    const call = parentOf(wrapped(node));
    if (!isCall(call) || call.callee !== wrapped(node)) return isListenerPlace(owner, node);
    if (fn.async && parentOf(wrapped(call))?.type === 'AwaitExpression') return true;
    const isBody = parentOf(wrapped(call))?.type === 'ArrowFunctionExpression' && isListenerPlace(owner, parentOf(wrapped(call))!);
    return (isUnused(call) || isBody) && turns.has(call) && restOfTurn(call, turns).every(({ type }) => type === 'FunctionDeclaration' || type === 'EmptyStatement' || type === 'BreakStatement');
  });
}

/** Whether a function, or its name, stands where the browser (or jQuery for it) is given what it calls later, and nobody looks at what that gives. */
export function isListenerPlace(script: Script, place: Node): boolean {
  const outer = wrapped(place);
  const parent = parentOf(outer);
  if (parent?.type === 'AssignmentExpression') return parent.right === outer && parent.operator === '=' && isMember(parent.left) && /^on[a-z]+$/.test(memberName(parent.left) ?? '');
  if (!isCall(parent) || parent.callee === outer) return false;
  const callee = unwrap(parent.callee as Node);
  const path = script.api(callee)?.names.join('.');
  if (path !== undefined) return !MESSAGES.test(path.replace(/\.addListener$/, ''));
  const name = isMember(callee) ? memberName(callee) ?? '' : callee.type === 'Identifier' && script.binding(callee) === undefined ? callee.name : '';
  if (isMember(callee) && name === 'addEventListener') return parent.arguments[1] === outer;
  if (TIMERS.has(name) || name === 'queueMicrotask') return !isMember(callee) || (callee.object.type === 'Identifier' && callee.object.name === 'window');
  if (isMember(callee) && /^(then|catch|finally)$/.test(name)) return isUnused(parent);
  return isJqueryListener(script, outer);
}
