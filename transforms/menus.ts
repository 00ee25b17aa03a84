import type { ApiReference } from './lib/api.ts';
import { property, unwrap, type AnyCall, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { places, unitOf } from './lib/environment.ts';
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
      text: '`{code}` runs at every wake ({when}), but the item still exists: a duplicate id is an error{more}',
      advice: 'Create menu items in `runtime.onInstalled`; browsers keep them until the next update.',
    },
    'rebuilt-at-start': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` rebuilds the menu at every wake ({when}), after `removeAll`{more}',
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
        const calls = [...script.calls(`${namespace}.create`)];
        yield* createdAtStart(script, calls, turns);
        for (const { call } of calls) yield* incomplete(script, call);
        for (const { call } of script.calls(`${namespace}.update`)) yield* onclick(script, call.arguments[1]);
      }
    }
  },
});

/** Items that the start-up creates, those of one function together: they have one remedy. */
function* createdAtStart(script: Script, calls: readonly { readonly reference: ApiReference; readonly call: AnyCall }[], turns: Turns) {
  const units = new Map<Node, number>();
  const atStart = calls.filter(({ call }) => {
    const own = turns.turnsAt(call).map(({ origin }) => origin);
    if (!own.includes('start') || own.includes('runtime.onInstalled')) return false;
    units.set(unitOf(call), (units.get(unitOf(call)) ?? 0) + 1);
    return true;
  });
  for (const { call, reference: { path } } of atStart) {
    const count = units.get(unitOf(call));
    units.delete(unitOf(call));
    if (count === undefined) continue;
    const cleared = removals(script, path).some((other) => turns.turnsAt(other).some(({ origin }) => origin === 'start'));
    const start = turns.turnsAt(call).find(({ origin }) => origin === 'start')!;
    yield { message: cleared ? 'rebuilt-at-start' as const : 'created-at-start' as const, at: script.at(call), data: { code: path, when: turnWords(start), more: places(count) } };
  }
}

function* incomplete(script: Script, call: AnyCall) {
  const [options] = call.arguments;
  yield* onclick(script, options);
  const object = options && unwrap(options);
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
