import type { Node } from './ast.ts';
import type { Script } from './script.ts';

/** Why something is not done: words that follow "not changed, because". */
export class Refusal extends Error {}

/** What a function gives, or the refusal that it throws. */
export function orRefusal<T>(compute: () => T): T | Refusal {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** A line as a reason names it, with its file: a finding in that file leaves the file out. */
export function lineOf({ file, path }: Script, node: Node): string {
  return `line ${file.origin(node.start!).line} of \`${path}\``;
}

/** A text of a finding without the finding's own file. */
export function withoutOwnFile(text: string, path: string): string {
  return text.split(` of \`${path}\``).reduce((before, after) => `${before}${/\bline \d+$/.test(before) ? '' : ` of \`${path}\``}${after}`);
}
