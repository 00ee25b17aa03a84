import { define } from './lib/define.ts';
import { isManifestKeyRead } from './lib/manifest-uses.ts';
import { minimumVersion } from './lib/platform.ts';

/** The first Firefox that knows `options_page`. */
const KNOWS_OPTIONS_PAGE = 126;

export default define({
  id: 'options-page',
  summary: 'Options pages in a form that the target reads',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/options_ui',
  messages: {
    'chrome-style': {
      outcome: 'changed', severity: 'error',
      text: 'Manifest V3 has no `chrome_style`: browsers refuse it',
      url: 'https://developer.chrome.com/docs/extensions/develop/ui/options-page',
    },
    'chrome-style-lost': {
      outcome: 'review', severity: 'error',
      text: 'Manifest V3 has no `chrome_style`: browsers refuse it, and the options page loses that style sheet',
      advice: 'Look at the page, and add styles of your own.',
      url: 'https://developer.chrome.com/docs/extensions/develop/ui/options-page',
    },
    'options-page': { outcome: 'changed', severity: 'info', text: '`options_page` is now `options_ui`, which Firefox before 126 knows too' },
  },

  *manifest(manifest, extension) {
    const style = ['options_ui', 'chrome_style'];
    if (extension.isV3 && manifest.has(style)) {
      const message = manifest.value(style) === true && extension.hasWorker ? 'chrome-style-lost' : 'chrome-style';
      yield { message, at: manifest.at(style), edits: manifest.remove(style) };
    }
    const gecko = extension.isV3 || manifest.has(['browser_specific_settings', 'gecko']) || manifest.has(['applications', 'gecko']);
    if (!extension.hasFirefox || !gecko || manifest.string(['options_page']) === undefined || manifest.has(['options_ui'])) return;
    if (extension.originalManifest.version !== 2 || minimumVersion(manifest, 'firefox') >= KNOWS_OPTIONS_PAGE || isManifestKeyRead(extension, 'options_page')) return;
    const edits = [...manifest.renameKey(['options_page'], 'options_ui'), ...manifest.wrap(['options_page'], 'page', { open_in_tab: true })];
    yield { message: 'options-page', at: manifest.at(['options_page']), edits };
  },
});
