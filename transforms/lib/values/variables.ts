import type * as t from '@babel/types';
import { isLocal, neverMeet } from '../lifetimes.ts';
import { ancestors, isCall, isFunction, isMember, isWithin, parentOf, siblings, unwrap, wrapped, type AnyMember, type Node } from '../ast.ts';
import { accessOf } from '../bindings.ts';
import type { Binding, Reference } from '../scope.ts';
import type { Script } from '../script.ts';
import { elementGiven } from './given.ts';
import { memberOf } from './browser-values.ts';
import { elementOf, fixedValue, isUrlPart } from './members.ts';
import { isNumber } from './numbers.ts';
import { parameterValue, withDefault } from './parameters.ts';
import type { Proof } from './proof.ts';
import { NOWHERE, type Target } from './target.ts';
import { isFilled, isMade, isTested } from './tested.ts';
import { isPlain, isPlainPrimitive, isSolid, joinValues, PRIMITIVE, UNDEFINED, type Value } from './value.ts';

/** What a local variable was given, whatever is changed in it later: who puts it somewhere follows its name. */
export function givenValue(proof: Proof, script: Script, id: t.Identifier, target: Target): Value | undefined {
  const binding = script.binding(id);
  const [declaration] = binding?.declarations ?? [];
  if (binding === undefined || declaration?.node.type !== 'VariableDeclarator' || declaration.keys?.length !== 0 || binding.declarations.length !== 1 || !isLocal(binding)) return proof.prove(script, id);
  const known = proof.prove(script, id);
  if (known !== undefined) return known;
  const last = lastWrite(script, binding, id);
  if (last !== undefined) return proof.closed(script, last, target);
  const given = [declaration.init, ...binding.references.filter(({ writes }) => writes).map(({ node }) => valueOfWrite(script, node))];
  const value = given.map((one) => (one === undefined ? UNDEFINED : one === null ? undefined : proof.closed(script, one, target))).reduce(joinValues);
  return value && (isTested(script, id, true) || isFilled(script, id)) ? { ...value, undefined: false, null: false } : value;
}

/** What a name stands for: a parameter, an import, a loop's variable, or a variable whose changes are all known. */
export function identifierValue(proof: Proof, script: Script, node: t.Identifier): Value | undefined {
  if (node.name === 'undefined') return UNDEFINED;
  const binding = script.binding(node);
  const [declaration] = binding?.declarations ?? [];
  if (binding === undefined || declaration === undefined || binding.declarations.length !== 1) return undefined;
  const { keys, init, id, node: holder } = declaration;
  if (isWrittenBeside(script, binding)) return undefined;
  const writes = binding.references.filter((reference) => reference.writes);
  const fallback = parentOf(id)?.type === 'AssignmentPattern' ? (parentOf(id) as t.AssignmentPattern).right : undefined;
  if (binding.kind === 'param') {
    const first = withDefault(proof, script, parameterValue(proof, script, binding), fallback);
    const given = writes.length === 0 ? first : variableValue(proof, script, binding, node, first, writes);
    return given === undefined || isPlain(given) || isUntouched(proof, script, binding, node, given) ? given : filledValue(proof, script, binding, node, given);
  }
  if (binding.kind === 'import') return fixedValue(proof, script, node);
  if (keys === undefined || holder.type !== 'VariableDeclarator') return undefined;
  if (init && keys.length === 1 && writes.length === 0 && isUrlPart(unwrap(init), keys[0]!.name)) return PRIMITIVE;
  const loop = init === undefined ? parentOf(parentOf(holder)!) : undefined;
  if (loop?.type === 'ForInStatement' && isWithin(holder, loop.left)) return writes.length === 0 ? PRIMITIVE : undefined;
  const source = loop?.type === 'ForOfStatement' && isWithin(holder, loop.left) ? loop.right : undefined;
  const start = source ? elementOf(proof, script, source) : init === undefined ? UNDEFINED : proof.prove(script, init);
  const first = withDefault(proof, script, keys.reduce<Value | undefined>((outer, { name }) => outer && memberOf(outer, name), start), fallback);
  const value = writes.length > 0 ? variableValue(proof, script, binding, node, first, writes) : first;
  // What is put into it later is another question; of what is under proof, each change is proven.
  const origin = source ?? init;
  if (value === undefined || isPlain(value) || (origin !== undefined && isSupposed(proof, script, origin))) return value;
  return isUntouched(proof, script, binding, node, value) ? value : filledValue(proof, script, binding, node, value);
}

/** What a local variable holds when its object was filled: what it was given, and all that is put in by its name, wherever. */
function filledValue(proof: Proof, script: Script, binding: Binding, place: Node, start: Value): Value | undefined {
  const known = proof.filling.get(binding);
  if (known !== undefined) return known;
  if (!isLocal(binding) || proof.filling.size > 3) return undefined;
  const uses = binding.references.filter(({ node, writes }) => node !== place && !writes && !neverMeet(node, place, binding));
  let value = start;
  try {
    for (let round = 0; round < 5; round++) {
      proof.filling.set(binding, value);
      const tracer = proof.tracer(value);
      if (!uses.every(({ node }) => tracer.trace(script, node))) return undefined;
      const next = tracer.changes.reduce<Value | undefined>((all, change) => all && joinValues(all, proof.into(NOWHERE, () => elementGiven(change, value, proof, NOWHERE.own))), value);
      if (next === undefined || JSON.stringify(next) === JSON.stringify(value)) return next;
      value = next;
    }
    return undefined;
  } finally {
    proof.filling.delete(binding);
  }
}

/** Whether an expression names a variable under proof, or a part of it. */
function isSupposed(proof: Proof, script: Script, node: Node): boolean {
  let base = unwrap(node);
  if (base.type === 'LogicalExpression') return [base.left, base.right].every((side) => isSupposed(proof, script, side) || isMade(side));
  while (!proof.supposed.has(base) && (isMember(base) || (isCall(base) && isMember(base.callee)))) base = unwrap(isCall(base) ? (base.callee as AnyMember).object : base.object);
  return proof.supposed.has(base);
}

/** Whether nobody but one place can change what a variable was given first. */
function isUntouched(proof: Proof, script: Script, binding: Binding, place: Node, value: Value): boolean {
  if (binding.scope.parent === undefined && script.isModule && [...ancestors(binding.declarations[0]!.id)].some(({ type }) => type === 'ExportNamedDeclaration')) return false;
  if (binding.scope.parent === undefined && !script.isModule && script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.freeNames.has(binding.name)))) return false;
  if (value.container === undefined) return !isChangedInside(script, binding, place);
  const tracer = proof.tracer(value);
  return binding.references.every(({ node: use, writes }) => use === place || writes || tracer.trace(script, use)) && tracer.changes.length === 0;
}

/** A local variable that is written several times; numbers may be counted. */
function variableValue(proof: Proof, script: Script, binding: Binding, place: Node, first: Value | undefined, writes: readonly Reference[]): Value | undefined {
  const last = lastWrite(script, binding, place);
  if (last !== undefined) return proof.prove(script, last);
  const supposed = proof.filling.get(binding);
  if (supposed !== undefined && isPlain(supposed)) return supposed;
  const value = writes.some(({ node }) => isMadeOfItself(script, binding, node)) ? valueInCircle(proof, script, binding, first, writes) : valueOfWrites(proof, script, first, writes);
  return value && isFilled(script, place) ? { ...value, undefined: false, null: false } : value;
}

/** Whether an assignment gives a variable something that is made of what it holds: `hash = hash * 31 + code`. */
function isMadeOfItself(script: Script, binding: Binding, write: Node): boolean {
  const given = valueOfWrite(script, write);
  return given != null && binding.references.some(({ node, writes }) => !writes && isWithin(node, given));
}

/** What a variable holds that is given what is made of it: no more than it is supposed to hold where each assignment, as long as it does, gives it that. */
function valueInCircle(proof: Proof, script: Script, binding: Binding, first: Value | undefined, writes: readonly Reference[]): Value | undefined {
  let value = first;
  if (proof.filling.has(binding) || proof.filling.size > 3) return undefined;
  try {
    for (let round = 0; round < 5 && value !== undefined && isPlain(value); round++) {
      proof.filling.set(binding, value);
      const next = valueOfWrites(proof, script, value, writes);
      if (JSON.stringify(next) === JSON.stringify(value)) return next;
      value = next;
    }
    return undefined;
  } finally {
    proof.filling.delete(binding);
  }
}

function valueOfWrites(proof: Proof, script: Script, first: Value | undefined, writes: readonly Reference[]): Value | undefined {
  let value = first;
  for (const { node } of writes) {
    const { kind, value: given } = accessOf(script, node as t.Identifier);
    const parent = parentOf(wrapped(node));
    if (kind === 'write') value = joinValues(value, proof.prove(script, given));
    else if (parent?.type === 'UpdateExpression' || (parent?.type === 'AssignmentExpression' && /^[+-]=$/.test(parent.operator) && isNumber(proof, script, parent.right))) value = value?.primitive === 'number' && isPlain(value) && isSolid(value) ? value : undefined;
    else if (parent?.type === 'AssignmentExpression' && parent.operator === '+=' && value?.primitive && isPlain(value) && isSolid(value) && isPlainPrimitive(proof.prove(script, parent.right))) value = PRIMITIVE;
    else if (parent?.type === 'AssignmentExpression' && /^([|&^]|<<|>>>?)=$/.test(parent.operator)) value = value?.primitive === 'number' && isPlain(value) && isSolid(value) ? value : undefined;
    else return undefined;
  }
  return value;
}

/** What an assignment gives a variable; null for another kind of change. */
export function valueOfWrite(script: Script, node: Node): Node | null {
  const access = accessOf(script, node as t.Identifier);
  return access.kind === 'write' ? (access.value ?? null) : null;
}

/** The assignment that a place surely comes after, with no other one between: what the variable holds there. */
function lastWrite(script: Script, binding: Binding, place: Node): Node | undefined {
  const writes = binding.references.filter(({ writes: isWrite }) => isWrite);
  let inner = place;
  for (const up of ancestors(place)) {
    if (isFunction(up) || /^(For|ForIn|ForOf|While|DoWhile|Labeled|Try)Statement$/.test(up.type)) return undefined;
    const list = siblings(inner);
    for (const earlier of list?.slice(0, list.indexOf(inner as t.Statement)).reverse() ?? []) {
      const assignment = earlier.type === 'ExpressionStatement' ? earlier.expression : undefined;
      if (assignment?.type === 'AssignmentExpression' && assignment.operator === '=' && assignment.left.type === 'Identifier' && script.binding(assignment.left) === binding) return assignment.right;
      if (writes.some(({ node }) => isWithin(node, earlier))) return undefined;
    }
    inner = up;
  }
  return undefined;
}

/** Whether another script of the background gives a variable a value. */
function isWrittenBeside(script: Script, { name, scope }: Binding): boolean {
  if (scope.parent !== undefined || script.isModule) return false;
  return script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.freeNames.get(name)?.some(({ writes }) => writes)));
}

/** Whether a member of an object is changed by the name of a variable elsewhere. */
function isChangedInside(script: Script, binding: Binding, place: Node): boolean {
  return binding.references.some(({ node }) => node !== place && node.type === 'Identifier' && accessOf(script, node).kind === 'mutate');
}
