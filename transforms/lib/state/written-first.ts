import { ancestors, functionOf, isCall, isWithin, parentOf, siblings, statementOf, wrapped, type Node } from '../ast.ts';
import type { Variable } from '../bindings.ts';
import { phasesAt } from '../phases.ts';
import { givenAway } from './stored.ts';
import type { Turns } from '../turns.ts';

/** Whether a read always finds what the same turn wrote: an assignment stands before it in its function, or before every call of that function. */
export function isWrittenBefore(node: Node, variable: Variable, turns: Turns, depth: number): boolean {
  const writes = variable.accesses.filter(({ kind, initial, node: written }) => kind === 'write' && !initial && !isWrittenIfEmpty(written));
  const fn = functionOf(node);
  if (fn === undefined) return false;
  for (const write of writes) {
    if (functionOf(write.node) !== fn || write.node.end! > node.start!) continue;
    const statement = statementOf(write.node);
    const list = siblings(statement);
    // Unconditional: the assignment is a statement of a list that the read stands in, further down.
    if (list !== undefined && statement.type === 'ExpressionStatement' && list.some((later) => later !== statement && later.start! > statement.start! && isWithin(node, later))) return true;
    if ([...ancestors(node)].some((loop) => isSetByLoop(write.node, node, loop))) return true;
  }
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

/** `x ??= value` may leave what an earlier turn wrote. */
function isWrittenIfEmpty(node: Node): boolean {
  const assignment = parentOf(wrapped(node));
  return assignment?.type === 'AssignmentExpression' && /^(\?\?|\|\||&&)=$/.test(assignment.operator);
}

/** Whether a loop assigns before it comes to a read: `for (key in object)`, `for (i = 0; ...)`. */
function isSetByLoop(write: Node, read: Node, loop: Node): boolean {
  if (loop.type === 'ForInStatement' || loop.type === 'ForOfStatement') return isWithin(write, loop.left) && isWithin(read, loop.body);
  return loop.type === 'ForStatement' && loop.init != null && isWithin(write, loop.init);
}
