import { immediateCall } from '../api.ts';
import { functionOf, isCall, parentOf, wrapped, type AnyCall, type Node } from '../ast.ts';
import type { Turns } from '../turns.ts';
import type { Match } from '../types.ts';
import { snippet } from '../words.ts';
import { isAsked, isConditional, isDoneByStartUpOnly, isOfStartUp, timeoutsOfStartUp } from './start-up-only.ts';

/** The statements of the start-up that come to an effect which events cause as well. */
export function* repeated<Id extends 'repeated' | 'sent-too' | 'native-port' | 'alarm'>(message: Id, effect: AnyCall, path: string, told: Set<Node>, turns: Turns, reason = ''): Generator<Match<Id>> {
  for (const site of startsOf(effect, turns, new Set())) {
    if (told.has(site) || site === effect) continue;
    told.add(site);
    const [script, own] = [turns.scriptOf(site), turns.scriptOf(effect)];
    if (!script.file.editable) continue;
    const line = `line ${own.file.origin(effect.start!).line}`;
    yield { message, at: script.at(site), data: { code: snippet(script, site), effect: path, line: message === 'repeated' ? ` (${line})` : `, ${line}`, reason } };
  }
}

/** The calls by which nothing but the start-up comes to a place, whatever is stored. */
function* startsOf(place: Node, turns: Turns, seen: Set<Node>): Generator<AnyCall> {
  if (isAsked(place)) return;
  const fn = functionOf(place);
  if (fn === undefined || seen.has(fn)) return;
  seen.add(fn);
  const outer = parentOf(wrapped(fn));
  const given = immediateCall(fn) === undefined && (isCall(outer) || outer?.type === 'NewExpression') && outer.callee !== wrapped(fn) ? [outer] : [];
  // A function expression is given where it stands.
  const timeouts = timeoutsOfStartUp(fn, turns).filter((call) => !given.includes(call));
  for (const call of [...turns.callersOf(fn), ...timeouts, ...given]) {
    if (!turns.turnsAt(call).some((turn) => isOfStartUp(turn, turns))) continue;
    if (given.includes(call) && turns.registrations.some((registration) => registration.call === call)) continue;
    if (!isDoneByStartUpOnly(call, turns)) yield* startsOf(call, turns, seen);
    else if (!given.includes(call) && !isConditional(call, turns)) yield call;
  }
}
