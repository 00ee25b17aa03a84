import type * as t from '@babel/types';
import { isFunction, isMember, memberName, parentOf, unwrap, wrapped, type FunctionNode, type Node } from './ast.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
import type { Turns } from './turns.ts';

/** A place that mentions a function. */
export interface Use {
  readonly script: Script;
  readonly node: Node;
}

/** The binding that a function is called by, if it has one and never another function. */
export function bindingOfFunction(script: Script, fn: FunctionNode): Binding | undefined {
  const declarator = parentOf(wrapped(fn));
  const id = fn.type === 'FunctionDeclaration' ? fn.id : declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? declarator.id : undefined;
  const binding = id ? script.binding(id) : undefined;
  return binding !== undefined && binding.declarations.length === 1 && !binding.references.some(({ writes }) => writes) ? binding : undefined;
}

/**
 * Every place that mentions a function of the background by its name, in all of its scripts; for a function expression, the place where it stands.
 * @returns undefined where there may be more, as for methods and for what a library gets
 */
export function usesOfFunction(script: Script, fn: FunctionNode): readonly Use[] | undefined {
  if (fn.type !== 'FunctionDeclaration' && parentOf(wrapped(fn))?.type !== 'VariableDeclarator') {
    return fn.type === 'ObjectMethod' || fn.type === 'ClassMethod' || fn.type === 'ClassPrivateMethod' ? undefined : [{ script, node: wrapped(fn) }];
  }
  const binding = bindingOfFunction(script, fn);
  if (binding === undefined) return undefined;
  const uses: Use[] = [];
  const exported: string[] = [];
  if (isDeclaredExport(binding)) exported.push(isDefaultExport(binding) ? 'default' : binding.name);
  for (const { node } of binding.references) {
    const parent = parentOf(node);
    if (parent?.type === 'ExportSpecifier') exported.push(parent.exported.type === 'Identifier' ? parent.exported.name : parent.exported.value);
    else if (parent?.type === 'ExportDefaultDeclaration') exported.push('default');
    else uses.push({ script, node });
  }
  if (binding.scope.parent !== undefined) return uses;
  const beside = script.realms.filter(({ kind }) => kind === 'background').flatMap(({ scripts }) => scripts.filter((other) => other !== script && other.program !== undefined));
  if (!script.isModule) {
    for (const other of beside) if (!other.isModule) uses.push(...(other.freeNames.get(binding.name) ?? []).map(({ node }) => ({ script: other, node })));
    return script.globals(binding.name).some(isMember) || isNamedByPages(script, binding.name) ? undefined : uses;
  }
  for (const name of exported) {
    for (const other of beside) {
      const imported = importedUses(other, script.path, name);
      if (imported === undefined) return undefined;
      uses.push(...imported);
    }
  }
  return uses;
}

/** Whether a page that opens the background's window may mean a name of the background. */
export function isNamedByPages({ extension }: Script, name: string): boolean {
  if (!extension.hasFirefox) return false;
  const word = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
  return extension.scripts.some(({ text, realms }) => text.includes('getBackgroundPage') && !realms.some(({ kind }) => kind === 'background') && word.test(text));
}

function isDeclaredExport({ declarations: [declaration] }: Binding): boolean {
  return exportOf(declaration!.node) !== undefined;
}

function isDefaultExport({ declarations: [declaration] }: Binding): boolean {
  return exportOf(declaration!.node) === 'ExportDefaultDeclaration';
}

function exportOf(node: Node): string | undefined {
  const outer = parentOf(node)?.type === 'VariableDeclaration' ? parentOf(parentOf(node)!) : parentOf(node);
  return outer?.type === 'ExportNamedDeclaration' || outer?.type === 'ExportDefaultDeclaration' ? outer.type : undefined;
}

/** The uses that a module makes of what another exports; undefined where it hands all of it on. */
function importedUses(script: Script, path: string, name: string): readonly Use[] | undefined {
  const uses: Use[] = [];
  const { extension } = script;
  if (/\bimport\s*\(/.test(script.text)) return undefined;
  for (const statement of script.program!.body) {
    const source = 'source' in statement && statement.source ? (statement.source as t.StringLiteral).value : undefined;
    if (source === undefined || extension.resolveImport(script.path, source) !== path) continue;
    if (statement.type !== 'ImportDeclaration') return undefined;
    for (const specifier of statement.specifiers) {
      const references = script.binding(specifier.local)?.references ?? [];
      if (specifier.type === 'ImportNamespaceSpecifier') {
        for (const { node } of references) {
          const member = parentOf(node);
          const used = isMember(member) && member.object === node ? memberName(member) : undefined;
          if (used === undefined) return undefined;
          if (used === name) uses.push({ script, node: member! });
        }
      } else if ((specifier.type === 'ImportDefaultSpecifier' ? 'default' : specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value) === name) {
        if (references.some(({ node }) => parentOf(node)?.type === 'ExportSpecifier' || parentOf(node)?.type === 'ExportDefaultDeclaration')) return undefined;
        uses.push(...references.map(({ node }) => ({ script, node })));
      }
    }
  }
  return uses;
}

/** The one function of the extension that an expression surely is: written there, or named and never another one. */
export function surelyFunction(script: Script, node: Node, turns: Turns): FunctionNode | undefined {
  const inner = unwrap(node);
  if (isFunction(inner)) return inner;
  const isNamespace = isMember(inner) && unwrap(inner.object).type === 'Identifier' && script.binding(unwrap(inner.object) as t.Identifier)?.declarations[0]?.node.type === 'ImportNamespaceSpecifier';
  if (inner.type !== 'Identifier' && !isNamespace) return undefined;
  const found = turns.functionsOf(inner);
  const [fn] = found;
  if (fn === undefined || found.length > 1) return undefined;
  const owner = turns.scriptOf(fn);
  const binding = bindingOfFunction(owner, fn);
  if (binding === undefined) return undefined;
  if (inner.type === 'Identifier') {
    const own = script.binding(inner);
    if (own !== undefined ? own !== binding && own.kind !== 'import' : binding.scope.parent !== undefined) return undefined;
  }
  return fn;
}

