import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, keyName, parentOf, property, siblings, unwrap, usesArguments, walk, wordsOfCall, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { removal, textWithComments } from './installing.ts';
import { commentsBetween, freshName, functionText, habitsOf, moveLines, startWithComments } from '../layout.ts';
import { handlerOf, idOf, keyIn, loopAround, valuesIn, type Handler, type Loop, type MenuEntry } from './menu-entries.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import type { Edit } from '../types.ts';

/** An item whose `onclick` moves into a listener. */
interface Click {
  readonly entry: MenuEntry;
  readonly handler: Handler;
  /** The ids that it reacts to, as code. */
  readonly ids: readonly string[];
  /** How many arguments it takes: `info`, `tab`. */
  readonly parameters: number;
  /** The statements that the item is created among, and that the listener can stand among. */
  readonly home: readonly t.Statement[];
  /** Statements that declare functions which it needs: they move beside the listener. */
  readonly lifted: readonly Node[];
  /** The loop whose element it uses: the listener looks that up by the id. */
  readonly loop: Loop | undefined;
}

export interface Clicks {
  readonly moves: readonly { readonly script: Script; readonly entries: readonly MenuEntry[]; readonly edits: readonly Edit[] }[];
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
  for (const entry of entries) {
    const handler = handlerOf(entry.options);
    if (handler === undefined) continue;
    const click = clickOf(entry, handler, entries, changes, turns);
    if (typeof click === 'string') refused.set(entry, click);
    else clicks.push(click);
  }
  const homes = new Map<readonly t.Statement[], Click[]>();
  for (const click of clicks) homes.set(click.home, [...(homes.get(click.home) ?? []), click]);
  const moves = [...homes.values()].map((own) => {
    const { script } = own[0]!.entry;
    const dropped = [...own.map(({ handler }) => handler), ...changes.filter((one) => own.some((click) => isOf(click.entry, one))).map(({ call }) => property(objectOf(call.arguments[1]), 'onclick')!)];
    return { script, entries: own.map(({ entry }) => entry), edits: [...dropped.map((one) => withoutProperty(script, one)), ...lifting(script, own), listener(script, own)] };
  });
  return { moves, refused };
}

function objectOf(node: Node | undefined): t.ObjectExpression {
  const inner = node && unwrap(node);
  return inner?.type === 'ObjectExpression' ? inner : ({ type: 'ObjectExpression', properties: [] } as unknown as t.ObjectExpression);
}

// ---- what cannot be moved

function clickOf(entry: MenuEntry, handler: Handler, entries: readonly MenuEntry[], updates: readonly Update[], turns: Turns): Click | string {
  const { script, call } = entry;
  const id = idOf(entry);
  if (id === undefined) return 'the item has no `id`';
  const loop = loopAround(script, call);
  if (loop === 'unknown') return 'a loop creates several items';
  const home = homeOf(call);
  if (home === undefined) return 'the function around it is not called where it stands';
  const value = evaluate(script, id)?.value;
  const values = loop && valuesIn(script, loop, id);
  if (loop !== undefined && values === undefined) return 'a loop creates several items';
  if (loop === undefined && typeof value !== 'string') return 'its `id` is not a constant';
  const rivals = entries.filter((other) => other !== entry && handlerOf(other.options) !== undefined && idValue(other) === value && value !== undefined);
  if (rivals.some((other) => textOf(other.script, handlerOf(other.options)!) !== textOf(script, handler))) return 'another item with this `id` has another `onclick`';
  for (const update of updates) {
    const own = update.call.arguments[0] && evaluate(update.script, update.call.arguments[0])?.value;
    if (own === undefined) return '`update` changes the `onclick` of an item that is not known';
    if (values?.includes(String(own))) return '`update` changes the `onclick` of an item that a loop creates';
    if (!isOf(entry, update)) continue;
    const other = property(objectOf(update.call.arguments[1]), 'onclick')!;
    if (update.script !== script || textOf(script, other) !== textOf(script, handler)) return '`update` gives the item another `onclick`, and which one holds would be lost';
  }
  const isShared = loop !== undefined && handler.type === 'ObjectProperty' && unwrap(handler.value).type === 'Identifier' && keyIn(script, loop.element, unwrap(handler.value)) === undefined;
  const own = isShared ? undefined : loop;
  const lifted = new Set<Node>();
  const given = own && handler.type === 'ObjectProperty' ? keyIn(script, own.element, unwrap(handler.value)) : undefined;
  const fault = own && (faultOfLoop(script, own, id, home) ?? (given === undefined && !own.isKept ? 'a loop makes a function for each item, and all of them use one variable' : undefined) ?? (given === undefined ? undefined : faultOfMember(own, given, turns)));
  if (fault !== undefined) return fault;
  const fn = own !== undefined && given !== undefined ? undefined : handlerFunction(script, handler, home, turns, lifted, own, id);
  if (typeof fn === 'string') return fn;
  if ([...lifted].some((one) => isWithin(call, one))) return '`onclick` uses the function that creates the item';
  const parameters = fn === undefined || usesArguments(fn) || fn.params.some(({ type }) => type === 'RestElement') ? 2 : fn.params.length;
  return { parameters, entry, handler, ids: values === undefined ? [script.textOf(id)] : values.map((one) => script.quote(one)), home, lifted: [...lifted], loop: own };
}

/** The longest array literal that the listener says again. */
const MAX_LIST = 60;

/** Why a listener cannot look up a loop's element by an item's id. */
function faultOfLoop(script: Script, { element, elements, list, owner }: Loop, id: Node, home: readonly t.Statement[]): string | undefined {
  if (element.type === 'ObjectPattern' && id.type !== 'Identifier') return 'a loop makes a function for each item';
  const isSmall = list.type === 'ArrayExpression' && elements.every(({ type }) => /^(String|Numeric)Literal$/.test(type)) && list.end! - list.start! <= MAX_LIST && !script.textOf(list).includes('\n');
  const block = parentOf(home[0]!)!;
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

function idValue(entry: MenuEntry): unknown {
  const id = idOf(entry);
  return id && evaluate(entry.script, id)?.value;
}

function isOf(entry: MenuEntry, { script, call }: Update): boolean {
  const id = call.arguments[0] && evaluate(script, call.arguments[0])?.value;
  return id !== undefined && id === idValue(entry);
}

function textOf(script: Script, handler: Handler): string {
  return script.slice(handler.type === 'ObjectMethod' ? handler.start! : handler.value.start!, handler.end!);
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
function handlerFunction(script: Script, handler: Handler, home: readonly t.Statement[], turns: Turns, lifted: Set<Node>, loop: Loop | undefined, id: Node): FunctionNode | string {
  const value = handler.type === 'ObjectMethod' ? handler : unwrap(handler.value);
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
  if (value.type === 'Identifier') {
    const binding = script.binding(value);
    if (binding?.references.some(({ writes }) => writes)) return `\`${value.name}\` is assigned several functions`;
  }
  if (loop !== undefined && (!isFunction(value) || value.params.some((param) => /Pattern$/.test(param.type) && param === value.params[0]))) return 'a loop makes a function for each item';
  const hidden = hiddenBy(script, value, loop === undefined ? [id] : [loop.element, loop.list]);
  if (hidden !== undefined) return `\`onclick\` has another \`${hidden}\``;
  const captured = capturedBy(script, value, block, lifted, loop);
  return captured === undefined ? fn : `\`onclick\` uses \`${captured}\`, which lives in the function that creates the item`;
}

/** A name that the listener needs to look the item up, and that its handler declares for something else. */
function hiddenBy(script: Script, fn: Node, needed: readonly Node[]): string | undefined {
  if (!isFunction(fn)) return undefined;
  const names = new Set<string>();
  for (const part of needed) walk(part, (node) => { if (node.type === 'Identifier') names.add(node.name); });
  return script.scopes!.bindings.find(({ name, scope }) => names.has(name) && (scope.node === fn || scope.node === fn.body))?.name;
}

/** A name of the functions around some code that a block does not see, but for functions that can move there. */
function capturedBy(script: Script, code: Node, block: Node, lifted: Set<Node>, loop?: Loop): string | undefined {
  let captured: string | undefined;
  walk(code, (node) => {
    const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
    if (binding === undefined || isWithin(binding.scope.node, code) || isWithin(block, binding.scope.node)) return true;
    if (loop !== undefined && keyIn(script, loop.element, node) !== undefined) return true;
    const statement = liftable(script, binding);
    if (statement === undefined) captured ??= binding.name;
    else if (!lifted.has(statement)) captured ??= capturedBy(script, statement, block, lifted.add(statement));
    return captured === undefined;
  });
  return captured;
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
  const event = namespace === undefined && isMember(callee) ? `${script.textOf(callee.object)}.onClicked.addListener` : `${namespace ?? 'chrome'}.${path.replace('create', 'onClicked')}.addListener`;
  const { semicolon } = script.style;
  const plain = clicks.filter(({ loop }) => loop === undefined);
  const texts = clicks.flatMap((click) => (click.loop === undefined ? [] : [`${event}(${looked(script, click, click.loop, indent)})`]));
  if (plain.length > 0) texts.unshift(plain.length === 1 && plain[0]!.ids.length === 1 ? `${event}(${single(script, plain[0]!, indent)})` : table(script, plain, event, indent));
  const text = texts.join(`${semicolon}\n\n${indent}`);
  const isApart = /^[ \t]*(\r?\n[ \t]*(\r?\n|\})|\r?\n?[ \t]*$)/.test(script.file.text.slice(place));
  return script.insert(place, before ? `${text}${semicolon}\n\n${indent}` : `\n\n${indent}${text}${semicolon}${isApart ? '' : '\n'}`);
}

/** Behind the last statement that creates one of the items, or names one of the handlers. */
function placeOf(script: Script, clicks: readonly Click[]): { readonly place: number; readonly before: boolean } {
  const { home } = clicks[0]!;
  const later = new Set<Node>();
  for (const { entry, handler } of clicks) {
    later.add(home.find((one) => isWithin(entry.call, one))!);
    const value = handler.type === 'ObjectProperty' ? unwrap(handler.value) : handler;
    const name = value.type === 'Identifier' ? value : isCall(value) ? unwrap(value.callee) : undefined;
    const binding = name?.type === 'Identifier' ? script.binding(name) : undefined;
    const holder = binding?.kind === 'function' ? undefined : home.find((one) => binding?.declarations.some(({ id }) => isWithin(id, one)));
    if (holder !== undefined) later.add(holder);
    // A constant that is the id must be there too.
    const id = idOf(entry);
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

/** The listener for one item: the author's own function, which asks first for the item. */
function single(script: Script, { handler, ids: [id], parameters }: Click, indent: string): string {
  const value = handler.type === 'ObjectMethod' ? handler : unwrap(handler.value);
  const inner = indent + script.style.indent;
  const { semicolon } = script.style;
  if (!isFunction(value)) {
    const list = parameters > 1 ? ['info', 'tab'] : ['info'];
    return functionText(script, list, `${inner}if (info.menuItemId === ${id}) ${script.textOf(value)}(${list.slice(0, parameters).join(', ')})${semicolon}`, indent);
  }
  const [first] = value.params;
  const own = first?.type === 'Identifier' ? first.name : undefined;
  if (first !== undefined && own === undefined) {
    return functionText(script, ['info', 'tab'], `${inner}if (info.menuItemId === ${id}) (${functionValue(script, handler, inner)})(info, tab)${semicolon}`, indent);
  }
  const info = own ?? freshName(value, 'info', 'clicked');
  const params = own === undefined ? info : script.slice(first!.start!, value.params.at(-1)!.end!);
  const { keyword } = habitsOf(script);
  const head = `${value.async ? 'async ' : ''}${value.type === 'ArrowFunctionExpression' ? `(${params}) =>` : `${keyword}(${params})`}`;
  if (value.body.type !== 'BlockStatement') {
    return `${head} {\n${inner}if (${info}.menuItemId === ${id}) ${moved(script, value.body, value.body.start!, value.body.end!, inner)}${semicolon}\n${indent}}`;
  }
  const guard = `${inner}if (${info}.menuItemId !== ${id}) return${semicolon}`;
  const start = value.body.start! + 1;
  const body = script.slice(start, value.body.end! - 1);
  if (!body.includes('\n')) return `${head} {\n${guard}\n${body.trim() === '' ? '' : `${inner}${body.trim()}\n`}${indent}}`;
  return `${head} {\n${guard}${moved(script, value, start, value.body.end!, indent)}`;
}

/** The listener for the items of a loop: it looks up the element that the item was made of. */
function looked(script: Script, { entry, handler }: Click, { element, list }: Loop, indent: string): string {
  const value = handler.type === 'ObjectMethod' ? handler : unwrap(handler.value);
  const { semicolon, indent: level } = script.style;
  const { modern, keyword } = habitsOf(script);
  const inner = indent + level;
  const item = element.type === 'Identifier' ? element.name : freshName(value, 'item', 'entry');
  const first = isFunction(value) ? value.params[0] : undefined;
  const info = first?.type === 'Identifier' ? first.name : isFunction(value) ? freshName(value, 'info', 'clicked') : 'info';
  const id = script.textOf(idOf(entry)!);
  const same = `${element.type === 'Identifier' ? id : `${item}.${keyIn(script, element, idOf(entry)!)!}`} === ${info}.menuItemId`;
  const test = modern ? `(${item}) => ${same}` : `${keyword}(${item}) { return ${same}${semicolon} }`;
  const found = `${inner}${modern ? 'const' : 'var'} ${item} = ${script.textOf(list)}.find(${test})${semicolon}`;
  if (!isFunction(value)) return functionText(script, ['info', 'tab'], `${found}\n${inner}if (${item}) ${item}.${keyIn(script, element, value)!}(info, tab)${semicolon}`, indent);
  const params = first === undefined ? info : script.slice(first.start!, value.params.at(-1)!.end!);
  const head = `${value.async ? 'async ' : ''}${value.type === 'ArrowFunctionExpression' ? `(${params}) =>` : `${keyword}(${params})`}`;
  const taken = element.type === 'Identifier' ? '' : `${inner}const ${script.textOf(element)} = ${item}${semicolon}\n`;
  const leave = `${found}\n${inner}if (${item} === undefined) return${semicolon}\n${taken}`;
  if (value.body.type !== 'BlockStatement') return `${head} {\n${taken === '' ? `${found}\n${inner}if (${item} !== undefined) ` : `${leave}${inner}`}${moved(script, value.body, value.body.start!, value.body.end!, inner)}${semicolon}\n${indent}}`;
  const start = value.body.start! + 1;
  const body = script.slice(start, value.body.end! - 1);
  if (!body.includes('\n')) return `${head} {\n${leave}${body.trim() === '' ? '' : `${inner}${body.trim()}\n`}${indent}}`;
  return `${head} {\n${leave.slice(0, -1)}${moved(script, value, start, value.body.end!, indent)}`;
}

/** A handler as an expression, as it would stand on a line with some indentation. */
function functionValue(script: Script, handler: Handler, indent: string): string {
  if (handler.type === 'ObjectMethod') {
    const open = script.file.text.indexOf('(', handler.key.end!);
    return `${handler.async ? 'async ' : ''}${habitsOf(script).keyword}${moved(script, handler, open, handler.end!, indent)}`;
  }
  return moved(script, handler.value, handler.value.start!, handler.value.end!, indent);
}

/** A handler in the table: what may not be there yet when the table is made is looked up at the click. */
function tableValue(script: Script, { handler, parameters }: Click, indent: string): string {
  const value = handler.type === 'ObjectMethod' ? handler : unwrap(handler.value);
  if (isFunction(value) || (value.type === 'Identifier' && script.binding(value) !== undefined)) return functionValue(script, handler, indent);
  const list = ['info', 'tab'].slice(0, parameters).join(', ');
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
  return `${modern ? 'const' : 'var'} ${name} = {\n${unique.join(',\n')}${comma}\n${indent}}${semicolon}\n\n${indent}${event}(${functionText(script, ['info', 'tab'], body, indent)})`;
}

function keyText(id: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(id)) return `[${id}]`;
  const name = /^(['"])([A-Za-z_$][\w$]*)\1$/.exec(id)?.[2];
  return name !== undefined && name !== '__proto__' ? name : /^(['"]).*\1$|^\d+$/.test(id) ? id : `[${id}]`;
}
