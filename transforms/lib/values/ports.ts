import type * as t from '@babel/types';
import { isCall, isFunction, isMember, memberName, parentOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Script } from '../script.ts';
import { usesOfFunction } from '../uses.ts';
import type { Proof } from './proof.ts';
import { DATA, PRIMITIVE, type Value } from './value.ts';

/** Whether an expression names a port: what a listener of connections gets, a listener of its messages, or what the extension opens. */
export function isPort(proof: Proof, script: Script, node: Node): boolean {
  const inner = unwrap(node);
  if (isCall(inner)) return /^(runtime|tabs|extension)\.connect(Native)?$/.test(script.api(unwrap(inner.callee as Node))?.names.join('.') ?? '');
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const [{ node: holder, id, keys, init } = {} as never, another] = binding?.declarations ?? [];
  if (binding === undefined || another !== undefined || keys?.length !== 0 || binding.references.some(({ writes }) => writes)) return false;
  return isFunction(holder) ? getsPort(proof, script, holder, holder.params.indexOf(id as t.Identifier)) : init != null && isCall(unwrap(init)) && isPort(proof, script, init);
}

/** Whether each use of a function gives it a port as one of its parameters. */
export function getsPort(proof: Proof, script: Script, fn: FunctionNode, index: number): boolean {
  const uses = usesOfFunction(script, fn);
  if (uses === undefined || uses.length === 0 || index < 0 || proof.depth > 8) return false;
  proof.depth += 1;
  try {
    return uses.every((use) => {
      const outer = wrapped(use.node);
      const call = parentOf(outer);
      if (!isCall(call)) return false;
      const callee = unwrap(call.callee as Node);
      const argument = call.arguments[index];
      if (call.callee === outer) return argument !== undefined && !call.arguments.some(({ type }) => type === 'SpreadElement') && isPort(proof, use.script, argument);
      return index === 0 ? /^(runtime|extension)\.onConnect(External)?\.addListener$/.test(use.script.api(callee)?.names.join('.') ?? '') : index === 1 && isPortMessage(proof, use.script, callee);
    });
  } finally {
    proof.depth -= 1;
  }
}

/** `port.onMessage.addListener` */
export function isPortMessage(proof: Proof, script: Script, callee: Node): boolean {
  const event = isMember(callee) && memberName(callee) === 'addListener' ? unwrap(callee.object) : undefined;
  return event !== undefined && isMember(event) && memberName(event) === 'onMessage' && isPort(proof, script, event.object);
}

/** What is kept of a port: its name, and who opened it. */
export function portMember(name: string | undefined): Value | undefined {
  return name === 'name' ? PRIMITIVE : name === 'sender' ? { ...DATA, null: false, event: true } : undefined;
}
