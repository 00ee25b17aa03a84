import type * as t from '@babel/types';
import { keyName, type Node } from '../ast.ts';
import type { Script } from '../script.ts';
import { sharesNothing } from './fresh.ts';
import type { Proof } from './proof.ts';
import { NOWHERE } from './target.ts';
import { DATA, isPlain, isSolid, NOTHING, withElement, type Container, type Value } from './value.ts';

/** `new Map()`, `new Set(list)`, `new Date()`. */
export function newValue(proof: Proof, script: Script, { callee, arguments: args }: t.NewExpression): Value | undefined {
  if (callee.type !== 'Identifier' || script.binding(callee) !== undefined) return undefined;
  const [first] = args;
  switch (callee.name) {
    case 'Map':
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
    const spread = proof.prove(script, member.argument);
    if (spread === undefined || !sharesNothing(proof, script, member.argument, target)) return undefined;
    if (spread.data) return DATA;
    return spread.container === 'object' ? (spread.element ?? NOTHING) : isPlain(spread) && !spread.primitive ? NOTHING : undefined;
  })));
}
