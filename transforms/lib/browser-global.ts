import type * as t from '@babel/types';
import { isAssigned } from './api.ts';
import { isUnder } from './guarded.ts';
import { isFunction, isMember, keyName, memberName, parentOf, propertyValue, stringValue, unwrap, walk, wrapped, type AnyCall, type Node } from './ast.ts';
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

/** Whether a node runs only where a test of the browser says so, whichever it names. */
export function isForOneBrowser(script: Script, node: Node): boolean {
  return isInFirefoxBranch(script, node) || isUnder(node, (test) => /is_?chrom|['"`]chrom|chromium|safari|is_?opera|is_?edge/i.test(script.textOf(test)) || /\bCHROME\b/.test(script.textOf(test)));
}
