import type * as t from '@babel/types';
import { ancestors, callOf, isCall, isFunction, isMember, isWithin, mayLeave, memberName, siblings, unwrap, walk, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { IDLE_LIMIT } from '../platform.ts';
import type { Turn, Turns } from '../turns.ts';

/** Whether a call belongs to start-up and to nothing else: what an event asks for as well is meant to be repeated. */
export function isStartUpOnly(call: Node, turns: Turns): boolean {
  const own = turns.turnsAt(call);
  return own.length > 0 && own.every((turn) => turn.origin === 'start' && turn.delay !== 'timer' && turn.delay !== 'event' && !isKeptForLater(turn));
}

/** The same, where what a short timeout does that nothing but the start-up starts belongs to the start-up, too. */
export function isDoneByStartUpOnly(call: Node, turns: Turns): boolean {
  const own = turns.turnsAt(call);
  return own.length > 0 && own.every((turn) => isOfStartUp(turn, turns) && !isKeptForLater(turn));
}

/** Whether a turn belongs to the start-up: no event has to come, and no timer but a short timeout that the start-up starts. */
export function isOfStartUp({ origin, delay, cause }: Turn, turns: Turns): boolean {
  return origin === 'start' && delay !== 'event' && (delay !== 'timer' || (cause !== undefined && isTimeoutOfStartUp(cause, turns)));
}

/** Whether a node is a timeout that ends before an idle background does, and that the start-up starts by something else than a timer. */
function isTimeoutOfStartUp(node: Node, turns: Turns): boolean {
  if (!isCall(node)) return false;
  const callee = unwrap(node.callee as Node);
  if ((callee.type === 'Identifier' ? callee.name : isMember(callee) ? memberName(callee) : undefined) !== 'setTimeout') return false;
  const delay = node.arguments[1] === undefined ? 0 : evaluate(turns.scriptOf(node), node.arguments[1], turns)?.value;
  return typeof delay === 'number' && delay < IDLE_LIMIT && isStartUpOnly(node, turns);
}

/** The timeouts of the start-up, short ones, that run a function. */
export function timeoutsOfStartUp(fn: FunctionNode, turns: Turns): AnyCall[] {
  const scripts = new Set(turns.scriptOf(fn).realms.flatMap((realm) => realm.scripts).filter(({ program }) => program !== undefined));
  return [...scripts].flatMap((script) => script.globals('setTimeout').flatMap((node) => callOf(node) ?? []))
    .filter((call) => turns.has(call) && call.arguments[0] !== undefined && turns.functionsOf(call.arguments[0]).includes(fn) && isTimeoutOfStartUp(call, turns));
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
