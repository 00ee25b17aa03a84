import { ancestors, functionOf, isCall, isMember, isWithin, memberName, parentOf, unwrap, walk, wrapped, type FunctionNode, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { isForOthers } from './lib/environment.ts';
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
      const { script, call } = registration;
      const event = registration.event.replaceAll('|', '` or `');
      const own = turns.turnsAt(call);
      if (own.length === 0 || own.some(({ origin, delay }) => origin === 'start' && delay === undefined)) continue;
      if (!script.file.editable && own.every(({ origin }) => origin === 'unknown')) continue;
      const at = script.at(call);
      if (isRemovedAgain(registration)) {
        yield { message: 'temporary', at, data: { event } };
        continue;
      }
      const started = own.find(({ origin }) => origin === 'start');
      const fired = own.find(({ origin }) => origin !== 'start' && origin !== 'unknown');
      if (started !== undefined) yield { message: 'late', at, data: { event, when: WHEN[started.delay!] } };
      else if (fired !== undefined) yield { message: 'in-listener', at, data: { event, when: firing(fired) } };
      else if (!isForOthers(realm, script, call)) yield { message: 'uncalled', at, data: { event, code: snippet(script, call) } };
    }
  },
});

function firing({ origin }: Turn): string {
  return origin === 'dom' ? 'an event of the page' : `\`${origin}\``;
}

/** Whether a listener waits for one thing: it is removed by itself, or later in the run of the function that added it. */
function isRemovedAgain({ event, listener, script, call, functions }: Registration): boolean {
  const name = listener && nameOf(script, listener);
  if (name === undefined) return false;
  const adders = operationOf(call);
  return script.references(`${event}.removeListener`).some(({ call: removal }) => {
    const [argument] = removal?.arguments ?? [];
    if (removal === undefined || argument === undefined || nameOf(script, argument) !== name) return false;
    if (functions.some((fn) => isWithin(removal, fn))) return true;
    const remover = functionOf(removal);
    if (remover === undefined || !adders.some((fn) => isWithin(removal, fn))) return false;
    return adders.includes(remover) ? removal.start! > call.end! && !excludeEachOther(call, removal) : true;
  });
}

/** The functions that one run of an addition goes through: its own, and those around it that give it to a call, as promises and callbacks do. */
function operationOf(call: Node): readonly Node[] {
  const found: FunctionNode[] = [];
  for (let fn = functionOf(call); fn !== undefined; fn = functionOf(fn)) {
    found.push(fn);
    const parent = parentOf(wrapped(fn));
    if (parent === undefined || !(isCall(parent) || parent.type === 'NewExpression') || parent.callee === wrapped(fn)) break;
  }
  return found;
}

function excludeEachOther(one: Node, other: Node): boolean {
  let inner = one;
  for (const up of ancestors(one)) {
    if (isWithin(other, up)) return (up.type === 'IfStatement' || up.type === 'ConditionalExpression') && inner !== up.test && !isWithin(other, up.test);
    inner = up;
  }
  return false;
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
