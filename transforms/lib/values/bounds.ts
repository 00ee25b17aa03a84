import type * as t from '@babel/types';
import { isCall, isCallee, isMember, memberName, parentOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import { evaluate, membersAt, resultOf } from '../constants.ts';
import { mayBeReplaced } from '../given-fields.ts';
import { flattened } from '../layout.ts';
import { usesAsMember, usesOfBinding, usesOfMethod } from '../objects.ts';
import { isExport } from '../modules.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

/** The numbers that an expression may give, both ends included; an end that is not known is infinite. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

const ANY: Bounds = { least: -Infinity, most: Infinity };
const MAX_DEPTH = 8;

/** The bounds of an expression. Branches, `Math.random()`, parameters and variables count with all that they may be given. */
export class Bounding {
  readonly #turns: Turns;
  readonly #accesses: ReadonlyMap<Node, readonly Access[]>;

  /** @param accesses for each place that uses a variable of the realm, all accesses of that variable */
  constructor(turns: Turns, accesses: ReadonlyMap<Node, readonly Access[]>) {
    this.#turns = turns;
    this.#accesses = accesses;
  }

  /** The accesses of the variable of the realm that a place uses. */
  accessesAt(place: Node): readonly Access[] {
    return this.#accesses.get(place) ?? [];
  }

  of(script: Script, node: Node, depth = 0): Bounds {
    const known = evaluate(script, node, this.#turns);
    if (known !== undefined) return number(Number(known.value));
    if (depth > MAX_DEPTH) return ANY;
    const inner = unwrap(node);
    const again = (other: Node): Bounds => this.of(script, other, depth + 1);
    switch (inner.type) {
      case 'SequenceExpression':
        return again(inner.expressions.at(-1)!);
      case 'ConditionalExpression':
        return lesserOf(script, inner)?.map(again).reduce((one, other) => ({ least: Math.min(one.least, other.least), most: Math.min(one.most, other.most) })) ?? union([again(inner.consequent), again(inner.alternate)]);
      case 'LogicalExpression':
        return union([again(inner.left), again(inner.right)]);
      case 'BinaryExpression': {
        const [left, right] = [again(inner.left), again(inner.right)];
        if (inner.operator === '+') return { least: left.least + right.least, most: left.most + right.most };
        if (inner.operator === '-' && isNow(inner.left) && this.#isPast(script, inner.right, depth)) return { least: 0, most: Infinity };
        if (inner.operator === '-') return { least: left.least - right.most, most: left.most - right.least };
        if (inner.operator === '%') return right.least > 0 ? { least: left.least >= 0 ? 0 : -right.most, most: right.most } : ANY;
        if (inner.operator === '/') return left.least >= 0 && right.least > 0 ? { least: left.least / right.most, most: left.most / right.least } : ANY;
        return inner.operator === '*' && left.least >= 0 && right.least >= 0 ? { least: left.least * right.least, most: left.most * right.most } : ANY;
      }
      case 'CallExpression':
        return this.#call(script, inner, inner.arguments.map(again), depth);
      case 'Identifier':
      case 'MemberExpression': {
        const members = isMember(inner) ? membersAt(script, inner, this.#turns) : [];
        if (members.length > 0) return union(members.map(({ value }) => number(Number(value))));
        return this.#variable(script, inner, depth);
      }
      default:
        return ANY;
    }
  }

  #call(script: Script, call: t.CallExpression, given: readonly Bounds[], depth: number): Bounds {
    const member = unwrap(call.callee);
    const result = resultOf(script, call, this.#turns);
    if (result !== undefined) return this.of(result.owner, result.value, depth + 1);
    if (!isMember(member) || unwrap(member.object).type !== 'Identifier' || (unwrap(member.object) as { name?: string }).name !== 'Math') return ANY;
    const [first = ANY] = given;
    switch (memberName(member)) {
      case 'random': return { least: 0, most: 1 };
      case 'floor': return { least: Math.floor(first.least), most: Math.floor(first.most) };
      case 'ceil': return { least: Math.ceil(first.least), most: Math.ceil(first.most) };
      case 'round': return { least: Math.round(first.least), most: Math.round(first.most) };
      case 'min': return { least: Math.min(...given.map(({ least }) => least)), most: Math.min(...given.map(({ most }) => most)) };
      case 'max': return { least: Math.max(...given.map(({ least }) => least)), most: Math.max(...given.map(({ most }) => most)) };
      default: return ANY;
    }
  }

  #variable(script: Script, node: Node, depth: number): Bounds {
    const accesses = this.#accesses.get(node);
    if (accesses !== undefined) return union(accesses.flatMap((access) => (access.kind === 'read' || access.kind === 'escape' ? [] : [access.kind === 'write' && access.value !== undefined && !mayBeReplaced(parentOf(wrapped(access.value))!) ? this.of(access.script, access.value, depth + 1) : ANY])));
    const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
    const [declaration, another] = binding?.declarations ?? [];
    if (binding === undefined || declaration === undefined || another !== undefined) return ANY;
    const counted = declaration.node.type === 'VariableDeclarator' ? this.#counted(script, declaration.node, binding, depth) : undefined;
    if (counted !== undefined) return counted;
    const written = binding.references.filter(({ writes }) => writes).map((reference) => {
      const parent = parentOf(reference.node);
      return parent?.type === 'AssignmentExpression' && parent.operator === '=' ? this.of(script, parent.right, depth + 1) : ANY;
    });
    if (binding.kind === 'param') return union([...written, ...this.#given(script, declaration.node as FunctionNode, declaration.id, depth)]);
    const first = declaration.node.type !== 'VariableDeclarator' || declaration.keys?.length !== 0 ? [ANY] : declaration.init === undefined ? [] : [this.of(script, declaration.init, depth + 1)];
    return union([...written, ...first]);
  }

  /** Whether a value is a moment that is over, or none: `Date.now()` of before, 0. */
  #isPast(script: Script, node: Node, depth: number): boolean {
    const inner = unwrap(node);
    if (isNow(inner)) return true;
    const known = evaluate(script, inner, this.#turns);
    if (known !== undefined) return Number(known.value || 0) === 0;
    if (depth > MAX_DEPTH) return false;
    const values = this.#accesses.get(inner)?.filter(({ kind }) => kind !== 'read').map((access) => (access.kind === 'write' ? { script: access.script, node: access.value } : undefined)) ?? this.#written(script, inner);
    return values !== undefined && values.length > 0 && values.every((value) => value?.node !== undefined && this.#isPast(value.script, value.node, depth + 1));
  }

  /** All that a local variable is given; undefined where that is not seen. */
  #written(script: Script, node: Node): readonly ({ readonly script: Script; readonly node: Node | undefined } | undefined)[] | undefined {
    const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
    if (binding === undefined || !/^(const|let|var)$/.test(binding.kind)) return undefined;
    const first = binding.declarations.flatMap(({ init, keys }) => (keys?.length !== 0 ? [undefined] : init === undefined ? [] : [{ script, node: init }]));
    return [...first, ...binding.references.filter(({ writes }) => writes).map((reference) => {
      const parent = parentOf(reference.node);
      return parent?.type === 'AssignmentExpression' && parent.operator === '=' ? { script, node: parent.right } : undefined;
    })];
  }

  /** What a loop counts up to: `for (let i = 0; i < 10; i++)`. After the loop it may be one more. */
  #counted(script: Script, declarator: t.VariableDeclarator, { references }: Binding, depth: number): Bounds | undefined {
    const loop = parentOf(parentOf(declarator)!);
    const test = loop?.type === 'ForStatement' && loop.init === parentOf(declarator) && loop.test ? unwrap(loop.test) : undefined;
    if (loop?.type !== 'ForStatement' || !declarator.init || test?.type !== 'BinaryExpression' || !/^<=?$/.test(test.operator)) return undefined;
    const isOwn = (node: Node | null | undefined): boolean => node != null && references.some((reference) => reference.node === unwrap(node));
    const writes = references.filter((reference) => reference.writes);
    const update = loop.update && unwrap(loop.update);
    const isByOne = update?.type === 'UpdateExpression' && update.operator === '++' && isOwn(update.argument);
    if (!isOwn(test.left) || !isByOne || writes.some(({ node }) => node !== unwrap(update.argument) && node !== declarator.id)) return undefined;
    const [first, last] = [this.of(script, declarator.init, depth + 1), this.of(script, test.right, depth + 1)];
    return { least: first.least, most: Math.max(first.most, last.most + 1) };
  }

  /** What the callers of a function give for a parameter. */
  #given(script: Script, fn: FunctionNode, id: Node, depth: number): readonly Bounds[] {
    const index = fn.params.findIndex((param) => param === id || (param.type === 'AssignmentPattern' && param.left === id));
    const param = fn.params[index];
    const callers = this.#turns.callersOf(fn);
    if (param === undefined || callers.length === 0 || !this.#isCalledOnly(script, fn)) return [ANY];
    return callers.map((call) => {
      const argument = call.arguments[index];
      if (argument !== undefined) return this.of(this.#turns.scriptOf(call), argument, depth + 1);
      return param.type === 'AssignmentPattern' ? this.of(script, param.right, depth + 1) : number(0);
    });
  }

  /** Whether a function is named only where it is called: its callers are all that give it something. */
  #isCalledOnly(script: Script, fn: FunctionNode): boolean {
    const holder = parentOf(fn);
    const id = fn.type === 'FunctionDeclaration' ? fn.id : holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id : undefined;
    const binding = id ? script.binding(id) : undefined;
    if (binding === undefined) return (usesOfMethod(fn, this.#turns) ?? [fn]).every(isCallee);
    const uses = orRefusal(() => usesOfBinding(script, binding));
    return !(uses instanceof Refusal) && uses.every(({ node }) => isExport(node) || isCallee(node) || usesAsMember(node, this.#turns)?.every(isCallee));
  }
}

/** The two of which a condition takes the lesser: `wait < limit ? wait : limit`. */
function lesserOf(script: Script, { test, consequent, alternate }: t.ConditionalExpression): readonly Node[] | undefined {
  const inner = unwrap(test);
  if (inner.type !== 'BinaryExpression' || !/^[<>]=?$/.test(inner.operator)) return undefined;
  const [less, more] = inner.operator.startsWith('<') ? [inner.left, inner.right] : [inner.right, inner.left];
  const same = (one: Node, other: Node): boolean => flattened(script.textOf(unwrap(one))) === flattened(script.textOf(unwrap(other)));
  return same(less, consequent) && same(more, alternate) ? [consequent, alternate] : undefined;
}

/** `Date.now()` */
function isNow(node: Node): boolean {
  const inner = unwrap(node);
  const callee = isCall(inner) ? unwrap(inner.callee as Node) : undefined;
  return isMember(callee) && memberName(callee) === 'now' && /^(Date|performance)$/.test((unwrap(callee.object) as { name?: string }).name ?? '');
}

function number(value: number): Bounds {
  return Number.isNaN(value) ? { least: 0, most: 0 } : { least: value, most: value };
}

function union(all: readonly Bounds[]): Bounds {
  return all.length === 0 ? { least: 0, most: 0 } : { least: Math.min(...all.map(({ least }) => least)), most: Math.max(...all.map(({ most }) => most)) };
}
