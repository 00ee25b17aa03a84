import { unwrap, type Node } from './ast.ts';
import type { Script } from './script.ts';

/** The names under which a script reaches its own global object. */
export const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['window', 'self', 'globalThis']);

/** Whether an expression is one of some names that the script does not declare. */
export function isFreeName(script: Script, node: Node, names: ReadonlySet<string>): boolean {
  const inner = unwrap(node);
  return inner.type === 'Identifier' && names.has(inner.name) && script.binding(inner) === undefined;
}

/** Whether an expression is a name of the global object. */
export function isGlobalName(script: Script, node: Node): boolean {
  return isFreeName(script, node, GLOBAL_OBJECTS);
}
