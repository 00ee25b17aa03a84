import { define } from './lib/define.ts';
import { overtakingIn } from './lib/overtaking/overtaking.ts';
import type { Realm } from './lib/realms.ts';
import { turnsOf } from './lib/turns.ts';
import { placeWords, snippet } from './lib/words.ts';

export default define({
  id: 'event-order',
  summary: 'Listeners that do at once what others do after the start-up: of two events that wake the background together, the later one is handled first',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#persist-states',
  messages: {
    'overtakes': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` does not wait for `{promise}`, as {other} does: of two events that wake the background together, the later one may have its effect first',
      advice: 'Where the order matters, wait for `{promise}` here, too, but not before what needs the user\'s gesture.',
    },
    'overtakes-state': {
      outcome: 'manual', severity: 'info',
      text: '`{name}` is set here at once, and used after a wait for `{promise}` in {other}: of two events that wake the background together, the later one may be handled first',
      advice: 'Where the order matters, wait for `{promise}` here, too, but not before what needs the user\'s gesture.',
    },
  },
  *realm(realm: Realm) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    for (const { name, at, overtaken, promises } of overtakingIn(realm, turns)) {
      const data = { code: snippet(at.script, at.place), promise: promises.join('` and `'), other: placeWords(overtaken.script, overtaken.place) };
      yield name === undefined ? { message: 'overtakes', at: at.script.at(at.place), data } : { message: 'overtakes-state', at: at.script.at(at.place), data: { ...data, name } };
    }
  },
});
