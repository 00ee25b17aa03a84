import { createScanner, type Node as JsonNode, type ParseError } from 'jsonc-parser';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A way in which a text departs from plain JSON, at an offset of its text. */
export interface JsonProblem {
  readonly kind: 'trailing-comma' | 'line-comment' | 'block-comment' | 'duplicate-key' | 'syntax';
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

/** A part of a text, white space and comments included. */
export interface Token {
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

/** Whether a text is JSON, without comments and trailing commas. */
export function isPlainJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The value that a node stands for; of a key that is there twice, the last. */
export function jsonOf(node: JsonNode): Json {
  if (node.type === 'array') return (node.children ?? []).map(jsonOf);
  if (node.type === 'object') {
    const entries = (node.children ?? []).flatMap(({ children }) =>
      children?.[0] && children[1] ? [[children[0].value as string, jsonOf(children[1])] as const] : []);
    return Object.fromEntries(entries);
  }
  return node.value as Json;
}

/** Whether a token is a comment. */
export function isComment({ kind }: Token): boolean {
  return kind === 'line-comment' || kind === 'block-comment';
}

/** The tokens of a part of a text. */
export function tokens(text: string, start: number, end: number): Token[] {
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

/** jsonc-parser's error codes, in words. */
const SYNTAX_ERRORS: Readonly<Record<number, string>> = {
  1: 'invalid symbol', 2: 'invalid number', 3: 'property name expected', 4: 'value expected', 5: 'colon expected', 6: 'comma expected',
  7: 'closing brace expected', 8: 'closing bracket expected', 9: 'end of file expected', 11: 'unexpected end of comment',
  12: 'unexpected end of string', 13: 'unexpected end of number', 14: 'invalid unicode', 15: 'invalid escape', 16: 'invalid character',
};

/** What makes a text no plain JSON, by its tokens and what was wrong when it was parsed. */
export function findProblems(text: string, all: readonly Token[], tree: JsonNode | undefined, errors: readonly ParseError[]): JsonProblem[] {
  const problems: JsonProblem[] = errors.map(({ error, offset, length }) => ({ kind: 'syntax', text: SYNTAX_ERRORS[error] ?? 'invalid JSON', offset, length }));
  if (tree === undefined) {
    if (problems.length === 0) problems.push({ kind: 'syntax', text: 'value expected', offset: 0, length: 0 });
    return problems;
  }
  let comma: Token | undefined;
  for (const token of all) {
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
