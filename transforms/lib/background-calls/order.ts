import { isCall, isFunction, isMember, memberName, walk, type Node } from '../ast.ts';
import type { Variable } from '../bindings.ts';
import { turnFunction } from '../callbacks.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { variablesOf } from '../variables/variables.ts';
import type { Target } from './targets.ts';

/** What a function of the background uses that a worker restores: it waits for that where the worker has just started. */
export class Order {
  readonly #turns: Turns;
  readonly #variables = new Map<Node, string>();
  readonly #stateful: readonly Variable[];
  readonly #touched = new Map<string, ReadonlySet<string>>();

  constructor(background: Realm, turns: Turns) {
    this.#turns = turns;
    this.#stateful = variablesOf(background, turns).filter(({ accesses }) => accesses.some(({ kind, initial }) => kind !== 'read' && !initial));
    for (const { name, accesses } of this.#stateful) for (const { node } of accesses) this.#variables.set(node, name);
  }

  /** Whether one of two messages that are sent one after the other is done with before the other is begun, even if it has to wait for state: then the other one has to wait for the same. */
  isKept(first: Target, next: Target): boolean {
    if (first.fn === next.fn && first.name === next.name) return true;
    const known = this.#of(next, false);
    return [...this.#of(first, true)].every((name) => known.has(name));
  }

  /** Whether a function, or a variable, may have to wait for state. */
  mayWait(target: Target): boolean {
    return this.#of(target, true).size > 0;
  }

  #of(target: Target, withCallbacks: boolean): ReadonlySet<string> {
    const { name, script, fn } = target;
    if (fn === undefined) return new Set(this.#stateful.some((variable) => variable.name === name && variable.kind === 'top-level') ? [name] : []);
    const key = `${withCallbacks} ${name}`;
    let found = this.#touched.get(key);
    if (found === undefined) this.#touched.set(key, (found = this.#reached(script, fn, withCallbacks)));
    return found;
  }

  #reached(script: Script, fn: Node, withCallbacks: boolean): ReadonlySet<string> {
    const found = new Set<string>();
    const seen = new Set<Node>();
    const visit = (owner: Script, whole: Node): void => {
      if (seen.has(whole)) return;
      seen.add(whole);
      walk(whole, (node) => {
        if (!withCallbacks && isFunction(node) && node !== whole && turnFunction(owner, node.body) === node) return false;
        const name = this.#variables.get(node);
        if (name !== undefined) found.add(name);
        if ((node.type === 'Identifier' && node.name === 'localStorage') || (isMember(node) && memberName(node) === 'localStorage')) found.add('localStorage');
        if (isCall(node) || node.type === 'NewExpression') for (const target of this.#turns.targetsOf(node)) visit(this.#turns.scriptOf(target), target);
        return true;
      });
    };
    visit(script, fn);
    return found;
  }
}
