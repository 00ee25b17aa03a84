import { roleOf } from './roles.ts';
import type { Edit } from './types.ts';

/**
 * Who wrote a file. Only `source` is edited:
 * - `vendored`: a library's copy;
 * - `minified`: made for machines, whoever wrote it;
 * - `built`: a bundler's or compiler's output;
 * - `linked`: a symbolic link to another file.
 */
export type Role = 'source' | 'vendored' | 'minified' | 'built' | 'linked';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text file of the extension. Immutable: edits yield the next one, which still knows where everything came from. */
export class SourceFile {
  /** Relative to the extension's root, forward slashes. */
  readonly path: string;
  #role: Role | undefined;
  #read: (() => string) | undefined;
  #text: string | undefined;
  #lines: number[] | undefined;
  #eol: '\n' | '\r\n' | undefined;
  #before: SourceFile | undefined;
  #created = false;
  #edits: readonly Edit[] = [];
  readonly #added = new Map<string, boolean>();

  /**
   * @param text the text, or what reads it when it is first asked for
   * @param role default: what path and text say
   */
  constructor(path: string, text: string | (() => string), role?: Role) {
    this.path = path;
    this.#role = role;
    if (typeof text === 'string') this.#text = text;
    else this.#read = text;
  }

  get text(): string {
    if (this.#text === undefined) {
      this.#text = this.#read!();
      this.#read = undefined;
    }
    return this.#text;
  }

  /** A file that the run adds. */
  static create(path: string, text: string): SourceFile {
    const file = new SourceFile(path, text, 'source');
    file.#created = true;
    return file;
  }

  /** The file as it was before the run, or as the run added it. */
  get original(): SourceFile {
    return this.#before?.original ?? this;
  }

  /** The text before the run; empty for a file that the run added. */
  get originalText(): string {
    return this.#before?.originalText ?? (this.#created ? '' : this.text);
  }

  /** Whether the run has written a word into the file. */
  adds(word: string): boolean {
    let adds = this.#added.get(word);
    if (adds === undefined) {
      const { text, originalText } = this;
      const count = (where: string): number => where.match(new RegExp(`(?<![\\w$])${word.replace(/\$/g, '\\$')}(?![\\w$])`, 'g'))?.length ?? 0;
      this.#added.set(word, (adds = text !== originalText && count(text) > count(originalText)));
    }
    return adds;
  }

  get role(): Role {
    this.#role ??= roleOf(this.path, this.text);
    return this.#role;
  }

  get editable(): boolean {
    return this.role === 'source';
  }

  /** The line end that most of the file's lines have. */
  get eol(): '\n' | '\r\n' {
    if (this.#eol === undefined) {
      const all = this.text.split('\n').length - 1;
      const crlf = this.text.split('\r\n').length - 1;
      this.#eol = crlf * 2 > all ? '\r\n' : '\n';
    }
    return this.#eol;
  }

  /** Line and column, from 1, of an offset of this text. */
  position(offset: number): Position {
    this.#lines ??= lineStarts(this.text);
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lines[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#lines[low]! + 1 };
  }

  /** Line and column, from 1, in the file as it was before the run. What an edit added counts as standing where the edit was made, or where it was moved from. */
  origin(offset: number): Position {
    if (this.#before === undefined) return this.position(Math.min(offset, this.text.length));
    let shift = 0;
    for (const edit of this.#edits) {
      const start = edit.start + shift;
      if (offset < start) break;
      if (offset < start + edit.text.length) return this.#before.origin(this.#movedFrom(offset) ?? edit.start);
      shift += edit.text.length - (edit.end - edit.start);
    }
    return this.#before.origin(offset - shift);
  }

  /** The offset before the edits of what one of them added, where its line is one that an edit took away. */
  #movedFrom(offset: number): number | undefined {
    const before = this.#before!.text;
    const from = this.text.lastIndexOf('\n', offset - 1) + 1;
    const line = this.text.slice(from).split('\n', 1)[0]!;
    const words = line.trim();
    if (!/\w{2}/.test(words)) return undefined;
    const places = this.#edits.flatMap(({ start, end }) => {
      const taken = before.slice(start, end);
      const at = taken.indexOf(words);
      return at === -1 ? [] : taken.includes(words, at + 1) ? [-1, -1] : [start + at];
    });
    return places.length === 1 ? places[0]! + Math.max(0, offset - from - line.indexOf(words)) : undefined;
  }

  /** The text that edits made this one from, and those edits; undefined for a file as it was read. */
  get derivation(): { readonly before: SourceFile; readonly edits: readonly Edit[] } | undefined {
    return this.#before && { before: this.#before, edits: this.#edits };
  }

  /** The file after some edits, which must not overlap; their line ends become the file's. */
  apply(edits: readonly Edit[]): SourceFile {
    const ordered = edits
      .map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, this.eol) }))
      .sort((a, b) => a.start - b.start || a.end - b.end);
    let text = '';
    let done = 0;
    for (const edit of ordered) {
      if (edit.start < done) throw new Error(`overlapping edits in ${this.path} at ${edit.start}`);
      text += this.text.slice(done, edit.start) + edit.text;
      done = edit.end;
    }
    const next = new SourceFile(this.path, text + this.text.slice(done), this.role);
    next.#before = this;
    next.#edits = ordered;
    next.#eol = this.eol;
    return next;
  }
}

/** A question about something immutable (a file, a syntax tree), answered once for each. */
export function once<Subject extends object, Answer>(answer: (subject: Subject) => Answer): (subject: Subject) => Answer {
  const known = new WeakMap<Subject, Answer>();
  return (subject) => {
    const before = known.get(subject);
    if (before !== undefined || known.has(subject)) return before as Answer;
    const found = answer(subject);
    known.set(subject, found);
    return found;
  };
}

/** The same for a question about a part of something: about a function in the turns of its realm. What the answer throws is thrown again. */
export function onceWithin<Part extends object, Whole extends object, Answer>(answer: (part: Part, whole: Whole) => Answer): (part: Part, whole: Whole) => Answer {
  const inside = once((whole: Whole) => once((part: Part) => {
    try {
      return { answer: answer(part, whole) };
    } catch (error) {
      return { error };
    }
  }));
  return (part, whole) => {
    const known = inside(whole)(part);
    if ('error' in known) throw known.error;
    return known.answer;
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
