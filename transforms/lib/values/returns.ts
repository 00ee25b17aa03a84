import { isFunction, walk, type FunctionNode, type Node } from '../ast.ts';

/** The expressions that a function returns. */
export function returnsOf(fn: FunctionNode): Node[] {
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const found: Node[] = [];
  walk(fn.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument);
    return true;
  });
  return found;
}

/** Whether a function never ends without a value. */
export function alwaysReturns(fn: FunctionNode): boolean {
  let bare = false;
  walk(fn.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'ReturnStatement' && !node.argument) bare = true;
    return !bare;
  });
  return !bare && (fn.body.type !== 'BlockStatement' || endsIn(fn.body));
}

/** Whether a statement always leaves its function. */
export function endsIn(statement: Node | null | undefined): boolean {
  switch (statement?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    case 'BlockStatement':
      return statement.body.some(endsIn);
    case 'IfStatement':
      return endsIn(statement.consequent) && endsIn(statement.alternate);
    case 'TryStatement':
      return endsIn(statement.finalizer) || (endsIn(statement.block) && (statement.handler == null || endsIn(statement.handler.body)));
    default:
      return false;
  }
}
