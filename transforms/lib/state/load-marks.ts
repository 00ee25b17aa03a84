import type * as t from '@babel/types';
import { functionOf, isCall, isMember, memberName, unwrap, walk, type Node } from '../ast.ts';
import type { Variable } from '../bindings.ts';
import { isTestedFirst } from './work-marks.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';

const FILLING = /^(add|assign|entries|filter|forEach|from|get|has|keys|map|parse|push|set|sort|values)$/;

/**
 * Whether a variable only says that a function which the start-up calls has read storage into memory: `if (loaded) return; … loaded = true;`.
 * An unload takes what was read and the mark, and each start reads it again.
 */
export function isMarkOfLoading({ accesses }: Variable, turns: Turns): boolean {
  const changes = accesses.filter(({ kind, initial }) => !initial && kind !== 'read');
  const sets = changes.filter(({ value }) => value?.type === 'BooleanLiteral' && value.value);
  const [set] = sets;
  const loader = set && functionOf(set.node);
  if (loader === undefined || sets.length > 1 || changes.some(({ kind, value }) => kind !== 'write' || value?.type !== 'BooleanLiteral')) return false;
  if (!phasesAt(set!.node, turns).has('start-up') || !isTestedFirst(set!)) return false;
  const script = turns.scriptOf(loader);
  let [reads, others] = [false, false];
  walk(loader.body, (node: Node) => {
    if (isCall(node) || node.type === 'NewExpression') {
      const callee = unwrap((node as t.CallExpression).callee as Node);
      const path = script.api(callee)?.names.join('.');
      if (path !== undefined && /^storage\.(\w+\.)?get$/.test(path)) reads = true;
      else if (node.type === 'NewExpression') others ||= callee.type !== 'Identifier' || !/^(Map|Set|Date)$/.test(callee.name);
      else others ||= path !== undefined || !isMember(callee) || !FILLING.test(memberName(callee) ?? '') || turns.targetsOf(node).length > 0;
    }
    return !others;
  });
  return reads && !others;
}
