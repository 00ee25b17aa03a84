import { isAssigned, type ApiReference } from './lib/api.ts';
import { hasAlternative, isTest, isUnder } from './lib/guarded.ts';
import { isShimmed } from './lib/shims.ts';
import { isWithin, parentOf, property, stringValue, unwrap, walk, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { respell, spelled } from './lib/rename.ts';
import type { Script } from './lib/script.ts';
import { typeImports, typeMentions } from './lib/type-names.ts';

export default define({
  id: 'action-api',
  summary: '`browserAction` is `action` in Manifest V3',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-browser-page-actions',
  targets: ['chrome', 'firefox', 'cross-browser'],
  names: ['browserAction', 'BrowserAction'],
  apiOnly: true,
  messages: {
    'browser-action': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` is now `{new}`',
    },
    'version-test': {
      outcome: 'manual', severity: 'warning',
      text: 'this test for `{old}` always fails in Manifest V3, where the API is `action`',
      advice: 'If it tells Manifest V2 from V3, it is right and this note can be ignored. Otherwise test for `action`.',
    },
    'browser-action-type': {
      outcome: 'changed', severity: 'warning',
      text: 'the type `{old}` is now `{new}`',
    },
    'unknown-type': {
      outcome: 'manual', severity: 'warning',
      text: 'the type `{old}` has no counterpart below `action`',
      advice: 'Use the parameter types of the `action` functions instead.',
    },
  },
  *script(script: Script) {
    if (isShimmed(script, 'browserAction')) return;
    const mentions = script.references('browserAction').filter((reference) => reference.keys[0] !== undefined && !hasAlternative(script, reference, 'action'));
    const used = mentions.some(({ node }) => !isTest(node));
    for (const reference of mentions) {
      if (!used && isTest(reference.node)) {
        if (script.references('action').length === 0) yield { message: 'version-test', at: script.at(reference.node), data: { old: spelled(script, reference, 1) } };
        continue;
      }
      const edits = [respell(script, reference, 0, 'action')!];
      const shown = Math.min(reference.names.length, 2);
      yield {
        message: 'browser-action', at: script.at(reference.keys[0]!), edits,
        data: { old: spelled(script, reference, shown), new: spelled(script, reference, shown, edits) },
      };
    }
    yield* membershipTests(script, mentions);
    yield* ownNamespaces(script);
    yield* types(script);
  },
});

/** `'browserAction' in chrome`, where it guards what is renamed. */
function* membershipTests(script: Script, mentions: readonly ApiReference[]) {
  if (!/['"`]browserAction['"`]\s+in\b/.test(script.text)) return;
  const tests: Node[] = [];
  walk(script.program!, (node) => {
    if (node.type === 'BinaryExpression' && node.operator === 'in' && stringValue(node.left) === 'browserAction' && script.api(node.right)?.names.length === 0) tests.push(node.left);
  });
  for (const key of tests) {
    if (!mentions.some(({ node }) => isUnder(node, (test) => isWithin(key, test)))) continue;
    const quote = script.textOf(key)[0]!;
    yield { message: 'browser-action' as const, at: script.at(key), edits: [script.replace(key, `${quote}action${quote}`)], data: { old: script.textOf(key), new: `${quote}action${quote}` } };
  }
}

/** `globalThis.browser = { browserAction: ... }`: a namespace of the author's own, which the renamed uses reach. */
function* ownNamespaces(script: Script) {
  for (const { node, names } of script.references('')) {
    const parent = parentOf(node);
    const object = names.length === 0 && isAssigned(node) && parent?.type === 'AssignmentExpression' ? unwrap(parent.right) : undefined;
    const member = object?.type === 'ObjectExpression' ? property(object, 'browserAction') : undefined;
    if (member?.type !== 'ObjectProperty' || member.computed) continue;
    const edit = member.shorthand ? script.insert(member.start!, 'action: ') : script.replace(member.key, 'action');
    yield { message: 'browser-action' as const, at: script.at(member.key), edits: [edit], data: { old: 'browserAction', new: 'action' } };
  }
}

/** Types of `@types/chrome` and `@types/firefox-webext-browser` that both namespaces have. */
const SHARED_TYPES = new Set([
  'BadgeTextDetails', 'TabDetails', 'TabIconDetails', 'TitleDetails', 'PopupDetails', 'ColorArray', 'ColorValue', 'Details', 'ImageDataType', 'OnClickData',
]);
const RENAMED_TYPES: Readonly<Record<string, string>> = { BadgeBackgroundColorDetails: 'BadgeColorDetails' };

function* types(script: Script) {
  for (const { names, keys, node } of typeMentions(script)) {
    const [namespace, name] = names;
    if (namespace !== 'browserAction') continue;
    const old = script.textOf(node);
    // Functions and events are named by `typeof chrome.browserAction.setIcon`.
    const renamed = name === undefined || SHARED_TYPES.has(name) || /^[a-z]/.test(name) ? name : RENAMED_TYPES[name];
    if (name !== undefined && renamed === undefined) {
      yield { message: 'unknown-type' as const, at: script.at(node), data: { old } };
      continue;
    }
    const edits = [script.replace(keys[0]!, 'action')];
    if (renamed !== undefined && renamed !== name) edits.push(script.replace(keys[1]!, renamed));
    const text = [...keys.keys()].reduce((known, index) => known.replace(names[index]!, index === 0 ? 'action' : index === 1 ? renamed! : names[index]!), old);
    yield { message: 'browser-action-type' as const, at: script.at(node), edits, data: { old, new: text } };
  }
  for (const specifier of typeImports(script, 'BrowserAction')) {
    const edit = specifier.local.start === specifier.imported.start
      ? script.insert(specifier.start!, 'Action as ')
      : script.replace(specifier.imported, 'Action');
    yield { message: 'browser-action-type' as const, at: script.at(specifier), edits: [edit], data: { old: 'BrowserAction', new: 'Action' } };
  }
}
