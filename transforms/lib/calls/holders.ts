import type * as t from '@babel/types';
import { ancestors, isBoundInPlace, isCall, isClass, isFunction, isMember, keyName, memberName, parentOf, propertyValue, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Declaration } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Callees } from './callees.ts';
import type { Memo } from './memo.ts';
import type { Names } from './names.ts';
import { forAll } from './parts.ts';
import { typeNameOf, type Units } from './units.ts';

/** What members are looked up in: an object literal, the instances of a class (or constructor function), or the class itself. */
export interface Holder {
  readonly node: t.ObjectExpression | t.Class | FunctionNode;
  readonly instance: boolean;
}

/** Whether members that are found in one are found in the other. */
export function isSameHolder(a: Holder | undefined, b: Holder): boolean {
  return a !== undefined && a.node === b.node && a.instance === b.instance;
}

/** What the members of a realm's expressions are looked up in. */
export class Holders {
  readonly #units: Units;
  readonly #names: Names;
  readonly #callees: Callees;
  readonly #holderOf: (node: Node) => Holder | undefined;

  constructor(units: Units, names: Names, callees: Callees, memo: Memo) {
    this.#units = units;
    this.#names = names;
    this.#callees = callees;
    this.#holderOf = memo.byNode<Holder | undefined>(undefined, (node) => this.#find(node));
  }

  /** What the members of an expression are looked up in. */
  of(node: Node): Holder | undefined {
    return this.#holderOf(unwrap(node));
  }

  /** What the members of each expression that one stands for are looked up in. */
  allOf(node: Node): readonly Holder[] | undefined {
    return forAll(this.#callees.values.valuesOf(node), (value) => {
      const holder = value === unwrap(node) ? undefined : this.of(value);
      return holder && [holder];
    });
  }

  /** What the members of an expression are looked up in, where all that it stands for agrees. */
  #onlyHolder(node: Node): Holder | undefined {
    const [first, ...others] = this.allOf(node) ?? [];
    return first !== undefined && others.every((other) => isSameHolder(other, first)) ? first : undefined;
  }

  #find(node: Node): Holder | undefined {
    switch (node.type) {
      case 'ObjectExpression':
        return { node, instance: true };
      case 'ThisExpression':
        return this.#thisHolder(node);
      case 'ClassDeclaration':
      case 'ClassExpression':
        return { node, instance: false };
      case 'NewExpression': {
        const cls = this.#names.classOf(node.callee);
        return cls ? this.#returnedObject(cls) ?? { node: cls, instance: true } : this.#resolvedHolder(node);
      }
      case 'Identifier': {
        const binding = this.#names.binding(node);
        if (binding === undefined) return this.#assignedGlobal(node.name);
        if (binding.kind === 'import') {
          const exported = this.#names.imported(binding);
          return exported && this.of(exported);
        }
        if (binding.kind === 'param') return this.#typedHolder(binding.declarations[0]!.id.typeAnnotation) ?? this.#fulfilledHolder(binding.declarations[0]!) ?? this.#onlyHolder(node);
        const cls = this.#names.classOf(node);
        if (cls !== undefined && binding.declarations.some((declaration) => declaration.node === cls || declaration.init === cls)) return { node: cls, instance: false };
        for (const { init, keys } of binding.declarations) {
          if (init && keys?.length === 0) {
            const holder = this.of(init);
            if (holder) return holder;
          }
        }
        for (const { node: use, writes } of binding.references) {
          const parent = parentOf(use);
          if (writes && parent?.type === 'AssignmentExpression' && parent.left === use) {
            const holder = this.of(parent.right);
            if (holder) return holder;
          }
        }
        return this.#onlyHolder(node);
      }
      case 'MemberExpression':
      case 'OptionalMemberExpression': {
        const name = memberName(node);
        if (name === undefined) return this.#onlyHolder(node);
        if (this.#names.globalName(node.object) === 'window') {
          const binding = this.#names.shared(name);
          return binding ? this.of(binding.declarations[0]!.id) : this.#assignedGlobal(name);
        }
        if (name === 'exports' && this.#names.isFree(node.object, 'module')) return this.#exportedByCommonJs(this.#units.scriptOf(node));
        const outer = this.of(node.object);
        return outer === undefined ? this.#onlyHolder(node) : this.#memberHolder(outer, name);
      }
      case 'CallExpression': {
        if (this.#names.isFree(node.callee, 'require')) {
          const [source] = node.arguments;
          const from = this.#units.scriptOf(node);
          const path = source?.type === 'StringLiteral' ? from.extension.resolveImport(from.path, source.value) : undefined;
          const required = this.#units.scripts.find((one) => one.path === path);
          return required && this.#exportedByCommonJs(required);
        }
        // A module made by a function: (function () { return { start, stop }; })()
        const made = this.#firstOf(this.#callees.targets(node).flatMap((fn) => this.#units.facts.get(fn)?.returns ?? []));
        if (made !== undefined) return made;
        return (this.#callees.values.entriesGot(node) && this.#onlyHolder(node)) ?? this.#promisedHolder(node);
      }
      case 'AssignmentExpression':
        return this.of(node.right);
      case 'LogicalExpression':
        return this.of(node.left) ?? this.of(node.right);
      case 'AwaitExpression':
        return this.of(node.argument);
      default:
        return undefined;
    }
  }

  #assignedGlobal(name: string): Holder | undefined {
    const [assigned] = this.#names.assignedGlobals(name);
    return assigned && this.of(assigned);
  }

  /** What a promise of the platform brings: `Promise.resolve(store)`, `opening.then(() => store)`, `opening.catch(log)`. */
  #promisedHolder({ callee, arguments: [first] }: t.CallExpression): Holder | undefined {
    const method = isMember(callee) ? memberName(callee) : undefined;
    if (!isMember(callee) || first === undefined) return undefined;
    if (method === 'resolve') return this.#names.isFree(callee.object, 'Promise') ? this.of(first) : undefined;
    if (method === 'catch' || method === 'finally') return this.of(callee.object);
    const brought = method === 'then' ? this.#callees.functions(first).flatMap((fn) => this.#units.facts.get(fn)?.returns ?? []) : [];
    return this.#firstOf(brought);
  }

  /** What a promise brings that is made with its resolving function: `new Promise((resolve) => { …; resolve(store); })`. */
  #resolvedHolder({ callee, arguments: [first] }: t.NewExpression): Holder | undefined {
    const executor = first && unwrap(first);
    const resolve = isFunction(executor) && this.#names.isFree(callee, 'Promise') ? executor.params[0] : undefined;
    const uses = resolve?.type === 'Identifier' ? (this.#names.binding(resolve)?.references ?? []) : [];
    return this.#firstOf(uses.flatMap(({ node }) => {
      const call = parentOf(wrapped(node));
      return isCall(call) && call.callee === wrapped(node) ? call.arguments.slice(0, 1) : [];
    }));
  }

  /** What a parameter is given of a function that waits for a promise: `store` of `opening.then((store) => …)`. */
  #fulfilledHolder({ node: fn, id }: Declaration): Holder | undefined {
    const call = isFunction(fn) && fn.params[0] === id ? parentOf(wrapped(fn)) : undefined;
    const callee = isCall(call) && call.arguments[0] === wrapped(fn) ? unwrap(call.callee as Node) : undefined;
    return isMember(callee) && memberName(callee) === 'then' ? this.of(callee.object) : undefined;
  }

  #firstOf(values: readonly Node[]): Holder | undefined {
    for (const value of values) {
      const holder = this.of(value);
      if (holder) return holder;
    }
    return undefined;
  }

  /** What a CommonJS module gives to `module.exports`. */
  #exportedByCommonJs(script: Script): Holder | undefined {
    const assigned = (this.#units.assignedMembers.get('exports') ?? []).find(({ object }) => this.#names.isFree(object, 'module') && this.#units.scriptOf(object) === script);
    return assigned && this.of(assigned.value);
  }

  /** The object that a constructor function gives back in place of the one that it makes: `const self = {}; …; return self;`. */
  #returnedObject(cls: t.Class | FunctionNode): Holder | undefined {
    for (const value of isFunction(cls) ? (this.#units.facts.get(cls)?.returns ?? []) : []) {
      const holder = this.of(value);
      if (holder?.node.type === 'ObjectExpression') return holder;
    }
    return undefined;
  }

  #memberHolder({ node, instance }: Holder, name: string): Holder | undefined {
    if (name === 'constructor' && instance) return node.type === 'ObjectExpression' ? undefined : { node, instance: false };
    if (node.type === 'ObjectExpression') {
      const value = propertyValue(node, name);
      if (value !== undefined && !isFunction(value)) return this.of(value);
    } else if (!isFunction(node)) {
      for (const member of node.body.body) {
        if ((member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') && keyName(member) === name && (member.static ?? false) !== instance) {
          const holder = (member.value && this.of(member.value)) ?? this.#typedHolder(member.typeAnnotation);
          if (holder) return holder;
        }
        if (member.type === 'ClassMethod' && member.kind === 'constructor' && instance) {
          // constructor(private readonly tabs: Tabs) declares a field.
          for (const param of member.params) {
            const given = param.type === 'TSParameterProperty' ? param.parameter : undefined;
            const id = given?.type === 'AssignmentPattern' ? given.left : given;
            if (id?.type === 'Identifier' && id.name === name) return this.#typedHolder(id.typeAnnotation);
          }
        }
      }
    }
    for (const { object, value } of this.#units.assignedMembers.get(name) ?? []) {
      if (isSameHolder(this.of(object), { node, instance })) {
        const holder = this.of(value);
        if (holder) return holder;
      }
    }
    const parent = node.type !== 'ObjectExpression' && !isFunction(node) && node.superClass ? this.#names.classOf(node.superClass) : undefined;
    return parent === undefined || parent === node ? undefined : this.#memberHolder({ node: parent, instance }, name);
  }

  /** The instances of the class that a type annotation names, or of the only class that there is of an interface or abstract class, where the realm has one of that name. */
  #typedHolder(annotation: Node | null | undefined): Holder | undefined {
    const name = typeNameOf(annotation);
    const [cls, another] = (name === undefined ? undefined : this.#units.classes.get(name)) ?? [];
    if (name === undefined || another !== undefined) return undefined;
    if (cls !== undefined && !('abstract' in cls && cls.abstract)) return { node: cls, instance: true };
    const [only, other] = this.#units.implementers.get(name) ?? [];
    // A type of which one object is written out says what data has, too: other objects of it are made in place.
    return only === undefined || other !== undefined || !isClass(only) || ('abstract' in only && only.abstract) ? undefined : { node: only, instance: true };
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
          const cls = this.#names.classOf(object.object);
          return cls && { node: cls, instance: true };
        }
        return this.of(object);
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
    return isMember(member) && memberName(member) === 'prototype' ? this.#names.classOf(member.object) : undefined;
  }
}
