import type * as t from '@babel/types';
import { ancestors, mayLeave, parentOf, siblings, unwrap, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { endWithComment, functionText, habitsOf } from '../layout.ts';
import { handlerOf, idOf, type MenuEntry } from './menu-entries.ts';
import { assertOnce } from './once.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Settings } from './settings.ts';
import { assertUnchanged, startingUseOf } from './settled-intervals.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';
import type { Edit } from '../types.ts';

/** An item that each wake creates again, where the same item may be there already. */
export interface Kept {
  readonly entry: MenuEntry;
  /** The setting under which it is created; otherwise it is removed. */
  readonly condition: t.IfStatement | undefined;
}

/** Delays of a start-up that the browser waits for. */
const SOON = /^(await|promise|callback|load)$/;

/**
 * Plans an item that stays where it is created, late in the start-up: each start creates the same item or, where a setting is off, none.
 * @param entries all items of the background
 * @param removals the calls of `remove` and `removeAll` of the background
 * @throws Refusal where the next start would make another item of it
 */
export function planKept(entry: MenuEntry, entries: readonly MenuEntry[], removals: readonly AnyCall[], settings: Settings, turns: Turns): Kept {
  const { script, call, options } = entry;
  if (options === undefined || options !== unwrap(call.arguments[0]!) || call.arguments.length !== 1 || handlerOf(options) !== undefined || idOf(entry) === undefined) throw new Refusal('what it creates is not seen whole');
  // An unload may come before a timer, or a page's own event.
  if (turns.turnsAt(call).some(({ origin, delay }) => origin === 'start' && delay !== undefined && !SOON.test(delay))) throw new Refusal('it may come too late');
  // What waits for the page becomes part of the start-up first.
  if (script.extension.hasWorker && turns.turnsAt(call).some(({ delay }) => delay === 'load')) throw new Refusal('a service worker loads no page');
  if (!isFixed(script, options, turns)) throw new Refusal('each start may create another item');
  const statement = [...ancestors(call)].find(({ type }) => /(Statement|Declaration)$/.test(type))!;
  const block = parentOf(statement)!;
  const outer = block.type === 'BlockStatement' ? parentOf(block) : block;
  const around = outer?.type === 'IfStatement' && (outer.consequent === block || outer.consequent === statement) ? outer : undefined;
  // A test of what the browser has decides nothing.
  const isDecided = around !== undefined && orRefusal(() => assertOnce(call, turns, startingUseOf)) instanceof Refusal;
  const condition = isDecided ? around : undefined;
  if (condition !== undefined) {
    if (condition.alternate != null || siblings(condition) === undefined || siblings(statement)?.slice(0, siblings(statement)!.indexOf(statement as t.Statement)).some((one) => mayLeave(one)) || !isWhole(call, statement)) throw new Refusal('a condition decides whether it is created');
    if (!settings.has(script, condition.test)) throw new Refusal(`\`${script.textOf(condition.test)}\` may be different at each start`);
    assertUnchanged(condition.test, turns);
  }
  assertOnce(condition ?? call, turns, startingUseOf);
  const id = evaluate(script, idOf(entry)!, turns)?.value;
  const mayName = (from: Script, node: Node | undefined): boolean => {
    const other = node && evaluate(from, node, turns)?.value;
    return id === undefined || other === undefined || other === id;
  };
  for (const other of entries) {
    if (other === entry || !mayName(other.script, idOf(other)) || [...phasesAt(other.call, turns)].every((phase) => phase === 'event')) continue;
    throw new Refusal('the start-up may create another item with its id');
  }
  for (const one of removals) {
    if (!mayName(turns.scriptOf(one), one.arguments[0])) continue;
    const isOfSettings = turns.turnsAt(one).every(({ origin }) => /^storage\.(\w+\.)?onChanged$/.test(origin));
    if (condition === undefined || !isOfSettings) throw new Refusal('items are removed, too');
  }
  return { entry, condition };
}

/** Whether a statement does nothing but a call. */
function isWhole(call: AnyCall, statement: Node): boolean {
  const parent = parentOf(wrapped(call));
  return parent === statement || (parent?.type === 'AwaitExpression' && parentOf(wrapped(parent)) === statement);
}

/** The edits: an item that is there already is no error, and none is left where its setting is off. */
export function* keptEdits(kept: readonly Kept[]): Generator<Edit> {
  for (const { entry: { script, call, namespace } } of kept) yield script.insert(call.arguments[0]!.end!, `, ${ignoring(script, namespace!, script.indentAt(call.start!))}`);
  for (const condition of new Set(kept.flatMap((one) => one.condition ?? []))) {
    const own = kept.filter((one) => one.condition === condition);
    const { script } = own[0]!.entry;
    const { indent, semicolon } = script.style;
    const outer = script.indentAt(condition.start!);
    const lines = own.map(({ entry }) => {
      const { namespace, path, hasPromises } = entry;
      const remove = `${namespace!}.${path.replace('create', 'remove')}(${script.textOf(idOf(entry)!)}`;
      return `${outer}${indent}${hasPromises ? `${remove}).catch(${functionText(script, [], '', '').replace(/\{\s*\}$/, '{}')})` : `${remove}, ${ignoring(script, namespace!, outer + indent)})`}${semicolon}`;
    });
    const isBlock = condition.consequent.type === 'BlockStatement';
    yield isBlock ? script.insert(condition.end!, ` else {\n${lines.join('\n')}\n${outer}}`) : script.insert(endWithComment(script, condition), `\n${outer}else\n${lines.join('\n')}`);
  }
}

/** A callback that looks at the error, so that the browser does not log it. */
function ignoring(script: Script, namespace: string, indent: string): string {
  const error = `void ${namespace}.runtime.lastError`;
  return habitsOf(script).modern ? `() => ${error}` : functionText(script, [], `${indent}${script.style.indent}${error}${script.style.semicolon}`, indent);
}

const QUESTIONS = /^(i18n\.getMessage|(runtime|extension)\.getURL)$/;
const NAMES = /^(contextMenus|menus)\.(ContextType|ItemType)\.\w+$/;
const MAX_DEPTH = 8;

/** Whether an expression gives the same at each start, until an update. */
function isFixed(script: Script, node: Node, turns: Turns, given: ReadonlySet<Node> = new Set(), depth = 0): boolean {
  const inner = unwrap(node);
  const all = (...nodes: readonly (Node | null | undefined)[]): boolean => nodes.every((one) => one != null && isFixed(script, one, turns, given, depth + 1));
  if (depth > MAX_DEPTH) return false;
  if (evaluate(script, inner, turns) !== undefined) return true;
  switch (inner.type) {
    case 'TemplateLiteral': return all(...inner.expressions);
    case 'UnaryExpression': return all(inner.argument);
    case 'BinaryExpression': return inner.operator !== 'in' && all(inner.left, inner.right);
    case 'ArrayExpression': return all(...inner.elements.map((element) => (element?.type === 'SpreadElement' ? element.argument : element)));
    case 'ObjectExpression': return inner.properties.every((member) => member.type === 'ObjectProperty' && !member.computed && all(member.value));
    case 'MemberExpression': case 'OptionalMemberExpression': return NAMES.test(script.api(inner)?.names.join('.') ?? '');
    case 'CallExpression': case 'OptionalCallExpression': {
      if (!all(...inner.arguments)) return false;
      const path = script.api(unwrap(inner.callee as Node))?.names.join('.');
      if (path !== undefined) return QUESTIONS.test(path);
      const [fn, another] = turns.targetsOf(inner);
      return fn !== undefined && another === undefined && givesFixed(fn, turns, depth);
    }
    case 'Identifier': {
      const binding = script.binding(inner);
      const [declaration, another] = binding?.declarations ?? [];
      if (binding === undefined || declaration === undefined || another !== undefined || binding.references.some(({ writes }) => writes)) return false;
      if (given.has(declaration.id)) return true;
      return declaration.keys?.length === 0 && binding.references.every(({ node: use }) => isHandedOn(use)) && all(declaration.init);
    }
    default: return false;
  }
}

/** Whether a use of a name puts what it holds into something that is made there. */
function isHandedOn(use: Node): boolean {
  const parent = parentOf(wrapped(use));
  return parent?.type === 'ObjectProperty' || parent?.type === 'ArrayExpression' || parent?.type === 'SpreadElement' || parent?.type === 'TemplateLiteral' || parent?.type === 'BinaryExpression';
}

/** Whether a function that gets what is fixed does nothing but give something fixed: `function _(name) { return chrome.i18n.getMessage(name); }`. */
function givesFixed(fn: FunctionNode, turns: Turns, depth: number): boolean {
  const { body } = fn;
  const [only, another] = body.type === 'BlockStatement' ? body.body : [];
  const value = body.type !== 'BlockStatement' ? body : only?.type === 'ReturnStatement' && another === undefined ? only.argument : undefined;
  return value != null && !fn.async && !fn.generator && fn.params.every(({ type }) => type === 'Identifier') && isFixed(turns.scriptOf(fn), value, turns, new Set(fn.params), depth + 1);
}

/**
 * Whether the start-up changes items, which it would do again after each change that events or users make.
 * @param areChecked whether users change items
 */
export function areSetBack(updates: readonly AnyCall[], areChecked: boolean, turns: Turns): boolean {
  const phases = updates.map((call) => phasesAt(call, turns));
  return (areChecked || phases.some((one) => one.has('event'))) && phases.some((one) => [...one].some((phase) => phase !== 'event'));
}
