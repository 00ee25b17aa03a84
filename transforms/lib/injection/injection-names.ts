import { property, stringValue, unwrap, walk, type Node } from '../ast.ts';
import { isInjected } from './injected.ts';
import { parseScript } from '../parse.ts';
import type { Script } from '../script.ts';

/** Of the names that a code string declares, those that other code in the same pages may use: content scripts share their global scope. */
export function sharedNames(script: Script, call: Node, names: readonly string[]): string[] {
  const shared = new Set<string>();
  if (names.length > 0) for (const user of usersOf(script, call)) for (const name of user) if (names.includes(name)) shared.add(name);
  return [...shared];
}

/** The names that each script or code string that is injected elsewhere uses without declaring them. */
function* usersOf(script: Script, call: Node): Generator<Iterable<string>> {
  const { extension } = script;
  let anyFile = false;
  for (const realm of extension.realms) if (realm.kind === 'content') for (const member of realm.scripts) yield member.freeNames.keys();
  for (const other of extension.scripts) {
    if (!/\bexecuteScript\b/.test(other.text) || other.program === undefined) continue;
    yield [...other.freeNames].filter(([, uses]) => uses.some(({ node }) => isInjected(other, node))).map(([name]) => name);
    for (const api of ['tabs.executeScript', 'scripting.executeScript']) {
      for (const { call: injection } of other.calls(api)) {
        if (injection === call) continue;
        const options = injection.arguments.map((argument) => unwrap(argument)).find(({ type }) => type === 'ObjectExpression');
        const file = options?.type === 'ObjectExpression' ? (property(options, 'file') ?? property(options, 'files')) : undefined;
        const code = options?.type === 'ObjectExpression' ? property(options, 'code') : undefined;
        if (file?.type === 'ObjectProperty') anyFile ||= !isLiteralFile(unwrap(file.value));
        else if (code === undefined) anyFile ||= api === 'tabs.executeScript';
        if (code?.type === 'ObjectProperty') yield namesInCode(other, unwrap(code.value), call);
      }
    }
  }
  if (!anyFile) return;
  for (const other of extension.scripts) if (other !== script && other.realms.length === 0) yield other.freeNames.keys();
}

function isLiteralFile(value: Node): boolean {
  return stringValue(value) !== undefined || (value.type === 'ArrayExpression' && value.elements.every((element) => stringValue(element) !== undefined));
}

/** The free names of a code string; of one that is built elsewhere, every word in the strings of that script. */
function namesInCode(script: Script, code: Node, except: Node): Iterable<string> {
  const literal = stringValue(code);
  const syntax = literal === undefined ? undefined : parseScript(literal, 'code.js');
  if (syntax && 'program' in syntax) return syntax.scopes.globals.keys();
  const words = new Set<string>();
  walk(script.program!, (node) => {
    if (node === except) return false;
    const text = node.type === 'StringLiteral' ? node.value : node.type === 'TemplateElement' ? node.value.raw : '';
    for (const [word] of text.matchAll(/[A-Za-z_$][\w$]*/g)) words.add(word);
    return true;
  });
  return words;
}
