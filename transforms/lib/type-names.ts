import type * as t from '@babel/types';
import { packageApi } from './api.ts';
import type { Node } from './ast.ts';
import type { Script } from './script.ts';

/** A type that belongs to an extension API: `chrome.tabs.Tab` has the names `['tabs', 'Tab']`. */
export interface TypeMention {
  readonly names: readonly string[];
  /** The identifiers that spell the names. */
  readonly keys: readonly t.Identifier[];
  readonly node: t.TSQualifiedName;
}

/** The types below `chrome` and `browser` that a script names, `typeof chrome.tabs` in type positions included. */
export function* typeMentions(script: Script): Generator<TypeMention> {
  for (const node of script.scopes?.typeNames ?? []) {
    if (node.type !== 'TSQualifiedName') continue;
    const keys: t.Identifier[] = [];
    let left: t.TSEntityName = node;
    for (; left.type === 'TSQualifiedName'; left = left.left) keys.unshift(left.right);
    if (left.type !== 'Identifier' || !/^(chrome|browser)$/.test(left.name)) continue;
    const binding = script.scopes!.scopeOf(node).lookup(left.name);
    if (binding !== undefined && script.api(binding.declarations[0]!.id) === undefined) continue;
    yield { names: keys.map(({ name }) => name), keys, node };
  }
}

/** The import specifiers that take a namespace of types from a polyfill's package: `import { BrowserAction } from 'webextension-polyfill'`. */
export function* typeImports(script: Script, namespace: string): Generator<t.ImportSpecifier & { readonly imported: Node }> {
  for (const statement of script.program?.body ?? []) {
    if (statement.type !== 'ImportDeclaration' || packageApi(statement.source.value, 'default') === undefined) continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier' && specifier.imported.name === namespace) yield specifier;
    }
  }
}
