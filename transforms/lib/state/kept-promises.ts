import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { ancestors, functionOf, isFunction, isMember, keyName, mayLeave, memberName, parentOf, unwrap, wrapped, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { accessOf } from '../bindings.ts';
import { isThisAt, nameOfBinding, ownObject, usesOfBinding } from '../objects.ts';
import { lineOf, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Holder } from '../calls/holders.ts';
import type { Turns } from '../turns.ts';

/** What keeps the promise of a start-up: a variable or a field to which it is assigned, or a field that it is given. */
export interface Keeper {
  /** Its name; undefined where it is still to be given one. */
  readonly name: string | undefined;
  /** Whether other code uses the promise, and may want to know that it failed, or its type is written down. */
  readonly shared: boolean;
  /** The names that it cannot have. */
  readonly taken: ReadonlySet<string>;
  /** The class that declares the field. */
  readonly cls: t.Class | undefined;
  /** How a place reaches it by its name. @throws Refusal where that cannot be */
  reach(script: Script, place: Node, name: string): string;
  /** Whether an expression names it. */
  is(expression: Node, script: Script): boolean;
}

/**
 * What keeps a promise, be it assigned where it begins, or begun in a constructor and thrown away; undefined for other promises.
 * @throws Refusal where it is replaced later, or kept on some ways only
 */
export function keeperOf(promise: Node, alone: boolean, home: FunctionNode | undefined, turns: Turns): Keeper | undefined {
  const outer = wrapped(promise);
  const parent = parentOf(outer);
  const fn = functionOf(promise);
  if (parent?.type === 'ClassProperty' || parent?.type === 'ClassPrivateProperty') {
    if (parent.value !== outer || parent.static === true) return undefined;
    return fieldKeeper({ node: parentOf(parentOf(parent)!) as t.Class, instance: true }, keyName(parent), parent.value!, turns);
  }
  if (alone && fn?.type === 'ClassMethod' && fn.kind === 'constructor') {
    return fieldKeeper({ node: parentOf(parentOf(fn)!) as t.Class, instance: true }, undefined, promise, turns);
  }
  if (parent?.type === 'VariableDeclarator' && parent.init === outer && parent.id.type === 'Identifier') return variableKeeper(parent.id, home, turns);
  if (parent?.type !== 'AssignmentExpression' || parent.operator !== '=' || parent.right !== outer || parentOf(parent)?.type !== 'ExpressionStatement') return undefined;
  const left = unwrap(parent.left);
  if (left.type === 'Identifier') return variableKeeper(left, home, turns);
  const holder = isMember(left) ? turns.holderOf(left.object) : undefined;
  return holder === undefined || memberName(left as AnyMember) === undefined ? undefined : fieldKeeper(holder, memberName(left as AnyMember), left, turns);
}

/** @param id where the promise is declared or assigned; a constant that nothing else uses is none */
function variableKeeper(id: t.Identifier, home: FunctionNode | undefined, turns: Turns): Keeper | undefined {
  const script = turns.scriptOf(id);
  const binding = script.binding(id);
  const [declaration] = binding?.declarations ?? [];
  if (binding === undefined || declaration === undefined || !/^(const|let|var)$/.test(binding.kind) || binding.declarations.length > 1 || declaration.keys?.length !== 0 || !livesOn(declaration.id, home)) return undefined;
  const uses = usesOfBinding(script, binding).filter(({ node }) => node !== id);
  if (declaration.id === id && uses.length === 0) return undefined;
  if (uses.some((use) => accessOf(use.script, use.node as t.Identifier).kind !== 'read')) throw new Refusal('the promise of the start-up is replaced later');
  assertReached(id, turns);
  return {
    name: id.name, shared: uses.length > 0 || declaration.id.typeAnnotation != null, taken: new Set(), cls: undefined,
    reach(from, place) {
      const name = nameOfBinding(script, binding, from, place);
      if (name === undefined) throw new Refusal('code that uses it cannot reach the promise of the start-up');
      return name;
    },
    is: (expression, from) => expression.type === 'Identifier' && nameOfBinding(script, binding, from, expression) === expression.name,
  };
}

/** Whether a local variable is there for as long as the background. */
function livesOn(id: Node, home: FunctionNode | undefined): boolean {
  for (let fn = functionOf(id); fn !== undefined && fn !== home; fn = functionOf(fn)) if (fn.async || immediateCall(fn) === undefined) return false;
  return true;
}

function fieldKeeper(holder: Holder, field: string | undefined, place: Node, turns: Turns): Keeper {
  const object = ownObject(holder, turns);
  // Who copies, sends or enumerates it would find one more field; who takes the field out has it under another name.
  const [whole] = field === undefined ? object.whole : (object.taken.get(field) ?? []);
  if (whole !== undefined) throw new Refusal(`${lineOf(turns.scriptOf(whole), whole)} uses its object as a whole`);
  const cls = holder.node.type === 'ClassDeclaration' || holder.node.type === 'ClassExpression' ? holder.node : undefined;
  const declared = (cls?.body.body ?? []).filter((member): member is t.ClassMethod | t.ClassProperty => (member.type === 'ClassMethod' || member.type === 'ClassProperty') && keyName(member) === field);
  const uses = (field === undefined ? [] : (object.members.get(field) ?? [])).filter((use) => use !== place);
  const isLost = (use: AnyMember): boolean => accessOf(turns.scriptOf(use), use).kind !== 'read' || parentOf(wrapped(use))?.type === 'UnaryExpression';
  if (declared.some(({ type }) => type === 'ClassMethod')) throw new Refusal('an accessor takes the promise of the start-up');
  if (uses.some(isLost)) throw new Refusal('the promise of the start-up is replaced later');
  const isHidden = field?.startsWith('#') === true || declared.some((member) => member.accessibility === 'private' || member.accessibility === 'protected');
  assertReached(place, turns);
  return {
    name: field, shared: uses.length > 0 || declared.some((member) => member.type === 'ClassProperty' && member.typeAnnotation != null), cls,
    taken: new Set([...object.members.keys(), ...(cls?.body.body ?? []).flatMap((member) => ('key' in member && keyName(member as t.ClassMethod)) || [])]),
    reach(script, at, name) {
      if (isThisAt(at, holder)) return `this.${name}`;
      const owner = isHidden ? undefined : object.nameAt(script, at);
      if (owner === undefined) throw new Refusal('code that uses it cannot reach the promise of the start-up');
      return `${owner}.${name}`;
    },
    is: (expression) => isMember(expression) && field !== undefined && (object.members.get(field)?.includes(expression) === true),
  };
}

/** Refuses a place that the first turn of the start-up may not come by. */
function assertReached(place: Node, turns: Turns): void {
  if (!turns.runsAtStart(place) || !isReached(place, turns, 8)) throw new Refusal('the promise of the start-up is kept on some ways only');
}

function isReached(place: Node, turns: Turns, depth: number): boolean {
  let inner: Node = place;
  for (const up of ancestors(place)) {
    if (up.type === 'Program') return true;
    if (up.type === 'ClassProperty' || up.type === 'ClassPrivateProperty') return isMadeAtStart(parentOf(parentOf(up)!) as t.Class, turns, depth);
    if (isFunction(up)) return isRunAtStart(up, turns, depth);
    if (up.type === 'BlockStatement') {
      if (!isFunction(parentOf(up)) || up.body.slice(0, up.body.indexOf(inner as t.Statement)).some((earlier) => mayLeave(earlier))) return false;
    } else if (!STRAIGHT.test(up.type)) return false;
    inner = up;
  }
  return false;
}

/** What always evaluates its parts. */
const STRAIGHT = /^(Expression|Return)Statement$|^VariableDeclarat|^Export|^(Await|Assignment|Member|Call|New|Object|Array|Unary|Parenthesized|TSAs|TSNonNull)Expression$|^ObjectProperty$/;

function isRunAtStart(fn: FunctionNode, turns: Turns, depth: number): boolean {
  if (depth === 0) return false;
  const own = immediateCall(fn);
  if (own !== undefined) return isReached(own.node, turns, depth - 1);
  if (fn.type === 'ClassMethod' && fn.kind === 'constructor') return isMadeAtStart(parentOf(parentOf(fn)!) as t.Class, turns, depth);
  return turns.callersOf(fn).some((call) => turns.runsAtStart(call) && turns.targetsOf(call).length === 1 && isReached(call, turns, depth - 1));
}

function isMadeAtStart(cls: t.Class, turns: Turns, depth: number): boolean {
  return depth > 0 && isReached(ownObject({ node: cls, instance: true }, turns).made, turns, depth - 1);
}
