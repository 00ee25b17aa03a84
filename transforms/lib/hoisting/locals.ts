import type * as t from '@babel/types';
import { isCall, isFunction, isWithin, parentOf, siblings, unwrap, walk, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { freshName } from '../layout.ts';
import type { Realm } from '../realms.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import type { Edit } from '../types.ts';

/** Answers that are the same at each start, unless the user or the extension changes them. */
const LASTING = /^(storage|runtime|i18n|extension|commands|management\.getSelf|permissions)\b/;

/** Refuses what a function of the start-up learns of the moment: the next start learns something else. */
export function assertLasting(fn: FunctionNode, turns: Turns): void {
  const script = turns.scriptOf(fn);
  const check = (node: Node): boolean => {
    if (isFunction(node)) return false;
    const path = isCall(node) ? script.api(unwrap(node.callee as Node))?.names.join('.') : undefined;
    if (path !== undefined && /\.(get|query|search|is)(?![a-z])\w*$/.test(path) && !LASTING.test(path)) throw new Refusal(`its listener uses what \`${path}\` answers at one moment`);
    return true;
  };
  walk(fn.body, check);
  const call = parentOf(wrapped(fn));
  if (isCall(call)) walk(call.callee, check);
  if (isCall(call)) check(call);
}

/** Refuses a value of the moment: the next start has another one. */
function assertSameEachTime({ name, declarations }: Binding, script: Script): void {
  for (const { node } of declarations) {
    if (isFunction(node)) continue;
    walk(node, (one) => {
      if (isFunction(one)) return false;
      if (one.type === 'Identifier' && MOMENTARY.test(one.name) && script.binding(one) === undefined && (one.name !== 'Math' || /^Math\.random$/.test(script.textOf(parentOf(one)!)))) throw new Refusal(`its listener uses \`${name}\`, which is another one at each start`);
      return true;
    });
  }
}

const MOMENTARY = /^(Date|Math|crypto|performance)$/;
/** Names that the global object has, or may have. */
export const GLOBAL_NAMES = /^(top|window|document|location|self|chrome|browser|undefined|parent|name|status|event|origin|length|closed|history|navigator|screen)$/;

/** Makes locals of the functions on the way variables beside the start-up. @returns the names to declare there */
export function hoistLocals(script: Script, captured: readonly Binding[], chain: readonly FunctionNode[], list: readonly t.Statement[], realm: Realm, used: ReadonlySet<string>, edits: Edit[]): readonly string[] {
  if (script.isTyped) throw new Refusal(`its listener uses \`${captured[0]!.name}\`, whose type is not written here`);
  const names: string[] = [];
  const done = new Set<Node>();
  for (const binding of captured) {
    assertSameEachTime(binding, script);
    const use = `its listener uses \`${binding.name}\` of the code around it`;
    const [declaration, ...others] = binding.declarations;
    if (declaration === undefined || others.length > 0 || !/^(param|const|let|var)$/.test(binding.kind)) throw new Refusal(use);
    const { node } = declaration;
    if (done.has(node)) continue;
    done.add(node);
    if (isFunction(node)) {
      const index = node.params.findIndex((param) => isWithin(declaration.id, param));
      const param = node.params[index]!;
      if (!chain.includes(node) || node.body.type !== 'BlockStatement' || param.type === 'RestElement' || param.type === 'AssignmentPattern' || param.type === 'TSParameterProperty') throw new Refusal(use);
      const given = freshName(script.program!, 'found', 'loaded', 'items');
      const own = leavesOf(script, param);
      names.push(...own);
      edits.push(script.replace(param, given));
      const target = param.type === 'ObjectPattern' ? `(${script.textOf(param)} = ${given})` : `${script.textOf(param)} = ${given}`;
      const [first] = node.body.body;
      const oneLine = !script.textOf(node.body).includes('\n');
      const before = oneLine ? ' ' : `\n${script.indentAt(first!.start!)}`;
      edits.push(script.insert(node.body.start! + 1, `${before}${target}${script.style.semicolon}`));
      if (param.type === 'ArrayPattern' && script.style.semicolon === '') throw new Refusal(use);
    } else {
      const statement = node.type === 'VariableDeclarator' ? parentOf(node) : undefined;
      if (node.type !== 'VariableDeclarator' || statement?.type !== 'VariableDeclaration' || statement.declarations.length > 1 || node.init == null) throw new Refusal(use);
      const block = parentOf(statement)!;
      const fn = chain.find((one) => siblings(statement) !== undefined && (block === one.body || (parentOf(block)?.type === 'TryStatement' && parentOf(parentOf(block)!) === one.body)));
      if (fn === undefined) throw new Refusal(use);
      names.push(...leavesOf(script, node.id));
      const isPattern = node.id.type !== 'Identifier';
      if (isPattern && script.style.semicolon === '') throw new Refusal(use);
      const isObject = node.id.type === 'ObjectPattern';
      edits.push({ file: script.path, start: statement.start!, end: node.start!, text: isObject ? '(' : '' });
      if (isObject) edits.push(script.insert(node.init.end!, ')'));
    }
  }
  const topLevel = script.extension.topLevel(realm);
  for (const name of names) {
    const taken = script.scopes!.program.bindings.has(name) || topLevel.has(name) || GLOBAL_NAMES.test(name) || (!used.has(name) && realm.scripts.some((one) => one.freeNames.has(name))) ||
      list.some((one) => one.type === 'VariableDeclaration' && one.declarations.some(({ id }) => leavesOf(script, id).includes(name))) || list.some((one) => (one.type === 'FunctionDeclaration' || one.type === 'ClassDeclaration') && one.id?.name === name);
    if (taken) throw new Refusal(`its listener uses \`${name}\` of the code around it, and that name is taken`);
  }
  return names;
}

/** The names that a pattern declares. */
function leavesOf(script: Script, pattern: Node): string[] {
  const names: string[] = [];
  walk(pattern, (node) => {
    if (node.type === 'Identifier' && script.binding(node)?.declarations.some(({ id }) => id === node)) names.push(node.name);
    return true;
  });
  return names;
}
