import type * as t from '@babel/types';
import { doesNothing, functionOf, isCall, isFunction, isMember, isWithin, parentOf, siblings, unwrap, usesArguments, walk, wordsOfCall, wrapped, type AnyCall, type FunctionNode, type Node } from './ast.ts';
import { isLater, isListenerArgument } from './callbacks.ts';
import { endBehind, isInLoop } from './control-flow.ts';
import { isNameOfPromise } from './gates/promise-names.ts';
import { CHANGES_TAB, givesTabToCommands, parameterEdits } from './injection/injection-tab.ts';
import { commentsBetween, fixedLines, freshName, needsSemicolon, rangeOf } from './layout.ts';
import { Refusal } from './refusal.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
import type { Registration, Turns } from './turns.ts';
import type { Edit } from './types.ts';
import { bindingOfFunction, usesOfFunction } from './uses.ts';

/** What a listener's question for the active tab becomes. */
export interface EventTab {
  readonly name: string;
  readonly edits: readonly Edit[];
}

/**
 * The edits by which a listener takes the tab that its event gives instead of asking for the active one.
 * @throws Refusal where that may be another tab, or what follows the answer cannot run at once
 */
export function eventTabOf(script: Script, query: AnyCall, fn: FunctionNode, registrations: readonly Registration[], turns: Turns): EventTab {
  if (!script.api(unwrap(query.callee as Node))?.names.join('.').endsWith('tabs.query')) throw new Refusal('it is not `tabs.query`');
  const index = placeOfTab(script, registrations);
  if (functionOf(query) !== fn) throw new Refusal('it asks later than the event');
  if (isInLoop(query)) throw new Refusal('it asks again and again');
  if (turns.callersOf(fn).length > 0 || usesOfFunction(script, fn)?.every(({ script: owner, node }) => isListenerArgument(owner, node)) !== true) throw new Refusal('the listener is not only a listener');
  if (bindingOfFunction(script, fn) !== undefined && script.realms.some(({ kind }) => kind !== 'background')) throw new Refusal('a page may call the listener, too');
  assertSameTab(script, query, fn, turns);
  assertSameState(fn, registrations, turns);
  const answer = answerOf(script, query, fn);
  const given = fn.params[index] as Node | undefined;
  if (given !== undefined && (given.type !== 'Identifier' || script.binding(given)?.references.some(({ writes, node }) => writes || mayChange(script, node)) !== false)) throw new Refusal('its parameter for the tab is not a plain one, or changes');
  const own = answer.uses.name;
  const isFree = own !== undefined && !isNamedOutside(script, own, fn, answer.scope);
  const name = given?.type === 'Identifier' ? given.name : isFree ? own : freshName(fn, 'tab', 'clickedTab', 'activeTab');
  const added = given === undefined ? parameterEdits(script, fn, index, name, 'command') : [];
  if (added === undefined) throw new Refusal('its parameters leave no place for the tab');
  for (const { node } of answer.uses.places) {
    const seen = script.scopes!.scopeOf(node).lookup(name);
    if (seen !== undefined && seen !== answer.uses.binding && !(given?.type === 'Identifier' && seen === script.binding(given))) throw new Refusal(`\`${name}\` means something else there`);
  }
  const renamed = answer.uses.places.flatMap(({ node, isName }): Edit[] => {
    if (isName && own === name) return [];
    const parent = parentOf(node);
    return [script.replace(node, parent?.type === 'ObjectProperty' && parent.shorthand ? `${script.textOf(node)}: ${name}` : name)];
  });
  const edits = [...added, ...answer.unwrapped(renamed)];
  if (edits.some(({ start, end }) => commentsBetween(script, start, end).length > 0)) throw new Refusal('a comment would be lost');
  return { name, edits };
}

/** At which place all events of a listener give the tab. */
function placeOfTab(script: Script, registrations: readonly Registration[]): number {
  const events = registrations.flatMap(({ event }) => event.split('|'));
  if (events.every((event) => /^(action|browserAction|pageAction)\.onClicked$/.test(event))) return 0;
  if (events.some((event) => /^(contextMenus|menus)\./.test(event))) throw new Refusal('a click in a PDF, a sidebar or a popup gives no tab of its own');
  if (!events.every((event) => event === 'commands.onCommand')) throw new Refusal('its events give the tab at different places');
  if (!givesTabToCommands(script.extension)) throw new Refusal('Firefox gives it from version 126 on');
  const commands = script.extension.manifest.value(['commands']);
  const isGlobal = typeof commands !== 'object' || commands === null || Object.values(commands).some((command) => typeof command === 'object' && command !== null && 'global' in command);
  if (isGlobal) throw new Refusal('a global shortcut may give no tab');
  return 1;
}

/** Refuses where another tab may have become the active one before the listener asks. */
function assertSameTab(script: Script, query: AnyCall, fn: FunctionNode, turns: Turns): void {
  const seen = new Set<FunctionNode>();
  const check = (owner: Script, whole: Node, end: number): void => {
    walk(whole, (node) => {
      if (node.start! >= end || (isFunction(node) && node !== whole)) return false;
      if (node.type === 'AwaitExpression' && !isWithin(query, node)) {
        const awaited = unwrap(node.argument);
        if (awaited.type !== 'Identifier' || !isNameOfPromise(awaited.name)) throw new Refusal('it waits before it asks');
      }
      if (node.type === 'ForOfStatement' && node.await) throw new Refusal('it waits before it asks');
      if (!isCall(node) || node === query || isWithin(query, node)) return true;
      // What ran before the answer came now runs after what follows it.
      if (isLater(owner, node) && node.arguments.some((argument) => isFunction(unwrap(argument)) || turns.functionsOf(argument).length > 0)) throw new Refusal('what it started before may be done when the answer comes');
      if (CHANGES_TAB.test(owner.api(unwrap(node.callee as Node))?.names.join('.') ?? '')) throw new Refusal('it may make another tab the active one before it asks');
      for (const target of turns.targetsOf(node)) {
        if (seen.has(target)) continue;
        seen.add(target);
        check(turns.scriptOf(target), target, target.end!);
      }
      return true;
    });
  };
  check(script, fn, query.start!);
}

/** Refuses where another listener of the same event changes what this one uses: when the answer comes, that has run. */
function assertSameState(fn: FunctionNode, registrations: readonly Registration[], turns: Turns): void {
  const events = new Set(registrations.flatMap(({ event }) => event.split('|')));
  const others = turns.registrations.filter((one) => !registrations.includes(one) && one.event.split('|').some((event) => events.has(event)));
  if (others.length === 0) return;
  const used = outerNames([fn], turns, () => true);
  for (const { functions } of others) {
    const [name] = [...outerNames(functions, turns, mayChange)].filter((one) => used.has(one));
    if (functions.length === 0 || name !== undefined) throw new Refusal(name === undefined ? 'another listener of the same event is not followed' : `another listener of the same event may change \`${name}\` first`);
  }
}

/** The names from outside of a function, `this` among them, by which code that it runs uses something. */
function outerNames(functions: readonly FunctionNode[], turns: Turns, counts: (script: Script, node: Node) => boolean): ReadonlySet<string> {
  const names = new Set<string>();
  const reached = new Set(functions);
  for (const fn of reached) {
    const script = turns.scriptOf(fn);
    walk(fn, (node) => {
      if (isCall(node)) for (const target of turns.targetsOf(node)) reached.add(target);
      const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
      const isOuter = node.type === 'ThisExpression' || (node.type === 'Identifier' && (binding === undefined ? script.scopes!.globals.has(node.name) : !isWithin(binding.scope.node, fn)));
      if (isOuter && counts(script, node)) names.add(node.type === 'ThisExpression' ? 'this' : node.name);
    });
  }
  return names;
}

/** Whether a mention of an object or variable may change it: it is assigned to, or has a method called that is no API of the browser. */
function mayChange(script: Script, name: Node): boolean {
  let place = wrapped(name);
  for (let up = parentOf(place); isMember(up) && up.object === place; up = parentOf(place)) place = wrapped(up);
  const parent = parentOf(place);
  if (isCall(parent) && parent.callee === place) return place !== wrapped(name) && script.api(unwrap(place)) === undefined && !(name.type === 'Identifier' && name.name === 'console');
  return parent?.type === 'UpdateExpression' || (parent?.type === 'AssignmentExpression' && parent.left === place) || (parent?.type === 'UnaryExpression' && parent.operator === 'delete') || /Pattern$|^RestElement$/.test(parent?.type ?? '') || (parent?.type === 'ObjectProperty' && parentOf(parent)?.type === 'ObjectPattern');
}

/** The names by which code reads the one tab of an answer. */
interface TabUses {
  /** The name of a variable that holds the tab itself. */
  readonly name: string | undefined;
  readonly binding: Binding;
  /** @property isName whether the place is that name, and not `tabs[0]` */
  readonly places: readonly { readonly node: Node; readonly isName: boolean }[];
}

interface Answer {
  readonly uses: TabUses;
  /** What declares the answer: its names count for nothing outside. */
  readonly scope: Node;
  /** The edits that put what follows the answer in its place, with others within it. */
  unwrapped(inner: readonly Edit[]): readonly Edit[];
}

function answerOf(script: Script, query: AnyCall, fn: FunctionNode): Answer {
  const outer = wrapped(query);
  const parent = parentOf(outer);
  const [, callback, another] = query.arguments.map((argument) => unwrap(argument));
  if (parent?.type === 'AwaitExpression' && callback === undefined) return awaited(script, parent, fn);
  if (another !== undefined || !isFunction(callback) || callback.type === 'FunctionDeclaration') throw new Refusal('it is not seen what becomes of the answer');
  if (callback.async || callback.generator || callback.params.length !== 1 || usesArguments(callback) || (callback.type !== 'ArrowFunctionExpression' && wordsOfCall(callback.body).size > 0)) throw new Refusal('its callback cannot become a part of the listener');
  if (/\blastError\b/.test(script.textOf(callback))) throw new Refusal('its callback looks for an error');
  const uses = usesOfAnswer(script, callback.params[0] as Node);
  if (fn.body === outer) return { uses, scope: callback, unwrapped: (inner) => [...around(script, fn.body, callback.body), ...inner] };
  if (parent?.type !== 'ExpressionStatement') throw new Refusal('what it gives back is used');
  assertLast(parent);
  assertOwnNames(script, callback, parent, fn);
  const { body } = callback;
  const begin = body.type === 'BlockStatement' ? body.body[0]?.start ?? body.end! : rangeOf(script, body)[0];
  assertApart(script, parent, begin);
  if (body.type !== 'BlockStatement') return { uses, scope: callback, unwrapped: (inner) => [...around(script, outer, body), ...inner] };
  const [first] = body.body;
  const last = body.body.at(-1);
  if (first === undefined || last === undefined || body.directives.length > 0) throw new Refusal('its callback does nothing');
  return { uses, scope: callback, unwrapped: (inner) => [...takenOut(script, parent, body), ...inner] };
}

/** `const [tab] = await query(…);`, `const tabs = await query(…);` */
function awaited(script: Script, wait: Node, fn: FunctionNode): Answer {
  const declarator = parentOf(wrapped(wait));
  const declaration = declarator && parentOf(declarator);
  if (declarator?.type !== 'VariableDeclarator' || declaration?.type !== 'VariableDeclaration' || declaration.declarations.length > 1 || siblings(declaration) === undefined) throw new Refusal('it is not seen what becomes of the answer');
  const uses = usesOfAnswer(script, declarator.id);
  if (uses.name !== undefined && isNamedOutside(script, uses.name, fn, declaration)) throw new Refusal('its name is used for something else, too');
  const { text } = script.file;
  const from = text.lastIndexOf('\n', declaration.start!) + 1;
  const [end] = /^[ \t]*(\r?\n)/.exec(text.slice(declaration.end!)) ?? [];
  if (end === undefined || text.slice(from, declaration.start!).trim() !== '') throw new Refusal('it does not stand on lines of its own');
  assertApart(script, declaration, declaration.end!);
  return { uses, scope: declaration, unwrapped: (inner) => [{ file: script.path, start: from, end: declaration.end! + end.length, text: '' }, ...inner] };
}

/** How code uses a list of one tab: `[tab]`, or a name of which only `[0]` is read. */
function usesOfAnswer(script: Script, target: Node): TabUses {
  if (target.type === 'ArrayPattern') {
    const [first, another] = target.elements;
    const binding = first?.type === 'Identifier' && another === undefined ? script.binding(first) : undefined;
    if (binding === undefined || binding.declarations.length > 1 || binding.references.some(({ writes }) => writes)) throw new Refusal('it is not seen what becomes of the answer');
    return { name: binding.name, binding, places: binding.references.map(({ node }) => ({ node, isName: true })) };
  }
  const binding = target.type === 'Identifier' ? script.binding(target) : undefined;
  if (binding === undefined || binding.declarations.length > 1) throw new Refusal('it is not seen what becomes of the answer');
  const places = binding.references.map(({ node, writes }) => {
    const member = parentOf(wrapped(node));
    const isFirst = isMember(member) && member.type === 'MemberExpression' && member.object === wrapped(node) && member.computed && member.property.type === 'NumericLiteral' && member.property.value === 0;
    const parent = isFirst ? parentOf(member) : undefined;
    if (!isFirst || writes || (parent?.type === 'AssignmentExpression' && parent.left === member) || parent?.type === 'UpdateExpression') throw new Refusal('more than the first tab of the answer is used');
    return { node: member, isName: false };
  });
  return { name: undefined, binding, places };
}

/** Whether a function uses a name outside of what declares it. */
function isNamedOutside(script: Script, name: string, fn: FunctionNode, scope: Node): boolean {
  const binding = scope.type === 'VariableDeclaration' ? script.scopes!.scopeOf(scope).lookup(name) : undefined;
  let found = false;
  walk(fn, (node) => {
    if (node === scope) return false;
    if (node.type === 'Identifier' && node.name === name && !(isMember(parentOf(node)) && (parentOf(node) as t.MemberExpression).property === node) && (binding === undefined || script.binding(node) !== binding)) {
      const parent = parentOf(node);
      if (!(parent?.type === 'ObjectProperty' && parent.key === node && parent.value !== node && !parent.computed)) found = true;
    }
    return !found;
  });
  return found;
}

/** Refuses a statement after which its function goes on: what waits for an answer came after that. */
function assertLast(statement: Node): void {
  if (siblings(statement) === undefined) throw new Refusal('it stands in no block');
  const end = endBehind(statement, doesNothing);
  if (end === 'followed' || end === 'used') throw new Refusal('the listener goes on before the answer comes');
}

/** Refuses a callback whose own names are used around it. */
function assertOwnNames(script: Script, callback: FunctionNode, statement: Node, fn: FunctionNode): void {
  for (const binding of script.scopes!.bindings) {
    if (binding.kind === 'param' || !binding.declarations.every(({ id }) => functionOf(id) === callback)) continue;
    if (isNamedOutside(script, binding.name, fn, callback) || script.scopes!.scopeOf(statement).lookup(binding.name) !== undefined) throw new Refusal(`\`${binding.name}\` of its callback is another name of the listener, too`);
  }
}

/** The edits that leave of a node only one that it holds. */
function around(script: Script, whole: Node, kept: Node): Edit[] {
  const [start, end] = kept.type === 'BlockStatement' ? [kept.start!, kept.end!] : rangeOf(script, kept);
  return [{ file: script.path, start: whole.start!, end: start, text: '' }, { file: script.path, start: end, end: whole.end!, text: '' }];
}

/** Refuses what would go on with the statement before it, which has no `;`, once a statement is gone. */
function assertApart(script: Script, statement: t.Statement, start: number): void {
  const list = siblings(statement) ?? [];
  const before = list[list.indexOf(statement) - 1];
  if (before !== undefined && !/[;}]$/.test(script.textOf(before)) && needsSemicolon(script.file.text, start)) throw new Refusal('what follows would go on with the statement before it');
}

/** The edits that put the statements of a callback, one level less indented, in the place of the statement that has it. */
function takenOut(script: Script, statement: Node, body: t.BlockStatement): Edit[] {
  const { text } = script.file;
  const outer = script.indentAt(statement.start!);
  const [first, last] = [body.start! + 1, body.end! - 1];
  const start = first + /^\s*/.exec(text.slice(first, last))![0].length;
  const end = first + text.slice(first, last).trimEnd().length;
  const inner = script.indentAt(start);
  const edits: Edit[] = [{ file: script.path, start: statement.start!, end: start, text: '' }, { file: script.path, start: end, end: statement.end!, text: '' }];
  if (!text.slice(first, start).includes('\n') || !inner.startsWith(outer)) return edits;
  const fixed = fixedLines(body, text, 0);
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    const line = at + 1;
    if (!fixed.has(line) && text.startsWith(inner, line)) edits.push({ file: script.path, start: line + outer.length, end: line + inner.length, text: '' });
  }
  return edits;
}
