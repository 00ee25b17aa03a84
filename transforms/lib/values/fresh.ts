import type * as t from '@babel/types';
import { comesBefore, isLocal, isReachedAtOnce, neverMeet } from '../lifetimes.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, keyName, memberName, parentOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
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
      return (base.type === 'Identifier' || isMember(base)) && (isFresh(proof, script, base, NOWHERE) || isOnlyPart(proof, script, base, memberName(inner)));
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
  return (value !== undefined && isPlain(value)) || isFresh(proof, script, node, target);
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
function isOnlyName(proof: Proof, script: Script, id: t.Identifier, target: Target): boolean {
  if (id.name === 'undefined') return true;
  const binding = script.binding(id);
  const [declaration] = binding?.declarations ?? [];
  if (binding === undefined || declaration === undefined || binding.declarations.length !== 1 || !isLocal(binding)) return false;
  if (!runsOnce(id, declaration)) return false;
  for (const { node, writes } of binding.references) {
    if (node === id || writes || neverMeet(node, id, binding)) continue;
    const tracer = proof.tracer();
    if (!tracer.trace(script, node) || (target === NOWHERE && !tracer.changes.every((change) => comesBefore(change.node, id)))) return false;
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

/** Whether an expression names a parameter, or a part of one, that only gets what the running event brings or makes: never the same object as one that was kept. */
export function isNewWithEvent(proof: Proof, script: Script, node: Node): boolean {
  let inner = unwrap(node);
  while (isMember(inner)) inner = unwrap(inner.object);
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const [declaration] = binding?.declarations ?? [];
  if (declaration?.keys === undefined || !isFunction(declaration.node) || !isReachedAtOnce(binding!, inner)) return false;
  return !binding!.references.some(({ writes }) => writes) && isFreshParameter(proof, declaration.node, declaration.id);
}

/** Whether only one name leads to a member of a parameter that is data: the members of data have nothing in common. */
function isOnlyPart(proof: Proof, script: Script, id: Node, name: string | undefined): boolean {
  const binding = id.type === 'Identifier' ? script.binding(id) : undefined;
  const [declaration] = binding?.declarations ?? [];
  if (name === undefined || binding?.kind !== 'param' || !isFunction(declaration?.node) || declaration.keys?.length !== 0 || !runsOnce(id, declaration)) return false;
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
  return isFreshParameter(proof, declaration.node, declaration.id);
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

/** Whether a place runs once for each time that a variable is declared. */
function runsOnce(place: Node, { id, node }: Binding['declarations'][number]): boolean {
  const home = isFunction(node) ? node : functionOf(id);
  for (const up of ancestors(place)) {
    if (isFunction(up)) return up === home;
    if (/^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(up.type) && !isWithin(id, up)) return false;
  }
  return true;
}
