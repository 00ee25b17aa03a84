import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isMember, keyName, memberName, parentOf, stringValue, unwrap, walk, wrapped, type FunctionNode, type Node } from './ast.ts';
import { exportedNames, isExport, mayImportLater, usesInModules, type Use } from './modules.ts';
import { isNamedByPages, isOpenToPages, wordOf } from './named-by-pages.ts';
import { orRefusal, Refusal } from './refusal.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
import { onceWithin } from './source.ts';
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
  return usesByName(fn, script);
}

const usesByName = onceWithin((fn: FunctionNode, script: Script): readonly Use[] | undefined => {
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
    if (exportedNames(script, binding).length > 0 && beside.some((other) => mayImportLater(other, script))) return undefined;
    const imported = orRefusal(() => usesInModules(script, binding));
    return imported instanceof Refusal ? undefined : [...uses, ...imported];
  }
  for (const other of beside) if (!other.isModule) uses.push(...(other.freeNames.get(binding.name) ?? []).map(({ node }) => ({ script: other, node })));
  return script.globals(binding.name).some(isMember) || isOpenToPages(script, binding) ? undefined : uses;
});

/** Whether the start-up of the background calls a function, once, and nothing else can: `init()`, `Widget.init = function () { … }` and `Widget.init()`. */
export function isCalledOnce(fn: FunctionNode, turns: Turns): boolean {
  const script = turns.scriptOf(fn);
  const uses = usesOfFunction(script, fn) ?? [];
  const [use, ...more] = uses.some(({ node }) => node === wrapped(fn)) ? namedAsMember(fn, turns) : uses.map(({ node }) => node);
  const call = use && parentOf(wrapped(use));
  if (use === undefined || more.length > 0 || !isCall(call) || call.callee !== wrapped(use) || fn.generator) return false;
  // Pages that load its script have a function of their own.
  const name = unwrap(call.callee as Node);
  const word = isMember(name) ? memberName(name)! : (name as t.Identifier).name;
  const pages = script.realms.filter(({ kind }) => kind !== 'background').flatMap(({ scripts }) => scripts.filter((one) => !one.runsIn('background')));
  if ((script.realms.some(({ kind }) => kind !== 'background') && turns.scriptOf(call).realms.some(({ kind }) => kind !== 'background')) || pages.some(({ text }) => wordOf(word).test(text))) return false;
  // As a statement, or what a variable begins with: not in a loop or a branch.
  const statement = parentOf(wrapped(call));
  const isAtTop = (node: Node | undefined): boolean => node !== undefined && functionOf(node) === undefined && [...ancestors(node)].every(({ type }) => /^(Program|VariableDeclaration|Export\w+Declaration|File)$/.test(type));
  return (statement?.type === 'ExpressionStatement' || statement?.type === 'VariableDeclarator') && isAtTop(statement);
}

/** The other places of the background that name what a statement assigns a function to: `Widget.init`. */
function namedAsMember(fn: FunctionNode, turns: Turns): Node[] {
  const script = turns.scriptOf(fn);
  const assignment = parentOf(wrapped(fn));
  const target = assignment?.type === 'AssignmentExpression' && assignment.operator === '=' && assignment.right === wrapped(fn) && isMember(assignment.left) ? assignment.left : undefined;
  const owner = target && unwrap(target.object);
  const name = target && memberName(target);
  if (name === undefined || owner?.type !== 'Identifier' || isNamedByPages(script, name) || functionOf(assignment!) !== undefined) return [];
  const named: Node[] = [];
  let isComputed = false;
  for (const one of script.realms.filter(({ kind }) => kind === 'background').flatMap(({ scripts }) => scripts.filter(({ program }) => program !== undefined))) {
    walk(one.program!, (node) => {
      if (isMember(node) && node !== target && memberName(node) === name) named.push(node);
      // By a name that is computed, by a pattern, or by a string.
      if (isMember(node) && memberName(node) === undefined && one.textOf(node.object) === owner.name) isComputed = true;
      if ((node.type === 'ObjectProperty' && keyName(node) === name) || stringValue(node) === name) isComputed = true;
      return true;
    });
  }
  return isComputed ? [] : named;
}
