import type * as t from '@babel/types';
import { ancestors, isClass, isFunction, isMember, keyName, memberName, parentOf, propertyValue, stringValue, unwrap, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { Holders, isSameHolder, type Holder } from './holders.ts';
import { KeptFunctions } from './kept-functions.ts';
import { Memo } from './memo.ts';
import { Names } from './names.ts';
import { isAccessor, type Units } from './units.ts';
import { Values } from './values.ts';

/** Method names so common that an unresolved receiver says nothing. */
const COMMON_NAMES = new Set(['get', 'set', 'add', 'has', 'delete', 'clear', 'push', 'then', 'catch', 'on', 'off', 'emit', 'call', 'apply', 'bind', 'toString', 'next', 'create', 'update', 'remove', 'open', 'close', 'send', 'query', 'reload', 'log', 'error', 'keys', 'values', 'entries', 'join', 'split', 'test', 'exec', 'click', 'find', 'match', 'addEventListener', 'removeEventListener', 'dispatchEvent', 'addListener', 'removeListener', 'hasListener']);

/** The expressions that may be a function of the realm. */
const FOLLOWED = new Set<Node['type']>(['FunctionExpression', 'ArrowFunctionExpression', 'FunctionDeclaration', 'ObjectMethod', 'ClassMethod', 'Identifier', 'MemberExpression', 'OptionalMemberExpression', 'ConditionalExpression', 'LogicalExpression', 'AssignmentExpression', 'SequenceExpression', 'CallExpression']);

function isCommonName(name: string): boolean {
  return COMMON_NAMES.has(name) || SYNC_METHODS.has(name);
}

/** Who is called: the functions of a realm that an expression may be. */
export class Callees {
  readonly names: Names;
  readonly holders: Holders;
  readonly values: Values;
  readonly kept: KeptFunctions;
  readonly #units: Units;
  readonly #memo = new Memo();
  /** What the parameters seen so far are given. */
  readonly #given = new Map<Binding, Set<FunctionNode>>();
  readonly #functionsOf = this.#memo.byNode<readonly FunctionNode[]>([], (node) => [...new Set(this.#findFunctions(node))]);
  readonly #functionsOfBindings = new Map<Binding, readonly FunctionNode[]>();

  constructor(units: Units, topLevel: ReadonlyMap<string, Script>) {
    this.#units = units;
    this.names = new Names(units, topLevel);
    this.holders = new Holders(units, this.names, this, this.#memo);
    this.values = new Values(units, this.names, this.holders);
    this.kept = new KeptFunctions(units, this.names, this.holders);
  }

  /** Notes that a parameter is given some functions. @returns whether one is new */
  give(parameter: Binding, functions: readonly FunctionNode[]): boolean {
    const known = this.#given.get(parameter) ?? new Set<FunctionNode>();
    const before = known.size;
    for (const fn of functions) known.add(fn);
    if (known.size === before) return false;
    this.#given.set(parameter, known);
    // What was found before may have been found through this parameter.
    this.#memo.forgetPreliminary();
    return true;
  }

  /** The functions of this realm that an expression may be. */
  functions(node: Node | null | undefined): readonly FunctionNode[] {
    const inner = node && unwrap(node);
    return inner && FOLLOWED.has(inner.type) ? this.#functionsOf(inner) : [];
  }

  /** The functions that a path of names may lead to in an expression. */
  functionsAt(node: Node, path: readonly string[]): readonly FunctionNode[] {
    return path.length === 0 ? this.functions(node) : (this.values.membersOfAll([node], path) ?? []).flatMap((value) => this.functions(value));
  }

  /** The functions of this realm that a call may run: of `new`, the constructor. */
  targets(call: AnyCall): readonly FunctionNode[] {
    const callee = unwrap(call.callee as Node);
    if (call.type === 'NewExpression') {
      const holder = this.names.classOf(callee);
      if (holder === undefined) return [];
      return isFunction(holder) ? [holder] : this.#constructorOf(holder);
    }
    if (callee.type === 'Super') {
      const cls = [...ancestors(callee)].find(isClass);
      const parent = cls?.superClass && this.names.classOf(cls.superClass);
      return parent === undefined || parent === null ? [] : isFunction(parent) ? [parent] : this.#constructorOf(parent);
    }
    if (isMember(callee)) {
      const name = memberName(callee);
      if (name === 'call' || name === 'apply') {
        const own = this.functions(callee.object);
        if (own.length > 0) return own;
      }
    }
    return this.functions(callee);
  }

  #constructorOf(cls: t.Class): FunctionNode[] {
    const own = cls.body.body.find((member): member is t.ClassMethod => member.type === 'ClassMethod' && member.kind === 'constructor');
    if (own !== undefined) return [own];
    const parent = cls.superClass && this.names.classOf(cls.superClass);
    return parent && !isFunction(parent) ? this.#constructorOf(parent) : [];
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
        const binding = this.names.binding(node);
        return binding === undefined ? this.names.assignedGlobals(node.name).flatMap((value) => this.functions(value)) : this.#bindingFunctions(binding);
      }
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return this.#memberFunctions(node).flatMap((fn) => this.#askedFor(fn));
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
        return (returned.length === 0 ? (this.values.entriesGot(node) ?? this.values.elementTaken(node) ?? this.#growing(this.kept.taken(node))) : returned).flatMap((value) => this.functions(value));
      }
      default:
        return [];
    }
  }

  /** Values that may be parameters, and given more functions later. */
  #growing(values: readonly Node[]): readonly Node[] {
    if (values.length > 0) this.#memo.dependOnGrowing();
    return values;
  }

  #bindingFunctions(binding: Binding): readonly FunctionNode[] {
    return this.#functionsOfBindings.get(binding) ?? this.#memo.settle(this.#functionsOfBindings, binding, () => this.#findBindingFunctions(binding));
  }

  #findBindingFunctions(binding: Binding): readonly FunctionNode[] {
    const elements = this.values.elementsFor(binding);
    const kept = this.#growing(this.kept.iterated(binding));
    if (elements !== undefined || kept.length > 0) return [...(elements ?? []), ...kept].flatMap((element) => this.functions(element));
    if (binding.kind === 'param') {
      this.#memo.dependOnGrowing();
      return [...(this.#given.get(binding) ?? [])];
    }
    if (binding.kind === 'import') {
      const found = this.names.imported(binding);
      return found === undefined ? [] : this.functions(found);
    }
    const found: FunctionNode[] = [];
    for (const { init, keys, node } of binding.declarations) {
      if (isFunction(node) && node.type === 'FunctionDeclaration') found.push(node);
      else if (init && keys?.length === 0) found.push(...this.functions(init));
      else if (init && keys?.length === 1) {
        const holder = this.holders.of(init);
        if (holder !== undefined) found.push(...this.#membersOf(holder, keys[0]!.name));
        else found.push(...(this.values.givenTo(binding) ?? []).flatMap((value) => this.functions(value)));
      }
    }
    for (const { node, writes } of binding.references) {
      const parent = parentOf(node);
      if (writes && parent?.type === 'AssignmentExpression' && parent.left === node) found.push(...this.functions(parent.right));
    }
    return found;
  }

  /** What a member gives that is a function: a method itself, of a getter the functions that it returns. */
  #askedFor(fn: FunctionNode): readonly FunctionNode[] {
    if (!isAccessor(fn)) return [fn];
    return fn.kind === 'get' ? (this.#units.facts.get(fn)?.returns ?? []).flatMap((value) => this.functions(value)) : [];
  }

  #memberFunctions(member: AnyMember): readonly FunctionNode[] {
    const name = memberName(member);
    if (name === undefined) {
      // handlers[message.type](message)
      const holder = this.holders.of(member.object);
      if (holder?.node.type !== 'ObjectExpression') return (holder === undefined ? this.values.partsOfElements(member) : undefined)?.flatMap((part) => this.functions(part)) ?? this.#computedOrKept(member);
      const added = this.#units.assignedEntries.flatMap(({ object, value }) => (isSameHolder(this.holders.of(object), holder) ? this.functions(value) : []));
      return [...holder.node.properties.flatMap((own) => (own.type === 'ObjectMethod' ? [own] : own.type === 'ObjectProperty' ? this.functions(own.value) : [])), ...added];
    }
    if (this.names.globalName(member.object) === 'window') {
      const binding = this.names.shared(name);
      return binding ? this.#bindingFunctions(binding) : this.names.assignedGlobals(name).flatMap((value) => this.functions(value));
    }
    const parts = this.values.partsOfElements(member);
    if (parts !== undefined) return parts.flatMap((part) => this.functions(part));
    const holder = this.holders.of(member.object);
    if (holder !== undefined) return this.#membersOf(holder, name);
    const holders = this.#units.methods.has(name) ? this.holders.allOf(member.object) : undefined;
    if (holders !== undefined && holders.length > 0) return holders.flatMap((one) => this.#membersOf(one, name));
    // module namespace: import * as tabs from './tabs.js'
    const object = unwrap(member.object);
    if (object.type === 'Identifier') {
      const binding = this.names.binding(object);
      const specifier = binding?.kind === 'import' ? binding.declarations[0]!.node : undefined;
      if (specifier?.type === 'ImportNamespaceSpecifier') {
        const exported = this.names.exported(this.#units.scriptOf(specifier), (parentOf(specifier) as t.ImportDeclaration).source.value, name);
        return exported === undefined ? [] : this.functions(exported);
      }
    }
    if (this.#units.scriptOf(member).api(member) !== undefined) return [];
    const named = isCommonName(name) ? [] : (this.#units.methods.get(name) ?? []).filter((fn) => fn.type === 'ClassMethod' || fn.type === 'ObjectMethod' || parentOf(fn)?.type === 'ObjectProperty' || parentOf(fn)?.type === 'AssignmentExpression');
    return named.length === 1 ? named : [];
  }

  #computedOrKept(member: AnyMember): readonly FunctionNode[] {
    const computed = this.#computedFunctions(member);
    return computed.length > 0 ? computed : this.#growing(this.kept.taken(member)).flatMap((value) => this.functions(value));
  }

  /** The methods that a computed name may mean, where all its values and all its objects are seen: `target[method](...args)`. */
  #computedFunctions({ object, property }: AnyMember): readonly FunctionNode[] {
    const names = this.values.valuesOf(property as Node)?.map(stringValue);
    const single = this.holders.of(object);
    const holders = single === undefined ? this.holders.allOf(object) : [single];
    if (names === undefined || holders === undefined || names.includes(undefined)) return [];
    return holders.flatMap((holder) => names.flatMap((name) => this.#membersOf(holder, name!)));
  }

  /** The getter or setter that a member runs. */
  accessors(member: AnyMember, kind: 'get' | 'set'): readonly FunctionNode[] {
    const name = memberName(member)!;
    const holder = this.holders.of(member.object);
    const named = (holder === undefined ? this.#units.methods.get(name) : this.#membersOf(holder, name))?.filter((fn) => isAccessor(fn) && fn.kind === kind) ?? [];
    return holder !== undefined || (named.length === 1 && !isCommonName(name)) ? named : [];
  }

  #membersOf({ node, instance }: Holder, name: string, below: readonly Node[] = []): FunctionNode[] {
    const found: FunctionNode[] = [];
    if (node.type === 'ObjectExpression') {
      const value = propertyValue(node, name);
      if (value !== undefined) found.push(...this.functions(value));
      // get count() {}, set count(value) {}
      found.push(...node.properties.filter((own): own is t.ObjectMethod => own !== value && own.type === 'ObjectMethod' && isAccessor(own) && keyName(own) === name));
      // { ...base }, { __proto__: base }
      for (const member of value === undefined ? node.properties : []) {
        const base = member.type === 'SpreadElement' ? member.argument : member.type === 'ObjectProperty' && keyName(member) === '__proto__' ? member.value : undefined;
        const holder = base && this.holders.of(base);
        if (holder !== undefined && holder.node !== node && !below.includes(holder.node)) found.push(...this.#membersOf(holder, name, [...below, node]));
      }
    } else if (!isFunction(node)) {
      for (const member of node.body.body) {
        if ((member.type === 'ClassMethod' || member.type === 'ClassPrivateMethod') && keyName(member) === name && (member.static ?? false) !== instance) found.push(member);
        if ((member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') && keyName(member) === name && (member.static ?? false) !== instance) found.push(...this.functions(member.value));
      }
      const parent = found.length === 0 && node.superClass ? this.names.classOf(node.superClass) : undefined;
      if (parent) found.push(...this.#membersOf({ node: parent, instance }, name));
    }
    for (const { object, value } of instance && isFunction(node) ? (this.#units.assignedMembers.get('prototype') ?? []) : []) {
      const literal = unwrap(value);
      const method = literal.type === 'ObjectExpression' && this.names.classOf(object) === node ? propertyValue(literal, name) : undefined;
      if (method !== undefined) found.push(...this.functions(method));
    }
    for (const { object, value } of this.#units.assignedMembers.get(name) ?? []) {
      const target = unwrap(object);
      const prototype = isMember(target) && memberName(target) === 'prototype' ? this.names.classOf(target.object) : undefined;
      if (prototype !== undefined ? instance && prototype === node : isSameHolder(this.holders.of(target), { node, instance })) found.push(...this.functions(value));
    }
    return found;
  }
}
