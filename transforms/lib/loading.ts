import type * as t from '@babel/types';
import { immediateCall } from './api.ts';
import { functionOf, isCall, isFunction, isMember, isUnused, isWithin, memberName, parentOf, siblings, statementOf, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from './ast.ts';
import type { Access, Variable } from './bindings.ts';
import { gate, Insertions, Refusal } from './gates.ts';
import { freshName, habitsOf } from './layout.ts';
import type { Script } from './script.ts';
import { phasesAt } from './state.ts';
import type { Turns } from './turns.ts';
import type { Edit } from './types.ts';

/** A variable that start-up fills asynchronously, and the place that does. */
export interface Filled {
  readonly variable: Variable;
  readonly fill: Access;
}

/**
 * Makes a promise of an asynchronous fill of start-up, and has every listener that reads the filled variables wait for it.
 * @returns the edits, or the words that say why there are none
 */
export function planLoading(filled: readonly Filled[], turns: Turns): readonly Edit[] | string {
  try {
    return editsOf(filled, turns);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

function editsOf(filled: readonly Filled[], turns: Turns): Edit[] {
  const [{ fill, variable }] = filled as readonly [Filled];
  const { script } = fill;
  const into = new Insertions();
  const edits: Edit[] = [];
  const scripts = script.realms.find(({ kind }) => kind === 'background')?.scripts.filter(({ program }) => program !== undefined) ?? [script];
  if (script.isModule && filled.some((one) => one.variable.accesses.some((access) => access.script !== script))) throw new Refusal('several modules use what it fills');
  const promise = freshName((script.isModule ? [script] : scripts).map(({ program }) => program!), filled.length === 1 && /^[A-Za-z]\w*$/.test(variable.name) ? `${variable.name}Loaded` : 'settingsLoaded', 'startUpDone');
  const statement = keepPromise(script, fill.node, promise, turns, into, edits);
  assertOneStep(script, fill.node);
  const home = functionOf(statement);
  if (home !== undefined && (immediateCall(home) === undefined || home.async)) throw new Refusal('it is filled inside of a function that starts nothing else');
  const reads = filled.flatMap((one) => one.variable.accesses).filter((access) => !access.initial && (access.kind === 'read' || access.kind === 'escape' || access.kind === 'mutate' || access.reads) && phasesAt(access.node, turns).has('event'));
  const isFree = (touch: Node): boolean => isWithin(touch, statement) || !phasesAt(touch, turns).has('event') || inFill(touch, fill.node);
  gate(reads, promise, home, turns, into, isFree);
  return [...edits, ...into.edits];
}

/** Refuses a fill that goes on in a callback, which the promise does not wait for. */
function assertOneStep(script: Script, fill: Node): void {
  const fn = functionOf(fill);
  if (fn === undefined) return;
  walk(fn.body, (node) => {
    const call = isFunction(node) ? callbackCall(node) : undefined;
    if (call === undefined || script.api(unwrap(call.callee as Node)) === undefined) return true;
    walk(node, (inner) => {
      if (inner.type === 'AssignmentExpression' && inner.left.type === 'Identifier' && !isWithin(script.binding(inner.left)?.declarations[0]?.id ?? script.program!, fn)) throw new Refusal('another step of the start-up fills more');
      return true;
    });
    return false;
  });
}

/** Whether a place is in the function that fills. */
function inFill(touch: Node, fill: Node): boolean {
  const fn = functionOf(fill);
  return fn !== undefined && isWithin(touch, fn);
}

/** Gives a name to the promise of the start-up that fills. @returns the statement of the start-up */
function keepPromise(script: Script, fill: Node, promise: string, turns: Turns, into: Insertions, edits: Edit[]): Node {
  const fn = functionOf(fill);
  if (fn === undefined) throw new Refusal('it is filled after a top-level `await`');
  const inStart = (node: Node): boolean => phasesAt(node, turns).has('start') && phasesAt(node, turns).size === 1;
  // async function init() { … } init();
  if (fn.async && !fn.generator && callbackCall(fn) === undefined) {
    const own = immediateCall(fn)?.node;
    const call = own ?? onlyCall(script, fn, turns);
    if (!isUnused(call) || !inStart(call)) throw new Refusal('the function that fills is not called on its own as the background starts');
    assertSettles(script, fn, turns, 3);
    name(script, statementOf(call), call, promise, into);
    return statementOf(call);
  }
  const call = callbackCall(fn);
  if (call === undefined) throw new Refusal('what fills it is no callback of an extension API');
  const callee = unwrap(call.callee as Node);
  const chain = isMember(callee) && /^(then|finally)$/.test(memberName(callee) ?? '') && script.api(callee) === undefined;
  const outer = chain ? chainOf(script, call) : call;
  if (chain) assertSettles(script, fn, turns, 3);
  else takePromise(script, call, fn, edits);
  const top = statementOf(outer);
  if (!isUnused(outer) || top.type !== 'ExpressionStatement' || unwrap(top.expression) !== outer) throw new Refusal('what fills it is part of a larger expression');
  if (inStart(outer) && functionOf(outer) === undefined) {
    name(script, top, outer, promise, into);
    return top;
  }
  const around = functionOf(outer);
  if (around !== undefined && immediateCall(around) !== undefined && inStart(outer)) {
    name(script, top, outer, promise, into);
    return top;
  }
  // function load() { chrome.storage.sync.get(…) } load();
  if (around?.type !== 'FunctionDeclaration' || around.async || around.generator || around.body.body.at(-1) !== top) throw new Refusal('what fills it is not the last thing that its function does');
  const starter = onlyCall(script, around, turns);
  if (!isUnused(starter) || !inStart(starter) || statementOf(starter).type !== 'ExpressionStatement') throw new Refusal('the function that fills is not called on its own as the background starts');
  walk(around.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'ReturnStatement') throw new Refusal('the function that fills may return before');
    return true;
  });
  into.add(script, top.start!, 'return ', 0);
  name(script, statementOf(starter), starter, promise, into);
  return statementOf(starter);
}

/** The call that a function expression is given to. */
function callbackCall(fn: FunctionNode): t.CallExpression | t.OptionalCallExpression | undefined {
  const outer = wrapped(fn);
  const call = parentOf(outer);
  return isCall(call) && call.arguments.includes(outer as t.Expression) ? call : undefined;
}

function onlyCall(script: Script, fn: FunctionNode, turns: Turns): AnyCall {
  const id = fn.type === 'FunctionDeclaration' ? fn.id : undefined;
  const binding = id ? script.binding(id) : undefined;
  const calls = turns.callersOf(fn);
  const [call] = calls;
  if (binding === undefined || call === undefined || calls.length !== 1 || binding.references.length !== 1 || turns.scriptOf(call) !== script) throw new Refusal('the function that fills is called in several places');
  return call;
}

/** The whole of a chain of continuations. */
function chainOf(script: Script, call: t.CallExpression | t.OptionalCallExpression): AnyCall {
  let outer: AnyCall = call;
  for (;;) {
    const member = parentOf(wrapped(outer));
    const next: Node | undefined = isMember(member) && member.object === wrapped(outer) && /^(then|catch|finally)$/.test(memberName(member) ?? '') ? parentOf(wrapped(member)) : undefined;
    if (!isCall(next) || next.callee !== wrapped(member!)) break;
    outer = next;
  }
  let object: Node = call;
  while (isCall(object) && isMember(object.callee) && /^(then|catch|finally)$/.test(memberName(object.callee) ?? '')) object = unwrap(object.callee.object);
  if (!isCall(object) || script.api(unwrap(object.callee as Node)) === undefined) throw new Refusal('it waits for something else than the browser');
  return outer;
}

/** Turns a callback into a continuation: `get(key, (items) => …)` becomes `get(key).then((items) => …)`. */
function takePromise(script: Script, call: t.CallExpression | t.OptionalCallExpression, fn: FunctionNode, edits: Edit[]): void {
  const api = script.api(unwrap(call.callee as Node));
  const path = api?.names.join('.') ?? '';
  if (api === undefined || call.arguments.at(-1) !== wrapped(fn)) throw new Refusal('what fills it is no callback of an extension API');
  if (!/^storage\.(local|sync|managed|session)\.get$/.test(path)) throw new Refusal(`it waits for \`${path}\``);
  if (api.root !== 'chrome' || !script.extension.isV3) throw new Refusal('here the API returns no promise');
  if (/\blastError\b/.test(script.textOf(fn))) throw new Refusal('its callback looks at `runtime.lastError`');
  if (fn.async || fn.generator) throw new Refusal('its callback is asynchronous itself');
  const before = call.arguments.at(-2);
  const open = before === undefined ? script.file.text.lastIndexOf('(', wrapped(fn).start! - 1) + 1 : before.end!;
  edits.push({ file: script.path, start: open, end: wrapped(fn).start!, text: ').then(' });
}

/** Refuses what may never come to its end. */
function assertSettles(script: Script, fn: FunctionNode, turns: Turns, depth: number): void {
  walk(fn.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'ForOfStatement' && node.await) throw new Refusal('it waits for more than one answer');
    if (node.type === 'AwaitExpression') assertAnswered(script, node.argument, turns, depth);
    return true;
  });
}

/** Refuses to wait for what may not be answered, or not soon: only for the browser's own answers. */
function assertAnswered(script: Script, awaited: Node, turns: Turns, depth: number): void {
  const inner = unwrap(awaited);
  if (isCall(inner)) {
    const callee = unwrap(inner.callee as Node);
    const path = script.api(callee)?.names.join('.');
    if (path !== undefined && !/sendMessage|sendNativeMessage|permissions\.request|launchWebAuthFlow|executeScript/.test(path)) return;
    const targets = path === undefined ? turns.targetsOf(inner) : [];
    if (targets.length > 0 && depth > 0) {
      for (const target of targets) assertSettles(turns.scriptOf(target), target, turns, depth - 1);
      return;
    }
    if (isMember(callee) && /^(all|allSettled)$/.test(memberName(callee) ?? '')) {
      const list = inner.arguments[0] && unwrap(inner.arguments[0]);
      if (list?.type === 'ArrayExpression') {
        for (const element of list.elements) if (element) assertAnswered(script, element, turns, depth);
        return;
      }
    }
  }
  throw new Refusal('it waits for something else than the browser');
}

function name(script: Script, statement: Node, call: Node, promise: string, into: Insertions): void {
  if (siblings(statement) === undefined || statement.type !== 'ExpressionStatement') throw new Refusal('what fills it is part of a larger statement');
  const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
  const caught = isMember(callee) && memberName(callee) === 'catch';
  into.add(script, statement.start!, `${habitsOf(script).modern ? 'const' : 'var'} ${promise} = `, 5);
  if (!caught) into.add(script, statement.expression.end!, '.catch(console.error)', 0);
}
