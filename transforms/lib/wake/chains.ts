import { ancestors, callOf, functionOf, isCall, isFunction, isMember, isNewPromise, memberName, parentOf, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { isEndlessLoop } from '../control-flow.ts';
import type { Turns } from '../turns.ts';

/** Whether a timer's callback always starts the same timer again, by a statement of its own: `function tick() { ...; setTimeout(tick, 1000); }`. */
export function restartsItself(callback: Node, turns: Turns): boolean {
  const inner = unwrap(callback);
  if (inner.type !== 'Identifier' && !isMember(inner)) return false;
  const [fn] = turns.functionsOf(inner);
  if (fn === undefined || fn.body.type !== 'BlockStatement') return false;
  return fn.body.body.some((statement) => {
    let found = false;
    if (statement.type !== 'ExpressionStatement') return false;
    walk(statement, (node) => {
      if (isFunction(node)) return false;
      const call = node.type === 'Identifier' && node.name === 'setTimeout' ? callOf(node) ?? callOf(parentOf(wrapped(node)) ?? node) : undefined;
      if (call && functionOf(call) === fn && call.arguments[0] && turns.functionsOf(call.arguments[0]).includes(fn)) found = true;
      return !found;
    });
    return found;
  });
}

/** What a timer may stand in that is surely run, once its function is. */
const SURE = /^(ExpressionStatement|BlockStatement|CallExpression|OptionalCallExpression|NewExpression|MemberExpression|OptionalMemberExpression|AwaitExpression|AssignmentExpression|VariableDeclarator|VariableDeclaration|ReturnStatement|TryStatement|ParenthesizedExpression|ArrowFunctionExpression|FunctionExpression)$/;

/**
 * Whether a timer goes on for ever: its callback is, or calls, the function that always starts it, also after what that waits for:
 * `const tick = () => load().finally(() => setTimeout(tick, 1000))`.
 */
export function goesOn(timer: AnyCall, turns: Turns): boolean {
  const again = timer.arguments[0] === undefined ? [] : calledBy(timer.arguments[0], turns);
  let inner: Node = timer;
  for (const up of ancestors(timer)) {
    if (isFunction(up) && again.includes(up)) return !mayEnd(up, timer);
    if (!SURE.test(up.type) || (up.type === 'TryStatement' && inner === up.handler)) return false;
    if (isFunction(up) && !isContinuation(up, turns)) return false;
    inner = up;
  }
  return false;
}

/** The functions that a callback is, and those that it does nothing but call. */
function calledBy(callback: Node, turns: Turns): readonly FunctionNode[] {
  const functions = turns.functionsOf(callback);
  const [fn, another] = functions;
  const inner = unwrap(callback);
  if (fn === undefined || another !== undefined || inner !== fn) return functions;
  const [only, more] = fn.body.type === 'BlockStatement' ? fn.body.body : [fn.body];
  const expression = only?.type === 'ExpressionStatement' ? only.expression : only?.type === 'ReturnStatement' ? only.argument : only;
  const call = expression && more === undefined ? unwrap(expression.type === 'AwaitExpression' ? expression.argument : expression) : undefined;
  return isCall(call) ? [fn, ...turns.targetsOf(call)] : functions;
}

/** Whether a function is what a promise goes on with, whatever becomes of it, or when it is kept; or what an extension API calls back. */
function isContinuation(fn: FunctionNode, turns: Turns): boolean {
  const call = parentOf(wrapped(fn));
  const callee = isCall(call) && call.callee !== wrapped(fn) ? unwrap(call.callee as Node) : undefined;
  if (!isCall(call) || !isMember(callee)) return false;
  const isCallback = turns.scriptOf(fn).api(callee) !== undefined && !/Listener$/.test(memberName(callee) ?? '');
  return isCallback || (call.arguments[0] === wrapped(fn) && /^(then|finally)$/.test(memberName(callee) ?? ''));
}

/** Whether a function may leave before it comes to a place. */
function mayEnd(fn: FunctionNode, place: Node): boolean {
  let leaves = false;
  walk(fn.body, (node) => {
    if ((node.type === 'ReturnStatement' && node.end! <= place.start!) || node.type === 'ThrowStatement') leaves = true;
    return !leaves && node.start! < place.start! && !isFunction(node);
  });
  return leaves;
}

/** The places where a loop without an end awaits the promise that a timer settles: `while (true) { …; await sleep(1000); }`. */
export function endlessWaits(timer: AnyCall, turns: Turns): readonly Node[] {
  const executor = functionOf(timer);
  const promise = executor && parentOf(wrapped(executor));
  if (!isNewPromise(promise) || promise.arguments[0] !== wrapped(executor!)) return [];
  const parent = parentOf(wrapped(promise));
  const maker = parent !== undefined && (parent.type === 'ReturnStatement' || (parent.type === 'ArrowFunctionExpression' && parent.body === wrapped(promise)) || parent.type === 'AwaitExpression') ? functionOf(promise) : undefined;
  const places: readonly Node[] = [promise, ...(maker === undefined ? [] : turns.callersOf(maker))];
  return places.filter((place) => parentOf(wrapped(place))?.type === 'AwaitExpression' && isInEndlessLoop(place));
}

function isInEndlessLoop(place: Node): boolean {
  for (const up of ancestors(place)) {
    if (isFunction(up)) return false;
    if (isEndlessLoop(up)) return !isLeft(up);
  }
  return false;
}

/** Whether something in a loop may end it. */
function isLeft(loop: Node): boolean {
  let left = false;
  walk(loop, (node) => {
    if (/^(Return|Break|Throw)Statement$/.test(node.type)) left = true;
    return !left && !isFunction(node);
  });
  return left;
}
