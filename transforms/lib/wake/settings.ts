import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, memberName, parentOf, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import type { Declaration } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

const STORED = /^storage\.(local|sync|managed)\.(get|onChanged\.addListener)$|^storage\.onChanged\.addListener$/;
/** Functions of the language whose result depends on their arguments only. */
const CALCULATING = /^(Number|Boolean|String|parseInt|parseFloat|Math\.(max|min|round|floor|ceil|abs)|JSON\.parse|Object\.(assign|values|entries|keys))$/;
const MAX_DEPTH = 12;

/** Tells what depends on nothing but constants and what storage keeps: the next start finds the same, unless a setting was changed. */
export class Settings {
  readonly #turns: Turns;
  readonly #accesses: ReadonlyMap<Node, readonly Access[]>;
  readonly #asked = new Set<Node>();

  /** @param accesses for each place that uses a variable of the realm, all accesses of that variable */
  constructor(turns: Turns, accesses: ReadonlyMap<Node, readonly Access[]>) {
    this.#turns = turns;
    this.#accesses = accesses;
  }

  has(script: Script, node: Node, depth = 0): boolean {
    if (evaluate(script, node, this.#turns) !== undefined) return true;
    if (depth > MAX_DEPTH || this.#asked.has(node)) return this.#asked.has(node);
    this.#asked.add(node);
    const inner = unwrap(node);
    const all = (...nodes: readonly (Node | null | undefined)[]): boolean => nodes.every((one) => one != null && this.has(script, one, depth + 1));
    const found = ((): boolean => {
      switch (inner.type) {
        case 'AwaitExpression': case 'UnaryExpression': return all(inner.argument);
        case 'LogicalExpression': case 'BinaryExpression': return all(inner.left, inner.right);
        case 'ConditionalExpression': return all(inner.test, inner.consequent, inner.alternate);
        case 'ArrayExpression': return inner.elements.every((element) => element?.type !== 'SpreadElement' && all(element));
        case 'ObjectExpression': return inner.properties.every((member) => (member.type === 'ObjectProperty' ? all(member.value) : member.type === 'SpreadElement' && all(member.argument)));
        case 'MemberExpression': case 'OptionalMemberExpression': return this.#member(script, inner, depth);
        case 'CallExpression': case 'OptionalCallExpression': return this.#call(script, inner, depth);
        case 'NewExpression': return this.#made(script, inner, depth);
        case 'Identifier': return this.#name(script, inner, depth);
        default: return false;
      }
    })();
    this.#asked.delete(node);
    return found;
  }

  #member(script: Script, member: Node, depth: number): boolean {
    if (!isMember(member)) return false;
    const object = unwrap(member.object);
    if (object.type === 'Identifier' && object.name === 'localStorage' && script.binding(object) === undefined) return true;
    const own = this.#accesses.get(member);
    return own !== undefined ? this.#filled(own, depth) : this.has(script, object, depth + 1);
  }

  #call(script: Script, call: AnyCall, depth: number): boolean {
    const callee = unwrap(call.callee as Node);
    const path = script.api(callee)?.names.join('.');
    if (path !== undefined) return STORED.test(path);
    if (/^localStorage\.getItem$/.test(script.textOf(callee)) || (CALCULATING.test(script.textOf(callee)) && call.arguments.every((argument) => this.has(script, argument, depth + 1)))) return true;
    const targets = this.#turns.targetsOf(call);
    return targets.length === 1 && this.#returns(targets[0]!, depth);
  }

  /** Whether a promise that is made is settled with what storage answers: `new Promise((resolve) => chrome.storage.local.get(defaults, resolve))`. */
  #made(script: Script, made: t.NewExpression, depth: number): boolean {
    const executor = made.arguments[0] && unwrap(made.arguments[0]);
    if (made.callee.type !== 'Identifier' || made.callee.name !== 'Promise' || script.binding(made.callee) !== undefined || executor === undefined || !isFunction(executor)) return false;
    const [resolve] = executor.params;
    const [only, another] = (resolve?.type === 'Identifier' && script.binding(resolve)?.references) || [];
    const call = only && parentOf(only.node);
    if (!isCall(call) || another !== undefined) return false;
    const isOfStorage = (one: Node | undefined): boolean => isCall(one) && functionOf(one) === executor && STORED.test(script.api(unwrap(one.callee as Node))?.names.join('.') ?? '');
    if (call.callee !== only!.node) return isOfStorage(call);
    const callback = functionOf(call);
    return (callback === executor || isOfStorage(parentOf(wrapped(callback!)))) && call.arguments.every((argument) => this.has(script, argument, depth + 1));
  }

  #returns(fn: FunctionNode, depth: number): boolean {
    const script = this.#turns.scriptOf(fn);
    if (fn.body.type !== 'BlockStatement') return this.has(script, fn.body, depth + 1);
    const returned: (Node | null | undefined)[] = [];
    walk(fn.body, (node) => {
      if (isFunction(node)) return false;
      if (node.type === 'ReturnStatement') returned.push(node.argument);
    });
    return returned.length > 0 && returned.every((one) => one != null && this.has(script, one, depth + 1));
  }

  #name(script: Script, id: Node, depth: number): boolean {
    const shared = this.#accesses.get(id);
    if (shared !== undefined) return this.#filled(shared, depth);
    const binding = id.type === 'Identifier' ? script.binding(id) : undefined;
    const [declaration, another] = binding?.declarations ?? [];
    if (binding === undefined || declaration === undefined || another !== undefined) return false;
    const isWritten = binding.references.filter(({ writes }) => writes).every(({ node }) => {
      const parent = parentOf(node);
      return parent?.type === 'AssignmentExpression' && this.has(script, parent.right, depth + 1);
    });
    if (!isWritten) return false;
    if (binding.kind === 'param') return this.#given(declaration, depth);
    return declaration.node.type === 'VariableDeclarator' && (declaration.init === undefined ? declaration.node.id === declaration.id : this.has(script, declaration.init, depth + 1));
  }

  /** Whether all that a variable is given are settings and constants. */
  #filled(accesses: readonly Access[], depth: number): boolean {
    return accesses.every(({ kind, script, node, value }) => {
      if (kind === 'read') return true;
      const parent = parentOf(wrapped(node));
      const given = value ?? (parent?.type === 'VariableDeclarator' ? parent.init : kind === 'write' && parent?.type === 'AssignmentExpression' ? parent.right : undefined);
      if (given != null) return this.has(script, given, depth + 1);
      let target: Node | undefined = parent;
      while (isMember(target)) target = parentOf(wrapped(target));
      if (target?.type === 'AssignmentExpression') return this.has(script, target.right, depth + 1);
      if (isCall(target) && script.textOf(target.callee) === 'Object.assign') return target.arguments.slice(1).every((argument) => this.has(script, argument, depth + 1));
      // Handed on, and only read there.
      return kind === 'escape';
    });
  }

  /** Whether a parameter is what storage answers, or what all callers find there. */
  #given({ id, node }: Declaration, depth: number): boolean {
    if (!isFunction(node)) return false;
    const script = this.#turns.scriptOf(node);
    const index = node.params.findIndex((param) => param.start! <= id.start! && id.end! <= param.end!);
    const outer = parentOf(wrapped(node));
    const callee = isCall(outer) && outer.arguments.includes(wrapped(node) as never) ? unwrap(outer.callee as Node) : undefined;
    if (isCall(outer) && callee !== undefined) {
      const path = script.api(callee)?.names.join('.');
      if (path !== undefined) return index === 0 && STORED.test(path);
      if (isMember(callee) && memberName(callee) === 'then') return this.has(script, callee.object, depth + 1);
    }
    const registered = this.#turns.registrations.filter(({ functions }) => functions.includes(node));
    const callers = this.#turns.callersOf(node);
    return registered.length + callers.length > 0 && registered.every(({ event }) => /^storage\.(\w+\.)?onChanged$/.test(event) && index === 0) &&
      callers.every((call) => call.arguments[index] !== undefined && this.has(this.#turns.scriptOf(call), call.arguments[index], depth + 1));
  }
}
