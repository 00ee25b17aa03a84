import type * as t from '@babel/types';
import { ancestors, callOf, functionOf, isCall, isFunction, isMember, isNothing, isWithin, isWritten, keyName, memberName, parentOf, property, unwrap, usesArguments, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { commentsBetween } from '../layout.ts';
import { composed, handlerOf, idOf, loopAround, valuesIn, type MenuEntry } from './menu-entries.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import { usesOfFunction } from '../uses.ts';

/** What parameters of functions that make items are at one place; undefined for an argument that is left out. */
export type Arguments = ReadonlyMap<Binding, Node | undefined>;

/** One place that orders a menu item: the call that creates it, a call of the function that does, or an object with its properties. */
export interface Order {
  readonly place: Node;
  /** Its id there, where one expression says it. */
  readonly id: Node | undefined;
  /** Its id, where it is known. */
  readonly known: unknown;
  /** What its `onclick` is: a method, or an expression; undefined where it has none. */
  readonly value: Node | undefined;
  readonly given: Arguments;
}

/** The places that order what one call creates. */
export interface Orders {
  readonly orders: readonly Order[];
  /** What says the `onclick`, and is taken out: properties, parameters, arguments. */
  readonly dropped: readonly Node[];
}

const MAX_ORDERS = 60;

/** The places that order the items of an entry, or why they are not known. */
export function ordersOf(entry: MenuEntry, entries: readonly MenuEntry[], turns: Turns): Orders | string | undefined {
  const { script, call, options } = entry;
  if (options === undefined) return ordersByObjects(entry, entries, turns);
  const handler = handlerOf(options);
  if (handler === undefined) return undefined;
  const id = idOf(entry);
  const value = handler.type === 'ObjectMethod' ? handler : unwrap(handler.value);
  const run = handedTo(value);
  const places = expanded(script, call, [...(id === undefined ? [] : [id]), value], new Map(), turns);
  const levels = [...new Set(places.flatMap(({ levels: own }) => own))];
  if (levels.length === 0) return { orders: [{ place: call, id, known: id && evaluate(script, id)?.value, value, given: new Map() }], dropped: [handler] };
  if (places.length > MAX_ORDERS) return 'a function makes many items';
  const orders = places.map(({ place, given }): Order => {
    const own = resolved(script, run ?? value, given);
    return {
      place, given,
      id: id && resolved(script, id, given),
      known: id && knownAt(script, id, given),
      value: own === undefined || isNothing(own) ? undefined : own === run ? value : own,
    };
  });
  const dropped = droppedWith(handler, levels, script, turns);
  // What is handed over as a function goes elsewhere: nothing else may need it.
  const isShort = run !== undefined && run !== value && orders.some(({ value: own }) => own !== undefined && own !== value && takenBy(own, turns) > (value as FunctionNode).params.length);
  if (isShort) return 'it hands over less than its function takes';
  const handed = new Set(run === undefined ? [] : places.flatMap(({ given }) => chainOf(script, run, given)));
  const kept = [...handed].find(({ references }) => !references.every(({ node }) => dropped.some((one) => isWithin(node, one))));
  if (kept !== undefined) return `\`${kept.name}\` is used for more than \`onclick\``;
  if (dropped.some((one) => hasCommentBeside(script, one))) return 'a comment stands beside what would go';
  return { orders, dropped };
}

/** The places that order the items of an entry which has no `onclick`, as far as its ids are seen there. */
export function placesOf(entry: MenuEntry, turns: Turns): readonly Order[] {
  const { script, call } = entry;
  if (entry.options === undefined) return (objectsOf(entry, turns) ?? []).map((object) => orderOf(script, object));
  const id = idOf(entry);
  return id === undefined ? [] : expanded(script, call, [id], new Map(), turns).map(({ place, given }) => ({ place, given, id: resolved(script, id, given), known: knownAt(script, id, given), value: undefined }));
}

function orderOf(script: Script, object: t.ObjectExpression): Order {
  const id = property(object, 'id');
  const handler = handlerOf(object);
  const node = id?.type === 'ObjectProperty' ? unwrap(id.value) : undefined;
  return { place: object, id: node, known: node && evaluate(script, node)?.value, value: handler && (handler.type === 'ObjectMethod' ? handler : unwrap(handler.value)), given: new Map() };
}

function knownAt(script: Script, id: Node, given: Arguments): unknown {
  return composed(script, id, (inner) => (isGiven(script, inner, given) ? evaluate(script, resolved(script, inner, given)) ?? { value: undefined } : undefined));
}

/** How many of the two arguments of a click a handler may look at. */
function takenBy(value: Node, turns: Turns): number {
  const functions = isFunction(value) ? [value] : turns.functionsOf(value);
  return functions.length === 0 ? 2 : Math.max(...functions.map((fn) => (usesArguments(fn) || fn.params.some(({ type }) => type === 'RestElement') ? 2 : Math.min(fn.params.length, 2))));
}

/** The function that an `onclick` hands what it gets to: `run` of `(info, tab) => run(info, tab)`, or the value itself where it is a name. */
function handedTo(value: Node): t.Identifier | undefined {
  if (value.type === 'Identifier') return value;
  if (!isFunction(value) || value.async || value.generator || value.params.length === 0) return undefined;
  const [only, another] = value.body.type === 'BlockStatement' ? value.body.body : [];
  const body = value.body.type !== 'BlockStatement' ? value.body : another !== undefined ? undefined : only?.type === 'ExpressionStatement' ? only.expression : only?.type === 'ReturnStatement' ? only.argument : undefined;
  const call = body && unwrap(body);
  if (!isCall(call) || call.optional === true || call.arguments.length !== value.params.length) return undefined;
  const isSame = call.arguments.every((argument, index) => argument.type === 'Identifier' && value.params[index]!.type === 'Identifier' && argument.name === (value.params[index] as t.Identifier).name);
  const callee = unwrap(call.callee as Node);
  return isSame && callee.type === 'Identifier' && !value.params.some((param) => (param as t.Identifier).name === callee.name) ? callee : undefined;
}

// ---- the calls of a function that makes items

interface Place {
  readonly place: AnyCall;
  readonly given: Arguments;
  /** The functions between the place and the call that creates the item. */
  readonly levels: readonly FunctionNode[];
}

/** The places where expressions of a function are known that depend on what it is given. */
function expanded(script: Script, place: AnyCall, expressions: readonly Node[], given: Arguments, turns: Turns, levels: readonly FunctionNode[] = []): readonly Place[] {
  const params = expressions.flatMap((one) => bindingsIn(script, one)).filter((binding) => !given.has(binding));
  const around = functionsAround(place).find((fn) => params.some((binding) => paramOf(fn, binding) !== -1));
  const calls = around === undefined || levels.includes(around) || levels.length > 4 ? undefined : callsOfHelper(around, turns);
  if (calls === undefined) return [{ place, given, levels }];
  return calls.flatMap((call) => {
    const own = new Map(given);
    for (const binding of script.scopes!.bindings) {
      const index = paramOf(around!, binding);
      if (index !== -1) own.set(binding, call.arguments[index] as Node | undefined);
    }
    return expanded(script, call, [...expressions, ...[...own.values()].filter((one) => one !== undefined)], own, turns, [...levels, around!]);
  });
}

function functionsAround(place: Node): FunctionNode[] {
  return [...ancestors(place)].filter((up) => isFunction(up));
}

/** Which parameter of a function a name is, where it is never assigned. */
function paramOf(fn: FunctionNode, { declarations: [declaration, another], references }: Binding): number {
  if (declaration === undefined || another !== undefined || references.some(({ writes }) => writes)) return -1;
  return fn.params.findIndex((param) => param.type === 'Identifier' && param === declaration.id);
}

function bindingsIn(script: Script, code: Node): Binding[] {
  const found = new Set<Binding>();
  walk(code, (node) => {
    const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
    if (binding !== undefined) found.add(binding);
  });
  return [...found];
}

function isGiven(script: Script, node: Node, given: Arguments): boolean {
  const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
  return binding !== undefined && given.has(binding);
}

/** What an expression is at a place: an argument instead of a parameter. */
function resolved(script: Script, node: Node, given: Arguments): Node | undefined {
  let value: Node | undefined = node;
  for (let depth = 0; value !== undefined && isGiven(script, value, given) && depth < 8; depth++) {
    const argument = given.get(script.binding(value as t.Identifier)!);
    value = argument && unwrap(argument);
  }
  return value;
}

/** The parameters by which a value comes to a place. */
function chainOf(script: Script, node: Node, given: Arguments): Binding[] {
  const chain: Binding[] = [];
  for (let value: Node | undefined = node; value !== undefined && isGiven(script, value, given) && chain.length < 8;) {
    const binding: Binding = script.binding(value as t.Identifier)!;
    chain.push(binding);
    const argument: Node | undefined = given.get(binding);
    value = argument && unwrap(argument);
  }
  return chain;
}

/** All calls of a function that makes items for its callers, in its own script; undefined where there may be more. */
function callsOfHelper(fn: FunctionNode, turns: Turns): readonly AnyCall[] | undefined {
  const script = turns.scriptOf(fn);
  // Pages that load the script call it too.
  if (script.realms.some(({ kind }) => kind !== 'background') || fn.generator || usesArguments(fn) || fn.params.some(({ type }) => type === 'RestElement')) return undefined;
  const uses = usesOfFunction(script, fn);
  const calls = uses === undefined ? callsOfMethod(script, fn, turns) : uses.every((use) => use.script === script) ? uses.map(({ node }) => callOf(node)) : undefined;
  if (calls === undefined || calls.length === 0) return undefined;
  return calls.every((call) => call !== undefined && isCall(call) && call.optional !== true && !isWithin(call, fn) && call.arguments.every(({ type }) => type !== 'SpreadElement')) ? calls as AnyCall[] : undefined;
}

/** The calls of a method of an object that a constant holds, and nothing but its members is used of. */
function callsOfMethod(script: Script, fn: FunctionNode, turns: Turns): readonly (AnyCall | undefined)[] | undefined {
  const own = fn.type === 'ObjectMethod' ? fn : parentOf(wrapped(fn));
  const literal = own && parentOf(own);
  const name = own?.type === 'ObjectMethod' || own?.type === 'ObjectProperty' ? keyName(own) : undefined;
  const declarator = literal && parentOf(wrapped(literal));
  if (name === undefined || literal?.type !== 'ObjectExpression' || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return undefined;
  const binding = script.binding(declarator.id);
  if (binding?.kind !== 'const' || isUsedBeside(script, binding) || literal.properties.some(({ type }) => type === 'SpreadElement')) return undefined;
  const isMemberOf = (use: Node): boolean => {
    const member = parentOf(wrapped(use));
    return isMember(member) && member.object === wrapped(use) && memberName(member) !== undefined && !(memberName(member) === name && isWritten(member));
  };
  let isKept = binding.references.every(({ node }) => isMemberOf(node));
  walk(literal, (node) => { if (node.type === 'ThisExpression' && !isMemberOf(node)) isKept = false; });
  if (!isKept) return undefined;
  const members = turns.membersNamed(name).filter((member) => {
    const object = unwrap(member.object);
    return isWithin(member, script.program!) && (object.type === 'Identifier' ? script.binding(object) === binding : object.type === 'ThisExpression' && isWithin(member, literal));
  });
  return members.map((member) => callOf(member));
}

/** Whether other scripts may use a name. */
function isUsedBeside(script: Script, { name, scope, declarations: [declaration] }: Binding): boolean {
  if (scope.parent !== undefined) return false;
  if (script.isModule) return [...ancestors(declaration!.id)].some(({ type }) => type === 'ExportNamedDeclaration');
  return script.realms.flatMap(({ scripts }) => scripts).some((other) => other !== script && other.program !== undefined && other.freeNames.has(name));
}

// ---- what goes with an `onclick`

/** The property that says an `onclick`, and the parameters that only it needs, with their arguments. */
function droppedWith(handler: Node, levels: readonly FunctionNode[], script: Script, turns: Turns): readonly Node[] {
  const dropped: Node[] = [handler];
  for (let found = true; found;) {
    found = false;
    for (const fn of levels) {
      for (const [index, param] of fn.params.entries()) {
        const binding = param.type === 'Identifier' && !dropped.includes(param) ? script.binding(param) : undefined;
        if (binding === undefined || binding.references.length === 0 || !binding.references.every(({ node }) => dropped.some((one) => isWithin(node, one)))) continue;
        dropped.push(param, ...callsOfHelper(fn, turns)!.flatMap((call) => call.arguments[index] ?? []));
        found = true;
      }
    }
  }
  return dropped;
}

function hasCommentBeside(script: Script, node: Node): boolean {
  const list = listOf(node);
  if (list === undefined) return false;
  const index = list.indexOf(node);
  return commentsBetween(script, list[index - 1]?.end ?? node.start!, node.start!).length + commentsBetween(script, node.end!, list[index + 1]?.start ?? node.end!).length > 0;
}

/** The parameters or arguments that one of them stands among. */
function listOf(node: Node): readonly Node[] | undefined {
  const parent = parentOf(node);
  return isFunction(parent) ? parent.params : isCall(parent) ? parent.arguments : undefined;
}

/** The edits that take parameters and arguments out of their lists, with their commas. */
export function* withoutListed(script: Script, nodes: readonly Node[]): Generator<Edit> {
  const lists = new Map<readonly Node[], Node[]>();
  for (const node of nodes) {
    const list = listOf(node);
    if (list !== undefined) lists.set(list, [...(lists.get(list) ?? []), node]);
  }
  for (const [list, own] of lists) {
    for (let index = 0; index < list.length; index++) {
      if (!own.includes(list[index]!)) continue;
      const first = index;
      while (index + 1 < list.length && own.includes(list[index + 1]!)) index++;
      const [before, after] = [list[first - 1], list[index + 1]];
      const comma = before === undefined && after === undefined ? /^\s*,/.exec(script.file.text.slice(list[index]!.end!))?.[0].length ?? 0 : 0;
      // run => add(run)
      const fn = parentOf(list[first]!);
      const isBare = fn?.type === 'ArrowFunctionExpression' && fn.params === list && list.length === 1 && !/\(\s*$/.test(script.slice(fn.start!, list[first]!.start!));
      yield { file: script.path, start: before?.end ?? list[first]!.start!, end: before === undefined && after !== undefined ? after.start! : list[index]!.end! + comma, text: isBare ? '()' : '' };
    }
  }
}

// ---- objects with the properties of items

/** The object literals that a call creates items of, where each of them says its `id` and `onclick` itself, and nothing else reads that. */
function ordersByObjects(entry: MenuEntry, entries: readonly MenuEntry[], turns: Turns): Orders | string | undefined {
  const objects = objectsOf(entry, turns);
  if (objects === undefined) return undefined;
  const { script } = entry;
  const handlers = objects.flatMap((object) => handlerOf(object) ?? []);
  if (handlers.length === 0) return undefined;
  if (entries.some((other) => other !== entry && other.script === script && other.options === undefined && objectsOf(other, turns)?.some((object) => objects.includes(object)))) return 'the same objects are used twice';
  const orders = objects.map((object) => orderOf(script, object));
  return { orders, dropped: handlers };
}

/** The object literals that hold the properties of items, all of them: those of a list, or what callers hand over. */
function objectsOf({ script, call }: MenuEntry, turns: Turns): readonly t.ObjectExpression[] | undefined {
  const argument = call.arguments[0] && unwrap(call.arguments[0]);
  const parts = argument?.type === 'ObjectExpression' ? partsOf(argument) : isCall(argument) && script.textOf(argument.callee) === 'Object.assign' ? argument.arguments.flatMap((part): readonly (Node | undefined)[] => (part.type === 'ObjectExpression' ? partsOf(part) ?? [undefined] : [part as Node])) : argument === undefined ? undefined : [argument];
  const [only, another] = parts ?? [];
  const node = only && unwrap(only);
  const binding = node?.type === 'Identifier' ? script.binding(node) : undefined;
  const [declaration] = binding?.declarations ?? [];
  if (binding === undefined || another !== undefined || declaration === undefined || binding.references.some(({ writes }) => writes)) return undefined;
  const isHarmless = binding.references.every(({ node: use }) => {
    const member = parentOf(wrapped(use));
    return use === (node as Node) || (isMember(member) && member.object === wrapped(use) && memberName(member) !== undefined && memberName(member) !== 'onclick' && !(memberName(member) === 'id' && isWritten(member)));
  });
  if (!isHarmless) return undefined;
  const fn = functionsAround(call).find((one) => paramOf(one, binding) !== -1);
  const loop = loopAround(script, call);
  const isElement = typeof loop === 'object' && loop.element.type === 'Identifier' && script.binding(loop.element) === binding;
  const list = isElement && loop.list.type === 'Identifier' ? script.binding(loop.list) : undefined;
  const isListed = isElement && loop.owner === script && (loop.list.type !== 'Identifier' || (list?.references.length === 1 && !isUsedBeside(script, list)));
  if (isElement ? !isListed : fn === undefined || loop !== undefined) return undefined;
  const given = isElement ? loop.elements : callsOfHelper(fn!, turns)?.map((one) => one.arguments[paramOf(fn!, binding)] as Node | undefined);
  const objects = given?.map((one) => one && unwrap(one));
  return objects?.every((one) => one?.type === 'ObjectExpression' && one.properties.every((member) => member.type !== 'SpreadElement' && keyName(member) !== undefined)) ? objects as t.ObjectExpression[] : undefined;
}

/** What an object literal takes from elsewhere, where it has no `id` and `onclick` of its own. */
function partsOf(object: t.ObjectExpression): readonly Node[] | undefined {
  if (object.properties.some((member) => member.type !== 'SpreadElement' && /^(id|onclick)$/.test(keyName(member) ?? 'id'))) return undefined;
  return object.properties.flatMap((member) => (member.type === 'SpreadElement' ? [member.argument] : []));
}

// ---- ids

/** Properties that name an item, the best first. */
const NAMES = /^(id|key|name|value)$/i;

/** The parameter of the function that creates an item which is another text in each of its calls, and these texts. */
export function idByParameter({ script, call }: MenuEntry, turns: Turns): { readonly code: string; readonly values: readonly string[]; readonly calls: readonly AnyCall[] } | undefined {
  const fn = functionOf(call);
  if (fn === undefined || loopAround(script, call) !== undefined || callsOfHelper(fn, turns) === undefined) return undefined;
  const params = fn.params.flatMap((param) => (param.type === 'Identifier' ? [param as t.Identifier] : []));
  for (const param of [...params.filter(({ name }) => NAMES.test(name)), ...params.filter(({ name }) => !NAMES.test(name))]) {
    const binding = script.binding(param)!;
    if (paramOf(fn, binding) === -1) continue;
    const use = binding.references[0]?.node;
    const places = use === undefined ? [] : expanded(script, call, [use], new Map(), turns);
    const values = places.flatMap(({ place, given }): readonly unknown[] => {
      const node = use && resolved(script, use, given);
      const loop = loopAround(script, place);
      if (node === undefined || loop === 'unknown') return [undefined];
      return loop === undefined ? [evaluate(script, node)?.value] : (valuesIn(script, loop, node) ?? [undefined]);
    });
    if (values.length > 0 && values.every((value) => typeof value === 'string' && value !== '') && new Set(values).size === values.length) return { code: param.name, values: values as string[], calls: places.map(({ place }) => place) };
  }
  return undefined;
}
