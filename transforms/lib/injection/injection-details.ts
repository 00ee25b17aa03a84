import type * as t from '@babel/types';
import { ancestors, isCall, isFunction, isMember, isWithin, keyName, parentOf, stringValue, unwrap, wrapped, type Node } from '../ast.ts';
import type { CodeFunction } from './code-function.ts';
import { isLiteral, type Injection } from './injection.ts';
import { commentsBetween, habitsOf, movedText, objectText, type Part } from '../layout.ts';
import type { Script } from '../script.ts';
import type { Edit } from '../types.ts';

/** What is known of an injection beyond its own text. */
export interface Known {
  /** The tab's id as code; undefined for options that calls share, which have no target. */
  readonly tabId: string | undefined;
  readonly code: CodeFunction | undefined;
  /** The variable that holds the function, where it does not stand in the call. */
  readonly codeName: string | undefined;
  /** Instead of the value of `file`. */
  readonly path: string | undefined;
  /** The columns that what follows the options on their line is about to get. */
  readonly growth?: number;
}

/** The options of `scripting.executeScript` and its kin in place of those of Manifest V2. `deeper` is indentation that the call is about to get. */
export function detailsText(injection: Injection, known: Known, deeper: string): string {
  const { script, details, tabArgument, shared } = injection;
  const { text } = script.file;
  const [first] = details.properties;
  const last = details.properties.at(-1)!;
  const lineOf = (offset: number): number => text.lastIndexOf('\n', offset - 1);
  const drawnUp = shared === undefined && isDrawnUp(injection);
  const multiline = text.slice(details.start!, first!.start!).includes('\n');
  const start = drawnUp ? openingOf(injection) : shared === undefined ? (tabArgument ?? details).start! : details.start!;
  const closing = lineOf(details.end! - 1) >= last.end! ? details.end! - 1 : start;
  const base = deeper + script.indentAt(multiline && !drawnUp ? closing : start);
  const habits = habitsOf(script);
  const after = /^.*/.exec(text.slice(details.end!, details.end! + 200))![0].length;
  const used = start - lineOf(start) - 1 + deeper.length + (known.growth ?? 0) + (shared ? 0 : 'scripting'.length - 'tabs'.length) + after;
  const { parts, rest, opening } = partsOf(injection, known, deeper);
  return objectText(script, parts, {
    indent: base,
    inner: multiline ? (drawnUp ? base + script.style.indent : deeper + script.indentAt(first!.start!)) : undefined,
    brace: multiline || details.properties.length === 0 ? habits.brace : text[details.start! + 1] === ' ' ? ' ' : '',
    trailingComma: multiline ? /,\s*$/.test(text.slice(last.end!, details.end! - 1).replace(/\/\/.*|\/\*[^]*?\*\//g, '')) : habits.trailingComma,
    room: habits.width - used,
    rest,
    opening,
  });
}

/** The argument for options that stand in a variable: the target, and what the variable holds. */
export function spreadText(injection: Injection, tabId: string): string {
  const { brace } = habitsOf(injection.script);
  return `{${brace}${targetText(injection, tabId)}, ...${injection.script.textOf(injection.detailsArgument)}${brace}}`;
}

function targetText({ script, details, options, shared }: Injection, tabId: string): string {
  const brace = shared || script.slice(details.start!, details.end!).includes('\n') ? habitsOf(script).brace : script.file.text[details.start! + 1] === ' ' ? ' ' : '';
  const parts = [tabId === 'tabId' ? tabId : `tabId: ${tabId}`];
  const frame = options.get('frameId');
  const all = options.get('allFrames');
  if (frame) parts.push(`frameIds: [${script.textOf(frame.value)}${isGiven(script, frame.value) ? '' : ' ?? 0'}]`);
  else if (all && !isLiteral(all.value, false)) parts.push(all.shorthand ? 'allFrames' : `allFrames: ${script.textOf(all.value)}`);
  return `target: {${brace}${parts.join(', ')}${brace}}`;
}

/** Whether a frame's id is surely there: without one, Manifest V2 took the top frame. */
function isGiven(script: Script, value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'NumericLiteral') return true;
  if (inner.type === 'LogicalExpression') return inner.operator !== '&&' && isGiven(script, inner.right);
  if (inner.type === 'ConditionalExpression') return isGiven(script, inner.consequent) && isGiven(script, inner.alternate);
  const text = script.textOf(inner);
  if (/(^|\.)(sender|details|frame)\.frameId$/.test(text)) return true;
  for (const up of ancestors(value)) {
    if (up.type === 'IfStatement' && isWithin(value, up.consequent) && script.textOf(up.test) === text) return true;
  }
  const root = isMember(inner) ? unwrap(inner.object) : inner;
  const [declaration] = (root.type === 'Identifier' && script.binding(root)?.declarations) || [];
  const pattern = declaration && root === inner ? parentOf(declaration.id) : undefined;
  if (pattern?.type === 'AssignmentPattern') return isGiven(script, pattern.right);
  const call = isFunction(declaration?.node) ? parentOf(wrapped(declaration.node)) : undefined;
  return isCall(call) && /^web(Navigation|Request)\./.test(script.api(unwrap(call.callee as Node))?.names.join('.') ?? '');
}

function partsOf(injection: Injection, known: Known, deeper: string): { readonly parts: Part[]; readonly rest: string[]; readonly opening: string[] } {
  const { script, details } = injection;
  const parts: Part[] = [];
  const { tabId } = known;
  const target: string[] = [];
  if (tabId !== undefined) parts.push({ text: () => targetText(injection, tabId), before: target });
  // Comments stay with their property; those of a property that goes wait for the next one, or follow it into the target.
  let waiting: string[] = [];
  let from = details.start! + 1;
  const textsOf = (comments: readonly t.Comment[]): string[] => comments.map(({ start, end }) => script.slice(start!, end!));
  // What stands beside the brace is about the whole.
  const lineEnd = script.file.text.indexOf('\n', from);
  const beside = commentsBetween(script, from, Math.min(details.properties[0]?.start ?? details.end!, lineEnd === -1 ? details.end! : lineEnd));
  const opening = beside.length > 0 && /^[ \t]*\r?\n/.test(script.file.text.slice(beside.at(-1)!.end!)) ? beside : [];
  from = opening.at(-1)?.end ?? from;
  for (const [index, member] of details.properties.entries()) {
    const next = details.properties[index + 1];
    const before = textsOf(commentsBetween(script, from, member.start!));
    const lineEnd = script.file.text.indexOf('\n', member.end!);
    const after = commentsBetween(script, member.end!, Math.min(next?.start ?? details.end!, lineEnd === -1 ? details.end! : lineEnd));
    from = after.at(-1)?.end ?? member.end!;
    waiting.push(...before);
    const own = member.type === 'ObjectProperty' ? partFor(injection, known, member, deeper) : [];
    for (const [at, part] of own.entries()) {
      const isLast = at === own.length - 1;
      parts.push({ text: part.text, ...(at === 0 ? { before: waiting } : {}), ...(isLast && after.length > 0 ? { after: textsOf(after).join(' ') } : {}) });
      if (at === 0) waiting = [];
    }
    if (own.length > 0) continue;
    waiting.push(...textsOf(after));
    if (member.type !== 'ObjectProperty' || !/^(allFrames|frameId)$/.test(keyName(member) ?? '') || tabId === undefined) continue;
    target.push(...waiting);
    waiting = [];
  }
  waiting.push(...textsOf(commentsBetween(script, from, details.end!)));
  return { parts, rest: waiting, opening: textsOf(opening) };
}

/** What takes the place of one option; nothing for what moves into the target or has no counterpart. */
function partFor({ script, method, options, details }: Injection, known: Known, member: Injection['details']['properties'][number], deeper: string): Part[] {
  const name = [...options].find(([, property]) => property === member)?.[0];
  if (name === undefined) return [];
  const { value } = options.get(name)!;
  const moved = (indent: string): string => movedText(script, value, script.slice(details.start!, member.start!).includes('\n') ? deeper + script.indentAt(value.start!) : indent);
  switch (name) {
    case 'file':
      return [{ text: (indent) => `files: [${known.path === undefined ? moved(indent) : script.quote(known.path)}]` }];
    case 'code': {
      if (method !== 'executeScript') return [{ text: (indent) => (unwrap(value).type === 'Identifier' && script.textOf(value) === 'css' ? 'css' : `css: ${moved(indent)}`) }];
      const { code, codeName } = known;
      const args = code?.args;
      const fn: Part = { text: (indent) => (codeName === 'func' ? 'func' : `func: ${codeName ?? code!.text(indent)}`) };
      return args === undefined ? [fn] : [fn, { text: () => `args: ${args}` }];
    }
    case 'runAt':
      return method === 'executeScript' && stringValue(value) === 'document_start' ? [{ text: () => 'injectImmediately: true' }] : [];
    case 'cssOrigin':
      return [{ text: () => `origin: ${script.quote(stringValue(value)!.toUpperCase())}` }];
    default:
      return [];
  }
}

/** Where the first argument could begin: after the call's parenthesis. */
function openingOf({ script, call }: Injection): number {
  const after = call.typeParameters ?? (call as { typeArguments?: Node }).typeArguments ?? call.callee;
  return script.file.text.indexOf('(', (after as Node).end!) + 1;
}

/** Whether the arguments begin on a line of their own: the options, alone or with what follows on their last line, are drawn up to the parenthesis. */
function isDrawnUp(injection: Injection): boolean {
  const { script, tabArgument, detailsArgument, callback } = injection;
  const lead = script.slice(openingOf(injection), (tabArgument ?? detailsArgument).start!);
  const between = tabArgument ? script.slice(tabArgument.end!, detailsArgument.start!) : ',';
  return /^\s*\n\s*$/.test(lead) && /^\s*,\s*$/.test(between) && (callback === undefined || !script.slice(detailsArgument.end!, callback.start!).includes('\n'));
}

/** Takes the tab's argument away; undefined where a comment stands in the way. */
export function withoutTab(injection: Injection): Edit[] | undefined {
  const { script, tabArgument, detailsArgument, shared } = injection;
  const edit = (start: number, end: number): Edit => ({ file: script.path, start, end, text: '' });
  if (shared === undefined && isDrawnUp(injection)) return [edit(openingOf(injection), detailsArgument.start!)];
  if (!tabArgument) return [];
  const comma = /^\s*,\s*/.exec(script.slice(tabArgument.end!, tabArgument.end! + 500));
  return comma ? [edit(tabArgument.start!, tabArgument.end! + comma[0].length)] : undefined;
}
