import type * as t from '@babel/types';
import { isCall, isFunction, isMember, memberName, parentOf, unwrap, usesArguments, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { SYNC_METHODS, TIMERS } from '../callbacks.ts';
import type { Callees } from './callees.ts';
import type { Binding } from '../scope.ts';
import { isOnlyTested } from '../tables.ts';
import type { Units } from './units.ts';

/** How much later what a call is given runs. */
type Lateness = 'none' | 'callback' | 'promise' | 'timer';

/** A place that is gone through, or a call that runs what it is given later. */
export type Step = { readonly at: Node } | { readonly delay: Exclude<Lateness, 'none'>; readonly cause: Node };

/** How a function that a parameter is given comes to run when the function with the parameter does. */
export interface Way {
  /** The call that runs it; none where a callback, a promise or a timer does. */
  readonly call: AnyCall | undefined;
  readonly steps: readonly Step[];
}

/** Methods that call the function that they are called on. */
export const CALLING = /^(call|apply)$/;

/** What has been gone through: circles are gone round once, for what a second round delays. */
type Seen = readonly (Node | Binding)[];

/** Functions and parameters on one way: what is handed on further is not followed. */
const MOST_STEPS = 30;

/** Follows the functions that parameters are given through what a call does with them, so that the calls of a helper are kept apart. */
export class HandedOn {
  readonly #units: Units;
  readonly #callees: Callees;
  readonly #known = new Map<Node, readonly Way[] | undefined>();

  constructor(units: Units, callees: Callees) {
    this.#units = units;
    this.#callees = callees;
  }

  /** The ways from the start of a function to the functions that one of its parameters is given, through one use of the parameter; undefined for what is no parameter, or not followed. */
  waysThrough(use: Node): readonly Way[] | undefined {
    const inner = unwrap(use);
    if (inner.type !== 'Identifier') return undefined;
    if (!this.#known.has(inner)) {
      const binding = this.#units.scriptOf(inner).binding(inner);
      const home = binding && this.#homeOf(binding);
      this.#known.set(inner, home && this.#through(home, inner, []));
    }
    return this.#known.get(inner);
  }

  /** How much later what a call is given runs; undefined where functions of the realm, events or code that is not known take it. */
  delayOf(call: AnyCall, argument: Node): Lateness | undefined {
    const api = this.#units.apiCalls.get(call);
    if (api !== undefined) return /\.(add|remove|has)Listener(\.|$)/.test(api) ? undefined : 'callback';
    const callee = unwrap(call.callee as Node);
    const name = callee.type === 'Identifier' ? callee.name : isMember(callee) ? (memberName(callee) ?? '') : '';
    if (this.#callees.targets(call).length > 0) return undefined;
    const isFirst = call.arguments[0] === argument;
    if (TIMERS.has(name) && (callee.type === 'Identifier' || (isMember(callee) && this.#callees.names.globalName(callee.object) === 'window'))) return isFirst ? 'timer' : undefined;
    if (isMember(callee)) {
      if (name === 'then' || name === 'catch' || name === 'finally') return isSettledPromise(callee.object) ? 'none' : 'promise';
      return SYNC_METHODS.has(name) ? 'none' : undefined;
    }
    return isFirst && (name === 'queueMicrotask' || (call.type === 'NewExpression' && name === 'Promise')) ? 'none' : undefined;
  }

  /** The function that a binding is a parameter of, where its calls give it what it is. */
  #homeOf({ kind, declarations: [declaration, ...others] }: Binding): FunctionNode | undefined {
    return kind === 'param' && others.length === 0 && isFunction(declaration?.node) ? declaration.node : undefined;
  }

  /** The ways from a function to what is named at a place in it. */
  #through(home: FunctionNode, use: Node, seen: Seen): readonly Way[] | undefined {
    const outer = wrapped(use);
    const parent = parentOf(outer);
    if (isMember(parent) && parent.object === outer && CALLING.test(memberName(parent) ?? '')) {
      const call = parentOf(wrapped(parent));
      return isCall(call) && call.callee === wrapped(parent) ? this.#to(home, call, seen) : undefined;
    }
    if (!isCall(parent) && parent?.type !== 'NewExpression') return isOnlyTested(use) ? [] : undefined;
    const before = this.#to(home, parent, seen);
    if (before === undefined || parent.callee === outer) return isCall(parent) ? before : undefined;
    const delay = this.delayOf(parent, outer);
    const after: readonly Way[] | undefined = delay === undefined ? this.#intoCallee(parent, outer, seen) : [{ call: undefined, steps: delay === 'none' ? [] : [{ delay, cause: parent }] }];
    return after && before.flatMap((way) => after.map(({ call, steps }) => ({ call, steps: [...way.steps, ...steps] })));
  }

  /** The ways from a function to the run of a call in it. */
  #to(home: FunctionNode, call: AnyCall, seen: Seen): readonly Way[] | undefined {
    const unit = this.#units.unitOf(call);
    const here: Step = { at: call };
    if (unit === home) return [{ call, steps: [here] }];
    if (!isFunction(unit) || unit.generator === true) return undefined;
    return this.#into(home, unit, seen)?.map(({ steps }) => ({ call, steps: [...steps, here] }));
  }

  /** The ways from a function to the run of another one that is written in it. */
  #into(home: FunctionNode, fn: FunctionNode, seen: Seen): readonly Way[] | undefined {
    if (isRoundTwice(fn, seen)) return [];
    if (seen.length > MOST_STEPS) return undefined;
    return every(this.#usesOf(fn), (use) => this.#through(home, use, [...seen, fn]));
  }

  /** Where a function is used: where it stands, or by its name. */
  #usesOf(fn: FunctionNode): readonly Node[] | undefined {
    if (fn.type === 'ObjectMethod' || fn.type === 'ClassMethod' || fn.type === 'ClassPrivateMethod') return undefined;
    const declarator = parentOf(wrapped(fn));
    const id = fn.type === 'FunctionDeclaration' ? fn.id : declarator?.type === 'VariableDeclarator' ? declarator.id : undefined;
    if (id === undefined) return [fn];
    const binding = id?.type === 'Identifier' ? this.#units.scriptOf(fn).binding(id) : undefined;
    if (binding === undefined || binding.declarations.length !== 1 || binding.references.some(({ writes }) => writes)) return undefined;
    return binding.references.map(({ node }) => node);
  }

  /** The ways through the functions of the realm that a call gives something to. */
  #intoCallee(call: AnyCall, argument: Node, seen: Seen): readonly Way[] | undefined {
    const index = call.arguments.indexOf(argument as t.Expression);
    const targets = this.#restsOnParameter(call.callee as Node) ? [] : this.#callees.targets(call);
    if (seen.length > MOST_STEPS || targets.length === 0 || call.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement')) return undefined;
    return every(targets, (target) => {
      const param = target.params[index];
      const id = param?.type === 'AssignmentPattern' ? param.left : param;
      if (usesArguments(target) || target.params.slice(0, index + 1).some(({ type }) => type === 'RestElement')) return undefined;
      if (id === undefined) return [];
      const binding = id.type === 'Identifier' ? this.#units.scriptOf(target).binding(id) : undefined;
      if (binding === undefined || binding.declarations.length !== 1 || binding.references.some(({ writes }) => writes)) return undefined;
      if (isRoundTwice(binding, seen)) return [];
      return every(binding.references.map(({ node }) => node), (use) => this.#through(target, use, [...seen, binding]));
    });
  }

  /** Whether what is called is found in what a parameter is given, and may not be known yet. */
  #restsOnParameter(callee: Node): boolean {
    let inner = unwrap(callee);
    if (isMember(inner) && CALLING.test(memberName(inner) ?? '')) return true;
    while (isMember(inner)) inner = unwrap(inner.object);
    return inner.type !== 'ThisExpression' && (inner.type !== 'Identifier' || this.#units.scriptOf(inner).binding(inner)?.kind === 'param');
  }
}

function isRoundTwice(one: Node | Binding, seen: Seen): boolean {
  return seen.indexOf(one) !== seen.lastIndexOf(one);
}

/** All ways through some places; undefined where one is not followed. */
function every<T>(places: readonly T[] | undefined, waysThrough: (place: T) => readonly Way[] | undefined): readonly Way[] | undefined {
  const found: Way[] = [];
  for (const place of places ?? []) {
    const ways = waysThrough(place);
    // What branches that much is not worth the time.
    if (ways === undefined || found.length > 20) return undefined;
    found.push(...ways);
  }
  return places && found;
}

/** Promise.resolve().then(f) runs in a microtask of the same turn. */
function isSettledPromise(node: Node): boolean {
  const inner = unwrap(node);
  if (!isCall(inner)) return false;
  const callee = unwrap(inner.callee as Node);
  return isMember(callee) && memberName(callee) === 'resolve' && unwrap(callee.object).type === 'Identifier' && (unwrap(callee.object) as t.Identifier).name === 'Promise';
}
