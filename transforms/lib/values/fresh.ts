import type * as t from '@babel/types';
import { comesBefore, isLocal, isReachedAtOnce, neverMeet } from '../lifetimes.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, keyName, memberName, parentOf, unwrap, wrapped, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import { usesAnyhow } from '../handed.ts';
import { surelyFunction } from '../objects.ts';
import { answerOf } from './browser-values.ts';
import { COPYING_METHODS, isPlatformMethod, LISTING_METHODS } from './methods.ts';
import { isPortMessage } from './ports.ts';
import { settledWith } from './promises.ts';
import type { Proof } from './proof.ts';
import { returnsOf } from './returns.ts';
import { isFromSlot, NOWHERE, type Target } from './target.ts';
import { isPlain } from './value.ts';
import { valueOfWrite } from './variables.ts';

/** Whether an expression makes its value, or names one that is put into one place only. */
export function isFresh(proof: Proof, script: Script, node: Node, target: Target): boolean {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'NewExpression':
    case 'RegExpLiteral':
      return true;
    case 'LogicalExpression':
      return [inner.left, inner.right].every((side) => isFreshOrPlain(proof, script, side, target));
    case 'ConditionalExpression':
      return [inner.consequent, inner.alternate].every((side) => isFreshOrPlain(proof, script, side, target));
    case 'AwaitExpression':
      return isFreshSettled(proof, script, inner.argument, target);
    case 'CallExpression':
    case 'OptionalCallExpression':
      return isFreshCall(proof, script, inner, target);
    case 'Identifier':
      return isOnlyName(proof, script, inner, target);
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      if (isFromSlot(script, inner, target)) return true;
      const base = unwrap(inner.object);
      // A member of what nobody else holds, where that is only looked at.
      if (base.type !== 'Identifier' && !isMember(base) && !isCall(base) && base.type !== 'AwaitExpression') return false;
      const counting = base.type === 'Identifier' ? countingLoop(script, inner) : undefined;
      if (counting !== undefined && isOnlyName(proof, script, base as t.Identifier, NOWHERE, counting)) return true;
      return isFresh(proof, script, base, NOWHERE) || isOnlyPart(proof, script, base, memberName(inner));
    }
    default:
      return false;
  }
}

/** Whether nobody else holds what a promise is settled with. */
function isFreshSettled(proof: Proof, script: Script, promise: Node, target: Target): boolean {
  const held = unwrap(promise);
  // A promise with a name may be asked again.
  if (answerOf(script, promise) !== undefined) return held.type !== 'Identifier' || script.binding(held)!.references.length === 1;
  const settled = settledWith(proof, script, promise);
  if (settled === undefined) return !isCall(unwrap(promise)) ? false : isFresh(proof, script, promise, target);
  return settled.every((one) => 'answer' in one || isFreshOrPlain(proof, one.script, one.node, NOWHERE));
}

function isFreshOrPlain(proof: Proof, script: Script, node: Node, target: Target): boolean {
  const value = proof.prove(script, node);
  return (value !== undefined && isPlain(value)) || isFresh(proof, script, node, target) || staysWhereItIs(node, target);
}

/** Whether a variable may be given what it holds already: `last = message.last || last` */
function staysWhereItIs(node: Node, { own, whole }: Target): boolean {
  if (whole !== true || !own.has(unwrap(node))) return false;
  for (let inner = wrapped(node), up = parentOf(inner); up !== undefined; inner = wrapped(up), up = parentOf(inner)) {
    if (up.type === 'AssignmentExpression') return up.operator === '=' && up.right === inner && own.has(unwrap(up.left));
    if (up.type !== 'LogicalExpression' && up.type !== 'ConditionalExpression') return false;
  }
  return false;
}

/** The loop whose counter a place names as a key, another one each time: `list[i]` */
function countingLoop(script: Script, { property, computed }: AnyMember): t.ForStatement | undefined {
  const counter = computed && property.type === 'Identifier' ? script.binding(property) : undefined;
  const [declaration, another] = counter?.declarations ?? [];
  const loop = [...ancestors(property)].find((up) => isFunction(up) || (up.type === 'ForStatement' && up.update != null && isWithin(property, up.body) && counter?.references.some(({ node, writes }) => writes && isWithin(node, up.update!)) === true));
  if (loop?.type !== 'ForStatement' || another !== undefined || declaration?.keys?.length !== 0 || !isLocal(counter!)) return undefined;
  const update = unwrap(loop.update!);
  if (update.type !== 'UpdateExpression') return undefined;
  const others = counter!.references.filter(({ node, writes }) => writes && node !== unwrap(update.argument));
  return unwrap(update.argument).type === 'Identifier' && others.every(({ node }) => !isWithin(node, loop.body) && !isWithin(node, loop.test ?? loop.update!) && functionOf(node) === functionOf(loop)) ? loop : undefined;
}

function isFreshCall(proof: Proof, script: Script, call: t.CallExpression | t.OptionalCallExpression, target: Target): boolean {
  const callee = unwrap(call.callee as Node);
  if (script.api(callee) !== undefined) return true;
  const fn = surelyFunction(script, callee, proof.turns);
  if (fn !== undefined) {
    const owner = proof.turns.scriptOf(fn);
    return returnsOf(fn).every((returned) => isFreshOrPlain(proof, owner, returned, NOWHERE));
  }
  if (!isMember(callee)) return false;
  const object = unwrap(callee.object);
  const name = memberName(callee) ?? '';
  const global = object.type === 'Identifier' && script.binding(object) === undefined ? object.name : undefined;
  if (global === 'JSON') return true;
  if (name === 'json' || (name === 'split' && isPlatformMethod(script, name))) return true;
  if (global === 'Object' || global === 'Array') {
    const [first] = call.arguments;
    return name === 'keys' || name === 'fromEntries' || (first !== undefined && first.type !== 'SpreadElement' && sharesNothing(proof, script, first, target));
  }
  if (isFromSlot(script, call, target)) return true;
  // What is taken out of a list is in it no more.
  if (name === 'pop' || name === 'shift' || name === 'splice') return true;
  // These give the list itself.
  if (name === 'sort' || name === 'reverse') return target.whole === true && target.own.has(object) ? true : isFresh(proof, script, object, target);
  const made = proof.prove(script, call);
  if (LISTING_METHODS.has(name) && made?.container === 'array' && (made.element === undefined || isPlain(made.element))) return true;
  return COPYING_METHODS.has(name) && sharesNothing(proof, script, object, target);
}

/** Whether a copy of a list or object has no object in common with it, or takes its place. */
export function sharesNothing(proof: Proof, script: Script, source: Node, target: Target): boolean {
  const value = proof.prove(script, source);
  if (value?.element !== undefined && !value.data && isPlain(value.element)) return true;
  if (value !== undefined && !value.data && value.container !== undefined && value.element === undefined) return true;
  return target.whole === true ? target.own.has(unwrap(source)) || isFresh(proof, script, source, target) : isFresh(proof, script, source, NOWHERE);
}

/** Whether a local variable names an object that is made for it, or comes from the very place where it is put, and that goes nowhere else. */
function isOnlyName(proof: Proof, script: Script, id: t.Identifier, target: Target, counting?: Node): boolean {
  if (id.name === 'undefined') return true;
  const binding = script.binding(id);
  const [declaration] = binding?.declarations ?? [];
  if (binding === undefined || declaration === undefined || binding.declarations.length !== 1 || !isLocal(binding)) return false;
  if (!runsOnce(proof, script, id, declaration, counting)) return false;
  const isInCallback = !isReachedAtOnce(binding, id);
  for (const { node, writes } of binding.references) {
    if (node === id || writes || neverMeet(node, id, binding)) continue;
    const tracer = proof.tracer();
    if (!tracer.trace(script, node)) return false;
    if (isInCallback ? tracer.changes.length > 0 : target === NOWHERE && !tracer.changes.every((change) => comesBefore(change.node, id))) return false;
  }
  if (isFunction(declaration.node)) {
    const written = binding.references.filter(({ writes }) => writes).map(({ node }) => valueOfWrite(script, node));
    return isFreshParameter(proof, declaration.node, declaration.id) && written.every((one) => one !== null && isFreshOrPlain(proof, script, one, target));
  }
  if (declaration.node.type !== 'VariableDeclarator') return false;
  const isLoopVariable = declaration.init === undefined && parentOf(parentOf(declaration.node)!)?.type === 'ForOfStatement';
  if (isLoopVariable) return isFresh(proof, script, (parentOf(parentOf(declaration.node)!) as t.ForOfStatement).right, NOWHERE);
  const given = [...(declaration.init === undefined ? [] : [declaration.init]), ...binding.references.filter(({ writes }) => writes).map(({ node }) => valueOfWrite(script, node))];
  return given.every((one) => one != null && isFreshOrPlain(proof, script, one, target));
}

/** Whether an expression names a parameter, a local variable or a part of one that only gets what the running event brings or makes: never the same object as one that was kept. */
export function isNewWithEvent(proof: Proof, script: Script, node: Node): boolean {
  let inner = unwrap(node);
  while (isMember(inner)) inner = unwrap(inner.object);
  if (isCall(inner)) return isParsed(script, inner);
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const [declaration, another] = binding?.declarations ?? [];
  const init = declaration?.node.type === 'VariableDeclarator' && another === undefined ? declaration.init : undefined;
  if (init != null && init.end! <= inner.start!) return isReachedAtOnce(binding!, inner) && !binding!.references.some(({ writes }) => writes) && isNewWithEvent(proof, script, init);
  if (declaration?.keys === undefined || !isFunction(declaration.node) || !isReachedAtOnce(binding!, inner)) return false;
  return !binding!.references.some(({ writes }) => writes) && isFreshParameter(proof, declaration.node, declaration.id);
}

/** `JSON.parse(text)` */
function isParsed(script: Script, { callee }: t.CallExpression | t.OptionalCallExpression): boolean {
  const member = unwrap(callee as Node);
  const object = isMember(member) && memberName(member) === 'parse' ? unwrap(member.object) : undefined;
  return object?.type === 'Identifier' && object.name === 'JSON' && script.binding(object) === undefined;
}

/** Whether only one name leads to a member of a parameter or a local variable that is data: the members of data have nothing in common. */
function isOnlyPart(proof: Proof, script: Script, id: Node, name: string | undefined): boolean {
  const binding = id.type === 'Identifier' ? script.binding(id) : undefined;
  const [declaration, another] = binding?.declarations ?? [];
  if (name === undefined || binding === undefined || declaration === undefined || another !== undefined || !isLocal(binding) || declaration.keys?.length !== 0 || !runsOnce(proof, script, id, declaration)) return false;
  if (!isFunction(declaration.node) && (declaration.node.type !== 'VariableDeclarator' || declaration.init == null)) return false;
  const value = proof.prove(script, id);
  if (!value?.data || value.container !== undefined) return false;
  for (const { node, writes } of binding.references) {
    if (node === id) continue;
    const parent = parentOf(wrapped(node));
    if (writes) return false;
    if (isMember(parent) && parent.object === wrapped(node) && memberName(parent) !== undefined && memberName(parent) !== name) continue;
    if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern' && parent.id.properties.every((one) => one.type === 'ObjectProperty' && keyName(one) !== undefined && keyName(one) !== name)) continue;
    const tracer = proof.tracer();
    if (!tracer.trace(script, node) || tracer.changes.length > 0) return false;
  }
  return isFunction(declaration.node) ? isFreshParameter(proof, declaration.node, declaration.id) : isFresh(proof, script, declaration.init!, NOWHERE);
}

/** Whether each call of a function gives it something that nobody else holds. */
function isFreshParameter(proof: Proof, fn: FunctionNode, id: Node): boolean {
  const index = fn.params.findIndex((param) => isWithin(id, param));
  const uses = usesAnyhow(fn, proof.turns);
  if (index < 0 || uses === undefined || uses.length === 0 || proof.depth > 8 || proof.level > 4) return false;
  proof.depth += 1;
  try {
    return uses.every((use) => {
      const outer = wrapped(use.node);
      const call = parentOf(outer);
      if (!isCall(call)) return false;
      if (call.callee === outer) {
        const argument = call.arguments[index];
        return argument === undefined || (argument.type !== 'SpreadElement' && isFreshOrPlain(proof, use.script, argument, NOWHERE));
      }
      const callee = unwrap(call.callee as Node);
      if (use.script.api(callee) !== undefined || isPortMessage(proof, use.script, callee)) return true;
      if (!isMember(callee)) return false;
      return memberName(callee) === 'then' ? isFreshSettled(proof, use.script, callee.object, NOWHERE) : SYNC_METHODS.has(memberName(callee) ?? '') && isFresh(proof, use.script, callee.object, NOWHERE);
    });
  } finally {
    proof.depth -= 1;
  }
}

/** Whether a place runs once for each time that a variable is declared. @param counting a loop that gives the place something else each time */
function runsOnce({ turns }: Proof, script: Script, place: Node, { id, node }: Binding['declarations'][number], counting?: Node): boolean {
  const home = isFunction(node) ? node : functionOf(id);
  let isLater = false;
  for (const up of ancestors(place)) {
    if (up === home) return true;
    if (isFunction(up)) {
      if (!isAnswered(script, up, turns)) return false;
      isLater = true;
    }
    if (/^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(up.type) && up !== counting && (isLater || !isWithin(id, up))) return false;
  }
  return true;
}

/** Whether a function is what an API or a promise calls back once, with its answer. */
function isAnswered(script: Script, fn: FunctionNode, turns: Turns): boolean {
  const call = parentOf(wrapped(fn));
  if (!isCall(call) || call.callee === wrapped(fn) || (fn.type === 'FunctionExpression' && fn.id != null)) return false;
  const callee = unwrap(call.callee as Node);
  const path = script.api(callee)?.names.join('.');
  if (path !== undefined) return !/\.on[A-Z]\w*\./.test(path);
  return isMember(callee) && /^(then|catch|finally)$/.test(memberName(callee) ?? '') && turns.targetsOf(call).length === 0;
}
