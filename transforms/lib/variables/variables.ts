import type * as t from '@babel/types';
import { isCall, isFunction, isMember, memberName, parentOf, unwrap, walk, wrapped, type AnyMember, type Node } from '../ast.ts';
import { accessOf, addAccesses, declarationsOf, isVariable, throughCallee, type Access, type Variable } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import { injectedFunctions, isInjected } from '../injection/injected.ts';
import { usesInModules } from '../modules.ts';
import type { Realm } from '../realms.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import { initOfConstant } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { exportedData, importedUses, importsByFile } from './exports.ts';
import { fieldsOf } from './fields.ts';
import { isGlobalObject, namedWithGlobal } from './global-properties.ts';
import { livesOnce } from './lifetime.ts';
import { hasFields, isFilledWithMethods, isObjectWithFields, isRecord } from './records.ts';
import { staticFields } from './static-fields.ts';

/** The variables of a realm that can outlive a turn. Functions, classes, imports and extension APIs are none. */
export function variablesOf(realm: Realm, turns: Turns): Variable[] {
  const variables: Variable[] = [];
  const scripts = realm.scripts.filter((script) => script.program !== undefined && script.file.editable);
  const extension = scripts[0]?.extension;
  if (extension === undefined) return [];
  const topLevel = extension.topLevel(realm);
  const imports = importsByFile(scripts);
  /** Uses of names that a script does not declare, and of window's properties, by name. */
  const shared = new Map<string, Access[]>();
  const declared = new Set<string>();
  /** Uses of properties of the global object whose names are computed. */
  const computed: Access[] = [];

  for (const script of scripts) {
    for (const binding of script.scopes!.bindings) {
      const kind = livesOnce(binding, turns);
      if (kind === undefined || !isVariable(script, binding)) continue;
      // A second name for the global object is no state.
      const constant = initOfConstant(binding);
      if (constant !== undefined && isGlobalObject(script, constant)) continue;
      const accesses = [...declarationsOf(script, binding), ...binding.references.map(({ node }) => accessOf(script, node as t.Identifier))];
      if (kind === 'top-level' && !script.isModule) {
        if (topLevel.get(binding.name) !== script) continue;
        declared.add(binding.name);
        for (const other of scripts) {
          if (other !== script && !other.isModule) accesses.push(...usesElsewhere(other, binding.name));
          accesses.push(...globalMembers(other, binding.name), ...(namedWithGlobal(other).get(binding.name) ?? []));
        }
      }
      if (kind === 'top-level' && script.isModule) {
        const uses = orRefusal(() => usesInModules(script, binding));
        accesses.push(...(uses instanceof Refusal ? importedUses(imports.get(script.path) ?? [], script, binding) : uses.map((use) => accessOf(use.script, use.node as t.Identifier | AnyMember))));
      }
      const own = isObjectWithFields(binding, turns) || isRecord(script, binding) || isFilledWithMethods(script, binding) ? accesses.filter(({ kind: access }) => access === 'write') : accesses;
      variables.push({ name: binding.name, kind, script, node: binding.declarations[0]!.id, constant: binding.kind === 'const', accesses: own });
    }
  }

  for (const script of scripts) {
    for (const [name, uses] of script.freeNames) {
      if (declared.has(name) || topLevel.has(name) || NAMESPACES.has(name) || !uses.some(({ writes }) => writes) || /^on[a-z]+$/.test(name)) continue;
      const own = uses.filter(({ node }) => !isInjected(script, node));
      if (own.some(({ writes }) => writes)) addAccesses(shared, name, own.map(({ node }) => accessOf(script, node as t.Identifier)));
    }
    const isShared = (name: string): boolean => !declared.has(name) && !topLevel.has(name) && !PLATFORM.has(name) && !/^on[a-z]+$/.test(name);
    for (const [name, own] of namedWithGlobal(script)) if (isShared(name)) addAccesses(shared, name, own);
    const injected = injectedFunctions(script);
    walk(script.program!, (node) => {
      if (injected.has(node)) return false;
      if (!isMember(node) || !isGlobalObject(script, node.object)) return;
      const known = memberName(node) ?? evaluate(script, node.property as Node, turns)?.value;
      if (known === undefined && !isCalled(node)) computed.push(accessOf(script, node));
      const name = typeof known === 'string' ? known : undefined;
      if (name !== undefined && isShared(name)) addAccesses(shared, name, [accessOf(script, node)]);
    });
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
    for (const script of scripts) {
      const free = script.freeNames.get(name);
      if (free && !free.some(({ writes: writing }) => writing)) accesses.push(...free.map(({ node }) => accessOf(script, node as t.Identifier)));
    }
    const [first] = writes;
    const held = writes.some(({ value }) => value !== undefined && hasFields(turns.holderOf(value)));
    variables.push({ name: first!.node.type === 'Identifier' && first!.node.name === name ? name : `window.${name}`, kind: 'global-property', script: first!.script, node: first!.node, constant: false, accesses: held ? writes : accesses });
  }

  variables.push(...scripts.flatMap(exportedData), ...fieldsOf(scripts, turns), ...staticFields(scripts, turns));
  return variables.map((variable) => ({ ...variable, accesses: variable.accesses.map((access) => throughCallee(access, variable, turns)) }));
}

function isCalled(node: Node): boolean {
  const call = parentOf(wrapped(node));
  return isCall(call) && call.callee === wrapped(node);
}

/** A second name for the extension API is no state. */
const NAMESPACES = new Set(['chrome', 'browser']);

/** Global names that the platform gives meaning to: assigning them is no state. */
export const PLATFORM = new Set(['location', 'name', 'status', 'chrome', 'browser', 'self', 'window', 'globalThis', 'document', 'localStorage', 'sessionStorage', 'console', 'navigator', 'event', 'indexedDB', 'URL', 'webkitURL', 'requestAnimationFrame']);

function usesElsewhere(script: Script, name: string): Access[] {
  return (script.freeNames.get(name) ?? []).map(({ node }) => accessOf(script, node as t.Identifier));
}

function globalMembers(script: Script, name: string): Access[] {
  return script.globals(name).flatMap((node) => (isMember(node) ? [accessOf(script, node)] : []));
}
