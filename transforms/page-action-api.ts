import type { ApiReference } from './lib/api.ts';
import { hasAlternative, isGuarded } from './lib/guarded.ts';
import { isShimmed } from './lib/shims.ts';
import { property, unwrap } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { isPageActionReplaced, pageActionBeside } from './lib/page-action.ts';
import { respell, spelled } from './lib/rename.ts';
import type { Script } from './lib/script.ts';
import { typeImports, typeMentions } from './lib/type-names.ts';
import type { Edit } from './lib/types.ts';

export default define({
  id: 'page-action-api',
  summary: '`pageAction` is `action` in Chrome, disabled until it is enabled for a tab',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-browser-page-actions',
  targets: ['chrome', 'cross-browser'],
  names: ['pageAction', 'PageAction', 'ShowPageAction'],
  apiOnly: true,
  messages: {
    'page-action': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` is now `{new}`',
    },
    'show-hide': {
      outcome: 'review', severity: 'error',
      text: '`{old}` is now `{new}`',
      advice: 'The button stays in the toolbar and turns grey where it was hidden. It must start disabled: `"default_state": "disabled"` in the manifest\'s `action`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/action#emulating_pageactions_with_declarativecontent',
    },
    'show-action': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` is now `{new}`',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/declarativeContent#type-ShowAction',
    },
    'is-shown': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` does not exist in Chrome, and `action.isEnabled` takes a tab id, not an object',
      advice: 'Call `action.isEnabled(tabId)`.',
    },
    'two-actions': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` does not exist in Manifest V3, and the one `action` is already the browser action',
      advice: 'Decide what the one button does: call `action` here too, or leave this out.',
    },
    'page-action-beside': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` does not exist in Chrome, and stays for the page action of `{file}`',
      advice: 'Give both manifests an `action`, and call that; or choose when it runs: `if (chrome.pageAction)`, and `else` call `action` (`enable` and `disable` for `show` and `hide`).',
    },
    'no-page-action': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` exists in Firefox only: in Chrome this throws',
      advice: 'Use `action` in both browsers (`enable` and `disable` for `show` and `hide`), or test first: `if (chrome.pageAction)`.',
    },
    'page-action-type': {
      outcome: 'changed', severity: 'warning',
      text: 'the type `{old}` is now `{new}`',
    },
  },
  *script(script: Script, extension: Extension) {
    yield* showAction(script);
    if (isShimmed(script, 'pageAction')) return;
    const beside = pageActionBeside(extension);
    for (const reference of script.references('pageAction')) {
      if (hasAlternative(script, reference, 'action') || hasAlternative(script, reference, 'browserAction')) continue;
      const old = spelled(script, reference, Math.min(reference.names.length, 2));
      if (!isPageActionReplaced(extension)) {
        if (reference.names.length === 1 || isGuarded(script, reference)) continue;
        const message = extension.target === 'cross-browser' ? 'no-page-action' as const : 'two-actions' as const;
        yield { message, at: script.at(reference.node), data: { old } };
        continue;
      }
      if (beside !== undefined) {
        if (reference.names.length > 1) yield { message: 'page-action-beside' as const, at: script.at(reference.node), data: { old, file: beside.path } };
        continue;
      }
      yield* renamed(script, reference, old);
    }
    if (isPageActionReplaced(extension) && beside === undefined) yield* types(script);
  },
});

const MEMBERS: Readonly<Record<string, string>> = { show: 'enable', hide: 'disable', isShown: 'isEnabled' };

function* renamed(script: Script, reference: ApiReference, old: string) {
  const edits: Edit[] = [];
  const namespace = respell(script, reference, 0, 'action');
  if (namespace !== undefined) edits.push(namespace);
  const member = reference.names[1];
  const other = member === undefined ? undefined : MEMBERS[member];
  if (other !== undefined && reference.keys[1] !== undefined) {
    const argument = member === 'isShown' ? tabIdArgument(script, reference) : [];
    if (argument === undefined) {
      yield { message: 'is-shown' as const, at: script.at(reference.node), data: { old } };
      return;
    }
    edits.push(respell(script, reference, 1, other)!, ...argument);
  }
  if (edits.length === 0) return;
  const data = { old, new: spelled(script, reference, Math.min(reference.names.length, 2), edits) };
  yield { message: other === undefined ? 'page-action' as const : 'show-hide' as const, at: script.at(reference.keys[0] ?? reference.keys[1]!), edits, data };
}

/** `isShown({ tabId })` takes an object, `isEnabled(tabId)` a number. */
function tabIdArgument(script: Script, { call }: ApiReference): Edit[] | undefined {
  const details = call?.arguments[0] && unwrap(call.arguments[0]);
  if (details?.type !== 'ObjectExpression' || details.properties.length !== 1) return undefined;
  const tabId = property(details, 'tabId');
  if (tabId?.type !== 'ObjectProperty') return undefined;
  return [script.replace(details, script.textOf(tabId.value))];
}

function* showAction(script: Script) {
  for (const reference of script.references('declarativeContent.ShowPageAction')) {
    if (hasAlternative(script, reference, 'declarativeContent.ShowAction')) continue;
    const edit = respell(script, reference, 1, 'ShowAction');
    if (edit) yield { message: 'show-action' as const, at: script.at(reference.keys[1]!), edits: [edit], data: { old: spelled(script, reference, 2), new: spelled(script, reference, 2, [edit]) } };
  }
  for (const { names, keys, node } of typeMentions(script)) {
    if (names[0] !== 'declarativeContent' || names[1] !== 'ShowPageAction') continue;
    const old = script.textOf(node);
    yield { message: 'show-action' as const, at: script.at(node), edits: [script.replace(keys[1]!, 'ShowAction')], data: { old, new: old.replace('ShowPageAction', 'ShowAction') } };
  }
}

const TYPES: Readonly<Record<string, string>> = {
  TabDetails: 'TabDetails', TitleDetails: 'TitleDetails', PopupDetails: 'PopupDetails', IconDetails: 'TabIconDetails', GetDetails: 'TabDetails',
  OnClickData: 'OnClickData', ImageDataType: 'ImageDataType',
};

function* types(script: Script) {
  for (const { names, keys, node } of typeMentions(script)) {
    const name = names[1];
    const other = name === undefined ? undefined : (TYPES[name] ?? MEMBERS[name] ?? (/^[a-z]/.test(name) ? name : undefined));
    if (names[0] !== 'pageAction' || (name !== undefined && other === undefined)) continue;
    const old = script.textOf(node);
    const edits = [script.replace(keys[0]!, 'action'), ...(other !== undefined && other !== name ? [script.replace(keys[1]!, other)] : [])];
    yield { message: 'page-action-type' as const, at: script.at(node), edits, data: { old, new: [old.split('.')[0], 'action', ...(other === undefined ? [] : [other]), ...names.slice(2)].join('.') } };
  }
  for (const specifier of typeImports(script, 'PageAction')) {
    const edit = specifier.local.start === specifier.imported.start ? script.insert(specifier.start!, 'Action as ') : script.replace(specifier.imported, 'Action');
    yield { message: 'page-action-type' as const, at: script.at(specifier), edits: [edit], data: { old: 'PageAction', new: 'Action' } };
  }
}
