import type * as t from '@babel/types';
import { isMember, keyName, memberName, parentOf, walk } from '../ast.ts';
import type { Script } from '../script.ts';
import { NOTHING, NUMBER, PRIMITIVE, type Value } from './value.ts';

/** What methods give whatever they are called on, as long as no class of the extension has one of the name. */
export const TEXT_METHODS: Readonly<Record<string, Value>> = {
  ...Object.fromEntries(['toLowerCase', 'toUpperCase', 'trim', 'trimStart', 'trimEnd', 'padStart', 'padEnd', 'substring', 'substr', 'charAt', 'toFixed', 'toISOString', 'startsWith', 'endsWith', 'hasOwnProperty'].map((name) => [name, PRIMITIVE])),
  indexOf: NUMBER, lastIndexOf: NUMBER, localeCompare: NUMBER, split: { ...NOTHING, container: 'array', element: PRIMITIVE },
};

const ownMethods = new WeakMap<object, ReadonlySet<string> | undefined>();

/** Whether nothing of the background has a method of a name, so that only the platform does. */
export function isPlatformMethod({ extension }: Script, name: string): boolean {
  if (!Object.hasOwn(TEXT_METHODS, name)) return false;
  if (!ownMethods.has(extension)) ownMethods.set(extension, methodsOf(extension.background?.scripts ?? []));
  return ownMethods.get(extension)?.has(name) === false;
}

/** The names of all that functions are kept under; undefined where a script cannot be read. */
function methodsOf(scripts: readonly Script[]): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { program } of scripts) {
    if (program === undefined) return undefined;
    walk(program, (node) => {
      const key = 'key' in node ? keyName(node as t.ObjectMember) : isMember(node) && parentOf(node)?.type === 'AssignmentExpression' ? memberName(node) : undefined;
      if (key !== undefined) names.add(key);
    });
  }
  return names;
}
/** The methods that always make a new list. */
export const LISTING_METHODS = new Set(['filter', 'slice', 'concat', 'map', 'toSorted', 'toReversed', 'split']);
/** These, and those that list what there is. */
export const COPYING_METHODS = new Set([...LISTING_METHODS, 'values']);
/** Methods that give each element to a callback first. */
export const ELEMENT_CALLBACKS = new Set(['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'flatMap']);
