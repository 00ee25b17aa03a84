import { isGuarded, type ApiReference } from './lib/api.ts';
import { functionOf, isFunction, isMember, isUnused, isWithin, memberName, parentOf, unwrap, walk, wrapped, type AnyCall, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Realm } from './lib/realms.ts';
import type { Binding } from './lib/scope.ts';
import type { Script } from './lib/script.ts';
import { turnsOf } from './lib/turns.ts';
import { snippet } from './lib/words.ts';

export default define({
  id: 'ports',
  summary: 'Ports that are expected to stay open: they are closed when the background is unloaded',
  url: 'https://developer.chrome.com/docs/extensions/develop/concepts/messaging#connect',
  names: ['connect', 'onConnect', 'onConnectExternal'],
  apiOnly: true,
  messages: {
    'no-reconnect': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` is used for as long as this script lives, but is closed when the background is unloaded',
      advice: 'Connect when something is to be sent and no port is open, and forget the port in its `onDisconnect`; what the background has to say can come as a message, or through storage.',
    },
    'presence': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` only says that this script is there: the background forgets that when it is unloaded',
      advice: 'Ask instead when it matters: `runtime.getContexts` (Chrome 116, Firefox 127) for pages of the extension, a message for content scripts.',
    },
    'stored-port': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` keeps a port that other code sends through: port and variable are gone after an unload',
      advice: 'Push through `storage.onChanged`, `tabs.sendMessage` or `runtime.sendMessage`; or have the other side connect again, and be ready for a time without a port.',
    },
  },
  *script(script: Script) {
    if (!script.file.editable) return;
    for (const api of ['runtime.connect', 'extension.connect']) {
      for (const { call, reference } of script.calls(api)) if (!toOtherExtension(script, call)) yield* clientPort(script, call, reference);
    }
    for (const realm of script.realms) if (realm.kind === 'background') yield* storedPorts(realm, script);
  },
});

/** `runtime.connect(extensionId)` speaks to another extension. */
function toOtherExtension(script: Script, call: AnyCall): boolean {
  const [first] = call.arguments;
  const inner = first && unwrap(first);
  return inner !== undefined && inner.type !== 'ObjectExpression' && !(inner.type === 'MemberExpression' && script.textOf(inner).endsWith('runtime.id')) && call.arguments.length > 0 && !isOptions(script, inner);
}

function isOptions(script: Script, node: Node): boolean {
  const init = node.type === 'Identifier' ? script.binding(node)?.declarations[0]?.init : undefined;
  return init !== undefined && unwrap(init).type === 'ObjectExpression';
}

function* clientPort(script: Script, call: AnyCall, reference: ApiReference) {
  if (script.runsIn('background') || isGuarded(script, reference)) return;
  const outer = wrapped(call);
  const parent = parentOf(outer);
  const data = { code: snippet(script, call) };
  if (isUnused(call)) {
    yield { message: 'presence' as const, at: script.at(call), data };
    return;
  }
  if (isMember(parent) && parent.object === outer) {
    // chrome.runtime.connect().onMessage.addListener(...)
    if (memberName(parent) === 'onMessage' && functionOf(call) === undefined) yield { message: 'no-reconnect' as const, at: script.at(call), data };
    return;
  }
  const id = parent?.type === 'VariableDeclarator' ? parent.id : parent?.type === 'AssignmentExpression' && parent.right === outer ? unwrap(parent.left) : undefined;
  const binding = id?.type === 'Identifier' ? script.binding(id) : undefined;
  if (binding === undefined) return;
  const members = membersOf(binding);
  if (members.some(({ name }) => name === 'onDisconnect')) return;
  if (binding.references.every(({ reads }) => !reads)) {
    yield { message: 'presence' as const, at: script.at(call), data };
    return;
  }
  const home = functionOf(call);
  const escapes = members.length < binding.references.filter(({ reads }) => reads).length;
  const lasting = members.some(({ name, node }) => (name === 'onMessage' || name === 'postMessage') && isUsedLater(node, home, name));
  if (lasting && !escapes) yield { message: 'no-reconnect' as const, at: script.at(call), data };
}

/** Whether a port is used in another turn than the one that opened it; listening at top level goes on for as long as the script lives. */
function isUsedLater(node: Node, home: Node | undefined, name: string): boolean {
  const own = functionOf(node);
  return own === home ? name === 'onMessage' && home === undefined : true;
}

function membersOf(binding: Binding): { readonly name: string; readonly node: Node }[] {
  return binding.references.flatMap(({ node }) => {
    const parent = parentOf(wrapped(node));
    const name = isMember(parent) ? memberName(parent) : undefined;
    return name === undefined ? [] : [{ name, node }];
  });
}

// ---- the background's side

function* storedPorts(realm: Realm, script: Script) {
  const turns = turnsOf(realm);
  for (const { script: owner, event, functions } of turns.registrations) {
    if (owner.program !== script.program || !/^(runtime|extension)\.onConnect(External)?$/.test(event)) continue;
    for (const fn of functions) {
      const [param] = fn.params;
      const binding = param?.type === 'Identifier' ? turns.scriptOf(fn).binding(param) : undefined;
      for (const { node } of binding?.references ?? []) {
        const stored = storedIn(turns.scriptOf(fn), node, fn);
        if (stored === undefined || !realm.scripts.some((one) => one.program && sendsThrough(one, stored.name, fn))) continue;
        yield { message: 'stored-port' as const, at: script.at(stored.place), data: { code: snippet(script, stored.place) } };
      }
    }
  }
}

/** The variable outside of a listener that one of its values is put into, there or as part of an object. */
function storedIn(script: Script, node: Node, fn: Node): { readonly name: string; readonly place: Node } | undefined {
  let value = wrapped(node);
  let parent = parentOf(value);
  while (parent?.type === 'ObjectProperty' || parent?.type === 'ObjectExpression') {
    value = parent;
    parent = parentOf(value);
  }
  let target: Node | undefined;
  if (parent?.type === 'AssignmentExpression' && parent.right === value) target = parent.left;
  else if (parent?.type === 'CallExpression' && parent.callee !== value && isMember(parent.callee) && /^(push|add|set|unshift)$/.test(memberName(parent.callee) ?? '')) target = parent.callee.object;
  if (target === undefined || parent === undefined) return undefined;
  let base = unwrap(target);
  while (isMember(base)) base = unwrap(base.object);
  if (base.type !== 'Identifier') return undefined;
  const binding = script.binding(base);
  return binding !== undefined && isWithin(binding.scope.node, fn) ? undefined : { name: base.name, place: parent };
}

/** Whether code outside of the listener sends through a variable. */
function sendsThrough(script: Script, name: string, listener: Node): boolean {
  let found = false;
  walk(script.program!, (node) => {
    if (found || node === listener) return false;
    if (!isMember(node) || memberName(node) !== 'postMessage') return true;
    const around = functionOf(node);
    const mentions = (within: Node): boolean => {
      let seen = false;
      walk(within, (one) => {
        if (one.type === 'Identifier' && one.name === name) seen = true;
        return !seen && (one === within || !isFunction(one) || one === around);
      });
      return seen;
    };
    if (mentions(node.object) || isInLoopOver(node, mentions)) found = true;
    return !found;
  });
  return found;
}

/** `for (const port of ports) port.postMessage(...)`, `ports.forEach((port) => port.postMessage(...))` */
function isInLoopOver(node: Node, mentions: (within: Node) => boolean): boolean {
  for (let up = parentOf(node); up !== undefined; up = parentOf(up)) {
    if (up.type === 'ForOfStatement' || up.type === 'ForInStatement') {
      if (mentions(up.right)) return true;
    } else if (up.type === 'CallExpression' && isMember(up.callee) && mentions(up.callee.object)) {
      return true;
    }
  }
  return false;
}
