import type * as t from '@babel/types';
import { isAssigned, type ApiReference } from './lib/api.ts';
import { hasAlternative, isTest, isUnder } from './lib/guarded.ts';
import { isFunction, isMember, isUnused, isWithin, memberName, parentOf, unwrap, usesArguments, wrapped, type FunctionNode, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { respell, spelled } from './lib/rename.ts';
import type { Script } from './lib/script.ts';
import type { Edit } from './lib/types.ts';

export default define({
  id: 'tabs-api',
  summary: 'Old members of `tabs` that were replaced, such as `getSelected`',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-unsupported-apis',
  names: ['getSelected', 'getAllInWindow', 'onHighlightChanged'],
  apiOnly: true,
  messages: {
    'renamed': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` is now `{new}`',
    },
    'queried': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` is now `{new}`',
      advice: 'There may be no such tab (the developer tools have the focus): the first of the list is undefined then.',
    },
    'not-called-here': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` does not exist any more, and this file does not show where it is called',
      advice: 'Use `tabs.query` and take the first tab of its list.',
    },
    'unclear-arguments': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` does not exist any more, and {reason}',
      advice: 'Use `tabs.query({query})`.',
    },
  },
  *script(script: Script) {
    const old: ApiReference[] = [];
    for (const reference of script.references('tabs')) {
      const [, member] = reference.names;
      if (reference.keys[1] === undefined || isAssigned(reference.node)) continue;
      if (member === 'onHighlightChanged' && !hasAlternative(script, reference, 'tabs.onHighlighted')) yield { message: 'renamed', ...renamed(script, reference, 'onHighlighted') };
      if ((member === 'getSelected' || member === 'getAllInWindow') && !hasAlternative(script, reference, 'tabs.query')) old.push(reference);
    }
    const left: Node[] = [];
    for (const reference of old) {
      if (isTest(reference.node)) continue;
      const plan = planOf(script, reference);
      const found = renamed(script, reference, 'query');
      if (Array.isArray(plan)) {
        yield { message: 'queried', ...found, edits: [...found.edits, ...plan] };
        continue;
      }
      left.push(reference.node);
      if (plan === undefined) yield { message: 'not-called-here', at: found.at, data: found.data };
      else yield { message: 'unclear-arguments', at: found.at, data: { ...found.data, ...plan } };
    }
    for (const reference of old) {
      if (!isTest(reference.node)) continue;
      // A test changes with what it guards.
      const guards = (node: Node): boolean => isUnder(node, (test) => isWithin(reference.node, test));
      if (!left.some(guards) && old.some(({ node }) => guards(node))) yield { message: 'renamed', ...renamed(script, reference, 'query') };
    }
  },
});

function renamed(script: Script, reference: ApiReference, name: string) {
  const edits = [respell(script, reference, 1, name)!];
  return { at: script.at(reference.keys[1]!), edits, data: { old: spelled(script, reference, 2), new: spelled(script, reference, 2, edits) } };
}

/** The edits that make a call one of `query`, beside its name; why there are none; undefined where nothing is called. */
function planOf(script: Script, reference: ApiReference): Edit[] | { readonly reason: string; readonly query: string } | undefined {
  const { call, names } = reference;
  if (call === undefined || names.length > 2 || call.arguments.some(({ type }) => type === 'SpreadElement')) return undefined;
  const isSelected = names[1] === 'getSelected';
  const [first, second] = call.arguments.map((argument) => unwrap(argument));
  const onlyCallback = second === undefined && first !== undefined && mayBeCallback(script, first);
  const windowArgument = onlyCallback ? undefined : first;
  const callback = onlyCallback ? first : second;
  const window = windowKey(script, windowArgument);
  const query = `{ ${isSelected ? 'active: true, ' : ''}${window ?? 'lastFocusedWindow: true'} }`;
  if (window === undefined) return { reason: 'which window is meant depends on where this script runs, which is not known', query };
  const given = !isSelected ? [] : callback !== undefined ? takeFirst(script, callback) : takeFirstOfPromise(script, call);
  if (given === undefined) return { reason: callback === undefined ? 'what becomes of its result is not clear' : 'its callback takes its arguments in an unusual way', query };
  const placed = windowArgument !== undefined ? script.replace(call.arguments[0]!, query)
    : callback !== undefined ? script.insert(call.arguments[0]!.start!, `${query}, `) : script.insert(call.end! - 1, query);
  return [placed, ...given];
}

function mayBeCallback(script: Script, node: Node): boolean {
  if (isFunction(node)) return true;
  return node.type === 'Identifier' && (script.binding(node)?.declarations ?? []).some(({ init, keys }) => keys?.length === 0 && init !== undefined && isFunction(unwrap(init)));
}

/** The key of a query that means the same window; undefined where that depends on the unknown. */
function windowKey(script: Script, node: Node | undefined): string | undefined {
  const isNone = node === undefined || node.type === 'NullLiteral' || (node.type === 'Identifier' && node.name === 'undefined');
  if (!isNone) return node.type === 'Identifier' && node.name === 'windowId' ? 'windowId' : `windowId: ${script.textOf(node)}`;
  const inBackground = script.runsIn('background');
  if (script.realms.length === 0 || (inBackground && script.realms.some(({ kind }) => kind !== 'background'))) return undefined;
  return inBackground ? 'lastFocusedWindow: true' : 'currentWindow: true';
}

/** The edits that make a callback for one tab take the first of a list. */
function takeFirst(script: Script, callback: Node): Edit[] | undefined {
  if (isFunction(callback)) return takeFirstParameter(script, callback);
  const isName = callback.type === 'Identifier' || (isMember(callback) && !callback.computed && /^(Identifier|ThisExpression|MemberExpression)$/.test(callback.object.type));
  if (!isName) return undefined;
  const text = script.textOf(callback);
  const tab = /\btab\b/.test(text) ? 'first' : 'tab';
  return [script.replace(callback, `([${tab}]) => ${text}(${tab})`)];
}

function takeFirstParameter(script: Script, fn: FunctionNode): Edit[] | undefined {
  const [param, another] = fn.params;
  if (usesArguments(fn) || another !== undefined) return undefined;
  if (param === undefined) return [];
  if (param.type !== 'Identifier' && param.type !== 'ObjectPattern') return undefined;
  const annotation = param.typeAnnotation;
  const inner = annotation ? script.slice(param.start!, annotation.start!) : script.textOf(param);
  const type = annotation ? `${script.textOf(annotation)}[]` : '';
  const text = `[${inner}]${type}`;
  const bare = fn.type === 'ArrowFunctionExpression' && fn.params.length === 1 && !isParenthesised(script, fn, param);
  return [script.replace(param, bare ? `(${text})` : text)];
}

/** Whether an arrow's only parameter stands in parentheses. */
function isParenthesised(script: Script, fn: FunctionNode, param: Node): boolean {
  return /\(\s*$/.test(script.slice(fn.start!, param.start!));
}

/** `await getSelected()` and `getSelected().then((tab) => ...)`. */
function takeFirstOfPromise(script: Script, call: t.Node): Edit[] | undefined {
  const outer = wrapped(call);
  const parent = parentOf(outer);
  if (parent?.type === 'AwaitExpression') return isUnused(parent) ? [] : [script.insert(parent.start!, '('), script.insert(parent.end!, ')[0]')];
  if (!isMember(parent) || parent.object !== outer || memberName(parent) !== 'then') return undefined;
  const then = parentOf(parent);
  const handler = then?.type === 'CallExpression' && then.callee === parent && then.arguments[0] ? unwrap(then.arguments[0]) : undefined;
  return handler && takeFirst(script, handler);
}
