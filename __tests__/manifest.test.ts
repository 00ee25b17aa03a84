import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transforms } from '../transforms/index.ts';
import { Manifest, type Json } from '../transforms/lib/manifest.ts';
import { migrate } from '../transforms/lib/migrate.ts';
import { SourceFile } from '../transforms/lib/source.ts';
import { TARGETS, type Edit } from '../transforms/lib/types.ts';
import { extensionOf } from './support.ts';

const manifestOf = (text: string): Manifest => new Manifest(new SourceFile('manifest.json', text));

function after(text: string, edit: (manifest: Manifest) => readonly Edit[]): string {
  const manifest = manifestOf(text);
  return manifest.file.apply(edit(manifest)).text;
}

describe('set', () => {
  it('replaces a value where it stands', () => {
    expect(after('{\n  "a": 2, // two\n  "b": 1\n}\n', (m) => m.set(['a'], 3))).toBe('{\n  "a": 3, // two\n  "b": 1\n}\n');
  });

  it('adds a last key', () => {
    expect(after('{\n  "a": 1\n}\n', (m) => m.set(['b'], 2))).toBe('{\n  "a": 1,\n  "b": 2\n}\n');
  });

  it('adds a key after a sibling', () => {
    expect(after('{\n  "a": 1,\n  "c": 3\n}\n', (m) => m.set(['b'], 2, 'a'))).toBe('{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}\n');
  });

  it('leaves a comment beside the sibling with it', () => {
    expect(after('{\n  "a": 1, // one\n  "c": 3 // three\n}\n', (m) => [...m.set(['b'], 2, 'a'), ...m.set(['d'], 4)])).toBe('{\n  "a": 1, // one\n  "b": 2,\n  "c": 3, // three\n  "d": 4\n}\n');
  });

  it('takes over tabs, and the white space around colons', () => {
    expect(after('{\n\t"a" : 1\n}\n', (m) => m.set(['b'], { c: [1] }))).toBe('{\n\t"a" : 1,\n\t"b" : {\n\t\t"c" : [1]\n\t}\n}\n');
  });

  it('keeps a manifest of one line on one line', () => {
    expect(after('{"a":1,"b":["x","y"]}', (m) => m.set(['c'], { d: [1, 2] }))).toBe('{"a":1,"b":["x","y"],"c":{"d":[1,2]}}');
    expect(after('{ "a": 1 }', (m) => m.set(['c'], { d: {} }))).toBe('{ "a": 1, "c": { "d": {} } }');
  });

  it('creates the objects on the way', () => {
    expect(after('{\n  "a": 1\n}\n', (m) => m.set(['b', 'c', 'd'], 'x', 'a'))).toBe('{\n  "a": 1,\n  "b": {\n    "c": {\n      "d": "x"\n    }\n  }\n}\n');
  });

  it('writes into an empty object', () => {
    expect(after('{\n  "b": {}\n}\n', (m) => m.set(['b', 'c'], 1))).toBe('{\n  "b": {\n    "c": 1\n  }\n}\n');
    expect(after('{}', (m) => m.set(['c'], 1))).toBe('{\n  "c": 1\n}');
    expect(after('{\n  "b": {\n    // nothing yet\n  }\n}\n', (m) => m.set(['b', 'c'], 1))).toBe('{\n  "b": {\n    // nothing yet\n    "c": 1\n  }\n}\n');
  });

  it('writes into an object on one line', () => {
    expect(after('{\n  "b": {"c": 1},\n  "e": 1\n}\n', (m) => m.set(['b', 'd'], true, 'c'))).toBe('{\n  "b": {"c": 1, "d": true},\n  "e": 1\n}\n');
  });

  it('uses a trailing comma', () => {
    expect(after('{\n  "a": 1,\n}\n', (m) => m.set(['b'], 2))).toBe('{\n  "a": 1,\n  "b": 2\n}\n');
    expect(after('{"a": 1,}', (m) => m.set(['b'], 2))).toBe('{"a": 1, "b": 2}');
  });

  it('replaces what is no object on the way', () => {
    expect(after('{\n  "a": "x"\n}\n', (m) => m.set(['a', 'b'], 2))).toBe('{\n  "a": {\n    "b": 2\n  }\n}\n');
  });

  it('keeps the comments inside a value that it replaces', () => {
    expect(after('{\n  "a": [ // all\n    1, /* one */\n    2\n  ], // two\n  "b": 1\n}\n', (m) => m.set(['a'], 'x'))).toBe('{\n  "a": // all\n    /* one */ "x", // two\n  "b": 1\n}\n');
  });

  it('replaces an array that should be an object', () => {
    expect(after('{ "a": [1] }', (m) => m.set(['a', 'b'], 2))).toBe('{ "a": { "b": 2 } }');
  });

  it('takes over the line ends', () => {
    expect(after('{\r\n  "a": 1\r\n}\r\n', (m) => m.set(['b'], { c: 1 }))).toBe('{\r\n  "a": 1,\r\n  "b": {\r\n    "c": 1\r\n  }\r\n}\r\n');
  });

  it('writes objects on one line where the file does', () => {
    expect(after('{\n  "a": { "x": 1 },\n  "b": { "y": 1 }\n}\n', (m) => m.set(['c'], { z: 1 }))).toBe('{\n  "a": { "x": 1 },\n  "b": { "y": 1 },\n  "c": { "z": 1 }\n}\n');
  });

  it('takes the indentation of the lines, not of the depth', () => {
    expect(after('{\n    "a": {\n      "b": 1\n    }\n}\n', (m) => m.set(['a', 'c'], { d: 1 }))).toBe('{\n    "a": {\n      "b": 1,\n      "c": {\n          "d": 1\n      }\n    }\n}\n');
  });

  it('gives a package.json its manifest', () => {
    const file = new SourceFile('package.json', '{\n  "name": "x"\n}\n');
    const manifest = new Manifest(file, ['manifest']);
    expect(file.apply(manifest.set(['permissions'], ['tabs'])).text).toBe('{\n  "name": "x",\n  "manifest": {\n    "permissions": ["tabs"]\n  }\n}\n');
  });
});

describe('add', () => {
  it('appends what is missing', () => {
    expect(after('{ "p": ["a", "b"] }', (m) => m.add(['p'], ['b', 'c', 'c']))).toBe('{ "p": ["a", "b", "c"] }');
    expect(after('{"p":["a","b"]}', (m) => m.add(['p'], ['c', 'd']))).toBe('{"p":["a","b","c","d"]}');
    expect(after('{\n  "p": [\n    "a", // first\n    "b" // second\n  ]\n}\n', (m) => m.add(['p'], ['c', 'd']))).toBe('{\n  "p": [\n    "a", // first\n    "b", // second\n    "c",\n    "d"\n  ]\n}\n');
  });

  it('creates the array in the habit of the file', () => {
    expect(after('{\n  "a": [\n    "x"\n  ],\n  "b": 1\n}\n', (m) => m.add(['p'], ['c'], 'a'))).toBe('{\n  "a": [\n    "x"\n  ],\n  "p": [\n    "c"\n  ],\n  "b": 1\n}\n');
    expect(after('{\n  "b": 1\n}\n', (m) => m.add(['p'], ['c']))).toBe('{\n  "b": 1,\n  "p": ["c"]\n}\n');
  });

  it('fills an empty array', () => {
    expect(after('{ "p": [] }', (m) => m.add(['p'], ['a', 'b']))).toBe('{ "p": ["a", "b"] }');
    expect(after('{\n  "p": [ ]\n}', (m) => m.add(['p'], ['a']))).toBe('{\n  "p": ["a"]\n}');
  });

  it('keeps a padded array padded', () => {
    expect(after('{\n  "p": [ "a", "b" ]\n}', (m) => m.add(['p'], ['c']))).toBe('{\n  "p": [ "a", "b", "c" ]\n}');
  });

  it('does nothing where all is there', () => {
    expect(manifestOf('{ "p": ["a"] }').add(['p'], ['a'])).toEqual([]);
  });
});

describe('remove', () => {
  const long = '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}\n';

  it('takes whole lines', () => {
    expect(after(long, (m) => m.remove(['a']))).toBe('{\n  "b": 2,\n  "c": 3\n}\n');
    expect(after(long, (m) => m.remove(['b']))).toBe('{\n  "a": 1,\n  "c": 3\n}\n');
    expect(after(long, (m) => m.remove(['c']))).toBe('{\n  "a": 1,\n  "b": 2\n}\n');
    expect(after(long, (m) => m.remove(['b'], ['c']))).toBe('{\n  "a": 1\n}\n');
    expect(after(long, (m) => m.remove(['a'], ['c']))).toBe('{\n  "b": 2\n}\n');
    expect(after(long, (m) => m.remove(['a'], ['b'], ['c']))).toBe('{}\n');
  });

  it('takes its comma on one line', () => {
    expect(after('["a", "b", "c"]', (m) => m.remove([0]))).toBe('["b", "c"]');
    expect(after('["a", "b", "c"]', (m) => m.remove([1]))).toBe('["a", "c"]');
    expect(after('["a", "b", "c"]', (m) => m.remove([2]))).toBe('["a", "b"]');
    expect(after('["a", "b", "c"]', (m) => m.remove([1], [2]))).toBe('["a"]');
    expect(after('["a","b","c"]', (m) => m.remove([0], [2]))).toBe('["b"]');
    expect(after('[ "a", "b" ]', (m) => m.remove([0]))).toBe('[ "b" ]');
    expect(after('[ "a", "b" ]', (m) => m.remove([1]))).toBe('[ "a" ]');
    expect(after('["a", "b"]', (m) => m.remove([0], [1]))).toBe('[]');
  });

  it('leaves comments', () => {
    const text = '{\n  // one\n  "a": 1, // one too\n  /* two */ "b": 2,\n  "c": 3 // three\n}\n';
    expect(after(text, (m) => m.remove(['a']))).toBe('{\n  // one\n  // one too\n  /* two */ "b": 2,\n  "c": 3 // three\n}\n');
    expect(after(text, (m) => m.remove(['b']))).toBe('{\n  // one\n  "a": 1, // one too\n  /* two */ "c": 3 // three\n}\n');
    expect(after(text, (m) => m.remove(['c']))).toBe('{\n  // one\n  "a": 1, // one too\n  /* two */ "b": 2\n  // three\n}\n');
  });

  it('keeps the trailing comma of others out', () => {
    expect(after('{\n  "a": 1,\n  "b": 2,\n}\n', (m) => m.remove(['b']))).toBe('{\n  "a": 1\n}\n');
  });

  it('knows CRLF', () => {
    expect(after('{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n', (m) => m.remove(['b']))).toBe('{\r\n  "a": 1\r\n}\r\n');
  });

  it('takes a value of several lines', () => {
    expect(after('{\n  "a": {\n    "x": 1\n  },\n  "b": 2\n}\n', (m) => m.remove(['a']))).toBe('{\n  "b": 2\n}\n');
  });

  it('does nothing for what is absent', () => {
    expect(manifestOf('{ "p": ["a"] }').remove(['q'], ['p', 4])).toEqual([]);
  });
});

describe('move', () => {
  it('gives elements an array of their own', () => {
    expect(after('{\n  "p": ["a", "x", "b", "y"],\n  "z": 1\n}\n', (m) => m.move([['p', 1], ['p', 3]], ['h'], 'p'))).toBe('{\n  "p": ["a", "b"],\n  "h": ["x", "y"],\n  "z": 1\n}\n');
    expect(after('{\n  "p": [\n    "a",\n    "x"\n  ]\n}\n', (m) => m.move([['p', 1]], ['h'], 'p'))).toBe('{\n  "p": [\n    "a"\n  ],\n  "h": [\n    "x"\n  ]\n}\n');
    expect(after('{"p":["a","x"],"z":1}', (m) => m.move([['p', 1]], ['h'], 'p'))).toBe('{"p":["a"],"h":["x"],"z":1}');
  });

  it('takes comments along', () => {
    const text = '{\n  "p": [ // all\n    "a", // tabs\n    // the service\n    "x", // 1\n    "b", /* b */\n    "y" // last\n  ],\n  "z": 1\n}\n';
    expect(after(text, (m) => m.move([['p', 1], ['p', 3]], ['h'], 'p'))).toBe(
      '{\n  "p": [ // all\n    "a", // tabs\n    "b" /* b */\n  ],\n  "h": [\n    // the service\n    "x", // 1\n    "y" // last\n  ],\n  "z": 1\n}\n');
  });

  it('renames an array that moves whole', () => {
    expect(after('{ "p": ["x", "y" /* y */], "z": 1 }', (m) => m.move([['p', 0], ['p', 1]], ['h'], 'p'))).toBe('{ "h": ["x", "y" /* y */], "z": 1 }');
  });

  it('appends to an array that is there, and takes away the one that is left empty', () => {
    expect(after('{\n  "p": ["x"],\n  "h": ["w"]\n}\n', (m) => m.move([['p', 0]], ['h']))).toBe('{\n  "h": ["w", "x"]\n}\n');
    expect(after('{\n  "p": ["x", "a"],\n  "h": []\n}\n', (m) => m.move([['p', 0]], ['h']))).toBe('{\n  "p": ["a"],\n  "h": ["x"]\n}\n');
  });
});

describe('wrap', () => {
  it('keeps the text of the value', () => {
    expect(after('{\n  "w": [\n    "a", // img\n    "b"\n  ]\n}\n', (m) => m.wrap(['w'], 'resources', { matches: ['<all_urls>'] }, true))).toBe(
      '{\n  "w": [\n    {\n      "resources": [\n        "a", // img\n        "b"\n      ],\n      "matches": [\n        "<all_urls>"\n      ]\n    }\n  ]\n}\n');
    expect(after('{\n  "c": "x"\n}\n', (m) => m.wrap(['c'], 'pages', {}))).toBe('{\n  "c": {\n    "pages": "x"\n  }\n}\n');
    expect(after('{"w":["a"],"b":1}', (m) => m.wrap(['w'], 'resources', { matches: ['x'] }, true))).toBe('{"w":[{"resources":["a"],"matches":["x"]}],"b":1}');
  });
});

describe('reading', () => {
  it('takes the last of two keys', () => {
    const manifest = manifestOf('{ "a": 1, "a": 2 }');
    expect(manifest.value(['a'])).toBe(2);
    expect(manifest.problems.map(({ kind }) => kind)).toEqual(['duplicate-key']);
  });

  it('finds oddities', () => {
    expect(manifestOf('{ "a": [1,], // x\n /* y */ "b": 1, "b": 1, }').problems.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'trailing-comma ,', 'line-comment // x', 'block-comment /* y */', 'trailing-comma ,',
    ]);
    expect(manifestOf('').problems.map(({ kind }) => kind)).toContain('syntax');
    expect(manifestOf('{ "a": }').problems.map(({ kind }) => kind)).toContain('syntax');
  });

  it('survives wrong types', () => {
    const manifest = manifestOf('{ "permissions": { "a": 1 }, "action": null, "icons": [1], "x": "//no comment" }');
    expect(manifest.strings(['permissions'])).toEqual([]);
    expect(manifest.keys(['action'])).toEqual([]);
    expect(manifest.value(['action', 'default_popup'])).toBe(undefined);
    expect(manifest.node(['icons', 'a'])).toBe(undefined);
    expect(manifest.problems).toEqual([]);
  });
});

/** Every verb on every place of manifests in many habits: what is meant must come out, and no comment may be lost. */
describe('all verbs in all habits', () => {
  let count = 0;
  const value: Json = {
    manifest_version: 2, name: 'x', permissions: ['tabs', 'https://a.com/*', 'storage', '<all_urls>'], browser_action: { default_popup: 'p.html', default_icon: { 16: 'a.png' } },
    content_security_policy: "script-src 'self'", empty: {}, none: [], web_accessible_resources: ['a', 'b'],
  };
  const habits: Record<string, string> = {
    pretty: JSON.stringify(value, undefined, 2),
    tabs: JSON.stringify(value, undefined, '\t'),
    'one line': JSON.stringify(value),
    'one line, spaced': JSON.stringify(value, undefined, 1).replace(/\n */g, ' '),
    'flat children': JSON.stringify(value, undefined, 2).replace(/\n {4,}/g, ' ').replace(/\n {2}([}\]])/g, ' $1'),
    CRLF: JSON.stringify(value, undefined, 4).replace(/\n/g, '\r\n'),
    'comma first': JSON.stringify(value, undefined, 2).replace(/,\n( *) {2}/g, '\n$1, '),
    'trailing commas': JSON.stringify(value, undefined, 2).replace(/([^[{,\n])(\n *[}\]])/g, '$1,$2'),
    'comments beside': JSON.stringify(value, undefined, 2).replace(/\n/g, () => ` // c${(count += 1)}\n`),
    'comments above': JSON.stringify(value, undefined, 2).replace(/\n( *)"/g, (_, indent: string) => `\n${indent}// c${(count += 1)}\n${indent}"`),
    'comments everywhere': JSON.stringify(value, undefined, 2).replace(/("[^"]*")|([,:[\]{}])/g, (sign, string: string | undefined) => string ?? `/* a${(count += 1)} */${sign}/* b${(count += 1)} */`),
    'open brace lines': JSON.stringify(value, undefined, 2).replace(/": ([[{])\n( *) {2}/g, '":\n$2$1\n$2  '),
  };
  const verbs: Record<string, [edit: (manifest: Manifest) => Edit[], expected: (value: Record<string, Json>) => void]> = {
    'set new': [(m) => m.set(['new'], { a: [1, { b: 2 }], c: {} }), (v) => { v['new'] = { a: [1, { b: 2 }], c: {} }; }],
    'set new after': [(m) => m.set(['new'], 1, 'permissions'), (v) => { v['new'] = 1; }],
    'set nested': [(m) => m.set(['browser_action', 'default_title'], 'x', 'default_popup'), (v) => { (v['browser_action'] as Record<string, Json>)['default_title'] = 'x'; }],
    'set deep': [(m) => m.set(['empty', 'a', 'b'], 1), (v) => { v['empty'] = { a: { b: 1 } }; }],
    'set existing': [(m) => m.set(['content_security_policy'], { extension_pages: 'x' }), (v) => { v['content_security_policy'] = { extension_pages: 'x' }; }],
    'add': [(m) => m.add(['permissions'], ['tabs', 'scripting']), (v) => { (v['permissions'] as Json[]).push('scripting'); }],
    'add to none': [(m) => m.add(['none'], ['a', 'b']), (v) => { v['none'] = ['a', 'b']; }],
    'add new': [(m) => m.add(['host_permissions'], ['a'], 'permissions'), (v) => { v['host_permissions'] = ['a']; }],
    'rename': [(m) => m.renameKey(['browser_action'], 'action'), (v) => { v['action'] = v['browser_action']!; delete v['browser_action']; }],
    'remove first': [(m) => m.remove(['manifest_version']), (v) => { delete v['manifest_version']; }],
    'remove middle': [(m) => m.remove(['browser_action'], ['content_security_policy']), (v) => { delete v['browser_action']; delete v['content_security_policy']; }],
    'remove last': [(m) => m.remove(['web_accessible_resources']), (v) => { delete v['web_accessible_resources']; }],
    'remove elements': [(m) => m.remove(['permissions', 1], ['permissions', 3]), (v) => { v['permissions'] = ['tabs', 'storage']; }],
    'remove all elements': [(m) => m.remove(['web_accessible_resources', 0], ['web_accessible_resources', 1]), (v) => { v['web_accessible_resources'] = []; }],
    'move': [(m) => m.move([['permissions', 1], ['permissions', 3]], ['host_permissions'], 'permissions'), (v) => { v['permissions'] = ['tabs', 'storage']; v['host_permissions'] = ['https://a.com/*', '<all_urls>']; }],
    'move first': [(m) => m.move([['permissions', 0]], ['none']), (v) => { v['permissions'] = ['https://a.com/*', 'storage', '<all_urls>']; v['none'] = ['tabs']; }],
    'wrap': [(m) => m.wrap(['web_accessible_resources'], 'resources', { matches: ['x'] }, true), (v) => { v['web_accessible_resources'] = [{ resources: ['a', 'b'], matches: ['x'] }]; }],
  };

  describe.each(Object.entries(habits))('%s', (habit, text) => {
    it.each(Object.entries(verbs))('%s', (_name, [edit, expected]) => {
      const wanted = structuredClone(value) as Record<string, Json>;
      expected(wanted);
      const next = manifestOf(after(text, edit));
      expect(next.problems.filter(({ kind }) => kind === 'syntax' || kind === 'duplicate-key')).toEqual([]);
      expect(next.value([])).toEqual(wanted);
      expect(next.comments.toSorted()).toEqual(manifestOf(text).comments.toSorted());
      if (habit !== 'trailing commas') expect(next.problems.filter(({ kind }) => kind === 'trailing-comma')).toEqual([]);
      if (habit !== 'comma first') expect(next.text).not.toMatch(/[ \t]\r?\n|\n[ \t]*\r?\n/);
    });
  });
});

/** Whatever a manifest holds, and however it is written, no transform fails, and a second run changes nothing. */
describe('all transforms on any manifest', () => {
  const texts = [
    'tabs', 'menus', 'background', 'webRequestBlocking', 'nonsense', '<all_urls>', 'https://a.com/*', 'http://localhost:*/*', 'https://a.com', 'ftp://a.com/*', 'chrome://favicon/', '*', '', '__MSG_x__',
    'background.js', '/popup.html', 'popup.html?a#b', '../x.js', 'gone.png', 'https://a.com/a.png', 'Alt+A', 'F2', '2', '57.0', 'a@b.c', '$&', '\\ "', 'ä', '-----BEGIN',
    "script-src 'self' 'unsafe-eval' https://a.com; object-src 'self'", "default-src 'none'\n;;; script-src", ';', 'split', 'module', '_execute_browser_action',
  ];
  const keys = [
    'background', 'scripts', 'page', 'service_worker', 'persistent', 'type', 'browser_action', 'page_action', 'action', 'default_popup', 'default_icon', 'default_state', 'browser_style', 'show_matches',
    'permissions', 'optional_permissions', 'host_permissions', 'optional_host_permissions', 'content_scripts', 'matches', 'js', 'css', 'world', 'web_accessible_resources', 'resources', 'extension_ids',
    'use_dynamic_url', 'content_security_policy', 'extension_pages', 'sandbox', 'pages', 'applications', 'browser_specific_settings', 'gecko', 'gecko_android', 'id', 'strict_min_version',
    'strict_max_version', 'minimum_chrome_version', 'commands', '_execute_browser_action', '_execute_action', '_execute_sidebar_action', 'suggested_key', 'default', 'mac', 'description', 'options_page',
    'options_ui', 'chrome_style', 'icons', '48', 'theme', 'colors', 'images', 'key', 'app', 'requirements', 'plugins', 'user_scripts', 'sidebar_action', 'default_panel', 'side_panel', 'default_path',
    'storage', 'managed_schema', 'externally_connectable', 'chrome_url_overrides', 'newtab', 'history', 'chrome_settings_overrides', 'search_provider', 'favicon_url', 'declarative_net_request',
    'rule_resources', 'default_locale', 'devtools_page', 'incognito', 'update_url', 'developer', 'nonsense', '//', '__proto__', 'constructor',
  ];
  const leaf = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...texts) }, { weight: 1, arbitrary: fc.constantFrom<Json>(null, true, false, 0, 3, 1.5) });
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 5, noNullPrototype: true })),
  }));
  const list = fc.array(leaf, { maxLength: 5 });
  const script = fc.record({ matches: list, js: list, css: list }, { requiredKeys: [] });
  /** What the keys should hold, more or less. */
  const shaped = fc.record<Record<string, Json>>({
    manifest_version: fc.constantFrom<Json>(2, 3, '2', '3'), name: leaf, version: leaf,
    background: fc.record({ scripts: fc.constantFrom<Json>(['background.js'], ['background.js', 'other.js'], 'background.js', []), page: leaf, persistent: leaf, type: leaf }, { requiredKeys: [] }),
    permissions: list, optional_permissions: list, host_permissions: list, content_scripts: fc.array(script, { maxLength: 2 }), web_accessible_resources: fc.array(fc.oneof(leaf, value), { maxLength: 4 }),
    browser_action: value, page_action: value, action: value, content_security_policy: fc.oneof(leaf, value), sandbox: value, commands: value, options_ui: value, options_page: leaf,
    applications: value, browser_specific_settings: value, icons: value, theme: value,
  }, { requiredKeys: [] });
  const any = fc.tuple(shaped, fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 6, noNullPrototype: true })).map(([first, second]): Record<string, Json> => ({ ...first, ...second }));
  const habits: readonly ((value: Json) => string)[] = [
    (own) => JSON.stringify(own),
    (own) => JSON.stringify(own, undefined, '\t'),
    (own) => JSON.stringify(own, undefined, 2).replace(/\n/g, '\r\n'),
    (own) => JSON.stringify(own, undefined, 2).replace(/\n/g, ' // note\n'),
    (own) => JSON.stringify(own, undefined, 2).replace(/([^[{,\n])(\n *[}\]])/g, '$1,$2'),
  ];
  const code = "chrome.browserAction.onClicked.addListener((tab) => chrome.tabs.executeScript(tab.id, { file: 'content.js' }));\nchrome.storage.session.get(null);\n";
  const files = {
    'background.js': code, 'other.js': 'var n = 0;\n', 'content.js': "document.title = chrome.extension.getURL('popup.html');\n", 'popup.html': '<script src="popup.js"></script>\n', 'popup.js': 'eval("1");\n',
  };

  it.each(TARGETS)('%s', (target) => {
    fc.assert(fc.property(any, fc.constantFrom(...habits), (own, habit) => {
      const text = habit(own);
      const { extension, findings } = migrate(extensionOf({ ...files, 'manifest.json': text }, target), transforms);
      const migrated = extension.manifest;
      expect(findings.filter(({ message }) => message === 'transform-failed' || message === 'edit-failed')).toEqual([]);
      expect(migrated.problems.filter(({ kind }) => kind === 'syntax' || kind === 'trailing-comma')).toEqual([]);
      expect(migrated.comments.length).toBe(manifestOf(text).comments.length);
      const again = Object.fromEntries([...extension.files].map(([path, file]) => [path, file.text]));
      expect(migrate(extensionOf(again, target), transforms).changes).toEqual([]);
    }), { numRuns: 60, seed: 20240501 });
  });
});
