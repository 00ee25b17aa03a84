import { define } from './lib/define.ts';
import { usesOf } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import { leftAlone } from './lib/ignoring.ts';
import type { Realm } from './lib/realms.ts';
import { Refusal } from './lib/refusal.ts';
import { mirroringOf } from './lib/state/mirroring.ts';

export default define({
  id: 'local-storage',
  summary: '`localStorage` of a background that becomes a service worker',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#convert-localstorage',
  targets: ['chrome', 'cross-browser'],
  moves: true,
  messages: {
    'mirrored': {
      outcome: 'review', severity: 'error',
      text: 'what the background kept in `localStorage` is in `{name}` now: restored from `storage.local` before listeners use it, and stored after each change',
      advice: 'What users have stored stays in `localStorage`, which a worker cannot read: without a copy they begin again. As the extension is updated (`runtime.onInstalled`), ask an offscreen document (reason `LOCAL_STORAGE`, Chrome 109) or another page of the extension for `{ ...localStorage }`, and put that into `{name}` and under the key `{name}` into `storage.local`, once.',
    },
    'from-pages': {
      outcome: 'review', severity: 'error',
      text: 'what pages write to `localStorage` for the background comes to it in `{name}` now: pages copy it to `storage.local` as they begin and after each change, and the background restores it before listeners use it, and hears of changes{own}',
      advice: 'A worker cannot read what users have stored so far: it has that once they open one of the pages that write it. As the extension is updated (`runtime.onInstalled`), you may have an offscreen document (reason `LOCAL_STORAGE`, Chrome 109) or another page of the extension give you `{ ...localStorage }`, and put that under the key `{name}` into `storage.local`. Content scripts can read `storage.local`, too.',
    },
    'left': {
      outcome: 'manual', severity: 'info',
      text: 'the `localStorage` of the background is not changed here: {reason}',
      advice: 'Change that by hand where you can, and run this again: the rest may then follow.',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    if (realm.kind !== 'background' || !extension.hasWorker) return;
    const plan = mirroringOf(extension);
    if (plan === undefined) return;
    if (plan instanceof Refusal) {
      const [first] = usesOf(realm, ['localStorage']);
      if (first !== undefined) yield { message: 'left', at: first.script.at(first.node), data: { reason: plan.message }, ...leftAlone(plan.message) };
      return;
    }
    const { script, node, name, pageName, edits } = plan;
    if (pageName === undefined) yield { message: 'mirrored', at: script.at(node), edits, data: { name: name! } };
    else yield { message: 'from-pages', at: script.at(node), edits, data: { name: pageName, own: name === undefined ? '' : `; what the background kept there itself is in \`${name}\`` } };
  },
});
