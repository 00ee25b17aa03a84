import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isNewPromise, isTrue, isWithin, mayLeave, memberName, parentOf, siblings, unwrap, walk, wordsOfCall, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { endsFunction, isEndOfCase, isExclusive, leadsOutOf, leavesSwitch } from '../control-flow.ts';
import { surelyCalls } from '../answering/surely.ts';
import { continuing, isContinuation } from './awaits.ts';
import type { Entry } from './entries.ts';
import { BEHIND_BRACES, CLOSING, type Insertions } from '../insertions.ts';
import { functionText, habitsOf, rangeOf, startOfBody, startWithComments } from '../layout.ts';
import { assertNoGestureBehind, assertNotCalled } from './may-wait.ts';
import { ownMethod, surelyFunction } from '../objects.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { sharingOf } from '../state/sharing.ts';
import type { Turns } from '../turns.ts';

/** Has a message listener of one expression wait where it answers: `(message, sender, reply) => message === 'count' && reply(count)`. */
export function gateAnswer(entry: Entry, fn: t.ArrowFunctionExpression, touches: readonly Node[], promises: readonly string[], into: Insertions): void {
  assertNotCalled(entry, fn);
  assertNoGestureBehind(entry, (node) => isWithin(node, fn.body));
  const { script, turns } = entry;
  const { style } = script;
  const body = unwrap(fn.body);
  const isAsked = body.type === 'LogicalExpression' && body.operator === '&&' && !touches.some((touch) => isWithin(touch, body.left)) && sharingOf(turns).shared([body.left], () => false, [body.right]).length === 0;
  const [test, answer] = isAsked ? [body.left, body.right] : [undefined, fn.body];
  const [, , reply] = fn.params;
  const replyBinding = reply?.type === 'Identifier' ? script.binding(reply) : undefined;
  const isNative = turns.registrations.some(({ functions, call }) => functions.includes(fn) && /^browser\b/.test(script.textOf(call)));
  const promised = isNative && isPromise(script, unwrap(answer), turns);
  const answers = replyBinding !== undefined && isAnswering(script, fn, answer);
  const isSilent = replyBinding === undefined || replyBinding.references.length === 0;
  if (fn.returnType != null || (reply !== undefined && replyBinding === undefined)) throw new Refusal('a message listener that is one expression uses it');
  if (!promised && !answers && !(isSilent && givesNothing(script, unwrap(answer), turns))) throw new Refusal(isSilent ? 'a message listener that is one expression may give back an answer' : 'a message listener answers on some of its ways only');
  const [from, to] = test === undefined ? [] : [rangeOf(script, test)[1], rangeOf(script, answer)[0]];
  if (from !== undefined && /\/[/*]/.test(script.file.text.slice(from, to))) throw new Refusal('a comment stands where braces are needed');
  const outer = script.indentAt(fn.start!);
  const [one, two, three] = [1, 2, 3].map((level) => outer + style.indent.repeat(level)) as [string, string, string];
  const opened = into.bare(script, fn, answer, promised);
  const [level, inner] = test === undefined ? [one, two] : [two, three];
  const { open: then, close } = continuing(script, promises);
  const waiting = `${promised ? 'return ' : ''}${then}() => {\n${inner}`;
  if (from === undefined) into.add(script, opened.start, `{\n${one}${waiting}`, -1);
  else {
    into.add(script, startOfBody(script, fn), `{\n${one}if (`, -1);
    into.remove(script, from, to!);
    into.add(script, opened.start, `) {\n${two}${waiting}`, -1);
    into.indent(script, opened.start, opened.end, test!);
  }
  into.indent(script, opened.start, opened.end, fn);
  into.indent(script, opened.start, opened.end, answer);
  const parts = unwrap(answer).type === 'SequenceExpression' && !promised ? (unwrap(answer) as t.SequenceExpression).expressions : [];
  for (const [index, part] of parts.slice(1).entries()) {
    const [end, start] = [rangeOf(script, parts[index]!)[1], rangeOf(script, part)[0]];
    if (script.file.text.slice(end, start).trim() !== ',') throw new Refusal('a comment stands where braces are needed');
    into.remove(script, end, start);
    into.add(script, start, `${style.semicolon}\n${outer}`, -1);
  }
  into.add(script, opened.end, style.semicolon, 2);
  const open = answers && !promised ? `\n${level}return true${style.semicolon}` : '';
  into.add(script, opened.end, `\n${level}}${close}${style.semicolon}${open}${test === undefined ? '' : `\n${one}}`}\n${outer}}`, CLOSING);
}

/** Whether an expression always calls a message listener's `sendResponse`. */
function isAnswering(script: Script, fn: FunctionNode, expression: Node): boolean {
  const inner = unwrap(expression);
  switch (inner.type) {
    case 'SequenceExpression':
      return inner.expressions.some((one) => isAnswering(script, fn, one));
    case 'ConditionalExpression':
      return isAnswering(script, fn, inner.consequent) && isAnswering(script, fn, inner.alternate);
    default:
      return isCall(inner) && isAnswer(script, fn, inner);
  }
}

/** Whether an expression's value is surely neither `true` nor a promise, by which a listener promises an answer. */
function givesNothing(script: Script, node: Node, turns: Turns): boolean {
  if (node.type === 'UpdateExpression') return true;
  if (node.type === 'AssignmentExpression') return /^[-+*]=$/.test(node.operator) || (node.operator === '=' && /^(NumericLiteral|StringLiteral|NullLiteral|ArrayExpression|ObjectExpression)$/.test(unwrap(node.right).type));
  if (!isCall(node)) return false;
  const callee = unwrap(node.callee as Node);
  if (isMember(callee) && /^(push|unshift|add|log)$/.test(memberName(callee) ?? '') && turns.targetsOf(node).length === 0) return true;
  const fn = surelyFunction(script, callee, turns);
  if (fn === undefined || fn.async || fn.generator || fn.body.type !== 'BlockStatement') return false;
  let gives = false;
  walk(fn.body, (one) => {
    if (one.type === 'ReturnStatement' && one.argument) gives = true;
    return !gives && !isFunction(one);
  });
  return !gives;
}

/** `return` values of message listeners that say no more than whether an answer will come. */
export function isPlainReturn(script: Script, fn: FunctionNode, { argument }: t.ReturnStatement): boolean {
  const inner = argument && unwrap(argument);
  if (!inner || inner.type === 'BooleanLiteral' || inner.type === 'NullLiteral' || (inner.type === 'Identifier' && inner.name === 'undefined')) return true;
  if (inner.type === 'UnaryExpression' && inner.operator === '!' && inner.argument.type === 'NumericLiteral') return true;
  return isCall(inner) && isAnswer(script, fn, inner);
}

function isAnswer(script: Script, fn: FunctionNode, call: AnyCall): boolean {
  const callee = unwrap(call.callee as Node);
  const [, , reply] = fn.params;
  return callee.type === 'Identifier' && reply?.type === 'Identifier' && script.binding(callee) === script.binding(reply);
}

/** Puts the statements of a list, from the first that touches on, into a continuation of the promise. */
export function wrap(entry: Entry, fn: FunctionNode, list: readonly t.Statement[], first: t.Statement, promises: readonly string[], into: Insertions): void {
  assertNotCalled(entry, fn);
  const { script } = entry;
  const { style } = script;
  let rest = list.slice(list.indexOf(first));
  const last = rest.at(-1)!;
  const after = last.type === 'BreakStatement' && last.label == null && isEndOfCase(last) ? last : last.type === 'ReturnStatement' && rest.length > 1 && isPlainReturn(script, fn, last) && !isCall(last.argument) ? last : undefined;
  if (after !== undefined) rest = rest.slice(0, -1);
  const end = rest.at(-1)!.end!;
  const within = (node: Node): boolean => rest.some((statement) => isWithin(node, statement));
  assertNoGestureBehind(entry, within);
  const [, , reply] = fn.params;
  const replyBinding = reply?.type === 'Identifier' ? script.binding(reply) : undefined;
  if (reply !== undefined && replyBinding === undefined) throw new Refusal('the listener takes `sendResponse` in a way that is not followed');
  const answering = replyBinding?.references.some(({ node }) => within(node)) === true;
  const promised = answersByPromise(entry, fn, rest);
  assertMovable(script, fn, rest, promised);
  if (rest.some(hasContinuation)) throw new Refusal('a message listener would wait for one promise inside of another');
  const keepsOpen = (after?.type === 'ReturnStatement' && after.argument != null && isTrue(after.argument)) || (after === undefined && leadsToTrue(last)) || (after?.type === 'BreakStatement' && leadsToTrue(after));
  if (answering && promised) throw new Refusal('a message listener answers in two ways');
  if (answering && !keepsOpen && !surelyCalls(script, rest, replyBinding!, true)) throw new Refusal('a message listener answers on some of its ways only');
  const { open: then, close } = continuing(script, promises);
  if (promised && rest.length === 1 && first.type === 'ReturnStatement' && habitsOf(script).modern) {
    const [start, stop] = rangeOf(script, first.argument!);
    into.add(script, start, `${then}() => `, 1);
    into.add(script, stop, close, CLOSING);
    return;
  }
  const indent = script.indentAt(first.start!);
  const own = siblings(first) === undefined;
  // Only the head of the function is needed: its body stays where it is.
  const head = functionText(script, [], ' ', indent).replace(/\{[^]*$/, '{');
  if (!habitsOf(script).modern && rest.some((statement) => wordsOfCall(statement).size > 0)) throw new Refusal('a message listener uses `this` or `arguments`');
  into.expand(script, parentOf(first));
  const level = own ? into.brace(script, first).inner : indent;
  const from = own ? first.start! : startWithComments(script, first);
  const opens = answering && !keepsOpen && !promised;
  // Firefox tells the sender of what a listener throws.
  if (!promised && script.extension.hasFirefox && rest.some((statement) => mayLeave(statement, /^ThrowStatement$/))) throw new Refusal('a message listener throws where it uses it, which its sender hears');
  if (!promised && !opens && after?.type !== 'ReturnStatement' && rest.some((statement) => mayLeave(statement))) assertNothingAfter(script, fn, after ?? last, ['leaves early', 'may leave it']);
  if (opens) {
    assertNothingAfter(script, fn, after ?? last, ['answers', 'answer']);
    if (fn.returnType != null && !/boolean|true|any|unknown/.test(script.textOf(fn.returnType))) throw new Refusal('the type of a message listener does not let it return `true`');
  }
  // A `break` behind the new `return` would be dead.
  if (opens && after !== undefined) into.replace(script, after, `return true${style.semicolon}`);
  const keepOpen = opens && after === undefined ? `\n${level}return true${style.semicolon}` : '';
  into.add(script, from, `${promised ? 'return ' : ''}${then}${head}\n${level}${style.indent}`, 1);
  const rank = own ? CLOSING : BEHIND_BRACES;
  into.indent(script, from, end, fn, rank);
  into.add(script, end, `\n${level}}${close}${style.semicolon}${keepOpen}`, rank);
}

/** Whether code continues a promise of the start-up: `stateRestored.then(() => …)`. */
function hasContinuation(code: Node): boolean {
  let found = false;
  walk(code, (node) => {
    if (isFunction(node) && isContinuation(node)) found = true;
    return !found;
  });
  return found;
}

/** Refuses to move statements into a function where they jump, wait, return a value, or declare what others use. */
function assertMovable(script: Script, fn: FunctionNode, rest: readonly t.Statement[], mayReturn: boolean): void {
  const within = (node: Node): boolean => rest.some((statement) => isWithin(node, statement));
  for (const statement of rest) {
    walk(statement, (node) => {
      if (isFunction(node)) return false;
      if (node.type === 'ReturnStatement' && !mayReturn && !isPlainReturn(script, fn, node)) throw new Refusal('a message listener that uses it returns a value');
      if ((node.type === 'BreakStatement' || node.type === 'ContinueStatement') && leadsOutOf(node, rest)) throw new Refusal('a message listener jumps out of the statements that use it');
      if (node.type === 'AwaitExpression' || node.type === 'YieldExpression') throw new Refusal('a message listener waits already');
      return true;
    });
    walk(statement, (node) => {
      if (node.type === 'Identifier') {
        const binding = script.binding(node);
        if (binding !== undefined && binding.declarations.some(({ id }) => id === node) && functionOf(node) === fn && binding.references.some((reference) => !within(reference.node))) throw new Refusal('a message listener declares a name among the statements that use it, and uses it elsewhere');
      }
      return true;
    });
  }
}

/** Whether statements answer a message on all of their ways by the promise that they return. */
function answersByPromise({ turns, mode, script }: Entry, fn: FunctionNode, rest: readonly t.Statement[]): boolean {
  const isNative = turns.registrations.some(({ functions, call }) => functions.includes(fn) && /^browser\b/.test(script.textOf(call)));
  if (mode !== 'message' || !isNative || !rest.some(endsFunction)) return false;
  let [promised, other] = [0, 0];
  for (const statement of rest) {
    walk(statement, (node) => {
      if (isFunction(node)) return false;
      if (node.type !== 'ReturnStatement') return true;
      if (node.argument && isPromise(script, unwrap(node.argument), turns)) promised += 1;
      else other += 1;
      return false;
    });
  }
  return promised > 0 && other === 0;
}

function isPromise(script: Script, node: Node, turns: Turns): boolean {
  if (node.type === 'NewExpression') return isNewPromise(node);
  if (!isCall(node)) return false;
  const callee = unwrap(node.callee as Node);
  const path = script.api(callee)?.names.join('.');
  if (path !== undefined) return /^browser\b/.test(script.textOf(callee)) && !/^(runtime|extension)\.get(URL|Manifest|Views)$|^i18n\.(getMessage|getUILanguage)$/.test(path);
  if (isMember(callee) && (/^(then|catch|finally)$/.test(memberName(callee) ?? '') || (unwrap(callee.object).type === 'Identifier' && (unwrap(callee.object) as t.Identifier).name === 'Promise'))) return true;
  return (surelyFunction(script, callee, turns) ?? (isMember(callee) ? ownMethod(callee, turns) : undefined))?.async === true;
}

/** Refuses a new `return`, or one that moves into a function, where the listener goes on after the statement: there only what concerns other messages may stand. */
function assertNothingAfter(script: Script, fn: FunctionNode, statement: Node, [does, may]: readonly [does: string, may: string]): void {
  let inner = statement;
  for (const up of ancestors(statement)) {
    if (up === fn) return;
    if (/^(For|ForIn|ForOf|While|DoWhile|Try)Statement$/.test(up.type)) throw new Refusal(`a message listener ${does} in a loop or a \`try\``);
    const list = siblings(inner);
    const isIdle = (later: t.Statement): boolean => (later.type === 'ReturnStatement' ? isPlainReturn(script, fn, later) : /^(Break|Empty)Statement$|^FunctionDeclaration$/.test(later.type)) || isExclusive(inner, later) || (inner.type === 'IfStatement' && isWithin(statement, inner.consequent) && endsFunction(inner.consequent));
    if (list !== undefined && inner !== statement && up.type !== 'SwitchCase' && !list.slice(list.indexOf(inner as t.Statement) + 1).every(isIdle)) throw new Refusal(`a message listener goes on after the statements that ${may}`);
    inner = up;
  }
}

/** Whether what a branch leads to says that an answer will come, and does nothing before: `return true` behind all branches. */
function leadsToTrue(statement: t.Statement): boolean {
  let inner: Node = statement;
  for (const up of ancestors(statement)) {
    const list = siblings(inner) ?? [];
    const next = inner.type === 'BreakStatement' ? inner : list.slice(list.indexOf(inner as t.Statement) + 1).find((later) => !/^(Empty|FunctionDeclaration)/.test(later.type) && !isExclusive(inner, later));
    const leaves = up.type === 'SwitchCase' && (next?.type === 'BreakStatement' ? next.label == null : next === undefined && leavesSwitch(up));
    if (next !== undefined && next !== inner && !leaves) return next.type === 'ReturnStatement' && next.argument != null && isTrue(next.argument);
    // A case without an end goes on with the next one.
    if (up.type === 'SwitchCase' ? !leaves : !/^(Block|If|Switch)Statement$/.test(up.type)) return false;
    inner = up;
  }
  return false;
}
