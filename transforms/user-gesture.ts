import { ancestors, functionOf, isWithin, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { isForOthers } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import { isHostPermission } from './lib/match-patterns.ts';
import { BROWSER_NAMES, browsersOf, minimumVersion, type Browser } from './lib/platform.ts';
import type { Realm } from './lib/realms.ts';
import type { Script } from './lib/script.ts';
import { turnsOf, type Delay, type Turn, type Turns } from './lib/turns.ts';
import type { Match } from './lib/types.ts';
import { snippet, WHEN } from './lib/words.ts';

export default define({
  id: 'user-gesture',
  summary: 'APIs that must be called at once when the user acts, and are called later',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions',
  names: ['request', 'openPopup', 'open', 'close', 'toggle', 'executeScript', 'insertCSS'],
  messages: {
    'too-late': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` is called {when}: to {browser} that is no answer to the user any more, and it fails',
      advice: 'Call it before anything that waits, and read what it depends on afterwards, or keep that in memory.',
    },
    'active-tab': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` is called {when}: the access that `activeTab` gave may have ended, because the tab shows another site by then',
      advice: 'Do it before what waits, or expect that it fails.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/activeTab',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    for (const script of realm.scripts) {
      if (!script.file.editable || !NAMES.test(script.text)) continue;
      yield* gestures(realm, script, turns, extension);
      if (hasOnlyActiveTab(extension)) yield* injections(script, turns);
    }
  },
});

const NAMES = /\b(permissions|openPopup|sidePanel|sidebarAction|executeScript|insertCSS)\b/;

/** What needs a gesture, and in which browsers. */
const NEEDS: readonly (readonly [api: string, browsers: readonly Browser[]])[] = [
  ['permissions.request', ['chrome', 'firefox']],
  ['sidePanel.open', ['chrome']],
  ['sidebarAction.open', ['firefox']],
  ['sidebarAction.close', ['firefox']],
  ['sidebarAction.toggle', ['firefox']],
  ['action.openPopup', ['firefox']],
  ['browserAction.openPopup', ['firefox']],
  ['pageAction.openPopup', ['firefox']],
];
/** Since then Firefox opens popups without one. */
const FREE_POPUPS = 149;
const LATE: ReadonlySet<Delay> = new Set<Delay>(['await', 'promise', 'timer']);

function* gestures(realm: Realm, script: Script, turns: Turns, extension: Extension): Generator<Match<'too-late'>> {
  const targets = browsersOf(extension.target);
  for (const [api, needing] of NEEDS) {
    if (api.endsWith('openPopup') && minimumVersion(extension.manifest, 'firefox') >= FREE_POPUPS) continue;
    for (const { call } of script.calls(api)) {
      const own = turns.turnsAt(call);
      if (own.length === 0 || own.every(({ origin }) => origin === 'unknown') || isForOthers(realm, script, call)) continue;
      // Chrome hands a gesture on to the callbacks of its APIs, Firefox does not.
      const refusing = targets.filter((browser) => needing.includes(browser) && own.every((turn) => isLate(turn, call, browser)));
      if (refusing.length > 0) yield { message: 'too-late', at: script.at(call), data: { code: snippet(script, call), when: whenOf(own[0]!), browser: refusing.map((browser) => BROWSER_NAMES[browser]).join(' and to ') } };
    }
  }
}

function isLate({ delay, cause }: Turn, call: Node, browser: Browser): boolean {
  if (delay === undefined || !(LATE.has(delay) || (delay === 'callback' && browser === 'firefox'))) return false;
  return delay !== 'await' || (cause !== undefined && isCertain(cause, call));
}

/** Whether an await stands on every way to a place, or to the call that leads there. */
function isCertain(wait: Node, place: Node): boolean {
  const sameFunction = functionOf(wait) === functionOf(place);
  for (const up of ancestors(wait)) {
    if (up === functionOf(wait) || (sameFunction && isWithin(place, up))) return true;
    if (/^(If|Switch|Conditional|Logical|For|While|DoWhile|Try|Catch)/.test(up.type)) return false;
  }
  return true;
}

function whenOf({ delay }: Turn): string {
  return WHEN[delay!];
}

// ---- activeTab

const GIVING = /^(action|browserAction|pageAction|contextMenus|menus)\.onClicked$|^commands\.onCommand$|^omnibox\.onInputEntered$/;
const INJECTING = ['scripting.executeScript', 'scripting.insertCSS', 'tabs.executeScript', 'tabs.insertCSS'];

function hasOnlyActiveTab({ manifest }: Extension): boolean {
  const hosts = ['permissions', 'host_permissions', 'optional_permissions', 'optional_host_permissions'].flatMap((key) => manifest.strings([key])).some(isHostPermission);
  return !hosts && manifest.strings(['permissions']).includes('activeTab');
}

/** The first injection that waits longer than for an answer of the browser itself. */
function* injections(script: Script, turns: Turns): Generator<Match<'active-tab'>> {
  for (const api of INJECTING) {
    for (const { call } of script.calls(api)) {
      const late = turns.turnsAt(call).find((turn) => GIVING.test(turn.origin) && isLong(turn, call, turns));
      if (late === undefined) continue;
      yield { message: 'active-tab', at: script.at(call), data: { code: snippet(script, call), when: whenOf(late) } };
    }
  }
}

function isLong({ delay, cause }: Turn, call: Node, turns: Turns): boolean {
  if (delay === 'timer') return true;
  if (delay !== 'await' && delay !== 'promise') return false;
  return cause !== undefined && isCertain(cause, call) && /\b(fetch|setTimeout)\b/.test(turns.scriptOf(cause).textOf(cause));
}
