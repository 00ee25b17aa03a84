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

/** A run of more CPU time (microseconds) than this may have compiled much that a shorter one did not need: what the first such run compiled is kept instead. */
const LONG_RUN = 1_000_000;

/**
 * Loads a CommonJS program with what V8 compiled of it in an earlier run, which is kept in the user's cache folder. Kept is what belongs to exactly this text and this Node; only a file of the user's own, which
 * nobody else can write and which is as it was written, is used. Without it, or where it cannot be written, everything works, only slower.
 * `NODE_DISABLE_COMPILE_CACHE=1` turns it off, as in Node.
 */
export function load<Exports>(url: URL): Loaded<Exports> {
  // Up to V8 11 much of a run of seconds goes into optimising what soon ends: only what is hot for longer is worth it.
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=600000');
  const filename = fileURLToPath(url);
  const bytes = readFileSync(filename);
  const kept = placeOf(bytes);
  const found = kept && read(kept);
  const cachedData = found?.data;
  const script = new Script(`(function (require, module, moduleUrl) {${bytes.toString('latin1')}\n})`, { filename, ...(cachedData === undefined ? {} : { cachedData }) });
  const module = { exports: {} };
  script.runInThisContext()(createRequire(url), module, url.href);
  return {
    exports: module.exports as Exports,
    keep: () => {
      const isUsed = cachedData !== undefined && script.cachedDataRejected === false;
      const isLong = process.cpuUsage().user >= LONG_RUN;
      if (kept !== undefined && (!isUsed || (isLong && !found!.isLong))) write(kept, { isLong, data: script.createCachedData() });
    },
  };
}

/** What a run compiled, and whether that was a long one. */
interface Compiled {
  readonly isLong: boolean;
  readonly data: Buffer;
}

interface Kept {
  readonly folder: string;
  readonly path: string;
}

function placeOf(program: Buffer): Kept | undefined {
  if (process.env['NODE_DISABLE_COMPILE_CACHE'] === '1') return undefined;
  const caches = cacheFolder();
  if (caches === undefined) return undefined;
  const folder = join(caches, 'mv3-codemod');
  return { folder, path: join(folder, `${digest(`${process.version} ${process.arch}\n`, program).toString('hex')}.bin`) };
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

/** What was kept; undefined for what is not surely what this program kept. A kept file is the digest of the rest, and the rest: what the run compiled, and a byte that says whether it was a long one. */
function read({ path }: Kept): Compiled | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const { uid, mode } = fstatSync(file);
    if (process.geteuid !== undefined && (uid !== process.geteuid() || (mode & 0o022) !== 0)) return undefined;
    const bytes = readFileSync(file);
    const rest = bytes.subarray(DIGEST);
    return digest(rest).equals(bytes.subarray(0, DIGEST)) ? { isLong: rest.at(-1) === 1, data: rest.subarray(0, -1) } : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** A file appears whole or not at all; what was kept for other versions goes when it is old. */
function write({ folder, path }: Kept, { isLong, data }: Compiled): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) if (statSync(join(folder, name)).mtimeMs < Date.now() - OLD) rmSync(join(folder, name), { force: true });
    const rest = Buffer.concat([data, Buffer.of(isLong ? 1 : 0)]);
    writeFileSync(temporary, Buffer.concat([digest(rest), rest]), { mode: 0o600, flag: 'wx' });
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

function digest(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
