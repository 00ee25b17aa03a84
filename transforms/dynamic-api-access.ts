import { immediateCall, type ApiReference } from './lib/api.ts';
import { isTest, isUnder, testsApi } from './lib/guarded.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, keyName, memberName, parentOf, stringValue, unwrap, wrapped, type AnyCall, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { isV2Only } from './lib/platform.ts';
import type { Script } from './lib/script.ts';
import { snippet } from './lib/words.ts';

export default define({
  id: 'dynamic-api-access',
  summary: 'APIs that are reached by computed names, or handed on as a whole',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls',
  names: ['chrome', 'browser'],
  apiOnly: true,
  messages: {
    'computed': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` takes an API by a computed name: which one is not known here',
      advice: 'Check that no name that it can have is renamed or gone: `browserAction`, `pageAction`, `extension.getURL`, `tabs.executeScript` and the like.',
    },
    'handed-on': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` hands all APIs on: what is used of them is not followed',
      advice: 'Check for APIs that are renamed or gone where the value arrives.',
    },
    'by-name': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` hands on `{api}`, which Manifest V3 does not have',
      advice: 'Call what takes its place: `scripting.executeScript`, `scripting.insertCSS`, `runtime.getURL`, `tabs.query` and the like. They take other arguments.',
    },
  },
  *script(script: Script, extension: Extension) {
    if (!script.file.editable) return;
    const told = new Set<Node>();
    for (const reference of script.apiReferences) {
      const node = wrapped(reference.node);
      const parent = parentOf(node);
      if (reference.pattern || reference.choice || !isRenamedFrom(reference) || isTest(node)) continue;
      if (isMember(parent) && parent.object === node && parent.computed && isUnknown(parent.property)) {
        yield { message: 'computed', at: script.at(parent), data: { code: snippet(script, parent) } };
        continue;
      }
      const api = extension.isV3 && isCall(parent) && parent.callee !== node ? goneByName(reference, parent) : undefined;
      if (api !== undefined && isUnder(reference.node, (test) => testsApi(script, test, api.split('.'), 1))) continue;
      if (api !== undefined) {
        yield { message: 'by-name', at: script.at(parent!), data: { code: snippet(script, parent!), api } };
        continue;
      }
      const value = chosen(node);
      if (reference.names.length > 0 || told.has(value) || !isHandedOn(script, value)) continue;
      told.add(value);
      yield { message: 'handed-on', at: script.at(value), data: { code: snippet(script, handing(value)) } };
    }
  },
});

/** The objects that lose members: all APIs together, and the namespaces that lost some. */
function isRenamedFrom({ names }: ApiReference): boolean {
  return names.length === 0 || (names.length === 1 && /^(tabs|extension)$/.test(names[0]!));
}

const ASKING = /^(has|hasOwn|hasOwnProperty|call)$/;

/** `promisify(chrome.tabs, 'executeScript')`: the member that a call is given together with its namespace, where that is gone. */
function goneByName({ names }: ApiReference, { callee, arguments: given }: AnyCall): string | undefined {
  const fn = unwrap(callee as Node);
  const name = isMember(fn) ? memberName(fn) : fn.type === 'Identifier' ? fn.name : undefined;
  if (names.length !== 1 || (name !== undefined && ASKING.test(name))) return undefined;
  return given.map((argument) => `${names[0]}.${stringValue(argument)}`).find(isV2Only);
}

/** The expression that a value is one of the outcomes of: `typeof browser === 'undefined' ? chrome : browser`. */
function chosen(node: Node): Node {
  let outer = node;
  for (let up = parentOf(outer); up?.type === 'LogicalExpression' || (up?.type === 'ConditionalExpression' && up.test !== outer); up = parentOf(outer)) outer = wrapped(up);
  return outer;
}

/** A name that is none of some literals. */
function isUnknown(key: Node): boolean {
  const value = unwrap(key);
  if (value.type === 'ConditionalExpression') return isUnknown(value.consequent) || isUnknown(value.alternate);
  if (value.type === 'LogicalExpression') return isUnknown(value.left) || isUnknown(value.right);
  return stringValue(value) === undefined;
}

/** Whether a namespace goes into code where its uses are not seen: a call, a return value. */
function isHandedOn(script: Script, node: Node): boolean {
  const parent = parentOf(node);
  // start({ api: chrome }), start([chrome])
  if (parent?.type === 'ObjectProperty' && parent.value === node && parentOf(parent)?.type === 'ObjectExpression') return isHandedOn(script, wrapped(parentOf(parent)!));
  if (parent?.type === 'ArrayExpression') return isHandedOn(script, wrapped(parent));
  if ((isCall(parent) || parent?.type === 'NewExpression') && parent.callee !== node) return takesApart(script, parent, node);
  if (parent?.type === 'ForInStatement') return parent.right === node;
  if (parent?.type === 'ReturnStatement' || (parent?.type === 'ArrowFunctionExpression' && parent.body === node)) {
    const fn = parent.type === 'ReturnStatement' ? functionOf(parent) : parent;
    return fn !== undefined && isNamed(fn);
  }
  return false;
}

/** What hands a value on, around the objects that it is put into. */
function handing(value: Node): Node {
  let up = parentOf(value)!;
  while (up.type === 'ObjectProperty' || up.type === 'ObjectExpression' || up.type === 'ArrayExpression') up = parentOf(wrapped(up))!;
  return up;
}

const HARMLESS = /^(Boolean|String|isNaN)$/;

function takesApart(script: Script, call: AnyCall, node: Node): boolean {
  const callee = unwrap(call.callee as Node);
  if (isFunction(callee)) return immediateCall(callee) === undefined;
  if (isMember(callee)) {
    const object = unwrap(callee.object);
    // Function.prototype.call of a function that stands here; logging.
    if (isFunction(object) || (object.type === 'Identifier' && object.name === 'console')) return false;
    return !(memberName(callee) === 'bind' || (memberName(callee) === 'assign' && call.arguments[0] !== node));
  }
  return !(callee.type === 'Identifier' && HARMLESS.test(callee.name) && script.binding(callee) === undefined);
}

/** Whether other code can call a function: it has a name. */
function isNamed(fn: Node): boolean {
  if (fn.type === 'FunctionDeclaration' || fn.type === 'ObjectMethod' || fn.type === 'ClassMethod') return true;
  const [up] = ancestors(wrapped(fn));
  return up?.type === 'VariableDeclarator' || up?.type === 'AssignmentExpression' || (up?.type === 'ObjectProperty' && keyName(up) !== undefined);
}
