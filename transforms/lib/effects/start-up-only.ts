import type * as t from '@babel/types';
import { ancestors, isCall, isFunction, isMember, isWithin, mayLeave, memberName, siblings, unwrap, walk, type Node } from '../ast.ts';
import type { Turn, Turns } from '../turns.ts';

/** Whether a call belongs to start-up and to nothing else: what an event asks for as well is meant to be repeated. */
export function isStartUpOnly(call: Node, turns: Turns): boolean {
  const own = turns.turnsAt(call);
  return own.length > 0 && own.every((turn) => turn.origin === 'start' && turn.delay !== 'timer' && turn.delay !== 'event' && !isKeptForLater(turn));
}

/** Whether a turn is that of a function which the start-up only hands to what calls it when something happens: `emitter.on('done', fn)`, `bus.onChange(fn)`, `handlers.push(fn)`. */
export function isKeptForLater({ delay, cause }: Turn): boolean {
  const callee = delay === 'unknown' && isCall(cause) ? unwrap(cause.callee as Node) : undefined;
  return isMember(callee) && /^(on([A-Z]\w*)?|once|subscribe|listen|watch|observe|push|unshift|add|set)$/.test(memberName(callee) ?? '');
}

/** How many calls lead to a place at most, one after another. */
export const MAX_CALLERS = 5;

/** Whether a call runs only if stored data say so (`if (!items.installed) ...`): that is meant to be asked at each start. Callers that ask count. */
export function isConditional(call: Node, turns: Turns, seen: ReadonlySet<Node> = new Set()): boolean {
  let inner = call;
  for (const up of ancestors(call)) {
    if (isAskedBy(call, inner, up)) return true;
    inner = up;
    if (!isFunction(up) || seen.has(up) || seen.size >= MAX_CALLERS) continue;
    const callers = turns.callersOf(up);
    if (callers.length > 0 && callers.every((caller) => isConditional(caller, turns, new Set([...seen, up])))) return true;
  }
  return false;
}

/** Whether a place of a function is only come to if data say so. */
export function isAsked(place: Node): boolean {
  let inner = place;
  for (const up of ancestors(place)) {
    if (isAskedBy(place, inner, up)) return true;
    if (isFunction(up)) return false;
    inner = up;
  }
  return false;
}

/** Whether a node decides about what is in it: by a test around, or by one before that leaves. */
function isAskedBy(place: Node, inner: Node, up: Node): boolean {
  if ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && !isWithin(place, up.test) && mentionsData(up.test)) return true;
  if (up.type === 'LogicalExpression' && isWithin(place, up.right) && mentionsData(up.left)) return true;
  if (up.type === 'SwitchCase' || up.type === 'CatchClause') return true;
  const list = siblings(inner) ?? [];
  return list.slice(0, list.indexOf(inner as t.Statement)).some((earlier) => earlier.type === 'IfStatement' && mayLeave(earlier) && mentionsData(earlier.test) && !mentionsError(earlier.test));
}

function mentionsError(test: Node): boolean {
  let found = false;
  walk(test, (node) => {
    if (isMember(node) && memberName(node) === 'lastError') found = true;
    return !found;
  });
  return found;
}

function mentionsData(test: Node): boolean {
  let found = false;
  walk(test, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'Identifier' || node.type === 'MemberExpression') found = true;
    return !found;
  });
  return found;
}
