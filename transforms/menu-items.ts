import type * as t from '@babel/types';
import { ancestors, isFunction, isMember, keyName, memberName, parentOf, property, stringValue, unwrap, walk, wrapped, type AnyMember, type Node } from './lib/ast.ts';
import { isInFirefoxBranch } from './lib/browser-global.ts';
import { resultOf } from './lib/constants.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { optionsOf, withoutItem } from './lib/options.ts';
import { isPageActionReplaced } from './lib/page-action.ts';
import { minimumVersion } from './lib/platform.ts';
import { respell, spelled } from './lib/rename.ts';
import { isTried, type Script } from './lib/script.ts';

export default define({
  id: 'menu-items',
  summary: 'Contexts and properties of menu items that a target does not know',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/menus/ContextType',
  targets: ['chrome', 'firefox', 'cross-browser'],
  names: ['contextMenus', 'menus', 'contexts'],
  apiOnly: true,
  messages: {
    'context': {
      outcome: 'changed', severity: 'error',
      text: 'the menu context `{old}` is now `action`',
    },
    'same-context': {
      outcome: 'changed', severity: 'error',
      text: 'the menu context `{old}` is gone: `action` stands in the same list',
    },
    'context-removed': {
      outcome: 'review', severity: 'error',
      text: 'Chrome knows no menu context `{old}`: it is removed here',
      advice: 'The item does not appear there in Chrome.',
    },
    'context-unknown': {
      outcome: 'manual', severity: 'error',
      text: 'Chrome knows no menu context `{old}`: creating this item throws',
      advice: 'Leave the item out in Chrome, or give it another place.',
    },
    'tab-context': {
      outcome: 'manual', severity: 'warning',
      text: 'the menu context `tab` needs Chrome 150: in older versions creating this item throws',
      advice: 'Set `minimum_chrome_version` to 150, or leave the item out where it throws.',
    },
    'property-removed': {
      outcome: 'review', severity: 'error',
      text: 'menu items have no `{name}` in Chrome, which throws: it is removed here',
      advice: '{loss}',
    },
    'property-unknown': {
      outcome: 'manual', severity: 'error',
      text: 'menu items have no `{name}` in Chrome: this throws there',
      advice: 'Give it in Firefox only. {loss}',
    },
  },
  *script(script: Script, extension: Extension) {
    const hasChrome = extension.target !== 'firefox';
    yield* contexts(script, extension);
    for (const reference of script.references('contextMenus.ContextType.BROWSER_ACTION')) {
      const edit = respell(script, reference, 2, 'ACTION');
      if (edit) yield { message: 'context', at: script.at(reference.keys[2]!), edits: [edit], data: { old: spelled(script, reference) } };
    }
    if (!hasChrome) return;
    const seen = new Set<Node>();
    for (const namespace of ['contextMenus', 'menus']) {
      for (const [member, index] of [['create', 0], ['update', 1]] as const) {
        for (const { call } of script.calls(`${namespace}.${member}`)) {
          const item = call.arguments[index];
          if (item === undefined || isInFirefoxBranch(script, item) || isTried(item)) continue;
          if (unwrap(item).type === 'ObjectExpression') yield* properties(script, unwrap(item) as t.ObjectExpression, extension);
          for (const one of partsOf(script, item)) {
            if (seen.has(one.object) || one.object === unwrap(item) || isInFirefoxBranch(one.owner, one.object)) continue;
            seen.add(one.object);
            yield* givenProperties(one.owner, one.object);
          }
        }
      }
    }
  },
});

// ---- contexts

const UNKNOWN_IN_CHROME = new Set(['bookmark', 'password', 'tools_menu']);

function* contexts(script: Script, extension: Extension) {
  const old = ['browser_action', ...(isPageActionReplaced(extension) ? ['page_action'] : [])];
  const hasChrome = extension.target !== 'firefox';
  const found: Node[] = [];
  walk(script.program!, (node) => {
    const value = node.type === 'StringLiteral' ? node.value : undefined;
    if (value !== undefined && (old.includes(value) || UNKNOWN_IN_CHROME.has(value) || value === 'tab') && isContext(node)) found.push(node);
  });
  for (const node of found) {
    const value = stringValue(node)!;
    const list = parentOf(node);
    const items = list?.type === 'ArrayExpression' ? list.elements.map((element) => stringValue(element)) : [];
    const data = { old: value };
    if (old.includes(value)) {
      if (items.includes('action') || (value === 'page_action' && items.includes('browser_action'))) {
        yield { message: 'same-context' as const, at: script.at(node), edits: [withoutItem(script, list as t.ArrayExpression, node)], data };
      } else if (!hasActionBeside(node)) {
        yield { message: 'context' as const, at: script.at(node), edits: [{ ...script.at(node), start: node.start! + 1, end: node.end! - 1, text: 'action' }], data };
      }
    } else if (!hasChrome || isInFirefoxBranch(script, node) || isTried(node)) {
      continue;
    } else if (list?.type !== 'ArrayExpression' || !isItemList(list)) {
      if (!isGivenList(script, node)) continue;
      if (value !== 'tab') yield { message: 'context-unknown' as const, at: script.at(node), data };
      else if (minimumVersion(extension.manifest, 'chrome') < 150) yield { message: 'tab-context' as const, at: script.at(node) };
    } else if (value === 'tab') {
      if (minimumVersion(extension.manifest, 'chrome') < 150) yield { message: 'tab-context' as const, at: script.at(node) };
    } else if (extension.target === 'chrome' && items.some((item) => item !== undefined && !UNKNOWN_IN_CHROME.has(item))) {
      yield { message: 'context-removed' as const, at: script.at(node), edits: [withoutItem(script, list, node)], data };
    } else {
      yield { message: 'context-unknown' as const, at: script.at(node), data };
    }
  }
}

const LIST_NAME = /contexts/i;

/** Whether a string is a menu context: in a list of that name, or compared with one. */
function isContext(node: Node): boolean {
  let inner = node;
  let isInList = false;
  for (const up of ancestors(node)) {
    switch (up.type) {
      case 'ArrayExpression':
        isInList = true;
        break;
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'SpreadElement':
      case 'TSAsExpression':
        break;
      case 'ObjectProperty':
        return isInList && up.value === inner && keyName(up) === 'contexts';
      case 'VariableDeclarator':
        return isInList && up.init === inner && up.id.type === 'Identifier' && LIST_NAME.test(up.id.name);
      case 'AssignmentExpression':
      case 'AssignmentPattern':
        return isInList && up.right === inner && isNamedList(up.left);
      case 'CallExpression': {
        const callee = unwrap(up.callee);
        return inner === node && isMember(callee) && /^(includes|indexOf|push|unshift|concat)$/.test(memberName(callee) ?? '') && isNamedList(callee.object);
      }
      default:
        return false;
    }
    inner = up;
  }
  return false;
}

function isNamedList(node: Node): boolean {
  const value = unwrap(node);
  return isMember(value) ? LIST_NAME.test(memberName(value) ?? '') : value.type === 'Identifier' && LIST_NAME.test(value.name);
}

/** The list of an item's own contexts, as opposed to a list that code picks from. */
function isItemList(list: t.ArrayExpression): boolean {
  const parent = parentOf(list);
  return parent?.type === 'ObjectProperty' && keyName(parent) === 'contexts';
}

/** Whether the list that a context stands in, or is added to, has a name by which an item is given it: `contexts.push('tab')`, and `{ contexts }`. */
function isGivenList(script: Script, node: Node): boolean {
  const declarator = [...ancestors(node)].find((up) => up.type === 'VariableDeclarator' || up.type === 'CallExpression' || isFunction(up));
  const list = declarator?.type === 'VariableDeclarator' ? declarator.id : declarator?.type === 'CallExpression' && isMember(unwrap(declarator.callee)) ? unwrap((unwrap(declarator.callee) as AnyMember).object) : undefined;
  const binding = list?.type === 'Identifier' ? script.binding(list) : undefined;
  return binding?.references.some(({ node: use }) => {
    const property = parentOf(wrapped(use));
    return property?.type === 'ObjectProperty' && property.value === wrapped(use) && keyName(property) === 'contexts' && parentOf(property)?.type === 'ObjectExpression';
  }) ?? false;
}

/** `[isV3 ? 'action' : 'browser_action']`, `isV3 ? ['action'] : ['browser_action']` */
function hasActionBeside(node: Node): boolean {
  const names = (branch: Node): boolean => {
    const value = unwrap(branch);
    return stringValue(value) === 'action' || (value.type === 'ArrayExpression' && value.elements.some((element) => element != null && names(element)));
  };
  let inner = node;
  for (const up of ancestors(node)) {
    if (up.type === 'ConditionalExpression' && [up.consequent, up.alternate].some((branch) => branch !== inner && names(branch))) return true;
    if (!/^(Conditional|Logical|Array)Expression$|^SpreadElement$/.test(up.type)) return false;
    inner = up;
  }
  return false;
}

// ---- properties

const LOSSES: Readonly<Record<string, string>> = {
  icons: 'Chrome shows the extension\'s own icon.',
  iconVariants: 'Chrome shows the extension\'s own icon.',
  viewTypes: 'Chrome shows the item in all kinds of views.',
  command: 'In Chrome do in `onClicked` what the command does.',
};

function* properties(script: Script, item: t.ObjectExpression, extension: Extension) {
  for (const [name, loss] of Object.entries(LOSSES)) {
    const member = property(item, name);
    if (member === undefined) continue;
    const at = script.at(member);
    if (extension.target === 'chrome') yield { message: 'property-removed' as const, at, edits: [withoutItem(script, item, member)], data: { name, loss } };
    else yield { message: 'property-unknown' as const, at, data: { name, loss } };
  }
}

/** Properties that an item gets from elsewhere, where other code may use them. */
function* givenProperties(script: Script, object: t.ObjectExpression) {
  for (const [name, loss] of Object.entries(LOSSES)) {
    const member = property(object, name);
    if (member === undefined || new RegExp(`\\bdelete\\b[^;\\n]*\\b${name}\\b`).test(script.text)) continue;
    yield { message: 'property-unknown' as const, at: script.at(member), data: { name, loss } };
  }
}

const MAX_PARTS = 3;

/** The object literals that an item is made of: its own, that of a variable, what a function returns, and those that are spread. */
function* partsOf(script: Script, node: Node, depth = 0): Generator<{ readonly owner: Script; readonly object: t.ObjectExpression }> {
  if (depth > MAX_PARTS) return;
  const value = unwrap(node);
  const result = value.type === 'CallExpression' ? resultOf(script, value) : undefined;
  if (result !== undefined) return yield* partsOf(result.owner, result.value, depth + 1);
  const { object } = optionsOf(script, value);
  if (object === undefined) return;
  yield { owner: script, object };
  for (const one of object.properties) if (one.type === 'SpreadElement') yield* partsOf(script, one.argument, depth + 1);
}
