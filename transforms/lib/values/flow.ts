import type * as t from '@babel/types';
import { isCall, isFunction, isMember, isNewPromise, isWithin, keyName, memberName, nameOfCallee, parentOf, unwrap, usesArguments, walk, wrapped, functionOf, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { accessOf, type Access } from '../bindings.ts';
import type { Holder } from '../calls/holders.ts';
import { evaluate } from '../constants.ts';
import { usesOfGlobal } from '../modules.ts';
import { usesOfBinding } from '../objects.ts';
import { holderOfMethod, methodName, walkThis } from '../own-methods.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { isGlobalObject } from '../variables/global-aliases.ts';

/** Where an object goes under other names than its own. */
export interface Flow {
  /** The changes of the object, or of a part of it, by those names. */
  readonly changes: readonly Access[];
  /** The uses of it by those names. */
  readonly uses: readonly Access[];
  /** The calls that it is given to whose function was not found. */
  readonly lost: readonly { readonly script: Script; readonly node: AnyCall }[];
}

/** The names that lead from what a place holds to the object: members, or any (`*`). None where it is the object itself; `PART` alone where it is a part of it. */
type Path = readonly string[];

const ANY = '*';
const PART = '/';
const OF_OBJECT: Path = [PART];

function isObject([head]: Path): boolean {
  return head === undefined || head === PART;
}

/** Places that are visited for one object, and names on the way to it: what is further away is left. */
const [MOST_PLACES, MOST_NAMES] = [2000, 5];

/** Methods of collections that give a callback each of their elements. */
const EACH = /^(forEach|map|flatMap|filter|some|every|find|findIndex|findLast|findLastIndex|reduce|reduceRight|each)$/;
/** Methods that copy a collection, whose elements stay the same. */
const COPIES = /^(filter|slice|concat|flat|values|toSorted|toReversed|splice)$/;

/** A place that names the object, or what holds it under some names. */
export interface FlowStart {
  readonly node: Node;
  readonly path?: readonly string[];
}

/** Where the object goes that some places name. */
export function flowOf(places: readonly FlowStart[], turns: Turns): Flow {
  const tracing = new Tracing(turns, new Set(places.map(({ node }) => node)));
  for (const { node, path = [] } of places) if (turns.has(node)) tracing.trace(node, path, []);
  return tracing;
}

class Tracing implements Flow {
  readonly changes: Access[] = [];
  readonly uses: Access[] = [];
  readonly lost: { readonly script: Script; readonly node: AnyCall }[] = [];
  readonly #turns: Turns;
  readonly #own: ReadonlySet<Node>;
  readonly #seen = new Map<Node, Set<string>>();
  #left = MOST_PLACES;

  constructor(turns: Turns, own: ReadonlySet<Node>) {
    this.#turns = turns;
    this.#own = own;
  }

  /** @param calls those by which it came into the function that the place stands in, the last one first */
  trace(node: Node, path: Path, calls: readonly AnyCall[]): void {
    const key = `${path.join('.')} ${calls.map(({ start }) => start).join()}`;
    const seen = this.#seen.get(node) ?? new Set();
    this.#seen.set(node, seen);
    if (seen.has(key) || this.#left-- <= 0 || path.length > MOST_NAMES || !this.#turns.has(node) || !this.#turns.scriptOf(node).file.editable) return;
    seen.add(key);
    const inner = wrapped(node);
    const parent = parentOf(inner);
    if (isObject(path) && !this.#own.has(node)) this.#note(node);
    switch (parent?.type) {
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        if (parent.object === inner) this.#member(parent, path, calls);
        return;
      case 'CallExpression':
      case 'OptionalCallExpression':
      case 'NewExpression':
        if (parent.callee !== inner) this.#argument(parent, parent.arguments.indexOf(inner as t.Expression), inner, path, calls);
        return;
      case 'SpreadElement': {
        const outer = parentOf(parent)!;
        if (outer.type === 'ArrayExpression' || outer.type === 'ObjectExpression') this.trace(outer, copied(path), calls);
        else if (isCall(outer) || outer.type === 'NewExpression') this.#argument(outer, outer.arguments.indexOf(parent), parent, element(path), calls);
        return;
      }
      case 'ArrayExpression':
        return this.#keep(parent, ANY, path, calls);
      case 'ObjectProperty': {
        const literal = parent.value === inner ? parentOf(parent) : undefined;
        if (literal?.type !== 'ObjectExpression') return;
        const name = keyName(parent);
        if (path[0] === PART) return;
        if (name !== undefined) this.#field({ node: literal, instance: true }, name, path);
        return this.#keep(literal, name ?? ANY, path, calls);
      }
      case 'ClassProperty':
      case 'ClassPrivateProperty':
        if (parent.value === inner) this.#field({ node: parentOf(parentOf(parent)!) as t.Class, instance: parent.static !== true }, keyName(parent) ?? ANY, path);
        return;
      case 'VariableDeclarator':
        if (parent.init === inner) this.#given(parent.id, path, calls);
        return;
      case 'AssignmentExpression':
        if (parent.right === inner) this.#given(parent.left, path, calls);
        // (state ??= {}).count++
        return this.trace(parent, path, calls);
      case 'AssignmentPattern':
        if (parent.right === inner) this.#given(parent.left, path, calls);
        return;
      case 'ForOfStatement':
        if (parent.right === inner) this.#given(parent.left.type === 'VariableDeclaration' ? parent.left.declarations[0]!.id : parent.left, element(path), calls);
        return;
      case 'ConditionalExpression':
        // What may be a new one is changed as such: `known ? DEFAULTS : new Set(own)`.
        if (parent.test !== inner && !(path.length === 0 && isNew(parent.consequent === inner ? parent.alternate : parent.consequent))) this.trace(parent, path, calls);
        return;
      case 'SequenceExpression':
        if (parent.expressions.at(-1) === inner) this.trace(parent, path, calls);
        return;
      case 'LogicalExpression':
      case 'AwaitExpression':
        return this.trace(parent, path, calls);
      case 'YieldExpression':
        return this.#returned(functionOf(parent)!, parent.delegate ? path : [ANY, ...path], calls);
      case 'ReturnStatement': {
        const fn = functionOf(parent);
        return fn && this.#returned(fn, path, calls);
      }
      case 'ArrowFunctionExpression':
        if (parent.body === inner) this.#returned(parent, path, calls);
        return;
      case 'TemplateLiteral': {
        const tagged = parentOf(parent);
        if (tagged?.type === 'TaggedTemplateExpression') for (const fn of this.#turns.functionsOf(tagged.tag)) this.#parameter(fn, parent.expressions.indexOf(inner as t.Expression) + 1, path, []);
        return;
      }
      default:
    }
  }

  /** A literal that holds it. Where parts of the object go on to is not followed. */
  #keep(literal: Node, name: string, path: Path, calls: readonly AnyCall[]): void {
    if (path[0] !== PART) this.trace(literal, [name, ...path], calls);
  }

  /** Notes what a place does to the object that it holds. */
  #note(node: Node): void {
    const script = this.#turns.scriptOf(node);
    const access = accessOf(script, node as AnyMember);
    if (access.kind !== 'mutate') {
      if (access.reads) this.uses.push(access);
      return;
    }
    // counter.add(), which is no Set
    const member = parentOf(wrapped(node));
    const call = isMember(member) ? parentOf(wrapped(member)) : undefined;
    if (isCall(call) && call.callee === wrapped(member!) && this.#turns.targetsOf(call).length > 0) return;
    this.changes.push(access);
  }

  #changed(node: Node): void {
    this.changes.push({ script: this.#turns.scriptOf(node), node, kind: 'mutate', reads: false, value: undefined, initial: false });
  }

  #member(member: AnyMember, path: Path, calls: readonly AnyCall[]): void {
    const name = memberName(member);
    const call = parentOf(wrapped(member));
    if (isCall(call) && call.callee === wrapped(member)) return this.#method(member, name ?? this.#computed(member), call, path, calls);
    const [head, ...rest] = path;
    if (isObject(path)) this.trace(member, OF_OBJECT, calls);
    else if (head === ANY || name === undefined || head === name) this.trace(member, rest, calls);
  }

  /** `list[how](item)` */
  #computed(member: AnyMember): string {
    const script = this.#turns.scriptOf(member);
    const name = String(evaluate(script, member.property as Node, this.#turns)?.value ?? '');
    if (/^(push|pop|shift|unshift|splice|set|add|delete|clear)$/.test(name) && this.#turns.targetsOf(parentOf(wrapped(member)) as AnyCall).length === 0) this.#changed(member.object);
    return name;
  }

  #method(member: AnyMember, name: string, call: AnyCall, path: Path, calls: readonly AnyCall[]): void {
    const script = this.#turns.scriptOf(call);
    if (script.api(member) !== undefined) return;
    const functions = (index: number): readonly FunctionNode[] => (call.arguments[index] ? this.#turns.functionsOf(call.arguments[index] as Node) : []);
    if (/^(then|catch|finally)$/.test(name)) {
      if (name === 'then') for (const fn of functions(0)) this.#parameter(fn, 0, path, []);
      else this.trace(call, path, calls);
      return;
    }
    const targets = this.#turns.targetsOf(call);
    if (targets.length > 0) {
      for (const fn of targets) this.#this(fn, path, [call, ...calls]);
      return;
    }
    if (EACH.test(name)) for (const fn of functions(0)) this.#parameter(fn, /^reduce/.test(name) ? 1 : 0, element(path), []);
    if (/^(get|at|find|findLast)$/.test(name)) this.trace(call, element(path), calls);
    else if (name === 'entries') this.trace(call, [ANY, '1', ...element(path)], calls);
    else if (COPIES.test(name)) this.trace(call, copied(path), calls);
    else if (/^(sort|reverse|fill|next|set|add)$/.test(name)) this.trace(call, path, calls);
  }

  /** What becomes of what a call is given. */
  #argument(call: AnyCall, index: number, argument: Node, path: Path, calls: readonly AnyCall[]): void {
    const script = this.#turns.scriptOf(call);
    const callee = unwrap(call.callee as Node);
    if (callee.type === 'Import' || script.api(callee) !== undefined) return;
    const name = nameOfCallee(callee);
    const root = isMember(callee) ? unwrap(callee.object) : undefined;
    const object = root?.type === 'Identifier' && script.binding(root) === undefined ? root.name : undefined;
    const isFree = callee.type === 'Identifier' && script.binding(callee) === undefined;
    if (object === 'Object') return this.#ofObject(call, name, index, path, calls);
    if (object === 'Reflect') {
      if (index === 0 && isObject(path) && /^(set|deleteProperty|defineProperty)$/.test(name)) this.#changed(unwrap(argument));
      return;
    }
    if (object === 'Promise') return this.trace(call, path, calls);
    if (object === 'Array') return this.trace(call, name === 'of' ? [ANY, ...path] : copied(path), calls);
    if (object !== undefined && /^(console|JSON|Math|Number|String)$/.test(object)) return;
    if (call.type === 'NewExpression' && isFree) {
      if (/^(Map|WeakMap)$/.test(name)) return this.trace(call, path.length > 1 ? path.slice(1) : [ANY, PART], calls);
      if (/^(Set|Array)$/.test(name)) return this.trace(call, copied(path), calls);
      if (name === 'Proxy') return this.#proxied(call, index, path, calls);
    }
    if (isFree && /^(String|Boolean|Number|structuredClone|isNaN|parseInt|parseFloat|encodeURIComponent)$/.test(name)) return;
    const isTimer = /^(setTimeout|setInterval|setImmediate|queueMicrotask)$/.test(name) && (isFree || (root !== undefined && isGlobalObject(script, root)));
    if (isTimer) {
      if (index > 1) for (const fn of this.#turns.functionsOf(call.arguments[0] as Node)) this.#parameter(fn, index - 2, path, []);
      return;
    }
    if (/^(call|apply|bind)$/.test(name) && root !== undefined && this.#turns.targetsOf(call).length + this.#turns.functionsOf(root).length > 0) {
      for (const fn of this.#turns.functionsOf(root)) {
        const inside = name === 'bind' ? [] : [call, ...calls];
        if (index === 0) this.#this(fn, path, inside);
        else if (name !== 'apply') this.#parameter(fn, index - 1, path, inside);
        else for (const [at] of fn.params.entries()) this.#parameter(fn, at, element(path), inside);
      }
      return;
    }
    // Array.prototype.push.call(list, item)
    if (/^(call|apply)$/.test(name) && isMember(root) && index === 0 && isObject(path)) {
      if (/^(push|pop|shift|unshift|splice|set|add|delete|clear|sort|reverse)$/.test(memberName(root) ?? '')) this.#changed(unwrap(argument));
      return;
    }
    const targets = this.#turns.targetsOf(call);
    if (targets.length > 0) {
      const isSpread = argument.type === 'SpreadElement';
      for (const fn of targets) for (const at of isSpread ? fn.params.keys() : [index]) this.#parameter(fn, at, path, [call, ...calls]);
      return;
    }
    // new Promise((resolve) => resolve(store))
    const binding = callee.type === 'Identifier' ? script.binding(callee) : undefined;
    const executor = binding?.kind === 'param' ? parentOf(wrapped(binding.declarations[0]!.node)) : undefined;
    if (executor !== undefined && isNewPromise(executor)) return this.trace(executor, path, []);
    // others.push(list), byName.set(name, list)
    if (path[0] !== PART && isMember(callee) && /^(push|unshift|add|set)$/.test(name) && (name !== 'set' || index === 1)) return this.#into(callee.object, [argument.type === 'SpreadElement' ? [] : [ANY], path].flat(), calls);
    if (isMember(callee) && name === 'concat') return this.trace(call, copied(path), calls);
    if (path.length === 0) this.lost.push({ script, node: call });
  }

  #ofObject(call: AnyCall, name: string, index: number, path: Path, calls: readonly AnyCall[]): void {
    const [first] = call.arguments;
    if (name === 'assign' && index > 0) {
      if (first !== undefined) this.#into(first as Node, copied(path), calls);
      return this.trace(call, copied(path), calls);
    }
    if (name === 'entries') return this.trace(call, [ANY, '1', ...element(path)], calls);
    if (name === 'values') return this.trace(call, copied(path), calls);
    if (name === 'fromEntries') return this.trace(call, path.length > 1 ? path.slice(1) : [ANY, PART], calls);
    if (index !== 0) return;
    if (/^define(Property|Properties)$/.test(name) && isObject(path)) this.#changed(unwrap(first as Node));
    if (/^(assign|freeze|seal|preventExtensions|create|setPrototypeOf|defineProperty|defineProperties)$/.test(name)) this.trace(call, path, calls);
  }

  #proxied(call: AnyCall, index: number, path: Path, calls: readonly AnyCall[]): void {
    const handler = call.arguments[1] && unwrap(call.arguments[1]);
    if (index !== 0) return;
    for (const trap of handler?.type === 'ObjectExpression' ? handler.properties : []) {
      const fn = trap.type === 'ObjectMethod' ? trap : trap.type === 'ObjectProperty' ? unwrap(trap.value) : undefined;
      if (isFunction(fn)) this.#parameter(fn, 0, path, []);
    }
    this.trace(call, path, calls);
  }

  /** What a pattern, or the target of an assignment, is given. */
  #given(target: Node, path: Path, calls: readonly AnyCall[]): void {
    const inner = unwrap(target);
    const [head, ...rest] = path;
    switch (inner.type) {
      case 'Identifier':
      case 'MemberExpression':
        return this.#into(inner, path, calls);
      case 'AssignmentPattern':
        return this.#given(inner.left, path, calls);
      case 'RestElement':
        return this.#given(inner.argument, copied(path), calls);
      case 'ArrayPattern':
        for (const one of inner.elements) if (one) this.#given(one, one.type === 'RestElement' ? path : element(path), calls);
        return;
      case 'ObjectPattern':
        for (const one of inner.properties) {
          if (one.type === 'RestElement') this.#given(one, path, calls);
          else if (isObject(path)) this.#given(one.value, OF_OBJECT, calls);
          else if (head === ANY || keyName(one) === undefined || keyName(one) === head) this.#given(one.value, rest, calls);
        }
        return;
      default:
    }
  }

  /** What a name, or a member, is given: all that use it have it. */
  #into(target: Node, path: Path, calls: readonly AnyCall[]): void {
    const inner = unwrap(target);
    const script = this.#turns.scriptOf(inner);
    if (inner.type === 'Identifier') {
      const binding = script.binding(inner);
      const uses = binding === undefined ? usesOfGlobal(script, inner.name) : usesOfAny(script, binding);
      for (const { node } of uses) if (node !== inner && !isGivenOther(node, inner, uses) && !isBefore(node, inner, binding)) this.trace(node, path, binding?.kind === 'param' || binding?.scope.parent !== undefined ? calls : []);
      return;
    }
    if (inner.type === 'ThisExpression') {
      const holder = this.#turns.holderOf(inner);
      const [name, ...rest] = path;
      if (holder !== undefined && name !== undefined && name !== ANY) this.#field(holder, name, rest);
      return;
    }
    if (!isMember(inner) || path.includes(PART)) return;
    const name = memberName(inner);
    if (name !== undefined && isGlobalObject(script, inner.object)) {
      for (const { node } of usesOfGlobal(script, name)) if (node !== inner) this.trace(node, path, []);
      return;
    }
    const holder = name === undefined ? undefined : this.#turns.holderOf(inner.object);
    if (holder !== undefined && unwrap(inner.object).type !== 'ThisExpression') this.#field(holder, name!, path);
    this.#into(inner.object, [name ?? ANY, ...path], calls);
  }

  /** What a field of an object, or of the instances of a class, is given. */
  #field({ node, instance }: Holder, name: string, path: Path): void {
    for (const member of this.#turns.membersNamed(name)) {
      const holder = this.#turns.holderOf(member.object);
      if (holder?.node === node && holder.instance === instance) this.trace(member, path, []);
    }
  }

  #parameter(fn: FunctionNode, index: number, path: Path, calls: readonly AnyCall[]): void {
    const inside = calls.slice(0, 3);
    const last = fn.params.at(-1);
    const param = fn.params[index];
    if (last?.type === 'RestElement' && index >= fn.params.length - 1) this.#given(last.argument, [ANY, ...path], inside);
    else if (param !== undefined) this.#given(param.type === 'TSParameterProperty' ? param.parameter : param, path, inside);
    if (param?.type === 'TSParameterProperty') {
      const id = param.parameter.type === 'AssignmentPattern' ? param.parameter.left : param.parameter;
      const holder = holderOfMethod(fn);
      if (id.type === 'Identifier' && holder !== undefined) this.#field(holder, id.name, path);
    }
    if (usesArguments(fn)) {
      walk(fn.body, (node) => {
        if (node.type === 'Identifier' && node.name === 'arguments') this.trace(node, [ANY, ...path], inside);
        return !isFunction(node) || node.type === 'ArrowFunctionExpression';
      });
    }
  }

  #this(fn: FunctionNode, path: Path, calls: readonly AnyCall[]): void {
    if (fn.type === 'ArrowFunctionExpression') return;
    orRefusal(() => walkThis(fn, (use) => this.trace(use, path, calls.slice(0, 3))));
  }

  /** What a function gives back: to the call by which it came in, or to all. */
  #returned(fn: FunctionNode, path: Path, calls: readonly AnyCall[]): void {
    const [last, ...others] = calls;
    if (last !== undefined && this.#turns.targetsOf(last).includes(fn)) return this.trace(last, path, others);
    for (const call of this.#turns.callersOf(fn)) this.trace(call, path, []);
    const holder = holderOfMethod(fn);
    if (holder !== undefined && 'kind' in fn && fn.kind === 'get') this.#field(holder, methodName(fn) ?? ANY, path);
    const outer = wrapped(fn);
    const call = parentOf(outer);
    const callee = isCall(call) && call.callee !== outer ? unwrap(call.callee as Node) : undefined;
    const name = isMember(callee) ? (memberName(callee) ?? '') : '';
    if (/^(then|catch|finally)$/.test(name)) this.trace(call!, path, calls);
    else if (/^(map|flatMap|from)$/.test(name)) this.trace(call!, [ANY, ...path], calls);
  }
}

function isNew(node: Node): boolean {
  return /^(New|Object|Array)Expression$/.test(unwrap(node).type);
}

/** Whether a name is surely given something else before a place that uses it: `arg = copyOf(arg); delete arg.icon;`. */
function isGivenOther(use: Node, given: Node, uses: readonly { readonly node: Node }[]): boolean {
  return uses.some(({ node }) => {
    const assignment = node === given ? undefined : parentOf(wrapped(node));
    const statement = assignment?.type === 'AssignmentExpression' && assignment.left === wrapped(node) && assignment.operator === '=' && assignment.end! < use.start! ? parentOf(assignment) : undefined;
    return statement?.type === 'ExpressionStatement' && functionOf(statement) === functionOf(use) && isWithin(use, parentOf(statement)!) && !(given.start! > statement.end! && given.start! < use.start!);
  });
}

/** Whether a place uses a local variable surely before it is given a value: `free.push(color); if (none) free = COLORS;`. */
function isBefore(use: Node, given: Node, binding: Binding | undefined): boolean {
  const assignment = parentOf(wrapped(given));
  const fn = functionOf(given);
  if (assignment?.type !== 'AssignmentExpression' || assignment.left !== wrapped(given) || use.end! > given.start!) return false;
  if (fn === undefined || functionOf(use) !== fn || !binding?.declarations.every(({ node }) => functionOf(node) === fn)) return false;
  for (let up = parentOf(assignment); up !== undefined && up !== fn; up = parentOf(up)) if (/^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(up.type) && isWithin(use, up)) return false;
  return true;
}

/** The uses of a variable that are in sight. */
function usesOfAny(script: Script, binding: NonNullable<ReturnType<Script['binding']>>): readonly { readonly node: Node }[] {
  const uses = orRefusal(() => usesOfBinding(script, binding));
  return uses instanceof Refusal ? binding.references : uses;
}

/** The path to the object from an element of what holds it. */
function element(path: Path): Path {
  return isObject(path) ? OF_OBJECT : path.slice(1);
}

/** The path to the object, or to its parts, from a copy of what holds it. */
function copied(path: Path): Path {
  return isObject(path) ? [ANY, PART] : path;
}
