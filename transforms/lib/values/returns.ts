import { isFunction, walk, type FunctionNode, type Node } from '../ast.ts';
import { endsFunction } from '../control-flow.ts';

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
  return !bare && (fn.body.type !== 'BlockStatement' || endsFunction(fn.body));
}
