import type * as t from '@babel/types';
import { functionOf, isCall, isMember, isWithin, memberName, parentOf, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { accessOf } from '../bindings.ts';
import { Refusal } from '../refusal.ts';
import { moveLines, startWithComments } from '../layout.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import { phasesAt } from '../phases.ts';
import type { Registration, Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import { variablesOf } from '../variables/variables.ts';

/** Registrations that no condition stands around any more: their listeners begin with it. */
export interface Guarded {
  readonly edits: readonly Edit[];
  /** The new texts of the registrations. */
  readonly texts: readonly string[];
  /** Locals that listeners which stand elsewhere now use. */
  readonly names: ReadonlySet<string>;
}

/** Conditions of one registration: a branch that it stands in, and ways out of the function before it. */
interface Conditions {
  readonly branch: t.IfStatement | undefined;
  readonly exits: readonly t.IfStatement[];
}

/** Events that are told of only where somebody listens, or that somebody who listens has to answer. */
const COUNTED = /^(runtime\.on(Connect|UpdateAvailable|Suspend)|downloads\.onDeterminingFilename|webRequest\.onAuthRequired)/;

/**
 * Moves the conditions under which one function registers listeners into these listeners.
 * @returns undefined where there are none
 * @throws Refusal where the condition could be another one when the event comes
 */
export function withGuards(group: readonly Registration[], realm: Realm, turns: Turns): Guarded | undefined {
  const [{ script, call: first }] = group as readonly [Registration];
  const fn = functionOf(first);
  if (fn?.body.type !== 'BlockStatement') return undefined;
  const body = fn.body.body;
  const all = group.map(({ call }) => conditionsOf(call, body));
  if (all.every(({ branch, exits }) => branch === undefined && exits.length === 0)) return undefined;
  const edits: Edit[] = [];
  const texts: string[] = [];
  const names = new Set<string>();
  const blocks = new Map<t.Statement, string[]>();
  const exit = all.flatMap(({ exits }) => exits).reduce<t.IfStatement | undefined>((earliest, one) => (earliest === undefined || one.start! < earliest.start! ? one : earliest), undefined);
  for (const [index, registration] of group.entries()) {
    const { branch, exits } = all[index]!;
    const tests = [...exits.map(({ test }) => ({ test, negated: false })), ...(branch ? [{ test: branch.test, negated: true }] : [])];
    const statement = parentOf(wrapped(registration.call))!;
    if (statement.type !== 'ExpressionStatement') throw new Refusal('it is part of a larger expression');
    for (const { test } of tests) assertSettled(script, test, fn, realm, turns);
    if (tests.length > 0 && COUNTED.test(registration.event)) throw new Refusal(`that somebody listens to \`${registration.event}\` has an effect`);
    const guard = tests.length === 0 ? undefined : tests.map(({ test, negated }) => (negated ? negation(script, test) : tests.length > 1 ? operand(script, test) : script.textOf(test))).join(' || ');
    const from = startWithComments(script, statement);
    const own = script.slice(from, statement.end!);
    if (guard !== undefined && registration.functions[0] !== (registration.listener && unwrap(registration.listener))) {
      for (const { test } of tests) for (const name of localsOf(script, test, fn)) names.add(assertFree(script, name, registration.functions[0]!, realm));
    }
    const made = guard === undefined ? own : guardedText(registration, own, from, guard, edits);
    texts.push(made.slice(registration.call.start! - from).replace(/;\s*$/, ''));
    const holder = branch ?? (statement as t.Statement);
    blocks.set(holder, [...(blocks.get(holder) ?? []), moveLines(made, from, script.program!, script.indentAt(statement.start!), script.indentAt(holder.start!))]);
    if (branch !== undefined && !statementsOf(branch.consequent).every((one) => group.some(({ call }) => isWithin(call, one)))) throw new Refusal('it depends on a condition with more than registrations');
  }
  const moves: string[] = [];
  for (const [holder, lines] of blocks) {
    const text = lines.join(`\n${script.indentAt(holder.start!)}`);
    if (exit === undefined || holder.start! < exit.start!) {
      if (holder.type === 'IfStatement') edits.push(script.replace(holder, text));
      continue;
    }
    moves.push(text);
    const { text: whole } = script.file;
    const start = whole.lastIndexOf('\n', startWithComments(script, holder) - 1) + 1;
    edits.push({ file: script.path, start, end: holder.end! + /^[ \t]*\r?\n?/.exec(whole.slice(holder.end!))![0].length, text: '' });
  }
  if (exit !== undefined) {
    const indent = script.indentAt(exit.start!);
    const isLeft = body.slice(body.indexOf(exit) + 1).every((one) => blocks.has(one) || all.some(({ exits }) => exits.includes(one as t.IfStatement)));
    if (isLeft && all.flatMap(({ exits }) => exits).every((one) => one === exit)) edits.push({ file: script.path, start: exit.start!, end: exit.end!, text: moves.join(`\n${indent}`) });
    else edits.push(script.insert(exit.start!, `${moves.join(`\n${indent}`)}\n${indent}`));
  }
  return { edits, texts, names };
}

function conditionsOf(call: Node, body: readonly t.Statement[]): Conditions {
  const own = body.find((one) => isWithin(call, one));
  if (own === undefined) throw new Refusal('it is part of a larger expression');
  const branch = own.type === 'IfStatement' ? own : undefined;
  if (branch !== undefined) {
    const inside = statementsOf(branch.consequent).some((one) => one.type === 'ExpressionStatement' && unwrap(one.expression) === call);
    if (branch.alternate != null || !inside) throw new Refusal('it depends on a condition');
  }
  const exits = body.slice(0, body.indexOf(own)).filter((one): one is t.IfStatement => one.type === 'IfStatement' && one.alternate == null && isExit(one.consequent));
  return { branch, exits };
}

function statementsOf(statement: t.Statement): readonly t.Statement[] {
  return statement.type === 'BlockStatement' ? statement.body : [statement];
}

/** `return;`, alone or in braces. */
function isExit(statement: t.Statement): boolean {
  const list = statementsOf(statement);
  const [only] = list;
  return list.length === 1 && only?.type === 'ReturnStatement' && only.argument == null;
}

const PURE = /^(Identifier|(Optional)?MemberExpression|\w+Literal|UnaryExpression|LogicalExpression|BinaryExpression|ParenthesizedExpression|TSNonNullExpression)$/;

/** Refuses a condition that is more than a test of values which are the same in each event. */
function assertSettled(script: Script, test: Node, fn: FunctionNode, realm: Realm, turns: Turns): void {
  walk(test, (node) => {
    const callee = isCall(node) ? unwrap(node.callee as Node) : undefined;
    const asks = isMember(callee) && /^(includes|has|startsWith|endsWith)$/.test(memberName(callee) ?? '');
    if (!asks && (!PURE.test(node.type) || (node.type === 'UnaryExpression' && node.operator === 'delete'))) throw new Refusal('it depends on a condition that is more than a test');
    const parent = parentOf(node);
    if (node.type !== 'Identifier' || (isMember(parent) && parent.property === node && !parent.computed)) return true;
    const binding = script.binding(node);
    if (script.api(node) !== undefined || (binding === undefined && node.name !== 'undefined' && script.extension.topLevel(realm).get(node.name) === undefined)) throw new Refusal('it depends on a condition that is more than a test of settings');
    if (binding !== undefined && isWithin(binding.scope.node, fn)) {
      const changes = binding.references.some(({ node: use }) => use.type === 'Identifier' && !(isMember(parentOf(use)) ? /^(read|escape)$/ : /^read$/).test(accessOf(script, use).kind));
      if (changes) throw new Refusal(`\`${node.name}\`, on which it depends, may change later`);
      return true;
    }
    const variable = variablesOf(realm, turns).find((one) => one.name === node.name && (binding === undefined || one.node === binding.declarations[0]!.id));
    const changed = variable?.accesses.some((access) => !access.initial && access.kind !== 'read' && access.kind !== 'escape' && phasesAt(access.node, turns).has('event'));
    if (changed) throw new Refusal(`\`${node.name}\`, on which it depends, may change later`);
    return true;
  });
}

/** The locals of a function that a test uses. */
function localsOf(script: Script, test: Node, fn: FunctionNode): string[] {
  const names: string[] = [];
  walk(test, (node) => {
    const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
    if (binding !== undefined && isWithin(binding.scope.node, fn)) names.push(binding.name);
    return true;
  });
  return names;
}

/** Refuses a name that already means something where a listener stands. */
function assertFree(script: Script, name: string, listener: FunctionNode, realm: Realm): string {
  if (script.scopes!.scopeOf(listener.body).lookup(name) !== undefined || realm.scripts.some(({ freeNames }) => freeNames.has(name))) throw new Refusal(`it depends on \`${name}\`, and its listener knows another one`);
  return name;
}

function negation(script: Script, test: Node): string {
  const inner = unwrap(test);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') return operand(script, inner.argument);
  return /^(Identifier|(Optional)?MemberExpression|(Optional)?CallExpression)$/.test(inner.type) ? `!${script.textOf(inner)}` : `!(${script.textOf(inner)})`;
}

/** A test as a part of an `||`. */
function operand(script: Script, test: Node): string {
  const inner = unwrap(test);
  return inner.type === 'LogicalExpression' && inner.operator === '??' ? `(${script.textOf(inner)})` : script.textOf(inner);
}

/** A registration whose listener leaves at once where a guard holds; a listener that has a name is edited where it stands. */
function guardedText({ script, event, listener, functions, call }: Registration, own: string, from: number, guard: string, edits: Edit[]): string {
  const [fn, ...others] = functions;
  const inner = listener && unwrap(listener);
  if (fn === undefined || others.length > 0 || inner === undefined) throw new Refusal('which function listens was not found');
  const { indent: step, semicolon } = script.style;
  const line = (indent: string): string => `${indent}if (${guard}) return${semicolon}`;
  if (fn.body.type !== 'BlockStatement') {
    if (fn !== inner || /^(webRequest|runtime\.onMessage)/.test(event)) throw new Refusal('it depends on a condition, and its listener is one expression');
    const indent = script.indentAt(call.start!);
    const arrow = script.file.text.lastIndexOf('=>', fn.body.start!) + 2;
    const text = `${script.slice(from, arrow)} {\n${line(indent + step)}\n${indent}${step}${script.slice(arrow, fn.end!).trim()}${semicolon}\n${indent}}`;
    return text + script.slice(fn.end!, from + own.length);
  }
  const [first] = fn.body.body;
  const oneLine = !script.textOf(fn.body).includes('\n');
  const text = first === undefined ? '' : oneLine ? line(' ') : `\n${line(script.indentAt(first.start!))}`;
  const offset = fn.body.start! + 1;
  if (fn === inner) return own.slice(0, offset - from) + text + own.slice(offset - from);
  const id = fn.type === 'FunctionDeclaration' ? fn.id : undefined;
  const declarator = parentOf(wrapped(fn));
  const name = id ?? (declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? declarator.id : undefined);
  const binding = name ? script.binding(name) : undefined;
  if (binding === undefined || binding.references.length !== 1) throw new Refusal('it depends on a condition, and its listener has other uses');
  edits.push(script.insert(offset, text));
  return own;
}
