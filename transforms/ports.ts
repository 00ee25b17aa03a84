import type { ApiReference } from './lib/api.ts';
import { functionOf, isMember, isUnused, memberName, parentOf, unwrap, wrapped, type AnyCall, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { isGuarded } from './lib/guarded.ts';
import type { Binding } from './lib/scope.ts';
import type { Script } from './lib/script.ts';
import { snippet } from './lib/words.ts';

export default define({
  id: 'ports',
  summary: 'Ports that are expected to stay open: they are closed when the background is unloaded',
  url: 'https://developer.chrome.com/docs/extensions/develop/concepts/messaging#connect',
  names: ['connect'],
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
  },
  *script(script: Script) {
    if (!script.file.editable) return;
    for (const api of ['runtime.connect', 'extension.connect']) {
      for (const { call, reference } of script.calls(api)) if (!toOtherExtension(script, call)) yield* clientPort(script, call, reference);
    }
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
