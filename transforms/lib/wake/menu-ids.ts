import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, isWithin, keyName, memberName, parentOf, property, propertyValue, stringValue, unwrap, walk, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import { evaluate } from '../constants.ts';
import { habitsOf } from '../layout.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { usesOfFunction } from '../uses.ts';
import { handlerOf, idOf, loopAround, namesIn, valuesIn, type Loop, type MenuEntry } from './menu-entries.ts';
import { idByParameter } from './menu-helpers.ts';

/** Code that gives each element of a loop a text of its own, and these texts. */
function idIn(script: Script, { element, elements, owner }: Loop): { readonly code: string; readonly values: readonly string[] } | undefined {
  const known = elements.map((one) => evaluate(owner, one)?.value);
  const isEach = (values: readonly unknown[], test: (value: unknown) => boolean): boolean => values.every(test) && new Set(values).size === values.length;
  if (element.type === 'Identifier' && isEach(known, isText)) return { code: element.name, values: known as string[] };
  if (element.type === 'Identifier' && isEach(known, Number.isSafeInteger)) {
    const stem = `${kebab(element.name)}-`;
    return { code: habitsOf(script).modern ? `\`${stem}\${${element.name}}\`` : `${script.quote(stem)} + ${element.name}`, values: known.map((value) => stem + String(value)) };
  }
  const entryKey = element.type === 'ArrayPattern' ? namesIn(element).find(({ key }) => key === '0')?.name.name : undefined;
  if (entryKey !== undefined) return { code: entryKey, values: elements.map((one) => String(evaluate(owner, (one as t.ArrayExpression).elements[0])?.value)) };
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
    } else if (isNumber(entry)) {
      given.set(entry, 'its id is used as a number');
    } else if (!isMadeOnce(entry, entries, turns)) {
      const id = idByParameter(entry, turns);
      if (id === undefined || !(isRebuilt(entry) || id.calls.every((one) => isOnce(one, turns)))) given.set(entry, 'its function may make several');
      else if (id.values.some((value) => taken.has(value)) || listens(entry)) given.set(entry, 'its function makes several, and other code uses such ids');
      else given.set(entry, id);
      for (const value of id?.values ?? []) taken.add(value);
    } else {
      const value = unique(nameFor(entry, turns), taken);
      taken.add(value);
      given.set(entry, { code: script.quote(value), values: [value] });
    }
  }
  return given;
}

/** Whether code takes the id that `create` returns for a number: it is one where an item has no id of its own. */
function isNumber({ script, call }: MenuEntry): boolean {
  const holder = parentOf(wrapped(call));
  const target = holder?.type === 'VariableDeclarator' ? holder.id : holder?.type === 'AssignmentExpression' ? holder.left : undefined;
  const name = target?.type === 'Identifier' ? target.name : isMember(target) ? memberName(target) : undefined;
  if (name === undefined) return false;
  const word = `(?:[\\w$]+\\??\\.)*${name.replaceAll('$', '\\$')}`;
  const asNumber = new RegExp(`\\b(?:Number(?:\\.\\w+)?|parseInt|parseFloat)\\(\\s*${word}\\b|\\btypeof\\s+${word}\\s*[!=]==?\\s*['"\`]number|\\b${word}\\s*(?:[<>]=?|[!=]==?\\s*-1\\b)`);
  return script.realms.some(({ scripts }) => scripts.some(({ text }) => asNumber.test(text)));
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

/** Whether what runs a place does so once for each menu. */
function isOnce(place: Node, turns: Turns): boolean {
  return turns.turnsAt(place).every(({ origin, delay }) => ONCE.has(origin) && delay !== 'timer' && delay !== 'event');
}

/** Whether a place makes one item: what runs it does so once, or makes a whole menu whose titles are known. */
function isMadeOnce(entry: MenuEntry, entries: readonly MenuEntry[], turns: Turns): boolean {
  const isRepeated = !isOnce(entry.call, turns);
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
