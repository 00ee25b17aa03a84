import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isWritten, keyName, memberName, parentOf, property, propertyValue, unwrap, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { accessOf } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import type { Realm } from '../realms.ts';
import type { Reference } from '../scope.ts';
import type { Script } from '../script.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import type { Turns } from '../turns.ts';
import { returnsOf } from '../values/returns.ts';

/** A call of `contextMenus.create` or `menus.create`, and what it says of the item. */
export interface MenuEntry {
  readonly script: Script;
  readonly call: AnyCall;
  /** `contextMenus.create` or `menus.create`. */
  readonly path: string;
  /** Code that yields the API at this place. */
  readonly namespace: string | undefined;
  /** Whether the API returns promises here, and takes no callbacks. */
  readonly hasPromises: boolean;
  /** The object literal with the properties; undefined where it is not seen whole. */
  readonly options: t.ObjectExpression | undefined;
}

export type Handler = t.ObjectProperty | t.ObjectMethod;

/** The menu items that a background creates, in the order of its scripts. */
export function menuEntries(realm: Realm): readonly MenuEntry[] {
  return realm.scripts.filter(({ program }) => program !== undefined).flatMap((script) =>
    ['contextMenus.create', 'menus.create'].flatMap((path) => [...script.calls(path)].map(({ call, reference }) => ({ script, call, path, namespace: reference.namespace, hasPromises: reference.root !== 'chrome', options: optionsOf(script, call.arguments[0]) })))
      .sort((a, b) => a.call.start! - b.call.start!));
}

/** The object literal that a call is given: where it stands, or in a variable that is used for nothing else but to say more of the item. */
function optionsOf(script: Script, given: Node | undefined): t.ObjectExpression | undefined {
  const node = given && unwrap(given);
  const binding = node?.type === 'Identifier' ? script.binding(node) : undefined;
  const [declaration] = binding?.declarations ?? [];
  const isOwn = binding?.references.every(({ node: use }) => use === (node as Node) || SAID_LATER.test(nameOfSetting(use) ?? ''));
  const init = isOwn === true && binding!.declarations.length === 1 && declaration?.keys?.length === 0 ? declaration.init : undefined;
  const object = init ? unwrap(init) : node;
  return object?.type === 'ObjectExpression' && !object.properties.some(({ type }) => type === 'SpreadElement') ? object : undefined;
}

/** What an item may be given after the object with its properties was made. */
const SAID_LATER = /^(contexts|documentUrlPatterns|enabled|icons|targetUrlPatterns|title|visible)$/;

function nameOfSetting(use: Node): string | undefined {
  const member = settingOf(use);
  return member && memberName(member);
}

/** What `onclick` is given in the options of a menu item; nothing for `onclick: null`. */
export function handlerOf(options: Node | undefined): Handler | undefined {
  const object = options && unwrap(options);
  const handler = object?.type === 'ObjectExpression' ? property(object, 'onclick') : undefined;
  return handler?.type === 'ObjectProperty' && unwrap(handler.value).type === 'NullLiteral' ? undefined : handler;
}

/** What gives the options of an item an `onclick` by a constant: `[key]: open`, `item[key] = open`. */
export function computedHandlerOf(script: Script, part: Node | undefined, turns: Turns): Node | undefined {
  const isOnClick = (key: Node): boolean => evaluate(script, key, turns)?.value === 'onclick';
  if (isMember(part)) return part.computed && isOnClick(part.property) ? part : undefined;
  return part?.type === 'ObjectExpression' ? part.properties.find((member) => member.type !== 'SpreadElement' && member.computed && keyName(member) === undefined && isOnClick(member.key)) : undefined;
}

/** An object that becomes the options of a menu item. */
export interface Given {
  readonly script: Script;
  readonly object: t.ObjectExpression;
  /** What it is given after it was made: `item.icons` of `item.icons = …`. */
  readonly set: readonly Setting[];
  /** Whether nothing else is done with it that could give it more. */
  readonly isWhole: boolean;
}

interface Setting {
  readonly script: Script;
  readonly member: t.MemberExpression;
}

/** The objects that the options of an item may be, where they are not seen whole: those of a variable, and what callers hand to the function that creates it. */
export function givenOptions(script: Script, options: Node | undefined, turns: Turns, { set, isWhole }: Omit<Given, 'script' | 'object'> = { set: [], isWhole: true }, seen: ReadonlySet<Node> = new Set()): readonly Given[] {
  const node = options && unwrap(options);
  if (node?.type === 'ObjectExpression') return [{ script, object: node, set, isWhole: isWhole && node.properties.every(({ type }) => type !== 'SpreadElement') }];
  if (isCall(node) && !seen.has(node)) return turns.targetsOf(node).flatMap((fn) => returnsOf(fn).flatMap((returned) => givenOptions(turns.scriptOf(fn), returned, turns, { set, isWhole }, new Set([...seen, node]))));
  const binding = node?.type === 'Identifier' ? script.binding(node) : undefined;
  const [declaration] = binding?.declarations ?? [];
  if (binding === undefined || declaration === undefined || seen.has(declaration.id)) return [];
  const isNamed = (use: Node): boolean => use === node || (isMember(parentOf(wrapped(use))) && memberName(parentOf(wrapped(use)) as AnyMember) !== undefined);
  const here = {
    set: [...set, ...binding.references.flatMap(({ node: use }) => settingOf(use) ?? []).map((member) => ({ script, member }))],
    isWhole: isWhole && binding.references.every(({ node: use }) => isNamed(use)),
  };
  const index = isFunction(declaration.node) ? declaration.node.params.findIndex((param) => param === declaration.id) : -1;
  const handed = index === -1 ? [] : turns.callersOf(declaration.node as FunctionNode).map((call) => ({ from: turns.scriptOf(call), value: isCall(call) ? (call.arguments[index] as Node | undefined) : undefined }));
  const values = binding.declarations.flatMap(({ init, keys }) => (init != null && keys?.length === 0 ? [{ from: script, value: init as Node }] : []));
  const elements = values.length + handed.length > 0 ? [] : (turns.valuesOf(node!) ?? []).flatMap((value) => (value.type === 'ObjectExpression' ? [{ from: turns.scriptOf(value), value: value as Node }] : []));
  return [...values, ...handed, ...elements].flatMap(({ from, value }) => givenOptions(from, value, turns, here, new Set([...seen, declaration.id])));
}

/** `item.icons` of `item.icons = …`. */
function settingOf(use: Node): t.MemberExpression | undefined {
  const member = parentOf(wrapped(use));
  const user = member && parentOf(wrapped(member));
  return member?.type === 'MemberExpression' && unwrap(member.object) === use && user?.type === 'AssignmentExpression' && user.left === member ? member : undefined;
}

/** An item's id as the code gives it, if it does. */
export function idOf({ options }: MenuEntry): Node | undefined {
  const id = options && property(options, 'id');
  return id?.type === 'ObjectProperty' ? unwrap(id.value) : undefined;
}

/** A loop through an array literal that is not changed, or through the keys or entries of such an object literal. */
export interface Loop {
  readonly node: Node;
  /** What names the current element: a name, or a pattern that takes it apart. */
  readonly element: t.Identifier | t.ObjectPattern | t.ArrayPattern;
  /** What names its place in the list. */
  readonly index: t.Identifier | undefined;
  /** Whether each round has an element of its own, which functions keep. */
  readonly isKept: boolean;
  /** The array or object as the loop names it. */
  readonly list: Node;
  /** Code that gives the array: `ENGINES`, `Object.keys(ENGINES)`. */
  readonly code: string;
  readonly elements: readonly Node[];
  /** The script of the literal. */
  readonly owner: Script;
}

/**
 * The only loop around a place in its function; 'unknown' for one that is not understood, or for several.
 * @param isOpen whether the list may change: its elements are not said then
 */
export function loopAround(script: Script, place: Node, isOpen = false): Loop | 'unknown' | undefined {
  let loop: Loop | 'unknown' | undefined;
  for (const up of ancestors(place)) {
    const given = isFunction(up) ? parentOf(wrapped(up)) : undefined;
    const callee = isCall(given) && given.arguments.includes(wrapped(up) as t.Expression) ? unwrap(given.callee as Node) : undefined;
    if (isFunction(up)) {
      if (!isMember(callee) || !SYNC_METHODS.has(memberName(callee) ?? '') || script.api(callee) !== undefined) return loop;
    } else if (!/^(For|While|DoWhile)/.test(up.type)) {
      continue;
    }
    if (loop !== undefined) return 'unknown';
    loop = (isFunction(up) ? callbackLoop(script, up, callee as t.MemberExpression, isOpen) : statementLoop(script, up, isOpen)) ?? 'unknown';
  }
  return loop;
}

function callbackLoop(script: Script, fn: Node, callee: t.MemberExpression, isOpen: boolean): Loop | undefined {
  const [param, index, another] = isFunction(fn) ? fn.params : [];
  const isSeen = param !== undefined && another === undefined && (index === undefined || index.type === 'Identifier');
  return /^(forEach|map)$/.test(memberName(callee) ?? '') && isSeen ? loopOf(script, fn, param, true, callee.object, isOpen, index as t.Identifier | undefined) : undefined;
}

function statementLoop(script: Script, loop: Node, isOpen: boolean): Loop | undefined {
  if (loop.type === 'ForOfStatement' && !loop.await && loop.left.type === 'VariableDeclaration') return loopOf(script, loop, loop.left.declarations[0]!.id, loop.left.kind !== 'var', loop.right, isOpen);
  if (loop.type === 'ForInStatement' && loop.left.type === 'VariableDeclaration') return loopOf(script, loop, loop.left.declarations[0]!.id, loop.left.kind !== 'var', loop.right, isOpen, undefined, 'keys');
  if (loop.type !== 'ForStatement' || loop.init?.type !== 'VariableDeclaration' || loop.body.type !== 'BlockStatement') return undefined;
  // for (let i = 0; i < list.length; i++) { const one = list[i]; … }
  const [index] = loop.init.declarations;
  const match = /^(\w+) ?< ?(\w+)\.length$/.exec(loop.test ? script.textOf(loop.test) : '');
  const [first] = loop.body.body;
  const declarator = first?.type === 'VariableDeclaration' && first.declarations.length === 1 ? first.declarations[0] : undefined;
  if (index?.id.type !== 'Identifier' || index.init?.type !== 'NumericLiteral' || index.init.value !== 0 || loop.init.declarations.length !== 1 || match?.[1] !== index.id.name) return undefined;
  if (!loop.update || !new RegExp(`^(${match[1]}\\+\\+|\\+\\+${match[1]}|${match[1]} \\+= 1)$`).test(script.textOf(loop.update))) return undefined;
  if (declarator === undefined || !declarator.init || script.textOf(declarator.init) !== `${match[2]}[${match[1]}]` || !isMember(declarator.init)) return undefined;
  return loopOf(script, loop, declarator.id, (first as t.VariableDeclaration).kind !== 'var', declarator.init.object, isOpen);
}

function loopOf(script: Script, node: Node, element: Node, isKept: boolean, list: Node, isOpen: boolean, index?: t.Identifier, way: 'keys' | 'entries' | undefined = undefined): Loop | undefined {
  if (element.type !== 'Identifier' && element.type !== 'ObjectPattern' && element.type !== 'ArrayPattern') return undefined;
  // Object.keys(ENGINES), Object.entries(ENGINES)
  const call = unwrap(list);
  const method = isCall(call) && call.arguments.length === 1 ? /^Object\.(keys|entries)$/.exec(script.textOf(call.callee))?.[1] as 'keys' | 'entries' | undefined : undefined;
  if (method !== undefined && way === undefined && !script.scopes!.bindings.some(({ name }) => name === 'Object')) return loopOf(script, node, element, isKept, (call as t.CallExpression).arguments[0] as Node, isOpen, index, method);
  if ((element.type === 'ArrayPattern') !== (way === 'entries')) return undefined;
  const names = [...(element.type === 'Identifier' ? [element] : namesIn(element).map(({ name }) => name)), ...(index === undefined ? [] : [index])];
  const found = isOpen ? { owner: script, elements: [] } : way === undefined ? elementsOf(script, list) : partsOfObject(script, list, way);
  const isFixed = names.every((name) => script.binding(name)!.references.every(({ writes, node: use }) => !writes || use === (name as Node)));
  const isWhole = element.type === 'Identifier' || namesIn(element).length === (element.type === 'ObjectPattern' ? element.properties : element.elements).length;
  const text = script.textOf(list);
  return found !== undefined && isFixed && !isChangedByRound(script, element) && isWhole ? { node, element, index, isKept, list: unwrap(list), code: way === undefined ? text : `Object.${way}(${text})`, ...found } : undefined;
}

/** The keys or entries of an object literal that is not changed, as the elements of an array. */
function partsOfObject(script: Script, node: Node, way: 'keys' | 'entries'): Pick<Loop, 'owner' | 'elements'> | undefined {
  const inner = unwrap(node);
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const [declaration, another] = binding?.declarations ?? [];
  const isOwn = binding === undefined || (another === undefined && declaration?.keys?.length === 0 && binding.references.every(({ node: use, writes }) => !writes && isLookedUp(use)) && (binding.scope.parent !== undefined || !isSeenBeside(script, binding.name)));
  const object = !isOwn ? undefined : binding === undefined ? inner : declaration!.init ? unwrap(declaration!.init) : undefined;
  // Its methods may change it.
  if (object?.type !== 'ObjectExpression' || /\bthis\b/.test(script.textOf(object))) return undefined;
  const parts = object.properties.map((member) => ({ key: member.type === 'SpreadElement' ? undefined : keyName(member), value: member.type === 'ObjectProperty' ? member.value as Node : member }));
  if (parts.some(({ key }) => key === undefined || key === '__proto__') || new Set(parts.map(({ key }) => key)).size < parts.length) return undefined;
  const literal = (value: string): Node => ({ type: 'StringLiteral', value }) as t.StringLiteral;
  return { owner: script, elements: parts.map(({ key, value }) => (way === 'keys' ? literal(key!) : ({ type: 'ArrayExpression', elements: [literal(key!), value] }) as t.ArrayExpression)) };
}

/** Whether a use of an object only looks something up in it: `ENGINES[key].url`, `Object.keys(ENGINES)`, `key in ENGINES`. */
function isLookedUp(use: Node): boolean {
  const outer = wrapped(use);
  const parent = parentOf(outer);
  if (isCall(parent)) return parent.arguments[0] === outer && isMember(parent.callee) && unwrap(parent.callee.object).type === 'Identifier' && (unwrap(parent.callee.object) as t.Identifier).name === 'Object' && /^(keys|entries|values)$/.test(memberName(parent.callee) ?? '');
  if (parent?.type === 'ForInStatement') return parent.right === outer;
  if (parent?.type === 'BinaryExpression') return parent.operator === 'in' && parent.right === outer;
  let member = isMember(parent) && parent.object === outer ? parent : undefined;
  for (let up = member && parentOf(wrapped(member)); member !== undefined && isMember(up) && up.object === wrapped(member); up = parentOf(wrapped(member))) member = up;
  const user = member && parentOf(wrapped(member));
  return member !== undefined && !isWritten(member) && !(user?.type === 'UnaryExpression' && user.operator === 'delete');
}

function isSeenBeside(script: Script, name: string): boolean {
  return script.isModule ? new RegExp(`export (const|let|var) ${name}\\b|export \\{[^}]*\\b${name}\\b`).test(script.text) : script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.program !== undefined && other.freeNames.has(name)));
}

/** The elements of an array literal that is not changed. */
function elementsOf(script: Script, node: Node): Pick<Loop, 'owner' | 'elements'> | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') {
    const background = script.realms.find(({ kind }) => kind === 'background');
    const owner = script.binding(inner) === undefined && background !== undefined ? script.extension.topLevel(background).get(inner.name) : script;
    const binding = script.binding(inner) ?? owner?.scopes?.program.bindings.get(inner.name);
    const [declaration] = binding?.declarations ?? [];
    if (owner === undefined || binding?.declarations.length !== 1 || declaration?.keys?.length !== 0 || !declaration.init) return undefined;
    const others = binding.scope.parent === undefined && !owner.isModule ? owner.realms.flatMap(({ scripts }) => scripts).filter((one) => one !== owner && one.program !== undefined).map((one) => ({ one, uses: one.freeNames.get(inner.name) ?? [] })) : [];
    const isRead = (reader: Script) => ({ node: use, writes }: Reference): boolean => !writes && isOnlyRead(reader, use as t.Identifier);
    return binding.references.every(isRead(owner)) && others.every(({ one, uses }) => uses.every(isRead(one))) ? elementsOf(owner, declaration.init) : undefined;
  }
  return inner.type === 'ArrayExpression' && inner.elements.every((element) => element !== null && element.type !== 'SpreadElement') ? { owner: script, elements: inner.elements.map((element) => unwrap(element!)) } : undefined;
}

/** Whether a mention of a list changes neither the list nor its elements, and hands it to nobody who may. */
function isOnlyRead(script: Script, use: t.Identifier): boolean {
  const { kind, node } = accessOf(script, use);
  const parent = parentOf(wrapped(node));
  if (kind === 'escape') return isCall(parent) && script.api(unwrap(parent.callee as Node)) !== undefined;
  if (kind !== 'read') return false;
  if (!isMember(parent) || parent.object !== wrapped(node)) return parent?.type === 'ForOfStatement' ? !isChangedByRound(script, parent.left.type === 'VariableDeclaration' ? parent.left.declarations[0]!.id : parent.left) : /^(SpreadElement|IfStatement|CallExpression|LogicalExpression|UnaryExpression|ForInStatement)$/.test(parent?.type ?? '');
  const outer = parentOf(wrapped(parent));
  if (outer?.type === 'VariableDeclarator') return !isChangedByRound(script, outer.id);
  const callback = isCall(outer) && outer.arguments[0] ? unwrap(outer.arguments[0]) : undefined;
  return !isFunction(callback) || callback.params[0] === undefined || !isChangedByRound(script, callback.params[0]);
}

/** Whether the code that has an element of a list changes it at once, not in a function that runs later. */
function isChangedByRound(script: Script, element: Node): boolean {
  const binding = element.type === 'Identifier' ? script.binding(element) : undefined;
  return binding?.references.some(({ node }) => functionOf(node) === functionOf(element) && accessOf(script, node as t.Identifier).kind === 'mutate') ?? false;
}

/** What an expression in a loop is in each round, where that is a different text each time. */
export function valuesIn(script: Script, { element, elements, owner, index }: Loop, node: Node): readonly string[] | undefined {
  const values = elements.map((current, position) => composed(script, node, (inner) => {
    if (index !== undefined && inner.type === 'Identifier' && script.binding(inner) === script.binding(index)) return { value: position };
    const key = keyIn(script, element, inner);
    return key === undefined ? undefined : evaluate(owner, partOf(current, key)) ?? { value: undefined };
  }));
  return values.every((value) => typeof value === 'string') && new Set(values).size === values.length ? values as string[] : undefined;
}

/**
 * What an expression is that is put together of texts, some of which only one place or one round knows.
 * @param given what is known of a part there; undefined for a part that is the same everywhere
 */
export function composed(script: Script, node: Node, given: (inner: Node) => { readonly value: unknown } | undefined): unknown {
  const inner = unwrap(node);
  const own = given(inner);
  if (own !== undefined) return own.value;
  const parts = inner.type === 'TemplateLiteral' ? inner.expressions.map((part) => composed(script, part as Node, given)) : inner.type === 'BinaryExpression' && inner.operator === '+' ? [composed(script, inner.left, given), composed(script, inner.right, given)] : undefined;
  if (parts === undefined) return evaluate(script, inner)?.value;
  if (parts.some((part) => typeof part !== 'string' && typeof part !== 'number')) return undefined;
  if (inner.type !== 'TemplateLiteral') return parts.some((part) => typeof part === 'string') ? parts.join('') : undefined;
  return inner.quasis.map(({ value: { cooked } }, index) => `${cooked ?? ''}${String(parts[index] ?? '')}`).join('');
}

/** A part of an element: '' is the element itself, `1.name` what the second element of an array has as its `name`. */
function partOf(current: Node | undefined, path: string): Node | undefined {
  if (path === '' || current === undefined) return current;
  const [key, ...more] = path.split('.') as [string, ...string[]];
  const inner = unwrap(current);
  const part = inner.type === 'ObjectExpression' ? propertyValue(inner, key) : inner.type === 'ArrayExpression' ? inner.elements[Number(key)] ?? undefined : undefined;
  return partOf(part, more.join('.'));
}

/** Which property of a loop's element an expression is: '' for the element itself. */
export function keyIn(script: Script, element: Loop['element'], node: Node): string | undefined {
  if (element.type === 'Identifier') {
    const isElement = (one: Node): boolean => one.type === 'Identifier' && one.name === element.name && script.binding(one) === script.binding(element);
    if (isElement(node)) return '';
    return isMember(node) && isElement(unwrap(node.object)) ? memberName(node) : undefined;
  }
  const named = (one: Node): string | undefined => (one.type === 'Identifier' ? namesIn(element).find(({ name }) => script.binding(name) === script.binding(one))?.key : undefined);
  if (element.type === 'ArrayPattern' && isMember(node) && memberName(node) !== undefined) {
    const key = named(unwrap(node.object));
    return key === undefined ? undefined : `${key}.${memberName(node)!}`;
  }
  return named(node);
}

export function namesIn(pattern: t.ObjectPattern | t.ArrayPattern): readonly { readonly key: string | undefined; readonly name: t.Identifier }[] {
  if (pattern.type === 'ArrayPattern') return pattern.elements.flatMap((element, index) => (element?.type === 'Identifier' ? { key: String(index), name: element } : []));
  return pattern.properties.flatMap((member) => (member.type === 'ObjectProperty' && !member.computed && member.value.type === 'Identifier' ? { key: keyName(member), name: member.value } : []));
}
