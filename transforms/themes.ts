import { define } from './lib/define.ts';
import type { Json, JsonPath, Manifest } from './lib/manifest.ts';
import type { Edit, Match } from './lib/types.ts';

type Id = 'colors' | 'backgrounds' | 'no-list' | 'color' | 'image' | 'tint' | 'unknown-image';

export default define<Id>({
  id: 'themes',
  summary: 'Themes that a browser refuses: colors as texts, lists of images, tints that are no numbers',
  url: 'https://developer.chrome.com/docs/extensions/develop/ui/themes',
  messages: {
    'colors': {
      outcome: 'changed', severity: 'error',
      text: '`{color}` is now `{list}`: Chrome refuses a theme with colors that are texts',
    },
    'backgrounds': {
      outcome: 'review', severity: 'error',
      text: '`additional_backgrounds` is removed: Chrome does not know it, and refuses a theme with a list of images',
      advice: 'In Chrome a theme has one picture behind its tabs: `theme_frame`.',
    },
    'no-list': {
      outcome: 'manual', severity: 'error',
      text: '`additional_backgrounds` is no list: Firefox refuses the theme', advice: 'Write a list of paths.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/theme',
    },
    'unknown-image': {
      outcome: 'manual', severity: 'warning',
      text: 'Chrome does not know `additional_backgrounds`: there the theme lacks this picture', advice: 'In Chrome a theme has one picture behind its tabs: `theme_frame`.',
    },
    'color': {
      outcome: 'manual', severity: 'error',
      text: '`{key}` is no list of three or four numbers: Chrome refuses the theme', advice: 'Write red, green and blue from 0 to 255: `[173, 176, 159]`.',
    },
    'tint': {
      outcome: 'manual', severity: 'error',
      text: '`{key}` is no list of three numbers: Chrome refuses the theme', advice: 'Write hue, saturation and lightness from 0 to 1, or -1 for no change: `[0.33, 0.5, 0.47]`.',
    },
    'image': {
      outcome: 'manual', severity: 'error',
      text: '`{key}` is no path: Chrome refuses the theme', advice: 'The two browsers need different themes.',
    },
  },

  *manifest(manifest, { target, hasWorker, hasFirefox }) {
    const backgrounds = manifest.node(['theme', 'images', 'additional_backgrounds']);
    if (hasFirefox && backgrounds && backgrounds.type !== 'array') yield { message: 'no-list', at: manifest.at(['theme', 'images', 'additional_backgrounds']) };
    if (!hasWorker) return;
    for (const key of manifest.keys(['theme', 'colors'])) yield* color(manifest, ['theme', 'colors', key]);
    for (const key of manifest.keys(['theme', 'tints'])) {
      const path = ['theme', 'tints', key];
      if (!isNumbers(manifest.value(path), [3])) yield { message: 'tint', at: manifest.at(path), data: { key } };
    }
    for (const key of manifest.keys(['theme', 'images'])) {
      const path = ['theme', 'images', key];
      const type = manifest.node(path)?.type;
      const at = manifest.at(path);
      if (type === 'string' && key === 'additional_backgrounds') yield { message: 'unknown-image', at };
      // Chrome takes a path for each scale, too.
      if (type === 'string' || (type === 'object' && manifest.keys(path).every((scale) => manifest.string([...path, scale]) !== undefined))) continue;
      if (type === 'array' && key === 'additional_backgrounds' && target === 'chrome') yield { message: 'backgrounds', at, edits: withoutBackgrounds(manifest, path) };
      else yield { message: 'image', at, data: { key } };
    }
  },
});

function isNumbers(list: Json | undefined, lengths: readonly number[]): boolean {
  return Array.isArray(list) && lengths.includes(list.length) && list.every((part) => typeof part === 'number');
}

function* color(manifest: Manifest, path: JsonPath): Generator<Match<Id>> {
  const list = manifest.value(path);
  if (isNumbers(list, [3, 4])) return;
  const at = manifest.at(path);
  const text = manifest.string(path);
  const numbers = text === undefined ? undefined : parseColor(text);
  if (numbers === undefined) {
    yield { message: 'color', at, data: { key: String(path.at(-1)) } };
    return;
  }
  const numeric = `[${numbers.join(', ')}]`;
  yield { message: 'colors', at, edits: [{ ...manifest.atValue(path), text: numeric }], data: { color: text!, list: numeric } };
}

/** The section goes, too, if it holds nothing else. */
function withoutBackgrounds(manifest: Manifest, path: JsonPath): Edit[] {
  const images = ['theme', 'images'];
  return manifest.remove(manifest.keys(images).length === 1 ? images : path);
}

/** The basic color keywords of CSS. */
const KEYWORDS: Readonly<Record<string, string>> = {
  aqua: '#00ffff', black: '#000000', blue: '#0000ff', fuchsia: '#ff00ff', gray: '#808080', grey: '#808080', green: '#008000', lime: '#00ff00', maroon: '#800000',
  navy: '#000080', olive: '#808000', purple: '#800080', red: '#ff0000', silver: '#c0c0c0', teal: '#008080', white: '#ffffff', yellow: '#ffff00',
};

/** Red, green and blue of a CSS color, from 0 to 255; undefined for one that is transparent, or spelled in another way. */
function parseColor(text: string): readonly number[] | undefined {
  const color = text.trim().toLowerCase();
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/.exec(KEYWORDS[color] ?? color)?.[1];
  if (hex !== undefined) return (hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g)!).map((pair) => Number.parseInt(pair, 16));
  const parts = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(color)?.slice(1).map(Number);
  return parts?.every((part) => part <= 255) ? parts : undefined;
}
