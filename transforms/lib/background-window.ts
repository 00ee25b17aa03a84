import type * as t from '@babel/types';
import type { ApiReference } from './api.ts';
import { isCall, isFunction, isMember, keyName, memberName, parentOf, unwrap, wrapped, type AnyMember, type Node } from './ast.ts';
import { usesOfBinding } from './objects.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';

/** What a page does with something that it reached through the background's window. */
export interface WindowUse {
  readonly script: Script;
  readonly node: Node;
  readonly kind: 'call' | 'read' | 'write' | 'shared';
  /** The members from the window on: `['settings', 'save']`. */
  readonly names: readonly string[];
  /** For `shared`: what is passed by reference. */
  readonly what: string | undefined;
}

/** A mention of getBackgroundPage, and what becomes of the window that it gives. */
export interface WindowSource {
  readonly reference: ApiReference;
  /** The call; the mention itself where it is not called. */
  readonly source: Node;
  /** The variable that the window itself is kept in. */
  readonly binding: Binding | undefined;
  readonly uses: readonly WindowUse[];
}

/** The background windows that a script gets, with their uses: directly, through variables and patterns, in callbacks and continuations. */
export function* backgroundPageUses(script: Script): Generator<WindowSource> {
  for (const api of ['extension.getBackgroundPage', 'runtime.getBackgroundPage']) {
    for (const reference of script.references(api)) {
      if (reference.pattern) continue;
      const follow = new Following(script);
      const source: Node = reference.call ?? reference.node;
      if (reference.call !== undefined) follow.source(reference.call);
      yield { reference, source, binding: follow.binding, uses: follow.uses };
    }
  }
}

const MUTATORS = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'set', 'add', 'delete', 'clear']);
const READERS = new Set([
  'forEach', 'map', 'filter', 'find', 'findIndex', 'some', 'every', 'reduce', 'slice', 'concat', 'join', 'indexOf', 'includes', 'keys', 'values', 'entries', 'get', 'has',
  'toString', 'hasOwnProperty', 'split', 'replace', 'trim', 'toLowerCase', 'toUpperCase', 'startsWith', 'endsWith', 'match', 'toFixed', 'getTime',
]);
/** Parts of a window that cannot be copied. */
const LIVE = new Set(['document', 'addEventListener', 'removeEventListener', '$', 'jQuery', 'window', 'self']);

class Following {
  readonly uses: WindowUse[] = [];
  binding: Binding | undefined;
  readonly #script: Script;
  readonly #seen = new Set<Binding>();

  constructor(script: Script) {
    this.#script = script;
  }

  /** A call of getBackgroundPage: its result, its callback's parameter, its promise's value. */
  source(call: Node): void {
    if ('arguments' in call) {
      for (const argument of call.arguments) {
        const fn = unwrap(argument);
        if (isFunction(fn)) return this.#parameter(fn.params[0]);
      }
    }
    const outer = wrapped(call);
    const parent = parentOf(outer);
    if (parent?.type === 'AwaitExpression') return this.#value(this.#script, parent, []);
    if (isMember(parent) && parent.object === outer && memberName(parent) === 'then') {
      const then = parentOf(parent);
      const fn = isCall(then) && then.callee === parent && then.arguments[0] ? unwrap(then.arguments[0]) : undefined;
      if (fn !== undefined && isFunction(fn)) return this.#parameter(fn.params[0]);
      return;
    }
    this.#value(this.#script, call, []);
  }

  #parameter(param: Node | undefined): void {
    if (param !== undefined) this.#kept(this.#script, param, []);
  }

  /** An expression that is the window, or what hangs on it under some names. */
  #value(script: Script, node: Node, names: readonly string[]): void {
    const outer = wrapped(node);
    const parent = parentOf(outer);
    if (isMember(parent) && parent.object === outer) {
      const name = memberName(parent);
      return this.#member(script, parent, [...names, name ?? '[]']);
    }
    if (parent?.type === 'LogicalExpression' && (parent.right === outer || parent.operator !== '&&')) {
      this.#value(script, parent, names);
    } else if (parent?.type === 'VariableDeclarator' && parent.init === outer) {
      this.#kept(script, parent.id, names);
    } else if (parent?.type === 'AssignmentExpression' && parent.right === outer && parent.operator === '=') {
      this.#kept(script, parent.left, names);
    } else if (names.length > 0) {
      if (isCall(parent) && parent.callee === outer) this.#use(script, parent, 'call', names);
      else this.#use(script, node, 'read', names);
    }
  }

  #member(script: Script, member: AnyMember, names: readonly string[]): void {
    const outer = wrapped(member);
    const parent = parentOf(outer);
    if (isMember(parent) && parent.object === outer) return this.#member(script, parent, [...names, memberName(parent) ?? '[]']);
    if (LIVE.has(names[0]!)) return this.#use(script, enclosing(outer), 'shared', names, names[0] === 'document' ? 'a document' : names[0]!.endsWith('EventListener') ? 'a listener' : 'an object');
    if ((isCall(parent) || parent?.type === 'NewExpression') && parent.callee === outer) {
      const passed = parent.arguments.map((argument) => unwrap(argument)).find((argument) => isFunction(argument) || argument.type === 'ThisExpression');
      if (parent.type === 'NewExpression') return this.#use(script, parent, 'shared', names, 'a class');
      if (this.#isOwnMethod(names)) return this.#use(script, parent, 'call', names);
      if (names.length > 1 && READERS.has(names.at(-1)!)) return this.#use(script, parent, 'read', names);
      if (names.length > 1 && MUTATORS.has(names.at(-1)!)) return this.#use(script, parent, 'write', names);
      return passed === undefined ? this.#use(script, parent, 'call', names) : this.#use(script, parent, 'shared', names, isFunction(passed) ? 'a function' : 'an object');
    }
    if (parent?.type === 'AssignmentExpression' && parent.left === outer) {
      const value = unwrap(parent.right);
      return isFunction(value) ? this.#use(script, parent, 'shared', names, 'a function') : this.#use(script, parent, 'write', names);
    }
    if (parent?.type === 'UpdateExpression' || (parent?.type === 'UnaryExpression' && parent.operator === 'delete')) return this.#use(script, parent, 'write', names);
    if (parent?.type === 'VariableDeclarator' && parent.init === outer && this.#kept(script, parent.id, names)) return;
    this.#use(script, member, 'read', names);
  }

  /** Whether the background declares an object whose method has such a name: `settings.get(key)` is no read of a Map. */
  #isOwnMethod([name, method, another]: readonly string[]): boolean {
    const { extension } = this.#script;
    if (name === undefined || another !== undefined || extension.background === undefined) return false;
    const { owner, binding } = extension.topLevelName(extension.background, name) ?? {};
    const declared = binding?.declarations[0]?.init;
    const init = declared && unwrap(declared);
    // answers.add = function () {}
    const isGiven = owner !== undefined && usesOfBinding(owner, binding!).some(({ node }) => {
      const member = parentOf(wrapped(node));
      const assignment = isMember(member) && member.object === wrapped(node) && memberName(member) === method ? parentOf(wrapped(member)) : undefined;
      return assignment?.type === 'AssignmentExpression' && assignment.left === member && isFunction(unwrap(assignment.right));
    });
    if (isGiven) return true;
    if (init?.type === 'NewExpression') return init.callee.type === 'Identifier' && extension.topLevel(extension.background).has(init.callee.name);
    return init?.type === 'ObjectExpression' && init.properties.some((member) => member.type !== 'SpreadElement' && keyName(member) === method && isFunction(member.type === 'ObjectMethod' ? member : unwrap(member.value)));
  }

  /** A variable or pattern that takes a value. Whether it is called or changed through that; of plain reads the first, where it is taken, is enough. */
  #kept(script: Script, target: Node, names: readonly string[]): boolean {
    const id = unwrap(target);
    if (id.type === 'ObjectPattern') {
      for (const member of id.properties) {
        if (member.type !== 'ObjectProperty') continue;
        const name = keyName(member) ?? '[]';
        const leaf = member.value.type === 'AssignmentPattern' ? member.value.left : member.value;
        if (!this.#kept(script, leaf, [...names, name])) this.#use(script, member, 'read', [...names, name]);
      }
      return true;
    }
    if (id.type !== 'Identifier') return false;
    const binding = script.binding(id);
    if (names.length === 0) this.binding = binding;
    if (binding !== undefined && this.#seen.has(binding)) return true;
    if (binding !== undefined) this.#seen.add(binding);
    const before = this.uses.length;
    for (const [owner, node] of usesOf(script, id, binding)) this.#value(owner, node, names);
    if (names.length === 0) return true;
    const found = this.uses.splice(before).filter(({ kind }) => kind !== 'read');
    this.uses.push(...found);
    return found.length > 0;
  }

  #use(script: Script, node: Node, kind: WindowUse['kind'], names: readonly string[], what?: string): void {
    this.uses.push({ script, node, kind, names, what });
  }
}

/** The reads of a variable; of one at top level of a classic script also those in other scripts of the same page. */
function* usesOf(script: Script, id: t.Identifier, binding: Binding | undefined): Generator<readonly [Script, Node]> {
  for (const { node, reads } of binding?.references ?? script.freeNames.get(id.name) ?? []) if (reads) yield [script, node];
  if (binding !== undefined && (binding.scope.parent !== undefined || script.isModule)) return;
  for (const other of new Set(script.realms.flatMap(({ scripts }) => scripts))) {
    if (other === script || other.isModule || !other.text.includes(id.name)) continue;
    for (const { node, reads } of other.freeNames.get(id.name) ?? []) if (reads) yield [other, node];
  }
}

/** A call with what is called. */
function enclosing(node: Node): Node {
  const parent = parentOf(node);
  return isCall(parent) && parent.callee === node ? parent : node;
}
