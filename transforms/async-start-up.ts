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
      text: '`{name}` is filled {how}; the event that wakes the background (here {reader}, line {line}) reads it before',
      advice: 'Keep the promise of the start-up, and await it in every listener that reads `{name}`.',
    },
  },
  *realm(realm: Realm) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    for (const { variable, verdict } of classify(realm)) {
      if (verdict.kind !== 're-derived' || verdict.fill === undefined) continue;
      const fill = verdict.fill;
      const cause = turns.turnsAt(fill.node).find(({ origin, delay }) => origin === 'start' && delay !== undefined);
      const ways = verdict.reads.flatMap((read) => turns.turnsAt(read.node).filter(({ origin }) => origin !== 'start').map((reader) => ({ read, reader })));
      const { read, reader } = ways.find(({ reader: { origin } }) => origin !== 'unknown' && origin !== 'runtime.onInstalled') ?? ways[0] ?? {};
      if (read === undefined || reader === undefined || cause === undefined) continue;
      yield {
        message: 'not-loaded-yet',
        at: fill.script.at(fill.node),
        data: { name: variable.name, how: WHEN[cause.delay!], reader: turnWords(reader), line: String(read.script.file.origin(read.node.start!).line) },
      };
    }
  },
});
