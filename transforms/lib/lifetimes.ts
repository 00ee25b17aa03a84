import { immediateCall } from './api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, memberName, parentOf, wrapped, type FunctionNode, type Node } from './ast.ts';
import { SYNC_METHODS } from './callbacks.ts';
import { endsFunction } from './control-flow.ts';
import type { Binding } from './scope.ts';

/** Whether a place runs before another one, and not again after it: in the same function, or in a callback there that runs at once. */
export function comesBefore(node: Node, later: Node): boolean {
  const home = functionOf(later);
  let place = node;
  for (let fn = functionOf(place); fn !== home; fn = functionOf(place)) {
    if (fn === undefined || !isCalledAtOnce(fn)) return false;
    place = fn;
  }
  if (place.end! > later.start!) return false;
  for (const up of ancestors(later)) {
    if (isFunction(up)) return true;
    if (/^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(up.type) && isWithin(node, up)) return false;
  }
  return true;
}

/** Whether two uses of a local variable never meet in one call of its function: branches of a test, or a branch that leaves and what comes after it. */
export function neverMeet(a: Node, b: Node, { declarations: [declaration] }: Binding): boolean {
  const home = declaration && (isFunction(declaration.node) ? declaration.node : functionOf(declaration.id));
  const excludes = (one: Node, other: Node): boolean => {
    let found = false;
    let inner = one;
    for (const up of ancestors(one)) {
      // In a loop or after a failure, another branch may follow.
      if (/^(For|ForIn|ForOf|While|DoWhile|Labeled|Try)Statement$/.test(up.type)) found = false;
      if (up === home) return found;
      if (up.type === 'IfStatement' && inner !== up.test) {
        const isOtherBranch = [up.consequent, up.alternate].some((branch) => branch && branch !== inner && isWithin(other, branch));
        found ||= isOtherBranch || (!isWithin(other, up) && other.start! > up.end! && endsFunction(inner));
      }
      if (up.type === 'SwitchStatement' && inner.type === 'SwitchCase' && isWithin(other, up)) {
        const [first, last] = [inner, up.cases.find((one) => isWithin(other, one))].sort((x, y) => (x?.start ?? 0) - (y?.start ?? 0));
        found ||= first !== last && first?.type === 'SwitchCase' && first.consequent.some((statement) => statement.type === 'BreakStatement' || endsFunction(statement) || (statement.type === 'BlockStatement' && statement.body.at(-1)?.type === 'BreakStatement'));
      }
      inner = up;
    }
    return false;
  };
  const isPlace = (node: Node): boolean => home !== undefined && functionOf(node) === home;
  return isPlace(a) && isPlace(b) && (excludes(a, b) || excludes(b, a));
}

/** Whether a function is a callback that runs where it is given: `list.forEach(…)` */
function isCalledAtOnce(fn: FunctionNode): boolean {
  const call = parentOf(wrapped(fn));
  return isCall(call) && isMember(call.callee) && SYNC_METHODS.has(memberName(call.callee) ?? '');
}

/** A variable of a function that may be called more than once: it ends with its call. */
export function isLocal(binding: Binding): boolean {
  const { id, node } = binding.declarations[0]!;
  for (let fn = isFunction(node) ? node : functionOf(id); fn !== undefined; fn = functionOf(fn)) if (immediateCall(fn) === undefined) return true;
  return false;
}

/** Whether a place runs in the same go as the function that declares a variable. */
export function isReachedAtOnce(binding: Binding, place: Node): boolean {
  const { id, node } = binding.declarations[0]!;
  const home = isFunction(node) ? node : functionOf(id);
  for (let fn = functionOf(place); fn !== home; fn = functionOf(fn)) if (fn === undefined || !isCalledAtOnce(fn)) return false;
  return true;
}
