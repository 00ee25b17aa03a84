import type * as t from '@babel/types';
import { isCall, isFunction, isMember, isNewPromise, memberName, parentOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { accessOf, type Access } from '../bindings.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { join, shapeOf, type Shape } from '../shapes.ts';
import type { Turns } from '../turns.ts';
import { returnsOf } from './returns.ts';

/** The shape of what an expression may hold: that of its text, or of what its names were given, its calls return and its promises bring. */
export function heldShape(script: Script, node: Node | undefined, turns: Turns, seen = new Set<object>()): Shape {
  return shapeOf(script, node, (part) => follow(script, part, turns, seen));
}

/** What a change puts into the object that a variable holds: `ports[id] = port`, `ports.set(id, port)`. */
export function putIn({ node, kind }: Access): readonly Node[] {
  if (kind !== 'mutate') return [];
  for (let inner = wrapped(node), up = parentOf(inner); isMember(up) && up.object === inner; up = parentOf(inner)) {
    const above = parentOf(wrapped(up));
    if (above?.type === 'AssignmentExpression' && above.left === wrapped(up)) return above.operator === '=' ? [above.right] : [];
    if (isCall(above) && above.callee === wrapped(up)) {
      const name = memberName(up) ?? '';
      return name === 'set' ? above.arguments.slice(1, 2) : /^(push|unshift|add)$/.test(name) ? above.arguments : [];
    }
    inner = wrapped(up);
  }
  return [];
}

function follow(script: Script, node: Node, turns: Turns, seen: Set<object>): Shape {
  switch (node.type) {
    case 'Identifier': {
      const binding = script.binding(node);
      return binding === undefined ? 'unknown' : bindingShape(script, binding, turns, seen);
    }
    case 'AwaitExpression':
      return settledShape(script, node.argument, turns, seen);
    case 'MemberExpression':
      return node.computed && heldShape(script, node.object, turns, seen) === 'window' ? 'window' : 'unknown';
    case 'CallExpression':
    case 'OptionalCallExpression':
      return all(turns.targetsOf(node).map((fn) => (fn.async ? 'promise' : returnedShape(fn, turns, seen))));
    default:
      return 'unknown';
  }
}

/** What a variable was given anywhere, or what a parameter gets. */
function bindingShape(script: Script, binding: Binding, turns: Turns, seen: Set<object>): Shape {
  const { kind, declarations, references } = binding;
  if (seen.has(binding)) return 'nothing';
  seen.add(binding);
  const [{ node, id, init, keys } = {} as never, another] = declarations;
  if (kind === 'function' || kind === 'class') return 'function';
  if (another !== undefined) return 'unknown';
  if (kind === 'param') return isFunction(node) && node.params.includes(id as t.Identifier) ? parameterShape(script, node, node.params.indexOf(id as t.Identifier), turns, seen) : 'unknown';
  if (node.type !== 'VariableDeclarator' || keys?.length !== 0) return 'unknown';
  const given = references.filter(({ writes }) => writes).map((reference) => accessOf(script, reference.node as t.Identifier).value);
  return all([init, ...given].map((value) => (value ? heldShape(script, value, turns, seen) : 'nothing')));
}

function parameterShape(script: Script, fn: FunctionNode, index: number, turns: Turns, seen: Set<object>): Shape {
  const callers = turns.callersOf(fn).map((call) => (call.arguments[index] ? heldShape(turns.scriptOf(call), call.arguments[index], turns, seen) : 'nothing'));
  const outer = wrapped(fn);
  const call = parentOf(outer);
  if (call?.type === 'NewExpression') return isNewPromise(call) && call.arguments[0] === outer ? 'function' : 'unknown';
  return all([...callers, ...usesOf(script, fn).map(({ owner, place }) => handedShape(owner, place, index, turns, seen))]);
}

/** Where a function is handed to something: where it stands, or where its name is. */
function usesOf(script: Script, fn: FunctionNode): { readonly owner: Script; readonly place: Node }[] {
  const named = fn.type === 'FunctionDeclaration' && fn.id ? script.binding(fn.id) : undefined;
  return named === undefined ? [{ owner: script, place: fn }] : named.references.map(({ node }) => ({ owner: script, place: node }));
}

/** What a function gets from whom it is handed to. */
function handedShape(script: Script, place: Node, index: number, turns: Turns, seen: Set<object>): Shape {
  const outer = wrapped(place);
  const call = parentOf(outer);
  if (!isCall(call) || call.callee === outer) return 'nothing';
  const callee = unwrap(call.callee as Node);
  const path = script.api(callee)?.names.join('.');
  if (path !== undefined) return index > 0 ? 'unknown' : /\.onConnect(External|Native)?\.addListener$/.test(path) ? 'port' : call.arguments.at(-1) === outer ? answerShape(path) : 'unknown';
  return index === 0 && isMember(callee) && memberName(callee) === 'then' && call.arguments[0] === outer ? settledShape(script, callee.object, turns, seen) : 'unknown';
}

/** What a promise brings. */
function settledShape(script: Script, promise: Node, turns: Turns, seen: Set<object>): Shape {
  const call = unwrap(promise);
  if (!isCall(call)) return 'unknown';
  const path = script.api(unwrap(call.callee as Node))?.names.join('.');
  if (path !== undefined) return answerShape(path);
  const shape = all(turns.targetsOf(call).map((fn) => returnedShape(fn, turns, seen)));
  // A promise of a promise brings what that one brings.
  return shape === 'promise' ? 'unknown' : shape;
}

function returnedShape(fn: FunctionNode, turns: Turns, seen: Set<object>): Shape {
  if (fn.generator || seen.has(fn)) return fn.generator ? 'unknown' : 'nothing';
  seen.add(fn);
  return all(returnsOf(fn).map((returned) => heldShape(turns.scriptOf(fn), returned, turns, seen)));
}

/** What an API answers with, where that is more than data. */
function answerShape(path: string): Shape {
  if (/^(contentScripts|userScripts)\.register$/.test(path)) return 'registration';
  return /^(runtime|extension)\.getBackgroundPage$/.test(path) ? 'window' : 'unknown';
}

function all(shapes: readonly Shape[]): Shape {
  return shapes.length === 0 ? 'unknown' : shapes.reduce(join);
}
