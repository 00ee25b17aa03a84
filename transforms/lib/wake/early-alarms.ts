import { ancestors, isCall, isFunction, unwrap, walk, type FunctionNode, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { phasesAt } from '../phases.ts';
import { Refusal } from '../refusal.ts';
import { startOf } from '../state/loading.ts';
import { classify } from '../state/state.ts';
import { isRestored } from '../state/stored.ts';
import type { Turns } from '../turns.ts';
import type { Timer } from './alarm-plan.ts';

/**
 * Refuses an alarm whose listener would run before the start-up has filled what it reads, and cannot wait for that: a timer rings
 * when the start-up is long done, an alarm wakes the background and is heard at once.
 */
export function assertFilled(timers: readonly Timer[], turns: Turns): void {
  const [{ script }] = timers as readonly [Timer];
  const realm = script.realms.find(({ kind }) => kind === 'background');
  const reached = reachedBy(timers, turns);
  const isInside = (node: Node): boolean => [...ancestors(node)].some((up) => isFunction(up) && reached.has(up));
  for (const { variable, verdict } of realm === undefined ? [] : classify(realm)) {
    const { name, accesses } = variable;
    if (/^(memo|in-page-storage)$/.test(verdict.kind) || !accesses.some(({ node, reads }) => reads && isInside(node))) continue;
    const changes = accesses.filter(({ node, kind, initial }) => !initial && /^(write|update|mutate)$/.test(kind) && !isInside(node));
    const fills = changes.filter(({ node }) => turns.turnsAt(node).some(({ origin, delay }) => origin === 'start' && delay !== undefined && delay !== 'timer'));
    if (fills.length > 0 && !isAwaited(variable, fills, turns)) throw new Refusal(`its alarm may ring before the start-up has filled \`${name}\`, which it uses`);
  }
}

/** Whether listeners can wait for what the start-up fills: nothing but that sets it, or the start-up finds what events have stored. */
function isAwaited(variable: Variable, fills: readonly Access[], turns: Turns): boolean {
  const isChanged = variable.accesses.some(({ node, kind, initial }) => !initial && /^(write|update|mutate)$/.test(kind) && phasesAt(node, turns).has('event'));
  return (!isChanged || fills.some((fill) => fill.kind !== 'update' && isRestored(fill, turns))) && typeof startOf(variable, fills, turns) !== 'string';
}

/** The functions that some timers run, and all that these call. */
function reachedBy(timers: readonly Timer[], turns: Turns): ReadonlySet<FunctionNode> {
  const reached = new Set(timers.flatMap(({ call }) => call.arguments.slice(0, 1)).flatMap((argument) => {
    const callback = unwrap(argument);
    return isFunction(callback) ? [callback] : turns.functionsOf(callback);
  }));
  for (const one of reached) {
    walk(one.body, (node) => {
      if (isCall(node) || node.type === 'NewExpression') for (const target of turns.targetsOf(node)) reached.add(target);
      return true;
    });
  }
  return reached;
}
