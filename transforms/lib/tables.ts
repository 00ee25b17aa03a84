import type * as t from '@babel/types';
import { isCall, isFunction, isMember, keyName, memberName, parentOf, wrapped, type Node } from './ast.ts';
import type { Use } from './modules.ts';
import { usesOfBinding } from './objects.ts';
import { orRefusal, Refusal } from './refusal.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';

/**
 * What calls a function that stands, itself or by its name, in a constant table: `handlers[id](info)`, `const handler = handlers[id]; if (handler) handler(info)`.
 * Undefined where it does not stand in one, or the table is used in other ways.
 */
export function callsThroughTable(script: Script, value: Node): Use[] | undefined {
  const member = value.type === 'ObjectMethod' ? value : parentOf(wrapped(value));
  const isValue = member?.type === 'ObjectMethod' ? member.kind === 'method' : member?.type === 'ObjectProperty' && member.value === wrapped(value);
  const table = isValue ? parentOf(member!) : undefined;
  const binding = table?.type === 'ObjectExpression' && !(isFunction(value) && value.generator) ? unchangedOf(script, table) : undefined;
  const uses = binding && orRefusal(() => usesOfBinding(script, binding));
  if (uses === undefined || uses instanceof Refusal) return undefined;
  const calls: Use[] = [];
  const addCall = (use: Use): boolean => {
    const call = parentOf(wrapped(use.node));
    if (!isCall(call) || call.callee !== wrapped(use.node)) return false;
    calls.push(use);
    return true;
  };
  for (const { script: other, node } of uses) {
    const read = parentOf(wrapped(node));
    if (!isMember(read) || read.object !== wrapped(node)) return undefined;
    const [name, key] = [memberName(read), keyName(member as t.ObjectMember)];
    if (name !== undefined && key !== undefined && name !== key) continue;
    if (addCall({ script: other, node: read })) continue;
    const kept = unchangedOf(other, read);
    if (kept === undefined || !kept.references.every((name) => addCall({ script: other, node: name.node }) || isOnlyTested(name.node))) return undefined;
  }
  return calls.length > 0 ? calls : undefined;
}

/** The variable that is declared with a value, and that its script never gives another. */
export function unchangedOf(script: Script, value: Node): Binding | undefined {
  const declarator = parentOf(wrapped(value));
  const binding = declarator?.type === 'VariableDeclarator' && declarator.init === wrapped(value) && declarator.id.type === 'Identifier' ? script.binding(declarator.id) : undefined;
  return binding?.declarations.length === 1 && !binding.references.some(({ writes }) => writes) ? binding : undefined;
}

/** Whether a name is only asked whether it has a value. */
export function isOnlyTested(name: Node): boolean {
  const parent = parentOf(name);
  if (parent?.type === 'UnaryExpression') return parent.operator === '!' || parent.operator === 'typeof';
  return ((parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test === name) || (parent?.type === 'LogicalExpression' && parent.operator === '&&' && parent.left === name);
}
