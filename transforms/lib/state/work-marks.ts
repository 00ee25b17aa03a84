import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isNothing, isUnused, isWithin, mayLeave, memberName, nameOfCallee, parentOf, siblings, statementOf, unwrap, usesArguments, walk, wrapped, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import { usesOfMethod } from '../objects.ts';
import { initOfConstant } from '../scope.ts';
import type { Script } from '../script.ts';
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

/**
 * A promise by which one piece of work waits for the one before, `queue = queue.then(work)`: an unload ends the work and the queue, and the next event begins a new one.
 * What the work brings, and that it failed, is never handed on to the next: that would be lost. Nor does work wait for a timer, which an unload ends while more is to do.
 */
export function isQueue(changes: readonly Access[], accesses: readonly Access[], turns: Turns): boolean {
  const isBegin = ({ initial, script, value }: Access): boolean => {
    const made = initial && value !== undefined ? unwrap(value) : undefined;
    return isCall(made) && script.textOf(made.callee) === 'Promise.resolve' && made.arguments.every((one) => isNothing(one));
  };
  const names = new Set(accesses.map(({ node }) => unwrap(node)));
  const links = changes.filter((change) => !isBegin(change));
  if (links.length === 0 || !changes.some(isBegin) || !links.every(({ kind, value, script }) => kind === 'write' && value !== undefined && isLink(script, value, names))) return false;
  const mayFail = !links.every(({ value }) => isCaught(unwrap(value!)));
  return accesses.every(({ node, kind, initial }) => initial || kind === 'write' || (isOnlyWaitedFor(node, turns) && !(mayFail && tellsFailure(node))))
    && accesses.every(({ node }) => worksOf(node, turns).every((fn) => !waitsForTimer(fn, turns) && !(mayFail && mayLeave(fn.body, /^ThrowStatement$/))));
}

/** `queue.then(work).catch(report)`, `queue.then(work, report)` */
function isCaught(promise: Node): boolean {
  if (!isCall(promise) || !isMember(promise.callee)) return false;
  return memberName(promise.callee) === 'catch' ? promise.arguments.length > 0 : memberName(promise.callee) === 'then' && promise.arguments.length > 1;
}

/** Whether code does something where what came before has failed: `try { await queue; } catch { warn(); }`, `queue.catch(warn)`, `queue.then(work, warn)`. */
function tellsFailure(queue: Node): boolean {
  const outer = wrapped(queue);
  const up = parentOf(outer);
  if (up?.type === 'AwaitExpression') {
    for (const one of ancestors(up)) {
      if (isFunction(one)) return false;
      if (one.type === 'TryStatement' && one.handler && isWithin(up, one.block)) return one.handler.body.body.length > 0;
    }
    return false;
  }
  const call = isMember(up) && up.object === outer ? parentOf(wrapped(up)) : undefined;
  if (!isCall(call)) return false;
  const [first, second] = call.arguments;
  if (memberName(up as AnyMember) === 'catch') return first !== undefined && !doesNothing(first);
  return second !== undefined && !doesNothing(second) && !(first?.type === 'Identifier' && second.type === 'Identifier' && first.name === second.name);
}

/** `() => {}`, `() => undefined` */
function doesNothing(handler: Node): boolean {
  const fn = unwrap(handler);
  return isFunction(fn) && (fn.body.type === 'BlockStatement' ? fn.body.body.length === 0 : isNothing(fn.body));
}

/** The functions that go on behind a promise: `queue.then(work).then(more)`. */
function worksOf(promise: Node, turns: Turns): readonly FunctionNode[] {
  const outer = wrapped(promise);
  const up = parentOf(outer);
  const call = isMember(up) && up.object === outer ? parentOf(wrapped(up)) : undefined;
  return isCall(call) && call.callee === wrapped(up!) ? [...call.arguments.flatMap((work) => turns.functionsOf(work)), ...worksOf(call, turns)] : [];
}

/** Whether what a function does waits for a timer, or may: `await new Promise((done) => setTimeout(done, 5000))`. */
function waitsForTimer(work: FunctionNode, turns: Turns): boolean {
  const pieces = new Set<FunctionNode>([work]);
  for (const piece of pieces) {
    if (pieces.size > 60) return true;
    let found = false;
    walk(piece, (node) => {
      if (!isCall(node)) return !found;
      found ||= /^set(Timeout|Interval)$/.test(nameOfCallee(unwrap(node.callee as Node)));
      for (const fn of turns.targetsOf(node)) pieces.add(fn);
      return !found;
    });
    if (found) return true;
  }
  return false;
}

/** Whether a promise is that of a queue with more to do: `queue.then(work)`, `queue.then(work).catch(report)`, or a constant of that. */
function isLink(script: Script, promise: Node, names: ReadonlySet<Node>, isQueueItself = false): boolean {
  const inner = unwrap(promise);
  if (names.has(inner)) return isQueueItself;
  const init = inner.type === 'Identifier' ? initOfConstant(script.binding(inner)) : undefined;
  if (init !== undefined) return isLink(script, init, names, isQueueItself);
  const callee = isCall(inner) ? unwrap(inner.callee as Node) : undefined;
  return isMember(callee) && /^(then|catch|finally)$/.test(memberName(callee) ?? '') && isLink(script, callee.object, names, true);
}

/** Whether nobody gets what a promise brings: it is awaited as a statement, or goes on with functions that take nothing. */
function isOnlyWaitedFor(promise: Node, turns: Turns): boolean {
  if (isUnused(promise)) return true;
  const outer = wrapped(promise);
  const up = parentOf(outer);
  if (up?.type === 'AwaitExpression') return isUnused(up);
  if (up?.type === 'AssignmentExpression') return up.operator === '=' && up.right === outer && isUnused(up);
  if (up?.type === 'VariableDeclarator') {
    const binding = up.id.type === 'Identifier' ? turns.scriptOf(up).binding(up.id) : undefined;
    return initOfConstant(binding) !== undefined && binding!.references.every(({ node }) => isOnlyWaitedFor(node, turns));
  }
  const call = isMember(up) && up.object === outer ? parentOf(wrapped(up)) : undefined;
  if (!isCall(call) || call.callee !== wrapped(up!)) return false;
  const name = memberName(up as AnyMember);
  if (name === 'catch' || name === 'finally') return isOnlyWaitedFor(call, turns);
  const [work] = call.arguments;
  const functions = name === 'then' && work !== undefined ? turns.functionsOf(work) : [];
  return functions.length > 0 && functions.every((fn) => fn.params.length === 0 && !usesArguments(fn));
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
