import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, isNothing, isWithin, parentOf, siblings, unwrap, wrapped, type AnyMember, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import { IDLE_LIMIT } from '../platform.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

/**
 * Whether what events put into a variable, or each entry that they add to an object, is taken away again by a short timer that is started beside it:
 * `last = tab; setTimeout(() => { last = null; }, 2000);`. An unload comes later, and finds nothing there.
 */
export function isOfShortLife({ accesses }: Variable, turns: Turns): boolean {
  const first = accesses.find(({ initial }) => initial)?.value;
  const begins = first && unwrap(first);
  const isMap = begins?.type === 'ObjectExpression' && begins.properties.length === 0;
  if (!isMap && begins !== undefined && !isNothing(begins) && !isFlag(begins)) return false;
  const isEmpty = (value: Node | undefined): boolean => value !== undefined && (isNothing(value) || (begins !== undefined && isFlag(begins) && isFlag(unwrap(value)) && (unwrap(value) as t.BooleanLiteral).value === begins.value));
  let ends = 0;
  const isShort = (script: Script, assignment: Node, isEnd: (access: Access) => boolean): boolean => {
    const callback = timerAfter(script, assignment, turns);
    const end = callback && accesses.find((access) => functionOf(access.node) === callback && isEnd(access));
    if (end === undefined) return false;
    ends += 1;
    return true;
  };
  const isBrief = ({ script, node, kind, value, initial }: Access): boolean => {
    if (initial || kind === 'read') return true;
    if (kind === 'write' && !isMap) return isEmpty(value) || isShort(script, parentOf(wrapped(node))!, (end) => end.kind === 'write' && isEmpty(end.value) && isSureIn(end.script, parentOf(wrapped(end.node))!));
    const entry = isMap ? entryAt(node) : undefined;
    if (kind !== 'mutate' || entry === undefined) return false;
    const above = parentOf(wrapped(entry))!;
    // What is in an entry goes with it.
    if (isMember(above) || (above.type === 'UnaryExpression' && above.operator === 'delete')) return true;
    return above.type === 'AssignmentExpression' && above.operator === '=' && above.left === wrapped(entry) && isFixed(script, entry.property) && isShort(script, above, (end) => {
      const taken = entryAt(end.node);
      const removal = taken && parentOf(wrapped(taken));
      return removal?.type === 'UnaryExpression' && removal.operator === 'delete' && end.script.textOf(taken!.property) === script.textOf(entry.property) && isSureIn(end.script, removal);
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

/** Whether a key is the same in a callback. */
function isFixed(script: Script, key: Node): boolean {
  let root = unwrap(key);
  while (isMember(root) && !root.computed) root = unwrap(root.object);
  const binding = root.type === 'Identifier' ? script.binding(root) : undefined;
  return /^(String|Numeric)Literal$/.test(root.type) || (binding !== undefined && !binding.references.some(({ writes }) => writes));
}

/** The callback of a short timer that the next statement starts, and that nobody can stop. */
function timerAfter(script: Script, assignment: Node, turns: Turns): Node | undefined {
  const statement = parentOf(assignment);
  const list = statement?.type === 'ExpressionStatement' ? siblings(statement) : undefined;
  const next = list?.[list.indexOf(statement as t.Statement) + 1];
  const call = next?.type === 'ExpressionStatement' ? unwrap(next.expression) : undefined;
  if (!isCall(call) || !/^((window|self|globalThis)\.)?setTimeout$/.test(script.textOf(call.callee))) return undefined;
  const [callback, delay] = call.arguments;
  const period = evaluate(script, delay, turns)?.value;
  return callback !== undefined && isFunction(unwrap(callback)) && typeof period === 'number' && period < IDLE_LIMIT ? unwrap(callback) : undefined;
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
