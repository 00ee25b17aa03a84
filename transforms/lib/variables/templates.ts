import type * as t from '@babel/types';
import { isCall, isClass, isFunction, isMember, keyName, memberName, nodesOf, parentOf, unwrap, type Node } from '../ast.ts';
import { functionsWithThis } from '../objects.ts';
import { holderOfMethod } from '../own-methods.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

/** What objects get functions from, beside those that they are written with, which use them as `this`: by the object literal, class or constructor function. */
export function templatesIn(scripts: readonly Script[], turns: Turns): ReadonlyMap<Node, ReadonlySet<Node>> {
  const found = new Map<Node, Set<Node>>();
  const give = (owner: Node | undefined, templates: readonly (Node | undefined)[]): void => {
    for (const template of templates) {
      if (owner === undefined || template === undefined || template === owner) continue;
      const own = found.get(owner) ?? new Set();
      found.set(owner, own.add(template));
    }
  };
  /** What `this` is in the functions that a value may be. */
  const givenBy = (value: Node): readonly Node[] => {
    const call = unwrap(value);
    const functions = isFunction(call) || (isCall(call) && isMember(call.callee) && memberName(call.callee) === 'bind') ? [] : orRefusal(() => functionsWithThis(value, turns));
    return functions instanceof Refusal ? [] : functions.map((fn) => holderOfMethod(fn)?.node ?? fn);
  };
  for (const script of scripts) {
    for (const node of nodesOf(mayGive, script.program!)) {
      if (node.type === 'ObjectExpression') {
        for (const member of node.properties) {
          if (member.type === 'SpreadElement') give(node, [turns.holderOf(member.argument)?.node]);
          else if (member.type === 'ObjectProperty') give(node, keyName(member) === '__proto__' ? [turns.holderOf(member.value as Node)?.node] : givenBy(member.value as Node));
        }
      } else if (node.type === 'ClassProperty' && node.value && !node.static) {
        give(parentOf(parentOf(node)!), givenBy(node.value));
      } else if (node.type === 'AssignmentExpression' && node.operator === '=' && isMember(node.left)) {
        const prototype = ownerOfPrototype(node.left);
        if (prototype !== undefined) give(turns.holderOf(prototype)?.node, prototypesIn(node.right).map((one) => turns.holderOf(one)?.node));
        else if (!isFunction(unwrap(node.right))) {
          const inner = ownerOfPrototype(node.left.object);
          const values = givenBy(node.right);
          if (values.length > 0) give(turns.holderOf(inner ?? node.left.object)?.node, values);
        }
      } else if (isCall(node)) {
        const callee = script.textOf(node.callee);
        const [target, ...sources] = node.arguments;
        if (target === undefined) continue;
        const prototype = ownerOfPrototype(unwrap(target));
        if (/^(Object\.(assign|setPrototypeOf)|(_|\$|jQuery)\.(assign|extend))$/.test(callee)) give(turns.holderOf(prototype ?? target)?.node, sources.map((source) => turns.holderOf(ownerOfPrototype(unwrap(source)) ?? source)?.node));
        else if (/(^|\.)_{0,2}(inherits?|extends)$/.test(callee) && sources.length > 0) give(turns.holderOf(target)?.node, [turns.holderOf(sources[0]!)?.node]);
        else if (isMember(node.callee) && /^(call|apply|bind)$/.test(memberName(node.callee) ?? '')) {
          const made = turns.holderOf(node.callee.object)?.node;
          give(turns.holderOf(target)?.node, made && isFunction(made) ? [made] : givenBy(node.callee.object));
        }
      }
    }
  }
  return found;
}

function mayGive(node: Node): node is t.ObjectExpression | t.ClassProperty | t.AssignmentExpression | t.CallExpression | t.OptionalCallExpression {
  return node.type === 'ObjectExpression' || node.type === 'ClassProperty' || node.type === 'AssignmentExpression' || isCall(node);
}

/** All that an object gets functions from, and the classes that its class is made from. */
export function templatesOf(node: Node, templates: ReadonlyMap<Node, ReadonlySet<Node>>, turns: Turns): readonly Node[] {
  const found = new Set<Node>([node]);
  for (const one of found) for (const other of [...superclassesOf(one, turns), ...(templates.get(one) ?? [])]) found.add(other);
  return [...found].slice(1);
}

/** The classes that a class is made from. */
export function superclassesOf(node: Node, turns: Turns): readonly Node[] {
  const found: t.Class[] = [];
  for (let cls = node; isClass(cls) && cls.superClass;) {
    const up = turns.holderOf(cls.superClass);
    if (up === undefined || up.instance || !isClass(up.node) || up.node === node || found.includes(up.node)) break;
    found.push(up.node);
    cls = up.node;
  }
  return found;
}

/** `App` of `App.prototype`. */
function ownerOfPrototype(node: Node): Node | undefined {
  return isMember(node) && memberName(node) === 'prototype' ? node.object : undefined;
}

/** What a prototype is made from: `Base` of `Object.create(Base.prototype)`, `new Base()`. */
function prototypesIn(value: Node): readonly Node[] {
  const made = unwrap(value);
  if (made.type === 'NewExpression' || made.type === 'ObjectExpression') return [made];
  const [given] = isCall(made) && isMember(made.callee) && memberName(made.callee) === 'create' ? made.arguments : [];
  return given === undefined ? [] : [ownerOfPrototype(unwrap(given)) ?? given];
}
