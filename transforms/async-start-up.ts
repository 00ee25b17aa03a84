import { functionOf, type Node } from './lib/ast.ts';
import type { Access, Variable } from './lib/bindings.ts';
import { define } from './lib/define.ts';
import { isForOthers } from './lib/environment.ts';
import type { Realm } from './lib/realms.ts';
import { classify } from './lib/state.ts';
import { turnsOf, type Turn, type Turns } from './lib/turns.ts';
import { turnWords, WHEN } from './lib/words.ts';

export default define({
  id: 'async-start-up',
  summary: 'Variables that start-up fills asynchronously, while the event that woke the background already reads them',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#persist-states',
  messages: {
    'not-loaded-yet': {
      outcome: 'manual', severity: 'error',
      text: '{names} filled {how}; the event that wakes the background (here {reader}, line {line}) comes before',
      advice: 'Keep the promise of the start-up, and await it in every listener that reads them.',
    },
    'maybe-not-loaded-yet': {
      outcome: 'manual', severity: 'warning',
      text: '{names} filled {how}, and read by functions whose callers were not found',
      advice: 'If an event calls them, keep the promise of the start-up and await it there.',
    },
  },
  *realm(realm: Realm) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    const fills = [...fillsOf(realm, turns)];
    for (const group of groupsBy(fills.filter(({ known }) => known), ({ fill }) => functionOf(fill.node))) yield finding('not-loaded-yet', group);
    // Where nobody is seen to read them, all that one event of the start-up fills is one doubt.
    for (const group of groupsBy(fills.filter(({ known }) => !known), ({ cause }) => cause.cause)) yield finding('maybe-not-loaded-yet', group);
  },
});

function finding<Id extends string>(message: Id, fills: readonly [Fill, ...Fill[]]) {
  const [{ fill, cause, read, reader }] = fills;
  const names = list(fills.map(({ variable }) => `\`${variable.name}\``));
  return { message, at: fill.script.at(fill.node), data: { names, how: WHEN[cause.delay!], reader: turnWords(reader), line: String(read.script.file.origin(read.node.start!).line) } };
}

interface Fill {
  readonly variable: Variable;
  readonly fill: Access;
  /** The turn of the start-up that fills it. */
  readonly cause: Turn;
  readonly read: Access;
  readonly reader: Turn;
  /** Whether an event is known to read it. */
  readonly known: boolean;
}

/** The asynchronous fills of start-up that events may come before. */
function* fillsOf(realm: Realm, turns: Turns): Generator<Fill> {
  for (const { variable, verdict } of classify(realm)) {
    if (verdict.kind !== 're-derived' || verdict.fill === undefined) continue;
    const { fill, reads } = verdict;
    const cause = turns.turnsAt(fill.node).find(({ origin, delay }) => origin === 'start' && delay !== undefined);
    const ways = reads.flatMap((read) => turns.turnsAt(read.node).filter(({ origin }) => origin !== 'start').map((reader) => ({ read, reader })));
    const events = ways.filter(({ reader }) => reader.origin !== 'unknown');
    const way = events.find(({ reader: { origin } }) => origin !== 'runtime.onInstalled') ?? events[0] ?? ways.find(({ read }) => !isForOthers(realm, read.script, read.node));
    if (cause !== undefined && way !== undefined) yield { variable, fill, cause, ...way, known: events.length > 0 };
  }
}

/** The fills that have one remedy: those with one key. */
function groupsBy(fills: readonly Fill[], keyOf: (fill: Fill) => Node | undefined): Iterable<readonly [Fill, ...Fill[]]> {
  const groups = new Map<Node | undefined, [Fill, ...Fill[]]>();
  for (const fill of fills) {
    const group = groups.get(keyOf(fill));
    if (group === undefined) groups.set(keyOf(fill), [fill]);
    else group.push(fill);
  }
  return groups.values();
}

/** "`a` is", "`a` and `b` are", "`a`, `b`, `c` and 4 more are". */
function list(names: readonly string[]): string {
  if (names.length === 1) return `${names[0]} is`;
  if (names.length <= 4) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are`;
  return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more are`;
}
