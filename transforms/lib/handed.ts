import type * as t from '@babel/types';
import { isCall, isFunction, parentOf, unwrap, usesArguments, wrapped, type FunctionNode, type Node } from './ast.ts';
import type { Use } from './modules.ts';
import { isAnswering, surelyFunction, usesOfMethod } from './objects.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
import { onceWithin } from './source.ts';
import { callsThroughTable, isOnlyTested } from './tables.ts';
import type { Turns } from './turns.ts';
import { usesOfFunction } from './uses.ts';

/**
 * Every place that calls a function or gives it to what does: by its name, as a method, out of a table, or by a parameter of another function that it is
 * given to, `function withTab(callback) { callback(tab); }`.
 * @returns undefined where there may be more
 */
export const usesAnyhow = onceWithin((fn: FunctionNode, turns: Turns): readonly Use[] | undefined => {
  const script = turns.scriptOf(fn);
  const methods = usesOfMethod(fn, turns);
  const named = methods?.map((node) => ({ script: turns.scriptOf(node), node })) ?? callsThroughTable(script, fn) ?? usesOfFunction(script, fn)?.flatMap((use) => callsThroughTable(use.script, use.node) ?? [use]);
  const uses = named?.map((use) => usesThroughParameter(use, turns, []));
  return uses?.every((some) => some !== undefined) ? uses.flat() : undefined;
});

/** What becomes of a function that is given to one of the extension's own: the uses of its parameter. The place itself where it is given to something else. */
function usesThroughParameter(use: Use, turns: Turns, seen: readonly Binding[]): readonly Use[] | undefined {
  const outer = wrapped(use.node);
  const call = parentOf(outer);
  const index = isCall(call) ? call.arguments.findIndex((argument) => argument === outer) : -1;
  const fn = isCall(call) && index !== -1 ? surelyFunction(use.script, call.callee as Node, turns) : undefined;
  if (!isCall(call) || fn === undefined) return [use];
  if (usesArguments(fn) || call.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement')) return undefined;
  const binding = parameterOf(turns.scriptOf(fn), fn, index);
  if (binding === undefined || binding.references.some(({ writes }) => writes)) return undefined;
  if (seen.includes(binding)) return [];
  const uses = binding.references.map(({ node }) => (isOnlyTested(node) ? [] : usesThroughParameter({ script: turns.scriptOf(fn), node }, turns, [...seen, binding])));
  return uses.every((some) => some !== undefined) ? uses.flat() : undefined;
}

/** The name of a parameter, which may have a default; undefined for patterns and for what there is none. */
function parameterOf(script: Script, { params }: FunctionNode, index: number): Binding | undefined {
  const param = params[index];
  const id = param?.type === 'AssignmentPattern' ? param.left : param;
  return id?.type === 'Identifier' ? script.binding(id) : undefined;
}

/** The functions of the extension that a parameter may be; undefined where a call of its function may give it another one. Of one that sends what it is given there is nothing to know. */
export function functionsGiven(script: Script, id: t.Identifier, turns: Turns, seen: readonly Binding[] = []): readonly FunctionNode[] | undefined {
  const binding = script.binding(id);
  const holder = binding?.kind === 'param' ? binding.declarations[0]!.node : undefined;
  if (binding === undefined || !isFunction(holder) || seen.includes(binding) || binding.references.some(({ writes }) => writes)) return undefined;
  const index = holder.params.indexOf(binding.declarations[0]!.id as t.Identifier);
  const uses = index === -1 ? undefined : usesAnyhow(holder, turns);
  const given = uses?.map(({ script: owner, node }): readonly FunctionNode[] | undefined => {
    const call = parentOf(wrapped(node));
    if (!isCall(call) || call.callee !== wrapped(node) || call.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement')) return undefined;
    const argument = call.arguments[index] && unwrap(call.arguments[index]);
    if (argument === undefined || argument.type === 'NullLiteral') return [];
    const fn = surelyFunction(owner, argument, turns);
    if (fn !== undefined) return [fn];
    if (argument.type !== 'Identifier') return undefined;
    return isAnswering(owner, argument, turns) ? [] : functionsGiven(owner, argument, turns, [...seen, binding]);
  });
  return given?.every((some) => some !== undefined) ? given.flat() : undefined;
}
