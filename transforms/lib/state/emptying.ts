import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isNothing, mayLeave, memberName, parentOf, siblings, statementOf, unwrap, waits, walk, wrapped, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import type { Turns } from '../turns.ts';

/** How an assignment leaves a variable empty: `cache = null`, `cache = other = null`, `let cache`. */
export function emptyOf({ value, initial }: Access): 'null' | 'undefined' | undefined {
  let given = value && unwrap(value);
  while (given?.type === 'AssignmentExpression' && given.operator === '=') given = unwrap(given.right);
  if (given === undefined) return initial ? 'undefined' : undefined;
  return !isNothing(given) ? undefined : given.type === 'NullLiteral' ? 'null' : 'undefined';
}

/** Whether a place runs only where something failed. */
export function isInCatch(node: Node): boolean {
  for (const up of ancestors(node)) {
    if (isFunction(up)) return false;
    if (up.type === 'CatchClause') return true;
  }
  return false;
}

/** Whether a cache is emptied in the turn of a change, before anything else can come between. */
export function isEmptiedWith(change: Node, empties: readonly Access[], turns: Turns): boolean {
  if (empties.length === 0) return false;
  let home = functionOf(change);
  for (let place: Node | undefined = statementOf(change), isLeft = false; place !== undefined; place = parentOf(place)) {
    if (place === home) {
      const call = parentOf(wrapped(place));
      if (!isCall(call) || !isMember(call.callee) || !SYNC_METHODS.has(memberName(call.callee) ?? '')) return false;
      home = functionOf(place);
      isLeft = false;
    }
    const list = siblings(place) ?? [];
    const index = list.indexOf(place as t.Statement);
    if (place.type === 'ExpressionStatement' && isEmptying(place, empties, turns)) return true;
    // Code between might fill it again.
    if (index > 0 && isEmptying(list[index - 1]!, empties, turns) && !runsCode(place)) return true;
    for (const one of list.slice(index + 1)) {
      if (!isLeft && isEmptying(one, empties, turns)) return true;
      isLeft ||= waits(one) || mayLeave(one, /^(Return|Throw|Break|Continue)Statement$/);
    }
  }
  return false;
}

function runsCode(statement: Node): boolean {
  let found = false;
  walk(statement, (node) => {
    found ||= isCall(node) || isMember(node) || node.type === 'NewExpression' || node.type === 'AwaitExpression';
    return !found;
  });
  return found;
}

/** Whether a statement empties a cache, also by a function. */
function isEmptying(statement: Node, empties: readonly Access[], turns: Turns, depth = 2): boolean {
  const expression = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  if (expression?.type === 'AssignmentExpression') {
    for (let one: Node = expression; one.type === 'AssignmentExpression'; one = unwrap(one.right)) if (empties.some(({ node }) => node === unwrap((one as t.AssignmentExpression).left))) return true;
    return false;
  }
  if (!isCall(expression) || depth === 0) return false;
  const targets = turns.targetsOf(expression);
  return targets.length > 0 && targets.every(({ body, generator }) => {
    const list = body.type === 'BlockStatement' && generator !== true ? body.body : [];
    const index = list.findIndex((one) => isEmptying(one, empties, turns, depth - 1));
    return index >= 0 && !list.slice(0, index).some((one) => waits(one) || mayLeave(one));
  });
}
