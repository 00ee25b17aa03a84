import type * as t from '@babel/types';
import { isCall, isMember, memberName, parentOf, unwrap, type AnyMember, type Node } from '../ast.ts';
import { accessOf, type Access, type Variable } from '../bindings.ts';
import { nameOf, nameOfModule, usesOfExports } from '../modules.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { hasMethods } from './records.ts';

/** The imports of a realm's scripts, by the file that they name. */
export function importsByFile(scripts: readonly Script[]): Map<string, Import[]> {
  const imports = new Map<string, Import[]>();
  for (const script of scripts) {
    for (const binding of script.scopes!.bindings) {
      const specifier = binding.kind === 'import' ? binding.declarations[0]!.node : undefined;
      const declaration = specifier && parentOf(specifier);
      if (specifier === undefined || declaration?.type !== 'ImportDeclaration') continue;
      const path = script.extension.resolveImport(script.path, declaration.source.value);
      if (path !== undefined) imports.set(path, [...(imports.get(path) ?? []), { script, binding, specifier }]);
    }
  }
  return imports;
}

/** An import of a realm: who imports, under which binding, by which specifier. */
interface Import {
  readonly script: Script;
  readonly binding: Binding;
  readonly specifier: Node;
}

/** The uses of a module's export in the modules that import it. */
export function importedUses(imports: readonly Import[], owner: Script, binding: Binding): Access[] {
  const accesses: Access[] = [];
  for (const { script, binding: other, specifier } of imports) {
    if (specifier.type === 'ImportSpecifier') {
      const name = nameOf(specifier.imported);
      if (exportedAs(owner, binding.name, name)) accesses.push(...other.references.map(({ node }) => accessOf(script, node as t.Identifier)));
    } else if (specifier.type === 'ImportNamespaceSpecifier') {
      for (const { node } of other.references) {
        const member = parentOf(node);
        if (isMember(member) && memberName(member) === binding.name) accesses.push(accessOf(script, member));
      }
    } else if (exportedAs(owner, binding.name, 'default')) {
      accesses.push(...other.references.map(({ node }) => accessOf(script, node as t.Identifier)));
    }
  }
  return accesses;
}

function exportedAs(owner: Script, local: string, name: string): boolean {
  return owner.program!.body.some((statement) => {
    if (statement.type === 'ExportDefaultDeclaration') return name === 'default' && statement.declaration.type === 'Identifier' && statement.declaration.name === local;
    if (statement.type !== 'ExportNamedDeclaration') return false;
    if (statement.declaration?.type === 'VariableDeclaration' && local === name) {
      return statement.declaration.declarations.some(({ id }) => id.type === 'Identifier' && id.name === local);
    }
    return statement.specifiers.some((specifier) => specifier.type === 'ExportSpecifier' && specifier.local.name === local && nameOf(specifier.exported) === name);
  });
}

/** What a module exports as its default without a name: `export default {}`. */
export function exportedData(script: Script): Variable[] {
  const statement = script.program!.body.find((one): one is t.ExportDefaultDeclaration => one.type === 'ExportDefaultDeclaration');
  const declared = statement && unwrap(statement.declaration);
  const node = isCall(declared) && declared.arguments[0] && /^Object\.(seal|preventExtensions|assign)$/.test(script.textOf(declared.callee)) ? unwrap(declared.arguments[0]) : declared;
  const isData = node?.type === 'ArrayExpression' || (node?.type === 'ObjectExpression' && !hasMethods(node)) || (node?.type === 'NewExpression' && node.callee.type === 'Identifier' && /^(Map|Set|Array|Object|WeakMap|WeakSet)$/.test(node.callee.name));
  const uses = isData ? orRefusal(() => usesOfExports(script, ['default'])) : [];
  if (!isData || uses instanceof Refusal) return [];
  const initial: Access = { script, node: node!, kind: 'write', reads: false, value: node!, initial: true };
  return [{ name: nameOfModule(script), kind: 'top-level', script, node: node!, constant: true, accesses: [initial, ...uses.map((use) => accessOf(use.script, use.node as t.Identifier | AnyMember))] }];
}

/** How a CommonJS module names what it exports: `module.exports = {}`, `exports.counter = {}`. */
export function exportedName(script: Script, target: Node): string | undefined {
  if (!isMember(target)) return undefined;
  const text = script.textOf(target);
  const [root] = text.split('.');
  if ((root !== 'module' && root !== 'exports') || !script.freeNames.has(root)) return undefined;
  return text === 'module.exports' ? nameOfModule(script) : /^(?:module\.)?exports\.([\w$]+)$/.exec(text)?.[1];
}
