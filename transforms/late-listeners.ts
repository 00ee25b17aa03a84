import { isMember, memberName, unwrap, walk, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Realm } from './lib/realms.ts';
import type { Script } from './lib/script.ts';
import { turnsOf, type Registration, type Turn } from './lib/turns.ts';
import { snippet, WHEN } from './lib/words.ts';

export default define({
  id: 'late-listeners',
  summary: 'Listeners that are registered after the first turn of the background: they miss the event that wakes it',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#register-listeners',
  messages: {
    'late': {
      outcome: 'manual', severity: 'error',
      text: '`{event}` gets its listener {when}: too late for the event that wakes the background',
      advice: 'Register it at top level, and wait inside the listener for what it needs.',
    },
    'in-listener': {
      outcome: 'manual', severity: 'error',
      text: '`{event}` gets its listener only when {when} fires: after an unload nobody listens',
      advice: 'Register it at top level; if it must be switched on and off, keep the switch in storage and test it in the listener.',
    },
    'temporary': {
      outcome: 'manual', severity: 'info',
      text: '`{event}` gets a listener that is removed again; it is lost if the background is unloaded meanwhile',
      advice: 'That is right for what ends within seconds. For what takes longer, register it at top level and store what it waits for.',
    },
    'uncalled': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` gets its listener in a function whose caller was not found: `{code}`',
      advice: 'Make sure that top-level code calls it as the background starts, without waiting for anything.',
    },
  },
  *realm(realm: Realm) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    for (const registration of turns.registrations) {
      const { script, call, event } = registration;
      const own = turns.turnsAt(call);
      if (own.length === 0 || own.some(({ origin, delay }) => origin === 'start' && delay === undefined)) continue;
      if (!script.file.editable && own.every(({ origin }) => origin === 'unknown')) continue;
      const at = script.at(call);
      if (isRemovedAgain(realm, registration)) {
        yield { message: 'temporary', at, data: { event } };
        continue;
      }
      const started = own.find(({ origin }) => origin === 'start');
      const fired = own.find(({ origin }) => origin !== 'start' && origin !== 'unknown');
      if (started !== undefined) yield { message: 'late', at, data: { event, when: WHEN[started.delay!] } };
      else if (fired !== undefined) yield { message: 'in-listener', at, data: { event, when: firing(fired) } };
      else yield { message: 'uncalled', at, data: { event, code: snippet(script, call) } };
    }
  },
});

function firing({ origin }: Turn): string {
  return origin === 'dom' ? 'an event of the page' : `\`${origin}\``;
}

/** Whether the same listener is taken from the same event somewhere: it waits for one thing, or is switched on and off. */
function isRemovedAgain(realm: Realm, { event, listener, script }: Registration): boolean {
  if (listener === undefined) return false;
  const name = nameOf(script, listener);
  return name !== undefined && realm.scripts.some((other) => other.references(`${event}.removeListener`).some(({ call }) => {
    const [argument] = call?.arguments ?? [];
    return argument !== undefined && nameOf(other, argument) === name;
  }));
}

function nameOf(script: Script, node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  if (isMember(inner)) return memberName(inner);
  if (inner.type === 'FunctionExpression' && inner.id) return inner.id.name;
  if (inner.type !== 'FunctionExpression' && inner.type !== 'ArrowFunctionExpression') return undefined;
  // removeListener(arguments.callee)
  let callee: string | undefined;
  walk(inner, (one) => {
    if (isMember(one) && memberName(one) === 'callee' && script.textOf(one.object) === 'arguments') callee = 'callee';
  });
  return callee;
}
