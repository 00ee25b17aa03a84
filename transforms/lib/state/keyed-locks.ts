import type * as t from '@babel/types';
import { isCall, isFunction, isMember, isNothing, memberName, parentOf, siblings, statementOf, unwrap, walk, wrapped, type AnyMember, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { TIMERS } from '../callbacks.ts';
import { IDLE_LIMIT } from '../platform.ts';
import { orRefusal, Refusal } from '../refusal.ts';
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
export function isLockByKey(changes: readonly Access[], turns: Turns, bounding: Bounding): boolean {
  return worksOf(changes)?.every(({ work, ends }) => work.every((one) => !(orRefusal(() => assertAsksNobody(one, turns)) instanceof Refusal) && !waitsLong(one, turns, bounding, new Set(ends)))) === true;
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

/** Whether two places name an entry by the same constant or parameter, or by a part of it. */
function isSameKey(a: Mark, b: Mark): boolean {
  const rootOf = (key: Node): Node => (isMember(key) ? rootOf(unwrap(key.object)) : key);
  const [one, other] = [rootOf(a.key), rootOf(b.key)];
  if (a.script !== b.script || one.type !== 'Identifier' || other.type !== 'Identifier' || a.script.textOf(a.key) !== b.script.textOf(b.key)) return false;
  const binding = a.script.binding(one);
  return binding !== undefined && binding === b.script.binding(other) && !binding.references.some(({ writes }) => writes);
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
  })) return [];
  return doneLater(statement, (node) => isRelease(node) || continues(node, true));
}

/** Whether code, or a function that it calls, sets a timer that may be due only after an idle background is unloaded, or goes on after a call that is not followed. @param seen what need not be looked at */
function waitsLong(code: Node, turns: Turns, bounding: Bounding, seen: Set<Node>): boolean {
  if (seen.has(code)) return false;
  seen.add(code);
  const script = turns.scriptOf(code);
  let found = false;
  walk(code, (node) => {
    if (found || !isCall(node) || (node !== code && seen.has(node))) return !found;
    const callee = unwrap(node.callee as Node);
    const name = (isMember(callee) ? memberName(callee) : callee.type === 'Identifier' ? callee.name : undefined) ?? '';
    const delay = node.arguments[1];
    const targets = turns.targetsOf(node);
    const isKnown = targets.length > 0 || script.api(callee) !== undefined || (isMember(callee) ? OF_PROMISES.test(name) : callee.type === 'Identifier' && script.binding(callee) === undefined);
    found = (TIMERS.has(name) && delay !== undefined && !(bounding.of(script, delay).most < IDLE_LIMIT)) || (!isKnown && isWaitedFor(node)) || targets.some((target) => waitsLong(target, turns, bounding, seen));
    return !found;
  });
  return found;
}

const OF_PROMISES = /^(then|catch|finally|all|allSettled|race|any|resolve|reject|json|text|blob|arrayBuffer|map)$/;

/** Whether what a call gives may be a promise that code waits for. */
function isWaitedFor(call: Node): boolean {
  const inner = wrapped(call);
  const parent = parentOf(inner);
  return parent?.type === 'AwaitExpression' || parent?.type === 'ReturnStatement' || (isFunction(parent) && parent.body === inner) || (isMember(parent) && /^(then|catch|finally)$/.test(memberName(parent) ?? ''));
}
