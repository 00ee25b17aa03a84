import type * as t from '@babel/types';
import { functionOf, isFunction, isMember, memberName, parentOf, unwrap, wrapped, type Node } from '../ast.ts';
import type { Holder } from '../calls/holders.ts';
import { usesOfBinding } from '../objects.ts';
import { partsWithThis, usesThis } from '../own-methods.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import { initOfConstant, type Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

/** Whether what a variable holds is looked at field by field: an object literal with methods, an instance of a class. */
export function isObjectWithFields(binding: Binding, turns: Turns): boolean {
  const init = initOf(binding);
  return hasFields(init && turns.holderOf(init));
}

/** Whether an object that a variable is declared with gets functions that change it as `this`, however else code uses it. */
export function isGivenMethods(script: Script, binding: Binding, turns: Turns): boolean {
  if (isFilledWithMethods(script, binding)) return true;
  const init = initOf(binding);
  const holder = init && turns.holderOf(init);
  return holder?.node.type === 'ObjectExpression' && partsWithThis(holder).some((part) => isFunction(part) && usesThis(part));
}

/** Whether a variable always holds the same object, which gets its functions where it is declared, and of which code names each field: `const self = {}; self.show = function () {};`. */
export function isFilledWithMethods(script: Script, binding: Binding): boolean {
  const [declaration, another] = binding.declarations;
  if (another !== undefined || initOf(binding)?.type !== 'ObjectExpression') return false;
  if (binding.scope.parent === undefined && !script.isModule && script.realms.some(({ scripts }) => scripts.some((other) => other !== script && !other.isModule && other.scopes?.program.bindings.has(binding.name)))) return false;
  const uses = orRefusal(() => usesOfBinding(script, binding));
  if (uses instanceof Refusal) return false;
  let methods = 0;
  return uses.every(({ node }) => {
    const outer = wrapped(node);
    const member = parentOf(outer);
    if (!isMember(member) || member.object !== outer) return member?.type === 'ReturnStatement';
    const assignment = parentOf(wrapped(member));
    const isGiven = assignment?.type === 'AssignmentExpression' && assignment.left === wrapped(member) && isNamedFunction(script, unwrap(assignment.right));
    if (isGiven) methods += 1;
    return memberName(member) !== undefined && (!isGiven || functionOf(assignment) === functionOf(declaration!.id));
  }) && methods > 0;
}

/** Whether an expression is a function, or the name of one. */
function isNamedFunction(script: Script, node: Node): boolean {
  const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
  const init = initOfConstant(binding);
  return isFunction(node) || binding?.kind === 'function' || (init !== undefined && isFunction(unwrap(init)));
}

/** Whether a constant holds an object literal of data of which code names each field: `const state = { count: 0 }`. */
export function isRecord(script: Script, binding: Binding): boolean {
  const init = initOf(binding);
  if (binding.kind !== 'const' || init?.type !== 'ObjectExpression' || init.properties.length === 0) return false;
  const uses = orRefusal(() => usesOfBinding(script, binding));
  return !(uses instanceof Refusal) && uses.every(({ node }) => {
    const member = parentOf(wrapped(node));
    return isMember(member) && member.object === wrapped(node) && memberName(member) !== undefined;
  });
}

/** What the declaration of a variable gives it. */
function initOf({ declarations: [declaration] }: Binding): Node | undefined {
  return declaration?.init && declaration.keys?.length === 0 ? unwrap(declaration.init) : undefined;
}

/** Whether what an object has is looked at field by field: an instance of a class, a literal with methods. */
export function hasFields(holder: Holder | undefined): boolean {
  return holder !== undefined && holder.instance && (holder.node.type !== 'ObjectExpression' || hasMethods(holder.node));
}

/** Whether a literal has functions. */
export function hasMethods(object: t.ObjectExpression): boolean {
  return object.properties.some((member) => member.type === 'ObjectMethod' || (member.type === 'ObjectProperty' && isFunction(unwrap(member.value))));
}
