import type * as t from '@babel/types';
import { isFunction, isMember, parentOf, unwrap, wrapped, type FunctionNode, type Node } from './ast.ts';
import { exportedNames, mentionsDynamicImports, usesInModules, type Use } from './modules.ts';
import { isExport, ownMethod } from './objects.ts';
import { orRefusal, Refusal } from './refusal.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
import type { Turns } from './turns.ts';

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
  const uses: Use[] = binding.references.filter(({ node }) => !isExport(node)).map(({ node }) => ({ script, node }));
  if (binding.scope.parent !== undefined) return uses;
  const beside = script.realms.filter(({ kind }) => kind === 'background').flatMap(({ scripts }) => scripts.filter((other) => other !== script && other.program !== undefined));
  if (script.isModule) {
    // What is imported later may import it too.
    if (exportedNames(script, binding).length > 0 && beside.some(mentionsDynamicImports)) return undefined;
    const imported = orRefusal(() => usesInModules(script, binding));
    return imported instanceof Refusal ? undefined : [...uses, ...imported];
  }
  for (const other of beside) if (!other.isModule) uses.push(...(other.freeNames.get(binding.name) ?? []).map(({ node }) => ({ script: other, node })));
  return script.globals(binding.name).some(isMember) || isNamedByPages(script, binding.name) ? undefined : uses;
}

/** Whether a page that opens the background's window may mean a name of the background. */
export function isNamedByPages({ extension }: Script, name: string): boolean {
  if (!extension.hasFirefox) return false;
  const word = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
  return extension.scripts.some(({ text, realms }) => text.includes('getBackgroundPage') && !realms.some(({ kind }) => kind === 'background') && word.test(text));
}

/** The one function of the extension that an expression surely is: written there, or named and never another one, or a method of an object that lives once. */
export function surelyFunction(script: Script, node: Node, turns: Turns): FunctionNode | undefined {
  const inner = unwrap(node);
  if (isFunction(inner)) return inner;
  const isNamespace = isMember(inner) && unwrap(inner.object).type === 'Identifier' && script.binding(unwrap(inner.object) as t.Identifier)?.declarations[0]?.node.type === 'ImportNamespaceSpecifier';
  if (isMember(inner) && !isNamespace) return ownMethod(inner, turns);
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

