import { isGuarded } from './lib/api.ts';
import { ancestors, isFunction, isWithin, walk, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Realm } from './lib/realms.ts';
import { callOf } from './lib/script.ts';
import { turnsOf, type Turns } from './lib/turns.ts';

type Id = 'shown' | 'stored' | 'one-shot-alarm' | 'alarm' | 'rules' | 'changed-browser' | 'sent' | 'native';

/** What start-up does that is not the same when it is done at every wake, by API. */
const EFFECTS: readonly (readonly [pattern: RegExp, message: Id])[] = [
  [/^(tabs|windows)\.create$|^notifications\.create$|^tts\.speak$|^runtime\.openOptionsPage$|^downloads\.download$|^identity\.(getAuthToken|launchWebAuthFlow)$/, 'shown'],
  [/^storage\.(local|sync|session)\.(set|clear|remove)$/, 'stored'],
  [/^alarms\.create$/, 'alarm'],
  [/^alarms\.clear(All)?$/, 'alarm'],
  [/^declarativeContent\.\w+\.addRules$|^declarativeWebRequest\.\w+\.addRules$/, 'rules'],
  [/^(tabs|windows|bookmarks|history|cookies|sessions|management|browsingData|topSites)\.(remove|removeAll|removeAllRanges|deleteAll|deleteUrl|deleteRange|set|update|move|reload|setEnabled|uninstall|restore|executeScript|insertCSS)$|^tabs\.(executeScript|insertCSS|sendMessage)$|^scripting\.(executeScript|insertCSS)$/, 'changed-browser'],
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
    'stored': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake and undoes what earlier events stored',
      advice: 'Write defaults in `runtime.onInstalled`, or reset in `runtime.onStartup`.',
    },
    'one-shot-alarm': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake: the alarm that wakes the background creates itself again, without end',
      advice: 'Create it in `runtime.onInstalled` and `runtime.onStartup`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/alarms',
    },
    'alarm': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake and starts the alarm\'s time anew: it may never fire',
      advice: 'Create the alarm only where `alarms.get` finds none.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/alarms',
    },
    'rules': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` runs at every wake, but the browser keeps the rules',
      advice: 'Move it into `runtime.onInstalled`, after `removeRules`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/declarativeContent',
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
    'native': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` starts the native application at every wake',
      advice: 'Connect when it is first needed.',
    },
  },
  *realm(realm: Realm) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    for (const script of realm.scripts) {
      if (!script.program || !script.file.editable) continue;
      for (const reference of script.apiReferences) {
        const { call, path } = reference;
        const message = EFFECTS.find(([pattern]) => pattern.test(path))?.[1];
        if (call === undefined || message === undefined || !isStartUpOnly(call, turns) || isGuarded(script, reference)) continue;
        if (isConditional(call, turns)) continue;
        const kind = message === 'alarm' && path === 'alarms.create' && !/periodInMinutes/.test(script.textOf(call)) ? 'one-shot-alarm' : message;
        yield { message: kind, at: script.at(call), data: { code: path } };
      }
      for (const name of ['fetch', 'XMLHttpRequest']) {
        for (const node of script.globals(name)) {
          const call = callOf(node);
          if (call !== undefined && isStartUpOnly(call, turns) && !isConditional(call, turns)) yield { message: 'sent' as const, at: script.at(call), data: { code: name } };
        }
      }
    }
  },
});

/** Whether a call belongs to start-up and to nothing else: what an event asks for as well is meant to be repeated. */
function isStartUpOnly(call: Node, turns: Turns): boolean {
  const own = turns.turnsAt(call);
  return own.length > 0 && own.every(({ origin, delay }) => origin === 'start' && delay !== 'timer' && delay !== 'event');
}

const MAX_CALLERS = 5;

/** Whether a call runs only if stored data say so (`if (!items.installed) ...`): that is meant to be asked at each start. Callers that ask count. */
function isConditional(call: Node, turns: Turns, seen: ReadonlySet<Node> = new Set()): boolean {
  for (const up of ancestors(call)) {
    if ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && !isWithin(call, up.test) && mentionsData(up.test)) return true;
    if (up.type === 'LogicalExpression' && isWithin(call, up.right) && mentionsData(up.left)) return true;
    if (up.type === 'SwitchCase' || up.type === 'CatchClause') return true;
    if (!isFunction(up) || seen.has(up) || seen.size >= MAX_CALLERS) continue;
    const callers = turns.callersOf(up);
    if (callers.length > 0 && callers.every((caller) => isConditional(caller, turns, new Set([...seen, up])))) return true;
  }
  return false;
}

function mentionsData(test: Node): boolean {
  let found = false;
  walk(test, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'Identifier' || node.type === 'MemberExpression') found = true;
    return !found;
  });
  return found;
}
