import { hasAlternative, type ApiReference } from './lib/api.ts';
import { define } from './lib/define.ts';
import { respell } from './lib/rename.ts';
import type { Script } from './lib/script.ts';

export default define({
  id: 'action-api',
  summary: 'pilot',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-browser-page-actions',
  targets: ['chrome', 'firefox', 'cross-browser'],
  names: ['browserAction', 'pageAction'],
  messages: {
    'browser-action': { outcome: 'changed', severity: 'error', text: '`{code}` is now `action`' },
  },
  *script(script: Script) {
    for (const reference of script.references('browserAction')) {
      if (reference.keys[0] === undefined || hasAlternative(script, reference, 'action')) continue;
      const edit = respell(script, reference, 0, 'action');
      if (edit) yield { message: 'browser-action', at: script.at(spelled(reference)), edits: [edit], data: { code: reference.path } };
    }
  },
});

function spelled(reference: ApiReference) {
  return reference.keys[0] ?? reference.node;
}
