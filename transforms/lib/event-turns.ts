import { ancestors, isCall, isFunction, parentOf, unwrap, wrapped, type Node } from './ast.ts';
import { phaseOf } from './phases.ts';
import type { Script } from './script.ts';
import { once } from './source.ts';
import type { Turn, Turns } from './turns.ts';

/** The event turns of a place; without those that come only from other users of a helper that it hands a callback to. */
export function eventsAt(turns: Turns, node: Node, seen = new Set<Node>()): readonly Turn[] {
  let events = turns.turnsAt(node).filter((turn) => phaseOf(turn) === 'event');
  for (const fn of ancestors(node)) {
    if (!isFunction(fn) || seen.has(fn)) continue;
    seen.add(fn);
    const parent = parentOf(wrapped(fn));
    const callers = isCall(parent) && parent.callee !== wrapped(fn) ? [] : turns.callersOf(fn);
    const around = new Set((callers.length > 0 ? [] : turns.turnsAt(fn)).map(({ origin }) => origin));
    // Chains of a thousand functions are followed: a callback here would take three times the stack.
    for (const call of callers) for (const { origin } of eventsAt(turns, call, seen)) around.add(origin);
    const heard = isCall(parent) ? madeListeners(turns).get(parent) : undefined;
    const shared = events.filter(({ origin }) => origin !== 'unknown' && (heard?.has(origin) || around.has(origin)));
    if (shared.length > 0) events = shared;
  }
  return events;
}

/** The events whose listeners are what an expression makes. */
const madeListeners = once(({ registrations }: Turns): ReadonlyMap<Node, ReadonlySet<string>> => {
  const made = new Map<Node, Set<string>>();
  for (const { script, listener, event } of registrations) {
    const by = listener && madeBy(script, listener);
    if (by) made.set(by, (made.get(by) ?? new Set()).add(event));
  }
  return made;
});

/** The expression that a listener is the value of, by its name perhaps: `debounce(...)`. */
function madeBy(script: Script, listener: Node): Node | undefined {
  const inner = unwrap(listener);
  return inner.type === 'Identifier' ? script.binding(inner)?.declarations[0]?.init : inner;
}
