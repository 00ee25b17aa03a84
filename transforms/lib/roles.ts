import type { Role } from './source.ts';

const VENDORED_FOLDER = /(^|\/)(node_modules|bower_components|jspm_packages|vendors?|third[-_]?party|external|externals)\//i;
const BUILT_FOLDER = /(^|\/)(dist|build|out|release|\.output|web-ext-artifacts|coverage)\//i;
const LIBRARY_NAME = /(^|\/)(jquery|zepto|lodash|underscore|backbone|angular|react|vue|moment|dayjs|d3|handlebars|mustache|require|bootstrap|popper|axios|bluebird|localforage|dexie|crypto-js|sjcl|browser-polyfill|webextension-polyfill|codemirror|ace|prettify|highlight|marked|showdown|purify|dompurify|select2|chosen|knockout|ember|raphael|three|tinymce|ckeditor|chart|hammer|fuse|lunr|uuid|md5|sha\d+|aes|pako|jszip|filesaver|sugar|mootools|prototype|yui|modernizr|html2canvas|jspdf|qrcode)[-._]?(ui|core|slim|full|all|bundle|pkgd|standalone|csp)?([-._]?v?\d+(\.\d+)*\w*)?([-.](min|prod|production|dev|umd|esm|bundle|pack|slim))*\.m?js$/i;
const LIBRARY_BANNER = /^\s*(?:\/\/[^\n]*\n\s*)*\/\*[!*]?[\s\S]{0,400}?(?:\bv\d+\.\d+|@license|@version|\bversion:? ?\d+\.\d+|licensed under|\b(?:MIT|BSD|Apache|GPL)\b[^\n]*licen[sc]e)/i;
const UMD_HEADER = /typeof define\s*={2,3}\s*['"]function['"]\s*&&\s*define\.amd|define\.amd\s*\?/;
const BUNDLE_MARK = /\b__webpack_require__\b|\bwebpackJsonp\b|^\/\*{3}\/ \(function\(module|\bparcelRequire\b|\/\/# sourceMappingURL=|_vite__mapDeps|\bregeneratorRuntime\b.*\bmark\(/m;

/** Whether a file may be the manifest of an extension, or of one browser, or a part of one: `manifest.firefox.json`, `chrome_manifest.json`. */
export function isManifestName(path: string): boolean {
  return /(^|\/)[^/]*manifest[^/]*\.json$/i.test(path);
}

/** Whether a file's text says something of the extension: scripts, pages, style sheets, messages, manifests. Other files only exist. */
export function isText(path: string): boolean {
  return /\.([mc]?[jt]s|[jt]sx|x?html?|vue|svelte|css)$|(^|\/)(_locales\/[^/]+\/messages|tsconfig[^/]*)\.json$/i.test(path) || isManifestName(path);
}

/** Whether a path says that a file is a test, or serves one. */
export function isTestPath(path: string): boolean {
  return /(^|\/)(__tests__|__mocks__|((unit|integration|functional|browser|e2e|ui)[-_]?)?tests?|specs?|e2e|cypress|playwright)\/|[.-](test|spec)\.[cm]?[jt]sx?$/.test(path);
}

/** Whether a path says that a file belongs to the project's documentation, or to its site. */
export function isDocumentationPath(path: string): boolean {
  return /(^|\/)(docs?|documentation|website|gh-pages)\//i.test(path);
}

/** The folders that the path of a file runs through say enough; the rest shows in the text. */
export function roleOfPath(path: string): Role | undefined {
  if (VENDORED_FOLDER.test(path)) return 'vendored';
  if (BUILT_FOLDER.test(path)) return 'built';
  if (/[-.]min\.[mc]?js$/i.test(path)) return 'minified';
  if (/[-.](bundle|chunk)\.[mc]?js$/i.test(path)) return 'built';
  return undefined;
}

/** Whether a path says that a file is a library, or minified. */
export function isLibraryName(path: string): boolean {
  return LIBRARY_NAME.test(path) || VENDORED_FOLDER.test(path) || roleOfPath(path) === 'minified';
}

/** Who wrote a file, by its path and its text. */
export function roleOf(path: string, text: string): Role {
  const byPath = roleOfPath(path);
  if (byPath !== undefined) return byPath;
  if (!/\.[mc]?jsx?$/.test(path)) return 'source';
  if (isMinified(text)) return 'minified';
  const head = text.slice(0, 3000);
  if (LIBRARY_NAME.test(path) && (LIBRARY_BANNER.test(head) || UMD_HEADER.test(text.slice(0, 20_000)) || text.length > 20_000)) return 'vendored';
  if (/(^|\/)libs?\//i.test(path) && (LIBRARY_BANNER.test(head) || UMD_HEADER.test(text.slice(0, 20_000)))) return 'vendored';
  if (UMD_HEADER.test(head) && LIBRARY_BANNER.test(head)) return 'vendored';
  if (BUNDLE_MARK.test(head) || BUNDLE_MARK.test(text.slice(-400))) return 'built';
  return 'source';
}

/** Long lines of code with hardly a space: nobody typed that. Data in long lines (word lists, images) is not minified code. */
function isMinified(text: string): boolean {
  if (text.length < 1000) return false;
  const lines = text.split('\n');
  const long = lines.filter((line) => line.length > 500);
  const share = long.reduce((sum, line) => sum + line.length, 0) / text.length;
  if (share < 0.5) return false;
  const sample = long.join('\n').slice(0, 20_000);
  const code = sample.match(/[{};]|\bfunction\b|=>/g)?.length ?? 0;
  return code / sample.length > 0.02;
}
