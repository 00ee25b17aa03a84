import type * as t from '@babel/types';
import { isMember, parentOf, siblings, statementOf, walk, type Node } from './ast.ts';
import type { Script } from './script.ts';
import { once, type SourceFile } from './source.ts';
import type { Edit } from './types.ts';

/** More of a file's habits than {@link Script.style}: what code that spans several tokens should look like. */
export interface Habits {
  /** Whether the file uses the syntax of ES2015 and later. */
  readonly modern: boolean;
  /** `function (` or `function(`. */
  readonly keyword: 'function ' | 'function';
  /** `{ a }` or `{a}`. */
  readonly brace: ' ' | '';
  /** `(a) =>` or `a =>`. */
  readonly parenthesised: boolean;
  /** Whether the last property of a literal over several lines ends in a comma. */
  readonly trailingComma: boolean;
  /** Columns that a line may have. */
  readonly width: number;
}

const habits = new WeakMap<SourceFile, Habits>();

/** The habits of a script's file. */
export function habitsOf(script: Script): Habits {
  let own = habits.get(script.file);
  if (own === undefined) habits.set(script.file, (own = readHabits(textOfAuthor(script).replaceAll('\r\n', '\n'))));
  return own;
}

/** What the author wrote: code that is generated says nothing of habits. */
function textOfAuthor({ file, inline, text }: Script): string {
  return inline || file.originalText === '' ? text : file.originalText;
}

function readHabits(text: string): Habits {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const longest = Math.max(0, ...text.split(/\r?\n/).filter((line) => line.length <= 120).map((line) => line.length));
  return {
    modern: /=>|^\s*(let|const|class|import|export|async)\s/m.test(text),
    keyword: count(/\bfunction \(/g) > count(/\bfunction\(/g) ? 'function ' : 'function',
    brace: count(/(?<!\$)\{[\w'"]/g) > count(/\{ [\w'"]/g) ? '' : ' ',
    parenthesised: count(/\(\w+\) =>/g) >= count(/(?<![\w)\]}:|] ?)\b\w+ =>/g),
    trailingComma: count(/,\n\s*[}\]]/g) * 2 > count(/[^,\s{[(;]\n\s*\}(?=[,)])/g) && count(/,\n\s*[}\]]/g) > 0,
    width: Math.max(80, longest),
  };
}

/** A function with a parameter list and a body of statements (lines at `indent` plus one level), written as the file writes functions. */
export function functionText(script: Script, parameters: readonly string[], body: string, indent: string, needsThis = false): string {
  const { modern, keyword, parenthesised } = habitsOf(script);
  const [only = ''] = parameters;
  const list = parameters.length === 1 && !parenthesised && /^\w+$/.test(only) ? only : `(${parameters.join(', ')})`;
  const head = modern && !needsThis ? `${list} =>` : `${keyword}(${parameters.join(', ')})`;
  return body === '' ? `${head} {}` : `${head} {\n${body}\n${indent}}`;
}

/** A callback that does nothing but give an expression's value. */
export function callbackText(script: Script, parameter: string, value: string): string {
  const { modern, keyword, parenthesised } = habitsOf(script);
  if (!modern) return `${keyword}(${parameter}) { return ${value}; }`;
  return `${parenthesised || !/^\w+$/.test(parameter) ? `(${parameter})` : parameter} => ${value}`;
}

/** The end of a statement: where its `;` begins a later line, that belongs to what follows there. */
export function statementEnd(script: Script, statement: Node): number {
  return statement.start! + script.textOf(statement).replace(/[ \t]*\r?\n\s*;$/, '').length;
}

/** The end of a statement, with a comment behind it. */
export function endWithComment(script: Script, statement: Node): number {
  const end = statementEnd(script, statement);
  const trailing = /^[ \t]*(\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)?[ \t]*(?=\r?\n|$)/.exec(script.file.text.slice(end));
  return end + (trailing?.[0].trimEnd().length ?? 0);
}

/** Whether a statement that ends at an offset without a `;` would go on with what follows. */
export function needsSemicolon(text: string, offset: number): boolean {
  const rest = text.slice(offset);
  return /^[([`+\-*/.,]/.test(rest.slice(/^(\s|\/\/.*|\/\*[^]*?\*\/)*/.exec(rest)![0].length));
}

/** Takes statements out with the lines that they have for themselves; comments stay. */
export function withoutStatements(script: Script, statements: readonly Node[]): Edit[] {
  const { text } = script.file;
  const spans: { start: number; end: number }[] = [];
  for (const statement of [...statements].sort((a, b) => a.start! - b.start!)) {
    const [start, end] = [statement.start!, statementEnd(script, statement)];
    const last = spans.at(-1);
    if (last !== undefined && text.slice(last.end, start).trim() === '') last.end = end;
    else spans.push({ start, end });
  }
  return spans.map(({ start: from, end: to }) => {
    const lineStart = text.lastIndexOf('\n', from - 1) + 1;
    const rest = /^[ \t]*(\r?\n)?/.exec(text.slice(to))![0];
    const isAlone = text.slice(lineStart, from).trim() === '';
    if (text.slice(from, to).endsWith(';') && needsSemicolon(text, to) && !/[;{]\s*$/.test(text.slice(0, from))) return { file: script.path, start: from, end: to, text: ';' };
    if (!isAlone || !rest.endsWith('\n')) return { file: script.path, start: from, end: to + (rest.endsWith('\n') ? 0 : rest.length), text: '' };
    let end = to + rest.length;
    if (/(\n[ \t]*\r?\n|\{[ \t]*\r?\n)$/.test(text.slice(0, lineStart))) end += /^([ \t]*\r?\n)?/.exec(text.slice(end))![0].length;
    return { file: script.path, start: lineStart, end, text: '' };
  });
}

/** One property of an object literal to be written, with the comments that belong to it. */
export interface Part {
  /** The property; lines after the first are at least at `indent`. */
  text(indent: string): string;
  readonly before?: readonly string[];
  readonly after?: string;
}

export interface ObjectLayout {
  /** The indentation of the line that the literal begins on. */
  readonly indent: string;
  /** Where given, the literal has a line per property at this indentation. */
  readonly inner: string | undefined;
  readonly brace: ' ' | '';
  readonly trailingComma: boolean;
  /** The columns that are left on the line for a literal in one line. */
  readonly room: number;
  /** Comments that stand after the last property. */
  readonly rest?: readonly string[];
  /** Comments that stand beside the brace that opens. */
  readonly opening?: readonly string[];
}

/** An object literal: in one line where that fits, else with a line per property. */
export function objectText(script: Script, parts: readonly Part[], layout: ObjectLayout): string {
  const { brace, indent } = layout;
  const rest = layout.rest ?? [];
  const opening = (layout.opening ?? []).map((comment) => ` ${comment}`).join('');
  const commented = rest.length > 0 || opening !== '' || parts.some(({ before, after }) => before?.length || after !== undefined);
  if (layout.inner === undefined && !commented) {
    const line = `{${brace}${parts.map((part) => part.text(indent)).join(', ')}${brace}}`;
    if (!line.includes('\n') && line.length <= layout.room) return line;
  }
  const inner = layout.inner ?? indent + script.style.indent;
  const lines: string[] = [];
  for (const [index, part] of parts.entries()) {
    for (const comment of part.before ?? []) lines.push(inner + comment);
    const comma = index < parts.length - 1 || layout.trailingComma ? ',' : '';
    lines.push(`${inner}${part.text(inner)}${comma}${part.after === undefined ? '' : ` ${part.after}`}`);
  }
  for (const comment of rest) lines.push(inner + comment);
  return `{${opening}\n${lines.join('\n')}\n${indent}}`;
}

/** The offsets at which a line begins inside a literal: what stands there is part of a value. */
export function fixedLines(root: Node, text: string, offset: number): Set<number> {
  const fixed = new Set<number>();
  walk(root, (node) => {
    if (node.type !== 'TemplateElement' && node.type !== 'StringLiteral' && node.type !== 'JSXText') return;
    for (let at = text.indexOf('\n', node.start! - offset); at !== -1 && at + offset < node.end!; at = text.indexOf('\n', at + 1)) fixed.add(at + 1 + offset);
  });
  return fixed;
}

/**
 * A text with the indentation `from` of its lines replaced by `to`. The first line is left alone, and so are lines inside template literals.
 * @param offset where the text begins in what `root` was parsed from
 */
export function moveLines(text: string, offset: number, root: Node, from: string, to: string): string {
  if (from === to || !text.includes('\n')) return text;
  const fixed = fixedLines(root, text, offset);
  let at = offset;
  return text.split('\n').map((line, index) => {
    const start = at;
    at += line.length + 1;
    if (index === 0 || fixed.has(start) || line.trim() === '') return line;
    return to + (line.startsWith(from) ? line.slice(from.length) : line.trimStart());
  }).join('\n');
}

/** The text of a node as it would stand at another indentation. */
export function movedText(script: Script, node: Node, to: string): string {
  return moveLines(script.textOf(node), node.start!, node, script.indentAt(node.start!), to);
}

/** The edits that indent the lines of a span by one level more, but for those that other edits replace. */
export function* indentLines(script: Script, start: number, end: number, others: readonly Edit[] = []): Generator<Edit> {
  const { text } = script.file;
  const fixed = fixedIn(script);
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    const line = at + 1;
    if (fixed.has(line) || /^[ \t]*\r?(\n|$)/.test(text.slice(line, line + 200)) || others.some((edit) => edit.start < line && line < edit.end)) continue;
    yield script.insert(line, script.style.indent);
  }
}

const fixedIn = once((script: Script): ReadonlySet<number> => fixedLines(script.program!, script.file.text, 0));

/** Whether nothing but blanks stands before an offset in its line. */
export function beginsLine(text: string, offset: number): boolean {
  let at = offset;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at -= 1;
  return at === 0 || text[at - 1] === '\n';
}

/** A name that no code in some nodes uses yet: the first of the candidates that is free, else one with a number. */
export function freshName(roots: Node | readonly Node[], ...candidates: readonly string[]): string {
  const used = [roots].flat().map((root) => namesIn(root as Node));
  const isFree = (name: string): boolean => used.every((names) => !names.has(name));
  const free = candidates.find(isFree);
  if (free !== undefined) return free;
  for (let number = 2; ; number++) if (isFree(`${candidates[0]}${number}`)) return `${candidates[0]}${number}`;
}

/** Words that name nothing. */
export const KEYWORDS = /^(break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|let|static|await|arguments|eval|implements|interface|package|private|protected|public|undefined)$/;

const namesIn = once((root: Node): ReadonlySet<string> => {
  const names = new Set<string>();
  walk(root, (node) => {
    if (node.type === 'Identifier' && !isPropertyName(node)) names.add(node.name);
  });
  return names;
});

function isPropertyName(id: t.Identifier): boolean {
  const parent = parentOf(id);
  return (isMember(parent) && parent.property === id && !parent.computed) || (parent?.type === 'ObjectProperty' && parent.key === id && !parent.shorthand && !parent.computed);
}

/** Where an expression begins and ends, its parentheses included. */
export function rangeOf(script: Script, { start, end, extra }: Node): readonly [start: number, end: number] {
  const { text } = script.file;
  const from = typeof extra?.['parenStart'] === 'number' ? extra['parenStart'] : start!;
  let to = end!;
  for (const _ of text.slice(from, start!).matchAll(/\(/g)) to = text.indexOf(')', to) + 1;
  return [from, to];
}

/** Where an arrow's expression begins, parentheses included. */
export function startOfBody({ file: { text } }: Script, { body }: t.ArrowFunctionExpression): number {
  const arrow = text.lastIndexOf('=>', body.start!) + 2;
  return arrow + /^\s*/.exec(text.slice(arrow, body.end!))![0].length;
}

/** Where the comments begin that stand on the lines right above a statement. */
export function startWithComments(script: Script, statement: Node): number {
  const { text } = script.file;
  let start = statement.start!;
  for (const comment of [...(script.syntax?.comments ?? [])].reverse()) {
    if (comment.end! > start) continue;
    const between = text.slice(comment.end!, start);
    const own = beginsLine(text, comment.start!);
    if (!own || !/^[ \t]*\r?\n?[ \t]*$/.test(between)) break;
    start = comment.start!;
  }
  return start;
}

/** The namespace through which a file reaches extension APIs. */
export function namespaceOf(script: Script): 'chrome' | 'browser' {
  let [chrome, browser] = [0, 0];
  const beside = script.isModule ? [] : script.realms.filter(({ kind }) => kind === 'background').flatMap(({ scripts }) => scripts);
  for (const one of script.apiReferences.length > 0 ? [script] : beside) {
    for (const { namespace, choice } of one.apiReferences) {
      if (choice !== undefined) continue;
      if (namespace === 'chrome') chrome += 1;
      if (namespace === 'browser') browser += 1;
    }
  }
  // A file that uses no API has both names all the same, as far as the browsers of the target do.
  if (chrome + browser === 0) return script.extension.hasWorker || isOwnName(script, 'browser') ? 'chrome' : 'browser';
  return chrome >= browser || (script.extension.hasWorker && chrome > 0 && doubtsBrowser(script)) ? 'chrome' : 'browser';
}

/** Whether a script declares a name itself, or another one that shares its scope does. */
function isOwnName(script: Script, name: string): boolean {
  return script.scopes?.program.bindings.has(name) === true || script.extension.isDeclaredElsewhere(script, name);
}

/** Whether a file asks if there is a global `browser`, and makes none: in Chrome it goes on with `chrome`. */
function doubtsBrowser({ scopes }: Script): boolean {
  const uses = scopes?.globals.get('browser') ?? [];
  return uses.every(({ writes }) => !writes) && uses.some(({ node }) => {
    const parent = parentOf(node);
    return parent?.type === 'UnaryExpression' && parent.operator === 'typeof';
  });
}

/** The comments of a script between two offsets. */
export function commentsBetween(script: Script, start: number, end: number): t.Comment[] {
  return script.syntax?.comments.filter((comment) => comment.start! >= start && comment.end! <= end) ?? [];
}

/** A text with one blank for all white space between its words: where its lines break does not count. */
export function flattened(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Whether parentheses at a place would go on with the statement before it, which has no `;`. */
export function needsBreak(script: Script, node: Node): boolean {
  const statement = statementOf(node);
  const list = statement.start === node.start ? siblings(statement) : undefined;
  const before = list?.[list.indexOf(statement as t.Statement) - 1];
  return before !== undefined && /^(Expression|Return|Throw|Break|Continue|DoWhile|Debugger)Statement$|^(Variable|Import|Export\w+)Declaration$/.test(before.type) && !script.textOf(before).endsWith(';');
}
