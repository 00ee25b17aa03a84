import type * as t from '@babel/types';
import { functionOf, isFunction, isMember, isNothing, isUnused, isWithin, mayLeave, memberName, parentOf, siblings, statementOf, unwrap, wrapped, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import { usesOfMethod } from '../objects.ts';
import type { Shape } from '../shapes.ts';
import type { Turns } from '../turns.ts';
import { usesOfFunction } from '../uses.ts';
import { doneLater } from './settling.ts';

/** A request that is only kept to be stopped: an unload ends it, and leaves nothing to stop. */
export function isUnderWay(shape: Shape, accesses: readonly Access[]): boolean {
  // A controller that nothing replaces stays aborted.
  if (shape === 'controller' && accesses.every(({ kind, initial }) => initial || kind !== 'write')) return false;
  return (shape === 'request' || shape === 'controller') && accesses.every(({ node, kind, value }) => {
    const up = parentOf(wrapped(node));
    if (kind === 'write') return value !== undefined;
    if (isMember(up) && up.object === wrapped(node)) return /^(abort|signal|on\w+)$/.test(memberName(up) ?? '');
    return kind === 'read' && /^(IfStatement|LogicalExpression|UnaryExpression|BinaryExpression|ConditionalExpression)$/.test(up?.type ?? '') && isTest(node);
  });
}

/**
 * A promise of work that forgets it at its end, `saving = save().then(() => { saving = null; })` or `saving = promise; await promise; saving = null`:
 * an unload ends the work and the promise, and the next event begins anew.
 */
export function isForgottenAtEnd(changes: readonly Access[]): boolean {
  const isForgetting = ({ value }: Access): boolean => value !== undefined && isNothing(value);
  const ends = changes.filter((change) => !change.initial && isForgetting(change));
  const forgets = (node: Node): boolean => ends.some((end) => parentOf(wrapped(end.node)) === unwrap(node));
  return changes.every((change) => change.kind === 'write' && (isForgetting(change) || (change.initial && change.value === undefined)
    || ends.some(({ node }) => change.value !== undefined && isWithin(node, change.value)) || (!change.initial && doneLater(statementOf(change.node), forgets) !== undefined)));
}

/** Whether it only matters whether there is something: `if (request)`, `request && request.abort()`. */
function isTest(node: Node): boolean {
  let inner = wrapped(node);
  for (let up = parentOf(inner); up !== undefined; inner = wrapped(up), up = parentOf(inner)) {
    if (up.type === 'BinaryExpression') return /^[!=]==?$/.test(up.operator);
    if (up.type === 'UnaryExpression' || ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && up.test === inner)) return true;
    if (up.type !== 'LogicalExpression') return false;
    if (up.left === inner && up.operator === '&&' && isUnused(up)) return true;
  }
  return false;
}

/** A mark of work that is going on: set before it, always taken back after it. An unload ends the work and the mark; one that came back would never be taken away. */
export function isLock(initial: Access | undefined, changes: readonly Access[], turns: Turns): boolean {
  const markOf = ({ kind, value }: Access): boolean | undefined => (kind === 'write' && value?.type === 'BooleanLiteral' ? value.value : undefined);
  const free = initial?.value === undefined ? false : markOf(initial);
  if (free === undefined || changes.some((change) => markOf(change) === undefined)) return false;
  const releases = new Set<Node | undefined>(changes.filter((change) => markOf(change) === free).map(({ node }) => parentOf(wrapped(node))));
  const takes = changes.filter((change) => markOf(change) !== free);
  if (takes.length === 1 && changes.length > 1 && isTestedFirst(takes[0]!) && changes.every((change) => change === takes[0] || (markOf(change) === free && comesAfter(change.node, takes[0]!.node, turns)))) return true;
  return takes.length > 0 && takes.every(({ node }) => doneLater(statementOf(node), (one) => releases.has(unwrap(one))) !== undefined);
}

/** A count of work that is going on: one more before it, always one less after it. */
export function isCountOfWork(initial: Access | undefined, changes: readonly Access[], turns: Turns): boolean {
  const begins = changes.filter((change) => stepOf(change) === 1);
  const ends = changes.filter((change) => stepOf(change) === -1);
  if (!isZero(initial?.value) || begins.length + ends.length !== changes.length) return false;
  const isDone = ({ node }: Access): boolean => {
    const statement = statementOf(node);
    const list = siblings(statement);
    const block = parentOf(statement);
    if (list === undefined || block === undefined || statement.type !== 'ExpressionStatement') return false;
    const up = parentOf(block);
    return (isFunction(up) || (up?.type === 'TryStatement' && up.finalizer === block)) && !list.slice(0, list.indexOf(statement)).some((one) => mayLeave(one));
  };
  return ends.length > 0 && ends.every(isDone) && begins.every((begin) => ends.some((end) => comesAfter(end.node, begin.node, turns))) && ends.every((end) => begins.some((begin) => comesAfter(end.node, begin.node, turns)));
}

function isZero(value: Node | undefined): boolean {
  const inner = value && unwrap(value);
  return inner?.type === 'NumericLiteral' && inner.value === 0;
}

/** What a change adds to a count. */
function stepOf({ node }: Access): number | undefined {
  const change = parentOf(wrapped(node));
  if (change?.type === 'UpdateExpression') return change.operator === '++' ? 1 : -1;
  if (change?.type !== 'AssignmentExpression' || change.right.type !== 'NumericLiteral') return undefined;
  return change.operator === '+=' ? change.right.value : change.operator === '-=' ? -change.right.value : undefined;
}

/** Whether work begins only where it is not going on: `if (busy) return; busy = true;`. */
export function isTestedFirst({ script, node }: Access): boolean {
  const tests = (test: Node): boolean => {
    const inner = unwrap(test);
    return script.textOf(inner) === script.textOf(node) || (inner.type === 'LogicalExpression' && inner.operator === '||' && (tests(inner.left) || tests(inner.right)));
  };
  const statement = statementOf(node);
  const list = siblings(statement);
  return list?.slice(0, list.indexOf(statement as t.Statement)).some((one) => one.type === 'IfStatement' && tests(one.test) && mayLeave(one.consequent, /^ReturnStatement$/)) === true;
}

/** Whether all that leads to a place goes on from another one: a callback in its function, or a function that only such callbacks call. */
function comesAfter(place: Node, first: Node, turns: Turns, seen = new Set<Node>()): boolean {
  const home = functionOf(first);
  for (let fn = functionOf(place), inner = place; fn !== undefined; inner = fn, fn = functionOf(fn)) {
    if (fn === home) return inner.start! > first.end!;
    if (seen.has(fn)) return true;
    seen.add(fn);
    const script = turns.scriptOf(fn);
    const uses = usesOfMethod(fn, turns) ?? usesOfFunction(script, fn)?.map(({ node }) => node);
    if (uses === undefined || uses.length === 0) return false;
    if (uses.length === 1 && uses[0] === wrapped(fn)) continue;
    return uses.every((use) => comesAfter(use, first, turns, seen));
  }
  return false;
}
