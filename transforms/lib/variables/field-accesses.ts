import { isCallee, isFunction, isMember, unwrap, type AnyMember, type Node } from '../ast.ts';
import { accessOf, addAccesses, isChange, type Access, type Variable } from '../bindings.ts';
import type { Holder } from '../calls/holders.ts';
import { evaluate } from '../constants.ts';
import { ownObject } from '../objects.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { hasFields } from './records.ts';

/** What happens to the fields of an object that is looked at field by field does not happen to who holds it. */
export function ownAccess(access: Access, turns: Turns): Access {
  if (access.kind !== 'mutate') return access;
  return hasFields(turns.holderOf(access.node)) ? { ...access, kind: 'read', reads: true } : access;
}

/** The name of a member that is a constant: `app[KEY]`. */
export function constantName(script: Script, member: AnyMember, turns: Turns): string | undefined {
  const known = evaluate(script, member.property as Node, turns)?.value;
  return typeof known === 'string' ? known : undefined;
}

/** Whether an access by a computed name gives fields more than their first values, and no functions. */
export function isOfLater(access: Access, turns: Turns): boolean {
  return !isChange(access) || (!(access.value && isFunction(unwrap(access.value))) && turns.turnsAt(access.node).some(({ origin }) => origin !== 'start'));
}

/** Adds the uses of an object's fields by other names, and where it is read as a whole. @returns whether all its uses are in sight */
export function addFollowed(own: Map<string, Access[]>, holder: Holder, turns: Turns): boolean {
  const object = orRefusal(() => ownObject(holder, turns));
  if (object instanceof Refusal) return false;
  const known = new Set([...own.values()].flatMap((accesses) => accesses.map(({ node }) => node)));
  const reading = (node: Node): Access => ({ script: turns.scriptOf(node), node, kind: 'read', reads: true, value: undefined, initial: false });
  for (const [name, uses] of object.members) {
    for (const use of name === 'constructor' ? [] : uses) {
      if (!known.has(use) && turns.has(use) && !isCallee(use)) addAccesses(own, name, [ownAccess(accessOf(turns.scriptOf(use), use), turns)]);
    }
  }
  for (const [name, uses] of object.taken) addAccesses(own, name, uses.map(reading));
  for (const accesses of own.values()) accesses.push(...object.whole.map(reading));
  return true;
}

/** The fields of an object, where code also uses fields by names that are computed: each may be any of them. Those that nothing else changes are told of as one. */
export function withUnnamed(named: readonly Variable[], unnamed: readonly Access[], object: string, holder: Holder, turns: Turns): readonly Variable[] {
  const known = unnamed.filter((access) => !isChange(access) || turns.turnsAt(access.node).some(({ origin }) => origin !== 'start' && origin !== 'unknown'));
  const first = unnamed.find(isChange);
  if (first === undefined) return unnamed.length === 0 ? named : named.map((variable) => ({ ...variable, accesses: [...variable.accesses, ...unnamed] }));
  const own = named.filter(({ accesses }) => accesses.some((access) => isChange(access) && !access.initial));
  const others = named.filter((variable) => !own.includes(variable)).flatMap(({ accesses }) => accesses);
  const name = isMember(first.node) ? `${object}[${first.script.textOf(first.node.property)}]` : `${object}[…]`;
  return [
    ...own.map((variable) => ({ ...variable, accesses: [...variable.accesses, ...known] })),
    { name, kind: 'field', script: first.script, node: first.node, constant: false, accesses: [...unnamed, ...others], holder },
  ];
}
