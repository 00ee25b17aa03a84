import { isGuarded } from './lib/guarded.ts';
import { callOf, isMember, isUnused, memberName, parentOf, wrapped, type AnyCall, type Node } from './lib/ast.ts';
import { evaluate } from './lib/constants.ts';
import { define } from './lib/define.ts';
import { isNeverCreated, keptAlarm } from './lib/effects/kept-alarms.ts';
import { undoneInPageStorage } from './lib/effects/page-storage.ts';
import { repeated } from './lib/effects/repeated.ts';
import { badges, resets } from './lib/effects/resets.ts';
import { rules } from './lib/effects/rules.ts';
import { isConditional, isDoneByStartUpOnly } from './lib/effects/start-up-only.ts';
import { additionFor, undoesStored } from './lib/effects/undone-storing.ts';
import { unsetItems } from './lib/effects/unset-items.ts';
import type { Extension } from './lib/extension.ts';
import { requestsOf } from './lib/network.ts';
import type { Realm } from './lib/realms.ts';
import type { Script } from './lib/script.ts';
import { turnsOf } from './lib/turns.ts';
import { listed, snippet } from './lib/words.ts';

type Id = 'shown' | 'stored' | 'counted' | 'one-shot-alarm' | 'alarm' | 'alarm-cleared' | 'rules' | 'changed-browser' | 'sent' | 'native';

/** What start-up does that is not the same when it is done at every wake, by API. */
const EFFECTS: readonly (readonly [pattern: RegExp, message: Id])[] = [
  [/^(tabs|windows)\.create$|^notifications\.create$|^tts\.speak$|^runtime\.openOptionsPage$|^downloads\.download$|^identity\.(getAuthToken|launchWebAuthFlow)$/, 'shown'],
  [/^storage\.(local|sync|session)\.(set|clear|remove)$/, 'stored'],
  [/^alarms\.create$/, 'alarm'],
  [/^alarms\.clear(All)?$/, 'alarm-cleared'],
  [/^declarativeContent\.\w+\.addRules$|^declarativeWebRequest\.\w+\.addRules$/, 'rules'],
  [/^(tabs|windows|bookmarks|history|cookies|sessions|management|browsingData|topSites)\.(remove|removeAll|removeAllRanges|deleteAll|deleteUrl|deleteRange|set|update|move|reload|setEnabled|uninstall|restore|executeScript|insertCSS)$|^tabs\.(executeScript|insertCSS|sendMessage)$|^scripting\.(executeScript|insertCSS)$|^bookmarks\.create$|^history\.addUrl$|^readingList\.addEntry$/, 'changed-browser'],
  [/^runtime\.sendNativeMessage$|^runtime\.connectNative$/, 'native'],
];

export default define({
  id: 'start-up-effects',
  summary: 'What was done once per browser start or installation, and would now be done at every wake',
  url: 'https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle',
  messages: {
    'shown': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs as the background starts: now at every wake',
      advice: 'If it is meant for a new installation, move it into `runtime.onInstalled` (reason "install"); if for every browser start, into `runtime.onStartup`.',
    },
    'shown-until': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` runs at every wake until {keys} stored',
      advice: 'If it is meant for a new installation, move it into `runtime.onInstalled` (reason "install"); if for every browser start, into `runtime.onStartup`.',
    },
    'stored': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake and undoes what earlier events stored',
      advice: 'Write defaults in `runtime.onInstalled`, or reset in `runtime.onStartup`.',
    },
    'counted': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake: what it adds to the stored value (line {line}) is added once for each wake, not for each browser start',
      advice: 'Do it in `runtime.onStartup` for each start of the browser, or in `runtime.onInstalled` for each installation and update.',
    },
    'one-shot-alarm': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake: the alarm that wakes the background creates itself again, without end',
      advice: 'Create it in `runtime.onInstalled` and `runtime.onStartup`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/alarms',
    },
    'alarm-kept': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` creates the alarm only where there is none: at every wake its time would start anew',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/alarms',
    },
    'alarm-settled': {
      outcome: 'review', severity: 'error',
      text: '`{code}` creates the alarm only where there is none{other}: at every wake its time would start anew',
      advice: 'Read where its period comes from, and what else starts it: an alarm of the same period goes on now, also after an update of the extension.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/alarms',
    },
    'alarm': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake and starts the alarm\'s time anew: it may never fire{reason}',
      advice: 'Create the alarm only where `alarms.get` finds none.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/alarms',
    },
    'alarm-cleared': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake and ends the alarm, whatever started it',
      advice: 'Clear it in `runtime.onInstalled` and `runtime.onStartup`, or where what it is for ends.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/alarms',
    },
    'rules-installed': {
      outcome: 'changed', severity: 'warning',
      text: '`{code}` now runs in `runtime.onInstalled`: the browser keeps the rules',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/declarativeContent',
    },
    'rules': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` runs at every wake, but the browser keeps the rules{reason}',
      advice: 'Move it into `runtime.onInstalled`, after `removeRules`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/declarativeContent',
    },
    'badge-installed': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` now runs in `runtime.onInstalled`: at every wake it would clear the badge, and the browser starts without one',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/action#badge',
    },
    'badge': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake and takes back what events show on the badge{reason}',
      advice: 'The browser keeps the badge until it ends: set it in `runtime.onInstalled` and `runtime.onStartup`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/action#badge',
    },
    'reset': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake and takes back what `{other}` does because of an event (line {line})',
      advice: 'The browser keeps it while the background is unloaded: do it in `runtime.onInstalled` and `runtime.onStartup`.',
    },
    'changed-browser': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` runs at every wake',
      advice: 'If it is meant for a new installation, move it into `runtime.onInstalled`; if for every browser start, into `runtime.onStartup`.',
    },
    'sent': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` runs at every wake',
      advice: 'If once per browser start is enough, move it into `runtime.onStartup`; if its answer is used, keep that in storage.',
    },
    'repeated': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` runs as the background starts, now at every wake, and calls `{effect}`{line}',
      advice: 'If that is meant for a new installation, move it into `runtime.onInstalled`; if for every browser start, into `runtime.onStartup`.',
    },
    'sent-too': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` runs as the background starts, now at every wake, and sends a request (`{effect}`{line})',
      advice: 'If once per browser start is enough, call it in `runtime.onStartup` and `runtime.onInstalled`; if it has to be fresh, keep its time in storage and ask again when it is old.',
    },
    'native': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` starts the native application at every wake',
      advice: 'Connect when it is first needed.',
    },
    'native-port': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` connects as the background starts: while the port is open the background stays; when the application has ended, the next wake starts it again',
      advice: '{kept}Connect when it is first needed if the application may end before the browser does.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/native-messaging',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    yield* rules(realm, extension, turns);
    yield* badges(realm, extension, turns);
    yield* resets(realm, turns);
    // A worker has no `localStorage` at all.
    if (!extension.hasWorker) for (const { script, node } of undoneInPageStorage(realm, extension, turns)) yield { message: 'stored', at: script.at(node), data: { code: snippet(script, node) } };
    const told = new Set<Node>();
    const { wasPersistent } = extension;
    const kept = extension.hasWorker ? 'Chrome keeps a background for its native ports from version 105 on. ' : '';
    for (const script of realm.scripts) {
      if (!script.program || !script.file.editable) continue;
      for (const reference of script.apiReferences) {
        const { call, path } = reference;
        const message = EFFECTS.find(([pattern]) => pattern.test(path))?.[1];
        if (call === undefined || message === undefined || isGuarded(script, reference)) continue;
        if (path === 'alarms.create' && /periodInMinutes/.test(script.textOf(call))) {
          yield* keptAlarm(script, reference, call, told, turns);
          continue;
        }
        if (!isDoneByStartUpOnly(call, turns)) {
          if (wasPersistent && (message === 'shown' || message === 'changed-browser' || message === 'native')) {
            for (const match of repeated(path === 'runtime.connectNative' && isKept(realm, call) ? 'native-port' : 'repeated', call, path, told, turns)) yield { ...match, data: { ...match.data, kept } };
          }
          continue;
        }
        if (isConditional(call, turns)) {
          const keys = message === 'shown' && wasPersistent ? unsetItems(call, realm, turns) : [];
          if (keys.length > 0) yield { message: 'shown-until', at: script.at(call), data: { code: path, keys: `${listed(keys)} ${keys.length > 1 ? 'are' : 'is'}` } };
          continue;
        }
        if (message === 'rules' || (path === 'alarms.clear' && isNeverCreated(script, call, turns))) continue;
        const added = message === 'stored' && wasPersistent && path.endsWith('.set') ? additionFor(script, call, turns) : undefined;
        if (added !== undefined) {
          yield { message: 'counted', at: script.at(call), data: { code: path, line: String(script.file.origin(added.start!).line) } };
          continue;
        }
        if (message === 'stored' && !undoesStored(script, path, call, turns)) continue;
        const kind = path === 'alarms.create' ? 'one-shot-alarm' : path === 'runtime.connectNative' && isKept(realm, call) ? 'native-port' : message;
        yield { message: kind, at: script.at(call), data: { code: path, reason: '', kept } };
      }
      for (const [name, call] of clearedStores(script, realm)) {
        if (isDoneByStartUpOnly(call, turns) && !isConditional(call, turns)) yield { message: 'stored', at: script.at(call), data: { code: name } };
      }
      for (const [name, call] of requestsOf(script, turns)) {
        if (!isDoneByStartUpOnly(call, turns)) {
          if (wasPersistent) yield* repeated('sent-too', call, name, told, turns);
        } else if (!isConditional(call, turns)) yield { message: 'sent', at: script.at(call), data: { code: name } };
      }
    }
  },
});

const STORES: readonly (readonly [store: string, method: string])[] = [['indexedDB', 'deleteDatabase'], ['caches', 'delete'], ['localStorage', 'clear']];

/** The calls that empty a store which is no extension API, and which other code fills, with what they are called by. */
function* clearedStores(script: Script, realm: Realm): Generator<readonly [name: string, call: AnyCall]> {
  for (const [store, method] of STORES) {
    for (const call of methodCalls(script, store, method)) {
      const name = call.arguments[0] && evaluate(script, call.arguments[0])?.value;
      const isSame = (owner: Script, { arguments: [other] }: AnyCall): boolean => [undefined, name].includes(other && evaluate(owner, other)?.value);
      const isFilled = method === 'clear' ? script.globals(store).length > 1 || realm.scripts.some((one) => one !== script && one.program && one.globals(store).length > 0)
        : name === undefined || realm.scripts.some((one) => one.program && [...methodCalls(one, store, 'open')].some((open) => isSame(one, open)));
      if (isFilled) yield [`${store}.${method}`, call];
    }
  }
}

function* methodCalls(script: Script, object: string, method: string): Generator<AnyCall> {
  for (const node of script.globals(object)) {
    const member = parentOf(wrapped(node));
    const call = isMember(member) && member.object === wrapped(node) && memberName(member) === method ? callOf(member) : undefined;
    if (call !== undefined) yield call;
  }
}

/** Whether a port is kept, and nothing in the background closes one. */
function isKept(realm: Realm, call: AnyCall): boolean {
  return !isUnused(call) && realm.scripts.every(({ text }) => !/\bdisconnect\s*\(/.test(text));
}
