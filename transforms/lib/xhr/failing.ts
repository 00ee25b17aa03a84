import { isCall, isMember, isNothing, memberName, parentOf, unwrap, walk, wrapped, type Node } from '../ast.ts';
import type { Known } from '../constants.ts';
import { rangeOf } from '../layout.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { snippet } from '../words.ts';
import type { BodyKind, Handler } from './reading.ts';

/** What is left of the body of a handler: a span of its text, without the question whether the answer is complete. */
export interface Rest {
  readonly start: number;
  readonly end: number;
  /** Where the indentation of the span is that of the line. */
  readonly line: number;
  readonly statements: readonly Node[];
  /** Spans inside to leave out: the question, where it is a part of another. */
  readonly without: readonly { readonly start: number; readonly end: number }[];
}

/** What a request that failed gives for its members. */
export function failedValue(name: string, kind: BodyKind): string | number | null {
  switch (name) {
    case 'status': return 0;
    case 'readyState':
    case 'DONE': return 4;
    case 'getResponseHeader': return null;
    case 'response': return kind === 'text' ? '' : null;
    default: return '';
  }
}

/** What a handler does when the request is done. @throws Refusal for a handler of `readystatechange` that does something before */
export function restOf(script: Script, { event, fn, value, reads }: Handler): Rest {
  const body = fn?.body ?? value;
  if (event !== 'readystatechange') {
    if (body.type === 'BlockStatement') return { ...inside(script, body), statements: body.body, without: [] };
    const [start, end] = rangeOf(script, body);
    return { start, end, line: start, statements: [body], without: [] };
  }
  const isState = (node: Node): boolean => reads.some((read) => read.node === unwrap(node) && read.names[0] === 'readyState');
  const isDone = (node: Node): boolean => {
    const inner = unwrap(node);
    return (inner.type === 'NumericLiteral' && inner.value === 4) || reads.some((read) => read.node === inner && read.names[0] === 'DONE');
  };
  const compares = (test: Node, operators: RegExp): boolean => {
    const inner = unwrap(test);
    return inner.type === 'BinaryExpression' && operators.test(inner.operator) && ((isState(inner.left) && isDone(inner.right)) || (/^.==?$/.test(inner.operator) && isDone(inner.left) && isState(inner.right)));
  };
  /** The place of the question among what has to hold, as a span with its `&&`; undefined where it is alone. */
  const spanOf = (terms: readonly Node[]): { start: number; end: number } | undefined => {
    const index = terms.findIndex((term) => compares(term, /^===?$/));
    if (index === -1 || terms.slice(0, index).some(mayDoSomething)) throw new Refusal('`onreadystatechange` does something before the answer is complete');
    if (terms.length === 1) return undefined;
    const [term, next, before] = [terms[index]!, terms[index + 1], terms[index - 1]];
    const span = next === undefined ? { start: before!.end!, end: term.end! } : { start: term.start!, end: rangeOf(script, next)[0] };
    mustHaveNoComment(script, span.start, span.end);
    return span;
  };
  const [first] = body.type === 'BlockStatement' ? body.body : [];
  // request.readyState === 4 && done(request.responseText)
  const chosen = body.type !== 'BlockStatement' ? body : body.body.length === 1 && first?.type === 'ExpressionStatement' ? first.expression : undefined;
  if (chosen?.type === 'LogicalExpression' && chosen.extra?.['parenthesized'] !== true) {
    const span = spanOf(termsOf(chosen));
    if (body.type === 'BlockStatement') mustHaveNoComment(script, body.start!, first!.start!);
    if (body.type === 'BlockStatement') mustHaveNoComment(script, first!.end!, body.end!);
    const whole = first ?? chosen;
    if (span !== undefined) return { start: whole.start!, end: whole.end!, line: whole.start!, statements: [whole], without: [span] };
  }
  if (body.type !== 'BlockStatement' || first?.type !== 'IfStatement' || first.alternate) throw new Refusal('`onreadystatechange` does not ask for the state first');
  if (compares(first.test, /^(!==?|<)$/) && isPlainReturn(first.consequent)) {
    const { start, end } = inside(script, body, first.end!);
    mustHaveNoComment(script, body.start!, first.end!);
    return { start, end, line: start, statements: body.body.slice(1), without: [] };
  }
  if (body.body.length > 1) throw new Refusal('`onreadystatechange` does something before the answer is complete');
  const span = spanOf(termsOf(first.test));
  mustHaveNoComment(script, body.start!, first.start!);
  mustHaveNoComment(script, first.end!, body.end!);
  if (span !== undefined) return { start: first.start!, end: first.end!, line: first.start!, statements: [first], without: [span] };
  mustHaveNoComment(script, first.start!, first.consequent.start!);
  if (first.consequent.type === 'BlockStatement') return { ...inside(script, first.consequent), statements: first.consequent.body, without: [] };
  return { start: first.consequent.start!, end: first.consequent.end!, line: first.start!, statements: [first.consequent], without: [] };
}

function mayDoSomething(term: Node): boolean {
  let found = false;
  walk(term, (node) => {
    if (isCall(node) || /^(New|Assignment|Update|Await|Yield|TaggedTemplate)Expression$/.test(node.type)) found = true;
    return !found;
  });
  return found;
}

/** The operands of a chain of `&&` that no parentheses group. */
function termsOf(test: Node): readonly Node[] {
  if (test.type !== 'LogicalExpression' || test.operator !== '&&') return [test];
  const { left, right } = test;
  if ([left, right].some((side) => side.extra?.['parenthesized'] === true)) return [test];
  return [...termsOf(left), right];
}

function inside(script: Script, block: Node, from = block.start! + 1) {
  const text = script.slice(from, block.end! - 1);
  const start = from + /^\s*/.exec(text)![0].length;
  return { start: Math.min(start, block.end! - 1), end: Math.max(from + text.trimEnd().length, start), line: start };
}

function mustHaveNoComment(script: Script, start: number, end: number): void {
  const comment = script.syntax?.comments.find((one) => one.start! >= start && one.end! <= end);
  if (comment !== undefined) throw new Refusal(`a comment stands at what goes away: \`${snippet(script, comment as unknown as Node)}\``);
}

function isPlainReturn(statement: Node): boolean {
  if (statement.type === 'BlockStatement') return statement.body.length === 1 && isPlainReturn(statement.body[0]!);
  return statement.type === 'ReturnStatement' && (!statement.argument || isNothing(statement.argument));
}

/** Whether a handler does nothing for a request that failed: its tests of the answer's members say no. */
export function isIdle(handler: Handler, { statements }: Rest, kind: BodyKind): boolean {
  for (const statement of statements) {
    if (statement.type === 'EmptyStatement' || statement.type === 'FunctionDeclaration') continue;
    if (statement.type !== 'IfStatement') return false;
    const known = evaluated(handler, statement.test, kind);
    if (known === undefined) return false;
    if (known.value) return isPlainReturn(statement.consequent);
    if (statement.alternate) return false;
  }
  return true;
}

/** What a test of a failed request's members gives, where it depends on nothing else. */
function evaluated(handler: Handler, node: Node, kind: BodyKind): Known | undefined {
  const inner = unwrap(node);
  const read = handler.reads.find((one) => !one.pattern && (one.call ?? one.node) === inner);
  if (read !== undefined) return { value: failedValue(read.names[0]!, kind) };
  switch (inner.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { value: inner.value };
    case 'NullLiteral':
      return { value: null };
    case 'UnaryExpression': {
      const known = inner.operator === '!' ? evaluated(handler, inner.argument, kind) : undefined;
      return known && { value: !known.value };
    }
    case 'LogicalExpression': {
      const [left, right] = [evaluated(handler, inner.left, kind), evaluated(handler, inner.right, kind)];
      // A part that is not known must do nothing, either: only what comes first decides.
      if (left === undefined || inner.operator === '??') return undefined;
      return inner.operator === '&&' ? (left.value ? right : left) : left.value ? left : right;
    }
    case 'BinaryExpression': {
      const [left, right] = [evaluated(handler, inner.left, kind), evaluated(handler, inner.right, kind)];
      return left && right && compared(inner.operator, left.value, right.value);
    }
    case 'MemberExpression': {
      const known = memberName(inner) === 'length' ? evaluated(handler, inner.object, kind) : undefined;
      return typeof known?.value === 'string' ? { value: known.value.length } : undefined;
    }
    default:
      return undefined;
  }
}

function compared(operator: string, a: Known['value'], b: Known['value']): Known | undefined {
  if (typeof a !== typeof b || a === null || b === null) return /^[!=]=+$/.test(operator) && (a === null || b === null) ? { value: (a === b) === operator.startsWith('=') } : undefined;
  switch (operator) {
    case '===':
    case '==': return { value: a === b };
    case '!==':
    case '!=': return { value: a !== b };
    case '<': return { value: a! < b! };
    case '<=': return { value: a! <= b! };
    case '>': return { value: a! > b! };
    case '>=': return { value: a! >= b! };
    default: return undefined;
  }
}

/** Whether a handler takes 0 for a status: that of a file of the computer, which `fetch` does not read. */
export function expectsNoStatus({ reads }: Handler): boolean {
  return reads.some(({ node, names }) => {
    if (names[0] !== 'status') return false;
    const parent = parentOf(wrapped(node));
    if (parent?.type !== 'BinaryExpression') return parent?.type === 'UnaryExpression' || parent?.type === 'LogicalExpression' || ((parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test === wrapped(node));
    return [parent.left, parent.right].some((side) => unwrap(side).type === 'NumericLiteral' && (unwrap(side) as { value?: number }).value === 0);
  });
}

/** Whether a value needs parentheses to stand before `.name`. */
export function isOperand(node: Node): boolean {
  const parent = parentOf(wrapped(node));
  return isMember(parent) && parent.object === wrapped(node);
}
