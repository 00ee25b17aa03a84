import type * as t from '@babel/types';
import { isCall, isMember, keyName, memberName, unwrap, type AnyMember, type Node } from '../ast.ts';
import { surelyFunction } from '../objects.ts';
import type { Script } from '../script.ts';
import { sharesNothing } from './fresh.ts';
import type { Proof } from './proof.ts';
import { alwaysReturns, returnsOf } from './returns.ts';
import { NOWHERE } from './target.ts';
import { DATA, isNever, isPlain, isSolid, joinValues, NOTHING, withElement, type Container, type Value } from './value.ts';

/** `new Map()`, `new Set(list)`, `new Date()`. */
export function newValue(proof: Proof, script: Script, { callee, arguments: args }: t.NewExpression): Value | undefined {
  if (callee.type !== 'Identifier' || script.binding(callee) !== undefined) return undefined;
  const [first] = args;
  switch (callee.name) {
    case 'Map':
      return args.length === 0 ? withElement('map', []) : args.length === 1 ? mapOf(entryValue(proof, script, first!)) : undefined;
    case 'Array':
    case 'Object':
      return first === undefined ? withElement(callee.name.toLowerCase() as Container, []) : undefined;
    case 'Set': {
      const list = first && first.type !== 'SpreadElement' ? proof.prove(script, first) : NOTHING;
      return list !== undefined && isSolid(list) && !list.data && !list.primitive && (list.element === undefined || isPlain(list.element)) && (first === undefined || list.container === 'array' || list.container === 'set') ? withElement('set', list.element ? [list.element] : []) : undefined;
    }
    case 'Date':
      // Any other moment may be none: storage would make 1970 of it.
      return first === undefined || (args.length === 1 && script.textOf(first) === 'Date.now()') ? { ...NOTHING, container: 'date' } : undefined;
    case 'RegExp':
      return args.length === 1 || (args.length === 2 && args[1]!.type === 'StringLiteral' && !/[gy]/.test(args[1]!.value)) ? regExpValue(proof, script, first!) : undefined;
    default:
      return undefined;
  }
}

/** What a text makes as a regular expression; another regular expression would bring its own flags. */
function regExpValue(proof: Proof, script: Script, text: Node): Value | undefined {
  const value = proof.prove(script, text);
  return value !== undefined && isPlain(value) ? { ...NOTHING, container: 'regexp' } : undefined;
}

/** `[a, ...list]`: what is put in must be held by nobody else. */
export function arrayValue(proof: Proof, script: Script, { elements }: t.ArrayExpression): Value | undefined {
  const target = proof.target;
  return proof.into(NOWHERE, () => withElement('array', elements.map((element) => {
    if (element === null) return undefined;
    if (element.type !== 'SpreadElement') return proof.closed(script, element, target);
    const spread = proof.prove(script, element.argument);
    if (spread === undefined || !isSolid(spread) || !sharesNothing(proof, script, element.argument, target)) return undefined;
    if (spread.data) return { ...DATA, undefined: false };
    return spread.container === 'array' || spread.container === 'set' ? (spread.element ?? NOTHING) : undefined;
  })));
}

/** `{ a, ...other }`: what is put in must be held by nobody else. */
export function objectValue(proof: Proof, script: Script, { properties }: t.ObjectExpression): Value | undefined {
  const target = proof.target;
  return proof.into(NOWHERE, () => withElement('object', properties.map((member) => {
    if (member.type === 'ObjectMethod' || (member.type === 'ObjectProperty' && !member.computed && keyName(member) === '__proto__')) return undefined;
    if (member.type === 'ObjectProperty') return proof.closed(script, member.value, target);
    return spreadValue(proof, script, member.argument, target);
  })));
}

/** What an object gets of another one: `{ ...other }`. */
export function spreadValue(proof: Proof, script: Script, source: Node, target = proof.target): Value | undefined {
  const spread = proof.prove(script, source);
  if (spread === undefined || !sharesNothing(proof, script, source, target)) return undefined;
  if (spread.data) return DATA;
  return spread.container === 'object' ? (spread.element ?? NOTHING) : isPlain(spread) && !spread.primitive ? NOTHING : undefined;
}

/** The values of a list of keys and values, which is a map or what was made of one, or made by a callback: `tabs.map((tab) => [tab.id, tab.url])`. */
export function entryValue(proof: Proof, script: Script, list: Node): Value | undefined {
  const inner = unwrap(list);
  const target = proof.target;
  if (inner.type === 'ArrayExpression') {
    const values = inner.elements.map((element) => (element?.type === 'SpreadElement' ? entryValue(proof, script, element.argument) : element && pairValue(proof, script, element)));
    return values.every((value) => value) ? (values as Value[]).reduce(joinValues, NOTHING) : undefined;
  }
  if (isCall(inner) && isMember(inner.callee)) {
    const { callee: { object }, arguments: [callback] } = inner as t.CallExpression & { callee: AnyMember };
    const name = memberName(inner.callee) ?? '';
    if (/^(entries|filter|slice|sort|reverse|toSorted|toReversed)$/.test(name) && !(name === 'entries' && callback !== undefined)) return entryValue(proof, script, object);
    const fn = name === 'map' && callback ? surelyFunction(script, callback, proof.turns) : undefined;
    const made = fn && !fn.async && !fn.generator && alwaysReturns(fn) ? returnsOf(fn).map((returned) => pairValue(proof, proof.turns.scriptOf(fn), returned)) : [];
    return made.length > 0 ? made.reduce(joinValues) : undefined;
  }
  const value = proof.prove(script, inner);
  return value?.container === 'map' && isSolid(value) && sharesNothing(proof, script, inner, target) ? (value.element ?? NOTHING) : undefined;
}

function pairValue(proof: Proof, script: Script, pair: Node): Value | undefined {
  const inner = unwrap(pair);
  const [key, value, another] = inner.type === 'ArrayExpression' ? inner.elements : [];
  const keys = key && key.type !== 'SpreadElement' && another === undefined ? proof.prove(script, key) : undefined;
  return keys !== undefined && isPlain(keys) && isSolid(keys) && value && value.type !== 'SpreadElement' ? proof.into(NOWHERE, () => proof.closed(script, value)) : undefined;
}

function mapOf(element: Value | undefined): Value | undefined {
  return element === undefined ? undefined : withElement('map', isNever(element) ? [] : [element]);
}
