import type * as t from '@babel/types';
import { immediateCall } from './api.ts';
import { ancestors, functionName, functionOf, isCall, isFunction, isMember, isNewPromise, memberName, parentOf, siblings, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from './ast.ts';
import { LOOP } from './wake/once.ts';
import type { Realm } from './realms.ts';
import type { Script } from './script.ts';
import { once } from './source.ts';
import { SYNC_METHODS } from './callbacks.ts';
import type { Turns } from './turns.ts';

/** The places that have a function run: its calls, and the calls that it is given to. */
export function occasionsOf(fn: FunctionNode, realm: Realm, turns: Turns): readonly Node[] {
  const own = immediateCall(fn);
  if (own !== undefined) return [own.node];
  const outer = wrapped(fn);
  const parent = parentOf(outer);
  const found = new Set<Node>(turns.callersOf(fn));
  if ((isCall(parent) || parent?.type === 'NewExpression') && parent.callee !== outer) found.add(parent);
  const name = functionName(fn);
  for (const script of name === undefined ? [] : realm.scripts) {
    if (script.program === undefined || !script.text.includes(name!)) continue;
    for (const call of callsIn(script.program)) if (call.arguments.some((argument) => !isFunction(argument) && script.textOf(argument).includes(name!) && turns.functionsOf(argument).includes(fn))) found.add(call);
  }
  return [...found];
}

const callsIn = once((program: t.Program): readonly AnyCall[] => {
  const calls: AnyCall[] = [];
  walk(program, (node) => {
    if (isCall(node)) calls.push(node);
  });
  return calls;
});

/** Whether the start-up always comes to a place, as long as nothing fails. */
export function isAlwaysReached(place: Node, realm: Realm, turns: Turns, seen: ReadonlySet<Node> = new Set()): boolean {
  const fn = functionOf(place);
  let inner = place;
  for (const up of ancestors(place)) {
    const list = siblings(inner);
    if (list?.slice(0, list.indexOf(inner as t.Statement)).some((one) => mayLeaveUnfailed(one))) return false;
    if (up === fn) break;
    if (LOOP.test(up.type) || /^(If|SwitchCase|CatchClause|Conditional|Logical)/.test(up.type)) return false;
    if (isCall(up) && isMember(up.callee) && memberName(up.callee) === 'catch' && up.arguments.includes(inner as t.Expression)) return false;
    inner = up;
  }
  if (fn === undefined) return true;
  if (seen.has(fn) || fn.generator) return false;
  return occasionsOf(fn, realm, turns).some((one) => !isChosen(one, fn, turns) && isRunBy(one, fn, turns) && turns.turnsAt(one).some(({ origin }) => origin === 'start') && isAlwaysReached(one, realm, turns, new Set([...seen, fn])));
}

/** Whether a call runs one of several functions, or none: `handlers[name]()`, `(isQuiet ? noop : listen)()` */
export function isChosen(call: Node, fn: FunctionNode, turns: Turns): boolean {
  if (!isCall(call) || !turns.targetsOf(call).includes(fn) || immediateCall(fn)?.node === call) return false;
  return turns.targetsOf(call).length > 1 || (call.type === 'OptionalCallExpression' && call.optional) || isChoice(unwrap(call.callee as Node), turns.scriptOf(call));
}

function isChoice(callee: Node, script: Script): boolean {
  if (isMember(callee)) return memberName(callee) === undefined || (callee.type === 'OptionalMemberExpression' && callee.optional);
  if (callee.type !== 'Identifier') return !isFunction(callee);
  return script.binding(callee)?.declarations.some(({ node, init, keys }) => init !== undefined && !isFunction(node) && (keys?.length !== 0 || isChoice(unwrap(init), script))) ?? false;
}

/** Whether a call runs a function that it is given: at once, or when what it asks for is there. */
function isRunBy(call: Node, fn: FunctionNode, turns: Turns): boolean {
  if (call.type === 'NewExpression') return turns.targetsOf(call).includes(fn) || isNewPromise(call);
  if (!isCall(call)) return true;
  const callee = unwrap(call.callee as Node);
  if (turns.targetsOf(call).includes(fn) || immediateCall(fn)?.node === call) return true;
  const name = isMember(callee) ? memberName(callee) : undefined;
  const isGiven = call.arguments[0] !== undefined && turns.functionsOf(call.arguments[0]).includes(fn);
  if (name === 'then' || name === 'finally') return isGiven;
  const path = turns.scriptOf(call).api(callee)?.names.join('.');
  return path !== undefined && path !== '' && !/Listener$/.test(path) && turns.functionsOf(call.arguments.at(-1)!).includes(fn);
}

/** Whether a statement may leave its function otherwise than because something failed. */
function mayLeaveUnfailed(statement: Node): boolean {
  let leaves = false;
  walk(statement, (node) => {
    if (isFunction(node) || node.type === 'CatchClause') return false;
    if (node.type === 'ReturnStatement') leaves = true;
    return !leaves;
  });
  return leaves;
}

/** Whether a place is come to once at most. */
export function isReachedOnce(place: Node, realm: Realm, turns: Turns, seen: ReadonlySet<Node> = new Set()): boolean {
  const fn = functionOf(place);
  for (const up of ancestors(place)) {
    if (up === fn) break;
    if (LOOP.test(up.type)) return false;
  }
  if (fn === undefined) return true;
  if (seen.has(fn) || fn.generator) return false;
  const [only, ...others] = occasionsOf(fn, realm, turns);
  if (only === undefined || others.length > 0 || !(isRunBy(only, fn, turns) || isCaught(only))) return false;
  const callee = isCall(only) ? unwrap(only.callee as Node) : undefined;
  if (isMember(callee) && SYNC_METHODS.has(memberName(callee) ?? '') && !turns.callersOf(fn).includes(only as t.CallExpression)) return false;
  return isReachedOnce(only, realm, turns, new Set([...seen, fn]));
}

/** `promise.catch(f)` */
function isCaught(call: Node): boolean {
  return isCall(call) && isMember(call.callee) && memberName(call.callee) === 'catch';
}
