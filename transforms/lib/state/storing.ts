import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, memberName, parentOf, siblings, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import { SYNC_METHODS, isResultUnused } from '../callbacks.ts';
import type { Insertions } from '../insertions.ts';
import { beginsLine, habitsOf, namespaceOf, rangeOf, startWithComments, statementEnd } from '../layout.ts';
import { lineOf, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';

/** Something to be stored after each of its changes. */
export interface Stored {
  readonly changes: readonly Pick<Access, 'script' | 'node'>[];
  /** The member of the object that `storage.set` gets, as near to a change as its names go. */
  stored(script: Script, place: Node, change: Node): string;
}

/** Where a change is complete. */
type Place =
  /** At the end of a statement. */
  | { readonly kind: 'statement'; readonly at: Node }
  /** Each time that the head of a loop has run. */
  | { readonly kind: 'rounds'; readonly at: Loop }
  /** When the expression in the head of a statement has its value, or that of an arrow function. */
  | { readonly kind: 'expression'; readonly at: Node; readonly expression: Node };

type Loop = t.ForStatement | t.ForInStatement | t.ForOfStatement | t.WhileStatement | t.DoWhileStatement;

interface Group {
  readonly script: Script;
  readonly place: Place;
  /** What changes there, with its first change. */
  readonly own: Map<Stored, Node>;
  readonly changes: Node[];
  /** Whether it stores what the statements before it change too. */
  joined: boolean;
}

/**
 * Stores what changes, after each change: statements that stand side by side are stored once.
 * @param home the function whose locals change, or undefined at top level
 * @param by the call that stores everything, where that is one of the author's scope
 * @throws Refusal where nothing can be added
 */
export function storeChanges(all: readonly Stored[], home: FunctionNode | undefined, into: Insertions, by?: string): void {
  const groups = new Map<Node, Group>();
  for (const one of all) {
    for (const { script, node } of one.changes) {
      const place = placeToStore(script, node, home);
      const group = groups.get(place.at) ?? { script, place, own: new Map<Stored, Node>(), changes: [], joined: false };
      groups.set(place.at, group);
      group.changes.push(node);
      if (!group.own.has(one)) group.own.set(one, node);
    }
  }
  for (const [at, { place, own }] of [...groups].sort(([a], [b]) => a.start! - b.start!)) {
    const list = siblings(at);
    const next = list?.[list.indexOf(at as t.Statement) + 1];
    const following = next === undefined ? undefined : groups.get(next);
    if (following === undefined || place.kind !== 'statement' || at.type !== 'ExpressionStatement' || !isMerged(following.place)) continue;
    for (const [one, change] of own) if (!following.own.has(one)) following.own.set(one, change);
    following.joined = true;
    groups.delete(at);
  }
  for (const group of [...groups.values()].sort((a, b) => a.place.at.start! - b.place.at.start!)) insertStore(group, all.filter((one) => group.own.has(one)).map((one) => one.stored(group.script, group.place.at, group.own.get(one)!)), into, by);
}

/** Whether what comes before a place may be stored there. */
function isMerged({ kind, at, ...place }: Place): boolean {
  if (kind === 'statement') return at.type === 'ExpressionStatement' && isSure(at);
  return kind === 'expression' && !isFunction(at) && isSure((place as { readonly expression: Node }).expression);
}

/** Whether a statement or expression comes to its end at once: nothing in it waits, or calls what may throw. */
export function isSure(part: Node): boolean {
  let sure = true;
  walk(part, (node) => {
    if (node.type === 'AwaitExpression' || node.type === 'YieldExpression') sure = false;
    if (isCall(node) && !(isMember(node.callee) && /^(push|pop|shift|unshift|splice|set|add|delete|clear|now)$/.test(memberName(node.callee) ?? ''))) sure = false;
    return sure;
  });
  return sure;
}

// ---- where

function placeToStore(script: Script, node: Node, home: FunctionNode | undefined): Place {
  const refusal = (where: string): Refusal => new Refusal(`${lineOf(script, node)} changes it ${where}`);
  let place: Place | undefined;
  let inner: Node = node;
  for (const up of ancestors(node)) {
    if (isFunction(up)) {
      if (up.body === inner && up.type === 'ArrowFunctionExpression' && place === undefined) place = { kind: 'expression', at: inner, expression: inner };
      if (up === home || !isWithin(inner, up.body) || !runsAtOnce(script, up)) break;
      place = undefined;
    } else if (isLoop(up)) {
      if (!canLeave(up) && (place === undefined || isWithin(inner, up.body))) place = { kind: 'statement', at: up };
      const isOnce = (up.type === 'ForOfStatement' || up.type === 'ForInStatement') && inner === up.right;
      place ??= isOnce ? { kind: 'expression', at: up, expression: inner } : { kind: 'rounds', at: up };
    } else if (place === undefined && /Statement$|^VariableDeclaration$/.test(up.type) && !isLoop(parentOf(up)!)) {
      const expression = headOf(up, inner);
      if (expression === undefined) throw refusal('in the head of a statement');
      place = /^(ExpressionStatement|VariableDeclaration)$/.test(up.type) && !waitsAfter(expression, node) ? { kind: 'statement', at: up } : { kind: 'expression', at: up, expression };
    }
    inner = up;
  }
  if (place === undefined) throw refusal('where nothing can be added');
  if (place.kind === 'rounds' && (waitsAfter(headAround(place.at, node), node) || isEmptyBlock(place.at.body))) throw refusal('in the head of a loop that waits');
  const label = parentOf(place.at);
  if (label?.type === 'LabeledStatement') {
    if (place.kind === 'statement') return { ...place, at: label };
    throw refusal('in the head of a statement');
  }
  if (place.at.type === 'VariableDeclaration' && siblings(place.at) === undefined) throw refusal('in the head of a statement');
  return place;
}

function isLoop(node: Node): node is Loop {
  return /^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type);
}

function isEmptyBlock(body: Node): boolean {
  return body.type === 'BlockStatement' && body.body.length === 0;
}

/** Whether a function runs where it stands, before what comes after it. */
function runsAtOnce(script: Script, fn: FunctionNode): boolean {
  const call = parentOf(wrapped(fn));
  const callee = isCall(call) && call.callee !== wrapped(fn) ? unwrap(call.callee as Node) : undefined;
  return !fn.async && (immediateCall(fn) !== undefined || (isMember(callee) && SYNC_METHODS.has(memberName(callee) ?? '') && script.api(callee) === undefined));
}

/** The expression of a statement after which its head has run. */
function headOf(statement: Node, inner: Node): Node | undefined {
  switch (statement.type) {
    case 'ExpressionStatement':
      return statement.expression;
    case 'VariableDeclaration':
      return inner.type === 'VariableDeclarator' ? (inner.init ?? inner) : undefined;
    case 'IfStatement':
      return statement.test === inner ? inner : undefined;
    case 'SwitchStatement':
      return statement.discriminant === inner ? inner : undefined;
    case 'ReturnStatement':
      return inner;
    default:
      return undefined;
  }
}

/** The part of a loop's head that holds a node. */
function headAround(loop: Loop, node: Node): Node {
  return [node, ...ancestors(node)].find((up) => parentOf(up) === loop)!;
}

/** Whether an expression waits once a change in it is made. */
function waitsAfter(expression: Node, change: Node): boolean {
  const made = changeOf(change);
  const end = made.end!;
  let found = false;
  walk(expression, (node) => {
    // What a change waits for itself comes before it.
    if (isFunction(node) || node === made) return false;
    if ((node.type === 'AwaitExpression' || node.type === 'YieldExpression') && node.end! >= end) found = true;
    return !found;
  });
  return found;
}

/** The assignment, update or call by which what a node names is changed. */
function changeOf(node: Node): Node {
  let inner = wrapped(node);
  for (let up = parentOf(inner); isMember(up) && up.object === inner; up = parentOf(inner)) inner = wrapped(up);
  const parent = parentOf(inner);
  if (parent?.type === 'UpdateExpression' || (parent?.type === 'AssignmentExpression' && parent.left === inner) || (isCall(parent) && (parent.callee === inner || inner === wrapped(node)))) return parent;
  return inner;
}

/** Whether a loop may end in another way than by its head, or wait. */
function canLeave(loop: Loop): boolean {
  let found = false;
  walk(loop, (node) => {
    if (isFunction(node)) return false;
    if (/^(Return|Throw)Statement$|^(Await|Yield)Expression$/.test(node.type)) found = true;
    if ((node.type === 'BreakStatement' || node.type === 'ContinueStatement') && node.label && ![...ancestors(node)].some((up) => up.type === 'LabeledStatement' && up.label.name === node.label!.name && (isWithin(up, loop) || up.body === loop))) found = true;
    return !found;
  });
  return found;
}

// ---- how it is written

/** The rank of what comes after the brace that closes around a statement. */
const AFTER_BRACE = 21;

function insertStore({ script, place, changes, joined }: Group, stored: readonly string[], into: Insertions, by?: string): void {
  const { style } = script;
  const { brace } = habitsOf(script);
  const call = by ?? `${namespaceOf(script)}.storage.${script.extension.stateArea}.set({${brace}${stored.join(', ')}${brace}})`;
  const scope = script.scopes!.scopeOf(place.at);
  if (by === undefined && scope.lookup(namespaceOf(script)) !== script.scopes!.program.lookup(namespaceOf(script))) throw new Refusal(`\`${namespaceOf(script)}\` is something else where it is changed`);
  switch (place.kind) {
    case 'statement':
      return !joined && takesOneAway(place.at, changes) ? insertIf(script, place.at.expression, call, into) : insertAfter(script, place.at, call, into);
    case 'rounds': {
      const { body } = place.at;
      const [first] = body.type === 'BlockStatement' ? body.body : [body];
      const alone = body.type === 'BlockStatement' ? into.expand(script, body) || standsAlone(script, first!) : true;
      const indent = body.type === 'BlockStatement' ? script.indentAt(first!.start!) : into.brace(script, body).inner;
      into.add(script, startWithComments(script, first!), alone ? `${call}${style.semicolon}\n${indent}` : `${call}; `, 2);
      if (body.type !== 'BlockStatement' && siblings(place.at) === undefined) throw new Refusal(`${lineOf(script, body)} changes it in the head of a statement`);
      return insertAfter(script, place.at, call, into, AFTER_BRACE);
    }
    case 'expression':
      return insertWithin(script, place, changes, call, into);
  }
}

/** Whether a statement does nothing but `map.delete(key)`, which says whether there was anything to take away. */
function takesOneAway(place: Node, changes: readonly Node[]): place is t.ExpressionStatement {
  const call = place.type === 'ExpressionStatement' ? place.expression : undefined;
  const [change, another] = changes;
  return another === undefined && siblings(place) !== undefined && call?.type === 'CallExpression' && call.arguments.length === 1 && call.callee.type === 'MemberExpression' && memberName(call.callee) === 'delete' && call.callee.object === change;
}

/** Has a call made only where an expression is true. */
function insertIf(script: Script, test: Node, call: string, into: Insertions): void {
  into.add(script, test.start!, 'if (', 7);
  into.add(script, test.end!, `) ${call}`);
}

function insertAfter(script: Script, place: Node, call: string, into: Insertions, rank = 0): void {
  const { style } = script;
  if (siblings(place) === undefined) {
    const { own } = into.brace(script, place);
    into.add(script, place.end!, `\n${own}${call}${style.semicolon}`, rank);
    return;
  }
  const end = statementEnd(script, place);
  if (end !== place.end) return into.add(script, end, `\n${script.indentAt(place.start!)}${call}`, rank);
  const rest = script.file.text.slice(end);
  const comment = /^[ \t]*(\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/(?=[ \t]*\r?\n))/.exec(rest)?.[0].length ?? 0;
  if (into.expand(script, parentOf(place)) || standsAlone(script, place)) into.add(script, place.end! + comment, `\n${script.indentAt(place.start!)}${call}${style.semicolon}`, rank);
  else into.add(script, place.end!, `${/;$/.test(script.textOf(place)) ? '' : ';'} ${call};`, 0);
}

/** Whether nothing else stands on the lines of a statement. */
function standsAlone(script: Script, statement: Node): boolean {
  const { text } = script.file;
  return /^[ \t]*(\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)?[ \t]*(\r?\n|$)/.test(text.slice(statement.end!)) && beginsLine(text, statement.start!);
}

/** Stores between an expression and what is done with its value. */
function insertWithin(script: Script, { at, expression: whole }: Place & { readonly kind: 'expression' }, changes: readonly Node[], call: string, into: Insertions): void {
  const { style, file: { text } } = script;
  const fn = parentOf(at);
  const arrow = isFunction(fn) ? into.open(script, fn as t.ArrowFunctionExpression, !isResultUnused(script, fn) && !givesNothing(whole)) : undefined;
  const expression = arrow?.expression ?? whole;
  const waits = changes.some((change) => waitsAfter(expression, change));
  const refusal = new Refusal(`${lineOf(script, at)} changes it ${waits ? 'before it waits' : 'in the head of a statement'}`);
  const isListed = siblings(at) !== undefined && (into.expand(script, fn) || fn?.type !== 'SwitchCase' || standsAlone(script, at));
  const alone = arrow !== undefined || !isListed || into.expand(script, fn) || standsAlone(script, at);
  const indent = arrow !== undefined ? script.indentAt(fn!.start!) : isListed ? script.indentAt(at.start!) : into.brace(script, at).own;
  const separator = alone ? `${style.semicolon}\n${indent}` : '; ';
  const store = `${separator}${call}`;
  if (arrow !== undefined && !arrow.keeps && !waits) return into.add(script, arrow.end, store);
  const start = arrow?.start ?? at.start!;
  const head = arrow?.keeps ? 'return ' : '';
  const lifted = changes.length === 1 ? liftedFrom(script, expression, changes[0]!) : undefined;
  const part = lifted?.target !== undefined || waits ? lifted?.change : expression;
  if (part === undefined || (!lifted && /^(ExpressionStatement|VariableDeclaration)$/.test(at.type))) throw refusal;
  const range = rangeOf(script, part);
  const [from, to] = arrow === undefined ? range : [Math.max(range[0], arrow.start), Math.min(range[1], arrow.end)];
  const before = text.slice(start, from);
  if (/\n|\/[/*]/.test(before) || !/^\w/.test(head + before + script.textOf(part))) throw refusal;
  const result = lifted?.target ?? into.newName(script, habitsOf(script).modern ? (fn?.type === 'SwitchCase' ? parentOf(fn)! : fn!) : (functionOf(at) ?? fn!), 'result', 'value', 'outcome');
  const declared = lifted?.target === undefined ? `${habitsOf(script).modern ? 'const' : 'var'} ${result} = ` : '';
  if (arrow !== undefined) arrow.prefix = declared;
  else into.add(script, from, declared, -0.6);
  if (from > start) into.remove(script, start, from);
  if (lifted?.target !== undefined && from < part.start!) {
    into.remove(script, from, part.start!);
    into.remove(script, part.end!, to);
  }
  into.add(script, lifted?.target !== undefined ? part.end! : to, `${store}${separator}${head}${before}${result}`);
}

/** Whether an expression is a call of a method of `localStorage` that gives no value. */
function givesNothing(expression: Node): boolean {
  const call = unwrap(expression);
  return isCall(call) && isMember(call.callee) && /^(setItem|removeItem)$/.test(memberName(call.callee) ?? '') && nameOf(call.callee.object) === 'localStorage';
}

function nameOf(node: Node): string {
  const inner = unwrap(node);
  return inner.type === 'Identifier' ? inner.name : isMember(inner) ? (memberName(inner) ?? '') : '';
}

/** A change that is the first thing that an expression does, and what holds its value afterwards, where something does. */
function liftedFrom(script: Script, expression: Node, node: Node): { readonly change: Node; readonly target: string | undefined } | undefined {
  const change = changeOf(node);
  const left = change.type === 'UpdateExpression' && change.prefix ? change.argument : change.type === 'AssignmentExpression' ? change.left : undefined;
  const text = left && script.textOf(left);
  // An item of `localStorage` is text, whatever is assigned to it.
  const target = text !== undefined && /^[\w$]+(\.#?[\w$]+)*(\[[\w$.]+\])?$/.test(text) && !/\blocalStorage\b/.test(text) ? text : undefined;
  const root = /^[\w$]+/.exec(script.textOf(node))?.[0];
  const isInert = (part: Node): boolean => /^(String|Numeric|Boolean|Null)Literal$/.test(part.type) || (part.type === 'Identifier' && part.name !== root);
  const isCallee = (part: Node): boolean => isInert(part) || part.type === 'ThisExpression' || (part.type === 'MemberExpression' && !part.computed && script.textOf(part) !== target && (isCallee(part.object) || part.object.type === 'Identifier'));
  for (let inner = wrapped(change); inner !== expression && inner !== wrapped(expression);) {
    const up = parentOf(inner)!;
    if (!isFirstOf(inner, up, isInert, isCallee)) return undefined;
    inner = up;
  }
  return { change, target };
}

/** Whether what an expression does before one of its parts has no effect, and the part is always run. */
function isFirstOf(part: Node, expression: Node, isInert: (part: Node) => boolean, isCallee: (part: Node) => boolean): boolean {
  const after = (parts: readonly (Node | null)[]): boolean => parts.slice(0, parts.indexOf(part)).every((one) => one === null || isInert(one));
  switch (expression.type) {
    case 'BinaryExpression':
      return expression.left === part || isInert(expression.left);
    case 'LogicalExpression':
      return expression.left === part;
    case 'ConditionalExpression':
      return expression.test === part;
    case 'UnaryExpression':
    case 'AwaitExpression':
    case 'ObjectExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return expression.type !== 'ObjectExpression' || expression.properties.slice(0, expression.properties.indexOf(part as t.ObjectProperty)).every((one) => one.type === 'ObjectProperty' && !one.computed && isInert(one.value));
    case 'ObjectProperty':
      return expression.value === part && !expression.computed;
    case 'TemplateLiteral':
      return after(expression.expressions);
    case 'ArrayExpression':
      return after(expression.elements);
    case 'SequenceExpression':
      return expression.expressions[0] === part;
    case 'MemberExpression':
      return expression.object === part;
    case 'CallExpression':
    case 'NewExpression':
      return expression.callee !== part && isCallee(expression.callee) && after(expression.arguments);
    default:
      return false;
  }
}
