import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { ancestors, functionName, functionOf, isCall, isFunction, isMember, isNewPromise, isUnused, isWithin, keyName, memberName, parentOf, unwrap, usesArguments, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { requestsOf } from '../network.ts';
import { isChosen } from '../reaching.ts';
import type { Realm } from '../realms.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { onceWithin } from '../source.ts';
import type { Turns } from '../turns.ts';
import { placeWords } from '../words.ts';

/** Events for which the browser starts a background only once in a while: what they register is meant to stay. */
export const SETUP_EVENTS = /^runtime\.on(Installed|Startup)$/;

/** The way that the start-up takes to a late place. */
export interface Way {
  /** The functions on it, the innermost first. */
  readonly functions: readonly FunctionNode[];
  /** How many of them are left behind: at least those that do not run in the first turn. */
  readonly late: number;
  /** The places in them, and at last the one in the first turn, from which the next function is run. */
  readonly places: readonly Node[];
  /** Whether an event, not the start, leads here. */
  readonly byEvent: boolean;
}

/** @throws Refusal where a place may not be come to, or more than once */
export function wayTo(place: Node, realm: Realm, turns: Turns): Way {
  const functions: FunctionNode[] = [];
  const places: Node[] = [place];
  let byEvent = false;
  let late = 0;
  const seen = new Set<FunctionNode>();
  for (let at = place; ;) {
    const fn = functionOf(at);
    assertUnconditional(at, fn, turns);
    assertNothingThrown(at, fn, turns);
    if (fn === undefined) return { functions, places, late, byEvent };
    if (seen.has(fn)) throw new Refusal('the function around it calls itself');
    seen.add(fn);
    if (at === place || (late === functions.length && !turns.runsAtStart(at))) late = functions.length + 1;
    assertLoadsNoCode(turns.scriptOf(fn), fn);
    const setup = turns.registrations.find((one) => SETUP_EVENTS.test(one.event) && one.functions.includes(fn));
    if (setup !== undefined && !turns.runsAtStart(setup.call)) throw new Refusal('the listener around it is late, too');
    byEvent ||= setup !== undefined;
    at = setup?.call ?? occasionOf(fn, realm, turns);
    if (isChosen(at, fn, turns)) throw new Refusal('it depends on a condition');
    functions.push(fn);
    places.push(at);
  }
}

/** The one place that has a function run. */
function occasionOf(fn: FunctionNode, realm: Realm, turns: Turns): Node {
  const script = turns.scriptOf(fn);
  if (fn.generator) throw new Refusal('it is in a generator');
  const own = immediateCall(fn)?.node ?? argumentOf(fn, turns);
  if (own !== undefined) return own;
  const declarator = parentOf(wrapped(fn));
  if (isNewPromise(declarator) && script.binding(declarator.callee as t.Identifier) === undefined) return declarator;
  const isMethod = fn.type === 'ClassMethod' || fn.type === 'ObjectMethod' || declarator?.type === 'ObjectProperty' || (declarator?.type === 'AssignmentExpression' && isMember(declarator.left));
  if (isMethod) return callOfMethod(fn, realm, turns);
  const id = fn.type === 'FunctionDeclaration' ? fn.id : declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? declarator.id : undefined;
  const binding = id ? script.binding(id) : undefined;
  const uses = binding?.references ?? [];
  const calls = turns.callersOf(fn);
  const [use] = uses;
  if (id === undefined) throw new Refusal('the function around it is given to code that is not followed');
  if (uses.length !== 1 || use === undefined || calls.length > 1) throw new Refusal(`${functionName(fn) === undefined ? 'the function around it' : `\`${functionName(fn)}\``} is not called in one place only`);
  const outer = wrapped(use.node);
  const parent = parentOf(outer);
  if (isCall(parent) && parent.callee === outer) return parent;
  const given = argumentOf(use.node, turns);
  if (given === undefined) throw new Refusal(`\`${functionName(fn)!}\` is handed on as a value, so when it runs is not known`);
  return given;
}

/** The one call of a method that nothing else mentions. */
export function callOfMethod(fn: FunctionNode, realm: Realm, turns: Turns): AnyCall {
  const [call, ...others] = turns.callersOf(fn);
  const name = functionName(fn);
  if (call === undefined || others.length > 0 || name === undefined) throw new Refusal(`${name === undefined ? 'the method around it' : `\`${name}\``} is not called in one place only`);
  for (const script of realm.scripts) {
    if (script.program === undefined || !script.text.includes(name)) continue;
    walk(script.program, (node) => {
      const isMention = (isMember(node) && memberName(node) === name && node !== unwrap(call.callee as Node) && !(parentOf(node)?.type === 'AssignmentExpression' && (parentOf(node) as t.AssignmentExpression).right === fn)) || (node.type === 'ObjectPattern' && node.properties.some((one) => one.type === 'ObjectProperty' && keyName(one) === name));
      if (isMention) throw new Refusal(`\`${name}\` is used elsewhere (${placeWords(script, node)})`);
      return true;
    });
  }
  return call;
}

/** The call that runs a function which it is given, once: an API with its callback, a promise with its continuation. */
function argumentOf(node: Node, turns: Turns, seen: ReadonlySet<Node> = new Set()): AnyCall | undefined {
  const outer = wrapped(node);
  const call = parentOf(outer);
  if (!isCall(call) || !call.arguments.includes(outer as t.Expression)) return undefined;
  const callee = unwrap(call.callee as Node);
  const name = isMember(callee) ? memberName(callee) : undefined;
  if (name === 'then' || name === 'finally' || name === 'catch') {
    if (name === 'catch' || call.arguments[0] !== outer) throw new Refusal('it is registered after a failure only');
    return call;
  }
  const isOfApi = turns.scriptOf(call).api(callee) !== undefined;
  const own = isOfApi || seen.has(call) ? undefined : callOfParameter(call, outer, turns, new Set([...seen, call]));
  if (own !== undefined) return own;
  if (!isOfApi || call.arguments.at(-1) !== outer) throw new Refusal(`the function around it is given to code that is not followed (${placeWords(turns.scriptOf(call), call)})`);
  return call;
}

/**
 * The one place where a function of the extension's own calls back what it is given, or hands it on to who does: `cb()` in
 * `function load(cb) { storage.local.get(null, () => cb()); }`.
 */
function callOfParameter(call: AnyCall, given: Node, turns: Turns, seen: ReadonlySet<Node>): AnyCall | undefined {
  const [fn, another] = turns.targetsOf(call);
  const index = call.arguments.indexOf(given as t.Expression);
  const param = fn?.params[index];
  if (fn === undefined || another !== undefined || fn.generator || param?.type !== 'Identifier' || usesArguments(fn) || call.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement')) return undefined;
  const references = turns.scriptOf(fn).binding(param)?.references ?? [];
  const [use, ...others] = references.filter(({ node }) => !isAskedFor(node));
  if (use === undefined || use.writes || others.length > 0) return undefined;
  const outer = wrapped(use.node);
  const parent = parentOf(outer);
  return isCall(parent) && parent.callee === outer ? parent : argumentOf(use.node, turns, seen);
}

/** Whether a mention of a parameter is a test whether it was given: `if (cb) cb();`, `cb && cb()`. */
function isAskedFor(node: Node): boolean {
  const parent = parentOf(wrapped(node));
  return (parent?.type === 'IfStatement' && parent.test === wrapped(node) && parent.alternate == null) || (parent?.type === 'LogicalExpression' && parent.operator === '&&' && parent.left === wrapped(node));
}

/** Whether a statement or expression only tests whether the function that a place calls was given. */
function asksForCallee(up: Node, place: Node, turns: Turns): boolean {
  const test = up.type === 'IfStatement' ? up.test : up.type === 'LogicalExpression' ? up.left : undefined;
  const callee = isCall(place) ? unwrap(place.callee as Node) : undefined;
  if (test?.type !== 'Identifier' || callee?.type !== 'Identifier' || !isAskedFor(test)) return false;
  const binding = turns.scriptOf(place).binding(callee);
  return binding?.kind === 'param' && binding === turns.scriptOf(place).binding(test);
}

const STRAIGHT = /^(ExpressionStatement|BlockStatement|Program|CallExpression|OptionalCallExpression|NewExpression|MemberExpression|OptionalMemberExpression|AwaitExpression|VariableDeclarator|VariableDeclaration|ReturnStatement|ParenthesizedExpression|ArrayExpression|TSAsExpression|TSNonNullExpression)$/;

/** Refuses a place that its function may leave out, or come to several times. */
function assertUnconditional(place: Node, fn: FunctionNode | undefined, turns: Turns): void {
  const outer = [...ancestors(place)];
  const own = fn === undefined ? outer : outer.slice(0, outer.indexOf(fn));
  for (const up of own) {
    if (/^(For|While|DoWhile)/.test(up.type)) throw new Refusal('it is in a loop');
    if (asksForCallee(up, place, turns)) continue;
    if (/^(If|Switch)|^Conditional|^Logical/.test(up.type)) throw new Refusal(`it depends on a condition (${placeWords(turns.scriptOf(up), up)})`);
    if (up.type === 'TryStatement' && (!isWithin(place, up.block) || !isOnlyLogged(up))) throw new Refusal('it is in a `try` that does more than log what fails');
    if (up.type !== 'TryStatement' && !STRAIGHT.test(up.type)) throw new Refusal('it is part of a larger expression');
  }
  if (own.some((up) => up.type === 'BlockStatement' && parentOf(up) !== fn && parentOf(up)?.type !== 'TryStatement' && !asksForCallee(parentOf(up)!, place, turns))) throw new Refusal('a block of its own is around it');
  if (fn === undefined) return;
  const script = turns.scriptOf(fn);
  walk(fn.body, (node) => {
    if (isFunction(node) || node.start! >= place.start!) return false;
    if ((node.type === 'ReturnStatement' || node.type === 'ThrowStatement') && !isWithin(place, node)) throw new Refusal(`the function around it may return before (${placeWords(script, node)})`);
    return true;
  });
}

/** Refuses a place that is left out where a function that is called before throws by a statement, or the network is asked and does not answer. */
function assertNothingThrown(place: Node, fn: FunctionNode | undefined, turns: Turns): void {
  // At top level only what the place itself continues: `check().then(listen)`.
  const thrower = throwerIn(fn?.body ?? place, turns, new Set(fn && [fn]), place);
  if (thrower !== undefined) throw new Refusal(`the start-up may fail before (${placeWords(turns.scriptOf(thrower), thrower)})`);
}

/** The calls of a script whose promise fails without the network. */
const requests = onceWithin((script: Script, turns: Turns): ReadonlySet<Node> => new Set([...requestsOf(script, turns)].map(([, call]) => call)));

/** The call of some code by which it may throw, on purpose or without the network, and uncaught; that of another function where it throws itself. */
function throwerIn(code: Node, turns: Turns, seen: ReadonlySet<FunctionNode>, place?: Node): Node | undefined {
  let found: Node | undefined;
  walk(code, (node) => {
    if (found !== undefined || (place !== undefined && node.start! >= place.end!)) return false;
    if (isFunction(node)) return node === code;
    if (node.type === 'TryStatement' && node.handler != null && (place === undefined || !isWithin(place, node))) {
      found = throwerIn(node.handler.body, turns, seen);
      return false;
    }
    if (node.type === 'ThrowStatement' && place === undefined) found = node;
    if (!isCall(node) || node === place || isCaughtInChain(node, place)) return true;
    if (!isUnused(node) && requests(turns.scriptOf(node), turns).has(node)) found = node;
    if (place === undefined && /^Promise\.reject$/.test(turns.scriptOf(node).textOf(node.callee)) && !isUnused(node)) found = node;
    const isThrowing = (target: FunctionNode): boolean => !target.generator && !seen.has(target) && !(target.async && isUnused(node)) && seen.size < 5 && throwerIn(target.body, turns, new Set([...seen, target])) !== undefined;
    const run = isMember(node.callee) && memberName(node.callee) === 'then' && node.arguments[0] !== undefined ? turns.functionsOf(node.arguments[0]) : turns.targetsOf(node);
    if (found === undefined && run.some((target) => !isWithin(place ?? node, target) && isThrowing(target))) found = node;
    return found === undefined;
  });
  return found;
}

/** Whether what a call gives is a promise whose failure is caught where it stands, before it comes to a place: `load().catch(report)`. */
function isCaughtInChain(call: AnyCall, place?: Node): boolean {
  for (let outer = call; ;) {
    const member = parentOf(wrapped(outer));
    const next = isMember(member) && member.object === wrapped(outer) ? parentOf(wrapped(member)) : undefined;
    if (!isCall(next) || next.callee !== member || next === place) return false;
    const name = memberName(member as t.MemberExpression);
    if (name === 'catch' || (name === 'then' && next.arguments.length > 1)) return true;
    outer = next;
  }
}

/** Whether a `try` does nothing about a failure but tell of it: then it is as if it were not caught. */
function isOnlyLogged({ handler, finalizer }: t.TryStatement): boolean {
  const tells = (statement: t.Statement): boolean => {
    const call = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
    const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
    if (isMember(callee)) return unwrap(callee.object).type === 'Identifier' && (unwrap(callee.object) as t.Identifier).name === 'console';
    return callee?.type === 'Identifier' && /^(log|warn|report)|(log|warn|report)(ger|ging|s|ing)?$|(Log|Error|Warn|Warning|Exception)$/.test(callee.name);
  };
  return finalizer == null && (handler?.body.body.every(tells) ?? false);
}

/** Refuses to run before code that is loaded only then: it may be what the moved code needs. */
function assertLoadsNoCode(script: Script, fn: FunctionNode): void {
  walk(fn.body, (node) => {
    if (node.type === 'Import' || node.type === 'ImportExpression' || (node.type === 'Identifier' && (node.name === 'importScripts' || node.name === 'require') && script.binding(node) === undefined)) throw new Refusal('the start-up loads code before, which the listener may need');
    return true;
  });
}
