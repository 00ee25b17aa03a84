import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isWithin, parentOf, unwrap, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { areAlternatives } from '../control-flow.ts';
import { LAST_EVENTS } from '../phases.ts';
import type { Turns } from '../turns.ts';
import type { Match } from '../types.ts';
import { eventWords, functionWords } from '../words.ts';

/** Registrations in callbacks that a function runs at once where all is ready, and keeps where it is not. */
export function* keptCallbacks(turns: Turns): Generator<Match<'kept'>> {
  for (const { script, call, event } of turns.registrations) {
    const keeper = turns.runsAtStart(call) ? keeperOf(call, turns) : undefined;
    if (keeper === undefined || !script.file.editable || LAST_EVENTS.test(event)) continue;
    yield { message: 'kept', at: script.at(call), data: { event: eventWords(event), function: functionWords(keeper, turns) } };
  }
}

/** The function that may keep, for later, what leads to a place: on each way from the first turn it is called as a parameter that elsewhere is handed on. */
function keeperOf(place: Node, turns: Turns, seen: ReadonlySet<Node> = new Set()): FunctionNode | undefined {
  const fn = functionOf(place);
  if (fn === undefined || seen.has(fn)) return undefined;
  const callers = turns.callersOf(fn).filter((call) => turns.runsAtStart(call));
  const keepers = callers.map((call) => keptParameter(call, turns) ?? keeperOf(call, turns, new Set([...seen, fn])));
  return keepers.every((keeper) => keeper !== undefined) ? keepers[0] : undefined;
}

/** The function of which a call calls a parameter in one branch, and hands it on in another. */
function keptParameter(call: AnyCall, turns: Turns): FunctionNode | undefined {
  const callee = unwrap(call.callee as Node);
  const binding = callee.type === 'Identifier' ? turns.scriptOf(call).binding(callee) : undefined;
  if (binding?.kind !== 'param') return undefined;
  const fn = binding.declarations[0]!.node as FunctionNode;
  if (functionOf(call) !== fn) return undefined;
  const isKept = binding.references.some(({ node }) => {
    const outer = wrapped(node);
    const parent = parentOf(outer);
    if (node === callee || !isCall(parent) || !(parent.arguments.includes(outer as t.Expression) || functionOf(node) !== fn)) return false;
    return areAlternatives(call, node) || [...ancestors(node)].some((up) => up.type === 'IfStatement' && !isWithin(call, up) && leaves(up.consequent) && up.end! < call.start!);
  });
  return isKept ? fn : undefined;
}

function leaves(branch: Node): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  return last?.type === 'ReturnStatement';
}
