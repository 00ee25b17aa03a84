import type * as t from '@babel/types';
import { ancestors, functionOf, isFunction, isMember, isWithin, keyName, parentOf, unwrap, waits, walk, wrapped, type Node } from '../ast.ts';
import { isForOthers } from '../environment.ts';
import { LAST_EVENTS } from '../phases.ts';
import type { Realm } from '../realms.ts';
import type { Registration, Turn, Turns } from '../turns.ts';
import { nameOfListener } from './removals.ts';
import { isRemovedAgain } from './temporary.ts';

/** A registration that does not run in the first turn, with the turns in which it does. */
export interface Late {
  readonly registration: Registration;
  readonly own: readonly Turn[];
  /** Whether the helper that registers it takes it away again. */
  readonly isTemporary?: boolean;
}

/** The registrations of a background that come after its first turn only; of what nothing calls, those that nobody else is seen to be meant for. */
export function lateRegistrations(realm: Realm, turns: Turns): readonly Late[] {
  return turns.registrations.flatMap((registration): Late[] => {
    const { script, call, event, listener } = registration;
    const own = turns.turnsAt(call);
    if (own.length === 0 || LAST_EVENTS.test(event)) return [];
    if (turns.runsAtStart(call)) {
      const loop = waitingLoop(registration);
      return loop === undefined ? [] : [{ registration, own: [{ origin: 'start', delay: 'await', cause: loop }] }];
    }
    const isUnknown = own.every(({ origin }) => origin === 'unknown');
    if (isUnknown && (!script.file.editable || isForOthers(realm, script, call) || isHandedOn(registration))) return [];
    // What the first turn registers, too, is there after each wake.
    const name = listener && nameOfListener(script, listener);
    const again = name !== undefined && turns.registrations.some((other) => other.event === event && other !== registration && turns.runsAtStart(other.call) &&
      other.functions.length > 0 && other.functions.every((fn) => registration.functions.includes(fn)));
    return again ? [] : [{ registration, own }];
  });
}

/** The loop of which each round registers for another event, and waits: `for (const name of names) { chrome.tabs[name].addListener(f); await keep(name); }`. */
function waitingLoop({ script, call }: Registration): Node | undefined {
  const callee = unwrap(call.callee as Node);
  if (!isMember(callee) || script.api(callee) !== undefined) return undefined;
  for (const up of ancestors(call)) {
    if (isFunction(up)) return undefined;
    if (!/^(For|While|DoWhile)/.test(up.type) || !waits((up as t.ForOfStatement).body)) continue;
    let isOfRound = false;
    walk(callee.object, (node) => {
      const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
      isOfRound ||= binding !== undefined && (binding.declarations.some(({ id }) => isWithin(id, up)) || binding.references.some((one) => one.writes && isWithin(one.node, up)));
      return !isOfRound;
    });
    if (isOfRound) return up;
  }
  return undefined;
}

/** Calls of a function that registers what it is given, which come late where another call of it is in the first turn: `on(browser.tabs.onCreated, opened)`. */
export function lateCalls(realm: Realm, turns: Turns): readonly Late[] {
  return turns.registrations.flatMap((registration): Late[] => {
    const { call, event, listener, script } = registration;
    const fn = functionOf(call);
    const callee = unwrap(call.callee as Node);
    if (fn === undefined || !isMember(callee) || !turns.runsAtStart(call)) return [];
    const indexOf = (node: Node | undefined): number => {
      const binding = node && unwrap(node).type === 'Identifier' ? script.binding(unwrap(node) as t.Identifier) : undefined;
      return fn.params.findIndex((param) => param === binding?.declarations[0]?.id);
    };
    const [ofEvent, ofListener] = [indexOf(callee.object), indexOf(listener)];
    if (ofEvent === -1 && ofListener === -1) return [];
    const isTemporary = isRemovedAgain(registration, turns);
    const calls = turns.callersOf(fn).map((caller): Late => {
      const given = caller.arguments[ofListener] ?? listener;
      const its = ofEvent === -1 ? event : caller.arguments[ofEvent] && turns.eventOf(caller.arguments[ofEvent]);
      return { registration: { script: turns.scriptOf(caller), call: caller, event: its ?? '', listener: given, functions: given ? turns.functionsOf(given) : [] }, own: turns.turnsAt(caller), ...(isTemporary && { isTemporary }) };
    });
    const first = [...calls.map(({ registration }) => registration).filter((one) => turns.runsAtStart(one.call)), ...turns.registrations.filter((one) => one.call !== call && turns.runsAtStart(one.call))];
    return calls.filter(({ registration, own }) => {
      if (registration.event === '' || LAST_EVENTS.test(registration.event) || turns.runsAtStart(registration.call) || own.every(({ origin }) => origin === 'unknown') || isForOthers(realm, registration.script, registration.call)) return false;
      return registration.functions.length === 0 || !first.some((one) => one.event === registration.event && registration.functions.every((own) => one.functions.includes(own)));
    });
  });
}

/** Whether a registration is part of an `addListener` of the extension's own, which hands on what it is given. */
function isHandedOn({ call, listener, script }: Registration): boolean {
  const fn = functionOf(call);
  const parent = fn && parentOf(wrapped(fn));
  const name = fn?.type === 'ObjectMethod' || fn?.type === 'ClassMethod' ? keyName(fn) : parent?.type === 'ObjectProperty' ? keyName(parent) : undefined;
  if (name !== 'addListener' || listener === undefined) return false;
  let given = false;
  walk(listener, (node) => {
    if (node.type === 'Identifier' && script.binding(node)?.declarations.some(({ node: declared }) => declared === fn)) given = true;
    return !given;
  });
  return given;
}
