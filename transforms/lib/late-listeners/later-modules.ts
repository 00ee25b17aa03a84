import type * as t from '@babel/types';
import { stringValue, walk } from '../ast.ts';
import type { Realm } from '../realms.ts';
import type { Match } from '../types.ts';
import { eventWords, placeWords } from '../words.ts';

/** Registrations in modules that the background imports dynamically. */
export function* inLaterModules(realm: Realm): Generator<Match<'in-module'>> {
  const known = new Set(realm.scripts.map(({ path }) => path));
  for (const script of realm.scripts) {
    if (!/\bimport\s*\(/.test(script.text) || script.program === undefined) continue;
    const imports: t.ImportExpression[] = [];
    walk(script.program, (node) => void (node.type === 'ImportExpression' && imports.push(node)));
    for (const node of imports) {
      const name = stringValue(node.source);
      const paths = [name === undefined ? undefined : script.extension.resolveImport(script.path, name)];
      for (const path of paths) {
        const loaded = path === undefined || known.has(path) ? undefined : script.extension.script(path);
        if (loaded === undefined) continue;
        known.add(path!);
        paths.push(...script.extension.importsOf(loaded));
        for (const { path: api, call } of loaded.apiReferences) {
          const event = /^(.*)\.addListener$/.exec(api)?.[1];
          if (call === undefined || event === undefined || !loaded.file.editable || !loaded.calls(`${event}.removeListener`).next().done) continue;
          yield { message: 'in-module', at: loaded.at(call), data: { event: eventWords(event), code: `\`${script.textOf(node)}\` (${placeWords(script, node)})` } };
        }
      }
    }
  }
}
