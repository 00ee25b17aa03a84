import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, parentOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import { IDLE_LIMIT } from '../platform.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { usesOfFunction } from '../uses.ts';
import { isZero } from './work-marks.ts';

/** The moment of the last event, only asked whether it is less than the idle limit ago: after an unload it is not, and neither is 0. */
export function isRecentMoment(initial: Access | undefined, accesses: readonly Access[], turns: Turns): boolean {
  const isRecent = ({ script, node }: Access): boolean => {
    const difference = parentOf(wrapped(node));
    if (difference?.type !== 'BinaryExpression' || difference.operator !== '-' || difference.right !== wrapped(node) || !isNow(script, difference.left)) return false;
    const comparison = parentOf(wrapped(difference));
    if (comparison?.type !== 'BinaryExpression' || !/^[<>]=?$/.test(comparison.operator)) return false;
    const limit = mostOf(script, comparison.left === wrapped(difference) ? comparison.right : comparison.left, turns);
    return limit !== undefined && limit < IDLE_LIMIT;
  };
  return isZero(initial?.value) && accesses.every((access) => access.initial || (access.kind === 'write' ? access.value !== undefined && !access.reads && isNow(access.script, access.value) : access.kind === 'read' && isRecent(access)));
}

/** `Date.now()`, or a constant that was given it in the same function. */
function isNow(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') {
    const binding = script.binding(inner);
    const [declaration, another] = binding?.declarations ?? [];
    return another === undefined && declaration?.keys?.length === 0 && declaration.init !== undefined && functionOf(declaration.id) === functionOf(inner) && !binding!.references.some(({ writes }) => writes) && isNow(script, declaration.init);
  }
  return /^(Date\.now\(\)|\+ ?new Date\(?\)?|new Date\(?\)?\.(getTime|valueOf)\(\))$/.test(script.textOf(inner));
}

/** The greatest number that an expression may be: a constant, or a parameter that each caller gives one. */
function mostOf(script: Script, node: Node, turns: Turns): number | undefined {
  const inner = unwrap(node);
  const value = evaluate(script, inner, turns)?.value;
  if (typeof value === 'number') return value;
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const declaration = binding?.kind === 'param' && !binding.references.some(({ writes }) => writes) ? binding.declarations[0]! : undefined;
  const fn = declaration?.node;
  const index = isFunction(fn) ? fn.params.indexOf(declaration!.id as t.Identifier) : -1;
  const uses = index === -1 ? undefined : usesOfFunction(script, fn as FunctionNode);
  if (uses === undefined || uses.length === 0) return undefined;
  const given = uses.map((use) => {
    const call = parentOf(wrapped(use.node));
    const argument = isCall(call) && call.callee === wrapped(use.node) && !call.arguments.some(({ type }) => type === 'SpreadElement') ? call.arguments[index] : undefined;
    const known = argument && evaluate(use.script, argument, turns)?.value;
    return typeof known === 'number' ? known : Infinity;
  });
  return Math.max(...given);
}
