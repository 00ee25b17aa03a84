import type * as t from '@babel/types';
import { hasOwnBrowser, namesFirefox } from './lib/browser-global.ts';
import { ancestors, isFunction, isMember, keyName, memberName, parentOf, stringValue, unwrap, wrapped, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Script } from './lib/script.ts';
import { since } from './lib/platform.ts';

export default define({
  id: 'browser-detection',
  summary: '`typeof browser` as a sign of Firefox',
  url: 'https://developer.chrome.com/docs/extensions/develop/concepts/browser-namespace',
  targets: ['chrome', 'cross-browser'],
  names: ['browser'],
  apiOnly: true,
  messages: {
    'sign-of-firefox': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` does not tell Firefox from Chrome, which has `browser` since version 148: the extension\'s address is tested, too',
    },
    'unclear': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` is no sign of Firefox: Chrome has `browser` since version 148',
      advice: 'To recognise Firefox, test its addresses: `browser.runtime.getURL("").startsWith("moz-")`.',
    },
  },
  *script(script: Script) {
    // In web pages, where unknown scripts may run, there is no `browser.runtime`.
    if (script.realms.length === 0 || hasOwnBrowser(script)) return;
    for (const test of browserTests(script)) {
      const whole = wholeTest(test.node);
      if (isConfirmed(script, test)) continue;
      const role = roleOf(script, test, whole);
      if (role === undefined) continue;
      const at = script.at(test.node);
      const data = { code: script.textOf(test.node) };
      if (role === 'unclear') yield { message: 'unclear', at, data };
      else yield { message: 'sign-of-firefox', at, edits: [script.replace(test.node, narrowed(script, test))], data };
    }
  },
});

interface BrowserTest {
  readonly node: Node;
  /** Whether it holds where `browser` exists. */
  readonly positive: boolean;
  /** The text that reaches `browser`. */
  readonly object: string;
}

/** `typeof browser !== 'undefined'`, `!!window.browser`, `window.browser !== undefined` and the like. */
function* browserTests(script: Script): Generator<BrowserTest> {
  for (const { node } of script.freeNames.get('browser') ?? []) {
    const typeOf = parentOf(node);
    if (typeOf?.type !== 'UnaryExpression' || typeOf.operator !== 'typeof') continue;
    const positive = comparison(typeOf);
    if (positive !== undefined) yield { node: parentOf(wrapped(typeOf))!, positive, object: 'browser' };
  }
  for (const { root, names, node } of script.references('')) {
    if (root !== 'browser' || names.length > 0 || !isMember(node)) continue;
    const object = script.textOf(node);
    const parent = parentOf(wrapped(node));
    const positive = comparison(node);
    if (positive !== undefined) yield { node: parent!, positive, object };
    const call = parent?.type === 'CallExpression' && parent.callee.type === 'Identifier' && parent.callee.name === 'Boolean' ? parent : undefined;
    if (call) yield { node: call, positive: true, object };
    if (parent?.type === 'UnaryExpression' && parent.operator === '!') {
      const outer = parentOf(parent);
      const isDouble = outer?.type === 'UnaryExpression' && outer.operator === '!';
      yield { node: isDouble ? outer : parent, positive: isDouble, object };
    }
  }
}

/** Whether a comparison asks that something exists (true), or that it does not (false). */
function comparison(operand: Node): boolean | undefined {
  const outer = wrapped(operand);
  const parent = parentOf(outer);
  if (parent?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return undefined;
  const other = unwrap(parent.left === outer ? parent.right : parent.left);
  const isEqual = parent.operator.startsWith('=');
  const value = operand.type === 'UnaryExpression' ? stringValue(other) : other.type === 'Identifier' && other.name === 'undefined' ? 'undefined' : other.type === 'NullLiteral' ? 'undefined' : undefined;
  if (value === 'undefined') return !isEqual;
  return value === 'object' ? isEqual : undefined;
}

/** Whether another sign of Firefox decides: `typeof browser !== 'undefined' && isFirefox`, `typeof browser === 'undefined' || !isFirefox`, or an API that only Firefox has. */
function isConfirmed(script: Script, { node, positive }: BrowserTest): boolean {
  let inner = wrapped(node);
  for (let up = parentOf(inner); up?.type === 'LogicalExpression'; up = parentOf(inner)) {
    if (up.operator === (positive ? '&&' : '||') && isForFirefox(script, up.left === inner ? up.right : up.left)) return true;
    inner = wrapped(up);
  }
  return false;
}

/** The logical expression that a test is part of. */
function wholeTest(node: Node): Node {
  let inner = wrapped(node);
  for (let up = parentOf(inner); up?.type === 'LogicalExpression' || (up?.type === 'UnaryExpression' && up.operator === '!'); up = parentOf(inner)) inner = wrapped(up);
  return inner;
}

const CHROME_NAME = /chrom|opera|edge|blink/i;
const FIREFOX_NAME = /firefox|gecko|moz|^(is_?)?ff$/i;

/** What a test is for; undefined where it only chooses a namespace or a style, which both browsers understand. */
function roleOf(script: Script, { node, positive }: BrowserTest, whole: Node): 'firefox' | 'unclear' | undefined {
  const parent = parentOf(whole);
  const name = nameOf(whole);
  if (name !== undefined && FIREFOX_NAME.test(name)) return 'firefox';
  if (name !== undefined && CHROME_NAME.test(name) && !positive) return 'firefox';
  if ((parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test === whole) {
    const branch = isNegated(node, whole) === positive ? parent.alternate : parent.consequent;
    return branch && isForFirefox(script, branch) ? 'firefox' : undefined;
  }
  const binding = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? script.binding(parent.id) : undefined;
  const decides = binding?.references.some(({ node: use }) => {
    const test = parentOf(wholeTest(use));
    return (test?.type === 'IfStatement' || test?.type === 'ConditionalExpression') && isForFirefox(script, test);
  });
  return decides ? 'unclear' : undefined;
}

/** Whether a `!` stands between a test and the whole that it is part of. */
function isNegated(node: Node, whole: Node): boolean {
  let negated = false;
  for (const up of ancestors(node)) {
    if (node === whole) break;
    if (up.type === 'UnaryExpression' && up.operator === '!') negated = !negated;
    if (up === whole) break;
  }
  return negated;
}

/** The name that a test's result is stored or returned under. */
function nameOf(whole: Node): string | undefined {
  const parent = parentOf(whole);
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined;
    case 'AssignmentExpression':
      return isMember(parent.left) ? memberName(parent.left) : parent.left.type === 'Identifier' ? parent.left.name : undefined;
    case 'ObjectProperty':
    case 'ClassProperty':
      return keyName(parent);
    case 'ReturnStatement':
      for (const up of ancestors(parent)) if (isFunction(up)) return functionName(up);
      return undefined;
    case 'ArrowFunctionExpression':
      return functionName(parent);
    default:
      return undefined;
  }
}

function functionName(fn: Node): string | undefined {
  if (fn.type === 'FunctionDeclaration' || fn.type === 'FunctionExpression') return fn.id?.name ?? nameOf(wrapped(fn));
  return fn.type === 'ObjectMethod' || fn.type === 'ClassMethod' ? keyName(fn as t.ClassMethod) : nameOf(wrapped(fn));
}

/** Whether code speaks of Firefox, or uses an API that only Firefox has. */
function isForFirefox(script: Script, branch: Node): boolean {
  return namesFirefox(script, branch) ||
    script.apiReferences.some(({ node, path, names }) => names.length > 0 && node.start! >= branch.start! && node.end! <= branch.end! && since('chrome', path) === false);
}

function narrowed(script: Script, { node, positive, object }: BrowserTest): string {
  const address = `${isUntyped(script, object) ? 'chrome' : object}.runtime.getURL(${script.quote('')}).startsWith(${script.quote('moz-')})`;
  const text = positive ? `${script.textOf(node)} && ${address}` : `${script.textOf(node)} || !${address}`;
  const parent = parentOf(wrapped(node));
  return parent?.type === 'LogicalExpression' && parent.operator !== (positive ? '&&' : '||') ? `(${text})` : text;
}

/** Whether TypeScript knows nothing of the object that a test is for: `declare let browser: unknown`. */
function isUntyped({ program }: Script, object: string): boolean {
  return program?.body.some((statement) => statement.type === 'VariableDeclaration' && statement.declare === true &&
    statement.declarations.some(({ id }) => id.type === 'Identifier' && id.name === object && id.typeAnnotation?.type === 'TSTypeAnnotation' && /^TS(Unknown|Object|Undefined)Keyword$/.test(id.typeAnnotation.typeAnnotation.type))) === true;
}
