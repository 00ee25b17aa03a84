import type * as t from '@babel/types';
import { isMember, parentOf, walk, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { initOfConstant } from '../scope.ts';
import type { Script } from '../script.ts';

/** The uses of names in an expression, without keys. */
export function namesIn(node: Node): t.Identifier[] {
  const found: t.Identifier[] = [];
  walk(node, (one) => {
    const parent = parentOf(one);
    const isKey = (parent?.type === 'ObjectProperty' && parent.key === one && !parent.computed && !parent.shorthand) || (isMember(parent) && parent.property === one && !parent.computed);
    if (one.type === 'Identifier' && !isKey) found.push(one);
  });
  return found;
}

/** Whether an expression is the same at each start of the background. */
export function isConstant(script: Script, node: Node): boolean {
  return namesIn(node).every((name) => {
    const init = isMember(parentOf(name)) ? undefined : initOfConstant(script.binding(name));
    return evaluate(script, name) !== undefined || (init !== undefined && namesIn(init).length === 0);
  });
}
