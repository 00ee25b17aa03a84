import { ancestors, isWithin, siblings, type FunctionNode, type Node } from '../ast.ts';
import { usesOutside } from './outside.ts';
import type { Realm } from '../realms.ts';
import { isHeldAcrossWaits } from '../state/sharing.ts';
import { classify } from '../state/state.ts';
import { once } from '../source.ts';
import { promisesIn, waysTo, type Touch } from './touches.ts';
import type { Turns } from '../turns.ts';

/** Something that keeps the last that it was given. */
interface Slot {
  /** The variable; undefined for what is outside of the background's memory. */
  readonly name: string | undefined;
  readonly touches: readonly Touch[];
}

/** A listener that does at once what another one does when the start-up is done. */
interface Overtaking {
  readonly name: Slot['name'];
  readonly at: Touch;
  readonly overtaken: Touch;
  /** What only the other one waits for. */
  readonly promises: readonly string[];
}

/** Events before which no other comes, or after which none does. */
const ALONE = /^runtime\.on(Installed|Startup|Suspend|SuspendCanceled)$/;

/** What the listeners of a background give to others, or to what goes on later, where some wait for the start-up first. */
function slotsOf(realm: Realm, turns: Turns): readonly Slot[] {
  const names = promisesIn(realm);
  if (names.length === 0) return [];
  const touchesOf = once((node: Node) => waysTo(node, names, turns));
  const outside = new Map<string, Touch[]>();
  for (const { node, places } of usesOutside(realm, turns)) for (const place of places) outside.set(place, [...(outside.get(place) ?? []), ...touchesOf(node)]);
  const held = classify(realm).filter(({ variable, verdict }) => verdict.kind === 'scratch' && isHeldAcrossWaits(variable, turns));
  return [
    ...[...outside.values()].map((touches): Slot => ({ name: undefined, touches })),
    ...held.map(({ variable: { name, accesses } }): Slot => ({ name, touches: accesses.flatMap(({ node, initial, kind }) => (initial ? [] : touchesOf(node).filter(({ promises }) => promises.size > 0 || kind !== 'read'))) })),
  ];
}

/** The listeners that overtake another one: of two events that wake the background together, the later one is handled first. Each is named once for what is outside, and once for each variable. */
export function overtakingIn(realm: Realm, turns: Turns): readonly Overtaking[] {
  const found = new Map<string, Map<FunctionNode, Overtaking>>();
  for (const { name, touches } of slotsOf(realm, turns)) {
    const known = found.get(name ?? '') ?? new Map<FunctionNode, Overtaking>();
    found.set(name ?? '', known);
    const prompt = touches.filter(({ isLate, events }) => !isLate && (events.length === 0 || !events.every((event) => ALONE.test(event))));
    for (const at of prompt) {
      const overtaken = known.has(at.fn) ? undefined : prompt.find((one) => missing(at, one).length > 0 && !(one.fn === at.fn && comesAlways(one.place, at.place)));
      if (overtaken !== undefined) known.set(at.fn, { name, at, overtaken, promises: missing(at, overtaken) });
    }
  }
  return [...found.values()].flatMap((known) => [...known.values()]);
}

/** The promises that one way waits for, and another one does not. */
function missing(at: Touch, overtaken: Touch): readonly string[] {
  return [...overtaken.promises].filter((name) => !at.promises.has(name));
}

/** Whether one place comes behind another one in every run. */
function comesAlways(place: Node, other: Node): boolean {
  for (let inner = place; ;) {
    const list = siblings(inner);
    if (list?.some((statement) => isWithin(other, statement))) return inner.start! > other.start!;
    const [up] = ancestors(inner);
    if (up === undefined || /^(If|Switch|For|ForIn|ForOf|While|DoWhile|Try)Statement$|^SwitchCase$|^(Conditional|Logical)Expression$/.test(up.type)) return false;
    inner = up;
  }
}
