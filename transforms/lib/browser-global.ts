import type * as t from '@babel/types';
import { isAssigned, type ApiValue } from './api.ts';
import { isUnder } from './guarded.ts';
import { ancestors, isFunction, isMember, isNothing, keyName, memberName, parentOf, propertyValue, stringValue, unwrap, walk, wrapped, type AnyCall, type Node } from './ast.ts';
import { isKnownNamespace, isV2Only, permissionsOf, since } from './platform.ts';
import type { Script } from './script.ts';
import { once } from './source.ts';

/** What defines a property of that name, as polyfills do that make it when it is first asked for. */
const DEFINES = /(__defineGetter__\s*\(|defineProperty\s*\(\s*[\w.]+\s*,)\s*(['"])browser\2/;
const POLYFILL = /(^|\/)(browser|webextension)-polyfill[^/]*\.js$/;

/** Whether every context that loads a script loads webextension-polyfill too. */
export function isPolyfilled({ realms }: Script): boolean {
  return realms.length > 0 && realms.every(({ scripts }) => scripts.some(({ path }) => POLYFILL.test(path)));
}

/** Whether a script makes sure that `browser` exists: webextension-polyfill, or an assignment of its own. */
const providesBrowser = once((script: Script): boolean => {
  if (!/\bbrowser\b/.test(script.text)) return false;
  if (POLYFILL.test(script.path) || DEFINES.test(script.text)) return true;
  if (!script.isModule && script.scopes?.program.bindings.has('browser')) return true;
  return script.freeNames.get('browser')?.some(({ writes }) => writes) === true ||
    script.references('').some(({ root, node }) => root === 'browser' && isAssigned(node));
});

/** Whether every context that loads a script has a `browser` of its own making there. */
export function hasOwnBrowser(script: Script): boolean {
  return providesBrowser(script) || (script.realms.length > 0 && script.realms.every((realm) => realm.scripts.some(providesBrowser)));
}

/** Where a script gives `browser` an object of its own, and the members that this has; of nested objects with a dot: `tabs`, `tabs.query`. */
export interface OwnBrowser {
  readonly node: Node;
  has(names: readonly string[]): boolean;
}

/** The `browser` that a script writes down as an object literal; one that is made in another way is not known. */
export function ownBrowser(script: Script): OwnBrowser | undefined {
  if (!/\bbrowser\b/.test(script.text) || script.program === undefined) return undefined;
  const [declared] = script.scopes!.program.bindings.get('browser')?.declarations ?? [];
  if (declared?.init && !script.isModule) return literal(declared.node, declared.init);
  for (const { root, names, node } of script.references('')) {
    const assignment = root === 'browser' && names.length === 0 && isAssigned(node) ? parentOf(wrapped(node)) : undefined;
    if (assignment?.type === 'AssignmentExpression') return literal(assignment, assignment.right);
  }
  if (!DEFINES.test(script.text)) return undefined;
  let found: OwnBrowser | undefined;
  walk(script.program, (node) => {
    if (node.type === 'CallExpression') found ??= defined(node);
    return found === undefined;
  });
  return found;
}

/** `globalThis.__defineGetter__('browser', () => ({ ... }))`, `Object.defineProperty(window, 'browser', { value: { ... } })` */
function defined(call: AnyCall): OwnBrowser | undefined {
  const callee = unwrap(call.callee as Node);
  const name = isMember(callee) ? memberName(callee) : undefined;
  const [first, second, third] = call.arguments;
  if (name === '__defineGetter__' && second && stringValue(first) === 'browser') return literal(call, second);
  const details = name === 'defineProperty' && third && stringValue(second) === 'browser' ? unwrap(third) : undefined;
  const value = details?.type === 'ObjectExpression' ? propertyValue(details, 'value') ?? propertyValue(details, 'get') : undefined;
  return value && literal(call, value);
}

/** The object that an expression is, chooses or returns. */
function literal(node: Node, value: Node): OwnBrowser | undefined {
  const inner = unwrap(value);
  if (isFunction(inner)) {
    const [only, another] = inner.body.type === 'BlockStatement' ? inner.body.body : [inner.body];
    const result = only?.type === 'ReturnStatement' ? only.argument : only;
    return result && another === undefined ? literal(node, result) : undefined;
  }
  if (inner.type === 'LogicalExpression') return literal(node, inner.right);
  if (inner.type === 'ConditionalExpression') return literal(node, inner.consequent) ?? literal(node, inner.alternate);
  return inner.type === 'ObjectExpression' ? { node, has: (names) => hasMember(inner, names) } : undefined;
}

function hasMember(object: t.ObjectExpression, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined || object.properties.some((member) => member.type === 'SpreadElement' || keyName(member) === undefined)) return true;
  const member = object.properties.find((one) => one.type !== 'SpreadElement' && keyName(one) === name);
  const value = member?.type === 'ObjectProperty' ? unwrap(member.value) : undefined;
  return member !== undefined && (value?.type !== 'ObjectExpression' || hasMember(value, rest));
}

/** Whether a node runs only where a test of `browser` holds. */
export function isUnderBrowserTest(node: Node): boolean {
  return isUnder(node, mentionsBrowser);
}

function mentionsBrowser(test: Node): boolean {
  let found = false;
  walk(test, (node) => {
    if (node.type === 'Identifier' && node.name === 'browser') found = true;
    return !found;
  });
  return found;
}

const FIREFOX = /firefox|gecko|\bmoz|InstallTrigger|getBrowserInfo/i;

/** Whether code speaks of Firefox by name. */
export function namesFirefox(script: Script, node: Node): boolean {
  return FIREFOX.test(script.textOf(node));
}

/** Whether a node runs only where a test holds that speaks of Firefox, or only where one of Chrome fails. */
export function isInFirefoxBranch(script: Script, node: Node): boolean {
  return isUnder(node, (test) => namesFirefox(script, test));
}

/** Whether a node runs only where Chrome's own API is missing, which Chrome never lacks: `typeof chrome === 'undefined' ? browser : chrome`, `chrome.contextMenus || browser.menus`. */
export function isWithoutChrome(script: Script, node: Node): boolean {
  let inner = node;
  for (const up of ancestors(node)) {
    if ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && inner !== up.test && inChrome(script, up.test) === (inner === up.alternate)) return true;
    if (up.type === 'LogicalExpression' && inner === up.right && inChrome(script, up.left) === (up.operator !== '&&')) return true;
    inner = up;
  }
  return false;
}

/** What a test of an API of `chrome` is in Chrome, where that can be told. */
function inChrome(script: Script, test: Node): boolean | undefined {
  const node = unwrap(test);
  if (node.type === 'UnaryExpression') {
    const value = node.operator === '!' ? inChrome(script, node.argument) : undefined;
    return value === undefined ? undefined : !value;
  }
  if (node.type === 'LogicalExpression') {
    const [left, right] = [inChrome(script, node.left), inChrome(script, node.right)];
    const deciding = node.operator !== '&&';
    return left === deciding || right === deciding ? deciding : left === right ? left : undefined;
  }
  if (node.type !== 'BinaryExpression') return isInChrome(script, script.api(node)) || undefined;
  if (node.operator === 'in') {
    const [object, key] = [script.api(node.right), stringValue(node.left)];
    return (object !== undefined && key !== undefined && isInChrome(script, { ...object, names: [...object.names, key] })) || undefined;
  }
  const sides = [unwrap(node.left as Node), unwrap(node.right)];
  const asked = sides.find((side) => script.api(side) !== undefined) ?? sides.flatMap((side) => (side.type === 'UnaryExpression' && side.operator === 'typeof' ? [side.argument] : []))[0];
  const isAbsence = sides.some((side) => isNothing(side) || stringValue(side) === 'undefined');
  const isKind = sides.some((side) => stringValue(side) === 'object');
  if (asked === undefined || (!isAbsence && !isKind) || !/^[!=]==?$/.test(node.operator) || !isInChrome(script, script.api(asked))) return undefined;
  return node.operator.startsWith('!') === isAbsence;
}

/** Whether every Chrome has an API for this script, reached through `chrome`. */
function isInChrome({ realms, extension: { manifest } }: Script, value: ApiValue | undefined): boolean {
  if (value?.root !== 'chrome' || value.choice !== undefined) return false;
  const [namespace] = value.names;
  if (namespace === undefined) return true;
  const path = value.names.join('.');
  const [needed, granted] = [permissionsOf(path), manifest.strings(['permissions'])];
  return isKnownNamespace(namespace) && since('chrome', path) === 0 && !isV2Only(path) && realms.every(({ kind }) => kind !== 'content') && (needed.length === 0 || needed.some((one) => granted.includes(one)));
}

/** Whether a node runs only where a test of the browser says so, whichever it names. */
export function isForOneBrowser(script: Script, node: Node): boolean {
  return isInFirefoxBranch(script, node) || isUnder(node, (test) => /is_?chrom|['"`]chrom|chromium|safari|is_?opera|is_?edge/i.test(script.textOf(test)) || /\bCHROME\b/.test(script.textOf(test)));
}
