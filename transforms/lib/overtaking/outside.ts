import { keyName, unwrap, type AnyCall, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

/** A call that takes the place of what an earlier one left outside of the background's memory. */
interface OutsideUse {
  readonly node: AnyCall;
  /** What of the browser it is given to, as far as that is known: items of storage, an alarm, the text of a badge. */
  readonly places: readonly string[];
}

interface Family {
  /** The first group is the name of the family. */
  readonly calls: RegExp;
  keys(script: Script, call: AnyCall, turns: Turns): readonly (string | undefined)[];
}

/** What keeps the last that it was given. */
const FAMILIES: readonly Family[] = [
  { calls: /^(storage\.(?:local|sync|session))\.(?:set|remove)$/, keys: keysOfItems },
  { calls: /^(?:action|browserAction|pageAction)\.set(BadgeText|BadgeBackgroundColor|BadgeTextColor|Icon|Title|Popup)$/, keys: allTabs },
  { calls: /^(?:contextMenus|menus)\.(update|remove)$/, keys: firstText },
  { calls: /^(alarms)\.(?:create|clear)$/, keys: nameOfAlarm },
];

/** The calls of a background by which it changes what is outside of its memory and keeps the last that it was given. */
export function usesOutside({ scripts }: Realm, turns: Turns): readonly OutsideUse[] {
  return scripts.flatMap((script) => script.apiReferences.flatMap(({ path, call }) => (call === undefined ? [] : FAMILIES.flatMap(({ calls, keys }) => {
    const family = calls.exec(path);
    return family === null ? [] : [{ node: call, places: keys(script, call, turns).flatMap((key) => (key === undefined ? [] : [`${family[1]!} ${key}`])) }];
  }))));
}

function keysOfItems(script: Script, call: AnyCall, turns: Turns): readonly (string | undefined)[] {
  const given = firstOf(call);
  if (given === undefined) return [];
  const parts = given.type === 'ArrayExpression' ? given.elements : given.type === 'ObjectExpression' ? given.properties : [given];
  return parts.map((part) => (part === null || part.type === 'SpreadElement' ? undefined : part.type === 'ObjectProperty' || part.type === 'ObjectMethod' ? keyName(part) : textOf(script, part, turns)));
}

/** What a single tab has is another place for each. */
function allTabs(_script: Script, call: AnyCall): readonly string[] {
  const given = firstOf(call);
  const isOfAll = given?.type === 'ObjectExpression' && given.properties.every((part) => part.type !== 'SpreadElement' && !/^(tabId|windowId|undefined)$/.test(String(keyName(part))));
  return isOfAll ? ['of all tabs'] : [];
}

function firstText(script: Script, call: AnyCall, turns: Turns): readonly (string | undefined)[] {
  const given = firstOf(call);
  return [given && textOf(script, given, turns)];
}

function nameOfAlarm(script: Script, call: AnyCall, turns: Turns): readonly (string | undefined)[] {
  return firstOf(call)?.type === 'ObjectExpression' ? [''] : firstText(script, call, turns);
}

function firstOf(call: AnyCall): Node | undefined {
  return call.arguments[0] && unwrap(call.arguments[0]);
}

function textOf(script: Script, node: Node, turns: Turns): string | undefined {
  const value = evaluate(script, node, turns)?.value;
  return typeof value === 'string' ? value : undefined;
}
