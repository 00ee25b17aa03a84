import type * as t from '@babel/types';
import { ancestors, parentOf, type FunctionNode, type Node } from './ast.ts';
import { commentsBetween, freshName, indentLines, rangeOf, startOfBody } from './layout.ts';
import { Refusal } from './refusal.ts';
import type { Script } from './script.ts';
import type { Edit } from './types.ts';

/** Insertions of this rank and above end an indented span: they stand outside of it. */
export const CLOSING = 9;

/** The rank of what ends behind the braces that the last statement in it gets. */
export const BEHIND_BRACES = 25;

/** The block that an arrow function of one expression gets. */
interface OpenedBody {
  readonly script: Script;
  /** The function's expression, or the part of it that the block is for. */
  readonly expression: Node;
  /** Where that begins and ends, parentheses included. */
  readonly start: number;
  readonly end: number;
  /** Whether the expression's value is given back. */
  readonly keeps: boolean;
  /** What stands before the expression. */
  prefix: string;
}

/** Edits that many plans make together: what several insert at one place stands in the order of its ranks, statements before the braces that close around them. */
export class Insertions {
  readonly #all: { readonly script: Script; readonly offset: number; readonly rank: number; readonly text: string }[] = [];
  /** What is inserted, with its place and rank. */
  readonly #known = new Map<Script, Set<string>>();
  readonly #replaced: Edit[] = [];
  readonly #lines: { readonly script: Script; readonly start: number; readonly end: number; readonly root: Node; readonly closing: number }[] = [];

  readonly #expanded = new Set<Node>();
  readonly #opened = new Map<FunctionNode, OpenedBody>();
  readonly #names = new Map<Node, Set<string>>();
  /** Blanks that a line break takes the place of, by what comes after them. */
  readonly #spaces = new Map<unknown, { readonly script: Script; readonly start: number; readonly end: number }>();

  /** Inserts a text, once however often it is asked for. */
  add(script: Script, offset: number, text: string, rank = 0): void {
    const known = this.#known.get(script) ?? new Set<string>();
    const key = `${offset} ${rank} ${text}`;
    if (known.has(key)) return;
    this.#known.set(script, known.add(key));
    this.#all.push({ script, offset, rank, text });
  }

  replace(script: Script, node: Node, text: string): void {
    this.#replaced.push(script.replace(node, text));
  }

  /** Removes a span, once however often it is asked for. */
  remove(script: Script, start: number, end: number): void {
    if (!this.#replaced.some((one) => one.file === script.path && one.start === start && one.end === end)) this.#replaced.push({ file: script.path, start, end, text: '' });
  }

  replaceText(script: Script, start: number, end: number, text: string): void {
    this.#replaced.push({ file: script.path, start, end, text });
  }

  /** Removes a statement that has a line of its own. @returns whether it has */
  removeLine(script: Script, statement: Node): boolean {
    const { text } = script.file;
    const start = text.lastIndexOf('\n', statement.start!) + 1;
    const rest = /^\r?\n/.exec(text.slice(statement.end!));
    if (rest === null || text.slice(start, statement.start!).trim() !== '') return false;
    this.#replaced.push({ file: script.path, start, end: statement.end! + rest[0].length, text: '' });
    return true;
  }

  /** Indents the lines of a span by one level. @param closing the rank from which on what is inserted at its end stands outside of it */
  indent(script: Script, start: number, end: number, root: Node, closing = CLOSING): void {
    if (this.#lines.some((one) => one.script === script && one.root === root && one.start === start && one.end === end)) return;
    this.#lines.push({ script, start, end, root, closing });
  }

  /** Gives each statement of a block that stands on one line a line of its own. @returns whether the block is one of these */
  expand(script: Script, block: Node | undefined): boolean {
    if (block?.type !== 'BlockStatement' || block.body.length === 0 || script.textOf(block).includes('\n')) return false;
    if (this.#expanded.has(block)) return true;
    // Where nothing is between two statements, what comes after one and before the other could not be told apart.
    if (commentsBetween(script, block.start!, block.end!).length > 0 || block.body.some(({ start }, index) => block.body[index - 1]?.end === start)) return false;
    this.#expanded.add(block);
    for (const up of ancestors(block)) this.expand(script, up);
    const indent = script.indentAt(block.start!);
    const end = block.body.at(-1)!.end!;
    this.indent(script, block.start!, block.end! - 1, block);
    for (const [index, statement] of block.body.entries()) {
      this.#spaces.set(statement, { script, start: index === 0 ? block.start! + 1 : block.body[index - 1]!.end!, end: statement.start! });
      this.add(script, statement.start!, `\n${indent}`, -0.5);
    }
    this.#spaces.set(block, { script, start: end, end: block.end! - 1 });
    this.add(script, block.end! - 1, `\n${indent}`, 30);
    return true;
  }

  /** Has what is added where some blanks end, a line break, take their place. */
  breakLine(script: Script, start: number, end: number): void {
    this.#spaces.set(`${script.path}\0${end}`, { script, start, end });
  }

  /** Gives an arrow function of one expression a block. @param keeps whether that gives back the expression's value */
  open(script: Script, fn: t.ArrowFunctionExpression, keeps: boolean): OpenedBody {
    const known = this.#opened.get(fn);
    if (known !== undefined) return known;
    const body = this.bare(script, fn, fn.body, keeps);
    const indent = script.indentAt(fn.start!);
    this.add(script, body.start, `{\n${indent}${script.style.indent}`, -1);
    this.indent(script, body.start, body.end, fn);
    this.add(script, body.end, script.style.semicolon, 2);
    this.add(script, body.end, `\n${indent}}`, CLOSING);
    return body;
  }

  /** Takes an arrow function's expression, or the last part of it, out of its parentheses: what is written around it makes a statement of it. */
  bare(script: Script, fn: t.ArrowFunctionExpression, expression: Node, keeps: boolean): OpenedBody {
    const [start, end] = expression === fn.body ? [startOfBody(script, fn), fn.end!] : rangeOf(script, expression);
    // Parentheses that only kept an object or an assignment apart are needed no more.
    const { text } = script.file;
    const isBare = (keeps || /^(Assignment|Sequence)Expression$/.test(expression.type)) && text.slice(start, expression.start!) === '(' && text.slice(expression.end!, end) === ')';
    if (isBare) {
      this.remove(script, start, expression.start!);
      this.remove(script, expression.end!, end);
    }
    for (const up of ancestors(fn)) this.expand(script, up);
    const body = { script, expression, start: isBare ? expression.start! : start, end: isBare ? expression.end! : end, keeps, prefix: keeps ? 'return ' : '' };
    this.#opened.set(fn, body);
    return body;
  }

  /** A name that nothing in the script uses, nor what is added to a block. */
  newName(script: Script, block: Node, ...candidates: readonly string[]): string {
    const taken = this.#names.get(block) ?? new Set<string>();
    this.#names.set(block, taken);
    const free = candidates.filter((name) => !taken.has(name));
    const name = freshName(script.program!, ...(free.length > 0 ? free : [`${candidates[0]}${taken.size + 1}`]));
    taken.add(name);
    return name;
  }

  /** Puts braces around a statement that stands alone in a branch. @returns the indentation of what is inside, and what it is there without the levels that are added */
  brace(script: Script, statement: Node): { readonly inner: string; readonly own: string } {
    for (const up of ancestors(statement)) this.expand(script, up);
    const head = parentOf(statement)!;
    const { text } = script.file;
    const outer = script.indentAt(head.start!);
    const inner = outer + script.style.indent;
    const before = text.slice(head.start!, statement.start!);
    const isBelow = /\n\s*$/.test(before);
    if (!isBelow) {
      this.add(script, statement.start!, `{\n${inner}`, 0);
      this.indent(script, statement.start!, statement.end!, statement);
    } else {
      if (script.syntax!.comments.some(({ start, end }) => start! >= head.start! && end! <= statement.start! && /^\s*$/.test(text.slice(end!, statement.start!)))) throw new Refusal('a comment stands where braces are needed');
      this.add(script, head.start! + before.trimEnd().length, ' {', 0);
    }
    this.add(script, statement.end!, `\n${outer}}`, 20);
    return { inner, own: isBelow ? inner : outer };
  }

  get edits(): Edit[] {
    const merged = new Map<string, { readonly script: Script; readonly offset: number; readonly parts: { readonly rank: number; readonly text: string }[] }>();
    const at = (script: Script, offset: number): { readonly rank: number; readonly text: string }[] => {
      const key = `${script.path}\0${offset}`;
      const entry = merged.get(key) ?? { script, offset, parts: [] };
      merged.set(key, entry);
      return entry.parts;
    };
    const prefixes = [...this.#opened.values()].map(({ script, start, prefix }) => ({ script, offset: start, rank: 0.5, text: prefix }));
    for (const { script, offset, rank, text } of [...this.#all, ...prefixes]) {
      const levels = this.#lines.filter((span) => span.script === script && span.start < offset && (offset < span.end || (offset === span.end && rank < span.closing))).length;
      at(script, offset).push({ rank, text: text.replaceAll('\n', `\n${script.style.indent.repeat(levels)}`) });
    }
    for (const { script, start, end } of this.#lines) {
      for (const edit of indentLines(script, start, end)) at(script, edit.start).unshift({ rank: -1, text: edit.text });
    }
    const spaces = new Map([...this.#spaces.values()].reverse().map(({ script, start, end }) => [`${script.path}\0${end}`, start]));
    const inserted = [...merged.values()].map(({ script, offset, parts }): Edit => {
      const start = spaces.get(`${script.path}\0${offset}`) ?? offset;
      return { file: script.path, start, end: offset, text: parts.sort((a, b) => a.rank - b.rank).map(({ text }) => text).join('') };
    });
    return [...inserted, ...this.#replaced];
  }
}
