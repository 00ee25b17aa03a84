import type * as t from '@babel/types';
import { isCall, isFunction, isMember, memberName, parentOf, unwrap, wrapped, type AnyMember, type Node } from '../ast.ts';
import { initOfConstant, type Binding } from '../scope.ts';
import { isSameHolder, type Holders } from './holders.ts';
import type { Names } from './names.ts';
import type { Unit, Units } from './units.ts';

/** Methods that put their last argument into a list, a set or a map. */
const PUTS = /^(push|unshift|add|set)$/;
/** Methods that give one element, and those that give a list with the same elements. */
const TAKES = /^(get|shift|pop|at|find|findLast)$/;
const LISTS = /^(values|slice|splice|filter|concat|reverse|sort|toReversed|toSorted)$/;
const ITERATING = /^(forEach|map|flatMap|filter|some|every|find|reduce)$/;

/** What is put into a list or map, and the variable or field that holds that. */
interface Put {
  readonly root: t.Identifier | AnyMember;
  readonly value: Node;
}

/** The functions that code is given and keeps, to run them later: `this.handlers.push(handler)`, `handlers.forEach((handler) => handler(event))`. */
export class KeptFunctions {
  readonly #units: Units;
  readonly #names: Names;
  readonly #holders: Holders;
  /** By the variable, or by the name of the field. */
  #puts: ReadonlyMap<Binding | string, readonly Put[]> | undefined;
  readonly #users = new Set<Unit>();

  constructor(units: Units, names: Names, holders: Holders) {
    this.#units = units;
    this.#names = names;
    this.#holders = holders;
  }

  /** What is put where an expression takes one element from: `handlers.get(type)`, `handlers[type]`. */
  taken(node: Node): readonly Node[] {
    const callee = isCall(node) ? unwrap(node.callee as Node) : undefined;
    if (isCall(node) ? !isMember(callee) || !TAKES.test(memberName(callee) ?? '') : !isMember(node) || memberName(node) !== undefined) return [];
    const declarator = parentOf(wrapped(node));
    const binding = declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? this.#names.binding(declarator.id) : undefined;
    return this.#putInto(node, [node, ...(binding?.references.map((use) => use.node) ?? [])]);
  }

  /** What is put into what a loop, or `forEach` and the like, goes through, where a binding stands for each element. */
  iterated({ kind, declarations: [declaration, ...others], references }: Binding): readonly Node[] {
    if (declaration === undefined || others.length > 0 || declaration.keys?.length !== 0 && kind !== 'param' && parentOf(parentOf(declaration.node) ?? declaration.node)?.type !== 'ForOfStatement') return [];
    const { node, id } = declaration;
    const uses = references.map((use) => use.node);
    const loop = parentOf(parentOf(node) ?? node);
    if (loop?.type === 'ForOfStatement' && node.type === 'VariableDeclarator' && node.id === id) return this.#putInto(loop.right, uses);
    const call = kind === 'param' && isFunction(node) && node.params[0] === id ? parentOf(wrapped(node)) : undefined;
    const callee = isCall(call) && call.arguments[0] === wrapped(node) ? unwrap(call.callee as Node) : undefined;
    return isMember(callee) && ITERATING.test(memberName(callee) ?? '') ? this.#putInto(callee.object, uses) : [];
  }

  /** Whether what a parameter is given is kept somewhere. */
  isKept(parameter: Binding): boolean {
    return parameter.references.some(({ node }) => {
      const call = parentOf(wrapped(node));
      return (isCall(call) && isPut(call) && call.arguments.at(-1) === wrapped(node)) || (call?.type === 'AssignmentExpression' && call.right === wrapped(node) && isMember(call.left) && memberName(call.left) === undefined);
    });
  }

  /** The functions that have been found to run what is kept. */
  get users(): ReadonlySet<Unit> {
    return this.#users;
  }

  #putInto(node: Node, uses: readonly Node[]): readonly Node[] {
    const root = this.#rootOf(node);
    const key = root && this.#keyOf(root);
    const puts = key === undefined ? undefined : this.#allPuts().get(key);
    if (puts === undefined) return [];
    for (const use of uses) this.#users.add(this.#units.unitOf(use));
    if (root!.type === 'Identifier') return puts.map(({ value }) => value);
    const holder = this.#holders.of((root as AnyMember).object);
    return puts.flatMap((put) => (holder !== undefined && isMember(put.root) && isSameHolder(this.#holders.of(put.root.object), holder) ? [put.value] : []));
  }

  #allPuts(): ReadonlyMap<Binding | string, readonly Put[]> {
    if (this.#puts !== undefined) return this.#puts;
    const puts = new Map<Binding | string, Put[]>();
    this.#puts = puts;
    const note = (container: Node, value: Node): void => {
      const inner = unwrap(value);
      if (!isFunction(inner) && (inner.type !== 'Identifier' || this.#names.binding(inner)?.kind !== 'param')) return;
      const root = this.#rootOf(container);
      const key = root && this.#keyOf(root);
      if (key !== undefined) puts.set(key, [...(puts.get(key) ?? []), { root: root!, value: inner }]);
    };
    for (const { calls } of this.#units.facts.values()) {
      for (const call of calls) if (isCall(call) && isPut(call)) note((unwrap(call.callee as Node) as AnyMember).object, call.arguments.at(-1)!);
    }
    for (const { object, value } of this.#units.assignedEntries) note(object, value);
    return puts;
  }

  #keyOf(root: t.Identifier | AnyMember): Binding | string | undefined {
    return root.type === 'Identifier' ? this.#names.binding(root) : memberName(root);
  }

  /** The variable or field that a list or map is kept in: of `(this.handlers[type] ??= [])`, `this.handlers`. */
  #rootOf(node: Node, depth = 0): t.Identifier | AnyMember | undefined {
    const inner = unwrap(node);
    const next = (other: Node): t.Identifier | AnyMember | undefined => (depth > 5 ? undefined : this.#rootOf(other, depth + 1));
    if (inner.type === 'AssignmentExpression' || inner.type === 'LogicalExpression') return next(inner.left);
    if (isMember(inner)) return memberName(inner) === undefined ? next(inner.object) : inner;
    if (inner.type === 'ArrayExpression' && inner.elements.length === 1 && inner.elements[0]?.type === 'SpreadElement') return next(inner.elements[0].argument);
    if (isCall(inner)) {
      const callee = unwrap(inner.callee as Node);
      if (!isMember(callee)) return undefined;
      const name = memberName(callee) ?? '';
      const isCopy = name === 'from' ? this.#names.isFree(callee.object, 'Array') : name === 'values' && this.#names.isFree(callee.object, 'Object');
      if (isCopy) return inner.arguments[0] && next(inner.arguments[0]);
      return TAKES.test(name) || LISTS.test(name) ? next(callee.object) : undefined;
    }
    if (inner.type !== 'Identifier') return undefined;
    const binding = this.#names.binding(inner);
    const init = initOfConstant(binding);
    return (init && next(init)) ?? (binding === undefined || binding.kind === 'param' ? undefined : inner);
  }
}

function isPut(call: { readonly callee: t.Node; readonly arguments: readonly t.Node[] }): boolean {
  const callee = unwrap(call.callee as Node);
  return isMember(callee) && call.arguments.length > 0 && PUTS.test(memberName(callee) ?? '');
}
