import { isMember, memberName, parentOf, stringValue, walk, wrapped, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { isPageActionReplaced } from './lib/page-action.ts';
import type { Page } from './lib/page.ts';
import type { Script } from './lib/script.ts';
import { shortened, snippet } from './lib/words.ts';

export default define({
  id: 'action-names',
  summary: 'Names of commands and manifest keys in code, such as `_execute_browser_action`',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/commands#action_commands',
  targets: ['chrome', 'firefox', 'cross-browser'],
  names: ['browser_action', 'page_action', '_execute_browser_action', '_execute_page_action'],
  messages: {
    'command': {
      outcome: 'changed', severity: 'error',
      text: 'the command `{old}` is now `{new}`',
    },
    'command-within': {
      outcome: 'manual', severity: 'warning',
      text: '`{text}` names the command `{old}`, which is `{new}` now',
      advice: 'If code takes the name of the command out of it, write the new name, and take over what is stored under the old one.',
    },
    'manifest-key': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` of the manifest is now `{new}`',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-browser-page-actions',
    },
  },
  *page(page: Page, extension: Extension) {
    if (!page.text.includes('_execute_') || page.text.includes('_execute_action')) return;
    const names = oldCommands(extension);
    for (const { attributes, place } of page.elements) {
      for (const text of attributes.values()) {
        const old = within(text, names, extension);
        if (old !== undefined) yield { message: 'command-within', at: place, data: { text: shortened(text), old, new: '_execute_action' } };
      }
    }
  },
  *script(script: Script, extension: Extension) {
    if (script.realms.length === 0) return;
    yield* commands(script, extension);
    yield* manifestKeys(script, extension);
  },
});

function oldCommands(extension: Extension): string[] {
  return ['_execute_browser_action', ...(isPageActionReplaced(extension) ? ['_execute_page_action'] : [])];
}

function* commands(script: Script, extension: Extension) {
  // Code that knows the new name as well serves both versions, or carries the user's shortcut over.
  if (!script.text.includes('_execute_') || (script.text.includes('_execute_action') && !script.file.adds('_execute_action'))) return;
  const names = oldCommands(extension);
  const found: Node[] = [];
  const longer: Node[] = [];
  walk(script.program!, (node) => {
    if (node.type !== 'StringLiteral' && node.type !== 'TemplateLiteral') return;
    if (names.includes(stringValue(node) ?? '')) found.push(node);
    else if (within(script.textOf(node), names, extension) !== undefined) longer.push(node);
  });
  for (const node of longer) {
    const old = within(script.textOf(node), names, extension)!;
    yield { message: 'command-within' as const, at: script.at(node), data: { text: snippet(script, node), old, new: '_execute_action' } };
  }
  for (const node of found) {
    const edit = { ...script.at(node), start: node.start! + 1, end: node.end! - 1, text: '_execute_action' };
    yield { message: 'command' as const, at: script.at(node), edits: [edit], data: { old: stringValue(node)!, new: '_execute_action' } };
  }
}

/** The command of the extension that a longer text names. */
function within(text: string, names: readonly string[], { originalManifest }: Extension): string | undefined {
  return names.find((name) => new RegExp(`(?<!\\w)${name}(?!\\w)`).test(text) && originalManifest.has(['commands', name]));
}

function* manifestKeys(script: Script, extension: Extension) {
  const keys = [...script.calls('runtime.getManifest')].flatMap(({ call }) => [...readKeys(script, call)]);
  // Code that reads the new key as well serves both versions.
  if (keys.some(({ name }) => name === 'action' || name === 'manifest_version')) return;
  const names = ['browser_action', ...(isPageActionReplaced(extension) ? ['page_action'] : [])];
  for (const { name, node } of keys) {
    if (!names.includes(name)) continue;
    const parent = parentOf(node);
    const edit = parent?.type === 'ObjectProperty' && parent.shorthand ? script.insert(node.start!, 'action: ')
      : node.type === 'StringLiteral' ? { ...script.at(node), start: node.start! + 1, end: node.end! - 1, text: 'action' } : script.replace(node, 'action');
    yield { message: 'manifest-key' as const, at: script.at(node), edits: [edit], data: { old: name, new: 'action' } };
  }
}

/** The keys that code reads of an object: of the expression itself, and of the variable that it initialises. */
function* readKeys(script: Script, expression: Node, isVariable = false): Generator<{ readonly name: string; readonly node: Node }> {
  const outer = wrapped(expression);
  const parent = parentOf(outer);
  if (isMember(parent) && parent.object === outer) {
    const name = memberName(parent);
    if (name !== undefined) yield { name, node: parent.property };
  }
  if (isVariable || parent?.type !== 'VariableDeclarator' || parent.init !== outer) return;
  if (parent.id.type === 'ObjectPattern') {
    for (const member of parent.id.properties) {
      if (member.type === 'ObjectProperty' && !member.computed && member.key.type === 'Identifier') yield { name: member.key.name, node: member.key };
    }
  } else if (parent.id.type === 'Identifier') {
    for (const { node, reads } of script.binding(parent.id)?.references ?? []) {
      if (reads) yield* readKeys(script, node, true);
    }
  }
}
