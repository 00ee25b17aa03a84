import { immediateCall } from '../api.ts';
import { ancestors, isFunction, isOutermostThis, isWithin, unwrap, type FunctionNode, type Node } from '../ast.ts';
import { GLOBAL_OBJECTS } from '../global-names.ts';
import { initOfConstant, type Binding } from '../scope.ts';
import type { Script } from '../script.ts';

/** Whether an expression is the global object, by the parameter of a wrapper perhaps. */
export function isGlobalObject(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'ThisExpression') return (isOutermostThis(inner) && !script.isModule) || isThisGlobal(script, inner);
  if (inner.type !== 'Identifier') return false;
  const binding = script.binding(inner);
  if (binding === undefined) return GLOBAL_OBJECTS.has(inner.name);
  const given = givenAtOnce(binding) ?? initOfConstant(binding);
  return given !== undefined && !isWithin(inner, given) && isGlobalObject(script, given);
}

/** Whether `this` is the global object that a wrapper is called on where it stands: `(function () { this.count = 0; }).call(window)`. */
function isThisGlobal(script: Script, node: Node): boolean {
  for (const up of ancestors(node)) {
    if (up.type === 'ClassBody') return false;
    if (!isFunction(up) || up.type === 'ArrowFunctionExpression') continue;
    const call = immediateCall(up);
    const [given] = call?.viaCall ? call.node.arguments : [];
    return given !== undefined && isGlobalObject(script, given);
  }
  return false;
}

/** What a wrapper that is called where it stands gets for a parameter that stays the same: `self` of `(function (root) {})(self)`. */
export function givenAtOnce({ kind, declarations, references }: Binding): Node | undefined {
  const [declaration] = declarations;
  const fn = declaration?.node;
  const call = kind === 'param' && isFunction(fn) ? immediateCall(fn) : undefined;
  const index = call === undefined || references.some(({ writes }) => writes) ? -1 : (fn as FunctionNode).params.findIndex((param) => param === declaration!.id);
  return index === -1 ? undefined : call!.node.arguments[call!.viaCall ? index + 1 : index];
}
