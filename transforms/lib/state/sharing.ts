import type * as t from '@babel/types';
import { ancestors, isCall, isFunction, isMember, isWithin, memberName, parentOf, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import type { Variable } from '../bindings.ts';
import { isLater, useOf } from '../callbacks.ts';
import { valuesOf } from './held-values.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import { slotOf } from '../slots.ts';
import { once } from '../source.ts';
import { classify, type Verdict } from './state.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';

/** What code does with the variables that outlive a turn: true for those that it changes. */
type Uses = ReadonlyMap<Variable, boolean>;

const NOTHING: Uses = new Map();

/** What one event leaves to a later one. */
interface Lasting {
  /** Whether it is reported as lost, or as not loaded yet, where listeners cannot wait for it: then it is wrong in any order. */
  readonly isReported: boolean;
  /** Whether it outlives no unload: the order of two events that arrive together is all that can be wrong with it. */
  readonly isPassing: boolean;
  /** Where events use it. */
  readonly places: readonly Node[];
}

const known = new WeakMap<Turns, Sharing>();

/** What the parts of a background share. */
export function sharingOf(turns: Turns): Sharing {
  let sharing = known.get(turns);
  if (sharing === undefined) known.set(turns, (sharing = new Sharing(turns)));
  return sharing;
}

const CHANGING = /^(push|pop|shift|unshift|splice|sort|reverse|fill|set|add|delete|clear|set[A-Z]\w*)$/;

class Sharing {
  readonly #turns: Turns;
  readonly #variables = new Map<Node, Map<Variable, boolean>>();
  /** Those that outlive an unload, when that was asked for. */
  readonly #lasting = new Map<Variable, boolean>();
  readonly #verdicts = new Map<Variable, Verdict>();

  constructor(turns: Turns) {
    this.#turns = turns;
    const realm = turns.registrations[0]?.script.realms.find(({ kind }) => kind === 'background');
    for (const { variable, verdict } of realm === undefined ? [] : classify(realm)) {
      this.#verdicts.set(variable, verdict);
      for (const { node, kind, initial } of variable.accesses) {
        if (!initial) this.#variables.set(node, new Map([...(this.#variables.get(node) ?? []), [variable, /^(write|update|mutate)$/.test(kind)]]));
      }
    }
  }

  /**
   * The places in some code that use a variable which other code changes, or change one which it uses: by themselves, through the functions that they call, or in callbacks.
   * @param isLeftOut what of the code does not count
   * @param others the other code, without what it leaves to a later turn
   */
  shared(code: readonly Node[], isLeftOut: (node: Node) => boolean, others: readonly Node[]): readonly Node[] {
    const theirs = this.#join(others.map((node) => this.#usesOf(node)));
    const found: Node[] = [];
    if (theirs.size === 0) return found;
    const meets = (uses: Uses): boolean => {
      for (const [variable, changes] of uses) if (theirs.has(variable) && (changes || theirs.get(variable) === true)) return true;
      return false;
    };
    for (const part of code) {
      const meeting = new Set(this.#usersIn(part).filter(({ uses }) => uses.some(meets)).map(({ node }) => node));
      if (meeting.size === 0) continue;
      walk(part, (node) => {
        if (isLeftOut(node)) return false;
        if (meeting.has(node)) found.push(node);
        return true;
      });
    }
    return found;
  }

  /** The places in some code that use a variable, by themselves or through the functions that they call, but for listeners. */
  readonly #usersIn = once((code: Node): readonly { readonly node: Node; readonly uses: readonly Uses[] }[] => {
    const users: { node: Node; uses: readonly Uses[] }[] = [];
    walk(code, (node) => {
      if (isFunction(node) && this.#isListener(node)) return false;
      const called = node.type === 'Identifier' && this.#isLater(node) ? this.#turns.functionsOf(node) : this.#calledBy(node);
      const uses = [this.#directly(node), ...called.map((fn) => this.#usesOf(fn))].filter(({ size }) => size > 0);
      if (uses.length > 0) users.push({ node, uses });
      return true;
    });
    return users;
  });

  /** What some code uses that an event leaves to a later one, or finds changed when it goes on. */
  lastingOf(code: readonly Node[]): readonly Lasting[] {
    const used = [...this.#join(code.map((node) => this.#usesOf(node))).keys()].filter((variable) => this.#isLasting(variable));
    return used.map((variable) => this.#leftBy(variable));
  }

  readonly #leftBy = once((variable: Variable): Lasting => ({
    isReported: this.#verdicts.get(variable)!.kind !== 'handle',
    isPassing: this.#verdicts.get(variable)!.kind === 'scratch',
    places: variable.accesses.filter(({ node, initial }) => !initial && phasesAt(node, this.#turns).has('event')).map(({ node }) => node),
  }));

  #isLasting(variable: Variable): boolean {
    let lasting = this.#lasting.get(variable);
    if (lasting === undefined) this.#lasting.set(variable, (lasting = isLasting(variable, this.#verdicts.get(variable)!, this.#turns)));
    return lasting;
  }

  /** What some code does in its turn, in the functions that it calls, too. */
  readonly #usesOf = once((node: Node): Uses => {
    const seen = new Set<Node>();
    const parts: Uses[] = [];
    const waiting: Node[] = [node];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const { uses, calls } = this.#usesHere(next);
      parts.push(uses);
      waiting.push(...calls);
    }
    return this.#join(parts);
  });

  readonly #usesHere = once((part: Node): { readonly uses: Uses; readonly calls: ReadonlySet<FunctionNode> } => {
    const parts: Uses[] = [];
    const calls = new Set<FunctionNode>();
    walk(part, (node) => {
      if (node !== part && isFunction(node) && (this.#isListener(node) || this.#isLater(node))) return false;
      parts.push(this.#directly(node));
      for (const fn of this.#calledBy(node)) calls.add(fn);
      return true;
    });
    return { uses: this.#join(parts), calls };
  });

  /** What a place itself does, by a name of the variable or by a local name of a part of what it holds. */
  #directly(node: Node): Uses {
    const named = this.#variables.get(node);
    if (named !== undefined) return named;
    const root = changedRoot(node);
    const init = root && this.#turns.scriptOf(node).binding(root)?.declarations[0]?.init;
    if (init == null) return NOTHING;
    const parts = new Map<Variable, boolean>();
    walk(init, (one) => {
      for (const variable of this.#variables.get(one)?.keys() ?? []) parts.set(variable, true);
      return !isFunction(one);
    });
    return parts;
  }

  /** The functions that a place calls, or hands to what calls them. */
  #calledBy(node: Node): readonly FunctionNode[] {
    if (isCall(node) || node.type === 'NewExpression') return this.#turns.targetsOf(node);
    if (node.type !== 'Identifier') return [];
    const call = parentOf(wrapped(node));
    return isCall(call) && call.callee !== wrapped(node) && !this.#isLater(node) && !this.#isListener(node) ? this.#turns.functionsOf(node) : [];
  }

  #isListener(node: Node): boolean {
    const call = parentOf(wrapped(node));
    return isCall(call) && call.callee !== wrapped(node) && /^add(Event)?Listener$/.test(methodOf(call) ?? '');
  }

  #isLater(node: Node): boolean {
    const call = parentOf(wrapped(node));
    return isCall(call) && call.callee !== wrapped(node) && isLater(this.#turns.scriptOf(node), call);
  }

  #join(all: readonly Uses[]): Uses {
    const joined = new Map<Variable, boolean>();
    for (const uses of all) for (const [variable, changes] of uses) joined.set(variable, changes || joined.get(variable) === true);
    return joined;
  }
}

/** Whether a variable tells later events of earlier ones when it is restored; of timers it does as long as they run, of what is under way until code goes on behind a wait. */
function isLasting(variable: Variable, verdict: Verdict, turns: Turns): boolean {
  if (verdict.kind === 'scratch') return isHeldAcrossWaits(variable, turns);
  if (verdict.kind === 'handle') return verdict.shape === 'timer';
  if (verdict.kind !== 'state' && verdict.kind !== 'start-value') return false;
  if (verdict.kind === 'state' && verdict.fill !== undefined) return true;
  const slot = orRefusal(() => slotOf(variable, turns));
  return !(valuesOf(new Map([[variable, slot]]), turns).get(variable) instanceof Refusal);
}

/** Whether some code uses a variable, waits, and uses it again. */
export function isHeldAcrossWaits({ accesses }: Variable, turns: Turns): boolean {
  const usesOf = new Map<FunctionNode, Set<Node>>();
  const add = (node: Node, depth: number): void => {
    for (const up of ancestors(node)) {
      if (!isFunction(up)) continue;
      const uses = usesOf.get(up) ?? new Set();
      if (uses.has(node)) return;
      usesOf.set(up, uses.add(node));
      if (depth > 0) for (const call of turns.callersOf(up)) add(call, depth - 1);
    }
  };
  for (const { node, initial } of accesses) if (!initial) add(node, 3);
  return [...usesOf].some(([fn, uses]) => {
    const within = [...uses];
    const isLater = (node: Node): boolean => [...ancestors(node)].some((up) => isFunction(up) && isWithin(up, fn.body) && useOf(turns.scriptOf(up), up) === 'later');
    if (within.some(isLater) && !within.every(isLater)) return true;
    return fn.async === true && within.length > 1 && waitsIn(fn).some((wait) => within.some((node) => node.end! <= wait.end!) && within.some((node) => node.start! >= wait.end!));
  });
}

const waitsIn = once((fn: FunctionNode): readonly Node[] => {
  const waits: Node[] = [];
  walk(fn.body, (node) => {
    if (node.type === 'AwaitExpression') waits.push(node);
    return !isFunction(node);
  });
  return waits;
});

/** The local name whose object a place changes: `entry` of `entry.count++` and `entry.list.push(1)`. */
function changedRoot(node: Node): t.Identifier | undefined {
  const target = node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && node.operator === 'delete') ? node.argument : isCall(node) && CHANGING.test(methodOf(node) ?? '') ? node.callee : undefined;
  let root = target && unwrap(target as Node);
  if (!isMember(root)) return undefined;
  while (isMember(root)) root = unwrap(root.object);
  return root?.type === 'Identifier' ? root : undefined;
}

function methodOf({ callee }: AnyCall): string | undefined {
  const member = unwrap(callee as Node);
  return isMember(member) ? memberName(member) : undefined;
}
