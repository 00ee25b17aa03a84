import type * as t from '@babel/types';
import { apiIndex, type ApiIndex, type ApiReference, type ApiValue } from './api.ts';
import { ancestors, callOf, type AnyCall, type Node } from './ast.ts';
import type { Extension } from './extension.ts';
import { isInjected } from './injection/injected.ts';
import { MAX_PARSED, parseScript, type Syntax, type SyntaxProblem } from './parse.ts';
import type { Realm } from './realms.ts';
import type { Binding, Reference, Scopes } from './scope.ts';
import type { SourceFile } from './source.ts';
import type { Edit, Place } from './types.ts';

/** How the code of a file is written, so that new code looks like its surroundings. */
export interface Style {
  readonly quote: '"' | "'";
  /** One level of indentation. */
  readonly indent: string;
  readonly semicolon: ';' | '';
}

/** What a script is read from: a file, or a piece of a page. */
export interface ScriptSource {
  readonly file: SourceFile;
  /** Present for an inline script. */
  readonly inline?: { readonly start: number; readonly end: number };
}

/** What is known of a script alone, kept as long as its text lives. */
interface Facts {
  syntax?: Syntax | SyntaxProblem;
  style?: Style;
}

const facts = new WeakMap<SourceFile, Map<number, Facts>>();

function factsOf({ file, inline }: ScriptSource, isModule = false): Facts {
  let perFile = facts.get(file);
  if (perFile === undefined) facts.set(file, (perFile = new Map<number, Facts>()));
  const key = isModule ? -2 - (inline?.start ?? -1) : (inline?.start ?? -1) + 1;
  let own = perFile.get(key);
  if (own === undefined) perFile.set(key, (own = {}));
  return own;
}

/**
 * A script of an extension: a file, or a piece of a page. Parsed at most once per text, and only when somebody asks.
 * All offsets are those of the file.
 */
export class Script {
  readonly source: ScriptSource;
  readonly extension: Extension;
  #index: ApiIndex | undefined;
  #parsed: Syntax | SyntaxProblem | undefined;

  constructor(source: ScriptSource, extension: Extension) {
    this.source = source;
    this.extension = extension;
  }

  get path(): string {
    return this.source.file.path;
  }

  get file(): SourceFile {
    return this.source.file;
  }

  /** Whether it is written in TypeScript. */
  get isTyped(): boolean {
    return /\.[mc]?tsx?$/.test(this.path);
  }

  get inline(): boolean {
    return this.source.inline !== undefined;
  }

  /** The script's own text; use {@link slice} with file offsets. */
  get text(): string {
    const { file, inline } = this.source;
    return inline === undefined ? file.text : file.text.slice(inline.start, inline.end);
  }

  /** Where the script begins and ends in its file. */
  get place(): Place {
    const { file, inline } = this.source;
    return { file: file.path, start: inline?.start ?? 0, end: inline?.end ?? file.text.length };
  }

  get #syntax(): Syntax | SyntaxProblem | undefined {
    this.#parsed ??= this.#parse();
    return this.#parsed;
  }

  #parse(): Syntax | SyntaxProblem | undefined {
    if (this.text.length > MAX_PARSED) return undefined;
    const isModule = this.extension.loadsAsModule(this);
    const own = factsOf(this.source, isModule);
    if (own.syntax === undefined) {
      const { file, inline } = this.source;
      const origin = inline === undefined ? undefined : { offset: inline.start, ...file.position(inline.start) };
      own.syntax = parseScript(this.text, this.path, origin, isModule);
    }
    return own.syntax;
  }

  /** Undefined for a script that does not parse, or is too large to: such a script is reported once, and left alone. */
  get syntax(): Syntax | undefined {
    const syntax = this.#syntax;
    return syntax !== undefined && 'program' in syntax ? syntax : undefined;
  }

  get problem(): SyntaxProblem | undefined {
    const syntax = this.#syntax;
    return syntax === undefined || 'program' in syntax ? undefined : syntax;
  }

  get program(): t.Program | undefined {
    return this.syntax?.program;
  }

  get isModule(): boolean {
    return this.program?.sourceType === 'module';
  }

  get scopes(): Scopes | undefined {
    return this.syntax?.scopes;
  }

  /** The contexts that load this script; none for one that nothing known loads. */
  get realms(): readonly Realm[] {
    return this.extension.realmsOf(this);
  }

  get #api(): ApiIndex {
    this.#index ??= apiIndex(this);
    return this.#index;
  }

  /** The mentions of an extension API and of what is below it, by its path without the namespace: `tabs`, `tabs.executeScript`. '' is the namespace itself. */
  references(api: string): readonly ApiReference[] {
    return this.#api.find(api);
  }

  /** All mentions of extension APIs. */
  get apiReferences(): readonly ApiReference[] {
    return this.#api.all;
  }

  /** The calls (and constructions) of exactly this API. */
  *calls(api: string): Generator<{ readonly reference: ApiReference; readonly call: AnyCall }> {
    for (const reference of this.references(api)) {
      if (reference.path === api && reference.call !== undefined) yield { reference, call: reference.call };
    }
  }

  /** The extension API that an expression stands for, if any. */
  api(node: Node): ApiValue | undefined {
    return this.#api.resolve(node);
  }

  /**
   * Free uses of a name that no script of the realm declares at its top level: `localStorage`, `setTimeout`. Uses through `window`, `self`
   * and `globalThis` count; functions that are injected into pages mean the page's globals and are left out.
   */
  globals(name: string): readonly Node[] {
    const nodes = this.#api.globals(name);
    return nodes.length === 0 ? nodes : nodes.filter((node) => !isInjected(this, node));
  }

  binding(id: t.Identifier | t.JSXIdentifier): Binding | undefined {
    return this.scopes?.bindingOf(id);
  }

  /** Free names, as they stand in the text, with their uses. */
  get freeNames(): ReadonlyMap<string, readonly Reference[]> {
    return this.scopes?.globals ?? new Map();
  }

  textOf(node: Node): string {
    return this.file.text.slice(node.start!, node.end!);
  }

  slice(start: number, end: number): string {
    return this.file.text.slice(start, end);
  }

  at(node: Node): Place {
    return { file: this.path, start: node.start!, end: node.end! };
  }

  replace(target: Node | readonly [first: Node, last: Node], text: string): Edit {
    const [first, last] = Array.isArray(target) ? (target as readonly [Node, Node]) : [target as Node, target as Node];
    return { file: this.path, start: first.start!, end: last.end!, text };
  }

  insert(offset: number, text: string): Edit {
    return { file: this.path, start: offset, end: offset, text };
  }

  get style(): Style {
    const own = factsOf(this.source);
    own.style ??= styleOf(this.text);
    return own.style;
  }

  /** A string literal in the file's quotes. */
  quote(value: string): string {
    return quoteString(value, this.style.quote);
  }

  /** The white space that the line of an offset begins with. */
  indentAt(offset: number): string {
    const text = this.file.text;
    const line = text.lastIndexOf('\n', offset - 1) + 1;
    return /^[ \t]*/.exec(text.slice(line, Math.max(line, offset)))![0];
  }

  /** The call that an expression is the callee of. */
  callOf(node: Node): AnyCall | undefined {
    return callOf(node);
  }

  /** Whether the script is loaded by a realm of this kind. */
  runsIn(kind: Realm['kind']): boolean {
    return this.realms.some((realm) => realm.kind === kind);
  }
}

function quoteString(value: string, quote: '"' | "'"): string {
  const body = JSON.stringify(value).slice(1, -1);
  return quote === '"' ? `"${body}"` : `'${body.replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
}

/** Reads a file's habits from its text: the commoner quote, the smallest indentation, whether statements end in semicolons. */
function styleOf(text: string): Style {
  const sample = text.length > 50_000 ? text.slice(0, 50_000) : text;
  const double = sample.split('"').length;
  const single = sample.split("'").length;
  const widths = new Map<string, number>();
  let previous = '';
  for (const match of sample.matchAll(/^([ \t]*)(?=\S)(?!\*)/gm)) {
    const own = match[1]!;
    if (own.length > previous.length && own.startsWith(previous)) {
      const step = own.slice(previous.length);
      widths.set(step, (widths.get(step) ?? 0) + 1);
    }
    previous = own;
  }
  const indent = [...widths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '  ';
  const ended = sample.match(/;[ \t]*(\/\/.*)?$/gm)?.length ?? 0;
  const bare = sample.match(/[)\w\]'"`][ \t]*$/gm)?.length ?? 0;
  return {
    quote: single > double ? "'" : '"',
    indent: indent.length > 8 ? '  ' : indent,
    semicolon: ended === 0 && bare > 0 ? '' : ended * 4 >= bare ? ';' : '',
  };
}

/** Whether a node stands inside a `try` block that has a handler. */
export function isTried(node: Node): boolean {
  let inner = node;
  for (const up of ancestors(node)) {
    if (up.type === 'TryStatement' && up.block === inner && up.handler) return true;
    inner = up;
  }
  return false;
}
