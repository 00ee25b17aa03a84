import type * as t from '@babel/types';
import { isMember, memberName, unwrap, type AnyMember, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import type { Script } from '../script.ts';
import { memberOf } from './browser-values.ts';
import { isPort, portMember } from './ports.ts';
import type { Proof } from './proof.ts';
import { DATA, isSolid, NOTHING, NUMBER, PRIMITIVE, type Value } from './value.ts';

const URL_PARTS = new Set(['href', 'host', 'hostname', 'origin', 'pathname', 'search', 'hash', 'protocol', 'port']);

/** What a loop or a callback gets of a list. */
export function elementOf(proof: Proof, script: Script, list: Node): Value | undefined {
  const value = proof.prove(script, list);
  if (value === undefined) return undefined;
  if (value.data) return { ...DATA, ...(value.event ? { null: false, undefined: false, event: true } : {}) };
  return value.container === 'array' || value.container === 'set' ? (value.element ?? NOTHING) : undefined;
}

/** What a member of an object, a list, a port or the browser's answers holds. */
export function memberValue(proof: Proof, script: Script, node: AnyMember): Value | undefined {
  const object = unwrap(node.object);
  const name = memberName(node);
  if (/^(name|sender)$/.test(name ?? '') && isPort(proof, script, object)) return portMember(name!);
  if (isUrlPart(object, name)) return PRIMITIVE;
  if ((name === 'length' || name === 'size') && object.type === 'Identifier' && isCounted(script, object, name)) return NUMBER;
  const fixed = fixedValue(proof, script, node) ?? idOfNothing(script, node);
  if (fixed !== undefined) return fixed;
  const value = proof.prove(script, object);
  if (value === undefined) return undefined;
  // undefined has no members: nothing comes of it.
  if (value.container === undefined && !value.data && !value.primitive) return NOTHING;
  if (value.container === undefined && !value.data) return name === 'length' && value.primitive && isSolid(value) ? PRIMITIVE : undefined;
  if ((name === 'length' && value.container === 'array') || (name === 'size' && (value.container === 'map' || value.container === 'set'))) return NUMBER;
  return memberOf(value, name);
}

/** What is written down elsewhere, and nobody changes: `State.IDLE`, an imported constant. */
export function fixedValue(proof: Proof, script: Script, node: t.Identifier | AnyMember): Value | undefined {
  const root = isMember(node) ? unwrap(node.object) : node;
  const binding = root.type === 'Identifier' ? script.binding(root) : undefined;
  if (binding === undefined || proof.supposed.has(root)) return undefined;
  const isShared = binding.kind !== 'import' && binding.scope.parent === undefined && !script.isModule && script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.freeNames.has(binding.name)));
  const value = isShared ? undefined : evaluate(script, node)?.value;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? NUMBER : undefined;
  return typeof value === 'string' || typeof value === 'boolean' ? PRIMITIVE : undefined;
}

/** `new URL(address).hostname` */
export function isUrlPart(object: Node, name: string | undefined): boolean {
  return object.type === 'NewExpression' && object.callee.type === 'Identifier' && object.callee.name === 'URL' && URL_PARTS.has(name ?? '');
}

/** `windows.WINDOW_ID_NONE` */
function idOfNothing(script: Script, node: AnyMember): Value | undefined {
  return /_ID_(NONE|CURRENT)$/.test(script.api(node)?.names.at(-1) ?? '') ? NUMBER : undefined;
}

/** Whether a name always stands for the list, or the set or map, that it is declared with: how many it holds is a number, whatever is put in. */
function isCounted(script: Script, id: t.Identifier, count: 'length' | 'size'): boolean {
  const binding = script.binding(id);
  const [declaration, ...others] = binding?.declarations ?? [];
  const made = declaration?.init && unwrap(declaration.init);
  if (made === undefined || others.length > 0 || declaration?.keys?.length !== 0 || binding!.references.some(({ writes }) => writes)) return false;
  if (count === 'length') return made.type === 'ArrayExpression';
  return made.type === 'NewExpression' && made.callee.type === 'Identifier' && /^(Set|Map)$/.test(made.callee.name) && script.binding(made.callee) === undefined;
}
