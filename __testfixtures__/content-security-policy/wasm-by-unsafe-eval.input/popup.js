if (typeof WebAssembly === 'object') WebAssembly.compile(new Uint8Array());
