import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isWithin, parentOf, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { endWithComment, habitsOf, moveLines, needsSemicolon, startWithComments, statementEnd } from '../layout.ts';
import { lateRoot, rootOf } from './events.ts';
import { assertLasting, hoistLocals } from './locals.ts';
import { occasionsOf } from '../reaching.ts';
import type { Realm } from '../realms.ts';
import { Refusal } from '../refusal.ts';
import { removed, withoutStatements } from './removing.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Registration, Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import type { Way } from './ways.ts';

/** A statement that moves, and its new text without its own indentation. */
export interface Unit {
  readonly statement: Node;
  readonly script: Script;
}

/** The statements to move: the call of a function that does nothing but register, else the registrations. */
export function unitsOf(group: readonly Registration[], fn: FunctionNode, turns: Turns, call: Node | undefined = turns.callersOf(fn)[0]): readonly Unit[] {
  const { script } = group[0]!;
  const statements: readonly Node[] = group.map(({ call }) => parentOf(wrapped(call))!);
  const body = fn.body.type === 'BlockStatement' ? fn.body.body : [];
  const unused = isCall(call) && turns.callersOf(fn).length === 1 && call.callee.type === 'Identifier' && turns.scriptOf(call).binding(call.callee)?.kind !== 'param' && call.arguments.length === 0 ? statementOfCall(call) : undefined;
  if (fn.type === 'FunctionDeclaration' && unused !== undefined && fn.params.length === 0 && turns.callersOf(fn).includes(call as AnyCall) && body.every((one) => statements.includes(one) || one.type === 'FunctionDeclaration')) {
    return [{ statement: unused, script: turns.scriptOf(unused) }];
  }
  return statements.map((statement) => ({ statement, script }));
}

/** `f();`, `await f();` */
function statementOfCall(call: AnyCall): Node | undefined {
  const outer = parentOf(wrapped(call));
  const statement = outer?.type === 'AwaitExpression' ? parentOf(wrapped(outer)) : outer;
  return statement?.type === 'ExpressionStatement' ? statement : undefined;
}

/** The edits of a move, and the variables that it declares beside the start-up. */
export interface Moved {
  readonly edits: readonly Edit[];
  readonly declared: readonly string[];
}

/** Moves units of code from where the start-up comes to them late to its first turn. */
export function moved(units: readonly Unit[], way: Way, group: readonly Registration[], realm: Realm, turns: Turns, used: ReadonlySet<string>): Moved {
  const isCallMoved = !group.some(({ call }) => parentOf(wrapped(call)) === units[0]!.statement);
  const chain = way.functions.slice(isCallMoved ? 1 : 0, way.late);
  const place = units[0]!;
  const home = functionOf(chain.at(-1) ?? place.statement);
  const outermost = chain.at(-1);
  if (outermost === undefined) throw new Refusal('no function of the start-up is around it');
  const owner = place.script;
  if (chain.some((fn) => turns.scriptOf(fn) !== owner)) throw new Refusal('the start-up comes to it through several files');
  if (home !== undefined && (home.body.type !== 'BlockStatement' || home.generator)) throw new Refusal('the function around it is part of another one');
  const list: readonly t.Statement[] = home === undefined ? owner.program!.body : (home.body as t.BlockStatement).body;
  const anchor = list.find((one) => units.some(({ statement }) => isWithin(statement, one)));
  const isClass = (anchor?.type === 'ExportNamedDeclaration' || anchor?.type === 'ExportDefaultDeclaration') && anchor.declaration?.type === 'ClassDeclaration';
  if (anchor === undefined || (!isClass && anchor.type !== 'ExpressionStatement' && anchor.type !== 'FunctionDeclaration' && anchor.type !== 'ClassDeclaration' && anchor.type !== 'VariableDeclaration')) throw new Refusal('it is part of a larger statement');

  const captured = capturedBy(units, owner, chain, used);
  for (const { listener } of group) {
    const name = listener && unwrap(listener);
    const binding = name?.type === 'Identifier' ? owner.binding(name) : undefined;
    if (binding !== undefined && binding.kind !== 'function' && captured.includes(binding)) throw new Refusal(`\`${binding.name}\` is made only then`);
  }
  for (const registration of group) {
    const root = rootOf(registration.call.callee as Node);
    const binding = root && owner.binding(root);
    if (binding !== undefined && (captured.includes(binding) || lateRoot(registration, realm, turns) !== undefined)) throw new Refusal(`\`${binding.name}\` is made only then`);
  }
  if (captured.length > 0 && way.byEvent) throw new Refusal(`its listener uses \`${captured[0]!.name}\` of the listener around it`);
  if (captured.length > 0) for (const fn of chain) assertLasting(fn, turns);
  const edits: Edit[] = [];
  const declared = captured.length > 0 ? hoistLocals(owner, captured, chain, list, realm, used, edits) : [];
  const start = list.find((one) => isWithin(way.places[way.late]!, one));
  const at = insertionAfter(owner, list, start !== undefined && start.start! > anchor.start! ? start : anchor, units, group, realm, turns);
  const indent = owner.indentAt(anchor.start!);
  const { semicolon } = owner.style;
  const { edits: removals, emptied } = removed(owner, units.map(({ statement }) => statement), captured.length > 0);
  const taken = removals.find((edit) => edit.text === '' && edit.start <= at.offset && at.offset <= edit.end);
  const isOpen = needsSemicolon(owner.file.text, taken?.end ?? at.offset);
  const texts = units.map(({ statement }, index) => {
    const { expression } = statement as t.ExpressionStatement;
    const start = startWithComments(owner, statement);
    const [from, to] = expression.type === 'AwaitExpression' ? [expression.argument.start!, expression.argument.end!] : [statement.start!, expression.end!];
    const text = owner.slice(start, statement.start!) + owner.slice(from, to) + (isOpen && index === units.length - 1 ? ';' : semicolon) + owner.slice(statementEnd(owner, statement), endWithComment(owner, statement));
    return moveLines(text, start, owner.program!, owner.indentAt(statement.start!), indent);
  });
  // A line that begins with a bracket would go on with the line before it.
  if (semicolon === '') for (const [index, text] of texts.entries()) if (/^[([]/.test(text)) texts[index] = `;${text}`;
  const isApart = units.map(({ statement }, index) => index > 0 && /\n[ \t]*\r?\n/.test(owner.slice(units[index - 1]!.statement.end!, startWithComments(owner, statement))));
  const all = texts.map((text, index) => (index === 0 ? text : `${isApart[index] ? '\n' : ''}\n${indent}${text}`)).join('');
  const above = taken === undefined && emptied !== undefined ? owner.slice(startWithComments(owner, emptied), emptied.start!) : '';
  const gap = [owner.textOf(at.after), above, ...texts].some((text) => text.includes('\n')) ? `\n\n${indent}` : `\n${indent}`;
  // What nothing is left of makes room for what it held.
  if (taken === undefined) edits.push(owner.insert(at.offset, gap + above + all), ...(emptied === undefined ? removals : withoutStatements(owner, [emptied])));
  else edits.push(...removals.filter((edit) => edit !== taken), { ...taken, text: all });
  if (declared.length > 0) {
    const start = startWithComments(owner, firstOccasion(outermost, list, anchor, realm, turns));
    // A declaration needs no `;` before it.
    if (/(^|\n)[ \t]*;$/.test(owner.file.text.slice(0, start))) edits.push({ file: owner.path, start: start - 1, end: start, text: '' });
    edits.push(owner.insert(start, `${habitsOf(owner).modern ? 'let' : 'var'} ${declared.join(', ')}${semicolon}\n${indent}`));
  }
  return { edits, declared };
}

/** The first statement of a list that may run a function: before it stands what the function gives values to. */
function firstOccasion(fn: FunctionNode, list: readonly t.Statement[], anchor: t.Statement, realm: Realm, turns: Turns): t.Statement {
  let first = anchor;
  const functions = new Set([fn]);
  for (const one of functions) {
    for (const occasion of occasionsOf(one, realm, turns)) {
      const around = functionOf(occasion);
      const statement = list.find((own) => isWithin(occasion, own));
      if (around !== undefined && !isWithin(list[0]!, around)) functions.add(around);
      if (statement !== undefined && statement.type !== 'FunctionDeclaration' && statement.start! < first.start!) first = statement;
    }
  }
  return first;
}

/** Where the moved statements go: behind the statement that they come from, or further down where a listener or the order asks for it. */
function insertionAfter(script: Script, list: readonly t.Statement[], anchor: t.Statement, units: readonly Unit[], group: readonly Registration[], realm: Realm, turns: Turns): { readonly offset: number; readonly after: Node } {
  let after = anchor;
  const push = (one: t.Statement | undefined): void => {
    if (one !== undefined && one.start! > after.start!) after = one;
  };
  // A call that moves brings its registrations along.
  for (const statement of [...units.map((one) => one.statement), ...group.map(({ call }) => call)]) {
    walk(statement, (node) => {
      if (isFunction(node)) return false;
      const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
      for (const declaration of binding?.declarations ?? []) if (binding?.kind !== 'function') push(list.find((one) => isWithin(declaration.node, one)));
      const free = node.type === 'Identifier' && binding === undefined ? script.extension.topLevel(realm).get(node.name) : undefined;
      if (free !== undefined && free !== script && realm.scripts.indexOf(free) > realm.scripts.indexOf(script)) throw new Refusal(`\`${(node as t.Identifier).name}\` comes from a later script`);
      return true;
    });
  }
  // Listeners of one event run in the order of their registration.
  for (const other of turns.registrations) {
    if (group.includes(other) || !turns.runsAtStart(other.call) || !group.some(({ event }) => event === other.event)) continue;
    if (other.script !== script) {
      if (realm.scripts.indexOf(other.script) > realm.scripts.indexOf(script)) throw new Refusal('a later script listens to the same event');
      continue;
    }
    const own = list.find((one) => isWithin(other.call, one));
    push(own?.type === 'FunctionDeclaration' ? list.findLast((one) => one.type !== 'ReturnStatement' && one.type !== 'ExportNamedDeclaration' && one.type !== 'ExportDefaultDeclaration') : own);
  }
  // What was moved before stands behind the same statement.
  const runs = (one: t.Statement): boolean => {
    const call = one.type === 'ExpressionStatement' ? unwrap(one.expression) : undefined;
    const targets = isCall(call) ? turns.targetsOf(call) : [];
    return turns.registrations.some((other) => !group.includes(other) && turns.runsAtStart(other.call) && (other.call === call || targets.includes(functionOf(other.call)!)));
  };
  for (let next = list[list.indexOf(after) + 1]; next !== undefined && runs(next); next = list[list.indexOf(after) + 1]) after = next;
  return { offset: endWithComment(script, after), after };
}

/** The locals of some functions that the moved statements use, and those of some names. */
function capturedBy(units: readonly Unit[], script: Script, chain: readonly FunctionNode[], used: ReadonlySet<string>): readonly Binding[] {
  const isLocal = ({ scope }: Binding): boolean => chain.some((fn) => isWithin(scope.node, fn)) && !units.some(({ statement }) => isWithin(scope.node, statement));
  const found = new Set(script.scopes!.bindings.filter((binding) => used.has(binding.name) && isLocal(binding)));
  for (const { statement } of units) {
    walk(statement, (node) => {
      const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
      if (binding !== undefined && isLocal(binding)) found.add(binding);
      return true;
    });
  }
  return [...found];
}
