import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isUnused, keyName, memberName, parentOf, siblings, unwrap, wrapped, type AnyMember, type FunctionNode, type Node } from './ast.ts';
import { accessOf, type Access } from './bindings.ts';
import type { Binding, Reference } from './scope.ts';
import type { Script } from './script.ts';
import type { Turns } from './turns.ts';

/** What is proven of a value that a copy in storage has to bring back. */
export interface Value {
  readonly undefined: boolean;
  readonly null: boolean;
  /** Numbers (none of NaN, -0 and the infinities), or any of numbers, strings and booleans. */
  readonly primitive: 'number' | 'any' | undefined;
  /** Plain objects and arrays of any depth that came from the browser or from JSON. */
  readonly data: boolean;
  readonly container: 'array' | 'object' | 'map' | 'set' | undefined;
  /** What a container holds. */
  readonly element: Value | undefined;
  /** What the browser gives to listeners: some of its members are always there. */
  readonly event?: boolean;
}

export const NOTHING: Value = { undefined: false, null: false, primitive: undefined, data: false, container: undefined, element: undefined };
export const PRIMITIVE: Value = { ...NOTHING, primitive: 'any' };
export const NUMBER: Value = { ...NOTHING, primitive: 'number' };
export const UNDEFINED: Value = { ...NOTHING, undefined: true };
/** What an extension API, a message or JSON gives: any plain value, or none. */
const DATA: Value = { ...NOTHING, undefined: true, null: true, primitive: 'any', data: true };

/** How many steps into a value lead to parts that are copied where they are used; Infinity where that is not known. */
export function depthOf({ data, container, element }: Value): number {
  // A Map may also be walked through by its entries, one step more.
  if (data || (container === 'map' && element !== undefined && !isPlain(element))) return Infinity;
  return container === undefined ? 0 : 1 + (element === undefined ? 0 : depthOf(element));
}

/** Whether a value is copied where it is used, so that nobody can change it through another name. */
export function isPlain({ data, container }: Value): boolean {
  return !data && container === undefined;
}

/** The value of a variable that is given both; undefined where they do not go together. */
export function joinValues(a: Value | undefined, b: Value | undefined): Value | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a.container !== undefined && b.container !== undefined && a.container !== b.container) return undefined;
  const element = a.element === undefined ? b.element : b.element === undefined ? a.element : joinValues(a.element, b.element);
  if (element === undefined && (a.element ?? b.element) !== undefined) return undefined;
  const container = a.container ?? b.container;
  // A Map among other values could not be told from them.
  if ((container === 'map' || container === 'set') && (a.data || b.data || a.primitive || b.primitive)) return undefined;
  return { undefined: a.undefined || b.undefined, null: a.null || b.null, primitive: a.primitive && b.primitive && a.primitive !== b.primitive ? 'any' : (a.primitive ?? b.primitive), data: a.data || b.data, container, element };
}

function withElement(container: 'array' | 'object' | 'map' | 'set', elements: readonly (Value | undefined)[]): Value | undefined {
  if (elements.some((element) => element === undefined)) return undefined;
  const [first, ...rest] = elements as Value[];
  const element = rest.reduce<Value | undefined>(joinValues, first);
  if (first !== undefined && element === undefined) return undefined;
  // Storage makes null of an undefined element, and {} of a Map inside.
  if (element !== undefined && ((container !== 'object' && element.undefined) || element.container === 'map' || element.container === 'set')) return undefined;
  return { ...NOTHING, container, element };
}

const STRING_METHODS = new Set(['toString', 'toLowerCase', 'toUpperCase', 'trim', 'trimStart', 'trimEnd', 'padStart', 'padEnd', 'repeat', 'substring', 'substr', 'charAt', 'replace', 'replaceAll', 'join', 'toFixed', 'toISOString', 'toLocaleString', 'toJSON']);
const NUMBER_METHODS = new Set(['indexOf', 'lastIndexOf', 'findIndex', 'localeCompare', 'search']);
const BOOLEAN_METHODS = new Set(['includes', 'startsWith', 'endsWith', 'has', 'some', 'every', 'test', 'hasOwnProperty']);
const URL_PARTS = new Set(['href', 'host', 'hostname', 'origin', 'pathname', 'search', 'hash', 'protocol', 'port']);

/** Proves values; one prover serves one set of variables, whose own values are what is to be proven. */
export class Prover {
  readonly #turns: Turns;
  /** What the variables under proof are supposed to hold: their uses may rely on it, because each of their changes is proven too. */
  readonly #supposed: ReadonlyMap<Node, Value>;
  #depth = 0;

  constructor(turns: Turns, supposed: ReadonlyMap<Node, Value> = new Map()) {
    this.#turns = turns;
    this.#supposed = supposed;
  }

  /** What an expression's value is; undefined where that is not proven. */
  prove(script: Script, node: Node | null | undefined): Value | undefined {
    if (!node || this.#depth > 12) return undefined;
    this.#depth += 1;
    try {
      return this.#prove(script, unwrap(node));
    } finally {
      this.#depth -= 1;
    }
  }

  #prove(script: Script, node: Node): Value | undefined {
    const value = this.#proveAll(script, node);
    return value?.undefined && (isMember(node) || node.type === 'Identifier') && isTested(script, node) ? { ...value, undefined: false, null: false } : value;
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
      case 'UnaryExpression':
        if (node.operator === 'void') return UNDEFINED;
        if (node.operator === '!' || node.operator === 'typeof' || node.operator === 'delete') return PRIMITIVE;
        return node.operator === '-' && node.argument.type === 'NumericLiteral' && node.argument.value !== 0 ? NUMBER : undefined;
      case 'BinaryExpression':
        return this.#binary(script, node);
      case 'UpdateExpression':
        return this.#isNumber(script, node.argument) ? NUMBER : undefined;
      case 'LogicalExpression': {
        const left = this.prove(script, node.left);
        const right = this.prove(script, node.right);
        if (left === undefined || right === undefined) return undefined;
        // What is left of `||` and `??` is not null or undefined, what is left of `&&` is no object.
        return node.operator === '&&' ? joinValues({ ...left, data: false, container: undefined, element: undefined }, right) : joinValues({ ...left, undefined: false, null: false }, right);
      }
      case 'ConditionalExpression':
        return joinValues(this.prove(script, node.consequent), this.prove(script, node.alternate));
      case 'AssignmentExpression':
        return node.operator === '=' ? this.prove(script, node.right) : undefined;
      case 'SequenceExpression':
        return this.prove(script, node.expressions.at(-1));
      case 'ArrayExpression':
        return withElement('array', node.elements.map((element) => {
          if (element === null) return undefined;
          if (element.type !== 'SpreadElement') return this.closed(script, element);
          const spread = this.prove(script, element.argument);
          return spread?.container === 'array' && isSolid(spread) ? (spread.element ?? NOTHING) : undefined;
        }));
      case 'ObjectExpression':
        return withElement('object', node.properties.map((member) => {
          if (member.type === 'ObjectMethod' || (member.type === 'ObjectProperty' && !member.computed && keyName(member) === '__proto__')) return undefined;
          if (member.type === 'ObjectProperty') return this.closed(script, member.value);
          const spread = this.prove(script, member.argument);
          return spread?.container === 'object' ? (spread.element ?? NOTHING) : undefined;
        }));
      case 'NewExpression': {
        if (node.callee.type !== 'Identifier' || script.binding(node.callee) !== undefined || node.arguments.length > 0) return undefined;
        const container = { Map: 'map', Set: 'set', Array: 'array', Object: 'object' }[node.callee.name] as Value['container'];
        return container && withElement(container, []);
      }
      case 'Identifier':
        return this.#identifier(script, node);
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return this.#member(script, node);
      case 'AwaitExpression':
        return answerOf(script, node.argument);
      case 'CallExpression':
      case 'OptionalCallExpression':
        return this.#call(script, node);
      default:
        return undefined;
    }
  }

  /** A value that nobody else holds, or that cannot change: another name for a part of it would be lost in storage. */
  closed(script: Script, node: Node): Value | undefined {
    const value = this.prove(script, node);
    return value !== undefined && (isPlain(value) || isFresh(script, node, this.#turns)) ? value : undefined;
  }

  #binary(script: Script, node: t.BinaryExpression): Value | undefined {
    switch (node.operator) {
      case '+': {
        const both = [node.left, node.right].map((side) => this.prove(script, side));
        if (both.every((side) => side?.primitive === 'number' && isPlain(side) && isSolid(side))) return NUMBER;
        // Text plus anything is text.
        if (isString(node.left) || isString(node.right)) return PRIMITIVE;
        return both.every((side) => side !== undefined && isPlain(side) && side.primitive && isSolid(side)) ? PRIMITIVE : undefined;
      }
      case '-':
        return this.#isNumber(script, node.left) && this.#isNumber(script, node.right) ? NUMBER : undefined;
      case '*':
        // What grows by itself becomes Infinity, and a negative factor makes -0.
        return isCount(node.left) && isCount(node.right) ? NUMBER : undefined;
      case '/':
      case '%':
      case '**':
      case '|>':
        return undefined;
      default:
        return PRIMITIVE;
    }
  }

  #isNumber(script: Script, node: Node): boolean {
    const value = this.prove(script, node);
    return value?.primitive === 'number' && isPlain(value) && isSolid(value);
  }

  #identifier(script: Script, node: t.Identifier): Value | undefined {
    if (node.name === 'undefined') return UNDEFINED;
    const binding = script.binding(node);
    const [declaration] = binding?.declarations ?? [];
    if (binding === undefined || declaration === undefined || binding.declarations.length !== 1) return undefined;
    const { keys, init, node: holder } = declaration;
    const writes = binding.references.filter((reference) => reference.writes);
    if (binding.kind === 'param') {
      const given = writes.length === 0 ? this.#parameter(script, binding) : undefined;
      return given?.data && isChangedInside(script, binding, node) ? undefined : given;
    }
    if (keys === undefined || holder.type !== 'VariableDeclarator') return undefined;
    const first = init === undefined ? UNDEFINED : keys.reduce<Value | undefined>((outer, { name }) => outer && memberOf(outer, name), this.prove(script, init));
    if (writes.length > 0) return this.#variable(script, first, writes);
    // What is put into it later is another question; of what is under proof, each change is proven.
    if (first === undefined || isPlain(first) || init === undefined || this.#isSupposed(init)) return first;
    const untouched = first.container === undefined ? !isChangedInside(script, binding, node) : this.#isUntouched(script, binding, node, first);
    return untouched ? first : undefined;
  }

  /** Whether an expression names a variable under proof, or a part of it. */
  #isSupposed(node: Node): boolean {
    let base = unwrap(node);
    while (isMember(base) || (isCall(base) && isMember(base.callee))) base = unwrap(isCall(base) ? (base.callee as AnyMember).object : base.object);
    return this.#supposed.has(base);
  }

  /** Whether nobody but one place can change what a variable was given first. */
  #isUntouched(script: Script, binding: Binding, place: Node, value: Value): boolean {
    if (binding.scope.parent === undefined && script.isModule && [...ancestors(binding.declarations[0]!.id)].some(({ type }) => type === 'ExportNamedDeclaration')) return false;
    if (binding.scope.parent === undefined && !script.isModule && script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.freeNames.has(binding.name)))) return false;
    return binding.references.every(({ node: use }) => {
      if (use === place) return true;
      const access = use.type === 'Identifier' ? accessOf(script, use) : undefined;
      return (access?.kind === 'read' || access?.kind === 'escape') && flow(script, use, this.#turns, depthOf(value)) === 'looked-at';
    });
  }

  /** A local variable that is written several times; numbers may be counted. */
  #variable(script: Script, first: Value | undefined, writes: readonly Reference[]): Value | undefined {
    let value = first;
    for (const { node } of writes) {
      const { kind, value: given } = accessOf(script, node as t.Identifier);
      const parent = parentOf(wrapped(node));
      if (kind === 'write') value = joinValues(value, this.prove(script, given));
      else if (parent?.type === 'UpdateExpression' || (parent?.type === 'AssignmentExpression' && /^[+-]=$/.test(parent.operator) && this.#isNumber(script, parent.right))) value = value?.primitive === 'number' && isPlain(value) && isSolid(value) ? value : undefined;
      else return undefined;
    }
    return value;
  }

  #parameter(script: Script, binding: Binding): Value | undefined {
    const [{ node: holder, id, keys } = {} as never] = binding.declarations;
    if (!isFunction(holder) || keys === undefined) return undefined;
    const index = holder.params.findIndex((param) => param === id || (param.type === 'ObjectPattern' && id.start! >= param.start! && id.end! <= param.end!));
    if (index === -1) return undefined;
    const below = (value: Value | undefined): Value | undefined => keys.reduce<Value | undefined>((outer, { name }) => outer && memberOf(outer, name), value);
    const registrations = this.#turns.registrations.filter(({ functions }) => functions.includes(holder));
    const callers = this.#turns.callersOf(holder);
    const given = apiGives(script, holder);
    if (given !== undefined && callers.length === 0 && registrations.length === 0) return below(given);
    if (registrations.length > 0 && callers.length === 0) {
      const values = registrations.map(({ event }) => eventValue(event, index));
      return below(values.reduce(joinValues));
    }
    if (registrations.length > 0 || callers.length === 0 || holder.type !== 'FunctionDeclaration' || isGivenAway(script, holder, this.#turns)) return undefined;
    return below(callers.map((call) => {
      const argument = call.arguments[index];
      return argument === undefined ? UNDEFINED : argument.type === 'SpreadElement' ? undefined : this.prove(this.#turns.scriptOf(call), argument);
    }).reduce(joinValues));
  }

  #member(script: Script, node: AnyMember): Value | undefined {
    const object = unwrap(node.object);
    const name = memberName(node);
    if (object.type === 'NewExpression' && object.callee.type === 'Identifier' && object.callee.name === 'URL' && URL_PARTS.has(name ?? '')) return PRIMITIVE;
    const value = this.prove(script, object);
    if (value === undefined) return undefined;
    // undefined has no members: nothing comes of it.
    if (value.container === undefined && !value.data && !value.primitive) return NOTHING;
    if (value.container === undefined && !value.data) return name === 'length' && value.primitive && isSolid(value) ? PRIMITIVE : undefined;
    if ((name === 'length' && value.container === 'array') || (name === 'size' && (value.container === 'map' || value.container === 'set'))) return NUMBER;
    return value.container === 'map' || value.container === 'set' ? undefined : memberOf(value, name);
  }

  #call(script: Script, node: t.CallExpression | t.OptionalCallExpression): Value | undefined {
    const callee = unwrap(node.callee as Node);
    const api = script.api(callee)?.names.join('.');
    if (api !== undefined) return /^(runtime|extension)\.getURL$|^i18n\.getMessage$/.test(api) ? PRIMITIVE : undefined;
    if (callee.type === 'Identifier') {
      if (script.binding(callee) === undefined && /^(String|Boolean|encodeURIComponent|decodeURIComponent)$/.test(callee.name)) return PRIMITIVE;
      return undefined;
    }
    if (!isMember(callee)) return undefined;
    const name = memberName(callee) ?? '';
    const object = unwrap(callee.object);
    const global = object.type === 'Identifier' && script.binding(object) === undefined ? object.name : undefined;
    if (global === 'Date' && name === 'now') return NUMBER;
    if (global === 'crypto' && name === 'randomUUID') return PRIMITIVE;
    if (global === 'JSON' && name === 'parse') return { ...DATA, undefined: false };
    if (global === 'Object' && name === 'keys') return { ...NOTHING, container: 'array', element: PRIMITIVE };
    if (object.type === 'NewExpression' && object.callee.type === 'Identifier' && object.callee.name === 'Date' && object.arguments.length === 0 && /^(getTime|valueOf|toISOString)$/.test(name)) return PRIMITIVE;
    const value = this.prove(script, object);
    if (value === undefined) return undefined;
    if (NUMBER_METHODS.has(name)) return NUMBER;
    if (STRING_METHODS.has(name) || BOOLEAN_METHODS.has(name)) return PRIMITIVE;
    if (name === 'split' && isPlain(value)) return { ...NOTHING, container: 'array', element: PRIMITIVE };
    if (name === 'get' && value.container === 'map') return joinValues(value.element ?? NOTHING, UNDEFINED);
    const plain = value.container === 'array' && (value.element === undefined || isPlain(value.element));
    if (plain && (name === 'slice' || name === 'filter')) return value;
    if (value.container === 'array' && /^(pop|shift|at|find)$/.test(name)) return joinValues(value.element ?? NOTHING, UNDEFINED);
    return undefined;
  }
}

/** Whether a test around or before a place found the same expression there: `if (info.url) use(info.url)`, `if (!info.url) return`. */
export function isTested(script: Script, node: Node): boolean {
  const text = script.textOf(node);
  const holds = (test: Node): boolean => {
    const inner = unwrap(test);
    if (inner.type === 'LogicalExpression' && inner.operator === '&&') return holds(inner.left) || holds(inner.right);
    return script.textOf(inner) === text;
  };
  const fails = (test: Node): boolean => {
    const inner = unwrap(test);
    if (inner.type === 'LogicalExpression' && inner.operator === '||') return fails(inner.left) || fails(inner.right);
    return inner.type === 'UnaryExpression' && inner.operator === '!' && script.textOf(unwrap(inner.argument)) === text;
  };
  let inner: Node = node;
  for (const up of ancestors(node)) {
    if (isFunction(up)) return false;
    if ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && up.consequent === inner && holds(up.test)) return true;
    if (up.type === 'LogicalExpression' && up.operator === '&&' && up.right === inner && holds(up.left)) return true;
    const list = siblings(inner);
    for (const earlier of list?.slice(0, list.indexOf(inner as t.Statement)) ?? []) {
      if (earlier.type !== 'IfStatement' || earlier.alternate != null || !fails(earlier.test)) continue;
      const last = earlier.consequent.type === 'BlockStatement' ? earlier.consequent.body.at(-1) : earlier.consequent;
      if (last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement') return true;
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

/** Whether a member of an object is changed by the name of a variable elsewhere. */
function isChangedInside(script: Script, binding: Binding, place: Node): boolean {
  return binding.references.some(({ node }) => node !== place && node.type === 'Identifier' && accessOf(script, node).kind === 'mutate');
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
/** What is a string where they have it. */
const STRINGS = new Set(['url', 'title', 'pageUrl', 'linkUrl', 'srcUrl', 'selectionText', 'favIconUrl', 'method']);

function memberOf(value: Value, name?: string): Value | undefined {
  if (value.event) return ALWAYS_NUMBERS.has(name ?? '') ? NUMBER : name !== undefined && (ALWAYS.has(name) || name === 'length') ? PRIMITIVE : STRINGS.has(name ?? '') ? joinValues(PRIMITIVE, UNDEFINED) : { ...DATA, event: true };
  if (value.data) return DATA;
  if (value.container !== 'array' && value.container !== 'object') return undefined;
  return joinValues(value.element ?? NOTHING, UNDEFINED);
}

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
  if (path === undefined || /\.(add|remove|has)Listener$/.test(path)) return undefined;
  return FOREIGN.test(path) ? DATA : { ...DATA, event: true };
}

/** What a callback of an extension API gets, given where it stands or by its name; undefined for other functions. */
function apiGives(script: Script, fn: FunctionNode): Value | undefined {
  if (parentOf(wrapped(fn))?.type !== 'VariableDeclarator' && fn.type !== 'FunctionDeclaration') return callbackGets(script, fn);
  const id = fn.type === 'FunctionDeclaration' ? fn.id : (parentOf(wrapped(fn)) as t.VariableDeclarator).id;
  const uses = id?.type === 'Identifier' ? (script.binding(id)?.references ?? []) : [];
  const [first, ...rest] = uses.map(({ node }) => callbackGets(script, node));
  return rest.reduce<Value | undefined>(joinValues, first);
}

function callbackGets(script: Script, callback: Node): Value | undefined {
  const outer = wrapped(callback);
  const call = parentOf(outer);
  if (!isCall(call)) return undefined;
  if (call.arguments.at(-1) === outer && answerOf(script, call) !== undefined) return answerOf(script, call);
  const callee = unwrap(call.callee as Node);
  return isMember(callee) && memberName(callee) === 'then' && call.arguments[0] === outer ? answerOf(script, callee.object) : undefined;
}

const ID_EVENTS = /^(tabs\.on(Updated|Removed|Moved|Attached|Detached)|windows\.on(Removed|FocusChanged))$/;

/** What the listeners of an event get as an argument. */
function eventValue(event: string, index: number): Value | undefined {
  if (ID_EVENTS.test(event) && index === 0) return NUMBER;
  if (/^(commands\.onCommand|idle\.onStateChanged|omnibox\.onInput(Entered|Changed))$/.test(event) && index === 0) return PRIMITIVE;
  if (/\.on(Message|MessageExternal|Request|RequestExternal|Connect|ConnectExternal)$/.test(event)) return index === 0 && !/Connect/.test(event) ? DATA : undefined;
  if (/^(omnibox|devtools|fileSystemProvider|debugger)\./.test(event)) return index === 0 ? DATA : undefined;
  // Its members have the names of the keys, and each comes only when it changed.
  if (/^storage\./.test(event)) return { ...DATA, null: false, undefined: false };
  return { ...DATA, null: false, undefined: false, event: true };
}

/** Whether a function is also used as a value, so that not all of its callers are seen. */
function isGivenAway(script: Script, fn: FunctionNode, turns: Turns): boolean {
  const binding = fn.type === 'FunctionDeclaration' && fn.id ? script.binding(fn.id) : undefined;
  if (binding === undefined) return true;
  const known = new Set<Node>(turns.callersOf(fn).map((call) => unwrap(call.callee as Node)));
  return binding.references.some(({ node }) => !known.has(node));
}

/** Whether an expression makes its value, or names one that nobody changes through that name and that is put into one place only. */
function isFresh(script: Script, node: Node, turns: Turns): boolean {
  const inner = unwrap(node);
  if (inner.type === 'ObjectExpression' || inner.type === 'ArrayExpression' || inner.type === 'NewExpression') return true;
  if (inner.type === 'LogicalExpression') return isFresh(script, inner.left, turns) && isFresh(script, inner.right, turns);
  if (inner.type === 'ConditionalExpression') return isFresh(script, inner.consequent, turns) && isFresh(script, inner.alternate, turns);
  if (isCall(inner)) return !isMember(inner.callee) || !/^(get|at|find|findLast)$/.test(memberName(inner.callee) ?? '');
  if (inner.type === 'NullLiteral' || inner.type === 'StringLiteral' || inner.type === 'NumericLiteral' || inner.type === 'BooleanLiteral') return true;
  let base: Node = inner;
  while (isMember(base)) base = unwrap(base.object);
  const binding = base.type === 'Identifier' ? script.binding(base) : undefined;
  if (binding === undefined || (binding.kind !== 'param' && binding.kind !== 'const' && binding.kind !== 'let' && binding.kind !== 'var')) return base.type === 'Identifier' && base.name === 'undefined';
  if (functionOf(base) !== functionOf(binding.declarations[0]!.id) && !isFunction(binding.declarations[0]!.node)) return false;
  return binding.references.every(({ node: use, writes }) => use === base || (!writes && use.type === 'Identifier' && isLookedAt(script, use, turns)));
}

/** Whether a use of an object only looks at it: no one can change it there, or keep it. */
function isLookedAt(script: Script, use: t.Identifier, turns: Turns): boolean {
  const access = accessOf(script, use);
  return (access.kind === 'read' || access.kind === 'escape') && flow(script, use, turns) === 'looked-at';
}

/** What becomes of an object where it is used: it is only looked at, it gets another name, or nobody knows. */
export type Flow = 'looked-at' | 'unknown' | { readonly alias: Binding; readonly steps: number };

const LOOKING_METHODS = new Set([...STRING_METHODS, ...NUMBER_METHODS, ...BOOLEAN_METHODS, 'keys']);
const ELEMENT_METHODS = new Set(['get', 'at', 'find', 'findLast', 'pop', 'shift']);
const COPYING_METHODS = new Set(['filter', 'slice', 'concat', 'values', 'entries', 'splice']);
const CALLBACK_METHODS = new Set(['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'reduce', 'sort']);

/**
 * Follows a value from an expression to where it ends.
 * @param depth how many steps into the value lead to parts that are copied where they are used
 * @returns for another name, how many steps inside of the value it is
 */
export function flow(script: Script, start: Node, turns: Turns, depth = Infinity): Flow {
  let node = wrapped(start);
  for (let steps = 0; ;) {
    if (depth <= steps) return 'looked-at';
    const plainElements = depth <= steps + 1;
    const parent = parentOf(node);
    switch (parent?.type) {
      case undefined:
        return 'unknown';
      case 'ExpressionStatement':
      case 'UnaryExpression':
      case 'TemplateLiteral':
      case 'IfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'UpdateExpression':
      case 'SwitchStatement':
      case 'SwitchCase':
        return 'looked-at';
      case 'BinaryExpression':
        if (/^={2,3}$|^!={1,2}$/.test(parent.operator)) {
          // Objects that are the same are two after a restore; to compare with something else is harmless.
          const other = new Prover(turns).prove(script, parent.left === node ? parent.right : parent.left);
          return other !== undefined && isPlain(other) ? 'looked-at' : 'unknown';
        }
        return 'looked-at';
      case 'LogicalExpression':
        if (parent.left === node && parent.operator === '&&') return 'looked-at';
        node = wrapped(parent);
        continue;
      case 'ConditionalExpression':
        if (parent.test === node) return 'looked-at';
        node = wrapped(parent);
        continue;
      case 'SequenceExpression':
        if (parent.expressions.at(-1) !== node) return 'looked-at';
        node = wrapped(parent);
        continue;
      case 'ForOfStatement': {
        if (plainElements) return 'looked-at';
        const id = parent.left.type === 'VariableDeclaration' ? parent.left.declarations[0]!.id : parent.left;
        const binding = id.type === 'Identifier' ? script.binding(id) : undefined;
        return binding === undefined ? 'unknown' : { alias: binding, steps: steps + 1 };
      }
      case 'MemberExpression':
      case 'OptionalMemberExpression': {
        if (parent.object !== node) return 'looked-at';
        const outer = wrapped(parent);
        const call = parentOf(outer);
        const name = memberName(parent);
        if (isCall(call) && call.callee === outer) {
          const callback = call.arguments[0] && unwrap(call.arguments[0]);
          if (LOOKING_METHODS.has(name ?? '')) return 'looked-at';
          if (CALLBACK_METHODS.has(name ?? '') && !plainElements) {
            if (!isFunction(callback) || !callback.params.every((param) => param.type === 'Identifier' && script.binding(param)!.references.every((reference) => !reference.writes && reference.node.type === 'Identifier' && isLookedAt(script, reference.node, turns)))) return 'unknown';
            if (name === 'forEach' || name === 'some' || name === 'every' || name === 'findIndex') return 'looked-at';
          } else if (name === 'forEach') {
            return 'looked-at';
          }
          if (plainElements && (ELEMENT_METHODS.has(name ?? '') || COPYING_METHODS.has(name ?? '') || CALLBACK_METHODS.has(name ?? ''))) return name === 'sort' || name === 'reduce' ? 'unknown' : 'looked-at';
          if (isIgnored(script, call) && (ELEMENT_METHODS.has(name ?? '') || COPYING_METHODS.has(name ?? '') || name === 'push' || name === 'delete' || name === 'add' || name === 'set' || name === 'clear')) return 'looked-at';
          if (!ELEMENT_METHODS.has(name ?? '') && !COPYING_METHODS.has(name ?? '')) return 'unknown';
          node = wrapped(call);
          if (name === 'entries') return 'unknown';
          if (ELEMENT_METHODS.has(name ?? '')) steps += 1;
          continue;
        }
        if (name === 'length' || name === 'size' || plainElements) return 'looked-at';
        if (parentOf(outer)?.type === 'AssignmentExpression' && (parentOf(outer) as t.AssignmentExpression).left === outer) return 'looked-at';
        node = outer;
        steps += 1;
        continue;
      }
      case 'SpreadElement': {
        const list = parentOf(parent);
        if (plainElements || list?.type !== 'ArrayExpression') return plainElements ? 'looked-at' : 'unknown';
        node = wrapped(list);
        continue;
      }
      case 'VariableDeclarator': {
        if (parent.id.type !== 'Identifier') return plainElements ? 'looked-at' : 'unknown';
        const binding = script.binding(parent.id);
        return binding === undefined ? 'unknown' : { alias: binding, steps };
      }
      case 'CallExpression':
      case 'OptionalCallExpression':
      case 'NewExpression':
        if (isSerialised(script, parent as t.CallExpression, node)) return 'looked-at';
        // Object.values(object): another list of the same values
        if (!isCall(parent) || !isMember(parent.callee) || memberName(parent.callee) !== 'values' || script.textOf(parent.callee.object) !== 'Object') return 'unknown';
        node = wrapped(parent);
        continue;
      case 'ObjectProperty': {
        // Inside an object literal that is handed to the browser at once.
        const object = parentOf(parent);
        if (object?.type !== 'ObjectExpression' || parent.value !== node) return parent.computed && parent.key === node ? 'looked-at' : 'unknown';
        node = wrapped(object);
        if (!isHandedOver(script, node)) return 'unknown';
        continue;
      }
      case 'ArrayExpression':
        node = wrapped(parent);
        if (!isHandedOver(script, node)) return 'unknown';
        continue;
      default:
        return 'unknown';
    }
  }
}

/** Whether nobody gets the result of a call: it is a statement, or all that a listener does whose result the browser ignores. */
function isIgnored(script: Script, call: t.CallExpression | t.OptionalCallExpression): boolean {
  if (isUnused(call)) return true;
  const arrow = parentOf(wrapped(call));
  if (arrow?.type !== 'ArrowFunctionExpression' || arrow.body !== wrapped(call)) return false;
  const registration = parentOf(wrapped(arrow));
  const event = isCall(registration) && registration.callee !== wrapped(arrow) ? script.api(unwrap(registration.callee as Node))?.names.join('.') : undefined;
  return event !== undefined && /^(tabs|windows|alarms|contextMenus|menus|action|browserAction|pageAction|webNavigation|commands|history|bookmarks|notifications|storage|idle)\..*\.addListener$/.test(event);
}

function isHandedOver(script: Script, node: Node): boolean {
  for (const up of [node, ...ancestors(node)]) {
    const parent = parentOf(up);
    if (isCall(parent)) return parent.callee !== up && isSerialised(script, parent, up);
    if (parent?.type !== 'ObjectProperty' && parent?.type !== 'ObjectExpression' && parent?.type !== 'ArrayExpression') return false;
  }
  return false;
}

/** Whether a call copies an argument before anybody else sees it. */
function isSerialised(script: Script, call: t.CallExpression | t.OptionalCallExpression | t.NewExpression, argument: Node): boolean {
  const callee = unwrap(call.callee as Node);
  if (script.api(callee) !== undefined) return !/\.addListener$/.test(script.api(callee)!.names.join('.'));
  if (callee.type === 'Identifier') {
    const binding = script.binding(callee);
    if (binding === undefined) return /^(String|Boolean|Number|isNaN|parseInt|parseFloat|encodeURIComponent)$/.test(callee.name);
    // `sendResponse` and its like: the last parameter of a message listener.
    const fn = binding.kind === 'param' ? binding.declarations[0]!.node : undefined;
    return isFunction(fn) && isMessageListener(script, fn) && fn.params[2] === binding.declarations[0]!.id;
  }
  if (!isMember(callee)) return false;
  const object = unwrap(callee.object);
  const name = memberName(callee) ?? '';
  const global = object.type === 'Identifier' && script.binding(object) === undefined ? object.name : undefined;
  if (global === 'console' || global === 'JSON' || global === 'Math') return true;
  if (global === 'Object') return name === 'keys' || (name === 'assign' && call.arguments[0] === argument);
  if (global === 'Array') return name === 'isArray';
  return name === 'postMessage' || (STRING_METHODS.has(name) || NUMBER_METHODS.has(name) || BOOLEAN_METHODS.has(name));
}

function isMessageListener(script: Script, fn: FunctionNode): boolean {
  const call = parentOf(wrapped(fn));
  if (!isCall(call)) return false;
  return /\.on(Message|MessageExternal|Request|RequestExternal)\.addListener$/.test(script.api(unwrap(call.callee as Node))?.names.join('.') ?? '');
}

/** A change through another name, and how many steps inside of the variable's object that name begins. */
export interface AliasChange {
  readonly access: Access;
  readonly steps: number;
}

/** The changes that are made to a variable's object through another name, such as `const tab = tabs[id]`; undefined where such a name leads out of sight. */
export function aliasChanges(access: Access, turns: Turns, depth: number, steps = 0, names = 3): AliasChange[] | undefined {
  const { script, node } = access;
  if (access.kind === 'write' || access.kind === 'update') return [];
  const end = flow(script, node, turns, depth);
  if (end === 'looked-at') return [];
  if (end === 'unknown' || names === 0) return undefined;
  const { alias } = end;
  if (alias.references.some(({ writes }) => writes) || alias.declarations.length !== 1) return undefined;
  const found: AliasChange[] = [];
  for (const { node: use } of alias.references) {
    if (use.type !== 'Identifier') return undefined;
    const own = accessOf(script, use);
    if (own.kind === 'mutate') found.push({ access: own, steps: steps + end.steps });
    const deeper = aliasChanges(own, turns, depth - end.steps, steps + end.steps, names - 1);
    if (deeper === undefined) return undefined;
    found.push(...deeper);
  }
  return found;
}
