import { isMember, isUnused, memberName, parentOf, property, stringValue, unwrap, wrapped, type AnyCall, type Node } from '../ast.ts';
import { commentsBetween, habitsOf, namespaceOf, objectText, type Part } from '../layout.ts';
import type { Realm } from '../realms.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { svgImage } from '../svg-images.ts';
import { isText } from '../texts.ts';
import { assertReplaceable, type Replacing } from './replacing.ts';

/** What of `Notification`'s options `notifications.create` has as well. */
const OPTIONS: ReadonlySet<string> = new Set(['body', 'icon', 'requireInteraction', 'silent']);

/**
 * Has `notifications.create` show what the constructor `Notification` showed.
 * @param construction `new Notification(title, options)`
 * @throws Refusal where more is done with the notification than to show it, or the API shows something else, or nothing
 */
export function notificationInstead(realm: Realm, script: Script, construction: AnyCall): Replacing {
  const { extension } = script;
  assertReplaceable(realm, script, ['Notification', 'chrome', 'browser', 'String']);
  const permissions = extension.originalManifest.value(['permissions']);
  if (!Array.isArray(permissions) || !permissions.includes('notifications')) throw new Refusal('the manifest does not ask for the permission `notifications`');
  if (extension.scripts.some(({ apiReferences }) => apiReferences.some(({ path }) => /^notifications(\.(on[A-Z]\w*|getAll).*)?$/.test(path)))) throw new Refusal('the listeners of `notifications` would hear of it, too');
  const asked = realm.scripts.flatMap((one) => one.globals('Notification')).map((node) => parentOf(wrapped(node))).find((up) => isMember(up));
  if (asked !== undefined) throw new Refusal(`code asks for \`Notification.${memberName(asked) ?? '…'}\`, too`);
  if (!isUnused(construction)) throw new Refusal('what it gives is used: a listener of `notifications.onClicked` or `onClosed` has to know the id of the notification instead');
  const [title, given, another] = construction.arguments as readonly (Node | undefined)[];
  if (title === undefined || another !== undefined || [title, given].some((one) => one?.type === 'SpreadElement')) throw new Refusal('its title is not in sight');
  const options = given && unwrap(given);
  if (options?.type !== 'ObjectExpression') throw new Refusal('its options are not in sight, and `notifications.create` needs an `iconUrl`');
  const names = options.properties.map((one) => (one.type === 'ObjectProperty' && !one.computed ? (one.key.type === 'Identifier' ? one.key.name : stringValue(one.key)) : undefined));
  const strange = options.properties.find((_, index) => !OPTIONS.has(names[index] ?? ''));
  if (strange !== undefined) throw new Refusal(`\`notifications.create\` has nothing like \`${script.textOf(strange).split('\n')[0]!}\``);
  if (extension.hasFirefox && names.some((name) => name === 'requireInteraction' || name === 'silent')) throw new Refusal('Firefox refuses `requireInteraction` and `silent` there');
  if (commentsBetween(script, construction.start!, construction.end!).length > 0) throw new Refusal('a comment stands in it');
  const valueOf = (name: string): Node | undefined => {
    const member = property(options, name);
    return member?.type === 'ObjectProperty' ? member.value as Node : undefined;
  };
  const differences: string[] = [];
  const body = valueOf('body');
  const parts: Part[] = [
    `type: ${script.quote('basic')}`,
    `iconUrl: ${iconText(script, valueOf('icon'))}`,
    `title: ${isText(title) ? script.textOf(title) : `String(${script.textOf(title)})`}`,
    `message: ${body === undefined ? script.quote('') : isText(body) ? script.textOf(body) : `String(${script.textOf(body)})`}`,
    ...['requireInteraction', 'silent'].flatMap((name) => {
      const value = valueOf(name);
      if (value !== undefined && unwrap(value).type !== 'BooleanLiteral') throw new Refusal(`\`${name}\` may be no boolean`);
      return value === undefined ? [] : [`${name}: ${script.textOf(value)}`];
    }),
  ].map((text) => ({ text: () => text }));
  if (body !== undefined && !isText(body)) differences.push('a body that is undefined would be shown as that word');
  const { brace, trailingComma, width } = habitsOf(script);
  const indent = script.indentAt(construction.start!);
  const create = `${namespaceOf(script)}.notifications.create(`;
  const text = objectText(script, parts, { indent, inner: undefined, brace, trailingComma, room: width - indent.length - create.length - 2 });
  return { edits: [script.replace(construction, `${create}${text})`)], differences };
}

/** The address of an icon, as the API takes it from a worker. */
function iconText(script: Script, icon: Node | undefined): string {
  if (icon === undefined) throw new Refusal('it has no `icon`, and `notifications.create` needs an `iconUrl`');
  if (svgImage(script, icon) !== undefined) throw new Refusal('its icon is an SVG image, which a service worker cannot decode');
  const inner = unwrap(icon);
  if (inner.type === 'CallExpression' && /^(runtime|extension)\.getURL$/.test(script.api(unwrap(inner.callee))?.names.join('.') ?? '')) {
    if (!/\.(png|jpe?g|gif|webp|ico|bmp)['"`]$/i.test(script.textOf(unwrap(inner.arguments[0] ?? inner)))) throw new Refusal('its icon may be an SVG image, which a service worker cannot decode');
    return script.textOf(icon);
  }
  const path = stringValue(inner);
  if (path === undefined || !/^(?!\/\/)(\.?\/)?[\w-][\w./ -]*$/.test(path) || path.includes('..')) throw new Refusal('its icon may be no file of the extension');
  if (path.startsWith('/')) return script.textOf(icon);
  const page = script.extension.originalManifest.string(['background', 'page']);
  if (page?.replace(/^\//, '').includes('/')) throw new Refusal('its icon is named from the folder of the background page');
  if (script.realms.some(({ kind, name }) => kind !== 'background' && name.includes('/'))) throw new Refusal('its icon is named from the folder of a page');
  return script.quote(`/${path.replace(/^\.\//, '')}`);
}
