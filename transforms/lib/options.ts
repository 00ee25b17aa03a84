import type * as t from '@babel/types';
import { unwrap, type Node } from './ast.ts';
import type { Script } from './script.ts';
import type { Edit } from './types.ts';

/** The object literal that an argument is, or that its variable was initialised with; shared if the variable is used otherwise. */
export function optionsOf(script: Script, argument: Node): { readonly object: t.ObjectExpression | undefined; readonly isShared: boolean } {
  const value = unwrap(argument);
  const binding = value.type === 'Identifier' ? script.binding(value) : undefined;
  if (binding === undefined) return { object: value.type === 'ObjectExpression' ? value : undefined, isShared: false };
  const [declaration] = binding.declarations;
  const init = declaration?.keys?.length === 0 && declaration.init ? unwrap(declaration.init) : undefined;
  return { object: init?.type === 'ObjectExpression' ? init : undefined, isShared: binding.declarations.length > 1 || binding.references.some(({ node }) => node !== value) };
}

/** Takes an element or a property out of its list, with one comma. Comments beside it stay. */
export function withoutItem(script: Script, list: t.ArrayExpression | t.ObjectExpression, node: Node): Edit {
  const items: readonly (Node | null)[] = list.type === 'ArrayExpression' ? list.elements : list.properties;
  const index = items.indexOf(node);
  const next = items[index + 1];
  const before = items[index - 1];
  if (!next && !before) return { file: script.path, start: list.start! + 1, end: list.end! - 1, text: '' };
  if (next && !(before && isCommented(script.slice(node.end!, next.start!)))) return { file: script.path, start: node.start!, end: next.start!, text: '' };
  const gap = script.slice(before!.end!, node.start!);
  if (!isCommented(gap)) return { file: script.path, start: before!.end!, end: node.end!, text: '' };
  if (next) return { file: script.path, start: node.start!, end: script.text.indexOf(',', node.end!) + 1, text: '' };
  const comma = /^(,?)\s*$/.exec(script.text.slice(node.end!).split('\n', 1)[0]!);
  return { file: script.path, start: comma ? before!.end! + gap.trimEnd().length : node.start!, end: node.end! + (comma?.[1]!.length ?? 0), text: '' };
}

function isCommented(gap: string): boolean {
  return /\/[/*]/.test(gap);
}
