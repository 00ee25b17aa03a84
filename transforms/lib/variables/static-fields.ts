import type * as t from '@babel/types';
import { ancestors, isCallee, isClass, isFunction, isMember, keyName, memberName, nodesOf, parentOf, unwrap, wrapped, type Node } from '../ast.ts';
import { accessOf, addAccesses, isChange, type Access, type Variable } from '../bindings.ts';
import type { Holder } from '../calls/holders.ts';
import { nameOfModule } from '../modules.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { addFollowed, constantName, isOfLater, ownAccess, withUnnamed } from './field-accesses.ts';

/** The static fields of classes that are declared once. */
export function staticFields(scripts: readonly Script[], turns: Turns): Variable[] {
  const found = new Map<t.Class, Map<string, Access[]>>();
  const unnamed = new Map<t.Class, Access[]>();
  for (const script of scripts) {
    for (const node of nodesOf(isMember, script.program!)) {
      if (/^(prototype|constructor)$/.test(memberName(node) ?? '') || isCallee(node)) continue;
      const object = unwrap(node.object);
      const holder = object.type === 'Identifier' || object.type === 'ThisExpression' || (isMember(object) && memberName(object) === 'constructor') ? turns.holderOf(object) : undefined;
      if (holder === undefined || holder.instance || !isClass(holder.node) || [...ancestors(holder.node)].some(isFunction)) continue;
      const own = found.get(holder.node) ?? new Map<string, Access[]>();
      found.set(holder.node, own);
      const name = memberName(node) ?? constantName(script, node, turns);
      const access = ownAccess(accessOf(script, node), turns);
      if (name === undefined) addAccesses(unnamed, holder.node, [access]);
      else addAccesses(own, name, [access]);
    }
  }
  for (const [cls, own] of found) addFollowed(own, { node: cls, instance: false }, turns);
  return [...found].flatMap(([cls, own]) => {
    const script = turns.scriptOf(cls);
    const holder: Holder = { node: cls, instance: false };
    const named = [...own].flatMap(([name, accesses]): Variable[] => {
      const members = cls.body.body.filter((member) => (member.type === 'ClassMethod' || member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') && member.static === true && keyName(member) === name);
      const initial = members.flatMap((member): Access[] => (member.type !== 'ClassMethod' && 'value' in member && member.value ? [{ script, node: member.key as Node, kind: 'write', reads: false, value: member.value as Node, initial: true }] : []));
      const all = [...initial, ...accesses];
      const isMethod = members.some(({ type }) => type === 'ClassMethod') || all.some(({ value }) => value !== undefined && isFunction(unwrap(value)));
      return isMethod ? [] : [{ name: `${nameOfClass(cls, script)}.${name}`, kind: 'field', script, node: all[0]!.node, constant: false, accesses: all, holder }];
    });
    return withUnnamed(named, (unnamed.get(cls) ?? []).filter((access) => isOfLater(access, turns)), nameOfClass(cls, script), holder, turns).filter(({ accesses }) => accesses.some((access) => isChange(access) && !access.initial));
  });
}

function nameOfClass(cls: t.Class, script: Script): string {
  const declarator = parentOf(wrapped(cls));
  return cls.id?.name ?? (declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? declarator.id.name : nameOfModule(script));
}
