import type { Binding } from './scope.ts';
import type { Script } from './script.ts';

/** Whether a page that opens the background's window may mean a name of the background. */
export function isNamedByPages({ extension }: Script, name: string): boolean {
  if (!extension.hasFirefox) return false;
  return extension.scripts.some(({ text, realms }) => text.includes('getBackgroundPage') && !realms.some(({ kind }) => kind === 'background') && wordOf(name).test(text));
}

/** Whether a page that opens the background's window may use a binding: of a classic script, and no `let`, `const` or class, which are no properties of the window. */
export function isOpenToPages(script: Script, { kind, name, scope }: Binding): boolean {
  return scope.parent === undefined && !script.isModule && /^(var|function)$/.test(kind) && isNamedByPages(script, name);
}

/** A name, or a path of names, as a whole word of a text. */
export function wordOf(name: string): RegExp {
  return new RegExp(`(?<![\\w$]|\\bconsole\\.)${name.replaceAll(/[$.]/g, '\\$&')}(?![\\w$])`);
}
