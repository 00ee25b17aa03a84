import type * as t from '@babel/types';
import { isMember, memberName, parentOf, unwrap, type FunctionNode, type Node } from '../ast.ts';
import type { Script } from '../script.ts';
import { surelyFunction } from '../objects.ts';
import { isPlatformMethod, TEXT_METHODS } from './methods.ts';
import { entryValue, spreadValue } from './literals.ts';
import { isFiniteNumber, isNumber } from './numbers.ts';
import { awaitedValue } from './promises.ts';
import type { Proof } from './proof.ts';
import { alwaysReturns, returnsOf } from './returns.ts';
import { NOWHERE } from './target.ts';
import { DATA, isPlain, isSolid, joinValues, NOTHING, NUMBER, PRIMITIVE, UNDEFINED, withElement, type Value } from './value.ts';

const STRING_METHODS = new Set(['toString', 'toLowerCase', 'toUpperCase', 'trim', 'trimStart', 'trimEnd', 'padStart', 'padEnd', 'repeat', 'substring', 'substr', 'charAt', 'replace', 'replaceAll', 'join', 'toFixed', 'toISOString', 'toLocaleString', 'toJSON']);
const NUMBER_METHODS = new Set(['indexOf', 'lastIndexOf', 'findIndex', 'localeCompare', 'search']);
const BOOLEAN_METHODS = new Set(['includes', 'startsWith', 'endsWith', 'has', 'some', 'every', 'test', 'hasOwnProperty']);
const KNOWN_METHODS = new Set([...STRING_METHODS, ...NUMBER_METHODS, ...BOOLEAN_METHODS, 'split', 'get', 'slice', 'filter', 'reverse', 'sort', 'toSorted', 'toReversed', 'splice', 'pop', 'shift', 'at', 'find', 'findLast', 'concat', 'map', 'charCodeAt', 'codePointAt']);
const DATE_METHODS = /^(get\w+|valueOf|to\w*String)$/;

/** What a function of the extension returns, or what the promise of an asynchronous one is settled with. */
function returnedValue(proof: Proof, fn: FunctionNode): Value | undefined {
  if (fn.generator || proof.returning.includes(fn)) return undefined;
  const owner = proof.turns.scriptOf(fn);
  const before = proof.returning;
  proof.returning = [...before, fn];
  try {
    const values = returnsOf(fn).map((returned) => proof.into(NOWHERE, () => (fn.async ? awaitedValue(proof, owner, returned) : proof.prove(owner, returned))));
    return [...values, ...(alwaysReturns(fn) ? [] : [UNDEFINED])].reduce(joinValues);
  } finally {
    proof.returning = before;
  }
}

/** What a call gives: of an API, of a function of the extension, or of a method of the language. */
export function callValue(proof: Proof, script: Script, node: t.CallExpression | t.OptionalCallExpression): Value | undefined {
  const callee = unwrap(node.callee as Node);
  const api = script.api(callee)?.names.join('.');
  if (api !== undefined) return /^(runtime|extension)\.getURL$|^i18n\.get(Message|UILanguage)$/.test(api) ? PRIMITIVE : api === 'runtime.getManifest' ? { ...DATA, undefined: false, null: false, event: true } : undefined;
  const own = surelyFunction(script, callee, proof.turns);
  if (own !== undefined) return own.async ? undefined : returnedValue(proof, own);
  if (callee.type === 'Identifier') {
    if (script.binding(callee) === undefined && /^(String|Boolean|encodeURIComponent|decodeURIComponent|encodeURI|decodeURI|isNaN|atob|btoa|escape|unescape)$/.test(callee.name)) return PRIMITIVE;
    return undefined;
  }
  if (!isMember(callee)) return undefined;
  const name = memberName(callee) ?? '';
  const object = unwrap(callee.object);
  const global = object.type === 'Identifier' && script.binding(object) === undefined ? object.name : undefined;
  if (global !== undefined) {
    const known = builtInValue(proof, script, global, name, node);
    if (known !== undefined) return known;
  }
  if (object.type === 'NewExpression' && object.callee.type === 'Identifier' && object.callee.name === 'Date' && object.arguments.length === 0 && /^(getTime|valueOf|toISOString)$/.test(name)) return PRIMITIVE;
  const sure = isPlatformMethod(script, name) ? TEXT_METHODS[name] : undefined;
  if (sure !== undefined) return sure;
  if (!KNOWN_METHODS.has(name) && !DATE_METHODS.test(name)) return undefined;
  const value = proof.prove(script, object);
  if (value === undefined) return undefined;
  // null has no methods: nothing comes of it.
  if (value.container === undefined && !value.data && !value.primitive) return NOTHING;
  if (value.container === 'date') return /^(get|valueOf$)/.test(name) ? NUMBER : /^to\w*String$|^toJSON$/.test(name) ? PRIMITIVE : undefined;
  if (NUMBER_METHODS.has(name)) return NUMBER;
  if (STRING_METHODS.has(name) || BOOLEAN_METHODS.has(name)) return PRIMITIVE;
  if (name === 'charCodeAt' || name === 'codePointAt') return isPlain(value) && isSolid(value) && isWithinText(script, node, object) ? NUMBER : undefined;
  if (name === 'slice' && isPlain(value)) return PRIMITIVE;
  if (name === 'split' && isPlain(value)) return { ...NOTHING, container: 'array', element: PRIMITIVE };
  if (value.container === 'map' && name === 'get') return joinValues(value.element ?? NOTHING, UNDEFINED);
  if (value.data && !value.event && value.container === undefined && name !== 'map') return SAME_METHODS.test(name) ? { ...DATA, null: false, undefined: false } : /^(pop|shift|at|find)$/.test(name) ? DATA : undefined;
  if (value.data && value.event && /^(filter|slice)$/.test(name)) return value;
  if (value.data ? name !== 'map' : value.container !== 'array') return undefined;
  if (/^(pop|shift|at|find|findLast)$/.test(name)) return joinValues(value.element ?? NOTHING, UNDEFINED);
  if (name === 'concat') {
    const more = node.arguments.map((argument) => (argument.type === 'SpreadElement' ? undefined : proof.closed(script, argument)));
    return more.every((one) => one !== undefined && isSolid(one)) ? [value, ...more.map((one) => (one!.container === 'array' ? one : withElement('array', [one])))].reduce(joinValues) : undefined;
  }
  if (name === 'map') {
    const fn = node.arguments[0] && surelyFunction(script, node.arguments[0], proof.turns);
    if (fn === undefined || fn.async) return undefined;
    const owner = proof.turns.scriptOf(fn);
    const made = returnedValue(proof, fn);
    return made !== undefined && (isPlain(made) || returnsOf(fn).every((returned) => proof.closed(owner, returned) !== undefined)) ? withElement('array', [made]) : undefined;
  }
  return SAME_METHODS.test(name) ? value : undefined;
}

/** Whether a call asks for a character that is there: `for (let i = 0; i < text.length; i++) text.charCodeAt(i)`. */
function isWithinText(script: Script, { arguments: [index, another] }: t.CallExpression | t.OptionalCallExpression, text: Node): boolean {
  const binding = index?.type === 'Identifier' && another === undefined ? script.binding(index) : undefined;
  const declaration = binding?.declarations[0]?.node;
  const loop = declaration && parentOf(parentOf(declaration)!);
  if (loop?.type !== 'ForStatement' || loop.init !== parentOf(declaration!) || binding!.declarations.length !== 1 || loop.test?.type !== 'BinaryExpression') return false;
  const { operator, left, right } = loop.test;
  if (operator !== '<' || script.textOf(left) !== script.textOf(index as Node) || script.textOf(right) !== `${script.textOf(text)}.length`) return false;
  const [init, ...others] = [binding!.declarations[0]!.init, ...binding!.references.filter(({ writes }) => writes).map(({ node: use }) => parentOf(use))];
  return init?.type === 'NumericLiteral' && Number.isInteger(init.value) && init.value >= 0 && others.every((write) => write === loop.update && write?.type === 'UpdateExpression' && write.operator === '++') && isUnwritten(script, text);
}

function isUnwritten(script: Script, node: Node): boolean {
  return node.type === 'Identifier' && script.binding(node)?.references.some(({ writes }) => writes) === false;
}

function builtInValue(proof: Proof, script: Script, global: string, name: string, { arguments: args }: t.CallExpression | t.OptionalCallExpression): Value | undefined {
  const [first] = args;
  switch (`${global}.${name}`) {
    case 'Date.now':
    case 'Math.random':
      return NUMBER;
    case 'Math.floor':
      return first !== undefined && isNumber(proof, script, first) ? NUMBER : undefined;
    case 'Math.abs':
      return first !== undefined && isFiniteNumber(proof, script, first) ? NUMBER : undefined;
    case 'Math.max':
    case 'Math.min':
      return args.length > 0 && args.every((argument) => argument.type !== 'SpreadElement' && isNumber(proof, script, argument)) ? NUMBER : undefined;
    case 'crypto.randomUUID':
    case 'Array.isArray':
    case 'Number.isInteger':
    case 'Number.isNaN':
    case 'Number.isFinite':
      return PRIMITIVE;
    case 'JSON.stringify':
      return jsonText(proof, script, first);
    case 'JSON.parse':
      return { ...DATA, undefined: false };
    case 'Object.keys':
      return { ...NOTHING, container: 'array', element: PRIMITIVE };
    case 'Object.values': {
      const value = first && proof.prove(script, first);
      return value?.container === 'object' && !value.data ? withElement('array', value.element ? [value.element] : []) : undefined;
    }
    case 'Object.assign': {
      // As `{ ...first, ...more }`, where the first is one that is made for it.
      const made = first && unwrap(first);
      return made?.type === 'ObjectExpression' && args.every((argument) => argument.type !== 'SpreadElement') ? withElement('object', args.map((argument) => spreadValue(proof, script, argument))) : undefined;
    }
    case 'Object.fromEntries':
      return args.length === 1 ? withElement('object', [entryValue(proof, script, first!)]) : undefined;
    case 'Array.from': {
      const value = first && proof.prove(script, first);
      if (args.length !== 1 || value?.data || (value?.container !== 'set' && value?.container !== 'array')) return undefined;
      return withElement('array', value.element ? [value.element] : []);
    }
    default:
      return undefined;
  }
}

/** JSON of what is there; JSON of undefined is undefined. */
function jsonText(proof: Proof, script: Script, node: Node | undefined): Value {
  const value = node && proof.prove(script, node);
  return value !== undefined && !value.undefined ? PRIMITIVE : { ...PRIMITIVE, undefined: true };
}

/** The methods of a list that give another list of its elements. */
const SAME_METHODS = /^(slice|filter|reverse|sort|toSorted|toReversed|splice)$/;
