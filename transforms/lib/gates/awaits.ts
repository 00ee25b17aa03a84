import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, isWithin, memberName, parentOf, siblings, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { isResultUnused } from '../callbacks.ts';
import type { Entry } from './entries.ts';
import type { Mode } from './modes.ts';
import { CLOSING, type Insertions } from '../insertions.ts';
import { beginsLine, habitsOf, startWithComments } from '../layout.ts';
import { assertMayWait, assertPortsAttached, gestureAfter } from './may-wait.ts';
import { isNameOfPromise } from './promise-names.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';

/** Has an arrow function of one expression wait before it. */
export function gateExpression(entry: Entry, fn: FunctionNode, mode: Mode, promises: readonly string[], into: Insertions): void {
  assertMayWait(entry, fn, fn.body.start!);
  const { script } = entry;
  if (!fn.async) makeAsync(script, fn, into);
  const { start } = into.open(script, fn as t.ArrowFunctionExpression, mode === 'message' || !isResultUnused(script, fn));
  into.add(script, start, promises.map((promise) => `await ${promise}${script.style.semicolon}\n${script.indentAt(fn.start!)}${script.style.indent}`).join(''), 0);
}

/** Whether assignments may wait where what follows them cannot: nothing else in the function uses what they set. */
export function canPostpone({ script, turns, mode, touches }: Entry, fn: FunctionNode, list: readonly t.Statement[], touching: readonly t.Statement[]): boolean {
  const [first, last] = [touching[0]!, touching.at(-1)!];
  if (mode !== 'await' || gestureAfter(script, fn, first.start!, turns) === undefined) return false;
  const isAlone = touches.every((touch) => touching.some((statement) => isWithin(touch, statement)));
  const isRun = list.indexOf(last) - list.indexOf(first) === touching.length - 1;
  return isAlone && isRun && habitsOf(script).modern && touching.every((statement) => isPlainAssignment(script, fn, statement, touches));
}

/** Has some statements wait, and what follows them go on at once. */
export function postpone({ script }: Entry, touching: readonly t.Statement[], promises: readonly string[], into: Insertions): void {
  const [first, last] = [touching[0]!, touching.at(-1)!];
  const indent = script.indentAt(first.start!);
  const { open, close } = continuing(script, promises);
  into.expand(script, parentOf(first));
  into.add(script, first.start!, `${open}() => {\n${indent}${script.style.indent}`, 1);
  into.indent(script, first.start!, last.end!, first);
  into.add(script, last.end!, `\n${indent}}${close}${script.style.semicolon}`, CLOSING);
}

/** The text that begins a continuation of promises, one after the other, before its callback, and the text that ends it. @throws Refusal in files without arrow functions, where that is not one expression */
export function continuing(script: Script, promises: readonly string[]): { readonly open: string; readonly close: string } {
  if (promises.length > 1 && !habitsOf(script).modern) throw new Refusal('a message listener would wait for one promise inside of another');
  return { open: promises.map((promise) => `${promise}.then(`).join('() => '), close: ')'.repeat(promises.length) };
}

/** Whether a statement assigns what is the same later on: made of literals, constants, and what the function was given. */
function isPlainAssignment(script: Script, fn: FunctionNode, statement: Node, touches: readonly Node[]): boolean {
  const assignment = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=' || !touches.includes(assignment.left)) return false;
  const changed = new Set<Binding>();
  walk(fn.body, (node) => {
    const target = node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && node.operator === 'delete') ? node.argument : undefined;
    let root = target && unwrap(target);
    while (isMember(root)) root = unwrap(root.object);
    const binding = root?.type === 'Identifier' ? script.binding(root) : undefined;
    if (binding !== undefined && node !== assignment) changed.add(binding);
  });
  let isPlain = true;
  walk(assignment.right, (node) => {
    if (!/^(Object(Expression|Property)|ArrayExpression|Identifier|(Optional)?MemberExpression|(String|Numeric|Boolean|Null)Literal|Template(Literal|Element)|(Unary|Binary|Logical|Conditional)Expression|TS.*)$/.test(node.type) || touches.includes(node)) isPlain = false;
    const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
    if (binding !== undefined && (changed.has(binding) || (functionOf(binding.declarations[0]!.id) !== fn && binding.kind !== 'param' && binding.kind !== 'const'))) isPlain = false;
    return isPlain && !node.type.startsWith('TS');
  });
  return isPlain;
}

/** Has a function wait before a statement, beside what it waits for there already. */
export function awaitBefore(entry: Entry, fn: FunctionNode, statement: t.Statement, promises: readonly string[], into: Insertions): void {
  const { script } = entry;
  let place: Node = statement;
  const waits = gatesBeside(script, place);
  const earlier = waits.findLast(({ end }) => end! <= place.start!);
  if (earlier !== undefined) place = siblings(earlier)![siblings(earlier)!.indexOf(earlier) + 1]!;
  for (let next; isGate(script, place) && (next = siblings(place)?.[siblings(place)!.indexOf(place) + 1]) !== undefined; ) place = next;
  assertMayWait(entry, fn, place.start!);
  assertPortsAttached(entry, fn, place.start!);
  const { style } = script;
  const indent = script.indentAt(place.start!);
  if (!fn.async) makeAsync(script, fn, into);
  const awaited = promises.map((promise) => `await ${promise}`);
  if (siblings(place) === undefined) {
    const { inner } = into.brace(script, place);
    return into.add(script, place.start!, awaited.map((line) => `${line}${style.semicolon}\n${inner}`).join(''), 1);
  }
  const from = startWithComments(script, place);
  const alone = into.expand(script, parentOf(place)) || beginsLine(script.file.text, from);
  const end = alone ? `${style.semicolon}\n` : '; ';
  // Comments before it may stand further left than it does.
  const [own, comment] = alone ? [indent, script.indentAt(from)] : ['', ''];
  // One place to wait: between two, other events could come. All listeners wait for several promises in one order.
  const list = siblings(place)!;
  const later = new Set(gatesIn(script, list.slice(list.indexOf(place as t.Statement))).filter((one) => into.removeLine(script, one)).map(({ expression }) => script.textOf(expression)));
  const lines = new Set([...later, ...awaited]);
  into.add(script, from, (own.startsWith(comment) ? own.slice(comment.length) : '') + [...lines].join(end + own) + end + comment, 1);
}

/** Whether a callback continues a promise of the start-up: `stateRestored.then(() => …)`. */
export function isContinuation(callback: FunctionNode): boolean {
  const call = parentOf(wrapped(callback));
  const promise = isCall(call) && isMember(call.callee) && memberName(call.callee) === 'then' ? unwrap(call.callee.object) : undefined;
  return isPromiseOfStart(promise);
}

function isPromiseOfStart(node: Node | undefined): boolean {
  const name = node?.type === 'Identifier' ? node.name : isMember(node) ? memberName(node) : undefined;
  return name !== undefined && isNameOfPromise(name);
}

/** Statements of the same list that wait for a promise of the start-up. */
function gatesBeside(script: Script, statement: Node): t.Statement[] {
  return (siblings(statement) ?? []).filter((one) => isGate(script, one));
}

function isGate(script: Script, node: Node): node is t.ExpressionStatement {
  const awaited = node.type === 'ExpressionStatement' && node.expression.type === 'AwaitExpression' ? node.expression.argument : undefined;
  return isPromiseOfStart(awaited) && (awaited?.type !== 'Identifier' || script.binding(awaited)?.scope.parent === undefined);
}

/** The statements among some, or in their branches, that wait for a promise of the start-up. */
function gatesIn(script: Script, statements: readonly t.Statement[]): readonly t.ExpressionStatement[] {
  const gates: t.ExpressionStatement[] = [];
  for (const statement of statements) {
    walk(statement, (node) => {
      if (isGate(script, node)) gates.push(node);
      return !isFunction(node);
    });
  }
  return gates;
}

/** Makes a function asynchronous, and what it declares to return a promise. @throws Refusal where it cannot be */
export function makeAsync(script: Script, fn: FunctionNode, into: Insertions): void {
  into.add(script, asyncOffset(script, fn), 'async ');
  if (fn.returnType == null) return;
  const type = fn.returnType.type === 'TSTypeAnnotation' ? fn.returnType.typeAnnotation : undefined;
  if (type === undefined) throw new Refusal('a listener declares what it returns');
  into.add(script, type.start!, 'Promise<');
  into.add(script, type.end!, '>');
}

function asyncOffset(script: Script, fn: FunctionNode): number {
  if (fn.type === 'ObjectMethod' || fn.type === 'ClassMethod' || fn.type === 'ClassPrivateMethod') {
    if ('computed' in fn && fn.computed) throw new Refusal('a listener that uses it cannot be asynchronous');
    return fn.key.start!;
  }
  if (fn.type === 'FunctionDeclaration' && script.textOf(fn).startsWith('function') === false) throw new Refusal('a listener that uses it cannot be asynchronous');
  return fn.start!;
}
