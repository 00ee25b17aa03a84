import type { ApiReference } from './lib/api.ts';
import { isGuarded } from './lib/guarded.ts';
import { isFunction, isMember, memberName, parentOf, unwrap, wrapped } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { spelled } from './lib/rename.ts';
import type { Script } from './lib/script.ts';

export default define({
  id: 'promises-of-chrome',
  summary: 'Promises that `chrome.*` does not return in Firefox\'s Manifest V2',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Chrome_incompatibilities#callbacks_and_promises',
  targets: ['event-page'],
  names: ['chrome'],
  apiOnly: true,
  messages: {
    'awaited': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` is awaited, but returns `undefined` in Manifest V2: only `browser.*` returns promises there',
      advice: 'Write `{other}`, or give a callback.',
    },
    'chained': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` returns `undefined` in Manifest V2, so `.{method}` throws: only `browser.*` returns promises there',
      advice: 'Write `{other}`, or give a callback.',
    },
  },
  *script(script: Script) {
    for (const reference of script.apiReferences) {
      const { call, root, names, path } = reference;
      if (root !== 'chrome' || call === undefined || names.length < 2 || reference.choice || SYNCHRONOUS.has(path) || /Listeners?$/.test(path)) continue;
      if (call.arguments.some((argument) => isFunction(unwrap(argument))) || isGuarded(script, reference)) continue;
      const parent = parentOf(wrapped(call));
      const at = script.at(reference.node);
      const data = { code: spelled(script, reference), other: other(reference) };
      if (parent?.type === 'AwaitExpression') yield { message: 'awaited', at, data };
      else if (isMember(parent) && parent.object === wrapped(call) && /^(then|catch|finally)$/.test(memberName(parent) ?? '')) yield { message: 'chained', at, data: { ...data, method: memberName(parent)! } };
    }
  },
});

function other({ path }: ApiReference): string {
  return `browser.${path}`;
}

/** Functions that answer at once; to await them is no mistake. */
const SYNCHRONOUS = new Set([
  'runtime.getURL', 'runtime.getManifest', 'runtime.connect', 'runtime.connectNative', 'runtime.reload', 'tabs.connect', 'i18n.getMessage', 'i18n.getUILanguage',
  'extension.getURL', 'extension.getViews', 'extension.getBackgroundPage', 'contextMenus.create', 'menus.create', 'identity.getRedirectURL', 'devtools.inspectedWindow.reload',
]);
