import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, isWithin, memberName, parentOf, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

const MAX_DEPTH = 3;

/**
 * Whether all that a timer does is to end the waiting for something else: it rejects a promise, settles one that races others, or aborts a
 * request. An unload ends what it waits for as well.
 */
export function givesUp(script: Script, timer: AnyCall, turns: Turns): boolean {
  const callback = timer.arguments[0] && unwrap(timer.arguments[0]);
  if (callback === undefined) return false;
  if (callback.type === 'Identifier' && isEnd(script, callback)) return true;
  const functions = isFunction(callback) ? [callback] : callback.type === 'Identifier' ? turns.functionsOf(callback) : [];
  return functions.length === 1 && endsIn(script, functions[0]!, turns) === 'ends';
}

/** What a function does: it ends a waiting, it only tidies up, or it does more. */
function endsIn(script: Script, fn: FunctionNode, turns: Turns, depth = 0): 'ends' | 'tidies' | undefined {
  if (fn.async || fn.generator || depth > MAX_DEPTH || turns.scriptOf(fn) !== script) return undefined;
  let ends = false;
  for (const statement of fn.body.type === 'BlockStatement' ? fn.body.body : [fn.body]) {
    const expression = statement.type === 'ExpressionStatement' ? statement.expression : statement;
    const call = unwrap(expression as Node);
    if (statement.type === 'VariableDeclaration' ? !isPlain(script, statement) : !isCall(call) || !call.arguments.every((argument) => isPlain(script, argument))) return undefined;
    if (!isCall(call)) continue;
    const callee = unwrap(call.callee as Node);
    if (isEnd(script, callee) || isAbort(script, callee)) {
      ends = true;
    } else if (!isTidying(script, callee, fn)) {
      const targets = callee.type === 'Identifier' ? turns.targetsOf(call) : [];
      const own = targets.length === 1 && functionOf(targets[0]!) !== undefined ? endsIn(script, targets[0]!, turns, depth + 1) : undefined;
      if (own === undefined) return undefined;
      ends ||= own === 'ends';
    }
  }
  return ends ? 'ends' : 'tidies';
}

/** Whether an expression calls and changes nothing, but for what it makes. */
function isPlain(script: Script, node: Node): boolean {
  let plain = true;
  walk(node, (one) => {
    if (isFunction(one) || isCall(one) || /^(Assignment|Update|Await|Yield|TaggedTemplate)Expression$/.test(one.type) || (isMember(one) && script.api(one) !== undefined)) plain = false;
    return plain;
  });
  return plain;
}

/** The promise that a name settles, and whether it rejects it. */
function settledBy(script: Script, node: Node): { readonly promise: t.NewExpression; readonly rejects: boolean; readonly executor: FunctionNode } | undefined {
  const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
  const [declaration] = binding?.kind === 'param' ? binding.declarations : [];
  const executor = declaration?.node;
  if (!isFunction(executor) || binding!.references.some(({ writes }) => writes)) return undefined;
  const promise = parentOf(wrapped(executor));
  if (promise?.type !== 'NewExpression' || promise.arguments[0] !== wrapped(executor) || !isOf(script, promise.callee as Node, 'Promise')) return undefined;
  return { promise, rejects: executor.params[1] === declaration!.id, executor };
}

function isEnd(script: Script, node: Node): boolean {
  const settled = settledBy(script, node);
  return settled !== undefined && (settled.rejects || isRaced(script, settled.promise));
}

/** `Promise.race([work(), new Promise(...)])` */
function isRaced(script: Script, promise: Node): boolean {
  const list = parentOf(wrapped(promise));
  const race = list?.type === 'ArrayExpression' && list.elements.length > 1 ? parentOf(wrapped(list)) : undefined;
  const callee = isCall(race) ? unwrap(race.callee as Node) : undefined;
  return isMember(callee) && /^(race|any)$/.test(memberName(callee) ?? '') && isOf(script, callee.object, 'Promise');
}

/** `controller.abort`, of a controller that one call of a function makes. */
function isAbort(script: Script, callee: Node): boolean {
  const object = isMember(callee) && memberName(callee) === 'abort' ? unwrap(callee.object) : undefined;
  const binding = object?.type === 'Identifier' ? script.binding(object) : undefined;
  const init = binding?.declarations.length === 1 ? binding.declarations[0]!.init : undefined;
  return binding?.scope.parent !== undefined && init?.type === 'NewExpression' && isOf(script, init.callee as Node, 'AbortController');
}

/** What goes with the promise: other timers, words for developers, the entry of a list of those that wait. */
function isTidying(script: Script, callee: Node, fn: FunctionNode): boolean {
  if (callee.type === 'Identifier') return /^clear(Timeout|Interval)$/.test(callee.name) && script.binding(callee) === undefined;
  if (!isMember(callee)) return false;
  if (isOf(script, callee.object, 'console')) return true;
  if (memberName(callee) !== 'delete') return false;
  const list = script.textOf(callee.object);
  for (let executor = functionOf(fn); executor !== undefined; executor = functionOf(executor)) {
    const settlers = executor.params.flatMap((param) => (param.type === 'Identifier' && settledBy(script, param)?.executor === executor ? script.binding(param)! : []));
    if (settlers.length > 0) return isKeptIn(script, list, settlers, executor);
  }
  return false;
}

/** Whether `list.set(key, ...)` keeps a function that settles a promise. */
function isKeptIn(script: Script, list: string, settlers: readonly Binding[], executor: FunctionNode): boolean {
  let found = false;
  walk(executor, (node) => {
    const callee = isCall(node) ? unwrap(node.callee as Node) : undefined;
    if (isMember(callee) && memberName(callee) === 'set' && script.textOf(callee.object) === list) found ||= settlers.some(({ references }) => references.some((reference) => isWithin(reference.node, node)));
    return !found;
  });
  return found;
}

function isOf(script: Script, node: Node, name: string): boolean {
  const inner = unwrap(node);
  return inner.type === 'Identifier' && inner.name === name && script.binding(inner) === undefined;
}
