import type * as t from '@babel/types';
import { functionOf, isCall, isFunction, isMember, isWithin, memberName, parentOf, stringValue, unwrap, walk, wrapped, type Node } from '../ast.ts';
import { isNamedElsewhere } from '../named-elsewhere.ts';
import type { Script } from '../script.ts';
import { snippet } from '../words.ts';

/** A place that names the object whose items are kept for good. */
export interface ItemsUse {
  readonly script: Script;
  readonly node: Node;
}

/** What a statement asks an item before it runs. */
interface Question {
  readonly key: string;
  /** `missing`: whether there is none; `empty`: whether it is none or has no text; `other`: whether it is another text than a known one. */
  readonly kind: 'missing' | 'empty' | 'other';
  readonly text?: Node;
}

/**
 * Why a statement of the start-up, run at each wake instead of at each start of the browser, would do again what it did: undefined for one that runs until
 * an item says that it has run, where nothing takes that back: `if (!items.installed) { items.installed = 'true'; ... }`.
 * @param uses all places that name the object whose items are kept
 */
export function runsAgain(script: Script, statement: t.Statement, uses: readonly ItemsUse[]): string | undefined {
  const question = statement.type === 'IfStatement' && !statement.alternate ? questionOf(script, statement.test, uses) : defaultOf(statement, uses);
  if (question === undefined) return 'it is not only run until an item says that it has run';
  const { key, kind } = question;
  let marking: Node | undefined;
  if (statement.type === 'IfStatement') {
    const given = statement.consequent.type === 'BlockStatement' ? statement.consequent.body : [statement.consequent];
    marking = given.map((one) => writeOf(one, key, uses)).find((value) => value !== undefined);
    if (marking === undefined || mayEndEarly(statement.consequent)) return `it may end without a value for \`${key}\``;
    if (!keeps(script, marking, question)) return `\`${key}\` may still be asked for after it`;
  }
  for (const use of uses) {
    const isInside = use.script === script && isWithin(use.node, statement);
    // What is changed before the mark is set does not take it back.
    const isOver = isInside && (marking === undefined || (use.node.start! < marking.start! && functionOf(use.node) === functionOf(statement)));
    const change = isOver ? undefined : changeAt(use);
    if (change === undefined || (change.key !== undefined && change.key !== key)) continue;
    const isKept = change.value !== undefined && (change.key === key || kind === 'missing') && keeps(use.script, change.value, question);
    if (!isKept) return `\`${snippet(use.script, change.shown)}\` may have it run again${kind === 'other' ? ', at the next wake' : ''}`;
  }
  return undefined;
}

// ---- the test

function questionOf(script: Script, test: Node, uses: readonly ItemsUse[]): Question | undefined {
  const inner = unwrap(test);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') {
    const asked = unwrap(inner.argument);
    const key = keyAsked(asked, uses);
    if (key !== undefined) return { key, kind: 'empty' };
    if (asked.type === 'BinaryExpression' && asked.operator === 'in' && isItems(asked.right, uses)) {
      const name = stringValue(asked.left);
      return name === undefined ? undefined : { key: name, kind: 'missing' };
    }
    const callee = isCall(asked) ? unwrap(asked.callee as Node) : undefined;
    const name = isCall(asked) ? stringValue(asked.arguments[0]) : undefined;
    return isMember(callee) && memberName(callee) === 'hasOwnProperty' && isItems(callee.object, uses) && name !== undefined ? { key: name, kind: 'missing' } : undefined;
  }
  if (inner.type !== 'BinaryExpression' || !/^[!=]==?$/.test(inner.operator)) return undefined;
  for (const [asked, other] of [[inner.left, inner.right], [inner.right, inner.left]] as const) {
    const side = unwrap(asked);
    const typed = side.type === 'UnaryExpression' && side.operator === 'typeof' ? keyAsked(side.argument, uses) : undefined;
    if (typed !== undefined) return inner.operator.startsWith('=') && stringValue(other) === 'undefined' ? { key: typed, kind: 'missing' } : undefined;
    const key = keyAsked(side, uses);
    if (key === undefined) continue;
    const isNone = other.type === 'NullLiteral' || (other.type === 'Identifier' && other.name === 'undefined');
    if (isNone) {
      // `items.x === null` never holds, `(items.x ?? null) === null` does.
      const isNull = side.type === 'LogicalExpression';
      const holds = inner.operator === '==' || (inner.operator === '===' && (other.type === 'NullLiteral') === isNull);
      return holds ? { key, kind: 'missing' } : undefined;
    }
    return inner.operator.startsWith('!') && isKnownText(script, other) ? { key, kind: 'other', text: other } : undefined;
  }
  return undefined;
}

/** `items.x = items.x || 'dark'`, which changes nothing where there is one. */
function defaultOf(statement: Node, uses: readonly ItemsUse[]): Question | undefined {
  const expression = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  if (expression?.type !== 'AssignmentExpression' || expression.operator !== '=') return undefined;
  const [key, given] = [keyAsked(expression.left, uses), textGiven(expression.right)];
  if (key === undefined || given.type !== 'LogicalExpression' || given.operator === '&&' || keyAsked(given.left, uses) !== key) return undefined;
  return stringValue(given.right) === undefined ? undefined : { key, kind: given.operator === '??' ? 'missing' : 'empty' };
}

/** The name of the item that an expression gives: `items.x`, or `items.x ?? null`. */
function keyAsked(node: Node, uses: readonly ItemsUse[]): string | undefined {
  const inner = unwrap(node);
  if (inner.type === 'LogicalExpression') return inner.operator === '??' && unwrap(inner.right).type === 'NullLiteral' ? keyAsked(inner.left, uses) : undefined;
  return isMember(inner) && isItems(inner.object, uses) ? memberName(inner) : undefined;
}

function isItems(node: Node, uses: readonly ItemsUse[]): boolean {
  const inner = unwrap(node);
  return uses.some((use) => use.node === inner);
}

// ---- what keeps the statement from running again

/** The text that a statement writes to an item. */
function writeOf(statement: Node, key: string, uses: readonly ItemsUse[]): Node | undefined {
  const expression = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  if (expression?.type !== 'AssignmentExpression' || expression.operator !== '=') return undefined;
  return keyAsked(expression.left, uses) === key ? expression.right : undefined;
}

/** Whether code may end, or wait, before its last statement is done. */
function mayEndEarly(branch: Node): boolean {
  let isSeen = false;
  walk(branch, (node) => {
    isSeen ||= /^(Return|Throw|Break|Continue)Statement$|^(Await|Yield)Expression$/.test(node.type);
    return !isSeen && !isFunction(node);
  });
  return isSeen;
}

/** Whether a question is answered with no after an item has been given a text. */
function keeps(script: Script, value: Node, { kind, text }: Question): boolean {
  if (kind === 'missing') return true;
  if (kind === 'empty') return isSomeText(script, value);
  const given = textGiven(value);
  return script.textOf(given) === script.textOf(unwrap(text!)) && isKnownText(script, given);
}

/** What an expression makes a text of. */
function textGiven(value: Node): Node {
  const inner = unwrap(value);
  const [given] = isCall(inner) && inner.callee.type === 'Identifier' && inner.callee.name === 'String' ? inner.arguments : [];
  return given === undefined ? inner : unwrap(given as Node);
}

/** Whether a text is never empty. */
function isSomeText(script: Script, value: Node): boolean {
  const inner = textGiven(value);
  if (inner.type === 'StringLiteral') return inner.value !== '';
  if (inner.type === 'TemplateLiteral') return inner.quasis.some(({ value: { raw } }) => raw !== '');
  if (/^(Numeric|Boolean|Null)Literal$/.test(inner.type) || inner.type === 'UpdateExpression') return true;
  if (isCall(inner) && /^(Date\.now|Math\.\w+|JSON\.stringify)$/.test(script.textOf(inner.callee as Node))) return true;
  return isKnownText(script, inner);
}

/** Whether an expression is the same text, which is not empty, while the background is there. */
function isKnownText(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  const value = stringValue(inner);
  if (value !== undefined) return value !== '';
  if (isMember(inner) && memberName(inner) === 'version') {
    const call = unwrap(inner.object);
    return isCall(call) && script.api(unwrap(call.callee as Node))?.names.join('.') === 'runtime.getManifest';
  }
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const [declaration] = binding?.declarations ?? [];
  if (binding === undefined || declaration?.init === undefined || declaration.keys?.length !== 0 || binding.declarations.length > 1 || (binding.kind !== 'const' && (binding.references.some(({ writes }) => writes) || isNamedElsewhere(script, binding)))) return false;
  return isKnownText(script, declaration.init);
}

// ---- what may take it back

interface Change {
  /** Undefined where it may be any. */
  readonly key: string | undefined;
  /** The text that is written; undefined where something is taken away. */
  readonly value: Node | undefined;
  readonly shown: Node;
}

function changeAt({ node }: ItemsUse): Change | undefined {
  const outer = wrapped(node);
  const member = parentOf(outer);
  if (member?.type === 'AssignmentExpression' && member.left === outer) return { key: undefined, value: undefined, shown: member };
  if (!isMember(member) || member.object !== outer) return undefined;
  const key = memberName(member);
  const up = parentOf(wrapped(member));
  if (up?.type === 'AssignmentExpression' && up.left === wrapped(member)) return { key, value: up.operator === '=' ? up.right : undefined, shown: up };
  if (up?.type === 'UpdateExpression') return { key, value: up, shown: up };
  return up?.type === 'UnaryExpression' && up.operator === 'delete' ? { key, value: undefined, shown: up } : undefined;
}
