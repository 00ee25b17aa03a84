import type * as t from '@babel/types';
import { isFunction, isMember, memberName, parentOf, property, unwrap, wrapped, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { optionsOf } from './lib/options.ts';
import type { Binding } from './lib/scope.ts';
import type { Script } from './lib/script.ts';
import type { Edit } from './lib/types.ts';

export default define({
  id: 'selected-tabs',
  summary: '`selected` of tabs, which is `active` now',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/tabs#type-Tab',
  names: ['selected'],
  apiOnly: true,
  messages: {
    'option': {
      outcome: 'changed', severity: 'warning',
      text: '`selected` is now `active`: Firefox refuses the old name, Chrome advises against it',
    },
    'option-left': {
      outcome: 'manual', severity: 'warning',
      text: '`selected` has another name now, `active`, which is given here too',
      advice: 'Remove `selected`.',
    },
    'shared-option': {
      outcome: 'manual', severity: 'warning',
      text: '`selected` has another name in `{api}`, `active`; this object is used elsewhere too',
      advice: 'Rename the property, and where it is read.',
    },
    'tab': {
      outcome: 'changed', severity: 'warning',
      text: '`{code}` is now `active`: the same for a tab, in both browsers',
    },
  },
  *script(script: Script) {
    for (const api of ['tabs.create', 'tabs.update']) {
      for (const { call } of script.calls(api)) {
        for (const argument of call.arguments) {
          const { object, isShared } = optionsOf(script, argument);
          const selected = object && property(object, 'selected');
          if (object === undefined || selected?.type !== 'ObjectProperty' || selected.computed) continue;
          const at = script.at(selected);
          if (property(object, 'active')) yield { message: 'option-left', at };
          else if (isShared) yield { message: 'shared-option', at, data: { api } };
          else yield { message: 'option', at, edits: [renameKey(script, selected)] };
        }
      }
    }
    const seen = new Set<Node>();
    for (const member of reads(script)) {
      if (seen.has(member)) continue;
      seen.add(member);
      const name = member.computed ? script.quote('active') : 'active';
      yield { message: 'tab', at: script.at(member.property), edits: [script.replace(member.property, name)], data: { code: script.textOf(member) } };
    }
  },
});

function renameKey(script: Script, member: t.ObjectProperty): Edit {
  if (member.shorthand) return script.insert(member.start!, 'active: ');
  const quote = member.key.type === 'StringLiteral' ? script.textOf(member.key)[0]! : '';
  return script.replace(member.key, `${quote}active${quote}`);
}

// ---- tab.selected

/** The parameters of callbacks and listeners that are tabs. */
const TABS: Readonly<Record<string, number>> = {
  'tabs.get': 0, 'tabs.getCurrent': 0, 'tabs.create': 0, 'tabs.update': 0, 'tabs.duplicate': 0, 'tabs.getSelected': 0,
  'tabs.onCreated.addListener': 0, 'tabs.onUpdated.addListener': 2,
  'action.onClicked.addListener': 0, 'browserAction.onClicked.addListener': 0, 'pageAction.onClicked.addListener': 0,
  'contextMenus.onClicked.addListener': 1, 'menus.onClicked.addListener': 1,
};
const LISTS = ['tabs.query', 'tabs.getAllInWindow'];
const ITERATIONS = new Set(['forEach', 'map', 'filter', 'find', 'findIndex', 'some', 'every', 'flatMap']);

/** `tab.selected`, where the value is a tab beyond doubt. */
function* reads(script: Script): Generator<t.MemberExpression | t.OptionalMemberExpression> {
  for (const [api, index] of Object.entries(TABS)) {
    for (const { call } of script.calls(api)) {
      for (const argument of call.arguments) {
        const fn = unwrap(argument);
        if (isFunction(fn)) yield* readsOf(script, fn.params[index]);
      }
      yield* readsOf(script, awaited(call));
    }
  }
  for (const api of LISTS) {
    for (const { call } of script.calls(api)) {
      for (const argument of call.arguments) {
        const fn = unwrap(argument);
        if (isFunction(fn)) yield* readsOfList(script, fn.params[0]);
      }
      yield* readsOfList(script, awaited(call));
    }
  }
}

/** The variable that `const x = await call` declares. */
function awaited(call: Node): Node | undefined {
  const parent = parentOf(wrapped(call));
  const declarator = parent?.type === 'AwaitExpression' ? parentOf(wrapped(parent)) : undefined;
  return declarator?.type === 'VariableDeclarator' ? declarator.id : undefined;
}

function* readsOf(script: Script, pattern: Node | undefined) {
  if (pattern?.type !== 'Identifier') return;
  for (const use of usesOf(script.binding(pattern))) yield* selectedOf(use);
}

function* selectedOf(node: Node) {
  const parent = parentOf(wrapped(node));
  if (isMember(parent) && unwrap(parent.object) === node && memberName(parent) === 'selected' && parentOf(parent)?.type !== 'AssignmentExpression') yield parent;
}

function* readsOfList(script: Script, pattern: Node | undefined): Generator<t.MemberExpression | t.OptionalMemberExpression> {
  if (pattern?.type === 'ArrayPattern') for (const element of pattern.elements) yield* readsOf(script, element ?? undefined);
  if (pattern?.type !== 'Identifier') return;
  for (const use of usesOf(script.binding(pattern))) {
    const parent = parentOf(use);
    if (isMember(parent) && parent.object === use) {
      if (parent.computed) yield* selectedOf(parent);
      const call = parentOf(parent);
      if (!ITERATIONS.has(memberName(parent) ?? '') || call?.type !== 'CallExpression' || call.callee !== parent) continue;
      const fn = call.arguments[0] && unwrap(call.arguments[0]);
      if (isFunction(fn)) yield* readsOf(script, fn.params[0]);
    }
    if (parent?.type === 'ForOfStatement' && parent.right === use && parent.left.type === 'VariableDeclaration') yield* readsOf(script, parent.left.declarations[0]?.id);
  }
}

/** The uses of a variable that nothing is assigned to after its declaration. */
function usesOf(binding: Binding | undefined): readonly Node[] {
  if (binding === undefined || binding.declarations.length > 1 || binding.references.some(({ writes }) => writes)) return [];
  return binding.references.map(({ node }) => node);
}
