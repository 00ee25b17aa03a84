import type * as t from '@babel/types';
import { ancestors, functionName, functionOf, isCall, isFunction, isMember, isWithin, keyName, memberName, nameOfCallee, parentOf, stringValue, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from './lib/ast.ts';
import { beginAdvice, heardAdvice, listenerWords, localsOf, placeAdvice } from './lib/wake/advice.ts';
import { TIMERS } from './lib/callbacks.ts';
import { define } from './lib/define.ts';
import { planDeferring } from './lib/wake/deferring.ts';
import { isForOthers } from './lib/environment.ts';
import { planHoisting, type Hoisting } from './lib/hoisting/hoisting.ts';
import { SETUP_EVENTS } from './lib/hoisting/ways.ts';
import { isIgnored, leftAlone, LEFT_ALONE } from './lib/ignoring.ts';
import { loadWrappers, planUnwrapping, wrapperText } from './lib/wake/load-wrappers.ts';
import { LAST_EVENTS } from './lib/phases.ts';
import { isKnownNamespace } from './lib/platform.ts';
import type { Realm } from './lib/realms.ts';
import { orRefusal, Refusal } from './lib/refusal.ts';
import type { Script } from './lib/script.ts';
import { planSwitching } from './lib/wake/switching.ts';
import { turnsOf, type Registration, type Turn, type Turns } from './lib/turns.ts';
import type { Match } from './lib/types.ts';
import { because, listed, placeWords, snippet, turnWords, WHEN } from './lib/words.ts';

export default define({
  id: 'late-listeners',
  moves: true,
  summary: 'Listeners that are registered after the first turn of the background: they miss the event that wakes it',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#register-listeners',
  messages: {
    'late': {
      outcome: 'manual', severity: 'error',
      text: '`{event}` gets its listener {when}: too late for the event that wakes the background{reason}',
      advice: 'Register {listener} at the top level of {file}{more}',
    },
    'set-again': {
      outcome: 'manual', severity: 'error',
      text: '`{event}` gets its listener {when}, too late for the event that wakes the background, and {by} sets it up again{reason}',
      advice: 'Register {listener} at the top level of {file}{more} Keep in storage what decides that; {by} then changes it instead of setting up the listener.',
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
    'switched-by': {
      outcome: 'review', severity: 'error',
      text: '`{event}` always has its listener now, and `{flag}` switches it on and off{waits}',
      advice: 'Read what gives `{flag}` its value at each wake. The event now wakes the background while it is off, too.',
    },
    'in-listener': {
      outcome: 'manual', severity: 'error',
      text: '`{event}` gets its listener only when {when} fires: after an unload nobody listens{reason}',
      advice: 'Register {listener} at the top level of {file}{more} What {when} decides or knows goes to storage, and {listener} looks there.',
    },
    'switched': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` gets its listener when {when} fires, and loses it elsewhere: an unload switches it off{reason}',
      advice: 'Register {listener} at the top level of {file}{more} Store that it is on where it is added now, and that it is off where it is removed{removals}; begin it with a test of that.',
    },
    'removed': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` loses its listener in {when}: the next start of the background has it again{reason}',
      advice: 'Keep {listener} registered: store here that it is switched off, and where it is added again that it is on, and begin it with a test of that.',
    },
    'temporary': {
      outcome: 'manual', severity: 'info',
      text: '`{event}` gets a listener that is removed again; it is lost if the background is unloaded meanwhile',
      advice: 'That is right for what ends within seconds. For what takes longer, register {listener} at the top level of {file}, and store what it waits for{locals}.',
    },
    'awaits': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` gets a listener that is removed again once that has happened, which may take minutes; it is lost if the background is unloaded meanwhile',
      advice: 'Register {listener} at the top level of {file}, and keep in storage what it waits for{locals}.',
    },
    'kept': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` gets its listener in a callback that {function} may keep for later: then it is too late for the event that wakes the background',
      advice: 'Register it at top level, and wait inside the listener for what it needs.',
    },
    'unfollowed': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` runs {when}: where that is for {events}, the listener is too late for the event that wakes the background',
      advice: 'Register the listeners of extension events at the top level of {file}, without waiting for anything, and wait inside them.',
    },
    'handed-on': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` is given `{event}` {when}: a listener that it adds is too late for the event that wakes the background',
      advice: 'Register the listener at the top level of {file}, without waiting for anything, and wait inside it.',
    },
    'in-module': {
      outcome: 'manual', severity: 'error',
      text: '`{event}` gets its listener in a module that {code} loads later: too late for the event that wakes the background',
      advice: 'Import the module statically.',
    },
    'uncalled': {
      outcome: 'manual', severity: 'warning',
      text: '`{event}` gets its listener when {function} runs, and nothing was found that calls it',
      advice: 'If it belongs to the start-up, make sure that top-level code calls it without waiting for anything. If it is for one task, leave it.',
    },
  },
  *realm(realm: Realm) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    const late = lateOnes(realm, turns);
    const unwrapping = unwrapFirst(realm, turns, late);
    if (unwrapping.match !== undefined) yield unwrapping.match;
    const hoisting = unwrapping.match === undefined ? hoistFirst(realm, turns, late) : NOT_TRIED;
    if (hoisting.match !== undefined) yield hoisting.match;
    const removals = removalsIn(realm, turns);
    const switching = unwrapping.match === undefined && hoisting.match === undefined ? switchFirst(realm, turns, late, removals) : NOT_TRIED;
    if (switching.match !== undefined) yield switching.match;
    const refused = new Map([...unwrapping.refused, ...hoisting.refused, ...switching.refused]);
    for (const one of [...late, ...lateCalls(realm, turns)]) yield report(one, realm, turns, refused);
    yield* kept(turns);
    yield* inModules(realm);
    yield* unfollowed(realm, turns);
    for (const { script, call, event, own, registration } of removals) {
      const why = refused.get(registration.call);
      yield { message: 'removed', at: script.at(call), data: { event, listener: listenerWords(registration, turns), when: turnWords(own), reason: because(why) }, ...leftAlone(why) };
    }
  },
});

/** A registration that does not run in the first turn, with the turns in which it does. */
interface Late {
  readonly registration: Registration;
  readonly own: readonly Turn[];
  /** Whether the helper that registers it takes it away again. */
  readonly isTemporary?: boolean;
}

function lateOnes(realm: Realm, turns: Turns): readonly Late[] {
  return turns.registrations.flatMap((registration): Late[] => {
    const { script, call, event, listener } = registration;
    const own = turns.turnsAt(call);
    if (own.length === 0 || own.some(isFirst) || LAST_EVENTS.test(event)) return [];
    const isUnknown = own.every(({ origin }) => origin === 'unknown');
    if (isUnknown && (!script.file.editable || isForOthers(realm, script, call) || isHandedOn(registration))) return [];
    // What the first turn registers, too, is there after each wake.
    const name = listener && nameOf(script, listener);
    const again = name !== undefined && turns.registrations.some((other) => other.event === event && other !== registration && turns.turnsAt(other.call).some(isFirst) &&
      other.functions.length > 0 && other.functions.every((fn) => registration.functions.includes(fn)));
    return again ? [] : [{ registration, own }];
  });
}

/** Calls of a function that registers what it is given, which come late where another call of it is in the first turn: `on(browser.tabs.onCreated, opened)`. */
function lateCalls(realm: Realm, turns: Turns): readonly Late[] {
  return turns.registrations.flatMap((registration): Late[] => {
    const { call, event, listener, script } = registration;
    const fn = functionOf(call);
    const callee = unwrap(call.callee as Node);
    if (fn === undefined || !isMember(callee) || !turns.turnsAt(call).some(isFirst)) return [];
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
    const first = [...calls.filter(({ own }) => own.some(isFirst)).map(({ registration }) => registration), ...turns.registrations.filter((one) => one.call !== call && turns.turnsAt(one.call).some(isFirst))];
    return calls.filter(({ registration, own }) => {
      if (registration.event === '' || LAST_EVENTS.test(registration.event) || own.some(isFirst) || own.every(({ origin }) => origin === 'unknown') || isForOthers(realm, registration.script, registration.call)) return false;
      return registration.functions.length === 0 || !first.some((one) => one.event === registration.event && registration.functions.every((own) => one.functions.includes(own)));
    });
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

/** The first rewrite of one kind that can be made. */
interface Attempt<Id extends string> {
  readonly match: Match<Id> | undefined;
  /** Why the others stay as they are, by the call that registers. */
  readonly refused: ReadonlyMap<Node, string>;
}

/** One rewrite a round: the next attempts wait for it. */
const NOT_TRIED: Attempt<never> = { match: undefined, refused: new Map() };

/** Makes the first wrapper of a background part of its start-up, so that the order of several is kept. */
function unwrapFirst(realm: Realm, turns: Turns, late: readonly Late[]): Attempt<'unwrapped'> {
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

/** Moves the registrations of the first function that has some which can move. */
function hoistFirst(realm: Realm, turns: Turns, late: readonly Late[]): Attempt<'moved' | 'moved-from-listener'> {
  const refused = new Map<Node, string>();
  const groups = new Map<Node, Late[]>();
  for (const one of late) {
    const { script, call } = one.registration;
    const fn = functionOf(call);
    if (isRemovedAgain(one.registration, turns) || !one.own.some(({ origin }) => origin === 'start' || origin === 'unknown' || SETUP_EVENTS.test(origin))) continue;
    if (one.own.some(({ origin }) => origin === 'unknown')) refused.set(call, 'code that was not followed may register it, too');
    else if (isIgnored(script, call, 'late-listeners')) refused.set(call, LEFT_ALONE);
    else if (fn === undefined) refused.set(call, 'a top-level `await` comes before it');
    else if (!one.own.some(({ delay }) => delay === 'load')) groups.set(fn, [...(groups.get(fn) ?? []), one]);
  }
  for (const all of groups.values()) {
    const plan = (late: readonly Late[]): Hoisting | Refusal => {
      const group = late.map(({ registration }) => registration);
      const straight = orRefusal(() => planHoisting(group, realm, turns));
      return straight instanceof Refusal && late.every(({ own }) => own.some(({ origin }) => origin === 'start')) ? orRefusal(() => planDeferring(group, realm, turns)) : straight;
    };
    const whole = plan(all);
    if (!(whole instanceof Refusal)) return { match: hoisted(all, whole), refused };
    // Those that can move without the others move together, so that they keep their order.
    const able: Late[] = [];
    let first: { readonly of: readonly Late[]; readonly plan: Hoisting } | undefined;
    for (const event of new Set(all.map(({ registration }) => registration.event))) {
      const of = all.filter(({ registration }) => registration.event === event);
      const own = of.length === all.length ? whole : plan(of);
      if (own instanceof Refusal) {
        for (const { registration } of of) refused.set(registration.call, own.message);
        continue;
      }
      able.push(...of);
      first ??= { of, plan: own };
    }
    if (first === undefined) continue;
    const together = able.length === first.of.length ? first.plan : plan(able);
    return { match: together instanceof Refusal ? hoisted(first.of, first.plan) : hoisted(able, together), refused };
  }
  return { match: undefined, refused };
}

/** Has the first listener that comes and goes, and that can, listen always. */
function switchFirst(realm: Realm, turns: Turns, late: readonly Late[], removals: readonly Removal[]): Attempt<'switched-by'> {
  const refused = new Map<Node, string>();
  const isEvent = ({ origin }: Turn): boolean => !/^(start|unknown)$/.test(origin) && !SETUP_EVENTS.test(origin);
  const coming = late.filter(({ registration, own }) => !isRemovedAgain(registration, turns) && (own.some(isEvent) || (own.some(({ origin }) => origin === 'start') && removalPlaces(registration, realm).length > 0))).map(({ registration }) => registration);
  for (const registration of [...coming, ...removals.map((one) => one.registration)]) {
    const plan = orRefusal(() => planSwitching(registration, realm, turns));
    const { script, call, event } = registration;
    if (plan instanceof Refusal) refused.set(call, plan.message);
    else return { match: { message: 'switched-by', at: script.at(call), edits: plan.edits, data: { event, flag: plan.flag, waits: plan.waits === 'nothing' ? '' : `; the listener waits ${WAITS[plan.waits]}` } }, refused };
  }
  return { match: undefined, refused };
}

const WAITS = {
  fills: 'for what the start-up fills',
  always: 'until the start-up comes to where that was',
  sometimes: 'until the start-up comes to where that was, if it does',
} as const;

function hoisted(group: readonly Late[], { edits, waits }: Hoisting): Match<'moved' | 'moved-from-listener'> {
  const [{ registration: { script, call }, own: [turn] }] = group as readonly [Late];
  const events = [...new Set(group.map(({ registration }) => `\`${eventWords(registration.event)}\``))];
  const names = events.length === 1 ? events[0]! : `${events.slice(0, -1).join(', ')} and ${events.at(-1)!}`;
  const several = events.length > 1;
  const wait = waits === 'nothing' ? '' : `; the ${several ? 'listeners wait' : 'listener waits'} ${WAITS[waits]}`;
  const data = { events: names, get: several ? 'get their listeners' : 'gets its listener', waits: wait };
  if (turn!.origin === 'start') return { message: 'moved', at: script.at(call), edits, data: { ...data, when: WHEN[turn!.delay!] } };
  return { message: 'moved-from-listener', at: script.at(call), edits, data: { ...data, when: firing(turn!) } };
}

function report({ registration, own, isTemporary }: Late, realm: Realm, turns: Turns, refused: ReadonlyMap<Node, string>): Match<'late' | 'set-again' | 'in-listener' | 'switched' | 'temporary' | 'awaits' | 'uncalled'> {
  const { script, call } = registration;
  const event = eventWords(registration.event);
  const at = script.at(call);
  const listener = listenerWords(registration, turns);
  const place = { event, listener, file: script.path };
  if (isTemporary ?? isRemovedAgain(registration, turns)) {
    const locals = localsOf(registration, [], turns);
    return { message: SLOW_EVENTS.test(registration.event) ? 'awaits' : 'temporary', at, data: { ...place, locals: locals.length === 0 ? '' : ` (${listed(locals)})` } };
  }
  const started = own.find(({ origin }) => origin === 'start');
  const isOwn = ({ origin }: Turn): boolean => turns.registrations.every((one) => one.event !== origin || one === registration);
  const events = own.filter(({ origin }) => origin !== 'start' && origin !== 'unknown');
  const fired = events.find((turn) => !isOwn(turn)) ?? events[0];
  const why = refused.get(call) ?? (started?.cause && refused.get(started.cause)) ?? (started?.delay === 'load' ? 'what waits for the page is no statement of the start-up' : undefined);
  const [reason, left] = [because(why), leftAlone(why)];
  const more = `${placeAdvice(registration, turns)}.${beginAdvice(registration, started?.cause, turns)}${heardAdvice(why)}`;
  if (started !== undefined && fired !== undefined && !SETUP_EVENTS.test(fired.origin)) return { message: 'set-again', at, data: { ...place, more, when: WHEN[started.delay!], by: isOwn(fired) && fired.origin === registration.event ? 'the listener itself' : firing(fired) + placeOfListener(fired, turns), reason }, ...left };
  if (started !== undefined) return { message: 'late', at, data: { ...place, more, when: WHEN[started.delay!], reason }, ...left };
  if (fired === undefined) return { message: 'uncalled', at, data: { event, function: uncalledName(call, turns) } };
  const removals = removalPlaces(registration, realm);
  return { message: removals.length > 0 ? 'switched' : 'in-listener', at, data: { ...place, more, when: firing(fired), reason, removals: removals.length === 0 ? '' : ` (${removals.join(', ')})` }, ...left };
}

/** Events that come when a user, a download or an alarm comes to it. */
const SLOW_EVENTS = /^(alarms|notifications|downloads|permissions|action|browserAction|pageAction|contextMenus|menus|commands|idle)\.|^(tabs|windows)\.onRemoved$/;

/** Registrations in callbacks that a function runs at once where all is ready, and keeps where it is not. */
function* kept(turns: Turns): Generator<Match<'kept'>> {
  for (const { script, call, event } of turns.registrations) {
    const keeper = turns.runsAtStart(call) ? keeperOf(call, turns) : undefined;
    if (keeper === undefined || !script.file.editable || LAST_EVENTS.test(event)) continue;
    yield { message: 'kept', at: script.at(call), data: { event: eventWords(event), function: functionWords(keeper, turns) } };
  }
}

/** The function that may keep, for later, what leads to a place: on each way from the first turn it is called as a parameter that elsewhere is handed on. */
function keeperOf(place: Node, turns: Turns, seen: ReadonlySet<Node> = new Set()): FunctionNode | undefined {
  const fn = functionOf(place);
  if (fn === undefined || seen.has(fn)) return undefined;
  const callers = turns.callersOf(fn).filter((call) => turns.runsAtStart(call));
  const keepers = callers.map((call) => keptParameter(call, turns) ?? keeperOf(call, turns, new Set([...seen, fn])));
  return keepers.every((keeper) => keeper !== undefined) ? keepers[0] : undefined;
}

/** The function of which a call calls a parameter in one branch, and hands it on in another. */
function keptParameter(call: AnyCall, turns: Turns): FunctionNode | undefined {
  const callee = unwrap(call.callee as Node);
  const binding = callee.type === 'Identifier' ? turns.scriptOf(call).binding(callee) : undefined;
  if (binding?.kind !== 'param') return undefined;
  const fn = binding.declarations[0]!.node as FunctionNode;
  if (functionOf(call) !== fn) return undefined;
  const isKept = binding.references.some(({ node }) => {
    const outer = wrapped(node);
    const parent = parentOf(outer);
    if (node === callee || !isCall(parent) || !(parent.arguments.includes(outer as t.Expression) || functionOf(node) !== fn)) return false;
    return excludeEachOther(call, node) || [...ancestors(node)].some((up) => up.type === 'IfStatement' && !isWithin(call, up) && leaves(up.consequent) && up.end! < call.start!);
  });
  return isKept ? fn : undefined;
}

function leaves(branch: Node): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  return last?.type === 'ReturnStatement';
}

/** Calls that print or keep what they are given. */
const NO_ADDERS = /^console\b|\.(push|unshift|add|set|has|includes|indexOf|delete)$/;

/** What becomes late of events that are values, where it was not found who adds a listener to them. */
function* unfollowed(realm: Realm, turns: Turns): Generator<Match<'unfollowed' | 'handed-on'>> {
  const lateAt = (place: Node): Turn | undefined => {
    const own = turns.turnsAt(place);
    return own.some(isFirst) ? undefined : own.find(({ origin }) => origin !== 'unknown');
  };
  const whenOf = ({ origin, delay }: Turn): string => (origin === 'start' ? WHEN[delay!] : `when ${turnWords({ origin, delay, cause: undefined })} fires`);
  const events = new Set<string>();
  for (const script of realm.scripts) {
    if (!script.file.editable) continue;
    const adders = [...handedAdders(script, lateAt, turns)];
    for (const { node, call, event, turn } of adders) yield { message: 'handed-on', at: script.at(node), data: { code: snippet(script, call.callee), event, when: whenOf(turn), file: script.path } };
    for (const { path, node, pattern } of script.apiReferences) {
      if (pattern || !/\.on[A-Z]\w*$/.test(path) || turns.isFollowed(node)) continue;
      const parent = parentOf(wrapped(node));
      const isArgument = (isCall(parent) || parent?.type === 'NewExpression') && parent.callee !== wrapped(node);
      if (!isArgument && parent?.type !== 'ArrayExpression' && !(parent?.type === 'ObjectProperty' && parent.value === wrapped(node)) && !(parent?.type === 'AssignmentExpression' && isMember(parent.left))) continue;
      events.add(path);
      const turn = isArgument && turns.targetsOf(parent).length === 0 ? lateAt(parent) : undefined;
      if (turn === undefined || !isArgument || adders.some(({ call }) => call === parent) || NO_ADDERS.test(script.textOf(parent.callee))) continue;
      yield { message: 'handed-on', at: script.at(node), data: { code: snippet(script, parent.callee), event: path, when: whenOf(turn), file: script.path } };
    }
  }
  for (const call of turns.unfollowed) {
    const script = turns.scriptOf(call);
    const turn = script.file.editable ? lateAt(call) : undefined;
    const object = unwrap((unwrap(call.callee as Node) as t.MemberExpression).object);
    const named = namedEvent(script, object, turns);
    // The events of ports and of the extension's own objects.
    const isOther = isMember(object) && /^on[A-Z]/.test(memberName(object) ?? '');
    const init = object.type === 'Identifier' ? script.binding(object)?.declarations[0]?.init : undefined;
    if (turn === undefined || (named === undefined && (events.size === 0 || isOther || (init && /^(Call|New)Expression$/.test(unwrap(init).type))))) continue;
    yield { message: 'unfollowed', at: script.at(call), data: { code: snippet(script, call), when: whenOf(turn), events: listed(named === undefined ? [...events] : [named]).replace(' and ', ' or '), file: script.path } };
  }
}

/** The event that a chain of members is named like, where the object of all APIs comes from elsewhere: `(await getApi()).tabs.onCreated`. */
function namedEvent(script: Script, node: Node, turns: Turns): string | undefined {
  const inner = unwrap(node);
  const object = isMember(inner) ? unwrap(inner.object) : undefined;
  const [declaration] = (object?.type === 'Identifier' && script.binding(object)?.declarations) || [];
  const source = declaration?.keys?.length === 0 && declaration.init ? unwrap(declaration.init) : object;
  const namespace = declaration?.keys?.length === 1 ? declaration.keys[0]!.name : isMember(source) ? memberName(source) : undefined;
  const event = isMember(inner) ? (memberName(inner) ?? '') : '';
  if (declaration?.init && turns.holderOf(declaration.init) !== undefined) return undefined;
  return namespace !== undefined && /^on[A-Z]/.test(event) && isKnownNamespace(namespace) ? `${namespace}.${event}` : undefined;
}

/** The calls that are given `addListener` of an event as a function, and run it late: `loaded.then(event.addListener.bind(event))`. */
function* handedAdders(script: Script, lateAt: (place: Node) => Turn | undefined, turns: Turns): Generator<{ readonly node: Node; readonly call: AnyCall; readonly event: string; readonly turn: Turn }> {
  const seen = new Set<Node>();
  for (const { path, node, call: made, pattern } of script.apiReferences) {
    const [, event, bind] = /^(.*)\.addListener(\.bind)?$/.exec(path) ?? [];
    const value = bind === undefined ? node : made;
    const outer = value && wrapped(value);
    const call = outer && parentOf(outer);
    if (pattern || event === undefined || (bind === undefined) !== (made === undefined) || !isCall(call) || call.callee === outer || seen.has(call)) continue;
    const callee = unwrap(call.callee as Node);
    const name = nameOfCallee(callee);
    const delay = /^(then|catch|finally)$/.test(name) ? 'promise' : TIMERS.has(name) ? 'timer' : undefined;
    const [own] = turns.turnsAt(call);
    const turn = delay === undefined ? lateAt(call) : own && { origin: own.origin, delay: own.delay ?? delay, cause: call };
    if (turn === undefined || turn.origin === 'unknown') continue;
    seen.add(call);
    yield { node, call, event, turn };
  }
}

/** Registrations in modules that the background imports dynamically. */
function* inModules(realm: Realm): Generator<Match<'in-module'>> {
  const known = new Set(realm.scripts.map(({ path }) => path));
  for (const script of realm.scripts) {
    if (!/\bimport\s*\(/.test(script.text) || script.program === undefined) continue;
    const imports: t.ImportExpression[] = [];
    walk(script.program, (node) => void (node.type === 'ImportExpression' && imports.push(node)));
    for (const node of imports) {
      const name = stringValue(node.source);
      const paths = [name === undefined ? undefined : script.extension.resolveImport(script.path, name)];
      for (const path of paths) {
        const loaded = path === undefined || known.has(path) ? undefined : script.extension.script(path);
        if (loaded === undefined) continue;
        known.add(path!);
        paths.push(...script.extension.importsOf(loaded));
        for (const { path: api, call } of loaded.apiReferences) {
          const event = /^(.*)\.addListener$/.exec(api)?.[1];
          if (call === undefined || event === undefined || !loaded.file.editable || !loaded.calls(`${event}.removeListener`).next().done) continue;
          yield { message: 'in-module', at: loaded.at(call), data: { event: eventWords(event), code: `\`${script.textOf(node)}\` (${placeWords(script, node)})` } };
        }
      }
    }
  }
}

/** Where the listener of a turn's event stands, in brackets, where there is one only. */
function placeOfListener({ origin }: Turn, turns: Turns): string {
  const [only, ...others] = turns.registrations.filter(({ event }) => event === origin);
  return only === undefined || others.length > 0 ? '' : ` (${placeWords(only.script, only.call)})`;
}

/** The function without a caller from which a place is reached, and where it stands. */
function uncalledName(place: Node, turns: Turns): string {
  const seen = new Set<Node>();
  let fn = functionOf(place)!;
  for (let up: FunctionNode | undefined = fn; up !== undefined && !seen.has(up);) {
    seen.add((fn = up));
    const [caller] = turns.callersOf(fn);
    up = caller !== undefined || functionName(fn) === undefined ? functionOf(caller ?? fn) : undefined;
  }
  return functionWords(fn, turns);
}

function functionWords(fn: FunctionNode, turns: Turns): string {
  const name = functionName(fn);
  return `${name === undefined ? 'a function' : `\`${name}\``} (${placeWords(turns.scriptOf(fn), fn)})`;
}

function eventWords(event: string): string {
  return event.replaceAll('|', '` or `');
}

/** A call of an event that removes a listener of the start-up: the next start has it again. */
interface Removal {
  readonly script: Script;
  readonly call: AnyCall;
  readonly event: string;
  readonly own: Turn;
  readonly registration: Registration;
}

function removalsIn(realm: Realm, turns: Turns): readonly Removal[] {
  const found: Removal[] = [];
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
      const registration = same.find((one) => turns.turnsAt(one.call).some(isFirst));
      if (own === undefined || registration === undefined) continue;
      // What removes it to add it again, with another filter perhaps, leaves it there.
      const around = operationOf(call);
      if (same.some((one) => around.some((fn) => isWithin(one.call, fn)) && !isConditional(one.call, call))) continue;
      found.push({ script, call, event, own, registration });
    }
  }
  return found;
}

/** Where the same listener is removed. */
function removalPlaces({ event, listener, script }: Registration, realm: Realm): readonly string[] {
  const name = listener && nameOf(script, listener);
  if (name === undefined) return [];
  return realm.scripts.flatMap((one) => [...one.calls(`${event}.removeListener`)].flatMap(({ call }) => (call.arguments[0] !== undefined && nameOf(one, call.arguments[0]) === name ? [placeWords(one, call)] : [])));
}

function firing({ origin }: Turn): string {
  return origin === 'dom' ? 'an event of the page' : `\`${origin}\``;
}

/** Events that happen when a user, or a page of the extension, wants something. */
const BY_USER = /^(action|browserAction|pageAction|contextMenus|menus|commands|omnibox|permissions)\.|^storage\.onChanged$|^runtime\.onMessage/;

/** Whether a listener waits for one thing: it is removed by itself, or later in the run of the function that added it. */
function isRemovedAgain({ event, listener, script, call, functions }: Registration, turns: Turns): boolean {
  const name = listener && nameOf(script, listener);
  if (name === undefined) return false;
  const adders = operationOf(call);
  const isOfStart = turns.turnsAt(call).some(({ origin }) => origin === 'start');
  return removalsOf(event, call, script).some((removal) => {
    const [argument] = removal.arguments;
    if (argument === undefined || nameOf(script, argument) !== name) return false;
    // What the start-up adds until the user says so may stay for hours.
    if (isOfStart && turns.turnsAt(removal).every(({ origin }) => BY_USER.test(origin))) return false;
    if (functions.some((fn) => isWithin(removal, fn))) return true;
    const remover = functionOf(removal);
    if (remover === undefined || !adders.some((fn) => isWithin(removal, fn))) return false;
    if (remover === adders[0] && !isWaitingBetween(call, removal)) return false;
    return adders.includes(remover) ? removal.start! > call.end! && !excludeEachOther(call, removal) : !isGivenAway(remover, script);
  });
}

/** Whether a function is kept outside of what makes it, which does not call it itself: `registered.set(id, { unregister: () => … });` */
function isGivenAway(fn: FunctionNode, script: Script): boolean {
  const isKept = (node: Node): boolean => {
    const outer = wrapped(node);
    const parent = parentOf(outer);
    return parent?.type === 'ObjectProperty' || parent?.type === 'ReturnStatement' || (parent?.type === 'AssignmentExpression' && parent.right === outer && isMember(parent.left));
  };
  if (isKept(fn)) return true;
  const made = parentOf(wrapped(fn));
  const id = fn.type === 'FunctionDeclaration' ? fn.id : made?.type === 'VariableDeclarator' ? made.id : made?.type === 'AssignmentExpression' ? made.left : undefined;
  const uses = id?.type === 'Identifier' ? (script.binding(id)?.references.filter(({ reads }) => reads).map(({ node }) => node) ?? []) : [];
  return uses.length > 0 && uses.every(isKept);
}

/** Whether a function waits after one place in it before it comes to another: only then does what was added hear anything before it is removed. */
function isWaitingBetween(one: Node, other: Node): boolean {
  let waits = false;
  walk(functionOf(one)!.body, (node) => {
    if (/^(Await|Yield)Expression$/.test(node.type) && node.end! > one.end! && node.start! < other.start!) waits = true;
    return !waits && !isFunction(node);
  });
  return waits;
}

/** The calls that remove listeners of an event; of one that is chosen as the code runs, those on the same words in the function of the addition. */
function removalsOf(event: string, call: AnyCall, script: Script): readonly AnyCall[] {
  if (/^[\w.]+$/.test(event)) return script.references(`${event}.removeListener`).flatMap(({ call: removal }) => removal ?? []);
  const found: AnyCall[] = [];
  const text = script.textOf(call.callee).replace(/addListener$/, 'removeListener');
  walk(functionOf(call) ?? script.program!, (node) => void (isCall(node) && script.textOf(node.callee) === text && found.push(node)));
  return found;
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
