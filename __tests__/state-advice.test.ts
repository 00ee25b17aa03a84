import { describe, expect, it } from 'vitest';
import globalState from '../transforms/global-state.ts';
import { migrate } from '../transforms/lib/migrate.ts';
import { extensionOf } from './support.ts';

const LISTENER = "let opened = '';\nchrome.tabs.onCreated.addListener((tab) => {\n  opened += eval(tab.title);\n  console.log(opened);\n});\n";

/** What is advised for state of `count.js`, which the background loads, and other contexts by what is added to the manifest. */
function adviceFor(keys: Readonly<Record<string, unknown>>, texts: Readonly<Record<string, string>> = {}): readonly string[] {
  const manifest = { manifest_version: 2, name: 'count', version: '1', background: { scripts: ['count.js'] }, ...keys };
  return migrate(extensionOf({ 'count.js': LISTENER, 'manifest.json': JSON.stringify(manifest), ...texts }), [globalState]).findings.map(({ message, advice = '' }) => `${message}: ${advice}`);
}

describe('the advice of global-state', () => {
  const STORE = 'Keep it in `storage.session`: restore it once before any listener reads it, and store it after each change.';

  it('is to store it', () => {
    expect(adviceFor({})).toEqual([`state: ${STORE}`]);
  });

  it('is to move it first, where a page or a content script has one of its own', () => {
    expect(adviceFor({ browser_action: { default_popup: 'popup.html' } }, { 'popup.html': '<script src="count.js"></script>' })).toEqual([`state: Move \`opened\` and the functions that use it to a script that only the background loads; \`popup.html\` can ask for it by message, if it uses it at all. ${STORE}`]);
    expect(adviceFor({ content_scripts: [{ matches: ['<all_urls>'], js: ['count.js'] }] })).toEqual([`state: Move \`opened\` and the functions that use it to a script that only the background loads. ${STORE}`]);
  });
});
