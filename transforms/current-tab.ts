import { ancestors, isFunction, property, unwrap, type AnyCall, type FunctionNode, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { backgroundScripts } from './lib/environment.ts';
import { eventTabOf } from './lib/event-tab.ts';
import type { Extension } from './lib/extension.ts';
import type { Realm } from './lib/realms.ts';
import { orRefusal, Refusal } from './lib/refusal.ts';
import type { Script } from './lib/script.ts';
import { turnsOf, type Registration, type Turns } from './lib/turns.ts';
import { because, snippet } from './lib/words.ts';

export default define({
  id: 'current-tab',
  summary: 'Listeners that ask which tab is active, although the event names the tab',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Background_scripts',
  messages: {
    'given-tab': {
      outcome: 'changed', severity: 'warning',
      text: '`{code}` asked for the active tab, which `{event}` gives: `{tab}`',
    },
    'event-tab': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` asks for the active tab, though `{event}` names the tab: while the background is being started, another one can become active{reason}',
      advice: 'Use {source} instead.',
    },
    'sender-tab': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` asks for the active tab, though the message comes from a tab: while the background is being started, another one can become active',
      advice: 'Use `sender.tab` (and `sender.frameId`), the listener\'s second parameter; for a port, `port.sender.tab`.',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    for (const script of backgroundScripts(realm, /\bactive\b|\bgetSelected\b/)) {
      if (!script.file.editable) continue;
      const turns = turnsOf(realm);
      for (const call of activeTabQueries(script)) {
        const registration = turns.registrations.find(({ functions }) => functions.some((fn) => isInside(call, fn)));
        if (registration === undefined) continue;
        const data = { code: snippet(script, call), event: registration.event };
        const source = sourceOf(registration);
        if (source !== undefined) yield eventTab(script, call, source, registration, turns);
        else if (/^runtime\.on(Message|Connect)$/.test(registration.event) && onlyTabsSend(extension)) yield { message: 'sender-tab' as const, at: script.at(call), data };
      }
    }
  },
});

function eventTab(script: Script, call: AnyCall, source: string, registration: Registration, turns: Turns) {
  const at = script.at(call);
  const data = { code: snippet(script, call), event: registration.event };
  const fn = registration.functions.find((one) => isInside(call, one))!;
  const given = orRefusal(() => eventTabOf(script, call, fn, turns.registrations.filter(({ functions }) => functions.includes(fn)), turns));
  if (given instanceof Refusal) return { message: 'event-tab' as const, at, data: { ...data, source, reason: because(given.message) } };
  return { message: 'given-tab' as const, at, edits: given.edits, data: { ...data, tab: given.name } };
}

/** Calls that look for the tab that the user sees. */
function* activeTabQueries(script: Script): Generator<AnyCall> {
  for (const { call } of script.calls('tabs.query')) {
    const query = call.arguments[0] && unwrap(call.arguments[0]);
    if (query?.type !== 'ObjectExpression' || query.properties.some(({ type }) => type === 'SpreadElement')) continue;
    const isSet = (name: string): boolean => {
      const member = property(query, name);
      return member?.type === 'ObjectProperty' && script.textOf(member.value) === 'true';
    };
    if (isSet('active') && (isSet('currentWindow') || isSet('lastFocusedWindow')) && query.properties.length === 2) yield call;
  }
  for (const { call } of script.calls('tabs.getSelected')) yield call;
}

function isInside(node: Node, fn: FunctionNode): boolean {
  for (const up of ancestors(node)) if (isFunction(up) && up === fn) return true;
  return false;
}

/** Where an event names its tab, for those that speak of one tab only. */
const SOURCES: readonly (readonly [event: RegExp, source: string])[] = [
  [/^(action|browserAction|pageAction)\.onClicked$/, '`tab`, the listener\'s first parameter,'],
  [/^(contextMenus|menus)\.onClicked$/, '`tab`, the listener\'s second parameter,'],
  [/^commands\.onCommand$/, '`tab`, the listener\'s second parameter (Firefox 126),'],
  [/^webNavigation\.on/, '`details.tabId`'],
];

function sourceOf({ event }: Registration): string | undefined {
  return SOURCES.find(([pattern]) => pattern.test(event))?.[1];
}

/** Whether messages come from content scripts alone: a popup that sends one means the tab below it. */
function onlyTabsSend({ realms }: Extension): boolean {
  const senders = realms.filter(({ scripts }) => scripts.some((script) => script.program && [...script.references('runtime'), ...script.references('extension')].some(({ path }) => /\.(sendMessage|connect|sendRequest)$/.test(path))));
  return senders.some(({ kind }) => kind === 'content') && senders.every(({ kind }) => kind === 'content' || kind === 'background');
}
