import type { Node } from './ast.ts';
import { once } from './source.ts';
import type { Turn, Turns } from './turns.ts';

/** When code runs in the life of a background: in its first turn, later while it starts, or because of an event. */
export type Phase = 'start' | 'start-up' | 'event';

/** The phases in which a place may run. */
export function phasesAt(node: Node, turns: Turns): ReadonlySet<Phase> {
  return phasesOf(turns.turnsAt(node));
}

const phasesOf = once((turns: readonly Turn[]): ReadonlySet<Phase> => new Set(turns.map(phaseOf)));

/** The phase of a turn. */
export function phaseOf({ origin, delay }: Turn): Phase {
  if (origin !== 'start') return 'event';
  if (delay === undefined) return 'start';
  // What a timer or a socket of the start-up does, it does again and again.
  return delay === 'timer' || delay === 'event' ? 'event' : 'start-up';
}

/** Events of the background's own end: none wakes it, and what their listeners leave in memory ends with it. */
export const LAST_EVENTS = /^runtime\.onSuspend(Canceled)?$/;

/** Whether what events do at a place is done as the background ends only. */
export function isAtItsEnd(node: Node, turns: Turns): boolean {
  const events = turns.turnsAt(node).filter((turn) => phaseOf(turn) === 'event');
  return events.length > 0 && events.every(({ origin }) => origin === 'runtime.onSuspend');
}

/** How little a turn says of what causes it: 0 for an extension event. */
export function rankOf({ origin }: Turn): number {
  return ['start', 'dom', 'unknown'].indexOf(origin) + 1;
}
