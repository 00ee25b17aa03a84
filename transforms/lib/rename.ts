import type * as t from '@babel/types';
import { keyName, parentOf, type Node } from './ast.ts';
import type { ApiReference } from './api.ts';
import type { Script } from './script.ts';
import type { Edit } from './types.ts';

/** Spells one name of an API mention differently: `chrome.browserAction`, `chrome["browserAction"]`, `{ browserAction }`, `{ browserAction: b }`. Undefined where the name is not spelled here. */
export function respell(script: Script, reference: ApiReference, index: number, name: string): Edit | undefined {
  const key = reference.keys[index];
  if (key === undefined) return undefined;
  const parent = parentOf(key);
  if (parent?.type === 'ObjectProperty' && parent.shorthand) return script.insert(parent.start!, `${name}: `);
  return script.replace(key, spelling(script, key, name));
}

function spelling(script: Script, key: Node, name: string): string {
  if (key.type === 'StringLiteral') {
    const quote = script.textOf(key)[0]!;
    return `${quote}${name}${quote}`;
  }
  if (key.type === 'TemplateLiteral') return `\`${name}\``;
  return name;
}

/**
 * The edits that make a mention of `from` one of `to` (paths of the same length). A name that an alias stands for is
 * reached anew from the namespace. Undefined where that cannot be done here alone: in a pattern, behind an unknown alias, with a computed key.
 */
export function moveMember(script: Script, reference: ApiReference, from: string, to: string): Edit[] | undefined {
  const old = from.split('.');
  const names = to.split('.');
  let aliased = -1;
  for (const [index, name] of names.entries()) if (name !== old[index] && reference.keys[index] === undefined) aliased = index;
  const edits: Edit[] = [];
  if (aliased >= 0) {
    const link = reference.links[aliased];
    if (reference.pattern || reference.namespace === undefined || link === undefined) return undefined;
    edits.push(script.replace(link, `${reference.namespace}.${names.slice(0, aliased + 1).join('.')}`));
  }
  for (const [index, name] of names.entries()) {
    if (index <= aliased || name === old[index]) continue;
    const key = reference.keys[index]!;
    if (key.type === 'Identifier' && isComputed(key)) return undefined;
    edits.push(respell(script, reference, index, name)!);
  }
  return edits;
}

/** Whether a member's name is a variable: `chrome[name]`. */
function isComputed(key: Node): boolean {
  const parent = parentOf(key);
  return (parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression') && parent.computed;
}

/** The user's own words for the first `count` names of a mention, on one line: `chrome.tabs.getSelected`. */
export function spelled(script: Script, reference: ApiReference, count = reference.names.length, edits: readonly Edit[] = []): string {
  const key = reference.pattern ? reference.keys[count - 1] : undefined;
  const node = key ?? reference.links[count - 1] ?? reference.node;
  let text = script.textOf(node);
  for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
    if (edit.start < node.start! || edit.end > node.end!) continue;
    text = text.slice(0, edit.start - node.start!) + edit.text + text.slice(edit.end - node.start!);
  }
  return text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '').replace(/\s+/g, ' ').replace(/ ?(\??\.) ?/g, '$1').trim();
}

/** The pattern that a destructured mention stands in, and the names that the pattern takes. */
export function patternNames(reference: ApiReference): { readonly pattern: t.ObjectPattern; readonly names: readonly (string | undefined)[] } | undefined {
  const pattern = reference.pattern ? parentOf(reference.node) : undefined;
  if (pattern?.type !== 'ObjectPattern') return undefined;
  return { pattern, names: pattern.properties.map((member) => (member.type === 'ObjectProperty' ? keyName(member) : undefined)) };
}
