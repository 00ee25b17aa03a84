import { visit } from 'jsonc-parser';
import type { Node } from './ast.ts';
import { parseScript } from './parse.ts';
import type { Script } from './script.ts';
import { once, type SourceFile } from './source.ts';
import type { Match } from './types.ts';

/** A comment that has transforms leave one line alone, as in `// mv3-codemod-ignore timers, menus: why`. */
export interface IgnoreComment {
  /** Where the comment begins, in the file as it was before the run. */
  readonly offset: number;
  /** The transforms that it names. */
  readonly ids: readonly string[];
  /** The line, from 1, that it speaks of: its own where code stands before it, else the next one with code. */
  readonly line: number;
}

const COMMENT = /(?:\/\/|\/\*|<!--)[ \t]*mv3-codemod-ignore\b[ \t]*(\w[\w-]*(?:[ \t,]+\w[\w-]*)*)?/g;
/** A line that is empty, or holds a part of a comment and nothing else. */
const NO_CODE = /^\s*(?:$|\/\/|\{?\/\*(?:(?!\*\/).)*(?:\*\/\s*\}?\s*)?$|\*|<!--(?:(?!-->).)*-->\s*$)/;

/** The comments of a script, a page or a manifest that have lines left alone. */
export function ignoreComments(file: SourceFile): readonly IgnoreComment[] {
  return commentsIn(file.original);
}

/** The comment that has a transform leave alone what stands at an offset. */
export function ignoreCommentAt(file: SourceFile, offset: number, id: string): IgnoreComment | undefined {
  const comments = ignoreComments(file);
  if (comments.length === 0) return undefined;
  const { line } = file.origin(offset);
  return comments.find((comment) => comment.line === line && comment.ids.includes(id));
}

/** Why a place is not changed that a comment names. */
export const LEFT_ALONE = 'a comment has a place of it left alone';

/** What a match says beside the reason of its refusal, where that is a comment. */
export function leftAlone(reason: string | undefined): Pick<Match, 'leftAlone'> {
  return reason === LEFT_ALONE ? { leftAlone: true } : {};
}

/** Whether a comment has a transform leave a node alone. Plans that change several places at once ask, and refuse: the driver drops the report of that place. */
export function isIgnored(script: Script, node: Node, id: string): boolean {
  return ignoreCommentAt(script.file, script.at(node).start, id) !== undefined;
}

const commentsIn = once(({ path, text }: SourceFile): readonly IgnoreComment[] => {
  if (!text.includes('mv3-codemod-ignore')) return [];
  const lines = text.split('\n');
  const starts = commentStarts(path, text);
  return [...text.matchAll(COMMENT)].filter(({ index }) => starts?.has(index) ?? true).map(({ index, 1: ids = '' }) => {
    const before = text.slice(0, index).split('\n');
    let line = before.length;
    if (/^[\s{]*$/.test(before.at(-1)!)) {
      do line++;
      while (line < lines.length && NO_CODE.test(lines[line - 1]!));
    }
    return { offset: index, ids: ids.split(/[\s,]+/).filter(Boolean), line };
  });
});

/** Where the comments of a script or a JSON file begin: what looks like one may stand in a string. Undefined where that is not known. */
function commentStarts(path: string, text: string): ReadonlySet<number> | undefined {
  if (/\.json$/.test(path)) {
    const starts = new Set<number>();
    visit(text, { onComment: (offset) => void starts.add(offset) });
    return starts;
  }
  const syntax = /\.([mc]?[jt]s|[jt]sx)$/.test(path) ? parseScript(text, path) : undefined;
  return syntax && 'comments' in syntax ? new Set(syntax.comments.map(({ start }) => start!)) : undefined;
}
