import type * as t from '@babel/types';
import { keyName, parentOf, statementOf, unwrap, type Node } from './ast.ts';
import type { ApiReference } from './api.ts';
import type { Script } from './script.ts';
import type { Edit, Place } from './types.ts';

/** Spells one name of an API mention differently: `chrome.browserAction`, `chrome["browserAction"]`, `chrome[NAME]`, `{ browserAction }`, `{ browserAction: b }`. Undefined where the name is not spelled here. */
export function respell(script: Script, reference: ApiReference, index: number, name: string): Edit | undefined {
  const key = reference.keys[index];
  if (key === undefined) return undefined;
  const parent = parentOf(key);
  if (parent?.type === 'ObjectProperty' && parent.shorthand) return script.insert(parent.start!, `${name}: `);
  return script.replace(key, isComputed(key) && key.type === 'Identifier' ? script.quote(name) : spelling(script, key, name));
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
 * reached anew from the namespace. Undefined where that cannot be done here alone: in a pattern, behind an unknown alias.
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

/** What a destructuring pattern takes from a namespace that its members have left; no edits where no simple declaration holds it. */
export interface MovedPattern {
  readonly at: Place;
  readonly names: readonly string[];
  readonly edits: readonly Edit[] | undefined;
}

/**
 * Moves what patterns take from one namespace to another, `const { getURL } = chrome.extension` to `const { getURL } = chrome.runtime`.
 * Names that stay keep their pattern; the variables keep their names.
 * @param members the names that move, with their new names
 */
export function* moveFromPatterns(script: Script, from: string, to: string, members: Readonly<Record<string, string>>): Generator<MovedPattern> {
  const patterns = new Set<t.ObjectPattern>();
  for (const { pattern, names, node } of script.references(from)) {
    const parent = pattern && names.length === 2 && Object.hasOwn(members, names[1]!) ? parentOf(node) : undefined;
    if (parent?.type === 'ObjectPattern') patterns.add(parent);
  }
  for (const pattern of patterns) {
    const moved = pattern.properties.filter((property): property is t.ObjectProperty => property.type === 'ObjectProperty' && Object.hasOwn(members, keyName(property) ?? ''));
    yield { at: script.at(moved[0]!), names: moved.map((property) => keyName(property)!), edits: movePattern(script, pattern, moved, from, to, members) };
  }
}

function movePattern(script: Script, pattern: t.ObjectPattern, moved: readonly t.ObjectProperty[], from: string, to: string, members: Readonly<Record<string, string>>): Edit[] | undefined {
  const holder = parentOf(pattern);
  const init = holder?.type === 'VariableDeclarator' && holder.init ? unwrap(holder.init) : holder;
  const namespace = script.references(from).find(({ path, node }) => path === from && node === init);
  if (holder === undefined || namespace === undefined || pattern.properties.some(({ type }) => type === 'RestElement')) return undefined;
  if (from === to) return moved.flatMap((property) => renameKey(script, property, members));
  if (moved.length === pattern.properties.length) {
    const renamed = moved.flatMap((property) => renameKey(script, property, members));
    const edits = moveMember(script, namespace, from, to);
    return edits && [...edits, ...renamed];
  }
  const list = `{ ${moved.map((property) => textAs(script, property, members)).join(', ')} }`;
  const removed = without(script, pattern, moved);
  if (holder.type === 'ObjectProperty') return [script.insert(holder.start!, `${to}: ${list}, `), ...removed];
  const declaration = parentOf(holder);
  if (declaration?.type !== 'VariableDeclaration' || declaration !== statementOf(holder) || declaration.declarations.length > 1 || namespace.namespace === undefined) return undefined;
  const line = `${declaration.kind} ${list} = ${namespace.namespace}.${to}${script.style.semicolon}\n${script.indentAt(declaration.start!)}`;
  return [script.insert(declaration.start!, line), ...removed];
}

function renameKey(script: Script, property: t.ObjectProperty, members: Readonly<Record<string, string>>): Edit[] {
  const name = members[keyName(property)!]!;
  if (name === keyName(property)) return [];
  return [property.shorthand ? script.insert(property.start!, `${name}: `) : script.replace(property.key, spelling(script, property.key, name))];
}

function textAs(script: Script, property: t.ObjectProperty, members: Readonly<Record<string, string>>): string {
  const name = members[keyName(property)!]!;
  if (name === keyName(property)) return script.textOf(property);
  return property.shorthand ? `${name}: ${script.textOf(property)}` : `${name}: ${script.textOf(property.value)}`;
}

/** Removes properties from a pattern of which others stay, each with the comma that it leaves behind. */
function without(script: Script, { properties }: t.ObjectPattern, removed: readonly t.ObjectProperty[]): Edit[] {
  const isKept = (property: t.ObjectProperty | t.RestElement): boolean => !removed.includes(property as t.ObjectProperty);
  return removed.map((property) => {
    const index = properties.indexOf(property);
    const isLast = !properties.slice(index + 1).some(isKept);
    return { file: script.path, start: isLast ? properties[index - 1]!.end! : property.start!, end: isLast ? property.end! : properties[index + 1]!.start!, text: '' };
  });
}
