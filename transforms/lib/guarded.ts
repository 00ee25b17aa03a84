import type * as t from '@babel/types';
import type { ApiReference } from './api.ts';
import { ancestors, isFunction, isMember, isNothing, isWithin, memberName, parentOf, siblings, statementOf, stringValue, unwrap, walk, wrapped, type Node } from './ast.ts';
import { completesAbruptly } from './control-flow.ts';
import type { Script } from './script.ts';

/**
 * Whether the code asks, before it comes here, if the API exists: `if (chrome.x)`, `chrome.x && ...`, `typeof`, `in`,
 * optional chaining, an early return, a test of the manifest's version. The mention in the test itself counts as guarded.
 * @param known how many of its names every browser has: to ask for them says nothing
 */
export function isGuarded(script: Script, reference: ApiReference, known = 0): boolean {
  for (const link of reference.links.slice(known)) {
    if ((link?.type === 'OptionalMemberExpression' && known === 0) || (link && isOptionalLink(link))) return true;
  }
  if (isTest(reference.node) || isPassedOptionally(script, reference)) return true;
  const covers = (test: Node): boolean => testsApi(script, test, reference.names, known);
  return isUnder(reference.node, covers, (test) => failsWithout(test, covers));
}

/** Whether a mention stands in the arguments of an optional call of the same API: `menus.onShown?.addListener(wrap(menus.onShown))`. */
function isPassedOptionally(script: Script, { node, names }: ApiReference): boolean {
  for (const up of ancestors(node)) {
    if (up.type !== 'OptionalCallExpression' || isWithin(node, up.callee)) continue;
    const callee = script.api(up.callee);
    if (callee && callee.names.length >= names.length && names.every((name, index) => callee.names[index] === name)) return true;
  }
  return false;
}

/**
 * Whether a node runs only if some test holds that `covers` recognises, on any way that code spells it.
 * @param leaving which tests count that code leaves by before it comes there
 */
export function isUnder(node: Node, covers: (test: Node) => boolean, leaving = covers): boolean {
  let inner = node;
  for (const up of ancestors(node)) {
    if ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && inner !== up.test && covers(up.test)) return true;
    if (up.type === 'LogicalExpression' && inner === up.right && covers(up.left)) return true;
    const list = siblings(inner);
    if (list !== undefined) {
      for (const earlier of list) {
        if (earlier === inner) break;
        if (earlier.type === 'IfStatement' && leaving(earlier.test) && completesAbruptly(earlier.consequent)) return true;
      }
    }
    if (isFunction(up) && up.type !== 'ArrowFunctionExpression') {
      inner = up;
      continue;
    }
    inner = up;
  }
  return false;
}

/**
 * Whether code that leaves by a test, and goes on where it fails, finds there what `covers` recognises: `if (!menus.refresh) return;`,
 * and not `if (tab && typeof menus.refresh === 'function') return;`.
 */
export function failsWithout(test: Node, covers: (test: Node) => boolean): boolean {
  return covers(test) && !needs(test, covers);
}

/** Whether a test holds only where that exists which `covers` recognises. */
function needs(test: Node, covers: (test: Node) => boolean): boolean {
  const node = unwrap(test);
  switch (node.type) {
    case 'LogicalExpression':
      return node.operator === '&&' && [node.left, node.right].some((side) => covers(side) && needs(side, covers));
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return memberName(node) !== 'manifest_version';
    case 'BinaryExpression': {
      if (node.operator === 'in') return true;
      const sides = [node.left, node.right];
      if (sides.some((side) => isNothing(side) || stringValue(side) === 'undefined')) return /^!==?$/.test(node.operator);
      return /^===?$/.test(node.operator) && sides.some((side) => /^(function|object)$/.test(stringValue(side) ?? ''));
    }
    default:
      return false;
  }
}

function isOptionalLink(node: Node): boolean {
  const parent = parentOf(wrapped(node));
  return (parent?.type === 'OptionalMemberExpression' || parent?.type === 'OptionalCallExpression') && parent.optional === true;
}

/** Whether an expression's value is only asked for its truth or its type. */
export function isTest(node: Node): boolean {
  const outer = wrapped(node);
  const parent = parentOf(outer);
  switch (parent?.type) {
    case 'UnaryExpression':
      return parent.operator === 'typeof' || parent.operator === '!';
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return parent.test === outer;
    case 'LogicalExpression':
      return parent.left === outer || isTest(parent);
    case 'BinaryExpression': {
      if (parent.operator === 'in') return parent.right === outer;
      const other = parent.left === outer ? parent.right : parent.left;
      return /^[!=]==?$/.test(parent.operator) && (isNothing(other) || stringValue(other) === 'undefined');
    }
    default:
      return false;
  }
}

/** Whether a test asks for an API that one of the given names' prefixes is, or for the manifest's version. */
export function testsApi(script: Script, test: Node, names: readonly string[], known = 0): boolean {
  const isPrefix = (asked: readonly string[]): boolean => asked.length > known && asked.every((name, index) => names[index] === name);
  let found = false;
  walk(test, (node) => {
    if (found || isFunction(node)) return false;
    if (isMember(node)) {
      if (memberName(node) === 'manifest_version') found = true;
      const value = script.api(node);
      if (value !== undefined && isPrefix(value.names)) found = true;
    }
    if (node.type === 'Identifier') {
      const value = isRead(node) ? script.api(node) : undefined;
      if (value !== undefined && isPrefix(value.names)) found = true;
    }
    if (node.type === 'BinaryExpression' && node.operator === 'in') {
      const key = stringValue(node.left);
      const object = script.api(node.right);
      if (key !== undefined && object !== undefined && isPrefix([...object.names, key])) found = true;
    }
    return !found;
  });
  return found;
}

function isRead(node: t.Identifier): boolean {
  const parent = parentOf(node);
  return !(isMember(parent) && parent.property === node && !parent.computed) && !(parent?.type === 'ObjectProperty' && parent.key === node && !parent.shorthand);
}

/**
 * Whether the code chooses, around a mention, between it and another API: `chrome.action || chrome.browserAction`, `if (chrome.action) ... else ...`.
 * @param other the other API's path, or what recognises its names
 */
export function hasAlternative(script: Script, reference: { readonly node: Node; readonly choice?: ApiReference['choice'] | undefined; readonly names: readonly string[] }, other: string | ((names: readonly string[]) => boolean)): boolean {
  const names = typeof other === 'string' ? other.split('.') : [];
  const isOther = typeof other === 'string' ? (own: readonly string[]) => names.every((name, index) => own[index] === name) : other;
  if (reference.choice?.some((alternative) => (typeof other === 'string' ? alternative[0] === names[0] : isOther(alternative)))) return true;
  const mentions = (node: Node): boolean => {
    let found = false;
    walk(node, (inner) => {
      if (found || isFunction(inner)) return false;
      if (isMember(inner) || inner.type === 'Identifier') {
        const value = inner.type === 'Identifier' && !isRead(inner) ? undefined : script.api(inner);
        if (value !== undefined && isOther(value.names)) found = true;
        // `chrome.runtime.lastError` does not ask for `chrome.runtime`.
        if (value !== undefined) return false;
      }
      if (inner.type === 'BinaryExpression' && inner.operator === 'in') {
        const key = stringValue(inner.left);
        const object = script.api(inner.right);
        if (key !== undefined && (key === names.at(-1) || (object !== undefined && isOther([...object.names, key])))) found = true;
      }
      if (isMember(inner) && memberName(inner) === 'manifest_version') found = true;
      return !found;
    });
    return found;
  };
  // Both asked for in turn: `browser.action?.setIcon(icon), browser.browserAction?.setIcon(icon)`.
  if (/\?\./.test(script.textOf(reference.node)) && mentions(statementOf(reference.node))) return true;
  let inner: Node = reference.node;
  for (const up of ancestors(reference.node)) {
    if (up.type === 'IfStatement' || up.type === 'ConditionalExpression') {
      if (inner === up.test && [up.consequent, up.alternate].some((branch) => branch != null && mentions(branch))) return true;
      // Where the other API is known to exist, this one is no alternative to it.
      if (inner !== up.test && mentions(up.test) && !(inner === up.consequent && asserts(up.test, mentions))) return true;
      if (inner === up.consequent && up.alternate && testsApi(script, up.test, reference.names) && mentions(up.alternate)) return true;
      if (up.type === 'ConditionalExpression' && inner !== up.test && mentions(inner === up.consequent ? up.alternate : up.consequent)) return true;
    }
    if (up.type === 'LogicalExpression' && mentions(inner === up.left ? up.right : up.left) && !(up.operator === '&&' && inner === up.right && asserts(up.left, mentions))) return true;
    const list = siblings(inner);
    if (list !== undefined) {
      for (const earlier of list) {
        if (earlier === inner) break;
        if (earlier.type === 'IfStatement' && completesAbruptly(earlier.consequent) && mentions(earlier.test)) return true;
      }
    }
    inner = up;
  }
  return false;
}

/** Whether a test holds only if the API exists that `mentions` recognises. */
function asserts(test: Node, mentions: (node: Node) => boolean): boolean {
  const node = unwrap(test);
  switch (node.type) {
    case 'LogicalExpression':
      return node.operator === '&&' && (asserts(node.left, mentions) || asserts(node.right, mentions));
    case 'Identifier':
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return memberNameOf(node) !== 'manifest_version' && mentions(node);
    case 'BinaryExpression':
      if (node.operator === 'in') return mentions(node);
      return /^!==?$/.test(node.operator) && [node.left, node.right].some((side) => isNothing(side) || stringValue(side) === 'undefined') && !namesVersion(node) && mentions(node);
    default:
      return false;
  }
}

function memberNameOf(node: Node): string | undefined {
  return isMember(node) ? memberName(node) : undefined;
}

function namesVersion(node: t.BinaryExpression): boolean {
  return [node.left, node.right].some((side) => memberNameOf(unwrap(side)) === 'manifest_version');
}
