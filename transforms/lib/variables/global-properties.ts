import { immediateCall } from '../api.ts';
import { ancestors, isCall, isFunction, isOutermostThis, isWithin, keyName, unwrap, walk, type FunctionNode, type Node } from '../ast.ts';
import { addAccesses, type Access } from '../bindings.ts';
import { GLOBAL_OBJECTS } from '../global-names.ts';
import { injectedFunctions } from '../injection/injected.ts';
import { initOfConstant, type Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { once } from '../source.ts';

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

/** What names properties of the global object beside members: patterns (`const { count } = window`), which read them, and `Object.assign(window, { count: 0 })`. */
export const namedWithGlobal = once((script: Script): ReadonlyMap<string, readonly Access[]> => {
  const named = new Map<string, Access[]>();
  if (!/\}\s*=|\bObject\.assign\b/.test(script.text)) return named;
  const injected = injectedFunctions(script);
  const take = (object: Node | null | undefined, pattern: Node): void => {
    if (pattern.type !== 'ObjectPattern' || !object || !isGlobalObject(script, object)) return;
    for (const member of pattern.properties) {
      const name = member.type === 'ObjectProperty' ? keyName(member) : undefined;
      if (name !== undefined) addAccesses(named, name, [{ script, node: unwrap(object), kind: 'escape', reads: true, value: undefined, initial: false }]);
    }
  };
  walk(script.program!, (node) => {
    if (injected.has(node)) return false;
    if (node.type === 'VariableDeclarator') take(node.init, node.id);
    else if (node.type === 'AssignmentExpression') take(node.right, node.left);
    else if (isCall(node) && script.textOf(node.callee) === 'Object.assign' && node.arguments[0] && isGlobalObject(script, node.arguments[0])) {
      for (const given of node.arguments.slice(1)) {
        const object = unwrap(given);
        for (const member of object.type === 'ObjectExpression' ? object.properties : []) {
          const name = member.type === 'SpreadElement' ? undefined : keyName(member);
          if (name !== undefined) addAccesses(named, name, [{ script, node: unwrap(node.arguments[0]), kind: 'write', reads: false, value: member.type === 'ObjectProperty' ? member.value : member, initial: false }]);
        }
      }
    }
    return true;
  });
  return named;
});
