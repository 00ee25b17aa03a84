import type * as t from '@babel/types';
import { isCall, isMember, memberName, parentOf, unwrap, wrapped, type Node } from '../ast.ts';
import { useAround } from '../dom-kinds.ts';
import type { Extension } from '../extension.ts';
import { isTest } from '../guarded.ts';
import { isAnalysed } from '../input.ts';
import type { Insertions } from '../insertions.ts';
import { COMPUTED, keyAt, NONE } from '../item-keys.ts';
import { freshName, habitsOf, namespaceOf, startWithComments } from '../layout.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { turnsOf } from '../turns.ts';
import { snippet } from '../words.ts';
import { storeChanges } from './storing.ts';

/** A mention of `localStorage`. */
export interface StorageUse {
  readonly script: Script;
  readonly node: Node;
}

/** What pages write to `localStorage` for a background that only reads it. */
export interface PageItems {
  /** What the background reads of it. */
  readonly uses: readonly StorageUse[];
  /** The scripts of pages that write. */
  readonly writers: readonly Writer[];
}

interface Writer {
  readonly script: Script;
  readonly writes: readonly Node[];
}

/**
 * What pages share with the background, where only they write it.
 * @param sharers the scripts of pages that use the same items
 * @throws Refusal where the background writes some of it as well, or a page uses it in ways that are not followed
 */
export function pageItemsOf(uses: readonly StorageUse[], sharers: readonly Script[], extension: Extension): PageItems {
  const keys = new Set(sharers.flatMap((script) => script.globals('localStorage').map((node) => keyAt(node) ?? COMPUTED)));
  const isWhole = keys.has(COMPUTED) || sharers.some((script) => script.globals('localStorage').some((node) => keyAt(node) === NONE && !isTest(node)));
  const shared = uses.some(({ node }) => keyOf(node) === COMPUTED) || isWhole ? uses : uses.filter(({ node }) => keys.has(keyOf(node)) || keyOf(node) === NONE);
  const [sharer] = sharers as readonly [Script, ...Script[]];
  for (const { script, node } of shared) if (writeAt(node) !== undefined) throw new Refusal(`\`${sharer.path}\` uses what the background writes in \`${snippet(script, useAround(node))}\``);
  const writers = sharers.map((script) => ({ script, writes: script.globals('localStorage').flatMap((node) => assertFollowed(script, node) ?? []) })).filter(({ writes }) => writes.length > 0);
  const written = new Set(writers.flatMap(({ script }) => script.globals('localStorage').flatMap((node) => (writeAt(node) === undefined ? [] : [keyOf(node)]))));
  for (const { node } of shared) if (keyOf(node) !== NONE && !written.has(keyOf(node)) && !written.has(COMPUTED) && (keyOf(node) !== COMPUTED || written.size === 0)) throw new Refusal(keyOf(node) === COMPUTED ? 'nothing in sight writes what it reads' : `nothing in sight writes \`${keyOf(node)}\``);
  for (const { script } of writers) assertOwnPage(script, extension);
  assertHeardInTime(shared, writers, extension);
  return { uses: shared, writers };
}

function keyOf(node: Node): string {
  return keyAt(node) ?? COMPUTED;
}

/** The assignment, update, deletion or call by which a mention of `localStorage` changes it. */
export function writeAt(node: Node): Node | undefined {
  const outer = wrapped(node);
  const member = parentOf(outer);
  if (!isMember(member) || member.object !== outer) return undefined;
  const up = parentOf(wrapped(member));
  if (isCall(up) && up.callee === wrapped(member)) return /^(setItem|removeItem|clear)$/.test(memberName(member) ?? '') ? up : undefined;
  const isTarget = up?.type === 'UpdateExpression' || (up?.type === 'UnaryExpression' && up.operator === 'delete') || (up?.type === 'AssignmentExpression' && up.left === wrapped(member));
  return isTarget ? up : undefined;
}

/** @returns what has to be followed by a copy, where a page writes @throws Refusal where it is not seen what a page does with its `localStorage` */
function assertFollowed(script: Script, node: Node): Node | undefined {
  const outer = wrapped(node);
  const member = parentOf(outer);
  const refusal = new Refusal(`\`${snippet(script, useAround(node))}\` in \`${script.path}\` is not followed`);
  if (isTest(node)) return undefined;
  if (!isMember(member) || member.object !== outer) {
    const callee = isCall(member) ? unwrap(member.callee as Node) : undefined;
    const isRead = (member?.type === 'ForInStatement' && member.right === outer) || member?.type === 'SpreadElement' || (isMember(callee) && /^(Object\.(keys|values|entries)|JSON\.stringify)$/.test(script.textOf(callee)));
    if (!isRead) throw refusal;
    return undefined;
  }
  const write = writeAt(node);
  const up = parentOf(wrapped(member));
  const name = memberName(member);
  if (write !== undefined) return node;
  if (isCall(up) && up.callee === wrapped(member)) {
    if (!/^(getItem|key|hasOwnProperty)$/.test(name ?? '')) throw refusal;
  } else if (/^(setItem|removeItem|clear|getItem|key|hasOwnProperty)$/.test(name ?? '') || /^(Array|Rest|Assignment)(Pattern|Element)$/.test(up?.type ?? '') || (up?.type === 'ObjectProperty' && parentOf(up)?.type === 'ObjectPattern') || ((up?.type === 'ForInStatement' || up?.type === 'ForOfStatement') && up.left === wrapped(member))) throw refusal;
  return undefined;
}

/** Refuses a script of which `localStorage` may be another one than the extension's own, or that ends before what it stores is heard of. */
function assertOwnPage(script: Script, extension: Extension): void {
  if (!script.file.editable || script.inline || script.realms.length === 0 || script.realms.some(({ kind }) => kind !== 'page')) throw new Refusal(`\`${script.path}\` uses it, too`);
  const open = resourcesOf(extension);
  const framed = script.realms.find(({ name }) => open.some((pattern) => pattern.test(name)));
  if (framed !== undefined) throw new Refusal(`\`${framed.name}\`, which uses it, too, may be a frame of a website, where it has a \`localStorage\` of its own`);
  for (const one of script.realms.flatMap(({ scripts }) => scripts)) {
    if (/unload\b|pagehide\b|visibilitychange\b/.test(one.text)) throw new Refusal(`\`${one.path}\` may write it as its page is closed`);
    // The storage of Firefox is written by the page itself, which has to be there.
    if (extension.hasFirefox && LEAVING.test(one.text)) throw new Refusal(`\`${one.path}\` may leave its page before what it writes is stored`);
    if (/\b(getBackgroundPage|getViews|BroadcastChannel|serviceWorker|SharedWorker)\b/.test(one.text)) throw new Refusal(`\`${one.path}\`, of the page that writes it, uses the background at once`);
  }
}

/** How a page ends, or is ended. */
const LEAVING = /\bclose\s*\(|\blocation\s*=|\blocation\.(href\s*=|search\s*=|reload|replace|assign)|\b(tabs|windows)\.(remove|update)\b|\bruntime\.reload\b|\bhistory\.(back|forward|go)\b|\.(submit|click)\s*\(\s*\)/;

/** The files that a website may have in a frame, as patterns. */
function resourcesOf({ manifest }: Extension): readonly RegExp[] {
  const listed = manifest.value(['web_accessible_resources']);
  const patterns = (Array.isArray(listed) ? listed : []).flatMap((one: unknown) => (typeof one === 'string' ? [one] : ((one as { resources?: unknown } | null)?.resources ?? []) as unknown[]));
  return patterns.filter((one) => typeof one === 'string').map((one) => new RegExp(`^/?${one.replace(/^\//, '').replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '.*')}$`));
}

// ---- what comes sooner than the change

/** What of a page's calls one listener may hear. */
const FAMILIES: readonly (readonly [calls: RegExp, events: RegExp])[] = [
  [/^(runtime|extension)\.|^tabs\.(send|connect|execute)|^scripting\b/, /^(runtime|extension|unknown|dom)\b/],
  [/^(tabs|windows|sessions|search|downloads|identity|runtime\.openOptionsPage)\b/, /^(tabs|windows|web|history|sessions|unknown|dom)/],
];

/** What of a page's code, beside calls of extension APIs, listeners to some events may hear. */
const HEARD: readonly (readonly [code: RegExp, events: RegExp])[] = [
  [/\bopen(?=\s*\()|\blocation\b/, /^(tabs|windows|web|history|sessions)/],
  [/\bclose(?=\s*\()/, /^(sessions\b|(tabs|windows)\.on(Removed|\w*Activ|\w*Selection|Highlight|Focus))/],
  [/\b(fetch|XMLHttpRequest|ajax|axios|getJSON|sendBeacon|WebSocket|EventSource|submit|href|src)\b|\$\.(get|post)\b|\.(load|click)(?=\s*\()/, /^web/],
  [/\bpostMessage(?=\s*\()/, /^(runtime|extension|unknown|dom)\b/],
];

/** The calls by which a background asks others, and goes on when they have answered. */
const ASKING = /\b(sendMessage|sendRequest|connect|postMessage)\b/;

/** Refuses where a page does what a listener hears of that reads what the page may just have written: `storage.local` is not the first to tell it. */
function assertHeardInTime(uses: readonly StorageUse[], writers: readonly Writer[], { background, files }: Extension): void {
  const component = [...files.keys()].find((path) => /\.(vue|svelte|astro)$/.test(path));
  if (component !== undefined) throw new Refusal(`\`${component}\`, which may be a part of the page that writes it, was not read`);
  const isAsking = background!.scripts.some(({ text }) => ASKING.test(text));
  const turns = turnsOf(background!);
  const origins = new Set(uses.flatMap(({ node }) => turns.turnsAt(node).map(({ origin }) => origin)));
  for (const script of new Set(writers.flatMap(({ script: { realms } }) => realms.flatMap(({ scripts }) => scripts)))) {
    const refuse = (what: string): never => {
      throw new Refusal(`the background may read what \`${script.path}\` writes when it hears of \`${what}\`, which comes sooner`);
    };
    if (!isAnalysed(script) || script.program === undefined) {
      if (/\b(chrome|browser)\b|\bopen\s*\(/.test(script.text)) throw new Refusal(`\`${script.path}\`, of the page that writes it, was not read`);
      continue;
    }
    for (const { path, names, pattern } of script.apiReferences) {
      const method = names.at(-1) ?? '';
      if (isAsking && /^(runtime|extension)\.on(Message|Request|Connect)\b/.test(path)) throw new Refusal(`the background may read what \`${script.path}\` writes when it hears of the answer of \`${path}\`, which comes sooner`);
      if (pattern || /^i18n\b/.test(path) || (names[0] !== 'search' && /^(get|query|search|on[A-Z]|lastError$|id$)/.test(method)) || names.some((name) => /^on[A-Z]/.test(name)) || names.length < 2) continue;
      const own = names[0]!;
      for (const origin of origins) if (origin.startsWith(`${own}.`) || FAMILIES.some(([calls, events]) => calls.test(path) && events.test(origin))) refuse(path);
    }
    for (const [code, events] of HEARD) {
      const [found] = code.exec(script.text) ?? [];
      if (found !== undefined && [...origins].some((origin) => events.test(origin))) refuse(found);
    }
  }
}

// ---- how it is written

/** Has pages copy what the background reads: as they begin, and after each change. */
export function handOn({ uses, writers }: PageItems, name: string, extension: Extension, into: Insertions): void {
  const keys = new Set(uses.map(({ node }) => keyOf(node)));
  keys.delete(NONE);
  const isWhole = keys.has(COMPUTED) || uses.some(({ node }) => !isPlainRead(node));
  const beside = [...new Set(writers.flatMap(({ script: { realms } }) => realms.flatMap(({ scripts }) => scripts)))];
  const fn = freshName(beside.flatMap(({ program }) => program ?? []), 'storeItems', 'storePageItems', 'copyItems');
  for (const { script, writes } of writers) {
    const { style } = script;
    const habits = habitsOf(script);
    const namespace = namespaceAtStart(script);
    // `this.localStorage` is another one in a function of its own.
    const storage = script.globals('localStorage').map((node) => script.textOf(node)).find((named) => /^((window|self|globalThis)\.)?localStorage$/.test(named));
    if (storage === undefined) throw new Refusal(`\`${script.path}\` has only other names of it`);
    const copied = isWhole ? (habits.modern ? `{ ...${storage} }` : `Object.assign({}, ${storage})`) : `{ ${[...keys].map((key) => itemText(script, storage, key)).join(', ')} }`;
    const body = [
      ...(extension.hasFirefox ? [`if (${namespace}.extension.inIncognitoContext) return`] : []),
      `${namespace}.storage.local.set({${habits.brace}${name}: ${copied}${habits.brace}})`,
    ].map((line) => `${style.indent}${line}${style.semicolon}\n`).join('');
    const first = script.program!.body.find(({ type }) => type !== 'ImportDeclaration') ?? script.program!.body[0]!;
    into.add(script, startWithComments(script, first), `function ${fn}() {\n${body}}\n${fn}()${style.semicolon}\n\n`, -2);
    const stored = orRefusal(() => storeChanges([{ changes: writes.map((node) => ({ script, node })), stored: () => '' }], undefined, into, `${fn}()`));
    if (stored instanceof Refusal) throw new Refusal(`\`${script.path}\` uses it, too: ${stored.message}`);
  }
}

/** The namespace of extension APIs that a script has before its first statement has run. */
function namespaceAtStart(script: Script): string {
  const { program } = script.scopes!;
  const namespace = namespaceOf(script);
  const binding = program.lookup(namespace);
  if (binding?.declarations.every(({ node }) => /^Import/.test(node.type)) === true) return namespace;
  if (program.lookup('chrome') !== undefined) throw new Refusal(`\`${script.path}\` makes a \`chrome\` of its own`);
  return 'chrome';
}

function itemText(script: Script, storage: string, key: string): string {
  const isName = /^[A-Za-z_$][\w$]*$/.test(key);
  return isName ? `${key}: ${storage}.${key}` : `${script.quote(key)}: ${storage}[${script.quote(key)}]`;
}

/** Whether a mention only asks for one value: an item that is not there is one without a value. */
function isPlainRead(node: Node): boolean {
  const parent = parentOf(wrapped(node));
  if (isTest(node)) return parent?.type !== 'BinaryExpression' || parent.operator !== 'in';
  return isMember(parent) && memberName(parent) !== 'hasOwnProperty';
}

/** Has a background that holds a copy hear of changes. @param statement the one that restores it */
export function hearChanges(script: Script, statement: t.Statement, name: string, into: Insertions): void {
  const { style } = script;
  const { modern, keyword } = habitsOf(script);
  const head = modern ? '(changes, area) =>' : `${keyword}(changes, area)`;
  const body = `if (area === ${script.quote('local')} && changes.${name}) ${name} = changes.${name}.newValue${style.semicolon}`;
  into.add(script, statement.end!, `\n${namespaceOf(script)}.storage.onChanged.addListener(${head} {\n${style.indent}${body}\n})${style.semicolon}`);
}
