import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isWithin, parentOf, siblings, statementOf, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { phasesAt } from '../phases.ts';
import { once } from '../source.ts';
import { givenAway } from './stored.ts';
import type { Turns } from '../turns.ts';

/** Whether a read always finds what the same turn wrote: an assignment stands before it in its function, or before every call of that function. */
export function isWrittenBefore(node: Node, variable: Variable, turns: Turns, depth: number): boolean {
  const fn = functionOf(node);
  if (fn === undefined) return false;
  const writes = writesIn(variable.accesses).get(fn);
  if (writes !== undefined && follows(node, fn, writes)) return true;
  const parent = parentOf(wrapped(fn));
  // A callback written in place: what came before it in the function around it came before it in time.
  if (parent !== undefined && (isCall(parent) || parent.type === 'NewExpression') && functionOf(fn) !== undefined && turns.turnsAt(fn).every(({ origin }) => turns.turnsAt(node).some((inner) => inner.origin === origin))) {
    if (isWrittenBefore(fn, variable, turns, depth)) return true;
  }
  if (depth === 0) return false;
  const callers = turns.callersOf(fn);
  const inEvent = callers.filter((call) => phasesAt(call, turns).has('event'));
  return inEvent.length > 0 && fn.type === 'FunctionDeclaration' && [...inEvent, ...givenAway(fn, turns)].every((place) => isWrittenBefore(place, variable, turns, depth - 1));
}

/** The assignments of a variable in one function. */
interface Writes {
  /** Where the first one begins that is a statement of a list. */
  readonly firstOf: Map<readonly Node[], number>;
  /** Those in the head of a loop, which come before its body. */
  readonly ofLoop: Map<Node, Node[]>;
}

/** The assignments of a variable by function, listed once for all its reads. */
const writesIn = once((accesses: readonly Access[]): ReadonlyMap<FunctionNode, Writes> => {
  const found = new Map<FunctionNode, Writes>();
  for (const { kind, initial, node } of accesses) {
    const fn = kind === 'write' && !initial && !isWrittenIfEmpty(node) ? functionOf(node) : undefined;
    if (fn === undefined) continue;
    let writes = found.get(fn);
    if (writes === undefined) found.set(fn, (writes = { firstOf: new Map<readonly Node[], number>(), ofLoop: new Map<Node, Node[]>() }));
    const statement = statementOf(node);
    const list = siblings(statement);
    // Unconditional: the assignment is a statement of a list.
    if (list !== undefined && statement.type === 'ExpressionStatement') writes.firstOf.set(list, Math.min(writes.firstOf.get(list) ?? Infinity, statement.start!));
    for (const loop of ancestors(node)) {
      if (loop === fn) break;
      if (isInHead(node, loop)) writes.ofLoop.set(loop, [...(writes.ofLoop.get(loop) ?? []), node]);
    }
  }
  return found;
});

/** Whether a read stands further down in the list of an assignment, or in a loop that assigns before it comes to it: `for (key in object)`, `for (i = 0; ...)`. */
function follows(read: Node, fn: FunctionNode, { firstOf, ofLoop }: Writes): boolean {
  for (let place: Node | undefined = read; place !== undefined && place !== fn; place = parentOf(place)) {
    const list = siblings(place);
    if (list !== undefined && (firstOf.get(list) ?? Infinity) < place.start!) return true;
    const loop = place;
    if (ofLoop.get(loop)?.some((write) => write.end! <= read.start! && (loop.type === 'ForStatement' || isWithin(read, (loop as t.ForInStatement | t.ForOfStatement).body)))) return true;
  }
  return false;
}

/** `x ??= value` may leave what an earlier turn wrote. */
function isWrittenIfEmpty(node: Node): boolean {
  const assignment = parentOf(wrapped(node));
  return assignment?.type === 'AssignmentExpression' && /^(\?\?|\|\||&&)=$/.test(assignment.operator);
}

/** Whether a loop assigns where it begins or takes the next item. */
function isInHead(write: Node, loop: Node): boolean {
  if (loop.type === 'ForInStatement' || loop.type === 'ForOfStatement') return isWithin(write, loop.left);
  return loop.type === 'ForStatement' && loop.init != null && isWithin(write, loop.init);
}
