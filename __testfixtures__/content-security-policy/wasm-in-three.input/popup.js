WebAssembly.compile(new Uint8Array());
