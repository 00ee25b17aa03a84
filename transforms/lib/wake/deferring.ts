import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, mayLeave, memberName, parentOf, siblings, unwrap, walk, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { settlingOf } from '../state/deferred.ts';
import { gateListener, listenerAround } from '../gates/gates.ts';
import { gestureAfter } from '../gates/may-wait.ts';
import { withEvents } from '../hoisting/events.ts';
import { planAfter, withListeners, withNames, withObject, type Hoisting, type Rewritten } from '../hoisting/hoisting.ts';
import { assertAlone, assertMovable } from '../hoisting/movable.ts';
import { assertUnheard } from '../hoisting/heard.ts';
import { moved, unitsOf } from '../hoisting/moving.ts';
import type { Way } from '../hoisting/ways.ts';
import { Insertions } from '../insertions.ts';
import { beginsLine, freshName, functionText, habitsOf, startWithComments } from '../layout.ts';
import { withCalledMethods, withKeptObject } from './captured-objects.ts';
import { LOOP } from './once.ts';
import { isAlwaysReached, isReachedOnce, occasionsOf } from '../reaching.ts';
import type { Realm } from '../realms.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { assertSettles } from '../state/settling.ts';
import type { Registration, Turns } from '../turns.ts';
import type { Edit } from '../types.ts';

/** Events whose listeners the browser waits for, or tells of only where somebody listens. */
const ANSWERED = /^(runtime\.on(Message|MessageExternal|Connect|ConnectExternal|UserScript\w*|UpdateAvailable|Suspend)|extension\.onRequest|downloads\.onDeterminingFilename|webRequest\.onAuthRequired|omnibox\.onInputChanged)/;

/**
 * Moves registrations that one function makes late into the first turn, where they wait for the place that they come from:
 * what the start-up does there now is to settle a promise.
 * @throws Refusal where the moved listeners would not behave as the late ones
 */
export function planDeferring(group: readonly Registration[], realm: Realm, turns: Turns): Hoisting {
  const object = withObject(group, realm, turns);
  const own = object && orRefusal(() => planAfter(object, group, realm, (...next) => planNamed(...next, withNames)));
  return own === undefined || own instanceof Refusal ? planNamed(group, realm, turns, named) : own;
}

/** @param naming writes names for `this` */
function planNamed(group: readonly Registration[], realm: Realm, turns: Turns, naming: (group: readonly Registration[], realm: Realm, turns: Turns) => Rewritten | undefined): Hoisting {
  const plain = withListeners(group) ?? withEvents(group, realm, turns) ?? naming(group, realm, turns) ?? withCalledMethods(group, realm, turns);
  if (plain !== undefined) return planAfter(plain, group, realm, (...next) => planNamed(...next, naming));
  const [{ script, call }] = group as readonly [Registration];
  assertAlone(script);
  const units = unitsOf(group, functionOf(call)!, turns);
  const [{ statement, script: owner }] = units as readonly [(typeof units)[number]];
  const isAlways = isAlwaysReached(statement, realm, turns);
  for (const registration of group) assertDeferrable(registration, group, isAlways, realm, turns);
  assertTogether(units.map((unit) => unit.statement));
  assertNoNetwork(statement, realm, turns);
  const functions = functionsAround(statement, turns);
  if (functions.some((fn) => /\bimport\s*\(/.test(owner.textOf(fn)))) throw new Refusal('the start-up loads code before, which the listener may need');
  const outermost = functions.at(-1);
  const list = outermost && listAround(outermost, owner);
  const anchor = list?.find((one) => isWithin(outermost!, one));
  if (list === undefined || anchor === undefined) throw new Refusal('no function of the start-up is around it');
  for (const registration of group) assertUnheard(registration, wayFrom(statement, realm, turns), realm, turns);

  const into = new Insertions();
  const { name, settle } = promiseOf(owner, statement, list, realm);
  for (const registration of group) waitFirst(registration, name, owner, turns, into);
  if (settle !== undefined) {
    into.add(owner, startWithComments(owner, anchor), declarationOf(owner, name, settle, owner.indentAt(anchor.start!)), -2);
    const from = startWithComments(owner, statement);
    const hasOwnLine = into.expand(owner, parentOf(statement)) || beginsLine(owner.file.text, from);
    into.add(owner, from, hasOwnLine ? `${settle}()${owner.style.semicolon}\n${owner.indentAt(statement.start!)}` : `${settle}(); `, -0.4);
  }
  const { edits } = into;
  const done = planAfter({ edits, texts: group.map((one) => edited(one, edits)) }, group, realm, moveNow);
  return { edits: done.edits, waits: isAlways ? 'always' : 'sometimes' };
}

/** Writes a name for `this`: that of its object, or one that the start-up gives it where it comes to the registrations. */
function named(group: readonly Registration[], realm: Realm, turns: Turns): Rewritten | undefined {
  const plain = orRefusal(() => withNames(group, realm, turns));
  return plain instanceof Refusal ? withKeptObject(group, realm, turns) : plain;
}

/** Takes registrations out of the functions around them, whenever these run. */
function moveNow(group: readonly Registration[], realm: Realm, turns: Turns): Pick<Hoisting, 'edits'> {
  const own = functionOf(group[0]!.call)!;
  const units = unitsOf(group, own, turns);
  const around = functionsAround(units[0]!.statement, turns);
  const functions = around[0] === own ? around : [own, ...around];
  const way: Way = { functions, late: functions.length, places: [...functions, around.at(-1)!], byEvent: false };
  return moved(units, way, group, realm, turns, new Set());
}

/** Refuses statements that the start-up does not come to at one time. */
function assertTogether(statements: readonly Node[]): void {
  const list = siblings(statements[0]!);
  const [from, to] = [list?.indexOf(statements[0] as t.Statement) ?? -1, list?.indexOf(statements.at(-1) as t.Statement) ?? -1];
  if (list === undefined) throw new Refusal('it depends on a condition');
  const isApart = statements.length > 1 && (statements.some((one) => siblings(one) !== list) || list.slice(from, to).some((one) => mayLeave(one) || isWaiting(one)));
  if (isApart) throw new Refusal('the start-up comes to others of its function at another time');
}

/** Whether a statement waits before the next one runs. */
function isWaiting(statement: Node): boolean {
  let waits = false;
  walk(statement, (node) => {
    if (node.type === 'AwaitExpression') waits = true;
    return !waits && !isFunction(node);
  });
  return waits;
}

/** Has a listener wait before it does anything; one that cannot itself is called by one that does. */
function waitFirst(registration: Registration, promise: string, owner: Script, turns: Turns, into: Insertions): void {
  const { listener, functions, script, event } = registration;
  const [fn] = functions as readonly [FunctionNode];
  const gated = turns.scriptOf(fn) !== owner && owner.isModule ? new Refusal('its listener stands in another module') : orRefusal(() => gateListener(registration, promise, turns, new Insertions()));
  if (!(gated instanceof Refusal)) return gateListener(registration, promise, turns, into);
  const inner = unwrap(listener!);
  if (isFunction(inner) || /Message|Request(?!ed)|^webRequest\.|Connect|^downloads\.onD|^runtime\.onSuspend/.test(event) || !habitsOf(script).modern || script.isTyped || fn.body.type !== 'BlockStatement') throw gated;
  if (script.references(`${event}.hasListener`).length > 0) throw gated;
  const gesture = gestureAfter(script, fn, fn.body.start!, turns);
  if (gesture !== undefined) throw new Refusal(`\`${gesture}\` needs the user's gesture, which a wait would lose`);
  const callee = isCall(inner) && isMember(inner.callee) ? unwrap(inner.callee.object) : inner;
  into.replace(script, listener!, listenerAround(script, fn, script.textOf(callee), [promise], script.indentAt(registration.call.start!)));
}

/** The text of a registration after some edits. */
function edited({ script, call }: Registration, edits: readonly Edit[]): string {
  const own = edits.filter(({ file, start, end }) => file === script.path && start >= call.start! && end > call.start! && end <= call.end!).sort((a, b) => b.start - a.start || b.end - a.end);
  return own.reduce((text, { start, end, text: added }) => text.slice(0, start - call.start!) + added + text.slice(end - call.start!), script.textOf(call));
}

function assertDeferrable(registration: Registration, group: readonly Registration[], isAlways: boolean, realm: Realm, turns: Turns): void {
  const { script, call, event, listener, functions } = registration;
  if (call.arguments.slice(1).some((argument) => /blocking/i.test(script.textOf(argument)))) throw new Refusal(`\`${event}\` needs its answer, and where the start-up fails there would be none`);
  assertMovable(registration, group, realm, turns, true);
  const own = turns.turnsAt(call);
  const isOnlyStart = own.every(({ origin }) => origin === 'start');
  if (!isAlways && !isOnlyStart) throw new Refusal('other events register it, too');
  if (!isAlways && ANSWERED.test(event)) throw new Refusal('it depends on a condition, and whoever causes the event waits for an answer');
  const [fn] = functions;
  assertAlone(turns.scriptOf(fn!));
  // A function that is made each time would be another listener each time.
  if ((isFunction(unwrap(listener!)) || isCall(unwrap(listener!))) && !isReachedOnce(call, realm, turns)) throw new Refusal('the function around it may run more than once, and each time it adds another listener');
  if (turns.registrations.some((one) => !group.includes(one) && one.functions.includes(fn!))) throw new Refusal('its listener is registered in several places');
}

// ---- what comes before

/** Refuses a place that the network comes before: a start without it would hold every event. */
function assertNoNetwork(place: Node, realm: Realm, turns: Turns, seen: ReadonlySet<Node> = new Set()): void {
  const fn = functionOf(place);
  const check = (expression: Node): void => {
    const reason = orRefusal(() => assertSettles(expression, turns));
    if (reason instanceof Refusal && /network/.test(reason.message)) throw reason;
  };
  let inner: Node = place;
  for (const up of ancestors(place)) {
    if (up === fn) break;
    inner = up;
    if (isCall(up) && isMember(up.callee) && memberName(up.callee) === 'then') check(up.callee.object);
  }
  const body: Node = fn?.body ?? inner;
  walk(body, (node) => {
    if (isFunction(node) || node.start! >= place.start!) return false;
    if (node.type === 'AwaitExpression' && !isWithin(place, node)) check(node.argument);
    return true;
  });
  if (fn === undefined || seen.has(fn)) return;
  for (const one of occasionsOf(fn, realm, turns)) {
    const callee = isCall(one) ? unwrap(one.callee as Node) : undefined;
    if (isMember(callee) && /^(then|catch|finally)$/.test(memberName(callee) ?? '')) check(callee.object);
    if (turns.turnsAt(one).some(({ origin }) => origin === 'start')) assertNoNetwork(one, realm, turns, new Set([...seen, fn]));
  }
}

/** The functions around a place, as far as each is run in one place only. */
function wayFrom(statement: Node, realm: Realm, turns: Turns): Way {
  const functions: FunctionNode[] = [];
  const places: Node[] = [statement];
  for (let fn = functionOf(statement); fn !== undefined && !functions.includes(fn); fn = functionOf(places.at(-1)!)) {
    functions.push(fn);
    const [only, ...others] = occasionsOf(fn, realm, turns);
    if (only === undefined || others.length > 0) break;
    places.push(only);
  }
  return { functions, places, late: functions.length, byEvent: false };
}

// ---- where it goes

/** The functions around a place that do not belong to the first turn, the innermost first. */
function functionsAround(place: Node, turns: Turns): readonly FunctionNode[] {
  const found: FunctionNode[] = [];
  for (let fn = functionOf(place); fn !== undefined && !isOfFirstTurn(fn, turns); fn = functionOf(fn)) found.push(fn);
  return found;
}

/** Whether a function is called in place as the background starts, once. */
function isOfFirstTurn(fn: FunctionNode, turns: Turns): boolean {
  const call = immediateCall(fn)?.node;
  if (call === undefined || fn.async || fn.generator || !turns.runsAtStart(fn.body) || [...ancestors(call)].some((up) => LOOP.test(up.type) || /^(If|Conditional|Logical)/.test(up.type))) return false;
  const around = functionOf(call);
  return around === undefined || isOfFirstTurn(around, turns);
}

function listAround(fn: FunctionNode, script: Script): readonly t.Statement[] | undefined {
  const home = functionOf(fn);
  if (home === undefined) return script.program!.body;
  return home.body.type === 'BlockStatement' ? home.body.body : undefined;
}

// ---- the promise

interface Deferred {
  readonly name: string;
  /** The function that settles it; undefined where it is there and settled already. */
  readonly settle: string | undefined;
}

/** The promise of a place: one that is settled right before it, or a new one. */
function promiseOf(script: Script, place: Node, list: readonly t.Statement[], realm: Realm): Deferred {
  const before = siblings(place)?.slice(0, siblings(place)!.indexOf(place as t.Statement)) ?? [];
  for (const statement of before.reverse()) {
    const call = statement.type === 'ExpressionStatement' && isCall(statement.expression) ? statement.expression : undefined;
    const settled = call?.callee.type === 'Identifier' ? settledBy(call, list, script) : undefined;
    if (settled !== undefined) return { name: settled, settle: undefined };
    if (isWaiting(statement)) break;
  }
  const programs = realm.scripts.flatMap(({ program }) => program ?? []);
  const name = freshName(script.isModule ? script.program! : programs, 'listening');
  return { name, settle: freshName(script.isModule ? script.program! : programs, `start${name[0]!.toUpperCase()}${name.slice(1)}`) };
}

/** The promise that a call settles, which nothing else does. */
function settledBy(call: AnyCall, list: readonly t.Statement[], script: Script): string | undefined {
  for (const statement of list) {
    const [declarator] = statement.type === 'VariableDeclaration' ? statement.declarations : [];
    const [only, ...others] = declarator?.id.type === 'Identifier' ? (settlingOf(declarator.id, script) ?? []) : [];
    if (only === call && others.length === 0) return (declarator!.id as t.Identifier).name;
  }
  return undefined;
}

function declarationOf(script: Script, name: string, settle: string, indent: string): string {
  const { semicolon, indent: step } = script.style;
  const { isTyped } = script;
  const [variable, constant] = habitsOf(script).modern ? ['let', 'const'] : ['var', 'var'];
  const executor = functionText(script, ['resolve'], `${indent}${step}${settle} = resolve${semicolon}`, indent);
  return `${variable} ${settle}${isTyped ? ': () => void' : ''}${semicolon}\n${indent}${constant} ${name} = new Promise${isTyped ? '<void>' : ''}(${executor})${semicolon}\n\n${indent}`;
}
