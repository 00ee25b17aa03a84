import { isFunction, isMember, keyName, memberName, parentOf, stringValue, unwrap, usesArguments, type FunctionNode, type Node } from './ast.ts';
import { startWithComments, type Insertions } from './gates.ts';
import { freshName } from './layout.ts';
import { Refusal } from './refusal.ts';
import type { Script } from './script.ts';
import type { Turns } from './turns.ts';

/** A listener of `storage.onChanged`. */
export interface StorageListener {
  readonly script: Script;
  readonly fn: FunctionNode;
}

/**
 * The listeners of `storage.onChanged` that would take what is stored under a key for a change of something else.
 * @param isOwn whether nothing else is kept in the area
 * @throws Refusal where one of them cannot be told apart by the area that changed
 */
export function unwarned(script: Script, key: string, isOwn: boolean, turns: Turns): readonly StorageListener[] {
  const { stateArea, scripts } = script.extension;
  const found: StorageListener[] = [];
  for (const one of scripts) {
    if (!one.realms.some(({ kind }) => kind === 'background' || kind === 'page')) continue;
    const own = [...one.calls(`storage.${stateArea}.onChanged.addListener`)].map(({ call }) => call);
    for (const call of [...[...one.calls('storage.onChanged.addListener')].map((used) => used.call), ...own]) {
      const refusal = new Refusal(`the listener of \`storage.onChanged\` in \`${one.path}\` (line ${one.file.origin(call.start!).line}) would take it for another change`);
      const registration = turns.registrations.find((other) => other.call === call);
      const functions = registration?.functions ?? functionsOf(one, call.arguments[0]);
      if (functions.length === 0) throw refusal;
      for (const fn of functions) {
        const owner = registration ? turns.scriptOf(fn) : one;
        if (looksAtOtherKeys(owner, fn, key) || (stateArea === 'session' && looksAtArea(owner, fn))) continue;
        if (!isOwn || stateArea !== 'session' || own.includes(call) || !owner.file.editable || owner.inline || !canBeWarned(fn)) throw refusal;
        found.push({ script: owner, fn });
      }
    }
  }
  return found;
}

/** Has a listener leave at once where only the area of the session changed. */
export function warn({ script, fn }: StorageListener, into: Insertions): void {
  const { text } = script.file;
  const [changes, second] = fn.params;
  const area = second?.type === 'Identifier' ? second.name : freshName(script.program!, 'area', 'areaName', 'changedArea');
  if (second === undefined) {
    const type = script.path.endsWith('.ts') && fn.type === 'FunctionDeclaration' ? ': string' : '';
    if (changes === undefined) into.add(script, fn.start! + /\(\s*\)/.exec(text.slice(fn.start!))!.index + 1, `${freshName(script.program!, 'changes', 'storageChanges')}${type && ': object'}, ${area}${type}`);
    else if (/\(\s*$/.test(text.slice(fn.start!, changes.start!))) into.add(script, changes.end!, `, ${area}${type}`);
    else into.replace(script, changes, `(${script.textOf(changes)}, ${area})`);
  }
  const session = script.quote('session');
  if (fn.body.type !== 'BlockStatement') return into.add(script, fn.body.start!, `${area} !== ${session} && `, 1000);
  const [first] = fn.body.body;
  if (first === undefined) return;
  const leave = `if (${area} === ${session}) return`;
  if (into.expand(script, fn.body)) into.add(script, first.start!, `${leave}${script.style.semicolon}\n${script.indentAt(fn.body.start!)}`, -0.4);
  else if (script.textOf(fn.body).includes('\n')) into.add(script, startWithComments(script, first), `${leave}${script.style.semicolon}\n${script.indentAt(first.start!)}`, -0.4);
  else into.add(script, first.start!, `${leave}; `, -0.4);
}

/** The function that a listener of a page is, if it is written there or named and never another one. */
function functionsOf(script: Script, listener: Node | undefined): readonly FunctionNode[] {
  const inner = listener && unwrap(listener);
  if (isFunction(inner)) return [inner];
  const binding = inner?.type === 'Identifier' ? script.binding(inner) : undefined;
  const [declaration, another] = binding?.declarations ?? [];
  const fn = declaration?.keys?.length === 0 && declaration.init ? unwrap(declaration.init) : declaration?.node;
  return another === undefined && isFunction(fn) && fn !== undefined && binding!.kind !== 'param' && !binding!.references.some(({ writes }) => writes) ? [fn] : [];
}

/** Whether a listener gets the area, or can be given it, and nothing comes of an early end. */
function canBeWarned(fn: FunctionNode): boolean {
  const [, second] = fn.params;
  if (fn.generator || usesArguments(fn) || fn.params.some(({ type }) => type === 'RestElement') || (second !== undefined && second.type !== 'Identifier')) return false;
  return fn.body.type === 'BlockStatement' ? fn.body.directives.length === 0 : /^((Optional)?CallExpression|(Optional)?MemberExpression|AwaitExpression|Identifier)$/.test(unwrap(fn.body).type);
}

/** Whether a listener of `storage.onChanged` compares the area that changed. */
function looksAtArea(script: Script, { params: [, area] }: FunctionNode): boolean {
  return area?.type === 'Identifier' && script.binding(area)!.references.some(({ node }) => ['BinaryExpression', 'SwitchStatement'].includes(parentOf(node)!.type));
}

function looksAtOtherKeys(script: Script, { params: [changes] }: FunctionNode, name: string): boolean {
  if (changes?.type === 'ObjectPattern') return changes.properties.every((property) => property.type === 'ObjectProperty' && keyName(property) !== undefined && keyName(property) !== name);
  return changes?.type === 'Identifier' && script.binding(changes)!.references.every(({ node }) => {
    const parent = parentOf(node);
    const key = isMember(parent) && parent.object === node ? memberName(parent) : parent?.type === 'BinaryExpression' && parent.operator === 'in' && parent.right === node ? stringValue(parent.left) : undefined;
    return key !== undefined && key !== name;
  });
}
