import { isCall, isMember, memberName, parentOf, unwrap, wrapped, type AnyMember, type Node } from '../ast.ts';
import { listingsInside, takesAway, type Place } from './held-values.ts';
import { lineOf, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Slot } from '../slots.ts';
import type { Turns } from '../turns.ts';
import { Prover } from '../values/prover.ts';
import { isNumeric, isPlain, type Value } from '../values/value.ts';

/** What the browser numbers. */
const NUMBERS = /(^|\.)(tab|window|frame)Id$|(^|\.)tab\.id$/;

/**
 * Whether code goes through the members of a variable's object in the order in which they were added. Chrome's storage gives them back in the
 * order of their names; Firefox's, and members that are named by whole numbers, keep theirs.
 * @param changes what is done to the object, and to parts of it
 * @throws Refusal where it goes through the members of a part
 */
export function isReadInOrder({ script: { extension }, accesses, init }: Slot, value: Value, changes: readonly Place[], turns: Turns): boolean {
  if (extension.target === 'firefox') return false;
  const compared = accesses.filter(({ script, node }) => isTextCompared(script, node)).map(({ script, node }) => ({ script, node, steps: 0 }));
  const listed = [...accesses.flatMap((access) => listingsInside(access, accesses, value, turns)).filter(({ node }) => showsOrder(node)), ...compared].filter(({ steps }) => isObject(value, steps));
  if (listed.length === 0) return false;
  const prover = new Prover(turns);
  const isNumbered = ({ script, node }: Place): boolean => {
    const member = parentOf(wrapped(node));
    if (!isMember(member) || !member.computed) return false;
    return NUMBERS.test(script.textOf(member.property)) || isNumeric(prover.prove(script, (member as AnyMember).property));
  };
  const isEmpty = (node: Node | undefined): boolean => {
    const inner = node && unwrap(node);
    return inner === undefined || inner.type.endsWith('Literal') || (inner.type === 'ObjectExpression' && inner.properties.length === 0);
  };
  const isMade = ({ node }: Place): boolean => accesses.some((access) => access.node === node && (access.kind === 'write' || access.kind === 'update'));
  if (isEmpty(init) && changes.every((change) => takesAway(change) || (isMade(change) ? isEmpty(accesses.find(({ node }) => node === change.node)!.value) : isNumbered(change)))) return false;
  const nested = listed.find(({ steps }) => steps > 0 || value.container !== 'object') ?? (value.element !== undefined && !isPlain(value.element) ? compared[0] : undefined);
  if (nested !== undefined) throw new Refusal(`${lineOf(nested.script, nested.node)} goes through the members of an object in their order, which storage does not keep`);
  return true;
}

/** Whether what is some steps inside of a value may be an object with members of its own names. */
function isObject({ container, element, data }: Value, steps: number): boolean {
  if (data) return true;
  return steps === 0 ? container === 'object' : element !== undefined && isObject(element, steps - 1);
}

/** Whether an object is compared by its text: `JSON.stringify(last) !== JSON.stringify(now)`. */
function isTextCompared(script: Script, node: Node): boolean {
  const call = parentOf(wrapped(node));
  return isCall(call) && script.textOf(call.callee) === 'JSON.stringify' && /^[!=]==?$/.test((parentOf(wrapped(call)) as { operator?: string } | undefined)?.operator ?? '');
}

/** Whether a place that asks which members an object has gets them in order: `for … in`, `Object.keys`; but not how many they are, or whether one is there. */
function showsOrder(node: Node): boolean {
  const parent = parentOf(wrapped(node));
  if (parent?.type === 'ForInStatement') return true;
  const callee = isCall(parent) ? unwrap(parent.callee as Node) : undefined;
  if (!isMember(callee) || !/^(keys|values|entries)$/.test(memberName(callee) ?? '')) return false;
  const use = parentOf(wrapped(parent!));
  return !(isMember(use) && /^(length|includes|some|every|sort|toSorted)$/.test(memberName(use) ?? ''));
}
