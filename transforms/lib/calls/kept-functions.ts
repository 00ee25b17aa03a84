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

/** A place in a list or map: the variable or field that holds that, and how many elements lie between them, 1 for `handlers[type]`. */
interface Place {
  readonly root: t.Identifier | AnyMember;
  readonly depth: number;
}

/** What is put somewhere. */
interface Put extends Place {
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
    return this.#putAt(node, 0, [node, ...(binding?.references.map((use) => use.node) ?? [])]);
  }

  /** What is put into what a loop, or `forEach` and the like, goes through, where a binding stands for each element. */
  iterated({ kind, declarations: [declaration, ...others], references }: Binding): readonly Node[] {
    if (declaration === undefined || others.length > 0 || declaration.keys?.length !== 0 && kind !== 'param' && parentOf(parentOf(declaration.node) ?? declaration.node)?.type !== 'ForOfStatement') return [];
    const { node, id } = declaration;
    const uses = references.map((use) => use.node);
    const loop = parentOf(parentOf(node) ?? node);
    if (loop?.type === 'ForOfStatement' && node.type === 'VariableDeclarator' && node.id === id) return this.#putAt(loop.right, 1, uses);
    const call = kind === 'param' && isFunction(node) && node.params[0] === id ? parentOf(wrapped(node)) : undefined;
    const callee = isCall(call) && call.arguments[0] === wrapped(node) ? unwrap(call.callee as Node) : undefined;
    return isMember(callee) && ITERATING.test(memberName(callee) ?? '') ? this.#putAt(callee.object, 1, uses) : [];
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

  /** What is put where an expression is found, or into that. @param below how many elements below it */
  #putAt(node: Node, below: number, uses: readonly Node[]): readonly Node[] {
    const place = this.#placeOf(node);
    const key = place && this.#keyOf(place.root);
    const puts = key === undefined ? undefined : this.#allPuts().get(key)?.filter(({ depth }) => depth === place!.depth + below);
    if (puts === undefined || puts.length === 0) return [];
    for (const use of uses) this.#users.add(this.#units.unitOf(use));
    const { root } = place!;
    if (!isMember(root)) return puts.map(({ value }) => value);
    const holder = this.#holders.of(root.object);
    return puts.flatMap((put) => (holder !== undefined && isMember(put.root) && isSameHolder(this.#holders.of(put.root.object), holder) ? [put.value] : []));
  }

  #allPuts(): ReadonlyMap<Binding | string, readonly Put[]> {
    if (this.#puts !== undefined) return this.#puts;
    const puts = new Map<Binding | string, Put[]>();
    this.#puts = puts;
    const note = (container: Node, value: Node): void => {
      const inner = unwrap(value);
      if (!isFunction(inner) && (inner.type !== 'Identifier' || this.#names.binding(inner)?.kind !== 'param')) return;
      const place = this.#placeOf(container);
      const key = place && this.#keyOf(place.root);
      if (key !== undefined) puts.set(key, [...(puts.get(key) ?? []), { root: place!.root, depth: place!.depth + 1, value: inner }]);
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

  /** The variable or field that a list, a map or an element is kept in: of `(this.handlers[type] ??= [])`, `this.handlers`. */
  #placeOf(node: Node, steps = 0): Place | undefined {
    const inner = unwrap(node);
    const next = (other: Node, more = 0): Place | undefined => {
      const place = steps > 5 ? undefined : this.#placeOf(other, steps + 1);
      return place && { root: place.root, depth: place.depth + more };
    };
    if (inner.type === 'AssignmentExpression' || inner.type === 'LogicalExpression') return next(inner.left);
    if (isMember(inner)) return memberName(inner) === undefined ? next(inner.object, 1) : { root: inner, depth: 0 };
    if (inner.type === 'ArrayExpression' && inner.elements.length === 1 && inner.elements[0]?.type === 'SpreadElement') return next(inner.elements[0].argument);
    if (isCall(inner)) {
      const callee = unwrap(inner.callee as Node);
      if (!isMember(callee)) return undefined;
      const name = memberName(callee) ?? '';
      const isCopy = name === 'from' ? this.#names.isFree(callee.object, 'Array') : name === 'values' && this.#names.isFree(callee.object, 'Object');
      if (isCopy) return inner.arguments[0] && next(inner.arguments[0]);
      return TAKES.test(name) || LISTS.test(name) ? next(callee.object, TAKES.test(name) ? 1 : 0) : undefined;
    }
    if (inner.type !== 'Identifier') return undefined;
    const binding = this.#names.binding(inner);
    const init = initOfConstant(binding);
    return (init && next(init)) ?? (binding === undefined || binding.kind === 'param' ? undefined : { root: inner, depth: 0 });
  }
}

function isPut(call: { readonly callee: t.Node; readonly arguments: readonly t.Node[] }): boolean {
  const callee = unwrap(call.callee as Node);
  return isMember(callee) && call.arguments.length > 0 && PUTS.test(memberName(callee) ?? '');
}
