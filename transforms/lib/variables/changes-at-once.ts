import type * as t from '@babel/types';
import { isCall, isMember, keyName, memberName, propertyValue, stringValue, unwrap, type AnyMember, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import type { Script } from '../script.ts';

interface ChangeAtOnce {
  readonly object: Node;
  /** The field; undefined for those whose names are not written out. */
  readonly name: string | undefined;
  readonly access: Access;
}

/** What a call of the language or of a library gives to the fields of an object: `Object.assign(app, { count: 1 })`, `Reflect.set(app, 'count', 1)`. */
export function changesAtOnce(script: Script, node: Node): readonly ChangeAtOnce[] {
  const [target, ...given] = isCall(node) && CHANGES_AT_ONCE.test(script.textOf(node.callee)) ? node.arguments : [];
  const object = target && unwrap(target);
  if (object === undefined || !(object.type === 'Identifier' || object.type === 'ThisExpression' || isMember(object))) return [];
  const change = (name: string | undefined, value: Node | undefined): ChangeAtOnce => ({ object, name, access: { script, node: object, kind: 'write', reads: false, value, initial: false } });
  const isNamed = /^(Reflect\.set|Object\.defineProperty)$/.test(script.textOf((node as t.CallExpression).callee));
  if (isNamed) return given.length < 2 ? [] : [change(stringValue(given[0]), memberName((node as t.CallExpression).callee as AnyMember) === 'set' ? given[1] : valueOfDescriptor(given[1]!))];
  return given.flatMap((source): readonly ChangeAtOnce[] => {
    const literal = unwrap(source);
    if (literal.type !== 'ObjectExpression') return [change(undefined, source)];
    return literal.properties.flatMap((member): readonly ChangeAtOnce[] => {
      if (member.type === 'SpreadElement') return [change(undefined, member.argument)];
      return member.type === 'ObjectProperty' ? [change(keyName(member), member.value as Node)] : [];
    });
  });
}

const CHANGES_AT_ONCE = /^(Object\.(assign|defineProperty)|Reflect\.set|(_|\$|jQuery|lodash|angular)\.(assign|extend|merge))$/;

function valueOfDescriptor(descriptor: Node): Node | undefined {
  const literal = unwrap(descriptor);
  return literal.type === 'ObjectExpression' ? propertyValue(literal, 'value') : undefined;
}
