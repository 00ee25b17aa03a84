import type * as t from '@babel/types';
import { callOf, isCall, isFunction, isMember, isWithin, memberName, parentOf, unwrap, usesArguments, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { accessOf, type Access } from '../bindings.ts';
import { usesOfMethod } from '../objects.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import type { Turns } from '../turns.ts';
import { usesOfFunction } from '../uses.ts';
import { returnsOf } from '../values/returns.ts';

/** Whether a change may be made of what storage answered; false only where all that it is made of is seen to come from elsewhere. */
export function mayBringStored({ script, node, value, kind }: Access, turns: Turns): boolean {
  const member = kind === 'mutate' ? parentOf(wrapped(node)) : undefined;
  if (isMember(member) && callOf(member) !== undefined && /^(shift|pop|sort|reverse|clear)$/.test(memberName(member) ?? '')) return false;
  const tracing = new Tracing(turns);
  const parts = value ? [value] : partsOf(node);
  return parts.length === 0 || parts.some((part) => tracing.mayHold(script, part));
}

/** The keys and values of the assignment or call by which a member of what a name holds is changed. */
function partsOf(node: Node): readonly Node[] {
  const keys: Node[] = [];
  let inner = wrapped(node);
  for (let up = parentOf(inner); isMember(up) && up.object === inner; up = parentOf(inner)) {
    if (up.computed) keys.push(up.property);
    inner = wrapped(up);
  }
  const parent = parentOf(inner);
  // Object.assign(options, stored)
  return [...keys, ...(isCall(parent) ? parent.arguments.filter((argument) => argument !== inner) : []), ...(parent?.type === 'AssignmentExpression' ? [parent.right] : [])];
}

/** Whether a node is the `storage.local.get` of a call. */
export function isStorageGet(script: Script, node: Node): boolean {
  return isMember(node) && callOf(node) !== undefined && /^storage\.(\w+\.)?get$/.test(script.api(node)?.names.join('.') ?? '');
}

class Tracing {
  readonly #turns: Turns;
  readonly #seen = new Set<object>();

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  mayHold(script: Script, node: Node): boolean {
    let found = false;
    walk(node, (one) => {
      if (found) return false;
      if (isStorageGet(script, one) || one.type === 'ThisExpression') found = true;
      // What a request asks for is not what it brings, and a timer gives its id.
      else if (isCall(one) && one.callee.type === 'Identifier' && /^(fetch|setTimeout|setInterval)$/.test(one.callee.name) && script.binding(one.callee) === undefined) return false;
      else if (isCall(one) && this.#turns.targetsOf(one).length > 0) {
        found = this.#turns.targetsOf(one).some((fn) => this.#mayGive(fn)) || one.arguments.some((argument) => this.mayHold(script, argument));
        return false;
      } else if (isMember(one) && !one.computed) {
        found = this.mayHold(script, one.object);
        return false;
      } else if (one.type === 'Identifier' && !isKey(one)) found = this.#mayName(script, one);
      return !found;
    });
    return found;
  }

  /** What a function returns, or hands to a callback. */
  #mayGive(fn: FunctionNode): boolean {
    if (this.#seen.has(fn)) return false;
    this.#seen.add(fn);
    const script = this.#turns.scriptOf(fn);
    let reads = false;
    walk(fn.body, (one) => {
      if (isStorageGet(script, one)) reads = true;
      return !reads;
    });
    return reads || returnsOf(fn).some((returned) => this.mayHold(script, returned));
  }

  #mayName(script: Script, id: t.Identifier): boolean {
    const functions = this.#turns.functionsOf(id);
    if (functions.length > 0) return functions.some((fn) => this.#mayGive(fn));
    const own = script.binding(id);
    if (own !== undefined) return this.#mayBe(script, own);
    const others = script.realms.filter(({ kind }) => kind === 'background').flatMap(({ scripts }) => scripts);
    return others.some((other) => {
      const binding = other === script ? undefined : other.scopes?.program.bindings.get(id.name);
      return binding !== undefined && this.#mayBe(other, binding);
    });
  }

  #mayBe(script: Script, binding: Binding): boolean {
    if (this.#seen.has(binding)) return false;
    this.#seen.add(binding);
    if (binding.kind === 'import') return true;
    if (binding.kind === 'catch' || isRequest(script, binding)) return false;
    return binding.declarations.some((declaration) => this.#mayBegin(script, declaration)) || binding.references.some(({ node }) => {
      const access = accessOf(script, node as t.Identifier);
      if (access.kind === 'write') return access.value !== undefined && this.mayHold(script, access.value);
      return access.kind === 'mutate' && partsOf(node).some((one) => !isFunction(unwrap(one)) && this.mayHold(script, one));
    });
  }

  #mayBegin(script: Script, { node, id, init }: Binding['declarations'][number]): boolean {
    if (isFunction(node)) return isWithin(id, node.body) || this.#mayBeGiven(script, node, id);
    if (init !== undefined) return this.mayHold(script, init);
    const loop = parentOf(parentOf(node)!);
    return (loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement') && isWithin(node, loop.left) && this.mayHold(script, loop.right);
  }

  /** What a parameter gets. */
  #mayBeGiven(script: Script, fn: FunctionNode, id: Node): boolean {
    const index = fn.params.findIndex((param) => isWithin(id, param));
    const handler = parentOf(wrapped(fn));
    // request.onload = function (event) { … }
    if (handler?.type === 'AssignmentExpression' && handler.right === wrapped(fn) && isMember(handler.left) && /^on[a-z]+$/.test(memberName(handler.left) ?? '')) return false;
    // net.get = function (url) { … }
    const called = handler?.type === 'AssignmentExpression' && isMember(handler.left) ? this.#turns.callersOf(fn) : [];
    const named = called.length > 0 ? called.map((call) => call.callee as Node) : usesOfMethod(fn, this.#turns);
    const uses = named?.map((node) => ({ script: this.#turns.scriptOf(node), node })) ?? usesOfFunction(script, fn);
    return uses === undefined || uses.some(({ script: user, node }) => {
      const outer = wrapped(node);
      const call = parentOf(outer);
      if (!isCall(call)) return true;
      if (call.callee === outer) return call.arguments[index] !== undefined && this.mayHold(user, call.arguments[index]);
      const callee = unwrap(call.callee as Node);
      const path = user.api(callee)?.names.join('.');
      if (path !== undefined) return /^storage\.(\w+\.)?(get|onChanged\.addListener)$/.test(path);
      const name = isMember(callee) ? memberName(callee) : undefined;
      if (name === 'addEventListener') return false;
      if (isMember(callee) && (name === 'then' || SYNC_METHODS.has(name ?? ''))) return this.mayHold(user, callee.object);
      const targets = this.#turns.targetsOf(call);
      // $.each(list, function (index, item) {})
      if (targets.length === 0 && SYNC_METHODS.has(name ?? '')) return call.arguments.some((argument) => argument !== outer && this.mayHold(user, argument));
      return targets.length === 0 || targets.some((target) => this.#mayHand(target, call.arguments.indexOf(outer as t.Expression), index));
    });
  }

  /** What a function gives to a callback that is one of its parameters. */
  #mayHand(fn: FunctionNode, callback: number, index: number): boolean {
    const param = fn.params[callback];
    const script = this.#turns.scriptOf(fn);
    const binding = param?.type === 'Identifier' ? script.binding(param) : undefined;
    if (binding === undefined || usesArguments(fn)) return true;
    return binding.references.some(({ node }) => {
      const user = parentOf(wrapped(node));
      // if (callback) callback(answer)
      if (user?.type === 'IfStatement' || (user?.type === 'LogicalExpression' && user.operator === '&&' && user.left === wrapped(node))) return false;
      // callback.call(list[i], i, list[i])
      const rebound = isMember(user) && user.object === wrapped(node) && memberName(user) === 'call' ? wrapped(user) : undefined;
      const call = rebound === undefined ? user : parentOf(rebound);
      if (!isCall(call) || call.callee !== (rebound ?? wrapped(node))) return true;
      const place = rebound === undefined ? index : index + 1;
      return call.arguments.slice(0, place + 1).some(({ type }) => type === 'SpreadElement') || (call.arguments[place] !== undefined && this.mayHold(script, call.arguments[place]));
    });
  }
}

/** `const request = new XMLHttpRequest()`: what it asks for is not what it brings. */
function isRequest(script: Script, { declarations, references }: Binding): boolean {
  const made = declarations.length === 1 && declarations[0]!.init ? unwrap(declarations[0]!.init) : undefined;
  const callee = made?.type === 'NewExpression' ? unwrap(made.callee) : undefined;
  return callee?.type === 'Identifier' && callee.name === 'XMLHttpRequest' && script.binding(callee) === undefined && !references.some(({ writes }) => writes);
}

/** Whether an identifier is the key of an object literal's member. */
function isKey(id: t.Identifier): boolean {
  const parent = parentOf(id);
  return (parent?.type === 'ObjectProperty' || parent?.type === 'ObjectMethod') && parent.key === id && !parent.computed && !(parent.type === 'ObjectProperty' && parent.shorthand);
}
