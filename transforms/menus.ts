import type * as t from '@babel/types';
import { property, unwrap, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Realm } from './lib/realms.ts';
import type { Script } from './lib/script.ts';
import { turnsOf, type Turns } from './lib/turns.ts';
import { turnWords } from './lib/words.ts';

export default define({
  id: 'menus',
  summary: 'Context menu items that are created at every start, have no id, or carry their own listener',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/contextMenus',
  messages: {
    'created-at-start': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake ({when}), but the item still exists: a duplicate id is an error',
      advice: 'Create menu items in `runtime.onInstalled`; browsers keep them until the next update.',
    },
    'rebuilt-at-start': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` rebuilds the menu at every wake ({when}), after `removeAll`',
      advice: 'That works, but the menu is gone for a moment. Build it in `runtime.onInstalled` and where its source changes.',
    },
    'onclick': {
      outcome: 'manual', severity: 'error',
      text: '`onclick` cannot be used with a background that is unloaded: the item is not created',
      advice: 'Give the item an `id`, and handle it in one `onClicked` listener at top level.',
    },
    'no-id': {
      outcome: 'manual', severity: 'error',
      text: 'a menu item without an `id` is not created by a background that can be unloaded',
      advice: 'Give each item an `id` that stays the same, and use it instead of the one that `create` returns.',
    },
  },
  *realm(realm: Realm) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    for (const script of realm.scripts) {
      if (!script.program) continue;
      for (const namespace of ['contextMenus', 'menus']) {
        for (const { call, reference } of script.calls(`${namespace}.create`)) yield* created(script, call, reference.path, turns);
        for (const { call } of script.calls(`${namespace}.update`)) yield* onclick(script, call.arguments[1]);
      }
    }
  },
});

function* created(script: Script, call: t.CallExpression | t.OptionalCallExpression | t.NewExpression, code: string, turns: Turns) {
  const [options] = call.arguments;
  const start = turns.turnsAt(call).find(({ origin }) => origin === 'start');
  if (start !== undefined && !turns.turnsAt(call).some(({ origin }) => origin === 'runtime.onInstalled')) {
    const cleared = removals(script, code).some((other) => turns.turnsAt(other).some(({ origin }) => origin === 'start'));
    yield { message: cleared ? 'rebuilt-at-start' as const : 'created-at-start' as const, at: script.at(call), data: { code, when: turnWords(start) } };
  }
  yield* onclick(script, options);
  const object = options === undefined ? undefined : unwrap(options);
  if (object?.type !== 'ObjectExpression' || object.properties.some(({ type }) => type === 'SpreadElement') || property(object, 'id')) return;
  yield { message: 'no-id' as const, at: script.at(object) };
}

function removals(script: Script, create: string): readonly Node[] {
  return [...script.calls(create.replace(/create$/, 'removeAll'))].map(({ call }) => call);
}

function* onclick(script: Script, options: Node | undefined) {
  const object = options === undefined ? undefined : unwrap(options);
  const handler = object?.type === 'ObjectExpression' ? property(object, 'onclick') : undefined;
  if (handler === undefined || (handler.type === 'ObjectProperty' && unwrap(handler.value).type === 'NullLiteral')) return;
  yield { message: 'onclick' as const, at: script.at(handler) };
}
