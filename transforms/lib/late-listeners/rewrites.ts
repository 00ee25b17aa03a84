import { functionOf, type Node } from '../ast.ts';
import { planHoisting, type Hoisting } from '../hoisting/hoisting.ts';
import { SETUP_EVENTS } from '../hoisting/ways.ts';
import { isIgnored, LEFT_ALONE } from '../ignoring.ts';
import type { Realm } from '../realms.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Turn, Turns } from '../turns.ts';
import type { Match } from '../types.ts';
import { planDeferring } from '../wake/deferring.ts';
import { loadWrappers, planUnwrapping, wrapperText } from '../wake/load-wrappers.ts';
import { planSwitching } from '../wake/switching.ts';
import { eventWords, WHEN } from '../words.ts';
import type { Late } from './late.ts';
import { removalPlaces, type Removal } from './removals.ts';
import { isRemovedAgain } from './temporary.ts';

/** The first rewrite of one kind that can be made. */
export interface Attempt<Id extends string> {
  readonly match: Match<Id> | undefined;
  /** Why the others stay as they are, by the call that registers. */
  readonly refused: ReadonlyMap<Node, string>;
}

/** One rewrite a round: the next attempts wait for it. */
export const NOT_TRIED: Attempt<never> = { match: undefined, refused: new Map() };

/** Makes the first wrapper of a background part of its start-up, so that the order of several is kept. */
export function unwrapFirst(realm: Realm, turns: Turns, late: readonly Late[]): Attempt<'unwrapped'> {
  const wrappers = loadWrappers(realm);
  const [first, ...others] = wrappers;
  const waits = (own: readonly Turn[]): boolean => own.some(({ delay }) => delay === 'load');
  if (first === undefined || !(first.script.extension.hasWorker || late.some(({ own }) => waits(own)))) return { match: undefined, refused: new Map() };
  const { script, statement } = first;
  try {
    return { match: { message: 'unwrapped', at: script.at(statement), edits: planUnwrapping(first, realm, turns), data: { code: wrapperText(first) } }, refused: new Map() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { match: undefined, refused: new Map([[first.cause, error.message], ...others.map(({ cause }) => [cause, 'another handler runs before it'] as const)]) };
  }
}

/** Moves the registrations of the first function that has some which can move. */
export function hoistFirst(realm: Realm, turns: Turns, late: readonly Late[]): Attempt<'moved' | 'moved-from-listener'> {
  const refused = new Map<Node, string>();
  const groups = new Map<Node, Late[]>();
  for (const one of late) {
    const { script, call } = one.registration;
    const fn = functionOf(call);
    if (isRemovedAgain(one.registration, turns) || !one.own.some(({ origin }) => origin === 'start' || origin === 'unknown' || SETUP_EVENTS.test(origin))) continue;
    if (one.own.some(({ origin }) => origin === 'unknown')) refused.set(call, 'code that was not followed may register it, too');
    else if (isIgnored(script, call, 'late-listeners')) refused.set(call, LEFT_ALONE);
    else if (fn === undefined) refused.set(call, 'a top-level `await` comes before it');
    else if (!one.own.some(({ delay }) => delay === 'load')) groups.set(fn, [...(groups.get(fn) ?? []), one]);
  }
  for (const all of groups.values()) {
    const plan = (late: readonly Late[]): Hoisting | Refusal => {
      const group = late.map(({ registration }) => registration);
      const straight = orRefusal(() => planHoisting(group, realm, turns));
      return straight instanceof Refusal && late.every(({ own }) => own.some(({ origin }) => origin === 'start')) ? orRefusal(() => planDeferring(group, realm, turns)) : straight;
    };
    const whole = plan(all);
    if (!(whole instanceof Refusal)) return { match: hoisted(all, whole), refused };
    // Those that can move without the others move together, so that they keep their order.
    const able: Late[] = [];
    let first: { readonly of: readonly Late[]; readonly plan: Hoisting } | undefined;
    for (const event of new Set(all.map(({ registration }) => registration.event))) {
      const of = all.filter(({ registration }) => registration.event === event);
      const own = of.length === all.length ? whole : plan(of);
      if (own instanceof Refusal) {
        for (const { registration } of of) refused.set(registration.call, own.message);
        continue;
      }
      able.push(...of);
      first ??= { of, plan: own };
    }
    if (first === undefined) continue;
    const together = able.length === first.of.length ? first.plan : plan(able);
    return { match: together instanceof Refusal ? hoisted(first.of, first.plan) : hoisted(able, together), refused };
  }
  return { match: undefined, refused };
}

/** Has the first listener that comes and goes, and that can, listen always. */
export function switchFirst(realm: Realm, turns: Turns, late: readonly Late[], removals: readonly Removal[]): Attempt<'switched-by'> {
  const refused = new Map<Node, string>();
  const isEvent = ({ origin }: Turn): boolean => !/^(start|unknown)$/.test(origin) && !SETUP_EVENTS.test(origin);
  const coming = late.filter(({ registration, own }) => !isRemovedAgain(registration, turns) && (own.some(isEvent) || (own.some(({ origin }) => origin === 'start') && removalPlaces(registration, realm).length > 0))).map(({ registration }) => registration);
  for (const registration of [...coming, ...removals.map((one) => one.registration)]) {
    const plan = orRefusal(() => planSwitching(registration, realm, turns));
    const { script, call, event } = registration;
    if (plan instanceof Refusal) refused.set(call, plan.message);
    else return { match: { message: 'switched-by', at: script.at(call), edits: plan.edits, data: { event, flag: plan.flag, waits: plan.waits === 'nothing' ? '' : `; the listener waits ${WAITS[plan.waits]}` } }, refused };
  }
  return { match: undefined, refused };
}

const WAITS = {
  fills: 'for what the start-up fills',
  always: 'until the start-up comes to where that was',
  sometimes: 'until the start-up comes to where that was, if it does',
} as const;

function hoisted(group: readonly Late[], { edits, waits }: Hoisting): Match<'moved' | 'moved-from-listener'> {
  const [{ registration: { script, call }, own: [turn] }] = group as readonly [Late];
  const events = [...new Set(group.map(({ registration }) => `\`${eventWords(registration.event)}\``))];
  const names = events.length === 1 ? events[0]! : `${events.slice(0, -1).join(', ')} and ${events.at(-1)!}`;
  const several = events.length > 1;
  const wait = waits === 'nothing' ? '' : `; the ${several ? 'listeners wait' : 'listener waits'} ${WAITS[waits]}`;
  const data = { events: names, get: several ? 'get their listeners' : 'gets its listener', waits: wait };
  if (turn!.origin === 'start') return { message: 'moved', at: script.at(call), edits, data: { ...data, when: WHEN[turn!.delay!] } };
  return { message: 'moved-from-listener', at: script.at(call), edits, data: { ...data, when: firing(turn!) } };
}

/** What an event that fires is called. */
export function firing({ origin }: Turn): string {
  return origin === 'dom' ? 'an event of the page' : `\`${origin}\``;
}
