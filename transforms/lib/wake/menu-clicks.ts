import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, keyName, parentOf, property, siblings, unwrap, usesArguments, walk, wordsOfCall, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { accessOf } from '../bindings.ts';
import { evaluate, knownStart } from '../constants.ts';
import { failsWithout, isUnder, testsApi } from '../guarded.ts';
import { removal, textWithComments } from './installing.ts';
import { commentsBetween, freshName, functionText, habitsOf, moveLines, namespaceOf, startWithComments } from '../layout.ts';
import { composed, idOf, keyIn, loopAround, namesIn, valuesIn, type Handler, type Loop, type MenuEntry } from './menu-entries.ts';
import { ordersOf, placesOf, withoutListed, type Arguments, type Order, type Orders } from './menu-helpers.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import type { Edit } from '../types.ts';

/** Items whose `onclick` moves into a listener. */
interface Click {
  readonly entry: MenuEntry;
  /** Where they are ordered. */
  readonly places: readonly Node[];
  /** What their `onclick` is: a method, or an expression. */
  readonly value: Node;
  /** What parameters are that the function names, and that are known where the item is ordered. */
  readonly given: Arguments;
  /** The expression that is their id, where there is one. */
  readonly id: Node | undefined;
  /** The ids that it reacts to, as code. */
  readonly ids: readonly string[];
  /** What all these ids begin with, where they are not known; '' where each item of the extension has this `onclick`. */
  readonly start: string | undefined;
  /** How many arguments it takes: `info`, `tab`. */
  readonly parameters: number;
  /** The statements that the item is created among, and that the listener can stand among. */
  readonly home: readonly t.Statement[];
  /** Statements that declare functions which it needs: they move beside the listener. */
  readonly lifted: readonly Node[];
  /** The loop whose element it uses: the listener looks that up by the id. */
  readonly loop: Loop | undefined;
  /** Whether the list of that loop may change. */
  readonly isOpen: boolean;
}

export interface Clicks {
  readonly moves: readonly { readonly script: Script; readonly entries: readonly MenuEntry[]; /** The first `onclick`. */ readonly at: Node; /** The list that an item is looked up in, where it may change. */ readonly list: string | undefined; readonly edits: readonly Edit[] }[];
  readonly refused: ReadonlyMap<MenuEntry, string>;
}

/** A call of `contextMenus.update`. */
export interface Update {
  readonly script: Script;
  readonly call: { readonly arguments: readonly Node[] };
}

/** Moves what `onclick` of menu items does into one listener of each list of statements. */
export function planClicks(entries: readonly MenuEntry[], updates: readonly Update[], turns: Turns): Clicks {
  const refused = new Map<MenuEntry, string>();
  const clicks: Click[] = [];
  const changes = updates.filter(({ call }) => call.arguments[1] !== undefined && property(objectOf(call.arguments[1]), 'onclick'));
  const all = new Map(entries.map((entry) => [entry, ordersOf(entry, entries, turns)]));
  const named = entries.flatMap((entry) => namedBy(entry, all.get(entry), turns));
  for (const entry of entries) {
    const own = all.get(entry);
    if (own === undefined) continue;
    const found = typeof own === 'string' ? own : clicksOf(entry, own.orders, all, named, changes, turns);
    if (typeof found === 'string') {
      refused.set(entry, found);
    } else {
      clicks.push(...found);
    }
  }
  const homes = new Map<readonly t.Statement[], Click[]>();
  for (const click of clicks) homes.set(click.home, [...(homes.get(click.home) ?? []), click]);
  const moves = [...homes.values()].map((own) => {
    const { script } = own[0]!.entry;
    const parts = new Set(own.flatMap(({ entry }) => (all.get(entry) as Orders).dropped));
    const updated = changes.filter((one) => own.some((click) => isOf(click, one))).map(({ call }) => property(objectOf(call.arguments[1]), 'onclick')!);
    const properties = [...parts, ...updated].filter((one): one is Handler => one.type === 'ObjectMethod' || one.type === 'ObjectProperty');
    return { script, entries: [...new Set(own.map(({ entry }) => entry))], at: [...parts][0]!, list: own.find(({ isOpen }) => isOpen)?.loop?.code, edits: [...properties.map((one) => withoutProperty(script, one)), ...withoutListed(script, [...parts]), ...lifting(script, own), listener(script, own)] };
  });
  return { moves, refused };
}

function objectOf(node: Node | undefined): t.ObjectExpression {
  const inner = node && unwrap(node);
  return inner?.type === 'ObjectExpression' ? inner : ({ type: 'ObjectExpression', properties: [] } as unknown as t.ObjectExpression);
}

// ---- what cannot be moved

/** What moves of the items that one call creates: all of it, or nothing. */
function clicksOf(entry: MenuEntry, orders: readonly Order[], all: ReadonlyMap<MenuEntry, Orders | string | undefined>, named: readonly Named[], updates: readonly Update[], turns: Turns): readonly Click[] | string {
  const clicks: Click[] = [];
  for (const order of orders) {
    if (order.value === undefined) continue;
    const click = clickOf(entry, order, order.value, all, named, updates, turns);
    if (typeof click === 'string') return click;
    // One function for several items is said once.
    const same = clicks.findIndex((one) => one.value === click.value && one.loop === undefined && click.loop === undefined && one.given.size + click.given.size === 0 && one.home === click.home);
    if (same === -1) clicks.push(click);
    else clicks[same] = { ...clicks[same]!, places: [...clicks[same]!.places, ...click.places], ids: [...new Set([...clicks[same]!.ids, ...click.ids])] };
  }
  if (new Set(clicks.map(({ home }) => home)).size > 1) return 'its callers stand in several functions';
  if (clicks.length > 1 && clicks.some(({ value, given }) => given.size > 0 && entry.script.textOf(value).length * clicks.length > MAX_COPIES)) return 'a function makes a function for each item';
  const [first, ...more] = clicks;
  // The listener stands behind all items.
  return first === undefined ? 'no call gives it an `onclick`' : [{ ...first, places: orders.map(({ place }) => place).filter((place) => homeOf(place) === first.home) }, ...more];
}

/** How much text the same function may come to, where each item has one with its own values. */
const MAX_COPIES = 600;

function clickOf(entry: MenuEntry, { place, id, known, given }: Order, handler: Node, all: ReadonlyMap<MenuEntry, Orders | string | undefined>, named: readonly Named[], updates: readonly Update[], turns: Turns): Click | string {
  const { script } = entry;
  if (id === undefined) return 'the item has no `id`';
  const loop = loopAround(script, place);
  const home = homeOf(place);
  if (home === undefined) return 'the function around it is not called where it stands';
  const values = typeof loop === 'object' ? valuesIn(script, loop, id) : undefined;
  const fault = loop === 'unknown' || (loop !== undefined && values === undefined) ? 'a loop creates several items' : loop === undefined && typeof known !== 'string' ? 'its `id` is not a constant' : undefined;
  const start = fault === undefined ? undefined : commonStart(entry, id, handler, all);
  const open = fault === undefined || start !== undefined || loop !== 'unknown' ? undefined : openLoop(entry, place, id, handler, home, turns);
  if (fault !== undefined && start === undefined && open === undefined) return fault;
  const rivals = named.filter((one) => one.order.place !== place && one.ids.some((other) => other === known || values?.includes(other)));
  const rival = rivals.find((one) => !isSameClick(named.find((own) => own.order.place === place && own.entry === entry), one));
  if (rival !== undefined) return rival.order.value === undefined ? 'another item with this `id` has no `onclick`' : rival.entry.script.textOf(rival.order.value) === script.textOf(handler) ? 'another place makes an item with this `id`' : 'another item with this `id` has another `onclick`';
  for (const update of updates) {
    const own = update.call.arguments[0] && evaluate(update.script, update.call.arguments[0])?.value;
    if (own === undefined) return '`update` changes the `onclick` of an item that is not known';
    if (start !== undefined || open !== undefined || values?.includes(String(own))) return '`update` changes the `onclick` of an item that a loop creates';
    if (own !== known) continue;
    const other = property(objectOf(update.call.arguments[1]), 'onclick')!;
    if (update.script !== script || textOf(script, other) !== textOf(script, handler)) return '`update` gives the item another `onclick`, and which one holds would be lost';
  }
  const isShared = typeof loop === 'object' && handler.type === 'Identifier' && keyIn(script, loop.element, handler) === undefined;
  const own = isShared || start !== undefined || typeof loop !== 'object' ? open : loop;
  const lifted = new Set<Node>();
  const key = own && keyIn(script, own.element, handler);
  if (own?.element.type === 'ArrayPattern' && key !== undefined) return 'a loop makes a function for each item';
  const loopFault = own && (faultOfLoop(script, own, id, home) ?? (key === undefined && !own.isKept ? 'a loop makes a function for each item, and all of them use one variable' : undefined) ?? (key === undefined ? undefined : faultOfMember(own, key, turns)));
  if (loopFault !== undefined) return loopFault;
  const fn = own !== undefined && key !== undefined ? undefined : handlerFunction(script, handler, home, turns, lifted, own, id, given);
  if (typeof fn === 'string') return fn;
  if ([...lifted].some((one) => isWithin(place, one))) return '`onclick` uses the function that creates the item';
  const used = new Map([...given].filter(([{ references }]) => isFunction(handler) && references.some(({ node }) => isWithin(node, handler))));
  const parameters = fn === undefined || usesArguments(fn) || fn.params.some(({ type }) => type === 'RestElement') ? 2 : fn.params.length;
  const ids = start !== undefined || open !== undefined ? [] : values !== undefined ? values.map((one) => script.quote(one)) : place === entry.call || unwrap(id).type === 'StringLiteral' ? [script.textOf(id)] : [script.quote(String(known))];
  return { parameters, entry, places: [place], value: handler, given: used, id, ids, start, home, lifted: [...lifted], loop: own, isOpen: open !== undefined };
}

/** A place that orders items, and the ids that are known of them. */
interface Named {
  readonly entry: MenuEntry;
  readonly order: Order;
  readonly ids: readonly string[];
  /** Whether its call creates the items of other places too. */
  readonly isOfMany: boolean;
}

function namedBy(entry: MenuEntry, orders: Orders | string | undefined, turns: Turns): readonly Named[] {
  const own = typeof orders === 'object' ? orders.orders : placesOf(entry, turns);
  return own.map((order) => {
    const loop = order.id && loopAround(entry.script, order.place);
    const ids = typeof order.known === 'string' ? [order.known] : order.id !== undefined && typeof loop === 'object' ? valuesIn(entry.script, loop, order.id) ?? [] : [];
    return { entry, order, ids, isOfMany: own.length > 1 || loop !== undefined };
  });
}

/** Whether items of one id do the same where they are clicked, by one row of one table. */
function isSameClick(one: Named | undefined, other: Named): boolean {
  if (one?.order.value === undefined || other.order.value === undefined || one.entry.script !== other.entry.script || homeOf(one.order.place) !== homeOf(other.order.place)) return false;
  const { script } = one.entry;
  const [value, same] = [one.order.value, other.order.value];
  return script.textOf(value) === script.textOf(same) && (value.type === 'Identifier' && same.type === 'Identifier' ? script.binding(value) === script.binding(same) && ![one, other].some(({ order }) => isOfElement(script, order)) : !one.isOfMany && !other.isOfMany);
}

/** Whether a name is the element of a loop, or a part of it. */
function isOfElement(script: Script, { place, value }: Order): boolean {
  const loop = loopAround(script, place);
  return typeof loop === 'object' && keyIn(script, loop.element, value!) !== undefined;
}

/** What the ids of items begin with that are not known, where no other item's id does; '' where the extension has no other items. */
function commonStart(entry: MenuEntry, id: Node, value: Node, all: ReadonlyMap<MenuEntry, Orders | string | undefined>): string | undefined {
  const { script } = entry;
  const own = all.get(entry);
  if (value.type !== 'Identifier' || typeof own !== 'object' || own.orders.length !== 1) return undefined;
  const others = [...all].filter(([other]) => other !== entry);
  const start = knownStart(script, id) ?? '';
  const isApart = others.every(([other, orders]) => {
    const starts = typeof orders === 'object' ? orders.orders.map(({ id: one, known }) => (typeof known === 'string' ? known : knownStart(other.script, one))) : [startOf(other)];
    return starts.every((one) => one !== undefined && one !== '' && !one.startsWith(start) && !start.startsWith(one));
  });
  if (start !== '') return isApart ? start : undefined;
  const isOnly = [...script.extension.files.values()].every((file) => file === script.file || !/\b(contextMenus|menus)\b/.test(file.text)) && script.apiReferences.every(({ path, call }) => call !== undefined || !/^(contextMenus|menus)(\.create)?$/.test(path));
  return others.length === 0 && isOnly ? '' : undefined;
}

/**
 * A loop through a variable that the listener sees, where the id and the function depend on nothing else but its element.
 * The variable gets another list each time, and the menu is built anew then.
 */
function openLoop({ script, path }: MenuEntry, place: Node, id: Node, value: Node, home: readonly t.Statement[], turns: Turns): Loop | undefined {
  const loop = loopAround(script, place, true);
  if (typeof loop !== 'object' || loop.element.type !== 'Identifier' || loop.index !== undefined || !loop.isKept || !isFunction(value) || loop.list.type !== 'Identifier' || loop.code !== loop.list.name) return undefined;
  const binding = script.binding(loop.list);
  if (binding === undefined || binding.kind === 'param' || !isWithin(parentOf(home[0]!)!, binding.scope.node) || [...script.calls(path.replace('create', 'removeAll'))].length === 0) return undefined;
  const others = script.isModule ? [] : script.realms.flatMap(({ scripts }) => scripts).filter((one) => one !== script && one.program !== undefined && one.freeNames.has(binding.name));
  if (others.length > 0 || binding.references.some(({ node, writes }) => !writes && accessOf(script, node as t.Identifier).kind !== 'read')) return undefined;
  const builders = new Set([...ancestors(place)].filter((up) => isFunction(up)));
  const isBuiltAnew = (write: Node): boolean => {
    const fn = functionOf(write);
    let found = false;
    if (fn !== undefined) walk(fn.body, (node) => { if (isCall(node) && node.start! > write.end! && turns.targetsOf(node).some((target) => builders.has(target))) found = true; });
    return found;
  };
  const writes = binding.references.filter((reference) => reference.writes);
  if (writes.length === 0 || !writes.every(({ node }) => isBuiltAnew(node))) return undefined;
  let isOfElement = false;
  const text = composed(script, id, (inner) => {
    const key = keyIn(script, loop.element, inner);
    if (key !== undefined) isOfElement = true;
    return key === undefined ? undefined : { value: 'x' };
  });
  return isOfElement && typeof text === 'string' ? loop : undefined;
}

/** What the id of an item begins with. */
function startOf(entry: MenuEntry): string | undefined {
  const id = idOf(entry);
  return id && knownStart(entry.script, id);
}

/** The longest array literal that the listener says again. */
const MAX_LIST = 60;

/** Why a listener cannot look up a loop's element by an item's id. */
function faultOfLoop(script: Script, loop: Loop, id: Node, home: readonly t.Statement[]): string | undefined {
  const { element, elements, list, owner } = loop;
  if (element.type === 'ObjectPattern' && id.type !== 'Identifier') return 'a loop makes a function for each item';
  const isSmall = list.type === 'ArrayExpression' && elements.every(({ type }) => /^(String|Numeric)Literal$/.test(type)) && list.end! - list.start! <= MAX_LIST && !script.textOf(list).includes('\n');
  const block = parentOf(home[0]!)!;
  // const item = item.find(…)
  if (list.type === 'Identifier' && bindingsOf(loop).some(({ name }) => name === list.name)) return 'a loop makes a function for each item, and its list has the name of one';
  const isSeen = list.type === 'Identifier' && (owner !== script || isWithin(block, script.binding(list)!.scope.node));
  return isSmall || isSeen ? undefined : 'a loop makes a function for each item, and its list is not seen at top level';
}

/** Why a function that each element of a loop's list has cannot be called as its method. */
function faultOfMember({ elements, owner }: Loop, key: string, turns: Turns): string | undefined {
  for (const element of elements) {
    const member = element.type === 'ObjectExpression' ? property(element, key) : undefined;
    const functions = member?.type === 'ObjectMethod' ? [member] : member === undefined ? [] : turns.functionsOf(member.value);
    if (functions.length === 0 || turns.scriptOf(functions[0]!) !== owner) return '`onclick` is given a function that was not found';
    if (functions.some((fn) => fn.generator || (fn.type !== 'ArrowFunctionExpression' && wordsOfCall(fn.body).has('this')))) return '`onclick` uses `this`';
  }
  return undefined;
}

function isOf({ ids, entry, id: own }: Click, { script, call }: Update): boolean {
  const id = call.arguments[0] && evaluate(script, call.arguments[0])?.value;
  return id !== undefined && ids.length === 1 && own !== undefined && (id === evaluate(entry.script, own)?.value || entry.script.quote(String(id)) === ids[0]);
}

function textOf(script: Script, handler: Node): string {
  return script.slice(handler.type === 'ObjectProperty' ? handler.value.start! : handler.start!, handler.end!);
}

/** The statements of the script, or of a function that is called where it stands, around a place. */
function homeOf(place: Node): readonly t.Statement[] | undefined {
  let fn = functionOf(place);
  while (fn !== undefined && immediateCall(fn) === undefined) fn = functionOf(fn);
  for (let up = fn; up !== undefined; up = functionOf(up)) if (immediateCall(up) === undefined || up.async || up.generator) return undefined;
  if (fn !== undefined) return fn.body.type === 'BlockStatement' ? fn.body.body : undefined;
  for (const up of ancestors(place)) if (up.type === 'Program') return up.body;
  return undefined;
}

/**
 * The function that a handler is, or why it cannot be called from the listener.
 * @param lifted gets the statements of the functions that have to move with it
 */
function handlerFunction(script: Script, value: Node, home: readonly t.Statement[], turns: Turns, lifted: Set<Node>, loop: Loop | undefined, id: Node, given: Arguments): FunctionNode | string {
  const block = parentOf(home[0]!)!;
  const made = isCall(value) ? factory(value, turns) : undefined;
  if (!isFunction(value) && value.type !== 'Identifier' && !isPath(value) && made === undefined) return '`onclick` is given what an expression makes';
  if (isFunction(value) && value.generator) return '`onclick` is a generator';
  const functions = isFunction(value) ? [value] : turns.functionsOf(value);
  if (functions.length !== 1) return '`onclick` is given a function that was not found';
  const [fn] = functions as [FunctionNode];
  if ((fn === value || fn.type !== 'ArrowFunctionExpression') && wordsOfCall(fn.body).has('this')) return '`onclick` uses `this`';
  if (value.type === 'FunctionExpression' && value.id && script.binding(value.id)!.references.length > 0) return '`onclick` uses its own name';
  if (isFunction(value) && usesArguments(value)) return '`onclick` uses `arguments`';
  const root = rootOf(value);
  if (root !== undefined && script.binding(root)?.references.some(({ writes }) => writes)) return `\`${root.name}\` is assigned several ${root === value ? 'functions' : 'objects'}`;
  if (loop !== undefined && (!isFunction(value) || value.params.some((param) => /Pattern$/.test(param.type) && (param === value.params[0] || bindingsOf(loop).some((name) => script.binding(name)!.references.some(({ node }) => isWithin(node, param))))))) return 'a loop makes a function for each item';
  const hidden = hiddenBy(script, value, loop === undefined ? [id] : [loop.element, loop.list]);
  if (hidden !== undefined) return `\`onclick\` has another \`${hidden}\``;
  const unstable = isFunction(value) ? faultOfArguments(script, value, block, given) : undefined;
  if (unstable !== undefined) return unstable;
  const captured = capturedBy(script, value, block, lifted, loop, given);
  return captured === undefined ? fn : `\`onclick\` uses \`${captured}\`, which lives in the function that creates the item`;
}

/** What names the element of a loop, or parts of it, and its place in the list. */
function bindingsOf({ element, index }: Loop): readonly t.Identifier[] {
  return [...(element.type === 'Identifier' ? [element] : namesIn(element).map(({ name }) => name)), ...(index === undefined ? [] : [index])];
}

/** A name that the listener needs to look the item up, and that its handler declares for something else. */
function hiddenBy(script: Script, fn: Node, needed: readonly Node[]): string | undefined {
  if (!isFunction(fn)) return undefined;
  const names = new Set<string>();
  for (const part of needed) walk(part, (node) => { if (node.type === 'Identifier') names.add(node.name); });
  return script.scopes!.bindings.find(({ name, scope }) => names.has(name) && (scope.node === fn || scope.node === fn.body))?.name;
}

/** A name of the functions around some code that a block does not see, but for functions that can move there. */
function capturedBy(script: Script, code: Node, block: Node, lifted: Set<Node>, loop?: Loop, given?: Arguments): string | undefined {
  let captured: string | undefined;
  walk(code, (node) => {
    const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
    if (binding === undefined || isWithin(binding.scope.node, code) || isWithin(block, binding.scope.node) || given?.has(binding) === true) return true;
    if (loop !== undefined && (keyIn(script, loop.element, node) !== undefined || (loop.index !== undefined && binding === script.binding(loop.index)))) return true;
    const statement = liftable(script, binding);
    if (statement === undefined) captured ??= binding.name;
    else if (!lifted.has(statement)) captured ??= capturedBy(script, statement, block, lifted.add(statement));
    return captured === undefined;
  });
  return captured;
}

/** Why a function cannot say the arguments themselves instead of the parameters that it names. */
function faultOfArguments(script: Script, fn: FunctionNode, block: Node, given: Arguments): string | undefined {
  for (const [binding, argument] of given) {
    const uses = binding.references.filter(({ node }) => isWithin(node, fn));
    if (uses.length === 0) continue;
    if (script.textOf(fn).includes('\n') && /`[^`]*\n/.test(script.textOf(fn))) return '`onclick` has a text over several lines';
    if (argument === undefined) return `\`onclick\` uses \`${binding.name}\`, which not every call gives`;
    const value = unwrap(argument);
    const own = value.type === 'Identifier' ? script.binding(value) : undefined;
    const isConstant = own !== undefined && isWithin(block, own.scope.node) && /^(const|function|class|import)$/.test(own.kind) && !own.references.some(({ writes }) => writes);
    if (!isConstant && (evaluate(script, value) === undefined || capturedBy(script, value, block, new Set()) !== undefined)) return `\`onclick\` uses \`${binding.name}\`, which the call makes`;
    const names = new Set<string>();
    walk(value, (node) => { if (node.type === 'Identifier') names.add(node.name); });
    const hidden = script.scopes!.bindings.find(({ name, scope }) => names.has(name) && isWithin(scope.node, fn));
    if (hidden !== undefined) return `\`onclick\` has another \`${hidden.name}\``;
  }
  return undefined;
}

/** The statement that declares a function whose name means nothing else, and that is called only. */
function liftable(script: Script, binding: Binding): Node | undefined {
  const [declaration, another] = binding.declarations;
  const declared = declaration?.node;
  if (declared === undefined || another !== undefined || binding.references.some(({ writes }) => writes)) return undefined;
  const list = parentOf(declared);
  const isConstant = binding.kind === 'const' && declaration!.keys?.length === 0 && list?.type === 'VariableDeclaration' && list.declarations.length === 1;
  const fn = binding.kind === 'function' ? declared : isConstant && declaration!.init ? unwrap(declaration!.init) : undefined;
  const statement = isConstant ? list : declared;
  if (!isFunction(fn) || siblings(statement) === undefined || wordsOfCall(fn).size > 0 || wordsOfCall(fn.body).size > 0 || /#\w|\b(super|eval)\b/.test(script.textOf(fn))) return undefined;
  const isCalled = binding.references.every(({ node }) => {
    const user = parentOf(wrapped(node));
    return (isCall(user) && user.callee === wrapped(node)) || (user?.type === 'ObjectProperty' && keyName(user) === 'onclick');
  });
  const others = script.isModule ? [] : script.realms.flatMap(({ scripts }) => scripts).filter((other) => other !== script && other.program !== undefined);
  const isTaken = script.freeNames.has(binding.name) || script.scopes!.bindings.some((other) => other !== binding && other.name === binding.name) || others.some((other) => other.freeNames.has(binding.name) || other.scopes!.program.bindings.has(binding.name));
  return isCalled && !isTaken ? statement : undefined;
}

/** `notes`, `notes.clear`. */
function isPath(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === 'Identifier' || (inner.type === 'MemberExpression' && !inner.computed && isPath(inner.object));
}

/** `notes` of `notes.clear`. */
function rootOf(path: Node): t.Identifier | undefined {
  const inner = unwrap(path);
  return inner.type === 'Identifier' ? inner : isMember(inner) ? rootOf(inner.object) : undefined;
}

/** The function that a call returns, where all that it does is to make it. */
function factory(call: t.CallExpression | t.OptionalCallExpression, turns: Turns): FunctionNode | undefined {
  const [target, another] = turns.targetsOf(call);
  const [statement] = target?.body.type === 'BlockStatement' ? target.body.body : [];
  const returned = statement?.type === 'ReturnStatement' && statement.argument ? unwrap(statement.argument) : undefined;
  return another === undefined && call.arguments.every(({ type }) => /Literal$/.test(type) && type !== 'TemplateLiteral') && isFunction(returned) ? returned : undefined;
}

// ---- the edits

/** Takes a property out of an object literal, with its comma. */
function withoutProperty(script: Script, own: Handler): Edit {
  const { properties } = parentOf(own) as t.ObjectExpression;
  const index = properties.indexOf(own);
  const [before, after] = [properties[index - 1], properties[index + 1]];
  const { text } = script.file;
  const from = before?.end ?? own.start!;
  const to = after?.start ?? own.end!;
  // Comments beside it stay.
  if (commentsBetween(script, from, own.start!).length > 0 || commentsBetween(script, own.end!, to).length > 0) {
    const comma = after === undefined ? 0 : text.slice(own.end!).indexOf(',') + 1;
    return { file: script.path, start: own.start!, end: own.end! + comma, text: '' };
  }
  return after === undefined ? { file: script.path, start: from, end: own.end!, text: '' } : { file: script.path, start: own.start!, end: to, text: '' };
}

/** Moves functions that the handlers need out of the functions that create the items. */
function* lifting(script: Script, clicks: readonly Click[]): Generator<Edit> {
  const { home } = clicks[0]!;
  for (const statement of [...new Set(clicks.flatMap(({ lifted }) => lifted))].sort((a, b) => a.start! - b.start!)) {
    const outer = home.find((one) => isWithin(statement, one))!;
    const indent = script.indentAt(outer.start!);
    yield script.insert(startWithComments(script, outer), `${textWithComments(script, statement, indent)}\n\n${indent}`);
    yield removal(script, statement);
  }
}

function listener(script: Script, clicks: readonly Click[]): Edit {
  const { place, before } = placeOf(script, clicks);
  const { path, namespace, call } = clicks[0]!.entry;
  const indent = script.indentAt(clicks[0]!.home[0]!.start!);
  const callee = unwrap(call.callee as Node);
  // `const menus = api.menus || api.contextMenus`: the name that the items are created by.
  const isSeen = isMember(callee) && capturedBy(script, callee.object, parentOf(clicks[0]!.home[0]!)!, new Set()) === undefined;
  const api = namespace === undefined && isMember(callee) && isSeen ? script.textOf(callee.object) : `${namespace ?? namespaceOf(script)}.${path.replace('.create', '')}`;
  // Where the author asks for the API, a browser may lack it.
  const asks = (test: Node): boolean => testsApi(script, test, [path.replace('.create', '')]);
  const isAsked = clicks.some(({ entry, places }) => callee.type === 'OptionalMemberExpression' || [entry.call, ...places].some((place) => isUnder(place, asks, (test) => failsWithout(test, asks))));
  const event = `${api}${isAsked ? '?' : ''}.onClicked.addListener`;
  const { semicolon } = script.style;
  const isSingle = ({ value, ids, start }: Click): boolean => start !== undefined || (ids.length > 1 && isFunction(value));
  const plain = clicks.filter((click) => click.loop === undefined && !isSingle(click));
  const texts = clicks.flatMap((click) => (click.loop !== undefined ? [`${event}(${looked(script, click, click.loop, indent)})`] : isSingle(click) ? [`${event}(${single(script, click, indent)})`] : []));
  if (plain.length > 0) texts.unshift(plain.length === 1 && plain[0]!.ids.length === 1 && plain[0]!.given.size === 0 ? `${event}(${single(script, plain[0]!, indent)})` : table(script, plain, event, indent));
  const text = texts.join(`${semicolon}\n\n${indent}`);
  const isApart = /^[ \t]*(\r?\n[ \t]*(\r?\n|\})|\r?\n?[ \t]*$)/.test(script.file.text.slice(place));
  return script.insert(place, before ? `${text}${semicolon}\n\n${indent}` : `\n\n${indent}${text}${semicolon}${isApart ? '' : '\n'}`);
}

/** Behind the last statement that creates one of the items, or names one of the handlers. */
function placeOf(script: Script, clicks: readonly Click[]): { readonly place: number; readonly before: boolean } {
  const { home } = clicks[0]!;
  const later = new Set<Node>();
  for (const { places, value, id } of clicks) {
    for (const place of places) later.add(home.find((one) => isWithin(place, one))!);
    const name = value.type === 'Identifier' ? value : isCall(value) ? unwrap(value.callee) : undefined;
    const binding = name?.type === 'Identifier' ? script.binding(name) : undefined;
    const holder = binding?.kind === 'function' ? undefined : home.find((one) => binding?.declarations.some(({ id }) => isWithin(id, one)));
    if (holder !== undefined) later.add(holder);
    // A constant that is the id must be there too.
    const named = id?.type === 'Identifier' ? script.binding(id) : undefined;
    const declared = home.find((one) => named?.declarations.some((declaration) => isWithin(declaration.id, one)));
    if (declared !== undefined) later.add(declared);
  }
  const last = Math.max(...[...later].map((one) => home.indexOf(one as t.Statement)));
  const end = home.findIndex(({ type }) => type === 'ReturnStatement' || type === 'ThrowStatement');
  if (end !== -1 && end <= last) return { place: home[end]!.start!, before: true };
  const statement = home[last]!;
  const comment = commentsBetween(script, statement.end!, script.file.text.length)[0];
  const beside = comment !== undefined && /^[ \t]*$/.test(script.slice(statement.end!, comment.start!));
  return { place: beside ? comment.end! : statement.end!, before: false };
}

/** The listener for one item, or for items of one function: the author's own function, which asks first for the item. */
function single(script: Script, { value, id, ids, start, parameters }: Click, indent: string): string {
  const inner = indent + script.style.indent;
  const { semicolon } = script.style;
  const { modern, keyword } = habitsOf(script);
  const asked = (info: string, not: boolean): string => {
    if (start !== undefined) return modern ? `${not ? '!' : ''}${info}.menuItemId.startsWith(${script.quote(start)})` : `${info}.menuItemId.indexOf(${script.quote(start)}) ${not ? '!==' : '==='} 0`;
    if (ids.length === 1) return `${info}.menuItemId ${not ? '!==' : '==='} ${ids[0]!}`;
    const list = `[${ids.join(', ')}]`;
    return modern ? `${not ? '!' : ''}${list}.includes(${info}.menuItemId)` : `${list}.indexOf(${info}.menuItemId) ${not ? '===' : '!=='} -1`;
  };
  if (start === '') return functionValue(script, value, indent);
  const roots = id === undefined ? value : [value, id];
  const clicked = [freshName(roots, 'info', 'clicked'), freshName(roots, 'tab', 'clickedTab')] as const;
  if (!isFunction(value)) {
    const list = parameters > 1 ? clicked : clicked.slice(0, 1);
    return functionText(script, list, `${inner}if (${asked(clicked[0], false)}) ${script.textOf(value)}(${list.slice(0, parameters).join(', ')})${semicolon}`, indent);
  }
  const [first] = value.params;
  const own = first?.type === 'Identifier' ? first.name : undefined;
  if (first !== undefined && own === undefined) {
    return functionText(script, clicked, `${inner}if (${asked(clicked[0], false)}) (${functionValue(script, value, inner)})(${clicked.join(', ')})${semicolon}`, indent);
  }
  const info = own ?? clicked[0];
  const params = own === undefined ? info : script.slice(first!.start!, value.params.at(-1)!.end!);
  const head = `${value.async ? 'async ' : ''}${value.type === 'ArrowFunctionExpression' ? `(${params}) =>` : `${keyword}(${params})`}`;
  if (value.body.type !== 'BlockStatement') {
    return `${head} {\n${inner}if (${asked(info, false)}) ${moved(script, value.body, value.body.start!, value.body.end!, inner)}${semicolon}\n${indent}}`;
  }
  const guard = `${inner}if (${asked(info, true)}) return${semicolon}`;
  const from = value.body.start! + 1;
  const body = script.slice(from, value.body.end! - 1);
  if (!body.includes('\n')) return `${head} {\n${guard}\n${body.trim() === '' ? '' : `${inner}${body.trim()}\n`}${indent}}`;
  return `${head} {\n${guard}${moved(script, value, from, value.body.end!, indent)}`;
}

/** The listener for the items of a loop: it looks up the element that the item was made of. */
function looked(script: Script, { value, id: own }: Click, { element, index, list, code }: Loop, indent: string): string {
  const { semicolon, indent: level } = script.style;
  const { modern, keyword } = habitsOf(script);
  const inner = indent + level;
  const declare = modern ? 'const' : 'var';
  const uses = (code: Node, name: t.Identifier): boolean => script.binding(name)!.references.some(({ node }) => isWithin(node, code));
  // Where the function needs to know which one it is.
  const place = index !== undefined && uses(value, index) ? index.name : undefined;
  const item = element.type === 'Identifier' ? element.name : freshName([value, element, list], 'item', 'entry');
  const first = isFunction(value) ? value.params[0] : undefined;
  const roots = [value, element, list, own!];
  const [fresh, tab] = [freshName(roots, 'info', 'clicked'), freshName(roots, 'tab', 'clickedTab')];
  const info = first?.type === 'Identifier' ? first.name : fresh;
  const isNamed = element.type !== 'ObjectPattern';
  const same = `${isNamed ? script.textOf(own!) : `${item}.${keyIn(script, element, own!)!}`} === ${info}.menuItemId`;
  const parameters = [element.type === 'ArrayPattern' ? script.textOf(element) : item, ...(index !== undefined && uses(own!, index) ? [index.name] : [])].join(', ');
  const test = modern ? `(${parameters}) => ${same}` : `${keyword}(${parameters}) { return ${same}${semicolon} }`;
  const found = `${inner}${declare} ${place ?? item} = ${code}.${place === undefined ? 'find' : 'findIndex'}(${test})${semicolon}`;
  if (!isFunction(value)) return functionText(script, [info, tab], `${found}\n${inner}if (${item}) ${item}.${keyIn(script, element, value)!}(${info}, ${tab})${semicolon}`, indent);
  const params = first === undefined ? info : script.slice(first.start!, value.params.at(-1)!.end!);
  const head = `${value.async ? 'async ' : ''}${value.type === 'ArrowFunctionExpression' ? `(${params}) =>` : `${keyword}(${params})`}`;
  const taken = (place === undefined ? '' : `${inner}${declare} ${item} = ${code}[${place}]${semicolon}\n`) + (element.type === 'Identifier' ? '' : `${inner}const ${script.textOf(element)} = ${item}${semicolon}\n`);
  const leave = `${found}\n${inner}if (${place === undefined ? `${item} === undefined` : `${place} === -1`}) return${semicolon}\n${taken}`;
  if (value.body.type !== 'BlockStatement') return `${head} {\n${taken === '' ? `${found}\n${inner}if (${item} !== undefined) ` : `${leave}${inner}`}${moved(script, value.body, value.body.start!, value.body.end!, inner)}${semicolon}\n${indent}}`;
  const start = value.body.start! + 1;
  const body = script.slice(start, value.body.end! - 1);
  if (!body.includes('\n')) return `${head} {\n${leave}${body.trim() === '' ? '' : `${inner}${body.trim()}\n`}${indent}}`;
  return `${head} {\n${leave.slice(0, -1)}${moved(script, value, start, value.body.end!, indent)}`;
}

/** A handler as an expression, as it would stand on a line with some indentation. */
function functionValue(script: Script, value: Node, indent: string, given?: Arguments): string {
  if (given !== undefined && given.size > 0) return withArguments(script, value, given, indent);
  if (value.type === 'ObjectMethod') {
    const open = script.file.text.indexOf('(', value.key.end!);
    return `${value.async ? 'async ' : ''}${habitsOf(script).keyword}${moved(script, value, open, value.end!, indent)}`;
  }
  return moved(script, value, value.start!, value.end!, indent);
}

/** A function that says the arguments themselves instead of the parameters that it names. */
function withArguments(script: Script, value: Node, given: Arguments, indent: string): string {
  const start = value.type === 'ObjectMethod' ? script.file.text.indexOf('(', value.key.end!) : value.start!;
  const edits = [...given].flatMap(([binding, argument]) => binding.references.filter(({ node }) => isWithin(node, value)).map(({ node }) => {
    const known = unwrap(argument!);
    const text = script.textOf(known);
    const user = parentOf(node);
    if (user?.type === 'TemplateLiteral' && parentOf(user)?.type !== 'TaggedTemplateExpression' && known.type === 'StringLiteral' && !/[`\\$]/.test(known.value)) return { start: node.start! - 2, end: node.end! + 1, text: known.value };
    const code = /^(Identifier|\w+Literal|MemberExpression)$/.test(known.type) ? text : `(${text})`;
    return { start: node.start!, end: node.end!, text: user?.type === 'ObjectProperty' && user.shorthand ? `${binding.name}: ${code}` : code };
  })).sort((a, b) => b.start - a.start);
  const text = edits.reduce((code, edit) => code.slice(0, edit.start - start) + edit.text + code.slice(edit.end - start), script.slice(start, value.end!));
  const from = script.indentAt(start);
  const lines = text.split('\n').map((line, index) => (index === 0 || line.trim() === '' ? line : indent + (line.startsWith(from) ? line.slice(from.length) : line.trimStart()))).join('\n');
  return value.type === 'ObjectMethod' ? `${value.async ? 'async ' : ''}${habitsOf(script).keyword}${lines}` : lines;
}

/** A handler in the table: what may not be there yet when the table is made is looked up at the click. */
function tableValue(script: Script, { value, parameters, given }: Click, indent: string): string {
  if (isFunction(value) || (value.type === 'Identifier' && script.binding(value) !== undefined)) return functionValue(script, value, indent, given);
  const list = [freshName(value, 'info', 'clicked'), freshName(value, 'tab', 'clickedTab')].slice(0, parameters).join(', ');
  const { modern, keyword } = habitsOf(script);
  const call = `${script.textOf(value)}(${list})`;
  return modern ? `(${list}) => ${call}` : `${keyword}(${list}) { ${call}${script.style.semicolon} }`;
}

function moved(script: Script, root: Node, start: number, end: number, to: string): string {
  return moveLines(script.slice(start, end), start, root, script.indentAt(start), to);
}

/** The listener for several items: their functions by id. */
function table(script: Script, clicks: readonly Click[], event: string, indent: string): string {
  const { modern } = habitsOf(script);
  const { semicolon } = script.style;
  const inner = indent + script.style.indent;
  const scripts = script.isModule ? [script] : script.realms.flatMap(({ scripts: all }) => all).filter(({ program }) => program !== undefined);
  const name = freshName(scripts.map(({ program }) => program!), 'menuHandlers', 'menuItemHandlers');
  const rows = clicks.flatMap((click) => click.ids.map((id) => `${inner}${keyText(id)}: ${tableValue(script, click, inner)}`));
  const comma = modern && habitsOf(script).trailingComma ? ',' : '';
  const body = `${inner}${modern ? 'const' : 'var'} handler = ${name}[info.menuItemId]${semicolon}\n${inner}if (handler) handler(info, tab)${semicolon}`;
  const unique = [...new Set(rows)];
  const type = script.isTyped ? `: Record<string, Parameters<typeof ${event}>[0]>` : '';
  return `${modern ? 'const' : 'var'} ${name}${type} = {\n${unique.join(',\n')}${comma}\n${indent}}${semicolon}\n\n${indent}${event}(${functionText(script, ['info', 'tab'], body, indent)})`;
}

function keyText(id: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(id)) return `[${id}]`;
  const name = /^(['"])([A-Za-z_$][\w$]*)\1$/.exec(id)?.[2];
  return name !== undefined && name !== '__proto__' ? name : /^(['"]).*\1$|^\d+$/.test(id) ? id : `[${id}]`;
}
