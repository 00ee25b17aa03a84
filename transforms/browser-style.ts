import { define } from './lib/define.ts';

export default define({
  id: 'browser-style',
  summary: '`browser_style` is gone in Manifest V3',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/user_interface/Browser_styles#manifest_v3_migration',
  targets: ['firefox', 'cross-browser'],
  messages: {
    'no-page': { outcome: 'changed', severity: 'warning', text: '`browser_style` has no effect in Manifest V3, and had none without a page' },
    'in-tab': { outcome: 'changed', severity: 'warning', text: '`browser_style` has no effect in Manifest V3, and had none on `{page}`, which opens in a tab' },
    'removed': {
      outcome: 'review', severity: 'warning',
      text: '`browser_style` has no effect in Manifest V3: `{page}` loses that style sheet',
      advice: 'Look at the page, and add styles of your own.',
    },
    'default': {
      outcome: 'manual', severity: 'warning',
      text: '`{page}` loses Firefox\'s own style sheet: without `browser_style` it had that in Manifest V2, and has not in Manifest V3',
      advice: 'Look at the page, and add styles of your own.',
    },
  },

  *manifest(manifest, extension) {
    for (const [key, page, isDefault] of PAGES) {
      const path = [key, 'browser_style'];
      const name = manifest.string([key, page]) ?? '';
      // Firefox styles the page only where it shows it inside of about:addons.
      const isInTab = manifest.value([key, 'open_in_tab']) === true;
      if (manifest.value(path) === true) yield { message: name === '' ? 'no-page' : isInTab ? 'in-tab' : 'removed', at: manifest.at(path), edits: manifest.remove(path), data: { page: name } };
      // After a removal the key is absent too, and has been spoken of.
      const original = extension.originalManifest;
      if (isDefault && !isInTab && original.version === 2 && manifest.has([key, page]) && original.has([key]) && !original.has(path)) yield { message: 'default', at: manifest.at([key]), data: { page: name } };
    }
  },
});

const PAGES = [
  ['action', 'default_popup', false], ['browser_action', 'default_popup', false], ['page_action', 'default_popup', false],
  ['options_ui', 'page', true], ['sidebar_action', 'default_panel', true],
] as const;
