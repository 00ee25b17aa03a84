import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** A program that was loaded. */
export interface Loaded<Exports> {
  readonly exports: Exports;
  /** Keeps the program as it is compiled now for later runs; to be called when it has done its work. */
  keep(): void;
}

/** A run of more CPU time (microseconds) than this may have compiled much that an earlier one did not need. */
const LONG_RUN = 1_000_000;
/** How much larger what a long run compiled must be to replace what is kept. */
const WORTH_KEEPING = 1.1;

/**
 * Loads a CommonJS program with what V8 compiled of it in an earlier run, which is kept in the user's cache folder. Kept is what belongs to exactly this text and this Node; only a file of the user's own, which
 * nobody else can write and which is as it was written, is used. Without it, or where it cannot be written, everything works, only slower.
 * `NODE_DISABLE_COMPILE_CACHE=1` turns it off, as in Node.
 */
export function load<Exports>(url: URL): Loaded<Exports> {
  // Up to V8 11 much of a run of seconds goes into optimising what soon ends: only what is hot for longer is worth it.
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=600000');
  const filename = fileURLToPath(url);
  const text = readFileSync(filename, 'latin1');
  const kept = placeOf(text);
  const cachedData = kept === undefined ? undefined : read(kept);
  const script = new Script(`(function (require, module, moduleUrl) {${text}\n})`, { filename, ...(cachedData === undefined ? {} : { cachedData }) });
  const module = { exports: {} };
  script.runInThisContext()(createRequire(url), module, url.href);
  return {
    exports: module.exports as Exports,
    keep: () => {
      const isUsed = cachedData !== undefined && script.cachedDataRejected === false;
      if (kept === undefined || (isUsed && process.cpuUsage().user < LONG_RUN)) return;
      const data = script.createCachedData();
      if (!isUsed || data.length > cachedData.length * WORTH_KEEPING) write(kept, data);
    },
  };
}

interface Kept {
  readonly folder: string;
  readonly path: string;
}

function placeOf(text: string): Kept | undefined {
  if (process.env['NODE_DISABLE_COMPILE_CACHE'] === '1') return undefined;
  const caches = cacheFolder();
  if (caches === undefined) return undefined;
  const folder = join(caches, 'mv3-codemod');
  return { folder, path: join(folder, `${digest(`${process.version} ${process.arch}\n${text}`).toString('hex')}.bin`) };
}

/** The user's folder for what can be made again; undefined where there is none. */
function cacheFolder(): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA;
  if (XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  try {
    const home = homedir();
    if (!isAbsolute(home)) return undefined;
    return process.platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
  } catch {
    return undefined;
  }
}

/** What was kept; undefined for what is not surely what this program kept. A kept file is the digest of the rest, and the rest. */
function read({ path }: Kept): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const { uid, mode } = fstatSync(file);
    if (process.geteuid !== undefined && (uid !== process.geteuid() || (mode & 0o022) !== 0)) return undefined;
    const bytes = readFileSync(file);
    const data = bytes.subarray(DIGEST);
    return digest(data).equals(bytes.subarray(0, DIGEST)) ? data : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** A file appears whole or not at all; what was kept for other versions goes when it is old. */
function write({ folder, path }: Kept, data: Buffer): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) if (statSync(join(folder, name)).mtimeMs < Date.now() - OLD) rmSync(join(folder, name), { force: true });
    writeFileSync(temporary, Buffer.concat([digest(data), data]), { mode: 0o600, flag: 'wx' });
    renameSync(temporary, path);
  } catch {
    // Nothing depends on it: a disk may be full, a home read-only.
    try {
      rmSync(temporary, { force: true });
    } catch {
      // It was never there.
    }
  }
}

const DIGEST = 32;
/** A month, in milliseconds. */
const OLD = 30 * 24 * 60 * 60 * 1000;

function digest(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}
