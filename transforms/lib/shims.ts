import { isAssigned } from './api.ts';
import type { Realm } from './realms.ts';
import type { Script } from './script.ts';

/** Whether a script, or one that it shares its globals with, puts something of its own in the place of an API. Content scripts of one extension share them. */
export function isShimmed(script: Script, api: string): boolean {
  const realms = script.runsIn('content') ? script.extension.realms.filter(({ kind }) => kind === 'content') : [];
  return assignsApi(script, api) || [...script.realms, ...realms].some((realm) => realmAssigns(realm, api));
}

const assigned = new WeakMap<Realm, Map<string, boolean>>();

function realmAssigns(realm: Realm, api: string): boolean {
  const known = assigned.get(realm) ?? new Map<string, boolean>();
  assigned.set(realm, known);
  let answer = known.get(api);
  if (answer === undefined) known.set(api, (answer = realm.scripts.some((script) => assignsApi(script, api))));
  return answer;
}

/** Whether a script itself assigns to an API. */
export function assignsApi(script: Script, api: string): boolean {
  return script.text.includes(api.split('.').at(-1)!) && script.references(api).some(({ path, node }) => path === api && isAssigned(node));
}
