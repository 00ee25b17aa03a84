import type * as t from '@babel/types';
import { isCall, isMember, memberName, parentOf, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { isListenerArgument } from '../callbacks.ts';
import { usesAsMember, usesOfBinding, usesOfMethod } from '../objects.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { onceWithin } from '../source.ts';
import { callsThroughTable, unchangedOf } from '../tables.ts';
import type { Registration, Turns } from '../turns.ts';
import { usesOfFunction } from '../uses.ts';
import { isOpenToPages } from '../named-by-pages.ts';

/** The places that call a listener as a function, or hand it to what does: `tabs.forEach(onTab)`. */
export const callsOfListener = onceWithin((fn: FunctionNode, turns: Turns): readonly Node[] => {
  const uses = usesOfMethod(fn, turns) ?? usesOfFunction(turns.scriptOf(fn), fn)?.map(({ node }) => node) ?? [];
  const calls: readonly Node[] = turns.callersOf(fn);
  return [...calls, ...uses.filter((use) => {
    const call = parentOf(wrapped(use));
    return isCall(call) && call.arguments.includes(wrapped(use) as t.Expression) && !isListenerArgument(turns.scriptOf(use), use) && !turns.registrations.some((one) => one.call === call) && !calls.includes(call);
  })];
});

/** The registrations of a function as a listener. */
export const registrationsOf = onceWithin((fn: FunctionNode, turns: Turns): readonly Registration[] => turns.registrations.filter(({ functions }) => functions.includes(fn)));

/** The name that a function is declared with: as a function, a constant, or a variable that is never given another. */
export function lastingName(script: Script, fn: FunctionNode): Binding | undefined {
  if (fn.type !== 'FunctionDeclaration') return unchangedOf(script, fn);
  return fn.id ? script.binding(fn.id) : undefined;
}

/** Whether a function can be called by a name. */
export function isNamed(fn: FunctionNode): boolean {
  return fn.type === 'FunctionDeclaration' || parentOf(wrapped(fn))?.type === 'VariableDeclarator';
}

/** The places that call a function or hand it on. */
export const usesOfHelper = onceWithin((fn: FunctionNode, turns: Turns): readonly Node[] => {
  const script = turns.scriptOf(fn);
  const methods = usesOfMethod(fn, turns);
  if (methods !== undefined) return usesOfOwnMethod(fn, methods, turns);
  const calls = callsThroughTable(script, fn);
  if (calls !== undefined) return calls.map(({ node }) => node);
  const binding = lastingName(script, fn);
  if (binding === undefined || fn.generator) throw new Refusal('a function that uses it is not called by its name');
  if (isOpenToPages(script, binding)) throw new Refusal('a page calls a function that uses it');
  const uses = namesOf(script, binding).flatMap((use) => usesAsMember(use, turns) ?? callsThroughTable(turns.scriptOf(use), use)?.map(({ node }) => node) ?? [use]);
  if (uses.length === 0) throw new Refusal('a function that uses it has no caller that is seen');
  for (const use of uses) {
    const parent = parentOf(wrapped(use));
    const called = (isCall(parent) || parent?.type === 'NewExpression') && parent.callee === wrapped(use);
    const given = isCall(parent) && parent.arguments.includes(wrapped(use) as t.Expression);
    // attach(target, onAttach.bind(null, id))
    const bound = isMember(parent) && memberName(parent) === 'bind' ? parentOf(wrapped(parent)) : undefined;
    const holder = isCall(bound) && bound.callee === parent ? parentOf(wrapped(bound)) : undefined;
    const givenBound = isCall(holder) && holder.arguments.includes(wrapped(bound!) as t.Expression) && !isListenerArgument(script, bound!);
    if (!called && !given && !givenBound) throw new Refusal('a function that uses it is kept as a value');
  }
  return uses.filter((use) => !isListenerArgument(turns.scriptOf(use), use));
});

/** The places that name a function of the top level, in every script; or a local one. */
export function namesOf(script: Script, binding: Binding): Node[] {
  if (script.isModule) return usesOfBinding(script, binding).map(({ node }) => node);
  const elsewhere = binding.scope.parent === undefined ? neighbours(script).flatMap((other) => other.freeNames.get(binding.name) ?? []) : [];
  return [...binding.references, ...elsewhere].map(({ node }) => node);
}

/** The places that name a method of an object that lives once. */
function usesOfOwnMethod(fn: FunctionNode, uses: readonly Node[], turns: Turns): Node[] {
  if (fn.type === 'ClassMethod' || fn.type === 'ObjectMethod' ? fn.generator : false) throw new Refusal('a function that uses it is not called by its name');
  if (uses.length === 0) throw new Refusal('a function that uses it has no caller that is seen');
  for (const use of uses) {
    const parent = parentOf(wrapped(use));
    const given = isCall(parent) && parent.arguments.includes(wrapped(use) as t.Expression);
    const called = isCall(parent) && parent.callee === wrapped(use);
    if (!given && !called && !isCalledByItself(fn, use)) throw new Refusal('a function that uses it is kept as a value');
  }
  return uses.filter((use) => !isListenerArgument(turns.scriptOf(use), use));
}

/** Whether a use of a method runs it without a call around it: an accessor, `new`, `.call(this)`. */
function isCalledByItself(fn: FunctionNode, use: Node): boolean {
  if ((fn.type === 'ClassMethod' || fn.type === 'ObjectMethod') && fn.kind !== 'method') return true;
  return isCall(use) && isMember(use.callee) && memberName(use.callee) !== 'bind';
}

/** The other classic scripts of the background, which see the same top-level names. */
export function neighbours(script: Script): Script[] {
  if (script.isModule) return [];
  return script.realms.filter(({ kind }) => kind === 'background').flatMap(({ scripts }) => scripts.filter((other) => other !== script && other.program !== undefined && !other.isModule));
}

/** Whether a function is given to an `addListener` by its name. */
export const isNamedListener = onceWithin((fn: FunctionNode, turns: Turns): boolean => {
  const script = turns.scriptOf(fn);
  const methods = usesOfMethod(fn, turns);
  if (methods !== undefined) return methods.some((use) => isListenerArgument(turns.scriptOf(use), use));
  const declarator = parentOf(wrapped(fn));
  const id = fn.type === 'FunctionDeclaration' ? fn.id : declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? declarator.id : undefined;
  const binding = id ? script.binding(id) : undefined;
  if (binding === undefined) return false;
  try {
    return namesOf(script, binding).some((node) => isListenerArgument(turns.scriptOf(node), node));
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
});
