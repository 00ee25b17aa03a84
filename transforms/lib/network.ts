import type * as t from '@babel/types';
import { callOf, isCall, isFunction, isMember, memberName, parentOf, stringValue, unwrap, wrapped, type AnyCall, type Node } from './ast.ts';
import type { Script } from './script.ts';
import type { Turns } from './turns.ts';

const REQUESTS = /^(ajax|get|getJSON|post|request)$/;
const MAX_CALLERS = 5;

/** The calls of a script that ask the network for something or open a connection, with what they are called by. Files of the extension are not on the network. */
export function* requestsOf(script: Script, turns: Turns): Generator<readonly [name: string, call: AnyCall]> {
  for (const [name, call] of callsOf(script)) {
    if (!isOfExtension(script, name === 'XMLHttpRequest' ? opened(script, call) : call, turns)) yield [name, call];
  }
}

function* callsOf(script: Script): Generator<readonly [name: string, call: AnyCall]> {
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']) {
    for (const node of script.globals(name)) {
      const call = callOf(node);
      if (call !== undefined) yield [name, call];
    }
  }
  for (const name of ['$', 'jQuery', 'axios']) {
    for (const node of script.globals(name)) {
      const member = parentOf(wrapped(node));
      const call = isMember(member) && member.object === wrapped(node) && REQUESTS.test(memberName(member) ?? '') ? callOf(member) : undefined;
      if (call !== undefined) yield [`${name}.${memberName(member as t.MemberExpression)!}`, call];
    }
  }
}

/** What a request of `XMLHttpRequest` is for: the first argument of its `open`. */
function opened(script: Script, made: AnyCall): AnyCall {
  const declarator = parentOf(wrapped(made));
  const binding = declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? script.binding(declarator.id) : undefined;
  for (const { node } of binding?.references ?? []) {
    const member = parentOf(node);
    const call = isMember(member) && memberName(member) === 'open' ? parentOf(wrapped(member)) : undefined;
    if (isCall(call)) return { ...call, arguments: call.arguments.slice(1) };
  }
  return made;
}

/** Whether a request is for a file of the extension. */
function isOfExtension(script: Script, { arguments: [url] }: AnyCall, turns: Turns, depth = 0): boolean {
  let inner = url && unwrap(url);
  while (inner?.type === 'BinaryExpression') inner = unwrap(inner.left);
  if (inner?.type === 'TemplateLiteral' && inner.quasis[0]!.value.raw === '') inner = inner.expressions[0];
  if (isCall(inner)) return /^(runtime|extension)\.getURL$/.test(script.api(unwrap(inner.callee as Node))?.names.join('.') ?? '');
  const text = stringValue(inner);
  if (text !== undefined) return !/^([a-z][\w+.-]*:|\/\/)/i.test(text);
  const declaration = inner?.type === 'Identifier' ? script.binding(inner)?.declarations[0] : undefined;
  if (declaration === undefined || depth >= MAX_CALLERS) return false;
  const asked = (node: Node | undefined, own: Script): boolean => node !== undefined && isOfExtension(own, { arguments: [node] } as unknown as AnyCall, turns, depth + 1);
  if (!isFunction(declaration.node)) return asked(declaration.init, script);
  const index = declaration.node.params.indexOf(declaration.id as t.Identifier);
  const callers = turns.callersOf(declaration.node);
  return index !== -1 && callers.length > 0 && callers.every((caller) => asked(caller.arguments[index], turns.scriptOf(caller)));
}
