import { parse, type ParserOptions, type ParserPlugin } from '@babel/parser';
import type * as t from '@babel/types';
import { link } from './ast.ts';
import { analyseScopes, type Scopes } from './scope.ts';
import type { Position } from './source.ts';

/** Files of more than this many characters are looked at as text only. */
export const MAX_PARSED = 1_500_000;

/** A parsed script: its tree with parent links, its comments and its names. */
export interface Syntax {
  readonly program: t.Program;
  readonly comments: readonly t.Comment[];
  readonly scopes: Scopes;
}

/** Why a script does not parse; offsets and positions are those of the whole file. */
export interface SyntaxProblem {
  readonly message: string;
  readonly offset: number;
}

/** Where in its file an inline script begins. */
export interface ScriptOrigin extends Position {
  readonly offset: number;
}

const OPTIONS: ParserOptions = {
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowUndeclaredExports: true,
  allowNewTargetOutsideFunction: true,
  createImportExpressions: true,
  attachComment: false,
};

const DECORATORS: ParserPlugin[] = ['decorators-legacy', 'decoratorAutoAccessors'];

/** The parser plugins to try for a file name, plainest first: what most files need costs least. */
function dialects(path: string): ParserPlugin[][] {
  if (/\.tsx$/.test(path)) return [['typescript', 'jsx', ...DECORATORS]];
  if (/\.[mc]?ts$/.test(path)) return [['typescript', ...DECORATORS]];
  if (/\.jsx$/.test(path)) return [['jsx', ...DECORATORS], ['jsx', 'flow', ...DECORATORS]];
  return [[], ['jsx', 'flow', ...DECORATORS]];
}

/**
 * Parses a script by what its name says it is: TypeScript, JSX, or JavaScript (with Flow types where plain JavaScript fails).
 * @param origin for an inline script, the place in its page; all offsets are then the page's
 * @param isModule whether it is loaded as a module; otherwise imports and exports make it one
 */
export function parseScript(text: string, path: string, origin?: ScriptOrigin, isModule = false): Syntax | SyntaxProblem {
  let problem: SyntaxProblem | undefined;
  const sourceType = isModule ? 'module' : 'unambiguous';
  const base = origin === undefined ? {} : { startIndex: origin.offset, startLine: origin.line, startColumn: origin.column - 1 };
  for (const plugins of dialects(path)) {
    try {
      const file = parse(text, { ...OPTIONS, ...base, sourceType, plugins });
      link(file.program);
      return { program: file.program, comments: file.comments ?? [], scopes: analyseScopes(file.program) };
    } catch (error) {
      // Nesting that is too deep for the parser ends in a RangeError.
      if (error instanceof RangeError) return { message: 'nested too deeply', offset: origin?.offset ?? 0 };
      if (!(error instanceof SyntaxError)) throw error;
      const { pos } = error as SyntaxError & { pos?: number };
      problem ??= { message: error.message.replace(/ \(\d+:\d+\)$/, ''), offset: pos ?? origin?.offset ?? 0 };
    }
  }
  return problem!;
}
