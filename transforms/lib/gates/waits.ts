import type * as t from '@babel/types';
import { ancestors, functionOf, isFunction, isWithin, parentOf, siblings, type FunctionNode, type Node } from '../ast.ts';
import { awaitBefore, canPostpone, gateExpression, isContinuation, postpone } from './awaits.ts';
import { useOf } from '../callbacks.ts';
import { endsFunction, isExclusive, leavesSwitch, outOfLoops, waitsFirst } from '../control-flow.ts';
import type { Entry } from './entries.ts';
import type { Mode } from './modes.ts';
import type { Insertions } from '../insertions.ts';
import { gateAnswer, wrap } from './message-waits.ts';
import { Refusal } from '../refusal.ts';
import { sharingOf } from '../state/sharing.ts';

/** A place of a listener at which it waits. */
interface Wait {
  readonly fn: FunctionNode;
  /** rest: what follows runs behind it. continued: only what follows in its list does. alone: nothing else does. */
  readonly how: 'rest' | 'continued' | 'alone';
  /** The statements among which it waits, and the first of them that does; none in a function that is one expression. */
  readonly list: readonly t.Statement[];
  readonly first: t.Statement | undefined;
  /** @param promises what it waits for, one after the other */
  write(promises: readonly string[], into: Insertions): void;
}

/** Where a listener waits, so that nothing that it does before, or without waiting, shares with what waits a variable that one of both changes: other events may come in between. */
export function waitsOf(entry: Entry, given: readonly Node[], isWaiting: (node: Node) => boolean): readonly Wait[] {
  const { fn, mode, list } = entry;
  for (let touches = given; ;) {
    const known = new Set(touches);
    const waits = [...(list.length === 0 ? functionWaits(entry, fn, mode, touches) : listWaits(entry, fn, mode, list, touches))];
    const shared = [...new Set(waits.map((wait) => wait.fn))].flatMap((one) => sharedWith(entry, waits.filter((wait) => wait.fn === one))).filter((node) => !known.has(node) && !isWaiting(node));
    if (shared.length === 0) return waits;
    touches = [...touches, ...shared];
  }
}

/** The places of a function that do not always come behind where it waits, and use what is changed there, or change what is used there. */
function sharedWith({ turns, list }: Entry, waits: readonly Wait[]): readonly Node[] {
  const delayed = waits.filter(({ how }) => how !== 'alone');
  const always = new Set<Node>(delayed.flatMap(({ list: statements, first }) => statements.slice(statements.indexOf(first!))));
  const { fn } = waits[0]!;
  const whole = list.length > 0 && list.every((statement) => functionOf(statement) === fn) ? list : [fn.body];
  const turn = waits.length === 1 ? sameTurn(waits[0]!, whole) : whole;
  return delayed.length === 0 ? [] : sharingOf(turns).shared(turn, (node) => always.has(node), delayed.flatMap(statementsBehind));
}

/** What runs in the same turn as a place that waits: what follows the last `await` before it, or all. */
function sameTurn({ fn, first }: Wait, whole: readonly Node[]): readonly Node[] {
  let inner: Node = first ?? fn.body;
  for (const up of ancestors(inner)) {
    const list = siblings(inner);
    const wait = fn.async && list !== undefined ? list.slice(0, list.indexOf(inner as t.Statement)).findLastIndex(waitsFirst) : -1;
    if (wait !== -1) return list!.slice(wait + 1);
    if (up === fn) break;
    inner = up;
  }
  return whole;
}

/** What may run behind a place that waits. */
export function statementsBehind({ fn, how, list, first }: Wait): readonly Node[] {
  if (first === undefined) return [fn.body];
  const behind = list.slice(list.indexOf(first));
  let inner: Node = first;
  for (const up of ancestors(inner)) {
    if (up === fn || how === 'continued' || endsFunction(behind.at(-1)!)) break;
    const around = siblings(inner);
    if (around !== undefined && around !== list) behind.push(...around.slice(around.indexOf(inner as t.Statement) + 1));
    inner = up;
  }
  return behind;
}

/** Where a function waits before it touches something: once before all that does, or in the branches and callbacks that do. */
export function* functionWaits(entry: Entry, fn: FunctionNode, mode: Mode, touches: readonly Node[]): Generator<Wait> {
  if (touches.some((touch) => fn.params.some((param) => isWithin(touch, param)))) throw new Refusal('a default of a parameter uses it');
  const { body } = fn;
  if (body.type === 'BlockStatement') return yield* listWaits(entry, fn, mode, body.body, touches);
  // A callback in the expression may be where it is needed.
  const callback = callbackWaits(entry, body, touches);
  if (callback !== undefined) return yield* callback;
  const isAnswer = mode === 'message' && !fn.async;
  yield { fn, how: 'alone', list: [], first: undefined, write: (promises, into) => (isAnswer ? gateAnswer(entry, fn as t.ArrowFunctionExpression, touches, promises, into) : gateExpression(entry, fn, mode, promises, into)) };
}

function* listWaits(entry: Entry, fn: FunctionNode, mode: Mode, list: readonly t.Statement[], touches: readonly Node[]): Generator<Wait> {
  const touching = list.filter((statement) => touches.some((touch) => isWithin(touch, statement)));
  const [first] = touching;
  if (first === undefined) return;
  // Nothing but the branches of one statement, or of several that each end the listener, has to wait.
  const separate = touching.length === 1 || (mode === 'message' && touching.every((one, index) => index === touching.length - 1 || isExclusive(one, touching[index + 1]!)) && isQuietBetween(list, touching));
  if (separate && touching.every((one) => canDescend(one, touches, mode))) {
    for (const one of touching) yield* branchWaits(entry, fn, mode, one, touches.filter((touch) => isWithin(touch, one)));
    return;
  }
  const callback = touching.length === 1 ? callbackWaits(entry, first, touches.filter((touch) => isWithin(touch, first))) : undefined;
  if (callback !== undefined) return yield* callback;
  if (mode === 'message' && !fn.async) return yield { fn, how: 'continued', list, first, write: (promises, into) => wrap(entry, fn, list, first, promises, into) };
  if (canPostpone(entry, fn, list, touching)) return yield { fn, how: 'alone', list, first, write: (promises, into) => postpone(entry, touching, promises, into) };
  const place = outOfLoops(first, fn);
  yield { fn, how: 'rest', list: siblings(place) ?? [place], first: place, write: (promises, into) => awaitBefore(entry, fn, place, promises, into) };
}

/** Whether what stands after the first of some statements, beside them, does nothing that their delay could overtake. */
function isQuietBetween(list: readonly t.Statement[], touching: readonly t.Statement[]): boolean {
  return list.slice(list.indexOf(touching[0]!)).every((statement) => touching.includes(statement) || statement.type === 'ReturnStatement' || (statement.type === 'IfStatement' && touching.every((one) => isExclusive(one, statement) || isExclusive(statement, one))));
}

function isBranching(statement: Node): statement is t.IfStatement | t.SwitchStatement | t.BlockStatement {
  return statement.type === 'IfStatement' || statement.type === 'SwitchStatement' || statement.type === 'BlockStatement';
}

function canDescend(statement: Node, touches: readonly Node[], mode: Mode): boolean {
  if (!isBranching(statement)) return false;
  if (statement.type === 'BlockStatement') return true;
  if (statement.type === 'SwitchStatement') {
    return [...byPart(statement, touches)].every(([one, own]) => one.type === 'SwitchCase' && !(one.test && own.some((touch) => isWithin(touch, one.test!))) && (mode !== 'message' || one === statement.cases.at(-1) || leavesSwitch(one)));
  }
  const within = (node: Node): boolean => touches.some((touch) => isWithin(touch, node));
  if (within(statement.test)) return false;
  return [statement.consequent, statement.alternate].every((branch) => !branch || !within(branch) || branch.type === 'BlockStatement' || (branch.type === 'IfStatement' ? canDescend(branch, touches, mode) : mode === 'message' && (branch.type === 'ExpressionStatement' || branch.type === 'ReturnStatement')));
}

/** The parts of a statement that hold some nodes, in order, each with its own. */
function byPart(statement: Node, nodes: readonly Node[]): ReadonlyMap<Node, readonly Node[]> {
  const parts = new Map<Node, Node[]>();
  for (const node of nodes) {
    let part: Node | undefined = node;
    while (part !== undefined && parentOf(part) !== statement) part = parentOf(part);
    const own = part && parts.get(part);
    if (own !== undefined) own.push(node);
    else if (part !== undefined) parts.set(part, [node]);
  }
  return new Map([...parts].sort(([a], [b]) => a.start! - b.start!));
}

function* branchWaits(entry: Entry, fn: FunctionNode, mode: Mode, statement: Node, touches: readonly Node[]): Generator<Wait> {
  const inList = (statements: readonly t.Statement[]): Generator<Wait> => listWaits(entry, fn, mode, statements, touches);
  switch (statement.type) {
    case 'BlockStatement':
      return yield* inList(statement.body);
    case 'SwitchStatement':
      for (const [part, own] of byPart(statement, touches)) if (part.type === 'SwitchCase') yield* listWaits(entry, fn, mode, part.consequent, own);
      return;
    case 'IfStatement':
      for (const branch of [statement.consequent, statement.alternate]) {
        if (!branch || !touches.some((touch) => isWithin(touch, branch))) continue;
        yield* isBranching(branch) ? branchWaits(entry, fn, mode, branch, touches) : inList([branch]);
      }
      return;
    default:
  }
}

/** The waits in the callback of an asynchronous call, where all touches are in one. */
function callbackWaits(entry: Entry, node: Node, touches: readonly Node[]): Generator<Wait> | readonly Wait[] | undefined {
  const [touch] = touches;
  let callback: FunctionNode | undefined;
  for (const up of ancestors(touch!)) {
    if (up === node || !isWithin(up, node)) break;
    if (isFunction(up) && useOf(entry.script, up) === 'later') callback = up;
  }
  if (callback === undefined || !touches.every((one) => isWithin(one, callback!)) || touches.some((one) => callback!.params.some((param) => isWithin(one, param)))) return undefined;
  // `runtime.lastError` is gone after a wait.
  if (/\blastError\b/.test(entry.script.textOf(callback)) || callback.generator) return undefined;
  // What waits for another promise of the start-up waits for both at once: between the two, other events could come.
  const list = isContinuation(callback) && callback.body.type === 'BlockStatement' ? callback.body.body : [];
  const [first] = list;
  if (first === undefined) return functionWaits(entry, callback, 'await', touches);
  return [{ fn: callback, how: 'rest', list, first, write: (promises, into) => awaitBefore(entry, callback, first, promises, into) }];
}
