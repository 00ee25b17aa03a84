import type * as t from '@babel/types';
import { immediateCall } from './api.ts';
import { completesAbruptly, isExclusive } from './control-flow.ts';
import { isTest } from './guarded.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, memberName, parentOf, siblings, statementOf, unwrap, walk, wrapped, type FunctionNode, type Node } from './ast.ts';
import { endWithComment } from './layout.ts';
import type { Script } from './script.ts';
import type { Edit } from './types.ts';

/** Array methods that run their callback before they return. */
const SYNCHRONOUS = new Set(['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'reduce', 'reduceRight', 'flatMap', 'sort']);

/**
 * The uses of a listener's answering function that may come after the listener has returned: in a callback, after an `await`,
 * or wherever the function was handed to.
 * @param index the parameter's position; 2 for `sendResponse`
 */
export function lateAnswers(script: Script, listener: FunctionNode, index = 2): Node[] {
  const param = listener.params[index];
  const id = param?.type === 'AssignmentPattern' ? param.left : param;
  if (id?.type !== 'Identifier') return [];
  return (script.binding(id)?.references ?? []).map(({ node }) => node).filter((node) => !isTest(node) && isLate(node, listener));
}

function isLate(node: Node, listener: FunctionNode): boolean {
  const outer = wrapped(node);
  const parent = parentOf(outer);
  if (!isCall(parent) || parent.callee !== outer) return true;
  for (const up of ancestors(node)) {
    if (up === listener) return listener.async === true;
    if (isFunction(up) && (up.async || up.generator || !(immediateCall(up) !== undefined || isSynchronousCallback(up)))) return true;
  }
  return false;
}

function isSynchronousCallback(fn: Node): boolean {
  const outer = wrapped(fn);
  const call = parentOf(outer);
  const callee = isCall(call) && call.callee !== outer ? unwrap(call.callee) : undefined;
  return isMember(callee) && SYNCHRONOUS.has(memberName(callee) ?? '');
}

/**
 * The edits that make a listener return `true` where it answers late, which keeps the channel open.
 * Undefined where the listener returns something else of its own, or is asynchronous.
 * @param alone whether only the ways on which it answers late may keep the channel open
 */
export function stayOpen(script: Script, listener: FunctionNode, late: readonly Node[], alone = false): Edit[] | undefined {
  if (listener.async || listener.generator) return undefined;
  if (listener.body.type !== 'BlockStatement') return [openBody(script, listener.body)];
  const edits = new Map<string, Edit>();
  for (const use of late) {
    const found = openAt(script, listener, use, alone);
    if (found === undefined) return undefined;
    for (const edit of found) edits.set(`${edit.start}:${edit.end}:${edit.text}`, edit);
  }
  return [...edits.values()];
}

/** `(request, sender, reply) => load(reply)` */
function openBody(script: Script, body: Node): Edit {
  const parenthesised = body.extra?.['parenthesized'] === true;
  const start = parenthesised ? (body.extra!['parenStart'] as number) : body.start!;
  const end = parenthesised ? script.file.text.indexOf(')', body.end!) + 1 : body.end!;
  const { indent, semicolon } = script.style;
  const base = script.indentAt(start);
  const inner = `\n${base}${indent}`;
  return { file: script.path, start, end, text: `{${inner}${script.slice(start, end)}${semicolon}${inner}return true${semicolon}\n${base}}` };
}

/** The part of a listener's own code that a place stands in: the outermost function in it, or the place itself. */
export function ownPart(listener: FunctionNode, place: Node): Node {
  let own = place;
  for (let fn = functionOf(own); fn !== undefined && fn !== listener; fn = functionOf(own)) own = fn;
  return own;
}

function openAt(script: Script, listener: FunctionNode, use: Node, alone: boolean): Edit[] | undefined {
  const own = ownPart(listener, use);
  let statement = statementOf(own);
  const done = `return true${script.style.semicolon}`;
  const after = `\n${script.indentAt(statement.start!)}${done}`;
  const branch = bareBranch(own, statement);
  const left = branch ?? statement;
  if (left.type === 'ReturnStatement') {
    if (returned(left)?.kind === 'open') return [];
    const opening = { file: script.path, start: left.start!, end: left.argument!.start!, text: branch ? '{ ' : '' };
    return [opening, script.insert(branch ? left.end! : endWithComment(script, left), branch ? ` ${done} }` : after)];
  }
  if (alone && branch === undefined) statement = lastOfRun(statement);
  const place = tailOf(listener, statement, alone);
  if (place === undefined) return alone ? undefined : atEnd(script, listener, statement);
  if (place.kind === 'open') return [];
  if (place.kind === 'replace') return [script.replace(place.node, done)];
  return branch ? inBraces(script, branch, done) : [script.insert(endWithComment(script, statement), after)];
}

/** Puts a branch into braces, with another statement behind it. */
function inBraces(script: Script, branch: Node, done: string): Edit[] {
  const head = parentOf(branch)!;
  const before = script.slice(head.start!, branch.start!);
  if (!/[)\w][ \t]*\r?\n[ \t]*$/.test(before)) return [script.insert(branch.start!, '{ '), script.insert(branch.end!, ` ${done} }`)];
  return [script.insert(head.start! + before.trimEnd().length, ' {'), script.insert(branch.end!, `\n${script.indentAt(branch.start!)}${done}\n${script.indentAt(head.start!)}}`)];
}

/** The last of the statements that always follow a statement in its list. */
function lastOfRun(statement: Node): Node {
  const list = siblings(statement) ?? [];
  const rest = list.slice(list.indexOf(statement as t.Statement) + 1);
  const end = rest.findIndex(({ type }) => type !== 'ExpressionStatement' && type !== 'VariableDeclaration');
  return (end === -1 ? rest : rest.slice(0, end)).at(-1) ?? statement;
}

/** `if (x) load(reply);`: the statement without braces that a node stands in. */
function bareBranch(node: Node, statement: Node): t.Statement | undefined {
  let inner = node;
  let branch: Node | undefined;
  for (const up of ancestors(node)) {
    if (inner === statement) break;
    if (up.type === 'IfStatement' && inner !== up.test && inner.type !== 'IfStatement') branch ??= inner;
    inner = up;
  }
  return branch as t.Statement | undefined;
}

type Tail = { readonly kind: 'after' } | { readonly kind: 'replace'; readonly node: Node } | { readonly kind: 'open' };

/** What follows a statement in its function, if that is nothing of consequence. */
function tailOf(listener: FunctionNode, statement: Node, alone: boolean): Tail | undefined {
  const list = siblings(statement);
  if (list === undefined) return undefined;
  const next = list[list.indexOf(statement as t.Statement) + 1];
  if (next?.type === 'ReturnStatement') return returned(next);
  if (next !== undefined && (next.type !== 'BreakStatement' || next.label)) return undefined;
  const end = endOf(listener, next ?? statement, alone);
  return end !== 'end' ? end : next === undefined ? { kind: 'after' } : { kind: 'replace', node: next };
}

function returned(statement: t.ReturnStatement): Tail | undefined {
  const argument = statement.argument ? unwrap(statement.argument) : undefined;
  const value = argument?.type === 'SequenceExpression' ? argument.expressions.at(-1) : argument;
  if (value?.type === 'BooleanLiteral' && value.value) return { kind: 'open' };
  const isNothing = value === undefined || (value.type === 'BooleanLiteral' && !value.value) || (value.type === 'Identifier' && value.name === 'undefined');
  return isNothing && value === argument ? { kind: 'replace', node: statement } : undefined;
}

/** Whether a function ends after a statement that is the last of its block. */
function endOf(listener: FunctionNode, statement: Node, alone: boolean): 'end' | Tail | undefined {
  let inner: Node = statement;
  let left = statement.type !== 'BreakStatement';
  for (const up of ancestors(statement)) {
    if (up === listener) return 'end';
    if (/^(For|While|DoWhile)/.test(up.type) || (alone && up.type === 'TryStatement' && up.finalizer != null)) return undefined;
    if (!left) {
      left = up.type === 'SwitchStatement';
      inner = up;
      continue;
    }
    const list = siblings(inner);
    const later = list?.slice(list.indexOf(inner as t.Statement) + 1) ?? [];
    // What concerns other messages only does not follow.
    const next = alone ? later.find((one) => one.type !== 'FunctionDeclaration' && !isExclusive(inner, one)) : later[0];
    if (next !== undefined && inner !== statement) {
      const tail = next.type === 'ReturnStatement' ? returned(next) : undefined;
      if (alone && tail?.kind === 'replace') return 'end';
      // A `return true` that everything comes to is as good as one here; another return is not ours to change for all.
      return tail?.kind === 'open' ? tail : undefined;
    }
    // Falls through into the next case.
    if (up.type === 'SwitchCase' && (parentOf(up) as t.SwitchStatement).cases.at(-1) !== up) return undefined;
    inner = up;
  }
  return undefined;
}

/** Where other code follows, the whole listener keeps the channel open: at its end, if nothing returns in between. */
function atEnd(script: Script, listener: FunctionNode, from: Node): Edit[] | undefined {
  const { body } = listener.body as t.BlockStatement;
  const last = body.at(-1)!;
  let returns = false;
  walk(listener.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'ReturnStatement' && node !== last && node.start! > from.start!) returns = true;
    return true;
  });
  if (returns) return undefined;
  const done = `return true${script.style.semicolon}`;
  if (last.type !== 'ReturnStatement') return completesAbruptly(last) ? undefined : [script.insert(last.end!, `\n${script.indentAt(last.start!)}${done}`)];
  const tail = returned(last);
  return tail?.kind === 'open' ? [] : tail?.kind === 'replace' ? [script.replace(last, done)] : undefined;
}
