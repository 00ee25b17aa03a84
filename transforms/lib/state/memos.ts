import type * as t from '@babel/types';
import { ancestors, isCall, isFunction, isMember, isNothing, isWithin, parentOf, siblings, statementOf, stringValue, unwrap, wrapped, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import type { Script } from '../script.ts';
import { differsAtEachStart } from './start-values.ts';
import { isFlag, workOf } from './done-flags.ts';
import { mentions } from './stored.ts';
import type { Turns } from '../turns.ts';

/** A cache that fills itself: assigned only where it was found empty, what it would be given again. */
export function isMemo(changes: readonly Access[], turns: Turns): boolean {
  if (changes.some(({ kind }) => kind !== 'write')) return false;
  // What failed is forgotten.
  const fills = changes.filter(({ node, value }) => value === undefined || !isNothing(value) || !isInCatch(node));
  return fills.length > 0 && fills.every((change) => {
    const { node, script } = change;
    const assignment = parentOf(wrapped(node));
    if (assignment?.type !== 'AssignmentExpression') return false;
    const text = script.textOf(node);
    const right = unwrap(assignment.right);
    const isOr = right.type === 'LogicalExpression' && right.operator !== '&&' && script.textOf(right.left) === text;
    const value = isOr ? right.right : right;
    if (differsAtEachStart(value, turns) || isBroughtByEvent(script, value, turns)) return false;
    if (isOr || assignment.operator === '??=' || assignment.operator === '||=') return true;
    // if (cache) return cache; cache = load();
    if (isGivenFirst(change) && !mentions(value, (id) => script.binding(id)?.declarations.some((given) => isFunction(given.node) && isWithin(value, given.node)) === true && isBroughtByEvent(script, id, turns))) return true;
    for (const up of ancestors(assignment)) {
      if (isFunction(up) && !isCallback(up)) return false;
      if (up.type === 'IfStatement' && isWithin(assignment, up.consequent) && testsEmpty(script, up.test, text)) return !(isFlag(value) && workOf([up.consequent], [change], turns).some(({ lasts }) => lasts));
    }
    return false;
  });
}

/** Whether what a variable holds is given back before it is assigned: `if (cache) return cache;`. */
function isGivenFirst({ script, node }: Access): boolean {
  const text = script.textOf(node);
  const list = siblings(statementOf(node));
  return list?.slice(0, list.indexOf(statementOf(node) as t.Statement)).some((one) => {
    const given = one.type !== 'IfStatement' || script.textOf(unwrap(one.test)) !== text ? undefined : one.consequent.type === 'BlockStatement' ? one.consequent.body[0] : one.consequent;
    return given?.type === 'ReturnStatement' && given.argument != null && script.textOf(unwrap(given.argument)) === text;
  }) === true;
}

function isInCatch(node: Node): boolean {
  for (const up of ancestors(node)) {
    if (isFunction(up)) return false;
    if (up.type === 'CatchClause') return true;
  }
  return false;
}

/** Whether a value is, or is a part of, what an event brings, here or to a function that calls this one: another event brings another one. */
function isBroughtByEvent(script: Script, value: Node, turns: Turns, depth = 3): boolean {
  let root = unwrap(value);
  // message.url, message.url.trim()
  while (isMember(root) || (isCall(root) && isMember(unwrap(root.callee as Node)))) root = unwrap(isMember(root) ? root.object : (root.callee as Node));
  const binding = root.type === 'Identifier' ? script.binding(root) : undefined;
  const declaration = binding?.kind === 'param' ? binding.declarations[0]! : undefined;
  const fn = declaration?.node;
  if (!isFunction(fn)) return false;
  if (turns.registrations.some(({ functions }) => functions.includes(fn))) return true;
  const index = fn.params.findIndex((param) => param === declaration!.id);
  return depth > 0 && index !== -1 && turns.callersOf(fn).some((call) => call.arguments[index] !== undefined && isBroughtByEvent(turns.scriptOf(call), call.arguments[index], turns, depth - 1));
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
