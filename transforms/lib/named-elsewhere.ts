import type { Binding } from './scope.ts';
import type { Script } from './script.ts';

/** Whether other code of the extension may use a name of the top level; names inside of functions and modules are seen whole. */
export function isNamedElsewhere(script: Script, { scope, name }: Binding): boolean {
  if (script.isModule || scope.parent !== undefined) return false;
  const word = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
  return script.extension.scripts.some((other) => (other === script ? new RegExp(`(?<=[.'"\`])${word.source}`).test(other.text) : word.test(other.text)));
}
