import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isCallee, isFunction, isMember, isNewPromise, isWithin, memberName, mentions, parentOf, statementOf, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { accessOf, type Access } from '../bindings.ts';
import { isStorageGet, mayBringStored } from './from-storage.ts';
import { phaseOf, phasesAt } from '../phases.ts';
import type { Script } from '../script.ts';
import { shapeOf } from '../shapes.ts';
import type { Turns } from '../turns.ts';
import { usesOfFunction } from '../uses.ts';

/** What gave a change its value in the functions around it: the start of a local variable, or the call that runs a callback. */
export function answersFor({ script, node, value }: Access): readonly Node[] {
  const answers: Node[] = [];
  if (value !== undefined) {
    mentions(value, (id) => {
      for (const { init } of script.binding(id)?.declarations ?? []) if (init && functionOf(init) === functionOf(node)) answers.push(init);
      return false;
    });
    if (unwrap(value).type === 'AwaitExpression') answers.push(value);
  }
  for (const up of ancestors(node)) {
    const call = isFunction(up) ? parentOf(wrapped(up)) : undefined;
    if (isCall(call) && call.arguments.includes(wrapped(up) as t.Expression)) answers.push(call);
  }
  return answers;
}

/** Whether the start-up makes a change with what storage answered. */
export function isRestored(change: Access, turns: Turns): boolean {
  const { node, value } = change;
  if (isEmptied(change)) return false;
  const isFixed = value !== undefined && (/Literal$/.test(unwrap(value).type) || shapeOf(turns.scriptOf(node), value) === 'nothing');
  // if (stored.enabled === false) enabled = false;
  const made = isFixed ? [...ancestors(node)].find(({ type }) => type === 'IfStatement') : undefined;
  if (isFixed && (made?.type !== 'IfStatement' || functionOf(made) !== functionOf(node))) return false;
  const isAfterRead = turns.turnsAt(node).some((turn) => {
    if (phaseOf(turn) !== 'start-up' || turn.cause === undefined) return false;
    const script = turns.scriptOf(turn.cause);
    return readsStorage(script, keptPromise(script, turn.cause) ?? turn.cause, turns) || answersFor(change).some((answer) => readsStorage(change.script, answer, turns));
  });
  return isAfterRead && mayBringStored(made?.type === 'IfStatement' ? { ...change, value: made.test } : change, turns);
}

/** Whether a change leaves nothing in a collection: `tabs.clear()`, `list.length = 0`. */
function isEmptied({ node, kind }: Access): boolean {
  const member = parentOf(wrapped(node));
  if (kind !== 'mutate' || !isMember(member) || member.object !== wrapped(node)) return false;
  const user = parentOf(wrapped(member));
  if (isCall(user)) return user.callee === wrapped(member) && memberName(member) === 'clear' && user.arguments.length === 0;
  return user?.type === 'AssignmentExpression' && user.operator === '=' && memberName(member) === 'length' && unwrap(user.right).type === 'NumericLiteral' && (unwrap(user.right) as t.NumericLiteral).value === 0;
}

/** Where a function is given to others, as a listener perhaps, that call it then. */
export function givenAway(fn: FunctionNode, turns: Turns): readonly Node[] {
  return (usesOfFunction(turns.scriptOf(fn), fn) ?? []).flatMap(({ node }) => (isCallee(node) ? [] : [node]));
}

/** Whether a change only repeats what storage holds: with what it answered or what `storage.onChanged` brings, or by dropping what was kept of it. */
export function comesFromStorage(change: Access, turns: Turns): boolean {
  const { script, value, node, kind } = change;
  if (kind === 'write' && value !== undefined && isAnswerOfStorage(script, value, turns)) return true;
  if (kind === 'update' || !followsStorage(node, turns)) return false;
  if (value !== undefined && isEmpty(value)) return true;
  if (value !== undefined && unwrap(value).type === 'Identifier' && !mayBringStored(change, turns)) return false;
  return isDecidedByStorage(node, turns) || (value !== undefined && isMadeOfStored(script, value, turns));
}

/** Whether what storage answered decides that a place is come to, or is part of its statement: `enable()` in `if (changes.enabled.newValue) enable()`. */
function isDecidedByStorage(node: Node, turns: Turns, seen: ReadonlySet<Node> = new Set()): boolean {
  const script = turns.scriptOf(node);
  const used: Node[] = [statementOf(node)];
  for (const up of ancestors(node)) {
    if (up.type === 'IfStatement' || up.type === 'ConditionalExpression') used.push(up.test);
    else if (up.type === 'SwitchStatement') used.push(up.discriminant);
    else if (up.type === 'ForOfStatement' || up.type === 'ForInStatement') used.push(up.right);
  }
  const isUsed = used.some((part) => mentions(part, (id) => script.binding(id)?.declarations.some((declaration) =>
    (declaration.init && readsStorage(script, declaration.init, turns)) || followsStorage(declaration.id, turns)) === true));
  const fn = isUsed ? undefined : functionOf(node);
  if (fn === undefined || seen.has(fn)) return isUsed;
  const callers = turns.callersOf(fn).filter((call) => phasesAt(call, turns).has('event'));
  return callers.length > 0 && givenAway(fn, turns).length === 0 && callers.every((call) => isDecidedByStorage(call, turns, new Set([...seen, fn])));
}

/** Whether a variable begins with a plain value, and only changes of storage tell it of another: no start reads what they left there. */
export function isToldOfChangesOnly(changes: readonly Access[], eventChanges: readonly Access[], turns: Turns): boolean {
  return changes.every((change) => eventChanges.includes(change) || (change.initial && (change.value === undefined || /Literal$/.test(unwrap(change.value).type)))) &&
    eventChanges.every(({ node }) => turns.turnsAt(node).every(({ origin }) => /^storage\.(\w+\.)?onChanged$/.test(origin)));
}

/** Whether a value is made of a variable that an earlier statement of the same function gave what came from storage: `options = changes.options.newValue; timer.minutes = options.work`. */
function isMadeOfStored(script: Script, value: Node, turns: Turns): boolean {
  return mentions(value, (id) => script.binding(id)?.references.some(({ node }) => {
    if (node.end! > value.start! || functionOf(node) !== functionOf(value)) return false;
    const earlier = accessOf(script, node as t.Identifier);
    return (earlier.kind === 'write' || earlier.kind === 'mutate') && comesFromStorage(earlier, turns);
  }) === true);
}

/** Whether a value is what storage answers in its place: `await storage.local.get(DEFAULTS)`, `{ ...DEFAULTS, ...(await storage.local.get()) }`. */
function isAnswerOfStorage(script: Script, value: Node, turns: Turns): boolean {
  let [reads, computes] = [false, false];
  walk(value, (one) => {
    if (one.type === 'AwaitExpression' && readsStorage(script, one, turns)) reads = true;
    if (one.type === 'BinaryExpression' || one.type === 'ConditionalExpression') computes = true;
    return !isFunction(one);
  });
  return reads && !computes;
}

/** Whether the events that run a place come to it through a read or a change of storage. */
function followsStorage(node: Node, turns: Turns): boolean {
  const events = turns.turnsAt(node).filter((turn) => phaseOf(turn) === 'event');
  return events.length > 0 && events.every(({ origin, cause }) =>
    /^storage\.(\w+\.)?onChanged$/.test(origin) || (cause !== undefined && readsStorage(turns.scriptOf(cause), cause, turns)));
}

/** Whether an expression gives nothing, or something with nothing in it. */
export function isEmpty(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'ArrayExpression') return inner.elements.length === 0;
  if (inner.type === 'ObjectExpression') return inner.properties.length === 0;
  return inner.type === 'NullLiteral' || (inner.type === 'Identifier' && inner.name === 'undefined') || (inner.type === 'NewExpression' && inner.arguments.length === 0);
}

/** Whether a node is, awaits or continues a read of storage, or a call of a function that makes a promise of one. */
function readsStorage(script: Script, node: Node, turns: Turns): boolean {
  let found = false;
  const inner = isCall(node) ? node : undefined;
  const callee = inner && unwrap(inner.callee as Node);
  const subject = callee && isMember(callee) && /^(then|catch|finally)$/.test(memberName(callee) ?? '') ? callee.object : inner ? callee! : node;
  walk(subject, (one) => {
    if (found || isFunction(one)) return false;
    if (isStorageGet(script, one) || isPromiseOfRead(script, one) || (isCall(one) && turns.targetsOf(one).some((fn) => isPromisedRead(fn, turns)))) found = true;
    return !found;
  });
  return found;
}

/** Whether a function only makes a promise of a read of storage: `return new Promise((resolve) => chrome.storage.local.get(keys, resolve))`. */
export function isPromisedRead({ body }: FunctionNode, turns: Turns): boolean {
  const last = body.type === 'BlockStatement' ? body.body.at(-1) : undefined;
  const given = body.type !== 'BlockStatement' ? body : last?.type === 'ReturnStatement' ? last.argument : undefined;
  return given !== undefined && given !== null && isPromiseOfRead(turns.scriptOf(body), unwrap(given));
}

/** `new Promise((resolve) => chrome.storage.local.get(keys, resolve))`. */
function isPromiseOfRead(script: Script, made: Node): boolean {
  return isNewPromise(made) && script.apiReferences.some(({ path, call, node }) => call !== undefined && /^storage\.\w+\.get$/.test(path) && isWithin(node, made));
}

/** What the variable is given whose promise a call continues: `storage.local.get()` of `const loading = storage.local.get()` for `loading.then(…)`. */
function keptPromise(script: Script, call: Node): Node | undefined {
  const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
  const node = callee && isMember(callee) && memberName(callee) === 'then' ? unwrap(callee.object) : undefined;
  if (node?.type !== 'Identifier') return undefined;
  const { declarations = [], references = [] } = script.binding(node) ?? {};
  const [declaration] = declarations;
  if (declarations.length !== 1 || declaration?.keys?.length !== 0 || references.some(({ writes }) => writes)) return undefined;
  return declaration.init && declaration.init.end! <= node.start! ? declaration.init : undefined;
}
