import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, isUnused, memberName, parentOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { backgroundPageUses, type WindowSource, type WindowUse } from '../background-window.ts';
import type { Extension } from '../extension.ts';
import { isGuarded, isTest } from '../guarded.ts';
import { isIgnored, LEFT_ALONE } from '../ignoring.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import { isTried, type Script } from '../script.ts';
import { turnsOf, type Turns } from '../turns.ts';
import { usesOfFunction } from '../uses.ts';
import { Prover } from '../values/prover.ts';
import { isPlain, joinValues, UNDEFINED, type Value } from '../values/value.ts';
import { assertUnheard } from './listeners.ts';
import { reliesOn, restOfTurn, whyLeaving } from './page-turns.ts';
import { documentValues } from './page-values.ts';
import { assertAnswer, isCarried, targetOf, type Target } from './targets.ts';
import { isListenerPlace, waitingFunction } from './waiting.ts';

/** The transform whose ignore comments keep a call as it is. */
export const ID = 'background-calls';

/** What the background answers: nothing; that it is done, at once or when the promise of the function is fulfilled; or what it gives, likewise. */
export type Answer = 'none' | 'done' | 'finished' | 'value' | 'settled';

/** A call of a function of the background, as a message. */
export interface PlannedCall {
  readonly script: Script;
  readonly source: WindowSource;
  readonly call: t.CallExpression;
  readonly target: Target;
  readonly answer: Answer;
  /** Whether the page waits for the answer, by an `await` that is added. */
  readonly waits: boolean;
  /** The function that becomes asynchronous for it. */
  readonly waiting: FunctionNode | undefined;
  /** What the page gives to the function, by position. */
  readonly given: readonly Value[];
}

/** What becomes of the calls of an extension's pages into the background's window. */
export interface Plan {
  readonly calls: readonly PlannedCall[];
  /** Why a call is not made a message, by its node. */
  readonly reasons: ReadonlyMap<Node, string>;
}

const plans = new WeakMap<Extension, Plan>();

/** The plan of an extension whose background is a service worker. */
export function planOf(extension: Extension): Plan {
  let plan = plans.get(extension);
  if (plan === undefined) plans.set(extension, (plan = makePlan(extension)));
  return plan;
}

/** The message that calls a function. */
export function messageType(name: string): string {
  return `background/${name}`;
}

function makePlan(extension: Extension): Plan {
  const reasons = new Map<Node, string>();
  const planned: PlannedCall[] = [];
  const { background } = extension;
  if (background === undefined || !extension.hasWorker) return { calls: [], reasons };
  const turns = turnsOf(background);
  const targets = new Map<string, Target | Refusal>();
  for (const script of extension.scripts) {
    if (!script.text.includes('getBackgroundPage') || !isOfPages(script)) continue;
    for (const source of backgroundPageUses(script)) {
      for (const use of source.uses) {
        if (use.kind !== 'call' || use.names.length !== 1) continue;
        try {
          planned.push(planCall(source, use, (name) => {
            let target = targets.get(name);
            if (target === undefined) targets.set(name, (target = tryTo(() => targetOf(extension, background, turns, name))));
            if (target instanceof Refusal) throw target;
            return target;
          }));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          reasons.set(use.node, error.message);
        }
      }
    }
  }
  const supposed = givenByPages(planned, turns);
  const calls = planned.filter(({ call, target, answer }) => {
    if (answer !== 'value' && answer !== 'settled') return true;
    const refusal = tryTo(() => assertAnswer(target, turns, supposed));
    if (refusal instanceof Refusal) reasons.set(call, refusal.message);
    return !(refusal instanceof Refusal);
  });
  if (calls.length === 0) return { calls, reasons };
  try {
    const types = new Set(calls.map(({ target: { name } }) => messageType(name)));
    const taken = [...types].find((type) => extension.scripts.some(({ text }) => text.includes(type)));
    if (taken !== undefined) throw new Refusal(`\`${taken}\` is a message already`);
    assertUnheard(extension, types);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const { call } of calls) reasons.set(call, error.message);
    return { calls: [], reasons };
  }
  return { calls, reasons };
}

function tryTo<T>(compute: () => T): T | Refusal {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Whether a script is loaded by pages of the extension and by nothing else. */
function isOfPages(script: Script): boolean {
  return script.file.editable && !script.inline && script.program !== undefined && script.realms.length > 0 && script.realms.every(({ kind }) => kind === 'page' || kind === 'devtools');
}

function planCall(source: WindowSource, { script, node, names: [name = ''] }: WindowUse, find: (name: string) => Target): PlannedCall {
  if (!isOfPages(script)) throw new Refusal('its script does not run in pages alone');
  if (node.type !== 'CallExpression') throw new Refusal('it is called only if it is there');
  if (isIgnored(script, node, ID)) throw new Refusal(LEFT_ALONE);
  assertOwnWindow(source, script, node);
  const target = find(name);
  const { turns: own, realms } = pageTurns(script);
  if (target.script.realms.some(({ kind }) => kind !== 'background')) throw new Refusal(`a page loads \`${target.script.path}\`, too`);
  const given = argumentsOf(script, node, target, realms.map(proverOf));
  const leaving = own.map((one) => whyLeaving(node, one)).find((why) => why !== undefined);
  if (leaving !== undefined) throw new Refusal(leaving);
  const base = { script, source, call: node, target, given };
  const outer = wrapped(node);
  const parent = parentOf(outer);
  const isThen = isMember(parent) && parent.object === outer && memberName(parent) === 'then';
  if (parent?.type === 'AwaitExpression' || isThen) {
    if (!target.fn.async) throw new Refusal(`\`${name}\` gives no promise of its own`);
    if (isTried(node) || (isThen && isHandled(parent))) throw new Refusal('what its promise is rejected with would be another');
    const isOnlyAwaited = parent.type === 'AwaitExpression' && isUnused(parent);
    return { ...base, answer: isOnlyAwaited ? 'finished' : 'settled', waits: false, waiting: undefined };
  }
  const isBody = parent?.type === 'ArrowFunctionExpression' && parent.body === outer && isListenerPlace(script, parent);
  if (isUnused(node) || isBody) {
    const relying = own.map((one) => reliesOn(restOfTurn(node, one), one)).find((name) => name !== undefined);
    if (relying === undefined) return { ...base, answer: 'none', waits: false, waiting: undefined };
    try {
      return { ...base, answer: 'done', waits: true, waiting: waitingFunction(script, node, own) };
    } catch (error) {
      throw error instanceof Refusal ? new Refusal(`\`${relying}\` after it may rely on it, and ${error.message}`) : error;
    }
  }
  if (target.fn.async) throw new Refusal(`the promise of \`${name}\` is kept`);
  return { ...base, answer: 'value', waits: true, waiting: waitingFunction(script, node, own) };
}

/** Whether a rejection of `promise.then(...)` is looked at. */
function isHandled(then: Node): boolean {
  const call = parentOf(wrapped(then));
  return !isCall(call) || call.arguments.length !== 1 || !isUnused(call);
}

function pageTurns({ realms }: Script) {
  return { realms, turns: realms.map(turnsOf) };
}

const provers = new WeakMap<object, Prover>();

function proverOf(realm: Script['realms'][number]): Prover {
  const turns = turnsOf(realm);
  let prover = provers.get(realm);
  if (prover === undefined) provers.set(realm, (prover = new Prover(turns, documentValues(realm))));
  return prover;
}

/** What a page gives to a function. @throws Refusal where a message may not carry it as it is */
function argumentsOf(script: Script, { arguments: args }: t.CallExpression, { name, params }: Target, provers: readonly Prover[]): Value[] {
  if (args.length > params.length) throw new Refusal(`\`${name}\` has no name for one of its arguments`);
  return args.map((argument) => {
    if (argument.type === 'SpreadElement' || argument.type === 'ArgumentPlaceholder') throw new Refusal('its arguments are spread');
    if (isFunction(unwrap(argument))) throw new Refusal('a message carries no function');
    const values = provers.map((prover) => prover.closed(script, argument));
    const value = values.every(isCarried) ? values.reduce(joinValues) : undefined;
    if (value === undefined) throw new Refusal(`\`${script.textOf(argument).split('\n')[0]}\` is not proven to be JSON of its own`);
    return value;
  });
}

/** What the parameters of the functions that pages call are where they are used: what pages give them, and what the background does. */
function givenByPages(calls: readonly PlannedCall[], turns: Turns): ReadonlyMap<Node, Value> {
  const supposed = new Map<Node, Value>();
  const prover = new Prover(turns);
  for (const target of new Set(calls.map((one) => one.target))) {
    const own = calls.filter((one) => one.target === target);
    const callers = usesOfFunction(target.script, target.fn)?.map(({ script, node }) => ({ script, call: parentOf(wrapped(node)), node }));
    if (callers === undefined || callers.some(({ call, node }) => !isCall(call) || call.callee !== wrapped(node))) continue;
    for (const [index, param] of target.fn.params.entries()) {
      const binding = param.type === 'Identifier' ? target.script.binding(param) : undefined;
      if (binding === undefined || binding.references.some(({ writes }) => writes)) continue;
      const inside = callers.map(({ script, call }) => {
        const argument = (call as t.CallExpression).arguments[index];
        return argument === undefined ? UNDEFINED : prover.closed(script, argument);
      });
      const value = [...own.map(({ given }) => given[index] ?? UNDEFINED), ...inside].reduce<Value | undefined>(joinValues, own[0]!.given[index] ?? UNDEFINED);
      if (value !== undefined && isPlain(value)) for (const { node } of binding.references) supposed.set(node, value);
    }
  }
  return supposed;
}

/** Refuses a window that code looks at in other ways than by its members: it would find none. */
function assertOwnWindow({ reference, source, binding }: WindowSource, script: Script, call: t.CallExpression): void {
  if (isGuarded(script, reference)) throw new Refusal('it is called only if there is a window');
  const callee = unwrap(call.callee as Node);
  if (isMember(callee)) {
    const base = unwrap(callee.object);
    if (base === source || (base.type === 'AwaitExpression' && unwrap(base.argument) === source)) return;
    if (base.type !== 'Identifier' || binding === undefined) throw new Refusal('its window is not named in a way that is followed');
    if (binding.kind === 'param') {
      if (!isOnlyCallback(source, call)) throw new Refusal('it is not all that the callback of `getBackgroundPage` does');
      return;
    }
    assertNamed(binding, source);
    if (binding.references.some(({ node }) => isLookedAt(node))) throw new Refusal(`code asks whether there is \`${binding.name}\``);
    return;
  }
  const own = callee.type === 'Identifier' ? script.binding(callee) : undefined;
  const [declaration] = own?.declarations ?? [];
  const init = declaration?.init && unwrap(declaration.init);
  const window = init?.type === 'AwaitExpression' ? unwrap(init.argument) : init;
  if (own === undefined || declaration?.keys?.length !== 1 || window !== source || own.references.some(({ writes }) => writes)) throw new Refusal('its window is not named in a way that is followed');
}

/** Whether code asks whether there is a window. */
function isLookedAt(node: Node): boolean {
  const parent = parentOf(wrapped(node));
  return isTest(node) || parent?.type === 'OptionalMemberExpression' || /^(Logical|Conditional|Binary|Unary)Expression$/.test(parent?.type ?? '');
}

function assertNamed({ name, declarations, references }: Binding, source: Node | WindowSource): void {
  const [declaration, ...more] = declarations;
  if (more.length > 0 || declaration?.node.type !== 'VariableDeclarator' || references.some(({ writes }) => writes)) throw new Refusal(`\`${name}\` may be another window`);
  const init = declaration.init && unwrap(declaration.init);
  const own = 'source' in source ? source.source : source;
  if (init !== own && !(init?.type === 'AwaitExpression' && unwrap(init.argument) === own)) throw new Refusal(`\`${name}\` may be another window`);
}

/** Whether a call is all that the callback of `runtime.getBackgroundPage` does, and nothing is done with what that gives. */
export function isOnlyCallback(source: Node, call: Node): boolean {
  const fn = functionOf(call);
  if (!isCall(source) || fn === undefined || fn.async || source.arguments.length !== 1 || unwrap(source.arguments[0]!) !== fn || !isUnused(source)) return false;
  if (fn.body.type !== 'BlockStatement') return unwrap(fn.body) === call;
  const [only, ...more] = fn.body.body;
  return more.length === 0 && only?.type === 'ExpressionStatement' && unwrap(only.expression) === call;
}
