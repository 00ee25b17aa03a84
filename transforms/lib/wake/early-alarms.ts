import { ancestors, isCall, isFunction, isMember, keyName, memberName, unwrap, walk, type FunctionNode, type Node } from '../ast.ts';
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
    if (fills.length > 0 && !isAwaited(variable, fills, turns, () => [...reached].some((fn) => stores(fn, turns)))) throw new Refusal(`its alarm may ring before the start-up has filled \`${name}\`, which it uses`);
  }
}

/**
 * Whether listeners can wait for what the start-up fills: nothing but that sets it, or the start-up finds what events have stored.
 * Where the start-up is not known to end they wait for some seconds, which is no answer where they store something.
 */
function isAwaited(variable: Variable, fills: readonly Access[], turns: Turns, isStoring: () => boolean): boolean {
  const isChanged = variable.accesses.some(({ node, kind, initial }) => !initial && /^(write|update|mutate)$/.test(kind) && phasesAt(node, turns).has('event'));
  if (isChanged && !fills.some((fill) => fill.kind !== 'update' && isRestored(fill, turns))) return false;
  const start = startOf(variable, fills, turns, true);
  return typeof start !== 'string' && (start.doubt === undefined || !isStoring());
}

/** Whether a function stores something, or sends it. */
function stores({ body }: FunctionNode, turns: Turns): boolean {
  const script = turns.scriptOf(body);
  let found = false;
  walk(body, (node) => {
    if (isCall(node) && /^storage\.\w+\.(set|remove|clear)$/.test(script.api(unwrap(node.callee as Node))?.names.join('.') ?? '')) found = true;
    if (node.type === 'Identifier' && /^(localStorage|sessionStorage|indexedDB|sendBeacon)$/.test(node.name)) found = true;
    if (isCall(node) && isMember(node.callee) && /^(set|put|setItem|post|send)$/.test(memberName(node.callee) ?? '')) found = true;
    if (node.type === 'ObjectProperty' && keyName(node) === 'body') found = true;
    return !found;
  });
  return found;
}

/** The functions that some timers run, and all that these call. */
function reachedBy(timers: readonly Timer[], turns: Turns): ReadonlySet<FunctionNode> {
  const reached = new Set(timers.flatMap(({ call }) => call.arguments.slice(0, 1)).flatMap((argument) => {
    const callback = unwrap(argument);
    return isFunction(callback) ? [callback] : turns.functionsOf(callback);
  }));
  for (const one of reached) {
    walk(one.body, (node) => {
      if (isCall(node) || node.type === 'NewExpression') for (const target of [...turns.targetsOf(node), ...node.arguments.flatMap((argument) => turns.functionsOf(argument))]) reached.add(target);
      return true;
    });
  }
  return reached;
}
