import type { Node } from '../ast.ts';
import { keyOf, type EntriesAt, type Entry } from './entries.ts';
import { registrationsOf } from './callers.ts';
import { Insertions } from '../insertions.ts';
import { assertMayWaitWhole } from './may-wait.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import { phasesAt } from '../phases.ts';
import { sharingOf } from '../state/sharing.ts';
import type { Turns } from '../turns.ts';
import { statementsBehind, waitsOf } from './waits.ts';

/** What keeps its order: what lasts in memory, or also what only code under way finds there, for the listeners that reach a promise. */
export type Ordering = 'memory' | { readonly reaches: (entry: Entry) => boolean };

/** Plans waits that keep the order of all; where that cannot be done, of what lasts in memory. @param reaches whether a listener can name what is waited for @returns what it plans, or why it cannot */
export function inAnyOrder<T>(plan: (ordering: Ordering) => T, reaches: (entry: Entry) => boolean): T | Refusal {
  const all = orRefusal(() => plan({ reaches }));
  return all instanceof Refusal ? orRefusal(() => plan('memory')) : all;
}

/**
 * The listeners that wait, and those that share with them what an event leaves to a later one: they wait as well, or of two events that arrive
 * together the second would come first.
 * @param entriesAt the listeners that touch some places
 * @throws Refusal where one of them cannot wait
 */
export function inOrder(entries: readonly Entry[], entriesAt: EntriesAt, turns: Turns, ordering: Ordering): readonly Entry[] {
  const added = new Set<Node>();
  const behind = new Map<Node, { readonly touches: readonly Node[]; readonly statements: readonly Node[] }>();
  /** What may run behind the places where a listener waits; looked for again where it touches more than before. */
  const behindOf = (entry: Entry): readonly Node[] => {
    const key = entry.list[0] ?? entry.fn;
    const known = behind.get(key);
    if (known !== undefined && known.touches.length === entry.touches.length && known.touches.every((touch, index) => touch === entry.touches[index])) return known.statements;
    const statements = waitsOf(entry, entry.touches, () => false).flatMap(statementsBehind);
    behind.set(key, { touches: entry.touches, statements });
    return statements;
  };
  const asked = new Set<Node>();
  /** Where the listeners that come to a place, and can wait for it, too, touch it. */
  const touchesOfAble = (place: Node, ordered: readonly Entry[], reaches: (entry: Entry) => boolean): readonly Node[] => {
    if (asked.has(place)) return [];
    asked.add(place);
    const found = orRefusal(() => entriesAt([{ node: place }]));
    return found instanceof Refusal ? [] : found.filter((entry) => {
      const known = ordered.find((other) => keyOf(other) === keyOf(entry));
      return !isRegisteredLate(entry) && reaches(entry) && canWaitAt({ ...entry, touches: [...new Set([...(known?.touches ?? []), ...entry.touches])] });
    }).flatMap((entry) => entry.touches);
  };
  const seen = new Set<Entry>();
  const looked = new Set<Node>();
  let touches = new Set<Node>();
  for (let ordered = entries; ;) {
    const changed = ordered.filter((entry) => !seen.has(entry));
    if (changed.length === ordered.length) touches = new Set();
    for (const entry of changed) {
      seen.add(entry);
      for (const touch of entry.touches) touches.add(touch);
    }
    const whole = changed.flatMap(({ argument, fn }) => (argument === undefined ? [] : [fn.body]));
    const waiting = changed.flatMap((entry) => (entry.argument === undefined ? behindOf(entry) : []));
    const fresh = [...whole, ...waiting].filter((node) => !looked.has(node));
    for (const node of fresh) looked.add(node);
    const canWait = (places: readonly Node[]): boolean => !(orRefusal(() => entriesAt(places.map((node) => ({ node })))) instanceof Refusal);
    const more = new Set(sharingOf(turns).lastingOf(fresh).flatMap(({ isReported, isPassing, places }) => {
      const isNew = (node: Node): boolean => !touches.has(node) && !added.has(node);
      if (isPassing) return ordering === 'memory' ? [] : places.flatMap((place) => touchesOfAble(place, ordered, ordering.reaches)).filter(isNew);
      const own = places.filter(isNew);
      return own.length > 0 && isReported && !canWait(places) ? [] : own;
    }));
    if (more.size === 0) return ordered;
    for (const node of more) added.add(node);
    ordered = entriesAt([...added].map((node) => ({ node })), ordered);
  }
}

/** Whether the event that wakes the background comes before a listener is there. */
function isRegisteredLate({ fn, turns }: Entry): boolean {
  const registrations = registrationsOf(fn, turns);
  return registrations.length > 0 && registrations.every(({ call }) => !phasesAt(call, turns).has('start'));
}

function canWaitAt(entry: Entry): boolean {
  const written = orRefusal(() => {
    if (entry.argument !== undefined) return assertMayWaitWhole(entry);
    const into = new Insertions();
    for (const wait of waitsOf(entry, entry.touches, () => false)) wait.write(['ready'], into);
  });
  return !(written instanceof Refusal);
}
