import type * as t from '@babel/types';
import { callOf, functionOf, isCall, isFunction, isTrue, isWithin, parentOf, siblings, statementOf, waits, walk, type Node } from '../ast.ts';
import { endsFunction, isEndOfCase, isExclusive, leadsOutOf, leavesSwitch } from '../control-flow.ts';
import type { Extension } from '../extension.ts';
import { isPlainReturn } from '../gates/message-waits.ts';
import { BEHIND_BRACES, CLOSING, Insertions } from '../insertions.ts';
import { endWithComment, movedText, startOfBody, startWithComments } from '../layout.ts';
import type { MessageListener } from '../message-listeners.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Edit } from '../types.ts';
import { assertAlone, assertOnlyListener, assertUnanswered, sendResponseOf, SOME_WAYS } from './keep-open.ts';
import { surelyCalls } from './surely.ts';

/** The parts of an `async` listener that wait. */
interface Waiting {
  /** The statements that an inner function takes, and what ended them in their list. */
  readonly statements: readonly t.Statement[];
  readonly end: t.Statement | undefined;
  readonly answers: boolean;
}

/**
 * The edits that make an `async` listener a plain one, which returns `true` where an inner `async` function answers: what it does before it
 * waits, and for messages of others, stays as it is.
 * @throws Refusal where a part that waits may end without an answer, or cannot be told from the others
 */
export function splitListener(listener: MessageListener, extension: Extension): Edit[] {
  const { script, fn } = listener;
  const text = script.textOf(fn);
  if (fn.generator || !/^async\b/.test(text) || fn.params.some(waits)) throw new Refusal('it is written in a way that is not followed');
  assertOnlyListener(script, fn);
  const binding = sendResponseOf(listener);
  const type = fn.returnType?.type === 'TSTypeAnnotation' ? fn.returnType.typeAnnotation : undefined;
  if (fn.returnType != null && (type === undefined || !/^Promise\s*</.test(script.textOf(type)))) throw new Refusal('its type is not followed');
  const holder = parentOf(fn);
  if (holder?.type.startsWith('TS') || (holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' && holder.id.typeAnnotation != null)) throw new Refusal('its type is not followed');
  const head: Edit[] = [{ file: script.path, start: fn.start!, end: fn.start! + /^async\s+/.exec(text)![0].length, text: '' }];
  if (type !== undefined) head.push(script.replace(type, 'boolean | undefined'));
  if (fn.body.type !== 'BlockStatement') return [...head, bodyOf(listener, binding, extension)];
  const parts = partsOf(listener, fn.body.body, binding);
  const left = lastReturn(fn.body);
  assertSeparate(listener, parts, binding, left);
  for (const { statements, answers } of parts) {
    if (!answers) continue;
    assertUnanswered(listener, statements[0]!);
    assertAlone(listener, statements[0]!, extension);
  }
  const into = new Insertions();
  for (const part of parts) write(listener, part, into);
  const isWritten = parts.some(({ end }) => end === left);
  if (left !== undefined && !isWritten && !into.removeLine(script, left)) into.replace(script, left, '');
  return [...head, ...into.edits];
}

/** `async (message, sender, reply) => reply(await load(message))` */
function bodyOf(listener: MessageListener, binding: Binding, extension: Extension): Edit {
  const { script } = listener;
  const fn = listener.fn as t.ArrowFunctionExpression;
  const statement = { type: 'ExpressionStatement', expression: fn.body } as t.ExpressionStatement;
  if (!surelyCalls(script, [statement], binding)) throw new Refusal(SOME_WAYS);
  assertAlone(listener, fn.body, extension);
  const { indent, semicolon } = script.style;
  const outer = script.indentAt(fn.start!);
  const start = startOfBody(script, fn);
  const [one, two] = [outer + indent, outer + indent + indent];
  const call = `(async () => {\n${two}${movedText(script, fn.body, two)}${semicolon}\n${one}})()${semicolon}`;
  const plain = `${movedText(script, fn.body, one)}${semicolon}`;
  return { file: script.path, start, end: fn.end!, text: `{\n${one}${waits(fn.body) ? call : plain}\n${one}return true${semicolon}\n${outer}}` };
}

/** The parts of a list that wait, in its branches where these can be told apart. */
function partsOf(listener: MessageListener, list: readonly t.Statement[], binding: Binding): Waiting[] {
  const index = list.findIndex(waits);
  if (index === -1) return [];
  const first = list[index]!;
  const later = list.slice(index + 1).filter(({ type }) => type !== 'FunctionDeclaration' && type !== 'EmptyStatement');
  const branches = branchesOf(first);
  const isLast = later.length === 0 || (later.length === 1 && isEnd(listener, later[0]!));
  const isApart = isLast || (first.type === 'IfStatement' && ((first.alternate == null && endsFunction(first.consequent)) || later.every((one) => isExclusive(first, one) || isEnd(listener, one))));
  if (branches !== undefined && isApart) return [...branches.filter((branch) => branch.some(waits)).flatMap((branch) => partsOf(listener, branch, binding)), ...partsOf(listener, list.slice(index + 1), binding)];
  return [waitingFrom(listener, list, index, binding)];
}

/** `return`, `return true`; a `break` that ends a case */
function isEnd({ script, fn }: MessageListener, statement: t.Statement): boolean {
  if (statement.type === 'BreakStatement') return statement.label == null && isEndOfCase(statement);
  return statement.type === 'ReturnStatement' && isPlainReturn(script, fn, statement) && !isCall(statement.argument);
}

/** The lists of statements in the branches of a statement that only decides between them; undefined for others. */
function branchesOf(statement: t.Statement): (readonly t.Statement[])[] | undefined {
  const listOf = (one: t.Statement): readonly t.Statement[] => (one.type === 'BlockStatement' ? one.body : [one]);
  switch (statement.type) {
    case 'BlockStatement':
      return [statement.body];
    case 'IfStatement':
      return waits(statement.test) ? undefined : [listOf(statement.consequent), ...(statement.alternate ? [listOf(statement.alternate)] : [])];
    case 'SwitchStatement': {
      const { discriminant, cases } = statement;
      const isOpen = cases.some((one, index) => one.consequent.some(waits) && index < cases.length - 1 && !leavesSwitch(one));
      if (isOpen || waits(discriminant) || cases.some(({ test }) => test && waits(test))) return undefined;
      return cases.map(({ consequent }) => (consequent.length === 1 ? listOf(consequent[0]!) : consequent));
    }
    default:
      return undefined;
  }
}

/** What an inner function takes of a list, from the first statement on that waits. */
function waitingFrom(listener: MessageListener, list: readonly t.Statement[], index: number, binding: Binding): Waiting {
  const { script, fn } = listener;
  const last = list.at(-1)!;
  const end = list.length - 1 > index && isEnd(listener, last) ? last : undefined;
  const statements = end === undefined ? list.slice(index) : list.slice(index, -1);
  const within = (node: Node): boolean => statements.some((one) => isWithin(node, one));
  const answers = binding.references.some(({ node }) => within(node));
  if (answers && !surelyCalls(script, statements, binding)) throw new Refusal(SOME_WAYS);
  // In Firefox the sender waits until all is done.
  if (!answers && (listener.root !== 'chrome' || script.extension.hasFirefox)) throw new Refusal('the sender may wait for a part that does not answer');
  for (const statement of statements) {
    walk(statement, (node) => {
      if (node.type === 'Identifier') {
        const own = script.binding(node);
        if (own !== undefined && own.declarations.some(({ id }) => id === node) && functionOf(node) === fn && own.references.some((use) => !within(use.node))) throw new Refusal('it declares a name in a part that waits, and uses it elsewhere');
      }
      return true;
    });
    walk(statement, (node) => {
      if (isFunction(node)) return false;
      if (node.type === 'ReturnStatement' && !isPlainReturn(script, fn, node)) throw new Refusal('it returns a value, too');
      if ((node.type === 'BreakStatement' || node.type === 'ContinueStatement') && leadsOutOf(node, statements)) throw new Refusal('it jumps out of a part that waits');
      return true;
    });
  }
  return { statements, end, answers };
}

/** The `return true` that an `async` listener may end with. */
function lastReturn(body: t.BlockStatement): t.ReturnStatement | undefined {
  const last = body.body.at(-1);
  return last?.type === 'ReturnStatement' && last.argument != null && isTrue(last.argument) ? last : undefined;
}

/** Refuses where, outside of the parts that wait, the listener answers later, returns something, or is in one of the loops around a part. */
function assertSeparate({ script, fn, replies }: MessageListener, parts: readonly Waiting[], binding: Binding, left: t.ReturnStatement | undefined): void {
  const isInside = (node: Node): boolean => parts.some(({ statements, end }) => end === node || statements.some((one) => isWithin(node, one)));
  for (const { node, when } of replies) {
    // Nothing waits out here.
    if (when === 'now' || (callOf(node) !== undefined && functionOf(node) === fn) || isInside(node)) continue;
    const statement = statementOf(node);
    const list = siblings(statement) ?? [];
    const next = list[list.indexOf(statement as t.Statement) + 1];
    const isOpen = functionOf(statement) === fn && next !== left && next?.type === 'ReturnStatement' && next.argument != null && isTrue(next.argument) && surelyCalls(script, [statement], binding);
    if (!isOpen) throw new Refusal('it also answers in another way');
  }
  walk(fn.body, (node) => {
    if (isFunction(node) || isInside(node)) return false;
    if (node.type === 'ReturnStatement' && node !== left && node.argument && !(isPlainReturn(script, fn, node) && !isTrue(node.argument))) {
      const list = siblings(node) ?? [];
      const before = list[list.indexOf(node) - 1];
      if (!isTrue(node.argument) || before === undefined || !surelyCalls(script, [before], binding)) throw new Refusal('it returns a value, too');
    }
    return true;
  });
}

/** Puts what waits into an inner function. */
function write({ script, fn }: MessageListener, { statements, end, answers }: Waiting, into: Insertions): void {
  const { style } = script;
  const first = statements[0]!;
  const to = statements.at(-1)!.end!;
  const own = siblings(first) === undefined;
  into.expand(script, parentOf(first));
  const level = own ? into.brace(script, first).inner : script.indentAt(first.start!);
  const from = own ? first.start! : startWithComments(script, first);
  const list = siblings(first);
  const before = list?.[list.indexOf(first) - 1];
  // Without a semicolon before it, the parenthesis would call what stands there.
  const isOpen = before !== undefined && !script.textOf(before).endsWith(';') && !/^(Block|If|Switch|For|ForIn|ForOf|While|Try)Statement$|^(Function|Class)Declaration$/.test(before.type);
  into.add(script, from, `${isOpen ? ';' : ''}(async () => {\n${level}${style.indent}`, 1);
  const rank = own ? CLOSING : BEHIND_BRACES;
  into.indent(script, from, to, fn, rank);
  const done = `return${answers ? ' true' : ''}${style.semicolon}`;
  if (end !== undefined && (answers || end.type === 'ReturnStatement')) into.replace(script, end, done);
  into.add(script, own ? to : endWithComment(script, statements.at(-1)!), `\n${level}})()${style.semicolon}${answers && end === undefined ? `\n${level}${done}` : ''}`, rank);
}
