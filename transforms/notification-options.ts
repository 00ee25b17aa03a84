import { property, propertyValue, unwrap } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Script } from './lib/script.ts';
import { svgImage } from './lib/svg-images.ts';

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
      const missing = ['type', 'iconUrl', 'title', 'message'].filter((key) => property(options, key) === undefined).map((key) => `\`${key}\``);
      if (missing.length > 0) yield { message: 'missing', at: script.at(reference.node), data: { code: script.textOf(reference.node), missing: missing.join(' and ') } };
    }
  },
});
