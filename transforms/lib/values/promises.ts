import type * as t from '@babel/types';
import { isCall, isFunction, isMember, memberName, parentOf, unwrap, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import type { Script } from '../script.ts';
import { TIMERS } from '../callbacks.ts';
import { surelyFunction } from '../objects.ts';
import { answerOf } from './browser-values.ts';
import type { Proof } from './proof.ts';
import { alwaysReturns, returnsOf } from './returns.ts';
import { NOWHERE } from './target.ts';
import { DATA, joinValues, PRIMITIVE, UNDEFINED, type Value } from './value.ts';

/** What is awaited. What is proven otherwise is no promise. */
export function awaitedValue(proof: Proof, script: Script, argument: Node): Value | undefined {
  return answerOf(script, argument) ?? joinSettled(proof, settledWith(proof, script, argument)) ?? proof.prove(script, argument);
}

function joinSettled(proof: Proof, settled: readonly Settled[] | undefined): Value | undefined {
  return settled?.map((one) => ('answer' in one ? one.answer : proof.into(NOWHERE, () => proof.prove(one.script, one.node)))).reduce<Value | undefined>((all, value, index) => (index === 0 ? value : joinValues(all, value)), undefined);
}

/** What a promise may be settled with; undefined for what is not known to be one. */
export function settledWith(proof: Proof, script: Script, node: Node, seen: readonly FunctionNode[] = []): readonly Settled[] | undefined {
  const inner = unwrap(node);
  if (inner.type === 'ConditionalExpression') return both(settledWith(proof, script, inner.consequent, seen), settledWith(proof, script, inner.alternate, seen));
  if (inner.type === 'NewExpression') return resolvedWith(proof, script, inner, seen);
  if (!isCall(inner)) return undefined;
  const answer = answerOf(script, inner);
  if (answer !== undefined) return [{ answer }];
  const callee = unwrap(inner.callee as Node);
  const fn = surelyFunction(script, callee, proof.turns);
  if (fn !== undefined) return resultsOf(proof, fn, seen);
  const [first, second] = inner.arguments;
  if (!isMember(callee)) return undefined;
  switch (memberName(callee)) {
    case 'json':
      return first === undefined ? [{ answer: { ...DATA, undefined: false } }] : undefined;
    case 'text':
      return first === undefined ? [{ answer: PRIMITIVE }] : undefined;
    case 'resolve':
      return script.textOf(callee) === 'Promise.resolve' ? settledOrItself(proof, script, first, seen) : undefined;
    case 'then':
      return second === undefined ? continuedWith(proof, script, first, seen) : both(continuedWith(proof, script, first, seen), continuedWith(proof, script, second, seen));
    case 'catch':
      return both(settledWith(proof, script, callee.object, seen), continuedWith(proof, script, first, seen));
    case 'finally':
      return settledWith(proof, script, callee.object, seen);
    default:
      return undefined;
  }
}

/** What a callback of a promise hands on. */
function continuedWith(proof: Proof, script: Script, callback: Node | undefined, seen: readonly FunctionNode[]): readonly Settled[] | undefined {
  const fn = callback && surelyFunction(script, callback, proof.turns);
  return fn && resultsOf(proof, fn, seen);
}

/** What a promise of a function's result is settled with. */
function resultsOf(proof: Proof, fn: FunctionNode, seen: readonly FunctionNode[]): readonly Settled[] | undefined {
  if (fn.generator || seen.includes(fn) || seen.length > 8) return undefined;
  const owner = proof.turns.scriptOf(fn);
  return returnsOf(fn).map((returned) => settledOrItself(proof, owner, returned, [...seen, fn])).reduce<readonly Settled[] | undefined>(both, alwaysReturns(fn) ? [] : [{ answer: UNDEFINED }]);
}

function settledOrItself(proof: Proof, script: Script, node: Node | undefined, seen: readonly FunctionNode[]): readonly Settled[] | undefined {
  if (node === undefined) return [{ answer: UNDEFINED }];
  const inner = unwrap(node);
  if (inner.type === 'AwaitExpression') return settledOrItself(proof, script, inner.argument, seen);
  return node.type === 'SpreadElement' ? undefined : (settledWith(proof, script, inner, seen) ?? [{ script, node: inner }]);
}

/** `new Promise((resolve) => api(resolve))`: what `resolve` is called with. */
function resolvedWith(proof: Proof, script: Script, { callee, arguments: [executor] }: t.NewExpression, seen: readonly FunctionNode[]): readonly Settled[] | undefined {
  const fn = executor && unwrap(executor);
  const resolve = fn && isFunction(fn) ? fn.params[0] : undefined;
  if (callee.type !== 'Identifier' || callee.name !== 'Promise' || script.binding(callee) !== undefined || resolve?.type !== 'Identifier') return undefined;
  return script.binding(resolve)!.references.map(({ node, writes }): readonly Settled[] | undefined => {
    const outer = wrapped(node);
    const call = parentOf(outer);
    if (writes || !isCall(call)) return undefined;
    if (call.callee === outer) return settledOrItself(proof, script, call.arguments[0], seen);
    const answer = call.arguments.at(-1) === outer ? answerOf(script, call) : undefined;
    if (answer !== undefined) return [{ answer }];
    return call.arguments[0] === outer && isTimer(script, call) ? [{ answer: UNDEFINED }] : undefined;
  }).reduce<readonly Settled[] | undefined>(both, []);
}

/** What a function gets that is given to an extension API, or to the continuation of a promise. */
export function callbackArgument(proof: Proof, script: Script, callback: Node): Value | undefined {
  const outer = wrapped(callback);
  const call = parentOf(outer);
  if (!isCall(call)) return undefined;
  const answer = call.arguments.at(-1) === outer ? answerOf(script, call) : undefined;
  if (answer !== undefined) return answer;
  const callee = unwrap(call.callee as Node);
  return isMember(callee) && memberName(callee) === 'then' && call.arguments[0] === outer ? (answerOf(script, callee.object) ?? joinSettled(proof, settledWith(proof, script, callee.object))) : undefined;
}

/** What a promise may be settled with: an expression, or what the browser answers. */
type Settled = { readonly script: Script; readonly node: Node } | { readonly answer: Value };

/** What either of two promises may be settled with. */
function both(a: readonly Settled[] | undefined, b: readonly Settled[] | undefined): readonly Settled[] | undefined {
  return a && b && [...a, ...b];
}

/** Whether a call is that of a timer, which gives nothing to its function. */
export function isTimer(script: Script, { callee, arguments: args }: AnyCall): boolean {
  return callee.type === 'Identifier' && TIMERS.has(callee.name) && script.binding(callee) === undefined && args.length <= 2;
}
