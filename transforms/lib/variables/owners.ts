import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { functionOf, isClass, isFunction, isMember, keyName, memberName, unwrap, walk, type Node } from '../ast.ts';
import { nameOfModule } from '../modules.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { exportedName } from './exports.ts';
import { isGlobalObject } from './global-aliases.ts';
import { livesOnce, madeOnce } from './lifetime.ts';
import { hasFields, hasMethods, isGivenMethods, isObjectWithFields, isRecord } from './records.ts';
import { superclassesOf } from './templates.ts';

/** The objects that live once and have fields, with what their owner calls them: literals in lasting variables, globals or exports, instances of classes that the start-up makes once, and literals in their fields. */
export function ownersOfFields(scripts: readonly Script[], turns: Turns): ReadonlyMap<Node, string> {
  const names = new Map<Node, string>();
  const byExports = new Map<Node, string>();
  for (const script of scripts) {
    for (const binding of script.scopes!.bindings) {
      if (livesOnce(binding, turns) === undefined) continue;
      if (!isObjectWithFields(binding, turns) && !isRecord(script, binding) && !isGivenMethods(script, binding, turns)) continue;
      const init = unwrap(binding.declarations[0]!.init!);
      const holder = turns.holderOf(init)!;
      if (names.has(holder.node)) continue;
      names.set(holder.node, nameOfClass(init) ?? binding.name);
    }
    walk(script.program!, (node) => {
      if (isFunction(node) && immediateCall(node) === undefined) return false;
      if (node.type === 'AssignmentExpression' && node.operator === '=') {
        // window.manager = { start() {} }, and the same without `window`
        const name = node.left.type === 'Identifier' && script.binding(node.left) === undefined ? node.left.name
          : isMember(node.left) && isGlobalObject(script, node.left.object) ? memberName(node.left) : undefined;
        const exported = name === undefined ? exportedName(script, node.left) : undefined;
        const holder = name === undefined && exported === undefined ? undefined : turns.holderOf(node.right);
        if (exported !== undefined && holder !== undefined && hasFields(holder)) byExports.set(holder.node, exported);
        if (name === undefined || holder === undefined || !hasFields(holder) || names.has(holder.node)) return;
        names.set(holder.node, name);
      }
      if (functionOf(node) !== undefined) return;
      const exported = node.type === 'ExportDefaultDeclaration' ? unwrap(node.declaration) : undefined;
      if (exported?.type === 'ObjectExpression' && hasFields(turns.holderOf(exported))) names.set(exported, nameOfModule(script));
      if (node.type === 'NewExpression') {
        const holder = turns.holderOf(node);
        if (holder === undefined || names.has(holder.node)) return;
        names.set(holder.node, nameOfClass(node) ?? 'this');
      }
    });
  }
  for (const [node, name] of byExports) if (!names.has(node)) names.set(node, name);
  for (const [cls, name] of madeOnce(scripts, turns, new Set([...names.keys()].flatMap((node) => [node, ...superclassesOf(node, turns)])))) names.set(cls, name);
  // What is added while it goes on has its turn, too.
  for (const holder of names.keys()) {
    for (const [key, inner] of literalsIn(holder)) if (!names.has(inner)) names.set(inner, `${names.get(holder)!}.${key}`);
  }
  return names;
}

/** The name of the class that an expression makes an object of. */
function nameOfClass(made: Node): string | undefined {
  const callee = made.type === 'NewExpression' ? unwrap(made.callee) : undefined;
  return callee?.type === 'Identifier' && callee.name !== 'Promise' ? callee.name : undefined;
}

/** The object literals with methods that fields of an object begin with. */
function literalsIn(holder: Node): readonly (readonly [name: string, literal: t.ObjectExpression])[] {
  const members = holder.type === 'ObjectExpression' ? holder.properties : isClass(holder) ? holder.body.body.filter((member) => member.type === 'ClassProperty' && !member.static) : [];
  return members.flatMap((member) => {
    const value = (member.type === 'ObjectProperty' || member.type === 'ClassProperty') && member.value ? unwrap(member.value) : undefined;
    const name = value?.type === 'ObjectExpression' && hasMethods(value) ? keyName(member as t.ObjectProperty) : undefined;
    return name === undefined ? [] : [[name, value as t.ObjectExpression] as const];
  });
}
