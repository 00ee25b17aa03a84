import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, mayLeave, memberName, parentOf, siblings, statementOf, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import { usesOfMethod } from '../objects.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';
import { usesOfFunction } from '../uses.ts';

/** An assignment that fills a cache where it is empty. */
export interface Fill {
  readonly change: Access;
  readonly value: Node;
  /** What looks whether it is empty: there it may be. */
  readonly asks: readonly Node[];
  /** What runs only to fill it. */
  readonly code: readonly Node[];
  /** What is passed only with the cache full, beside the assignment itself: `if (!cache) cache = load();`. */
  readonly passed?: Node;
}

/** Where a cache is full, if it is filled where it is found empty. */
export class Filling {
  readonly #fills: readonly Fill[];
  readonly #turns: Turns;
  readonly #passed = new Set<Node>();

  constructor(fills: readonly Fill[], turns: Turns) {
    this.#fills = fills;
    this.#turns = turns;
    for (const { change, passed } of fills) {
      const assignment = parentOf(wrapped(change.node))!;
      if (isAlwaysRun(assignment, statementOf(assignment))) this.#passed.add(statementOf(assignment));
      if (passed?.type === 'IfStatement') {
        if (isAlwaysRun(assignment, passed.consequent)) this.#passed.add(passed);
      } else if (passed !== undefined && isAlwaysRun(passed, statementOf(passed))) {
        this.#passed.add(statementOf(passed));
      }
    }
  }

  /** Whether a place looks whether the cache is empty, or comes only where that was done and the cache filled. */
  isFullAt(node: Node, depth = 3): boolean {
    if (this.#fills.some(({ change, asks }) => change.node === node || asks.some((test) => isWithin(node, test)))) return true;
    const fn = functionOf(node);
    if (fn === undefined) return false;
    for (let place: Node | undefined = node; place !== undefined && place !== fn; place = parentOf(place)) {
      const list = siblings(place);
      if (list?.slice(0, list.indexOf(place as t.Statement)).some((one) => this.#fillsIn(one, depth)) === true) return true;
    }
    const parent = parentOf(wrapped(fn));
    if (isCall(parent) && parent.callee !== wrapped(fn)) {
      // load().then(() => use(cache))
      const callee = unwrap(parent.callee as Node);
      const promise = isMember(callee) && memberName(callee) === 'then' ? unwrap(callee.object) : undefined;
      if (isCall(promise) && depth > 0 && this.#isFilledBy(promise, depth, true)) return true;
    }
    if (parent !== undefined && (isCall(parent) || parent.type === 'NewExpression') && functionOf(fn) !== undefined && this.isFullAt(fn, depth)) return true;
    if (depth === 0) return false;
    const uses = usesOfMethod(fn, this.#turns) ?? usesOfFunction(this.#turns.scriptOf(fn), fn)?.map((use) => use.node);
    const later = uses?.filter((use) => {
      const call = parentOf(wrapped(use));
      return !(isCall(call) && call.callee === wrapped(use)) || phasesAt(call, this.#turns).has('event');
    });
    return later !== undefined && later.length > 0 && !later.includes(wrapped(fn)) && later.every((use) => this.isFullAt(use, depth - 1));
  }

  /** Whether a statement is passed only with the cache full. */
  #fillsIn(statement: Node, depth: number): boolean {
    if (this.#passed.has(statement)) return true;
    if (depth === 0 || !/^(Expression|Return)Statement$|^VariableDeclaration$/.test(statement.type)) return false;
    let found = false;
    walk(statement, (node) => {
      if (isFunction(node)) return false;
      if (isCall(node) && isAlwaysRun(node, statement)) found ||= this.#isFilledBy(node, depth, parentOf(wrapped(node))?.type === 'AwaitExpression');
      return !found;
    });
    return found;
  }

  /** Whether a call of a function comes to its end only with the cache full. */
  #isFilledBy(call: Node, depth: number, isAwaited: boolean): boolean {
    const targets = isCall(call) ? this.#turns.targetsOf(call) : [];
    return targets.length > 0 && targets.every((fn) => (isAwaited || !fn.async) && !fn.generator && this.#fillsAtEnd(fn, depth - 1));
  }

  #fillsAtEnd({ body }: FunctionNode, depth: number): boolean {
    if (body.type !== 'BlockStatement') return this.#fills.some(({ change }) => isWithin(change.node, body) && isAlwaysRun(change.node, body));
    for (const statement of body.body) {
      if (this.#fillsIn(statement, depth)) return true;
      if (this.#fills.some(({ asks }) => asks.includes(statement) || (statement.type === 'IfStatement' && this.#isGuarding(statement)))) continue;
      if (mayLeave(statement)) return false;
    }
    return false;
  }

  /** `if (cache) return;` */
  #isGuarding({ test, consequent }: t.IfStatement): boolean {
    const leaves = consequent.type === 'BlockStatement' ? consequent.body.at(-1)?.type === 'ReturnStatement' : consequent.type === 'ReturnStatement';
    return leaves && this.#fills.some(({ change }) => change.script.textOf(unwrap(test)) === change.script.textOf(change.node));
  }
}

/** Whether a place runs whenever the code around it does: no branch is between, and no function that is not awaited. */
export function isAlwaysRun(node: Node, outer: Node): boolean {
  let inner = node;
  for (const up of ancestors(node)) {
    if (inner === outer) return true;
    if ((up.type === 'LogicalExpression' && up.right === inner) || (up.type === 'ConditionalExpression' && up.test !== inner)) return false;
    if (up.type === 'IfStatement' || up.type === 'CatchClause' || up.type === 'SwitchCase' || /^(For|While)/.test(up.type)) return false;
    if (isFunction(up) && !isAwaited(up, outer)) return false;
    inner = up;
  }
  return inner === outer;
}

/** Whether the code around a function waits for the promise that it is part of: `await new Promise((resolve) => ask((answer) => { … resolve(); }))`. */
function isAwaited(fn: Node, outer: Node): boolean {
  for (const up of ancestors(fn)) {
    if (up.type === 'AwaitExpression') return true;
    if (up === outer) return false;
  }
  return false;
}
