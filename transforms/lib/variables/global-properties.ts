import type * as t from '@babel/types';
import { isCall, isCallee, isFunction, isMember, keyName, memberName, nodesOf, unwrap, walk, type Node } from '../ast.ts';
import { accessOf, addAccesses, type Access, type Variable } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import { injectedFunctions, isInjected } from '../injection/injected.ts';
import type { Script } from '../script.ts';
import { once } from '../source.ts';
import type { Turns } from '../turns.ts';
import { isGlobalObject } from './global-aliases.ts';
import { hasFields } from './records.ts';

/** The properties of the global object that code gives a value, and that no script declares. @param topLevel what the scripts declare, by name */
export function globalProperties(scripts: readonly Script[], topLevel: ReadonlyMap<string, Script>, turns: Turns): Variable[] {
  const variables: Variable[] = [];
  /** Uses of names that a script does not declare, and of window's properties, by name. */
  const shared = new Map<string, Access[]>();
  /** Uses of properties of the global object whose names are computed. */
  const computed: Access[] = [];
  for (const script of scripts) {
    for (const [name, uses] of script.freeNames) {
      if (topLevel.has(name) || NAMESPACES.has(name) || !uses.some(({ writes }) => writes) || /^on[a-z]+$/.test(name)) continue;
      const own = uses.filter(({ node }) => !isInjected(script, node));
      if (own.some(({ writes }) => writes)) addAccesses(shared, name, own.map(({ node }) => accessOf(script, node as t.Identifier)));
    }
    const isShared = (name: string): boolean => !topLevel.has(name) && !PLATFORM.has(name) && !/^on[a-z]+$/.test(name);
    for (const [name, own] of namedWithGlobal(script)) if (isShared(name)) addAccesses(shared, name, own);
    for (const node of nodesOf(isMember, script.program!)) {
      if (!isGlobalObject(script, node.object) || isInjected(script, node)) continue;
      const known = memberName(node) ?? evaluate(script, node.property as Node, turns)?.value;
      if (known === undefined && !isCallee(node)) computed.push(accessOf(script, node));
      const name = typeof known === 'string' ? known : undefined;
      if (name !== undefined && isShared(name)) addAccesses(shared, name, [accessOf(script, node)]);
    }
  }
  // self[`tab${id}`] = url
  const written = computed.find(({ kind, value }) => /^(write|update)$/.test(kind) && !(value && isFunction(unwrap(value))));
  if (written !== undefined) {
    const named = [...shared.values()].filter((accesses) => !accesses.some(({ kind }) => /^(write|update)$/.test(kind))).flat();
    variables.push({ name: written.script.textOf(written.node), kind: 'global-property', script: written.script, node: written.node, constant: false, accesses: [...computed, ...named] });
  }
  for (const [name, accesses] of shared) {
    const writes = accesses.filter(({ kind }) => kind === 'write' || kind === 'update');
    if (writes.length === 0 || writes.some(({ value }) => value !== undefined && isFunction(unwrap(value)))) continue;
    for (const script of scripts) if (!script.freeNames.get(name)?.some(({ writes: writing }) => writing)) accesses.push(...usesOfFree(script, name));
    const [first] = writes;
    const held = writes.some(({ value }) => value !== undefined && hasFields(turns.holderOf(value)));
    variables.push({ name: first!.node.type === 'Identifier' && first!.node.name === name ? name : `window.${name}`, kind: 'global-property', script: first!.script, node: first!.node, constant: false, accesses: held ? writes : accesses });
  }
  return variables;
}

/** A second name for the extension API is no state. */
const NAMESPACES = new Set(['chrome', 'browser']);

/** Global names that the platform gives meaning to: assigning them is no state. */
export const PLATFORM = new Set(['location', 'name', 'status', 'chrome', 'browser', 'self', 'window', 'globalThis', 'document', 'localStorage', 'sessionStorage', 'console', 'navigator', 'event', 'indexedDB', 'URL', 'webkitURL', 'requestAnimationFrame']);

/** The uses of a name that a script does not declare. */
export function usesOfFree(script: Script, name: string): Access[] {
  return (script.freeNames.get(name) ?? []).map(({ node }) => accessOf(script, node as t.Identifier));
}

/** The uses of a name as a property of the global object. */
export function usesAsProperty(script: Script, name: string): Access[] {
  return [...script.globals(name).flatMap((node) => (isMember(node) ? [accessOf(script, node)] : [])), ...(namedWithGlobal(script).get(name) ?? [])];
}

/** What names properties of the global object beside members: patterns (`const { count } = window`), which read them, and `Object.assign(window, { count: 0 })`. */
const namedWithGlobal = once((script: Script): ReadonlyMap<string, readonly Access[]> => {
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
