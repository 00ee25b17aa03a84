import type * as t from '@babel/types';
import { ancestors, callOf, isCall, isFunction, isMember, isWithin, mayLeave, memberName, parentOf, siblings, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
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

/** Whether a turn of the start-up comes after a timer that an idle background does not live to see. */
export function isAfterLongTimer({ cause }: Turn, turns: Turns, depth = 0): boolean {
  if (cause === undefined || depth > MAX_CALLERS) return false;
  const delay = leastDelay(cause, turns);
  if (delay !== undefined && delay >= IDLE_LIMIT) return true;
  const own = turns.turnsAt(cause).filter(({ origin }) => origin === 'start');
  return own.length > 0 && own.every((turn) => isAfterLongTimer(turn, turns, depth + 1));
}

/** Whether a node is a timeout that ends before an idle background does, and that the start-up starts by something else than a timer. */
function isTimeoutOfStartUp(node: Node, turns: Turns): boolean {
  if (!isCall(node) || nameOf(node) !== 'setTimeout') return false;
  const delay = leastDelay(node, turns);
  return delay !== undefined && delay < IDLE_LIMIT && isStartUpOnly(node, turns);
}

/** The milliseconds after which a timer is due at the earliest. */
function leastDelay(node: Node, turns: Turns): number | undefined {
  if (!isCall(node) || !/^set(Timeout|Interval)$/.test(nameOf(node) ?? '')) return undefined;
  return node.arguments[1] === undefined ? 0 : leastOf(node.arguments[1], turns);
}

function nameOf(call: AnyCall): string | undefined {
  const callee = unwrap(call.callee as Node);
  return callee.type === 'Identifier' ? callee.name : isMember(callee) ? memberName(callee) : undefined;
}

/** The least that a number can be: that of the first round where it counts the rounds of a loop or the elements of a list, or is a share of chance. */
function leastOf(node: Node, turns: Turns): number | undefined {
  const script = turns.scriptOf(node);
  const inner = unwrap(node);
  const known = evaluate(script, inner, turns)?.value;
  if (known !== undefined) return typeof known === 'number' ? known : undefined;
  if (inner.type === 'BinaryExpression' && /^[+*]$/.test(inner.operator)) {
    const [left, right] = [leastOf(inner.left, turns), leastOf(inner.right, turns)];
    if (left === undefined || right === undefined || left < 0 || right < 0) return undefined;
    return inner.operator === '+' ? left + right : left * right;
  }
  if (isCall(inner)) {
    const name = script.textOf(inner.callee);
    if (name === 'Math.random') return 0;
    return /^Math\.(floor|ceil|round)$/.test(name) && inner.arguments.length === 1 ? leastOf(inner.arguments[0]!, turns) : undefined;
  }
  const [declaration, another] = (inner.type === 'Identifier' && script.binding(inner)?.declarations) || [];
  if (declaration === undefined || another !== undefined) return undefined;
  const { id, init } = declaration;
  const statement = parentOf(parentOf(id)!);
  const loop = statement && parentOf(statement);
  if (loop?.type === 'ForStatement' && loop.init === statement && loop.update?.type === 'UpdateExpression' && loop.update.operator === '++') return init ? leastOf(init, turns) : undefined;
  const fn = parentOf(id);
  const given = fn && isFunction(fn) && fn.params[1] === id ? parentOf(wrapped(fn)) : undefined;
  return isCall(given) && given.arguments[0] === wrapped(fn!) && /^(forEach|map|flatMap)$/.test(nameOf(given) ?? '') ? 0 : undefined;
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
