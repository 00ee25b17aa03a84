import type * as t from '@babel/types';
import { immediateCall } from './api.ts';
import { functionOf, isCall, isMember, isUnused, memberName, nameOfCallee, parentOf, unwrap, usesArguments, wrapped, type AnyCall, type FunctionNode, type Node } from './ast.ts';
import { accessOf } from './bindings.ts';
import { callAroundBody, TIMERS } from './callbacks.ts';
import { functionsGiven } from './handed.ts';
import { comesBefore, isLocal, isReachedAtOnce, neverMeet } from './lifetimes.ts';
import { isHandedOver, isResolve, isReturnedToBrowser, isSerialised, LOOKING_METHODS, surelyFunction, usesOfBinding, usesOfMethod } from './objects.ts';
import { orRefusal, Refusal } from './refusal.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
import type { Turns } from './turns.ts';
import { usesOfFunction } from './uses.ts';
import { memberOf } from './values/browser-values.ts';
import { isNewWithEvent } from './values/fresh.ts';
import type { Proof } from './values/proof.ts';
import { COPYING_METHODS } from './values/methods.ts';
import { depthOf, isPlain, type Value } from './values/value.ts';

/** A change of a part of a variable's object: the expression that names the part, and how many steps inside of the object the part is. */
export interface Change {
  readonly script: Script;
  readonly node: Node;
  readonly steps: number;
  /** Whether it is made before the part is put into the object. */
  readonly before: boolean;
}

const CHANGING_METHODS = new Set(['push', 'unshift', 'pop', 'shift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin', 'set', 'add', 'delete', 'clear']);

const ELEMENT_METHODS = new Set(['get', 'at', 'find', 'findLast', 'pop', 'shift']);

const SAME_METHODS = new Set(['filter', 'slice', 'concat', 'values', 'splice', 'sort', 'reverse', 'toSorted', 'toReversed', 'set', 'add']);

/** The methods that give the elements to a callback. */
const CALLBACK_METHODS = new Set(['forEach', 'map', 'flatMap', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex', 'sort', 'toSorted', 'reduce']);

/** Follows an object, and the parts of it, through everything that a background does with them. */
export class Tracer {
  /** The changes that were found on the way. */
  readonly changes: Change[] = [];
  /** The places that ask which members an object has, whatever they hold. */
  readonly listed: Omit<Change, 'before'>[] = [];
  readonly #proof: Proof;
  readonly #turns: Turns;
  readonly #value: Value | undefined;
  /** The places that name the object itself: what is put there stays inside. */
  readonly #own: ReadonlySet<Node>;
  readonly #seen = new Map<Binding, Set<number>>();
  #budget = 2000;

  /**
   * @param proof tells what the values are that the object meets on its way
   * @param value what is known of the object: parts that are copied where they are used need not be followed
   */
  constructor(proof: Proof, value?: Value, own: ReadonlySet<Node> = new Set()) {
    this.#proof = proof;
    this.#turns = proof.turns;
    this.#value = value;
    this.#own = own;
  }

  /**
   * Follows an expression that is a part of the object.
   * @param steps how many steps inside of the object it is
   * @returns false where the part gets out of sight
   */
  trace(script: Script, start: Node, steps = 0): boolean {
    return this.#trace(script, start, steps) || (this.#value === undefined && this.#isCopiedBelow(script, start));
  }

  /** Whether a member is read that is proven to be copied where it is used. */
  #isCopiedBelow(script: Script, start: Node): boolean {
    for (let inner = wrapped(start), member = parentOf(inner); isMember(member) && member.object === inner; inner = wrapped(member), member = parentOf(inner)) {
      const above = parentOf(wrapped(member));
      const isRead = !(above?.type === 'AssignmentExpression' && above.left === wrapped(member)) && above?.type !== 'UpdateExpression' && !(isCall(above) && above.callee === wrapped(member));
      const value = isRead ? this.#proof.prove(script, member) : undefined;
      if (value !== undefined && isPlain(value)) return true;
    }
    return false;
  }

  #trace(script: Script, start: Node, steps: number): boolean {
    let node = wrapped(start);
    /** Whether the node is a list of keys and elements. */
    let pairs = false;
    for (;;) {
      if (this.#budget-- < 0) return false;
      if (this.#isCopied(pairs ? steps + 1 : steps)) return true;
      const parent = parentOf(node);
      if (listsMembers(node)) this.listed.push({ script, node, steps });
      switch (parent?.type) {
        case 'ExpressionStatement':
        case 'UnaryExpression':
        case 'TemplateLiteral':
        case 'IfStatement':
        case 'WhileStatement':
        case 'DoWhileStatement':
        case 'ForStatement':
        case 'ForInStatement':
        case 'SwitchStatement':
        case 'SwitchCase':
          return true;
        case 'BinaryExpression': {
          if (!/^={2,3}$|^!={1,2}$/.test(parent.operator)) return true;
          // Objects that are the same are two after a restore; to compare with something else is harmless.
          const other = parent.left === node ? parent.right : parent.left;
          if (steps === 0 && (this.#own.has(unwrap(other)) || [node, ...this.#own].some((one) => holdsOneObject(this.#turns.scriptOf(one), unwrap(one))))) return true;
          const value = this.#proof.prove(script, other);
          return (value !== undefined && isPlain(value)) || isNewWithEvent(this.#proof, script, other) || isNewWithEvent(this.#proof, script, node);
        }
        case 'LogicalExpression':
          if (parent.left === node && parent.operator === '&&') return true;
          node = wrapped(parent);
          continue;
        case 'ConditionalExpression':
          if (parent.test === node) return true;
          node = wrapped(parent);
          continue;
        case 'SequenceExpression':
          if (parent.expressions.at(-1) !== node) return true;
          node = wrapped(parent);
          continue;
        case 'AwaitExpression':
          node = wrapped(parent);
          continue;
        case 'ForOfStatement':
          if (parent.right !== node) return false;
          return this.#element(script, parent.left.type === 'VariableDeclaration' ? parent.left.declarations[0]!.id : parent.left, steps, pairs || (this.#isMap(steps) && !isListOfValues(node)));
        case 'VariableDeclarator':
          return parent.init === node && !pairs && this.#name(script, parent.id, steps);
        case 'AssignmentPattern':
          return parent.right === node && !pairs && this.#name(script, parent.left, steps);
        case 'AssignmentExpression':
          if (parent.right !== node || pairs || !this.#assigned(script, parent, steps)) return false;
          if (isUnused(parent)) return true;
          node = wrapped(parent);
          continue;
        case 'MemberExpression':
        case 'OptionalMemberExpression': {
          if (parent.object !== node) return true;
          const outer = wrapped(parent);
          const above = parentOf(outer);
          const name = memberName(parent);
          if (isCall(above) && above.callee === outer) {
            const next = this.#method(script, node, above, name ?? '', steps, pairs);
            if (typeof next === 'boolean') return next;
            [node, steps, pairs] = [wrapped(above), next.steps, next.pairs];
            continue;
          }
          if (pairs) return name === 'length';
          if (above?.type === 'AssignmentExpression' && above.left === outer) {
            if (!this.#change(script, node, steps, above.right)) return false;
            if (isUnused(above) || !/^(=|\|\|=|&&=|\?\?=)$/.test(above.operator)) return true;
            // const list = (lists[id] ||= [])
            node = wrapped(above);
            steps += 1;
            continue;
          }
          if (above?.type === 'UpdateExpression' || (above?.type === 'UnaryExpression' && above.operator === 'delete')) return this.#change(script, node, steps);
          if (above?.type === 'ArrayPattern' || above?.type === 'AssignmentPattern' || above?.type === 'RestElement' || (above?.type === 'ObjectProperty' && parentOf(above)?.type === 'ObjectPattern')) return this.#change(script, node, steps);
          if ((above?.type === 'ForInStatement' || above?.type === 'ForOfStatement') && above.left === outer) return this.#change(script, node, steps);
          if (name === 'length' || name === 'size' || this.#isPlainMember(steps, name)) return true;
          node = outer;
          steps += 1;
          continue;
        }
        case 'SpreadElement': {
          const list = parentOf(parent);
          if (this.#isCopied(steps + 1)) return true;
          if (list?.type !== 'ArrayExpression') return false;
          pairs ||= this.#isMap(steps) && !isListOfValues(node);
          node = wrapped(list);
          continue;
        }
        case 'CallExpression':
        case 'OptionalCallExpression':
        case 'NewExpression': {
          const next = this.#argument(script, node, parent, steps);
          if (typeof next === 'boolean') return next;
          [node, pairs] = [wrapped(parent), pairs || next.pairs];
          continue;
        }
        case 'ObjectProperty': {
          // Inside of an object literal that is handed to the browser at once.
          const object = parentOf(parent);
          if (object?.type !== 'ObjectExpression' || parent.value !== node) return parent.computed && parent.key === node;
          return isHandedOver(script, object, this.#turns);
        }
        case 'ArrayExpression':
          return isHandedOver(script, parent, this.#turns) || this.#isRewritten(parent);
        case 'ReturnStatement':
          return this.#returned(script, functionOf(parent), steps, pairs);
        case 'ArrowFunctionExpression':
          return parent.body === node && this.#returned(script, parent, steps, pairs);
        default:
          return false;
      }
    }
  }

  /** Follows what is put into the object under a name, as far as that name goes. */
  traceName(script: Script, argument: Node | undefined, steps: number): boolean {
    const inner = argument && unwrap(argument);
    const binding = inner?.type === 'Identifier' ? script.binding(inner) : undefined;
    if (binding === undefined || this.#isCopied(steps)) return true;
    const known = this.changes.length;
    if (!this.#follow(script, binding, steps, inner)) return false;
    for (const [index, change] of this.changes.entries()) if (index >= known && comesBefore(change.node, inner!)) this.changes[index] = { ...change, before: true };
    return true;
  }

  #isCopied(steps: number): boolean {
    return this.#value !== undefined && depthOf(this.#value) <= steps;
  }

  /** Whether a member is known to be copied where it is used: the title of a tab. */
  #isPlainMember(steps: number, name: string | undefined): boolean {
    let value = this.#value;
    for (let step = 0; step < steps && value !== undefined; step++) value = value.data ? memberOf(value) : value.element;
    const member = value && memberOf(value, name);
    return member !== undefined && isPlain(member);
  }

  /** What is known of the parts that are some steps inside. */
  #valueAt(steps: number): Value | undefined {
    let value = this.#value;
    for (let step = 0; step < steps; step++) value = value?.element;
    return value;
  }

  #isMap(steps: number): boolean {
    return this.#valueAt(steps)?.container === 'map';
  }

  #change(script: Script, node: Node, steps: number, given?: Node): boolean {
    if (!this.changes.some((one) => one.node === node)) this.changes.push({ script, node, steps, before: false });
    return this.traceName(script, given, steps + 1);
  }

  /** A variable or pattern that is given the elements of a list, or its keys and elements. */
  #element(script: Script, target: Node, steps: number, pairs: boolean): boolean {
    if (!pairs) return this.#name(script, target, steps + 1);
    if (this.#isCopied(steps + 1)) return true;
    if (target.type === 'ArrayPattern') {
      const element = target.elements[1];
      return target.elements.length <= 2 && (!element || this.#name(script, element, steps + 1));
    }
    // for (const entry of map) entry[1]
    const binding = target.type === 'Identifier' ? script.binding(target) : undefined;
    return binding !== undefined && isLocal(binding) && binding.references.every(({ node, writes }) => {
      const member = parentOf(node);
      if (writes) return false;
      if (member?.type === 'VariableDeclarator') return this.#element(script, member.id, steps, true);
      if (!isMember(member) || member.object !== node || member.property.type !== 'NumericLiteral') return false;
      return member.property.value === 0 || (member.property.value === 1 && this.trace(script, member, steps + 1));
    });
  }

  /** A variable or pattern that is given a part. */
  #name(script: Script, target: Node, steps: number): boolean {
    if (this.#isCopied(steps)) return true;
    switch (target.type) {
      case 'Identifier': {
        const binding = script.binding(target);
        return binding !== undefined && this.#follow(script, binding, steps);
      }
      case 'AssignmentPattern':
        return this.#name(script, target.left, steps);
      case 'ObjectPattern':
        return target.properties.every((property) => property.type === 'ObjectProperty' && this.#name(script, property.value, steps + 1));
      case 'ArrayPattern':
        return target.elements.every((element) => element === null || this.#name(script, element, steps + 1));
      default:
        return false;
    }
  }

  /** Follows every use of a local variable. @param from the place from which it goes on, where that is known */
  #follow(script: Script, binding: Binding, steps: number, from?: Node): boolean {
    const [declaration] = binding.declarations;
    if (binding.declarations.length !== 1 || !isLocal(binding)) return false;
    const seen = this.#seen.get(binding) ?? new Set<number>();
    if (seen.has(steps)) return true;
    // A list inside of itself.
    if (seen.size > 3 || declaration === undefined) return false;
    this.#seen.set(binding, seen.add(steps));
    return binding.references.every(({ node, writes, reads }) => (writes && !reads) || (from !== undefined && neverMeet(node, from, binding)) || (node.type === 'Identifier' && (writes ? false : this.trace(script, node, steps))));
  }

  #assigned(script: Script, { left, operator }: t.AssignmentExpression, steps: number): boolean {
    if (operator !== '=' && operator !== '||=' && operator !== '??=') return false;
    const target = unwrap(left);
    if (this.#own.has(target)) return true;
    if (isMember(target)) return isPartOf(target, this.#own);
    if (target.type !== 'Identifier') return this.#name(script, target, steps);
    const binding = script.binding(target);
    return binding !== undefined && isReachedAtOnce(binding, target) && this.#follow(script, binding, steps);
  }

  #method(script: Script, node: Node, call: t.CallExpression | t.OptionalCallExpression, name: string, steps: number, pairs: boolean): boolean | { readonly steps: number; readonly pairs: boolean } {
    const [first] = call.arguments;
    const container = this.#valueAt(steps)?.container;
    if (container === 'date') return !name.startsWith('set') || (this.#change(script, node, steps) && isUnused(call));
    if (container === 'regexp') return /^(test|exec|toString)$/.test(name);
    if (pairs && !/^(forEach|map|filter|some|every)$/.test(name)) return false;
    if (CHANGING_METHODS.has(name)) {
      const given = name === 'set' ? [call.arguments[1]] : name === 'splice' ? call.arguments.slice(2) : /^(push|unshift|add)$/.test(name) ? call.arguments : [];
      if (!given.every((one) => this.#change(script, node, steps, one)) || !this.#change(script, node, steps)) return false;
      if (/^(push|unshift|delete|clear|fill|copyWithin)$/.test(name) || isUnused(call) || isListening(script, callAroundBody(call))) return name !== 'sort' || this.#callback(script, first, name, steps, pairs);
    }
    if (CALLBACK_METHODS.has(name)) {
      if (!this.#callback(script, first, name, steps, pairs)) return false;
      if (/^(forEach|some|every|findIndex|findLastIndex)$/.test(name)) return true;
      // What the callback returns is followed where it returns it.
      if (/^(map|flatMap|reduce)$/.test(name)) return true;
    }
    if (LOOKING_METHODS.has(name)) return true;
    // Another list of what is copied anyway.
    if (COPYING_METHODS.has(name) && this.#isCopied(steps + 1)) return true;
    if (name === 'entries') return { steps, pairs: true };
    if (ELEMENT_METHODS.has(name)) return { steps: steps + 1, pairs: false };
    return SAME_METHODS.has(name) ? { steps, pairs } : false;
  }

  /** The parameters of a callback that gets the elements. */
  #callback(script: Script, callback: Node | undefined, name: string, steps: number, pairs: boolean): boolean {
    if (this.#isCopied(steps + 1)) return true;
    if (callback === undefined) return name === 'sort' || name === 'toSorted';
    const fn = surelyFunction(script, callback, this.#turns);
    if (fn === undefined || fn.generator || usesRest(fn)) return false;
    const owner = this.#turns.scriptOf(fn);
    const elements = name === 'sort' || name === 'toSorted' ? [0, 1] : name === 'reduce' ? [1] : [0];
    return fn.params.every((param, index) => {
      if (elements.includes(index)) return this.#element(owner, param, steps, pairs);
      // The first of `reduce` is what the callback returned; the last one is the list itself.
      if (name === 'reduce' && index === 0) return true;
      if (index === (name === 'reduce' ? 2 : 1) && !this.#isSet(steps)) return true;
      return this.#name(owner, param, steps);
    });
  }

  #isSet(steps: number): boolean {
    const value = this.#valueAt(steps);
    return value === undefined || value.container === 'set';
  }

  #argument(script: Script, node: Node, call: AnyCall, steps: number): boolean | { readonly pairs: boolean } {
    if (call.callee === node) return false;
    if (isSerialised(script, call, node, this.#turns)) return true;
    const callee = unwrap(call.callee as Node);
    const method = isMember(callee) ? memberName(callee) : undefined;
    const object = isMember(callee) ? unwrap(callee.object) : undefined;
    const global = object?.type === 'Identifier' && script.binding(object) === undefined ? object.name : undefined;
    if (global === 'Object' && method === 'values') return { pairs: false };
    if (global === 'Object' && method === 'entries') return { pairs: true };
    if (global === 'Object' && method === 'assign') return call.arguments[0] === node ? this.#change(script, node, steps) && (isUnused(call) || this.#isCopied(steps + 1)) : this.#isCopied(steps + 1);
    if (global === 'Array' && method === 'from') return call.arguments.length === 1 ? { pairs: this.#isMap(steps) && !isListOfValues(node) } : this.#isCopied(steps + 1);
    if (isResolve(script, call)) return isReturnedToBrowser(script, call, this.#turns);
    if (this.#valueAt(steps)?.container === 'date' && call.type === 'NewExpression' && callee.type === 'Identifier' && callee.name === 'Date' && script.binding(callee) === undefined) return true;
    if (this.#valueAt(steps)?.container === 'regexp' && /^(match|matchAll|replace|replaceAll|search|split)$/.test(method ?? '')) return true;
    if (call.type === 'NewExpression') return this.#isCopied(steps + 1) && callee.type === 'Identifier' && /^(Set|Map)$/.test(callee.name) && script.binding(callee) === undefined;
    // Put into the object itself again: who puts it there answers for that.
    if (object !== undefined && isPartOf(object, this.#own) && CHANGING_METHODS.has(method ?? '')) return true;
    const own = surelyFunction(script, callee, this.#turns);
    const called = own !== undefined ? [own] : callee.type === 'Identifier' ? functionsGiven(script, callee, this.#turns) : undefined;
    const index = call.arguments.indexOf(node as t.Expression);
    if (called === undefined || index < 0 || call.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement')) return false;
    return called.every((fn) => {
      const param = fn.params[index];
      return !fn.generator && !usesRest(fn) && (param === undefined || this.#name(this.#turns.scriptOf(fn), param, steps));
    });
  }

  /** What becomes of what a function returns. */
  #returned(script: Script, fn: FunctionNode | undefined, steps: number, pairs: boolean): boolean {
    if (fn === undefined || fn.generator || pairs) return false;
    const call = parentOf(wrapped(fn));
    if (isCall(call) && call.arguments.includes(wrapped(fn) as t.Expression)) {
      const callee = unwrap(call.callee as Node);
      const name = nameOfCallee(callee);
      if (script.api(callee) !== undefined || TIMERS.has(name)) return true;
      if (/^(forEach|filter|some|every|find|findIndex|findLast|findLastIndex|sort|toSorted)$/.test(name)) return true;
      if (name === 'map' && steps > 0) return this.trace(script, call, steps - 1);
      return name === 'reduce' && this.trace(script, call, steps);
    }
    const immediate = immediateCall(fn);
    if (immediate !== undefined) return !fn.async && this.trace(script, immediate.node, steps);
    const uses = usesOfMethod(fn, this.#turns)?.map((node) => ({ script: this.#turns.scriptOf(node), node })) ?? usesOfFunction(script, fn);
    return uses !== undefined && uses.every((use) => {
      const outer = wrapped(use.node);
      const made = parentOf(outer);
      if (!isCall(made)) return false;
      if (made.callee !== outer) return isListening(use.script, made);
      if (isUnused(made)) return true;
      return (!fn.async || parentOf(wrapped(made))?.type === 'AwaitExpression') && this.trace(use.script, made, steps);
    });
  }

  /** `[...list, more]` that is what the variable is given next. */
  #isRewritten(list: Node): boolean {
    const assignment = parentOf(wrapped(list));
    return assignment?.type === 'AssignmentExpression' && assignment.operator === '=' && this.#own.has(unwrap(assignment.left));
  }
}

/** `key in object`, `Object.keys(object)`, `{ ...object }` and their like. */
function listsMembers(node: Node): boolean {
  const parent = parentOf(node);
  switch (parent?.type) {
    case 'BinaryExpression':
      return parent.operator === 'in' && parent.right === node;
    case 'ForInStatement':
      return parent.right === node;
    case 'SpreadElement': {
      // What stands before it in the literal shows where it has no such member.
      const literal = parentOf(parent);
      return literal?.type === 'ObjectExpression' && literal.properties[0] !== parent;
    }
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.object === node && memberName(parent) === 'hasOwnProperty';
    case 'CallExpression':
    case 'OptionalCallExpression': {
      const callee = unwrap(parent.callee as Node);
      if (parent.callee === node || !isMember(callee)) return false;
      const object = unwrap(callee.object);
      return object.type === 'Identifier' ? object.name === 'Object' : isMember(object) && memberName(object) === 'hasOwnProperty';
    }
    default:
      return false;
  }
}

/** Whether a variable holds the object that it is declared with, and never another one. */
function holdsOneObject(script: Script, node: Node): boolean {
  const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
  const [declaration, another] = binding?.declarations ?? [];
  if (declaration?.init == null || another !== undefined || declaration.keys?.length !== 0 || !/^(New|Object|Array)Expression$/.test(unwrap(declaration.init).type)) return false;
  const uses = orRefusal(() => usesOfBinding(script, binding!));
  return !(uses instanceof Refusal) && uses.every((use) => accessOf(use.script, use.node as t.Identifier).kind !== 'write');
}

/** Whether an expression is a part of what some places name. */
function isPartOf(node: Node, own: ReadonlySet<Node>): boolean {
  let base = unwrap(node);
  while (!own.has(base) && (isMember(base) || (isCall(base) && isMember(unwrap(base.callee as Node))))) base = unwrap(isMember(base) ? base.object : (unwrap(base.callee as Node) as t.MemberExpression).object);
  return own.has(base);
}

/** `map.values()`: what is in a map, without its keys. */
function isListOfValues(node: Node): boolean {
  const inner = unwrap(node);
  return isCall(inner) && isMember(inner.callee) && memberName(inner.callee) === 'values';
}

function usesRest(fn: FunctionNode): boolean {
  return fn.params.some(({ type }) => type === 'RestElement') || usesArguments(fn);
}

/** Whether a function is given to an event of the browser that cares for no object that a listener returns, or only for a copy of it. */
function isListening(script: Script, call: AnyCall | undefined): boolean {
  const event = call && script.api(unwrap(call.callee as Node))?.names.join('.');
  return event !== undefined && /\.(add|remove|has)Listener$/.test(event) && !/^(webRequest|proxy|downloads\.onDeterminingFilename)\b/.test(event);
}
