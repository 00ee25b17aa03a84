import type * as t from '@babel/types';
import { isBoundInPlace, isCall, isFunction, isMember, keyName, memberName, parentOf, siblings, unwrap, walk, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from './ast.ts';
import type { Holder } from './calls/holders.ts';
import { Refusal } from './refusal.ts';
import { once } from './source.ts';

/** The functions that statements beside its declaration give an object literal, by name: `app.add = function () {}` after `const app = {}`. */
const givenMethods = once((literal: t.ObjectExpression): ReadonlyMap<string, FunctionNode> => {
  const given = new Map<string, FunctionNode>();
  const outermost = parentOf(wrapped(literal));
  // const app = window.app || {}
  const declarator = outermost && defaultIn(outermost) === literal ? parentOf(wrapped(outermost)) : outermost;
  const declaration = declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? parentOf(declarator)! : undefined;
  const outer = declaration && parentOf(declaration)?.type === 'ExportNamedDeclaration' ? parentOf(declaration)! : declaration;
  const list = outer === undefined ? [] : (siblings(outer) ?? []);
  for (const statement of list.slice(list.indexOf(outer as t.Statement) + 1)) {
    const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=' || !isMember(assignment.left)) continue;
    const owner = unwrap(assignment.left.object);
    const name = memberName(assignment.left);
    const fn = unwrap(assignment.right);
    if (name !== undefined && isFunction(fn) && owner.type === 'Identifier' && owner.name === ((declarator as t.VariableDeclarator).id as t.Identifier).name && !given.has(name) && !literal.properties.some((member) => member.type !== 'SpreadElement' && keyName(member) === name)) given.set(name, fn);
  }
  return given;
});

/** What an expression comes to where there is nothing before: `{}` of `window.app || {}`. */
function defaultIn(node: Node): Node | undefined {
  return node.type === 'LogicalExpression' && node.operator !== '&&' ? unwrap(node.right) : undefined;
}

/** The object literal that a statement beside its declaration gives a function. */
const literalGiven = once((fn: FunctionNode): t.ObjectExpression | undefined => {
  const assignment = parentOf(wrapped(fn));
  const owner = assignment?.type === 'AssignmentExpression' && assignment.right === wrapped(fn) && isMember(assignment.left) ? unwrap(assignment.left.object) : undefined;
  if (owner?.type !== 'Identifier') return undefined;
  for (const statement of siblings(parentOf(assignment!)!) ?? []) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    for (const { id, init } of declaration?.type === 'VariableDeclaration' ? declaration.declarations : []) {
      const value = id.type === 'Identifier' && id.name === owner.name && init ? unwrap(init) : undefined;
      const literal = value && (defaultIn(value) ?? value);
      if (literal?.type === 'ObjectExpression' && [...givenMethods(literal).values()].includes(fn)) return literal;
    }
  }
  return undefined;
});

/** What statements beside a constructor function give its prototype. */
interface Prototype {
  readonly methods: ReadonlyMap<string, FunctionNode>;
  /** Where the constructor is named to do so: `Timer` in `Timer.prototype.start = function () {}`. */
  readonly mentions: ReadonlySet<Node>;
}

/** The statement by which a function gets its name: `function Timer() {}`, `var Timer = function () {};`. */
function namingStatement(fn: FunctionNode): { readonly name: string; readonly statement: Node } | undefined {
  if (fn.async || fn.generator) return undefined;
  if (fn.type === 'FunctionDeclaration') return fn.id ? { name: fn.id.name, statement: fn } : undefined;
  const declarator = fn.type === 'FunctionExpression' && !fn.id ? parentOf(wrapped(fn)) : undefined;
  return declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? { name: declarator.id.name, statement: parentOf(declarator)! } : undefined;
}

/** The methods of what a constructor function makes; undefined where its prototype has more than methods that statements beside it give it. */
export const prototypeOf = once((fn: FunctionNode): Prototype | undefined => {
  const naming = namingStatement(fn);
  const methods = new Map<string, FunctionNode>();
  const mentions = new Set<Node>();
  if (naming === undefined) return undefined;
  const add = (name: string | undefined, value: Node): boolean => {
    const method = unwrap(value);
    if (name === undefined || name === '__proto__' || methods.has(name) || !isFunction(method) || method.type === 'ArrowFunctionExpression' || ('kind' in method && method.kind !== 'method')) return false;
    methods.set(name, method);
    return true;
  };
  for (const statement of siblings(naming.statement) ?? []) {
    const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    const target = assignment?.type === 'AssignmentExpression' && assignment.operator === '=' ? unwrap(assignment.left as Node) : undefined;
    const prototype = isMember(target) && memberName(target) !== 'prototype' ? unwrap(target.object) : target;
    const owner = isMember(prototype) && memberName(prototype) === 'prototype' ? unwrap(prototype.object) : undefined;
    if (assignment?.type !== 'AssignmentExpression' || owner?.type !== 'Identifier' || owner.name !== naming.name) continue;
    mentions.add(owner);
    if (prototype !== target) {
      if (!add(memberName(target as AnyMember), assignment.right)) return undefined;
      continue;
    }
    const literal = unwrap(assignment.right);
    if (literal.type !== 'ObjectExpression' || methods.size > 0 || mentions.size > 1) return undefined;
    for (const member of literal.properties) {
      if (member.type === 'SpreadElement') return undefined;
      const given = member.type === 'ObjectProperty' ? unwrap(member.value) : member;
      // constructor: Timer
      if (given.type === 'Identifier' && given.name === naming.name && keyName(member) === 'constructor') mentions.add(given);
      else if (!add(keyName(member), given)) return undefined;
    }
  }
  return methods.size === 0 ? undefined : { methods, mentions };
});

/** The constructor function whose prototype has a function as a method. */
const constructorOf = once((fn: FunctionNode): FunctionNode | undefined => {
  const property = fn.type === 'ObjectMethod' ? fn : parentOf(wrapped(fn));
  const literal = property?.type === 'ObjectMethod' || property?.type === 'ObjectProperty' ? parentOf(property) : undefined;
  const given = wrapped(literal ?? fn);
  const assignment = parentOf(given);
  const target = assignment?.type === 'AssignmentExpression' && assignment.right === given ? unwrap(assignment.left as Node) : undefined;
  const prototype = literal === undefined && isMember(target) ? unwrap(target.object) : target;
  const owner = isMember(prototype) && memberName(prototype) === 'prototype' ? unwrap(prototype.object) : undefined;
  if (owner?.type !== 'Identifier') return undefined;
  for (const statement of siblings(parentOf(assignment!)!) ?? []) {
    const functions = statement.type === 'FunctionDeclaration' ? [statement] : statement.type === 'VariableDeclaration' ? statement.declarations.flatMap(({ init }) => (init ? [unwrap(init)] : [])) : [];
    for (const one of functions) if (isFunction(one) && namingStatement(one)?.name === owner.name && [...(prototypeOf(one)?.methods.values() ?? [])].includes(fn)) return one;
  }
  return undefined;
});

/** The parts of an object literal or a class in which `this` is the object. */
export function partsWithThis({ node, instance }: Holder): Node[] {
  if (node.type === 'ObjectExpression') {
    const values = node.properties.flatMap((member): Node[] => (member.type === 'ObjectMethod' ? [member] : member.type === 'ObjectProperty' ? [unwrap(member.value)] : []));
    return [...values, ...givenMethods(node).values()].filter(({ type }) => type === 'ObjectMethod' || type === 'FunctionExpression');
  }
  if (isFunction(node)) return instance ? [node, ...(prototypeOf(node)?.methods.values() ?? [])] : [];
  return node.body.body.filter((member) => (member.type === 'ClassMethod' || member.type === 'ClassPrivateMethod' || member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') && (member.static !== true) === instance);
}

/** Visits each `this` that is the object of a method, in its arrow functions too. */
export function walkThis(part: Node, visit: (use: Node) => void): void {
  walk(part, (node) => {
    if (node.type === 'ThisExpression') visit(node);
    if (node.type === 'Super') throw new Refusal('its class is made from another one');
    return node === part || !(isFunction(node) ? node.type !== 'ArrowFunctionExpression' && !isBoundInPlace(node) : node.type === 'ClassDeclaration' || node.type === 'ClassExpression');
  });
}

/** Whether a function uses the object that it is a method of. */
export function usesThis(fn: FunctionNode): boolean {
  let used = false;
  walkThis(fn, () => { used = true; });
  return used;
}

/** `this.handle = this.handle.bind(this)`: both mentions. */
export function isRebound(use: AnyMember): boolean {
  const outer = wrapped(use);
  const parent = parentOf(outer);
  const assignment = parent?.type === 'AssignmentExpression' ? parent : boundBy(use) && parentOf(wrapped(boundBy(use)!));
  if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=' || !isMember(assignment.left)) return false;
  const right = unwrap(assignment.right);
  const bound = isCall(right) && isMember(right.callee) && memberName(right.callee) === 'bind' ? unwrap(right.callee.object) : undefined;
  return bound !== undefined && isMember(bound) && memberName(bound) === memberName(assignment.left) && unwrap(bound.object).type === 'ThisExpression' && unwrap(assignment.left.object).type === 'ThisExpression';
}

/** The call that gives a method its object: `this.handle.bind(this)`. */
export function boundBy(use: AnyMember): AnyCall | undefined {
  const outer = wrapped(use);
  const member = parentOf(outer);
  const call = isMember(member) && member.object === outer && /^(bind|call|apply)$/.test(memberName(member) ?? '') ? parentOf(wrapped(member)) : undefined;
  return isCall(call) && call.callee === wrapped(member!) ? call : undefined;
}

/** The object or class that a function is written in as a method, or the constructor function that it is one of, or whose prototype has it. */
export function holderOfMethod(fn: FunctionNode): Holder | undefined {
  const constructor = prototypeOf(fn) === undefined ? constructorOf(fn) : fn;
  if (constructor !== undefined) return { node: constructor, instance: true };
  if (fn.type === 'ObjectMethod') return { node: parentOf(fn) as t.ObjectExpression, instance: true };
  if (fn.type === 'ClassMethod' || fn.type === 'ClassPrivateMethod') return { node: parentOf(parentOf(fn)!) as t.Class, instance: fn.static !== true };
  const parent = parentOf(wrapped(fn));
  if (parent?.type === 'ObjectProperty' && parent.value === wrapped(fn) && parentOf(parent)?.type === 'ObjectExpression') return { node: parentOf(parent) as t.ObjectExpression, instance: true };
  if (parent?.type === 'ClassProperty' || parent?.type === 'ClassPrivateProperty') return { node: parentOf(parentOf(parent)!) as t.Class, instance: parent.static !== true };
  const literal = literalGiven(fn);
  return literal && { node: literal, instance: true };
}

/** The name that a function has as a method. */
export function methodName(fn: FunctionNode): string | undefined {
  if (fn.type === 'ObjectMethod' || fn.type === 'ClassMethod' || fn.type === 'ClassPrivateMethod') return keyName(fn);
  const parent = parentOf(wrapped(fn));
  if (parent?.type === 'AssignmentExpression' && isMember(parent.left)) return memberName(parent.left);
  return parent?.type === 'ObjectProperty' || parent?.type === 'ClassProperty' || parent?.type === 'ClassPrivateProperty' ? keyName(parent) : undefined;
}

/** The method that an object or class has under a name. */
export function methodOf({ node, instance }: Holder, name: string): FunctionNode | undefined {
  if (isFunction(node)) return instance ? prototypeOf(node)?.methods.get(name) : undefined;
  const members = node.type === 'ObjectExpression' ? node.properties : node.body.body;
  for (const member of members) {
    if (member.type === 'SpreadElement' || !('key' in member) || keyName(member as t.ObjectMember) !== name) continue;
    if (node.type !== 'ObjectExpression' && ((member as t.ClassMethod).static !== true) !== instance) continue;
    if (isFunction(member)) return member;
    const value = 'value' in member && member.value ? unwrap(member.value as Node) : undefined;
    if (isFunction(value)) return value;
  }
  return node.type === 'ObjectExpression' ? givenMethods(node).get(name) : undefined;
}
