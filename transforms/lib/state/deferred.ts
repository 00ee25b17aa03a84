import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isNewPromise, isWithin, memberName, parentOf, unwrap, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import type { Use } from '../modules.ts';
import { usesOfBinding } from '../objects.ts';
import { occasionsOf } from '../reaching.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { once } from '../source.ts';
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
  if (!isNewPromise(made) || made.arguments.length !== 1) return undefined;
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
  const own = functionOf(place);
  if (own === fn) return turns.scriptOf(place) === turns.scriptOf(earlier) && place.start! >= wholeOf(earlier).end!;
  const call = fn && parentOf(wrapped(fn));
  const isContinuation = isCall(call) && isMember(call.callee) && memberName(call.callee) === 'then' && call.arguments[0] === wrapped(fn!);
  const began = fn === undefined ? [] : isContinuation ? [call] : turns.callersOf(fn);
  const isDone = (one: Node): boolean => (isContinuation || fn!.async ? isWaitedFor(one, place, turns, depth) : !fn!.generator && comesAfter(place, one, turns, depth - 1));
  if (began.length > 0 && began.every(isDone)) return true;
  if (own === undefined) return false;
  const isLater = (one: Node): boolean => comesAfter(one, earlier, turns, depth - 1);
  if (!turns.callersOf(own).every(isLater)) return false;
  const occasions = allOccasions(turns)(own);
  return occasions.length > 0 && occasions.every(isLater);
}

const allOccasions = once((turns: Turns) => once((fn: FunctionNode): readonly Node[] => {
  const realm = turns.scriptOf(fn).realms.find(({ kind }) => kind === 'background');
  return realm === undefined ? [] : occasionsOf(fn, realm, turns);
}));

/** The expression that a node is a part of, up to its statement. */
function wholeOf(node: Node): Node {
  let inner = node;
  for (const up of ancestors(node)) {
    if (isFunction(up) || /Statement$|Declarat|^(Program|SwitchCase)$/.test(up.type)) break;
    inner = up;
  }
  return inner;
}

function isAllOf(list: t.ArrayExpression, turns: Turns): boolean {
  const call = parentOf(list);
  return isCall(call) && call.arguments[0] === list && /^Promise\.all(Settled)?$/.test(turns.scriptOf(call).textOf(call.callee));
}

/** Whether code comes to a place only after the promise that a call gives is kept. */
function isWaitedFor(call: Node, place: Node, turns: Turns, depth: number): boolean {
  let promise = wrapped(call);
  for (const up of ancestors(promise)) {
    if (up.type === 'AwaitExpression') return up.argument === promise && comesAfter(place, up, turns, depth - 1);
    if (isFunction(up) || /Statement$/.test(up.type)) break;
    // Promise.all([load(), other()])
    if (up.type === 'ArrayExpression' && up.elements.includes(promise as t.Expression) && isAllOf(up, turns)) promise = wrapped(parentOf(up)!);
    const next = isMember(up) && up.object === promise && /^(then|catch|finally)$/.test(memberName(up) ?? '') ? parentOf(wrapped(up)) : undefined;
    if (!isCall(next) || next.callee !== up) continue;
    const [continuation] = next.arguments;
    if (memberName(up as AnyMember) === 'then' && continuation !== undefined && isFunction(continuation) && isWithin(place, continuation)) return true;
    promise = wrapped(next);
  }
  return false;
}
