import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { ancestors, isCall, isFunction, isMember, isUnused, memberName, parentOf, stringValue, unwrap, walk, wrapped, type Node } from '../ast.ts';
import { composed } from '../compose.ts';
import { knownStart } from '../constants.ts';
import { useAround } from '../dom-kinds.ts';
import { isAware } from '../environment.ts';
import type { Extension } from '../extension.ts';
import { isTest } from '../guarded.ts';
import { isIgnored, LEFT_ALONE } from '../ignoring.ts';
import { isInjected } from '../injection/injected.ts';
import { isAnalysed } from '../input.ts';
import { Insertions } from '../insertions.ts';
import { COMPUTED, keyAt, NONE } from '../item-keys.ts';
import { freshName, habitsOf, rangeOf, startWithComments } from '../layout.ts';
import { lineOf, orRefusal, Refusal } from '../refusal.ts';
import { isTried, type Script } from '../script.ts';
import { once } from '../source.ts';
import { isText } from '../texts.ts';
import { turnsOf, type Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import { variablesOf } from '../variables/variables.ts';
import { snippet } from '../words.ts';
import { handOn, hearChanges, pageItemsOf, type StorageUse as Use } from './page-items.ts';
import { planRestoring } from './restoring.ts';

/** How a background keeps in `storage.local` what it kept in `localStorage`. */
export interface Mirroring {
  /** The first use. */
  readonly script: Script;
  readonly node: Node;
  /** The variable that holds the background's items, and its key in storage. */
  readonly name: string | undefined;
  /** That which holds what pages write, and the background only reads. */
  readonly pageName: string | undefined;
  readonly edits: readonly Edit[];
}

/**
 * Plans an object in memory that takes the place of a background's `localStorage`: it is restored from `storage.local` before any listener uses it, and
 * stored after each change. All uses are replaced, or none.
 * @returns undefined where the background does not use it; why not, where a use cannot be replaced
 */
export const mirroringOf = once((extension: Extension): Mirroring | Refusal | undefined => {
  const uses = usesOf(extension);
  if (uses.length === 0) return undefined;
  const plan = orRefusal(() => planOf(uses, extension));
  const wrapper = plan instanceof Refusal ? wrapperOf(uses) : undefined;
  const inside = wrapper && orRefusal(() => planOf(uses, extension, wrapper));
  return inside === undefined || inside instanceof Refusal ? plan : inside;
});

/** The statements of the function, called where it stands at top level, that holds all uses: what its start-up does with them stands there. */
function wrapperOf(uses: readonly Use[]): t.BlockStatement | undefined {
  const [home, another] = new Set(uses.map(({ node }) => [...ancestors(node)].findLast(isFunction)));
  const body = home !== undefined && another === undefined && !home.async && !home.generator && immediateCall(home) !== undefined ? home.body : undefined;
  return body?.type === 'BlockStatement' ? body : undefined;
}

function usesOf({ background }: Extension): readonly Use[] {
  return (background?.scripts ?? []).filter(({ text }) => NAME.test(text)).flatMap((script) => (script.program === undefined ? [] : script.globals('localStorage').map((node) => ({ script, node }))));
}

const NAME = /\blocalStorage\b/;

/** @param wrapper where the items are kept, unless at top level */
function planOf(uses: readonly Use[], extension: Extension, wrapper?: t.BlockStatement): Mirroring {
  const background = extension.background!;
  const programs = background.scripts.flatMap(({ program }) => program ?? []);
  const sharers = sharersOf(uses, extension);
  const items = sharers.length === 0 ? undefined : pageItemsOf(uses, sharers, extension);
  const own = items === undefined ? uses : uses.filter((use) => !items.uses.includes(use));
  const [first] = uses as readonly [Use];
  const nameFor = (...candidates: readonly string[]): string => {
    // The name is a key of `storage.local`, too, which any text of the extension may hold.
    const unheard = candidates.filter((one) => ![...extension.files.values()].some(({ text }) => new RegExp(`\\b${one}\\b`).test(text)));
    if (unheard.length === 0) throw new Refusal('no name is free for its items');
    return freshName(programs, ...unheard);
  };
  const name = own.length === 0 ? undefined : nameFor('stored', 'storedItems', 'localItems', 'itemsOfLocalStorage');
  const pageName = items === undefined ? undefined : nameFor('pageItems', 'itemsOfPages', 'storedPageItems');
  const into = new Insertions();
  for (const use of uses) {
    if (isAware(background, use.script, use.node, 'localStorage')) throw new Refusal(`${lineOf(use.script, use.node)} asks where it runs`);
    if (isIgnored(use.script, use.node, 'local-storage')) throw new Refusal(LEFT_ALONE);
    replace(use, own.includes(use) ? name! : pageName!, into);
  }
  assertWrittenHere(own);
  assertKeptThroughClearing(own, turnsOf(background));
  if (items !== undefined && wrapper !== undefined) throw new Refusal('pages use it, too');
  if (items !== undefined) handOn(items, pageName!, extension, into);
  const names = [name, pageName].filter((one) => one !== undefined);
  declare(first.script, names, wrapper ?? first.script.program!, into);
  const edits = into.edits;
  const after = extension.apply(edits).keeping('local');
  const turns = turnsOf(after.background!);
  const all = variablesOf(after.background!, turns);
  const variables = all.filter((one) => names.includes(one.name) && one.script.path === first.script.path);
  if (variables.length !== names.length) throw new Refusal('it is used in a way that is not followed');
  const promise = `${names[0]}Loaded`;
  const { done, refused } = planRestoring(variables, all, [], turns, { isForGood: true, promise });
  if (done?.variables.length !== names.length) throw new Refusal([...refused.values()][0]?.replace(/\bline \d+\b/, 'code') ?? 'listeners cannot wait for it');
  const restored = composed(extension, edits, done.edits);
  return { ...first, name, pageName, edits: pageName === undefined ? restored : composed(extension, restored, editsToHear(extension.apply(restored), first.script.path, pageName, promise)) };
}

/** What has the variable follow what pages store. */
function editsToHear(extension: Extension, path: string, name: string, promise: string): readonly Edit[] {
  const script = extension.background!.scripts.find((one) => one.path === path)!;
  const restoring = script.program!.body.find((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    return declaration?.type === 'VariableDeclaration' && declaration.declarations.some(({ id }) => id.type === 'Identifier' && id.name === promise);
  });
  if (restoring === undefined) throw new Refusal('listeners cannot wait for it');
  const into = new Insertions();
  hearChanges(script, restoring, name, into);
  return into.edits;
}

// ---- who else uses it

/**
 * The scripts of pages that use the same items.
 * @throws Refusal where items may be used in a way that is not seen
 */
function sharersOf(uses: readonly Use[], extension: Extension): readonly Script[] {
  const sharers: Script[] = [];
  const { background, manifest, scripts } = extension;
  if (manifest.value(['incognito']) === 'split') throw new Refusal('the background of private windows has one of its own');
  for (const script of background!.scripts) {
    if (!NAME.test(script.text)) continue;
    if (!isAnalysed(script) || script.program === undefined) throw new Refusal(`\`${script.path}\` was not read`);
    assertSeen(script);
    if (uses.every((use) => use.script !== script)) continue;
    if (!script.file.editable) throw new Refusal(`\`${script.path}\`, which is not edited, uses it`);
    if (script.inline) throw new Refusal('it is used in a page');
    if (script.realms.some(({ kind }) => kind !== 'background')) throw new Refusal(`other contexts load \`${script.path}\`, too`);
    if (script.isModule && uses.some((use) => use.script !== script)) throw new Refusal('several modules use it');
  }
  const keeper = scripts.filter(isOwnRealm).find(({ text }) => KEEPERS.test(text));
  if (keeper !== undefined) throw new Refusal(`a package that \`${keeper.path}\` loads may use it, too`);
  const keys = new Set(uses.map(({ node }) => keyAt(node) ?? COMPUTED));
  const clears = uses.some(isClearing);
  for (const { path, text } of extension.files.values()) if (/\.(html?|vue|svelte)$/.test(path) && NAME.test(text)) throw new Refusal(`\`${path}\` uses it, too`);
  for (const script of scripts) {
    if (!/\blocalStorage\b|['"]storage['"]|\bonstorage\b/.test(script.text) || script.runsIn('background') || !isOwnRealm(script)) continue;
    const refusal = new Refusal(`\`${script.path}\` uses it, too`);
    if (!NAME.test(script.text)) {
      if (/addEventListener|onstorage/.test(script.text)) throw refusal;
      continue;
    }
    if (!isAnalysed(script) || script.program === undefined || clears || /addEventListener\s*\(\s*['"]storage|\bonstorage\b/.test(script.text)) throw refusal;
    if (orRefusal(() => assertSeen(script)) instanceof Refusal) throw refusal;
    const isSharer = keys.has(COMPUTED) || script.globals('localStorage').some((node) => {
      const key = keyAt(node);
      return key === undefined || keys.has(key) || (key === NONE && isMember(parentOf(wrapped(node))));
    });
    if (!isSharer) continue;
    if (script.realms.length === 0 || script.realms.some(({ kind }) => kind !== 'page')) throw refusal;
    sharers.push(script);
  }
  return sharers;
}

/** Imports of packages that may keep items in `localStorage`, by their names. */
const KEEPERS = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*['"](?![./]|webext|webextension)[^'"]*(?:stor(?:e|age)|persist|cache|vueuse|lockr|basil|forage|redux|zustand|pinia)/i;

/** Whether a script may run where the extension's own `localStorage` is. */
function isOwnRealm({ realms }: Script): boolean {
  return realms.length === 0 || !realms.every(({ kind }) => kind === 'content' || kind === 'sandbox');
}

/** Refuses items that the background only reads: what is not seen writes them. */
function assertWrittenHere(uses: readonly Use[]): void {
  const written = new Set(uses.flatMap(({ node }) => (isWrite(node) ? [keyAt(node) ?? COMPUTED] : [])));
  if (written.has(COMPUTED)) return;
  for (const key of new Set(uses.map(({ node }) => keyAt(node) ?? COMPUTED))) if (key === COMPUTED ? written.size === 0 : key !== NONE && !OWN.has(key) && !written.has(key) && !isTakenAway(uses, key)) throw new Refusal(key === COMPUTED ? 'nothing in sight writes what it reads' : `nothing in sight writes \`${key}\``);
}

function isClearing({ node }: Use): boolean {
  const member = memberAround(node);
  return member !== undefined && memberName(member) === 'clear';
}

/** Refuses places that go on with the items that they began with, where others may take their place meanwhile: `clear` makes a new object. */
function assertKeptThroughClearing(uses: readonly Use[], turns: Turns): void {
  const clearing = new Set<Node>();
  const queue = uses.filter(isClearing).map(({ node }) => node);
  if (queue.length === 0) return;
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    for (const call of [...ancestors(place)].filter(isFunction).flatMap((fn) => turns.callersOf(fn))) {
      if (clearing.has(call)) continue;
      clearing.add(call);
      queue.push(call);
    }
  }
  for (const { script, node } of uses) {
    const member = memberAround(node);
    if (member === undefined) continue;
    const up = parentOf(wrapped(member));
    const whole = (up?.type === 'AssignmentExpression' && up.left === wrapped(member)) || (isCall(up) && up.callee === wrapped(member)) ? up : member;
    let isLong = false;
    walk(whole, (inner) => {
      isLong ||= clearing.has(inner) || inner.type === 'AwaitExpression' || inner.type === 'YieldExpression';
      return !isLong && !isFunction(inner);
    });
    if (isLong) throw new Refusal(`\`${snippet(script, whole)}\` may have all items cleared before it comes to its end`);
  }
}

/** Whether an item is only ever taken away: it was an older version's. */
function isTakenAway(uses: readonly Use[], key: string): boolean {
  return uses.every(({ node }) => keyAt(node) !== key || isRemoval(node));
}

function memberAround(node: Node): t.MemberExpression | undefined {
  const member = parentOf(wrapped(node));
  return member?.type === 'MemberExpression' && member.object === wrapped(node) ? member : undefined;
}

function isRemoval(node: Node): boolean {
  const member = memberAround(node);
  const up = member && parentOf(wrapped(member));
  return (up?.type === 'UnaryExpression' && up.operator === 'delete') || (member !== undefined && memberName(member) === 'removeItem');
}

function isWrite(node: Node): boolean {
  const member = memberAround(node);
  const outer = member && wrapped(member);
  const up = outer && parentOf(outer);
  return up?.type === 'UpdateExpression' || (up?.type === 'AssignmentExpression' && up.left === outer) || (isCall(up) && up.callee === outer && memberName(member!) === 'setItem');
}

/** Refuses where code names it in other ways than by its global name. */
function assertSeen(script: Script): void {
  const seen = new Set<Node>();
  for (const node of script.globals('localStorage')) {
    walk(node, (inner) => {
      seen.add(inner);
    });
  }
  walk(script.program!, (node) => {
    const isNamed = (node.type === 'Identifier' && node.name === 'localStorage') || (node.type === 'StringLiteral' && node.value === 'localStorage');
    if (!isNamed || seen.has(node) || isInjected(script, node)) return;
    const parent = parentOf(node);
    // chrome.browsingData.remove({}, { localStorage: true });
    if (parent?.type === 'ObjectProperty' && parent.key === node && !parent.computed && parentOf(parent)?.type === 'ObjectExpression') return;
    throw new Refusal('it is used in a way that is not followed');
  });
  if (/addEventListener\s*\(\s*['"]storage['"]|\bonstorage\b/.test(script.text) && script.runsIn('background')) throw new Refusal('the background listens to `storage` events');
}

// ---- one use

/** What objects and `localStorage` have by themselves: no names of items. */
const OWN = new Set([...Object.getOwnPropertyNames(Object.prototype), 'length', 'key', 'getItem', 'setItem', 'removeItem', 'clear']);

function replace(use: Use, name: string, into: Insertions): void {
  const { script, node } = use;
  const { text } = script.file;
  const base = wrapped(node);
  const member = parentOf(base);
  const isNullTest = member?.type === 'BinaryExpression' && /^[!=]=$/.test(member.operator) && isTest(node);
  const refusal = new Refusal(`\`${snippet(script, useAround(node))}\` is not followed`);
  if (member?.type === 'BinaryExpression' && member.operator === 'in' && member.right === base) {
    if (OWN.has(stringValue(member.left) ?? '')) throw refusal;
    return into.replace(script, node, name);
  }
  // It is there in every page of an extension, as the variable is.
  if (isNullTest) return into.replace(script, node, name);
  if (member?.type !== 'MemberExpression' || member.object !== base) throw refusal;
  const key = memberName(member);
  const call = parentOf(wrapped(member));
  if (isCall(call) && call.callee === wrapped(member)) return replaceCall(use, call, key, name, refusal, into);
  if (key !== undefined && OWN.has(key)) throw refusal;
  const outer = wrapped(member);
  const up = parentOf(outer)!;
  const item = `${name}${text.slice(node.end!, member.end!)}`;
  if (!/^\s*[.[]/.test(text.slice(node.end!))) throw refusal;
  switch (up.type) {
    case 'AssignmentExpression': {
      if (up.left !== outer) break;
      assertWritten(up, script, refusal);
      const value = up.right;
      if (up.operator === '=') {
        if (!isUnused(up) && !isText(value)) throw refusal;
        into.replace(script, node, name);
        return writeText(script, value, into);
      }
      if (!/^[+\-*/%]=$/.test(up.operator) || !isUnused(up) || hasEffects(member)) throw refusal;
      if (mentions(value, script)) throw refusal;
      const [from, to] = rangeOf(script, value);
      const [open, close] = from === value.start && needsParentheses(value) ? ['(', ')'] : ['', ''];
      const [before, after] = isText(value) && up.operator === '+=' ? ['', ''] : ['String(', ')'];
      into.replaceText(script, up.start!, from, `${item} = ${before}${item} ${up.operator.slice(0, -1)} ${open}`);
      return into.add(script, to, `${close}${after}`);
    }
    case 'UpdateExpression':
      assertWritten(up, script, refusal);
      if (!isUnused(up) || hasEffects(member)) throw refusal;
      return into.replace(script, up, `${item} = String(Number(${item}) ${up.operator.charAt(0)} 1)`);
    case 'UnaryExpression':
      if (up.operator === 'delete' && !isUnused(up)) throw refusal;
      break;
    case 'ArrayPattern':
    case 'AssignmentPattern':
    case 'RestElement':
    case 'TaggedTemplateExpression':
      throw refusal;
    case 'ObjectProperty':
      if (parentOf(up)?.type === 'ObjectPattern') throw refusal;
      break;
    case 'ForInStatement':
    case 'ForOfStatement':
      if (up.left === outer) throw refusal;
      break;
    default:
  }
  into.replace(script, node, name);
}

function replaceCall({ script, node }: Use, call: t.CallExpression | t.OptionalCallExpression, method: string | undefined, name: string, refusal: Refusal, into: Insertions): void {
  const [first, second, third] = call.arguments;
  const isStatement = parentOf(wrapped(call))?.type === 'ExpressionStatement';
  if (call.type !== 'CallExpression' || [first, second].some((argument) => argument?.type === 'SpreadElement')) throw refusal;
  if (method === 'clear' && first === undefined && isStatement) return into.replace(script, call, `${name} = {}`);
  if (first === undefined) throw refusal;
  const key = stringValue(first);
  if (key !== undefined && OWN.has(key)) throw refusal;
  if (method === 'hasOwnProperty' && second === undefined) return into.replace(script, node, name);
  if (key === undefined && !knownStart(script, first)) throw refusal;
  const item = key !== undefined && /^[A-Za-z_$][\w$]*$/.test(key) ? `${name}.${key}` : `${name}[${script.textOf(first)}]`;
  if (method === 'getItem' && second === undefined) {
    if (mentions(first, script)) throw refusal;
    return into.replace(script, call, valueText(call, item));
  }
  if (method === 'removeItem' && second === undefined && isStatement && !mentions(first, script)) {
    assertWritten(call, script, refusal);
    return into.replace(script, call, `delete ${item}`);
  }
  if (method !== 'setItem' || second === undefined || third !== undefined || !isStatement || mentions(first, script)) throw refusal;
  assertWritten(call, script, refusal);
  const [from] = rangeOf(script, second);
  into.replaceText(script, call.start!, from, `${item} = `);
  into.replaceText(script, rangeOf(script, second)[1], call.end!, '');
  writeText(script, second, into);
}

/** Refuses a write whose failure is caught, by a caller perhaps: that of storage comes later. */
function assertWritten(node: Node, script: Script, refusal: Refusal): void {
  if (isCaught(node, turnsOf(script.extension.background!))) throw new Refusal(`${refusal.message.replace(/ is not followed$/, '')} has its exception caught, and \`storage.local\` fails later`);
}

function isCaught(node: Node, turns: Turns, depth = 4): boolean {
  return isTried(node) || (depth > 0 && [...ancestors(node)].some((up) => isFunction(up) && turns.callersOf(up).some((call) => isCaught(call, turns, depth - 1))));
}

/** An item as `getItem` gives it: null where there is none. */
function valueText(call: Node, item: string): string {
  const outer = wrapped(call);
  const up = parentOf(outer)!;
  const isTest = (up.type === 'IfStatement' || up.type === 'ConditionalExpression') && up.test === outer;
  const isCompared = up.type === 'BinaryExpression' && (/^[!=]=$/.test(up.operator) || (/^[!=]==$/.test(up.operator) && [up.left, up.right].some((side) => side.type === 'StringLiteral')));
  if (isTest || isCompared || (up.type === 'UnaryExpression' && up.operator === '!') || (up.type === 'LogicalExpression' && up.left === outer && up.operator !== '&&')) return item;
  const isDelimited = outer === call && (up.type === 'VariableDeclarator' || up.type === 'TemplateLiteral' || up.type === 'ReturnStatement' || up.type === 'ExpressionStatement' || up.type === 'ObjectProperty' || up.type === 'ArrayExpression' || (up.type === 'AssignmentExpression' && up.right === outer) || ((isCall(up) || up.type === 'NewExpression') && up.callee !== outer));
  return isDelimited ? `${item} ?? null` : `(${item} ?? null)`;
}

/** Has a value written as the text that `localStorage` makes of it. */
function writeText(script: Script, value: Node, into: Insertions): void {
  if (isText(value)) return;
  const inner = unwrap(value);
  const [from, to] = rangeOf(script, value);
  if (inner.type === 'BooleanLiteral' || inner.type === 'NullLiteral' || (inner.type === 'NumericLiteral' && script.textOf(inner) === String(inner.value))) return into.replaceText(script, from, to, script.quote(script.textOf(inner)));
  into.add(script, from, 'String(', -5);
  into.add(script, to, ')', -5);
}

function needsParentheses(value: Node): boolean {
  return !/^(Identifier|(String|Numeric|Boolean|Template)Literal|(Optional)?(Member|Call)Expression)$/.test(value.type);
}

/** Whether an expression, run twice, would do something twice. */
function hasEffects(member: t.MemberExpression): boolean {
  return member.computed && !/^(Identifier|StringLiteral|NumericLiteral)$/.test(member.property.type);
}

/** Whether a part that is written anew uses `localStorage` itself. */
function mentions(part: Node, script: Script): boolean {
  return NAME.test(script.textOf(part));
}

// ---- the variable

function declare(script: Script, names: readonly string[], { body }: t.Program | t.BlockStatement, into: Insertions): void {
  const { style } = script;
  const statement = body.find(({ type }) => type !== 'ImportDeclaration') ?? body[0]!;
  const start = startWithComments(script, statement);
  const indent = script.indentAt(start);
  const { isTyped } = script;
  const lines = names.map((name) => `${habitsOf(script).modern ? 'let' : 'var'} ${name}${isTyped ? ': Record<string, any>' : ''} = {}${style.semicolon}\n`);
  into.add(script, start, `${lines.join(indent)}\n${indent}`);
}
