import { define } from './lib/define.ts';
import { AT_START, usesOf } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import type { Realm } from './lib/realms.ts';
import { snippet } from './lib/words.ts';
import { useAround } from './lib/dom-kinds.ts';

export default define({
  id: 'dialogs',
  summary: '`alert`, `confirm` and `prompt` in the background',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Background_scripts',
  messages: {
    'alert': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no dialogs{start}',
      advice: 'Tell the user with `notifications.create` (permission `notifications`) or the badge; write messages for yourself with `console.log`.',
    },
    'question': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no dialogs, and cannot wait for an answer{start}',
      advice: 'Ask in a page of the extension (`windows.create` with `type: "popup"`) that sends the answer as a message, or in a notification with buttons.',
    },
    'silent-alert': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` shows nothing in an event page: Firefox goes on without a word',
      advice: 'Tell the user with `notifications.create` (permission `notifications`) or the badge; write messages for yourself with `console.log`.',
    },
    'silent-question': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` asks nobody in an event page: Firefox goes on as if the user had said no',
      advice: 'Ask in a page of the extension (`windows.create` with `type: "popup"`) that sends the answer as a message.',
    },
  },
  *realm(realm: Realm, { hasWorker }: Extension) {
    for (const { script, name, node, atStart } of usesOf(realm, ['alert', 'confirm', 'prompt'])) {
      const message = name === 'alert' ? (hasWorker ? 'alert' : 'silent-alert') : hasWorker ? 'question' : 'silent-question';
      yield { message, at: script.at(node), data: { code: snippet(script, useAround(node)), start: atStart ? AT_START : '' } };
    }
  },
});
