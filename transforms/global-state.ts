import { ancestors, isFunction } from './lib/ast.ts';
import type { Access } from './lib/bindings.ts';
import { define } from './lib/define.ts';
import { isForOthers } from './lib/environment.ts';
import type { Realm } from './lib/realms.ts';
import type { Shape } from './lib/shapes.ts';
import { classify, longestDelay, phaseOf, rankOf, type Classified } from './lib/state.ts';
import { turnsOf, type Turns } from './lib/turns.ts';
import { turnWords, WHEN } from './lib/words.ts';

/** Timers that end within the idle limit do their work before the background is unloaded. Milliseconds. */
const IDLE_LIMIT = 30_000;

export default define({
  id: 'global-state',
  summary: 'Variables that one event changes and a later one reads: an unload resets them',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#persist-states',
  messages: {
    'state': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` is changed by {writer} (line {line}) and read by {reader}; after an unload it starts again',
      advice: 'Keep it in `storage.session`: restore it once before any listener reads it, and store it after each change.',
    },
    'restored-late': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` is read from storage {how}, after the event that wakes the background (here {reader}); what {writer} changes (line {line}) is lost unless it is stored',
      advice: 'Keep the promise of the start-up, await it in every listener that uses `{name}`, and store each change.',
    },
    'uncalled-state': {
      outcome: 'manual', severity: 'warning',
      text: '`{name}` is changed in a function whose caller was not found (line {line}) and read by {reader}; after an unload it starts again',
      advice: 'If an event calls it, keep `{name}` in `storage.session`.',
    },
    'port': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` keeps a port or connection, which an unload closes and storage cannot keep',
      advice: 'Connect again when it is needed, let the other side reconnect in `onDisconnect`, or send single messages instead.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/messaging#connect',
    },
    'timer': {
      outcome: 'manual', severity: 'warning',
      text: '`{name}` keeps the id of a timer, which ends with the background',
      advice: 'An alarm has a name instead of an id: use `alarms.create` and `alarms.clear` for what takes longer than 30 seconds.',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#convert-timers',
    },
    'object': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` keeps {what} between events, which storage cannot keep; after an unload it starts again',
      advice: 'Make it again when it is needed, and store only the data that it is made from.',
    },
    'start-value': {
      outcome: 'manual', severity: 'warning',
      text: '`{name}` is different at each start, and {reader} relies on its first value',
      advice: 'Each wake is a start. Store the first value in `storage.session` and restore it.',
    },
  },
  *realm(realm: Realm) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    for (const one of classify(realm)) {
      const { variable, verdict } = one;
      const at = variable.script.at(variable.node);
      const { name } = variable;
      if (verdict.kind === 'start-value') {
        yield { message: 'start-value', at, data: { name, reader: words(turns, verdict.read) } };
      } else if (verdict.kind === 'state') {
        const data = { name, writer: words(turns, verdict.change), reader: words(turns, verdict.read), line: line(verdict.change) };
        const cause = verdict.fill && turns.turnsAt(verdict.fill.node).find((turn) => phaseOf(turn) === 'start-up');
        if (cause !== undefined && isCalledByEvent(turns, verdict.change)) yield { message: 'restored-late', at, data: { ...data, how: WHEN[cause.delay!] } };
        else if (isCalledByEvent(turns, verdict.change)) yield { message: 'state', at, data };
        else if (!isForOthers(realm, verdict.change.script, verdict.change.node)) yield { message: 'uncalled-state', at, data };
      } else if (verdict.kind === 'handle') {
        const message = handleMessage(one, turns);
        if (message !== undefined) yield { message, at, data: { name, what: WHAT[verdict.shape] ?? 'an object' } };
      }
    }
  },
});

const WHAT: Partial<Record<Shape, string>> = {
  dom: 'an element or a media object',
  promise: 'a promise',
  function: 'functions',
  instance: 'an object with behaviour',
  controller: 'an AbortController',
  weak: 'a WeakMap or WeakSet',
};

function handleMessage({ variable, verdict }: Classified, turns: Turns): 'port' | 'timer' | 'object' | undefined {
  if (verdict.kind !== 'handle') return undefined;
  if (verdict.shape === 'port' || verdict.shape === 'socket') return 'port';
  if (verdict.shape !== 'timer') return 'object';
  const longest = longestDelay(variable, turns);
  return longest !== undefined && longest < IDLE_LIMIT ? undefined : 'timer';
}

function isCalledByEvent(turns: Turns, { node }: Access): boolean {
  return turns.turnsAt(node).some((turn) => turn.origin !== 'unknown' && phaseOf(turn) === 'event');
}

function words(turns: Turns, { node }: Access): string {
  let events = turns.turnsAt(node).filter((turn) => phaseOf(turn) === 'event');
  // A callback that helpers call for several events runs for those that it was written for.
  for (const fn of ancestors(node)) {
    if (!isFunction(fn)) continue;
    const around = new Set(turns.turnsAt(fn).map(({ origin }) => origin));
    const shared = events.filter(({ origin }) => around.has(origin));
    if (shared.length > 0) events = shared;
  }
  const event = events.find(({ origin }) => origin !== 'unknown') ?? events[0];
  return event === undefined ? 'start-up' : turnWords(event);
}

function line({ script, node }: Access): string {
  return String(script.file.origin(node.start!).line);
}
