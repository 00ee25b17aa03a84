import { define } from './lib/define.ts';
import type { Script } from './lib/script.ts';
import { typeMentions } from './lib/type-names.ts';
import { isV2Only } from './lib/platform.ts';

export default define({
  id: 'api-types',
  summary: 'TypeScript types of APIs that are gone',
  url: 'https://www.npmjs.com/package/@types/chrome',
  targets: ['chrome', 'firefox', 'cross-browser'],
  names: ['chrome', 'browser'],
  messages: {
    'gone': {
      outcome: 'manual', severity: 'warning',
      text: 'the type `{old}` belongs to an API that Manifest V3 does not have',
      advice: '{advice}',
    },
    'moved': {
      outcome: 'changed', severity: 'warning',
      text: 'the type `{old}` is now `{new}`',
    },
  },
  *script(script: Script) {
    for (const { names, keys, node } of typeMentions(script)) {
      const path = names.join('.');
      const old = script.textOf(node);
      const moved = MOVED[path];
      if (moved !== undefined) {
        const edits = moved.split('.').flatMap((name, index) => (name === names[index] ? [] : [script.replace(keys[index]!, name)]));
        yield { message: 'moved', at: script.at(node), edits, data: { old, new: `${old.split('.')[0]}.${moved}` } };
      } else if (GONE[path] !== undefined || (isV2Only(path) && !/^(browserAction|pageAction)\b/.test(path))) {
        yield { message: 'gone', at: script.at(node), data: { old, advice: GONE[path] ?? 'Use the types of the API that replaces it.' } };
      }
    }
  },
});

const MOVED: Readonly<Record<string, string>> = {
  'extension.MessageSender': 'runtime.MessageSender',
  'extension.getURL': 'runtime.getURL',
  'extension.onMessage': 'runtime.onMessage',
  'extension.sendMessage': 'runtime.sendMessage',
};

const INJECTION = 'Use `scripting.ScriptInjection` for scripts and `scripting.CSSInjection` for styles: they have other members.';
const GONE: Readonly<Record<string, string>> = {
  'tabs.InjectDetails': INJECTION,
  'extensionTypes.InjectDetails': INJECTION,
};
