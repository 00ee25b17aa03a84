import type * as t from '@babel/types';
import { keyName, property, unwrap } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { Script } from './lib/script.ts';
import { snippet } from './lib/words.ts';

export default define({
  id: 'current-window',
  summary: 'The current window of a background that has no window',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/windows#the_current_window',
  targets: ['chrome', 'cross-browser'],
  names: ['currentWindow', 'getCurrent'],
  apiOnly: true,
  messages: {
    'renamed': {
      outcome: 'changed', severity: 'info',
      text: '`{code}` is now `{new}`: a service worker is in no window, so both mean the one that had the focus last',
    },
    'last-focused': {
      outcome: 'manual', severity: 'info',
      text: '`{code}`: a service worker is in no window, so Chrome takes the one that had the focus last',
      advice: 'That is what most code wants; `lastFocusedWindow` says so. Where an event names a tab or a window, use that.',
    },
    'no-tab': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` gives `undefined` in the background, which is in no tab',
      advice: 'Use the tab of the message\'s sender, or of the event.',
    },
  },
  *script(script: Script, extension: Extension) {
    if (!extension.hasWorker || !script.runsIn('background') || !script.file.editable) return;
    for (const { call } of script.calls('tabs.query')) {
      const query = call.arguments[0] && unwrap(call.arguments[0]);
      const member = query?.type === 'ObjectExpression' ? property(query, 'currentWindow') : undefined;
      if (query?.type !== 'ObjectExpression' || member?.type !== 'ObjectProperty' || member.value.type !== 'BooleanLiteral' || !member.value.value) continue;
      const at = script.at(member);
      const code = snippet(script, member);
      const edit = script.realms.every(({ kind }) => kind === 'background') && isPlain(query, member) ? script.replace(member.key, respelled(script, member.key)) : undefined;
      if (edit === undefined) yield { message: 'last-focused', at, data: { code } };
      else yield { message: 'renamed', at, edits: [edit], data: { code, new: code.replace('currentWindow', 'lastFocusedWindow') } };
    }
    for (const { call } of script.calls('windows.getCurrent')) yield { message: 'last-focused', at: script.at(call), data: { code: snippet(script, call.callee) } };
    for (const { call } of script.calls('tabs.getCurrent')) yield { message: 'no-tab', at: script.at(call), data: { code: snippet(script, call.callee) } };
  },
});

/** Whether an object literal says all that is asked, and nothing else of windows. */
function isPlain(query: t.ObjectExpression, member: t.ObjectProperty): boolean {
  return !member.computed && query.properties.every((one) => one === member || (one.type === 'ObjectProperty' && !one.computed && !/^(currentWindow|lastFocusedWindow|windowId)$/.test(keyName(one) ?? '')));
}

function respelled(script: Script, key: t.ObjectProperty['key']): string {
  return script.textOf(key).replace('currentWindow', 'lastFocusedWindow');
}
