import type * as t from '@babel/types';
import { doesNothing, functionOf, isCall, isFunction, isMember, memberName, nameOfCallee, parentOf, statementOf, stringValue, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { isResultUnused, SYNC_METHODS, TIMERS, turnFunction, useOf } from '../callbacks.ts';
import { endBehind, isInLoop, outOfLoops } from '../control-flow.ts';
import { exportedNames, isExport, usesInModules, type Use } from '../modules.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { bindingOfFunction } from '../uses.ts';
import { assertNoLateListeners, assertNothingAtOnce } from './at-once.ts';
import { listensByJquery } from './jquery.ts';
import { mayLeavePage } from './leaving.ts';
import { firingsOf, isCapturing, otherListeners, type ListenedTo } from './same-event.ts';

/** Events after which a page is gone, or whose data is there for their listeners alone. */
const AT_ONCE = /^(beforeunload|unload|pagehide|visibilitychange|beforeinput|drag\w*|drop|copy|cut|paste|fetch|mousedown|pointerdown|touchstart|contextmenu)$/;

/**
 * Refuses a function of a page that cannot go on later: where code reads what it gives back, or counts on what it has done when it returns.
 * @throws Refusal with the reason
 */
export function assertMayEndLater(script: Script, fn: FunctionNode, seen: readonly FunctionNode[] = []): void {
  if (seen.includes(fn)) return;
  if (fn.generator) throw new Refusal('a generator uses it');
  if (fn.type === 'ObjectMethod' || fn.type === 'ClassMethod' || fn.type === 'ClassPrivateMethod') throw new Refusal('a method uses it, whose callers are not followed');
  const hasResult = !fn.async && givesResult(fn);
  for (const use of usesOfPageFunction(script, fn)) assertUseMayEndLater(use, fn, hasResult, [...seen, fn]);
}

/** Whether a function gives back more than nothing. */
function givesResult(fn: FunctionNode): boolean {
  if (fn.body.type !== 'BlockStatement') return true;
  let found = false;
  walk(fn.body, (node) => {
    if (node.type === 'ReturnStatement' && node.argument) found = true;
    return !found && !isFunction(node);
  });
  return found;
}

/** The places that mention a function, in every script of its pages; a function expression's own place. */
function usesOfPageFunction(script: Script, fn: FunctionNode): readonly Use[] {
  if (fn.type === 'FunctionExpression' && fn.id && script.binding(fn.id)?.references.length) throw new Refusal('a function that uses it calls itself');
  if (fn.type !== 'FunctionDeclaration' && parentOf(wrapped(fn))?.type !== 'VariableDeclarator') return [{ script, node: wrapped(fn) }];
  const binding = bindingOfFunction(script, fn);
  if (binding === undefined) throw new Refusal('a function that uses it has no lasting name');
  const uses: Use[] = binding.references.filter(({ node }) => !isExport(node)).map(({ node }) => ({ script, node }));
  if (binding.scope.parent === undefined) {
    if (script.isModule && exportedNames(script, binding).length > 0) uses.push(...usesInModules(script, binding));
    if (!script.isModule) {
      if (script.globals(binding.name).some(isMember)) throw new Refusal('a function that uses it is reached through `window`');
      const word = new RegExp(`\\b${binding.name.replaceAll('$', '\\$')}\\s*\\(`);
      for (const { name, scripts } of script.realms) {
        const page = script.extension.page(name);
        if (page?.elements.some(({ attributes }) => [...attributes.values()].some((value) => word.test(value)))) throw new Refusal('its page calls a function that uses it');
        for (const other of scripts) if (other !== script && !other.isModule) uses.push(...(other.freeNames.get(binding.name) ?? []).map(({ node }) => ({ script: other, node })));
      }
    }
  }
  if (uses.length === 0) throw new Refusal('a function that uses it has no caller that is seen');
  return uses;
}

function assertUseMayEndLater({ script, node }: Use, fn: FunctionNode, hasResult: boolean, seen: readonly FunctionNode[]): void {
  const outer = wrapped(node);
  const parent = parentOf(outer);
  if (isCall(parent) && parent.callee === outer) {
    const isImmediate = fn === node || unwrap(outer) === fn;
    if (isImmediate && !(fn.async && seen.length > 1)) throw new Refusal('it is asked for as the page loads');
    if (fn.async && parentOf(wrapped(parent))?.type === 'AwaitExpression') return assertMayGoOnLater(script, parent, seen);
    return assertIsLast(script, parent, seen);
  }
  if (isCall(parent)) return assertIsListener(script, parent, outer, fn, hasResult, seen);
  if (parent?.type === 'AssignmentExpression' && parent.right === outer && parent.operator === '=') {
    const { left } = parent;
    const name = isMember(left) ? memberName(left) : left.type === 'Identifier' && script.binding(left) === undefined ? left.name : undefined;
    if (name === undefined || !/^on[a-z]+$/.test(name)) throw new Refusal('a function that uses it is kept as a value');
    if (AT_ONCE.test(name.slice(2))) throw new Refusal(`a listener of \`${name.slice(2)}\` cannot wait`);
    if (name === 'onblur' && /^(window\.|self\.|document\.)?onblur$/.test(script.textOf(left))) throw new Refusal('a listener of `blur` cannot wait: a popup closes with it');
    if (hasResult) throw new Refusal('a listener that uses it gives back a result');
    return assertStays(script, { target: isMember(left) ? left.object : undefined, types: name.slice(2), isCapturing: false }, fn, seen);
  }
  throw new Refusal('a function that uses it is kept as a value');
}

/** Refuses a call that a function waits for, where what follows in that function cannot come later than at the end of the turn. */
function assertMayGoOnLater(script: Script, call: AnyCall, seen: readonly FunctionNode[]): void {
  const fn = functionOf(call);
  if (fn === undefined || seen.includes(fn)) return;
  const from = isInLoop(call) ? outOfLoops(statementOf(call) as t.Statement, fn).start! : call.end!;
  assertNothingAtOnce(script, fn, from);
  if (isOfStart(script, fn)) assertNoLateListeners(script, fn, from);
  assertMayEndLater(script, fn, seen);
}

/** Refuses a function that is given to what is not known to run it later, and to leave alone what it gives back. */
function assertIsListener(script: Script, call: AnyCall, given: Node, fn: FunctionNode, hasResult: boolean, seen: readonly FunctionNode[]): void {
  const callee = unwrap(call.callee as Node);
  const name = nameOfCallee(callee);
  if (/^remove(Event)?Listener$/.test(name)) return;
  if (name === 'addEventListener') {
    const type = stringValue(call.arguments[0]);
    if (type === 'blur' && /^(window|self|document|addEventListener$)/.test(script.textOf(isMember(callee) ? callee.object : callee))) throw new Refusal('a listener of `blur` cannot wait: a popup closes with it');
    if (type === undefined || AT_ONCE.test(type)) throw new Refusal(type === undefined ? 'it is not seen which event a listener that uses it is for' : `a listener of \`${type}\` cannot wait`);
    return assertStays(script, { target: isMember(callee) ? callee.object : undefined, types: type, isCapturing: isCapturing(call) }, fn, seen);
  }
  if (isMember(callee) && /^(then|catch|finally)$/.test(name)) return;
  if (SYNC_METHODS.has(name) || name === 'forEach') throw new Refusal('a function that uses it runs for each of several things');
  if (script.api(callee) !== undefined || TIMERS.has(name) || name === 'queueMicrotask') {
    if (isResultUnused(script, unwrap(given) as FunctionNode)) return;
    throw new Refusal('the browser reads what a listener that uses it gives back');
  }
  if (listensByJquery(script, callee)) {
    if (hasResult) throw new Refusal('a listener that uses it gives back a result');
    const types = call.arguments.length > 1 ? (stringValue(call.arguments[0]) ?? 'drag') : name;
    if (types.split(' ').some((type) => AT_ONCE.test(type.replace(/\..*$/, '')))) throw new Refusal('it is not seen that the event of a listener that uses it can wait');
    return assertStays(script, { target: isMember(callee) && call.arguments.length < 3 ? callee.object : undefined, types, isCapturing: false }, fn, seen);
  }
  throw new Refusal('a function that uses it is given to code that is not followed');
}

/** Refuses a listener after which the browser may leave the page, or other code of the page goes on. */
function assertStays(script: Script, event: ListenedTo, fn: FunctionNode, seen: readonly FunctionNode[]): void {
  const { target, types } = event;
  if (mayLeavePage(script, target, types, fn)) throw new Refusal('the browser may leave the page before it has waited');
  if (otherListeners(script, event, fn).length > 0) throw new Refusal('another listener of the same event would run before it has waited');
  for (const [owner, call] of firingsOf(script, target, types)) assertIsLast(owner, call, seen);
}

/** Refuses a call after which code goes on that could count on it. */
function assertIsLast(script: Script, call: Node, seen: readonly FunctionNode[]): void {
  const end = endBehind(call, (later) => isIdle(script, later));
  if (end === 'followed') throw new Refusal('code goes on after a call of a function that uses it');
  if (end === 'used' || (end.fn !== undefined && end.isValue && !(isResultUnused(script, end.fn) && useOf(script, end.fn) !== 'unknown'))) throw new Refusal('code reads what a function that uses it gives back');
  if (end.fn !== undefined) return assertMayEndLater(script, end.fn, seen);
  const isEnd = script.realms.every(({ scripts }) => script.isModule || scripts.indexOf(script) === scripts.length - 1);
  if (!isEnd) throw new Refusal('other scripts go on after a call of a function that uses it');
}

/** Whether a statement does nothing that could count on what comes before it: it declares a function, or only registers one. */
function isIdle(script: Script, statement: Node): boolean {
  if (doesNothing(statement) || statement.type === 'BreakStatement') return true;
  const call = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  if (!isCall(call)) return false;
  const callee = unwrap(call.callee as Node);
  const name = nameOfCallee(callee);
  const isPlain = (node: Node): boolean => isFunction(node) || /^(Identifier|(String|Numeric|Boolean)Literal)$/.test(node.type) || (isMember(node) && !node.computed && isPlain(unwrap(node.object))) || isLookup(script, node);
  if (!call.arguments.every((argument) => isPlain(unwrap(argument)))) return false;
  if (/^(addEventListener|addListener)$/.test(name)) return !isMember(callee) || isPlain(unwrap(callee.object));
  // `setTimeout(close, 50)` may be over before it.
  return name === 'setInterval' && (callee.type === 'Identifier' || (isMember(callee) && isPlain(unwrap(callee.object))));
}

/** `document.getElementById('save')` */
function isLookup(script: Script, node: Node): boolean {
  if (!isCall(node)) return false;
  const callee = unwrap(node.callee as Node);
  return isMember(callee) && /^(getElementById|querySelector)$/.test(memberName(callee) ?? '') && script.textOf(callee.object) === 'document' && node.arguments.every((argument) => stringValue(argument) !== undefined);
}

/** Whether a function runs as part of the page's start: what is registered in it, is registered late if it waits. */
export function isOfStart(script: Script, fn: FunctionNode, seen: readonly FunctionNode[] = []): boolean {
  if (seen.includes(fn)) return false;
  const around = (owner: Script, node: Node): boolean => {
    const outer = turnFunction(owner, node);
    return outer === undefined || isOfStart(owner, outer, [...seen, fn]);
  };
  return usesOfPageFunction(script, fn).some(({ script: owner, node }) => {
    const outer = wrapped(node);
    const parent = parentOf(outer);
    if (parent?.type === 'AssignmentExpression') return /\bonload$/.test(owner.textOf(parent.left));
    if (!isCall(parent) || parent.callee === outer) return around(owner, node);
    const callee = unwrap(parent.callee as Node);
    const name = nameOfCallee(callee);
    if (name === 'addEventListener') return /^(DOMContentLoaded|load|pageshow|readystatechange)$/.test(stringValue(parent.arguments[0]) ?? '');
    if (/^(addListener|removeListener|removeEventListener)$/.test(name)) return false;
    if (listensByJquery(owner, callee)) return name === 'ready' || !isMember(callee);
    return around(owner, parent);
  });
}
