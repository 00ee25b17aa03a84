import { isCall, isMember, memberName, unwrap, type AnyMember, type Node } from '../ast.ts';
import type { Script } from '../script.ts';

/** Where something is put: what it takes the place of may be in it. */
export interface Target {
  /** The places that name the variable. */
  readonly own: ReadonlySet<Node>;
  /** The member that is written: `tabs[id]`. */
  readonly slots: readonly string[];
  /** Whether all that the variable held is replaced. */
  readonly whole?: boolean;
}

/** Of what is put nowhere. */
export const NOWHERE: Target = { own: new Set(), slots: [] };

/** `tabs[id]` and `tabs.get(id)`: one spelling for what is read there and written there. */
export function memberPath(script: Script, node: Node): string | undefined {
  const inner = unwrap(node);
  if (isMember(inner)) return `${script.textOf(inner.object)} ${inner.computed ? '' : '.'}${script.textOf(inner.property)}`;
  if (!isCall(inner) || !isMember(inner.callee) || !/^(get|set|delete)$/.test(memberName(inner.callee) ?? '') || inner.arguments[0] === undefined) return undefined;
  return `${script.textOf(inner.callee.object)} ${script.textOf(inner.arguments[0])}`;
}

/** Whether an expression is what the target held before: `tabs[id] = tabs[id] || {}`. */
export function isFromSlot(script: Script, node: Node, { own, slots }: Target): boolean {
  const slot = memberPath(script, node);
  let base = unwrap(node);
  while (!own.has(base) && (isMember(base) || (isCall(base) && isMember(base.callee)))) base = unwrap(isCall(base) ? (base.callee as AnyMember).object : base.object);
  return slot !== undefined && slots.includes(slot) && own.has(base);
}
