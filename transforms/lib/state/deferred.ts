import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, memberName, parentOf, unwrap, wrapped, type AnyCall, type Node } from '../ast.ts';
import type { Use } from '../modules.ts';
import { usesOfBinding } from '../objects.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

/**
 * The places that settle a promise by a function that is kept for it: `const name = new Promise((resolve) => { settle = resolve; })`.
 * @returns undefined where it is another promise, or it is not seen who settles it
 */
export function settlingOf(name: t.Identifier, script: Script): readonly AnyCall[] | undefined {
  const binding = script.binding(name);
  const [declaration, ...more] = binding?.declarations ?? [];
  const made = declaration?.init && unwrap(declaration.init);
  if (binding === undefined || more.length > 0 || declaration?.keys?.length !== 0 || binding.references.some(({ writes, node }) => writes && node !== declaration.id)) return undefined;
  if (made?.type !== 'NewExpression' || made.callee.type !== 'Identifier' || made.callee.name !== 'Promise' || made.arguments.length !== 1) return undefined;
  const executor = unwrap(made.arguments[0]!);
  const [only, ...others] = isFunction(executor) && executor.body.type === 'BlockStatement' ? executor.body.body : [];
  const assignment = only?.type === 'ExpressionStatement' && others.length === 0 ? only.expression : undefined;
  const param = isFunction(executor) ? executor.params[0] : undefined;
  if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=' || assignment.left.type !== 'Identifier') return undefined;
  if (assignment.right.type !== 'Identifier' || param?.type !== 'Identifier' || assignment.right.name !== param.name) return undefined;
  const settle = script.binding(assignment.left);
  const uses = settle && orRefusal(() => usesOfBinding(script, settle));
  if (uses === undefined || uses instanceof Refusal) return undefined;
  const calls = uses.filter(({ node }) => node !== assignment.left).map(callBy);
  return calls.includes(undefined) ? undefined : (calls as AnyCall[]);
}

function callBy({ node }: Use): AnyCall | undefined {
  const call = parentOf(wrapped(node));
  return isCall(call) && call.callee === wrapped(node) ? call : undefined;
}

/** Whether code comes to a place only after it has come to another one, and waited for what that belongs to. */
export function comesAfter(place: Node, earlier: Node, turns: Turns, depth = 8): boolean {
  if (depth === 0) return false;
  const fn = functionOf(earlier);
  if (fn !== undefined && isWithin(place, fn)) return place.start! > earlier.start!;
  if (fn === undefined && functionOf(place) === undefined) return turns.scriptOf(place) === turns.scriptOf(earlier) && place.start! > earlier.start!;
  const call = fn && parentOf(wrapped(fn));
  const isContinuation = isCall(call) && isMember(call.callee) && memberName(call.callee) === 'then' && call.arguments[0] === wrapped(fn!);
  const began = fn === undefined ? [] : isContinuation ? [call] : turns.callersOf(fn);
  const isDone = (one: Node): boolean => (isContinuation || fn!.async ? isWaitedFor(one, place, turns, depth) : !fn!.generator && comesAfter(place, one, turns, depth - 1));
  if (began.length > 0 && began.every(isDone)) return true;
  const own = functionOf(place);
  const callers = own === undefined ? [] : turns.callersOf(own);
  return callers.length > 0 && callers.every((one) => comesAfter(one, earlier, turns, depth - 1));
}

/** Whether code comes to a place only after the promise that a call gives is kept. */
function isWaitedFor(call: Node, place: Node, turns: Turns, depth: number): boolean {
  let promise = wrapped(call);
  for (const up of ancestors(promise)) {
    if (up.type === 'AwaitExpression') return comesAfter(place, up, turns, depth - 1);
    if (up.type === 'ReturnStatement' || isFunction(up)) break;
    const next = isMember(up) && up.object === promise && memberName(up) === 'then' ? parentOf(wrapped(up)) : undefined;
    if (isCall(next) && next.arguments[0] !== undefined && isFunction(next.arguments[0])) {
      if (isWithin(place, next.arguments[0])) return true;
      promise = wrapped(next);
    }
  }
  return false;
}
