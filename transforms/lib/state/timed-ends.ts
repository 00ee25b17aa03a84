import { ancestors, isCall, isFunction, isMember, isNothing, isWithin, memberName, parentOf, unwrap, wrapped, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import { IDLE_LIMIT } from '../platform.ts';
import type { Turns } from '../turns.ts';
import { isEmpty } from './stored.ts';

/**
 * The timer that alone takes away what events put into a variable, as that of a pause does: `paused = true; setTimeout(() => { paused = false; }, PAUSE)`.
 * An unload ends a long one, and what came back would stay. One that works on what it takes away finds that again later.
 */
export function endByTimer({ accesses }: Variable, turns: Turns): Node | undefined {
  const first = accesses.find(({ initial }) => initial);
  const ends = accesses.filter((access) => !access.initial && isEnd(access, first));
  const timers = new Set(ends.flatMap(({ node }) => turns.turnsAt(node).map(({ delay, cause }) => (delay === 'timer' && isCall(cause) && isLong(cause, turns) ? cause : undefined))));
  const [timer] = timers;
  if (timer === undefined || timers.has(undefined)) return undefined;
  const isUsed = accesses.some((access) => access.reads && !isAsked(access.node) && !ends.some(({ value }) => value !== undefined && isWithin(access.node, value)) && turns.turnsAt(access.node).some(({ cause }) => cause !== undefined && timers.has(cause as typeof timer)));
  return isUsed ? undefined : timer;
}

function isLong(call: Node, turns: Turns): boolean {
  const delay = isCall(call) ? evaluate(turns.scriptOf(call), call.arguments[1], turns)?.value : 0;
  return delay === undefined || Number(delay) >= IDLE_LIMIT;
}

/** Whether a change takes something away, or makes the variable what it was first. */
function isEnd({ script, node, kind, value }: Access, first: Access | undefined): boolean {
  const inner = wrapped(node);
  const up = parentOf(inner);
  if (kind === 'write') {
    if (value === undefined) return false;
    const given = unwrap(value);
    if (isNothing(given) || isEmpty(given) || (given.type === 'BooleanLiteral' && first?.value === undefined && !given.value)) return true;
    if (/Literal$/.test(given.type) && first?.value !== undefined && script.textOf(given) === first.script.textOf(first.value)) return true;
    // `paused = !paused`, `paused = message.paused`: a switch that its user turns off, too.
    if (!/Literal$/.test(given.type) && first?.value !== undefined && unwrap(first.value).type === 'BooleanLiteral') return true;
    const callee = isCall(given) ? unwrap(given.callee as Node) : undefined;
    return isMember(callee) && memberName(callee) === 'filter' && script.textOf(callee.object) === script.textOf(node);
  }
  if (kind === 'update') return up?.type === 'UpdateExpression' ? up.operator === '--' : up?.type === 'AssignmentExpression' && up.operator === '-=';
  if (kind !== 'mutate' || !isMember(up) || up.object !== inner) return false;
  const above = parentOf(wrapped(up));
  if (isCall(above)) return /^(delete|clear|splice|shift|pop)$/.test(memberName(up) ?? '');
  if (above?.type === 'UnaryExpression') return above.operator === 'delete';
  const given = above?.type === 'AssignmentExpression' && above.operator === '=' ? unwrap(above.right) : undefined;
  return given !== undefined && (isNothing(given) || (given.type === 'BooleanLiteral' && !given.value) || (memberName(up) === 'length' && given.type === 'NumericLiteral'));
}

/** Whether a place is only asked in a condition. */
function isAsked(place: Node): boolean {
  for (const up of ancestors(place)) {
    if (isFunction(up)) return false;
    if (up.type === 'IfStatement') return isWithin(place, up.test);
  }
  return false;
}
