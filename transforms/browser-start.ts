import { topLevelAwait, type AnyCall } from './lib/ast.ts';
import { evaluate } from './lib/constants.ts';
import { define } from './lib/define.ts';
import { isAfterLongTimer, isKeptForLater } from './lib/effects/start-up-only.ts';
import { isForOthers } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import { isBuiltByWxt, mainBlock } from './lib/frameworks.ts';
import { habitsOf, namespaceOf } from './lib/layout.ts';
import { functionsOf } from './lib/message-listeners.ts';
import { requestsOf } from './lib/network.ts';
import type { Realm } from './lib/realms.ts';
import type { Script } from './lib/script.ts';
import { turnsOf, type Turns } from './lib/turns.ts';
import type { Edit } from './lib/types.ts';
import { snippet } from './lib/words.ts';

/** What somebody notices if the start-up does not do it when the browser starts. */
const EFFECTS = /^(action|browserAction|pageAction)\.(set\w+|enable|disable|show|hide)$|^(tabs|windows)\.(create|remove|update|reload|move|executeScript|insertCSS|sendMessage)$|^scripting\.(executeScript|insertCSS)$|^notifications\.create$|^downloads\.download$|^runtime\.(connectNative|sendNativeMessage)$|^declarativeNetRequest\.updateSessionRules$|^theme\.(update|reset)$|^sidebarAction\.set\w+$|^omnibox\.setDefaultSuggestion$|^power\.requestKeepAwake$/;

export default define({
  id: 'browser-start',
  summary: 'What the background does when the browser starts: one that can be unloaded is not started then',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onStartup',
  last: true,
  messages: {
    'woken': {
      outcome: 'changed', severity: 'warning',
      text: '`{code}` runs when the browser starts, as before: a listener of `runtime.onStartup` has the background started then',
    },
    'asleep': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` ran when the browser started: now nothing starts the background before its first event',
      advice: 'Register a listener of `runtime.onStartup` at top level, even an empty one.',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    if (realm.kind !== 'background' || !extension.wasPersistent) return;
    const turns = turnsOf(realm);
    if (turns.registrations.some(({ event }) => event === 'runtime.onStartup')) return;
    const [effect] = effectsAtStart(realm, extension, turns);
    if (effect === undefined) return;
    const at = effect.script.at(effect.call);
    const data = { code: snippet(effect.script, effect.call) };
    const edit = listenerIn(effect.script, realm, turns);
    yield edit === undefined ? { message: 'asleep', at, data } : { message: 'woken', at, data, edits: [edit] };
  },
});

function* effectsAtStart(realm: Realm, { hasFirefox, hasWorker }: Extension, turns: Turns): Generator<{ readonly script: Script; readonly call: AnyCall }> {
  for (const script of realm.scripts) {
    if (script.program === undefined) continue;
    // Firefox forgets alarms at exit, and Chrome how long idle is.
    const calls = [
      ...script.apiReferences.flatMap(({ path, call }) => (call !== undefined && (EFFECTS.test(path) || (hasFirefox && path === 'alarms.create') || (hasWorker && path === 'idle.setDetectionInterval') || isForAnother(script, path, call)) ? [call] : [])),
      ...[...requestsOf(script, turns)].map(([, call]) => call),
    ];
    for (const call of calls) if (turns.turnsAt(call).some((turn) => turn.origin === 'start' && !isKeptForLater(turn) && !isAfterLongTimer(turn, turns)) && !isForOthers(realm, script, call)) yield { script, call };
  }
}

/** Whether a call speaks to another extension: `runtime.sendMessage(id, message)`. */
function isForAnother(script: Script, path: string, { arguments: given }: AnyCall): boolean {
  const isNamed = given[0] !== undefined && typeof evaluate(script, given[0])?.value === 'string';
  return isNamed && ((path === 'runtime.sendMessage' && given[1] !== undefined && functionsOf(script, given[1]).length === 0) || path === 'runtime.connect');
}

/** The file of the background that registers most listeners, of those that nothing else loads; none where modules wait, and what ends a file may come late. */
function homeOf(script: Script, realm: Realm, turns: Turns): Script | undefined {
  if (realm.scripts.some(({ program }) => program !== undefined && topLevelAwait(program) !== undefined)) return undefined;
  const own = [script, ...realm.scripts].filter((one) => one.program !== undefined && one.file.editable && !one.inline && one.realms.every(({ kind }) => kind === 'background'));
  const count = (one: Script): number => turns.registrations.filter((registration) => registration.script === one).length;
  return own.reduce<Script | undefined>((best, one) => (best === undefined || count(one) > count(best) ? one : best), undefined);
}

/** The edit that adds an empty listener: at the end of a file, or at the beginning of WXT's main function. */
function listenerIn(script: Script, realm: Realm, turns: Turns): Edit | undefined {
  if (isBuiltByWxt(script.extension)) {
    const [main, block] = realm.scripts.map((one) => [one, mainBlock(one)] as const).find(([one, block]) => one.file.editable && block !== undefined) ?? [];
    return main && main.insert(block!.start! + 1, ['', ...listenerLines(main, 'below')].join(`\n${main.indentAt(block!.start!)}${main.style.indent}`) + '\n');
  }
  const home = homeOf(script, realm, turns);
  const namespace = home && [namespaceOf(home), 'chrome'].find((name) => isOfBrowser(home, realm, name));
  if (home === undefined || namespace === undefined) return undefined;
  const { text } = home.file;
  return home.insert(text.length, `${text.endsWith('\n') ? '' : '\n'}\n${listenerLines(home, 'at top level', namespace).join('\n')}\n`);
}

/** Whether a name means the extension API at a file's top level, and nothing that the extension declares: `import { browser } from './adapter.js'`. */
function isOfBrowser(script: Script, realm: Realm, name: string): boolean {
  const own = script.scopes?.program.bindings.get(name);
  const declared = own !== undefined ? { owner: script, binding: own } : script.isModule ? undefined : script.extension.topLevelName(realm, name);
  return declared === undefined || declared.owner.api(declared.binding.declarations[0]!.id) !== undefined;
}

function listenerLines(script: Script, where: string, namespace: string = namespaceOf(script)): string[] {
  const { modern, keyword } = habitsOf(script);
  return [
    `// The browser starts the background for this listener; all else is done ${where}.`,
    `${namespace}.runtime.onStartup.addListener(${modern ? '() =>' : `${keyword}()`} {})${script.style.semicolon}`,
  ];
}
