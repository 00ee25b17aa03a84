import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isNewPromise, isWithin, keyName, memberName, parentOf, stringValue, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { initOfConstant } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { isConstant, namesIn } from './constant.ts';
import { isAsked, isStartUpOnly, MAX_CALLERS } from './start-up-only.ts';

/** Whether a write of the start-up may undo what was stored since: with a value of its own, or a new one each time, for what other code stores, too. */
export function undoesStored(script: Script, path: string, call: AnyCall, turns: Turns): boolean {
  const [, area, method] = path.split('.');
  const [argument] = call.arguments;
  if (argument === undefined) return true;
  const isSet = method === 'set';
  if (isSet && isMomentary(script, argument)) return true;
  if (isSet && !isConstant(script, argument) && isAfterLoading(call, turns)) return false;
  const keys = keysOf(argument);
  if (keys === undefined) return true;
  return script.extension.apiScripts.some((one) => one.apiReferences.some(({ path: other, call: writer }) => {
    if (writer === undefined || writer === call || !/^storage\.\w+\.(set|remove|clear)$/.test(other) || other.split('.')[1] !== area || isStartUpOnly(writer, turns)) return false;
    const written = writer.arguments[0] && keysOf(writer.arguments[0]);
    return written === undefined ? !other.endsWith('.remove') : written.some((key) => keys.includes(key));
  }));
}

/** Where a start adds to what it has read before it stores it: `sessions + 1`, `items.count++`, `log.push(entry)`. */
export function additionFor(script: Script, call: AnyCall, turns: Turns): Node | undefined {
  const fn = functionOf(call);
  const [argument] = call.arguments;
  if (fn === undefined || argument === undefined || !isAfterLoading(call, turns)) return undefined;
  const isStored = (node: Node): boolean => namesIn(node).some((name) => isRead(script, name, fn));
  const given = new Set(namesIn(argument).map((name) => script.binding(name)));
  // items[key] = log; set(items);
  walk(fn.body, (node) => {
    if (node.start! > call.end! || (isFunction(node) && !isWithin(call, node))) return false;
    if (node.type !== 'AssignmentExpression' || !isMember(node.left)) return true;
    const object = unwrap(node.left.object);
    if (object.type === 'Identifier' && given.has(script.binding(object))) for (const name of namesIn(node.right)) given.add(script.binding(name));
    return true;
  });
  const isGiven = (node: Node): boolean => namesIn(node).some((name) => script.binding(name) !== undefined && given.has(script.binding(name)));
  const isSum = (node: Node): boolean => node.type === 'BinaryExpression' && /^[+-]$/.test(node.operator) && [node.left, node.right].some((side) => side.type === 'NumericLiteral' && side.value === 1) && !/\.length\b/.test(script.textOf(node)) && isStored(node);
  let found: Node | undefined;
  walk(fn.body, (node) => {
    if (found !== undefined || node.start! > call.end! || (isFunction(node) && !isWithin(call, node))) return false;
    if (isAsked(node)) return true;
    if (isSum(node)) {
      const holder = [...ancestors(node)].find(({ type }) => type === 'VariableDeclarator' || type === 'AssignmentExpression');
      const target = holder?.type === 'VariableDeclarator' ? holder.id : holder?.type === 'AssignmentExpression' ? holder.left : undefined;
      if (isWithin(node, argument) || (target !== undefined && isGiven(target))) found = node;
    } else if (node.type === 'UpdateExpression' || (node.type === 'AssignmentExpression' && /^[+-]=$/.test(node.operator) && node.right.type === 'NumericLiteral')) {
      const target = node.type === 'UpdateExpression' ? node.argument : node.left;
      if (isGiven(target) && isStored(target)) found = node;
    } else if (isCall(node) && isMember(node.callee) && /^(push|unshift)$/.test(memberName(node.callee) ?? '') && isGiven(node.callee.object) && isStored(node.callee.object)) {
      found = node;
    }
    return true;
  });
  return found;
}

/** Whether a name stands for what a function was given, or what it has not made itself. */
function isRead(script: Script, name: t.Identifier, fn: FunctionNode): boolean {
  const binding = script.binding(name);
  const [declaration] = binding?.declarations ?? [];
  if (binding === undefined || declaration === undefined) return false;
  const isMade = (node: Node | undefined): boolean => node === undefined || /Literal$|^(Object|Array|New)Expression$/.test(unwrap(node).type);
  if (isWithin(declaration.id, fn) && (binding.kind === 'param' || !isMade(declaration.init))) return true;
  return binding.references.some(({ node }) => {
    const parent = parentOf(node);
    return parent?.type === 'AssignmentExpression' && parent.left === node && parent.operator === '=' && functionOf(node) === fn && !isMade(parent.right);
  });
}

/** The keys that an argument of `set` or `remove` names, where all are seen. */
function keysOf(argument: Node): readonly string[] | undefined {
  const inner = unwrap(argument);
  const keys = inner.type === 'ObjectExpression' ? inner.properties.map((member) => (member.type === 'SpreadElement' ? undefined : keyName(member)))
    : inner.type === 'ArrayExpression' ? inner.elements.map((element) => stringValue(element ?? undefined)) : [stringValue(inner)];
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

/** Whether a value is another one each time: `Date.now()`, a random number, or what is made of one. */
function isMomentary(script: Script, node: Node, depth = 0): boolean {
  return namesIn(node).some((name) => {
    if (script.binding(name) === undefined) return /^(Date|performance|crypto)$/.test(name.name) || (name.name === 'Math' && script.textOf(parentOf(name)!) === 'Math.random') || /^(window|self|globalThis)\.crypto$/.test(script.textOf(parentOf(name)!));
    const init = isGivenBefore(script, name, node) ? undefined : initOfConstant(script.binding(name));
    return init !== undefined && depth < MAX_CALLERS && isMomentary(script, init, depth + 1);
  });
}

/** Whether a field that an expression names was given another value in the same function before: `visit.start = saved.start`. */
function isGivenBefore(script: Script, name: t.Identifier, place: Node): boolean {
  const member = parentOf(name);
  const fn = functionOf(place);
  return isMember(member) && fn !== undefined && script.binding(name)!.references.some(({ node }) => {
    const own = parentOf(node);
    const assignment = own && parentOf(own);
    return isMember(own) && memberName(own) === memberName(member) && assignment?.type === 'AssignmentExpression' && assignment.left === own && functionOf(own) === fn && own.end! < place.start!;
  });
}

/** Whether the start-up has read from storage when it comes to a place: what it stores then is what it found, perhaps completed. */
function isAfterLoading(place: Node, turns: Turns, seen: ReadonlySet<Node> = new Set()): boolean {
  const fn = functionOf(place);
  if (fn === undefined || seen.has(fn) || seen.size >= MAX_CALLERS) return false;
  const next = new Set([...seen, fn]);
  if (reads(fn.body, place.start!, turns)) return true;
  const outer = parentOf(wrapped(fn));
  if (isCall(outer) && outer.callee !== wrapped(fn)) return isLoad(outer, turns) || reads(outer.callee as Node, Infinity, turns) || isAfterLoading(outer, turns, next);
  const callers = turns.callersOf(fn).filter((caller) => turns.turnsAt(caller).some(({ origin }) => origin === 'start'));
  return callers.length > 0 && callers.every((caller) => isAfterLoading(caller, turns, next));
}

/** Whether code before an offset reads from storage. */
function reads(node: Node, end: number, turns: Turns): boolean {
  let found = false;
  walk(node, (one) => {
    // new Promise((resolve) => storage.local.get(keys, resolve)) reads at once.
    if (isFunction(one)) return isNewPromise(parentOf(wrapped(one)));
    if (isCall(one) && one.end! <= end && isLoad(one, turns)) found = true;
    return !found;
  });
  return found;
}

function isLoad(call: AnyCall, turns: Turns, depth = 0): boolean {
  const path = turns.scriptOf(call).api(unwrap(call.callee as Node))?.names.join('.');
  if (path !== undefined) return /^storage\.\w+\.get$/.test(path);
  return depth < 2 && turns.targetsOf(call).some((fn) => {
    let found = false;
    walk(fn.body, (one) => {
      if (isCall(one) && isLoad(one, turns, depth + 1)) found = true;
      return !found;
    });
    return found;
  });
}
