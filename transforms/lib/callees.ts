import type * as t from '@babel/types';
import { ancestors, isBoundInPlace, isCall, isFunction, isMember, isOutermostThis, isWithin, keyName, memberName, parentOf, propertyValue, stringValue, unwrap, usesArguments, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from './ast.ts';
import { callSites } from './call-sites.ts';
import { SYNC_METHODS } from './callbacks.ts';
import { GLOBAL_OBJECTS } from './global-names.ts';
import { initOfConstant, type Binding } from './scope.ts';
import type { Script } from './script.ts';
import { once } from './source.ts';
import { isAccessor, type Units } from './units.ts';

/** What members are looked up in: an object literal, the instances of a class (or constructor function), or the class itself. */
export interface Holder {
  readonly node: t.ObjectExpression | t.Class | FunctionNode;
  readonly instance: boolean;
}

/** Method names so common that an unresolved receiver says nothing. */
const COMMON_NAMES = new Set(['get', 'set', 'add', 'has', 'delete', 'clear', 'push', 'then', 'catch', 'on', 'off', 'emit', 'call', 'apply', 'bind', 'toString', 'next', 'create', 'update', 'remove', 'open', 'close', 'send', 'query', 'reload', 'log', 'error', 'keys', 'values', 'entries', 'join', 'split', 'test', 'exec', 'click', 'find', 'match', 'addEventListener', 'removeEventListener', 'dispatchEvent', 'addListener', 'removeListener', 'hasListener']);

/** Methods of lists whose callback is given each element first. */
const ITERATING = /^(forEach|map|flatMap|filter|some|every|find|findIndex)$/;

function isCommonName(name: string): boolean {
  return COMMON_NAMES.has(name) || SYNC_METHODS.has(name);
}

/** What was found for nodes: for good, or until a parameter is given more. */
class Answers<T> {
  readonly final = new Map<Node, T>();
  readonly preliminary = new Map<Node, T>();
}

/** Who is called: the functions of a realm that an expression may be, and what its members are looked up in. */
export class Callees {
  readonly #units: Units;
  readonly #topLevel: ReadonlyMap<string, Script>;
  /** What the parameters seen so far are given. */
  readonly #given = new Map<Binding, Set<FunctionNode>>();
  readonly #functions = new Answers<FunctionNode[]>();
  readonly #functionsOfBindings = new Map<Binding, readonly FunctionNode[]>();
  readonly #holders = new Answers<Holder | undefined>();
  /** The values of nodes that were looked for; undefined for a node that is being looked at. */
  readonly #values = new Map<Node, readonly Node[] | undefined>();
  /** Whether what is being found rests on what parameters are given, or on a circle: what is found then counts until a parameter is given more. */
  #isPreliminary = false;

  constructor(units: Units, topLevel: ReadonlyMap<string, Script>) {
    this.#units = units;
    this.#topLevel = topLevel;
  }

  /** Notes that a parameter is given some functions. @returns whether one is new */
  give(parameter: Binding, functions: readonly FunctionNode[]): boolean {
    const known = this.#given.get(parameter) ?? new Set<FunctionNode>();
    const before = known.size;
    for (const fn of functions) known.add(fn);
    if (known.size === before) return false;
    this.#given.set(parameter, known);
    // What was found before may have been found through this parameter.
    this.#functions.preliminary.clear();
    this.#holders.preliminary.clear();
    return true;
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
    return index === 0 ? this.#elementsAt(callee.object, path) : undefined;
  }

  /** What `entry.event` stands for in turn, where `entry` is each element of a list that is seen, or `list[i]`; and `list[i]` itself. */
  partsOfElements(member: AnyMember): readonly Node[] | undefined {
    const name = memberName(member);
    const object = unwrap(member.object);
    if (name === undefined) return this.#elementsAt(object, []) ?? this.#valuesAt(object, []);
    const binding = object.type === 'Identifier' ? this.binding(object) : undefined;
    const elements = binding ? this.elementsFor(binding) : isMember(object) && memberName(object) === undefined ? this.partsOfElements(object) : undefined;
    return partsOf(elements, [name]);
  }

  /** The expressions that a member of an object that is seen is given: in a literal, in a class, or by an assignment. */
  valuesOfMember(member: AnyMember): readonly Node[] {
    const name = memberName(member);
    const holder = name === undefined ? undefined : this.holder(member.object);
    if (name === undefined || holder === undefined) return [];
    const { node } = holder;
    const own = node.type === 'ObjectExpression' ? propertyValue(node, name)
      : isFunction(node) ? undefined
      : node.body.body.flatMap((one) => ((one.type === 'ClassProperty' || one.type === 'ClassPrivateProperty') && keyName(one) === name && one.value ? [one.value] : []))[0];
    const assigned = (this.#units.assignedMembers.get(name) ?? []).flatMap(({ object, value }) => (this.#sameHolder(this.holder(object), holder) ? [value] : []));
    return own === undefined ? assigned : [own, ...assigned];
  }

  /** The parts under a path of all elements of a list or map that is written down, here or where a constant is declared. */
  #elementsAt(node: Node, path: readonly string[]): readonly Node[] | undefined {
    const inner = this.#constant(node);
    if (inner.type === 'Identifier' || isMember(inner)) return all(this.valuesOf(inner), (value) => (isMember(value) ? undefined : this.#elementsAt(value, path)));
    if (inner.type === 'ArrayExpression') return inner.elements.every((element) => element !== null && element.type !== 'SpreadElement') ? partsOf(inner.elements as Node[], path) : undefined;
    if (inner.type === 'NewExpression') return this.#isMap(inner) ? this.#elementsAt(inner.arguments[0] as Node, path) : undefined;
    const callee = inner.type === 'CallExpression' ? unwrap(inner.callee) : undefined;
    if (!isCall(inner) || !isMember(callee) || inner.arguments.length !== 1 || !this.#isGlobal(callee.object, 'Object')) return undefined;
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

  /** What a constant is declared with; the expression itself where it is none. */
  #constant(node: Node): Node {
    const inner = unwrap(node);
    const init = inner.type === 'Identifier' ? initOfConstant(this.binding(inner)) : undefined;
    return init === undefined ? inner : unwrap(init);
  }

  /** Whether an expression is a map whose entries are written down. */
  #isMap(node: Node): boolean {
    const inner = this.#constant(node);
    return inner.type === 'NewExpression' && inner.arguments.length === 1 && this.#isGlobal(inner.callee as Node, 'Map');
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
    if (isMember(node)) return this.partsOfElements(node) ?? this.#givenToMember(node) ?? (this.holder(node) && [node]);
    if (isCall(node)) return this.#entriesGot(node) ?? (this.holder(node) && [node]);
    switch (node.type) {
      case 'Identifier': {
        const binding = this.binding(node);
        return binding !== undefined ? this.#givenTo(binding) : node.name === 'undefined' ? [] : undefined;
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
        return [node];
      default:
        return undefined;
    }
  }

  /** What a name that nothing writes is given: where it is declared, or in each call. */
  #givenTo(binding: Binding): readonly Node[] | undefined {
    const elements = this.elementsFor(binding);
    if (elements !== undefined) return elements;
    const [declaration, ...others] = binding.declarations;
    if (declaration?.keys === undefined || others.length > 0 || binding.references.some(({ writes }) => writes)) return undefined;
    const { node, id, init, keys } = declaration;
    const path = keys.map(({ name }) => name);
    if (binding.kind === 'import') {
      const exported = this.#imported(binding);
      return exported && [exported];
    }
    if (binding.kind === 'function' || binding.kind === 'class') return [node];
    if (binding.kind === 'param') return isFunction(node) ? this.#membersOfAll(this.#argumentsFor(node, id), path) : undefined;
    // What another script of the realm shares with this one it may write.
    const isOwn = binding.kind === 'const' || binding.scope.parent !== undefined || this.#units.scriptOf(id).isModule;
    return init && isOwn ? this.#membersOfAll([init], path) : undefined;
  }

  /** What all calls of a function give to a parameter, or to the pattern in its place. */
  #argumentsFor(fn: FunctionNode, id: Node): readonly Node[] | undefined {
    const index = fn.params.findIndex((param) => isWithin(id, param));
    const param = fn.params[index];
    if (param === undefined || param.type === 'RestElement' || usesArguments(fn)) return undefined;
    const fallback = param.type === 'AssignmentPattern' ? [param.right] : [];
    return all(callSites(fn, this.#units, this), ({ arguments: given }) => {
      if (given.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return undefined;
      return given[index] === undefined ? fallback : [given[index]];
    });
  }

  /** The functions that a path of names may lead to in an expression. */
  functionsAt(node: Node, path: readonly string[]): readonly FunctionNode[] {
    return path.length === 0 ? this.functions(node) : (this.#membersOfAll([node], path) ?? []).flatMap((value) => this.functions(value));
  }

  /** What a path of names leads to in each of some expressions. */
  #membersOfAll(nodes: readonly Node[] | undefined, path: readonly string[]): readonly Node[] | undefined {
    return path.reduce<readonly Node[] | undefined>((found, name) => all(found, (node) => this.#membersOfEach(node, name)), nodes);
  }

  /** What a member is given in each object that an expression stands for. */
  #membersOfEach(node: Node, name: string): readonly Node[] | undefined {
    const single = this.holder(node);
    return all(single === undefined ? this.#holdersOf(node) : [single], (holder) => this.#givenToField(holder, name));
  }

  /** What the member of an object is given, whichever of its objects and members it may be. */
  #givenToMember(member: AnyMember): readonly Node[] | undefined {
    const name = memberName(member);
    if (name !== undefined) return this.#membersOfEach(member.object, name);
    return all(this.valuesOf(member.object), (value) => (value.type === 'ArrayExpression' ? this.#elementsAt(value, []) : this.#valuesAt(value, [])));
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
      const holder = this.holder(object);
      if (holder === undefined) return undefined;
      if (this.#sameHolder(holder, { node, instance })) given.push(value);
    }
    return this.#units.membersNamed(name).some((member) => isPattern(member) || isFilled(member)) ? undefined : given;
  }

  /** What `handlers.get(name)` may give of a map that is written down. */
  #entriesGot(call: AnyCall): readonly Node[] | undefined {
    const callee = unwrap(call.callee as Node);
    if (!isMember(callee) || memberName(callee) !== 'get' || call.arguments.length !== 1) return undefined;
    const object = unwrap(callee.object);
    const binding = object.type === 'Identifier' ? this.binding(object) : undefined;
    if (binding?.references.some(({ node }) => isFilled(node))) return undefined;
    return all(this.valuesOf(object), (value) => (this.#isMap(value) ? this.#elementsAt(value, ['1']) : undefined));
  }

  /** What the members of each expression that one stands for are looked up in. */
  #holdersOf(node: Node): readonly Holder[] | undefined {
    return all(this.valuesOf(node), (value) => {
      const holder = value === unwrap(node) ? undefined : this.holder(value);
      return holder && [holder];
    });
  }

  /** What the members of an expression are looked up in, where all that it stands for agrees. */
  #onlyHolder(node: Node): Holder | undefined {
    const [first, ...others] = this.#holdersOf(node) ?? [];
    return first !== undefined && others.every((other) => this.#sameHolder(other, first)) ? first : undefined;
  }

  #isGlobal(node: Node, name: string): boolean {
    const inner = unwrap(node);
    return inner.type === 'Identifier' && inner.name === name && this.binding(inner) === undefined;
  }

  targets(call: AnyCall): FunctionNode[] {
    const callee = unwrap(call.callee as Node);
    if (call.type === 'NewExpression') {
      const holder = this.classOf(callee);
      if (holder === undefined) return [];
      return isFunction(holder) ? [holder] : this.#constructorOf(holder);
    }
    if (callee.type === 'Super') {
      const cls = [...ancestors(callee)].find((up) => up.type === 'ClassDeclaration' || up.type === 'ClassExpression') as t.Class | undefined;
      const parent = cls?.superClass && this.classOf(cls.superClass);
      return parent === undefined || parent === null ? [] : isFunction(parent) ? [parent] : this.#constructorOf(parent);
    }
    if (isMember(callee)) {
      const name = memberName(callee);
      if (name === 'call' || name === 'apply') {
        const own = this.functions(callee.object);
        if (own.length > 0) return own;
      }
    }
    return [...new Set(this.functions(callee))];
  }

  #constructorOf(cls: t.Class): FunctionNode[] {
    const own = cls.body.body.find((member): member is t.ClassMethod => member.type === 'ClassMethod' && member.kind === 'constructor');
    if (own !== undefined) return [own];
    const parent = cls.superClass && this.classOf(cls.superClass);
    return parent && !isFunction(parent) ? this.#constructorOf(parent) : [];
  }

  /** What was found for a node before; `nothing` for a node that is being looked at, so that circles end. */
  #remember<T>({ final, preliminary }: Answers<T>, node: Node, nothing: T, find: (node: Node) => T): T {
    const known = final.get(node);
    if (known !== undefined || final.has(node)) return known as T;
    if (preliminary.has(node)) {
      this.#isPreliminary = true;
      return preliminary.get(node)!;
    }
    preliminary.set(node, nothing);
    const found = this.#settle(final, node, () => find(node));
    if (final.has(node)) preliminary.delete(node);
    else preliminary.set(node, found);
    return found;
  }

  /** Finds an answer, and keeps it for good where nothing that it rests on is preliminary. */
  #settle<Key, T>(final: Map<Key, T>, key: Key, find: () => T): T {
    const isPreliminary = this.#isPreliminary;
    this.#isPreliminary = false;
    const found = find();
    if (!this.#isPreliminary) {
      final.set(key, found);
      this.#isPreliminary = isPreliminary;
    }
    return found;
  }

  /** The functions of this realm that an expression may be. */
  functions(node: Node | null | undefined): FunctionNode[] {
    if (!node) return [];
    return this.#remember(this.#functions, unwrap(node), [], (inner) => [...new Set(this.#findFunctions(inner))]);
  }

  #findFunctions(node: Node): readonly FunctionNode[] {
    switch (node.type) {
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'FunctionDeclaration':
      case 'ObjectMethod':
      case 'ClassMethod':
        return [node];
      case 'Identifier': {
        const binding = this.binding(node);
        return binding === undefined ? this.#assignedGlobals(node.name) : this.#bindingFunctions(binding);
      }
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return this.#memberFunctions(node);
      case 'ConditionalExpression':
        return [...this.functions(node.consequent), ...this.functions(node.alternate)];
      case 'LogicalExpression':
        return [...this.functions(node.left), ...this.functions(node.right)];
      case 'AssignmentExpression':
        return this.functions(node.right);
      case 'SequenceExpression':
        return this.functions(node.expressions.at(-1));
      case 'CallExpression': {
        const callee = unwrap(node.callee);
        if (isMember(callee) && memberName(callee) === 'bind') return this.functions(callee.object);
        // A factory: what it returns, and what it was given (debounce, once, wrap).
        const returned = this.targets(node).flatMap((fn) => this.#units.facts.get(fn)?.returns ?? []);
        return (returned.length === 0 ? (this.#entriesGot(node) ?? []) : returned).flatMap((value) => this.functions(value));
      }
      default:
        return [];
    }
  }

  #bindingFunctions(binding: Binding): readonly FunctionNode[] {
    return this.#functionsOfBindings.get(binding) ?? this.#settle(this.#functionsOfBindings, binding, () => this.#findBindingFunctions(binding));
  }

  #findBindingFunctions(binding: Binding): readonly FunctionNode[] {
    const elements = this.elementsFor(binding);
    if (elements !== undefined) return elements.flatMap((element) => this.functions(element));
    if (binding.kind === 'param') {
      this.#isPreliminary = true;
      return [...(this.#given.get(binding) ?? [])];
    }
    if (binding.kind === 'import') {
      const found = this.#imported(binding);
      return found === undefined ? [] : this.functions(found);
    }
    const found: FunctionNode[] = [];
    for (const { init, keys, node } of binding.declarations) {
      if (isFunction(node) && node.type === 'FunctionDeclaration') found.push(node);
      else if (init && keys?.length === 0) found.push(...this.functions(init));
      else if (init && keys?.length === 1) {
        const holder = this.holder(init);
        if (holder !== undefined) found.push(...this.#membersOf(holder, keys[0]!.name));
        else found.push(...(this.#givenTo(binding) ?? []).flatMap((value) => this.functions(value)));
      }
    }
    for (const { node, writes } of binding.references) {
      const parent = parentOf(node);
      if (writes && parent?.type === 'AssignmentExpression' && parent.left === node) found.push(...this.functions(parent.right));
    }
    return found;
  }

  #assignedGlobals(name: string): FunctionNode[] {
    return (this.#units.assignedMembers.get(name) ?? []).flatMap(({ object, value }) => (this.globalName(object) === 'window' ? this.functions(value) : []));
  }

  #memberFunctions(member: AnyMember): readonly FunctionNode[] {
    const name = memberName(member);
    if (name === undefined) {
      // handlers[message.type](message)
      const holder = this.holder(member.object);
      if (holder?.node.type !== 'ObjectExpression') return this.#computedFunctions(member);
      return holder.node.properties.flatMap((own) => (own.type === 'ObjectMethod' ? [own] : own.type === 'ObjectProperty' ? this.functions(own.value) : []));
    }
    if (this.globalName(member.object) === 'window') {
      const binding = this.#shared(name);
      return binding ? this.#bindingFunctions(binding) : this.#assignedGlobals(name);
    }
    const parts = this.partsOfElements(member);
    if (parts !== undefined) return parts.flatMap((part) => this.functions(part));
    const holder = this.holder(member.object);
    if (holder !== undefined) return this.#membersOf(holder, name);
    const holders = this.#units.methods.has(name) ? this.#holdersOf(member.object) : undefined;
    if (holders !== undefined && holders.length > 0) return holders.flatMap((one) => this.#membersOf(one, name));
    // module namespace: import * as tabs from './tabs.js'
    const object = unwrap(member.object);
    if (object.type === 'Identifier') {
      const binding = this.binding(object);
      const specifier = binding?.kind === 'import' ? binding.declarations[0]!.node : undefined;
      if (specifier?.type === 'ImportNamespaceSpecifier') {
        const exported = this.#exported(this.#units.scriptOf(specifier), (parentOf(specifier) as t.ImportDeclaration).source.value, name);
        return exported === undefined ? [] : this.functions(exported);
      }
    }
    if (this.#units.scriptOf(member).api(member) !== undefined) return [];
    const named = isCommonName(name) ? [] : (this.#units.methods.get(name) ?? []).filter((fn) => fn.type === 'ClassMethod' || fn.type === 'ObjectMethod' || parentOf(fn)?.type === 'ObjectProperty' || parentOf(fn)?.type === 'AssignmentExpression');
    return named.length === 1 ? named : [];
  }

  /** The methods that a computed name may mean, where all its values and all its objects are seen: `target[method](...args)`. */
  #computedFunctions({ object, property }: AnyMember): readonly FunctionNode[] {
    const names = this.valuesOf(property as Node)?.map(stringValue);
    const single = this.holder(object);
    const holders = single === undefined ? this.#holdersOf(object) : [single];
    if (names === undefined || holders === undefined || names.includes(undefined)) return [];
    return holders.flatMap((holder) => names.flatMap((name) => this.#membersOf(holder, name!)));
  }

  /** The getter or setter that a member runs. */
  accessors(member: AnyMember, kind: 'get' | 'set'): readonly FunctionNode[] {
    const name = memberName(member)!;
    const holder = this.holder(member.object);
    const named = (holder === undefined ? this.#units.methods.get(name) : this.#membersOf(holder, name))?.filter((fn) => isAccessor(fn) && fn.kind === kind) ?? [];
    return holder !== undefined || (named.length === 1 && !isCommonName(name)) ? named : [];
  }

  #membersOf({ node, instance }: Holder, name: string, below: readonly Node[] = []): FunctionNode[] {
    const found: FunctionNode[] = [];
    if (node.type === 'ObjectExpression') {
      const value = propertyValue(node, name);
      if (value !== undefined) found.push(...this.functions(value));
      // { ...base }, { __proto__: base }
      for (const member of value === undefined ? node.properties : []) {
        const base = member.type === 'SpreadElement' ? member.argument : member.type === 'ObjectProperty' && keyName(member) === '__proto__' ? member.value : undefined;
        const holder = base && this.holder(base);
        if (holder !== undefined && holder.node !== node && !below.includes(holder.node)) found.push(...this.#membersOf(holder, name, [...below, node]));
      }
    } else if (!isFunction(node)) {
      for (const member of node.body.body) {
        if ((member.type === 'ClassMethod' || member.type === 'ClassPrivateMethod') && keyName(member) === name && (member.static ?? false) !== instance) found.push(member);
        if ((member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') && keyName(member) === name && (member.static ?? false) !== instance) found.push(...this.functions(member.value));
      }
      const parent = found.length === 0 && node.superClass ? this.classOf(node.superClass) : undefined;
      if (parent) found.push(...this.#membersOf({ node: parent, instance }, name));
    }
    for (const { object, value } of instance && isFunction(node) ? (this.#units.assignedMembers.get('prototype') ?? []) : []) {
      const literal = unwrap(value);
      const method = literal.type === 'ObjectExpression' && this.classOf(object) === node ? propertyValue(literal, name) : undefined;
      if (method !== undefined) found.push(...this.functions(method));
    }
    for (const { object, value } of this.#units.assignedMembers.get(name) ?? []) {
      const target = unwrap(object);
      const prototype = isMember(target) && memberName(target) === 'prototype' ? this.classOf(target.object) : undefined;
      if (prototype !== undefined ? instance && prototype === node : this.#sameHolder(this.holder(target), { node, instance })) found.push(...this.functions(value));
    }
    return found;
  }

  #sameHolder(a: Holder | undefined, b: Holder): boolean {
    return a !== undefined && a.node === b.node && a.instance === b.instance;
  }

  /** What the members of an expression are looked up in. */
  holder(node: Node): Holder | undefined {
    return this.#remember(this.#holders, unwrap(node), undefined, (inner) => this.#findHolder(inner));
  }

  #findHolder(node: Node): Holder | undefined {
    switch (node.type) {
      case 'ObjectExpression':
        return { node, instance: true };
      case 'ThisExpression':
        return this.#thisHolder(node);
      case 'ClassDeclaration':
      case 'ClassExpression':
        return { node, instance: false };
      case 'NewExpression': {
        const cls = this.classOf(node.callee);
        return cls && (this.#returnedObject(cls) ?? { node: cls, instance: true });
      }
      case 'Identifier': {
        const binding = this.binding(node);
        if (binding === undefined) {
          const [assigned] = (this.#units.assignedMembers.get(node.name) ?? []).filter(({ object }) => this.globalName(object) === 'window');
          return assigned && this.holder(assigned.value);
        }
        if (binding.kind === 'import') {
          const exported = this.#imported(binding);
          return exported && this.holder(exported);
        }
        if (binding.kind === 'param') return this.#typedHolder(binding.declarations[0]!.id.typeAnnotation) ?? this.#onlyHolder(node);
        const cls = this.classOf(node);
        if (cls !== undefined && binding.declarations.some((declaration) => declaration.node === cls || declaration.init === cls)) return { node: cls, instance: false };
        for (const { init, keys } of binding.declarations) {
          if (init && keys?.length === 0) {
            const holder = this.holder(init);
            if (holder) return holder;
          }
        }
        for (const { node: use, writes } of binding.references) {
          const parent = parentOf(use);
          if (writes && parent?.type === 'AssignmentExpression' && parent.left === use) {
            const holder = this.holder(parent.right);
            if (holder) return holder;
          }
        }
        return this.#onlyHolder(node);
      }
      case 'MemberExpression':
      case 'OptionalMemberExpression': {
        const name = memberName(node);
        if (name === undefined) return this.#onlyHolder(node);
        if (this.globalName(node.object) === 'window') {
          const binding = this.#shared(name);
          if (binding) return this.holder(binding.declarations[0]!.id);
          const [assigned] = (this.#units.assignedMembers.get(name) ?? []).filter(({ object }) => this.globalName(object) === 'window');
          return assigned && this.holder(assigned.value);
        }
        if (name === 'exports' && this.#isFree(node.object, 'module')) return this.#exportedByCommonJs(this.#units.scriptOf(node));
        const outer = this.holder(node.object);
        return outer === undefined ? this.#onlyHolder(node) : this.#memberHolder(outer, name);
      }
      case 'CallExpression': {
        if (this.#isFree(node.callee, 'require')) {
          const [source] = node.arguments;
          const from = this.#units.scriptOf(node);
          const path = source?.type === 'StringLiteral' ? from.extension.resolveImport(from.path, source.value) : undefined;
          const required = this.#units.scripts.find((one) => one.path === path);
          return required && this.#exportedByCommonJs(required);
        }
        // A module made by a function: (function () { return { start, stop }; })()
        for (const fn of this.targets(node)) {
          for (const value of this.#units.facts.get(fn)?.returns ?? []) {
            const holder = this.holder(value);
            if (holder) return holder;
          }
        }
        return this.#entriesGot(node) && this.#onlyHolder(node);
      }
      case 'AssignmentExpression':
        return this.holder(node.right);
      case 'LogicalExpression':
        return this.holder(node.left) ?? this.holder(node.right);
      case 'AwaitExpression':
        return this.holder(node.argument);
      default:
        return undefined;
    }
  }

  #isFree(node: Node, name: string): boolean {
    const inner = unwrap(node);
    return inner.type === 'Identifier' && inner.name === name && this.binding(inner) === undefined;
  }

  /** What a CommonJS module gives to `module.exports`. */
  #exportedByCommonJs(script: Script): Holder | undefined {
    const assigned = (this.#units.assignedMembers.get('exports') ?? []).find(({ object }) => this.#isFree(object, 'module') && this.#units.scriptOf(object) === script);
    return assigned && this.holder(assigned.value);
  }

  /** The object that a constructor function gives back in place of the one that it makes: `const self = {}; …; return self;`. */
  #returnedObject(cls: t.Class | FunctionNode): Holder | undefined {
    for (const value of isFunction(cls) ? (this.#units.facts.get(cls)?.returns ?? []) : []) {
      const holder = this.holder(value);
      if (holder?.node.type === 'ObjectExpression') return holder;
    }
    return undefined;
  }

  #memberHolder({ node, instance }: Holder, name: string): Holder | undefined {
    if (name === 'constructor' && instance) return node.type === 'ObjectExpression' ? undefined : { node, instance: false };
    if (node.type === 'ObjectExpression') {
      const value = propertyValue(node, name);
      if (value !== undefined && !isFunction(value)) return this.holder(value);
    } else if (!isFunction(node)) {
      for (const member of node.body.body) {
        if ((member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') && keyName(member) === name && (member.static ?? false) !== instance) {
          const holder = (member.value && this.holder(member.value)) ?? this.#typedHolder(member.typeAnnotation);
          if (holder) return holder;
        }
        if (member.type === 'ClassMethod' && member.kind === 'constructor' && instance) {
          // constructor(private readonly tabs: Tabs) declares a field.
          for (const param of member.params) {
            const id = param.type === 'TSParameterProperty' ? param.parameter : undefined;
            if (id?.type === 'Identifier' && id.name === name) return this.#typedHolder(id.typeAnnotation);
          }
        }
      }
    }
    for (const { object, value } of this.#units.assignedMembers.get(name) ?? []) {
      if (this.#sameHolder(this.holder(object), { node, instance })) {
        const holder = this.holder(value);
        if (holder) return holder;
      }
    }
    const parent = node.type !== 'ObjectExpression' && !isFunction(node) && node.superClass ? this.classOf(node.superClass) : undefined;
    return parent === undefined || parent === node ? undefined : this.#memberHolder({ node: parent, instance }, name);
  }

  /** The instances of the class that a type annotation names, where the realm has one of that name. */
  #typedHolder(annotation: Node | null | undefined): Holder | undefined {
    const type = annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined;
    if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
    const classes = this.#units.classes.get(type.typeName.name);
    return classes?.length === 1 ? { node: classes[0]!, instance: true } : undefined;
  }

  #thisHolder(node: Node): Holder | undefined {
    for (const up of ancestors(node)) {
      if (up.type === 'ClassProperty' || up.type === 'ClassPrivateProperty' || up.type === 'StaticBlock') {
        const cls = parentOf(parentOf(up)!) as t.Class;
        return { node: cls, instance: up.type !== 'StaticBlock' && up.static !== true };
      }
      if (!isFunction(up) || up.type === 'ArrowFunctionExpression' || isBoundInPlace(up)) continue;
      if (up.type === 'ClassMethod' || up.type === 'ClassPrivateMethod') return { node: parentOf(parentOf(up)!) as t.Class, instance: up.static !== true };
      const parent = parentOf(wrapped(up));
      const literal = up.type === 'ObjectMethod' ? parentOf(up) : parent?.type === 'ObjectProperty' ? parentOf(parent) : undefined;
      if (literal !== undefined) {
        const cls = this.#classOfPrototype(literal);
        return { node: cls ?? (literal as t.ObjectExpression), instance: true };
      }
      if (parent?.type === 'AssignmentExpression' && isMember(parent.left)) {
        const object = unwrap(parent.left.object);
        if (isMember(object) && memberName(object) === 'prototype') {
          const cls = this.classOf(object.object);
          return cls && { node: cls, instance: true };
        }
        return this.holder(object);
      }
      // A function that is constructed: function Manager() { this.x = 1 }
      return { node: up, instance: true };
    }
    return undefined;
  }

  /** The class or constructor function of which an object literal is the prototype: `Manager.prototype = { … }`, `Object.assign(Manager.prototype, { … })`. */
  #classOfPrototype(literal: Node): t.Class | FunctionNode | undefined {
    const parent = parentOf(wrapped(literal));
    const target = parent?.type === 'AssignmentExpression' && parent.right === wrapped(literal) ? parent.left : isCall(parent) && parent.arguments[0] !== wrapped(literal) && /^(assign|extend)$/.test(isMember(parent.callee) ? (memberName(parent.callee) ?? '') : '') ? parent.arguments[0] : undefined;
    const member = target && unwrap(target);
    return isMember(member) && memberName(member) === 'prototype' ? this.classOf(member.object) : undefined;
  }

  /** The class, or the constructor function, that an expression names. */
  classOf(node: Node): t.Class | FunctionNode | undefined {
    const inner = unwrap(node);
    if (inner.type === 'ClassExpression' || inner.type === 'ClassDeclaration') return inner;
    if (inner.type === 'FunctionExpression') return inner;
    if (inner.type !== 'Identifier') return undefined;
    const binding = this.binding(inner);
    if (binding === undefined) return undefined;
    if (binding.kind === 'import') {
      const exported = this.#imported(binding);
      return exported && this.classOf(exported);
    }
    for (const { node: declared, init } of binding.declarations) {
      if (declared.type === 'ClassDeclaration' || declared.type === 'FunctionDeclaration') return declared;
      if (init && (unwrap(init).type === 'ClassExpression' || unwrap(init).type === 'FunctionExpression')) return unwrap(init) as t.ClassExpression;
    }
    return undefined;
  }

  /** The binding of a name, in its script or at the top level of another script of the realm. */
  binding(id: t.Identifier): Binding | undefined {
    const script = this.#units.scriptOf(id);
    return script.binding(id) ?? this.#shared(id.name);
  }

  /** What a name is at the top level of the realm's classic scripts. */
  #shared(name: string): Binding | undefined {
    return this.#topLevel.get(name)?.scopes?.program.bindings.get(name);
  }

  readonly #imported = once((binding: Binding): Node | undefined => {
    const specifier = binding.declarations[0]!.node;
    if (specifier.type !== 'ImportSpecifier' && specifier.type !== 'ImportDefaultSpecifier') return undefined;
    const { source } = parentOf(specifier) as t.ImportDeclaration;
    const name = specifier.type === 'ImportDefaultSpecifier' ? 'default' : specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
    return this.#exported(this.#units.scriptOf(specifier), source.value, name);
  });

  /** What a module exports under a name: a declaration's identifier, or an expression. */
  #exported(from: Script, source: string, name: string, depth = 0): Node | undefined {
    const path = from.extension.resolveImport(from.path, source);
    const script = this.#units.scripts.find((one) => one.path === path);
    if (script?.program === undefined || depth > 10) return undefined;
    for (const statement of script.program!.body) {
      if (statement.type === 'ExportDefaultDeclaration' && name === 'default') return statement.declaration;
      if (statement.type === 'ExportAllDeclaration') {
        const found = this.#exported(script, statement.source.value, name, depth + 1);
        if (found) return found;
      }
      if (statement.type !== 'ExportNamedDeclaration') continue;
      const { declaration } = statement;
      if ((declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') && declaration.id?.name === name) return declaration;
      if (declaration?.type === 'VariableDeclaration') {
        for (const { id } of declaration.declarations) if (id.type === 'Identifier' && id.name === name) return id;
      }
      for (const specifier of statement.specifiers) {
        if (specifier.type !== 'ExportSpecifier') continue;
        const exported = specifier.exported.type === 'Identifier' ? specifier.exported.name : specifier.exported.value;
        if (exported === name) return statement.source ? this.#exported(script, statement.source.value, specifier.local.name, depth + 1) : specifier.local;
      }
    }
    return undefined;
  }

  /** 'window' for the global object, 'document' for the page's document. */
  globalName(node: Node): 'window' | 'document' | undefined {
    const inner = unwrap(node);
    if (inner.type === 'ThisExpression') return isOutermostThis(inner) && !this.#units.scriptOf(inner).isModule ? 'window' : undefined;
    if (isMember(inner)) return memberName(inner) === 'document' && this.globalName(inner.object) === 'window' ? 'document' : undefined;
    if (inner.type !== 'Identifier' || this.binding(inner) !== undefined) return undefined;
    if (inner.name === 'document') return 'document';
    return GLOBAL_OBJECTS.has(inner.name) ? 'window' : undefined;
  }
}

/** What is found for all of some; undefined where nothing is found for one of them. */
function all<One, Found>(some: readonly One[] | undefined, find: (one: One) => readonly Found[] | undefined): readonly Found[] | undefined {
  const found = some?.map(find);
  return found?.every((each) => each !== undefined) ? [...new Set(found.flat())] : undefined;
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

/** What all of some expressions have under a path; undefined where that of one is not seen. */
function partsOf(nodes: readonly (Node | undefined)[] | undefined, path: readonly string[]): readonly Node[] | undefined {
  const parts = nodes?.map((node) => partAt(node, path));
  return parts?.every((part) => part !== undefined) ? (parts as Node[]) : undefined;
}

/** What literals in each other have under a path of names and indexes. */
export function partAt(node: Node | undefined, path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>((part, name) => part && partOf(part, name), node);
}

/** What a literal has under a name or index. */
function partOf(node: Node, name: string): Node | undefined {
  const inner = unwrap(node);
  if (inner.type === 'ArrayExpression') return inner.elements[Number(name)] ?? undefined;
  return inner.type === 'ObjectExpression' ? propertyValue(inner, name) : undefined;
}
