import type * as t from '@babel/types';
import { property, propertyValue, unwrap } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { Script } from './lib/script.ts';
import { svgImage } from './lib/svg-images.ts';
import type { Edit } from './lib/types.ts';

export default define({
  id: 'notification-options',
  summary: 'Notifications that Chrome does not show, because a part is missing or cannot be loaded',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/notifications#method-create',
  targets: ['chrome', 'cross-browser'],
  names: ['notifications'],
  apiOnly: true,
  messages: {
    'missing': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` without {missing}: Chrome does not show the notification',
      advice: 'Chrome needs `type`, `iconUrl`, `title` and `message`. The icon can be one of the extension: its path from the root, with a slash before it.',
    },
    'extension-icon': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` shows the extension\'s icon: without `iconUrl` Chrome does not show the notification',
    },
    'svg-icon': {
      outcome: 'manual', severity: 'error',
      text: '`{path}`: a service worker cannot decode SVG images, and Chrome does not show the notification',
      advice: 'Give it a PNG image.',
    },
  },
  *script(script: Script) {
    for (const { reference, call } of script.calls('notifications.create')) {
      const options = call.arguments.map((argument) => unwrap(argument)).find(({ type }) => type === 'ObjectExpression');
      if (options?.type !== 'ObjectExpression') continue;
      const image = script.runsIn('background') ? (svgImage(script, propertyValue(options, 'iconUrl')) ?? svgImage(script, propertyValue(options, 'imageUrl'))) : undefined;
      if (image !== undefined) yield { message: 'svg-icon', at: script.at(image), data: { path: script.textOf(image).slice(1, -1) } };
      if (options.properties.some((one) => one.type === 'SpreadElement' || one.computed)) continue;
      const missing = ['type', 'iconUrl', 'title', 'message'].filter((key) => property(options, key) === undefined);
      if (missing.length === 0) continue;
      const [at, code] = [script.at(reference.node), script.textOf(reference.node)];
      const edit = missing.join() === 'iconUrl' ? withIcon(script, options) : undefined;
      if (edit !== undefined) yield { message: 'extension-icon', at, edits: [edit], data: { code } };
      else yield { message: 'missing', at, data: { code, missing: missing.map((key) => `\`${key}\``).join(' and ') } };
    }
  },
});

/** Gives options the icon of the manifest, behind their `type`; undefined where the manifest has none that a worker can decode. */
function withIcon(script: Script, options: t.ObjectExpression): Edit | undefined {
  const icon = iconOf(script.extension);
  const type = property(options, 'type')!;
  const next = options.properties[options.properties.indexOf(type) + 1];
  const between = next === undefined ? ', ' : script.slice(type.end!, next.start!);
  if (icon === undefined || !/^,\s*$/.test(between)) return undefined;
  const key = type.key.type === 'StringLiteral' ? script.quote('iconUrl') : 'iconUrl';
  return script.insert(type.end!, `${between}${key}: ${script.quote(icon)}`);
}

/** The address of the largest icon that a notification can show in full, which takes 128 pixels at most. */
function iconOf(extension: Extension): string | undefined {
  const icons = extension.manifest.value(['icons']);
  const sizes = typeof icons === 'object' && icons !== null ? Object.entries(icons).flatMap(([size, url]) => (typeof url === 'string' ? [{ size: Number(size), url }] : [])) : [];
  const shown = sizes.filter(({ size, url }) => {
    const path = extension.fromManifest(url);
    return size <= 128 && /\.(png|jpe?g|gif|webp)$/i.test(url) && path !== undefined && extension.exists(path);
  }).sort((one, other) => other.size - one.size);
  return shown.length === 0 ? undefined : `/${shown[0]!.url.replace(/^(\.?\/)+/, '')}`;
}
