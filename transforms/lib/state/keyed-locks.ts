import type * as t from '@babel/types';
import { isCall, isFunction, isMember, isNothing, isUnused, isWithin, memberName, parentOf, siblings, statementOf, unwrap, waits, walk, wrapped, type AnyCall, type AnyMember, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { TIMERS } from '../callbacks.ts';
import { IDLE_LIMIT } from '../platform.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import { initOfConstant } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import type { Bounding } from '../values/bounds.ts';
import { assertAsksNobody, callsOfChain, doneLater, surelyDoes } from './settling.ts';

/** What a change does with one entry of a collection: `running.add(id)`, `running.splice(running.indexOf(id), 1)`. */
interface Mark {
  readonly script: Script;
  readonly kind: 'take' | 'release';
  /** The whole of it. */
  readonly node: Node;
  readonly key: Node;
  readonly value?: Node;
}

/**
 * Marks of work that is going on, by what it is done for: `running.add(id); await work(id); running.delete(id);`.
 * An unload ends the work and its mark; one that came back would never be taken away. What waits for an event, for somebody's answer or for a timer
 * longer than an idle background lives is no work.
 */
export function isLockByKey(changes: readonly Access[], reads: readonly Access[], turns: Turns, bounding: Bounding): boolean {
  // An entry that is only set to `false` is still there.
  if (changes.some((change) => markOf(change)?.node.type === 'AssignmentExpression' && markOf(change)?.kind === 'release') && !reads.every(isAskedForEntry)) return false;
  return worksOf(changes)?.every(({ work, ends }) => work.every((one) => !(orRefusal(() => assertAsksNobody(one, turns)) instanceof Refusal) && !isLongWait(one, turns, bounding, ends))) === true;
}

/** Whether only the truth of one entry is asked for: `if (running[id]) return;`. */
function isAskedForEntry({ node }: Access): boolean {
  const member = parentOf(wrapped(node));
  if (!isMember(member) || !member.computed || member.object !== wrapped(node)) return false;
  let inner = wrapped(member);
  for (let up = parentOf(inner); up !== undefined; inner = wrapped(up), up = parentOf(inner)) {
    if (up.type === 'UnaryExpression') return up.operator === '!';
    if (up.type === 'IfStatement' || up.type === 'ConditionalExpression') return up.test === inner;
    if (up.type !== 'LogicalExpression' || up.operator === '??') return false;
    if (up.left === inner && up.operator === '&&' && isUnused(up)) return true;
  }
  return false;
}

/** Where marks are taken away that are only there while code waits: one that came back after an unload would stay for ever. */
export function endOfWaits({ accesses }: Variable): Node | undefined {
  return worksOf(accesses.filter(({ kind, initial }) => !initial && /^(write|update|mutate)$/.test(kind)))?.[0]?.ends[0];
}

/** What runs between each mark and its ends, where each has one; undefined where one may stay. */
function worksOf(changes: readonly Access[]): readonly { readonly work: readonly Node[]; readonly ends: readonly Node[] }[] | undefined {
  const marks = changes.map(markOf).filter((mark) => mark !== undefined);
  if (marks.length < changes.length) return undefined;
  const takes = marks.filter(({ kind }) => kind === 'take');
  const works = takes.flatMap((take) => {
    const releases = marks.filter((mark) => mark.kind === 'release' && isSameKey(take, mark));
    const work = releases.length === 0 ? undefined : workOf(take, releases);
    // One of two equal entries of a list stays.
    if (isPush(take.node) && work?.some((one) => takes.some((other) => other !== take && isSameKey(take, other) && isWithin(other.node, one)))) return [];
    return work === undefined ? [] : [{ work, ends: releases.map(({ node }) => node) }];
  });
  return works.length > 0 && works.length === takes.length ? works : undefined;
}

function markOf({ script, node }: Access): Mark | undefined {
  const inner = wrapped(node);
  const member = parentOf(inner);
  if (!isMember(member) || member.object !== inner) return undefined;
  const outer = wrapped(member);
  const above = parentOf(outer);
  if (member.computed) {
    const key = unwrap(member.property);
    if (above?.type === 'UnaryExpression' && above.operator === 'delete') return { script, kind: 'release', node: above, key };
    if (above?.type !== 'AssignmentExpression' || above.left !== outer || above.operator !== '=') return undefined;
    const value = unwrap(above.right);
    const isFree = isNothing(value) || (value.type === 'BooleanLiteral' && !value.value);
    return { script, kind: isFree ? 'release' : 'take', node: above, key, value };
  }
  if (!isCall(above) || above.callee !== outer || above.arguments.some(({ type }) => type === 'SpreadElement')) return undefined;
  const [first, second, third] = above.arguments as readonly t.Expression[];
  if (first === undefined) return undefined;
  switch (memberName(member)) {
    case 'add':
    case 'push':
      return second === undefined ? { script, kind: 'take', node: above, key: unwrap(first), value: unwrap(first) } : undefined;
    case 'set':
      return second && { script, kind: 'take', node: above, key: unwrap(first), value: unwrap(second) };
    case 'delete':
      return { script, kind: 'release', node: above, key: unwrap(first) };
    case 'splice': {
      const found = unwrap(first);
      const asked = isCall(found) && script.textOf(found.callee) === `${script.textOf(node)}.indexOf` ? found.arguments[0] : undefined;
      const isOne = second !== undefined && third === undefined && unwrap(second).type === 'NumericLiteral' && (unwrap(second) as t.NumericLiteral).value === 1;
      return asked && isOne ? { script, kind: 'release', node: above, key: unwrap(asked) } : undefined;
    }
    default:
      return undefined;
  }
}

function isPush(node: Node): boolean {
  return isCall(node) && isMember(node.callee) && memberName(node.callee) === 'push';
}

/** Whether two places name an entry by the same constant or parameter, or by a part of it. */
function isSameKey(a: Mark, b: Mark): boolean {
  const rootOf = (key: Node): Node => (isMember(key) ? rootOf(unwrap(key.object)) : key);
  const [one, other] = [rootOf(a.key), rootOf(b.key)];
  if (a.script !== b.script || one.type !== 'Identifier' || other.type !== 'Identifier' || a.script.textOf(a.key) !== b.script.textOf(b.key)) return false;
  const binding = a.script.binding(one);
  return binding !== undefined && binding === b.script.binding(other) && !binding.references.some(({ node, writes }) => writes || isPartWritten(node));
}

/** Whether a part of what a place names is assigned there. */
function isPartWritten(node: Node): boolean {
  let inner = wrapped(node);
  for (let up = parentOf(inner); isMember(up) && up.object === inner; up = parentOf(inner)) inner = wrapped(up);
  const up = inner === wrapped(node) ? undefined : parentOf(inner);
  return (up?.type === 'AssignmentExpression' && up.left === inner) || up?.type === 'UpdateExpression' || (up?.type === 'UnaryExpression' && up.operator === 'delete');
}

/** What runs from a mark until one of its ends, which is sure to come; none of a promise that takes itself away. */
function workOf(take: Mark, releases: readonly Mark[]): readonly Node[] | undefined {
  const { script } = take;
  const statement = statementOf(take.node);
  if (parentOf(wrapped(take.node)) !== statement) return undefined;
  const isRelease = (node: Node): boolean => {
    const inner = unwrap(node);
    return releases.some((release) => release.node === inner) || (inner.type === 'AssignmentExpression' && isRelease(inner.right));
  };
  const ends = (callback: Node | undefined): boolean => {
    const fn = callback && unwrap(callback);
    return isFunction(fn) && surelyDoes(fn, isRelease);
  };
  /** Whether a promise's continuations do it. @param isWhole whether also those of one that fails */
  const continues = (node: Node, isWhole: boolean): boolean => {
    const chain = unwrap(node);
    let [kept, broken, caught] = [false, false, false];
    for (const call of isCall(chain) ? callsOfChain(chain) : []) {
      const [first, second] = call.arguments;
      const name = memberName(unwrap(call.callee as Node) as AnyMember);
      if (name === 'then') [kept, broken] = [kept || ends(first), broken || ends(second) || (caught && ends(first))];
      else if (name === 'catch') [broken, caught] = [broken || ends(first), true];
      else [kept, broken] = [kept || ends(first), broken || ends(first)];
    }
    return kept && (broken || !isWhole);
  };
  const { value } = take;
  const isOwn = ({ callee }: t.CallExpression | t.OptionalCallExpression): boolean => {
    const object = unwrap((unwrap(callee as Node) as AnyMember).object);
    return object.type === 'Identifier' && value?.type === 'Identifier' && script.binding(object) !== undefined && script.binding(object) === script.binding(value);
  };
  // A promise that is kept ends itself: queue.push(next); next.then(() => queue.splice(queue.indexOf(next), 1));
  if (siblings(statement)?.some((one) => {
    const chain = one.type === 'ExpressionStatement' ? unwrap(one.expression) : undefined;
    const [first] = isCall(chain) ? callsOfChain(chain) : [];
    return first !== undefined && isOwn(first as t.CallExpression) && continues(chain!, false);
  })) {
    const promise = initOfConstant(script.binding(value as t.Identifier));
    return promise && [promise];
  }
  return doneLater(statement, (node) => isRelease(node) || continues(node, true));
}

/** Whether code may go on, or what it gives be there, only after an idle background is unloaded, or after a promise or call that is not followed. */
function isLongWait(code: Node, turns: Turns, bounding: Bounding, ends: readonly Node[]): boolean {
  return isUnseenPromise(code) || waitsLong(code, new Set(ends), IDLE_LIMIT);

  function isUnseenPromise(expression: Node): boolean {
    const script = turns.scriptOf(expression);
    const inner = unwrap(expression);
    switch (inner.type) {
      case 'Identifier': {
        const init = initOfConstant(script.binding(inner));
        return init === undefined || isUnseenPromise(init) || waitsLong(init, new Set(ends), IDLE_LIMIT);
      }
      case 'MemberExpression':
      case 'OptionalMemberExpression':
      case 'YieldExpression':
      case 'SpreadElement':
        return true;
      case 'ConditionalExpression':
        return isUnseenPromise(inner.consequent) || isUnseenPromise(inner.alternate);
      case 'LogicalExpression':
        return isUnseenPromise(inner.left) || isUnseenPromise(inner.right);
      case 'AwaitExpression':
        return isUnseenPromise(inner.argument);
      case 'ArrayExpression':
        return inner.elements.some((one) => one !== null && isUnseenPromise(one));
      case 'CallExpression':
      case 'OptionalCallExpression':
        return !isFollowed(inner) || (isOfPromise(inner, /^(all|allSettled|race|any)$/) && inner.arguments.some(isUnseenPromise));
      default:
        return false;
    }
  }

  function isFollowed(call: AnyCall): boolean {
    const script = turns.scriptOf(call);
    const callee = unwrap(call.callee as Node);
    if (turns.targetsOf(call).length > 0 || script.api(callee) !== undefined) return true;
    if (!isMember(callee)) return isFunction(callee) || (callee.type === 'Identifier' && (SHORT.has(callee.name) || TIMERS.has(callee.name)) && script.binding(callee) === undefined);
    return OF_RESULTS.test(memberName(callee) ?? '') || isOfPromise(call, /^(all|allSettled|race|any|resolve|reject)$/);
  }

  /** @param limit how long a timer must not take; any is too long in a loop that waits for it each time */
  function waitsLong(part: Node, seen: Set<Node>, limit: number): boolean {
    if (seen.has(part)) return false;
    seen.add(part);
    const script = turns.scriptOf(part);
    let found = false;
    walk(part, (node) => {
      if (found) return false;
      if (limit > 1 && /^(For|ForOf|ForIn|While|DoWhile)Statement$/.test(node.type)) found = waits(node) && waitsLong(node, new Set(ends), 1);
      if (node.type === 'AwaitExpression') found ||= isUnseenPromise(node.argument);
      if (!isCall(node) || (node !== part && seen.has(node))) return !found;
      const callee = unwrap(node.callee as Node);
      const name = (isMember(callee) ? memberName(callee) : callee.type === 'Identifier' ? callee.name : undefined) ?? '';
      const delay = node.arguments[1];
      found ||= (TIMERS.has(name) && delay !== undefined && !(bounding.of(script, delay).most < limit)) || (!isFollowed(node) && isWaitedFor(node))
        || (/^(then|catch|finally)$/.test(name) && isMember(callee) && isUnseenPromise(callee.object)) || turns.targetsOf(node).some((target) => waitsLong(target, seen, limit));
      return !found;
    });
    return found;
  }
}

function isOfPromise({ callee }: AnyCall, name: RegExp): boolean {
  const inner = unwrap(callee as Node);
  return isMember(inner) && inner.object.type === 'Identifier' && inner.object.name === 'Promise' && name.test(memberName(inner) ?? '');
}

/** Functions of the browser whose promises do not wait for others. */
const SHORT: ReadonlySet<string> = new Set(['fetch', 'createImageBitmap']);

const OF_RESULTS = /^(then|catch|finally|json|text|blob|arrayBuffer|map)$/;

/** Whether what a call gives may be a promise that code waits for. */
function isWaitedFor(call: Node): boolean {
  const inner = wrapped(call);
  const parent = parentOf(inner);
  return parent?.type === 'AwaitExpression' || parent?.type === 'ReturnStatement' || (isFunction(parent) && parent.body === inner) || (isMember(parent) && /^(then|catch|finally)$/.test(memberName(parent) ?? ''));
}
