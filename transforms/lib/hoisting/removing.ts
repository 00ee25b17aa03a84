import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, memberName, parentOf, unwrap, wrapped, type AnyCall, type Node } from '../ast.ts';
import { endWithComment, needsSemicolon, startWithComments, statementEnd } from '../layout.ts';
import { isFixed } from './movable.ts';
import type { Script } from '../script.ts';
import type { Edit } from '../types.ts';

/** Takes the moved statements out, and the continuation that held nothing else. */
export function removed(script: Script, statements: readonly Node[], keepsMore: boolean): { readonly edits: readonly Edit[]; /** The statement of which nothing is left. */ readonly emptied?: Node } {
  const fn = functionOf(statements[0]!)!;
  const isMoved = (comment: t.Comment): boolean => statements.some((one) => startWithComments(script, one) <= comment.start! && comment.end! <= endWithComment(script, one));
  const hasComments = script.syntax?.comments?.some((one) => one.start! > fn.body.start! && one.end! < fn.body.end! && !isMoved(one)) === true;
  if (keepsMore || hasComments || fn.body.type !== 'BlockStatement' || parentOf(statements[0]!) !== fn.body || fn.body.body.length > statements.length) return { edits: withoutStatements(script, statements) };
  const without = (emptied: Node): { edits: Edit[]; emptied: Node } => ({ edits: [{ file: script.path, start: emptied.start!, end: statementEnd(script, emptied), text: '' }], emptied });
  const call = parentOf(wrapped(fn));
  const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
  const statement = call && parentOf(wrapped(call));
  if (isMember(callee) && memberName(callee) === 'addListener' && statement?.type === 'ExpressionStatement') return without(statement);
  const asks = isCall(call) ? emptyQuestion(script, call) : undefined;
  if (asks !== undefined) return without(asks);
  if (isCall(call) && isMember(callee) && /^(then|finally)$/.test(memberName(callee) ?? '') && call.arguments.length === 1 && statement?.type === 'ExpressionStatement') {
    const promise = unwrap(callee.object);
    return promise.type === 'Identifier' ? without(statement) : { edits: [{ file: script.path, start: callee.object.end!, end: call.end!, text: '' }] };
  }
  return { edits: [script.replace(fn.body, '{}')] };
}

/** API functions that only tell something. */
const QUESTION = /^(?!identity\.)[\w.]+\.(get(?![a-z])\w*|query|search|contains)$/;

/** The statement that asks the browser for what nobody takes: `storage.local.get('x', () => {});`, `tabs.query({}).then(() => {}).catch(log);`. */
function emptyQuestion(script: Script, given: AnyCall): Node | undefined {
  const isQuestion = (call: Node): boolean => isCall(call) && QUESTION.test(script.api(unwrap(call.callee as Node))?.names.join('.') ?? '') && call.arguments.every((argument) => (call === given && isFunction(unwrap(argument))) || isFixed(argument));
  const callee = unwrap(given.callee as Node);
  const isContinued = isMember(callee) && /^(then|finally)$/.test(memberName(callee) ?? '') && given.arguments.length === 1 && isQuestion(unwrap(callee.object));
  if (!isQuestion(given) && !isContinued) return undefined;
  let outer = wrapped(given);
  const tail = parentOf(outer);
  const caught = isMember(tail) && memberName(tail) === 'catch' ? parentOf(wrapped(tail)) : undefined;
  if (isCall(caught)) outer = wrapped(caught);
  const statement = parentOf(outer);
  return statement?.type === 'ExpressionStatement' ? statement : undefined;
}

/** Takes statements out, with the comments right above and behind them, their lines, and empty lines that nothing needs then. */
export function withoutStatements(script: Script, statements: readonly Node[]): Edit[] {
  const { text } = script.file;
  const spans: { start: number; end: number }[] = [];
  for (const statement of statements) {
    const [start, end] = [startWithComments(script, statement), endWithComment(script, statement)];
    const last = spans.at(-1);
    if (last !== undefined && text.slice(last.end, start).trim() === '') last.end = end;
    else spans.push({ start, end });
  }
  return spans.map(({ start: from, end: to }) => {
    let start = text.lastIndexOf('\n', from - 1) + 1;
    const rest = /^[ \t]*\r?\n?/.exec(text.slice(to))![0];
    let end = to + rest.length;
    const isAlone = text.slice(start, from).trim() === '' || (text.slice(start, from).trim() === ';' && !needsSemicolon(text, end));
    if (!isAlone || !rest.endsWith('\n')) return { file: script.path, start: from, end: isAlone || rest.endsWith('\n') ? to : to + rest.length, text: '' };
    const isApart = /\n[ \t]*\r?\n$/.test(text.slice(0, start));
    if (isApart || /(^|\{[ \t]*\r?\n)$/.test(text.slice(0, start))) end += /^([ \t]*\r?\n)?/.exec(text.slice(end))![0].length;
    if (isApart && /^[ \t]*\}/.test(text.slice(end))) start = text.indexOf('\n', text.slice(0, start).trimEnd().length) + 1;
    return { file: script.path, start, end, text: '' };
  });
}
