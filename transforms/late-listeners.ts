import { ancestors, functionOf, isCall, isMember, isWithin, keyName, memberName, parentOf, unwrap, walk, wrapped, type FunctionNode, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { isForOthers } from './lib/environment.ts';
import { planHoisting, SETUP_EVENTS } from './lib/hoisting.ts';
import { loadWrappers, planUnwrapping, wrapperText } from './lib/load-wrappers.ts';
import type { Realm } from './lib/realms.ts';
import { Refusal } from './lib/refusal.ts';
import type { Script } from './lib/script.ts';
import { turnsOf, type Registration, type Turn, type Turns } from './lib/turns.ts';
import type { Edit, Match } from './lib/types.ts';
import { snippet, turnWords, WHEN } from './lib/words.ts';

export default define({
  id: 'late-listeners',
  summary: 'Listeners that are registered after the first turn of the background: they miss the event that wakes it',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#register-listeners',
  messages: {
    'late': {
      outcome: 'manual', severity: 'error',
      text: '`{event}` gets its listener {when}: too late for the event that wakes the background{reason}',
      advice: 'Register it at top level, and wait inside the listener for what it needs.',
    },
    'moved': {
      outcome: 'review', severity: 'error',
      text: '{events} {get} as the background starts, not {when}{waits}',
      advice: 'Read what the listener uses: it may now run before the rest of the start-up.',
    },
    'moved-from-listener': {
      outcome: 'review', severity: 'error',
      text: '{events} {get} as the background starts, not only when {when} fires',
      advice: 'Until now it listened from that event until the background was closed; now it always does.',
    },
    'unwrapped': {
      outcome: 'review', severity: 'error',
      text: '`{code}` now runs as the background starts, not when a page has loaded',
      advice: 'Check that it relies on nothing that is ready only later.',
    },
    'in-listener': {
      outcome: 'manual', severity: 'error',
      text: '`{event}` gets its listener only when {when} fires: after an unload nobody listens{reason}',
      advice: 'Register it at top level; if it must be switched on and off, keep the switch in storage and test it in the listener.',
    },
    'switched': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` gets its listener when {when} fires, and loses it elsewhere: an unload switches it off',
      advice: 'Register it at top level, keep the switch in storage, and begin the listener with a test of it.',
    },
    'removed': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` loses its listener in {when}: the next start of the background has it again',
      advice: 'Keep it registered, note in storage that it is switched off, and begin the listener with a test of that.',
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
    const late = lateOnes(realm, turns);
    const unwrapping = unwrapFirst(realm, turns, late);
    if (unwrapping.match !== undefined) yield unwrapping.match;
    const hoisting = unwrapping.match === undefined ? hoistFirst(realm, turns, late) : { match: undefined, refused: new Map<Node, string>() };
    if (hoisting.match !== undefined) yield hoisting.match;
    const refused = new Map([...unwrapping.refused, ...hoisting.refused]);
    for (const one of late) yield report(one, realm, refused);
    yield* removals(realm, turns);
  },
});

/** A registration that does not run in the first turn, with the turns in which it does. */
interface Late {
  readonly registration: Registration;
  readonly own: readonly Turn[];
}

function lateOnes(realm: Realm, turns: Turns): readonly Late[] {
  return turns.registrations.flatMap((registration): Late[] => {
    const { script, call, event, listener } = registration;
    const own = turns.turnsAt(call);
    if (own.length === 0 || own.some(isFirst)) return [];
    const isUnknown = own.every(({ origin }) => origin === 'unknown');
    if (isUnknown && (!script.file.editable || isForOthers(realm, script, call) || isHandedOn(registration))) return [];
    // What the first turn registers, too, is there after each wake.
    const name = listener && nameOf(script, listener);
    const again = name !== undefined && turns.registrations.some((other) => other.event === event && other !== registration && turns.turnsAt(other.call).some(isFirst) &&
      other.functions.length > 0 && other.functions.every((fn) => registration.functions.includes(fn)));
    return again ? [] : [{ registration, own }];
  });
}

function isFirst({ origin, delay }: Turn): boolean {
  return origin === 'start' && delay === undefined;
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

interface Unwrapping {
  readonly match: Match<'unwrapped'> | undefined;
  /** Why the handler of a wrapper stays one, by what registers it. */
  readonly refused: ReadonlyMap<Node, string>;
}

/** Makes the first wrapper of a background part of its start-up, so that the order of several is kept. */
function unwrapFirst(realm: Realm, turns: Turns, late: readonly Late[]): Unwrapping {
  const wrappers = loadWrappers(realm);
  const [first, ...others] = wrappers;
  const waits = (own: readonly Turn[]): boolean => own.some(({ delay }) => delay === 'load');
  if (first === undefined || !(first.script.extension.hasWorker || late.some(({ own }) => waits(own)))) return { match: undefined, refused: new Map() };
  const { script, statement } = first;
  try {
    return { match: { message: 'unwrapped', at: script.at(statement), edits: planUnwrapping(first, realm, turns), data: { code: wrapperText(first) } }, refused: new Map() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { match: undefined, refused: new Map([[first.cause, error.message], ...others.map(({ cause }) => [cause, 'another handler runs before it'] as const)]) };
  }
}

interface Hoisted {
  readonly match: Match<'moved' | 'moved-from-listener'> | undefined;
  /** Why a registration stays where it is. */
  readonly refused: ReadonlyMap<Node, string>;
}

/** Moves the registrations of the first function that has some which can move. */
function hoistFirst(realm: Realm, turns: Turns, late: readonly Late[]): Hoisted {
  const refused = new Map<Node, string>();
  const groups = new Map<Node, Late[]>();
  for (const one of late) {
    const { call } = one.registration;
    const fn = functionOf(call);
    if (fn === undefined || isRemovedAgain(one.registration) || !one.own.every(({ origin, delay }) => (origin === 'start' && delay !== 'load') || SETUP_EVENTS.test(origin))) continue;
    groups.set(fn, [...(groups.get(fn) ?? []), one]);
  }
  for (const all of groups.values()) {
    // All of them, or one that can move without the others.
    for (const group of [all, ...(all.length > 1 ? all.map((one) => [one]) : [])]) {
      try {
        const { edits, waits } = planHoisting(group.map(({ registration }) => registration), realm, turns);
        return { match: hoisted(group, edits, waits), refused };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (group.length === 1) refused.set(group[0]!.registration.call, error.message);
      }
    }
  }
  return { match: undefined, refused };
}

function hoisted(group: readonly Late[], edits: readonly Edit[], waits: boolean): Match<'moved' | 'moved-from-listener'> {
  const [{ registration: { script, call }, own: [turn] }] = group as readonly [Late];
  const events = [...new Set(group.map(({ registration }) => `\`${registration.event}\``))];
  const names = events.length === 1 ? events[0]! : `${events.slice(0, -1).join(', ')} and ${events.at(-1)!}`;
  const data = { events: names, get: events.length > 1 ? 'get their listeners' : 'gets its listener', waits: waits ? events.length > 1 ? '; the listeners wait for what the start-up fills' : '; the listener waits for what the start-up fills' : '' };
  if (turn!.origin === 'start') return { message: 'moved', at: script.at(call), edits, data: { ...data, when: WHEN[turn!.delay!] } };
  return { message: 'moved-from-listener', at: script.at(call), edits, data: { ...data, when: firing(turn!) } };
}

function report({ registration, own }: Late, realm: Realm, refused: ReadonlyMap<Node, string>): Match<'late' | 'in-listener' | 'switched' | 'temporary' | 'uncalled'> {
  const { script, call } = registration;
  const event = registration.event.replaceAll('|', '` or `');
  const at = script.at(call);
  if (isRemovedAgain(registration)) return { message: 'temporary', at, data: { event } };
  const started = own.find(({ origin }) => origin === 'start');
  const fired = own.find(({ origin }) => origin !== 'start' && origin !== 'unknown');
  const because = (why: string | undefined): string => (why === undefined ? '' : ` (not changed here: ${why})`);
  const reason = because(refused.get(call) ?? (started?.cause && refused.get(started.cause)));
  if (started !== undefined) return { message: 'late', at, data: { event, when: WHEN[started.delay!], reason } };
  if (fired === undefined) return { message: 'uncalled', at, data: { event, code: snippet(script, call) } };
  const message = isRemoved(registration, realm) ? 'switched' : 'in-listener';
  return { message, at, data: { event, when: firing(fired), reason } };
}

/** Listeners of the start-up that an event removes: the next start has them again. */
function* removals(realm: Realm, turns: Turns): Generator<Match<'removed'>> {
  for (const script of realm.scripts) {
    if (!script.file.editable || !script.text.includes('removeListener')) continue;
    for (const { path, call } of script.apiReferences) {
      const event = /^(.*)\.removeListener$/.exec(path)?.[1];
      const [listener] = call?.arguments ?? [];
      const name = listener && nameOf(script, listener);
      if (event === undefined || call === undefined || name === undefined) continue;
      // What the end of the page removes is gone with it, and set-up happens once.
      const own = SETUP_EVENTS.test(event) ? undefined : turns.turnsAt(call).find(({ origin }) => !/^(start|dom|unknown)$/.test(origin));
      const functions = turns.functionsOf(listener!);
      const same = turns.registrations.filter((one) => one.event === event && one.functions.some((fn) => functions.includes(fn)));
      if (own === undefined || !same.some((one) => turns.turnsAt(one.call).some(isFirst))) continue;
      // What removes it to add it again, with another filter perhaps, leaves it there.
      const around = operationOf(call);
      if (same.some((one) => around.some((fn) => isWithin(one.call, fn)) && !isConditional(one.call, call))) continue;
      yield { message: 'removed', at: script.at(call), data: { event, when: turnWords(own) } };
    }
  }
}

/** Whether the same listener is removed somewhere else. */
function isRemoved({ event, listener, script }: Registration, realm: Realm): boolean {
  const name = listener && nameOf(script, listener);
  return name !== undefined && realm.scripts.some((one) => [...one.calls(`${event}.removeListener`)].some(({ call }) => call.arguments[0] !== undefined && nameOf(one, call.arguments[0]) === name));
}

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

/** Whether a place stands in a branch that another does not stand in. */
function isConditional(place: Node, other: Node): boolean {
  for (const up of ancestors(place)) {
    if (isWithin(other, up)) return excludeEachOther(place, other);
    if (up.type === 'IfStatement' || up.type === 'ConditionalExpression' || up.type === 'SwitchCase') return true;
  }
  return false;
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
