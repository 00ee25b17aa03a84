import type * as t from '@babel/types';
import { isCall, isFunction, isMember, memberName, parentOf, unwrap, walk, type Node } from '../ast.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { returnsOf } from '../values/returns.ts';

/** Whether each start makes another value: `Date.now()`, a random number or name, also by a function. */
export function differsAtEachStart(node: Node, turns: Turns): boolean {
  const inner = unwrap(node);
  if (inner.type === 'BinaryExpression') return inner.operator === '+' && [inner.left, inner.right].some((side) => differsAtEachStart(side, turns));
  if (inner.type === 'TemplateLiteral') return inner.expressions.some((part) => differsAtEachStart(part as Node, turns));
  if (inner.type === 'NewExpression') return inner.arguments.length === 0 && unwrap(inner.callee).type === 'Identifier' && (unwrap(inner.callee) as { name?: string }).name === 'Date';
  if (!isCall(inner)) return false;
  const callee = unwrap(inner.callee as Node);
  const name = isMember(callee) ? memberName(callee) : undefined;
  if (name === 'now' || name === 'random' || name === 'randomUUID') return true;
  if (turns.targetsOf(inner).some((fn) => !fn.async && returnsOf(fn).some(isDrawnByLot))) return true;
  return /^(getTime|valueOf|floor|round|toString|slice|substr|substring|toISOString)$/.test(name ?? '') && [...(isMember(callee) ? [callee.object] : []), ...inner.arguments].some((part) => differsAtEachStart(part, turns));
}

/** Whether something in an initialiser, or in what it is made of, asks for the time, for chance or for an answer. */
export function mayDifferAtEachStart(script: Script, init: Node, turns: Turns, depth = 4): boolean {
  let found = differsAtEachStart(init, turns);
  walk(init, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'AwaitExpression' || (node.type === 'NewExpression' && node.arguments.length === 0 && node.callee.type === 'Identifier' && node.callee.name === 'Date') || (isCall(node) && isMember(node.callee) && /^(now|random|randomUUID|getTime|valueOf|toISOString)$/.test(memberName(node.callee) ?? ''))) found = true;
    const declared = node.type === 'Identifier' && depth > 0 ? script.binding(node)?.declarations[0]?.init : undefined;
    if (declared && mayDifferAtEachStart(script, declared, turns, depth - 1)) found = true;
    return !found;
  });
  return found;
}

/** Whether a text or number is drawn by lot: `'x-x'.replace(/x/g, () => Math.random())`. A function that draws later is none. */
function isDrawnByLot(value: Node): boolean {
  let found = false;
  walk(value, (one) => {
    if (isFunction(one) && !(isCall(parentOf(one)) && (parentOf(one) as t.CallExpression).arguments.includes(one as t.Expression))) return false;
    found ||= isMember(one) && /^(random|randomUUID)$/.test(memberName(one) ?? '');
    return !found;
  });
  return found;
}
