import { define } from './lib/define.ts';

export default define({
  id: 'reserved-names',
  summary: 'Files and folders whose names Chrome keeps for itself',
  url: 'https://developer.chrome.com/docs/extensions/reference/manifest',
  targets: ['chrome', 'cross-browser'],
  messages: {
    'reserved': {
      outcome: 'manual', severity: 'error',
      text: '`{name}`: Chrome refuses an extension with a file or folder whose name begins with `_`',
      advice: 'Rename it with all that names it, or keep it out of the package.',
    },
  },

  *manifest(manifest, extension) {
    const seen = new Set<string>();
    for (const path of [...extension.files.keys(), ...extension.assets]) {
      const [name = ''] = path.startsWith(extension.root) ? path.slice(extension.root.length).split('/') : [];
      if (!name.startsWith('_') || ALLOWED.has(name) || seen.has(name)) continue;
      seen.add(name);
      yield { message: 'reserved', at: manifest.at([]), data: { name } };
    }
  },
});

const ALLOWED = new Set(['_locales', '_platform_specific', '__MACOSX']);
