import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, keyName, memberName, parentOf, property, propertyValue, stringValue, unwrap, walk, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { accessOf } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import { habitsOf } from '../layout.ts';
import type { Realm } from '../realms.ts';
import type { Reference } from '../scope.ts';
import type { Script } from '../script.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import type { Turns } from '../turns.ts';
import { usesOfFunction } from '../uses.ts';
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

/** The object literal that a call is given: where it stands, or in a variable that is used for nothing else. */
function optionsOf(script: Script, given: Node | undefined): t.ObjectExpression | undefined {
  const node = given && unwrap(given);
  const binding = node?.type === 'Identifier' ? script.binding(node) : undefined;
  const [declaration] = binding?.declarations ?? [];
  const init = binding?.references.length === 1 && binding.declarations.length === 1 && declaration?.keys?.length === 0 ? declaration.init : undefined;
  const object = init ? unwrap(init) : node;
  return object?.type === 'ObjectExpression' && !object.properties.some(({ type }) => type === 'SpreadElement') ? object : undefined;
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

/** A loop through an array literal that is not changed. */
export interface Loop {
  readonly node: Node;
  /** What names the current element: a name, or a pattern that takes it apart. */
  readonly element: t.Identifier | t.ObjectPattern;
  /** Whether each round has an element of its own, which functions keep. */
  readonly isKept: boolean;
  /** The array as the loop names it. */
  readonly list: Node;
  readonly elements: readonly Node[];
  /** The script of the array literal. */
  readonly owner: Script;
}

/** The only loop around a place in its function; 'unknown' for one that is not understood, or for several. */
export function loopAround(script: Script, place: Node): Loop | 'unknown' | undefined {
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
    loop = (isFunction(up) ? callbackLoop(script, up, callee as t.MemberExpression) : statementLoop(script, up)) ?? 'unknown';
  }
  return loop;
}

function callbackLoop(script: Script, fn: Node, callee: t.MemberExpression): Loop | undefined {
  const [param] = isFunction(fn) ? fn.params : [];
  return /^(forEach|map)$/.test(memberName(callee) ?? '') && param !== undefined ? loopOf(script, fn, param, true, callee.object) : undefined;
}

function statementLoop(script: Script, loop: Node): Loop | undefined {
  if (loop.type === 'ForOfStatement' && !loop.await && loop.left.type === 'VariableDeclaration') return loopOf(script, loop, loop.left.declarations[0]!.id, loop.left.kind !== 'var', loop.right);
  if (loop.type !== 'ForStatement' || loop.init?.type !== 'VariableDeclaration' || loop.body.type !== 'BlockStatement') return undefined;
  // for (let i = 0; i < list.length; i++) { const one = list[i]; … }
  const [index] = loop.init.declarations;
  const match = /^(\w+) ?< ?(\w+)\.length$/.exec(loop.test ? script.textOf(loop.test) : '');
  const [first] = loop.body.body;
  const declarator = first?.type === 'VariableDeclaration' && first.declarations.length === 1 ? first.declarations[0] : undefined;
  if (index?.id.type !== 'Identifier' || index.init?.type !== 'NumericLiteral' || index.init.value !== 0 || loop.init.declarations.length !== 1 || match?.[1] !== index.id.name) return undefined;
  if (!loop.update || !new RegExp(`^(${match[1]}\\+\\+|\\+\\+${match[1]}|${match[1]} \\+= 1)$`).test(script.textOf(loop.update))) return undefined;
  if (declarator === undefined || !declarator.init || script.textOf(declarator.init) !== `${match[2]}[${match[1]}]` || !isMember(declarator.init)) return undefined;
  return loopOf(script, loop, declarator.id, (first as t.VariableDeclaration).kind !== 'var', declarator.init.object);
}

function loopOf(script: Script, node: Node, element: Node, isKept: boolean, list: Node): Loop | undefined {
  if (element.type !== 'Identifier' && element.type !== 'ObjectPattern') return undefined;
  const names = element.type === 'Identifier' ? [element] : namesIn(element).map(({ name }) => name);
  const found = elementsOf(script, list);
  const isFixed = names.every((name) => script.binding(name)!.references.every(({ writes, node: use }) => !writes || use === (name as Node)));
  return found !== undefined && isFixed && !isChangedByRound(script, element) && (element.type === 'Identifier' || names.length === element.properties.length) ? { node, element, isKept, list: unwrap(list), ...found } : undefined;
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
export function valuesIn(script: Script, { element, elements, owner }: Loop, node: Node): readonly string[] | undefined {
  const values = elements.map((current) => {
    const value = (one: Node): unknown => {
      const inner = unwrap(one);
      const key = keyIn(script, element, inner);
      if (key !== undefined) return evaluate(owner, key === '' ? current : current.type === 'ObjectExpression' ? propertyValue(current, key) : undefined)?.value;
      const parts = inner.type === 'TemplateLiteral' ? inner.expressions.map((part) => value(part as Node)) : inner.type === 'BinaryExpression' && inner.operator === '+' ? [value(inner.left), value(inner.right)] : undefined;
      if (parts === undefined) return evaluate(script, inner)?.value;
      if (parts.some((part) => typeof part !== 'string' && typeof part !== 'number')) return undefined;
      if (inner.type !== 'TemplateLiteral') return parts.some((part) => typeof part === 'string') ? parts.join('') : undefined;
      return inner.quasis.map(({ value: { cooked } }, index) => `${cooked ?? ''}${String(parts[index] ?? '')}`).join('');
    };
    return value(node);
  });
  return values.every((value) => typeof value === 'string') && new Set(values).size === values.length ? values as string[] : undefined;
}

/** Which property of a loop's element an expression is: '' for the element itself. */
export function keyIn(script: Script, element: Loop['element'], node: Node): string | undefined {
  if (element.type === 'Identifier') {
    const isElement = (one: Node): boolean => one.type === 'Identifier' && one.name === element.name && script.binding(one) === script.binding(element);
    if (isElement(node)) return '';
    return isMember(node) && isElement(unwrap(node.object)) ? memberName(node) : undefined;
  }
  return node.type === 'Identifier' ? namesIn(element).find(({ name }) => script.binding(name) === script.binding(node))?.key : undefined;
}

function namesIn({ properties }: t.ObjectPattern): readonly { readonly key: string | undefined; readonly name: t.Identifier }[] {
  return properties.flatMap((member) => (member.type === 'ObjectProperty' && !member.computed && member.value.type === 'Identifier' ? { key: keyName(member), name: member.value } : []));
}

/** Code that gives each element of a loop a text of its own, and these texts. */
function idIn(script: Script, { element, elements, owner }: Loop): { readonly code: string; readonly values: readonly string[] } | undefined {
  const known = elements.map((one) => evaluate(owner, one)?.value);
  const isEach = (values: readonly unknown[], test: (value: unknown) => boolean): boolean => values.every(test) && new Set(values).size === values.length;
  if (element.type === 'Identifier' && isEach(known, isText)) return { code: element.name, values: known as string[] };
  if (element.type === 'Identifier' && isEach(known, Number.isSafeInteger)) {
    const stem = `${kebab(element.name)}-`;
    return { code: habitsOf(script).modern ? `\`${stem}\${${element.name}}\`` : `${script.quote(stem)} + ${element.name}`, values: known.map((value) => stem + String(value)) };
  }
  const [first] = elements;
  const keys = first?.type === 'ObjectExpression' ? first.properties.flatMap((member) => (member.type === 'ObjectProperty' ? keyName(member) ?? [] : [])) : [];
  for (const key of [...KEYS.filter((one) => keys.includes(one)), ...keys.filter((one) => !KEYS.includes(one))]) {
    const values = elements.map((one) => (one.type === 'ObjectExpression' ? evaluate(owner, propertyValue(one, key))?.value : undefined));
    const name = element.type === 'Identifier' ? element.name : namesIn(element).find((one) => one.key === key)?.name.name;
    if (isEach(values, isText) && name !== undefined && /^[A-Za-z_$][\w$]*$/.test(key)) return { code: element.type === 'Identifier' ? `${name}.${key}` : name, values: values as string[] };
  }
  return undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

/** Properties that name an element, the best first. */
const KEYS = ['id', 'key', 'name', 'value'];

// ---- ids for items that have none

/** For each item without an id the code of one, and what it is at run time; or the words that say why it gets none. */
export type GivenId = { readonly code: string; readonly values: readonly string[] } | string;

/** Gives ids to the items that have none: readable, the same at each start, and different from all others. */
export function giveIds(entries: readonly MenuEntry[], turns: Turns): ReadonlyMap<MenuEntry, GivenId> {
  const lists = entries.flatMap(({ script, call }) => loopAround(script, call) ?? []).flatMap((loop) => (loop === 'unknown' ? [] : loop.elements));
  const taken = takenIds(entries, new Set(lists));
  const given = new Map<MenuEntry, GivenId>();
  for (const entry of entries) {
    const { script, options, call } = entry;
    if (options === undefined || property(options, 'id')) continue;
    const loop = loopAround(script, call);
    if (loop === 'unknown') {
      given.set(entry, 'a loop makes several');
    } else if (loop !== undefined) {
      const id = idIn(script, loop);
      if (id === undefined) given.set(entry, 'a loop makes several');
      else if (id.values.some((value) => taken.has(value)) || listens(entry)) given.set(entry, 'a loop makes several, and other code uses such ids');
      else given.set(entry, id);
      for (const value of id?.values ?? []) taken.add(value);
    } else if (!isMadeOnce(entry, entries, turns)) {
      given.set(entry, 'its function may make several');
    } else {
      const value = unique(nameFor(entry, turns), taken);
      taken.add(value);
      given.set(entry, { code: script.quote(value), values: [value] });
    }
  }
  return given;
}

/** Whether the script also has a listener that may take an id for another. */
function listens({ script, path }: MenuEntry): boolean {
  return [...script.calls(path.replace('create', 'onClicked.addListener'))].length > 0;
}

/** The ids that items have, or that code compares with. */
function takenIds(entries: readonly MenuEntry[], lists: ReadonlySet<Node>): Set<string> {
  const taken = new Set<string>();
  for (const script of new Set(entries.map(({ script }) => script))) {
    walk(script.program!, (node) => {
      if (lists.has(node)) return false;
      const parent = node.type === 'StringLiteral' ? parentOf(node) : undefined;
      const key = parent?.type === 'ObjectProperty' ? keyName(parent) : undefined;
      if (node.type === 'StringLiteral' && (parent?.type === 'SwitchCase' || parent?.type === 'BinaryExpression' || key === 'id' || key === 'parentId' || (isCall(parent) && isMenuCall(script, parent)))) taken.add(node.value);
      return true;
    });
  }
  for (const entry of entries) {
    const id = idOf(entry);
    const loop = id && loopAround(entry.script, entry.call);
    if (id !== undefined && typeof loop === 'object') for (const value of valuesIn(entry.script, loop, id) ?? []) taken.add(value);
    const value = id && evaluate(entry.script, id)?.value;
    if (value !== undefined) taken.add(String(value));
  }
  return taken;
}

function isMenuCall(script: Script, call: AnyCall): boolean {
  return /^(contextMenus|menus)\./.test(script.api(unwrap(call.callee as Node))?.names.join('.') ?? '');
}

/** Events that happen once for each menu. */
const ONCE = new Set(['start', 'runtime.onInstalled', 'runtime.onStartup']);

/** Whether a place makes one item: what runs it does so once, or makes a whole menu whose titles are known. */
function isMadeOnce(entry: MenuEntry, entries: readonly MenuEntry[], turns: Turns): boolean {
  const isRepeated = turns.turnsAt(entry.call).some(({ origin, delay }) => !ONCE.has(origin) || delay === 'timer' || delay === 'event');
  for (let fn = functionOf(entry.call); fn !== undefined; fn = functionOf(fn)) {
    const own = fn;
    const callers = turns.callersOf(own);
    if (callers.some((caller) => loopAround(turns.scriptOf(caller), caller) !== undefined) || isGivenToLoop(turns.scriptOf(own), own)) return false;
    const isMenu = (): boolean => entries.some(({ script, call, options }) => functionOf(call) === functionOf(entry.call) && options !== undefined && titleOf(script, options) !== undefined) && !usesLocals(entry, own);
    if ((callers.length > 1 || isRepeated) && !(isRebuilt(entry) && isMenu())) return false;
  }
  return true;
}

/** Whether a function is handed over by its name to a method that calls it for each element: `list.forEach(add)`. */
function isGivenToLoop(script: Script, fn: FunctionNode): boolean {
  return (usesOfFunction(script, fn) ?? []).some(({ node }) => {
    const call = parentOf(wrapped(node));
    return isCall(call) && call.arguments.includes(wrapped(node) as t.Expression) && isMember(unwrap(call.callee as Node)) && SYNC_METHODS.has(memberName(unwrap(call.callee as Node) as AnyMember) ?? '');
  });
}

function isRebuilt({ script, path }: MenuEntry): boolean {
  return [...script.calls(path.replace(/create$/, 'removeAll'))].length > 0;
}

/** Whether an item, apart from its parent, depends on what a function is given or finds out. */
function usesLocals({ script, options }: MenuEntry, fn: Node): boolean {
  let found = false;
  walk(options!, (node) => {
    if (isFunction(node) || (node.type === 'ObjectProperty' && keyName(node) === 'parentId')) return false;
    const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
    if (binding !== undefined && isWithin(binding.scope.node, fn) && binding.kind !== 'function' && !isLiteral(binding.declarations[0]?.init)) found = true;
    return !found;
  });
  return found;
}

/** Whether a value is the same each time: a literal, or an array of them. */
function isLiteral(node: Node | undefined): boolean {
  const inner = node && unwrap(node);
  return inner !== undefined && (stringValue(inner) !== undefined || /^(Numeric|Boolean|Null)Literal$/.test(inner.type) || (inner.type === 'ArrayExpression' && inner.elements.every((element) => element !== null && isLiteral(element))));
}

/** What an item is called, where the code says it: the title, or the key of its message. */
function titleOf(script: Script, options: t.ObjectExpression, turns?: Turns): string | undefined {
  const title = property(options, 'title');
  const value = title?.type === 'ObjectProperty' ? unwrap(title.value) : undefined;
  if (value === undefined) return undefined;
  if (isCall(value) && script.api(unwrap(value.callee as Node))?.names.join('.') === 'i18n.getMessage') return stringValue(value.arguments[0]);
  const known = evaluate(script, value, turns)?.value;
  return typeof known === 'string' ? known : undefined;
}

function nameFor({ script, call, options }: MenuEntry, turns: Turns): string {
  const holder = parentOf(wrapped(call));
  const variable = holder?.type === 'VariableDeclarator' ? holder.id : holder?.type === 'AssignmentExpression' ? holder.left : undefined;
  if (variable?.type === 'Identifier' && variable.name.length > 2) return kebab(variable.name);
  const title = titleOf(script, options!, turns);
  const words = title === undefined ? '' : kebab(title.replaceAll('%s', ' '));
  if (words !== '') return words;
  const type = property(options!, 'type');
  const handler = handlerOf(options);
  const name = handler?.type === 'ObjectProperty' && handler.value.type === 'Identifier' ? handler.value.name : undefined;
  return name !== undefined ? kebab(name) : (type?.type === 'ObjectProperty' && stringValue(type.value) === 'separator' ? 'separator' : 'menu-item');
}

const MAX_LENGTH = 48;

/** `saveLink`, `Save link…` and `save_link` as `save-link`; keys of messages stay as they are. */
function kebab(text: string): string {
  const words = text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '-').toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, '');
  return words.length <= MAX_LENGTH ? words : words.slice(0, MAX_LENGTH).replace(/[-_][^-_]*$/, '');
}

function unique(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name) && name !== 'separator') return name;
  for (let number = name === 'separator' ? 1 : 2; ; number++) if (!taken.has(`${name}-${number}`)) return `${name}-${number}`;
}
