import type * as t from '@babel/types';
import type { ApiReference } from './lib/api.ts';
import { hasAlternative, isGuarded } from './lib/guarded.ts';
import { functionOf, isMember, memberName, parentOf, property, propertyValue, stringValue, unwrap, wrapped } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { moveMember, respell, spelled } from './lib/rename.ts';
import type { Script } from './lib/script.ts';
import type { Edit } from './lib/types.ts';

export default define({
  id: 'extension-views',
  summary: 'The extension\'s own windows, which a service worker cannot reach',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/runtime#method-getContexts',
  names: ['getExtensionTabs', 'getViews', 'inIncognitoContext'],
  apiOnly: true,
  messages: {
    'extension-tabs': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` is now `{new}`',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-unsupported-apis',
    },
    'extension-tabs-left': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` does not exist any more',
      advice: 'In a page use `extension.getViews({ type: "tab" })`; a service worker has no windows: send a message to the pages.',
    },
    'views-counted': {
      outcome: 'review', severity: 'error',
      text: '`{old}` does not exist in a service worker; the open views are now counted with `runtime.getContexts`',
      advice: 'It answers later than `getViews` did: check what may happen in between.',
    },
    'views': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` does not exist in a service worker',
      advice: 'Ask `runtime.getContexts` which views are open, and send them messages instead of calling their functions.',
    },
    'incognito': {
      outcome: 'manual', severity: 'info',
      text: '`{old}` is that of the service worker here, not that of a tab',
      advice: 'Where a tab is at hand, read its `incognito`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/extension#property-inIncognitoContext',
    },
  },
  *script(script: Script, extension: Extension) {
    const inWorker = extension.hasWorker && script.runsIn('background');
    for (const reference of script.references('extension')) {
      const at = script.at(reference.keys[1] ?? reference.node);
      const data = { old: spelled(script, reference, 2) };
      switch (reference.path) {
        case 'extension.getExtensionTabs':
          if (!hasAlternative(script, reference, 'extension.getViews')) yield* extensionTabs(script, reference, inWorker);
          break;
        case 'extension.getViews': {
          if (!inWorker || isGuarded(script, reference) || hasAlternative(script, reference, 'runtime.getContexts')) break;
          const edits = counted(script, reference);
          if (edits !== undefined) yield { message: 'views-counted', at, edits, data };
          else yield { message: 'views', at, data };
          break;
        }
        case 'extension.inIncognitoContext':
          if (inWorker) yield { message: 'incognito', at, data };
          break;
      }
    }
  },
});

function* extensionTabs(script: Script, reference: ApiReference, inWorker: boolean) {
  const { call } = reference;
  const old = spelled(script, reference, 2);
  const renamed = call && !inWorker && script.realms.length > 0 && !reference.pattern && call.arguments.length < 2 ? respell(script, reference, 1, 'getViews') : undefined;
  if (call === undefined || renamed === undefined) {
    if ((call || reference.keys[1]) && !isGuarded(script, reference)) yield { message: 'extension-tabs-left' as const, at: script.at(reference.node), data: { old } };
    return;
  }
  const [windowId] = call.arguments;
  const given = windowId && unwrap(windowId);
  const isNone = given === undefined || given.type === 'NullLiteral' || (given.type === 'Identifier' && given.name === 'undefined');
  const options = isNone ? `{ type: ${script.quote('tab')} }` : `{ type: ${script.quote('tab')}, windowId: ${script.textOf(windowId!)} }`;
  const edits = [renamed, windowId ? script.replace(windowId, options) : script.insert(call.end! - 1, options)];
  yield { message: 'extension-tabs' as const, at: script.at(reference.keys[1]!), edits, data: { old, new: spelled(script, reference, 2, [renamed]) } };
}

const CONTEXTS: Readonly<Record<string, string>> = { popup: 'POPUP', tab: 'TAB' };

/** `getViews({ type: "popup" }).length` where the function can wait for the answer. */
function counted(script: Script, reference: ApiReference): Edit[] | undefined {
  const { call } = reference;
  if (call === undefined || functionOf(call)?.async !== true) return undefined;
  const outer = wrapped(call);
  const member = parentOf(outer);
  const argument = call.arguments[0] && unwrap(call.arguments[0]);
  if (!isMember(member) || member.object !== outer || memberName(member) !== 'length' || argument?.type !== 'ObjectExpression') return undefined;
  const type = CONTEXTS[stringValue(propertyValue(argument, 'type')) ?? ''];
  if (type === undefined || argument.properties.length !== 1) return undefined;
  const renamed = moveMember(script, reference, 'extension.getViews', 'runtime.getContexts');
  if (renamed === undefined) return undefined;
  const options = `{ contextTypes: [${script.quote(type)}] }`;
  return [script.insert(call.start!, '(await '), ...renamed, script.replace(property(argument, 'type') as t.ObjectProperty, options.slice(2, -2)), script.insert(call.end!, ')')];
}
