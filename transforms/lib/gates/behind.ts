import type * as t from '@babel/types';
import { ancestors, isCall, isFunction, isMember, isWithin, memberName, parentOf, siblings, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { useOf } from '../callbacks.ts';
import { isNamed, isNamedListener, usesOfHelper } from './callers.ts';
import { usesOfMethod } from '../objects.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { once } from '../source.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';

/**
 * Whether code always runs after a promise is settled: it awaits the promise first, continues it, or is called only from such code.
 * @param isLate whether a place is known to come after it
 */
export function isBehind(node: Node, isPromise: (expression: Node, script: Script) => boolean, turns: Turns, isLate: (place: Node) => boolean = () => false, around: readonly FunctionNode[] = [], isAdded = false): boolean {
  const script = turns.scriptOf(node);
  if (isLate(node) || isBehindHere(node, isPromise, script)) return true;
  // Who calls the function, or hands it on, must be behind the promise as well.
  const fn = [...ancestors(node)].find((up): up is FunctionNode => isFunction(up) && (isNamed(up) || usesOfMethod(up, turns) !== undefined));
  if (fn === undefined || around.length > 8 || isNamedListener(fn, turns)) return false;
  // Functions that call each other come from whoever calls them first.
  if (around.includes(fn)) return true;
  try {
    const uses = usesOfHelper(fn, turns);
    // What start-up calls may come first, but not what a listener does that it adds, nor a function that it leaves to others.
    const added = isAdded || [...ancestors(node)].some((up) => isFunction(up) && isWithin(up, fn) && (useOf(script, up) === 'listener' || (up !== fn && isLeft(up)) || turns.registrations.some(({ functions }) => functions.includes(up))));
    return uses.length > 0 && uses.every((use) => (!added && !phasesAt(use, turns).has('event')) || isBehind(use, isPromise, turns, isLate, [...around, fn], added));
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Whether a function is a part of an object, or returned: others call it when they like. */
function isLeft(fn: FunctionNode): boolean {
  const holder = parentOf(wrapped(fn));
  return fn.type === 'ObjectMethod' || /^(ObjectProperty|ArrayExpression|ReturnStatement)$/.test(holder?.type ?? '') || (holder?.type === 'AssignmentExpression' && isMember(holder.left));
}

/** Whether code awaits a promise before it runs, or continues it. */
export function isBehindHere(node: Node, isPromise: (expression: Node, script: Script) => boolean, script: Script): boolean {
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
    if (list !== undefined && awaitedIn(list).some((awaited) => awaited.end! <= inner.start! && settles(awaited))) return true;
    inner = up;
  }
  return false;
}

/** What the statements of a list await themselves. */
const awaitedIn = once((list: readonly t.Statement[]): readonly Node[] => list.flatMap((statement) => {
  const expressions = statement.type === 'ExpressionStatement' ? [statement.expression] : statement.type === 'VariableDeclaration' ? statement.declarations.map(({ init }) => init) : [];
  return expressions.flatMap((expression) => {
    const value = expression && unwrap(expression);
    return value?.type === 'AwaitExpression' ? [value.argument] : [];
  });
}));
