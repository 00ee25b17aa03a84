import type { Extension } from './extension.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
import { once } from './source.ts';

/** Whether a page that opens the background's window may mean a name of the background. */
export function isNamedByPages({ extension }: Script, name: string): boolean {
  return extension.hasFirefox && namedByPages(extension)(name);
}

/** Tells of a name whether the scripts of other contexts that may open the background's window hold it. */
const namedByPages = once(({ scripts }: Extension): ((name: string) => boolean) => {
  const opening = scripts.filter((script) => script.text.includes('getBackgroundPage') && !script.runsIn('background'));
  const known = new Map<string, boolean>();
  return (name) => {
    let isNamed = known.get(name);
    if (isNamed === undefined) {
      const word = wordOf(name);
      known.set(name, (isNamed = opening.some(({ text }) => word.test(text))));
    }
    return isNamed;
  };
});

/** Whether a page that opens the background's window may use a binding: of a classic script, and no `let`, `const` or class, which are no properties of the window. */
export function isOpenToPages(script: Script, { kind, name, scope }: Binding): boolean {
  return scope.parent === undefined && !script.isModule && /^(var|function)$/.test(kind) && isNamedByPages(script, name);
}

/** A name, or a path of names, as a whole word of a text. */
export function wordOf(name: string): RegExp {
  return new RegExp(`(?<![\\w$]|\\bconsole\\.)${name.replaceAll(/[$.]/g, '\\$&')}(?![\\w$])`);
}
