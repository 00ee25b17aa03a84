import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isNew, nodesOf, parentOf, siblings, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { isGlobalObject } from './global-aliases.ts';

/** Whether there is one instance of a binding for as long as the background lives: at top level, or in a function that start-up calls once where it stands. */
export function livesOnce(binding: Binding, turns: Turns): 'top-level' | 'closure' | undefined {
  const { scope } = binding;
  if (binding.kind === 'param' || binding.kind === 'catch') return undefined;
  if (scope.parent === undefined) return 'top-level';
  for (let up: typeof scope | undefined = scope; up?.parent !== undefined; up = up.parent) {
    const { node } = up;
    if (isFunction(node)) {
      if (immediateCall(node) === undefined && !isLoadWrapper(node, turns) && !isCalledOnceAtStart(node, turns)) return undefined;
    } else if (/^(For|While|DoWhile|Class|Catch)/.test(node.type)) {
      return undefined;
    }
  }
  // A local that no other function uses ends with its function.
  const home = functionOf(scope.node.type === 'Program' ? scope.node : binding.declarations[0]!.id);
  return binding.references.some(({ node }) => functionOf(node) !== home) ? 'closure' : undefined;
}

/** A wrapper for the page's load: it runs once, as start-up does. */
function isLoadWrapper(fn: FunctionNode, turns: Turns): boolean {
  const parent = parentOf(wrapped(fn));
  const [first] = fn.body.type === 'BlockStatement' ? fn.body.body : [];
  return first !== undefined && (isCall(parent) || parent?.type === 'AssignmentExpression') && turns.turnsAt(first).every(({ origin, delay }) => origin === 'start' && delay === 'load');
}

/** A callback or continuation of the start-up, which runs once: what it waits for comes once. */
function isContinuation(fn: FunctionNode, turns: Turns): boolean {
  const [first] = fn.body.type === 'BlockStatement' ? fn.body.body : [fn.body];
  if (first === undefined || turns.callersOf(fn).length > 0) return false;
  const own = turns.turnsAt(first);
  return own.length === 1 && own.every(({ origin, delay }) => origin === 'start' && (delay === 'callback' || delay === 'promise'));
}

function isCalledOnceAtStart(fn: FunctionNode, turns: Turns): boolean {
  const callers = turns.callersOf(fn);
  const [call] = callers;
  if (call === undefined || callers.length !== 1 || functionOf(call) !== undefined) return false;
  for (const up of ancestors(call)) if (/^(For|While|DoWhile)/.test(up.type)) return false;
  return fn.type === 'FunctionDeclaration' || fn.type === 'ArrowFunctionExpression' || fn.type === 'FunctionExpression' || (fn.type === 'ClassMethod' && fn.static);
}

/** The classes of which the start-up makes one object: in a function that it calls once, or in the constructor of such an object. */
export function madeOnce(scripts: readonly Script[], turns: Turns, known: ReadonlySet<Node>): Map<Node, string> {
  const places = new Map<Node, t.NewExpression[]>();
  for (const script of scripts) {
    for (const node of nodesOf(isNew, script.program!)) {
      const holder = turns.holderOf(node);
      if (holder?.instance && !known.has(holder.node)) places.set(holder.node, [...(places.get(holder.node) ?? []), node]);
    }
  }
  const once = new Map<Node, string>();
  const isOnce = (node: Node): boolean => {
    for (const up of ancestors(node)) {
      if (/^(For|While|DoWhile)/.test(up.type)) return false;
      if (!isFunction(up) || immediateCall(up) !== undefined || isLoadWrapper(up, turns) || isCalledOnceAtStart(up, turns) || isContinuation(up, turns) || isMadeOnDemand(node, turns)) continue;
      const cls = up.type === 'ClassMethod' && up.kind === 'constructor' ? parentOf(parentOf(up)!) : undefined;
      if (cls === undefined || !(known.has(cls) || once.has(cls))) return false;
    }
    return true;
  };
  for (let before = -1; before !== once.size;) {
    before = once.size;
    for (const [cls, [made, ...others]] of places) {
      const callee = unwrap(made!.callee);
      if (others.length === 0 && !once.has(cls) && isOnce(made!)) once.set(cls, callee.type === 'Identifier' ? callee.name : 'this');
    }
  }
  return once;
}

/** Whether an object is made where there is none yet, and kept in a lasting place: `app ??= new App()`, `if (!App.one) App.one = new App();`. */
function isMadeOnDemand(made: Node, turns: Turns): boolean {
  let inner = wrapped(made);
  let parent = parentOf(inner);
  const isDefault = parent?.type === 'LogicalExpression' && parent.operator !== '&&' && parent.right === inner;
  if (isDefault) [inner, parent] = [wrapped(parent!), parentOf(wrapped(parent!))];
  if (parent?.type !== 'AssignmentExpression' || parent.right !== inner || !/^(=|\?\?=|\|\|=)$/.test(parent.operator)) return false;
  const script = turns.scriptOf(made);
  const place = unwrap(parent.left as Node);
  const kept = place.type === 'Identifier' ? script.binding(place)?.scope.parent === undefined : isMember(place) && (isGlobalObject(script, place.object) || turns.holderOf(place.object)?.instance === false);
  if (!kept) return false;
  const name = script.textOf(place);
  const asks = (node: Node): boolean => {
    const asked = node.type === 'IfStatement' || node.type === 'ConditionalExpression' ? node.test : node.type === 'LogicalExpression' ? node.left : undefined;
    return asked !== undefined && script.textOf(asked).includes(name);
  };
  return isDefault || parent.operator !== '=' || [...ancestors(made)].some(asks) || (siblings(parentOf(parent)!) ?? []).some(asks);
}
