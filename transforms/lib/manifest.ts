import { createScanner, parseTree, type JSONPath, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import type { SourceFile } from './source.ts';
import type { Edit, Place } from './types.ts';

export type JsonPath = JSONPath;
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A way in which a manifest departs from plain JSON, at an offset of its text. */
export interface JsonProblem {
  readonly kind: 'trailing-comma' | 'line-comment' | 'block-comment' | 'duplicate-key' | 'syntax';
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

interface Token {
  readonly kind: 'comma' | 'line-comment' | 'block-comment' | 'newline' | 'space' | 'other';
  readonly start: number;
  readonly end: number;
}

// jsonc-parser's SyntaxKind is a const enum: its values, by their names there.
const COMMA = 5;
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;
const LINE_BREAK = 14;
const TRIVIA = 15;
const EOF = 17;

/**
 * An extension's manifest: JSON with comments, read by path and edited by its tokens, so that comments,
 * key order and white space stay. For a project without a manifest file it is the `manifest` key of package.json.
 */
export class Manifest {
  readonly file: SourceFile;
  /** Where the manifest begins in its file; empty for a manifest file. */
  readonly base: JsonPath;
  /** For a project whose framework finds the background by its file name. */
  readonly conventions: { readonly [key: string]: Json } | undefined;
  readonly root: JsonNode | undefined;
  readonly problems: readonly JsonProblem[];

  constructor(file: SourceFile, base: JsonPath = [], conventions?: { readonly [key: string]: Json }) {
    this.file = file;
    this.base = base;
    this.conventions = conventions;
    const errors: ParseError[] = [];
    const tree = parseTree(file.text, errors, { allowTrailingComma: true, disallowComments: false });
    this.root = tree;
    this.problems = base.length > 0 ? [] : findProblems(file.text, tree, errors);
  }

  get path(): string {
    return this.file.path;
  }

  get text(): string {
    return this.file.text;
  }

  /** 2 or 3; NaN for anything else. */
  get version(): number {
    if (this.conventions !== undefined) return Number(this.conventions['manifest_version']);
    const value = this.value(['manifest_version']);
    return value === 2 || value === '2' ? 2 : value === 3 || value === '3' ? 3 : NaN;
  }

  /** The node of a value; of a key given twice the last, as browsers read it. */
  node(path: JsonPath): JsonNode | undefined {
    let node = this.root;
    for (const segment of [...this.base, ...path]) {
      if (node === undefined) return undefined;
      if (typeof segment === 'number') {
        node = node.type === 'array' ? node.children?.[segment] : undefined;
      } else {
        const properties = node.type === 'object' ? (node.children ?? []) : [];
        node = properties.findLast((property) => property.children?.[0]?.value === segment)?.children?.[1];
      }
    }
    return node;
  }

  has(path: JsonPath): boolean {
    return this.value(path) !== undefined;
  }

  value(path: JsonPath): Json | undefined {
    const node = this.node(path);
    if (node !== undefined) return jsonOf(node);
    if (this.conventions === undefined) return undefined;
    let value: Json | undefined = this.conventions;
    for (const segment of path) value = value !== null && typeof value === 'object' ? (value as Record<string, Json>)[segment] : undefined;
    return value;
  }

  string(path: JsonPath): string | undefined {
    const value = this.value(path);
    return typeof value === 'string' ? value : undefined;
  }

  /** The strings of an array; other elements are left out. */
  strings(path: JsonPath): string[] {
    const value = this.value(path);
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  }

  /** The keys of an object. */
  keys(path: JsonPath): string[] {
    const value = this.value(path);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
  }

  /** The place of a value with its key; of what is absent the place of what would hold it. */
  at(path: JsonPath): Place {
    for (let length = path.length; length >= 0; length--) {
      const node = this.node(path.slice(0, length));
      if (node === undefined) continue;
      const outer = node.parent?.type === 'property' ? node.parent : node;
      const end = length < path.length || length === 0 ? outer.offset + 1 : outer.offset + outer.length;
      return { file: this.path, start: outer.offset, end };
    }
    return { file: this.path, start: 0, end: 0 };
  }

  /** The place of a string value alone. */
  atValue(path: JsonPath): Place {
    const node = this.node(path);
    return node === undefined ? this.at(path) : { file: this.path, start: node.offset, end: node.offset + node.length };
  }

  /**
   * Gives a key a value. A new key comes after the sibling named `after`, else last; missing objects on the way are created.
   */
  set(path: JsonPath, value: Json, after?: string): Edit[] {
    const existing = this.node(path);
    if (existing !== undefined) {
      return [this.#edit(existing.offset, existing.offset + existing.length, this.#format(value, this.#depth(existing)))];
    }
    const key = path.at(-1);
    const parent = this.node(path.slice(0, -1));
    if (parent === undefined && path.length > 1) {
      const holder: Json = typeof key === 'number' ? [value] : { [String(key)]: value };
      return this.set(path.slice(0, -1), holder, after);
    }
    if (parent === undefined) {
      // A package.json without the key that holds the manifest.
      const [first] = this.base;
      return first === undefined ? [] : new Manifest(this.file).set([first], { [String(key)]: value });
    }
    if (parent.type === 'array') return this.#insert(parent, this.#format(value, this.#depth(parent) + 1), undefined);
    const property = (parent.children ?? []).findLast((child) => child.children?.[0]?.value === after);
    return this.#insert(parent, `${JSON.stringify(key)}: ${this.#format(value, this.#depth(parent) + 1)}`, property);
  }

  /** Appends the values that an array does not hold yet; creates the array, after the sibling named `after`. */
  add(path: JsonPath, values: readonly string[], after?: string): Edit[] {
    const missing = values.filter((value) => !this.strings(path).includes(value));
    if (missing.length === 0) return [];
    const array = this.node(path);
    if (array?.type !== 'array') return this.set(path, missing, after);
    return this.#insert(array, missing.map((value) => JSON.stringify(value)), undefined);
  }

  renameKey(path: JsonPath, key: string): Edit[] {
    const name = this.node(path)?.parent?.children?.[0];
    return name === undefined ? [] : [this.#edit(name.offset, name.offset + name.length, JSON.stringify(key))];
  }

  /** Removes properties or elements of one object or array; where none would be left, the holder keeps standing empty. */
  remove(...paths: readonly JsonPath[]): Edit[] {
    const nodes = paths.flatMap((path) => this.node(path) ?? []).map((node) => (node.parent?.type === 'property' ? node.parent : node));
    const holder = nodes[0]?.parent;
    if (holder === undefined) return [];
    const all = holder.children ?? [];
    const gone = new Set(nodes);
    const edits: Edit[] = [];
    let lastKept: JsonNode | undefined;
    for (const child of all) if (!gone.has(child)) lastKept = child;
    for (const [index, child] of all.entries()) {
      const end = child.offset + child.length;
      const next = all[index + 1];
      const comma = this.#commaAfter(end, next?.offset ?? holder.offset + holder.length - 1);
      if (gone.has(child)) {
        edits.push(this.#removal(child.offset, comma ?? end, next));
      } else if (child === lastKept && comma !== undefined && next !== undefined) {
        edits.push(this.#edit(comma - 1, comma, ''));
      }
    }
    return edits;
  }

  /** Whether a comment stands between two offsets. */
  hasComment(start: number, end: number): boolean {
    return tokens(this.text, start, end).some(({ kind }) => kind === 'line-comment' || kind === 'block-comment');
  }

  #edit(start: number, end: number, text: string): Edit {
    return { file: this.path, start, end, text };
  }

  /** Takes the white space along that belongs to what is removed: the whole line where nothing else stands on it. */
  #removal(start: number, end: number, next: JsonNode | undefined): Edit {
    const { text } = this;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const before = text.slice(lineStart, start);
    const rest = /^[ \t]*/.exec(text.slice(end))![0].length;
    const atLineEnd = end + rest >= text.length || text[end + rest] === '\n' || text[end + rest] === '\r';
    if (/^[ \t]*$/.test(before) && lineStart > 0 && atLineEnd) {
      const previous = text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1;
      return this.#edit(previous, end, '');
    }
    if (next !== undefined && next.offset >= end && /^[ \t]*$/.test(text.slice(end, next.offset))) return this.#edit(start, next.offset, '');
    const spaces = /[ \t]*$/.exec(before)![0].length;
    return this.#edit(start - (next === undefined && before.trim() !== '' ? spaces : 0), end, '');
  }

  #commaAfter(from: number, to: number): number | undefined {
    return tokens(this.text, from, to).find(({ kind }) => kind === 'comma')?.end;
  }

  /** Inserts into an object or array: after one of its children, else after the last. */
  #insert(holder: JsonNode, item: string | readonly string[], after: JsonNode | undefined): Edit[] {
    const items = typeof item === 'string' ? [item] : item;
    const { text } = this;
    const close = holder.offset + holder.length - 1;
    const all = holder.children ?? [];
    const depth = this.#depth(holder) + 1;
    const inner = this.#indent.repeat(depth);
    const last = after ?? all.at(-1);
    if (last === undefined) {
      const flat = holder.type === 'array' && !this.#arraysAreLong;
      const body = flat ? items.join(', ') : `\n${items.map((one) => inner + one).join(',\n')}\n${this.#indent.repeat(depth - 1)}`;
      return [this.#edit(holder.offset + 1, close, body)];
    }
    const next = all[all.indexOf(last) + 1];
    const end = last.offset + last.length;
    const multiline = /\n/.test(text.slice(holder.offset, all[0]!.offset)) || (all.length > 1 && /\n/.test(text.slice(all[0]!.offset + all[0]!.length, all[1]!.offset)));
    if (!multiline) return [this.#edit(end, end, items.map((one) => `, ${one}`).join(''))];
    const lineStart = text.lastIndexOf('\n', last.offset - 1) + 1;
    const lead = /^[ \t]*/.exec(text.slice(lineStart, last.offset))![0];
    const indent = lead.length === last.offset - lineStart ? lead : inner;
    const comma = this.#commaAfter(end, next?.offset ?? close);
    // What follows on the line, a comment above all, stays with the child that it follows.
    const lineEnd = this.#endOfLine(comma ?? end, next?.offset ?? close);
    const body = items.map((one) => `\n${indent}${one}`).join(',');
    if (comma !== undefined) return [this.#edit(lineEnd, lineEnd, `${body}${next === undefined ? '' : ','}`)];
    if (lineEnd === end) return [this.#edit(end, end, `,${body}`)];
    return [this.#edit(end, end, ','), this.#edit(lineEnd, lineEnd, body)];
  }

  /** The end of the comments that follow on the same line. */
  #endOfLine(from: number, to: number): number {
    let end = from;
    for (const token of tokens(this.text, from, to)) {
      if (token.kind === 'newline') break;
      if (token.kind === 'line-comment' || token.kind === 'block-comment') end = token.end;
    }
    return end;
  }

  #depth(node: JsonNode): number {
    let depth = 0;
    for (let up = node.parent; up !== undefined; up = up.parent) if (up.type !== 'property') depth += 1;
    return depth;
  }

  get #indent(): string {
    return /\n([ \t]+)"/.exec(this.text)?.[1] ?? '  ';
  }

  /** Whether this file's arrays have a line per element. */
  get #arraysAreLong(): boolean {
    let long = 0;
    let flat = 0;
    const visit = (node: JsonNode | undefined): void => {
      if (node?.type === 'array' && node.children?.length) {
        if (/\n/.test(this.text.slice(node.offset, node.children[0]!.offset))) long += 1;
        else flat += 1;
      }
      for (const child of node?.children ?? []) visit(child);
    };
    visit(this.root);
    return long > flat;
  }

  #format(value: Json, depth: number): string {
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    const inner = this.#indent.repeat(depth + 1);
    const outer = this.#indent.repeat(depth);
    if (Array.isArray(value)) {
      const items = value.map((item: Json) => this.#format(item, depth + 1));
      const primitive = value.every((item: Json) => item === null || typeof item !== 'object');
      if (primitive && (!this.#arraysAreLong || items.length === 0)) return `[${items.join(', ')}]`;
      return `[\n${items.map((item) => inner + item).join(',\n')}\n${outer}]`;
    }
    const entries = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${this.#format(item, depth + 1)}`);
    return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${outer}}`;
  }
}

function jsonOf(node: JsonNode): Json {
  if (node.type === 'array') return (node.children ?? []).map(jsonOf);
  if (node.type === 'object') {
    const entries = (node.children ?? []).flatMap(({ children }) =>
      children?.[0] && children[1] ? [[children[0].value as string, jsonOf(children[1])] as const] : []);
    return Object.fromEntries(entries);
  }
  return node.value as Json;
}

function tokens(text: string, start: number, end: number): Token[] {
  const scanner = createScanner(text.slice(start, end), false);
  const found: Token[] = [];
  for (let kind: number = scanner.scan(); kind !== EOF; kind = scanner.scan()) {
    const from = start + scanner.getTokenOffset();
    found.push({
      kind: kind === COMMA ? 'comma' : kind === LINE_COMMENT ? 'line-comment' : kind === BLOCK_COMMENT ? 'block-comment'
        : kind === LINE_BREAK ? 'newline' : kind === TRIVIA ? 'space' : 'other',
      start: from,
      end: from + scanner.getTokenLength(),
    });
  }
  return found;
}

/** The comments of a JSON text, as they stand. */
export function jsonComments(text: string): string[] {
  return tokens(text, 0, text.length)
    .filter(({ kind }) => kind === 'line-comment' || kind === 'block-comment')
    .map(({ start, end }) => text.slice(start, end));
}

/** jsonc-parser's error codes, in words. */
const SYNTAX_ERRORS: Readonly<Record<number, string>> = {
  1: 'invalid symbol', 2: 'invalid number', 3: 'property name expected', 4: 'value expected', 5: 'colon expected', 6: 'comma expected',
  7: 'closing brace expected', 8: 'closing bracket expected', 9: 'end of file expected', 11: 'unexpected end of comment',
  12: 'unexpected end of string', 13: 'unexpected end of number', 14: 'invalid unicode', 15: 'invalid escape', 16: 'invalid character',
};

function findProblems(text: string, tree: JsonNode | undefined, errors: readonly ParseError[]): JsonProblem[] {
  const problems: JsonProblem[] = errors.map(({ error, offset, length }) => ({ kind: 'syntax', text: SYNTAX_ERRORS[error] ?? 'invalid JSON', offset, length }));
  if (tree === undefined) {
    if (problems.length === 0) problems.push({ kind: 'syntax', text: 'value expected', offset: 0, length: 0 });
    return problems;
  }
  let comma: Token | undefined;
  for (const token of tokens(text, 0, text.length)) {
    if (token.kind === 'comma') comma = token;
    else if (token.kind === 'other') {
      if (comma !== undefined && (text[token.start] === '}' || text[token.start] === ']')) {
        problems.push({ kind: 'trailing-comma', text: ',', offset: comma.start, length: 1 });
      }
      comma = undefined;
    } else if (token.kind === 'line-comment' || token.kind === 'block-comment') {
      problems.push({ kind: token.kind, text: text.slice(token.start, token.end), offset: token.start, length: token.end - token.start });
    }
  }
  const visit = (node: JsonNode): void => {
    const seen = new Map<string, JsonNode>();
    for (const child of node.children ?? []) {
      if (child.type === 'property') {
        const [key, value] = child.children ?? [];
        const name = key?.value as string;
        const earlier = seen.get(name);
        if (earlier !== undefined && value !== undefined && JSON.stringify(jsonOf(earlier)) !== JSON.stringify(jsonOf(value))) {
          problems.push({ kind: 'duplicate-key', text: name, offset: child.offset, length: child.length });
        }
        if (value !== undefined) {
          seen.set(name, value);
          visit(value);
        }
      } else {
        visit(child);
      }
    }
  };
  visit(tree);
  return problems;
}
