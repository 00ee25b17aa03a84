import type * as t from '@babel/types';
import { isCall, isFunction, isMember, isWithin, keyName, memberName, parentOf, propertyValue, unwrap, usesArguments, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { initOfConstant, type Binding } from '../scope.ts';
import { callSites } from './call-sites.ts';
import { isSameHolder, type Holder, type Holders } from './holders.ts';
import type { Names } from './names.ts';
import { forAll, partsOf } from './parts.ts';
import type { Units } from './units.ts';

/** Methods of lists whose callback is given each element: first, or behind what came out before. */
const ITERATING = /^(forEach|map|flatMap|filter|some|every|find|findIndex|reduce|reduceRight)$/;
/** Methods that give a list with the elements of another, and those that give one element. */
const SAME_ELEMENTS = /^(filter|slice|sort|reverse|toSorted|toReversed|splice)$/;
const ONE_ELEMENT = /^(at|find|findLast)$/;

/** The expressions that an expression of a realm may stand for, as far as all that gives it a value is seen. */
export class Values {
  readonly #units: Units;
  readonly #names: Names;
  readonly #holders: Holders;
  /** The values of nodes that were looked for; undefined for a node that is being looked at. */
  readonly #values = new Map<Node, readonly Node[] | undefined>();

  constructor(units: Units, names: Names, holders: Holders) {
    this.#units = units;
    this.#names = names;
    this.#holders = holders;
  }

  /**
   * The expressions that an expression stands for in turn: what names, the parameters of functions whose calls are all seen, fields, elements and
   * the entries of maps are given. What is nothing is left out. Undefined where something else may be given.
   */
  valuesOf(node: Node): readonly Node[] | undefined {
    const inner = unwrap(node);
    if (!this.#values.has(inner)) {
      this.#values.set(inner, undefined);
      this.#values.set(inner, this.#findValues(inner));
    }
    return this.#values.get(inner);
  }

  #findValues(node: Node): readonly Node[] | undefined {
    const values = new Set<Node>();
    const seen = new Set([node]);
    for (const one of seen) {
      const given = this.#givenAt(one);
      if (given === undefined) return undefined;
      for (const value of given.map(unwrap)) {
        if (value === one && value.type !== 'Identifier') values.add(value);
        else seen.add(value);
      }
    }
    return [...values];
  }

  /** What an expression is given, as far as it is seen at once; itself where it is a value, or nothing else is known but what its members are. */
  #givenAt(node: Node): readonly Node[] | undefined {
    if (isFunction(node)) return [node];
    if (isMember(node)) return this.partsOfElements(node) ?? this.#givenToMember(node) ?? (this.#holders.of(node) && [node]);
    if (isCall(node)) return this.entriesGot(node) ?? (this.#holders.of(node) && [node]);
    switch (node.type) {
      case 'Identifier': {
        const binding = this.#names.binding(node);
        return binding !== undefined ? this.givenTo(binding) : node.name === 'undefined' ? [] : undefined;
      }
      case 'ConditionalExpression':
        return [node.consequent, node.alternate];
      case 'LogicalExpression':
        return [node.left, node.right];
      case 'NullLiteral':
        return [];
      case 'ThisExpression':
      case 'NewExpression':
      case 'ObjectExpression':
      case 'ArrayExpression':
      case 'ClassDeclaration':
      case 'ClassExpression':
      case 'StringLiteral':
      case 'TemplateLiteral':
      case 'RegExpLiteral':
        return [node];
      default:
        return undefined;
    }
  }

  /** What a name that nothing writes is given: where it is declared, or in each call. */
  givenTo(binding: Binding): readonly Node[] | undefined {
    const elements = this.elementsFor(binding);
    if (elements !== undefined) return elements;
    const [declaration, ...others] = binding.declarations;
    if (declaration?.keys === undefined || others.length > 0 || binding.references.some(({ writes }) => writes)) return undefined;
    const { node, id, init, keys } = declaration;
    const path = keys.map(({ name }) => name);
    if (binding.kind === 'import') {
      const exported = this.#names.imported(binding);
      return exported && [exported];
    }
    if (binding.kind === 'function' || binding.kind === 'class') return [node];
    if (binding.kind === 'param') return isFunction(node) ? this.membersOfAll(this.#argumentsFor(node, id), path) : undefined;
    // What another script of the realm shares with this one it may write.
    const isOwn = binding.kind === 'const' || binding.scope.parent !== undefined || this.#units.scriptOf(id).isModule;
    return init && isOwn ? this.membersOfAll([init], path) : undefined;
  }

  /** What all calls of a function give to a parameter, or to the pattern in its place. */
  #argumentsFor(fn: FunctionNode, id: Node): readonly Node[] | undefined {
    const index = fn.params.findIndex((param) => isWithin(id, param));
    const param = fn.params[index];
    if (param === undefined || param.type === 'RestElement' || usesArguments(fn)) return undefined;
    const fallback = param.type === 'AssignmentPattern' ? [param.right] : [];
    return forAll(callSites(fn, this.#units, this.#holders), ({ arguments: given }) => {
      if (given.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return undefined;
      return given[index] === undefined ? fallback : [given[index]];
    });
  }

  /** What a path of names leads to in each of some expressions. */
  membersOfAll(nodes: readonly Node[] | undefined, path: readonly string[]): readonly Node[] | undefined {
    return path.reduce<readonly Node[] | undefined>((found, name) => forAll(found, (node) => this.#membersOfEach(node, name)), nodes);
  }

  /** What a member is given in each object that an expression stands for. */
  #membersOfEach(node: Node, name: string): readonly Node[] | undefined {
    const single = this.#holders.of(node);
    return forAll(single === undefined ? this.#holders.allOf(node) : [single], (holder) => this.#givenToField(holder, name));
  }

  /** What the member of an object is given, whichever of its objects and members it may be. */
  #givenToMember(member: AnyMember): readonly Node[] | undefined {
    const name = memberName(member);
    if (name !== undefined) return this.#membersOfEach(member.object, name);
    return forAll(this.valuesOf(member.object), (value) => (value.type === 'ArrayExpression' ? this.#elementsAt(value, []) : this.#valuesAt(value, [])));
  }

  /** What a field is given: where its object is made, and by assignments. Undefined where an assignment may be to this field or another's. */
  #givenToField({ node, instance }: Holder, name: string): readonly Node[] | undefined {
    const given: Node[] = [];
    if (node.type === 'ObjectExpression') {
      if (node.properties.some((one) => one.type === 'SpreadElement' || keyName(one) === undefined)) return undefined;
      const value = propertyValue(node, name);
      if (value !== undefined) given.push(value);
    } else if (!isFunction(node)) {
      if (node.superClass) return undefined;
      for (const member of node.body.body) {
        if (!('key' in member) || keyName(member as t.ClassMethod) !== name || ((member as t.ClassMethod).static === true) === instance) continue;
        if (isFunction(member)) return undefined;
        if ('value' in member && member.value) given.push(member.value);
      }
    }
    for (const { object, value } of this.#units.assignedMembers.get(name) ?? []) {
      const holder = this.#holders.of(object);
      if (holder === undefined) return undefined;
      if (isSameHolder(holder, { node, instance })) given.push(value);
    }
    return this.#units.membersNamed(name).some((member) => isPattern(member) || isFilled(member)) ? undefined : given;
  }

  /** The expressions that a member of an object that is seen is given: in a literal, in a class, or by an assignment. */
  valuesOfMember(member: AnyMember): readonly Node[] {
    const name = memberName(member);
    const holder = name === undefined ? undefined : this.#holders.of(member.object);
    if (name === undefined || holder === undefined) return [];
    const { node } = holder;
    const own = node.type === 'ObjectExpression' ? propertyValue(node, name)
      : isFunction(node) ? undefined
      : node.body.body.flatMap((one) => ((one.type === 'ClassProperty' || one.type === 'ClassPrivateProperty') && keyName(one) === name && one.value ? [one.value] : []))[0];
    const assigned = (this.#units.assignedMembers.get(name) ?? []).flatMap(({ object, value }) => (isSameHolder(this.#holders.of(object), holder) ? [value] : []));
    return own === undefined ? assigned : [own, ...assigned];
  }

  /** What a name stands for in turn: a parameter of a callback of `forEach` and the like, or the variable of a loop, over a list that is seen; or parts of its elements. */
  elementsFor(binding: Binding): readonly Node[] | undefined {
    const [declaration] = binding.declarations;
    if (declaration?.keys === undefined || binding.declarations.length > 1) return undefined;
    const { node, id } = declaration;
    const path = declaration.keys.map(({ name }) => name);
    const loop = parentOf(parentOf(node) ?? node);
    if (loop?.type === 'ForOfStatement' && isWithin(node, loop.left)) return this.#elementsAt(loop.right, path);
    const call = binding.kind === 'param' && isFunction(node) ? parentOf(wrapped(node)) : undefined;
    const callee = isCall(call) && call.arguments[0] === wrapped(node) ? unwrap(call.callee as Node) : undefined;
    const method = isMember(callee) ? (memberName(callee) ?? '') : '';
    if (!isMember(callee) || !ITERATING.test(method)) return undefined;
    const index = (node as FunctionNode).params.findIndex((param) => isWithin(id, param));
    if (method === 'forEach' && this.#isMap(callee.object)) return index > 1 ? undefined : this.#elementsAt(callee.object, [String(1 - index), ...path]);
    return index === (/^reduce/.test(method) ? 1 : 0) ? this.#elementsAt(callee.object, path) : undefined;
  }

  /** What `entry.event` stands for in turn, where `entry` is each element of a list that is seen, or `list[i]`; and `list[i]` itself. */
  partsOfElements(member: AnyMember): readonly Node[] | undefined {
    const name = memberName(member);
    const object = unwrap(member.object);
    if (name === undefined) return this.#elementsAt(object, []) ?? this.#valuesAt(object, []);
    const binding = object.type === 'Identifier' ? this.#names.binding(object) : undefined;
    const elements = binding ? this.elementsFor(binding) : isMember(object) && memberName(object) === undefined ? this.partsOfElements(object) : isCall(object) ? this.elementTaken(object) : undefined;
    return partsOf(elements, [name]);
  }

  /** The parts under a path of all elements of a list or map that is written down, here or where a constant is declared. */
  #elementsAt(node: Node, path: readonly string[]): readonly Node[] | undefined {
    const inner = this.#constant(node);
    const rest = inner.type === 'Identifier' ? this.#restGiven(inner) : undefined;
    if (rest !== undefined) return partsOf(rest, path);
    if (inner.type === 'Identifier' || isMember(inner)) return forAll(this.valuesOf(inner), (value) => (isMember(value) ? undefined : this.#elementsAt(value, path)));
    if (inner.type === 'ArrayExpression') return inner.elements.every((element) => element !== null && element.type !== 'SpreadElement') ? partsOf(inner.elements as Node[], path) : undefined;
    if (inner.type === 'NewExpression') return this.#isMap(inner) ? this.#elementsAt(inner.arguments[0] as Node, path) : undefined;
    const callee = inner.type === 'CallExpression' ? unwrap(inner.callee) : undefined;
    if (isCall(inner) && isMember(callee) && SAME_ELEMENTS.test(memberName(callee) ?? '')) return this.#elementsAt(callee.object, path);
    if (!isCall(inner) || !isMember(callee) || inner.arguments.length !== 1 || !this.#names.isFree(callee.object, 'Object')) return undefined;
    const object = inner.arguments[0] as Node;
    if (memberName(callee) === 'values') return this.#valuesAt(object, path);
    return memberName(callee) === 'entries' && path[0] === '1' ? this.#valuesAt(object, path.slice(1)) : undefined;
  }

  /** The parts under a path of all members of an object that is written down. */
  #valuesAt(node: Node, path: readonly string[]): readonly Node[] | undefined {
    const inner = this.#constant(node);
    if (inner.type !== 'ObjectExpression') return undefined;
    const values = inner.properties.map((own) => (own.type === 'ObjectMethod' ? own : own.type === 'ObjectProperty' ? own.value : undefined));
    return partsOf(values, path);
  }

  /** What all calls of a function give to its rest parameter. */
  #restGiven(name: t.Identifier): readonly Node[] | undefined {
    const binding = this.#names.binding(name);
    const [declaration, ...others] = binding?.declarations ?? [];
    const fn = declaration?.node;
    if (binding?.kind !== 'param' || others.length > 0 || !isFunction(fn) || binding.references.some(({ node, writes }) => writes || isFilled(node))) return undefined;
    const index = fn.params.findIndex((param) => param.type === 'RestElement' && param.argument === declaration!.id);
    return index === -1 ? undefined : forAll(callSites(fn, this.#units, this.#holders), ({ arguments: given }) => (given.some(({ type }) => type === 'SpreadElement') ? undefined : given.slice(index)));
  }

  /** What `list.at(0)` or `list.find(…)` may give of a list that is written down. */
  elementTaken(call: AnyCall): readonly Node[] | undefined {
    const callee = unwrap(call.callee as Node);
    return isMember(callee) && ONE_ELEMENT.test(memberName(callee) ?? '') ? this.#elementsAt(callee.object, []) : undefined;
  }

  /** What `handlers.get(name)` may give of a map that is written down. */
  entriesGot(call: AnyCall): readonly Node[] | undefined {
    const callee = unwrap(call.callee as Node);
    if (!isMember(callee) || memberName(callee) !== 'get' || call.arguments.length !== 1) return undefined;
    const object = unwrap(callee.object);
    const binding = object.type === 'Identifier' ? this.#names.binding(object) : undefined;
    if (binding?.references.some(({ node }) => isFilled(node))) return undefined;
    return forAll(this.valuesOf(object), (value) => (this.#isMap(value) ? this.#elementsAt(value, ['1']) : undefined));
  }

  /** What a constant is declared with; the expression itself where it is none. */
  #constant(node: Node): Node {
    const inner = unwrap(node);
    const init = inner.type === 'Identifier' ? initOfConstant(this.#names.binding(inner)) : undefined;
    return init === undefined ? inner : unwrap(init);
  }

  /** Whether an expression is a map whose entries are written down. */
  #isMap(node: Node): boolean {
    const inner = this.#constant(node);
    return inner.type === 'NewExpression' && inner.arguments.length === 1 && this.#names.isFree(inner.callee as Node, 'Map');
  }
}

/** Whether a pattern gives something to a member: `[this.app] = list`. */
function isPattern(member: Node): boolean {
  const parent = parentOf(wrapped(member));
  return parent?.type === 'ArrayPattern' || parent?.type === 'RestElement' || (parent?.type === 'ObjectProperty' && parent.value === wrapped(member) && parentOf(parent)?.type === 'ObjectPattern');
}

/** Whether something is put into a list or map where it is named: `list.push(entry)`, `list[0] = entry`. */
function isFilled(name: Node): boolean {
  const member = parentOf(wrapped(name));
  if (!isMember(member) || member.object !== wrapped(name)) return false;
  const parent = parentOf(wrapped(member));
  if (isCall(parent) && parent.callee === wrapped(member)) return /^(push|unshift|splice|fill|set|add)$/.test(memberName(member) ?? '');
  return parent?.type === 'AssignmentExpression' && parent.left === wrapped(member) && memberName(member) === undefined;
}
