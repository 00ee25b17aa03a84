import { isAssigned, type ApiReference } from './lib/api.ts';
import { hasAlternative } from './lib/guarded.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { moveFromPatterns, moveMember, respell, spelled } from './lib/rename.ts';
import type { Script } from './lib/script.ts';
import type { Edit } from './lib/types.ts';

/** What `extension` and `runtime` both had. */
const MOVED: Readonly<Record<string, string>> = Object.fromEntries([
  'getURL', 'lastError', 'connect', 'connectNative', 'sendMessage', 'sendNativeMessage', 'onMessage', 'onMessageExternal', 'onConnect', 'onConnectExternal',
].map((name) => [name, name]));

export default define({
  id: 'extension-api',
  summary: 'Members of `extension` that moved to `runtime`, such as `getURL`',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-unsupported-apis',
  names: ['extension'],
  apiOnly: true,
  messages: {
    'moved': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` is now `{new}`',
    },
    'deprecated': {
      outcome: 'changed', severity: 'info',
      text: '`{old}` is now `{new}`, as in Manifest V3',
    },
    'out-of-reach': {
      outcome: 'manual', severity: 'error',
      text: '`{old}` does not exist in Manifest V3, and `runtime` cannot be reached from here without a new name',
      advice: 'Use `runtime.{member}`.',
    },
  },
  *script(script: Script, extension: Extension) {
    const message = extension.isV3 ? 'moved' : 'deprecated';
    for (const reference of script.references('extension')) {
      const member = reference.names[1];
      if (member === undefined || !Object.hasOwn(MOVED, member) || reference.pattern || isAssigned(reference.node)) continue;
      if (reference.keys[1] === undefined || isEither(script, reference, member)) continue;
      const moved = moveMember(script, reference, `extension.${member}`, `runtime.${member}`);
      const edits = moved && [...moved, ...boundTo(script, reference)];
      const old = spelled(script, reference, 2);
      if (edits !== undefined) yield { message, at: script.at(reference.keys[1]), edits, data: { old, new: spelled(script, reference, 2, edits) } };
      else if (extension.isV3) yield { message: 'out-of-reach', at: script.at(reference.keys[1]), data: { old, member } };
    }
    for (const { at, names, edits } of moveFromPatterns(script, 'extension', 'runtime', MOVED)) {
      const old = names.map((name) => `extension.${name}`).join('`, `');
      if (edits !== undefined) yield { message, at, edits, data: { old, new: old.replaceAll('extension.', 'runtime.') } };
      else if (extension.isV3) yield { message: 'out-of-reach', at, data: { old, member: names[0]! } };
    }
  },
});

/** `chrome.runtime ? ... : chrome.extension`, `chrome.runtime.getURL || chrome.extension.getURL`: code for old and new browsers alike. */
function isEither(script: Script, reference: ApiReference, member: string): boolean {
  return hasAlternative(script, reference, (names) => names[0] === 'runtime' && (names.length === 1 || (names.length === 2 && names[1] === member)));
}

/** `chrome.extension.getURL.bind(chrome.extension)` */
function boundTo(script: Script, { names, call }: ApiReference): Edit[] {
  const object = /^(bind|call|apply)$/.test(names[2] ?? '') ? call?.arguments[0] : undefined;
  const holder = object && script.references('extension').find(({ path, node }) => path === 'extension' && node === object);
  const edit = holder && respell(script, holder, 0, 'runtime');
  return edit ? [edit] : [];
}
