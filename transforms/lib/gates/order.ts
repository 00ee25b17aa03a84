import type { Node } from '../ast.ts';
import type { EntriesAt, Entry } from './entries.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import { sharingOf } from '../state/sharing.ts';
import type { Turns } from '../turns.ts';
import { statementsBehind, waitsOf } from './waits.ts';

/**
 * The listeners that wait, and those that share with them what an event leaves to a later one: they wait as well, or of two events that arrive
 * together the second would come first.
 * @param entriesAt the listeners that touch some places
 * @throws Refusal where one of them cannot wait
 */
export function inOrder(entries: readonly Entry[], entriesAt: EntriesAt, turns: Turns): readonly Entry[] {
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
  for (let ordered = entries; ;) {
    const whole = ordered.flatMap(({ argument, fn }) => (argument === undefined ? [] : [fn.body]));
    const waiting = ordered.flatMap((entry) => (entry.argument === undefined ? behindOf(entry) : []));
    const touches = new Set(ordered.flatMap((entry) => entry.touches));
    const canWait = (places: readonly Node[]): boolean => !(orRefusal(() => entriesAt(places.map((node) => ({ node })))) instanceof Refusal);
    const more = sharingOf(turns).lastingOf([...whole, ...waiting]).flatMap(({ isReported, places }) => {
      const own = places.filter((node) => !touches.has(node) && !added.has(node));
      return own.length > 0 && isReported && !canWait(places) ? [] : own;
    });
    if (more.length === 0) return ordered;
    for (const node of more) added.add(node);
    ordered = entriesAt([...touches, ...added].map((node) => ({ node })));
  }
}
