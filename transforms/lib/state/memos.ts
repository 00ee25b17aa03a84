import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, memberName, mentions, parentOf, siblings, statementOf, stringValue, unwrap, walk, wrapped, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import { phasesAt } from '../phases.ts';
import type { Script } from '../script.ts';
import { isHandle, join, type Shape } from '../shapes.ts';
import type { Turns } from '../turns.ts';
import type { Bounding } from '../values/bounds.ts';
import { heldShape } from '../values/held.ts';
import { isFlag, workOf } from './done-flags.ts';
import { emptyOf, isInCatch } from './emptying.ts';
import { Filling, type Fill } from './filling.ts';
import { isBroughtByEvent, isMadeOfWhatLasts } from './memo-sources.ts';
import { differsAtEachStart } from './start-values.ts';

/**
 * A cache that fills itself: assigned only where it was found empty, what it would be given again, and read only behind that.
 * It may be emptied where what it is made of changes.
 * @param changes what events do to it
 */
export function isMemo(changes: readonly Access[], accesses: readonly Access[], turns: Turns, bounding: Bounding, within: ReadonlySet<object> = new Set()): boolean {
  // What two caches are made of each other is made of the rest.
  if (within.has(accesses)) return true;
  const fills = fillsOf(changes, turns);
  if (fills === undefined) return false;
  const around = new Set([...within, accesses]);
  const filling = new Filling(fills, turns);
  const reads = accesses.filter(({ node, reads: used }) => used && phasesAt(node, turns).has('event'));
  return isEmptiedOnly(changes, accesses, fills, turns)
    && reads.every(({ node }) => filling.isFullAt(node) || isThisOfCallback(node, fills, turns))
    && fills.every((fill) => isMadeOfWhatLasts(fill, changes, turns, bounding, (others, all) => isMemo(others, all, turns, bounding, around)));
}

/** Whether the object of a field is only given to a callback as its `this`, where nothing names the field: `list.filter(function (item) { … }, this)`. */
function isThisOfCallback(node: Node, fills: readonly Fill[], turns: Turns): boolean {
  const call = node.type === 'ThisExpression' ? parentOf(node) : undefined;
  if (!isCall(call) || call.arguments[1] !== node || !isMember(call.callee) || !SYNC_METHODS.has(memberName(call.callee) ?? '')) return false;
  const functions = turns.functionsOf(call.arguments[0]!);
  const names = new Set(fills.map(({ change }) => (isMember(change.node) ? memberName(change.node) : undefined)));
  return functions.length > 0 && functions.every((fn) => {
    let named = false;
    if (parentOf(fn) === call) walk(fn, (one) => {
      named ||= isMember(one) && (one.computed || names.has(memberName(one)));
    });
    return !named;
  });
}

/** The assignments that fill a cache; undefined where something else is done to it than that, or emptying it. */
function fillsOf(changes: readonly Access[], turns: Turns): readonly Fill[] | undefined {
  const fills = changes.filter((change) => change.kind === 'write' && emptyOf(change) === undefined).map((change) => fillOf(change, turns));
  if (fills.length === 0 || !fills.every((fill) => fill !== undefined)) return undefined;
  // cache = []; cache.push(item);
  const isBuilding = ({ node }: Access): boolean => fills.some(({ change, code }) => node.start! > change.node.start! && code.some((one) => isWithin(node, one)));
  return changes.every((change) => change.kind === 'write' || (change.kind === 'mutate' && isBuilding(change))) ? fills : undefined;
}

function fillOf(change: Access, turns: Turns): Fill | undefined {
  const { node, script } = change;
  const assignment = parentOf(wrapped(node));
  if (assignment?.type !== 'AssignmentExpression') return undefined;
  const text = script.textOf(node);
  const isSame = (one: Node): boolean => script.textOf(unwrap(one)) === text;
  const right = unwrap(assignment.right);
  const isOr = right.type === 'LogicalExpression' && right.operator !== '&&' && isSame(right.left);
  const value = isOr ? right.right : right;
  if (differsAtEachStart(value, turns) || isBroughtByEvent(script, value, turns)) return undefined;
  if (isOr) return { change, value, asks: [right.left], code: [value] };
  if (assignment.operator === '??=' || assignment.operator === '||=') return { change, value, asks: [], code: [value] };
  // return cache || (cache = load());
  const either = parentOf(wrapped(assignment));
  if (either?.type === 'LogicalExpression' && either.operator !== '&&' && isSame(either.left)) return { change, value, asks: [either.left], code: [value], passed: either };
  // if (cache) return cache; cache = load();
  const given = givenFirst(change);
  if (given !== undefined && !mentions(value, (id) => script.binding(id)?.declarations.some((one) => isFunction(one.node) && isWithin(value, one.node)) === true && isBroughtByEvent(script, id, turns))) {
    const list = siblings(given)!;
    const place = statementOf(node) as t.Statement;
    const code = list.slice(list.indexOf(given) + 1).filter((one) => one === place || one.type !== 'FunctionDeclaration');
    return isGivenBack(given, script, text) || (!isFlag(value) && isData([value], script, turns) && !workOf(code, [change], turns).some(({ lasts }) => lasts)) ? { change, value, asks: [given], code } : undefined;
  }
  for (const up of ancestors(assignment)) {
    if (isFunction(up) && !isCallback(up)) return undefined;
    if (up.type === 'IfStatement' && isWithin(assignment, up.consequent) && testsEmpty(script, up.test, text)) {
      const decided = [...(isFlag(value) ? [up.consequent] : []), ...(up.alternate ? [up.alternate] : [])];
      return workOf(decided, [change], turns).some(({ lasts }) => lasts) ? undefined : { change, value, asks: [up.test], code: [up.consequent], passed: up };
    }
  }
  return undefined;
}

/** The statement that leaves what a variable holds before it is assigned: `if (cache) return cache;`, `if (cache) return;`. */
function givenFirst({ script, node }: Access): t.IfStatement | undefined {
  const text = script.textOf(node);
  const list = siblings(statementOf(node));
  return list?.slice(0, list.indexOf(statementOf(node) as t.Statement)).find((one): one is t.IfStatement =>
    one.type === 'IfStatement' && script.textOf(unwrap(one.test)) === text && (isGivenBack(one, script, text) || returnOf(one)?.argument === null));
}

function isGivenBack(statement: t.IfStatement, script: Script, text: string): boolean {
  const given = returnOf(statement)?.argument;
  return given != null && script.textOf(unwrap(given)) === text;
}

function returnOf({ consequent }: t.IfStatement): t.ReturnStatement | undefined {
  const first = consequent.type === 'BlockStatement' ? consequent.body[0] : consequent;
  return first?.type === 'ReturnStatement' ? first : undefined;
}

/** Whether values are data, or made of data each time. */
function isData(values: readonly Node[], script: Script, turns: Turns): boolean {
  const shape = values.map((value) => heldShape(script, value, turns)).reduce(join, 'nothing' as Shape);
  return !isHandle(shape) || shape === 'regexp' || shape === 'promise';
}

/** Whether a cache that events empty is never anything but empty or filled, is found empty then, and nothing but data. What failed is forgotten. */
function isEmptiedOnly(changes: readonly Access[], accesses: readonly Access[], fills: readonly Fill[], turns: Turns): boolean {
  const empties = changes.filter((change) => emptyOf(change) !== undefined && !isInCatch(change.node));
  if (empties.length === 0) return true;
  if (!fills.every(({ change, value }) => isData([value], change.script, turns))) return false;
  const others = accesses.filter((access) => access.kind === 'write' && !fills.some(({ change }) => change === access));
  const kinds = new Set([...(others.some(isFirst) ? [] : ['undefined']), ...others.map(emptyOf)]);
  if (kinds.has(undefined)) return false;
  return kinds.size === 1 || fills.every(({ asks }) => asks.every((test) => !isExact(test)));
}

/** Whether a variable begins with an assignment: its declaration's own, or that of the constructor of its object. */
function isFirst({ node, initial }: Access): boolean {
  const fn = functionOf(node);
  return initial || (fn?.type === 'ClassMethod' && fn.kind === 'constructor' && parentOf(statementOf(node)) === fn.body);
}

/** Whether a test takes `null` or `undefined` only: `cache === null`. */
function isExact(test: Node): boolean {
  let found = false;
  walk(test, (node) => {
    if (node.type === 'BinaryExpression' && node.operator === '===') found = true;
    return !found;
  });
  return found;
}

/** Whether a function is given to a call where it stands. */
function isCallback(fn: Node): boolean {
  const parent = parentOf(wrapped(fn));
  return (isCall(parent) || parent?.type === 'NewExpression') && parent.callee !== wrapped(fn);
}

function testsEmpty(script: Script, test: Node, text: string): boolean {
  const inner = unwrap(test);
  if (inner.type === 'LogicalExpression' && inner.operator === '||') return testsEmpty(script, inner.left, text) && testsEmpty(script, inner.right, text);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') return script.textOf(unwrap(inner.argument)) === text;
  if (inner.type === 'BinaryExpression' && /^={2,3}$/.test(inner.operator)) {
    const other = unwrap(inner.right);
    const empty = other.type === 'NullLiteral' || (other.type === 'Identifier' && other.name === 'undefined') || stringValue(other) === '';
    return empty && (script.textOf(inner.left) === text || script.textOf(inner.left) === `typeof ${text}`);
  }
  return false;
}
