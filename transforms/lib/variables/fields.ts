import type * as t from '@babel/types';
import { isCall, isCallee, isClass, isFunction, isMember, keyName, memberName, nodesOf, parentOf, unwrap, walk, wrapped, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { accessOf, addAccesses, isChange, type Access, type Variable } from '../bindings.ts';
import type { Holder } from '../calls/holders.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { changesAtOnce } from './changes-at-once.ts';
import { addFollowed, constantName, isOfLater, ownAccess, withUnnamed } from './field-accesses.ts';
import { firstValuesOf, initialFields, isConstruction } from './first-values.ts';
import { ownersOfFields } from './owners.ts';
import { superclassesOf, templatesIn, templatesOf } from './templates.ts';

/** The fields of objects that live once: object literals in lasting variables, and classes that start-up constructs once. */
export function fieldsOf(scripts: readonly Script[], turns: Turns): Variable[] {
  const names = ownersOfFields(scripts, turns);
  if (names.size === 0) return [];
  const found = new Map([...names.keys()].map((holder) => [holder, new Map<string, Access[]>()]));
  const templates = templatesIn(scripts, turns);
  const owners = new Map<Node, Node[]>();
  for (const node of found.keys()) for (const one of [node, ...templatesOf(node, templates, turns)]) owners.set(one, [...(owners.get(one) ?? []), node]);
  const ownersOf = (holder: Holder | undefined): readonly Node[] => (holder?.instance ? (owners.get(holder.node) ?? []) : []);
  const ownOf = (holder: Holder | undefined): readonly Map<string, Access[]>[] => ownersOf(holder).map((node) => found.get(node)!);
  const unnamed = new Map<Node, Access[]>();
  for (const script of scripts) {
    for (const node of nodesOf(isMemberOrCall, script.program!)) {
      for (const { object, name, access } of changesAtOnce(script, node)) {
        for (const owner of ownersOf(turns.holderOf(object))) {
          if (name === undefined) addAccesses(unnamed, owner, [access]);
          else addAccesses(found.get(owner)!, name, [access]);
        }
      }
      if (!isMember(node)) continue;
      const name = memberName(node) ?? constantName(script, node, turns);
      if (name === 'prototype' || name === 'constructor' || isCallee(node)) continue;
      const object = unwrap(node.object);
      if (object.type !== 'ThisExpression' && object.type !== 'Identifier' && !isMember(object) && !isCall(object)) continue;
      const holder = turns.holderOf(object);
      const several = ownersOf(holder);
      if (several.length === 0) continue;
      const access = ownAccess(accessOf(script, node), turns);
      // What a constructor gives its own fields is where they start.
      const initial = access.kind === 'write' && (isConstruction(node, holder!.node) || firstValuesOf(holder!.node, turns).has(node));
      for (const owner of several) {
        if (name === undefined) addAccesses(unnamed, owner, [access]);
        else addAccesses(found.get(owner)!, name, [initial ? { ...access, initial } : access]);
      }
    }
  }
  const variables: Variable[] = [];
  for (const holder of found.keys()) if (isCollection(holder, turns)) variables.push(...contentOf(holder, names.get(holder)!, scripts, turns));
  const followed = new Set<Node>();
  for (const [holder, own] of found) if (addFollowed(own, { node: holder as Holder['node'], instance: true }, turns)) followed.add(holder);
  for (const script of scripts) {
    for (const node of nodesOf(isGivenAway, script.program!)) {
      const holder = turns.holderOf(node);
      if (holder === undefined || followed.has(holder.node)) continue;
      for (const accesses of ownOf(holder).flatMap((own) => [...own.values()])) accesses.push({ script, node, kind: 'escape', reads: true, value: undefined, initial: false });
    }
  }
  for (const [holder, own] of found) {
    const named: Variable[] = [];
    const classes = [holder, ...templatesOf(holder, templates, turns)];
    const written = [holder, ...superclassesOf(holder, turns)];
    const usedLater = (unnamed.get(holder) ?? []).filter((access) => isOfLater(access, turns));
    for (const [name, accesses] of own) {
      // What a prototype has, and no object is given, is the same for all.
      const isGiven = [...accesses, ...usedLater].some(isChange);
      const all = [...(isGiven ? classes : written).flatMap((one) => initialFields(one, name, turns)), ...accesses];
      const isMethod = all.some(({ value }) => value !== undefined && isFunction(unwrap(value))) || (holder.type === 'ObjectExpression' && holder.properties.some((member) => member.type === 'ObjectMethod' && keyName(member) === name));
      const isClassMethod = classes.some((one) => isClass(one) && one.body.body.some((member) => member.type === 'ClassMethod' && keyName(member) === name));
      if (isMethod || isClassMethod || !all.some(isChange)) continue;
      if (all.some(({ kind }) => kind === 'write') && all.every((access) => access.kind !== 'write' || isApi(access, turns))) continue;
      const first = all.find(({ kind }) => kind === 'write') ?? all[0]!;
      named.push({ name: `${names.get(holder)!}.${name}`, kind: 'field', script: first.script, node: first.node, constant: false, accesses: all, holder: { node: holder as Holder['node'], instance: true } });
    }
    variables.push(...withUnnamed(named, usedLater, names.get(holder)!, { node: holder as Holder['node'], instance: true }, turns));
  }
  return variables;
}

function isMemberOrCall(node: Node): node is AnyMember | t.CallExpression | t.OptionalCallExpression {
  return isMember(node) || isCall(node);
}

/** Whether a class is made from one of the collections of the language or the platform: `class Store extends Map`. */
function isCollection(node: Node, turns: Turns): node is t.Class {
  const base = isClass(node) && node.superClass ? unwrap(node.superClass) : undefined;
  return base?.type === 'Identifier' && /^(Map|Set|Array|Date|Headers|FormData|URLSearchParams)$/.test(base.name) && turns.scriptOf(node).binding(base) === undefined;
}

/** What the one object of such a class holds as a collection. */
function contentOf(cls: t.Class, name: string, scripts: readonly Script[], turns: Turns): readonly Variable[] {
  const accesses: Access[] = [];
  for (const script of scripts) {
    walk(script.program!, (node) => {
      const user = node.type === 'ThisExpression' || node.type === 'Identifier' ? parentOf(wrapped(node)) : undefined;
      // tabs.set(id, url), { body: form }
      if (user === undefined || !((isMember(user) && user.object === wrapped(node)) || (user.type === 'ObjectProperty' && user.value === node && parentOf(user)?.type === 'ObjectExpression') || (isCall(user) && user.callee !== node))) return;
      const holder = turns.holderOf(node);
      if (holder?.node === cls && holder.instance) accesses.push(accessOf(script, node as t.Identifier));
    });
  }
  const [first] = accesses;
  return first === undefined ? [] : [{ name, kind: 'field', script: first.script, node: first.node, constant: false, accesses, holder: { node: cls, instance: true } }];
}

/** Whether an object is given away as a whole, so that each field may be read: `save(app)`, `{ ...app }`, `const { load, items } = app`. */
function isGivenAway(node: Node): node is t.Identifier | t.ThisExpression {
  if (node.type !== 'Identifier' && node.type !== 'ThisExpression') return false;
  const inner = wrapped(node);
  const parent = parentOf(inner);
  if (parent?.type === 'SpreadElement' || (parent?.type === 'VariableDeclarator' && parent.init === inner && parent.id.type === 'ObjectPattern')) return true;
  return isCall(parent) && parent.arguments.includes(inner as t.Expression) && !(isMember(parent.callee) && /^(bind|call|apply|addListener|addEventListener)$/.test(memberName(parent.callee) ?? ''));
}

/** Whether a field is given a part of the extension API: `storage.local.set` changes nothing that the field holds. */
function isApi({ script, value }: Access, turns: Turns): boolean {
  const given = value && unwrap(value);
  if (given === undefined) return false;
  if (script.api(given) !== undefined) return true;
  const parameter = given.type === 'Identifier' ? script.binding(given) : undefined;
  if (parameter?.kind !== 'param') return false;
  const fn = parameter.declarations[0]!.node as FunctionNode;
  const index = fn.params.findIndex((param) => param === parameter.declarations[0]!.id);
  const calls = turns.callersOf(fn);
  return index >= 0 && calls.length > 0 && calls.every((call) => call.arguments[index] !== undefined && turns.scriptOf(call).api(unwrap(call.arguments[index])) !== undefined);
}
