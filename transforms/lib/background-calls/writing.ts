import type * as t from '@babel/types';
import { isCall, isMember, parentOf, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Extension } from '../extension.ts';
import { functionText, habitsOf, namespaceOf, needsBreak, objectText, type Part } from '../layout.ts';
import type { Script } from '../script.ts';
import type { Edit } from '../types.ts';
import { isOnlyCallback, type Answer, type Plan, type PlannedCall } from './plan.ts';
import { PARAMETERS } from './targets.ts';

/** The edits that have pages send messages, and the background hear them; undefined where there is no script for the listener. */
export function messageEdits(extension: Extension, { calls }: Plan): Edit[] | undefined {
  const script = listeningScript(extension, calls);
  if (script === undefined) return undefined;
  const asynchronous = new Map<FunctionNode, Edit>();
  for (const { script: owner, waiting } of calls) if (waiting && !waiting.async) asynchronous.set(waiting, owner.insert(waiting.start!, 'async '));
  return [...calls.map((call) => callEdit(call, counts(calls))), ...asynchronous.values(), ...declarationEdits(calls), script.insert(script.file.text.length, listenerText(extension, script, calls))];
}

/** The script of the background that gets the listener: the last of those that declare the functions, or the last of all that no page loads. */
function listeningScript({ background }: Extension, calls: readonly PlannedCall[]): Script | undefined {
  const isOwn = (script: Script): boolean => script.file.editable && !script.inline && !script.isModule && script.program !== undefined && script.realms.length === 1;
  const own = background!.scripts.filter(isOwn);
  return own.filter((script) => calls.some(({ target }) => target.script === script)).at(-1);
}

/** How many arguments the pages give at most, by type of message. */
function counts(calls: readonly PlannedCall[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { target: { type }, args } of calls) found.set(type, Math.max(found.get(type) ?? 0, args.length));
  return found;
}

function callEdit({ script, source, place: own, args: given, target: { type, params }, waits }: PlannedCall, most: ReadonlyMap<string, number>): Edit {
  const { source: window, reference } = source;
  const place = isOnlyCallback(window, own) ? window : own;
  const { modern, brace, width, trailingComma } = habitsOf(script);
  const indent = script.indentAt(place.start!);
  const layout = { indent, inner: undefined, brace, trailingComma } as const;
  const lineStart = script.file.text.lastIndexOf('\n', place.start!) + 1;
  const args = given.map((argument, index): Part => ({
    text: () => {
      const value = script.textOf(argument);
      return modern && value === params[index] ? value : `${params[index]}: ${value}`;
    },
  }));
  const parts: Part[] = [{ text: () => `type: ${script.quote(type)}` }];
  if (most.get(type)! > 0) parts.push({ text: (inner) => `args: ${args.length === 0 ? '{}' : objectText(script, args, { ...layout, indent: inner, room: width - inner.length - 8 })}` });
  const head = `${waits ? 'await ' : ''}${reference.root === 'either' || reference.namespace === undefined ? namespaceOf(script) : reference.namespace}.runtime.sendMessage(`;
  const text = `${head}${objectText(script, parts, { ...layout, room: width - (place.start! - lineStart) - head.length - 2 })})`;
  return script.replace(place, waits && isOperand(own) ? `${needsBreak(script, place) ? ';' : ''}(${text})` : text);
}

/** Whether an expression needs parentheses to be awaited. */
function isOperand(call: Node): boolean {
  const outer = wrapped(call);
  if (outer !== call) return false;
  const parent = parentOf(outer);
  return (isMember(parent) && parent.object === outer) || (isCall(parent) && parent.callee === outer) || parent?.type === 'TaggedTemplateExpression' || parent?.type === 'BinaryExpression';
}

/** Removes variables that hold nothing but the window, where no call needs them any more. */
function* declarationEdits(calls: readonly PlannedCall[]): Generator<Edit> {
  const done = new Set<Node>();
  const used = new Set(calls.map(({ named }) => named));
  for (const { script: caller, source } of calls) {
    const script = caller.extension.scripts.find((one) => one.program !== undefined && one.apiReferences.includes(source.reference)) ?? caller;
    let holder = parentOf(wrapped(source.source));
    if (holder?.type === 'AwaitExpression') holder = parentOf(wrapped(holder));
    if (holder?.type !== 'VariableDeclarator' || done.has(holder)) continue;
    done.add(holder);
    const declaration = parentOf(holder) as t.VariableDeclaration;
    if (declaration.declarations.length !== 1 || !/^(Program|BlockStatement)$/.test(parentOf(declaration)?.type ?? '')) continue;
    const leaves = holder.id.type === 'Identifier' ? [holder.id] : holder.id.type === 'ObjectPattern' ? holder.id.properties.map((member) => (member.type === 'ObjectProperty' ? member.value : member.argument)) : [];
    const isDone = leaves.length > 0 && leaves.every((leaf) => {
      const binding = leaf.type === 'Identifier' ? script.binding(leaf) : undefined;
      if (binding === undefined) return false;
      const beside = binding.scope.parent === undefined && !script.isModule ? script.realms.flatMap(({ scripts }) => scripts.filter((one) => one !== script).flatMap((one) => one.freeNames.get(binding.name) ?? [])) : [];
      return [...binding.references, ...beside].every(({ node }) => used.has(node) || used.has(parentOf(wrapped(node))!));
    });
    if (!isDone) continue;
    const { text } = script.file;
    const start = text.lastIndexOf('\n', declaration.start!) + 1;
    const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(declaration.end!));
    const isLine = rest !== null && text.slice(start, declaration.start!).trim() === '';
    // The empty line that set it apart goes with it, where it would begin the file or stand beside another.
    const blank = isLine && /(^|\n[ \t]*\n|\{[ \t]*\n)$/.test(text.slice(0, start)) ? /^([ \t]*\r?\n)*/.exec(text.slice(declaration.end! + rest[0].length))![0].length : 0;
    yield isLine ? { file: script.path, start, end: declaration.end! + rest[0].length + blank, text: '' } : script.replace(declaration, '');
  }
}

/** The listener that calls the functions. */
function listenerText(extension: Extension, script: Script, calls: readonly PlannedCall[]): string {
  const { style } = script;
  const given = counts(calls);
  const answers = new Map<string, Set<Answer>>();
  for (const { target: { type }, answer } of calls) answers.set(type, (answers.get(type) ?? new Set()).add(answer));
  const namespace = namespaceOf(script);
  const replies = [...answers.values()].some((kinds) => [...kinds].some((kind) => kind !== 'none'));
  const checks = extension.realms.some(({ kind }) => kind === 'content') || extension.scripts.some(({ text }) => /executeScript|registerContentScripts|contentScripts/.test(text));
  const one = style.indent;
  const lines: string[] = [];
  if (checks) lines.push(`${one}if (!sender.url?.startsWith(${namespace}.runtime.getURL(${script.quote('')}))) return${style.semicolon}`);
  const bodies = [...answers].map(([type, kinds]) => {
    const { name, fn, params } = calls.find(({ target }) => target.type === type)!.target;
    const args = params.slice(0, given.get(type)).map((param) => `message.args.${param}`);
    const text = fn === undefined ? [name, ...args].join(' = ') : `${name}(${args.join(', ')})`;
    return { type, lines: answerLines(text, kinds, style.semicolon) };
  });
  const [only, ...more] = bodies;
  if (only !== undefined && more.length === 0) {
    const head = `${one}if (message?.type === ${script.quote(only.type)})`;
    if (only.lines.length === 1) lines.push(`${head} ${only.lines[0]}`);
    else lines.push(`${head} {`, ...only.lines.map((line) => `${one}${one}${line}`), `${one}}`);
  } else {
    lines.push(`${one}switch (message?.type) {`);
    for (const { type, lines: body } of bodies) {
      lines.push(`${one}${one}case ${script.quote(type)}:`);
      for (const line of body) lines.push(`${one}${one}${one}${line}`);
      if (!body.at(-1)!.startsWith('return')) lines.push(`${one}${one}${one}break${style.semicolon}`);
    }
    lines.push(`${one}}`);
  }
  const parameters = PARAMETERS.slice(0, replies ? 3 : checks ? 2 : 1);
  const listener = functionText(script, parameters, lines.join('\n'), '');
  const { text } = script.file;
  return `${text.endsWith('\n') || text === '' ? '' : '\n'}\n// What pages of the extension have the background do.\n${namespace}.runtime.onMessage.addListener(${listener})${style.semicolon}\n`;
}

function answerLines(call: string, kinds: ReadonlySet<Answer>, semicolon: string): string[] {
  if (kinds.has('settled')) return [`${call}.then(sendResponse)${semicolon}`, `return true${semicolon}`];
  if (kinds.has('finished')) return [`${call}.then(() => sendResponse())${semicolon}`, `return true${semicolon}`];
  if (kinds.has('value')) return [`sendResponse(${call})${semicolon}`];
  if (kinds.has('done')) return [`${call}${semicolon}`, `sendResponse()${semicolon}`];
  return [`${call}${semicolon}`];
}
