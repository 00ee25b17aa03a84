import { ancestors, functionOf, isFunction, isNothing, isUnused, isWithin, unwrap, type FunctionNode, type Node } from '../ast.ts';
import { isInLoop } from '../control-flow.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { returnsOf } from '../values/returns.ts';
import { assertNoLateListeners, assertNothingAtOnce } from './at-once.ts';
import { assertMayEndLater } from './later.ts';
import { hasOtherListeners } from './turns.ts';

/** The function that has to be asynchronous for a place of it to wait. @throws Refusal where it cannot, or where what it does later comes too late */
export function waitingFunction(script: Script, place: Node, turns: readonly Turns[]): FunctionNode {
  const fn = functionOf(place);
  if (fn === undefined) throw new Refusal('code at the top level of a page cannot wait for the answer');
  if (fn.generator || (fn.type !== 'FunctionDeclaration' && fn.type !== 'FunctionExpression' && fn.type !== 'ArrowFunctionExpression') || !isWithin(place, fn.body)) throw new Refusal('the function around it cannot wait for the answer');
  if (turns.some((one) => hasOtherListeners(place, one))) throw new Refusal('another listener of the same event would run before the answer has come');
  assertOrderly(place, fn);
  assertMayEndLater(script, fn);
  if (!fn.async && fn.body.type === 'BlockStatement' && returnsOf(fn).some((value) => !isNothing(value))) throw new Refusal('the function around it returns a value');
  const from = isInLoop(place) ? fn.start! : place.start!;
  assertNothingAtOnce(script, fn, from);
  assertNoLateListeners(script, fn, from);
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
