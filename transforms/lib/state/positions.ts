import { functionOf, isCall, isFunction, isMember, isWithin, isWritten, mayLeave, memberName, nodesOf, parentOf, stringValue, unwrap, walk, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { phasesAt } from '../phases.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

/** Whether a change only sets where a regular expression begins next: `words.lastIndex = 0`. */
export function isOfPosition({ node, kind }: Access): boolean {
  const member = parentOf(wrapped(node));
  return kind === 'mutate' && isMember(member) && member.object === wrapped(node) && memberName(member) === 'lastIndex';
}

/**
 * Where an event asks a regular expression with the flag `g` or `y` that begins where the last match of another turn ended: an unload makes it begin anew.
 * What matches until nothing is left, or sets where it begins, leaves nothing to others.
 */
export function positionKept({ accesses }: Variable, turns: Turns): Access | undefined {
  if (!keepsPosition({ accesses })) return undefined;
  const matches = accesses.filter((access) => matchOf(access) !== undefined);
  return matches.find((access) => phasesAt(access.node, turns).has('event') && !accesses.some((other) => isReset(other, access) || (matchOf(other) !== undefined && isUntilNothing(other, functionOf(access.node)))));
}

/** Whether a variable is one regular expression with the flag `g` or `y`. */
export function keepsPosition({ accesses }: Pick<Variable, 'accesses'>): boolean {
  const written = accesses.filter(({ kind }) => kind === 'write' || kind === 'update');
  return written.length === 1 && isGlobalExpression(written[0]!.value);
}

/** `/a/g`, `new RegExp(text, 'gi')` */
function isGlobalExpression(value: Node | undefined): boolean {
  const made = value && unwrap(value);
  if (made?.type === 'RegExpLiteral') return /[gy]/.test(made.flags);
  const isMade = (made?.type === 'NewExpression' || isCall(made)) && made.callee.type === 'Identifier' && made.callee.name === 'RegExp';
  return isMade && /[gy]/.test((made.arguments[1] && stringValue(made.arguments[1])) ?? '');
}

/**
 * Where an event goes on with a regular expression that code keeps in a list, a map or an object, or hands to a function: `patterns.some((pattern) => pattern.test(url))`.
 * @param told the places whose variable is looked at
 */
export function* positionsUnderOtherNames(script: Script, told: ReadonlySet<Node>, turns: Turns): Generator<AnyMember> {
  if (!/\.(exec|test)\b/.test(script.text)) return;
  for (const call of nodesOf(isCall, script.program!)) {
    const callee = unwrap(call.callee as Node);
    if (!isMember(callee) || !/^(exec|test)$/.test(memberName(callee) ?? '') || told.has(unwrap(callee.object)) || !phasesAt(call, turns).has('event')) continue;
    const kept = (turns.valuesOf(callee.object) ?? []).some((value) => isGlobalExpression(value) && !phasesAt(value, turns).has('event'));
    const fn = functionOf(call);
    if (!kept || isCallUntilNothing(call, fn)) continue;
    const text = script.textOf(callee.object);
    const isSame = (node: Node): boolean => script.textOf(node) === text;
    const isSet = isFunction(fn) && isFound(fn.body, (node) => (isMember(node) && memberName(node) === 'lastIndex' && isSame(node.object) && isWritten(node)) || (isCall(node) && node !== call && ((isReplacing(node) && node.arguments.some(isSame)) || (isMatching(node, isSame) && isCallUntilNothing(node, fn)))));
    if (!isSet) yield callee;
  }
}

/** Whether a call begins with a regular expression at the start, and leaves it there: `text.replace(words, '')`. */
function isReplacing({ callee }: AnyCall): boolean {
  return isMember(callee) && /^(match|replace|replaceAll)$/.test(memberName(callee) ?? '');
}

function isMatching({ callee }: AnyCall, isOf: (object: Node) => boolean): boolean {
  return isMember(callee) && /^(exec|test)$/.test(memberName(callee) ?? '') && isOf(callee.object);
}

function isFound(node: Node, is: (inner: Node) => boolean): boolean {
  let found = false;
  walk(node, (inner) => {
    found ||= is(inner);
    return !found;
  });
  return found;
}

/** The call by which a regular expression goes on from where it was: `words.exec(text)`. */
function matchOf({ node }: Access): Node | undefined {
  const member = parentOf(wrapped(node));
  const call = isMember(member) && member.object === wrapped(node) && /^(exec|test)$/.test(memberName(member) ?? '') ? parentOf(wrapped(member)) : undefined;
  return isCall(call) && call.callee === wrapped(member!) ? call : undefined;
}

/** Whether the function of a match also sets where it begins: `words.lastIndex = 0`, `text.replace(words, '')`. */
function isReset(access: Access, match: Access): boolean {
  if (functionOf(access.node) !== functionOf(match.node)) return false;
  const parent = parentOf(wrapped(access.node));
  return isOfPosition(access) || (isCall(parent) && isReplacing(parent));
}

/** Whether a match stands in a loop that ends where nothing is left: `while ((match = words.exec(text)))`. */
function isUntilNothing(access: Access, fn: FunctionNode | undefined): boolean {
  const call = matchOf(access)!;
  return functionOf(call) === fn && isCallUntilNothing(call, fn);
}

function isCallUntilNothing(call: Node, fn: FunctionNode | undefined): boolean {
  for (let up = parentOf(call); up !== undefined && up !== fn; up = parentOf(up)) {
    if (up.type !== 'WhileStatement' && up.type !== 'DoWhileStatement' && up.type !== 'ForStatement') continue;
    const { test } = up;
    if (!test || test.type === 'BooleanLiteral') return true;
    const given = targetOf(call);
    if ((isWithin(call, test) || (given !== undefined && names(test, given))) && !mayLeave(up.body, /^(Return|Throw|Break)Statement$/)) return true;
  }
  return false;
}

/** The name that is given what a call gives: `match = words.exec(text)`. */
function targetOf(call: Node): string | undefined {
  const parent = parentOf(wrapped(call));
  const target = parent?.type === 'AssignmentExpression' ? unwrap(parent.left as Node) : parent?.type === 'VariableDeclarator' ? parent.id : undefined;
  return target?.type === 'Identifier' ? target.name : undefined;
}

function names(node: Node, name: string): boolean {
  return isFound(node, (one) => one.type === 'Identifier' && one.name === name);
}
