import { hasAlternative, isGuarded } from './lib/guarded.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { Manifest } from './lib/manifest.ts';
import { isPageActionReplaced } from './lib/page-action.ts';
import type { Match } from './lib/types.ts';

type Id = 'browser-action' | 'page-action' | 'superfluous' | 'both-kinds' | 'page-action-in-chrome' | 'two-keys' | 'show-matches' | 'missing' | 'command' | 'two-commands';

const COMMANDS = 'https://developer.chrome.com/docs/extensions/reference/api/commands#action_commands';

export default define<Id>({
  id: 'action-key',
  summary: '`browser_action` and `page_action` of the manifest are `action`',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-browser-page-actions',
  targets: ['chrome', 'firefox', 'cross-browser'],
  messages: {
    'browser-action': { outcome: 'changed', severity: 'error', text: '`browser_action` is now `action`' },
    'page-action': { outcome: 'changed', severity: 'error', text: '`page_action` is now `action`, disabled until `action.enable` is called' },
    'superfluous': { outcome: 'changed', severity: 'warning', text: '`browser_action` says the same as `action`, and has no meaning in Manifest V3' },
    'both-kinds': {
      outcome: 'manual', severity: 'error',
      text: 'Chrome has one action for each extension: `page_action` is ignored beside `action`',
      advice: 'Decide what the one button does, and remove `page_action`.',
    },
    'page-action-in-chrome': {
      outcome: 'manual', severity: 'error',
      text: 'Chrome ignores `page_action` in Manifest V3: there the extension has no such button',
      advice: 'Use `action` in both browsers, with `"default_state": "disabled"` for Chrome; or keep `page_action` if the button is for Firefox only.',
    },
    'two-keys': {
      outcome: 'manual', severity: 'error',
      text: '`browser_action` is ignored in Manifest V3, and `action` says something else',
      advice: 'Keep in `action` what is meant, and remove `browser_action`.',
    },
    'show-matches': {
      outcome: 'manual', severity: 'warning',
      text: 'Chrome does not know `{key}`: there the action stays disabled',
      advice: 'Call `action.enable` for the tabs that match, in `tabs.onUpdated` or by a `declarativeContent` rule.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/action#emulating_pageactions_with_declarativecontent',
    },
    'missing': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` needs the key `action`, which the manifest has now',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/action#manifest',
    },
    'command': { outcome: 'changed', severity: 'error', text: 'the command `{old}` is now `_execute_action`', url: COMMANDS },
    'two-commands': {
      outcome: 'manual', severity: 'error',
      text: 'the command `{old}` is ignored, and there is an `_execute_action` already', advice: 'Keep the shortcut that is meant.', url: COMMANDS,
    },
  },

  *manifest(manifest, extension) {
    if (manifest.version !== 3 && manifest.version !== 2) return;
    yield* keys(manifest, extension);
    yield* commands(manifest, extension);
  },
});

function* keys(manifest: Manifest, extension: Extension): Generator<Match<Id>> {
  const browserAction = manifest.at(['browser_action']);
  const pageAction = manifest.at(['page_action']);
  const replaced = isPageActionReplaced(extension);
  if (manifest.node(['browser_action'])?.type === 'object') {
    if (!manifest.has(['action'])) {
      yield { message: 'browser-action', at: browserAction, edits: manifest.renameKey(['browser_action'], 'action') };
    } else if (JSON.stringify(manifest.value(['action'])) === JSON.stringify(manifest.value(['browser_action']))) {
      yield { message: 'superfluous', at: browserAction, edits: manifest.remove(['browser_action']) };
    } else {
      yield { message: 'two-keys', at: browserAction };
    }
  }
  if (manifest.node(['page_action'])?.type === 'object') {
    if (replaced && !manifest.has(['action'])) {
      const state = manifest.has(['page_action', 'default_state']) ? [] : manifest.set(['page_action', 'default_state'], 'disabled');
      yield { message: 'page-action', at: pageAction, edits: [...manifest.renameKey(['page_action'], 'action'), ...state] };
    } else if (extension.target !== 'firefox') {
      yield { message: extension.target === 'chrome' ? 'both-kinds' : 'page-action-in-chrome', at: pageAction };
    }
  }
  if (extension.target === 'chrome') {
    for (const key of ['show_matches', 'hide_matches']) {
      if (manifest.has(['action', key])) yield { message: 'show-matches', at: manifest.at(['action', key]), data: { key } };
    }
  }
  const use = manifest.has(['action']) || manifest.has(['browser_action']) || (replaced && manifest.has(['page_action'])) ? undefined : useOfAction(manifest, extension);
  if (use !== undefined) yield { message: 'missing', at: manifest.at([]), edits: manifest.set(['action'], {}, 'background'), data: { code: use } };
}

/** What needs the key: a command, or code that does not ask whether the API exists. */
function useOfAction(manifest: Manifest, extension: Extension): string | undefined {
  if (manifest.has(['commands', '_execute_action'])) return '_execute_action';
  for (const script of extension.apiScripts) {
    if (script.realms.every(({ kind }) => kind === 'content' || kind === 'sandbox')) continue;
    for (const reference of script.references('action')) {
      if (reference.names.length > 1 && !isGuarded(script, reference) && !hasAlternative(script, reference, 'browserAction')) return reference.path;
    }
  }
  return undefined;
}

function* commands(manifest: Manifest, extension: Extension): Generator<Match<Id>> {
  let taken = manifest.has(['commands', '_execute_action']);
  for (const old of ['_execute_browser_action', '_execute_page_action']) {
    if (!manifest.has(['commands', old]) || (old === '_execute_page_action' && !isPageActionReplaced(extension))) continue;
    const at = manifest.at(['commands', old]);
    if (taken) yield { message: 'two-commands', at, data: { old } };
    else yield { message: 'command', at, edits: manifest.renameKey(['commands', old], '_execute_action'), data: { old } };
    taken = true;
  }
}
