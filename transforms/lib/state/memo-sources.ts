import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, isWithin, keyName, memberName, mentions, parentOf, statementOf, stringValue, unwrap, walk, wrapped, type Node } from '../ast.ts';
import { accessOf, type Access } from '../bindings.ts';
import { phasesAt } from '../phases.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import type { Bounding } from '../values/bounds.ts';
import { flowOf } from '../values/flow.ts';
import { returnsOf } from '../values/returns.ts';
import { emptyOf, isEmptiedWith, isInCatch } from './emptying.ts';
import type { Fill } from './filling.ts';
import { LASTING, QUESTIONS } from './lasting-calls.ts';
import { differsAtEachStart } from './start-values.ts';
import { comesFromStorage } from './stored.ts';

/** Whether a cache is filled with the same at another time: with what events do not change, or empty the cache when they do. */
export function isMadeOfWhatLasts({ change, value, code }: Fill, changes: readonly Access[], turns: Turns, bounding: Bounding, isCache: IsCache): boolean {
  if (isForgottenAfter(change, value, code, changes)) return true;
  const isWork = isPromiseOfNothing(value, turns);
  if (!isWork && (holdsWhatDiffers(code, turns) || keepsOwnState(value, turns))) return false;
  const own = new Set(changes.map(({ node }) => node));
  const pieces = new Set<Node>(code);
  const local = (script: Script, id: Node): boolean => {
    const declarations = script.binding(id as t.Identifier)?.declarations ?? [];
    return declarations.length > 0 && declarations.every((one) => [...pieces].some((piece) => isWithin(one.id, piece)));
  };
  for (const piece of pieces) {
    if (pieces.size > 60) return false;
    const script = turns.scriptOf(piece);
    let fine = true;
    walk(piece, (node) => {
      if (!fine) return false;
      if (isCall(node) || node.type === 'NewExpression') {
        const path = script.api(unwrap(node.callee as Node))?.names.join('.');
        if (path === undefined ? isSending(script, node) : isWork ? /\.(create|download|send\w*)$/.test(path) : !isQuestion(path)) fine = false;
        for (const fn of turns.targetsOf(node)) {
          if (!isWork && holdsWhatDiffers(node.type === 'NewExpression' ? [fn.body] : returnsOf(fn), turns)) fine = false;
          pieces.add(fn);
        }
      }
      if (isWork || (node.type !== 'Identifier' && !isMember(node)) || own.has(node)) return fine;
      if (isMember(node)) for (const getter of gettersOf(node, turns)) pieces.add(getter);
      const accesses = bounding.accessesAt(node);
      if (accesses.length > 0) fine &&= !isUsedAt(node, accesses) || isSteady(accesses, { changes, value, pieces }, turns, isCache);
      else if (node.type === 'Identifier' && !local(script, node)) fine &&= !isBroughtByEvent(script, node, turns);
      return fine;
    });
    if (!fine) return false;
  }
  return change.value !== undefined;
}

/** Whether values hold the time or something drawn by lot: `{ at: Date.now() }`. */
function holdsWhatDiffers(values: readonly Node[], turns: Turns): boolean {
  let found = false;
  for (const value of values) walk(value, (node) => {
    found ||= (isCall(node) || node.type === 'NewExpression') && differsAtEachStart(node, turns);
    return !found;
  });
  return found;
}

/** Whether a value has a memory of its own: a generator, or an object whose functions change a variable of the function that makes it. */
function keepsOwnState(value: Node, turns: Turns): boolean {
  const call = unwrap(value);
  return isCall(call) && turns.targetsOf(call).some((fn) => {
    if (fn.generator === true) return true;
    let found = false;
    for (const given of returnsOf(fn)) walk(given, (node) => {
      const script = turns.scriptOf(node);
      const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
      const home = binding?.declarations[0];
      found ||= home !== undefined && functionOf(home.id) === fn && functionOf(node) !== fn && /^(write|update|mutate)$/.test(accessOf(script, node as t.Identifier).kind);
      return !found;
    });
    return found;
  });
}

/** Whether a call of the platform tells a server something: `fetch(url, { method: 'POST' })`, `navigator.sendBeacon(url)`. */
function isSending(script: Script, call: Node): boolean {
  if (!isCall(call)) return false;
  const callee = unwrap(call.callee as Node);
  const name = isMember(callee) ? memberName(callee) : callee.type === 'Identifier' && script.binding(callee) === undefined ? callee.name : undefined;
  if (name === 'sendBeacon') return true;
  // indexedDB.open(name, version)
  const isDatabase = isMember(callee) && /\bindexedDB$/i.test(script.textOf(callee.object));
  const [method] = name === 'open' && call.arguments.length > 1 && !isDatabase ? call.arguments : [];
  const options = name === 'fetch' && call.arguments[1] ? unwrap(call.arguments[1]) : undefined;
  const given = options?.type === 'ObjectExpression' ? options.properties.find((member) => member.type === 'ObjectProperty' && keyName(member) === 'method') : undefined;
  const verb = method ?? (given?.type === 'ObjectProperty' ? given.value : undefined);
  const text = verb && stringValue(verb);
  return text != null && !/^(get|head|options)$/i.test(text);
}

/** Whether a call of an extension API only asks, and for what does not change by itself. */
function isQuestion(path: string): boolean {
  return !/^(tabs|windows|idle|sessions)\./.test(path) && (QUESTIONS.test(path) || !(LASTING.test(path) || /\.(create|update|remove\w*|register|add\w*|set\w*|connect\w*|send\w*|request)$/.test(path)));
}

/** Whether a cache of work is emptied as that ends, which the background's end is, too: `loading = load(); loading.then(() => { loading = null; });`. */
function isForgottenAfter({ script, node: cache }: Access, value: Node, code: readonly Node[], changes: readonly Access[]): boolean {
  const isOf = (chain: Node): boolean => {
    const inner = unwrap(chain);
    return [script.textOf(cache), script.textOf(value)].includes(script.textOf(inner)) || (isCall(inner) && isMember(inner.callee) && /^(then|catch|finally)$/.test(memberName(inner.callee) ?? '') && isOf(inner.callee.object)) || isWithin(inner, value);
  };
  return changes.some((change) => {
    const fn = emptyOf(change) !== undefined && code.some((one) => isWithin(change.node, one)) ? functionOf(change.node) : undefined;
    const call = fn && parentOf(wrapped(fn));
    return isCall(call) && isMember(call.callee) && /^(then|finally)$/.test(memberName(call.callee) ?? '') && isOf(call.callee.object);
  });
}

/** Whether a value only tells when something is done: what an `async` function returns that gives nothing. */
function isPromiseOfNothing(value: Node, turns: Turns): boolean {
  const call = unwrap(value);
  const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
  const functions = callee === undefined ? [] : isFunction(callee) ? [callee] : turns.targetsOf(call as t.CallExpression);
  return functions.length > 0 && functions.every((fn) => fn.async === true && returnsOf(fn).length === 0);
}

/** The changes of a variable that are part of what fills a cache, and make the same each time: `Object.assign(options, saved)`, or all that follows `list = [];` there. */
function filledWith(accesses: readonly Access[], pieces: ReadonlySet<Node>): ReadonlySet<Access> {
  const inside = [...pieces].map((piece) => accesses.filter(({ node }) => isWithin(node, piece)).sort((a, b) => a.node.start! - b.node.start!)).filter(({ length }) => length > 0);
  const isNew = ({ kind, reads, value, script, node }: Access): boolean => kind === 'write' && !reads && value !== undefined && statementOf(node).type === 'ExpressionStatement' && !mentions(value, (id) => script.textOf(id) === script.textOf(node).split('.').at(-1));
  if (inside.every(([first]) => isNew(first!))) return new Set(inside.flat());
  return new Set(accesses.filter(({ node, script }) => {
    const call = parentOf(wrapped(node));
    return isCall(call) && call.arguments[0] === wrapped(node) && script.textOf(call.callee) === 'Object.assign' && [...pieces].some((piece) => isWithin(call, piece));
  }));
}

/** Whether the value of a variable is used at a place, and not only assigned. */
function isUsedAt(node: Node, accesses: readonly Access[]): boolean {
  return accesses.some((access) => access.node === node && (access.kind !== 'write' || access.reads));
}

/** Whether a value is the name of something, of which it matters only what it is. */
function isName(value: Node): boolean {
  let root = unwrap(value);
  while (isMember(root) && !root.computed) root = unwrap(root.object);
  return root.type === 'Identifier';
}

/** Whether a variable is a cache itself, by what events do to it and all its uses. */
type IsCache = (changes: readonly Access[], accesses: readonly Access[]) => boolean;

/** What fills a cache, and all changes of that cache. */
interface Filled {
  readonly changes: readonly Access[];
  readonly value: Node;
  readonly pieces: ReadonlySet<Node>;
}

/** Whether events leave a variable as it is, read it from storage, empty the cache that is made of it, or it is such a cache. */
function isSteady(accesses: readonly Access[], { changes, value, pieces }: Filled, turns: Turns, isCache: IsCache): boolean {
  const inEvent = (list: readonly Access[]): Access[] => list.filter(({ node }) => phasesAt(node, turns).has('event'));
  const direct = inEvent(accesses.filter(({ kind, initial }) => !initial && /^(write|update|mutate)$/.test(kind)));
  const empties = changes.filter((change) => emptyOf(change) !== undefined);
  const same = filledWith(accesses, pieces);
  const left = direct.filter((change) => !same.has(change) && !comesFromStorage(change, turns) && !isEmptiedWith(change.node, empties, turns));
  if (left.length > 0) {
    const isLeftFull = (change: Access): boolean => emptyOf(change) !== undefined && !isInCatch(change.node) && left.includes(change);
    if (left.some(isLeftFull) || !isCache(direct, accesses)) return false;
  }
  return isName(value) || changesElsewhere(accesses, turns).every(({ node }) => isEmptiedWith(node, empties, turns));
}

/** What events do to what a variable holds by other names. */
function changesElsewhere(accesses: readonly Access[], turns: Turns): readonly Access[] {
  let changes = elsewhere.get(accesses);
  if (changes === undefined) elsewhere.set(accesses, (changes = flowOf(accesses.filter(({ initial }) => !initial), turns).changes.filter(({ node }) => phasesAt(node, turns).has('event'))));
  return changes;
}

const elsewhere = new WeakMap<readonly Access[], readonly Access[]>();

/** The getters that a member may name. */
function gettersOf(node: Node & { object: Node }, turns: Turns): readonly Node[] {
  const holder = turns.holderOf(node.object)?.node;
  const members = holder === undefined ? [] : holder.type === 'ObjectExpression' ? holder.properties : holder.type === 'ClassDeclaration' || holder.type === 'ClassExpression' ? holder.body.body : [];
  const name = memberName(node as t.MemberExpression);
  return members.filter((member) => (member.type === 'ObjectMethod' || member.type === 'ClassMethod') && member.kind === 'get' && keyName(member) === name);
}

/** Whether a value is made of what an event brings, here or to a function that calls this one: another event brings another one. */
export function isBroughtByEvent(script: Script, value: Node, turns: Turns, seen: Set<Node> = new Set()): boolean {
  return mentions(value, (id) => {
    if (id.name === 'arguments' && script.binding(id) === undefined) return true;
    const [declaration] = script.binding(id)?.declarations ?? [];
    if (declaration === undefined || functionOf(declaration.id) === undefined || seen.has(declaration.id) || isWithin(declaration.id, value)) return false;
    seen.add(declaration.id);
    const fn = declaration.node;
    const index = isFunction(fn) ? fn.params.findIndex((param) => isWithin(declaration.id, param)) : -1;
    // const { url } = message;
    if (!isFunction(fn) || index === -1) return declaration.init != null && isBroughtByEvent(script, declaration.init, turns, seen);
    if (turns.registrations.some(({ functions }) => functions.includes(fn))) return true;
    const isRest = fn.params[index]!.type === 'RestElement';
    return turns.callersOf(fn).some((call) => {
      const callee = unwrap(call.callee as Node);
      const isDirect = !(isMember(callee) && /^(call|apply|bind)$/.test(memberName(callee) ?? '')) && !call.arguments.some(({ type }) => type === 'SpreadElement');
      const given = !isDirect ? call.arguments : isRest ? call.arguments.slice(index) : call.arguments.slice(index, index + 1);
      return given.some((one) => !isFunction(unwrap(one)) && isBroughtByEvent(turns.scriptOf(call), one, turns, seen));
    });
  });
}
