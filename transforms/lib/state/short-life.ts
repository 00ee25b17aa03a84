import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, isNothing, isWithin, parentOf, siblings, unwrap, wrapped, type AnyMember, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import { phasesAt } from '../phases.ts';
import { IDLE_LIMIT } from '../platform.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

/**
 * Whether what events put into a variable, or each entry that they add to an object, is taken away again by a short timer that is started beside it:
 * `last = tab; setTimeout(() => { last = null; }, 2000);`. An unload comes later, and finds there what each start begins with.
 */
export function isOfShortLife({ accesses }: Variable, turns: Turns): boolean {
  const first = accesses.find(({ initial }) => initial)?.value;
  const begins = first && unwrap(first);
  const isMap = begins?.type === 'ObjectExpression' && begins.properties.length === 0;
  if (!isMap && begins !== undefined && !isNothing(begins) && !isFlag(begins)) return false;
  const isEmpty = (value: Node | undefined): boolean => {
    if (value === undefined) return false;
    const given = unwrap(value);
    return begins !== undefined && isFlag(begins) ? isFlag(given) && given.value === begins.value : isNothing(given) && (given.type === 'NullLiteral') === (begins?.type === 'NullLiteral');
  };
  // What is in an entry goes with it, unless somebody else holds it.
  const isMade = accesses.every(({ node }) => {
    const entry = entryAt(node);
    const above = entry && parentOf(wrapped(entry));
    return above?.type !== 'AssignmentExpression' || above.left !== wrapped(entry!) || isLiteral(above.right);
  });
  let ends = 0;
  const isShort = (script: Script, assignment: Node, isEnd: (access: Access) => boolean): boolean => {
    const callback = timerAfter(script, assignment, turns);
    const end = callback && accesses.find((access) => functionOf(access.node) === callback && isEnd(access));
    if (end === undefined) return false;
    ends += 1;
    return true;
  };
  const isBrief = ({ script, node, kind, value, initial }: Access): boolean => {
    if (initial) return true;
    // By another name it could be given what stays.
    if (kind === 'read') return !isMap || entryAt(node) !== undefined || isListed(node);
    // What the start-up does, each start does again.
    if ([...phasesAt(node, turns)].some((phase) => phase !== 'event')) return false;
    if (kind === 'write' && !isMap) return isEmpty(value) || isShort(script, parentOf(wrapped(node))!, (end) => end.kind === 'write' && isEmpty(end.value) && isSureIn(end.script, parentOf(wrapped(end.node))!));
    const entry = isMap ? entryAt(node) : undefined;
    if (kind !== 'mutate' || entry === undefined) return false;
    const above = parentOf(wrapped(entry))!;
    if (isMember(above)) return isMade;
    if (above.type === 'UnaryExpression' && above.operator === 'delete') return true;
    return above.type === 'AssignmentExpression' && above.operator === '=' && above.left === wrapped(entry) && isFixed(script, above, entry.property) && isShort(script, above, (end) => {
      const taken = entryAt(end.node);
      const removal = taken && parentOf(wrapped(taken));
      return removal?.type === 'UnaryExpression' && removal.operator === 'delete' && end.script.textOf(taken!.property) === script.textOf(entry.property) && rootOf(end.script, taken!.property) === rootOf(script, entry.property) && isSureIn(end.script, removal);
    });
  };
  return accesses.every(isBrief) && ends > 0;
}

function isFlag(node: Node): node is t.BooleanLiteral {
  return node.type === 'BooleanLiteral';
}

/** `entries[id]` */
function entryAt(node: Node): AnyMember | undefined {
  const member = parentOf(wrapped(node));
  return isMember(member) && member.object === wrapped(node) && member.computed ? member : undefined;
}

/** `id in entries`, `for (const id in entries)` */
function isListed(node: Node): boolean {
  const parent = parentOf(wrapped(node));
  return (parent?.type === 'BinaryExpression' && parent.operator === 'in' && parent.right === wrapped(node)) || (parent?.type === 'ForInStatement' && parent.right === wrapped(node));
}

/** Whether an expression is written down with all that is in it. */
function isLiteral(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'ObjectExpression') return inner.properties.every((member) => member.type === 'ObjectProperty' && isLiteral(member.value));
  if (inner.type === 'ArrayExpression') return inner.elements.every((element) => element !== null && isLiteral(element));
  return /^(String|Numeric|Boolean|Null|Template)Literal$/.test(inner.type);
}

/** The variable of a key: `details` of `details.tabId`. */
function rootOf(script: Script, key: Node): Binding | undefined {
  let root = unwrap(key);
  while (isMember(root) && !root.computed) root = unwrap(root.object);
  return root.type === 'Identifier' ? script.binding(root) : undefined;
}

/** Whether a key is the same in a callback: a literal, a variable that is never given anything else, or a part of what its function gets that nobody changes there. */
function isFixed(script: Script, assignment: Node, key: Node): boolean {
  const inner = unwrap(key);
  if (/^(String|Numeric)Literal$/.test(inner.type)) return true;
  const root = rootOf(script, inner);
  if (root === undefined || root.references.some(({ writes }) => writes)) return false;
  return inner.type === 'Identifier' || (root.declarations[0]?.node === functionOf(assignment) && root.references.every(({ node }) => !isChanged(node)));
}

/** Whether a part of what a name holds is changed by it. */
function isChanged(name: Node): boolean {
  let inner = wrapped(name);
  for (let member = parentOf(inner); isMember(member) && member.object === inner; member = parentOf(inner)) inner = wrapped(member);
  const user = parentOf(inner);
  return inner !== wrapped(name) && ((user?.type === 'AssignmentExpression' && user.left === inner) || user?.type === 'UpdateExpression' || (user?.type === 'UnaryExpression' && user.operator === 'delete'));
}

/** The callback of a short timer that the next statement starts, and that nobody can stop. */
function timerAfter(script: Script, assignment: Node, turns: Turns): Node | undefined {
  const statement = parentOf(assignment);
  const list = statement?.type === 'ExpressionStatement' ? siblings(statement) : undefined;
  const next = list?.[list.indexOf(statement as t.Statement) + 1];
  const call = next?.type === 'ExpressionStatement' ? unwrap(next.expression) : undefined;
  if (!isCall(call) || !/^((window|self|globalThis)\.)?setTimeout$/.test(script.textOf(call.callee)) || rootOf(script, call.callee as Node) !== undefined) return undefined;
  const [callback, delay] = call.arguments;
  const period = evaluate(script, delay, turns)?.value;
  const fn = callback && unwrap(callback);
  return fn !== undefined && isFunction(fn) && !fn.generator && typeof period === 'number' && period < IDLE_LIMIT ? fn : undefined;
}

/** Whether a change is made each time that its function runs, but for a test of what it takes away. */
function isSureIn(script: Script, change: Node): boolean {
  const statement = parentOf(wrapped(change));
  const fn = functionOf(change);
  if (!isFunction(fn)) return false;
  if (fn.body === wrapped(change)) return true;
  if (statement?.type !== 'ExpressionStatement' || fn.body.type !== 'BlockStatement') return false;
  const [only, another] = fn.body.body;
  if (only === undefined || another !== undefined || !isWithin(statement, only)) return false;
  if (only === statement) return true;
  const target = change.type === 'UnaryExpression' ? change.argument : undefined;
  return only.type === 'IfStatement' && target !== undefined && script.textOf(only.test) === script.textOf(target) && (only.consequent === statement || parentOf(statement) === only.consequent);
}
