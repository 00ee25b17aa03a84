import type { Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { SETUP_EVENTS } from './lib/hoisting/ways.ts';
import { leftAlone } from './lib/ignoring.ts';
import { keptCallbacks } from './lib/late-listeners/kept-callbacks.ts';
import { lateCalls, lateRegistrations, type Late } from './lib/late-listeners/late.ts';
import { inLaterModules } from './lib/late-listeners/later-modules.ts';
import { removalPlaces, removalsIn } from './lib/late-listeners/removals.ts';
import { firing, hoistFirst, NOT_TRIED, switchFirst, unwrapFirst } from './lib/late-listeners/rewrites.ts';
import { isRemovedAgain } from './lib/late-listeners/temporary.ts';
import { unfollowedEvents } from './lib/late-listeners/unfollowed-events.ts';
import type { Realm } from './lib/realms.ts';
import { turnsOf, type Turn, type Turns } from './lib/turns.ts';
import type { Match } from './lib/types.ts';
import { beginAdvice, heardAdvice, listenerWords, localsOf, placeAdvice } from './lib/wake/advice.ts';
import { because, eventWords, listed, placeWords, turnWords, uncalledWords, WHEN } from './lib/words.ts';

export default define({
  id: 'late-listeners',
  moves: true,
  summary: 'Listeners that are registered after the first turn of the background: they miss the event that wakes it',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#register-listeners',
  messages: {
    'late': {
      outcome: 'manual', severity: 'error',
      text: '`{event}` gets its listener {when}: too late for the event that wakes the background{reason}',
      advice: 'Register {listener} at the top level of {file}{more}',
    },
    'set-again': {
      outcome: 'manual', severity: 'error',
      text: '`{event}` gets its listener {when}, too late for the event that wakes the background, and {by} sets it up again{reason}',
      advice: 'Register {listener} at the top level of {file}{more} Keep in storage what decides that; {by} then changes it instead of setting up the listener.',
    },
    'moved': {
      outcome: 'review', severity: 'error',
      text: '{events} {get} as the background starts, not {when}{waits}',
      advice: 'Read what the listener uses: it may now run before the rest of the start-up.',
    },
    'moved-from-listener': {
      outcome: 'review', severity: 'error',
      text: '{events} {get} as the background starts, not only when {when} fires',
      advice: 'Until now it listened from that event until the background was closed; now it always does.',
    },
    'unwrapped': {
      outcome: 'review', severity: 'error',
      text: '`{code}` now runs as the background starts, not when a page has loaded',
      advice: 'Check that it relies on nothing that is ready only later.',
    },
    'switched-by': {
      outcome: 'review', severity: 'error',
      text: '`{event}` always has its listener now, and `{flag}` switches it on and off{waits}',
      advice: 'Read what gives `{flag}` its value at each wake. The event now wakes the background while it is off, too.',
    },
    'in-listener': {
      outcome: 'manual', severity: 'error',
      text: '`{event}` gets its listener only when {when} fires: after an unload nobody listens{reason}',
      advice: 'Register {listener} at the top level of {file}{more} What {when} decides or knows goes to storage, and {listener} looks there.',
    },
    'switched': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` gets its listener when {when} fires, and loses it elsewhere: an unload switches it off{reason}',
      advice: 'Register {listener} at the top level of {file}{more} Store that it is on where it is added now, and that it is off where it is removed{removals}; begin it with a test of that.',
    },
    'removed': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` loses its listener in {when}: the next start of the background has it again{reason}',
      advice: 'Keep {listener} registered: store here that it is switched off, and where it is added again that it is on, and begin it with a test of that.',
    },
    'temporary': {
      outcome: 'manual', severity: 'info',
      text: '`{event}` gets a listener that is removed again; it is lost if the background is unloaded meanwhile',
      advice: 'That is right for what ends within seconds. For what takes longer, register {listener} at the top level of {file}, and store what it waits for{locals}.',
    },
    'awaits': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` gets a listener that is removed again once that has happened, which may take minutes; it is lost if the background is unloaded meanwhile',
      advice: 'Register {listener} at the top level of {file}, and keep in storage what it waits for{locals}.',
    },
    'kept': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` gets its listener in a callback that {function} may keep for later: then it is too late for the event that wakes the background',
      advice: 'Register it at top level, and wait inside the listener for what it needs.',
    },
    'put-off': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` gets its listener in {function}, which may put itself off: then it is too late for the event that wakes the background',
      advice: 'Register it at top level, and wait inside the listener for what it needs.',
    },
    'unfollowed': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` runs {when}: where that is for {events}, the listener is too late for the event that wakes the background',
      advice: 'Register the listeners of extension events at the top level of {file}, without waiting for anything, and wait inside them.',
    },
    'handed-on': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` is given `{event}` {when}: a listener that it adds is too late for the event that wakes the background',
      advice: 'Register the listener at the top level of {file}, without waiting for anything, and wait inside it.',
    },
    'in-module': {
      outcome: 'manual', severity: 'error',
      text: '`{event}` gets its listener in a module that {code} loads later: too late for the event that wakes the background',
      advice: 'Import the module statically.',
    },
    'uncalled': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` gets its listener when {function} runs, and nothing was found that calls it',
      advice: 'If it belongs to the start-up, make sure that top-level code calls it without waiting for anything. If it is for one task, leave it.',
    },
  },
  *realm(realm: Realm) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    const late = lateRegistrations(realm, turns);
    const unwrapping = unwrapFirst(realm, turns, late);
    if (unwrapping.match !== undefined) yield unwrapping.match;
    const hoisting = unwrapping.match === undefined ? hoistFirst(realm, turns, late) : NOT_TRIED;
    if (hoisting.match !== undefined) yield hoisting.match;
    const removals = removalsIn(realm, turns);
    const switching = unwrapping.match === undefined && hoisting.match === undefined ? switchFirst(realm, turns, late, removals) : NOT_TRIED;
    if (switching.match !== undefined) yield switching.match;
    const refused = new Map([...unwrapping.refused, ...hoisting.refused, ...switching.refused]);
    for (const one of [...late, ...lateCalls(realm, turns)]) yield report(one, realm, turns, refused);
    yield* keptCallbacks(turns);
    yield* inLaterModules(realm);
    yield* unfollowedEvents(realm, turns);
    for (const { script, call, event, own, registration } of removals) {
      const why = refused.get(registration.call);
      yield { message: 'removed', at: script.at(call), data: { event, listener: listenerWords(registration, turns), when: turnWords(own), reason: because(why) }, ...leftAlone(why) };
    }
  },
});

function report({ registration, own, isTemporary }: Late, realm: Realm, turns: Turns, refused: ReadonlyMap<Node, string>): Match<'late' | 'set-again' | 'in-listener' | 'switched' | 'temporary' | 'awaits' | 'uncalled'> {
  const { script, call } = registration;
  const event = eventWords(registration.event);
  const at = script.at(call);
  const listener = listenerWords(registration, turns);
  const place = { event, listener, file: script.path };
  if (isTemporary ?? isRemovedAgain(registration, turns)) {
    const locals = localsOf(registration, [], turns);
    return { message: SLOW_EVENTS.test(registration.event) ? 'awaits' : 'temporary', at, data: { ...place, locals: locals.length === 0 ? '' : ` (${listed(locals)})` } };
  }
  const started = own.find(({ origin }) => origin === 'start');
  const isOwn = ({ origin }: Turn): boolean => turns.registrations.every((one) => one.event !== origin || one === registration);
  const events = own.filter(({ origin }) => origin !== 'start' && origin !== 'unknown');
  const fired = events.find((turn) => !isOwn(turn)) ?? events[0];
  const why = refused.get(call) ?? (started?.cause && refused.get(started.cause)) ?? (started?.delay === 'load' ? 'what waits for the page is no statement of the start-up' : undefined);
  const [reason, left] = [because(why), leftAlone(why)];
  const more = `${placeAdvice(registration, turns)}.${beginAdvice(registration, started?.cause, turns)}${heardAdvice(why)}`;
  if (started !== undefined && fired !== undefined && !SETUP_EVENTS.test(fired.origin)) return { message: 'set-again', at, data: { ...place, more, when: WHEN[started.delay!], by: isOwn(fired) && fired.origin === registration.event ? 'the listener itself' : firing(fired) + placeOfListener(fired, turns), reason }, ...left };
  if (started !== undefined) return { message: 'late', at, data: { ...place, more, when: WHEN[started.delay!], reason }, ...left };
  if (fired === undefined) return { message: 'uncalled', at, data: { event, function: uncalledWords(call, turns) } };
  const removals = removalPlaces(registration, realm);
  return { message: removals.length > 0 ? 'switched' : 'in-listener', at, data: { ...place, more, when: firing(fired), reason, removals: removals.length === 0 ? '' : ` (${removals.join(', ')})` }, ...left };
}

/** Events that come when a user, a download or an alarm comes to it. */
const SLOW_EVENTS = /^(alarms|notifications|downloads|permissions|action|browserAction|pageAction|contextMenus|menus|commands|idle)\.|^(tabs|windows)\.onRemoved$/;

/** Where the listener of a turn's event stands, in brackets, where there is one only. */
function placeOfListener({ origin }: Turn, turns: Turns): string {
  const [only, ...others] = turns.registrations.filter(({ event }) => event === origin);
  return only === undefined || others.length > 0 ? '' : ` (${placeWords(only.script, only.call)})`;
}
