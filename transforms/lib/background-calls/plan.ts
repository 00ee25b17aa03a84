import { functionOf, isCall, isFunction, isMember, isUnused, isWithin, memberName, parentOf, statementOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { backgroundPageUses, type WindowSource, type WindowUse } from '../background-window.ts';
import { isResultUnused } from '../callbacks.ts';
import type { Extension } from '../extension.ts';
import { isGuarded, isTest } from '../guarded.ts';
import { isIgnored, LEFT_ALONE } from '../ignoring.ts';
import { commentsBetween } from '../layout.ts';
import { isJqueryListener } from '../pages/jquery.ts';
import { isCaught, registersAt, reliesOn, restOfTurn, sends, whyLeaving } from '../pages/turns.ts';
import { waitingFunction } from '../pages/waiting.ts';
import type { Realm } from '../realms.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { once } from '../source.ts';
import { turnsOf } from '../turns.ts';
import { documentValues } from '../values/document-values.ts';
import { Prover } from '../values/prover.ts';
import { returnsOf } from '../values/returns.ts';
import { joinValues, type Value } from '../values/value.ts';
import { backgroundValues, type BackgroundValues } from './background-values.ts';
import { assertUnheard } from './listeners.ts';
import { Order } from './order.ts';
import { answerOf, isCarried, targetOf, variableOf, type Target } from './targets.ts';

/** The transform whose ignore comments keep a call as it is. */
export const ID = 'background-calls';

/** What the background answers: nothing; that it is done, at once or when the promise of the function is fulfilled; or what it gives, likewise. */
export type Answer = 'none' | 'done' | 'finished' | 'value' | 'settled';

/** A call of a function of the background, or a use of a variable of it, as a message. */
export interface PlannedCall {
  readonly script: Script;
  readonly source: WindowSource;
  /** The call, the member that is read, or the assignment. */
  readonly place: Node;
  /** What names the function or the variable there. */
  readonly named: Node;
  readonly args: readonly Node[];
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

/** The plan of an extension whose background is a service worker. */
export const planOf = once(makePlan);

/** How often what pages give and what the background answers are proven by each other. */
const PASSES = 3;

const NOTHING: Plan = { calls: [], reasons: new Map() };

function makePlan(extension: Extension): Plan {
  const { background } = extension;
  if (background === undefined || !extension.hasWorker) return NOTHING;
  const sources = extension.scripts.flatMap((script) => (script.text.includes('getBackgroundPage') && isOfPages(script) ? [...backgroundPageUses(script)] : []));
  if (sources.length === 0) return NOTHING;
  const turns = turnsOf(background);
  const targets = new Map<string, Target | Refusal>();
  const find = (name: string, kind: WindowUse['kind']): Target => {
    const key = `${kind} ${name}`;
    let target = targets.get(key);
    if (target === undefined) targets.set(key, (target = orRefusal(() => (kind === 'call' ? targetOf(extension, background, turns, name) : variableOf(extension, background, name, kind === 'write')))));
    if (target instanceof Refusal) throw target;
    return target;
  };
  const order = new Order(background, turns);
  const known = sources.flatMap(({ uses }) => uses.flatMap(({ node, kind, names: [name = '', ...more] }) => {
    const target = kind === 'shared' || more.length > 0 ? undefined : orRefusal(() => find(name, kind));
    return target === undefined || target instanceof Refusal ? [] : [{ node, target }];
  }));
  const overtaking = (target: Target): ReadonlySet<Node> | undefined => (order.mayWait(target) ? new Set(known.flatMap((other) => (order.isKept(target, other.target) ? [] : other.node))) : undefined);
  let answers: ReadonlyMap<Node, Value> = new Map();
  for (let pass = 1; ; pass++) {
    const provers = new PageProvers(answers);
    const reasons = new Map<Node, string>();
    const planned: PlannedCall[] = [];
    for (const source of sources) {
      for (const use of source.uses) {
        if (use.kind === 'shared' || use.names.length !== 1) continue;
        const call = orRefusal(() => planCall(source, use, find, overtaking, provers));
        if (call instanceof Refusal) reasons.set(use.node, call.message);
        else planned.push(call);
      }
    }
    const nested = planned.filter((one) => planned.some((other) => other !== one && other.script === one.script && (isWithin(other.place, one.place) || isWithin(one.place, other.place))));
    for (const { place } of nested) reasons.set(place, 'one use of the window is part of another');
    const apart = planned.filter((one) => !nested.includes(one));
    const values: BackgroundValues = apart.length === 0 ? { supposed: new Map(), variables: new Map() } : backgroundValues(background, turns, apart.map(({ target, given }) => ({ target, values: given })));
    const given = new Map<Node, Value>();
    const calls = apart.filter(({ place, target, answer }) => {
      if (answer !== 'value' && answer !== 'settled') return true;
      const value = orRefusal(() => answerOf(target, turns, values));
      if (value instanceof Refusal) reasons.set(place, value.message);
      else if (answer === 'value') given.set(place, value);
      return !(value instanceof Refusal);
    });
    if (pass < PASSES && given.size > answers.size) {
      answers = given;
      continue;
    }
    return withoutCollisions(extension, calls, reasons);
  }
}

function withoutCollisions(extension: Extension, calls: readonly PlannedCall[], reasons: Map<Node, string>): Plan {
  if (calls.length === 0) return { calls, reasons };
  const types = new Set(calls.map(({ target: { type } }) => type));
  const taken = [...types].find((type) => extension.scripts.some(({ text }) => text.includes(`${type}'`) || text.includes(`${type}"`)));
  const refusal = taken === undefined ? orRefusal(() => assertUnheard(extension, types)) : new Refusal(`\`${taken}\` is a message already`);
  if (!(refusal instanceof Refusal)) return { calls, reasons };
  for (const { place } of calls) reasons.set(place, refusal.message);
  return { calls: [], reasons };
}

/** Whether a script is loaded by pages of the extension and by nothing else. */
function isOfPages(script: Script): boolean {
  return script.file.editable && !script.inline && script.program !== undefined && script.realms.length > 0 && script.realms.every(({ kind }) => kind === 'page' || kind === 'devtools');
}

function planCall(source: WindowSource, { script, node, kind, names: [name = ''] }: WindowUse, find: (name: string, kind: WindowUse['kind']) => Target, overtaking: (target: Target) => ReadonlySet<Node> | undefined, provers: PageProvers): PlannedCall {
  if (!isOfPages(script)) throw new Refusal('its script does not run in pages alone');
  const { named, args } = partsOf(node, kind);
  if (isIgnored(script, node, ID)) throw new Refusal(LEFT_ALONE);
  assertOwnWindow(source, script, node, named, args);
  if (commentsBetween(script, node.start!, node.end!).some(({ start, end }) => !args.some((argument) => argument.start! <= start! && end! <= argument.end!))) throw new Refusal('a comment stands in it');
  const target = find(name, kind);
  const own = script.realms.map(turnsOf);
  if (target.script.realms.some((realm) => realm.kind !== 'background')) throw new Refusal(`a page loads \`${target.script.path}\`, too`);
  const given = argumentsOf(script, args, target, script.realms.map((realm) => provers.of(realm)));
  const leaving = own.map((one) => whyLeaving(node, one)).find((why) => why !== undefined);
  if (leaving !== undefined) throw new Refusal(leaving);
  if (target.fn !== undefined && own.some((one) => isCaught(node, one))) throw new Refusal(`what \`${name}\` may throw is caught`);
  const base = { script, source, place: node, named, args, target, given };
  const outer = wrapped(node);
  const parent = parentOf(outer);
  const isThen = isMember(parent) && parent.object === outer && memberName(parent) === 'then';
  if (parent?.type === 'AwaitExpression' || isThen) {
    if (!target.fn?.async) throw new Refusal(`\`${name}\` gives no promise of its own`);
    if (isThen && isHandled(parent)) throw new Refusal('what its promise is rejected with would be another');
    const others = isThen ? overtaking(target) : undefined;
    const overtaken = others && own.map((one) => sends(restOfTurn(statementOf(node), one), one, others)).find((name) => name !== undefined);
    if (overtaken !== undefined) throw new Refusal(`\`${overtaken}\` after it may overtake it`);
    const isOnlyAwaited = parent.type === 'AwaitExpression' && isUnused(parent);
    return { ...base, answer: isOnlyAwaited ? 'finished' : 'settled', waits: false, waiting: undefined };
  }
  const isBody = parent?.type === 'ArrowFunctionExpression' && parent.body === outer && (registersAt(script, parent) || isResultUnused(script, parent));
  if (isBody && target.fn !== undefined && returnsOf(target.fn).length > 0 && (parentOf(wrapped(parent))?.type === 'AssignmentExpression' || isJqueryListener(script, parent))) throw new Refusal('what it returns may keep the browser from going on');
  if (kind !== 'read' && (isUnused(node) || isBody)) {
    const relying = own.map((one) => reliesOn(restOfTurn(node, one), one, overtaking(target))).find((name) => name !== undefined);
    if (relying === undefined) return { ...base, answer: 'none', waits: false, waiting: undefined };
    try {
      return { ...base, answer: 'done', waits: true, waiting: waitingFunction(script, node, own) };
    } catch (error) {
      throw error instanceof Refusal ? new Refusal(`\`${relying}\` after it may rely on it, and ${error.message}`) : error;
    }
  }
  if (kind === 'write') throw new Refusal('its value is used, too');
  if (target.fn?.async) throw new Refusal(`the promise of \`${name}\` is kept`);
  return { ...base, answer: 'value', waits: true, waiting: waitingFunction(script, node, own) };
}

/** What a use of the window names, and what it gives to that. */
function partsOf(node: Node, kind: WindowUse['kind']): { readonly named: Node; readonly args: readonly Node[] } {
  if (kind === 'call' && node.type === 'CallExpression') return { named: unwrap(node.callee as Node), args: node.arguments };
  if (kind === 'read' && node.type === 'MemberExpression') return { named: node, args: [] };
  if (kind === 'write' && node.type === 'AssignmentExpression' && node.operator === '=') return { named: unwrap(node.left), args: [node.right] };
  throw new Refusal(kind === 'call' ? 'it is called only if it is there' : 'it is read or set in a way that a message is not made of');
}

/** Whether a rejection of `promise.then(...)` is looked at. */
function isHandled(then: Node): boolean {
  const call = parentOf(wrapped(then));
  return !isCall(call) || call.arguments.length !== 1 || !isUnused(call);
}

/** Proves values of pages, by what the background is known to answer them. */
class PageProvers {
  readonly #answers: ReadonlyMap<Node, Value>;
  readonly #provers = new Map<Realm, Prover>();

  constructor(answers: ReadonlyMap<Node, Value>) {
    this.#answers = answers;
  }

  of(realm: Realm): Prover {
    let prover = this.#provers.get(realm);
    if (prover === undefined) this.#provers.set(realm, (prover = new Prover(turnsOf(realm), new Map([...documentValues(realm), ...this.#answers]))));
    return prover;
  }
}

/** What a page gives to a function. @throws Refusal where a message may not carry it as it is */
function argumentsOf(script: Script, args: readonly Node[], { name, params }: Target, provers: readonly Prover[]): Value[] {
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

/** Refuses a window that code looks at in other ways than by its members: it would find none. */
function assertOwnWindow({ reference, source, binding }: WindowSource, script: Script, place: Node, named: Node, args: readonly Node[]): void {
  if (isGuarded(script, reference)) throw new Refusal('it is called only if there is a window');
  if (isMember(named)) {
    const base = unwrap(named.object);
    if (base === source || (base.type === 'AwaitExpression' && unwrap(base.argument) === source)) return;
    if (base.type !== 'Identifier' || binding === undefined) throw new Refusal('its window is not named in a way that is followed');
    if (binding.kind === 'param') {
      if (named === place || !isOnlyCallback(source, place)) throw new Refusal('it is not all that the callback of `getBackgroundPage` does');
      if (args.some((argument) => mayDiffer(script, argument)) && script.realms.some((realm) => restOfTurn(source, turnsOf(realm)).length > 0)) throw new Refusal('what it gives may be set before the callback of `getBackgroundPage` runs');
      return;
    }
    assertNamed(binding, source);
    if (binding.references.some(({ node }) => isLookedAt(node))) throw new Refusal(`code asks whether there is \`${binding.name}\``);
    return;
  }
  const own = named.type === 'Identifier' ? script.binding(named) : undefined;
  const [declaration] = own?.declarations ?? [];
  const init = declaration?.init && unwrap(declaration.init);
  const window = init?.type === 'AwaitExpression' ? unwrap(init.argument) : init;
  if (own === undefined || declaration?.keys?.length !== 1 || window !== source || own.references.some(({ writes }) => writes)) throw new Refusal('its window is not named in a way that is followed');
}

/** Whether an expression is more than a literal or a variable that is never set. */
function mayDiffer(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return script.binding(inner)?.references.some(({ writes }) => writes) ?? true;
  return !/^(String|Numeric|Boolean|Null)Literal$/.test(inner.type);
}

/** Whether code asks whether there is a window. */
function isLookedAt(node: Node): boolean {
  const parent = parentOf(wrapped(node));
  return isTest(node) || parent?.type === 'OptionalMemberExpression' || /^(Logical|Conditional|Binary|Unary)Expression$/.test(parent?.type ?? '');
}

function assertNamed({ name, declarations, references }: Binding, source: Node): void {
  const [declaration, ...more] = declarations;
  if (more.length > 0 || declaration?.node.type !== 'VariableDeclarator' || references.some(({ writes }) => writes)) throw new Refusal(`\`${name}\` may be another window`);
  const init = declaration.init && unwrap(declaration.init);
  if (init !== source && !(init?.type === 'AwaitExpression' && unwrap(init.argument) === source)) throw new Refusal(`\`${name}\` may be another window`);
}

/** Whether a call is all that the callback of `runtime.getBackgroundPage` does, and nothing is done with what that gives. */
export function isOnlyCallback(source: Node, call: Node): boolean {
  const fn = functionOf(call);
  if (!isCall(source) || fn === undefined || fn.async || source.arguments.length !== 1 || unwrap(source.arguments[0]!) !== fn || !isUnused(source)) return false;
  if (fn.body.type !== 'BlockStatement') return unwrap(fn.body) === call;
  const [only, ...more] = fn.body.body;
  return more.length === 0 && only?.type === 'ExpressionStatement' && unwrap(only.expression) === call;
}
