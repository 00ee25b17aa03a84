import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isUnused, isWithin, mayLeave, memberName, parentOf, siblings, statementOf, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { waitsFirst } from '../control-flow.ts';
import { neighbours } from '../gates/callers.ts';
import { CLOSING, Insertions } from '../insertions.ts';
import { keeperOf, type Keeper } from './kept-promises.ts';
import { freshName, functionText, habitsOf } from '../layout.ts';
import { promiseSince } from '../platform.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { assertFunctionSettles, assertSettledBy, assertSettles, Doubt, isCaught, keptList, mayFail, unsure, WAITING_TIME } from './settling.ts';
import { phasesAt } from '../phases.ts';
import { SYNC_METHODS, TIMERS } from '../callbacks.ts';
import type { Turns } from '../turns.ts';
import type { Edit } from '../types.ts';

/** The statement of the start-up whose promise a fill belongs to. */
export interface Start {
  readonly script: Script;
  readonly statement: Node;
  /** The expression that is, or becomes, the promise. */
  readonly promise: Node;
  /** The name that the promise has already. */
  readonly name: string | undefined;
  /** What keeps the promise, or is to keep it, where that is no constant of the statement. */
  readonly keeper?: Keeper;
  /** Why it may never settle: then nothing waits for it longer than some seconds. */
  readonly doubt?: Doubt;
}

/**
 * Follows an asynchronous fill outwards, from the function that makes it to the statement of the start-up that began it,
 * and has each function on the way give its promise to who runs it.
 */
export class StartUp {
  readonly #turns: Turns;
  readonly #home: FunctionNode | undefined;
  readonly #into: Insertions;
  readonly #edits = new Map<string, Edit>();
  readonly #starts = new Map<Node, Start>();
  /** The functions that were left, and how: 1 for those that wait, 2 for those that give back something new. */
  readonly #left = new Map<FunctionNode, number>();
  /** The promises that a function begins and has to give back. */
  readonly #begun = new Map<FunctionNode, t.ExpressionStatement[]>();
  /** The call by which the way leads out of a helper that is given a callback. */
  readonly #entered = new Map<FunctionNode, AnyCall>();
  #doubt: Doubt | undefined;

  /** @param home the function whose locals are filled, or undefined at top level */
  constructor(home: FunctionNode | undefined, turns: Turns, into: Insertions) {
    this.#home = home;
    this.#turns = turns;
    this.#into = into;
  }

  /** @throws Refusal where the start-up's promise cannot include the fill */
  follow(fill: Node): void {
    this.#climb(fill, false);
  }

  get starts(): readonly Start[] {
    return [...this.#starts.values()];
  }

  /** Why what was followed may never end. */
  get doubt(): Doubt | undefined {
    return this.#doubt;
  }

  /** The edits that make promises of callbacks; call it once, after all fills were followed. */
  finish(): readonly Edit[] {
    for (const [fn, statements] of this.#begun) this.#giveBack(fn, statements);
    return [...this.#edits.values()];
  }

  /** Notes a doubt whether something settles. @throws Refusal other ones */
  #trust(check: () => void): void {
    const refusal = orRefusal(check);
    if (refusal instanceof Doubt) this.#doubt ??= refusal;
    else if (refusal instanceof Refusal) throw refusal;
  }

  // ---- outwards

  /** @param promised whether the place is a promise that has to settle first, or done when it is passed */
  #climb(place: Node, promised: boolean): void {
    if (promised && this.#keep(place)) return;
    const fn = functionOf(place);
    if (fn === undefined || fn === this.#home || (immediateCall(fn) !== undefined && !fn.async && promised)) return this.#begin(place, promised, fn);
    const changed = promised && this.#hand(place, fn);
    const waits = promised || fn.async === true;
    const way = changed ? 2 : waits ? 1 : 0;
    if ((this.#left.get(fn) ?? -1) >= way && !this.#entered.has(fn)) return;
    this.#left.set(fn, way);
    if (fn.async) this.#trust(() => assertFunctionSettles(fn, this.#turns));
    this.#leave(fn, waits, changed);
  }

  /** Goes on with whoever runs a function. */
  #leave(fn: FunctionNode, waits: boolean, changed: boolean): void {
    const own = immediateCall(fn);
    if (own !== undefined) return this.#climb(own.node, waits);
    const outer = wrapped(fn);
    const call = parentOf(outer);
    if ((isCall(call) || call?.type === 'NewExpression') && call.callee !== outer) return this.#leaveCallback(fn, outer, call, waits);
    this.#leaveNamed(fn, waits, changed);
  }

  /** Goes on with the call that a function is given to. */
  #leaveCallback(fn: FunctionNode, given: Node, call: AnyCall, waits: boolean): void {
    const script = this.#turns.scriptOf(call);
    const callee = unwrap(call.callee as Node);
    const name = isMember(callee) ? memberName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
    const path = script.api(callee)?.names.join('.');
    const isContinuation = isMember(callee) && (name === 'then' || name === 'catch' || name === 'finally');
    const executor = functionOf(call);
    const made = executor && parentOf(wrapped(executor));
    if (made?.type === 'NewExpression' && script.textOf(made.callee) === 'Promise' && !SYNC_METHODS.has(name ?? '') && !TIMERS.has(name ?? '')) {
      if (waits) throw unsure(call, this.#turns);
      assertSettledBy(made, isContinuation ? chainOf(call) : call, given, this.#turns);
      return this.#climb(made, true);
    }
    if (path !== undefined && path !== '') return this.#climb(this.#promiseOf(script, call, given, fn, waits), true);
    if (isContinuation) {
      const chain = chainOf(call);
      this.#trust(() => assertSettles(chain, this.#turns));
      return this.#climb(chain, true);
    }
    if (call.type === 'NewExpression' && name === 'Promise') {
      if (waits) throw unsure(call, this.#turns);
      return this.#climb(call, false);
    }
    if (callee.type === 'Identifier' && TIMERS.has(name ?? '')) throw new Refusal('it waits for a timer');
    if (isMember(callee) && SYNC_METHODS.has(name ?? '')) {
      if (!waits) return this.#climb(call, false);
      const all = name === 'map' ? allOf(script, call) : undefined;
      if (all === undefined) throw new Refusal('a loop does not wait for it');
      return this.#climb(all, true);
    }
    if (script.textOf(callee) === 'navigator.locks.request' && call.arguments.at(-1) === given) {
      this.#trust(() => assertSettles(call, this.#turns));
      return this.#climb(call, true);
    }
    const index = call.arguments.indexOf(given as t.Expression);
    const targets = this.#turns.targetsOf(call);
    const [target] = targets;
    const param = target?.params[index];
    if (target === undefined || targets.length !== 1 || param?.type !== 'Identifier' || this.#entered.has(target)) throw new Refusal('what fills it is given to a function that is not followed');
    this.#entered.set(target, call);
    const helper = this.#turns.scriptOf(target);
    const uses = helper.binding(param)!.references;
    if (uses.length === 0) throw new Refusal('what fills it is given to a function that is not followed');
    for (const { node } of uses) {
      const parent = parentOf(wrapped(node));
      if (!isCall(parent)) throw new Refusal('what fills it is given to a function that is not followed');
      if (parent.callee === wrapped(node)) this.#climb(parent, waits);
      else this.#leaveCallback(fn, wrapped(node), parent, waits);
    }
    this.#entered.delete(target);
  }

  /** Goes on with the calls of a named function that belong to the start-up. */
  #leaveNamed(fn: FunctionNode, waits: boolean, changed: boolean): void {
    const entered = this.#entered.get(fn);
    const given = this.#givenTo(fn);
    const calls = entered !== undefined ? [entered] : this.#turns.callersOf(fn);
    const ofStart = calls.filter((call) => this.#isOfStart(call));
    const givenAtStart = entered !== undefined ? [] : given.filter(({ call }) => this.#isOfStart(call) && !isListening(call));
    if (ofStart.length + givenAtStart.length === 0) throw new Refusal('no call of the function that fills is seen');
    for (const call of ofStart) {
      if (this.#turns.targetsOf(call).length > 1) throw new Refusal('the function that fills is one of several that are called in one place');
      this.#climb(call, waits);
    }
    for (const { node, call } of givenAtStart) this.#leaveCallback(fn, node, call, waits);
    if (!changed) return;
    for (const call of this.#turns.callersOf(fn)) if (!ofStart.includes(call)) this.#assertUnused(call);
    for (const { call } of given) if (isListening(call) && /on(Message|Request|Connect|Before\w+|HeadersReceived|AuthRequired)\w*\.addListener$/.test(this.#turns.scriptOf(call).textOf(call.callee))) throw new Refusal('the function that fills is a listener whose answer is used');
  }

  #isOfStart(node: Node): boolean {
    const phases = phasesAt(node, this.#turns);
    return phases.has('start') || phases.has('start-up');
  }

  /** The calls that a named function is given to. */
  #givenTo(fn: FunctionNode): { readonly node: Node; readonly call: AnyCall }[] {
    const script = this.#turns.scriptOf(fn);
    const declarator = parentOf(wrapped(fn));
    const id = fn.type === 'FunctionDeclaration' ? fn.id : declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? declarator.id : undefined;
    const binding = id ? script.binding(id) : undefined;
    if (binding === undefined) return [];
    const elsewhere = binding.scope.parent === undefined ? neighbours(script).flatMap((other) => other.freeNames.get(binding.name) ?? []) : [];
    return [...binding.references, ...elsewhere].flatMap(({ node }) => {
      const outer = wrapped(node);
      const call = parentOf(outer);
      return isCall(call) && call.arguments.includes(outer as t.Expression) ? [{ node: outer, call }] : [];
    });
  }

  /** Refuses a function that now gives a promise where somebody looks at what it gives. */
  #assertUnused(call: AnyCall): void {
    const outer = wrapped(call);
    const parent = parentOf(outer);
    if (isUnused(call) || parent?.type === 'AwaitExpression') return;
    if (parent?.type === 'ArrowFunctionExpression' && parent.body === outer) {
      const around = parentOf(wrapped(parent));
      const callee = isCall(around) ? this.#turns.scriptOf(around).textOf(around.callee) : '';
      if (/\baddListener$|^set(Timeout|Interval)$|\.addEventListener$|\.forEach$/.test(callee) && !/on(Message|Request|Connect|Before\w+|HeadersReceived|AuthRequired)\w*\.addListener$/.test(callee)) return;
    }
    throw new Refusal('somebody looks at what the function that fills gives back');
  }

  // ---- promises

  /** Has a function give back a promise that it begins. @returns whether what it gives back is changed */
  #hand(promise: Node, fn: FunctionNode): boolean {
    const outer = wrapped(promise);
    const parent = parentOf(outer);
    const script = this.#turns.scriptOf(promise);
    if (parent?.type === 'AwaitExpression') return false;
    if (parent?.type === 'ReturnStatement' || (parent === fn && fn.body === outer)) {
      if (!fn.async) assertOnlyReturn(script, fn, parent);
      return false;
    }
    if (parent?.type === 'ArrayExpression') {
      const all = parentOf(wrapped(parent));
      if (isCall(all) && /^Promise\.(all|allSettled)$/.test(script.textOf(all.callee))) {
        const whole = chainOf(all);
        for (const element of parent.elements) if (element && element !== outer && element.type !== 'SpreadElement') this.#trust(() => assertSettles(element, this.#turns));
        return this.#hand(whole, fn);
      }
    }
    const list = isCall(parent) || parent?.type === 'VariableDeclarator' ? allOf(script, promise) : undefined;
    if (list !== undefined) {
      this.#trust(() => assertSettles(list, this.#turns));
      return this.#hand(list, fn);
    }
    const statement = [...ancestors(promise)].find(({ type }) => /Statement$|Declaration$/.test(type))!;
    if (isGivenBack(script, promise, statement, fn)) return false;
    if (statement.type !== 'ExpressionStatement' || thrownAway(statement) !== promise) throw new Refusal('what fills it is part of a larger expression');
    if (parentOf(statement) !== fn.body && !endsBranch(statement, fn)) throw new Refusal('it is filled on some ways through a function only');
    if (fn.generator || (fn.type === 'ClassMethod' && fn.kind !== 'method') || (fn.type === 'ObjectMethod' && fn.kind !== 'method')) throw new Refusal('the function that fills can give back no promise');
    const begun = this.#begun.get(fn) ?? [];
    if (!begun.includes(statement)) this.#begun.set(fn, [...begun, statement]);
    return !fn.async;
  }

  #giveBack(fn: FunctionNode, statements: readonly t.ExpressionStatement[]): void {
    const script = this.#turns.scriptOf(fn);
    const list = (fn.body as t.BlockStatement).body;
    const last = list.at(-1)!;
    const first = Math.min(...statements.map(({ start }) => start!));
    const inBranches = statements.filter((statement) => parentOf(statement) !== fn.body);
    if (inBranches.length > 0 && inBranches.length < statements.length) throw new Refusal('it is filled on some ways through a function only');
    let early = false;
    walk(fn.body, (node) => {
      if (isFunction(node)) return false;
      if (node.type !== 'ReturnStatement') return true;
      if (node.argument && !fn.async) throw new Refusal('the function that fills gives something else back');
      if (inBranches.length === 0 && node.start! > first && node !== last) throw new Refusal('the function that fills may return before');
      early = true;
      return true;
    });
    const awaits = fn.async || (early && !isGiven(fn)) || (inBranches.length > 0 && !isContinuation(script, fn)) || fn.returnType != null;
    if (awaits && !fn.async) {
      if (fn.type === 'ClassMethod' || fn.type === 'ObjectMethod' || fn.type === 'ClassPrivateMethod') throw new Refusal('the function that fills may return before');
      this.#into.add(script, fn.start!, 'async ');
      const type = fn.returnType?.type === 'TSTypeAnnotation' ? fn.returnType.typeAnnotation : undefined;
      if (fn.returnType != null && type?.type !== 'TSVoidKeyword') throw new Refusal('the function that fills declares what it gives back');
      if (type) this.#into.replace(script, type, 'Promise<void>');
    }
    const keyword = awaits ? 'await' : 'return';
    const [only] = statements;
    for (const statement of statements) removeVoid(script, statement, thrownAway(statement), this.#into);
    if (inBranches.length > 0) {
      for (const statement of inBranches) this.#into.add(script, statement.start!, `${keyword} `, 0);
      return;
    }
    if (statements.length === 1 && only === last) return this.#into.add(script, only!.start!, `${keyword} `, 0);
    if (last.type === 'ReturnStatement' && last.argument) throw new Refusal('the function that fills gives something else back');
    if (last.type === 'ReturnStatement') throw new Refusal('the function that fills may return before');
    const { style } = script;
    this.#into.expand(script, fn.body);
    const names: string[] = [];
    for (const [index, statement] of statements.entries()) {
      const name = freshName(fn, statements.length === 1 ? 'loading' : `loading${index + 1}`);
      names.push(name);
      this.#into.add(script, statement.start!, `${habitsOf(script).modern ? 'const' : 'var'} ${name} = `, 5);
    }
    const whole = names.length === 1 ? names[0]! : `Promise.all([${names.join(', ')}])`;
    this.#into.add(script, last.end!, `\n${script.indentAt(last.start!)}${keyword} ${whole}${style.semicolon}`, 0);
  }

  /** Has a call give a promise instead of running a callback: `get(key, (items) => …)` becomes `get(key).then((items) => …)`. */
  #promiseOf(script: Script, call: AnyCall, given: Node, fn: FunctionNode, waits: boolean): Node {
    const api = script.api(unwrap(call.callee as Node))!;
    const path = api.names.join('.');
    if (/\.addListener$/.test(path)) throw new Refusal('a listener fills it');
    if (!ANSWERS.test(path) || NO_ANSWERS.test(path)) throw new Refusal(`it waits for \`${path}\``);
    if (call.arguments.at(-1) !== given || !isCall(call)) throw new Refusal('what fills it is no callback of an extension API');
    const { file } = script;
    const before = call.arguments.at(-2);
    const open = before === undefined ? file.text.lastIndexOf('(', given.start! - 1) + 1 : before.end!;
    const between = file.text.slice(open, given.start!).replace(/^\s*,\s*/, '');
    const add = (edit: Omit<Edit, 'file'>): void => void this.#edits.set(`${script.path} ${edit.start}`, { file: script.path, ...edit });
    const looks = /\blastError\b/.test(this.#turns.scriptOf(fn).textOf(fn));
    if (!looks && (api.root === 'browser' || (script.extension.isV3 && promiseSince(path) <= LATEST))) {
      add({ start: open, end: given.start!, text: `).then(${between}` });
      return call;
    }
    const resolve = freshName(call, 'resolve', 'settle');
    const [head, tail] = callbackOf(script, resolve);
    const hasAnswer = !looks && fn.params.length <= 1;
    this.#into.add(script, call.start!, `new Promise${script.isTyped ? `<${hasAnswer ? 'any' : 'void'}>` : ''}(${head}`, 6);
    if (hasAnswer) {
      add({ start: open, end: given.start!, text: `${before === undefined ? '' : ', '}${resolve})${tail}).then(${between}` });
      return call;
    }
    // Whoever waits goes on once the callback has ended, however it ends.
    if (waits || fn.async || unwrap(given) !== fn || fn.body.type !== 'BlockStatement') throw new Refusal('its callback looks at `runtime.lastError`');
    const [first] = fn.body.body;
    const indent = first === undefined ? '' : `\n${script.indentAt(first.start!)}`;
    const alone = this.#into.expand(script, fn.body) || file.text.slice(fn.body.start!, first?.start ?? fn.body.end!).includes('\n');
    this.#into.add(script, fn.body.start! + 1, alone ? `${indent}${resolve}()${script.style.semicolon}` : ` ${resolve}();`, 0);
    this.#into.add(script, call.end!, `${tail})`, 0);
    return call;
  }

  // ---- where it begins

  /** Ends at a promise that is kept for others, or that a constructor begins and throws away. @returns whether the place is one */
  #keep(place: Node): boolean {
    const script = this.#turns.scriptOf(place);
    const promise = isCall(place) ? chainOf(place) : place;
    const statement = statementOf(promise);
    const alone = statement.type === 'ExpressionStatement' && thrownAway(statement) === promise && parentOf(statement) === functionOf(promise)?.body;
    const keeper = keeperOf(promise, alone, this.#home, this.#turns);
    // A constant that never fails is awaited by its name, wherever it is exported to.
    if (keeper === undefined || (statement.type === 'VariableDeclaration' && (isCaught(promise) || promise.type === 'NewExpression'))) return false;
    const refusal = orRefusal(() => assertSettles(promise, this.#turns));
    const [declarator, ...others] = statement.type === 'VariableDeclaration' && statement.kind === 'const' ? statement.declarations : [];
    if (refusal instanceof Doubt && declarator?.id.type === 'Identifier' && others.length === 0 && parentOf(statement)?.type === 'Program') {
      this.#doubt ??= refusal;
      this.#starts.set(promise, { script, statement, promise, name: declarator.id.name });
      return true;
    }
    if (refusal instanceof Refusal) throw refusal;
    this.#starts.set(promise, { script, statement: alone || statement.type === 'ExpressionStatement' ? statement : parentOf(wrapped(promise))!, promise, name: undefined, keeper });
    return true;
  }

  #begin(place: Node, promised: boolean, around: FunctionNode | undefined): void {
    if (!promised) {
      if (this.#turns.turnsAt(place).some(({ origin, delay }) => origin === 'start' && delay !== undefined)) throw new Refusal('it is filled after a top-level `await`');
      // Done at once, before any event.
      return;
    }
    if (around?.async || around?.generator) throw new Refusal('it is filled inside of a function that starts nothing else');
    const script = this.#turns.scriptOf(place);
    const outermost = statementOf(place);
    const outer = wrapped(place);
    const parent = parentOf(outer);
    if (parent?.type === 'ArrayExpression') {
      const all = parentOf(wrapped(parent));
      if (isCall(all) && /^Promise\.(all|allSettled)$/.test(script.textOf(all.callee))) {
        const whole = chainOf(all);
        this.#trust(() => assertSettles(whole, this.#turns));
        return this.#begin(whole, true, around);
      }
    }
    if (isMember(parent) && parent.object === outer && /^(then|catch|finally)$/.test(memberName(parent) ?? '')) {
      const chain = chainOf(place as AnyCall);
      this.#trust(() => assertSettles(chain, this.#turns));
      return this.#begin(chain, true, around);
    }
    const isExported = outermost.type === 'ExportNamedDeclaration' && outermost.declaration?.type === 'VariableDeclaration';
    const statement = isExported ? (outermost.declaration as t.VariableDeclaration) : outermost;
    if (!isExported && (siblings(statement) === undefined || (parentOf(statement)!.type !== 'Program' && parentOf(statement) !== around?.body))) throw new Refusal('what fills it is part of a larger statement');
    if (statement.type === 'VariableDeclaration') {
      const [declarator, ...others] = statement.declarations;
      if (others.length > 0 || declarator?.id.type !== 'Identifier' || !declarator.init || unwrap(declarator.init) !== place) throw new Refusal('what fills it is part of a larger expression');
      const binding = script.binding(declarator.id)!;
      if (binding.references.some(({ writes }) => writes) || (mayFail(script, place) && binding.references.length > 0)) throw new Refusal('the promise of the start-up may fail, and has other users');
      return void this.#starts.set(statement, { script, statement, promise: place, name: declarator.id.name });
    }
    if (statement.type !== 'ExpressionStatement' || thrownAway(statement) !== place) throw new Refusal('what fills it is part of a larger expression');
    this.#starts.set(statement, { script, statement, promise: place, name: undefined });
  }
}

/**
 * Gives a name to the promise of the start-up, and sees to it that it never fails.
 * @param exported whether other modules import it
 */
export function nameStart({ script, statement, promise, name }: Start, given: string, into: Insertions, exported = false): void {
  const isExported = parentOf(statement)?.type === 'ExportNamedDeclaration';
  const head = exported && !isExported ? 'export ' : '';
  if (name === undefined) {
    const keyword = habitsOf(script).modern ? 'const' : 'var';
    // A declaration needs no `;` before it.
    if (/(^|\n)[ \t]*;$/.test(script.file.text.slice(0, statement.start!))) into.remove(script, statement.start! - 1, statement.start!);
    into.add(script, statement.start!, `${head}${keyword} ${given} = `, 5);
    removeVoid(script, statement, promise, into);
  } else if (head !== '') {
    into.add(script, statement.start!, head);
  }
  if (!isCaught(promise)) into.add(script, wrapped(promise).end!, '.catch(console.error)', 0);
}

/** Gives a name to a promise of the start-up that may never settle, and that nothing waits for longer than some seconds. @throws Refusal where the clock has another meaning */
export function limitStart(start: Start, given: string, own: string, into: Insertions, exported = false): void {
  const { script, statement, name, promise } = start;
  if (script.scopes!.scopeOf(statement).lookup('setTimeout') !== undefined) throw new Refusal('`setTimeout` is a function of its own');
  if (name === undefined) nameStart(start, own, into);
  const { style } = script;
  const [head, tail] = callbackOf(script, 'resolve');
  const keyword = habitsOf(script).modern ? 'const' : 'var';
  const waited = name === undefined || isCaught(promise) ? (name ?? own) : `${name}.catch(console.error)`;
  const text = `${exported ? 'export ' : ''}${keyword} ${given} = Promise.race([${waited}, new Promise(${head}setTimeout(resolve, ${WAITING_TIME})${tail})])${style.semicolon}`;
  into.add(script, statement.end!, `\n${script.indentAt(statement.start!)}${text}`, CLOSING);
}

/** Gives the promise of the start-up to what keeps it, where nothing does yet, and sees to it that it never fails for who waits. @returns how a place reaches it */
export function keepStart({ script, statement, promise }: Start, keeper: Keeper, given: string, into: Insertions): (from: Script, place: Node) => string {
  let { name } = keeper;
  if (name === undefined) {
    name = given;
    for (let number = 2; keeper.taken.has(name); number++) name = `${given}${number}`;
    into.add(script, statement.start!, `this.${name} = `, 5);
    removeVoid(script, statement, promise, into);
    const [first] = keeper.cls?.body.body ?? [];
    if (first && script.isTyped) into.add(script, first.start!, `${name}: Promise<unknown>${script.style.semicolon}\n${script.indentAt(first.start!)}`);
  }
  const own = name;
  const fails = !isCaught(promise);
  if (fails && !keeper.shared) into.add(script, wrapped(promise).end!, '.catch(console.error)', 0);
  return (from, place) => keeper.reach(from, place, own) + (fails && keeper.shared ? '.catch(console.error)' : '');
}

/** Whether nothing comes after a statement of a branch before its function ends. */
function endsBranch(statement: Node, fn: FunctionNode): boolean {
  let inner = statement;
  for (const up of ancestors(statement)) {
    if (up.type !== 'IfStatement' && !(up.type === 'BlockStatement' && up.body.at(-1) === inner)) return false;
    if (up === fn.body) return true;
    inner = up;
  }
  return false;
}

/** Whether a promise is kept in a variable for nothing but to be given back at the end of its function, or awaited there. */
function isGivenBack(script: Script, promise: Node, statement: Node, fn: FunctionNode): boolean {
  const [declarator] = statement.type === 'VariableDeclaration' && parentOf(statement) === fn.body ? statement.declarations : [];
  if (declarator?.id.type !== 'Identifier' || !declarator.init || unwrap(declarator.init) !== promise) return false;
  const [use, ...others] = script.binding(declarator.id)!.references;
  if (use === undefined || use.writes || others.length > 0) return false;
  const list = parentOf(wrapped(use.node));
  const all = list?.type === 'ArrayExpression' ? parentOf(wrapped(list)) : undefined;
  const whole = isCall(all) && script.textOf(all.callee) === 'Promise.all' ? all : use.node;
  const given = parentOf(wrapped(whole));
  const last = given?.type === 'AwaitExpression' ? parentOf(wrapped(given)) : given;
  if ((given?.type !== 'ReturnStatement' && last?.type !== 'ExpressionStatement') || parentOf(last!) !== fn.body) return false;
  if (!fn.async) assertOnlyReturn(script, fn, last);
  return given?.type === 'ReturnStatement' || given?.type === 'AwaitExpression';
}

/** The expression of a statement, without `void`. */
function thrownAway({ expression }: t.ExpressionStatement): Node {
  const inner = unwrap(expression);
  return inner.type === 'UnaryExpression' && inner.operator === 'void' ? unwrap(inner.argument) : inner;
}

function removeVoid(script: Script, statement: Node, promise: Node, into: Insertions): void {
  const inner = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  if (inner?.type === 'UnaryExpression') into.remove(script, inner.start!, wrapped(promise).start!);
}

/** APIs that only ask, or store. */
const ANSWERS = /^storage\.\w+\.(set|remove|clear)$|\.(get|query|search|contains|is)(?![a-z])\w*$/;
const NO_ANSWERS = /^(identity|tabCapture|desktopCapture|debugger)\.|BackgroundPage$|MediaStreamId$/;

/** The Chrome version up to which a promise is worth a higher minimum version. */
const LATEST = 120;

/** The text before and after an expression in a function of one parameter that gives it. */
function callbackOf(script: Script, parameter: string): readonly [string, string] {
  if (!habitsOf(script).modern) return [`${functionText(script, [parameter], '', '').replace(/\{\}$/, '')}{ `, '; }'];
  return [functionText(script, [parameter], '', '').replace(/\{\}$/, ''), ''];
}

/** The `Promise.all` that waits for a list of promises, or for one that is put into a list: `const loads = keys.map(load); … Promise.all(loads)`. */
function allOf(script: Script, promise: Node): AnyCall | undefined {
  const isAll = (call: Node | undefined, list: Node): boolean => isCall(call) && call.arguments[0] === list && script.textOf(call.callee) === 'Promise.all';
  const outer = wrapped(promise);
  const parent = parentOf(outer);
  if (isCall(parent) && isAll(parent, outer)) return parent;
  const pushed = isCall(parent) && parent.arguments.includes(outer as t.Expression) && isMember(parent.callee) && memberName(parent.callee) === 'push' ? unwrap(parent.callee.object) : undefined;
  const id = parent?.type === 'VariableDeclarator' ? parent.id : pushed;
  const use = id?.type === 'Identifier' ? script.binding(id)?.references.find(({ node }) => isAll(parentOf(wrapped(node)), wrapped(node)))?.node : undefined;
  const all = use && parentOf(wrapped(use));
  if (use === undefined || !isCall(all) || keptList(script, use) === undefined || functionOf(all) !== functionOf(promise)) return undefined;
  const awaited = parentOf(wrapped(all));
  const last = awaited?.type === 'AwaitExpression' ? parentOf(awaited) : awaited;
  if (last?.type !== 'ExpressionStatement' && last?.type !== 'ReturnStatement') return undefined;
  const list = siblings(last);
  const first = list?.findIndex((one) => isWithin(promise, one)) ?? -1;
  const between = list?.slice(first, list.indexOf(last)) ?? [];
  return first !== -1 && between.length > 0 && between.every((one, index) => !mayLeave(one) && (index === 0 || !waitsFirst(one))) ? all : undefined;
}

/** The whole of a chain of continuations. */
function chainOf(call: AnyCall): AnyCall {
  for (let outer = call; ;) {
    const member = parentOf(wrapped(outer));
    const next: Node | undefined = isMember(member) && member.object === wrapped(outer) && /^(then|catch|finally)$/.test(memberName(member) ?? '') ? parentOf(wrapped(member)) : undefined;
    if (!isCall(next) || next.callee !== wrapped(member!)) return outer;
    outer = next;
  }
}

/** Refuses a function that gives back a promise on some of its ways only. */
function assertOnlyReturn(script: Script, fn: FunctionNode, own: Node | undefined): void {
  if (own === fn || (own !== undefined && parentOf(own) !== fn.body)) {
    if (own === fn || isContinuation(script, fn)) return;
    throw new Refusal('it is filled on some ways through a function only');
  }
  walk(fn.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'ReturnStatement' && node !== own && !isGiven(fn)) throw new Refusal('the function that fills may return before');
    return true;
  });
}

/** Whether a function is given to a call, which takes whatever it gives back. */
function isGiven(fn: FunctionNode): boolean {
  const outer = wrapped(fn);
  const call = parentOf(outer);
  return isCall(call) && call.callee !== outer;
}

/** Whether a function continues a promise, or the answer of an extension API. */
function isContinuation(script: Script, fn: FunctionNode): boolean {
  const call = parentOf(wrapped(fn));
  const callee = isGiven(fn) && isCall(call) ? unwrap(call.callee as Node) : undefined;
  return callee !== undefined && (script.api(callee) !== undefined || (isMember(callee) && /^(then|catch|finally)$/.test(memberName(callee) ?? '')));
}

function isListening(call: AnyCall): boolean {
  return isMember(call.callee) && /^(add|remove|has)(Event)?Listener$/.test(memberName(call.callee) ?? '');
}
