import { isGuarded } from '../guarded.ts';
import type { Extension } from '../extension.ts';
import { isIgnored, LEFT_ALONE, leftAlone } from '../ignoring.ts';
import type { Realm } from '../realms.ts';
import type { Turns } from '../turns.ts';
import type { Match } from '../types.ts';
import { faultOfEvent, planInstalling } from '../wake/installing.ts';
import { because } from '../words.ts';
import { isConditional, isStartUpOnly } from './start-up-only.ts';

const RULES = /^(declarativeContent|declarativeWebRequest)\./;

/** Rules that the start-up registers: the browser keeps them, so that once per installation and update is enough. */
export function* rules(realm: Realm, extension: Extension, turns: Turns): Generator<Match<'rules' | 'rules-installed'>> {
  const found = realm.scripts.filter(({ program }) => program !== undefined).flatMap((script) => script.references('declarativeContent').concat(script.references('declarativeWebRequest'))
    .flatMap((reference) => (reference.call !== undefined && /\.(add|remove)Rules$/.test(reference.path) && isStartUpOnly(reference.call, turns) ? [{ script, reference, call: reference.call }] : [])));
  const starting = found.filter(({ script, reference, call }) => reference.path.endsWith('.addRules') && !isGuarded(script, reference) && !isConditional(call, turns));
  if (starting.length === 0) return;
  const plan = planInstalling(realm, found.map(({ call }) => call), RULES, (call) => found.find((one) => one.call === call)?.reference.namespace);
  const common = faultOfEvent(extension) ?? found.map(({ script, call }) => (isIgnored(script, call, 'start-up-effects') ? LEFT_ALONE : plan.refused.get(call))).find((reason) => reason !== undefined);
  for (const { calls, edits } of common === undefined ? plan.moves : []) {
    const first = starting.find(({ call }) => calls.includes(call));
    if (first !== undefined) yield { message: 'rules-installed', at: first.script.at(first.call), edits, data: { code: first.reference.path } };
  }
  if (common === undefined) return;
  for (const { script, call, reference } of starting) yield { message: 'rules', at: script.at(call), data: { code: reference.path, reason: because(common) }, ...leftAlone(common) };
}
