import type * as t from '@babel/types';
import { CHILD_KEYS } from './ast-children.ts';
import { once, onceWithin } from './source.ts';

export type Node = t.Node;

export type FunctionNode =
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ArrowFunctionExpression
  | t.ObjectMethod
  | t.ClassMethod
  | t.ClassPrivateMethod;

export type AnyMember = t.MemberExpression | t.OptionalMemberExpression;

export type AnyCall = t.CallExpression | t.OptionalCallExpression | t.NewExpression;

interface Linked {
  parent?: Node | undefined;
  /** The node that follows all that this one holds, in source order of their keys. */
  next?: Node | undefined;
  firstChild?: Node | undefined;
  loc?: unknown;
}

/** The node that holds `node`; the program has none. Links are set by {@link link}. */
export function parentOf(node: Node): Node | undefined {
  return (node as Linked).parent;
}

/** Links every node below `node` to its parent and to those that come after it, once, right after parsing: a walk then asks no node for its keys. */
export function link(node: Node, parent?: Node, next?: Node): void {
  const linked = node as Linked;
  linked.parent = parent;
  linked.next = next;
  // Lines and columns are asked of the file: a third of the memory that a tree takes.
  linked.loc = undefined;
  let following = next;
  const keys = CHILD_KEYS[node.type] ?? [];
  const record = node as unknown as Record<string, unknown>;
  for (let index = keys.length - 1; index >= 0; index--) {
    const value = record[keys[index]!];
    if (Array.isArray(value)) {
      for (let at = value.length - 1; at >= 0; at--) {
        if (!value[at]) continue;
        link(value[at] as Node, node, following);
        following = value[at] as Node;
      }
    } else if (value) {
      link(value as Node, node, following);
      following = value as Node;
    }
  }
  linked.firstChild = following === next ? undefined : following;
}

/** Calls `visit` with each direct child of a node, in source order of their keys, and with `context`. */
export function eachChild<Context>(node: Node, visit: (child: Node, context: Context) => void, context: Context): void {
  const end = (node as Linked).next;
  for (let child = (node as Linked).firstChild; child !== undefined && child !== end; child = (child as Linked).next) visit(child, context);
}

/** The direct children of a node, in source order of their keys. */
export function children(node: Node): Node[] {
  const found: Node[] = [];
  eachChild(node, (child) => found.push(child), undefined);
  return found;
}

/** Depth-first walk; `visit` returns false to leave a node's children out. */
export function walk(node: Node, visit: (node: Node) => boolean | void): void {
  const end = (node as Linked).next;
  for (let at: Node | undefined = node; at !== undefined && at !== end;) {
    const { firstChild, next } = at as Linked;
    at = visit(at) !== false && firstChild !== undefined ? firstChild : next;
  }
}

/** The nodes of a program that are of a kind, in the order of a walk: found once as long as the program lives. @param is gives the same answer whenever it is asked */
export function nodesOf<Kind extends Node>(is: (node: Node) => node is Kind, program: t.Program): readonly Kind[] {
  return nodesByKind(is, program) as readonly Kind[];
}

const nodesByKind = onceWithin((is: (node: Node) => boolean, program: t.Program): readonly Node[] => {
  const found: Node[] = [];
  walk(program, (node) => {
    if (is(node)) found.push(node);
  });
  return found;
});

/** The ancestors of a node, nearest first. */
export function* ancestors(node: Node): Generator<Node, undefined, undefined> {
  for (let up = parentOf(node); up !== undefined; up = parentOf(up)) yield up;
  return undefined;
}

/** Whether a node is a class. */
export function isClass(node: Node): node is t.Class {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** A function in any form: declared, an expression, an arrow, a method. */
export function isFunction(node: Node | null | undefined): node is FunctionNode {
  switch (node?.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassPrivateMethod':
      return true;
    default:
      return false;
  }
}

/** `object.name`, `object[name]`, `object?.name` */
export function isMember(node: Node | null | undefined): node is AnyMember {
  return node?.type === 'MemberExpression' || node?.type === 'OptionalMemberExpression';
}

/** A call, `fn?.()` included; `new` is none. */
export function isCall(node: Node | null | undefined): node is t.CallExpression | t.OptionalCallExpression {
  return node?.type === 'CallExpression' || node?.type === 'OptionalCallExpression';
}

/** `new Maker()` */
export function isNew(node: Node): node is t.NewExpression {
  return node.type === 'NewExpression';
}

/** Whether an expression is null or undefined, by its text. */
export function isNothing(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === 'NullLiteral' || (inner.type === 'Identifier' && inner.name === 'undefined') || (inner.type === 'UnaryExpression' && inner.operator === 'void');
}

/** Whether an identifier of some code passes a test. */
export function mentions(node: Node, test: (id: t.Identifier) => boolean): boolean {
  let found = false;
  walk(node, (one) => {
    if (one.type === 'Identifier' && test(one)) found = true;
    return !found;
  });
  return found;
}

/** The name that a function has where it is written: its own, or that of the variable, property or method that it is the value of. */
export function functionName(fn: FunctionNode): string | undefined {
  if (fn.type === 'ClassMethod' || fn.type === 'ObjectMethod' || fn.type === 'ClassPrivateMethod') return keyName(fn);
  if ((fn.type === 'FunctionDeclaration' || fn.type === 'FunctionExpression') && fn.id) return fn.id.name;
  const parent = parentOf(wrapped(fn));
  if (parent?.type === 'ObjectProperty' || parent?.type === 'ClassProperty') return keyName(parent);
  if (parent?.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : undefined;
  return parent?.type === 'AssignmentExpression' && isMember(parent.left) ? memberName(parent.left) : undefined;
}

/** The innermost function around a node, or undefined at top level. Static blocks and class fields count as top level. */
export function functionOf(node: Node): FunctionNode | undefined {
  let up = parentOf(node);
  while (up !== undefined && !isFunction(up)) up = parentOf(up);
  return up;
}

/** Whether `this` stands outside of functions and of classes. */
export function isOutermostThis(node: Node): boolean {
  if (node.type !== 'ThisExpression') return false;
  for (let up = parentOf(node); up !== undefined; up = parentOf(up)) if (isFunction(up) || up.type === 'ClassBody') return false;
  return true;
}

const STATEMENT = /Statement$|Declaration$/;

/** The innermost statement that holds a node (or is it). */
export function statementOf(node: Node): Node {
  for (let up: Node | undefined = node; up !== undefined; up = parentOf(up)) {
    const parent = parentOf(up);
    if (parent === undefined) return up;
    if (
      STATEMENT.test(up.type) &&
      (parent.type === 'Program' || parent.type === 'BlockStatement' || parent.type === 'SwitchCase' ||
        parent.type === 'StaticBlock' || parent.type === 'TSModuleBlock')
    ) {
      return up;
    }
  }
  return node;
}

/** The statements that a statement stands among, where it stands in a list. */
export function siblings(statement: Node): readonly t.Statement[] | undefined {
  const parent = parentOf(statement);
  switch (parent?.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
      return parent.body;
    case 'SwitchCase':
      return parent.consequent;
    default:
      return undefined;
  }
}

/** Strips what does not change a value: parentheses, TypeScript casts and non-null marks. */
export function unwrap<T extends Node>(node: T): Node {
  let inner: Node = node;
  for (;;) {
    switch (inner.type) {
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TypeCastExpression':
      case 'TSInstantiationExpression':
        inner = inner.expression;
        break;
      default:
        return inner;
    }
  }
}

/** The counterpart of {@link unwrap}: the outermost cast or parenthesis around a node. */
export function wrapped(node: Node): Node {
  let outer = node;
  for (let up = parentOf(outer); up !== undefined && unwrap(up) !== up && unwrap(up) === unwrap(node); up = parentOf(up)) {
    outer = up;
  }
  return outer;
}

/** A string literal's or a hole-less template's value. */
export function stringValue(node: Node | null | undefined): string | undefined {
  if (!node) return undefined;
  const inner = unwrap(node);
  if (inner.type === 'StringLiteral') return inner.value;
  if (inner.type === 'TemplateLiteral' && inner.expressions.length === 0) return inner.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The name of a member access: `a.b` and `a["b"]` are both `b`, `a.#b` is `#b`; a computed one is undefined. */
export function memberName(node: AnyMember): string | undefined {
  if (node.computed) return stringValue(node.property as Node);
  if (node.property.type === 'PrivateName') return `#${node.property.id.name}`;
  return node.property.type === 'Identifier' ? node.property.name : undefined;
}

/** The name by which a call calls: `f` of `f()` and of `a.b.f()`; empty for what is computed. */
export function nameOfCallee(callee: Node): string {
  return isMember(callee) ? (memberName(callee) ?? '') : callee.type === 'Identifier' ? callee.name : '';
}

/** The name of a property, method or field: `{ a }`, `{ "a": 1 }`, `{ ["a"]() {} }`. */
export function keyName(node: t.ObjectMember | t.ClassMethod | t.ClassProperty | t.ClassPrivateMethod | t.ClassPrivateProperty): string | undefined {
  if ('computed' in node && node.computed) return stringValue(node.key);
  const key = node.key;
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'StringLiteral') return key.value;
  if (key.type === 'NumericLiteral') return String(key.value);
  if (key.type === 'PrivateName') return `#${key.id.name}`;
  return undefined;
}

/** The property of an object literal by name; undefined where it is absent or a spread could hide it. */
export function property(object: t.ObjectExpression, name: string): t.ObjectProperty | t.ObjectMethod | undefined {
  let found: t.ObjectProperty | t.ObjectMethod | undefined;
  for (const member of object.properties) {
    if (member.type === 'SpreadElement') continue;
    if (keyName(member) === name) found = member;
  }
  return found;
}

/** The value that an object literal gives to a name, a method counting as its own value. */
export function propertyValue(object: t.ObjectExpression, name: string): Node | undefined {
  const member = property(object, name);
  if (member === undefined) return undefined;
  return member.type === 'ObjectMethod' ? member : unwrap(member.value);
}

/** Whether a node lies within another (or is it), by their parent links. */
export function isWithin(node: Node, outer: Node): boolean {
  // The range of a node holds those of all that is below it.
  if (node.start! < outer.start! || node.end! > outer.end!) return false;
  let up: Node | undefined = node;
  while (up !== undefined && up !== outer) up = parentOf(up);
  return up === outer;
}

/** Whether a value is thrown away: an expression statement, `void x`, a discarded operand of a sequence. */
export function isUnused(expression: Node): boolean {
  const node = wrapped(expression);
  const parent = parentOf(node);
  switch (parent?.type) {
    case 'ExpressionStatement':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'void';
    case 'SequenceExpression':
      return parent.expressions.at(-1) !== node || isUnused(parent);
    case 'LogicalExpression':
      return parent.right === node && isUnused(parent);
    case 'ConditionalExpression':
      return parent.test !== node && isUnused(parent);
    default:
      return false;
  }
}

/** `true`, or `!0` as minifiers write it. */
export function isTrue(node: Node): boolean {
  const inner = unwrap(node);
  return (inner.type === 'BooleanLiteral' && inner.value) || (inner.type === 'UnaryExpression' && inner.operator === '!' && inner.argument.type === 'NumericLiteral' && inner.argument.value === 0);
}

/** `new Promise(...)` */
export function isNewPromise(node: Node | null | undefined): node is t.NewExpression {
  return node?.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Promise';
}

/** What code reads of the call that it runs in: `this` (`super` too) and `arguments`. A function in it has its own, an arrow function has those around it. */
export const wordsOfCall = once((code: Node): ReadonlySet<'this' | 'arguments'> => {
  const found = new Set<'this' | 'arguments'>();
  walk(code, (node) => {
    if (node.type === 'ClassBody' || (isFunction(node) && node.type !== 'ArrowFunctionExpression')) return false;
    if (node.type === 'ThisExpression' || node.type === 'Super') found.add('this');
    else if (node.type === 'Identifier' && node.name === 'arguments') found.add('arguments');
    return true;
  });
  return found;
});

/** Whether a statement may end its function, or leave the code around it in one of some ways. */
export function mayLeave(statement: Node, ways = /^(Return|Throw)Statement$/): boolean {
  let found = false;
  walk(statement, (node) => {
    if (isFunction(node)) return false;
    if (ways.test(node.type) && !(node.type === 'ThrowStatement' && isCaught(node, statement))) found = true;
    return !found;
  });
  return found;
}

/** Whether a statement catches what is thrown in it. */
function isCaught(thrown: Node, statement: Node): boolean {
  return [...ancestors(thrown)].some((one) => one.type === 'TryStatement' && one.handler != null && isWithin(one, statement) && isWithin(thrown, one.block));
}

/** Whether a function reads its own `arguments`, through its arrow functions too. */
export function usesArguments(fn: FunctionNode): boolean {
  return fn.type !== 'ArrowFunctionExpression' && wordsOfCall(fn.body).has('arguments');
}

/** Whether a statement does nothing where it stands: it declares a function, or only returns. */
export function doesNothing(statement: Node): boolean {
  return statement.type === 'FunctionDeclaration' || statement.type === 'EmptyStatement' || (statement.type === 'ReturnStatement' && !statement.argument);
}

/** Whether code waits in its own function. */
export function waits(code: Node): boolean {
  let found = false;
  walk(code, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)) found = true;
    return !found;
  });
  return found;
}

/** The first `await` of a module outside of functions: what comes after it does not run in the first turn. */
export function topLevelAwait(program: t.Program): Node | undefined {
  let found: Node | undefined;
  walk(program, (node) => {
    if (found !== undefined || isFunction(node)) return false;
    if (node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)) found = node;
    return true;
  });
  return found;
}

/** Whether an expression is what a call calls. */
export function isCallee(node: Node): boolean {
  const outer = wrapped(node);
  const parent = parentOf(outer);
  return isCall(parent) && parent.callee === outer;
}

/** The call or construction that an expression is the callee of. */
export function callOf(node: Node): AnyCall | undefined {
  const outer = wrapped(node);
  const parent = parentOf(outer);
  if ((isCall(parent) || parent?.type === 'NewExpression') && parent.callee === outer) return parent;
  return undefined;
}

/** Whether a function expression is given the `this` around it where it stands: `function () { … }.bind(this)`. */
export function isBoundInPlace(fn: FunctionNode): boolean {
  const outer = wrapped(fn);
  const member = parentOf(outer);
  const call = isMember(member) && member.object === outer && memberName(member) === 'bind' ? parentOf(wrapped(member)) : undefined;
  return fn.type === 'FunctionExpression' && isCall(call) && call.callee === wrapped(member!) && call.arguments[0] !== undefined && unwrap(call.arguments[0]).type === 'ThisExpression';
}

/** Whether a member is given a value, changed or deleted where it stands. */
export function isWritten(member: AnyMember): boolean {
  const parent = parentOf(wrapped(member));
  switch (parent?.type) {
    case 'AssignmentExpression':
      return parent.left === wrapped(member);
    case 'UpdateExpression':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === wrapped(member);
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'ObjectProperty':
      return parentOf(parent)?.type === 'ObjectPattern';
    case 'AssignmentPattern':
      return parent.left === wrapped(member);
    default:
      return false;
  }
}
