import { functionOf, type Node } from './lib/ast.ts';
import type { Access, Variable } from './lib/bindings.ts';
import { define } from './lib/define.ts';
import type { Realm } from './lib/realms.ts';
import { classify } from './lib/state.ts';
import { turnsOf } from './lib/turns.ts';
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
    for (const fills of fillsByFunction(realm)) {
      const [{ fill }] = fills;
      const cause = turns.turnsAt(fill.node).find(({ origin, delay }) => origin === 'start' && delay !== undefined);
      if (cause === undefined) continue;
      const ways = fills.flatMap(({ reads }) => reads.flatMap((read) => turns.turnsAt(read.node).filter(({ origin }) => origin !== 'start').map((reader) => ({ read, reader }))));
      const known = ways.filter(({ reader }) => reader.origin !== 'unknown');
      const { read, reader } = known.find(({ reader: { origin } }) => origin !== 'runtime.onInstalled') ?? known[0] ?? ways[0] ?? {};
      if (read === undefined || reader === undefined) continue;
      const names = list(fills.map(({ variable }) => `\`${variable.name}\``));
      yield {
        message: known.length > 0 ? 'not-loaded-yet' : 'maybe-not-loaded-yet',
        at: fill.script.at(fill.node),
        data: { names, how: WHEN[cause.delay!], reader: turnWords(reader), line: String(read.script.file.origin(read.node.start!).line) },
      };
    }
  },
});

interface Fill {
  readonly variable: Variable;
  readonly fill: Access;
  readonly reads: readonly Access[];
}

/** The asynchronous fills of start-up, those of one function together: they have one remedy. */
function fillsByFunction(realm: Realm): Iterable<readonly [Fill, ...Fill[]]> {
  const groups = new Map<Node | undefined, [Fill, ...Fill[]]>();
  for (const { variable, verdict } of classify(realm)) {
    if (verdict.kind !== 're-derived' || verdict.fill === undefined) continue;
    const one = { variable, fill: verdict.fill, reads: verdict.reads };
    const fn = functionOf(verdict.fill.node);
    const group = groups.get(fn);
    if (group === undefined) groups.set(fn, [one]);
    else group.push(one);
  }
  return groups.values();
}

/** "`a` is", "`a` and `b` are", "`a`, `b`, `c` and 4 more are". */
function list(names: readonly string[]): string {
  if (names.length === 1) return `${names[0]} is`;
  if (names.length <= 4) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are`;
  return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more are`;
}
