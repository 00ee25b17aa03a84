import { isOwnName } from '../environment.ts';
import { Refusal } from '../refusal.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import type { Edit } from '../types.ts';

/** How something of a worker takes the place of an element. */
export interface Replacing {
  readonly edits: readonly Edit[];
  /** What is not the same afterwards. */
  readonly differences: readonly string[];
}

/** Refuses files whose elements have to stay, and where names that take their place mean something else. */
export function assertReplaceable(realm: Realm, script: Script, names: readonly string[]): void {
  if (!script.file.editable) throw new Refusal('the file is built');
  if (script.inline) throw new Refusal('the script stands in a page');
  if (script.runsIn('content')) throw new Refusal('content scripts share this file');
  if (script.runsIn('sandbox')) throw new Refusal('sandboxed pages share this file');
  const own = ['document', ...names].find((name) => isOwnName(realm, name) || script.scopes!.bindings.some((binding) => binding.name === name));
  if (own !== undefined) throw new Refusal(`\`${own}\` is a name of its own here`);
}
