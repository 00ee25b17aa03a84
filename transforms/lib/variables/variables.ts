import type * as t from '@babel/types';
import type { AnyMember } from '../ast.ts';
import { accessOf, declarationsOf, isVariable, throughCallee, type Variable } from '../bindings.ts';
import { usesInModules } from '../modules.ts';
import type { Realm } from '../realms.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import { initOfConstant } from '../scope.ts';
import type { Turns } from '../turns.ts';
import { exportedData, importedUses, importsByFile } from './exports.ts';
import { fieldsOf } from './fields.ts';
import { isGlobalObject } from './global-aliases.ts';
import { globalProperties, usesAsProperty, usesOfFree } from './global-properties.ts';
import { livesOnce } from './lifetime.ts';
import { isFilledWithMethods, isObjectWithFields, isRecord } from './records.ts';
import { staticFields } from './static-fields.ts';

/** The variables of a realm that can outlive a turn. Functions, classes, imports and extension APIs are none. */
export function variablesOf(realm: Realm, turns: Turns): Variable[] {
  const variables: Variable[] = [];
  const scripts = realm.scripts.filter((script) => script.program !== undefined && script.file.editable);
  const extension = scripts[0]?.extension;
  if (extension === undefined) return [];
  const topLevel = extension.topLevel(realm);
  const imports = importsByFile(scripts);
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
        for (const other of scripts) {
          if (other !== script && !other.isModule) accesses.push(...usesOfFree(other, binding.name));
          accesses.push(...usesAsProperty(other, binding.name));
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
  variables.push(...globalProperties(scripts, topLevel, turns), ...scripts.flatMap(exportedData), ...fieldsOf(scripts, turns), ...staticFields(scripts, turns));
  return variables.map((variable) => ({ ...variable, accesses: variable.accesses.map((access) => throughCallee(access, variable, turns)) }));
}
