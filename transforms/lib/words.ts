import { functionName, functionOf, type FunctionNode, type Node } from './ast.ts';
import type { Script } from './script.ts';
import type { Delay, Turn, Turns } from './turns.ts';

/** A turn as a sentence names it: "`runtime.onMessage`", "a timer". */
export function turnWords({ origin, delay }: Turn): string {
  if (origin === 'start') return delay === undefined ? 'start-up' : DELAYS[delay];
  if (origin === 'unknown') return 'code that is called from elsewhere';
  if (origin === 'dom') return 'an event of the page';
  return `\`${eventWords(origin)}\``;
}

/** An event, or those that it may be, between the signs of code. */
export function eventWords(event: string): string {
  return event.replaceAll('|', '` or `');
}

const DELAYS: Readonly<Record<Delay, string>> = {
  await: 'start-up, after an `await`',
  promise: 'a promise of the start-up',
  callback: 'a callback of the start-up',
  timer: 'a timer',
  load: 'the `load` event',
  event: 'an event of an object',
  unknown: 'a callback',
};

/** When delayed code runs, as an adverb: "after an `await`". */
export const WHEN: Readonly<Record<Delay, string>> = {
  await: 'after an `await`',
  promise: 'in a promise\'s continuation',
  callback: 'in a callback of an extension API',
  timer: 'in a timer',
  load: 'when the page has loaded',
  event: 'in an event of another object',
  unknown: 'in a callback',
};

/** The first line of a piece of code, short enough for a message; members on lines of their own (`window⏎.setTimeout()`) stand on it. */
export function snippet(script: Script, node: Node, length = 60): string {
  return shortened(script.textOf(node).replace(/^([\w$.]+)\s*\n\s*(?=\??\.)/, '$1').split(/\r?\n/, 1)[0]!.trim(), length);
}

/** A text, cut where it is long. */
export function shortened(text: string, length = 60): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** Names in code style, the first of many: "`a`, `b` and `c`", "`a`, `b`, `c` and 4 more". */
export function listed(names: readonly string[]): string {
  const [last, ...others] = names.map((name) => `\`${name}\``).reverse();
  if (others.length === 0) return last ?? '';
  if (names.length <= 4) return `${others.reverse().join(', ')} and ${last}`;
  return `${names.slice(0, 3).map((name) => `\`${name}\``).join(', ')} and ${names.length - 3} more`;
}

/** All parts of a list: "a", "a, b and c". */
export function joined(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** A place as a sentence names it: "background.js:12". */
export function placeWords(script: Script, node: Node): string {
  return `${script.path}:${script.file.origin(node.start!).line}`;
}

/** The line of a place as a finding in some script names it: "12", "12 of `background.js`" where it stands in another. */
export function lineFrom(here: Script, { script, node }: { readonly script: Script; readonly node: Node }): string {
  const line = String(script.file.origin(node.start!).line);
  return script.path === here.path ? line : `${line} of \`${script.path}\``;
}

/** A function as a sentence names it: "`load` (background.js:3)". */
export function functionWords(fn: FunctionNode, turns: Turns): string {
  const name = functionName(fn);
  return `${name === undefined ? 'a function' : `\`${name}\``} (${placeWords(turns.scriptOf(fn), fn)})`;
}

/** Why a place is left to a person, at the end of a message; nothing where that is not told. */
export function because(reason: string | undefined): string {
  return reason === undefined ? '' : ` (not changed here: ${reason})`;
}

/** The function without a caller from which a place is reached, and where it stands. */
export function uncalledWords(place: Node, turns: Turns): string {
  const seen = new Set<Node>();
  let fn = functionOf(place)!;
  for (let up: FunctionNode | undefined = fn; up !== undefined && !seen.has(up);) {
    seen.add((fn = up));
    const [caller] = turns.callersOf(fn);
    up = caller !== undefined || functionName(fn) === undefined ? functionOf(caller ?? fn) : undefined;
  }
  return functionWords(fn, turns);
}
