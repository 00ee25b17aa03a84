import { define } from './lib/define.ts';
import { ID, planOf } from './lib/background-calls/plan.ts';
import { messageEdits } from './lib/background-calls/writing.ts';
import type { Extension } from './lib/extension.ts';
import type { Realm } from './lib/realms.ts';
import { listed } from './lib/words.ts';

export default define({
  id: ID,
  moves: true,
  targets: ['chrome', 'cross-browser'],
  summary: 'Functions and variables that pages use in the background\'s window, by messages',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-mv2-function',
  messages: {
    'sent': {
      outcome: 'changed', severity: 'error',
      text: 'pages reach {functions} of the background by message now{places}',
    },
    'answered': {
      outcome: 'review', severity: 'error',
      text: 'pages reach {functions} of the background by message now{places}, and wait for the answer where they need it',
      advice: 'Read what may happen while a page waits: the worker may have to start first.',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    if (realm !== extension.background) return;
    const plan = planOf(extension);
    const [first, ...more] = plan.calls;
    const edits = first && messageEdits(extension, plan);
    if (first === undefined || edits === undefined) return;
    const functions = listed([...new Set(plan.calls.map(({ target }) => target.name))]);
    yield {
      message: plan.calls.every(({ answer }) => answer === 'none') ? 'sent' as const : 'answered' as const,
      at: first.script.at(first.place),
      edits,
      data: { functions, places: more.length === 0 ? '' : `, in ${plan.calls.length} places` },
    };
  },
});
