import { functionOf, isCall, isMember, isWithin, mayLeave, memberName, parentOf, stringValue, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { phasesAt } from '../phases.ts';
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
  const written = accesses.filter(({ kind }) => kind === 'write' || kind === 'update');
  if (written.length !== 1 || !isGlobalExpression(written[0]!.value)) return undefined;
  const matches = accesses.filter((access) => matchOf(access) !== undefined);
  return matches.find((access) => phasesAt(access.node, turns).has('event') && !accesses.some((other) => isReset(other, access) || (matchOf(other) !== undefined && isUntilNothing(other, functionOf(access.node)))));
}

/** `/a/g`, `new RegExp(text, 'gi')` */
function isGlobalExpression(value: Node | undefined): boolean {
  const made = value && unwrap(value);
  if (made?.type === 'RegExpLiteral') return /[gy]/.test(made.flags);
  const isMade = (made?.type === 'NewExpression' || isCall(made)) && made.callee.type === 'Identifier' && made.callee.name === 'RegExp';
  return isMade && /[gy]/.test((made.arguments[1] && stringValue(made.arguments[1])) ?? '');
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
  return isOfPosition(access) || (isCall(parent) && isMember(parent.callee) && /^(match|replace|replaceAll)$/.test(memberName(parent.callee) ?? ''));
}

/** Whether a match stands in a loop that ends where nothing is left: `while ((match = words.exec(text)))`. */
function isUntilNothing(access: Access, fn: FunctionNode | undefined): boolean {
  const call = matchOf(access)!;
  if (functionOf(call) !== fn) return false;
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
  let found = false;
  walk(node, (one) => {
    found ||= one.type === 'Identifier' && one.name === name;
    return !found;
  });
  return found;
}
