import { parseTree, type JSONPath, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import { findProblems, isComment, isPlainJson, jsonOf, tokens, type Json, type JsonProblem, type Token } from './json-text.ts';
import type { SourceFile } from './source.ts';
import type { Edit, Place } from './types.ts';

export type JsonPath = JSONPath;
export type { Json, JsonProblem };

const STATIC_KEYS = ['theme', 'dictionaries', 'langpack_id'];
const RUNNING_KEYS = [
  'background', 'content_scripts', 'permissions', 'action', 'browser_action', 'page_action', 'sidebar_action', 'options_ui', 'options_page', 'devtools_page', 'chrome_url_overrides',
  'user_scripts', 'commands', 'omnibox',
];

/** A property or an element to be written, with its comments. */
interface Item {
  readonly text: string;
  /** Comments on lines of their own. */
  readonly above: readonly string[];
  readonly beside: readonly string[];
}

const PLAIN = { above: [], beside: [] } as const;

/** The longest object that is written on one line. */
const MAX_FLAT = 80;

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
  readonly #errors: ParseError[] = [];
  readonly #values = new Map<JsonNode, Json>();
  readonly #members = new Map<JsonNode, ReadonlyMap<string, JsonNode | undefined>>();
  #problems: readonly JsonProblem[] | undefined;
  #tokens: readonly Token[] | undefined;

  constructor(file: SourceFile, base: JsonPath = [], conventions?: { readonly [key: string]: Json }) {
    this.file = file;
    this.base = base;
    this.conventions = conventions;
    this.root = parseTree(file.text, this.#errors, { allowTrailingComma: true, disallowComments: false });
  }

  /** What makes the text no plain JSON. */
  get problems(): readonly JsonProblem[] {
    this.#problems ??= this.base.length > 0 ? [] : findProblems(this.text, this.#oddities, this.root, this.#errors);
    return this.#problems;
  }

  /** The comments of the whole file, as they stand. */
  get comments(): readonly string[] {
    return this.#oddities.filter(isComment).map(({ start, end }) => this.text.slice(start, end));
  }

  /** The tokens of a text that is no plain JSON: in others there are no comments to find, and no trailing commas. */
  get #oddities(): readonly Token[] {
    this.#tokens ??= isPlainJson(this.text) ? [] : tokens(this.text, 0, this.text.length);
    return this.#tokens;
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

  /** A theme, a dictionary or a language pack: nothing in it runs. */
  get isStatic(): boolean {
    return STATIC_KEYS.some((key) => this.has([key])) && !RUNNING_KEYS.some((key) => this.has([key]));
  }

  /** The node of a value; of a key given twice the last, as browsers read it. */
  node(path: JsonPath): JsonNode | undefined {
    let node = this.root;
    for (const segment of this.base.length === 0 ? path : [...this.base, ...path]) {
      if (node === undefined) return undefined;
      if (typeof segment === 'number') {
        node = node.type === 'array' ? node.children?.[segment] : undefined;
      } else {
        node = node.type === 'object' ? this.#membersOf(node).get(segment) : undefined;
      }
    }
    return node;
  }

  /** The values of an object by their keys; of a key without a value, undefined. */
  #membersOf(object: JsonNode): ReadonlyMap<string, JsonNode | undefined> {
    let members = this.#members.get(object);
    if (members === undefined) {
      members = new Map((object.children ?? []).map(({ children }) => [children?.[0]?.value as string, children?.[1]]));
      this.#members.set(object, members);
    }
    return members;
  }

  has(path: JsonPath): boolean {
    return this.node(path) !== undefined || (this.conventions !== undefined && this.value(path) !== undefined);
  }

  value(path: JsonPath): Json | undefined {
    const node = this.node(path);
    if (node !== undefined) {
      let known = this.#values.get(node);
      if (known === undefined) this.#values.set(node, (known = jsonOf(node)));
      return known;
    }
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
   * Comments inside a value that is replaced stand before the new one.
   */
  set(path: JsonPath, value: Json, after?: string): Edit[] {
    const existing = this.node(path);
    if (existing !== undefined) return [this.#replace(existing, this.#commentsOf(existing) + this.#format(value, this.#indentAt(existing), this.#isInline(existing)))];
    const key = path.at(-1);
    const parent = this.node(path.slice(0, -1));
    if (parent === undefined || parent.type !== (typeof key === 'number' ? 'array' : 'object')) {
      const holder: Json = typeof key === 'number' ? [value] : { [String(key)]: value };
      if (path.length > 1) return this.set(path.slice(0, -1), holder, after);
      // A package.json without the key that holds the manifest.
      const [first] = this.base;
      return first === undefined ? [] : new Manifest(this.file).set([first], holder);
    }
    if (parent.type === 'array') return this.#insert(parent, [this.#itemOf(value, parent)], undefined);
    const sibling = (parent.children ?? []).findLast((child) => child.children?.[0]?.value === after);
    return this.#insert(parent, [this.#itemOf(value, parent, String(key))], sibling);
  }

  /** Appends the values that an array does not hold yet; creates the array, after the sibling named `after`. */
  add(path: JsonPath, values: readonly string[], after?: string): Edit[] {
    const present = this.strings(path);
    const missing = [...new Set(values)].filter((value) => !present.includes(value));
    const array = this.node(path);
    if (missing.length === 0) return [];
    if (array?.type !== 'array') return this.set(path, missing, after);
    return this.#insert(array, missing.map((value) => this.#itemOf(value, array)), undefined);
  }

  renameKey(path: JsonPath, key: string): Edit[] {
    const name = this.node(path)?.parent?.children?.[0];
    return name === undefined ? [] : [this.#replace(name, JSON.stringify(key))];
  }

  /** Removes properties or elements of one object or array; where none would be left, the holder keeps standing empty. Their comments stay. */
  remove(...paths: readonly JsonPath[]): Edit[] {
    return this.#remove(this.#children(paths), false);
  }

  /** Removes one element of an array, and the array with the last one. */
  removeElement(path: JsonPath): Edit[] {
    const array = this.value(path.slice(0, -1));
    return this.remove(Array.isArray(array) && array.length === 1 ? path.slice(0, -1) : path);
  }

  /**
   * Moves elements of one array, with the comments beside and above them, to the end of another, which is created after
   * the sibling named `after`. An array that moves whole only changes its key; one that is left empty goes.
   */
  move(paths: readonly JsonPath[], to: JsonPath, after?: string): Edit[] {
    const moved = this.#children(paths);
    const source = moved[0]?.parent;
    const from = paths[0]?.slice(0, -1);
    if (source === undefined || from === undefined) return [];
    const target = this.node(to);
    const whole = moved.length === source.children?.length;
    if (whole && target === undefined && JSON.stringify(from.slice(0, -1)) === JSON.stringify(to.slice(0, -1))) return this.renameKey(from, String(to.at(-1)));
    const items = moved.map((child) => this.#itemAt(child));
    const left = whole && !this.hasComment(source.offset, source.offset + source.length) ? this.#remove([source.parent!], false) : this.#remove(moved, true);
    if (target?.type === 'array') return [...left, ...this.#insert(target, items, undefined)];
    const holder = this.node(to.slice(0, -1))!;
    const indent = this.#indentInside(holder);
    const long = this.#isLong(source) || items.some(hasLineComment);
    const text = long ? `[\n${this.#lines(items, indent + this.indent)}\n${indent}]` : `[${items.map(inline).join(this.#separator(source))}]`;
    const key: Item = { ...PLAIN, text: `${JSON.stringify(to.at(-1))}${this.#colon}${text}` };
    const sibling = (holder.children ?? []).findLast((child) => child.children?.[0]?.value === after);
    return [...left, ...this.#insert(holder, [key], sibling)];
  }

  /** Makes a value, as it stands, the member `key` of a new object that has other members too; `inList` puts that object into an array. */
  wrap(path: JsonPath, key: string, others: { readonly [key: string]: Json }, inList = false): Edit[] {
    const node = this.node(path);
    if (node === undefined) return [];
    const outer = this.#indentAt(node);
    const flat = this.#isInline(node);
    const indent = outer + this.indent.repeat(inList ? 2 : 1);
    const own = this.text.slice(node.offset, node.offset + node.length).replace(/\n(?=[ \t]*\S)/g, (line) => line + indent.slice(outer.length));
    const members = [`${JSON.stringify(key)}${this.#colon}${own}`, ...Object.entries(others).map(([name, value]) => `${JSON.stringify(name)}${this.#colon}${this.#format(value, indent, flat)}`)];
    const [open, close] = inList ? ['[', ']'] : ['', ''];
    const line = `{${this.#pad}${members.join(this.#comma)}${this.#pad}}`;
    if (flat) return [this.#replace(node, open + line + close)];
    const closing = indent.slice(0, indent.length - this.indent.length);
    const object = this.#fits(line) && !/\n/.test(line) ? line : `{\n${members.map((member) => indent + member).join(',\n')}\n${closing}}`;
    return [this.#replace(node, inList ? `[\n${closing}${object}\n${outer}]` : object)];
  }

  /** Whether a comment stands between two offsets. */
  hasComment(start: number, end: number): boolean {
    return tokens(this.text, start, end).some(isComment);
  }

  #edit(start: number, end: number, text: string): Edit {
    return { file: this.path, start, end, text };
  }

  #replace(node: JsonNode, text: string): Edit {
    return this.#edit(node.offset, node.offset + node.length, text);
  }

  /** The comments inside a value, to be written before another one. */
  #commentsOf(node: JsonNode): string {
    if (node.children === undefined) return '';
    const comments = tokens(this.text, node.offset, node.offset + node.length).filter(isComment).map(({ start, end }) => this.text.slice(start, end));
    return comments.map((comment) => comment + (comment.startsWith('//') ? `\n${this.#indentAt(node)}${this.indent}` : ' ')).join('');
  }

  /** The properties or elements that paths into one holder name, in order of place. */
  #children(paths: readonly JsonPath[]): JsonNode[] {
    const nodes = paths.flatMap((path) => this.node(path) ?? []).map((node) => (node.parent?.type === 'property' ? node.parent : node));
    const holder = nodes[0]?.parent;
    return (holder?.children ?? []).filter((child) => nodes.includes(child));
  }

  // ---- removing

  #remove(gone: readonly JsonNode[], withComments: boolean): Edit[] {
    const holder = gone[0]?.parent;
    const all = holder?.children ?? [];
    if (holder === undefined) return [];
    if (gone.length === all.length && !this.hasComment(holder.offset, holder.offset + holder.length)) {
      return [this.#edit(holder.offset + 1, holder.offset + holder.length - 1, '')];
    }
    const edits: Edit[] = [];
    for (let first = 0; first < all.length; first++) {
      if (!gone.includes(all[first]!)) continue;
      let last = first;
      while (last + 1 < all.length && gone.includes(all[last + 1]!)) last += 1;
      edits.push(...this.#removeRun(holder, all, first, last, withComments));
      first = last;
    }
    return edits;
  }

  /** Removes neighbours, with whole lines where nothing else stands on them. */
  #removeRun(holder: JsonNode, all: readonly JsonNode[], first: number, last: number, withComments: boolean): Edit[] {
    const { text } = this;
    const close = holder.offset + holder.length - 1;
    const previous = all[first - 1];
    const next = all[last + 1];
    const [from, to] = [all[first]!, all[last]!];
    const { start, begin } = withComments ? this.#itemAt(from) : { start: from.offset, begin: from.offset };
    const comma = this.#commaAfter(to.offset + to.length, next?.offset ?? close);
    const end = this.#endOfLine(comma ?? to.offset + to.length, next?.offset ?? close);
    const kept = withComments ? [] : tokens(text, from.offset, end).filter(isComment).map((token) => text.slice(token.start, token.end));
    const edits: Edit[] = [];
    if (next === undefined && previous !== undefined) {
      const before = this.#commaAfter(previous.offset + previous.length, from.offset);
      if (before !== undefined) edits.push(this.#edit(before - 1, before, ''));
    }
    const lineStart = text.lastIndexOf('\n', start - 1);
    const lead = text.slice(lineStart + 1, start);
    if (lineStart >= holder.offset && lead.trim() === '' && /^[ \t]*(\r?\n|$)/.test(text.slice(end))) {
      const lineBreak = text[lineStart - 1] === '\r' ? lineStart - 1 : lineStart;
      edits.push(this.#edit(lineBreak, end, kept.map((comment) => `\n${lead}${comment}`).join('')));
    } else if (kept.length > 0) {
      edits.push(this.#edit(begin, end, kept.some((comment) => comment.startsWith('//')) ? `${kept.join('\n')}\n` : kept.join(' ')));
    } else if (next !== undefined && text.slice(end, next.offset).trim() === '') {
      edits.push(this.#edit(start, next.offset, ''));
    } else {
      const spaces = next === undefined ? /[ \t]*$/.exec(text.slice(0, start))![0].length : 0;
      edits.push(this.#edit(start - (previous === undefined ? 0 : spaces), end, ''));
    }
    return edits;
  }

  #commaAfter(from: number, to: number): number | undefined {
    return tokens(this.text, from, to).find(({ kind }) => kind === 'comma')?.end;
  }

  /** The end of the comments that follow on the same line. */
  #endOfLine(from: number, to: number): number {
    let end = from;
    for (const token of tokens(this.text, from, to)) {
      if (token.kind === 'newline' || token.kind === 'comma') break;
      if (isComment(token)) end = token.end;
    }
    return end;
  }

  // ---- inserting

  /** A child as it stands, with the comments above it on lines of their own and those beside it. */
  #itemAt(child: JsonNode): Item & { readonly start: number; readonly begin: number } {
    const { text } = this;
    const holder = child.parent!;
    const all = holder.children!;
    const index = all.indexOf(child);
    const previous = all[index - 1];
    const next = all[index + 1];
    const above: Token[] = [];
    let newLine = false;
    for (const token of tokens(text, previous === undefined ? holder.offset + 1 : previous.offset + previous.length, child.offset)) {
      if (token.kind === 'newline') newLine = true;
      if (newLine && isComment(token)) above.push(token);
    }
    const end = child.offset + child.length;
    const close = next?.offset ?? holder.offset + holder.length - 1;
    const beside = tokens(text, end, this.#endOfLine(this.#commaAfter(end, close) ?? end, close)).filter(isComment);
    const spell = (token: Token): string => text.slice(token.start, token.end);
    return { text: text.slice(child.offset, end), above: above.map(spell), beside: beside.map(spell), start: above[0]?.start ?? child.offset, begin: child.offset };
  }

  #itemOf(value: Json, holder: JsonNode, key?: string): Item {
    const flat = !this.#isLong(holder) && (holder.children?.length ?? 0) > 0;
    const text = this.#format(value, this.#indentInside(holder), flat);
    return { ...PLAIN, text: key === undefined ? text : `${JSON.stringify(key)}${this.#colon}${text}` };
  }

  /** Inserts into an object or array: after one of its children, else after the last. */
  #insert(holder: JsonNode, items: readonly Item[], after: JsonNode | undefined): Edit[] {
    const all = holder.children ?? [];
    const close = holder.offset + holder.length - 1;
    const indent = this.#indentInside(holder);
    const last = after ?? all.at(-1);
    if (last === undefined) {
      const flat = holder.type === 'array' ? !this.#arraysAreLong && !items.some(hasLineComment) : this.#isInline(holder);
      if (!this.hasComment(holder.offset + 1, close)) {
        const pad = holder.type === 'object' ? this.#pad : '';
        return [this.#edit(holder.offset + 1, close, flat ? pad + items.map(inline).join(this.#comma) + pad : `\n${this.#lines(items, indent)}\n${this.#indentAt(holder)}`)];
      }
      const comment = tokens(this.text, holder.offset + 1, close).findLast(isComment)!;
      return [this.#edit(comment.end, close, `\n${this.#lines(items, indent)}\n${this.#indentAt(holder)}`)];
    }
    const next = all[all.indexOf(last) + 1];
    const end = last.offset + last.length;
    const comma = this.#commaAfter(end, next?.offset ?? close);
    if (!this.#isLong(holder)) {
      const separator = this.#separator(holder);
      if (comma !== undefined && next === undefined) return [this.#edit(comma, comma, items.map((item) => ` ${inline(item)}`).join(separator))];
      return [this.#edit(end, end, items.map((item) => separator + inline(item)).join(''))];
    }
    // What follows on the line, a comment above all, stays with the child that it follows.
    const lineEnd = this.#endOfLine(comma ?? end, next?.offset ?? close);
    const body = `\n${this.#lines(items, indent, next !== undefined)}`;
    if (comma !== undefined) return [this.#edit(lineEnd, lineEnd, body)];
    if (lineEnd === end) return [this.#edit(end, end, `,${body}`)];
    return [this.#edit(end, end, ','), this.#edit(lineEnd, lineEnd, body)];
  }

  /** Items on a line each, with their comments. */
  #lines(items: readonly Item[], indent: string, commaAtEnd = false): string {
    return items.flatMap(({ text, above, beside }, index) => {
      const comma = commaAtEnd || index < items.length - 1 ? ',' : '';
      return [...above, [text + comma, ...beside].join(' ')].map((line) => indent + line);
    }).join('\n');
  }

  // ---- the habits of the file

  /** The white space that the line of a node begins with. */
  #indentAt(node: JsonNode): string {
    const lineStart = this.text.lastIndexOf('\n', node.offset - 1) + 1;
    return /^[ \t]*/.exec(this.text.slice(lineStart, node.offset))![0];
  }

  /** The white space before the children of an object or array. */
  #indentInside(holder: JsonNode): string {
    for (const child of holder.children ?? []) {
      const lineStart = this.text.lastIndexOf('\n', child.offset - 1) + 1;
      const lead = this.text.slice(lineStart, child.offset);
      if (lineStart > holder.offset && lead.trim() === '') return lead;
    }
    return this.#indentAt(holder) + this.indent;
  }

  /** One level of indentation. */
  get indent(): string {
    return /\n([ \t]+)"/.exec(this.text)?.[1] ?? '  ';
  }

  /** What stands between a key and its value. */
  get #colon(): string {
    const [key, value] = this.root?.children?.[0]?.children ?? [];
    const between = key && value ? this.text.slice(key.offset + key.length, value.offset) : ': ';
    return /^ ?: ?$/.test(between) ? between : ': ';
  }

  /** What stands between two items on one line. */
  #separator(holder: JsonNode): string {
    const [first, second] = holder.children ?? [];
    const between = first && second ? this.text.slice(first.offset + first.length, second.offset) : '';
    return /^, ?$/.test(between) ? between : this.#comma;
  }

  get #comma(): string {
    return /["\]}\d],"/.test(this.text) && !/, /.test(this.text) ? ',' : ', ';
  }

  /** What stands inside the braces of an object on one line. */
  get #pad(): string {
    return /\{"/.test(this.text) && !/\{ "/.test(this.text) ? '' : ' ';
  }

  /** Whether the children of an object or array have lines of their own. */
  #isLong(holder: JsonNode): boolean {
    const [first, second] = holder.children ?? [];
    if (first === undefined) return false;
    return /\n/.test(this.text.slice(holder.offset, first.offset)) || (second !== undefined && /\n/.test(this.text.slice(first.offset + first.length, second.offset)));
  }

  /** Whether a value stands in an object or array that is written on one line. */
  #isInline(node: JsonNode): boolean {
    const holder = node.parent?.type === 'property' ? node.parent.parent : node.parent;
    return holder !== undefined && !this.#isLong(holder);
  }

  /** Whether this file's arrays have a line per element. */
  get #arraysAreLong(): boolean {
    return this.#mostAreLong('array');
  }

  #mostAreLong(type: 'array' | 'object'): boolean {
    let long = 0;
    let flat = 0;
    const visit = (node: JsonNode | undefined): void => {
      if (node?.type === type && node.parent !== undefined && node.children?.length) {
        if (this.#isLong(node)) long += 1;
        else flat += 1;
      }
      for (const child of node?.children ?? []) visit(child);
    };
    visit(this.root);
    return long > flat || (type === 'object' && flat === 0);
  }

  /** A value in the habits of the file, for a line that begins with `indent`; all of it `flat` on one line, or the value itself over several. */
  #format(value: Json, indent: string, flat: boolean, long = false): string {
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
    const items = Array.isArray(value) ? (value as readonly Json[]) : Object.values(value);
    if (items.length === 0) return open + close;
    const keys = Array.isArray(value) ? undefined : Object.keys(value);
    const inner = indent + this.indent;
    const spell = (item: Json, index: number, ...mode: [flat: boolean, long?: boolean]): string =>
      (keys === undefined ? '' : JSON.stringify(keys[index]) + this.#colon) + this.#format(item, inner, ...mode);
    const pad = keys === undefined ? '' : this.#pad;
    const line = open + pad + items.map((item, index) => spell(item, index, true)).join(this.#comma) + pad + close;
    const isList = keys === undefined && items.every((item) => item === null || typeof item !== 'object');
    if (flat || (!long && (isList ? !this.#arraysAreLong : keys !== undefined && this.#fits(line)))) return line;
    // Objects of one array look alike.
    const alike = keys === undefined && !items.every((item) => this.#fits(this.#format(item, inner, true)));
    return `${open}\n${items.map((item, index) => inner + spell(item, index, false, alike)).join(',\n')}\n${indent}${close}`;
  }

  /** Whether an object may stand on one line. */
  #fits(line: string): boolean {
    return line.length <= MAX_FLAT && !this.#mostAreLong('object');
  }
}

function inline({ text, above, beside }: Item): string {
  const comments = [...above, ...beside];
  return comments.length === 0 ? text : `${text} ${comments.join('\n')}${comments.at(-1)!.startsWith('//') ? '\n' : ''}`;
}

function hasLineComment({ above, beside }: Item): boolean {
  return [...above, ...beside].some((comment) => comment.startsWith('//'));
}
