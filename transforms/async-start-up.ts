import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isNewPromise, isWithin, keyName, mayLeave, memberName, parentOf, unwrap, walk, wrapped, type AnyMember, type FunctionNode, type Node } from './lib/ast.ts';
import { accessOf, type Access } from './lib/bindings.ts';
import { comesAfter, settlingOf } from './lib/state/deferred.ts';
import { define } from './lib/define.ts';
import { isForOthers } from './lib/environment.ts';
import { isBehind } from './lib/gates/behind.ts';
import { isIgnored, leftAlone, LEFT_ALONE } from './lib/ignoring.ts';
import { fillsOf, isAfter, isRegisteredByFill, planLoading, startOf, type Filled } from './lib/state/loading.ts';
import { ownObject, usesOfBinding } from './lib/objects.ts';
import { importedName } from './lib/modules.ts';
import type { Realm } from './lib/realms.ts';
import type { Binding } from './lib/scope.ts';
import { orRefusal, Refusal } from './lib/refusal.ts';
import type { Script } from './lib/script.ts';
import type { Start } from './lib/state/start-up.ts';
import { classify } from './lib/state/state.ts';
import { phaseOf } from './lib/phases.ts';
import { once } from './lib/source.ts';
import { turnsOf, type Turn, type Turns } from './lib/turns.ts';
import type { Match } from './lib/types.ts';
import { lineFrom, listed, turnWords, WHEN } from './lib/words.ts';

export default define({
  id: 'async-start-up',
  summary: 'Variables that start-up fills asynchronously, while the event that woke the background already reads them',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#persist-states',
  messages: {
    'awaited': {
      outcome: 'review', severity: 'error',
      text: 'listeners that use {what} wait until the start-up has filled {them}',
      advice: 'Read what those listeners do before and after they wait.',
    },
    'awaited-briefly': {
      outcome: 'review', severity: 'error',
      text: 'listeners that use {what} wait until the start-up has filled {them}, and at most 5 seconds: {reason}',
      advice: 'After that time they run with what is there. Keep what the start-up finds in `storage.session`, if it need not ask again at each wake.',
    },
    'not-loaded-yet': {
      outcome: 'manual', severity: 'error',
      text: '{names} {are} filled {how}; the event that wakes the background (here {reader}, line {line}) comes before{reason}',
      advice: 'Keep the promise of the start-up, and await it in every listener that reads them.',
    },
    'maybe-not-loaded-yet': {
      outcome: 'manual', severity: 'warning',
      text: '{names} {are} filled {how}, and read by functions whose callers were not found',
      advice: 'If an event calls them, keep the promise of the start-up and await it there.',
    },
  },
  *realm(realm: Realm) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    const fills = [...earlyReads(realm, turns)];
    yield* awaited(fills.filter(({ known }) => known), turns);
    // Where nobody is seen to read them, all that one event of the start-up fills is one doubt.
    for (const group of groupsBy(fills.filter(({ known }) => !known), ({ cause }) => cause.cause)) yield finding('maybe-not-loaded-yet', group);
  },
});

/** Has listeners wait for one statement of the start-up at a time: a listener that waits for two waits for them in one place. */
function* awaited(fills: readonly Fill[], turns: Turns): Generator<Match<'awaited' | 'awaited-briefly' | 'not-loaded-yet'>> {
  let isPlanned = false;
  for (const group of groupsBy(fills, ({ start, fill }) => (typeof start === 'string' ? functionOf(fill.node) : start.statement))) {
    const [{ start }] = group;
    if (typeof start === 'string') {
      yield { ...finding('not-loaded-yet', group, ` (not changed here: ${start})`), ...leftAlone(start) };
      continue;
    }
    const { edits, done, refused } = planLoading(start, group, turns);
    const reasons = groupsBy(group.filter((one) => refused.has(one)), (one) => refused.get(one));
    for (const some of reasons) yield finding('not-loaded-yet', some, ` (not changed here: ${refused.get(some[0])!})`);
    if (done.length === 0 || isPlanned) continue;
    isPlanned = true;
    const what = listed(done.map(({ variable }) => variable.name));
    const [first] = done[0]!.fills;
    const them = done.length > 1 ? 'them' : 'it';
    yield { message: start.doubt === undefined ? 'awaited' : 'awaited-briefly', at: first!.script.at(first!.node), edits, data: { what, them, ...(start.doubt && { reason: start.doubt.message }) } };
  }
}

function finding<Id extends string>(message: Id, fills: readonly [Fill, ...Fill[]], reason = ''): Match<Id> {
  const [{ fill, cause, read, reader }] = fills;
  const names = listed(fills.map(({ variable }) => variable.name));
  const are = fills.length === 1 ? 'is' : 'are';
  return { message, at: fill.script.at(fill.node), data: { names, are, how: WHEN[cause.delay!], reader: turnWords(reader), line: lineFrom(fill.script, read), reason } };
}

interface Fill extends Filled {
  readonly fill: Access;
  /** The statement of the start-up that it belongs to, or why none was found. */
  readonly start: Start | string;
  /** The turn of the start-up that fills it. */
  readonly cause: Turn;
  readonly read: Access;
  readonly reader: Turn;
  /** Whether an event is known to read it. */
  readonly known: boolean;
}

/** The asynchronous fills of start-up that events may come before. */
function* earlyReads(realm: Realm, turns: Turns): Generator<Fill> {
  for (const { variable, verdict } of classify(realm)) {
    if ((verdict.kind !== 're-derived' && verdict.kind !== 'state' && verdict.kind !== 'handle') || verdict.fill === undefined) continue;
    const inEvent = ({ node, initial }: Access): boolean => !initial && turns.turnsAt(node).some((turn) => phaseOf(turn) === 'event');
    const isState = verdict.kind !== 're-derived';
    const fills = fillsOf(variable, turns);
    const fill = fills.includes(verdict.fill) ? verdict.fill : fills[0];
    if (fill === undefined) continue;
    const start = isIgnored(fill.script, fill.node, 'async-start-up') ? LEFT_ALONE : startOf(variable, fills, turns, true);
    const isRegisteredLate = (place: Node): boolean => fills.every(({ node }) => isRegisteredByFill(place, node, turns));
    // What continues the same promise comes before the listeners that wait for it.
    const others = fills.filter((one) => one !== fill && !isBehind(one.node, (expression, script) => isPromiseOf(fill, expression, script, turns), turns));
    const isLate = once((place: Node): boolean => (typeof start !== 'string' && isAfter(place, start, turns)) || isBehind(place, (expression, script) => isPromiseOf(fill, expression, script, turns) && others.every((one) => isPromiseOf(one, expression, script, turns)), turns, isRegisteredLate));
    const isEarly = ({ node }: Access): boolean => !isLate(node);
    const uses = isState ? variable.accesses.filter(inEvent) : verdict.reads;
    const reads = uses.filter(isEarly);
    const cause = turns.turnsAt(fill.node).find(({ origin, delay }) => origin === 'start' && delay !== undefined);
    const ways = reads.flatMap((read) => turns.turnsAt(read.node).filter(({ origin }) => origin !== 'start').map((reader) => ({ read, reader })));
    const events = ways.filter(({ reader }) => reader.origin !== 'unknown');
    const way = events.find(({ reader: { origin } }) => origin !== 'runtime.onInstalled') ?? events[0] ?? ways.find(({ read }) => !isForOthers(realm, read.script, read.node));
    if (cause === undefined || way === undefined) continue;
    const waiting = variable.accesses.filter((access) => !access.initial && (access.reads || isState ? uses.includes(access) : /^(escape|mutate)$/.test(access.kind)) && turns.turnsAt(access.node).some((turn) => turn.origin !== 'unknown' && phaseOf(turn) === 'event') && isEarly(access));
    yield { variable, fill, fills, start, waiting, isLate, cause, ...way, known: events.length > 0 };
  }
}

/** The fills that have one remedy: those with one key. */
function groupsBy(fills: readonly Fill[], keyOf: (fill: Fill) => unknown): Iterable<readonly [Fill, ...Fill[]]> {
  const groups = new Map<unknown, [Fill, ...Fill[]]>();
  for (const fill of fills) {
    const group = groups.get(keyOf(fill));
    if (group === undefined) groups.set(keyOf(fill), [fill]);
    else group.push(fill);
  }
  return groups.values();
}

/** Whether an expression names the promise of the start-up that makes a fill: what it is given holds the fill, or calls the function that does; or it is settled after the fill. */
function isPromiseOf(fill: Access, expression: Node, script: Script, turns: Turns): boolean {
  const settling = expression.type === 'Identifier' ? settlingOf(expression, script) : undefined;
  if (settling !== undefined && settling.length > 0) return settling.every((call) => comesAfter(call, fill.node, turns));
  const imported = expression.type === 'Identifier' && script.binding(expression)?.kind === 'import' ? expression : undefined;
  if (imported !== undefined) return limitedIn(fill.script).some((own) => importedName(script, imported, fill.script, own) === imported.name && isPromiseOf(fill, own.declarations[0]!.id, fill.script, turns));
  const values = givenTo(expression, script, turns);
  return values.length > 0 && values.every((value) => {
    // What a wrapper reveals is a variable of it: `return { add, restored };`
    if (value.type === 'Identifier' && isMember(expression)) return isPromiseOf(fill, value, turns.scriptOf(value), turns);
    const limited = limitedBy(value);
    if (limited !== undefined) return isPromiseOf(fill, limited, script, turns);
    if (isWithin(fill.node, value)) return !isLeft(fill, value);
    const makers = [...ancestors(fill.node)].filter(isFunction);
    let found = false;
    walk(value, (node) => {
      if (isCall(node) && turns.targetsOf(node).some((fn) => makers.includes(fn))) found = true;
      return !found && !isFunction(node);
    });
    return found;
  });
}

/** The constants of a script that are such races as {@link limitedBy} takes apart. */
function limitedIn({ scopes }: Script): readonly Binding[] {
  return [...scopes!.program.bindings.values()].filter(({ kind, declarations: [declaration] }) => kind === 'const' && declaration?.init && limitedBy(declaration.init) !== undefined);
}

/** The promise that a race of it with a timer waits for: `Promise.race([loading, new Promise((resolve) => setTimeout(resolve, 5000))])`. */
function limitedBy(value: Node): Node | undefined {
  const call = unwrap(value);
  const list = isCall(call) && isMember(call.callee) && memberName(call.callee) === 'race' && call.arguments[0]?.type === 'ArrayExpression' ? call.arguments[0].elements : [];
  const [promise, timer] = list.map((element) => element && unwrap(element));
  const executor = timer?.type === 'NewExpression' ? timer.arguments[0] : undefined;
  const set = isFunction(executor) && executor.body.type === 'BlockStatement' && executor.body.body[0]?.type === 'ExpressionStatement' ? executor.body.body[0].expression : isFunction(executor) ? executor.body : undefined;
  if (list.length !== 2 || !promise || !isCall(set) || set.callee.type !== 'Identifier' || set.callee.name !== 'setTimeout') return undefined;
  return isCall(promise) && isMember(promise.callee) && memberName(promise.callee) === 'catch' ? unwrap(promise.callee.object) : promise;
}

/** What a variable, or a field of an object that lives once, is given in any place; nothing where some of it is out of sight. */
function givenTo(expression: Node, script: Script, turns: Turns): readonly Node[] {
  if (expression.type === 'Identifier') {
    const binding = script.binding(expression);
    const uses = binding && orRefusal(() => usesOfBinding(script, binding));
    const [declaration] = binding?.declarations ?? [];
    if (declaration?.keys?.length !== 0 || uses === undefined || uses instanceof Refusal) return [];
    return [...(declaration.init ? [declaration.init] : []), ...uses.flatMap((use) => accessOf(use.script, use.node as t.Identifier).value ?? [])];
  }
  const holder = isMember(expression) ? turns.holderOf(expression.object) : undefined;
  const object = holder && orRefusal(() => ownObject(holder, turns));
  if (object === undefined || object instanceof Refusal) return [];
  const name = memberName(expression as AnyMember) ?? '';
  const { node } = object.holder;
  const members: readonly Node[] = node.type === 'ClassDeclaration' || node.type === 'ClassExpression' ? node.body.body : node.type === 'ObjectExpression' ? node.properties : [];
  const fields = members.flatMap((member) => ((member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty' || member.type === 'ObjectProperty') && keyName(member) === name && member.value) || []);
  return [...fields, ...(object.members.get(name) ?? []).flatMap((use) => accessOf(turns.scriptOf(use), use).value ?? [])].filter(({ type }) => type !== 'NullLiteral');
}

/** Whether a fill stands in a callback that the promise around it does not wait for. */
function isLeft({ node, script }: Access, init: Node): boolean {
  for (const up of ancestors(node)) {
    if (up === init) return false;
    if (up.type === 'NewExpression') return false;
    const call = isFunction(up) ? parentOf(wrapped(up)) : undefined;
    if (isCall(call) && call.arguments.includes(wrapped(up) as t.Expression) && script.api(unwrap(call.callee as Node)) !== undefined) return !settlesAfter(node, up as FunctionNode, script);
  }
  return false;
}

/** Whether a callback ends by settling the promise around it, and nothing else settles it: `new Promise((resolve) => get(keys, (saved) => { fill(saved); resolve(); }))`. */
function settlesAfter(fill: Node, callback: FunctionNode, script: Script): boolean {
  const last = callback.body.type === 'BlockStatement' ? callback.body.body.at(-1) : undefined;
  const call = last?.type === 'ExpressionStatement' ? unwrap(last.expression) : undefined;
  if (last === undefined || isWithin(fill, last) || !isCall(call) || call.callee.type !== 'Identifier' || mayLeave(callback.body)) return false;
  const binding = script.binding(call.callee);
  const [declaration] = binding?.declarations ?? [];
  if (binding?.references.some(({ node }) => node !== declaration?.id && !isWithin(node, callback))) return false;
  const made = isFunction(declaration?.node) && declaration.node.params[0] === declaration.id ? parentOf(wrapped(declaration.node)) : undefined;
  return isNewPromise(made);
}
