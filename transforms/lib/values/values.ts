import type * as t from '@babel/types';
import { comesBefore, isExclusive, isLocal, Tracer } from '../aliases.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, keyName, memberName, parentOf, siblings, unwrap, walk, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { accessOf } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import { elementGiven } from '../state/given.ts';
import type { Use } from '../modules.ts';
import { usesOfMethod } from '../objects.ts';
import type { Binding, Reference } from '../scope.ts';
import type { Script } from '../script.ts';
import { callsThroughTable } from '../tables.ts';
import { SYNC_METHODS, TIMERS, type Turns } from '../turns.ts';
import { surelyFunction, usesOfFunction } from '../uses.ts';
import { ANSWER_VALUES, EVENT_VALUES } from './value-data.ts';

/** What is proven of a value that a copy in storage has to bring back. */
export interface Value {
  readonly undefined: boolean;
  readonly null: boolean;
  /** Numbers (none of NaN, -0 and the infinities), or any of numbers, strings and booleans. */
  readonly primitive: 'number' | 'any' | undefined;
  /** Plain objects and arrays of any depth that came from the browser or from JSON. */
  readonly data: boolean;
  readonly container: Container | undefined;
  /** What a container holds. */
  readonly element: Value | undefined;
  /** What the browser gives to listeners: some of its members are always there. */
  readonly event?: boolean;
  /** Data that literals made, whose members are of different kinds; `lossy` where one of them may be undefined. */
  readonly mixed?: 'whole' | 'lossy';
  /** What has binary data among its members. */
  readonly bytes?: boolean;
}

/** The objects that are known. A date is a point in time; a regular expression keeps no place. */
export type Container = 'array' | 'object' | 'map' | 'set' | 'date' | 'regexp';

/** An expression whose value is not proven, that others hold too, or that may be undefined. */
export interface Doubt {
  readonly script: Script;
  readonly node: Node;
  readonly isShared?: boolean;
  /** Whether it may be undefined, and that is all. */
  readonly isMissing?: boolean;
}

export const NOTHING: Value = { undefined: false, null: false, primitive: undefined, data: false, container: undefined, element: undefined };
export const PRIMITIVE: Value = { ...NOTHING, primitive: 'any' };
export const NUMBER: Value = { ...NOTHING, primitive: 'number' };
export const UNDEFINED: Value = { ...NOTHING, undefined: true };
/** What an extension API, a message or JSON gives: any plain value, or none. */
const DATA: Value = { ...NOTHING, undefined: true, null: true, primitive: 'any', data: true };

/** How many steps into a value lead to parts that are copied where they are used; Infinity where that is not known. */
export function depthOf({ data, container, element }: Value): number {
  if (data) return Infinity;
  return container === undefined ? 0 : 1 + (element === undefined ? 0 : depthOf(element));
}

/** Whether a value is copied where it is used, so that nobody can change it through another name. */
export function isPlain({ data, container }: Value): boolean {
  return !data && container === undefined;
}

/** The value of a variable that is given both; undefined where they do not go together. */
export function joinValues(a: Value | undefined, b: Value | undefined): Value | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a.container !== undefined && b.container !== undefined && a.container !== b.container) return keepsAll(a) && keepsAll(b) ? joinValues(asData(a), asData(b)) : undefined;
  const element = a.element === undefined ? b.element : b.element === undefined ? a.element : joinValues(a.element, b.element);
  if (element === undefined && (a.element ?? b.element) !== undefined) return undefined;
  const container = a.container ?? b.container;
  // A Map among other values could not be told from them.
  if (isConverted({ container, element }) && (a.data || b.data || a.primitive || b.primitive)) return undefined;
  const event = a.event || b.event ? { event: isEventOrNothing(a) && isEventOrNothing(b) } : {};
  const bytes = a.bytes || b.bytes ? { bytes: true } : {};
  const mixed = a.mixed || b.mixed ? { mixed: [a, b].some(losesMembers) ? ('lossy' as const) : ('whole' as const) } : {};
  return { ...event, ...bytes, ...mixed, undefined: a.undefined || b.undefined, null: a.null || b.null, primitive: a.primitive && b.primitive && a.primitive !== b.primitive ? 'any' : (a.primitive ?? b.primitive), data: a.data || b.data, container, element };
}

/** Whether a value, or a part of it, has binary data in it. */
function hasBytes({ bytes, element }: Value): boolean {
  return bytes === true || (element !== undefined && hasBytes(element));
}

/** What lists and objects have in common: they are data. */
function asData(value: Value): Value {
  return { ...value, data: true, container: undefined, element: undefined, mixed: losesMembers(value) ? 'lossy' : 'whole' };
}

/** Whether storage keeps a value as it is, but for members of objects that are undefined. */
export function keepsAll({ container, element }: Pick<Value, 'container' | 'element'>): boolean {
  if (isConverted({ container, element: undefined })) return false;
  return element === undefined || (keepsAll(element) && !(container === 'array' && element.undefined));
}

/** Whether a value is undefined as a member of an object, or has such members. */
export function losesMembers(value: Value): boolean {
  return value.mixed === 'lossy' || (value.undefined && !value.data) || (value.element !== undefined && losesMembers(value.element));
}

/** Whether what is known of the members of what the browser gives holds for a value, too. */
function isEventOrNothing({ event, data, primitive, container, element }: Value): boolean {
  return event === true || (!data && primitive === undefined && (container === undefined || (container === 'array' && element === undefined)));
}

/** Whether storage keeps something else in the place of a value, or of what is in it: JSON has no Map, Set, Date or RegExp. */
export function isConverted({ container, element }: Pick<Value, 'container' | 'element'>): boolean {
  return (container !== undefined && container !== 'array' && container !== 'object') || (element !== undefined && isConverted(element));
}

function withElement(container: Container, elements: readonly (Value | undefined)[]): Value | undefined {
  if (elements.some((element) => element === undefined)) return undefined;
  const [first, ...rest] = elements as Value[];
  const element = rest.reduce<Value | undefined>(joinValues, first);
  if (first !== undefined && element === undefined) return undefined;
  if (element !== undefined && !holdsMissing(container, element)) return undefined;
  return { ...NOTHING, container, element };
}

/** Whether what is undefined in a container can be told when it comes back: JSON makes null of it in a list, and drops it in an object. */
export function holdsMissing(container: Container, element: Value): boolean {
  if (!element.undefined || container === 'object') return true;
  return (container === 'array' || container === 'map') && !element.null && !element.data && !isConverted(element);
}

const STRING_METHODS = new Set(['toString', 'toLowerCase', 'toUpperCase', 'trim', 'trimStart', 'trimEnd', 'padStart', 'padEnd', 'repeat', 'substring', 'substr', 'charAt', 'replace', 'replaceAll', 'join', 'toFixed', 'toISOString', 'toLocaleString', 'toJSON']);
const NUMBER_METHODS = new Set(['indexOf', 'lastIndexOf', 'findIndex', 'localeCompare', 'search']);
const BOOLEAN_METHODS = new Set(['includes', 'startsWith', 'endsWith', 'has', 'some', 'every', 'test', 'hasOwnProperty']);
/** What methods give whatever they are called on, as long as no class of the extension has one of the name. */
const TEXT_METHODS: Readonly<Record<string, Value>> = {
  ...Object.fromEntries(['toLowerCase', 'toUpperCase', 'trim', 'trimStart', 'trimEnd', 'padStart', 'padEnd', 'substring', 'substr', 'charAt', 'toFixed', 'toISOString', 'startsWith', 'endsWith', 'hasOwnProperty'].map((name) => [name, PRIMITIVE])),
  indexOf: NUMBER, lastIndexOf: NUMBER, localeCompare: NUMBER, split: { ...NOTHING, container: 'array', element: PRIMITIVE },
};
const KNOWN_METHODS = new Set([...STRING_METHODS, ...NUMBER_METHODS, ...BOOLEAN_METHODS, 'split', 'get', 'slice', 'filter', 'reverse', 'sort', 'toSorted', 'toReversed', 'splice', 'pop', 'shift', 'at', 'find', 'findLast', 'concat', 'map']);
const DATE_METHODS = /^(get\w+|valueOf|to\w*String)$/;
const URL_PARTS = new Set(['href', 'host', 'hostname', 'origin', 'pathname', 'search', 'hash', 'protocol', 'port']);

/** Proves values; one prover serves one set of variables, whose own values are what is to be proven. */
export class Prover {
  readonly #turns: Turns;
  /** What the variables under proof are supposed to hold: their uses may rely on it, because each of their changes is proven too. */
  readonly #supposed: ReadonlyMap<Node, Value>;
  #depth = 0;
  #steps = 0;
  #target: Target = NOWHERE;
  /** Parameters whose value is being asked for: those that are handed on as they are, and the others. */
  #flowing: readonly Binding[] = [];
  #blocked: readonly Binding[] = [];
  /** Functions whose results are being asked for. */
  #returning: readonly FunctionNode[] = [];
  /** What local variables are supposed to hold whose objects are filled after they were made. */
  readonly #filling = new Map<Binding, Value>();
  #doubt: Doubt | undefined;
  /** How many proofs wait for this one. */
  readonly #level: number;

  constructor(turns: Turns, supposed: ReadonlyMap<Node, Value> = new Map(), level = 0) {
    this.#turns = turns;
    this.#supposed = supposed;
    this.#level = level;
  }

  /** The expression that the proofs which failed since the last {@link forget} came down to. */
  get doubt(): Doubt | undefined {
    return this.#doubt;
  }

  forget(): void {
    this.#doubt = undefined;
  }

  /** Notes what a proof comes down to that is made outside. */
  doubtOf(doubt: Doubt): void {
    this.#doubt = doubt;
  }

  /** What an expression's value is; undefined where that is not proven. */
  prove(script: Script, node: Node | null | undefined): Value | undefined {
    if (this.#depth === 0) this.#steps = 0;
    if (!node || this.#depth > 12 || this.#steps > 3000 || this.#level > 4) return undefined;
    const before = this.#doubt;
    this.#depth += 1;
    this.#steps += 1;
    try {
      const value = this.#prove(script, unwrap(node));
      // Of what was asked on the way to a proof, nothing is in doubt any more.
      this.#doubt = value === undefined ? (this.#doubt ?? { script, node: unwrap(node) }) : before;
      return value;
    } finally {
      this.#depth -= 1;
    }
  }

  #prove(script: Script, node: Node): Value | undefined {
    const value = this.#orShort(script, node, this.#proveAll(script, node));
    if (!(value?.undefined || value?.null) || !(isMember(node) || node.type === 'Identifier' || isCall(node)) || !isTested(script, node)) return value;
    return { ...value, undefined: false, null: value.null && !isTested(script, node, true) };
  }

  /** What comes of `a?.b` where there is no `a`. */
  #orShort(script: Script, node: Node, value: Value | undefined): Value | undefined {
    if (value === undefined || this.#supposed.has(node) || (node.type !== 'OptionalMemberExpression' && node.type !== 'OptionalCallExpression')) return value;
    const inner = node.type === 'OptionalCallExpression' ? unwrap(node.callee) : node;
    const base = isMember(inner) ? this.prove(script, inner.object) : undefined;
    return base !== undefined && isSolid(base) ? value : joinValues(value, UNDEFINED);
  }

  #proveAll(script: Script, node: Node): Value | undefined {
    const supposed = this.#supposed.get(node);
    if (supposed !== undefined) return supposed;
    switch (node.type) {
      case 'NumericLiteral':
        return Number.isFinite(node.value) ? NUMBER : undefined;
      case 'StringLiteral':
      case 'BooleanLiteral':
      case 'TemplateLiteral':
        return PRIMITIVE;
      case 'NullLiteral':
        return { ...NOTHING, null: true };
      case 'RegExpLiteral':
        // The place where a search with these goes on is no part of what is kept.
        return /[gy]/.test(node.flags) ? undefined : { ...NOTHING, container: 'regexp' };
      case 'UnaryExpression':
        if (node.operator === 'void') return UNDEFINED;
        if (node.operator === '!' || node.operator === 'typeof' || node.operator === 'delete') return PRIMITIVE;
        if (node.operator === '+') return this.#isNumber(script, node.argument) ? NUMBER : undefined;
        return node.operator === '-' && node.argument.type === 'NumericLiteral' && node.argument.value !== 0 ? NUMBER : undefined;
      case 'BinaryExpression':
        return this.#binary(script, node);
      case 'UpdateExpression':
        return this.#isNumber(script, node.argument) ? NUMBER : undefined;
      case 'LogicalExpression': {
        const left = this.prove(script, node.left);
        const right = this.prove(script, node.right);
        // x || 0 is never -0, and not NaN either.
        if (node.operator === '||' && left === undefined && isNumeric(right) && this.#isFinite(script, node.left)) return NUMBER;
        if (left === undefined || right === undefined) return undefined;
        // What is left of `||` and `??` is not null or undefined, what is left of `&&` is no object.
        return node.operator === '&&' ? joinValues({ ...left, data: false, container: undefined, element: undefined }, right) : joinValues({ ...left, undefined: false, null: false }, right);
      }
      case 'ConditionalExpression':
        return joinValues(this.prove(script, node.consequent), this.prove(script, node.alternate));
      case 'AssignmentExpression':
        if (node.operator === '||=' || node.operator === '??=') return joinValues(withoutNothing(this.prove(script, node.left)), this.prove(script, node.right));
        return node.operator === '=' ? this.prove(script, node.right) : undefined;
      case 'SequenceExpression':
        return this.prove(script, node.expressions.at(-1));
      case 'ArrayExpression':
        return this.#array(script, node);
      case 'ObjectExpression':
        return this.#object(script, node);
      case 'NewExpression': {
        return this.#made(script, node);
      }
      case 'Identifier':
        return this.#identifier(script, node);
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return this.#member(script, node);
      case 'AwaitExpression':
        return this.#awaited(script, node.argument);
      case 'CallExpression':
      case 'OptionalCallExpression':
        return this.#call(script, node);
      default:
        return undefined;
    }
  }

  /** A value that nobody else holds, or that cannot change: another name for a part of it would be lost in storage. */
  closed(script: Script, node: Node, target: Target = NOWHERE): Value | undefined {
    const inner = unwrap(node);
    const value = inner.type === 'Identifier' && !this.#supposed.has(inner) ? this.#given(script, inner, target) : this.#with(target, () => this.prove(script, node));
    if (value !== undefined && hasBytes(value)) {
      this.#doubt ??= { script, node: inner };
      return undefined;
    }
    if (value === undefined || isPlain(value) || this.#isFresh(script, inner, target)) return value;
    this.#doubt ??= { script, node: inner, isShared: true };
    return undefined;
  }

  /** Proves something that is put into an object. */
  #with<T>(target: Target, prove: () => T): T {
    const before = this.#target;
    this.#target = target;
    try {
      return prove();
    } finally {
      this.#target = before;
    }
  }

  /** What a local variable was given, whatever is changed in it later: who puts it somewhere follows its name. */
  #given(script: Script, id: t.Identifier, target: Target): Value | undefined {
    const binding = script.binding(id);
    const [declaration] = binding?.declarations ?? [];
    if (binding === undefined || declaration?.node.type !== 'VariableDeclarator' || declaration.keys?.length !== 0 || binding.declarations.length !== 1 || !isLocal(binding)) return this.prove(script, id);
    const known = this.prove(script, id);
    if (known !== undefined) return known;
    const last = lastWrite(script, binding, id);
    if (last !== undefined) return this.closed(script, last, target);
    const given = [declaration.init, ...binding.references.filter(({ writes }) => writes).map(({ node }) => valueOfWrite(script, node))];
    const value = given.map((one) => (one === undefined ? UNDEFINED : one === null ? undefined : this.closed(script, one, target))).reduce(joinValues);
    return value && (isTested(script, id, true) || isFilled(script, id)) ? { ...value, undefined: false, null: false } : value;
  }

  /** Whether an expression makes its value, or names one that is put into one place only. */
  #isFresh(script: Script, node: Node, target: Target): boolean {
    const inner = unwrap(node);
    switch (inner.type) {
      case 'ObjectExpression':
      case 'ArrayExpression':
      case 'NewExpression':
      case 'RegExpLiteral':
        return true;
      case 'LogicalExpression':
        return [inner.left, inner.right].every((side) => this.#isFreshOrPlain(script, side, target));
      case 'ConditionalExpression':
        return [inner.consequent, inner.alternate].every((side) => this.#isFreshOrPlain(script, side, target));
      case 'AwaitExpression':
        return this.#isFreshSettled(script, inner.argument, target);
      case 'CallExpression':
      case 'OptionalCallExpression':
        return this.#isFreshCall(script, inner, target);
      case 'Identifier':
        return this.#isOnlyName(script, inner, target);
      case 'MemberExpression':
      case 'OptionalMemberExpression': {
        if (isFromSlot(script, inner, target)) return true;
        const base = unwrap(inner.object);
        // A member of what nobody else holds, where that is only looked at.
        return (base.type === 'Identifier' || isMember(base)) && (this.#isFresh(script, base, NOWHERE) || this.#isOnlyPart(script, base, memberName(inner)));
      }
      default:
        return false;
    }
  }

  /** Whether nobody else holds what a promise is settled with. */
  #isFreshSettled(script: Script, promise: Node, target: Target): boolean {
    const held = unwrap(promise);
    // A promise with a name may be asked again.
    if (answerOf(script, promise) !== undefined) return held.type !== 'Identifier' || script.binding(held)!.references.length === 1;
    const settled = this.#settled(script, promise);
    if (settled === undefined) return !isCall(unwrap(promise)) ? false : this.#isFresh(script, promise, target);
    return settled.every((one) => 'answer' in one || this.#isFreshOrPlain(one.script, one.node, NOWHERE));
  }

  #isFreshOrPlain(script: Script, node: Node, target: Target): boolean {
    const value = this.prove(script, node);
    return (value !== undefined && isPlain(value)) || this.#isFresh(script, node, target);
  }

  #isFreshCall(script: Script, call: t.CallExpression | t.OptionalCallExpression, target: Target): boolean {
    const callee = unwrap(call.callee as Node);
    if (script.api(callee) !== undefined) return true;
    const fn = surelyFunction(script, callee, this.#turns);
    if (fn !== undefined) {
      const owner = this.#turns.scriptOf(fn);
      return returnsOf(fn).every((returned) => this.#isFreshOrPlain(owner, returned, NOWHERE));
    }
    if (!isMember(callee)) return false;
    const object = unwrap(callee.object);
    const name = memberName(callee) ?? '';
    const global = object.type === 'Identifier' && script.binding(object) === undefined ? object.name : undefined;
    if (global === 'JSON') return true;
    if (name === 'json' || (name === 'split' && isPlatformMethod(script, name))) return true;
    if (global === 'Object' || global === 'Array') {
      const [first] = call.arguments;
      return name === 'keys' || (first !== undefined && first.type !== 'SpreadElement' && this.#sharesNothing(script, first, target));
    }
    if (isFromSlot(script, call, target)) return true;
    // What is taken out of a list is in it no more.
    if (name === 'pop' || name === 'shift' || name === 'splice') return true;
    // These give the list itself.
    if (name === 'sort' || name === 'reverse') return target.whole === true && target.own.has(object) ? true : this.#isFresh(script, object, target);
    const made = this.prove(script, call);
    if (LISTING_METHODS.has(name) && made?.container === 'array' && (made.element === undefined || isPlain(made.element))) return true;
    return COPYING_METHODS.has(name) && this.#sharesNothing(script, object, target);
  }

  /** Whether a copy of a list or object has no object in common with it, or takes its place. */
  #sharesNothing(script: Script, source: Node, target: Target): boolean {
    const value = this.prove(script, source);
    if (value?.element !== undefined && !value.data && isPlain(value.element)) return true;
    if (value !== undefined && !value.data && value.container !== undefined && value.element === undefined) return true;
    return target.whole === true ? target.own.has(unwrap(source)) || this.#isFresh(script, source, target) : this.#isFresh(script, source, NOWHERE);
  }

  /** Whether a local variable names an object that is made for it, or comes from the very place where it is put, and that goes nowhere else. */
  #isOnlyName(script: Script, id: t.Identifier, target: Target): boolean {
    if (id.name === 'undefined') return true;
    const binding = script.binding(id);
    const [declaration] = binding?.declarations ?? [];
    if (binding === undefined || declaration === undefined || binding.declarations.length !== 1 || !isLocal(binding)) return false;
    if (!runsOnce(id, declaration)) return false;
    for (const { node, writes } of binding.references) {
      if (node === id || writes || isExclusive(node, id, binding)) continue;
      const tracer = new Tracer(this.#turns, undefined, undefined, this.#level + 1);
      if (!tracer.trace(script, node) || (target === NOWHERE && !tracer.changes.every((change) => comesBefore(change.node, id)))) return false;
    }
    if (isFunction(declaration.node)) {
      const written = binding.references.filter(({ writes }) => writes).map(({ node }) => valueOfWrite(script, node));
      return this.#isFreshParameter(script, declaration.node, declaration.id) && written.every((one) => one !== null && this.#isFreshOrPlain(script, one, target));
    }
    if (declaration.node.type !== 'VariableDeclarator') return false;
    const isLoopVariable = declaration.init === undefined && parentOf(parentOf(declaration.node)!)?.type === 'ForOfStatement';
    if (isLoopVariable) return this.#isFresh(script, (parentOf(parentOf(declaration.node)!) as t.ForOfStatement).right, NOWHERE);
    const given = [...(declaration.init === undefined ? [] : [declaration.init]), ...binding.references.filter(({ writes }) => writes).map(({ node }) => valueOfWrite(script, node))];
    return given.every((one) => one != null && this.#isFreshOrPlain(script, one, target));
  }

  /** Whether an expression names a parameter of the function around it, which only gets what the running event brings or makes: never the same object as one that was kept. */
  isOfEvent(script: Script, node: Node): boolean {
    const inner = unwrap(node);
    const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
    const [declaration] = binding?.declarations ?? [];
    if (declaration?.keys?.length !== 0 || !isFunction(declaration.node) || functionOf(inner) !== declaration.node) return false;
    return !binding!.references.some(({ writes }) => writes) && this.#isFreshParameter(script, declaration.node, declaration.id);
  }

  /** Whether only one name leads to a member of a parameter that is data: the members of data have nothing in common. */
  #isOnlyPart(script: Script, id: Node, name: string | undefined): boolean {
    const binding = id.type === 'Identifier' ? script.binding(id) : undefined;
    const [declaration] = binding?.declarations ?? [];
    if (name === undefined || binding?.kind !== 'param' || !isFunction(declaration?.node) || declaration.keys?.length !== 0 || !runsOnce(id, declaration)) return false;
    const value = this.prove(script, id);
    if (!value?.data || value.container !== undefined) return false;
    for (const { node, writes } of binding.references) {
      if (node === id) continue;
      const parent = parentOf(wrapped(node));
      if (writes) return false;
      if (isMember(parent) && parent.object === wrapped(node) && memberName(parent) !== undefined && memberName(parent) !== name) continue;
      if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern' && parent.id.properties.every((one) => one.type === 'ObjectProperty' && keyName(one) !== undefined && keyName(one) !== name)) continue;
      const tracer = new Tracer(this.#turns, undefined, undefined, this.#level + 1);
      if (!tracer.trace(script, node) || tracer.changes.length > 0) return false;
    }
    return this.#isFreshParameter(script, declaration.node, declaration.id);
  }

  /** Whether each call of a function gives it something that nobody else holds. */
  #isFreshParameter(script: Script, fn: FunctionNode, id: Node): boolean {
    const index = fn.params.findIndex((param) => isWithin(id, param));
    const uses = usesOfFunction(script, fn);
    if (index < 0 || uses === undefined || uses.length === 0 || this.#depth > 8) return false;
    this.#depth += 1;
    try {
      return uses.every((use) => {
        const outer = wrapped(use.node);
        const call = parentOf(outer);
        if (!isCall(call)) return false;
        if (call.callee === outer) {
          const argument = call.arguments[index];
          return argument === undefined || (argument.type !== 'SpreadElement' && this.#isFreshOrPlain(use.script, argument, NOWHERE));
        }
        const callee = unwrap(call.callee as Node);
        if (use.script.api(callee) !== undefined || this.#isPortMessage(use.script, callee)) return true;
        if (!isMember(callee)) return false;
        return memberName(callee) === 'then' ? this.#isFreshSettled(use.script, callee.object, NOWHERE) : SYNC_METHODS.has(memberName(callee) ?? '') && this.#isFresh(use.script, callee.object, NOWHERE);
      });
    } finally {
      this.#depth -= 1;
    }
  }

  /** `new Map()`, `new Set(list)`, `new Date()`. */
  #made(script: Script, { callee, arguments: args }: t.NewExpression): Value | undefined {
    if (callee.type !== 'Identifier' || script.binding(callee) !== undefined) return undefined;
    const [first] = args;
    switch (callee.name) {
      case 'Map':
      case 'Array':
      case 'Object':
        return first === undefined ? withElement(callee.name.toLowerCase() as Container, []) : undefined;
      case 'Set': {
        const list = first && first.type !== 'SpreadElement' ? this.prove(script, first) : NOTHING;
        return list !== undefined && isSolid(list) && !list.data && !list.primitive && (list.element === undefined || isPlain(list.element)) && (first === undefined || list.container === 'array' || list.container === 'set') ? withElement('set', list.element ? [list.element] : []) : undefined;
      }
      case 'Date':
        // Any other moment may be none: storage would make 1970 of it.
        return first === undefined || (args.length === 1 && script.textOf(first) === 'Date.now()') ? { ...NOTHING, container: 'date' } : undefined;
      case 'RegExp':
        return args.length === 1 || (args.length === 2 && args[1]!.type === 'StringLiteral' && !/[gy]/.test(args[1]!.value)) ? this.#source(script, first!) : undefined;
      default:
        return undefined;
    }
  }

  /** What a text makes as a regular expression; another regular expression would bring its own flags. */
  #source(script: Script, text: Node): Value | undefined {
    const value = this.prove(script, text);
    return value !== undefined && isPlain(value) ? { ...NOTHING, container: 'regexp' } : undefined;
  }

  #array(script: Script, { elements }: t.ArrayExpression): Value | undefined {
    const target = this.#target;
    return this.#with(NOWHERE, () => withElement('array', elements.map((element) => {
      if (element === null) return undefined;
      if (element.type !== 'SpreadElement') return this.closed(script, element, target);
      const spread = this.prove(script, element.argument);
      if (spread === undefined || !isSolid(spread) || !this.#sharesNothing(script, element.argument, target)) return undefined;
      if (spread.data) return { ...DATA, undefined: false };
      return spread.container === 'array' || spread.container === 'set' ? (spread.element ?? NOTHING) : undefined;
    })));
  }

  #object(script: Script, { properties }: t.ObjectExpression): Value | undefined {
    const target = this.#target;
    return this.#with(NOWHERE, () => withElement('object', properties.map((member) => {
      if (member.type === 'ObjectMethod' || (member.type === 'ObjectProperty' && !member.computed && keyName(member) === '__proto__')) return undefined;
      if (member.type === 'ObjectProperty') return this.closed(script, member.value, target);
      const spread = this.prove(script, member.argument);
      if (spread === undefined || !this.#sharesNothing(script, member.argument, target)) return undefined;
      if (spread.data) return DATA;
      return spread.container === 'object' ? (spread.element ?? NOTHING) : isPlain(spread) && !spread.primitive ? NOTHING : undefined;
    })));
  }

  #binary(script: Script, node: t.BinaryExpression): Value | undefined {
    switch (node.operator) {
      case '+': {
        const both = [node.left, node.right].map((side) => this.prove(script, side));
        if (both.some((side) => side !== undefined && isNever(side)) && both.every((side) => side !== undefined)) return NOTHING;
        if (both.every(isNumeric)) return NUMBER;
        // Only -0 and -0 make -0.
        if (both.some((side, index) => isNumeric(side) && both[1 - index] === undefined && this.#isFinite(script, index === 0 ? node.right : node.left))) return NUMBER;
        // Text plus anything is text.
        if (isString(node.left) || isString(node.right)) return PRIMITIVE;
        return both.every((side) => side !== undefined && isPlain(side) && side.primitive && isSolid(side)) ? PRIMITIVE : undefined;
      }
      case '-':
        return (this.#isNumber(script, node.left) || this.#isDate(script, node.left)) && (this.#isFinite(script, node.right) || this.#isDate(script, node.right)) ? NUMBER : undefined;
      case '*':
        // What grows by itself becomes Infinity, and a negative factor makes -0.
        if (isCount(node.left) && isCount(node.right)) return NUMBER;
        return [[node.left, node.right], [node.right, node.left]].some(([factor, other]) => this.#isPositive(script, factor!, 1) && this.#apart().#isNumber(script, other!)) ? NUMBER : undefined;
      case '/':
        return this.#isPositive(script, node.right) && (isCount(node.left) || (this.#isPositive(script, node.right, 1) && this.#apart().#isNumber(script, node.left))) ? NUMBER : undefined;
      case '%':
      case '**':
      case '|>':
        return undefined;
      default:
        return PRIMITIVE;
    }
  }

  /** A prover that relies on nothing of the variables under proof: what grows by itself becomes Infinity. */
  #apart(): Prover {
    return new Prover(this.#turns, undefined, this.#level + 1);
  }

  #isNumber(script: Script, node: Node): boolean {
    const value = this.prove(script, node);
    return value !== undefined && (isNever(value) || isNumeric(value));
  }

  /** Whether a value is a number, which may be -0, but neither NaN nor infinite. */
  #isFinite(script: Script, node: Node): boolean {
    const inner = unwrap(node);
    switch (inner.type) {
      case 'BinaryExpression': {
        const { operator, left, right } = inner;
        if (operator === '*') return [[left, right], [right, left]].some(([factor, other]) => this.#isPositive(script, factor!) && this.#apart().#isFinite(script, other!)) || this.#isNumber(script, inner);
        if (operator === '/') return this.#isPositive(script, right, 1) && this.#isFinite(script, left);
        if (operator === '%') return this.#isPositive(script, right) && this.#isFinite(script, left);
        if (operator === '-') return [left, right].every((side) => this.#isFinite(script, side) || this.#isDate(script, side));
        return operator === '+' && this.#isFinite(script, left) && this.#isFinite(script, right);
      }
      case 'UnaryExpression':
        return inner.operator === '-' ? this.#isFinite(script, inner.argument) : this.#isNumber(script, inner);
      case 'ConditionalExpression':
        return this.#isFinite(script, inner.consequent) && this.#isFinite(script, inner.alternate);
      case 'CallExpression': {
        const callee = unwrap(inner.callee);
        const math = isMember(callee) ? unwrap(callee.object) : undefined;
        const [first, second] = inner.arguments;
        const isRounding = math?.type === 'Identifier' && math.name === 'Math' && script.binding(math) === undefined && /^(round|ceil|floor|trunc)$/.test(memberName(callee as AnyMember) ?? '');
        return isRounding && second === undefined ? first !== undefined && this.#isFinite(script, first) : this.#isNumber(script, inner);
      }
      case 'Identifier': {
        const binding = script.binding(inner);
        const [declaration, another] = binding?.declarations ?? [];
        const isFixed = declaration?.node.type === 'VariableDeclarator' && another === undefined && declaration.keys?.length === 0 && declaration.init !== undefined && functionOf(declaration.node) === functionOf(inner) && !binding!.references.some(({ writes }) => writes);
        return isFixed && !this.#supposed.has(inner) ? this.#isFinite(script, declaration.init!) : this.#isNumber(script, inner);
      }
      default:
        return this.#isNumber(script, inner);
    }
  }

  #isDate(script: Script, node: Node): boolean {
    const value = this.prove(script, node);
    return value?.container === 'date' && isSolid(value);
  }

  #identifier(script: Script, node: t.Identifier): Value | undefined {
    if (node.name === 'undefined') return UNDEFINED;
    const binding = script.binding(node);
    const [declaration] = binding?.declarations ?? [];
    if (binding === undefined || declaration === undefined || binding.declarations.length !== 1) return undefined;
    const { keys, init, id, node: holder } = declaration;
    if (isWrittenBeside(script, binding)) return undefined;
    const writes = binding.references.filter((reference) => reference.writes);
    const fallback = parentOf(id)?.type === 'AssignmentPattern' ? (parentOf(id) as t.AssignmentPattern).right : undefined;
    if (binding.kind === 'param') {
      const first = this.#withDefault(script, this.#parameter(script, binding), fallback);
      const given = writes.length === 0 ? first : this.#variable(script, binding, node, first, writes);
      return given === undefined || isPlain(given) || this.#isUntouched(script, binding, node, given) ? given : this.#filled(script, binding, node, given);
    }
    if (binding.kind === 'import') return this.#fixed(script, node);
    if (keys === undefined || holder.type !== 'VariableDeclarator') return undefined;
    if (init && keys.length === 1 && writes.length === 0 && isUrlPart(unwrap(init), keys[0]!.name)) return PRIMITIVE;
    const loop = init === undefined ? parentOf(parentOf(holder)!) : undefined;
    if (loop?.type === 'ForInStatement' && isWithin(holder, loop.left)) return writes.length === 0 ? PRIMITIVE : undefined;
    const source = loop?.type === 'ForOfStatement' && isWithin(holder, loop.left) ? loop.right : undefined;
    const start = source ? this.#elementOf(script, source) : init === undefined ? UNDEFINED : this.prove(script, init);
    const first = this.#withDefault(script, keys.reduce<Value | undefined>((outer, { name }) => outer && memberOf(outer, name), start), fallback);
    const value = writes.length > 0 ? this.#variable(script, binding, node, first, writes) : first;
    // What is put into it later is another question; of what is under proof, each change is proven.
    const origin = source ?? init;
    if (value === undefined || isPlain(value) || (origin !== undefined && this.#isSupposed(script, origin))) return value;
    return this.#isUntouched(script, binding, node, value) ? value : this.#filled(script, binding, node, value);
  }

  /** What a local variable holds when its object was filled: what it was given, and all that is put in by its name, wherever. */
  #filled(script: Script, binding: Binding, place: Node, start: Value): Value | undefined {
    const known = this.#filling.get(binding);
    if (known !== undefined) return known;
    if (!isLocal(binding) || this.#filling.size > 3) return undefined;
    const uses = binding.references.filter(({ node, writes }) => node !== place && !writes && !isExclusive(node, place, binding));
    let value = start;
    try {
      for (let round = 0; round < 5; round++) {
        this.#filling.set(binding, value);
        const tracer = new Tracer(this.#turns, value, undefined, this.#level + 1);
        if (!uses.every(({ node }) => tracer.trace(script, node))) return undefined;
        const next = tracer.changes.reduce<Value | undefined>((all, change) => all && joinValues(all, this.#with(NOWHERE, () => elementGiven(change, value, this, NOWHERE.own))), value);
        if (next === undefined || JSON.stringify(next) === JSON.stringify(value)) return next;
        value = next;
      }
      return undefined;
    } finally {
      this.#filling.delete(binding);
    }
  }

  /** What a pattern gives where it names a default. */
  #withDefault(script: Script, value: Value | undefined, fallback: Node | undefined): Value | undefined {
    if (fallback === undefined || value === undefined) return value;
    return joinValues({ ...value, undefined: false }, this.closed(script, fallback));
  }

  /** What a loop or a callback gets of a list. */
  #elementOf(script: Script, list: Node): Value | undefined {
    const value = this.prove(script, list);
    if (value === undefined) return undefined;
    if (value.data) return { ...DATA, ...(value.event ? { null: false, undefined: false, event: true } : {}) };
    return value.container === 'array' || value.container === 'set' ? (value.element ?? NOTHING) : undefined;
  }

  /** Whether an expression names a variable under proof, or a part of it. */
  #isSupposed(script: Script, node: Node): boolean {
    let base = unwrap(node);
    if (base.type === 'LogicalExpression') return [base.left, base.right].every((side) => this.#isSupposed(script, side) || isMade(side));
    while (!this.#supposed.has(base) && (isMember(base) || (isCall(base) && isMember(base.callee)))) base = unwrap(isCall(base) ? (base.callee as AnyMember).object : base.object);
    return this.#supposed.has(base);
  }

  /** Whether nobody but one place can change what a variable was given first. */
  #isUntouched(script: Script, binding: Binding, place: Node, value: Value): boolean {
    if (binding.scope.parent === undefined && script.isModule && [...ancestors(binding.declarations[0]!.id)].some(({ type }) => type === 'ExportNamedDeclaration')) return false;
    if (binding.scope.parent === undefined && !script.isModule && script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.freeNames.has(binding.name)))) return false;
    if (value.container === undefined) return !isChangedInside(script, binding, place);
    const tracer = new Tracer(this.#turns, value, undefined, this.#level + 1);
    return binding.references.every(({ node: use, writes }) => use === place || writes || tracer.trace(script, use)) && tracer.changes.length === 0;
  }

  /** A local variable that is written several times; numbers may be counted. */
  #variable(script: Script, binding: Binding, place: Node, first: Value | undefined, writes: readonly Reference[]): Value | undefined {
    const last = lastWrite(script, binding, place);
    if (last !== undefined) return this.prove(script, last);
    let value = first;
    for (const { node } of writes) {
      const { kind, value: given } = accessOf(script, node as t.Identifier);
      const parent = parentOf(wrapped(node));
      if (kind === 'write') value = joinValues(value, this.prove(script, given));
      else if (parent?.type === 'UpdateExpression' || (parent?.type === 'AssignmentExpression' && /^[+-]=$/.test(parent.operator) && this.#isNumber(script, parent.right))) value = value?.primitive === 'number' && isPlain(value) && isSolid(value) ? value : undefined;
      else if (parent?.type === 'AssignmentExpression' && parent.operator === '+=' && value?.primitive && isPlain(value) && isSolid(value) && isPlainPrimitive(this.prove(script, parent.right))) value = PRIMITIVE;
      else return undefined;
    }
    return value && isFilled(script, place) ? { ...value, undefined: false, null: false } : value;
  }

  #parameter(script: Script, binding: Binding): Value | undefined {
    const [{ node: holder, id, keys } = {} as never] = binding.declarations;
    if (!isFunction(holder) || keys === undefined) return undefined;
    const index = holder.params.findIndex((param) => isWithin(id, param));
    const param = holder.params[index];
    if (param === undefined || param.type === 'RestElement') return undefined;
    // A default of the whole parameter, beside the defaults of its parts.
    const whole = param.type === 'AssignmentPattern' && param.left !== id ? param.right : undefined;
    const below = (value: Value | undefined): Value | undefined => keys.reduce<Value | undefined>((outer, { name }) => outer && memberOf(outer, name), this.#withDefault(script, value, whole));
    const [first, ...others] = keys;
    if (first !== undefined && whole === undefined && this.#getsPort(script, holder, index)) return others.reduce<Value | undefined>((outer, { name }) => outer && memberOf(outer, name), portMember(first.name));
    const methods = usesOfMethod(holder, this.#turns);
    const uses = methods === undefined ? (callsThroughTable(script, holder) ?? usesOfFunction(script, holder)) : methods.map((node) => ({ script: this.#turns.scriptOf(node), node }));
    if (uses === undefined || uses.length === 0) return undefined;
    if (this.#flowing.includes(binding)) return NOTHING;
    if (this.#blocked.includes(binding)) return undefined;
    const given = uses.map((use) => this.#argument(use, index, binding)).filter((value) => value !== 'none');
    return given.length === 0 ? undefined : below((given as (Value | undefined)[]).reduce(joinValues));
  }

  /** What a use of a function gives to one of its parameters; none where the use does not call it. */
  #argument({ script, node }: Use, index: number, binding: Binding): Value | undefined | 'none' {
    const outer = wrapped(node);
    const call = parentOf(outer);
    if (!isCall(call)) return undefined;
    const { arguments: args } = call;
    // A method with its object, `this.handle.bind(this)`: nothing else may come before its arguments.
    if (isCall(node) && !(isMember(node.callee) && memberName(node.callee) === 'bind' && node.arguments.length === 1)) return undefined;
    if (call.callee === outer) {
      if (args.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return undefined;
      const argument = args[index];
      if (argument === undefined) return UNDEFINED;
      return this.#flow(binding, argument, () => this.prove(script, argument));
    }
    const callee = unwrap(call.callee as Node);
    const path = script.api(callee)?.names.join('.');
    if (this.#isPortMessage(script, callee)) return index === 0 ? DATA : undefined;
    const event = path === undefined ? undefined : /^(.*)\.addListener$/.exec(path)?.[1];
    if (event !== undefined) return eventValue(event, index, args);
    if (path !== undefined && /\.(remove|has)Listener$/.test(path)) return 'none';
    const answer = this.#callbackGets(script, node);
    if (answer !== undefined) return index === 0 ? answer : undefined;
    if (!isMember(callee)) return isTimer(script, call) ? UNDEFINED : undefined;
    const method = memberName(callee) ?? '';
    if (!ELEMENT_CALLBACKS.has(method) || args[0] !== outer) return undefined;
    if (index === 0) return this.#flow(binding, callee.object, () => this.#callbackElement(script, callee.object, method));
    const list = this.prove(script, callee.object);
    return index === 1 && list?.container === 'array' ? NUMBER : index === 1 && list?.container === 'map' ? PRIMITIVE : undefined;
  }

  #callbackElement(script: Script, list: Node, method: string): Value | undefined {
    const value = this.prove(script, list);
    return value?.container === 'map' && method === 'forEach' ? (value.element ?? NOTHING) : this.#elementOf(script, list);
  }

  /** Follows a parameter to what a call gives it: handed on as it is, or made of something. */
  #flow(binding: Binding, argument: Node, prove: () => Value | undefined): Value | undefined {
    const [flowing, blocked] = [this.#flowing, this.#blocked];
    if (unwrap(argument).type === 'Identifier') this.#flowing = [...flowing, binding];
    else [this.#flowing, this.#blocked] = [[], [...blocked, ...flowing, binding]];
    try {
      return prove();
    } finally {
      [this.#flowing, this.#blocked] = [flowing, blocked];
    }
  }

  /** Whether an expression names a port: what a listener of connections gets, a listener of its messages, or what the extension opens. */
  #isPort(script: Script, node: Node): boolean {
    const inner = unwrap(node);
    if (isCall(inner)) return /^(runtime|tabs|extension)\.connect(Native)?$/.test(script.api(unwrap(inner.callee as Node))?.names.join('.') ?? '');
    const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
    const [{ node: holder, id, keys, init } = {} as never, another] = binding?.declarations ?? [];
    if (binding === undefined || another !== undefined || keys?.length !== 0 || binding.references.some(({ writes }) => writes)) return false;
    return isFunction(holder) ? this.#getsPort(script, holder, holder.params.indexOf(id as t.Identifier)) : init != null && isCall(unwrap(init)) && this.#isPort(script, init);
  }

  /** Whether each use of a function gives it a port as one of its parameters. */
  #getsPort(script: Script, fn: FunctionNode, index: number): boolean {
    const uses = usesOfFunction(script, fn);
    if (uses === undefined || uses.length === 0 || index < 0 || this.#depth > 8) return false;
    this.#depth += 1;
    try {
      return uses.every((use) => {
        const outer = wrapped(use.node);
        const call = parentOf(outer);
        if (!isCall(call)) return false;
        const callee = unwrap(call.callee as Node);
        const argument = call.arguments[index];
        if (call.callee === outer) return argument !== undefined && !call.arguments.some(({ type }) => type === 'SpreadElement') && this.#isPort(use.script, argument);
        return index === 0 ? /^(runtime|extension)\.onConnect(External)?\.addListener$/.test(use.script.api(callee)?.names.join('.') ?? '') : index === 1 && this.#isPortMessage(use.script, callee);
      });
    } finally {
      this.#depth -= 1;
    }
  }

  /** `port.onMessage.addListener` */
  #isPortMessage(script: Script, callee: Node): boolean {
    const event = isMember(callee) && memberName(callee) === 'addListener' ? unwrap(callee.object) : undefined;
    return event !== undefined && isMember(event) && memberName(event) === 'onMessage' && this.#isPort(script, event.object);
  }

  #member(script: Script, node: AnyMember): Value | undefined {
    const object = unwrap(node.object);
    const name = memberName(node);
    if (/^(name|sender)$/.test(name ?? '') && this.#isPort(script, object)) return portMember(name!);
    if (isUrlPart(object, name)) return PRIMITIVE;
    if ((name === 'length' || name === 'size') && object.type === 'Identifier' && isCounted(script, object, name)) return NUMBER;
    const fixed = this.#fixed(script, node) ?? idOfNothing(script, node);
    if (fixed !== undefined) return fixed;
    const value = this.prove(script, object);
    if (value === undefined) return undefined;
    // undefined has no members: nothing comes of it.
    if (value.container === undefined && !value.data && !value.primitive) return NOTHING;
    if (value.container === undefined && !value.data) return name === 'length' && value.primitive && isSolid(value) ? PRIMITIVE : undefined;
    if ((name === 'length' && value.container === 'array') || (name === 'size' && (value.container === 'map' || value.container === 'set'))) return NUMBER;
    return memberOf(value, name);
  }

  /** What is written down elsewhere, and nobody changes: `State.IDLE`, an imported constant. */
  #fixed(script: Script, node: t.Identifier | AnyMember): Value | undefined {
    const root = isMember(node) ? unwrap(node.object) : node;
    const binding = root.type === 'Identifier' ? script.binding(root) : undefined;
    if (binding === undefined || this.#supposed.has(root)) return undefined;
    const isShared = binding.kind !== 'import' && binding.scope.parent === undefined && !script.isModule && script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.freeNames.has(binding.name)));
    const value = isShared ? undefined : evaluate(script, node)?.value;
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? NUMBER : undefined;
    return typeof value === 'string' || typeof value === 'boolean' ? PRIMITIVE : undefined;
  }

  /** A number that is written down, and not 0 or less than a least one. */
  #isPositive(script: Script, node: Node, least = Number.MIN_VALUE): boolean {
    const inner = unwrap(node);
    if (inner.type === 'NumericLiteral') return inner.value >= least && Number.isFinite(inner.value);
    if (inner.type === 'BinaryExpression' && inner.operator === '*') return this.#isPositive(script, inner.left, 1) && this.#isPositive(script, inner.right, 1);
    const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
    const [declaration] = binding?.declarations ?? [];
    return binding?.kind === 'const' && declaration?.keys?.length === 0 && declaration.init !== undefined && this.#isPositive(script, declaration.init, least);
  }

  /** What is awaited. What is proven otherwise is no promise. */
  #awaited(script: Script, argument: Node): Value | undefined {
    return answerOf(script, argument) ?? this.#valueOf(this.#settled(script, argument)) ?? this.prove(script, argument);
  }

  #valueOf(settled: readonly Settled[] | undefined): Value | undefined {
    return settled?.map((one) => ('answer' in one ? one.answer : this.#with(NOWHERE, () => this.prove(one.script, one.node)))).reduce<Value | undefined>((all, value, index) => (index === 0 ? value : joinValues(all, value)), undefined);
  }

  /** What a promise may be settled with; undefined for what is not known to be one. */
  #settled(script: Script, node: Node, seen: readonly FunctionNode[] = []): readonly Settled[] | undefined {
    const inner = unwrap(node);
    if (inner.type === 'ConditionalExpression') return both(this.#settled(script, inner.consequent, seen), this.#settled(script, inner.alternate, seen));
    if (inner.type === 'NewExpression') return this.#resolved(script, inner, seen);
    if (!isCall(inner)) return undefined;
    const answer = answerOf(script, inner);
    if (answer !== undefined) return [{ answer }];
    const callee = unwrap(inner.callee as Node);
    const fn = surelyFunction(script, callee, this.#turns);
    if (fn !== undefined) return this.#results(fn, seen);
    const [first, second] = inner.arguments;
    if (!isMember(callee)) return undefined;
    switch (memberName(callee)) {
      case 'json':
        return first === undefined ? [{ answer: { ...DATA, undefined: false } }] : undefined;
      case 'text':
        return first === undefined ? [{ answer: PRIMITIVE }] : undefined;
      case 'resolve':
        return script.textOf(callee) === 'Promise.resolve' ? this.#orItself(script, first, seen) : undefined;
      case 'then':
        return second === undefined ? this.#continued(script, first, seen) : both(this.#continued(script, first, seen), this.#continued(script, second, seen));
      case 'catch':
        return both(this.#settled(script, callee.object, seen), this.#continued(script, first, seen));
      case 'finally':
        return this.#settled(script, callee.object, seen);
      default:
        return undefined;
    }
  }

  /** What a callback of a promise hands on. */
  #continued(script: Script, callback: Node | undefined, seen: readonly FunctionNode[]): readonly Settled[] | undefined {
    const fn = callback && surelyFunction(script, callback, this.#turns);
    return fn && this.#results(fn, seen);
  }

  /** What a promise of a function's result is settled with. */
  #results(fn: FunctionNode, seen: readonly FunctionNode[]): readonly Settled[] | undefined {
    if (fn.generator || seen.includes(fn) || seen.length > 8) return undefined;
    const owner = this.#turns.scriptOf(fn);
    return returnsOf(fn).map((returned) => this.#orItself(owner, returned, [...seen, fn])).reduce<readonly Settled[] | undefined>(both, alwaysReturns(fn) ? [] : [{ answer: UNDEFINED }]);
  }

  #orItself(script: Script, node: Node | undefined, seen: readonly FunctionNode[]): readonly Settled[] | undefined {
    if (node === undefined) return [{ answer: UNDEFINED }];
    const inner = unwrap(node);
    if (inner.type === 'AwaitExpression') return this.#orItself(script, inner.argument, seen);
    return node.type === 'SpreadElement' ? undefined : (this.#settled(script, inner, seen) ?? [{ script, node: inner }]);
  }

  /** `new Promise((resolve) => api(resolve))`: what `resolve` is called with. */
  #resolved(script: Script, { callee, arguments: [executor] }: t.NewExpression, seen: readonly FunctionNode[]): readonly Settled[] | undefined {
    const fn = executor && unwrap(executor);
    const resolve = fn && isFunction(fn) ? fn.params[0] : undefined;
    if (callee.type !== 'Identifier' || callee.name !== 'Promise' || script.binding(callee) !== undefined || resolve?.type !== 'Identifier') return undefined;
    return script.binding(resolve)!.references.map(({ node, writes }): readonly Settled[] | undefined => {
      const outer = wrapped(node);
      const call = parentOf(outer);
      if (writes || !isCall(call)) return undefined;
      if (call.callee === outer) return this.#orItself(script, call.arguments[0], seen);
      const answer = call.arguments.at(-1) === outer ? answerOf(script, call) : undefined;
      if (answer !== undefined) return [{ answer }];
      return call.arguments[0] === outer && isTimer(script, call) ? [{ answer: UNDEFINED }] : undefined;
    }).reduce<readonly Settled[] | undefined>(both, []);
  }

  /** What a function gets that is given to an extension API, or to the continuation of a promise. */
  #callbackGets(script: Script, callback: Node): Value | undefined {
    const outer = wrapped(callback);
    const call = parentOf(outer);
    if (!isCall(call)) return undefined;
    const answer = call.arguments.at(-1) === outer ? answerOf(script, call) : undefined;
    if (answer !== undefined) return answer;
    const callee = unwrap(call.callee as Node);
    return isMember(callee) && memberName(callee) === 'then' && call.arguments[0] === outer ? (answerOf(script, callee.object) ?? this.#valueOf(this.#settled(script, callee.object))) : undefined;
  }

  /** What a function of the extension returns, or what the promise of an asynchronous one is settled with. */
  #returned(fn: FunctionNode): Value | undefined {
    if (fn.generator || this.#returning.includes(fn)) return undefined;
    const owner = this.#turns.scriptOf(fn);
    const before = this.#returning;
    this.#returning = [...before, fn];
    try {
      const values = returnsOf(fn).map((returned) => this.#with(NOWHERE, () => (fn.async ? this.#awaited(owner, returned) : this.prove(owner, returned))));
      return [...values, ...(alwaysReturns(fn) ? [] : [UNDEFINED])].reduce(joinValues);
    } finally {
      this.#returning = before;
    }
  }

  #call(script: Script, node: t.CallExpression | t.OptionalCallExpression): Value | undefined {
    const callee = unwrap(node.callee as Node);
    const api = script.api(callee)?.names.join('.');
    if (api !== undefined) return /^(runtime|extension)\.getURL$|^i18n\.get(Message|UILanguage)$/.test(api) ? PRIMITIVE : api === 'runtime.getManifest' ? { ...DATA, undefined: false, null: false, event: true } : undefined;
    const own = surelyFunction(script, callee, this.#turns);
    if (own !== undefined) return own.async ? undefined : this.#returned(own);
    if (callee.type === 'Identifier') {
      if (script.binding(callee) === undefined && /^(String|Boolean|encodeURIComponent|decodeURIComponent|encodeURI|decodeURI|isNaN|atob|btoa|escape|unescape)$/.test(callee.name)) return PRIMITIVE;
      return undefined;
    }
    if (!isMember(callee)) return undefined;
    const name = memberName(callee) ?? '';
    const object = unwrap(callee.object);
    const global = object.type === 'Identifier' && script.binding(object) === undefined ? object.name : undefined;
    if (global !== undefined) {
      const known = this.#builtIn(script, global, name, node);
      if (known !== undefined) return known;
    }
    if (object.type === 'NewExpression' && object.callee.type === 'Identifier' && object.callee.name === 'Date' && object.arguments.length === 0 && /^(getTime|valueOf|toISOString)$/.test(name)) return PRIMITIVE;
    const sure = isPlatformMethod(script, name) ? TEXT_METHODS[name] : undefined;
    if (sure !== undefined) return sure;
    if (!KNOWN_METHODS.has(name) && !DATE_METHODS.test(name)) return undefined;
    const value = this.prove(script, object);
    if (value === undefined) return undefined;
    // null has no methods: nothing comes of it.
    if (value.container === undefined && !value.data && !value.primitive) return NOTHING;
    if (value.container === 'date') return /^(get|valueOf$)/.test(name) ? NUMBER : /^to\w*String$|^toJSON$/.test(name) ? PRIMITIVE : undefined;
    if (NUMBER_METHODS.has(name)) return NUMBER;
    if (STRING_METHODS.has(name) || BOOLEAN_METHODS.has(name)) return PRIMITIVE;
    if (name === 'split' && isPlain(value)) return { ...NOTHING, container: 'array', element: PRIMITIVE };
    if (value.container === 'map' && name === 'get') return joinValues(value.element ?? NOTHING, UNDEFINED);
    if (value.data && !value.event && value.container === undefined && name !== 'map') return SAME_METHODS.test(name) ? { ...DATA, null: false, undefined: false } : /^(pop|shift|at|find)$/.test(name) ? DATA : undefined;
    if (value.data && value.event && /^(filter|slice)$/.test(name)) return value;
    if (value.data ? name !== 'map' : value.container !== 'array') return undefined;
    if (/^(pop|shift|at|find|findLast)$/.test(name)) return joinValues(value.element ?? NOTHING, UNDEFINED);
    if (name === 'concat') {
      const more = node.arguments.map((argument) => (argument.type === 'SpreadElement' ? undefined : this.closed(script, argument)));
      return more.every((one) => one !== undefined && isSolid(one)) ? [value, ...more.map((one) => (one!.container === 'array' ? one : withElement('array', [one])))].reduce(joinValues) : undefined;
    }
    if (name === 'map') {
      const fn = node.arguments[0] && surelyFunction(script, node.arguments[0], this.#turns);
      if (fn === undefined || fn.async) return undefined;
      const owner = this.#turns.scriptOf(fn);
      const made = this.#returned(fn);
      return made !== undefined && (isPlain(made) || returnsOf(fn).every((returned) => this.closed(owner, returned) !== undefined)) ? withElement('array', [made]) : undefined;
    }
    return SAME_METHODS.test(name) ? value : undefined;
  }

  #builtIn(script: Script, global: string, name: string, { arguments: args }: t.CallExpression | t.OptionalCallExpression): Value | undefined {
    const [first] = args;
    switch (`${global}.${name}`) {
      case 'Date.now':
      case 'Math.random':
      case 'performance.now':
        return NUMBER;
      case 'Math.floor':
        return first !== undefined && this.#isNumber(script, first) ? NUMBER : undefined;
      case 'Math.abs':
        return first !== undefined && this.#isFinite(script, first) ? NUMBER : undefined;
      case 'Math.max':
      case 'Math.min':
        return args.length > 0 && args.every((argument) => argument.type !== 'SpreadElement' && this.#isNumber(script, argument)) ? NUMBER : undefined;
      case 'crypto.randomUUID':
      case 'Array.isArray':
      case 'Number.isInteger':
      case 'Number.isNaN':
      case 'Number.isFinite':
        return PRIMITIVE;
      case 'JSON.stringify':
        return this.#text(script, first);
      case 'JSON.parse':
        return { ...DATA, undefined: false };
      case 'Object.keys':
        return { ...NOTHING, container: 'array', element: PRIMITIVE };
      case 'Object.values': {
        const value = first && this.prove(script, first);
        return value?.container === 'object' && !value.data ? withElement('array', value.element ? [value.element] : []) : undefined;
      }
      case 'Array.from': {
        const value = first && this.prove(script, first);
        if (args.length !== 1 || value?.data || (value?.container !== 'set' && value?.container !== 'array')) return undefined;
        return withElement('array', value.element ? [value.element] : []);
      }
      default:
        return undefined;
    }
  }

  /** JSON of what is there; JSON of undefined is undefined. */
  #text(script: Script, node: Node | undefined): Value {
    const value = node && this.prove(script, node);
    return value !== undefined && !value.undefined ? PRIMITIVE : { ...PRIMITIVE, undefined: true };
  }
}

/** `new URL(address).hostname` */
function isUrlPart(object: Node, name: string | undefined): boolean {
  return object.type === 'NewExpression' && object.callee.type === 'Identifier' && object.callee.name === 'URL' && URL_PARTS.has(name ?? '');
}

/** `windows.WINDOW_ID_NONE` */
function idOfNothing(script: Script, node: AnyMember): Value | undefined {
  return /_ID_(NONE|CURRENT)$/.test(script.api(node)?.names.at(-1) ?? '') ? NUMBER : undefined;
}

/** What is kept of a port: its name, and who opened it. */
function portMember(name: string | undefined): Value | undefined {
  return name === 'name' ? PRIMITIVE : name === 'sender' ? { ...DATA, null: false, event: true } : undefined;
}

/** What a promise may be settled with: an expression, or what the browser answers. */
type Settled = { readonly script: Script; readonly node: Node } | { readonly answer: Value };

function both(a: readonly Settled[] | undefined, b: readonly Settled[] | undefined): readonly Settled[] | undefined {
  return a && b && [...a, ...b];
}

/** Whether a call is that of a timer, which gives nothing to its function. */
function isTimer(script: Script, { callee, arguments: args }: AnyCall): boolean {
  return callee.type === 'Identifier' && TIMERS.has(callee.name) && script.binding(callee) === undefined && args.length <= 2;
}

const ownMethods = new WeakMap<object, ReadonlySet<string> | undefined>();

/** Whether nothing of the background has a method of a name, so that only the platform does. */
function isPlatformMethod({ extension }: Script, name: string): boolean {
  if (!Object.hasOwn(TEXT_METHODS, name)) return false;
  if (!ownMethods.has(extension)) ownMethods.set(extension, methodsOf(extension.background?.scripts ?? []));
  return ownMethods.get(extension)?.has(name) === false;
}

/** The names of all that functions are kept under; undefined where a script cannot be read. */
function methodsOf(scripts: readonly Script[]): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { program } of scripts) {
    if (program === undefined) return undefined;
    walk(program, (node) => {
      const key = 'key' in node ? keyName(node as t.ObjectMember) : isMember(node) && parentOf(node)?.type === 'AssignmentExpression' ? memberName(node) : undefined;
      if (key !== undefined) names.add(key);
    });
  }
  return names;
}

/** The methods of a list that give another list of its elements. */
const SAME_METHODS = /^(slice|filter|reverse|sort|toSorted|toReversed|splice)$/;
/** The methods that always make a new list. */
const LISTING_METHODS = new Set(['filter', 'slice', 'concat', 'map', 'toSorted', 'toReversed', 'split']);
const COPYING_METHODS = new Set([...LISTING_METHODS, 'values']);
/** Methods that give each element to a callback first. */
const ELEMENT_CALLBACKS = new Set(['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'flatMap']);

function isPlainPrimitive(value: Value | undefined): boolean {
  return value !== undefined && isPlain(value) && value.primitive !== undefined && isSolid(value);
}

/** A number that storage keeps, and nothing else. */
function isNumeric(value: Value | undefined): boolean {
  return value?.primitive === 'number' && isPlain(value) && isSolid(value);
}

function withoutNothing(value: Value | undefined): Value | undefined {
  return value && { ...value, undefined: false, null: false };
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

/** Whether a name always stands for the list, or the set or map, that it is declared with: how many it holds is a number, whatever is put in. */
function isCounted(script: Script, id: t.Identifier, count: 'length' | 'size'): boolean {
  const binding = script.binding(id);
  const [declaration, ...others] = binding?.declarations ?? [];
  const made = declaration?.init && unwrap(declaration.init);
  if (made === undefined || others.length > 0 || declaration?.keys?.length !== 0 || binding!.references.some(({ writes }) => writes)) return false;
  if (count === 'length') return made.type === 'ArrayExpression';
  return made.type === 'NewExpression' && made.callee.type === 'Identifier' && /^(Set|Map)$/.test(made.callee.name) && script.binding(made.callee) === undefined;
}

/** Whether an expression makes an object or is a literal. */
function isMade(node: Node): boolean {
  return /^(Object|Array|New)Expression$|Literal$/.test(unwrap(node).type);
}

/** What an assignment gives a variable; null for another kind of change. */
function valueOfWrite(script: Script, node: Node): Node | null {
  const access = accessOf(script, node as t.Identifier);
  return access.kind === 'write' ? (access.value ?? null) : null;
}

/** The expressions that a function returns. */
export function returnsOf(fn: FunctionNode): Node[] {
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const found: Node[] = [];
  walk(fn.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument);
    return true;
  });
  return found;
}

/** Whether a function never ends without a value. */
function alwaysReturns(fn: FunctionNode): boolean {
  let bare = false;
  walk(fn.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'ReturnStatement' && !node.argument) bare = true;
    return !bare;
  });
  return !bare && (fn.body.type !== 'BlockStatement' || endsIn(fn.body));
}

/** Whether a statement always leaves its function. */
export function endsIn(statement: Node | null | undefined): boolean {
  switch (statement?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    case 'BlockStatement':
      return statement.body.some(endsIn);
    case 'IfStatement':
      return endsIn(statement.consequent) && endsIn(statement.alternate);
    case 'TryStatement':
      return endsIn(statement.finalizer) || (endsIn(statement.block) && (statement.handler == null || endsIn(statement.handler.body)));
    default:
      return false;
  }
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

/** Whether a statement before a place gives a variable an object where it has none: `if (!entry) { entry = {}; }` */
function isFilled(script: Script, id: Node): boolean {
  const text = script.textOf(id);
  const fills = (statement: Node): boolean => {
    if (statement.type === 'BlockStatement') return statement.body.some(fills);
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return false;
    return script.textOf(statement.expression.left) === text && isMade(statement.expression.right) && unwrap(statement.expression.right).type !== 'NullLiteral';
  };
  let inner = id;
  for (const up of ancestors(id)) {
    if (isFunction(up)) return false;
    const list = siblings(inner);
    for (const earlier of list?.slice(0, list.indexOf(inner as t.Statement)) ?? []) {
      if (fills(earlier) || (earlier.type === 'IfStatement' && isMissing(script, earlier.test, id) && fills(earlier.consequent))) return true;
    }
    inner = up;
  }
  return false;
}

/** Where something is put: what it takes the place of may be in it. */
export interface Target {
  /** The places that name the variable. */
  readonly own: ReadonlySet<Node>;
  /** The member that is written: `tabs[id]`. */
  readonly slots: readonly string[];
  /** Whether all that the variable held is replaced. */
  readonly whole?: boolean;
}

const NOWHERE: Target = { own: new Set(), slots: [] };

/** `tabs[id]` and `tabs.get(id)`: one spelling for what is read there and written there. */
export function memberPath(script: Script, node: Node): string | undefined {
  const inner = unwrap(node);
  if (isMember(inner)) return `${script.textOf(inner.object)} ${inner.computed ? '' : '.'}${script.textOf(inner.property)}`;
  if (!isCall(inner) || !isMember(inner.callee) || !/^(get|set|delete)$/.test(memberName(inner.callee) ?? '') || inner.arguments[0] === undefined) return undefined;
  return `${script.textOf(inner.callee.object)} ${script.textOf(inner.arguments[0])}`;
}

function isFromSlot(script: Script, node: Node, { own, slots }: Target): boolean {
  const slot = memberPath(script, node);
  let base = unwrap(node);
  while (!own.has(base) && (isMember(base) || (isCall(base) && isMember(base.callee)))) base = unwrap(isCall(base) ? (base.callee as AnyMember).object : base.object);
  return slot !== undefined && slots.includes(slot) && own.has(base);
}

/** Whether a test found that an expression is missing: `!x`, `x === undefined`, `!(key in object)`, `!map.has(key)`. */
export function isMissing(script: Script, test: Node, node: Node): boolean {
  return says(script, test, node, false);
}

function says(script: Script, test: Node, node: Node, there: boolean, notNull = false): boolean {
  const inner = unwrap(test);
  const text = script.textOf(node);
  if (script.textOf(inner) === text) return there;
  if (inner.type === 'UnaryExpression' && inner.operator === '!') return says(script, inner.argument, node, !there, notNull);
  if (inner.type === 'BinaryExpression' && /^[=!]={1,2}$/.test(inner.operator)) {
    const [left, right] = [unwrap(inner.left), unwrap(inner.right)];
    const equal = inner.operator.startsWith('=');
    const loose = inner.operator.length === 2;
    const nothing = (right.type === 'NullLiteral' && loose) || (right.type === 'Identifier' && right.name === 'undefined' && (loose || !notNull));
    if (nothing && script.textOf(left) === text) return equal !== there;
    return !notNull && left.type === 'UnaryExpression' && left.operator === 'typeof' && script.textOf(unwrap(left.argument)) === text && right.type === 'StringLiteral' && right.value === 'undefined' && equal !== there;
  }
  if (!there || notNull) return false;
  // key in object, object.hasOwnProperty(key), map.has(key)
  if (inner.type === 'BinaryExpression' && inner.operator === 'in') return isMember(node) && node.computed && script.textOf(inner.right) === script.textOf(node.object) && script.textOf(inner.left) === script.textOf(node.property);
  if (!isCall(inner) || !isMember(inner.callee)) return false;
  const [name, object, key] = [memberName(inner.callee), script.textOf(inner.callee.object), inner.arguments[0] && script.textOf(inner.arguments[0])];
  if (name === 'has') return isCall(node) && isMember(node.callee) && memberName(node.callee) === 'get' && script.textOf(node.callee.object) === object && node.arguments[0] !== undefined && script.textOf(node.arguments[0]) === key;
  return name === 'hasOwnProperty' && isMember(node) && node.computed && script.textOf(node.object) === object && script.textOf(node.property) === key;
}

/**
 * Whether a test around or before a place found something there: `if (info.url) use(info.url)`, `if (!info.url) return`.
 * @param notNull whether it must have found something else than null
 */
export function isTested(script: Script, node: Node, notNull = false): boolean {
  const holds = (test: Node): boolean => {
    const inner = unwrap(test);
    if (inner.type === 'LogicalExpression' && inner.operator === '&&') return holds(inner.left) || holds(inner.right);
    return says(script, inner, node, true, notNull);
  };
  const fails = (test: Node): boolean => {
    const inner = unwrap(test);
    if (inner.type === 'LogicalExpression' && inner.operator === '||') return fails(inner.left) || fails(inner.right);
    return says(script, inner, node, false, notNull);
  };
  let inner: Node = node;
  for (const up of ancestors(node)) {
    if (isFunction(up)) return false;
    if ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && ((up.consequent === inner && holds(up.test)) || (up.alternate === inner && fails(up.test)))) return true;
    if (up.type === 'LogicalExpression' && up.right === inner && ((up.operator === '&&' && holds(up.left)) || (up.operator === '||' && fails(up.left)))) return true;
    const list = siblings(inner);
    for (const earlier of list?.slice(0, list.indexOf(inner as t.Statement)) ?? []) {
      if (earlier.type !== 'IfStatement' || earlier.alternate != null || !fails(earlier.test)) continue;
      const last = earlier.consequent.type === 'BlockStatement' ? earlier.consequent.body.at(-1) : earlier.consequent;
      if (last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement' || last?.type === 'ContinueStatement') return true;
    }
    inner = up;
  }
  return false;
}

/** A number that does not depend on what a variable holds: `60 * 1000`. */
function isCount(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'NumericLiteral') return true;
  return inner.type === 'BinaryExpression' && (inner.operator === '*' || inner.operator === '+') && isCount(inner.left) && isCount(inner.right);
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

/** Whether no value is known yet: what is made of it comes once there is one. */
export function isNever(value: Value): boolean {
  return isPlain(value) && isSolid(value) && value.primitive === undefined;
}

/** Never null or undefined. */
function isSolid(value: Value): boolean {
  return !value.undefined && !value.null;
}

function isString(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === 'StringLiteral' || inner.type === 'TemplateLiteral' || (inner.type === 'BinaryExpression' && inner.operator === '+' && (isString(inner.left) || isString(inner.right)));
}

/** What tabs, windows and the details of events always have. */
const ALWAYS = new Set(['id', 'requestId', 'index', 'active', 'incognito', 'menuItemId', 'reason', 'name', 'isWindowClosing']);
const ALWAYS_NUMBERS = new Set(['tabId', 'windowId', 'timeStamp']);
/** What is a number, or true or false, where they have it. */
const NUMBERS = new Set(['frameId', 'parentFrameId', 'openerTabId', 'targetElementId', 'width', 'height', 'statusCode', 'dateAdded', 'lastAccessed']);
const FLAGS = new Set(['pinned', 'highlighted', 'audible', 'discarded', 'autoDiscardable', 'selected', 'focused', 'checked', 'wasChecked', 'editable', 'fromCache', 'attention', 'hidden']);
/** What is a string where they have it. */
const STRINGS = new Set(['url', 'title', 'pageUrl', 'linkUrl', 'srcUrl', 'selectionText', 'favIconUrl', 'method', 'frameUrl', 'cookieStoreId', 'mediaType', 'documentUrl', 'originUrl', 'initiator', 'version', 'previousVersion']);

/** The members of a web request's details that are binary data, or have it in them. */
const BYTES = new Set([undefined, 'requestBody', 'raw', 'bytes', 'securityInfo', 'certificates', 'rawDER']);

/** A member of a value. */
export function memberOf(value: Value, name?: string): Value | undefined {
  if (value.bytes && BYTES.has(name)) return name === 'bytes' || name === 'rawDER' ? undefined : { ...DATA, bytes: true };
  if (value.event) return ALWAYS_NUMBERS.has(name ?? '') ? NUMBER : name !== undefined && (ALWAYS.has(name) || name === 'length') ? PRIMITIVE : STRINGS.has(name ?? '') || FLAGS.has(name ?? '') ? joinValues(PRIMITIVE, UNDEFINED) : NUMBERS.has(name ?? '') ? joinValues(NUMBER, UNDEFINED) : { ...DATA, event: true };
  if (value.data) return DATA;
  if (value.container !== 'array' && value.container !== 'object') return undefined;
  return joinValues(value.element ?? NOTHING, UNDEFINED);
}

/** APIs of Firefox that answer with more than data, and those of Chrome whose types do not say so. */
const HANDLES = /^(runtime|extension)\.(getBackgroundPage|getViews|getPackageDirectoryEntry|connect(Native)?)$|^tabs\.connect$|^(contentScripts|userScripts)\.register$|^(tabCapture\.capture$|pageCapture|syncFileSystem|printing|enterprise|platformKeys)\b|\.filterResponseData$/;
/** APIs that answer with what others made, of which no member is sure. */
const FOREIGN = /^(storage\.|runtime\.send|tabs\.sendMessage|tabs\.executeScript|scripting\.|permissions\.)/;

/** What the browser answers to an API call; undefined for anything else. */
function answerOf(script: Script, node: Node): Value | undefined {
  let inner = unwrap(node);
  // const asking = chrome.tabs.query({}); asking.then(…)
  const held = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const [declaration] = held?.declarations ?? [];
  if (declaration?.init && declaration.keys?.length === 0 && !held!.references.some(({ writes }) => writes)) inner = unwrap(declaration.init);
  const path = isCall(inner) ? script.api(unwrap(inner.callee as Node))?.names.join('.') : undefined;
  if (path === undefined || /\.(add|remove|has)Listener$/.test(path) || HANDLES.test(path)) return undefined;
  const kind = answerKinds.get(path);
  if (kind === '-') return undefined;
  if (kind !== undefined) return joinValues(kind === 'n' ? NUMBER : PRIMITIVE, { ...UNDEFINED, null: true });
  return FOREIGN.test(path) ? DATA : { ...DATA, event: true };
}


const answerKinds = byName(ANSWER_VALUES);
const eventKinds = byName(EVENT_VALUES);

function byName(groups: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(groups).flatMap(([kinds, names]) => names.split(' ').map((name) => [name, kinds] as const)));
}

/** What the listeners of an event get as an argument. @param args what `addListener` gets */
function eventValue(event: string, index: number, args: readonly Node[]): Value | undefined {
  const kind = kindsOf(event)[index];
  if (kind === 'n') return NUMBER;
  if (kind === 's') return PRIMITIVE;
  const isRequest = index === 0 && event.startsWith('webRequest.');
  if (kind !== 'd' && !isRequest) return undefined;
  if ((index === 0 && isMessage(event)) || /^(debugger|devtools|fileSystemProvider)\./.test(event)) return DATA;
  // Its members have the names of the keys, and each comes only when it changed.
  if (/^(storage|downloads)\./.test(event)) return { ...DATA, null: false, undefined: false };
  const details: Value = { ...DATA, null: false, undefined: false, event: true };
  return isRequest && mayHaveBytes(args[2]) ? { ...details, bytes: true } : details;
}

function kindsOf(event: string): string {
  if (isMessage(event)) return 'dd-';
  if (/\.on\w*Connect(External|Native)?$/.test(event) || event === 'userScripts.onBeforeScript') return '-';
  // Firefox gives more, and has another name for one of them.
  if (/^(browserAction|action|pageAction)\.onClicked$|^menus\./.test(event)) return 'dd';
  return eventKinds.get(event) ?? 'd';
}

function isMessage(event: string): boolean {
  return /^(runtime|extension)\.on(UserScript)?(Message|Request)(External)?$/.test(event);
}

/** Whether listeners of web requests are given the body or certificates, which have binary data in them. */
function mayHaveBytes(wanted: Node | undefined): boolean {
  const list = wanted && unwrap(wanted);
  return list !== undefined && (list.type !== 'ArrayExpression' || !list.elements.every((element) => element?.type === 'StringLiteral' && !/^(requestBody|securityInfo\w*)$/.test(element.value)));
}
