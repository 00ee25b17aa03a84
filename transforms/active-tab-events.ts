import type * as t from '@babel/types';
import { isAssigned, type ApiReference } from './lib/api.ts';
import { hasAlternative, isTest, isUnder } from './lib/guarded.ts';
import { isFunction, isMember, isWithin, keyName, memberName, parentOf, unwrap, usesArguments, type FunctionNode, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { respell, spelled } from './lib/rename.ts';
import type { Binding } from './lib/scope.ts';
import type { Script } from './lib/script.ts';
import type { Edit } from './lib/types.ts';

const OLD = ['onSelectionChanged', 'onActiveChanged'];

export default define({
  id: 'active-tab-events',
  summary: 'Two old events that `tabs.onActivated` replaced, which gives its listeners one object',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/tabs#event-onActivated',
  names: OLD,
  apiOnly: true,
  messages: {
    'activated': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` is now `{new}`, whose listeners get `{ tabId, windowId }`',
    },
    'adapted': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` is now `{new}`; `{listener}` still gets the id and an object',
    },
    'unclear-listener': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` does not exist any more, and its listener is not clear enough to be rewritten',
      advice: 'Use `tabs.onActivated`: its listeners get one object, `{ tabId, windowId }`.',
    },
    'not-listened-here': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` does not exist any more, and this file does not show who listens to it',
      advice: 'Use `tabs.onActivated`: its listeners get one object, `{ tabId, windowId }`.',
    },
  },
  *script(script: Script) {
    const events = script.references('tabs').filter((reference) =>
      OLD.includes(reference.names[1] ?? '') && !isAssigned(reference.node) && !hasAlternative(script, reference, 'tabs.onActivated'));
    const edited = new Set<FunctionNode>();
    const left: Node[] = [];
    for (const reference of events) {
      const { call } = reference;
      if (reference.keys[1] === undefined || isTest(reference.node)) continue;
      const old = spelled(script, reference, 2);
      const at = script.at(reference.keys[1]);
      if (call === undefined || !/^(add|remove|has)Listeners?$/.test(reference.names[2] ?? '')) {
        yield { message: 'not-listened-here', at, data: { old } };
        continue;
      }
      const renamed = respell(script, reference, 1, 'onActivated')!;
      const data = { old, new: spelled(script, reference, 2, [renamed]) };
      const listener = call.arguments[0] && unwrap(call.arguments[0]);
      const own = listener && inlineOrOwn(script, listener, events);
      const params = listener === undefined ? [] : own && !edited.has(own) ? takeObject(script, own) : own && [];
      if (params !== undefined) {
        if (own) edited.add(own);
        // The events of one listener change together, at the first of them.
        const shared = listener?.type === 'Identifier' ? events.filter((other) => other !== reference && isListenedBy(script, other, listener)) : [];
        if (shared.some((other) => other.node.start! < reference.node.start!)) continue;
        yield { message: 'activated', at, edits: [renamed, ...params, ...shared.map((other) => respell(script, other, 1, 'onActivated')!)], data };
        continue;
      }
      const adapter = own === undefined && reference.names[2] === 'addListener' && !isRemoved(script, listener!, events) ? adapt(script, listener!) : undefined;
      if (adapter === undefined) {
        left.push(reference.node);
        yield { message: 'unclear-listener', at, data };
      } else if (adapter === script.textOf(listener!)) {
        yield { message: 'activated', at, edits: [renamed], data };
      } else {
        yield { message: 'adapted', at, edits: [renamed, script.replace(listener!, adapter)], data: { ...data, listener: script.textOf(listener!) } };
      }
    }
    for (const reference of events) {
      if (!isTest(reference.node) || reference.keys[1] === undefined) continue;
      // A test changes with what it guards.
      const guards = (node: Node): boolean => isUnder(node, (test) => isWithin(reference.node, test));
      if (left.some(guards) || !events.some(({ node }) => guards(node))) continue;
      const edit = respell(script, reference, 1, 'onActivated')!;
      yield { message: 'activated', at: script.at(reference.keys[1]), edits: [edit], data: { old: spelled(script, reference, 2), new: spelled(script, reference, 2, [edit]) } };
    }
  },
});

/** The listener's function, if it stands here or serves these events only. */
function inlineOrOwn(script: Script, listener: Node, events: readonly ApiReference[]): FunctionNode | undefined {
  if (isFunction(listener)) return listener;
  if (listener.type !== 'Identifier') return undefined;
  const binding = script.binding(listener);
  const fn = binding && functionOfBinding(binding);
  if (fn === undefined || !binding!.references.every(({ node, writes }) => !writes && events.some(({ call }) => call?.arguments[0] === node))) return undefined;
  return fn;
}

function functionOfBinding({ declarations }: Binding): FunctionNode | undefined {
  const [declaration, another] = declarations;
  const value = another === undefined && declaration?.keys?.length === 0 && declaration.init ? unwrap(declaration.init) : undefined;
  return isFunction(value) ? value : undefined;
}

function isListenedBy(script: Script, { call }: ApiReference, listener: t.Identifier): boolean {
  const argument = call?.arguments[0];
  return argument?.type === 'Identifier' && script.binding(argument) === script.binding(listener);
}

/** Whether a listener of these events is also taken away again, or asked for: an adapter would not be found then. */
function isRemoved(script: Script, listener: Node, events: readonly ApiReference[]): boolean {
  return events.some((event) => event.names[2] !== 'addListener' && event.call?.arguments[0] !== undefined && script.textOf(event.call.arguments[0]) === script.textOf(listener));
}

/** The edits that turn the parameters `(tabId, info)` into `({ tabId, windowId })`; none for a listener that takes nothing. */
function takeObject(script: Script, fn: FunctionNode): Edit[] | undefined {
  const [id, info, another] = fn.params;
  if (usesArguments(fn) || another !== undefined) return undefined;
  if (id === undefined) return [];
  if (id.type !== 'Identifier') return undefined;
  const tabId = id.name === 'tabId' ? 'tabId' : `tabId: ${id.name}`;
  const start = id.start!;
  const end = (info ?? id).end!;
  const open = /\(\s*$/.test(script.slice(fn.start!, start)) ? ['', ''] : ['(', ')'];
  const params = (names: string, more: readonly Edit[] = []): Edit[] => [{ file: script.path, start, end, text: `${open[0]}{ ${names} }${open[1]}` }, ...more];
  if (info === undefined) return params(tabId);
  if (info.type === 'ObjectPattern') {
    const names = info.properties.map((property) => (property.type === 'ObjectProperty' ? keyName(property) : undefined));
    return names.every((name) => name === 'windowId') ? params([tabId, ...info.properties.map((property) => script.textOf(property))].join(', ')) : undefined;
  }
  if (info.type !== 'Identifier') return undefined;
  const uses = script.binding(info)?.references ?? [];
  if (uses.length === 0) return params(tabId);
  const members = uses.map(({ node }) => parentOf(node));
  const isPlain = members.every((member, index) => isMember(member) && !member.computed && member.object === uses[index]!.node && memberName(member) === 'windowId' && parentOf(member)?.type !== 'AssignmentExpression');
  const isFree = uses.every(({ node }) => script.scopes!.scopeOf(node).lookup('windowId') === undefined) && !script.freeNames.has('windowId');
  if (!isPlain || !isFree) return params(`${tabId}, ...${info.name}`);
  return params(`${tabId}, windowId`, members.map((member) => script.replace(member!, 'windowId')));
}

function adapt(script: Script, listener: Node): string | undefined {
  if (listener.type !== 'Identifier' && !(isMember(listener) && !listener.computed)) return undefined;
  const binding = listener.type === 'Identifier' ? script.binding(listener) : undefined;
  const fn = binding && functionOfBinding(binding);
  const text = script.textOf(listener);
  if (/^(tabId|windowId)$/.test(text)) return undefined;
  if (fn !== undefined && !usesArguments(fn) && fn.params.every(({ type }) => type !== 'RestElement')) {
    if (fn.params.length === 0) return text;
    if (fn.params.length === 1) return `({ tabId }) => ${text}(tabId)`;
  }
  return `({ tabId, windowId }) => ${text}(tabId, { windowId })`;
}
