import { callOf, isMember, memberName, parentOf, stringValue, wrapped, type Node } from './ast.ts';
import { isTest } from './guarded.ts';

/** What no key is called: one that is computed, and none. */
export const COMPUTED = '\0computed';
export const NONE = '\0none';

const METHODS = new Set(['getItem', 'setItem', 'removeItem', 'hasOwnProperty']);
const WITHOUT_KEY = new Set(['clear', 'length', 'key']);

/** The literal name under which a mention of `localStorage` reads, asks or writes; {@link NONE} where it names no item, undefined where it is computed. */
export function keyAt(node: Node): string | undefined {
  const outer = wrapped(node);
  const parent = parentOf(outer);
  if (parent?.type === 'BinaryExpression' && parent.operator === 'in' && parent.right === outer) {
    const name = stringValue(parent.left);
    return name !== undefined && (METHODS.has(name) || WITHOUT_KEY.has(name)) ? NONE : name;
  }
  if (isTest(node)) return NONE;
  if (!isMember(parent) || parent.object !== outer) return undefined;
  const name = memberName(parent);
  if (name === undefined || WITHOUT_KEY.has(name)) return name === undefined ? undefined : NONE;
  return METHODS.has(name) ? stringValue(callOf(parent)?.arguments[0]) : name;
}
