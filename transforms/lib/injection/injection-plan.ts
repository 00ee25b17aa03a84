import type * as t from '@babel/types';
import { ancestors, functionOf, isFunction, isMember, keyName, parentOf, siblings, unwrap, walk, wordsOfCall, wrapped, type AnyCall, type Node } from '../ast.ts';
import type { ApiReference } from '../api.ts';
import { functionOfCode, statementToRemove, type CodeFunction } from './code-function.ts';
import { heldBy, isStable, isVisibleOutside, mayBeNothing, readInjection, refuse, type Injection, type InjectionMethod, type Refusal } from './injection.ts';
import { detailsText, spreadText, withoutTab } from './injection-details.ts';
import { sharedNames } from './injection-names.ts';
import { resultsOf, type Results } from './injection-results.ts';
import { activeTabAt, closingAfter, filePath, isClose, tabIdIn } from './injection-tab.ts';
import { freshName, habitsOf, indentLines } from '../layout.ts';
import { moveFromPatterns, moveMember } from '../rename.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Edit } from '../types.ts';

/** Something outside the calls that several of them share, and that changes once, when all of them do. */
interface Anchor {
  /** What identifies it. */
  readonly key: Node;
  readonly name: string;
  /** Every mention of it: all must belong to calls that change. */
  readonly uses: readonly Node[];
  readonly edits: readonly Edit[];
}

/** How one call changes. */
export interface Plan {
  readonly injection: Injection;
  /** Where the active tab must be asked for, how. */
  readonly asks: 'await' | 'statement' | 'expression' | undefined;
  readonly fromEvent: boolean;
  readonly code: CodeFunction | undefined;
  readonly results: Results;
  readonly anchors: readonly Anchor[];
  /** The mentions of anchors in this call. */
  readonly mentions: readonly Node[];
  /** The edits in the call, with its own place in the file as it is, or deeper. */
  edits(tabId: string | undefined, deeper: string): readonly Edit[];
  /** Expressions that are evaluated later than before, where the tab is asked for. */
  readonly deferred: readonly Node[];
}

/** Reads a call and decides how it changes; or says why it cannot. What it shares with other calls is left to {@link edits}. */
export function planOf(script: Script, reference: ApiReference, call: AnyCall, method: InjectionMethod): Plan | Refusal {
  const injection = readInjection(script, reference, call, method);
  if ('refused' in injection) return injection;
  const { tab, tabArgument, detailsArgument, details, shared, options, callback } = injection;
  const callee = calleeOf(script, reference, method);
  if (callee === undefined) return refuse('not-called');
  const removal = withoutTab(injection);
  if (removal === undefined) return refuse('unknown-options', { what: 'a comment stands between its arguments' });

  const promises = reference.root !== 'chrome';
  const results = method === 'executeScript' ? resultsOf(script, call, callback, promises) : NO_RESULTS;
  if ('refused' in results) return results;

  const anchors: Anchor[] = [...(callee.anchor ? [callee.anchor] : [])];
  const mentions: Node[] = callee.anchor ? [unwrap(call.callee as Node)] : [];

  if (tab && mayBeNothing(script, tab)) return refuse('tab-may-be-null', { what: script.textOf(tab) });
  const known = tab ? undefined : activeTabAt(script, call);
  const asks = tab || known ? undefined : formOf(script, injection, promises);
  if (asks !== undefined && reference.namespace === undefined) return refuse('no-tab', { why: 'this file has no name for the extension API here' });

  const file = options.get('file');
  const path = file ? filePath(script, file.value) : undefined;
  if (path && 'refused' in path) return path;

  const code = method === 'executeScript' ? options.get('code') : undefined;
  const source = code && codeSource(script, call, code.value);
  const fn = source && codeFunction(script, injection, source, results.used);
  if (fn && 'refused' in fn) return fn;
  const codeName = source?.held && !source.inline && fn ? source.held.name : undefined;
  if (fn && source?.held) {
    anchors.push(codeAnchor(script, source, fn));
    mentions.push(unwrap(code!.value));
  }
  if (shared) {
    if (fn && (source?.held || fn.args !== undefined)) return refuse('unknown-options', { what: `\`${shared.name}\` holds code that is made elsewhere` });
    const anchor = optionsAnchor(injection, { code: fn, path: path?.path });
    if ('refused' in anchor) return anchor;
    anchors.push(anchor);
    mentions.push(unwrap(detailsArgument));
  }
  for (const anchor of anchors) {
    const binding = anchor.uses[0] && script.binding(anchor.uses[0] as t.Identifier);
    if (binding && isVisibleOutside(script, binding)) return refuse('shared-with', { what: anchor.name });
  }

  const lineEnd = details.end! + /^.*/.exec(script.slice(details.end!, details.end! + 200))![0].length;
  const growth = results.edits.filter(({ start }) => start >= details.end! && start <= lineEnd).reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  return {
    injection, asks, fromEvent: known !== undefined, code: fn, results, anchors, mentions,
    deferred: [...(shared ? [] : [...options.values()].map(({ value }) => value as Node).filter((value) => value !== code?.value)), ...(fn?.values ?? []), ...(callback && !isFunction(unwrap(callback)) ? [callback] : [])],
    edits(asked, deeper) {
      const tabId = tab ? script.textOf(tab) : (known?.id ?? asked!);
      const replaced = shared
        ? script.replace(detailsArgument, spreadText(injection, tabId))
        : script.replace(details, detailsText(injection, { tabId, code: fn, codeName, path: path?.path, growth }, deeper));
      return [...callee.edits, ...removal, replaced, ...results.edits, ...(known?.edits ?? []), ...emptyCallback(injection)];
    },
  };

  function emptyCallback({ callback: given }: Injection): Edit[] {
    const last = call.arguments.at(-1) as Node;
    return given === undefined && last !== detailsArgument && last !== tabArgument ? [{ file: script.path, start: detailsArgument.end!, end: last.end!, text: '' }] : [];
  }
}

const NO_RESULTS: Results = { used: false, edits: [], handlesErrors: false };

// ---- the callee

const NEW_NAMES = { executeScript: 'executeScript', insertCSS: 'insertCSS', removeCSS: 'removeCSS' } as const;

/** How the function's name changes: in place, or where an alias takes it from `tabs`. */
function calleeOf(script: Script, reference: ApiReference, method: InjectionMethod): { readonly edits: readonly Edit[]; readonly anchor?: Anchor } | undefined {
  if (reference.choice) return undefined;
  if (reference.keys[1] !== undefined) {
    const edits = moveMember(script, reference, `tabs.${method}`, `scripting.${method}`);
    return edits && { edits };
  }
  const name = reference.node.type === 'Identifier' ? script.binding(reference.node) : undefined;
  const [declaration] = name?.declarations ?? [];
  if (!name || !declaration || name.declarations.length > 1) return undefined;
  const uses = name.references.map(({ node }) => node as Node);
  const property = declaration.keys?.at(-1)?.property;
  const pattern = property && parentOf(property);
  if (pattern?.type === 'ObjectPattern') {
    const moved = [...moveFromPatterns(script, 'tabs', 'scripting', NEW_NAMES)].find(({ at }) => at.start >= pattern.start! && at.end <= pattern.end!);
    if (!moved?.edits) return undefined;
    return { edits: [], anchor: { key: pattern, name: name.name, uses: moved.names.flatMap((one) => usesOfMember(script, pattern, one)), edits: moved.edits } };
  }
  const alias = declaration.keys?.length === 0 ? script.references('tabs').find(({ node, path }) => path === `tabs.${method}` && node === (declaration.init && unwrap(declaration.init))) : undefined;
  const edits = alias && alias.keys[1] !== undefined ? moveMember(script, alias, `tabs.${method}`, `scripting.${method}`) : undefined;
  return edits && { edits: [], anchor: { key: declaration.node, name: name.name, uses, edits } };
}

function usesOfMember(script: Script, pattern: t.ObjectPattern, name: string): Node[] {
  const member = pattern.properties.find((one): one is t.ObjectProperty => one.type === 'ObjectProperty' && keyName(one) === name);
  const target = member?.value.type === 'AssignmentPattern' ? member.value.left : member?.value;
  return target?.type === 'Identifier' ? (script.binding(target)?.references.map(({ node }) => node as Node) ?? []) : [];
}

// ---- the code

interface CodeSource {
  /** The string. */
  readonly node: Node;
  /** The variable that holds it. */
  readonly held: Binding | undefined;
  /** Whether the variable goes, because only this call, in the same function, uses it. */
  readonly inline: boolean;
}

function codeSource(script: Script, call: Node, value: Node): CodeSource {
  const inner = unwrap(value);
  const held = heldBy(script, inner);
  if (held === undefined) return { node: inner, held: undefined, inline: true };
  const declarator = held.binding.declarations[0]!.node;
  const inline = held.binding.references.length === 1 && functionOf(declarator) === functionOf(call) && functionOf(call) !== undefined && statementToRemove(declarator) !== undefined;
  return { node: held.value, held: held.binding, inline };
}

function codeFunction(script: Script, { call, reference }: Injection, source: CodeSource, used: boolean): CodeFunction | Refusal {
  const place = source.inline ? call : source.node;
  const local = functionOfCode(script, source.node, used, place);
  if ('refused' in local) return local.refused === 'dynamic-code' && source.held ? refuse('dynamic-code', { what: source.held.name }) : local;
  const shared = sharedNames(script, call, local.declares);
  const fn = shared.length === 0 ? local : functionOfCode(script, source.node, used, place, shared);
  if ('refused' in fn) return fn;
  const bound = fn.reads[0] ?? shared.find((name) => fn.declares.includes(name));
  if (bound !== undefined) return refuse('shared-names', { what: bound });
  if (source.held === undefined) return fn;
  if (source.held.declarations[0]!.id.typeAnnotation) return refuse('dynamic-code', { what: source.held.name });
  if (fn.named && !source.inline) return refuse('shared-with', { what: source.held.name });
  // The values are put in at the call now, no longer where the string is made.
  const visible = fn.values.every((value) => isStable(script, value) && meansTheSame(script, value, call));
  return visible || fn.args === undefined ? fn : refuse('code-moves', { what: source.held.name, api: reference.path });
}

/** Whether the names in an expression mean the same at another place. */
function meansTheSame(script: Script, expression: Node, place: Node): boolean {
  const scope = script.scopes!.scopeOf(place);
  return !script.scopes!.bindings.some((binding) =>
    binding.references.some(({ node }) => node.start! >= expression.start! && node.end! <= expression.end!) && scope.lookup(binding.name) !== binding);
}

function codeAnchor(script: Script, { node, held, inline }: CodeSource, fn: CodeFunction): Anchor {
  const declarator = held!.declarations[0]!.node;
  const uses = held!.references.map((use) => use.node as Node);
  const statement = inline ? statementToRemove(declarator)! : undefined;
  const edits = statement ? [removeStatement(script, statement)] : [script.replace(node, fn.text(script.indentAt(node.start!)))];
  return { key: declarator, name: held!.name, uses, edits };
}

/** Takes a statement away, with its line where it stands alone on it. */
function removeStatement(script: Script, statement: Node): Edit {
  const { text } = script.file;
  const line = text.lastIndexOf('\n', statement.start! - 1) + 1;
  const end = /^[ \t]*\r?\n/.exec(text.slice(statement.end!));
  const alone = text.slice(line, statement.start!).trim() === '' && end;
  return { file: script.path, start: alone ? line : statement.start!, end: statement.end! + (alone ? end[0].length : 0), text: '' };
}

// ---- options in a variable

function optionsAnchor(injection: Injection, known: { readonly code: CodeFunction | undefined; readonly path: string | undefined }): Anchor | Refusal {
  const { script, shared, options, details } = injection;
  for (const name of ['allFrames', 'frameId']) {
    const value = options.get(name)?.value;
    if (value && unwrap(value).type !== 'BooleanLiteral' && unwrap(value).type !== 'NumericLiteral') return refuse('unknown-options', { what: `\`${shared!.name}\` holds a \`${name}\` of its own` });
  }
  if (shared!.declarations[0]!.id.typeAnnotation) return refuse('unknown-options', { what: `\`${shared!.name}\` has a type of its own` });
  return {
    key: shared!.declarations[0]!.node, name: shared!.name, uses: shared!.references.map(({ node }) => node as Node),
    edits: [script.replace(details, detailsText(injection, { tabId: undefined, codeName: undefined, ...known }, ''))],
  };
}

// ---- asking for the tab

/** How the active tab can be asked for before a call. */
function formOf(script: Script, { call, callback }: Injection, promises: boolean): 'await' | 'statement' | 'expression' {
  const outer = wrapped(call);
  const parent = parentOf(outer);
  if (parent?.type === 'AwaitExpression' && isFirstInStatement(parent)) return 'await';
  if (parent?.type === 'ExpressionStatement' && (callback !== undefined || !promises || habitsOf(script).modern)) return 'statement';
  return 'expression';
}

/** Whether a statement, one of a list, begins by waiting for an expression. */
function isFirstInStatement(awaited: Node): boolean {
  const outer = wrapped(awaited);
  const parent = parentOf(outer);
  switch (parent?.type) {
    case 'ExpressionStatement':
    case 'ReturnStatement':
      return siblings(parent) !== undefined;
    case 'VariableDeclarator': {
      const declaration = parentOf(parent);
      return declaration?.type === 'VariableDeclaration' && declaration.declarations[0] === parent && siblings(declaration) !== undefined;
    }
    case 'AssignmentExpression':
      return parent.right === outer && parentOf(parent)?.type === 'ExpressionStatement' && siblings(parentOf(parent)!) !== undefined;
    default:
      return false;
  }
}

/** Plans that change together, with all their edits; or why they cannot. */
export type Outcome = { readonly plans: readonly Plan[] } & ({ readonly edits: readonly Edit[]; readonly refusal?: undefined } | { readonly refusal: Refusal });

/** Changes plans together. Calls that only would have shared a query go their own ways where one of them cannot take part. */
export function edits(script: Script, plans: readonly Plan[]): Outcome[] {
  const all = editsOf(script, plans);
  if (!('refused' in all)) return [{ plans, edits: all }];
  if (plans.length === 1 || plans.some(({ anchors }) => anchors.length > 0)) return [{ plans, refusal: all }];
  return plans.flatMap((plan) => edits(script, [plan]));
}

function editsOf(script: Script, plans: readonly Plan[]): Edit[] | Refusal {
  const anchors = new Map<Node, Anchor>();
  for (const { anchors: own, results } of plans) {
    for (const anchor of own) {
      const earlier = anchors.get(anchor.key);
      // The function returns its result where one of the calls uses it.
      if (earlier === undefined || results.used) anchors.set(anchor.key, anchor);
    }
  }
  const methods = new Set(plans.filter(({ injection }) => injection.shared).map(({ injection }) => injection.method === 'executeScript'));
  if (methods.size > 1) return refuse('shared-with', { what: plans.find(({ injection }) => injection.shared)!.injection.shared!.name });
  const mentions = new Set(plans.flatMap((plan) => plan.mentions));
  for (const { uses, name } of anchors.values()) if (uses.some((use) => !mentions.has(use))) return refuse('shared-with', { what: name });
  const all: Edit[] = [...anchors.values()].flatMap((anchor) => anchor.edits);
  for (const run of runsOf(plans)) {
    const own = run.length === 1 && run[0]!.asks === undefined ? run[0]!.edits(undefined, '') : askFirst(script, run);
    if ('refused' in own) return own;
    all.push(...own);
  }
  return all;
}

/** Calls that are statements one after the other ask for the tab once. */
function runsOf(plans: readonly Plan[]): Plan[][] {
  const runs: Plan[][] = [];
  for (const plan of plans) {
    const last = runs.at(-1)?.at(-1);
    if (last?.asks === 'statement' && plan.asks === 'statement' && follows(last, plan)) runs.at(-1)!.push(plan);
    else runs.push([plan]);
  }
  return runs;
}

/** Whether a call is the statement right after another. */
export function follows(first: Plan, second: Plan): boolean {
  const [one, two] = [first, second].map(({ injection }) => parentOf(wrapped(injection.call))!) as [t.Statement, t.Statement];
  const list = siblings(one);
  return list !== undefined && list[list.indexOf(one) + 1] === two && first.injection.reference.namespace === second.injection.reference.namespace;
}

function askFirst(script: Script, run: readonly Plan[]): Edit[] | Refusal {
  const [first] = run as [Plan, ...Plan[]];
  const { call, callback, reference } = first.injection;
  const moved = run.flatMap(({ deferred }) => deferred);
  const unstable = moved.find((value) => !isStable(script, value));
  if (unstable) return refuse('no-tab', { why: `\`${script.textOf(unstable)}\` may have another value when the answer comes` });
  const written = moved.flatMap(membersIn).find((member) => isWrittenAfter(script, member, call));
  if (written) return refuse('no-tab', { why: `\`${script.textOf(written)}\` gets another value before the answer comes` });
  const query = `${reference.namespace!}.tabs.query({${habitsOf(script).brace}active: true, currentWindow: true${habitsOf(script).brace}}`;
  if (first.asks === 'await') return askAndWait(script, first, `${query})`);
  const words = new Set(moved.flatMap((node) => [...wordsOfCall(node)]));
  if (words.has('arguments')) return refuse('no-tab', { why: 'it uses `arguments`' });
  const promises = reference.root !== 'chrome' && callback === undefined;
  const { modern } = habitsOf(script);
  const last = first.asks === 'statement' ? parentOf(wrapped(run.at(-1)!.injection.call))! : call;
  const closing = closingAfter(script, call);
  const close = closing && closeRightAfter(script, last, closing);
  if (closing && !close) return refuse('page-closes', { what: script.textOf(closing) });
  const begin = first.asks === 'statement' ? parentOf(wrapped(call))! : call;
  const end = close ?? last;
  const arrow = modern || promises || words.has('this');
  const wrappedNodes = first.asks === 'statement' ? run.map(({ injection }) => parentOf(wrapped(injection.call))!) : [call];
  const name = freshName(wrappedNodes, ...(arrow ? ['tab', 'activeTab', 'currentTab'] : ['tabs', 'activeTabs', 'found']));
  const tabId = tabIdIn(script, arrow ? name : `${name}[0]`);
  const parameter = arrow ? `([${name}]) =>` : `${habitsOf(script).keyword}(${name})`;
  const head = promises ? `${query}).then(${parameter} ` : `${query}, ${parameter} `;
  const indent = script.indentAt(begin.start!);
  const deeper = script.style.indent;
  if (first.asks === 'expression' && arrow) {
    if (!promises || fits(script, call, head)) return [script.insert(begin.start!, head), ...first.edits(tabId, ''), script.insert(end.end!, ')')];
    const own = first.edits(tabId, deeper);
    return [script.insert(begin.start!, `${query})\n${indent}${deeper}.then(${parameter} `), ...own, ...indentLines(script, begin.start!, end.end!, own), script.insert(end.end!, ')')];
  }
  const body = run.flatMap((plan) => plan.edits(tabId, deeper));
  const lines = [...indentLines(script, begin.start!, end.end!, body)];
  const semicolon = first.asks === 'statement' ? script.style.semicolon : '';
  return [script.insert(begin.start!, `${head}{\n${indent}${deeper}`), ...body, ...lines, script.insert(end.end!, `\n${indent}})${semicolon}`)];
}

/** Whether the line that a call begins on has room for more before it. */
function fits(script: Script, call: Node, head: string): boolean {
  const { text } = script.file;
  const line = text.slice(text.lastIndexOf('\n', call.start!) + 1).split(/\r?\n/, 1)[0]!;
  return line.length + head.length + 'scripting'.length <= Math.max(100, habitsOf(script).width);
}

function askAndWait(script: Script, plan: Plan, query: string): Edit[] {
  const { call } = plan.injection;
  let statement: Node = call;
  while (siblings(statement) === undefined) statement = parentOf(statement)!;
  const name = freshName(functionOf(call) ?? script.program!, 'tab', 'activeTab', 'currentTab');
  const line = `const [${name}] = await ${query}${script.style.semicolon}\n${script.indentAt(statement.start!)}`;
  return [script.insert(statement.start!, line), ...plan.edits(tabIdIn(script, name), '')];
}

/** `window.close()` as the very next statement: it can wait for the answer too. */
function closeRightAfter(script: Script, statement: Node, closing: Node): Node | undefined {
  const list = siblings(statement);
  const next = list?.[list.indexOf(statement as t.Statement) + 1];
  return next?.type === 'ExpressionStatement' && unwrap(next.expression) === closing && isClose(script, closing) ? next : undefined;
}

function membersIn(value: Node): Node[] {
  const members: Node[] = [];
  walk(value, (node) => {
    if (isMember(node)) members.push(node);
    return !isMember(node);
  });
  return members;
}

/** Whether later code of the same function gives a property another value: `input.value = ''`. */
function isWrittenAfter(script: Script, member: Node, call: Node): boolean {
  const text = script.textOf(member).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const fn = functionOf(call) ?? script.program!;
  return new RegExp(`(?<![\\w$.])${text}\\s*([-+*/|&^%]|\\?\\?|\\|\\||&&|<<|>>>?)?=(?!=)`).test(script.slice(call.end!, fn.end!));
}

/** Whether a call stands in the callback of another one that asks for the tab first: then the tab will be there. */
export function isInside(inner: Plan, outer: Plan): boolean {
  const { callback } = outer.injection;
  return outer !== inner && callback !== undefined && [...ancestors(inner.injection.call)].includes(callback);
}
